/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML that WordPress shows as it was written. On showing, it curls quotes, makes a sign of the
 * "x" in 10x10, pictures of :) and of addresses, and runs what stands in [brackets]. Characters
 * that begin such a thing are stored as references of three digits, "&#091;", which it shows
 * as they are, and which are taken back on reading.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* g_free() what they return. */
char *lectern_wordpress_protect (const char *html);
char *lectern_wordpress_unprotect (const char *html);
/* The same for a title, which is plain text here and HTML there. */
char *lectern_wordpress_protect_title (const char *title);
char *lectern_wordpress_unprotect_title (const char *html);

G_END_DECLS
