/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing is killed at any point, again and again, while the data changes; the next
 * run finishes, asks nothing, and leaves nothing behind.
 */
#include "site-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define ROUNDS 60

/* The child: opens the workspace and publishes until somebody ends it. */
static int
publish_for_ever (const char *path, gint64 site)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (path, &error);
  for (guint i = 0; workspace != NULL; i++)
    {
      g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, &error);
      g_autoptr (GPtrArray) sessions
          = reader ? lectern_reader_all (reader, LECTERN_KIND_SESSION) : NULL;
      g_autoptr (LecternEdit) edit = lectern_edit_new ("Change");
      g_autofree char *title
          = g_strdup_printf ("Title %u of %" G_GINT64_FORMAT, i, g_get_real_time ());
      if (sessions == NULL)
        break;
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION,
                             ((LecternRecord *)g_ptr_array_index (sessions, 0))->id,
                             LECTERN_SESSION_TITLE, title);
      g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, &error);
      g_autoptr (LecternPublishPlan) plan
          = result ? lectern_publish_plan (reader, site, 0, &error) : NULL;
      g_autoptr (GPtrArray) items
          = plan ? lectern_publish_run (workspace, plan, FALSE, NULL, NULL, NULL, &error) : NULL;
      if (items == NULL || lectern_publish_needs_decision (items))
        break;
    }
  g_printerr ("%s\n", error ? error->message : "a decision is asked for");
  return 1;
}

static char *self = NULL;

static void
kill_once (SiteFixture *fixture, guint *ended_by_themselves)
{
  g_autofree char *site = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->site);
  char *argv[] = { self, (char *) "--publish", fixture->path, site, NULL };
  GPid pid;
  int status;
  g_assert_true (
      g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL));
  g_usleep (g_test_rand_int_range (5000, 120000));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (!WIFSIGNALED (status))
    (*ended_by_themselves)++;
}

static void
test_killed (SiteFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "final/agenda.de.ics", "final/agenda.ics", "final/event.jsonld",
    "final/index.de.html", "final/index.html", "final/schedule.json",
    "final/schedule.xml",  "index.html",       "theirs.html",
  };
  guint ended = 0, in_the_middle = 0;
  site_fixture_write (fixture, "theirs.html", "theirs");
  for (guint round = 0; round < ROUNDS; round++)
    {
      kill_once (fixture, &ended);
      g_autoptr (GPtrArray) before = site_fixture_files (fixture);
      for (guint i = 0; i < before->len; i++)
        if (strstr (g_ptr_array_index (before, i), "lectern-part"))
          in_the_middle++;
      if (round % 5 != 0)
        continue;
      g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
      g_assert_false (lectern_publish_needs_decision (items));
      g_assert_false (lectern_publish_has_failed (items));
    }
  g_test_message ("%u parts were left behind on the way", in_the_middle);
  g_assert_cmpuint (ended, ==, 0);

  g_autoptr (GPtrArray) last = site_fixture_publish (fixture, FALSE);
  g_autoptr (GPtrArray) again = site_fixture_publish (fixture, FALSE);
  g_assert_false (lectern_publish_needs_decision (last));
  g_assert_cmpuint (site_fixture_count (again, "unchanged"), ==, 8);
  g_autoptr (GPtrArray) files = site_fixture_files (fixture);
  for (guint i = 0; i < MIN (files->len, G_N_ELEMENTS (expected)); i++)
    g_assert_cmpstr (g_ptr_array_index (files, i), ==, expected[i]);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  g_autofree char *theirs = site_fixture_read (fixture, "theirs.html");
  g_assert_cmpstr (theirs, ==, "theirs");
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--publish") == 0)
    return publish_for_ever (argv[2], g_ascii_strtoll (argv[3], NULL, 10));
  self = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/publish/killed", SiteFixture, NULL, site_fixture_set_up, test_killed,
              site_fixture_tear_down);
  return g_test_run ();
}
