/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-sqlite.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lectern-store-error-quark, lectern_store_error)

/* Another process holds the file only while it writes one edit. */
#define BUSY_MS 5000

static LecternStoreError
error_code (int result)
{
  if (result == SQLITE_IOERR_SHMSIZE) /* the memory that connections share is a file as well */
    return LECTERN_STORE_ERROR_FULL;
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return LECTERN_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return LECTERN_STORE_ERROR_FOREIGN;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return LECTERN_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return LECTERN_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return LECTERN_STORE_ERROR_BUSY;
    case SQLITE_CANTOPEN:
      return LECTERN_STORE_ERROR_NOT_FOUND;
    default:
      return LECTERN_STORE_ERROR_FAILED;
    }
}

static void
set_error (GError **error, int result, const char *path, const char *detail)
{
  LecternStoreError code = error_code (result);
  g_autofree char *name = g_path_get_basename (path);

  switch (code)
    {
    case LECTERN_STORE_ERROR_DAMAGED:
      g_set_error (error, LECTERN_STORE_ERROR, code,
                   _ ("The file “%s” is damaged; restore it from a backup."), name);
      break;
    case LECTERN_STORE_ERROR_FOREIGN:
      g_set_error (error, LECTERN_STORE_ERROR, code, _ ("“%s” is not a Lectern workspace."), name);
      break;
    case LECTERN_STORE_ERROR_READ_ONLY:
      g_set_error (error, LECTERN_STORE_ERROR, code,
                   _ ("“%s” cannot be written to; nothing was changed."), name);
      break;
    case LECTERN_STORE_ERROR_FULL:
      g_set_error (error, LECTERN_STORE_ERROR, code,
                   _ ("No space is left for “%s”; the change was not stored, nothing else was lost."),
                   name);
      break;
    case LECTERN_STORE_ERROR_BUSY:
      g_set_error (error, LECTERN_STORE_ERROR, code,
                   _ ("“%s” is in use by another program; the change was not stored."), name);
      break;
    case LECTERN_STORE_ERROR_NOT_FOUND:
      g_set_error (error, LECTERN_STORE_ERROR, code, _ ("“%s” cannot be opened."), name);
      break;
    default:
      /* TRANSLATORS: the last part is a technical reason in English */
      g_set_error (error, LECTERN_STORE_ERROR, code, _ ("“%s” could not be used: %s."), name,
                   detail ? detail : sqlite3_errstr (result));
    }
}

void
lectern_db_fail (LecternDb *db, GError **error)
{
  GError *failure = NULL;

  set_error (&failure, sqlite3_extended_errcode (db->handle), db->path, sqlite3_errmsg (db->handle));
  if (db->writing && db->failure == NULL)
    db->failure = g_error_copy (failure);
  if (error != NULL && *error == NULL)
    *error = g_steal_pointer (&failure);
  g_clear_error (&failure);
}

/* Whether the transaction that is being written has failed. */
static gboolean
has_failed (LecternDb *db, GError **error)
{
  if (!db->writing || db->failure == NULL)
    return FALSE;
  if (error != NULL && *error == NULL)
    *error = g_error_copy (db->failure);
  return TRUE;
}

gboolean
lectern_db_begin (LecternDb *db, GError **error)
{
  if (!lectern_db_run (db, lectern_db_statement (db, "BEGIN IMMEDIATE", error), error))
    return FALSE;
  db->writing = TRUE;
  return TRUE;
}

gboolean
lectern_db_commit (LecternDb *db, GError **error)
{
  if (!lectern_db_run (db, lectern_db_statement (db, "COMMIT", error), error))
    return FALSE;
  db->writing = FALSE;
  return TRUE;
}

void
lectern_db_rollback (LecternDb *db)
{
  db->writing = FALSE;
  g_clear_error (&db->failure);
  if (!sqlite3_get_autocommit (db->handle)) /* SQLite may have done it already */
    lectern_db_exec (db, "ROLLBACK", NULL);
}

/* Comparing by the locale: names sort as people of this locale expect. */
static int
collate_locale (void *data, int length_a, const void *a, int length_b, const void *b)
{
  g_autofree char *text_a = g_strndup (a, length_a);
  g_autofree char *text_b = g_strndup (b, length_b);
  int order = g_utf8_collate (text_a, text_b);
  return order ? order : strcmp (text_a, text_b);
}

/* Statements are long and looked up many times in an edit; their ends tell them apart. */
static guint
sql_hash (gconstpointer sql)
{
  gsize length = strlen (sql);
  guint64 end = 0;

  memcpy (&end, (const char *) sql + length - MIN (length, sizeof end), MIN (length, sizeof end));
  return (guint) (((end ^ length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

LecternDb *
lectern_db_open (const char *path, int flags, GError **error)
{
  g_autoptr (LecternDb) db = g_new0 (LecternDb, 1);
  int result;

  db->path = g_strdup (path);
  db->statements = g_hash_table_new_full (sql_hash, g_str_equal, g_free,
                                          (GDestroyNotify) sqlite3_finalize);
  static gsize once;
  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0); /* counting each allocation takes a lock */
      g_once_init_leave (&once, 1);
    }
  result = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);
  if (result != SQLITE_OK)
    {
      set_error (error, result, path, NULL);
      return NULL;
    }
  sqlite3_busy_timeout (db->handle, BUSY_MS);
  /* A workspace may come from anybody: nothing in its schema is trusted to run code. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_create_collation (db->handle, "lectern_locale", SQLITE_UTF8, NULL, collate_locale);
  if (!lectern_db_exec (db, "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0;", error))
    return NULL;
  return g_steal_pointer (&db);
}

void
lectern_db_close (LecternDb *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_error (&db->failure);
  sqlite3_close_v2 (db->handle);
  g_free (db->path);
  g_free (db);
}

sqlite3_stmt *
lectern_db_statement (LecternDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    {
      lectern_db_fail (db, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, g_strdup (sql), statement);
  return statement;
}

gboolean
lectern_db_step (LecternDb *db, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    lectern_db_fail (db, error);
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
lectern_db_run (LecternDb *db, sqlite3_stmt *statement, GError **error)
{
  if (statement == NULL || has_failed (db, error))
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_DONE)
    {
      lectern_db_fail (db, error);
      sqlite3_reset (statement);
      return FALSE;
    }
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
lectern_db_exec (LecternDb *db, const char *sql, GError **error)
{
  if (has_failed (db, error))
    return FALSE;
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  lectern_db_fail (db, error);
  return FALSE;
}

gint64
lectern_db_integer (LecternDb *db, const char *sql)
{
  sqlite3_stmt *statement = lectern_db_statement (db, sql, NULL);
  gint64 integer = 0;

  if (statement != NULL && lectern_db_step (db, statement, NULL))
    integer = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  return integer;
}

/* The value must outlive the statement's next reset. */
void
lectern_bind_value (sqlite3_stmt *statement, int at, const LecternValue *value)
{
  switch (value->type)
    {
    case LECTERN_VALUE_EMPTY:
      sqlite3_bind_null (statement, at);
      break;
    case LECTERN_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, at, value->integer);
      break;
    case LECTERN_VALUE_REAL:
      sqlite3_bind_double (statement, at, value->real);
      break;
    case LECTERN_VALUE_TEXT:
      sqlite3_bind_text (statement, at, value->data, value->length, SQLITE_STATIC);
      break;
    case LECTERN_VALUE_BYTES:
      sqlite3_bind_blob (statement, at, value->length ? value->data : "", value->length,
                         SQLITE_STATIC);
      break;
    }
}

LecternValue
lectern_column_value (sqlite3_stmt *statement, int column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      return lectern_value_integer (sqlite3_column_int64 (statement, column));
    case SQLITE_FLOAT:
      return lectern_value_real (sqlite3_column_double (statement, column));
    case SQLITE_TEXT:
      return lectern_value_text ((const char *) sqlite3_column_text (statement, column));
    case SQLITE_BLOB:
      {
        gconstpointer data = sqlite3_column_blob (statement, column);
        return lectern_value_bytes (data, sqlite3_column_bytes (statement, column));
      }
    default:
      return LECTERN_EMPTY;
    }
}

char *
lectern_column_dup (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}
