/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schema.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* How the history is kept (see "Edits, history and replication" in README.md):
 *  - a record's row names the change of its last whole-row write;
 *  - an op row exists only for a cell that was written since, and for what it replaced;
 *  - the value of an op is NULL while it stands in the record's table;
 *  - head is 0 for what was replaced, 1 for a head, 2 for a head that waits for a decision.
 */
static const char *const history_sql[] = {
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
  /* the version vector: highest sequence and Lamport number of each device, and where its undo
     and redo stand (the number of a step, which is that of its first change). The newest change
     knows better of its own writer, so that an edit does not touch this table. */
  "CREATE TABLE writer (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, lamport INTEGER NOT NULL, "
  "undo INTEGER NOT NULL, redo INTEGER NOT NULL) STRICT",
  "CREATE TABLE change (number INTEGER PRIMARY KEY, writer INTEGER NOT NULL, sequence INTEGER NOT NULL, "
  "lamport INTEGER NOT NULL, time INTEGER NOT NULL, type INTEGER NOT NULL, step INTEGER NOT NULL, "
  "visit INTEGER NOT NULL, undo INTEGER NOT NULL, redo INTEGER NOT NULL, kinds INTEGER NOT NULL, "
  "author TEXT NOT NULL, label TEXT NOT NULL, context BLOB NOT NULL, ops BLOB NOT NULL) STRICT",
  /* where a writer's changes stand in a row without another's between them: its first one */
  "CREATE TABLE run (writer INTEGER NOT NULL, sequence INTEGER NOT NULL, number INTEGER NOT NULL, "
  "PRIMARY KEY (writer, sequence)) STRICT, WITHOUT ROWID",
  "CREATE TABLE op (kind INTEGER NOT NULL, row INTEGER NOT NULL, grp INTEGER NOT NULL, lang TEXT NOT NULL, "
  "change INTEGER NOT NULL, head INTEGER NOT NULL, origin INTEGER NOT NULL, prior INTEGER NOT NULL, "
  "value BLOB, PRIMARY KEY (kind, row, grp, lang, change)) STRICT, WITHOUT ROWID",
  /* what waits for a decision: heads that are not shown, deletions that lost against an edit */
  "CREATE INDEX op_to_review ON op (kind, row, grp, lang) WHERE head = 2",
  /* what a newer version wrote into kinds and fields that this one does not know */
  "CREATE TABLE unknown (kind INTEGER NOT NULL, row INTEGER NOT NULL, grp INTEGER NOT NULL, "
  "lang TEXT NOT NULL, change INTEGER NOT NULL, value BLOB NOT NULL, "
  "PRIMARY KEY (kind, row, grp, lang, change)) STRICT, WITHOUT ROWID",
  "CREATE TABLE waiting (writer INTEGER NOT NULL, sequence INTEGER NOT NULL, data BLOB NOT NULL, "
  "PRIMARY KEY (writer, sequence)) STRICT, WITHOUT ROWID",
  "CREATE TABLE translation (kind INTEGER NOT NULL, row INTEGER NOT NULL, field INTEGER NOT NULL, "
  "lang TEXT NOT NULL, text TEXT NOT NULL, made_from INTEGER NOT NULL, "
  "PRIMARY KEY (kind, row, field, lang)) STRICT, WITHOUT ROWID",
  "CREATE TABLE search_entry (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, row INTEGER NOT NULL, "
  "name TEXT NOT NULL, body TEXT NOT NULL) STRICT",
  "CREATE UNIQUE INDEX search_entry_row ON search_entry (row, kind)",
  "CREATE INDEX search_entry_name ON search_entry (name)",
  "CREATE VIRTUAL TABLE search USING " LECTERN_SCHEMA_SEARCH,
};

static const char *
column_type (const LecternField *field)
{
  if (lectern_field_is_integer (field))
    return "INTEGER";
  if (field->type == LECTERN_TYPE_REAL)
    return "REAL";
  if (field->type == LECTERN_TYPE_BYTES)
    return "BLOB";
  return "TEXT";
}

static char *
table_sql (const LecternKindInfo *info, guint version)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE \"%s\" (id INTEGER PRIMARY KEY, alive INTEGER NOT NULL, "
                        "change INTEGER NOT NULL", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].since <= version)
      g_string_append_printf (sql, ", \"%s\" %s", info->fields[i].name,
                              column_type (&info->fields[i]));
  g_string_append (sql, ") STRICT");
  return g_string_free (sql, FALSE);
}

/* A record is looked up by its first reference, a link by each of its ends. */
static gboolean
has_index (const LecternKindInfo *info, const LecternField *field, gboolean *first)
{
  if (field->type != LECTERN_TYPE_REFERENCE)
    return FALSE;
  if (*first)
    {
      *first = FALSE;
      return TRUE;
    }
  return (field->flags & LECTERN_FIELD_LINKS) && info->kind != LECTERN_KIND_CHECK_IN;
}

gboolean
lectern_schema_is_searched (LecternKind kind)
{
  return lectern_field_with_flag (kind, LECTERN_FIELD_SEARCHED) != NULL;
}

/* The sessions of an event are read by day, so that a day costs the same in a long event. */
static const char *
index_more (const LecternKindInfo *info)
{
  return info->kind == LECTERN_KIND_SESSION ? ", alive, \"day\"" : "";
}

/* Everything that a new file of @version holds, in the order of creation. */
static GPtrArray *
schema_sql (guint version)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (history_sql); i++)
    g_ptr_array_add (all, g_strdup (history_sql[i]));
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      gboolean first = TRUE;

      g_ptr_array_add (all, table_sql (info, version));
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].since <= version && has_index (info, &info->fields[i], &first))
          g_ptr_array_add (all, g_strdup_printf ("CREATE INDEX \"%s_%s\" ON \"%s\" (\"%s\"%s)",
                                                 info->name, info->fields[i].name, info->name,
                                                 info->fields[i].name, index_more (info)));
    }
  return all;
}

static gboolean
create_all (LecternDb *db, GError **error)
{
  g_autoptr (GPtrArray) all = schema_sql (LECTERN_SCHEMA_VERSION);

  for (guint i = 0; i < all->len; i++)
    if (!lectern_db_exec (db, g_ptr_array_index (all, i), error))
      return FALSE;
  return TRUE;
}

/* Adds the columns that came with @version; what else a version needs is done here too. */
static gboolean
migrate_to (LecternDb *db, guint version, GError **error)
{
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].since == version)
          {
            g_autofree char *sql = g_strdup_printf ("ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s",
                                                    info->name, info->fields[i].name,
                                                    column_type (&info->fields[i]));
            if (!lectern_db_exec (db, sql, error))
              return FALSE;
          }
    }
  return TRUE;
}

static gboolean
in_transaction (LecternDb *db, gboolean (*work) (LecternDb *, guint, GError **), guint version,
                GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", version);

  if (!lectern_db_begin (db, error))
    return FALSE;
  if (work (db, version, error) && lectern_db_exec (db, stamp, error)
      && lectern_db_commit (db, error))
    return TRUE;
  lectern_db_rollback (db);
  return FALSE;
}

static gboolean
create_work (LecternDb *db, guint version, GError **error)
{
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", LECTERN_APPLICATION_ID);
  return lectern_db_exec (db, id, error) && create_all (db, error);
}

static gboolean
refuse_newer (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NEWER,
               _ ("“%s” was written by a newer version of Lectern; this version leaves it alone."),
               name);
  return FALSE;
}

gboolean
lectern_schema_upgrade (LecternDb *db, GError **error)
{
  gint64 version = lectern_db_integer (db, "PRAGMA user_version");

  if (version > LECTERN_SCHEMA_VERSION)
    return refuse_newer (db->path, error);
  if (version == 0)
    return in_transaction (db, create_work, LECTERN_SCHEMA_VERSION, error);
  for (guint next = version + 1; next <= LECTERN_SCHEMA_VERSION; next++)
    if (!in_transaction (db, migrate_to, next, error))
      return FALSE;
  return TRUE;
}

/* The database header: https://sqlite.org/fileformat2.html §1.3. */
gboolean
lectern_schema_check_header (const char *path, GError **error)
{
  guint8 header[100];
  g_autofree char *name = g_path_get_basename (path);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize got;
  guint32 version, application;

  if (fd < 0)
    {
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” cannot be opened."), name);
      return FALSE;
    }
  got = read (fd, header, sizeof header);
  close (fd);
  if (got < (gssize) sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FOREIGN,
                   _ ("“%s” is not a Lectern workspace."), name);
      return FALSE;
    }
  memcpy (&version, header + 60, 4);
  memcpy (&application, header + 68, 4);
  if (GUINT32_FROM_BE (application) != LECTERN_APPLICATION_ID)
    {
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program."), name);
      return FALSE;
    }
  if (GUINT32_FROM_BE (version) > LECTERN_SCHEMA_VERSION)
    return refuse_newer (path, error);
  return TRUE;
}

/* What FTS5 makes for the index itself. */
static const char *const derived_sql[] = {
  "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
  "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
  "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
};

/* Compared by text: ALTER TABLE ADD COLUMN leaves the text that a new file would have,
   because new fields stand at the end of their kind. An older file is compared with what
   its own version made, so that nothing of a strange file is used before this was asked. */
gboolean
lectern_schema_check (LecternDb *db, GError **error)
{
  guint version = lectern_db_integer (db, "PRAGMA user_version");
  g_autoptr (GPtrArray) all = schema_sql (version);
  g_autoptr (GHashTable) missing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement;
  gboolean strange = version == 0 || version > LECTERN_SCHEMA_VERSION;

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (missing, g_ptr_array_index (all, i));
  for (gsize i = 0; i < G_N_ELEMENTS (derived_sql); i++)
    g_hash_table_add (missing, (gpointer) derived_sql[i]);
  statement = lectern_db_statement (db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", error);
  if (statement == NULL)
    return FALSE;
  while (lectern_db_step (db, statement, &failure))
    strange |= !g_hash_table_remove (missing, sqlite3_column_text (statement, 0));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (strange || g_hash_table_size (missing) > 0)
    {
      g_autofree char *base = g_path_get_basename (db->path);
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED,
                   _ ("“%s” is not whole: its tables are not those of a Lectern workspace."), base);
      return FALSE;
    }
  return TRUE;
}
