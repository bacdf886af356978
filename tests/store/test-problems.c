/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-problems-job.h"
#include "lectern-unpublished.h"

typedef struct
{
  LecternWorkspace *workspace;
  gint64 event, day, hall, person;
} Fixture;

static void
commit (Fixture *f, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static gint64
add_session (Fixture *f, LecternEdit *edit, const char *title, int start, int minutes, gint64 room, gint64 person)
{
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TEXT_LANGUAGE, "en");
  if (start >= 0)
    {
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->day);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, minutes);
    }
  if (room != 0)
    lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&room, 1));
  if (person != 0)
    lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, person, "speaker");
  return id;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-problems-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "w.db", NULL);
  g_autoptr (GError) error = NULL;
  const char *const languages[] = { "en", "de", NULL };
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  LecternEdit *edit = lectern_edit_new ("begin");
  gint64 venue = lectern_edit_create (edit, LECTERN_KIND_VENUE);
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, venue, LECTERN_VENUE_NAME, "Wycker Hof");
  f->hall = lectern_edit_create (edit, LECTERN_KIND_ROOM);
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->hall, LECTERN_ROOM_NAME, "Hall");
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, f->hall, LECTERN_ROOM_VENUE, venue);
  f->person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, f->person, LECTERN_PERSON_NAME, "Ada Example");
  f->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL, lectern_value_texts (languages));
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&venue, 1));
  f->day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->day, LECTERN_DAY_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->day, LECTERN_DAY_DATE, "2027-06-17");
  commit (f, edit);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->workspace);
}

static guint
count (GPtrArray *problems, LecternProblemLevel level, LecternProblemArea area)
{
  guint n = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      n += problem->level == level && problem->area == area;
    }
  return n;
}

static void
test_overlaps (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  LecternEdit *edit = lectern_edit_new ("sessions");
  gint64 block = add_session (f, edit, "Block", 600, 120, f->hall, 0);
  gint64 inside = add_session (f, edit, "Inside", 610, 20, f->hall, f->person);
  gint64 touches = add_session (f, edit, "Touches", 720, 30, f->hall, f->person);
  gint64 off = add_session (f, edit, "Cancelled", 720, 30, f->hall, f->person);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, inside, LECTERN_SESSION_PARENT, block);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, off, LECTERN_SESSION_STATE, "cancelled");
  commit (f, edit);
  g_autoptr (GPtrArray) none = lectern_problems_find (reader, f->event);
  g_assert_cmpuint (count (none, LECTERN_PROBLEM_ERROR, LECTERN_PROBLEM_IN_AGENDA), ==, 0);

  edit = lectern_edit_new ("one more");
  add_session (f, edit, "Overlaps", 740, 30, f->hall, f->person);
  commit (f, edit);
  g_autoptr (GPtrArray) two = lectern_problems_find (reader, f->event);
  g_assert_cmpuint (count (two, LECTERN_PROBLEM_ERROR, LECTERN_PROBLEM_IN_AGENDA), ==, 2);
  const LecternProblem *room = g_ptr_array_index (two, 0), *person = g_ptr_array_index (two, 1);
  g_assert_cmpstr (room->what, ==, "Hall is taken twice");
  g_assert_cmpstr (person->what, ==, "Ada Example is in two places");
  g_assert_cmpstr (person->why, ==, "“Touches” and “Overlaps” overlap by 10 minutes");
  g_assert_cmpint (person->id, ==, touches);

  edit = lectern_edit_new ("shared");
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, f->hall, LECTERN_ROOM_SHARED, 1);
  commit (f, edit);
  g_autoptr (GPtrArray) one = lectern_problems_find (reader, f->event);
  g_assert_cmpuint (count (one, LECTERN_PROBLEM_ERROR, LECTERN_PROBLEM_IN_AGENDA), ==, 1);
}

static void
test_texts_and_venue (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  LecternEdit *edit = lectern_edit_new ("sessions");
  gint64 one = add_session (f, edit, "One", -1, 0, 0, 0);
  add_session (f, edit, "Two", 600, 30, 0, 0);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, one, LECTERN_SESSION_TITLE, "de", lectern_value_text ("Eins"));
  commit (f, edit);
  g_autoptr (GPtrArray) problems = lectern_problems_find (reader, f->event);
  g_assert_cmpuint (count (problems, LECTERN_PROBLEM_WARNING, LECTERN_PROBLEM_IN_VENUES), ==, 1);
  g_assert_cmpuint (count (problems, LECTERN_PROBLEM_HINT, LECTERN_PROBLEM_IN_AGENDA), ==, 1);
  g_assert_cmpuint (count (problems, LECTERN_PROBLEM_HINT, LECTERN_PROBLEM_IN_TEXTS), ==, 1);
  const LecternProblem *last = g_ptr_array_index (problems, problems->len - 1);
  g_assert_cmpstr (last->what, ==, "1 title is missing in German");
  g_assert_cmpuint (count (problems, LECTERN_PROBLEM_WARNING, LECTERN_PROBLEM_IN_TEXTS), ==, 0);

  edit = lectern_edit_new ("the source changes");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, one, LECTERN_SESSION_TITLE, "The first");
  commit (f, edit);
  g_autoptr (GPtrArray) later = lectern_problems_find (reader, f->event);
  g_assert_cmpuint (count (later, LECTERN_PROBLEM_WARNING, LECTERN_PROBLEM_IN_TEXTS), ==, 1);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray **found = data;
  *found = lectern_problems_find_finish (LECTERN_WORKSPACE (source), result, NULL);
}

/* Two that ask for the same state share one search; after a change it is another. */
static void
test_job (Fixture *f, gconstpointer data)
{
  GPtrArray *found[3] = { NULL };
  lectern_problems_find_async (f->workspace, f->event, NULL, on_found, &found[0]);
  lectern_problems_find_async (f->workspace, f->event, NULL, on_found, &found[1]);
  while (found[0] == NULL || found[1] == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (found[0] == found[1]);
  g_assert_cmpuint (found[0]->len, ==, 1);
  LecternEdit *edit = lectern_edit_new ("more");
  add_session (f, edit, "Unplaced", -1, 0, 0, 0);
  commit (f, edit);
  lectern_problems_find_async (f->workspace, f->event, NULL, on_found, &found[2]);
  while (found[2] == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (found[2]->len, ==, 3);
  for (int i = 0; i < 3; i++)
    g_ptr_array_unref (found[i]);
}

/* Nothing waits to be published where there is no site; with one, everything does. */
static void
test_unpublished (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  g_assert_cmpuint (lectern_unpublished_count (reader, f->event), ==, 0);
  LecternEdit *edit = lectern_edit_new ("site");
  gint64 site = lectern_edit_create (edit, LECTERN_KIND_SITE);
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_NAME, "Folder");
  commit (f, edit);
  guint all = lectern_unpublished_count (reader, f->event);
  g_assert_cmpuint (all, >, 0);

  g_autoptr (GBytes) seen = lectern_history_seen (reader);
  edit = lectern_edit_new ("published");
  gint64 item = lectern_edit_create (edit, LECTERN_KIND_PUBLICATION);
  lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, item, LECTERN_PUBLICATION_EVENT, f->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, item, LECTERN_PUBLICATION_PUBLISHED, 1000);
  lectern_edit_set (edit, LECTERN_KIND_PUBLICATION, item, LECTERN_PUBLICATION_SEEN, NULL,
                    lectern_value_bytes (g_bytes_get_data (seen, NULL), g_bytes_get_size (seen)));
  lectern_edit_set_bookkeeping (edit);
  commit (f, edit);
  g_assert_cmpuint (lectern_unpublished_count (reader, f->event), ==, 0);
  edit = lectern_edit_new ("Rename the hall");
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->hall, LECTERN_ROOM_NAME, "Great hall");
  commit (f, edit);
  g_autoptr (GPtrArray) changes = lectern_unpublished_changes (reader, f->event);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((LecternChange *) changes->pdata[0])->label, ==, "Rename the hall");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/problems/overlaps", Fixture, NULL, set_up, test_overlaps, tear_down);
  g_test_add ("/problems/texts-and-venue", Fixture, NULL, set_up, test_texts_and_venue, tear_down);
  g_test_add ("/problems/job", Fixture, NULL, set_up, test_job, tear_down);
  g_test_add ("/problems/unpublished", Fixture, NULL, set_up, test_unpublished, tear_down);
  return g_test_run ();
}
