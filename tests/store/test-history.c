/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME

static void
test_of_record (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  gint64 other = fixture_add (fixture, PERSON, NAME, "Other");
  g_autoptr (GPtrArray) changes = NULL, values = NULL;
  LecternChange *newest, *creation;

  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_set (fixture, PERSON, other, NAME, "Other too");
  changes = lectern_history_of_record (fixture_reader (fixture), PERSON, id, 10);
  g_assert_cmpint (changes->len, ==, 2);
  newest = g_ptr_array_index (changes, 0);
  creation = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (newest->label, ==, "Set “B”");
  g_assert_cmpstr (creation->label, ==, "Add");
  g_assert_cmpint (newest->sequence, >, creation->sequence);

  /* the value that the creation gave is kept although it was replaced */
  values = lectern_history_values (fixture_reader (fixture), PERSON, id, creation->number);
  g_assert_cmpint (values->len, ==, 2); /* with the language it began in */
  g_assert_cmpint (((LecternCellValue *) g_ptr_array_index (values, 0))->group, ==,
                   lectern_field (PERSON, NAME)->group);
}

static void
test_state_at (Fixture *fixture, gconstpointer data)
{
  gint64 before = g_get_real_time () / 1000 - 1, first, id;
  g_autoptr (LecternRecord) past = NULL;

  id = fixture_add (fixture, PERSON, NAME, "A");
  first = g_get_real_time () / 1000;
  g_usleep (5000);
  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_set (fixture, PERSON, id, LECTERN_PERSON_NOTES, "later");
  past = lectern_history_at (fixture_reader (fixture), PERSON, id, first);
  g_assert_nonnull (past);
  g_assert_cmpstr (lectern_record_text (past, NAME), ==, "A");
  g_assert_true (lectern_record_is_empty (past, LECTERN_PERSON_NOTES));
  g_assert_null (lectern_history_at (fixture_reader (fixture), PERSON, id, before));
  lectern_record_free (g_steal_pointer (&past));
  past = lectern_history_at (fixture_reader (fixture), PERSON, id, g_get_real_time () / 1000);
  g_assert_cmpstr (lectern_record_text (past, NAME), ==, "B");
  g_assert_cmpstr (lectern_record_text (past, LECTERN_PERSON_NOTES), ==, "later");
}

static void
test_since (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  g_autoptr (GBytes) seen = lectern_history_seen (fixture_reader (fixture));
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_cmpint (lectern_history_count_since (fixture_reader (fixture), seen), ==, 0);
  g_assert_cmpint (lectern_history_count_since (fixture_reader (fixture), NULL), ==, 1);
  fixture_set (fixture, PERSON, id, NAME, "B");
  fixture_undo (fixture);
  changes = lectern_history_since (fixture_reader (fixture), seen);
  g_assert_cmpint (changes->len, ==, 2);
  g_assert_cmpint (((LecternChange *) g_ptr_array_index (changes, 1))->type, ==, LECTERN_CHANGE_UNDO);
}

/* Equal values are no change; an edit that changes nothing writes nothing. */
static void
test_equal_value (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, NAME, "A");
  gint64 moment = lectern_reader_moment (fixture_reader (fixture));
  LecternEdit *edit = lectern_edit_new ("Same");
  g_autoptr (LecternResult) result = NULL;

  lectern_edit_set_text (edit, PERSON, id, NAME, "A");
  result = fixture_commit (fixture, edit);
  g_assert_cmpint (result->writer, ==, 0);
  g_assert_cmpint (lectern_reader_moment (fixture_reader (fixture)), ==, moment);
}

/* The same link made twice is one row. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  gint64 person = fixture_add (fixture, PERSON, NAME, "A");
  gint64 event = fixture_add (fixture, LECTERN_KIND_EVENT, LECTERN_EVENT_TITLE, "E");
  gint64 ids[2];
  LecternEdit *edit;

  for (guint i = 0; i < 2; i++)
    {
      edit = lectern_edit_new ("Register");
      ids[i] = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, event, person);
      lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, ids[i], LECTERN_REGISTRATION_STATE,
                             i ? "confirmed" : "registered");
      lectern_result_free (fixture_commit (fixture, edit));
    }
  g_assert_cmpint (ids[0], ==, ids[1]);
  g_assert_cmpint (lectern_reader_count (fixture_reader (fixture), LECTERN_KIND_REGISTRATION,
                                         LECTERN_REGISTRATION_EVENT, event), ==, 1);
  edit = lectern_edit_new ("Remove");
  lectern_edit_delete (edit, LECTERN_KIND_REGISTRATION, ids[0]);
  lectern_result_free (fixture_commit (fixture, edit));
  g_assert_false (fixture_alive (fixture, LECTERN_KIND_REGISTRATION, ids[0]));
  edit = lectern_edit_new ("Again");
  lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, event, person);
  lectern_result_free (fixture_commit (fixture, edit));
  g_assert_true (fixture_alive (fixture, LECTERN_KIND_REGISTRATION, ids[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/history/of-record", test_of_record);
  ADD ("/history/state-at", test_state_at);
  ADD ("/history/since", test_since);
  ADD ("/history/equal-value", test_equal_value);
  ADD ("/history/links", test_links);
  return g_test_run ();
}
