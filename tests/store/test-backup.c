/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-backup.h"
#include "lectern-schema.h"
#include "lectern-search.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME

static char *
beside (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_whole (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;

  lectern_verify (path, &problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static gint64
fill (Fixture *fixture)
{
  LecternEdit *edit = lectern_edit_new ("Import");
  gint64 id = 0, deleted;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      id = lectern_edit_create (edit, PERSON);
      lectern_edit_set_text (edit, PERSON, id, NAME, name);
      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_BIOGRAPHY, "Glazes and kilns");
    }
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_set (fixture, PERSON, id, NAME, "Ottoline Varga");
  edit = lectern_edit_new ("Translate");
  lectern_edit_set (edit, PERSON, id, LECTERN_PERSON_BIOGRAPHY, "de", lectern_value_text ("Glasuren"));
  lectern_result_free (fixture_commit (fixture, edit));
  deleted = fixture_add (fixture, PERSON, NAME, "Gone");
  edit = lectern_edit_new ("Delete");
  lectern_edit_delete (edit, PERSON, deleted);
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_undo (fixture);
  fixture_redo (fixture);
  return id;
}

static LecternWorkspace *
open_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  LecternWorkspace *workspace = lectern_workspace_open (path, &error);

  g_assert_no_error (error);
  return workspace;
}

static void
close_workspace (LecternWorkspace *workspace)
{
  lectern_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (workspace);
}

/* A complete copy of a workspace that is open, and a new workspace from it. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = beside (fixture, "copy.lectern"), *back = beside (fixture, "back.db");
  g_autofree char *wal = g_strconcat (copy, "-wal", NULL);
  gint64 id = fill (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (LecternRecord) record = NULL;
  g_autoptr (GBytes) seen = lectern_history_seen (fixture_reader (fixture)), seen_back = NULL;
  GStatBuf info;
  LecternWorkspace *workspace;

  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  assert_whole (copy);
  assert_whole (fixture->path);

  fixture_set (fixture, PERSON, id, NAME, "Changed later");
  g_assert_true (lectern_backup_restore (copy, back, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (back, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  workspace = open_whole (back);
  record = lectern_reader_get (lectern_workspace_reader (workspace), PERSON, id);
  g_assert_cmpstr (lectern_record_text (record, NAME), ==, "Ottoline Varga");
  g_assert_cmpstr (lectern_record_text_in (record, LECTERN_PERSON_BIOGRAPHY, "de"), ==, "Glasuren");
  hits = lectern_search (lectern_workspace_reader (workspace), "varga", LECTERN_KIND_NONE, 10);
  g_assert_cmpuint (hits->len, ==, 1);
  seen_back = lectern_history_seen (lectern_workspace_reader (workspace));
  g_assert_true (g_bytes_equal (seen, seen_back));
  g_assert_cmpint (lectern_reader_count (lectern_workspace_reader (workspace), PERSON, 0, 0), ==, 300);
  close_workspace (workspace);
  assert_whole (back);
}

static gint64
n_places (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT count(*) FROM meta WHERE key = 'place'", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return n;
}

/* Also where it comes to lie at the old place: same path, perhaps the same inode. */
static void
test_restored_is_another_writer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = beside (fixture, "copy.lectern");
  g_autoptr (LecternResult) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  LecternEdit *edit = lectern_edit_new ("Add");

  lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), NAME, "A");
  before = fixture_commit (fixture, edit);
  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  lectern_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->workspace);
  g_assert_cmpint (n_places (fixture->path), ==, 1);
  g_assert_cmpint (n_places (copy), ==, 0);
  g_unlink (fixture->path);
  g_assert_true (lectern_backup_restore (copy, fixture->path, &error));
  g_assert_cmpint (n_places (fixture->path), ==, 0);
  fixture->workspace = open_whole (fixture->path);
  fixture_undo (fixture); /* where undo stood is in the copy */
  edit = lectern_edit_new ("Add");
  lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), NAME, "B");
  after = fixture_commit (fixture, edit);
  g_assert_cmpint (before->writer, !=, after->writer);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 1);
  fixture_reopen (fixture);
  assert_whole (fixture->path);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Tries to bring in a file: one sentence, and the folder and the file are as they were. */
static void
refuse (Fixture *fixture, const char *path, LecternStoreError code)
{
  g_autofree char *back = beside (fixture, "back.db");
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;
  guint files = n_files (fixture->folder);
  gboolean regular = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autoptr (GError) error = NULL, open_error = NULL;

  if (regular)
    g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_false (lectern_backup_restore (path, back, &error));
  g_test_message ("%s", error->message);
  assert_sentence (error);
  g_assert_error (error, LECTERN_STORE_ERROR, (int) code);
  g_assert_null (lectern_workspace_open (path, &open_error));
  assert_sentence (open_error);
  g_assert_cmpuint (n_files (fixture->folder), ==, files);
  g_assert_false (lectern_verify (path, NULL));
  g_assert_cmpuint (n_files (fixture->folder), ==, files);
  if (regular)
    {
      g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
refuse_bytes (Fixture *fixture, const char *contents, gsize length, LecternStoreError code)
{
  g_autofree char *path = beside (fixture, "strange.lectern");

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  refuse (fixture, path, code);
}

static char *
backup_bytes (Fixture *fixture, gsize *length)
{
  g_autofree char *copy = beside (fixture, "copy.lectern");
  g_autoptr (GError) error = NULL;
  char *contents;

  fill (fixture);
  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (copy, &contents, length, NULL));
  g_unlink (copy);
  return contents;
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *contents = backup_bytes (fixture, &length);
  guint n = 0;

  g_assert_cmpuint (length % 4096, ==, 0);
  for (gsize at = 0; at < length; at += 4096, n++)
    refuse_bytes (fixture, contents, at,
                  at == 0 ? LECTERN_STORE_ERROR_FOREIGN : LECTERN_STORE_ERROR_DAMAGED);
  refuse_bytes (fixture, contents, 99, LECTERN_STORE_ERROR_FOREIGN);
  refuse_bytes (fixture, contents, 100, LECTERN_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (n, >, 50);
}

/* A page of noise anywhere: brought in whole, or not at all. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *contents = backup_bytes (fixture, &length);
  g_autofree char *path = beside (fixture, "strange.lectern"), *back = beside (fixture, "back.db");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240617);
  guint n_refused = 0, n = length / 4096;

  for (guint page = 1; page < n; page++)
    {
      g_autofree char *damaged = g_memdup2 (contents, length);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 4096; i++)
        damaged[page * 4096 + i] = g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, damaged, length, NULL));
      if (!lectern_backup_restore (path, back, &error))
        {
          assert_sentence (error);
          g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED);
          n_refused++;
          g_assert_false (g_file_test (back, G_FILE_TEST_EXISTS));
        }
      g_unlink (back);
    }
  g_assert_cmpuint (n_refused, ==, n - 1);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *contents = backup_bytes (fixture, &length);
  g_autofree char *fifo = beside (fixture, "fifo.lectern"), *folder = beside (fixture, "folder.lectern");
  g_autofree char *link = beside (fixture, "link.lectern"), *missing = beside (fixture, "missing.lectern");

  refuse_bytes (fixture, "", 0, LECTERN_STORE_ERROR_FOREIGN);
  refuse_bytes (fixture, "BEGIN:VCALENDAR\r\n", 17, LECTERN_STORE_ERROR_FOREIGN);
  contents[63] = 2; /* user_version */
  refuse_bytes (fixture, contents, length, LECTERN_STORE_ERROR_NEWER);
  contents[63] = 0;
  refuse_bytes (fixture, contents, length, LECTERN_STORE_ERROR_DAMAGED);
  contents[63] = 1;
  memset (contents + 68, 0, 4); /* application_id */
  refuse_bytes (fixture, contents, length, LECTERN_STORE_ERROR_FOREIGN);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  refuse (fixture, fifo, LECTERN_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  refuse (fixture, folder, LECTERN_STORE_ERROR_FOREIGN);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  refuse (fixture, link, LECTERN_STORE_ERROR_NOT_FOUND);
  refuse (fixture, missing, LECTERN_STORE_ERROR_NOT_FOUND);
}

static void
alter (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Whole as databases, but made to do something else than a workspace does. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM person; END",
    "CREATE TRIGGER search_t AFTER INSERT ON change BEGIN DELETE FROM person; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE VIEW search_v AS SELECT 1",
    "CREATE VIRTUAL TABLE other USING fts5(a)",
    "CREATE VIRTUAL TABLE search_other USING fts5(a)",
    "CREATE TABLE extra (a)",
    "CREATE TABLE search_extra (a)",
    "CREATE INDEX extra ON person (name)",
    "CREATE INDEX extra ON person (abs(id))",
    "ALTER TABLE person RENAME TO people",
    "ALTER TABLE person RENAME COLUMN name TO nome",
    "ALTER TABLE person ADD COLUMN more TEXT",
    "ALTER TABLE person ADD COLUMN half INTEGER GENERATED ALWAYS AS (id / 2) VIRTUAL",
    "DROP TABLE person",
    "DROP INDEX op_to_review",
    "DROP TABLE search",
    "DROP TABLE search; CREATE TABLE search (text)",
    "DROP TABLE person; CREATE VIEW person AS SELECT 1 AS id, 1 AS alive",
    "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE meta (key TEXT PRIMARY KEY, "
    "value ANY NOT NULL, CHECK (abs(-9223372036854775807 - 1))) STRICT, WITHOUT ROWID' WHERE name = 'meta'",
    "PRAGMA writable_schema = 1; INSERT INTO sqlite_schema VALUES ('table', 'sqlite_odd', 'sqlite_odd', 0, "
    "'CREATE TABLE sqlite_odd (a)')",
  };
  gsize length;
  g_autofree char *contents = backup_bytes (fixture, &length);
  g_autofree char *path = beside (fixture, "strange.lectern");

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_test_message ("%s", statements[i]);
      g_assert_true (g_file_set_contents (path, contents, length, NULL));
      alter (path, statements[i]);
      refuse (fixture, path, LECTERN_STORE_ERROR_DAMAGED);
    }
}

/* What verify finds that SQLite's own check does not. */
static void
test_verify_finds (Fixture *fixture, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE run SET number = number + 1",
    "DELETE FROM change WHERE sequence = 3",
    "UPDATE change SET lamport = 1 WHERE sequence = 3",
    "UPDATE change SET writer = 5 WHERE sequence = 3",
    "UPDATE op SET head = 0 WHERE grp = 1",
    "UPDATE op SET head = 1 WHERE grp = 1",
    "UPDATE op SET change = 900 WHERE grp = 1 AND head = 1",
    "UPDATE op SET value = NULL WHERE grp = 1 AND head = 0",
    "DELETE FROM op WHERE grp = 1",
    "UPDATE person SET change = 900 WHERE name = 'Person 5'",
    "UPDATE translation SET lang = 'sv'",
    "UPDATE person SET name = 'Written around' WHERE name = 'Person 5'",
    "UPDATE person SET alive = 0 WHERE name = 'Person 5'",
    "UPDATE search_entry SET body = 'nothing' WHERE name = 'person 5'",
    "DELETE FROM search_entry WHERE name = 'person 5'",
    "INSERT INTO search_entry (kind, row, name, body) VALUES (5, 1, 'ghost', '')",
    "INSERT INTO search (search, rowid, text) SELECT 'delete', number * 2, name FROM search_entry "
    "WHERE name = 'person 5'",
  };
  gsize length;
  g_autofree char *contents = backup_bytes (fixture, &length);
  g_autofree char *path = beside (fixture, "strange.lectern");

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *before = NULL, *after = NULL;
      gsize n_before, n_after;

      g_test_message ("%s", statements[i]);
      g_assert_true (g_file_set_contents (path, contents, length, NULL));
      assert_whole (path);
      alter (path, statements[i]);
      g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
      g_assert_false (lectern_verify (path, &problems));
      g_assert_cmpuint (problems->len, >, 0);
      g_test_message ("  %s", (char *) g_ptr_array_index (problems, 0));
      g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
refuse_target (Fixture *fixture, const char *target)
{
  g_autoptr (GError) error = NULL;
  guint files = n_files (fixture->folder);

  g_assert_false (lectern_backup_write (fixture->path, target, &error));
  g_test_message ("%s", error->message);
  assert_sentence (error);
  g_assert_cmpuint (n_files (fixture->folder), ==, files);
}

/* What a copy must never be written over. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = beside (fixture, "other.db"), *folder = beside (fixture, "folder");
  g_autofree char *fifo = beside (fixture, "fifo"), *link = beside (fixture, "link");
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", NULL);
  g_autofree char *copy = beside (fixture, "copy.lectern"), *first = NULL, *kept = NULL, *back = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_first, n_kept;

  fill (fixture);
  refuse_target (fixture, fixture->path);
  close_workspace (lectern_workspace_create (other, "Other", "en", NULL));
  refuse_target (fixture, other);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  refuse_target (fixture, folder);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  refuse_target (fixture, fifo);
  refuse_target (fixture, nowhere);
  g_assert_cmpint (symlink ("project.db", link), ==, 0);
  refuse_target (fixture, link);

  /* an older copy is replaced as a whole, and only by a whole one */
  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  g_assert_true (g_file_get_contents (copy, &first, &n_first, NULL));
  fixture_add (fixture, PERSON, NAME, "Later");
  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  g_assert_true (g_file_get_contents (copy, &kept, &n_kept, NULL));
  g_assert_true (n_first != n_kept || memcmp (first, kept, n_kept) != 0);
  assert_whole (copy);
  back = beside (fixture, "fifo");
  g_assert_false (lectern_backup_restore (copy, back, &error));
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (lectern_backup_restore (copy, other, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED);
  g_clear_error (&error);
  /* the live file itself: its newest edits may be in the log beside it */
  g_unlink (link);
  g_assert_false (lectern_backup_restore (fixture->path, link, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_BUSY);
  g_assert_false (g_file_test (link, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/backup/round-trip", test_round_trip);
  ADD ("/backup/restored-is-another-writer", test_restored_is_another_writer);
  ADD ("/backup/truncated", test_truncated);
  ADD ("/backup/damaged", test_damaged);
  ADD ("/backup/foreign", test_foreign);
  ADD ("/backup/hostile", test_hostile);
  ADD ("/backup/verify-finds", test_verify_finds);
  ADD ("/backup/targets", test_targets);
  return g_test_run ();
}
