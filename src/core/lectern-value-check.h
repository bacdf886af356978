/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks that both the parser of typed values and the last gate before storing use.
 */
#pragma once

#include "lectern-value.h"

G_BEGIN_DECLS

/* http, https, mailto; without a scheme only where not @absolute. */
gboolean lectern_url_is_safe (const char *text, gboolean absolute);
gboolean lectern_email_is_plausible (const char *text);
/* At least three digits, and no "@", no "<" or ">" and no line break. */
gboolean lectern_phone_is_plausible (const char *text);

G_END_DECLS
