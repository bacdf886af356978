/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-in.h"

#include "lectern-agenda-read.h"
#include "lectern-exchange-error.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- headings of a table ---- */

static gboolean
begins_with_time (const LecternAgendaRow *row)
{
  const char *at = lectern_agenda_row_text (row, 0);
  int start, end;
  return lectern_time_range_scan (&at, &start, &end);
}

/* "Hall" may be the name of a room as well as the heading of all. */
static gboolean
may_be_room (const char *heading)
{
  LecternAgendaColumn column = lectern_agenda_column (heading);
  return *heading != '\0' && (column == LECTERN_AGENDA_COLUMN_OTHER || column == LECTERN_AGENDA_COLUMN_ROOM);
}

/* "Time | Hall | Attic": each further heading is a room. */
static gboolean
read_room_headings (LecternAgendaReader *r, const LecternAgendaRow *row, const LecternAgendaRow *next)
{
  const char *first = lectern_agenda_row_text (row, 0);
  LecternAgendaColumn column = lectern_agenda_column (first);
  guint n = 0;
  if ((*first != '\0' && column != LECTERN_AGENDA_COLUMN_TIME && column != LECTERN_AGENDA_COLUMN_START)
      || next == NULL || !begins_with_time (next))
    return FALSE;
  for (guint i = 1; i < row->cells->len; i++)
    {
      const char *text = lectern_agenda_row_text (row, i);
      if (*text != '\0' && !may_be_room (text) && lectern_agenda_column (text) != LECTERN_AGENDA_COLUMN_END)
        return FALSE;
      n += may_be_room (text);
    }
  if (n < 2)
    return FALSE;
  g_array_set_size (r->room_columns, 0);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *text = lectern_agenda_row_text (row, i);
      int room = i > 0 && may_be_room (text) ? lectern_agenda_room_index (r, text) : -1;
      g_array_append_val (r->room_columns, room);
    }
  r->has_columns = FALSE;
  return TRUE;
}

static gboolean
read_headings (LecternAgendaReader *r, const LecternAgendaRow *row, const LecternAgendaRow *next)
{
  int columns[LECTERN_AGENDA_N_COLUMNS];
  guint n = 0;
  if (!row->in_table || row->cells->len < 2 || begins_with_time (row))
    return FALSE;
  for (guint i = 0; i < LECTERN_AGENDA_N_COLUMNS; i++)
    columns[i] = -1;
  for (guint i = 0; i < row->cells->len; i++)
    {
      LecternAgendaColumn column = lectern_agenda_column (lectern_agenda_row_text (row, i));
      if (column != LECTERN_AGENDA_COLUMN_OTHER && columns[column] < 0)
        {
          columns[column] = (int) i;
          n++;
        }
    }
  if (n < 2 || columns[LECTERN_AGENDA_COLUMN_TITLE] < 0
      || (columns[LECTERN_AGENDA_COLUMN_TIME] < 0 && columns[LECTERN_AGENDA_COLUMN_START] < 0))
    return read_room_headings (r, row, next);
  memcpy (r->columns, columns, sizeof columns);
  r->has_columns = TRUE;
  g_array_set_size (r->room_columns, 0);
  return TRUE;
}

/* ---- rows of a table with headings ---- */

static const char *
column_text (LecternAgendaReader *r, const LecternAgendaRow *row, LecternAgendaColumn column)
{
  return r->columns[column] >= 0 ? lectern_agenda_row_text (row, (guint) r->columns[column]) : "";
}

/* FALSE: a time stands there that is none. */
static gboolean
read_times (LecternAgendaReader *r, const LecternAgendaRow *row, int *start, int *end)
{
  const char *time = column_text (r, row, LECTERN_AGENDA_COLUMN_TIME);
  const char *from = column_text (r, row, LECTERN_AGENDA_COLUMN_START);
  const char *to = column_text (r, row, LECTERN_AGENDA_COLUMN_END);
  const char *length = column_text (r, row, LECTERN_AGENDA_COLUMN_DURATION);
  *start = *end = -1;
  if (*time == '\0')
    time = from;
  if (*time != '\0' && !lectern_time_range_parse (time, start, end))
    return FALSE;
  if (*to != '\0' && *end < 0)
    {
      *end = lectern_time_parse (to);
      if (*end < 0)
        return FALSE;
      if (*end < *start)
        *end += 1440;
    }
  if (*length != '\0' && *start >= 0 && *end < 0)
    {
      gint64 minutes = lectern_time_parse (length); /* "1:30" */
      if (strchr (length, ':') == NULL && strchr (length, 'h') == NULL)
        minutes = g_ascii_strtoll (length, NULL, 10);
      *end = minutes > 0 && minutes <= 1440 ? *start + (int) minutes : -1;
    }
  return TRUE;
}

/* A cell that began in a row above goes on: what it holds lasts longer. */
static gboolean
go_on (LecternAgendaReader *r, const LecternAgendaRow *row, guint column, int end)
{
  const LecternAgendaCell *cell = &g_array_index (row->cells, LecternAgendaCell, column);
  LecternProgrammeSession *session = g_hash_table_lookup (r->by_cell, GUINT_TO_POINTER (cell->cell + 1));
  if (session == NULL)
    return FALSE;
  if (end > session->start_minute)
    session->duration = end - session->start_minute;
  return TRUE;
}

static void
remember_cell (LecternAgendaReader *r, const LecternAgendaRow *row, guint column, LecternProgrammeSession *session)
{
  const LecternAgendaCell *cell = &g_array_index (row->cells, LecternAgendaCell, column);
  g_hash_table_insert (r->by_cell, GUINT_TO_POINTER (cell->cell + 1), session);
}

static void
fill_columns (LecternAgendaReader *r, const LecternAgendaRow *row, LecternProgrammeSession *session)
{
  const char *people = column_text (r, row, LECTERN_AGENDA_COLUMN_SPEAKER);
  const char *type = column_text (r, row, LECTERN_AGENDA_COLUMN_TYPE);
  lectern_agenda_add_room (r, session, column_text (r, row, LECTERN_AGENDA_COLUMN_ROOM));
  lectern_agenda_add_track (r, session, column_text (r, row, LECTERN_AGENDA_COLUMN_TRACK));
  if (!lectern_agenda_add_people (r, session, people, NULL))
    lectern_agenda_add_words (session, people);
  lectern_agenda_add_words (session, column_text (r, row, LECTERN_AGENDA_COLUMN_NOTES));
  if (*type != '\0')
    {
      session->type_label = g_strdup (type);
      session->type = g_strdup (lectern_agenda_type (type));
    }
}

static gboolean
read_columns (LecternAgendaReader *r, const LecternAgendaRow *row)
{
  int start, end;
  const char *day = column_text (r, row, LECTERN_AGENDA_COLUMN_DAY);
  const char *title = column_text (r, row, LECTERN_AGENDA_COLUMN_TITLE);
  guint at = (guint) r->columns[LECTERN_AGENDA_COLUMN_TITLE];
  if (*title == '\0' || !row->in_table)
    return FALSE;
  if (!read_times (r, row, &start, &end))
    return FALSE;
  if (*day != '\0' && !lectern_agenda_begin_day (r, day, TRUE))
    lectern_agenda_doubt (r, row->line, _ ("“%s” is no day that is understood."), day);
  if (go_on (r, row, at, end))
    return TRUE;
  LecternProgrammeSession *session = lectern_agenda_add_item (r, row->line, start, end, title);
  if (start < 0)
    lectern_agenda_doubt (r, row->line, _ ("“%s” has no time; it is kept unplaced."), session->title);
  remember_cell (r, row, at, session);
  fill_columns (r, row, session);
  return TRUE;
}

/* ---- rows of a table whose columns are rooms ---- */

static gboolean
read_rooms (LecternAgendaReader *r, const LecternAgendaRow *row)
{
  const char *at = lectern_agenda_row_text (row, 0);
  int start, end;
  if (!row->in_table || !lectern_time_range_scan (&at, &start, &end))
    return FALSE;
  if (end < 0 && row->cells->len > 1 && g_array_index (r->room_columns, int, 1) < 0)
    end = lectern_time_parse (lectern_agenda_row_text (row, 1));
  for (guint i = 1; i < row->cells->len && i < r->room_columns->len; i++)
    {
      const LecternAgendaCell *cell = &g_array_index (row->cells, LecternAgendaCell, i);
      int room = g_array_index (r->room_columns, int, i);
      if (room < 0 || *cell->text == '\0')
        continue;
      LecternProgrammeSession *session = g_hash_table_lookup (r->by_cell, GUINT_TO_POINTER (cell->cell + 1));
      if (session != NULL && go_on (r, row, i, end) && session->start_minute != start)
        continue;
      if (session == NULL)
        {
          session = lectern_agenda_add_item (r, row->line, start, end, cell->text);
          remember_cell (r, row, i, session);
        }
      lectern_agenda_add_room (r, session, ((LecternProgrammeRoom *) r->programme->rooms->pdata[room])->name);
    }
  return TRUE;
}

/* ---- lines ---- */

static const char *
skip_signs (const char *text)
{
  for (;;)
    if (*text != '\0' && strchr (" .:,;|-", *text) != NULL)
      text++;
    else if (g_str_has_prefix (text, "–") || g_str_has_prefix (text, "—"))
      text += strlen ("–");
    else
      return text;
}

static guint
count_texts (const LecternAgendaRow *row, guint *first)
{
  guint n = 0;
  for (guint i = 0; i < row->cells->len; i++)
    if (*lectern_agenda_row_text (row, i) != '\0' && n++ == 0)
      *first = i;
  return n;
}

/* "9:40–10:25 Title", or the time, the title and more in cells of their own. */
static gboolean
read_timed (LecternAgendaReader *r, const LecternAgendaRow *row)
{
  guint column = 0;
  int start, end;
  count_texts (row, &column);
  const char *at = lectern_agenda_row_text (row, column);
  if (!lectern_time_range_scan (&at, &start, &end))
    return FALSE;
  const char *title = skip_signs (at);
  column++;
  if (*title == '\0' && end < 0)
    {
      int second = lectern_time_parse (lectern_agenda_row_text (row, column));
      if (second >= 0 && strpbrk (lectern_agenda_row_text (row, column), ".:h") != NULL)
        {
          end = second < start ? second + 1440 : second;
          column++;
        }
    }
  while (*title == '\0' && column < row->cells->len)
    title = lectern_agenda_row_text (row, column++);
  LecternProgrammeSession *session = lectern_agenda_add_item (r, row->line, start, end, title);
  for (; column < row->cells->len; column++)
    {
      const char *text = lectern_agenda_row_text (row, column);
      if (*text == '\0')
        continue;
      if (lectern_agenda_is_room (text))
        lectern_agenda_add_room (r, session, text);
      else
        lectern_agenda_add_line (r, session, text);
    }
  return TRUE;
}

/* What stands above the first item is the title of the whole; "Agenda" is none. */
static void
read_head (LecternAgendaReader *r, const char *text)
{
  if (r->programme->title == NULL && strlen (text) < 300
      && lectern_agenda_column (text) == LECTERN_AGENDA_COLUMN_OTHER)
    r->programme->title = g_strdup (text);
}

static void
read_row (LecternAgendaReader *r, guint index)
{
  const LecternAgendaRow *row = lectern_agenda_row (r->rows, index);
  const LecternAgendaRow *next = index + 1 < r->rows->len ? lectern_agenda_row (r->rows, index + 1) : NULL;
  guint first = 0;
  guint n = count_texts (row, &first);
  const char *text = lectern_agenda_row_text (row, first);
  gboolean one_cell = n == 1 || (n > 1 && !g_array_index (row->cells, LecternAgendaCell, row->cells->len - 1).first);
  if (n == 0 || (r->has_columns && read_columns (r, row)) || read_headings (r, row, next))
    return;
  if (r->room_columns->len > 0 && read_rooms (r, row))
    return;
  if (read_timed (r, row))
    return;
  if (one_cell && lectern_agenda_begin_day (r, text, FALSE))
    return;
  if (r->last == NULL)
    {
      if (r->n_items == 0)
        read_head (r, text);
      else
        lectern_agenda_doubt (r, row->line, _ ("“%.80s” is not understood; it is left out."), text);
      return;
    }
  if (row->after_gap && !row->indented && !row->in_table && r->last->title != NULL)
    {
      lectern_agenda_doubt (r, row->line, _ ("“%.80s” is not understood; it is left out."), text);
      return;
    }
  for (guint i = 0; i < row->cells->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (lectern_agenda_row_text (row, i), "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        lectern_agenda_add_line (r, r->last, *line);
    }
}

/* ---- the whole ---- */

static void
clear (LecternAgendaReader *r)
{
  g_clear_pointer (&r->programme, lectern_programme_free);
  g_array_unref (r->rows);
  g_array_unref (r->room_columns);
  g_hash_table_unref (r->rooms);
  g_hash_table_unref (r->tracks);
  g_hash_table_unref (r->persons);
  g_hash_table_unref (r->by_cell);
}

static int
this_year (void)
{
  g_autofree char *today = lectern_date_today ();
  return atoi (today);
}

LecternProgramme *
lectern_agenda_read (const char *text, gsize length, gboolean html, const LecternAgendaInOptions *options,
                     GError **error)
{
  LecternAgendaReader r = { .day = -1 };
  g_autofree char *plain = html ? NULL : g_utf8_make_valid (text, (gssize) length);
  r.rows = html ? lectern_agenda_rows_of_html (text, length) : lectern_agenda_rows_of_text (plain);
  if (r.rows == NULL)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("This is too much for an agenda."));
      return NULL;
    }
  r.programme = lectern_programme_new ();
  r.programme->format = g_strdup ("agenda");
  r.year = options != NULL && options->year > 0 ? options->year : this_year ();
  r.room_columns = g_array_new (FALSE, FALSE, sizeof (int));
  r.rooms = g_hash_table_new (g_str_hash, g_str_equal);
  r.tracks = g_hash_table_new (g_str_hash, g_str_equal);
  r.persons = g_hash_table_new (g_str_hash, g_str_equal);
  r.by_cell = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < r.rows->len; i++)
    read_row (&r, i);
  lectern_agenda_finish_items (&r);
  LecternProgramme *programme = r.n_items > 0 ? g_steal_pointer (&r.programme) : NULL;
  if (options != NULL && options->sure != NULL)
    *options->sure = r.n_items >= 3 && r.n_doubts == 0;
  if (programme == NULL)
    g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_UNKNOWN,
                         _ ("There is no agenda in it: no line begins with a time."));
  clear (&r);
  return programme;
}
