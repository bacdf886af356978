/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every request of a publication goes wrong in every way, one at a time, and somebody else
 * writes in the middle of it. Whatever happens: each file is whole, what is said to be
 * published is there, nothing of others is overwritten, and the next run finishes it.
 */
#include "faults-fixture.h"

#include <string.h>

#define MOST_STEPS 80

static gboolean whole; /* all steps, not only some */

/* What is said to be there is there, and the rest is as it was. */
static void
assert_true_state (GPtrArray *items, GHashTable *before, GHashTable *after)
{
  for (guint i = 0; items && i < items->len; i++)
    {
      const LecternPublishItem *item = items->pdata[i];
      const char *old = g_hash_table_lookup (before, item->item);
      const char *now = g_hash_table_lookup (after, item->item);
      if (strcmp (item->action, "update") == 0 && strcmp (item->state, "published") == 0)
        g_assert_cmpstr (old, !=, now);
      if (strcmp (item->action, "create") == 0 && strcmp (item->state, "published") == 0)
        g_assert_nonnull (now);
      if (strcmp (item->state, "failed") == 0)
        g_assert_nonnull (item->why);
    }
}

static char *
fault_of (const char *kind, const char *on, guint at)
{
  g_autofree char *coded = g_uri_escape_string (on, NULL, FALSE);
  return g_strdup_printf (".fault?kind=%s&at=%u&on=%s", kind, at, coded);
}

/* @on: of the requests that are like this one the one that breaks is number @at. */
static gboolean
one_fault (Faults *self, const char *kind, const char *on, guint at, gboolean first)
{
  g_autoptr (GError) error = NULL;
  gboolean fired;
  g_autofree char *title = g_strdup_printf ("%s at %u %s%s", kind, at, on, first ? ", at first" : "");
  g_autofree char *what = fault_of (kind, on, at);
  if (first)
    faults_renew (self);
  site_fixture_retitle (&self->site, title);
  g_autoptr (GHashTable) before = first ? self->verbs->snapshot (self) : faults_found (self);
  g_autoptr (GPtrArray) items = faults_run_broken (self, what, &fired, NULL, &error);
  gboolean unfinished = items == NULL || lectern_publish_has_failed (items);
  self->broken += fired && unfinished;
  g_test_message ("%s: %s, %s", title, fired ? "broken" : "not reached", unfinished ? "unfinished" : "finished");
  g_assert_false (items && lectern_publish_needs_decision (items));
  g_autoptr (GHashTable) between = self->verbs->snapshot (self);
  assert_true_state (items, before, between);

  g_autoptr (GPtrArray) last = faults_run (self);
  faults_assert_done (last);
  GHashTable *finished = faults_assert_notes (self);
  faults_assert_whole (before, between, finished);
  g_assert_nonnull (strstr (g_hash_table_lookup (finished, self->page), title));
  self->cases++;
  return fired;
}

static void
done (Faults *self)
{
  g_test_message ("%u cases, of which %u were not finished at once", self->cases, self->broken);
  g_assert_cmpuint (self->broken, >, 0);
  faults_tear_down (self);
}

static void
all_faults (Faults *self)
{
  for (guint first = 0; first < 2; first++)
    for (guint i = 0; i < faults_n_kinds; i++)
      for (guint at = 1; at < MOST_STEPS && one_fault (self, faults_kinds[i], "", at, first); at++)
        ;
}

/* Somewhere in the middle, each kind at other steps. */
static void
some_faults (Faults *self)
{
  static const guint some[] = { 1, 2, 3, 6, 10, 17 };
  for (guint i = 0; i < faults_n_kinds; i++)
    for (guint j = i % 2; j < (faults_takes_long (faults_kinds[i]) ? 2 : G_N_ELEMENTS (some)); j += 2)
      one_fault (self, faults_kinds[i], "", some[j], i % 4 == 3);
}

static void
test_faults (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self));
  if (whole)
    all_faults (&self);
  else
    some_faults (&self);
  done (&self);
}

/* What a WordPress is asked for; of each call the first. */
static const struct
{
  const char *on;
  gboolean first; /* only where the event is new there */
} calls[] = {
  { "GET .*/pages.*lectern:begin", FALSE }, { "POST .*/pages/\\d", FALSE },  { "GET .*/revisions", FALSE },
  { "POST .*/posts/\\d", FALSE },           { "POST .*/media", FALSE },      { "DELETE .*/media", FALSE },
  { "GET .*/media.*lectern:file", FALSE },  { "POST .*/posts$", TRUE },      { "POST .*/categories", TRUE },
  { "POST .*/pages$", TRUE },               { "POST .*/pages/\\d", TRUE },
};

/* Every kind once and every call at least once. */
static void
test_calls (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  guint reached = 0;
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self));
  for (guint i = 0; i < faults_n_kinds; i++)
    {
      guint call = i * 4 % G_N_ELEMENTS (calls);
      reached += one_fault (&self, faults_kinds[i], calls[call].on, 1, calls[call].first);
    }
  g_assert_cmpuint (reached, ==, faults_n_kinds);
  done (&self);
}

/* --- somebody else writes --- */

/* Theirs stay, and wait or are found next time; they are kept when a person decides for ours. */
static void
decide (Faults *self, GPtrArray *items)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (faults_has_theirs (self));
  if (!lectern_publish_needs_decision (items))
    {
      /* it came after ours: the next change here finds it */
      site_fixture_retitle (&self->site, "Next");
      g_autoptr (GPtrArray) next = faults_run (self);
      g_assert_true (lectern_publish_needs_decision (next));
      g_assert_true (faults_has_theirs (self));
    }
  g_autoptr (LecternPublishItem) decided = lectern_publish_resolve (self->site.workspace, self->site.site,
                                                                    self->page, TRUE, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) last = faults_run (self);
  faults_assert_done (last);
  g_assert_false (faults_has_theirs (self));
}

static void
test_edits (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  guint waited = 0, unseen = 0;
  gboolean fired = TRUE;
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self));
  g_autofree char *edit = self.verbs->edit_at (&self);
  for (guint at = 1; at < MOST_STEPS && fired; at += whole ? 1 : self.verbs == &faults_files ? 2 : 8)
    {
      g_autoptr (GError) error = NULL;
      gboolean edited;
      g_autofree char *title = g_strdup_printf ("Edited at %u", at);
      g_autofree char *what = g_strdup_printf (".fault?at=%u%s", at, edit);
      site_fixture_retitle (&self.site, title);
      g_autoptr (GPtrArray) items = faults_run_broken (&self, what, &fired, &edited, &error);
      g_assert_no_error (error);
      unseen += fired && !edited;
      if (!edited)
        continue;
      waited += lectern_publish_needs_decision (items);
      g_test_message ("%s: %s", title, lectern_publish_needs_decision (items) ? "waits" : "came after ours");
      decide (&self, items);
      self.cases++;
    }
  g_test_message ("%u edits, of which %u were found at once, and %u not at all", self.cases, waited, unseen);
  g_assert_cmpuint (waited, >, 0);
  /* where the server minds no states, nothing can be seen of what comes between the last look and the
     change, which follow each other at once */
  g_assert_cmpuint (unseen, <, self.careless ? self.cases / 4 : 1);
  faults_tear_down (&self);
}

/* --- said to be gone --- */

/* A server says that a folder, a listed page or both are not there, and a colleague's words stand in the
   page: they stay. */
static void
test_gone (gconstpointer kind_of_server)
{
  static const char *const lies[] = { "PROPFIND /.", "GET .*/index.html", "(PROPFIND|GET) /." };
  Faults self = { 0 };
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self));
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean fired;
      g_autofree char *title = g_strdup_printf ("Lie %u", i);
      g_autofree char *coded = g_uri_escape_string (lies[i], NULL, FALSE);
      g_autofree char *what = g_strdup_printf (".fault?at=1&kind=404&on=%s", coded);
      site_fixture_retitle (&self.site, title);
      self.verbs->edit (&self);
      g_autoptr (GPtrArray) items = faults_run_broken (&self, what, &fired, NULL, &error);
      g_assert_true (fired);
      g_assert_true (faults_has_theirs (&self));
      g_autoptr (GPtrArray) next = faults_run (&self);
      g_assert_true (lectern_publish_needs_decision (next));
      g_autoptr (LecternPublishItem) decided
          = lectern_publish_resolve (self.site.workspace, self.site.site, self.page, TRUE, &error);
      g_assert_no_error (error);
      g_autoptr (GPtrArray) last = faults_run (&self);
      faults_assert_done (last);
    }
  faults_tear_down (&self);
}

/* --- nothing changed --- */

/* Then nothing is asked for but one listing for each folder. */
static void
test_nothing (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_ptr_array_unref (faults_run (&self));
  faults_tell (self.control, self.proxy.url, ".fault");
  g_autoptr (GPtrArray) items = faults_run (&self);
  g_assert_cmpuint (site_fixture_count (items, "unchanged"), ==, items->len);
  g_autofree char *seen = faults_seen (&self);
  g_test_message ("%s", seen);
  g_auto (GStrv) lines = g_strsplit (seen, "\n", -1);
  gboolean files = self.verbs == &faults_files;
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_true (g_str_has_prefix (lines[i], files ? "PROPFIND " : "GET "));
      g_hash_table_add (different, lines[i]);
    }
  /* the root and the event's folder, where the first asks who it is; a WordPress, which is told at
     once, lists pages, posts and files of the event */
  g_assert_cmpuint (g_hash_table_size (different), ==, files ? 2 : 3);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  faults_tear_down (&self);
}

int
main (int argc, char **argv)
{
  const char *kind = argc > 1 && !g_str_has_prefix (argv[1], "-") ? argv[1] : "apache";
  gboolean pages = g_str_has_prefix (kind, "wordpress");
  if (argc > 1 && kind == argv[1])
    argv[1] = argv[0], argc--, argv++;
  whole = argc > 1 && strcmp (argv[1], "--whole") == 0;
  if (whole)
    argv[1] = argv[0], argc--, argv++;
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/faults/nothing", kind, test_nothing);
  g_test_add_data_func ("/faults/edits", kind, test_edits);
  if (pages)
    g_test_add_data_func ("/faults/calls", kind, test_calls);
  if (!pages)
    g_test_add_data_func ("/faults/gone", kind, test_gone);
  if (whole || !pages)
    g_test_add_data_func ("/faults/each", kind, test_faults);
  return g_test_run ();
}
