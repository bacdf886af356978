/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MOST_DEPTH 200

gboolean
lectern_html_is_element (const struct _xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (lectern_html_is_element (node, *names))
      return TRUE;
  return FALSE;
}

gboolean
lectern_html_is_hidden (const struct _xmlNode *node)
{
  static const char *const hidden[] = { "script", "style", "head", "title", "template", NULL };
  return is_one_of (node, hidden);
}

gboolean
lectern_html_is_block (const struct _xmlNode *node)
{
  static const char *const blocks[] = { "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "br", "ul", "ol",
                                        "section", "article", "header", "footer", "dt", "dd", "blockquote", NULL };
  return is_one_of (node, blocks);
}

void
lectern_html_append_words (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, *text);
    else if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
      g_string_append_c (out, ' ');
}

static void
end_line (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

static void
append_below (GString *out, const xmlNode *node, guint depth)
{
  for (const xmlNode *child = node->children; child != NULL && depth < MOST_DEPTH; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      lectern_html_append_words (out, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE && !lectern_html_is_hidden (child))
      {
        gboolean block = lectern_html_is_block (child);
        if (block)
          end_line (out);
        else if (lectern_html_is_element (child, "td") || lectern_html_is_element (child, "th"))
          lectern_html_append_words (out, " ");
        append_below (out, child, depth + 1);
        if (block)
          end_line (out);
      }
}

void
lectern_html_append_text (GString *out, const struct _xmlNode *node)
{
  append_below (out, node, 0);
}

char *
lectern_html_to_text (const char *html)
{
  htmlDocPtr document
      = strchr (html, '<') ? htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8",
                                             HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                                 | HTML_PARSE_RECOVER)
                           : NULL;
  if (document == NULL)
    return g_strdup (html);
  GString *text = g_string_new (NULL);
  append_below (text, (const xmlNode *) document, 0);
  xmlFreeDoc (document);
  return g_string_free (text, FALSE);
}
