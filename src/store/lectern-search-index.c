/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two FTS rows per record, its name (2 × entry) and the rest of its searched texts in all
 * languages (2 × entry + 1), so that a new title does not index an abstract again. FTS5 needs
 * the old text to forget it: the folded text is kept in search_entry.
 */
#include "lectern-search-index.h"

#include "lectern-schema.h"
#include "lectern-text.h"
#include "lectern-write.h"

#include <string.h>

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

  if (name != NULL && named != NULL)
    append_folded (name, lectern_value_get_text (&record->values[named->index]));
  if (body == NULL)
    return;
  for (guint i = 0; i < info->n_fields; i++)
    if (&info->fields[i] != named && (info->fields[i].flags & LECTERN_FIELD_SEARCHED))
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
put_words (LecternDb *db, gint64 rowid, const char *text, GError **error)
{
  sqlite3_stmt *statement;

  if (*text == '\0')
    return TRUE;
  statement = lectern_db_statement (db, "INSERT INTO search (rowid, text) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, rowid);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

static gboolean
forget_words (LecternDb *db, gint64 rowid, const char *text, GError **error)
{
  sqlite3_stmt *statement;

  if (*text == '\0')
    return TRUE;
  statement = lectern_db_statement (
      db, "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, rowid);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

static gboolean
replace_words (LecternDb *db, gint64 rowid, const char *before, const char *after, GError **error)
{
  return g_str_equal (before, after)
         || (forget_words (db, rowid, before, error) && put_words (db, rowid, after, error));
}

static gboolean
insert_entry (LecternDb *db, const LecternRecord *record, const char *name, const char *body,
              GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT INTO search_entry (kind, row, name, body) VALUES (?1, ?2, ?3, ?4)", error);
  gint64 number;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, record->kind);
  sqlite3_bind_int64 (statement, 2, record->id);
  sqlite3_bind_text (statement, 3, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, body, -1, SQLITE_STATIC);
  if (!lectern_db_run (db, statement, error))
    return FALSE;
  number = sqlite3_last_insert_rowid (db->handle);
  return put_words (db, number * 2, name, error) && put_words (db, number * 2 + 1, body, error);
}

static gboolean
store_entry (LecternDb *db, gint64 number, const char *name, const char *body, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, name ? "UPDATE search_entry SET name = ?2, body = ?3 WHERE number = ?1"
               : "DELETE FROM search_entry WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (name != NULL)
    {
      sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 3, body, -1, SQLITE_STATIC);
    }
  return lectern_db_run (db, statement, error);
}

/* What of a record's entry may have changed. */
enum
{
  NAME = 1 << 0,
  BODY = 1 << 1,
};

static guint
parts_of (const LecternOp *op)
{
  const LecternKindInfo *info = lectern_kind_info (op->kind);
  const LecternField *named;
  guint parts = 0;

  if (info == NULL || !lectern_schema_is_searched (op->kind))
    return 0;
  if (op->group == 0)
    return NAME | BODY;
  if (*op->language != '\0')
    return BODY;
  named = lectern_field_with_flag (op->kind, LECTERN_FIELD_NAME);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == op->group)
      {
        if (&info->fields[i] == named)
          parts |= NAME;
        else if (info->fields[i].flags & LECTERN_FIELD_SEARCHED)
          parts |= BODY;
      }
  return parts;
}

/* Brings the entry of a record up to date; a deleted record has none. */
static gboolean
index_record (LecternDb *db, const LecternRecord *record, guint parts, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *old_name = NULL, *old_body = NULL;
  gint64 number = 0;
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT number, name, body FROM search_entry WHERE row = ?1 AND kind = ?2", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record->id);
  sqlite3_bind_int (statement, 2, record->kind);
  if (lectern_db_step (db, statement, NULL))
    {
      number = sqlite3_column_int64 (statement, 0);
      old_name = lectern_column_dup (statement, 1);
      old_body = lectern_column_dup (statement, 2);
    }
  sqlite3_reset (statement);
  if (number == 0)
    parts = NAME | BODY;
  if (record->alive)
    lectern_search_index_texts (record, parts & NAME ? name : NULL, parts & BODY ? body : NULL);
  if (record->alive && !(parts & NAME))
    g_string_assign (name, old_name);
  if (record->alive && !(parts & BODY))
    g_string_assign (body, old_body);
  if (number == 0)
    return !record->alive || insert_entry (db, record, name->str, body->str, error);
  if (record->alive && g_str_equal (old_name, name->str) && g_str_equal (old_body, body->str))
    return TRUE;
  return replace_words (db, number * 2, old_name, name->str, error)
         && replace_words (db, number * 2 + 1, old_body, body->str, error)
         && store_entry (db, number, record->alive ? name->str : NULL, body->str, error);
}

/* --- how far it has read --- */

static gint64
newest (LecternDb *db)
{
  return lectern_db_integer (db, "SELECT number FROM change ORDER BY number DESC LIMIT 1");
}

static gint64
read_until (LecternDb *db)
{
  return lectern_db_integer (db, "SELECT value FROM meta WHERE key = 'indexed'");
}

static gboolean
set_read_until (LecternDb *db, gint64 number, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('indexed', ?1)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  return lectern_db_run (db, statement, error);
}

gint64
lectern_search_behind (LecternDb *db)
{
  return lectern_db_integer (db, "SELECT ifnull ((SELECT number FROM change ORDER BY number DESC LIMIT 1), 0)"
                                 " - ifnull ((SELECT value FROM meta WHERE key = 'indexed'), 0)");
}

typedef struct
{
  LecternKind kind;
  gint64 id;
  guint parts;
} Touched;

static guint
touched_hash (gconstpointer data)
{
  return g_int64_hash (&((const Touched *) data)->id);
}

static gboolean
touched_equal (gconstpointer a, gconstpointer b)
{
  const Touched *x = a, *y = b;
  return x->id == y->id && x->kind == y->kind;
}

/* The searched records that changes after @number touched, each once. */
static GPtrArray *
touched_since (LecternDb *db, gint64 number)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (touched_hash, touched_equal);
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT ops FROM change WHERE number > ?1 ORDER BY number", NULL);

  if (statement == NULL)
    return rows;
  sqlite3_bind_int64 (statement, 1, number);
  while (lectern_db_step (db, statement, NULL))
    {
      LecternOps ops;
      lectern_ops_init (&ops, sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      while (lectern_ops_next (&ops))
        {
          Touched key = { ops.op.kind, ops.op.row, parts_of (&ops.op) };
          Touched *row;

          if (key.parts == 0)
            continue;
          row = g_hash_table_lookup (seen, &key);
          if (row != NULL)
            {
              row->parts |= key.parts;
              continue;
            }
          row = g_memdup2 (&key, sizeof key);
          g_ptr_array_add (rows, row);
          g_hash_table_add (seen, row);
        }
    }
  return rows;
}

GHashTable *
lectern_search_unread (LecternDb *db)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = touched_since (db, read_until (db));

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (ids, g_memdup2 (&((Touched *) g_ptr_array_index (rows, i))->id, sizeof (gint64)));
  return ids;
}

static gboolean
index_touched (LecternDb *db, GError **error)
{
  g_autoptr (GPtrArray) rows = touched_since (db, read_until (db));

  for (guint i = 0; i < rows->len; i++)
    {
      Touched *touched = g_ptr_array_index (rows, i);
      g_autoptr (LecternRow) row = lectern_row_load (db, touched->kind, touched->id, NULL);
      if (row != NULL && !index_record (db, row->record, touched->parts, error))
        return FALSE;
    }
  return set_read_until (db, newest (db), error);
}

gboolean
lectern_search_catch_up (LecternDb *db, GError **error)
{
  if (lectern_search_behind (db) == 0)
    return TRUE;
  if (!lectern_db_begin (db, error))
    return FALSE;
  if (index_touched (db, error) && lectern_db_commit (db, error))
    return TRUE;
  lectern_db_rollback (db);
  return FALSE;
}

gboolean
lectern_search_begin_inline (LecternDb *db, gint64 number)
{
  return read_until (db) == number - 1 || index_touched (db, NULL);
}

gboolean
lectern_search_index_created (LecternDb *db, const LecternRecord *record, GError **error)
{
  g_autoptr (GString) name = NULL, body = NULL;

  if (!lectern_schema_is_searched (record->kind))
    return TRUE;
  name = g_string_sized_new (256);
  body = g_string_sized_new (4096);
  lectern_search_index_texts (record, name, body);
  return insert_entry (db, record, name->str, body->str, error);
}

gboolean
lectern_search_end_inline (LecternDb *db, gint64 number, GError **error)
{
  return set_read_until (db, number, error);
}

static void
entry_free (gpointer data)
{
  LecternSearchEntry *entry = data;
  g_free (entry->name);
  g_free (entry->body);
  g_free (entry);
}

GPtrArray *
lectern_search_pending (LecternReader *reader)
{
  LecternDb *db = lectern_reader_db (reader);
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) rows = touched_since (db, read_until (db));

  for (guint i = 0; i < rows->len; i++)
    {
      Touched *touched = g_ptr_array_index (rows, i);
      g_autoptr (LecternRecord) record = lectern_reader_get (reader, touched->kind, touched->id);
      g_autoptr (GString) name = g_string_new (NULL), body = g_string_new (NULL);
      LecternSearchEntry *entry;

      if (record == NULL)
        continue;
      lectern_search_index_texts (record, name, body);
      entry = g_new0 (LecternSearchEntry, 1);
      entry->kind = touched->kind;
      entry->id = touched->id;
      entry->alive = record->alive;
      entry->name = g_strdup (name->str);
      entry->body = g_strdup (body->str);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}
