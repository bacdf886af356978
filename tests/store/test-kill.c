/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Processes that are killed while they write, and two that write at once: every edit that
 * was reported as done is there, whole, and no number was given out twice.
 */
#include "lectern-backup.h"
#include "store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_ROUNDS 48
#define N_EACH 500

#define PERSON LECTERN_KIND_PERSON
#define NAME LECTERN_PERSON_NAME

/* The child: edit after edit, each reported once it is on the disk. */
static int
write_edits (const char *path, const char *prefix, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (path, &error);

  for (guint i = 0; error == NULL && i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", prefix, i);
      g_autoptr (LecternEdit) edit = lectern_edit_new (name);
      g_autoptr (LecternResult) result = NULL;
      char line[100];
      int length;
      gint64 id;

      /* two records: half an edit would be seen */
      for (guint part = 0; part < 2; part++)
        {
          id = lectern_edit_create (edit, PERSON);
          lectern_edit_set_text (edit, PERSON, id, NAME, name);
        }
      result = lectern_workspace_commit (workspace, edit, &error);
      if (result == NULL)
        break;
      length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", result->writer,
                           result->sequence, name);
      if (write (STDOUT_FILENO, line, length) != length)
        return 2;
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error != NULL;
}

static GSubprocess *
start_child (Fixture *fixture, const char *prefix, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--write",
                                         fixture->path, prefix, count, NULL);
  g_assert_no_error (error);
  return child;
}

/* Everything the child said, after it ended; half a line was no report. */
static void
read_reports (GDataInputStream *lines, GHashTable *reports)
{
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      char *name = strchr (strchr (line, ' ') + 1, ' ');

      *name++ = '\0';
      if (g_hash_table_contains (reports, line))
        g_error ("the number %s was given out twice", line);
      g_hash_table_insert (reports, line, g_strdup (name));
    }
}

/* Every report is in the history under its number, and its records are there. */
static void
check_reports (Fixture *fixture, GHashTable *reports)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL, changes = NULL, people = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  LecternReader *reader;
  guint found = 0, n_edits = 0;

  fixture->workspace = lectern_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  reader = fixture_reader (fixture);
  changes = lectern_history_changes (reader, 0, G_MAXUINT);
  people = lectern_reader_all (reader, PERSON);
  for (guint i = 0; i < people->len; i++)
    {
      gpointer name = (gpointer) lectern_record_text (g_ptr_array_index (people, i), NAME);
      g_hash_table_insert (names, name, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (names, name)) + 1));
    }
  for (guint i = 0; i < changes->len; i++)
    {
      LecternChange *change = g_ptr_array_index (changes, i);
      g_autofree char *dot = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, change->writer,
                                              change->sequence);
      const char *reported = g_hash_table_lookup (reports, dot);

      if (reported != NULL)
        {
          g_assert_cmpstr (change->label, ==, reported);
          found++;
        }
      if (change->bookkeeping)
        continue;
      n_edits++;
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (names, change->label)), ==, 2);
    }
  g_assert_cmpuint (found, ==, g_hash_table_size (reports));
  g_assert_cmpuint (people->len, ==, 2 * n_edits);
  if (!lectern_verify (fixture->path, &problems))
    g_error ("%s", (char *) g_ptr_array_index (problems, 0));
}

static void
close_workspace (Fixture *fixture)
{
  lectern_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->workspace);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (617);
  guint n_killed = 0, n_productive = 0;

  close_workspace (fixture);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *prefix = g_strdup_printf ("Round %u edit", round);
      g_autoptr (GSubprocess) child = start_child (fixture, prefix, G_MAXUINT);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      guint before = g_hash_table_size (reports);

      /* some are killed while they open, the others while they write */
      if (round % 4 > 0)
        g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (lines), 1, NULL, NULL);
      g_usleep (g_rand_int_range (rand, 0, 40000));
      g_subprocess_send_signal (child, SIGKILL);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      n_killed += g_subprocess_get_if_signaled (child) && g_subprocess_get_term_sig (child) == SIGKILL;
      read_reports (lines, reports);
      n_productive += g_hash_table_size (reports) > before;
      check_reports (fixture, reports);
      if (round + 1 < N_ROUNDS)
        close_workspace (fixture);
    }
  g_test_message ("%u edits were reported in %u of %u rounds", g_hash_table_size (reports), n_productive,
                  N_ROUNDS);
  g_assert_cmpuint (n_killed, ==, N_ROUNDS);
  g_assert_cmpuint (n_productive, >=, N_ROUNDS * 3 / 4);
}

static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GSubprocess) one = NULL, two = NULL;
  g_autoptr (GDataInputStream) lines_one = NULL, lines_two = NULL;

  close_workspace (fixture);
  one = start_child (fixture, "One", N_EACH);
  two = start_child (fixture, "Two", N_EACH);
  lines_one = g_data_input_stream_new (g_subprocess_get_stdout_pipe (one));
  lines_two = g_data_input_stream_new (g_subprocess_get_stdout_pipe (two));
  read_reports (lines_one, reports);
  read_reports (lines_two, reports);
  g_assert_true (g_subprocess_wait_check (one, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (two, NULL, NULL));
  g_assert_cmpuint (g_hash_table_size (reports), ==, 2 * N_EACH);
  check_reports (fixture, reports);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_edits (argv[2], argv[3], strtoul (argv[4], NULL, 10));
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/kill/killed", test_killed);
  ADD ("/kill/two-writers", test_two_writers);
  return g_test_run ();
}
