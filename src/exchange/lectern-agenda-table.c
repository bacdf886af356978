/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-table.h"

#include "lectern-agenda-words.h"

#include <string.h>

static void
cell_clear (gpointer data)
{
  g_free (((LecternAgendaCell *) data)->text);
}

static void
row_clear (gpointer data)
{
  g_array_unref (((LecternAgendaRow *) data)->cells);
}

GArray *
lectern_agenda_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (LecternAgendaRow));
  g_array_set_clear_func (rows, row_clear);
  return rows;
}

LecternAgendaRow *
lectern_agenda_rows_add (GArray *rows, guint line)
{
  LecternAgendaRow row = { .line = line, .cells = g_array_new (FALSE, TRUE, sizeof (LecternAgendaCell)) };
  g_array_set_clear_func (row.cells, cell_clear);
  g_array_append_val (rows, row);
  return lectern_agenda_row (rows, rows->len - 1);
}

/* Spaces of documents become plain ones, those at the ends go. */
static char *
clean (const char *text, gssize length)
{
  g_autofree char *raw = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  GString *out = g_string_new (NULL);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if (u == 0xa0 || u == 0x202f || u == 0x2009 || u == '\t')
        u = ' ';
      if (u == 0x200b || u == 0xfeff || u == 0xad || (u < 0x20 && u != '\n'))
        continue;
      if (u == ' ' && (out->len == 0 || out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\n'))
        continue;
      g_string_append_unichar (out, u);
    }
  g_strstrip (out->str);
  return g_string_free (out, FALSE);
}

void
lectern_agenda_row_add (LecternAgendaRow *row, const char *text, gssize length, guint cell, gboolean first)
{
  LecternAgendaCell entry = { clean (text, length), cell, first };
  if (row->cells->len >= LECTERN_AGENDA_MAX_COLUMNS)
    g_free (entry.text);
  else
    g_array_append_val (row->cells, entry);
}

const char *
lectern_agenda_row_text (const LecternAgendaRow *row, guint column)
{
  return column < row->cells->len ? g_array_index (row->cells, LecternAgendaCell, column).text : "";
}

/* ---- a table of commas or semicolons ---- */

/* One record from *at, which may go over several lines where it is quoted. */
static void
read_record (LecternAgendaRow *row, const char **at, char delimiter, guint *line, guint *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean quoted = FALSE;
  for (;; (*at)++)
    {
      char c = **at;
      if (c == '\n')
        (*line)++;
      if (c == '"' && quoted && (*at)[1] == '"')
        g_string_append_c (text, *(*at)++);
      else if (c == '"')
        quoted = !quoted;
      else if (c == '\0' || (!quoted && (c == delimiter || c == '\n')))
        {
          lectern_agenda_row_add (row, text->str, (gssize) text->len, (*cell)++, TRUE);
          g_string_truncate (text, 0);
          if (c != delimiter)
            break;
        }
      else if (c != '\r')
        g_string_append_c (text, c);
    }
  *at += **at == '\n';
}

/* Whether the first line names columns of an agenda with this delimiter. */
static gboolean
has_headings (const char *text, char delimiter)
{
  g_autoptr (GArray) rows = lectern_agenda_rows_new ();
  guint line = 1, cell = 0, known = 0;
  gboolean time = FALSE, title = FALSE;
  LecternAgendaRow *row = lectern_agenda_rows_add (rows, 1);
  read_record (row, &text, delimiter, &line, &cell);
  for (guint i = 0; i < row->cells->len; i++)
    {
      LecternAgendaColumn column = lectern_agenda_column (lectern_agenda_row_text (row, i));
      known += column != LECTERN_AGENDA_COLUMN_OTHER;
      time |= column == LECTERN_AGENDA_COLUMN_TIME || column == LECTERN_AGENDA_COLUMN_START;
      title |= column == LECTERN_AGENDA_COLUMN_TITLE;
    }
  return known >= 3 && time && title;
}

static GArray *
rows_of_table (const char *text, char delimiter)
{
  GArray *rows = lectern_agenda_rows_new ();
  guint line = 1, cell = 0;
  while (*text != '\0' && rows->len < LECTERN_AGENDA_MAX_ROWS)
    {
      LecternAgendaRow *row = lectern_agenda_rows_add (rows, line);
      row->in_table = TRUE;
      read_record (row, &text, delimiter, &line, &cell);
    }
  return rows;
}

/* ---- lines ---- */

/* Tabs part cells; without one three spaces do, or the bars of a drawn table. */
static void
split_line (LecternAgendaRow *row, const char *line, guint *cell)
{
  gboolean bars = *line == '|' && strchr (line + 1, '|') != NULL;
  gboolean tabs = strchr (line, '\t') != NULL;
  const char *end = line + strlen (line);
  row->in_table = bars || tabs;
  line += bars;
  while (line <= end)
    {
      const char *stop = bars ? strchr (line, '|') : tabs ? strchr (line, '\t') : strstr (line, "   ");
      if (stop == NULL || stop == line + strspn (line, " "))
        stop = stop == NULL || (!bars && !tabs) ? end : stop;
      lectern_agenda_row_add (row, line, stop - line, (*cell)++, TRUE);
      line = stop + 1;
      if (!bars && !tabs)
        line = stop == end ? end + 1 : stop + strspn (stop, " ");
      if (bars && line <= end && strspn (line, " \r") == strlen (line))
        break;
    }
}

GArray *
lectern_agenda_rows_of_text (const char *text)
{
  guint number = 0, cell = 0;
  gboolean gap = FALSE;
  text += strncmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (strlen (text) > LECTERN_AGENDA_MAX_BYTES)
    return NULL;
  for (const char *delimiter = ",;"; *delimiter != '\0'; delimiter++)
    if (has_headings (text, *delimiter))
      return rows_of_table (text, *delimiter);
  GArray *rows = lectern_agenda_rows_new ();
  while (*text != '\0' && rows->len < LECTERN_AGENDA_MAX_ROWS)
    {
      gsize length = strcspn (text, "\r\n");
      g_autofree char *line = g_strndup (text, length);
      text += length;
      text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';
      number++;
      if (*g_strchomp (line) == '\0')
        {
          gap = TRUE;
          continue;
        }
      LecternAgendaRow *row = lectern_agenda_rows_add (rows, number);
      row->indented = *line == '\t' || g_str_has_prefix (line, "  ");
      row->after_gap = gap;
      gap = FALSE;
      split_line (row, line, &cell);
    }
  return rows;
}
