/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables and paragraphs of a page, as office programs put it on the clipboard. A
 * table inside a cell is text of that cell.
 */
#include "lectern-agenda-table.h"

#include "lectern-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MOST_SPAN 500
#define MOST_DEPTH 200

typedef struct
{
  GArray *rows;
  GString *line; /* of a paragraph */
  guint cell;
} Page;

static guint
span_of (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  guint64 span = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;
  xmlFree (value);
  return (guint) CLAMP (span, 1, MOST_SPAN);
}

/* ---- a table ---- */

/* What reaches down from rows above, by column. */
typedef struct
{
  char *text;
  guint cell;
  guint rows; /* still to come */
} Reach;

static void
reach_clear (gpointer data)
{
  g_free (((Reach *) data)->text);
}

static gboolean
take_reach (LecternAgendaRow *row, GArray *reaches)
{
  guint column = row->cells->len;
  Reach *reach = column < reaches->len ? &g_array_index (reaches, Reach, column) : NULL;
  if (reach == NULL || reach->rows == 0)
    return FALSE;
  lectern_agenda_row_add (row, reach->text, -1, reach->cell, FALSE);
  reach->rows--;
  return row->cells->len > column;
}

static void
add_cell (Page *page, LecternAgendaRow *row, GArray *reaches, xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint columns = span_of (node, "colspan"), rows = span_of (node, "rowspan");
  guint number = page->cell++;
  lectern_html_append_text (text, node);
  for (guint i = 0; i < columns && row->cells->len < LECTERN_AGENDA_MAX_COLUMNS; i++)
    {
      while (take_reach (row, reaches))
        ;
      guint column = row->cells->len;
      lectern_agenda_row_add (row, text->str, -1, number, i == 0);
      if (column >= LECTERN_AGENDA_MAX_COLUMNS)
        return;
      if (column >= reaches->len)
        g_array_set_size (reaches, column + 1);
      Reach *reach = &g_array_index (reaches, Reach, column);
      g_free (reach->text);
      *reach = (Reach){ rows > 1 ? g_strdup (text->str) : NULL, number, rows - 1 };
    }
}

static void
add_rows (Page *page, xmlNode *node, GArray *reaches, guint depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < MOST_DEPTH; child = child->next)
    if (lectern_html_is_element (child, "tr"))
      {
        if (page->rows->len >= LECTERN_AGENDA_MAX_ROWS)
          return;
        LecternAgendaRow *row = lectern_agenda_rows_add (page->rows, page->rows->len + 1);
        row->in_table = TRUE;
        while (take_reach (row, reaches))
          ;
        for (xmlNode *cell = child->children; cell != NULL; cell = cell->next)
          if (lectern_html_is_element (cell, "td") || lectern_html_is_element (cell, "th"))
            {
              add_cell (page, row, reaches, cell);
              while (take_reach (row, reaches))
                ;
            }
      }
    else if (lectern_html_is_element (child, "tbody") || lectern_html_is_element (child, "thead")
             || lectern_html_is_element (child, "tfoot"))
      add_rows (page, child, reaches, depth + 1);
}

/* ---- the page ---- */

static void
end_line (Page *page)
{
  g_strstrip (page->line->str);
  page->line->len = strlen (page->line->str);
  if (page->line->len > 0 && page->rows->len < LECTERN_AGENDA_MAX_ROWS)
    {
      LecternAgendaRow *row = lectern_agenda_rows_add (page->rows, page->rows->len + 1);
      lectern_agenda_row_add (row, page->line->str, -1, page->cell++, TRUE);
    }
  g_string_truncate (page->line, 0);
}

static void
walk (Page *page, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < MOST_DEPTH; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      lectern_html_append_words (page->line, (const char *) child->content);
    else if (lectern_html_is_element (child, "table"))
      {
        g_autoptr (GArray) reaches = g_array_new (FALSE, TRUE, sizeof (Reach));
        g_array_set_clear_func (reaches, reach_clear);
        end_line (page);
        add_rows (page, child, reaches, 0);
      }
    else if (child->type == XML_ELEMENT_NODE && !lectern_html_is_hidden (child))
      {
        gboolean block = lectern_html_is_block (child);
        if (block)
          end_line (page);
        walk (page, child, depth + 1);
        if (block)
          end_line (page);
      }
}

GArray *
lectern_agenda_rows_of_html (const char *html, gsize length)
{
  if (length > LECTERN_AGENDA_MAX_BYTES)
    return NULL;
  gboolean utf8 = g_utf8_validate (html, (gssize) length, NULL);
  htmlDocPtr document
      = htmlReadMemory (html, (int) length, NULL, utf8 ? "UTF-8" : NULL,
                        HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER);
  Page page = { .rows = lectern_agenda_rows_new (), .line = g_string_new (NULL) };
  if (document != NULL)
    {
      walk (&page, (xmlNode *) document, 0);
      end_line (&page);
      xmlFreeDoc (document);
    }
  g_string_free (page.line, TRUE);
  return page.rows;
}
