/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record as it was: at a time, or when somebody had seen so much of the history.
 */
#include "lectern-history.h"

#include "lectern-write.h"

static void
unpack_into (LecternRecord *record, guint group, const char *language, GBytes *value)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  LecternGroupReader group_reader;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);
  guint number;
  LecternValue one = LECTERN_EMPTY;

  if (group != 0 && *language == '\0')
    for (guint i = 0; i < info->n_fields; i++)
      if (info->fields[i].group == group)
        lectern_value_clear (&record->values[i]);
  lectern_group_reader_init (&group_reader, data, length);
  while (lectern_group_reader_next (&group_reader, &number, &one))
    {
      const LecternField *field = lectern_field (record->kind, number);
      if (group == 0)
        record->alive = lectern_value_get_integer (&one) != 0;
      else if (field == NULL)
        ;
      else if (*language != '\0')
        lectern_record_add_translation (record, number, language,
                                        g_strdup (lectern_value_get_text (&one)), 0);
      else
        {
          record->values[field->index] = one;
          continue;
        }
      lectern_value_clear (&one);
    }
}
/* Which changes had happened: up to a number, or those that a version vector covers. */
typedef struct
{
  gint64 last;
  const LecternVector *seen; /* NULL: last counts */
} Moment;

static gboolean
had_happened (LecternDb *db, const Moment *moment, gint64 change)
{
  if (moment->seen == NULL)
    return change <= moment->last;
  return lectern_vector_covers (moment->seen, lectern_change_dot (db, change));
}

/* The newest change at or before @time; clocks may jump, so the order of arrival decides. */
static gint64
last_change_at (LecternReader *reader, gint64 time)
{
  sqlite3_stmt *statement = lectern_reader_statement (
      reader, "SELECT number FROM change WHERE time <= ?1 ORDER BY number DESC LIMIT 1");
  gint64 number = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, time);
  if (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return number;
}

typedef struct
{
  guint group;
  char *language;
  gint64 change;
} PastCell;

static void
past_cell_clear (gpointer data)
{
  g_free (((PastCell *) data)->language);
}

/* Each value that a cell was given after its row was made, cell by cell, the oldest first. */
static GArray *
past_cells (LecternReader *reader, LecternKind kind, gint64 id)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (PastCell));
  sqlite3_stmt *statement = lectern_reader_statement (
      reader, "SELECT grp, lang, change FROM op WHERE kind = ?1 AND row = ?2 ORDER BY grp, lang, change");

  g_array_set_clear_func (cells, past_cell_clear);
  if (statement == NULL)
    return cells;
  sqlite3_bind_int (statement, 1, kind);
  sqlite3_bind_int64 (statement, 2, id);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      PastCell cell = { .group = sqlite3_column_int (statement, 0),
                        .language = lectern_column_dup (statement, 1),
                        .change = sqlite3_column_int64 (statement, 2) };
      g_array_append_val (cells, cell);
    }
  return cells;
}

static gboolean
is_last_of_cell (GArray *cells, guint i)
{
  const PastCell *cell = &g_array_index (cells, PastCell, i);
  const PastCell *next = i + 1 < cells->len ? &g_array_index (cells, PastCell, i + 1) : NULL;
  return next == NULL || next->group != cell->group || g_strcmp0 (next->language, cell->language) != 0;
}

static LecternRecord *
record_at (LecternReader *reader, LecternKind kind, gint64 id, const Moment *moment)
{
  LecternDb *db = lectern_reader_db (reader);
  g_autoptr (LecternRow) row = lectern_row_load (db, kind, id, NULL);
  g_autoptr (LecternRecord) past = NULL;
  g_autoptr (GArray) cells = NULL;
  gint64 found = 0;

  if (row == NULL || !had_happened (db, moment, row->change))
    return NULL;
  past = lectern_record_new (kind, id);
  for (guint i = 0; i < lectern_kind_info (kind)->n_fields; i++)
    past->values[i] = lectern_value_copy (&row->record->values[i]);
  cells = past_cells (reader, kind, id);
  for (guint i = 0; i < cells->len; i++)
    {
      PastCell *cell = &g_array_index (cells, PastCell, i);
      if (had_happened (db, moment, cell->change))
        found = cell->change;
      if (!is_last_of_cell (cells, i))
        continue;
      g_autoptr (GBytes) value
          = found == 0 ? NULL : lectern_cell_value (db, row, cell->group, cell->language, found);
      if (value != NULL)
        unpack_into (past, cell->group, cell->language, value);
      found = 0;
    }
  return g_steal_pointer (&past);
}

LecternRecord *
lectern_history_at (LecternReader *reader, LecternKind kind, gint64 id, gint64 time)
{
  Moment moment = { last_change_at (reader, time), NULL };
  return record_at (reader, kind, id, &moment);
}

LecternRecord *
lectern_history_at_seen (LecternReader *reader, LecternKind kind, gint64 id, GBytes *seen)
{
  LecternVector vector;
  LecternRecord *record;

  lectern_vector_init (&vector);
  lectern_unpack_vector (g_bytes_get_data (seen, NULL), g_bytes_get_size (seen), &vector);
  Moment moment = { 0, &vector };
  record = record_at (reader, kind, id, &moment);
  lectern_vector_clear (&vector);
  return record;
}
