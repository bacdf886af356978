/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CommonMark as HTML blocks. HTML in the text is left out and links to anything but web and
   mail addresses become text, so that the result may stand on any page. */
void lectern_markdown_to_html (GString *out, const char *text);
/* The same as Pango markup, for a preview in the window. g_free(). */
char *lectern_markdown_to_pango (const char *text);

G_END_DECLS
