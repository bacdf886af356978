/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-sqlite.h"
#include "lectern-write.h"

struct _LecternReader
{
  GObject parent_instance;
  LecternDb *db;
  char *uuid;
  guint depth; /* of lectern_reader_begin() */
};

G_DEFINE_FINAL_TYPE (LecternReader, lectern_reader, G_TYPE_OBJECT)

static void
lectern_reader_finalize (GObject *object)
{
  LecternReader *self = LECTERN_READER (object);

  g_clear_pointer (&self->db, lectern_db_close);
  g_free (self->uuid);
  G_OBJECT_CLASS (lectern_reader_parent_class)->finalize (object);
}

static void
lectern_reader_class_init (LecternReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_reader_finalize;
}

static void
lectern_reader_init (LecternReader *self)
{
}

LecternReader *
lectern_reader_open (const char *path, GError **error)
{
  g_autoptr (LecternReader) self = g_object_new (LECTERN_TYPE_READER, NULL);

  self->db = lectern_db_open (path, SQLITE_OPEN_READONLY, error);
  if (self->db == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

LecternDb *
lectern_reader_db (LecternReader *reader)
{
  return reader->db;
}

sqlite3_stmt *
lectern_reader_statement (LecternReader *reader, const char *sql)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = lectern_db_statement (reader->db, sql, &error);

  if (statement == NULL)
    g_info ("%s", error->message);
  return statement;
}

void
lectern_reader_begin (LecternReader *reader)
{
  if (reader->depth++ == 0)
    {
      lectern_db_exec (reader->db, "BEGIN", NULL);
      /* a read transaction begins with its first read */
      lectern_reader_moment (reader);
    }
}

void
lectern_reader_end (LecternReader *reader)
{
  g_return_if_fail (reader->depth > 0);
  if (--reader->depth == 0)
    lectern_db_exec (reader->db, "COMMIT", NULL);
}

void
lectern_reader_rest (LecternReader *reader)
{
  sqlite3_db_release_memory (reader->db->handle);
}

gint64
lectern_reader_moment (LecternReader *reader)
{
  return lectern_db_integer (reader->db, "SELECT number FROM change ORDER BY number DESC LIMIT 1");
}

/**
 * lectern_reader_get:
 *
 * Returns: (transfer full) (nullable): the record, also when it was deleted; NULL where
 * there never was one
 */
LecternRecord *
lectern_reader_get (LecternReader *reader, LecternKind kind, gint64 id)
{
  g_autoptr (LecternRow) row = NULL;

  if (lectern_kind_info (kind) == NULL)
    return NULL;
  row = lectern_row_load (reader->db, kind, id, NULL);
  return row ? g_steal_pointer (&row->record) : NULL;
}

/* What a list of a kind is ordered by, before the id. */
static const char *
order_of (LecternKind kind)
{
  static const char *const columns[] = { "position", "number", "date", "due" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (lectern_field_by_name (kind, columns[i]) != NULL)
      return columns[i];
  return "id";
}

/* Rows are loaded by id afterwards: a second statement on the same row is cheap, and one
   description of how a row is read is enough. */
GPtrArray *
lectern_reader_load_all (LecternReader *reader, LecternKind kind, sqlite3_stmt *statement)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL)
    return records;
  while (lectern_db_step (reader->db, statement, NULL))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      LecternRecord *record = lectern_reader_get (reader, kind, g_array_index (ids, gint64, i));
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

sqlite3_stmt *
lectern_reader_ids_where (LecternReader *reader, LecternKind kind, const char *where)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE alive = 1%s%s ORDER BY \"%s\", id", lectern_kind_info (kind)->name,
      where ? " AND " : "", where ? where : "", order_of (kind));
  return lectern_reader_statement (reader, sql);
}

GPtrArray *
lectern_reader_all (LecternReader *reader, LecternKind kind)
{
  return lectern_reader_load_all (reader, kind, lectern_reader_ids_where (reader, kind, NULL));
}

GPtrArray *
lectern_reader_find (LecternReader *reader, LecternKind kind, guint field, gint64 value)
{
  g_autofree char *where = g_strdup_printf ("\"%s\" = ?1", lectern_field (kind, field)->name);
  sqlite3_stmt *statement = lectern_reader_ids_where (reader, kind, where);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, value);
  return lectern_reader_load_all (reader, kind, statement);
}

GPtrArray *
lectern_reader_find_text (LecternReader *reader, LecternKind kind, guint field, const char *value)
{
  g_autofree char *where = g_strdup_printf ("\"%s\" = ?1", lectern_field (kind, field)->name);
  sqlite3_stmt *statement = lectern_reader_ids_where (reader, kind, where);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, value, -1, SQLITE_TRANSIENT);
  return lectern_reader_load_all (reader, kind, statement);
}

GPtrArray *
lectern_reader_owned (LecternReader *reader, LecternKind kind, LecternKind owner_kind, gint64 owner)
{
  sqlite3_stmt *statement = lectern_reader_ids_where (reader, kind, "owner = ?1 AND owner_kind = ?2");

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, owner);
      sqlite3_bind_text (statement, 2, lectern_kind_info (owner_kind)->name, -1, SQLITE_STATIC);
    }
  return lectern_reader_load_all (reader, kind, statement);
}

gint64
lectern_reader_count (LecternReader *reader, LecternKind kind, guint field, gint64 value)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  gint64 count = 0;

  g_string_printf (sql, "SELECT count(*) FROM \"%s\" WHERE alive = 1", lectern_kind_info (kind)->name);
  if (field != 0)
    g_string_append_printf (sql, " AND \"%s\" = ?1", lectern_field (kind, field)->name);
  statement = lectern_reader_statement (reader, sql->str);
  if (statement == NULL)
    return 0;
  if (field != 0)
    sqlite3_bind_int64 (statement, 1, value);
  if (lectern_db_step (reader->db, statement, NULL))
    count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return count;
}

char *
lectern_reader_name (LecternReader *reader, LecternKind kind, gint64 id, const char *language)
{
  g_autoptr (LecternRecord) record = id ? lectern_reader_get (reader, kind, id) : NULL;
  return g_strdup (record ? lectern_record_name (record, language) : "");
}

const char *
lectern_reader_workspace_uuid (LecternReader *reader)
{
  if (reader->uuid == NULL)
    {
      sqlite3_stmt *statement
          = lectern_reader_statement (reader, "SELECT value FROM meta WHERE key = 'uuid'");
      if (statement != NULL && lectern_db_step (reader->db, statement, NULL))
        reader->uuid = lectern_column_dup (statement, 0);
      if (statement != NULL)
        sqlite3_reset (statement);
    }
  return reader->uuid ? reader->uuid : "";
}

LecternRecord *
lectern_reader_workspace (LecternReader *reader)
{
  return lectern_reader_get (
      reader, LECTERN_KIND_WORKSPACE,
      lectern_db_integer (reader->db, "SELECT id FROM workspace WHERE alive = 1 ORDER BY id LIMIT 1"));
}

gint64
lectern_reader_event_by_slug (LecternReader *reader, const char *slug)
{
  sqlite3_stmt *statement = lectern_reader_statement (
      reader, "SELECT id FROM event WHERE alive = 1 AND slug = ?1 ORDER BY id LIMIT 1");
  gint64 id = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, slug, -1, SQLITE_TRANSIENT);
  if (lectern_db_step (reader->db, statement, NULL))
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return id;
}
