/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full, failing and read-only disks, and a file that another program holds: an edit is
 * written as a whole or not at all, the sentence says why, and it can be tried again.
 */
#include "fault-vfs.h"
#include "lectern-backup.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set_room (-1);
  fault_vfs_set_read_only (FALSE);
  fault_vfs_fail (FAULT_NONE, 0);
  fixture_tear_down (fixture, data);
}

static void
assert_refused (const GError *error, LecternStoreError code)
{
  g_assert_error (error, LECTERN_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_whole (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!lectern_verify (path, &problems))
    g_error ("%s", (char *) g_ptr_array_index (problems, 0));
}

static gint64
n_people (Fixture *fixture)
{
  return lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0);
}

static LecternEdit *
large_edit (guint n)
{
  LecternEdit *edit = lectern_edit_new ("Import");
  g_autofree char *text = g_strnfill (2000, 'x');

  for (guint i = 0; i < n; i++)
    {
      gint64 id = lectern_edit_create (edit, PERSON);
      lectern_edit_set_text (edit, PERSON, id, NAME, "Imported");
      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_NOTES, text);
    }
  return edit;
}

/* With a little more room each time, until the edit fits. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = large_edit (60);
  gint64 id = fixture_add (fixture, PERSON, NAME, "Before");
  g_autoptr (LecternResult) first = NULL, result = NULL;
  LecternEdit *small = lectern_edit_new ("Small");
  guint n_full = 0;

  lectern_edit_set_text (small, PERSON, id, NAME, "Still before");
  first = fixture_commit (fixture, small);
  for (gint64 bytes = 0; result == NULL && bytes < 2000000; bytes += 1500)
    {
      g_autoptr (GError) error = NULL;

      fault_vfs_set_room (bytes);
      result = lectern_workspace_commit (fixture->workspace, edit, &error);
      fault_vfs_set_room (-1);
      if (result != NULL)
        break;
      assert_refused (error, LECTERN_STORE_ERROR_FULL);
      g_assert_cmpint (n_people (fixture), ==, 1);
      fixture_assert_text (fixture, PERSON, id, NAME, "Still before");
      n_full++;
    }
  g_assert_cmpuint (n_full, >, 10);
  g_assert_nonnull (result);
  g_assert_cmpint (result->sequence, ==, first->sequence + 1);
  g_assert_cmpint (n_people (fixture), ==, 61);
  assert_whole (fixture->path);
  fixture_reopen (fixture);
  g_assert_cmpint (n_people (fixture), ==, 61);
}

/* The log fits, but not what is carried from it into the file: nothing is lost by that. */
static void
test_full_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf info;

  fault_vfs_fail (FAULT_NONE, 0);
  for (guint i = 0; i < 3; i++)
    {
      LecternEdit *edit = large_edit (i < 2 ? 4000 : 3200);

      lectern_result_free (fixture_commit (fixture, edit));
      g_assert_cmpint (g_stat (wal, &info), ==, 0);
      fault_vfs_set_room (i == 1 ? 0 : -1); /* the log is long enough by now, the file is not */
    }
  fault_vfs_set_room (-1);
  g_assert_cmpuint (fault_vfs_n_failed (), >, 0);
  g_assert_cmpint (n_people (fixture), ==, 11200);
  assert_whole (fixture->path);
  fixture_reopen (fixture);
  g_assert_cmpint (n_people (fixture), ==, 11200);
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

/* Opening, making and copying on a full disk. */
static void
test_full_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.lectern", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;
  g_autoptr (GError) error = NULL;
  guint files;

  fixture_add (fixture, PERSON, NAME, "A");
  g_assert_true (lectern_backup_write (fixture->path, copy, &error));
  g_assert_true (g_file_get_contents (copy, &before, &n_before, NULL));
  files = n_files (fixture->folder);
  for (gint64 bytes = 0; bytes < 300000; bytes += 50000)
    {
      fault_vfs_set_room (bytes);
      g_assert_null (lectern_workspace_create (other, "Other", "en", &error));
      assert_refused (error, LECTERN_STORE_ERROR_FULL);
      g_clear_error (&error);
      g_assert_cmpuint (n_files (fixture->folder), ==, files);
      g_assert_false (lectern_backup_write (fixture->path, copy, &error));
      assert_refused (error, LECTERN_STORE_ERROR_FULL);
      g_clear_error (&error);
      g_assert_cmpuint (n_files (fixture->folder), ==, files);
    }
  g_assert_true (g_file_get_contents (copy, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  fault_vfs_set_room (-1);
  fixture_reopen (fixture);
  lectern_workspace_close (fixture->workspace);
  fault_vfs_set_room (0);
  g_assert_null (lectern_workspace_open (fixture->path, &error));
  assert_refused (error, LECTERN_STORE_ERROR_FULL);
  fault_vfs_set_room (-1);
  fixture_reopen (fixture);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  gsize n_before, n_after;
  guint files;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, PERSON, NAME, "A");
  lectern_workspace_close (fixture->workspace);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  files = n_files (fixture->folder);
  fault_vfs_set_read_only (TRUE);
  g_assert_null (lectern_workspace_open (fixture->path, &error));
  assert_refused (error, LECTERN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (lectern_workspace_create (other, "Other", "en", &error));
  assert_refused (error, LECTERN_STORE_ERROR_READ_ONLY);
  g_assert_cmpuint (n_files (fixture->folder), ==, files);
  fault_vfs_set_read_only (FALSE);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  fixture_reopen (fixture);
  g_assert_cmpint (n_people (fixture), ==, 1);
}

/* Every read, write or sync of some edits fails once; what was not stored is stored later. */
static void
test_failing (Fixture *fixture, gconstpointer data)
{
  static const FaultCall calls[] = { FAULT_READ, FAULT_WRITE, FAULT_SYNC };
  guint failed[G_N_ELEMENTS (calls)] = { 0 };
  gint64 first = fixture_add (fixture, PERSON, NAME, "First"), people = 1;

  for (guint c = 0; c < G_N_ELEMENTS (calls); c++)
    for (guint nth = 1; nth <= 30; nth++)
      {
        g_autoptr (LecternEdit) edit = large_edit (2);
        g_autoptr (GError) error = NULL, again = NULL;
        g_autoptr (LecternResult) result = NULL, later = NULL;
        g_autofree char *name = g_strdup_printf ("First %u %u", c, nth);

        lectern_edit_set_text (edit, PERSON, first, NAME, name);
        if (calls[c] == FAULT_READ)
          fixture_reopen (fixture); /* with nothing in memory */
        fault_vfs_fail (calls[c], nth);
        result = lectern_workspace_commit (fixture->workspace, edit, &error);
        fault_vfs_fail (FAULT_NONE, 0);
        g_assert_true ((result == NULL) == (error != NULL));
        assert_whole (fixture->path);
        if (result == NULL)
          {
            g_assert_cmpint (n_people (fixture), ==, people);
            later = lectern_workspace_commit (fixture->workspace, edit, &again);
            g_assert_no_error (again);
            failed[c]++;
          }
        people += 2;
        g_assert_cmpint (n_people (fixture), ==, people);
        fixture_assert_text (fixture, PERSON, first, NAME, name);
      }
  for (guint c = 0; c < G_N_ELEMENTS (calls); c++)
    g_assert_cmpuint (failed[c], >, 0);
  assert_whole (fixture->path);
  fixture_reopen (fixture);
  g_assert_cmpint (n_people (fixture), ==, people);
}

/* Another program holds the file for longer than anybody waits. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = large_edit (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (lectern_workspace_commit (fixture->workspace, edit, &error));
  assert_refused (error, LECTERN_STORE_ERROR_BUSY);
  g_clear_error (&error);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  result = lectern_workspace_commit (fixture->workspace, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_people (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, tear_down)
  ADD ("/faults/full", test_full);
  ADD ("/faults/full-file", test_full_file);
  ADD ("/faults/full-elsewhere", test_full_elsewhere);
  ADD ("/faults/read-only", test_read_only);
  ADD ("/faults/failing", test_failing);
  ADD ("/faults/busy", test_busy);
  return g_test_run ();
}
