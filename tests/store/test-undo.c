/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME
#define EVENT LECTERN_KIND_EVENT

/* A, B, C undone twice is A. */
static void
test_three_values (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_set (fixture, PERSON, id, NAME, "C");
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "B");
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
  fixture_redo (fixture);
  fixture_redo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "C");
  fixture_undo (fixture);
  fixture_redo (fixture);
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "B");
}

/* Create, edit, undo, undo removes the row again; redo brings it back, edit and all. */
static void
test_creation (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_false (fixture_alive (fixture, PERSON, id));
  g_assert_null (lectern_workspace_dup_undo_label (fixture->workspace));
  fixture_redo (fixture);
  g_assert_true (fixture_alive (fixture, PERSON, id));
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
  fixture_redo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "B");
  g_assert_null (lectern_workspace_dup_redo_label (fixture->workspace));
}

static void
test_deletion (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  LecternEdit *edit = lectern_edit_new ("Delete");

  lectern_edit_delete (edit, PERSON, id);
  lectern_result_free (fixture_commit (fixture, edit));
  g_assert_false (fixture_alive (fixture, PERSON, id));
  fixture_undo (fixture);
  g_assert_true (fixture_alive (fixture, PERSON, id));
  fixture_redo (fixture);
  g_assert_false (fixture_alive (fixture, PERSON, id));
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
}

static void
test_after_restart (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  g_autofree char *label = NULL;

  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_reopen (fixture);
  label = lectern_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Set “B”");
  fixture_undo (fixture);
  fixture_reopen (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
  fixture_redo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "B");
}

/* A new edit clears redo, and undo walks past what was undone before it. */
static void
test_new_edit_clears_redo (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  g_autoptr (GError) error = NULL;

  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_undo (fixture);
  fixture_set (fixture, PERSON, id, NAME, "C");
  g_assert_null (lectern_workspace_redo (fixture->workspace, &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOTHING);
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
  fixture_redo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "C");
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_false (fixture_alive (fixture, PERSON, id));
}

static void
visit (Fixture *fixture, gint64 id, gint64 visit_id, const char *text)
{
  LecternEdit *edit = lectern_edit_new ("Name");
  lectern_edit_set_text (edit, PERSON, id, NAME, text);
  lectern_edit_set_visit (edit, visit_id);
  lectern_result_free (fixture_commit (fixture, edit));
}

/* What one visit to a field writes is one step and one line of history. */
static void
test_visit (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  g_autoptr (GPtrArray) history = NULL;

  visit (fixture, id, 7, "Ab");
  visit (fixture, id, 7, "Abb");
  visit (fixture, id, 8, "C");
  history = lectern_history_of_record (fixture_reader (fixture), PERSON, id, 10);
  g_assert_cmpint (history->len, ==, 3);
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "Abb");
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
  fixture_redo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "Abb");
  fixture_undo (fixture);
  fixture_assert_text (fixture, PERSON, id, NAME, "A");
}

static void
test_translation (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, EVENT, LECTERN_EVENT_TITLE, "Conference");
  g_autoptr (LecternRecord) record = NULL;
  const LecternTranslation *german;
  LecternEdit *edit = lectern_edit_new ("German");

  lectern_edit_set (edit, EVENT, id, LECTERN_EVENT_TITLE, "de", lectern_value_text ("Konferenz"));
  lectern_result_free (fixture_commit (fixture, edit));
  record = lectern_reader_get (fixture_reader (fixture), EVENT, id);
  german = lectern_record_translation (record, LECTERN_EVENT_TITLE, "de");
  g_assert_nonnull (german);
  g_assert_false (german->stale);
  g_clear_pointer (&record, lectern_record_free);

  fixture_set (fixture, EVENT, id, LECTERN_EVENT_TITLE, "Final conference");
  record = lectern_reader_get (fixture_reader (fixture), EVENT, id);
  g_assert_true (lectern_record_translation (record, LECTERN_EVENT_TITLE, "de")->stale);
  g_clear_pointer (&record, lectern_record_free);

  /* the source text is again the one it was made from */
  fixture_undo (fixture);
  record = lectern_reader_get (fixture_reader (fixture), EVENT, id);
  g_assert_false (lectern_record_translation (record, LECTERN_EVENT_TITLE, "de")->stale);
  g_clear_pointer (&record, lectern_record_free);

  fixture_undo (fixture);
  record = lectern_reader_get (fixture_reader (fixture), EVENT, id);
  g_assert_null (lectern_record_translation (record, LECTERN_EVENT_TITLE, "de"));
  g_clear_pointer (&record, lectern_record_free);
  fixture_redo (fixture);
  record = lectern_reader_get (fixture_reader (fixture), EVENT, id);
  g_assert_cmpstr (lectern_record_text_in (record, LECTERN_EVENT_TITLE, "de"), ==, "Konferenz");
  g_assert_false (lectern_record_translation (record, LECTERN_EVENT_TITLE, "de")->stale);
}

/* 900 rows are one edit and one undo. */
static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Import");

  for (guint i = 0; i < 900; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      gint64 id = lectern_edit_create (edit, PERSON);
      lectern_edit_set_text (edit, PERSON, id, NAME, name);
    }
  lectern_result_free (fixture_commit (fixture, edit));
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 900);
  fixture_undo (fixture);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 0);
  fixture_redo (fixture);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), PERSON, 0, 0), ==, 900);
}

/* Bookkeeping is history, but no step. */
static void
test_bookkeeping (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  LecternEdit *edit = lectern_edit_new ("Published");
  gint64 site = lectern_edit_create (edit, LECTERN_KIND_SITE);

  lectern_edit_set_text (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_NAME, "Folder");
  lectern_edit_set_bookkeeping (edit);
  lectern_result_free (fixture_commit (fixture, edit));
  fixture_undo (fixture);
  g_assert_false (fixture_alive (fixture, PERSON, id));
  g_assert_true (fixture_alive (fixture, LECTERN_KIND_SITE, site));
}

/* Random edits of a few records against a list of states kept beside: after any number of
   undos and redos the data is what it was then. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  enum { ROWS = 4, STEPS = 300 };
  gint64 ids[ROWS];
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint at = 0, undos = 0, redos = 0;

  for (guint i = 0; i < ROWS; i++)
    ids[i] = fixture_add (fixture, PERSON, NAME, "0");
  g_ptr_array_add (states, g_strdup ("0 0 0 0 "));
  for (guint step = 0; step < STEPS; step++)
    {
      guint choice = g_test_rand_int_range (0, 10);
      GString *state = g_string_new (NULL);

      if (choice < 3 && at > 0)
        {
          fixture_undo (fixture);
          at--;
          undos++;
        }
      else if (choice < 5 && at + 1 < states->len)
        {
          fixture_redo (fixture);
          at++;
          redos++;
        }
      else
        {
          LecternEdit *edit = lectern_edit_new ("Random");
          guint row = g_test_rand_int_range (0, ROWS);
          g_autofree char *text = g_strdup_printf ("%u", step + 1);

          if (choice == 9 && fixture_alive (fixture, PERSON, ids[row]))
            lectern_edit_delete (edit, PERSON, ids[row]);
          else
            lectern_edit_set_text (edit, PERSON, ids[row], NAME, text);
          lectern_result_free (fixture_commit (fixture, edit));
          g_ptr_array_set_size (states, ++at);
          g_ptr_array_add (states, NULL);
        }
      for (guint i = 0; i < ROWS; i++)
        {
          g_autofree char *text = fixture_text (fixture, PERSON, ids[i], NAME);
          g_string_append_printf (state, "%s ", fixture_alive (fixture, PERSON, ids[i]) ? text : "-");
        }
      if (g_ptr_array_index (states, at) == NULL)
        states->pdata[at] = g_string_free (state, FALSE);
      else
        {
          g_assert_cmpstr (state->str, ==, g_ptr_array_index (states, at));
          g_string_free (state, TRUE);
        }
    }
  g_assert_cmpint (undos, >, STEPS / 10);
  /* About a twentieth of the steps are redos; few enough here that chance never decides. */
  g_assert_cmpint (redos, >, STEPS / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/undo/three-values", test_three_values);
  ADD ("/undo/creation", test_creation);
  ADD ("/undo/deletion", test_deletion);
  ADD ("/undo/after-restart", test_after_restart);
  ADD ("/undo/new-edit-clears-redo", test_new_edit_clears_redo);
  ADD ("/undo/visit", test_visit);
  ADD ("/undo/translation", test_translation);
  ADD ("/undo/many-rows", test_many_rows);
  ADD ("/undo/bookkeeping", test_bookkeeping);
  ADD ("/undo/random-walk", test_random_walk);
  return g_test_run ();
}
