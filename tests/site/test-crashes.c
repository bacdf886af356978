/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing is killed at each request, before the server has seen it and after; the run
 * that takes it up goes wrong in its turn; and somebody else edits a page on the site before
 * that, in the middle of it, or after. Nothing is lost, nothing doubled, nothing of others
 * overwritten, and what the workspace says is so.
 */
#include "faults-fixture.h"

#include "lectern-site-password.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_STEPS 60

typedef enum
{
  EDIT_NONE,
  EDIT_BEFORE, /* the run that is killed */
  EDIT_DURING, /* just before the request at which it is killed */
  EDIT_BETWEEN, /* after it was killed */
  EDIT_AGAIN,  /* in the run that takes it up */
  EDIT_AFTER,  /* that run */
  EDITS,
} Edit;

typedef struct
{
  Faults faults;
  char *program;
  char *file; /* that somebody else edits */
  guint edited, waited, killed;
} Crashes;

static gboolean whole;
static const char *myself;

/* --- the child: publishes once, and is killed in it --- */

static int
publish_once (char **argv)
{
  g_autoptr (GError) error = NULL;
  LecternHttpAccess nobody = { 0 };
  const char *url = argv[2];
  g_autofree char *what = g_strdup_printf ("%s&crash=%d", argv[4], getpid ());
  lectern_site_password_use (url, g_getenv ("TEST_USER"), g_getenv ("TEST_PASSWORD"));
  LecternHttp *control = lectern_http_new (url, &nobody, &error);
  faults_be_impatient ();
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (argv[1], &error);
  g_assert_no_error (error);
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, &error);
  g_autoptr (LecternPublishPlan) plan
      = lectern_publish_plan (reader, g_ascii_strtoll (argv[3], NULL, 10), 0, &error);
  g_assert_no_error (error);
  faults_tell (control, url, what);
  g_autoptr (GPtrArray) items = lectern_publish_run (workspace, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_true (items != NULL || error != NULL);
  lectern_http_free (control);
  return 0;
}

/* Whether it was killed; not, where it made fewer requests. */
static gboolean
run_and_kill (Crashes *self, guint at, gboolean before, const char *edit)
{
  Faults *faults = &self->faults;
  g_autofree char *site = g_strdup_printf ("%" G_GINT64_FORMAT, faults->site.site);
  g_autofree char *what = g_strdup_printf (".fault?at=%u%s%s%s", at, before ? "&before=1" : "", edit ? "&edit=" : "",
                                           edit ? edit : "");
  const char *argv[] = { myself, "--publish", faults->site.path, faults->proxy.url, site, what, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TEST_USER", faults->rig.user, TRUE);
  environment = g_environ_setenv (environment, "TEST_PASSWORD", faults->rig.password, TRUE);
  int status = 0;
  g_autoptr (GError) error = NULL;
  g_spawn_sync (NULL, (char **) argv, environment, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) == 0 : WTERMSIG (status) == SIGKILL);
  faults_tell (faults->control, faults->proxy.url, ".fault"); /* what was on its way has arrived */
  return WIFSIGNALED (status);
}

/* --- one case --- */

static void
edit_there (Crashes *self)
{
  site_fixture_write (&self->faults.site, FAULTS_PAGE, FAULTS_FOREIGN);
}

static void
assert_theirs (Crashes *self)
{
  g_autofree char *there = site_fixture_read (&self->faults.site, FAULTS_PAGE);
  g_assert_cmpstr (there, ==, FAULTS_FOREIGN);
}

/* The run that takes it up, broken in one way; nothing was lost for that. */
static void
run_broken (Crashes *self, const char *kind, guint at, const char *edit)
{
  Faults *faults = &self->faults;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = g_strdup_printf (".fault?at=%u&kind=%s", at, kind);
  g_autofree char *with_edit = g_strdup_printf (".fault?at=%u%s%s", at, edit ? "&edit=" : "", edit ? edit : "");
  faults_tell (faults->control, faults->proxy.url, edit ? with_edit : what);
  g_autoptr (GPtrArray) items = faults_run (faults, &error);
  g_assert_true (items != NULL || error != NULL);
  faults_tell (faults->control, faults->proxy.url, ".fault");
}

/* Somebody's words stand there: they wait, are decided, and are kept beside the workspace. */
static void
decide (Crashes *self)
{
  Faults *faults = &self->faults;
  g_autoptr (GError) error = NULL;
  assert_theirs (self);
  g_autoptr (GPtrArray) items = faults_run (faults, &error);
  g_assert_no_error (error);
  assert_theirs (self);
  if (!lectern_publish_needs_decision (items))
    {
      /* it came after ours: the next change here finds it */
      site_fixture_retitle (&faults->site, "Next");
      g_autoptr (GPtrArray) next = faults_run (faults, &error);
      g_assert_no_error (error);
      g_assert_true (lectern_publish_needs_decision (next));
      assert_theirs (self);
    }
  else
    self->waited++;
  g_autoptr (LecternPublishItem) decided
      = lectern_publish_resolve (faults->site.workspace, faults->site.site, FAULTS_PAGE, TRUE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (decided->why, ".published"));
  self->edited++;
}

static void
finish (Crashes *self, gboolean edited)
{
  Faults *faults = &self->faults;
  g_autoptr (GError) error = NULL;
  if (edited)
    decide (self);
  g_autoptr (GPtrArray) last = faults_run (faults, &error);
  g_assert_no_error (error);
  g_assert_false (lectern_publish_has_failed (last) || lectern_publish_needs_decision (last));
  faults_assert_notes (faults);
  g_autoptr (GPtrArray) files = site_fixture_files (&faults->site);
  g_assert_cmpuint (files->len, ==, FAULTS_ITEMS);
}

static gboolean
one_case (Crashes *self, guint at, gboolean before, Edit edit, const char *kind, guint second)
{
  Faults *faults = &self->faults;
  g_autofree char *title = g_strdup_printf ("Killed at %u, %s, edit %d, then %s at %u", at, before ? "before" : "after",
                                            edit, kind, second);
  g_autofree char *later = g_strconcat (title, ", changed here since", NULL);
  g_test_message ("%s", title);
  site_fixture_retitle (&faults->site, title);
  g_autoptr (GHashTable) old = faults_snapshot (faults);
  if (edit == EDIT_BEFORE)
    edit_there (self);
  gboolean killed = run_and_kill (self, at, before, edit == EDIT_DURING ? self->file : NULL);
  gboolean edited = edit == EDIT_BEFORE || (edit == EDIT_DURING && killed);
  g_autoptr (GHashTable) between = faults_snapshot (faults);
  if (edited)
    assert_theirs (self);
  if (edit == EDIT_BETWEEN)
    edit_there (self);
  /* the next run may write something else than the one that was killed */
  gboolean changes = second % 2 == 0;
  if (changes)
    site_fixture_retitle (&faults->site, later);
  run_broken (self, kind, second, edit == EDIT_AGAIN ? self->file : NULL);
  if (edit == EDIT_AFTER)
    edit_there (self);
  g_autofree char *there = site_fixture_read (&faults->site, FAULTS_PAGE);
  edited = edited || edit == EDIT_BETWEEN || edit == EDIT_AFTER
           || (edit == EDIT_AGAIN && strcmp (there, FAULTS_FOREIGN) == 0);
  finish (self, edited);
  g_autoptr (GHashTable) finished = faults_snapshot (faults);
  if (!edited)
    {
      if (!changes)
        faults_assert_whole (old, between, finished);
      g_assert_nonnull (strstr (g_hash_table_lookup (finished, FAULTS_PAGE), changes ? later : title));
    }
  faults->cases++;
  self->killed += killed;
  return killed;
}

static void
all_cases (Crashes *self, guint at, gboolean before)
{
  for (guint edit = 0; edit < EDITS; edit++)
    for (guint i = 0; i < faults_n_kinds; i++)
      for (guint second = 1; second < MOST_STEPS; second += 3)
        one_case (self, at, before, edit, faults_kinds[i], second);
}

/* Each way to go wrong, each moment of an edit and each step come up, not each with each. */
static void
some_cases (Crashes *self)
{
  static const guint steps[] = { 1, 3, 6, 11, 16, 21, 27, 32 };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint before = 0; before < 2; before++)
      for (guint k = 0; k < 2; k++, n++)
        {
          const char *kind = faults_kinds[n * 5 % faults_n_kinds];
          gboolean waits = strcmp (kind, "slow") == 0 || strcmp (kind, "endless") == 0;
          one_case (self, steps[i], before, n % EDITS, waits ? "lost" : kind, 1 + n * 7 % 31);
        }
}

static void
test_crashes (gconstpointer kind_of_server)
{
  Crashes self = { 0 };
  if (!faults_set_up (&self.faults, kind_of_server))
    return;
  self.file = g_build_filename (self.faults.rig.root, FAULTS_PAGE, NULL);
  g_autoptr (GPtrArray) first = site_fixture_publish (&self.faults.site, FALSE);
  g_assert_cmpuint (first->len, ==, FAULTS_ITEMS);
  if (!whole)
    some_cases (&self);
  for (guint at = 1, ended = 0; whole && at < MOST_STEPS && ended < 2; at++)
    {
      guint killed = self.killed;
      all_cases (&self, at, TRUE);
      all_cases (&self, at, FALSE);
      ended = self.killed == killed ? ended + 1 : 0;
    }
  g_test_message ("%u cases, %u killed, %u edits, of which %u were found at once", self.faults.cases, self.killed,
                  self.edited, self.waited);
  g_assert_cmpuint (self.killed, >, self.faults.cases / 3);
  g_assert_cmpuint (self.waited, >, 0);
  g_free (self.file);
  faults_tear_down (&self.faults);
}

int
main (int argc, char **argv)
{
  myself = argv[0];
  if (argc == 6 && strcmp (argv[1], "--publish") == 0)
    return publish_once (argv + 1);
  whole = argc > 1 && strcmp (argv[1], "--whole") == 0;
  if (whole)
    argv[1] = argv[0], argc--, argv++;
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/crashes/apache", "apache", test_crashes);
  if (whole)
    g_test_add_data_func ("/crashes/nginx", "nginx", test_crashes);
  return g_test_run ();
}
