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

#define MOST_STEPS 80

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

/* What is to happen at a request: the @at-th of those that are like @on. */
typedef struct
{
  const char *on;
  guint at;
  gboolean first; /* where the event is new there */
} Step;

static char *
happening (Crashes *self, Step step, const char *kind, gboolean edit)
{
  g_autofree char *coded = g_uri_escape_string (step.on, NULL, FALSE);
  g_autofree char *edited = edit ? self->faults.verbs->edit_at (&self->faults) : g_strdup ("");
  return g_strdup_printf (".fault?at=%u&on=%s%s%s%s", step.at, coded, kind ? "&kind=" : "", kind ? kind : "", edited);
}

/* Whether it was killed; not, where it made fewer requests. */
static gboolean
run_and_kill (Crashes *self, Step step, gboolean before, gboolean edit, gboolean *edited)
{
  Faults *faults = &self->faults;
  g_autofree char *site = g_strdup_printf ("%" G_GINT64_FORMAT, faults->site.site);
  g_autofree char *at = happening (self, step, NULL, edit);
  g_autofree char *what = g_strconcat (at, before ? "&before=1" : "", NULL);
  const char *argv[] = { myself, "--publish", faults->site.path, faults->proxy.url, site, what, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TEST_USER", faults->rig.user, TRUE);
  environment = g_environ_setenv (environment, "TEST_PASSWORD", faults->rig.password, TRUE);
  int status = 0;
  g_autoptr (GError) error = NULL;
  g_spawn_sync (NULL, (char **) argv, environment, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) == 0 : WTERMSIG (status) == SIGKILL);
  *edited = faults_edited (faults);
  faults_tell (faults->control, faults->proxy.url, ".fault"); /* what was on its way has arrived */
  return WIFSIGNALED (status);
}

/* --- one case --- */

/* Somebody's words stand there: they wait, are decided, and are kept beside the workspace. */
static void
decide (Crashes *self)
{
  Faults *faults = &self->faults;
  g_autoptr (GError) error = NULL;
  g_assert_true (faults_has_theirs (faults));
  g_autoptr (GPtrArray) items = faults_run (faults);
  g_assert_true (faults_has_theirs (faults));
  if (!lectern_publish_needs_decision (items))
    {
      /* it came after ours: the next change here finds it */
      site_fixture_retitle (&faults->site, "Next");
      g_autoptr (GPtrArray) next = faults_run (faults);
      g_assert_true (lectern_publish_needs_decision (next));
      g_assert_true (faults_has_theirs (faults));
    }
  else
    self->waited++;
  g_autoptr (LecternPublishItem) decided
      = lectern_publish_resolve (faults->site.workspace, faults->site.site, faults->page, TRUE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (decided->why, ".published"));
  self->edited++;
}

/* What stands there in the end. */
static GHashTable *
finish (Crashes *self, gboolean edited)
{
  Faults *faults = &self->faults;
  if (edited)
    decide (self);
  g_autoptr (GPtrArray) last = faults_run (faults);
  faults_assert_done (last);
  return faults_assert_notes (faults);
}

static gboolean
one_case (Crashes *self, Step step, gboolean before, Edit edit, const char *kind, guint second)
{
  Faults *faults = &self->faults;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("Killed at %u %s, %s, edit %d, then %s at %u", step.at, step.on,
                                            before ? "before" : "after", edit, kind, second);
  g_autofree char *later = g_strconcat (title, ", changed here since", NULL);
  g_test_message ("%s", title);
  if (step.first)
    faults_renew (faults);
  site_fixture_retitle (&faults->site, title);
  g_autoptr (GHashTable) old = step.first ? faults->verbs->snapshot (faults) : faults_found (faults);
  if (edit == EDIT_BEFORE)
    faults->verbs->edit (faults);
  gboolean edited, again;
  gboolean killed = run_and_kill (self, step, before, edit == EDIT_DURING, &edited);
  edited = edited || edit == EDIT_BEFORE;
  g_autoptr (GHashTable) between = faults->verbs->snapshot (faults);
  if (edit == EDIT_BETWEEN)
    faults->verbs->edit (faults);
  /* the next run may write something else than the one that was killed */
  gboolean changes = second % 2 == 0;
  if (changes)
    site_fixture_retitle (&faults->site, later);
  g_autofree char *what = happening (self, (Step){ "", second, FALSE }, edit == EDIT_AGAIN ? NULL : kind, edit == EDIT_AGAIN);
  g_autoptr (GPtrArray) items = faults_run_broken (faults, what, NULL, &again, &error);
  if (edit == EDIT_AFTER)
    faults->verbs->edit (faults);
  edited = edited || again || edit == EDIT_BETWEEN || edit == EDIT_AFTER;
  GHashTable *finished = finish (self, edited);
  if (!edited)
    {
      if (!changes)
        faults_assert_whole (old, between, finished);
      g_assert_nonnull (strstr (g_hash_table_lookup (finished, faults->page), changes ? later : title));
    }
  faults->cases++;
  self->killed += killed;
  return killed;
}

/* Each step with each way to go wrong afterwards and each moment of an edit; where the second run goes
   wrong comes round. @stride: of the ways; a WordPress takes ten times as long for all of them. */
static void
all_cases (Crashes *self, guint at, gboolean before, guint *n)
{
  guint stride = self->faults.verbs == &faults_files ? 1 : 6;
  for (guint edit = 0; edit < EDITS; edit++)
    for (guint i = (at + edit) % stride; i < faults_n_kinds; i += stride, (*n)++)
      one_case (self, (Step){ "", at, FALSE }, before, edit, faults_kinds[i], 1 + *n * 7 % 31);
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
          one_case (self, (Step){ "", steps[i], FALSE }, before, n % EDITS, faults_takes_long (kind) ? "lost" : kind,
                    1 + n * 7 % 31);
        }
}

/* Where a WordPress is written to, and each moment of an edit. */
static void
some_calls (Crashes *self)
{
  static const Step calls[] = { { "POST .*/pages/\\d", 1, FALSE }, { "POST .*/media", 1, FALSE },
                                { "POST .*/posts/\\d", 1, FALSE }, { "POST .*/categories", 1, TRUE },
                                { "POST .*/pages$", 1, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *kind = faults_kinds[i * 5 % faults_n_kinds];
      /* what is not there yet nobody edits */
      Edit edit = calls[i].first ? EDIT_NONE : (EDIT_DURING + i) % EDITS;
      one_case (self, calls[i], i % 2, edit, faults_takes_long (kind) ? "lost" : kind, 1 + i * 7 % 31);
    }
}

static void
test_crashes (gconstpointer kind_of_server)
{
  Crashes self = { 0 };
  guint n = 0;
  if (!faults_set_up (&self.faults, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self.faults));
  if (!whole && self.faults.verbs == &faults_files)
    some_cases (&self);
  else if (!whole)
    some_calls (&self);
  for (guint at = 1, ended = 0; whole && at < MOST_STEPS && ended < 2; at++)
    {
      guint killed = self.killed;
      all_cases (&self, at, TRUE, &n);
      all_cases (&self, at, FALSE, &n);
      ended = self.killed == killed ? ended + 1 : 0;
    }
  g_test_message ("%u cases, %u killed, %u edits, of which %u were found at once", self.faults.cases, self.killed,
                  self.edited, self.waited);
  g_assert_cmpuint (self.killed, >, self.faults.cases / 3);
  g_assert_cmpuint (self.waited, >, 0);
  faults_tear_down (&self.faults);
}

/* A file that the killed run brought there is said to be gone when the next one looks, which brings
   something else: it is ours all the same. */
static void
test_gone (gconstpointer kind_of_server)
{
  Crashes self = { 0 };
  Faults *faults = &self.faults;
  g_autoptr (GError) error = NULL;
  gboolean edited, fired;
  if (!faults_set_up (faults, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (faults));
  site_fixture_retitle (&faults->site, "Killed");
  g_assert_true (run_and_kill (&self, (Step){ "MOVE .*/schedule.json", 1, FALSE }, FALSE, FALSE, &edited));
  site_fixture_retitle (&faults->site, "Changed here since");
  g_autoptr (GPtrArray) items
      = faults_run_broken (faults, ".fault?at=1&kind=404&on=GET%20.*/schedule.json%24", &fired, NULL, &error);
  g_assert_true (fired);
  g_autoptr (GPtrArray) last = faults_run (faults);
  faults_assert_done (last);
  faults_assert_notes (faults);
  faults_tear_down (faults);
}

int
main (int argc, char **argv)
{
  myself = argv[0];
  if (argc == 6 && strcmp (argv[1], "--publish") == 0)
    return publish_once (argv + 1);
  const char *kind = argc > 1 && !g_str_has_prefix (argv[1], "-") ? argv[1] : "apache";
  if (argc > 1 && kind == argv[1])
    argv[1] = argv[0], argc--, argv++;
  whole = argc > 1 && strcmp (argv[1], "--whole") == 0;
  if (whole)
    argv[1] = argv[0], argc--, argv++;
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/crashes/each", kind, test_crashes);
  if (!g_str_has_prefix (kind, "wordpress"))
    g_test_add_data_func ("/crashes/gone", kind, test_gone);
  return g_test_run ();
}
