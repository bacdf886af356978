/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prose from anywhere, shown safely: sources write plain text, lists with hyphens, or
 * HTML. Only paragraphs, line breaks, lists, emphasis and links to http, https and
 * mailto get through; everything else is text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text for HTML content and attribute values: escaped, control characters left out. */
void lectern_markup_escape (GString *out, const char *text);
/* Whether a link to it may be shown: http, https or mailto. */
gboolean lectern_markup_is_safe_link (const char *url);
/* An address as the value of href: what may not stand in one is percent-encoded, then escaped. */
void lectern_markup_href (GString *out, const char *url);
/* Prose as valid HTML blocks (p, ul, ol, blockquote). */
void lectern_markup_to_html (GString *out, const char *prose);
/* Prose as plain text, without tags; NULL where nothing is left. g_free(). */
char *lectern_markup_to_text (const char *prose);

G_END_DECLS
