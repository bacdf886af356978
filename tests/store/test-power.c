/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session of 200 edits on a disk whose power goes: after any write, with what was written
 * since the last sync lost, torn or in another order. After each cut the workspace opens,
 * holds every edit that was reported as done, at most one more, and no half of any.
 *
 *   test-store-power          cuts after some hundred writes, spread over the session
 *   test-store-power --all    after every write, three times each
 */
#include "fault-vfs.h"
#include "lectern-backup.h"
#include "lectern-schema.h"
#include "lectern-search.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

#define N_EDITS 200
#define N_CUTS 320

#define PERSON LECTERN_KIND_PERSON
#define SESSION LECTERN_KIND_SESSION

static gboolean every_write;

/* What the session reported, edit by edit; 0 is the new workspace. */
typedef struct
{
  Fixture fixture;
  char *states[N_EDITS + 1];        /* a digest of all data */
  LecternResult *results[N_EDITS + 1];
  char *words[N_EDITS + 1];         /* what a search then finds, or NULL */
  GArray *people;                   /* of gint64 */
  gint64 session;
} Story;

/* All tables, row by row. Not the index: it follows behind, and lectern_verify() looks at it. */
static char *
digest (const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT format('SELECT * FROM \"%w\" %s ORDER BY 1', name, "
                                           "iif(name = 'meta', 'WHERE key <> ''indexed''', '')) "
                                           "FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                                           "'search%' ORDER BY name", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (queries, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  g_assert_cmpuint (queries->len, >, LECTERN_N_KINDS);
  for (guint i = 0; i < queries->len; i++)
    {
      g_assert_cmpint (sqlite3_prepare_v2 (db, g_ptr_array_index (queries, i), -1, &statement, NULL), ==,
                       SQLITE_OK);
      g_checksum_update (checksum, g_ptr_array_index (queries, i), -1);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (statement); column++)
          {
            int length = sqlite3_column_bytes (statement, column);
            g_checksum_update (checksum, (guchar *) &length, sizeof length);
            if (length > 0)
              g_checksum_update (checksum, sqlite3_column_blob (statement, column), length);
          }
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (checksum));
}

static gint64
some_person (Story *story, guint number)
{
  return g_array_index (story->people, gint64, number * 7 % story->people->len);
}

static void
add_people (Story *story, LecternEdit *edit, guint number, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person word%u part%u", number, i);
      gint64 id = lectern_edit_create (edit, PERSON);

      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_NAME, name);
      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_BIOGRAPHY, "Kilns, glazes and long winters.");
      g_array_append_val (story->people, id);
    }
}

static LecternEdit *
make_edit (Story *story, guint number)
{
  g_autofree char *label = g_strdup_printf ("Edit %u", number);
  g_autofree char *word = g_strdup_printf ("word%u", number);
  LecternEdit *edit = lectern_edit_new (label);
  gint64 id;

  story->words[number] = g_strdup (word);
  if (number % 60 == 40)
    add_people (story, edit, number, 50); /* like an import */
  else if (number % 4 == 1 || story->people->len == 0)
    add_people (story, edit, number, 1);
  else if (number % 4 == 2)
    lectern_edit_set_text (edit, PERSON, some_person (story, number), LECTERN_PERSON_NAME, word);
  else if (number % 8 == 3)
    {
      id = story->session = lectern_edit_create (edit, SESSION);
      lectern_edit_set_text (edit, SESSION, id, LECTERN_SESSION_TITLE, word);
      lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_TITLE, "sv", lectern_value_text ("Lunch"));
    }
  else if (number % 8 == 7)
    lectern_edit_set (edit, SESSION, story->session, LECTERN_SESSION_TITLE, "de", lectern_value_text (word));
  else
    {
      g_clear_pointer (&story->words[number], g_free);
      lectern_edit_delete (edit, PERSON, some_person (story, number));
      lectern_edit_set_text (edit, SESSION, story->session, LECTERN_SESSION_TITLE, "Moved");
    }
  return edit;
}

static void
take_step (Story *story, guint number)
{
  LecternWorkspace *workspace = story->fixture.workspace;
  g_autoptr (GError) error = NULL;

  if (number % 10 == 8)
    story->results[number] = lectern_workspace_undo (workspace, &error);
  else if (number % 20 == 9)
    story->results[number] = lectern_workspace_redo (workspace, &error);
  else
    {
      g_autoptr (LecternEdit) edit = make_edit (story, number);
      story->results[number] = lectern_workspace_commit (workspace, edit, &error);
    }
  g_assert_no_error (error);
  fault_log_mark (number);
  story->states[number] = digest (story->fixture.path);
}

static FaultLog *
record_story (Story *story)
{
  story->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  fault_log_begin ();
  fixture_set_up (&story->fixture, NULL);
  fault_log_mark (0);
  story->states[0] = digest (story->fixture.path);
  for (guint number = 1; number <= N_EDITS; number++)
    {
      if (number == 150)
        fixture_reopen (&story->fixture);
      take_step (story, number);
    }
  lectern_workspace_close (story->fixture.workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (story->fixture.workspace);
  return fault_log_end ();
}

/* Which edit is the newest in the file: only what was reported as done, or the one after. */
static guint
newest_edit (Story *story, guint done)
{
  g_autofree char *state = digest (story->fixture.path);

  for (guint number = MIN (done + 1, N_EDITS); number + 1 > done; number--)
    if (g_str_equal (state, story->states[number]))
      return number;
  g_test_message ("after edit %u the file holds another state", done);
  g_test_fail ();
  return done;
}

static void
check_search (Story *story, LecternWorkspace *workspace, guint newest)
{
  g_autoptr (GPtrArray) hits = NULL;

  if (story->words[newest] == NULL)
    return;
  hits = lectern_search (lectern_workspace_reader (workspace), story->words[newest], LECTERN_KIND_NONE, 5);
  g_assert_cmpuint (hits->len, >=, 1);
}

/* The next edit gets a number that was never given out. */
static void
check_next (Story *story, LecternWorkspace *workspace, guint done)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("After the cut");
  g_autoptr (LecternResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lectern_edit_set_text (edit, PERSON, lectern_edit_create (edit, PERSON), LECTERN_PERSON_NAME, "Nyckel");
  result = lectern_workspace_commit (workspace, edit, &error);
  g_assert_no_error (error);
  for (guint number = 1; number <= done; number++)
    g_assert_false (story->results[number]->writer == result->writer
                    && story->results[number]->sequence >= result->sequence);
}

static void
check_whole (const char *path)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (lectern_verify (path, &problems))
    return;
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_test_fail ();
}

static void
close_workspace (LecternWorkspace *workspace)
{
  lectern_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (workspace);
}

/* @done: -1 before the new workspace was reported as made. Returns whether it could be opened. */
static gboolean
check_after_cut (Story *story, gint done, guint *n_newer)
{
  g_autoptr (GError) error = NULL;
  LecternWorkspace *workspace = lectern_workspace_open (story->fixture.path, &error);
  guint newest;

  if (workspace == NULL)
    {
      if (done >= 0)
        g_test_message ("after edit %d: %s", done, error->message);
      g_assert_cmpint (done, <, 0);
      return FALSE;
    }
  if (done >= 0)
    {
      newest = newest_edit (story, done);
      *n_newer += newest > (guint) done;
      check_search (story, workspace, newest);
      check_next (story, workspace, done);
    }
  check_whole (story->fixture.path);
  close_workspace (workspace);
  return TRUE;
}

static void
story_clear (Story *story)
{
  for (guint i = 0; i <= N_EDITS; i++)
    {
      g_free (story->states[i]);
      g_free (story->words[i]);
      lectern_result_free (story->results[i]);
    }
  g_array_unref (story->people);
  fixture_remove_folder (story->fixture.folder);
  g_free (story->fixture.folder);
  g_free (story->fixture.path);
}

static void
test_power_cuts (void)
{
  Story story = { 0 };
  FaultLog *log = record_story (&story);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260617);
  guint n_writes = fault_log_n_writes (log), n_cuts = 0, n_opened = 0, n_newer = 0, n_sessions = 0;
  guint step = every_write ? 1 : MAX (1, n_writes / N_CUTS);

  for (guint write = 1; write <= n_writes && !g_test_failed (); write += step)
    for (guint time = 0; time < (every_write ? 3 : 1); time++)
      {
        gint done = fault_log_cut (log, write, rand);
        n_cuts++;
        n_opened += check_after_cut (&story, done, &n_newer);
        n_sessions += done >= 0;
      }
  g_test_message ("%u writes, %u cuts, %u after the first edit; in %u the edit on its way was there", n_writes,
                  n_cuts, n_sessions, n_newer);
  g_assert_cmpuint (n_cuts, >=, every_write ? 3 * n_writes : 200);
  g_assert_cmpuint (n_sessions, >=, n_cuts / 2);
  g_assert_cmpuint (n_opened, >=, n_sessions);
  fault_log_free (log);
  story_clear (&story);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  every_write = argc > 1 && g_str_equal (argv[1], "--all");
  fault_vfs_register ();
  g_test_add_func (every_write ? "/power/every-write" : "/power/cuts", test_power_cuts);
  return g_test_run ();
}
