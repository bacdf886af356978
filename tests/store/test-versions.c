/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of every version that was ever released open, and then hold what a new file of this
 * version would hold. schema-N.sql stays as it is once version N was released; that of a
 * version to be released is made by
 *   test-store-versions --dump > tests/store/schema-N.sql
 */
#include "lectern-backup.h"
#include "lectern-schema.h"
#include "lectern-search.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define PERSON LECTERN_KIND_PERSON
#define SESSION LECTERN_KIND_SESSION

/* Invented; something of everything that the history knows. */
static void
make_story (Fixture *fixture)
{
  LecternEdit *edit = lectern_edit_new ("Import the programme");
  gint64 event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  gint64 day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  gint64 session = lectern_edit_create (edit, SESSION);
  gint64 person = lectern_edit_create (edit, PERSON);
  gint64 gone;

  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TITLE, "Kiln Regions meet");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, "2026-06-17");
  lectern_edit_set_integer (edit, SESSION, session, LECTERN_SESSION_EVENT, event);
  lectern_edit_set_text (edit, SESSION, session, LECTERN_SESSION_TITLE, "Opening");
  lectern_edit_set_text (edit, PERSON, person, LECTERN_PERSON_NAME, "Odile Varenquin");
  lectern_edit_set_text (edit, PERSON, person, LECTERN_PERSON_EMAIL, "odile@example.org");
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_set (fixture, SESSION, session, LECTERN_SESSION_TITLE, "Opening words");
  edit = lectern_edit_new ("Translate");
  lectern_edit_set (edit, SESSION, session, LECTERN_SESSION_TITLE, "sv", lectern_value_text ("Öppning"));
  lectern_result_free (fixture_commit (fixture, edit));
  gone = fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Left Again");
  edit = lectern_edit_new ("Delete");
  lectern_edit_delete (edit, PERSON, gone);
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_set (fixture, PERSON, person, LECTERN_PERSON_NAME, "Odile V. Varenquin");
  fixture_undo (fixture);
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static GPtrArray *
query (sqlite3 *db, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (rows, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return rows;
}

static void
dump_rows (sqlite3 *db, const char *table)
{
  g_autofree char *all = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autofree char *head = g_strdup_printf ("INSERT INTO \"%s\" VALUES (", table);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GPtrArray) rows = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, all, -1, &statement, NULL), ==, SQLITE_OK);
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    g_string_append_printf (sql, "%squote(\"%s\")", i ? " || ', ' || " : "", sqlite3_column_name (statement, i));
  sqlite3_finalize (statement);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY 1", table);
  rows = query (db, sql->str);
  for (guint i = 0; i < rows->len; i++)
    printf ("%s%s);\n", head, (char *) g_ptr_array_index (rows, i));
}

/* The index is not dumped: it is a reading of the history and catches up by itself. */
static int
dump (void)
{
  Fixture fixture;
  sqlite3 *db;
  g_autoptr (GPtrArray) statements = NULL, tables = NULL;

  fixture_set_up (&fixture, NULL);
  make_story (&fixture);
  db = open_raw (fixture.path);
  sqlite3_exec (db, "UPDATE change SET author = 'Somebody'; UPDATE meta SET value = 'elsewhere' "
                    "WHERE key = 'place'; DELETE FROM meta WHERE key = 'indexed'; DELETE FROM search_entry", NULL, NULL, NULL);
  printf ("-- SPDX-License-Identifier: GPL-3.0-or-later\n"
           "-- A workspace of schema version %d, as test-versions.c made it then.\n"
           "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\nBEGIN;\n", LECTERN_SCHEMA_VERSION,
           LECTERN_APPLICATION_ID, LECTERN_SCHEMA_VERSION);
  statements = query (db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_[dic]*' "
                          "ORDER BY rowid");
  for (guint i = 0; i < statements->len; i++)
    printf ("%s;\n", (char *) g_ptr_array_index (statements, i));
  tables = query (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'search' AND "
                      "name NOT GLOB 'search_[dic]*' ORDER BY rowid");
  for (guint i = 0; i < tables->len; i++)
    dump_rows (db, g_ptr_array_index (tables, i));
  printf ("COMMIT;\n");
  sqlite3_close (db);
  fixture_tear_down (&fixture, NULL);
  return 0;
}

static char *
load (Fixture *fixture, guint version)
{
  g_autofree char *name = g_strdup_printf ("schema-%u.sql", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *sql = NULL;
  char *path = g_build_filename (fixture->folder, "old.db", NULL), *message = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = open_raw (path);

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
  return path;
}

/* The same tables, columns and indexes as a new workspace of this version. */
static void
compare_tables (const char *old, const char *new)
{
  sqlite3 *old_db = open_raw (old), *new_db = open_raw (new);
  const char *sql = "SELECT type || ' ' || name || ': ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1";
  g_autoptr (GPtrArray) old_rows = query (old_db, sql), new_rows = query (new_db, sql);

  g_assert_cmpuint (old_rows->len, >, LECTERN_N_KINDS);
  for (guint i = 0; i < MIN (old_rows->len, new_rows->len); i++)
    g_assert_cmpstr (g_ptr_array_index (old_rows, i), ==, g_ptr_array_index (new_rows, i));
  g_assert_cmpuint (old_rows->len, ==, new_rows->len);
  sqlite3_close (old_db);
  sqlite3_close (new_db);
}

static const LecternRecord *
first_of (GPtrArray *records)
{
  g_assert_cmpuint (records->len, ==, 1);
  return g_ptr_array_index (records, 0);
}

static void
check_story (LecternWorkspace *workspace)
{
  LecternReader *reader = lectern_workspace_reader (workspace);
  g_autoptr (GPtrArray) people = lectern_reader_all (reader, PERSON);
  g_autoptr (GPtrArray) sessions = lectern_reader_all (reader, SESSION);
  g_autoptr (GPtrArray) changes = lectern_history_changes (reader, 0, 100);
  g_autoptr (GPtrArray) hits = lectern_search (reader, "oppning", LECTERN_KIND_NONE, 10);
  g_autofree char *undo = lectern_workspace_dup_undo_label (workspace);
  g_autofree char *redo = lectern_workspace_dup_redo_label (workspace);
  const LecternRecord *session = first_of (sessions), *person = first_of (people);
  const LecternTranslation *translation;

  g_assert_cmpstr (lectern_record_text (person, LECTERN_PERSON_NAME), ==, "Odile Varenquin");
  g_assert_cmpstr (lectern_record_text (person, LECTERN_PERSON_EMAIL), ==, "odile@example.org");
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "Opening words");
  translation = lectern_record_translation (session, LECTERN_SESSION_TITLE, "sv");
  g_assert_nonnull (translation);
  g_assert_cmpstr (translation->text, ==, "Öppning");
  g_assert_false (translation->stale);
  g_assert_cmpuint (changes->len, ==, 8);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (undo, ==, "Delete");
  g_assert_cmpstr (redo, ==, "Set “Odile V. Varenquin”");
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = load (fixture, GPOINTER_TO_UINT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL, people = NULL;
  g_autoptr (LecternResult) undone = NULL;
  LecternWorkspace *workspace = lectern_workspace_open (old, &error);

  g_assert_no_error (error);
  compare_tables (old, fixture->path);
  check_story (workspace);
  undone = lectern_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  people = lectern_reader_all (lectern_workspace_reader (workspace), PERSON);
  g_assert_cmpuint (people->len, ==, 2);
  lectern_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (workspace);
  if (!lectern_verify (old, &problems))
    g_error ("%s", (char *) g_ptr_array_index (problems, 0));
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--dump"))
    return dump ();
  g_test_init (&argc, &argv, NULL);
  for (guint version = 1; version <= LECTERN_SCHEMA_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/versions/%u", version);
      g_test_add (name, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_version, fixture_tear_down);
    }
  return g_test_run ();
}
