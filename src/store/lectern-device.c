/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who writes here. A sequence number must never be used twice by one writer, so a copy
 * of a file (another path, inode or machine) is another writer.
 */
#include "lectern-identity.h"
#include "lectern-workspace-private.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static char *
fingerprint (const char *path)
{
  g_autofree char *machine = NULL;
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *text = NULL;
  GStatBuf info;

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    machine = g_strdup (g_get_host_name ());
  if (g_stat (path, &info) != 0)
    info.st_ino = 0;
  text = g_strdup_printf ("%s\n%s\n%" G_GUINT64_FORMAT, g_strchomp (machine), real ? real : path,
                          (guint64) info.st_ino);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
get_meta (LecternDb *db, const char *key)
{
  sqlite3_stmt *statement = lectern_db_statement (db, "SELECT value FROM meta WHERE key = ?1", NULL);
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (lectern_db_step (db, statement, NULL))
    value = lectern_column_dup (statement, 0);
  sqlite3_reset (statement);
  return value;
}

static gboolean
set_meta (LecternDb *db, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *statement
      = lectern_db_statement (db, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

/* Undo and redo stay where they stood: the steps are in the file. */
static gint64
new_writer (LecternDb *db, gint64 old, const char *place, GError **error)
{
  gint64 writer = lectern_id_base ();
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, writer);
  sqlite3_stmt *statement;

  if (!lectern_db_begin (db, error))
    return 0;
  statement = lectern_db_statement (
      db, "INSERT INTO writer (id, sequence, lamport, undo, redo) SELECT ?1, 0, 0, "
          "ifnull((SELECT undo FROM writer WHERE id = ?2), 0), "
          "ifnull((SELECT redo FROM writer WHERE id = ?2), 0)", error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, writer);
      sqlite3_bind_int64 (statement, 2, old);
    }
  if (lectern_clock_settle (db, error) && lectern_db_run (db, statement, error)
      && set_meta (db, "writer", text, error) && set_meta (db, "place", place, error)
      && lectern_db_commit (db, error))
    return writer;
  lectern_db_rollback (db);
  return 0;
}

gint64
lectern_device_writer (LecternDb *db, GError **error)
{
  g_autofree char *place = fingerprint (db->path);
  g_autofree char *known = get_meta (db, "place");
  g_autofree char *text = get_meta (db, "writer");
  gint64 writer = text ? g_ascii_strtoll (text, NULL, 10) : 0;

  if (writer != 0 && g_strcmp0 (place, known) == 0)
    return writer;
  return new_writer (db, writer, place, error);
}

/* What a new workspace holds: its identity and the one record that names it. */
gboolean
lectern_device_begin (LecternDb *db, const char *name, const char *language, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (LecternEdit) edit = lectern_edit_new ("");
  g_autoptr (LecternResult) result = NULL;
  const char *languages[] = { language, NULL };
  gint64 writer, id;

  if (!set_meta (db, "uuid", uuid, error))
    return FALSE;
  writer = lectern_device_writer (db, error);
  if (writer == 0)
    return FALSE;
  lectern_edit_set_bookkeeping (edit);
  id = lectern_edit_create (edit, LECTERN_KIND_WORKSPACE);
  lectern_edit_set_text (edit, LECTERN_KIND_WORKSPACE, id, LECTERN_WORKSPACE_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_WORKSPACE, id, LECTERN_WORKSPACE_TEXT_LANGUAGE, language);
  lectern_edit_set (edit, LECTERN_KIND_WORKSPACE, id, LECTERN_WORKSPACE_LANGUAGES, NULL,
                    lectern_value_texts (languages));
  result = lectern_commit (db, writer, edit, error);
  return result != NULL;
}
