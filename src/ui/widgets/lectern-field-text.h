/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values as a person reads them and as a person types them; the two differ where
 * reading wants words ("Wed 17 June 2026", "Polish, English") and typing wants to be short.
 */
#pragma once

#include "lectern-value.h"

G_BEGIN_DECLS

/* For reading, in the person's locale; "" where empty. References need the workspace and are not
   handled here. g_free(). */
char *lectern_field_text_show (const LecternField *field, const LecternValue *value);
/* For typing: what lectern_field_text_parse() reads back to the same value. g_free(). */
char *lectern_field_text_edit (const LecternField *field, const LecternValue *value);
/* What was typed; an empty text is an empty value. The error is one sentence to show. */
gboolean lectern_field_text_parse (const LecternField *field, const char *text, LecternValue *value, GError **error);

G_END_DECLS
