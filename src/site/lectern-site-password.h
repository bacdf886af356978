/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The password of a site, given by the person: kept in the secret service, or, where there
 * is none, for as long as this process runs.
 */
#pragma once

#include "lectern-site.h"

G_BEGIN_DECLS

/* For this process only; quick. */
void lectern_site_password_use (const char *address, const char *user, const char *password);
/* What is used now is kept. FALSE where there is no secret service: it will be asked for. Blocks. */
gboolean lectern_site_password_keep (const char *address, const char *user);
/* Whether it need not be asked for. Blocks. */
gboolean lectern_site_password_is_known (const char *address, const char *user);

G_END_DECLS
