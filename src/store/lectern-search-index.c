/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index: one entry per record, its name and the rest of its searched texts in all
 * languages, folded. FTS5 with external content needs the old text to forget it, so the
 * folded text is kept in search_entry.
 */
#include "lectern-search-index.h"

#include "lectern-text.h"

static void
append_folded (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  lectern_text_fold_append (out, text);
}

void
lectern_search_index_texts (const LecternRecord *record, GString *name, GString *body)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  const LecternField *named = lectern_field_with_flag (record->kind, LECTERN_FIELD_NAME);

  for (guint i = 0; i < info->n_fields; i++)
    if (&info->fields[i] == named)
      append_folded (name, lectern_value_get_text (&record->values[i]));
    else if (info->fields[i].flags & LECTERN_FIELD_SEARCHED)
      append_folded (body, lectern_value_get_text (&record->values[i]));
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      const LecternTranslation *t = &g_array_index (record->translations, LecternTranslation, i);
      if (lectern_field (record->kind, t->field)->flags
          & (LECTERN_FIELD_SEARCHED | LECTERN_FIELD_NAME))
        append_folded (body, t->text);
    }
}

static gboolean
run_entry (LecternDb *db, const char *sql, gint64 number, const char *name, const char *body,
           GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, body, -1, SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

static gboolean
insert_entry (LecternDb *db, const LecternRecord *record, const char *name, const char *body,
              GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT INTO search_entry (kind, row, name, body) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, record->kind);
  sqlite3_bind_int64 (statement, 2, record->id);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, body, -1, SQLITE_STATIC);
  if (!lectern_db_run (db, statement, error))
    return FALSE;
  return run_entry (db, "INSERT INTO search (rowid, name, body) VALUES (?1, ?2, ?3)",
                    sqlite3_last_insert_rowid (db->handle), name, body, error);
}

gboolean
lectern_search_index_row (LecternDb *db, const LecternRecord *record, gboolean created, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *old_name = NULL, *old_body = NULL;
  sqlite3_stmt *statement;
  gint64 number = 0;

  lectern_search_index_texts (record, name, body);
  if (created)
    return insert_entry (db, record, name->str, body->str, error);

  statement = lectern_db_statement (
      db, "SELECT number, name, body FROM search_entry WHERE row = ?1 AND kind = ?2", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record->id);
  sqlite3_bind_int (statement, 2, record->kind);
  if (lectern_db_step (db, statement, error))
    {
      number = sqlite3_column_int64 (statement, 0);
      old_name = lectern_column_dup (statement, 1);
      old_body = lectern_column_dup (statement, 2);
    }
  sqlite3_reset (statement);
  if (number == 0)
    return !record->alive || insert_entry (db, record, name->str, body->str, error);
  if (record->alive && g_str_equal (old_name, name->str) && g_str_equal (old_body, body->str))
    return TRUE;
  if (!run_entry (db, "INSERT INTO search (search, rowid, name, body) VALUES ('delete', ?1, ?2, ?3)",
                  number, old_name, old_body, error))
    return FALSE;
  if (!record->alive)
    return run_entry (db, "DELETE FROM search_entry WHERE number = ?1 AND ?2 IS NOT NULL "
                          "AND ?3 IS NOT NULL", number, "", "", error);
  return run_entry (db, "UPDATE search_entry SET name = ?2, body = ?3 WHERE number = ?1", number,
                    name->str, body->str, error)
         && run_entry (db, "INSERT INTO search (rowid, name, body) VALUES (?1, ?2, ?3)", number,
                       name->str, body->str, error);
}
