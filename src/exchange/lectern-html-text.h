/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader sees of HTML, as plain text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct _xmlNode;

/* Whether it is an element of this name, in large or small letters. */
gboolean lectern_html_is_element (const struct _xmlNode *node, const char *name);
/* Whether it is an element that begins a line: a paragraph, a heading, an item, a line break. */
gboolean lectern_html_is_block (const struct _xmlNode *node);
/* Whether it is an element that nobody reads: a script, a style, the head of the page. */
gboolean lectern_html_is_hidden (const struct _xmlNode *node);
/* Appends words, with one space for many. */
void lectern_html_append_words (GString *out, const char *text);
/* Appends what stands below @node: a block on a line of its own. */
void lectern_html_append_text (GString *out, const struct _xmlNode *node);
/* Of a whole page or a part of one; what is no HTML comes back as it is. g_free(). */
char *lectern_html_to_text (const char *html);

G_END_DECLS
