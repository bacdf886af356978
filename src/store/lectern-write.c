/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
lectern_write_begin (LecternWrite *write, LecternDb *db, GError **error)
{
  memset (write, 0, sizeof *write);
  if (!lectern_db_begin (db, error))
    return FALSE;
  write->db = db;
  write->ops = g_byte_array_new ();
  write->number
      = lectern_db_integer (db, "SELECT number FROM change ORDER BY number DESC LIMIT 1") + 1;
  return TRUE;
}

void
lectern_write_clear (LecternWrite *write)
{
  g_clear_pointer (&write->ops, g_byte_array_unref);
  write->db = NULL;
}

void
lectern_write_abort (LecternWrite *write)
{
  if (write->db != NULL)
    lectern_db_rollback (write->db);
  lectern_write_clear (write);
}

gboolean
lectern_write_finish (LecternWrite *write, const LecternWriteInfo *info, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      write->db, "INSERT INTO change (number, writer, sequence, lamport, time, type, step, visit, kinds, "
                 "author, label, context, ops, undo, redo) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                 "?10, ?11, ?12, ?13, ?14, ?15)", error);

  if (statement == NULL || !lectern_run_note (write->db, write->number, info, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, write->number);
  sqlite3_bind_int64 (statement, 2, info->writer);
  sqlite3_bind_int64 (statement, 3, info->sequence);
  sqlite3_bind_int64 (statement, 4, info->lamport);
  sqlite3_bind_int64 (statement, 5, info->time);
  sqlite3_bind_int (statement, 6, info->type);
  sqlite3_bind_int64 (statement, 7, info->step);
  sqlite3_bind_int64 (statement, 8, info->visit);
  sqlite3_bind_int64 (statement, 9, write->kinds);
  sqlite3_bind_text (statement, 10, info->author ? info->author : "", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 11, info->label ? info->label : "", -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 12, info->context && info->context->len ? info->context->data : (gpointer) "",
                     info->context ? info->context->len : 0, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 13, write->ops->len ? write->ops->data : (gpointer) "", write->ops->len,
                     SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 14, info->undo);
  sqlite3_bind_int64 (statement, 15, info->redo);
  if (!lectern_db_run (write->db, statement, error))
    return FALSE;
  return lectern_db_commit (write->db, error);
}

void
lectern_write_note_unknown (LecternWrite *write, LecternKind kind, gint64 row, guint group,
                            const char *language, gboolean created)
{
  LecternOp op = { .kind = kind, .row = row, .group = group, .created = created };

  g_strlcpy (op.language, language ? language : "", sizeof op.language);
  lectern_ops_add (write->ops, &op, &write->last_row);
  write->kinds |= G_GUINT64_CONSTANT (1) << kind;
  write->n_cells++;
}

void
lectern_write_note (LecternWrite *write, LecternRow *row, guint group, const char *language,
                    gboolean created)
{
  lectern_write_note_unknown (write, row->record->kind, row->record->id, group, language, created);
}

/* SQL that reads or writes all columns of a kind, made once per kind and connection. */
static const char *
select_sql (LecternKind kind)
{
  static char *all[LECTERN_N_KINDS + 1];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (all[kind] == NULL)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      GString *sql = g_string_new ("SELECT alive, change");
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (sql, ", \"%s\"", info->fields[i].name);
      g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?1", info->name);
      all[kind] = g_string_free (sql, FALSE);
    }
  return all[kind];
}

static const char *
insert_sql (LecternKind kind)
{
  static char *all[LECTERN_N_KINDS + 1];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (all[kind] == NULL)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      GString *sql = g_string_new (NULL);
      g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?1, 1, ?2", info->name);
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (sql, ", ?%u", i + 3);
      g_string_append_c (sql, ')');
      all[kind] = g_string_free (sql, FALSE);
    }
  return all[kind];
}

LecternRow *
lectern_row_load (LecternDb *db, LecternKind kind, gint64 id, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (db, select_sql (kind), error);
  const LecternKindInfo *info = lectern_kind_info (kind);
  LecternRow *row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!lectern_db_step (db, statement, error))
    return NULL;
  row = g_new0 (LecternRow, 1);
  row->record = lectern_record_new (kind, id);
  row->record->alive = sqlite3_column_int (statement, 0);
  row->change = sqlite3_column_int64 (statement, 1);
  for (guint i = 0; i < info->n_fields; i++)
    row->record->values[i] = lectern_column_value (statement, i + 2);
  sqlite3_reset (statement);
  lectern_row_load_translations (db, row);
  return row;
}

void
lectern_row_load_translations (LecternDb *db, LecternRow *row)
{
  sqlite3_stmt *statement;

  if (lectern_kind_language_field (row->record->kind) == NULL)
    return;
  statement = lectern_db_statement (
      db, "SELECT field, lang, text, made_from FROM translation WHERE kind = ?1 AND row = ?2", NULL);
  if (statement == NULL)
    return;
  g_clear_pointer (&row->record->translations, g_array_unref);
  sqlite3_bind_int (statement, 1, row->record->kind);
  sqlite3_bind_int64 (statement, 2, row->record->id);
  while (lectern_db_step (db, statement, NULL))
    lectern_record_add_translation (row->record, sqlite3_column_int (statement, 0),
                                    (const char *) sqlite3_column_text (statement, 1),
                                    lectern_column_dup (statement, 2),
                                    sqlite3_column_int64 (statement, 3));
  for (guint i = 0; row->record->translations != NULL && i < row->record->translations->len; i++)
    {
      LecternTranslation *t = &g_array_index (row->record->translations, LecternTranslation, i);
      t->stale = lectern_cell_source_change (db, row, t->field) != t->made_from;
    }
}

void
lectern_row_free (LecternRow *row)
{
  if (row == NULL)
    return;
  lectern_record_free (row->record);
  g_free (row);
}

/**
 * lectern_write_create:
 * @row: a row with the values of the new record; its change is set
 */
gboolean
lectern_write_create (LecternWrite *write, LecternRow *row, GError **error)
{
  LecternRecord *record = row->record;
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  sqlite3_stmt *statement = lectern_db_statement (write->db, insert_sql (record->kind), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record->id);
  sqlite3_bind_int64 (statement, 2, write->number);
  for (guint i = 0; i < info->n_fields; i++)
    lectern_bind_value (statement, i + 3, &record->values[i]);
  if (!lectern_db_run (write->db, statement, error))
    return FALSE;
  row->change = write->number;
  lectern_write_note (write, row, 0, NULL, TRUE);
  return TRUE;
}

static gboolean
update_group (LecternWrite *write, LecternRow *row, guint group, GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  guint n = 1;

  g_string_printf (sql, "UPDATE \"%s\" SET ", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == group)
      {
        n++;
        g_string_append_printf (sql, "%s\"%s\" = ?%u", n > 2 ? ", " : "", info->fields[i].name, n);
      }
  g_string_append (sql, " WHERE id = ?1");
  statement = lectern_db_statement (write->db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->record->id);
  n = 1;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == group)
      lectern_bind_value (statement, ++n, &row->record->values[i]);
  return lectern_db_run (write->db, statement, error);
}

gboolean
lectern_write_show_group (LecternWrite *write, LecternRow *row, guint group, const LecternValue *values,
                          GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == group)
      {
        LecternValue copy = lectern_value_copy (&values[i]);
        lectern_value_clear (&row->record->values[i]);
        row->record->values[i] = copy;
      }
  return update_group (write, row, group, error);
}

gboolean
lectern_write_group (LecternWrite *write, LecternRow *row, guint group, const LecternValue *values,
                     gint64 origin, GError **error)
{
  if (!lectern_cell_replace (write, row, group, "", origin, NULL, error))
    return FALSE;
  lectern_write_note (write, row, group, NULL, FALSE);
  return lectern_write_show_group (write, row, group, values, error);
}

gboolean
lectern_write_show_translation (LecternWrite *write, LecternRow *row, guint field, const char *language,
                                const char *text, gint64 made_from, GError **error)
{
  gboolean set = text != NULL && *text != '\0';
  sqlite3_stmt *statement = lectern_db_statement (
      write->db,
      set ? "INSERT OR REPLACE INTO translation (kind, row, field, lang, text, made_from) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
          : "DELETE FROM translation WHERE kind = ?1 AND row = ?2 AND field = ?3 AND lang = ?4",
      error);

  if (statement == NULL)
    return FALSE;
  if (set && made_from == 0)
    made_from = lectern_cell_source_change (write->db, row, field);
  sqlite3_bind_int (statement, 1, row->record->kind);
  sqlite3_bind_int64 (statement, 2, row->record->id);
  sqlite3_bind_int (statement, 3, field);
  sqlite3_bind_text (statement, 4, language, -1, SQLITE_STATIC);
  if (set)
    {
      sqlite3_bind_text (statement, 5, text, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 6, made_from);
    }
  if (!lectern_db_run (write->db, statement, error))
    return FALSE;
  lectern_row_load_translations (write->db, row);
  return TRUE;
}

gboolean
lectern_write_translation (LecternWrite *write, LecternRow *row, guint field, const char *language,
                           const char *text, gint64 made_from, gint64 origin, GError **error)
{
  guint group = lectern_field (row->record->kind, field)->group;

  if (!lectern_cell_replace (write, row, group, language, origin, NULL, error))
    return FALSE;
  lectern_write_note (write, row, group, language, FALSE);
  return lectern_write_show_translation (write, row, field, language, text, made_from, error);
}

gboolean
lectern_write_show_alive (LecternWrite *write, LecternRow *row, gboolean alive, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET alive = ?2 WHERE id = ?1",
                                          lectern_kind_info (row->record->kind)->name);
  sqlite3_stmt *statement = lectern_db_statement (write->db, sql, error);

  if (statement == NULL)
    return FALSE;
  row->record->alive = alive;
  sqlite3_bind_int64 (statement, 1, row->record->id);
  sqlite3_bind_int (statement, 2, alive);
  return lectern_db_run (write->db, statement, error);
}

gboolean
lectern_write_alive (LecternWrite *write, LecternRow *row, gboolean alive, gint64 origin, GError **error)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GBytes) value = NULL;
  LecternValue one = lectern_value_integer (alive);

  lectern_group_pack (packed, 0, &one);
  value = g_bytes_new (packed->data, packed->len);
  if (!lectern_cell_replace (write, row, 0, "", origin, value, error))
    return FALSE;
  lectern_write_note (write, row, 0, NULL, FALSE);
  return lectern_write_show_alive (write, row, alive, error);
}
