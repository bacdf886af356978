/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells and their heads. A cell that was never written since its row was has no entry:
 * its head is the row's change and its value stands in the row.
 */
#include "lectern-write.h"

#include <string.h>

#define CELL "kind = ?1 AND row = ?2 AND grp = ?3 AND lang = ?4"

static void
bind_cell (sqlite3_stmt *statement, const LecternRow *row, guint group, const char *language)
{
  sqlite3_bind_int (statement, 1, row->record->kind);
  sqlite3_bind_int64 (statement, 2, row->record->id);
  sqlite3_bind_int (statement, 3, group);
  sqlite3_bind_text (statement, 4, language ? language : "", -1, SQLITE_STATIC);
}

static void
cell_head_clear (gpointer data)
{
  LecternCellHead *head = data;
  g_clear_pointer (&head->value, g_bytes_unref);
}

static void
add_head (GArray *heads, gint64 change, gint64 origin, GBytes *value)
{
  LecternCellHead head = { .change = change, .origin = origin, .value = value };
  g_array_append_val (heads, head);
}

GArray *
lectern_cell_heads (LecternDb *db, LecternRow *row, guint group, const char *language, GError **error)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (LecternCellHead));
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT change, origin, value, head FROM op WHERE " CELL " AND head > 0 ORDER BY head", error);

  g_array_set_clear_func (heads, cell_head_clear);
  if (statement == NULL)
    return heads;
  bind_cell (statement, row, group, language);
  while (lectern_db_step (db, statement, error))
    {
      GBytes *value = NULL;
      if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
        value = g_bytes_new (sqlite3_column_blob (statement, 2), sqlite3_column_bytes (statement, 2));
      add_head (heads, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), value);
    }
  /* never written since the row was; a translation always has an entry of its own */
  if (heads->len == 0 && !(language && *language))
    add_head (heads, row->change, row->change, NULL);
  return heads;
}

/* The value that stands in the tables now, packed. */
GBytes *
lectern_cell_pack (LecternRow *row, guint group, const char *language)
{
  const LecternRecord *record = row->record;
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  GByteArray *out = g_byte_array_new ();

  if (group == 0)
    {
      /* only the creation of a row has no entry of its own: existence is always written out,
         because a row may live although its newest head says "deleted" */
      LecternValue alive = lectern_value_integer (TRUE);
      lectern_group_pack (out, 0, &alive);
    }
  else if (language && *language)
    {
      guint field = lectern_group_text_field (record->kind, group);
      const LecternTranslation *t = lectern_record_translation (record, field, language);
      if (t != NULL)
        {
          g_auto (LecternValue) text = lectern_value_text (t->text);
          LecternValue made_from = lectern_value_integer (t->made_from);
          lectern_group_pack (out, 0, &made_from);
          lectern_group_pack (out, field, &text);
        }
    }
  else
    for (guint i = 0; i < info->n_fields; i++)
      if (info->fields[i].group == group && record->values[i].type != LECTERN_VALUE_EMPTY)
        lectern_group_pack (out, info->fields[i].number, &record->values[i]);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
lectern_cell_value (LecternDb *db, LecternRow *row, guint group, const char *language, gint64 change)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT value FROM op WHERE " CELL " AND change = ?5", NULL);
  GBytes *value = NULL;

  if (statement == NULL)
    return NULL;
  bind_cell (statement, row, group, language);
  sqlite3_bind_int64 (statement, 5, change);
  if (lectern_db_step (db, statement, NULL))
    {
      if (sqlite3_column_type (statement, 0) != SQLITE_NULL)
        value = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      else
        value = lectern_cell_pack (row, group, language);
    }
  else if (change == row->change && !(language && *language))
    value = lectern_cell_pack (row, group, language);
  sqlite3_reset (statement);
  return value;
}

/* What a translation made now is made from: where the shown source text came from. An
   undone edit of the source leaves its translations as fresh as they were. */
gint64
lectern_cell_source_change (LecternDb *db, LecternRow *row, guint field)
{
  const LecternField *described = lectern_field (row->record->kind, field);
  g_autoptr (GArray) heads = lectern_cell_heads (db, row, described->group, "", NULL);
  return heads->len > 0 ? g_array_index (heads, LecternCellHead, 0).origin : 0;
}

static gboolean
put_op (LecternDb *db, LecternRow *row, guint group, const char *language, gint64 change, int head,
        gint64 origin, gint64 prior, GBytes *value, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT INTO op (kind, row, grp, lang, change, head, origin, prior, value) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
          "ON CONFLICT DO UPDATE SET head = excluded.head, value = excluded.value", error);

  if (statement == NULL)
    return FALSE;
  bind_cell (statement, row, group, language);
  sqlite3_bind_int64 (statement, 5, change);
  sqlite3_bind_int (statement, 6, head);
  sqlite3_bind_int64 (statement, 7, origin);
  sqlite3_bind_int64 (statement, 8, prior);
  if (value != NULL)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (value, &length);
      sqlite3_bind_blob (statement, 9, length ? data : "", length, SQLITE_STATIC);
    }
  return lectern_db_run (db, statement, error);
}

gboolean
lectern_cell_replace (LecternWrite *write, LecternRow *row, guint group, const char *language,
                      gint64 origin, GBytes *written, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) heads = lectern_cell_heads (write->db, row, group, language, &failure);
  gint64 prior = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < heads->len; i++)
    {
      LecternCellHead *head = &g_array_index (heads, LecternCellHead, i);
      g_autoptr (GBytes) value = head->value ? g_bytes_ref (head->value)
                                             : lectern_cell_pack (row, group, language);
      if (i == 0)
        prior = head->change;
      if (!put_op (write->db, row, group, language, head->change, 0, head->origin, 0, value, error))
        return FALSE;
    }
  return put_op (write->db, row, group, language, write->number, 1,
                 origin < 0 ? write->number : origin, prior, written, error);
}

/* @state: 1 shown, 2 waits for a decision; a past one is 0. @value: NULL while it stands in the table. */
gboolean
lectern_cell_put (LecternDb *db, LecternRow *row, guint group, const char *language,
                  const LecternCellHead *head, int state, gint64 prior, GBytes *value, GError **error)
{
  return put_op (db, row, group, language, head->change, state, head->origin, prior, value, error);
}

/* What @change had replaced, and where the value it wrote came from. */
gboolean
lectern_cell_op (LecternDb *db, LecternRow *row, guint group, const char *language, gint64 change,
                 gint64 *origin, gint64 *prior)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT origin, prior FROM op WHERE " CELL " AND change = ?5", NULL);
  gboolean found = FALSE;

  *origin = change;
  *prior = 0;
  if (statement == NULL)
    return FALSE;
  bind_cell (statement, row, group, language);
  sqlite3_bind_int64 (statement, 5, change);
  if (lectern_db_step (db, statement, NULL))
    {
      *origin = sqlite3_column_int64 (statement, 0);
      *prior = sqlite3_column_int64 (statement, 1);
      found = TRUE;
    }
  sqlite3_reset (statement);
  return found;
}
