/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses of websites as people type and paste them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The address that is meant: "example.org/web" is "https://example.org/web", this computer is
   asked over http, "davs://…" is https, and of a page of WordPress's own administration only the
   site's part counts. Whether it is one is found when it is tried. g_free(). */
char *lectern_site_complete_address (const char *typed);
/* The page of a WordPress at @address where a person makes a password for Lectern alone. g_free(). */
char *lectern_site_authorize_address (const char *address);

G_END_DECLS
