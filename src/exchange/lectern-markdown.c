/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-markdown.h"

#include "lectern-markup.h"

#include <cmark.h>
#include <string.h>

/* What a link or picture says stays, without it. */
static void
dissolve (gpointer data)
{
  cmark_node *node = data, *child;
  while ((child = cmark_node_first_child (node)) != NULL)
    cmark_node_insert_before (node, child);
  cmark_node_unlink (node);
  cmark_node_free (node);
}

/* Only what lectern_markup_is_safe_link() lets through stays a link. */
static void
dissolve_unsafe (cmark_node *document)
{
  g_autoptr (GPtrArray) unsafe = g_ptr_array_new_with_free_func (dissolve);
  cmark_iter *at = cmark_iter_new (document);
  cmark_event_type event;
  while ((event = cmark_iter_next (at)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (at);
      cmark_node_type type = cmark_node_get_type (node);
      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
          && !lectern_markup_is_safe_link (cmark_node_get_url (node)))
        g_ptr_array_add (unsafe, node);
    }
  cmark_iter_free (at);
}

static cmark_node *
parse (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
  dissolve_unsafe (document);
  return document;
}

/* Without the characters that XML forbids, which references such as "&#1;" bring in, too. */
static void
append_allowed (GString *out, const char *html)
{
  for (const char *c = html; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if (u == '\t' || u == '\n' || (u >= 0x20 && u != 0xfffe && u != 0xffff))
        g_string_append_len (out, c, g_utf8_next_char (c) - c);
    }
}

void
lectern_markdown_to_html (GString *out, const char *text)
{
  cmark_node *document = parse (text);
  char *html = cmark_render_html (document, CMARK_OPT_DEFAULT);
  append_allowed (out, html);
  cmark_get_default_mem_allocator ()->free (html);
  cmark_node_free (document);
}

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text ? text : "", -1);
  g_string_append (out, escaped);
}

static void
add_link (GString *out, cmark_node *node)
{
  g_string_append (out, "<a href=\"");
  add_escaped (out, cmark_node_get_url (node));
  g_string_append (out, "\">");
}

static void
add_bullet (GString *out, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list);
  for (cmark_node *before = cmark_node_previous (item); before != NULL; before = cmark_node_previous (before))
    number++;
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    g_string_append_printf (out, "%d. ", number);
  else
    g_string_append (out, "• ");
}

/* Opens and closes what Pango has a tag for; blocks end in a line. */
static void
add_node (GString *out, cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE_BLOCK:
      add_escaped (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<tt>");
      add_escaped (out, cmark_node_get_literal (node));
      g_string_append (out, "</tt>");
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, '\n');
      break;
    case CMARK_NODE_STRONG:
      g_string_append (out, enter ? "<b>" : "</b>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (out, enter ? "<i>" : "</i>");
      break;
    case CMARK_NODE_HEADING:
      g_string_append (out, enter ? "<b><big>" : "</big></b>\n\n");
      break;
    case CMARK_NODE_LINK:
      if (enter)
        add_link (out, node);
      else
        g_string_append (out, "</a>");
      break;
    case CMARK_NODE_ITEM:
      if (enter)
        add_bullet (out, node);
      break;
    case CMARK_NODE_PARAGRAPH:
      if (!enter)
        g_string_append (out, cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_ITEM ? "\n" : "\n\n");
      break;
    case CMARK_NODE_LIST:
      if (!enter)
        g_string_append_c (out, '\n');
      break;
    default:
      break;
    }
}

char *
lectern_markdown_to_pango (const char *text)
{
  GString *out = g_string_new (NULL);
  cmark_node *document = parse (text);
  cmark_iter *at = cmark_iter_new (document);
  cmark_event_type event;
  while ((event = cmark_iter_next (at)) != CMARK_EVENT_DONE)
    add_node (out, cmark_iter_get_node (at), event == CMARK_EVENT_ENTER);
  cmark_iter_free (at);
  cmark_node_free (document);
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
