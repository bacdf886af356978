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

void
lectern_markdown_to_html (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
  dissolve_unsafe (document);
  char *html = cmark_render_html (document, CMARK_OPT_DEFAULT);
  g_string_append (out, html);
  cmark_get_default_mem_allocator ()->free (html);
  cmark_node_free (document);
}
