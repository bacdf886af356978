/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = lectern_workspace_dup_name (fixture->workspace);
  GStatBuf info;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Project");
  g_assert_true (g_uuid_string_is_valid (lectern_reader_workspace_uuid (fixture_reader (fixture))));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_null (lectern_workspace_create (fixture->path, "Other", "en", &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED);
}

/* A record of an event starts in its language, others in the workspace's. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Event");
  gint64 event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  gint64 session = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  gint64 venue = lectern_edit_create (edit, LECTERN_KIND_VENUE);

  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TEXT_LANGUAGE, "sv");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_EVENT, event);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TITLE, "sv", lectern_value_text ("Lunch"));
  lectern_edit_set (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TITLE, "en", lectern_value_text ("Dinner"));
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, venue, LECTERN_VENUE_NAME, "House");
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_assert_text (fixture, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TEXT_LANGUAGE, "sv");
  fixture_assert_text (fixture, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TITLE, "Lunch");
  fixture_assert_text (fixture, LECTERN_KIND_VENUE, venue, LECTERN_VENUE_TEXT_LANGUAGE, "en");
}

/* What one edit makes and takes back was never there; the rest is written. */
static void
test_made_and_deleted (Fixture *fixture, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Second thoughts");
  gint64 kept = lectern_edit_create (edit, PERSON), gone = lectern_edit_create (edit, PERSON);
  lectern_edit_set_text (edit, PERSON, kept, NAME, "Kept");
  lectern_edit_set_text (edit, PERSON, gone, NAME, "Gone");
  lectern_edit_delete (edit, PERSON, gone);
  gint64 link = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, (gint64) 5, kept);
  lectern_edit_delete (edit, LECTERN_KIND_REGISTRATION, link);
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_assert_text (fixture, PERSON, kept, NAME, "Kept");
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 1);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), LECTERN_KIND_REGISTRATION, 0, 0), ==, 0);
}

static void
assert_invalid (Fixture *fixture, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  gint64 moment = lectern_reader_moment (fixture_reader (fixture));

  g_assert_null (lectern_workspace_commit (fixture->workspace, edit, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (lectern_reader_moment (fixture_reader (fixture)), ==, moment);
  lectern_edit_unref (edit);
}

/* An edit is written whole or not at all. */
static void
test_atomic (Fixture *fixture, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Half");
  gint64 id = lectern_edit_create (edit, PERSON);

  lectern_edit_set_text (edit, PERSON, id, NAME, "Kept out");
  lectern_edit_set_text (edit, PERSON, 12345, NAME, "Nobody");
  assert_invalid (fixture, edit);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 0);

  edit = lectern_edit_new ("Wrong type");
  id = lectern_edit_create (edit, PERSON);
  lectern_edit_set_integer (edit, PERSON, id, NAME, 5);
  assert_invalid (fixture, edit);
  edit = lectern_edit_new ("Not translatable");
  id = lectern_edit_create (edit, PERSON);
  lectern_edit_set (edit, PERSON, id, NAME, "de", lectern_value_text ("x"));
  assert_invalid (fixture, edit);
}

static void
test_basis (Fixture *fixture, gconstpointer data)
{
  gint64 moment = lectern_reader_moment (fixture_reader (fixture));
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Late");
  g_autoptr (GError) error = NULL;

  lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), NAME, "Late");
  lectern_edit_set_basis (edit, moment);
  fixture_add (fixture, PERSON, NAME, "Meanwhile");
  g_assert_null (lectern_workspace_commit (fixture->workspace, edit, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CHANGED);
}

/* What it kept is forgotten, what it knows is not; also in the middle of reading. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  LecternReader *reader = fixture_reader (fixture);
  fixture_add (fixture, PERSON, NAME, "Kept");
  gint64 moment = lectern_reader_moment (reader);
  lectern_reader_rest (reader);
  g_assert_cmpint (lectern_reader_count (reader, PERSON, 0, 0), ==, 1);
  lectern_reader_begin (reader);
  lectern_reader_rest (reader);
  g_assert_cmpint (lectern_reader_moment (reader), ==, moment);
  lectern_reader_end (reader);
  fixture_add (fixture, PERSON, NAME, "Later");
  g_assert_cmpint (lectern_reader_count (reader, PERSON, 0, 0), ==, 2);
}

static void
on_changed (LecternWorkspace *workspace, guint64 kinds, gpointer data)
{
  *(guint64 *) data |= kinds;
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint64 *kinds)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (60, on_timeout, &late);

  while (*kinds == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

/* The window and the command line on one file: each sees the other's edits. */
static void
test_two_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LecternWorkspace *other = lectern_workspace_open (fixture->path, &error);
  LecternEdit *edit = lectern_edit_new ("From elsewhere");
  gint64 id = lectern_edit_create (edit, PERSON);
  g_autoptr (LecternResult) result = NULL;
  guint64 kinds = 0;

  g_assert_no_error (error);
  lectern_workspace_watch (fixture->workspace);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), &kinds);
  lectern_edit_set_text (edit, PERSON, id, NAME, "Seen");
  result = lectern_workspace_commit (other, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
  wait_for (&kinds);
  g_assert_true (kinds & (G_GUINT64_CONSTANT (1) << PERSON));
  fixture_assert_text (fixture, PERSON, id, NAME, "Seen");
  fixture_undo (fixture); /* this device's edits, the command line's included */
  g_assert_false (fixture_alive (fixture, PERSON, id));
  lectern_workspace_close (other);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (other);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) done
      = lectern_workspace_commit_finish (LECTERN_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  ++*(guint *) data;
}

static void
test_queue (Fixture *fixture, gconstpointer data)
{
  guint done = 0;
  gint64 id = fixture_add (fixture, PERSON, NAME, "0");

  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (LecternEdit) edit = lectern_edit_new ("Queued");
      lectern_edit_set_text (edit, PERSON, id, NAME, text);
      lectern_workspace_commit_async (fixture->workspace, edit, NULL, on_committed, &done);
    }
  g_assert_cmpint (lectern_workspace_n_pending (fixture->workspace), >, 0);
  while (done < 20)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lectern_workspace_n_pending (fixture->workspace), ==, 0);
  fixture_assert_text (fixture, PERSON, id, NAME, "20");
}

/* A copy is another writer: no sequence number is used twice by one. */
static void
test_copy_is_another_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LecternResult) first = NULL, second = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  LecternEdit *edit = lectern_edit_new ("Here");

  lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), NAME, "A");
  first = fixture_commit (fixture, edit);
  fixture_reopen (fixture); /* nothing is left in the WAL */
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, length, NULL));
  {
    LecternWorkspace *other = lectern_workspace_open (copy, &error);
    g_assert_no_error (error);
    edit = lectern_edit_new ("There");
    lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), NAME, "B");
    second = lectern_workspace_commit (other, edit, &error);
    g_assert_no_error (error);
    lectern_edit_unref (edit);
    lectern_workspace_close (other);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_finalize_object (other);
  }
  g_assert_cmpint (first->writer, !=, second->writer);
}

static void
refuse (Fixture *fixture, const char *contents, gsize length, LecternStoreError code)
{
  g_autofree char *path = g_build_filename (fixture->folder, "strange.db", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize after_length;

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_null (lectern_workspace_open (path, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, (int) code);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (contents, length, after, after_length);
}

static void
test_strange_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL, *newer = NULL, *foreign = NULL;
  gsize length;

  refuse (fixture, "", 0, LECTERN_STORE_ERROR_FOREIGN);
  refuse (fixture, "BEGIN:VCALENDAR", 15, LECTERN_STORE_ERROR_FOREIGN);
  fixture_add (fixture, PERSON, NAME, "A");
  fixture_reopen (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  newer = g_memdup2 (contents, length);
  newer[63] = 2; /* user_version */
  refuse (fixture, newer, length, LECTERN_STORE_ERROR_NEWER);
  foreign = g_memdup2 (contents, length);
  memset (foreign + 68, 0, 4); /* application_id */
  refuse (fixture, foreign, length, LECTERN_STORE_ERROR_FOREIGN);
  refuse (fixture, contents, 4096 * 3, LECTERN_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/workspace/new", test_new);
  ADD ("/workspace/made-and-deleted", test_made_and_deleted);
  ADD ("/workspace/languages", test_languages);
  ADD ("/workspace/atomic", test_atomic);
  ADD ("/workspace/basis", test_basis);
  ADD ("/workspace/rest", test_rest);
  ADD ("/workspace/two-at-once", test_two_at_once);
  ADD ("/workspace/queue", test_queue);
  ADD ("/workspace/copy-is-another-writer", test_copy_is_another_writer);
  ADD ("/workspace/strange-files", test_strange_files);
  return g_test_run ();
}
