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

/* Text and attributes of @html with references where WordPress would change it. g_free(). */
char *lectern_wordpress_protect (const char *html);
/* The way back: only references in the form that lectern_wordpress_protect() writes become
   characters again, others stay. g_free(). */
char *lectern_wordpress_unprotect (const char *html);
/* The same for a title, which is plain text here and HTML there. g_free(). */
char *lectern_wordpress_protect_title (const char *title);
/* A title in plain text, from HTML as WordPress keeps it. g_free(). */
char *lectern_wordpress_unprotect_title (const char *html);

G_END_DECLS
