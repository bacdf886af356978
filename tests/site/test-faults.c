/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every request of a publication goes wrong in every way, one at a time, and somebody else
 * writes in the middle of it. Whatever happens: each file is whole, what is said to be
 * published is there, nothing of others is overwritten, and the next run finishes it.
 */
#include "faults-fixture.h"

#include <string.h>

#define MOST_STEPS 60

static gboolean whole; /* all steps, not only some */

/* What is said to be there is there, and the rest is as it was. */
static void
assert_true_state (Faults *self, GPtrArray *items, GHashTable *before, GHashTable *after)
{
  for (guint i = 0; items && i < items->len; i++)
    {
      const LecternPublishItem *item = items->pdata[i];
      const char *old = g_hash_table_lookup (before, item->item);
      const char *now = g_hash_table_lookup (after, item->item);
      if (strcmp (item->action, "update") == 0 && strcmp (item->state, "published") == 0)
        g_assert_cmpstr (old, !=, now);
      if (strcmp (item->state, "failed") == 0)
        g_assert_nonnull (item->why);
    }
}

static gboolean
one_fault (Faults *self, const char *kind, guint at)
{
  g_autoptr (GError) error = NULL, again = NULL;
  g_autofree char *title = g_strdup_printf ("%s at %u", kind, at);
  g_autofree char *what = g_strdup_printf (".fault?kind=%s&at=%u", kind, at);
  site_fixture_retitle (&self->site, title);
  g_autoptr (GHashTable) before = faults_snapshot (self);
  faults_tell (self->control, self->proxy.url, what);
  g_autoptr (GPtrArray) items = faults_run (self, &error);
  gboolean fired = faults_tell (self->control, self->proxy.url, ".fired");
  faults_tell (self->control, self->proxy.url, ".fault");
  g_assert_true (items != NULL || error != NULL);
  if (fired && (items == NULL || lectern_publish_has_failed (items)))
    self->broken++;
  g_assert_false (items && lectern_publish_needs_decision (items));
  g_autoptr (GHashTable) between = faults_snapshot (self);
  assert_true_state (self, items, before, between);

  g_autoptr (GPtrArray) last = faults_run (self, &again);
  g_assert_no_error (again);
  g_assert_false (lectern_publish_has_failed (last) || lectern_publish_needs_decision (last));
  g_autoptr (GHashTable) finished = faults_snapshot (self);
  faults_assert_whole (before, between, finished);
  g_assert_cmpuint (g_hash_table_size (finished), ==, FAULTS_ITEMS);
  faults_assert_notes (self);
  g_assert_nonnull (strstr (g_hash_table_lookup (finished, FAULTS_PAGE), title));
  self->cases++;
  return fired;
}

static void
test_faults (gconstpointer kind_of_server)
{
  static const guint some[] = { 1, 2, 3, 6, 10, 17 };
  Faults self = { 0 };
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_autoptr (GPtrArray) first = site_fixture_publish (&self.site, FALSE);
  g_assert_cmpuint (first->len, ==, FAULTS_ITEMS);
  for (guint i = 0; i < faults_n_kinds; i++)
    if (whole)
      for (guint at = 1; at < MOST_STEPS && one_fault (&self, faults_kinds[i], at); at++)
        ;
    else
      for (guint j = i % 2; j < G_N_ELEMENTS (some); j += 2)
        one_fault (&self, faults_kinds[i], some[j]);
  g_test_message ("%u cases, of which %u were not finished at once", self.cases, self.broken);
  g_assert_cmpuint (self.broken, >, 0);
  faults_tear_down (&self);
}

/* Somebody writes just before the Nth request: it stays, and waits or is found next time. */
static void
test_edits (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  guint waited = 0;
  if (!faults_set_up (&self, kind_of_server))
    return;
  g_autofree char *file = g_build_filename (self.rig.root, FAULTS_PAGE, NULL);
  g_autoptr (GPtrArray) first = site_fixture_publish (&self.site, FALSE);
  g_assert_cmpuint (first->len, ==, FAULTS_ITEMS);
  for (guint at = 1; at < MOST_STEPS; at += whole ? 1 : 2)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Edited at %u", at);
      g_autofree char *what = g_strdup_printf (".fault?at=%u&edit=%s", at, file);
      site_fixture_retitle (&self.site, title);
      faults_tell (self.control, self.proxy.url, what);
      g_autoptr (GPtrArray) items = faults_run (&self, &error);
      g_assert_no_error (error);
      gboolean fired = faults_tell (self.control, self.proxy.url, ".fired");
      faults_tell (self.control, self.proxy.url, ".fault");
      g_autofree char *there = site_fixture_read (&self.site, FAULTS_PAGE);
      if (!fired)
        break;
      g_assert_cmpstr (there, ==, FAULTS_FOREIGN);
      waited += lectern_publish_needs_decision (items);
      if (!lectern_publish_needs_decision (items))
        {
          /* it came after ours: the next change here finds it */
          site_fixture_retitle (&self.site, "Next");
          g_autoptr (GPtrArray) next = site_fixture_publish (&self.site, FALSE);
          g_assert_true (lectern_publish_needs_decision (next));
        }
      g_autoptr (LecternPublishItem) decided = lectern_publish_resolve (
          self.site.workspace, self.site.site, FAULTS_PAGE, TRUE, &error);
      g_assert_no_error (error);
      g_autoptr (GPtrArray) last = site_fixture_publish (&self.site, FALSE);
      g_assert_false (lectern_publish_needs_decision (last));
      self.cases++;
    }
  g_test_message ("%u edits, of which %u were found at once", self.cases, waited);
  g_assert_cmpuint (waited, >, 0);
  faults_tear_down (&self);
}

int
main (int argc, char **argv)
{
  whole = argc > 1 && strcmp (argv[1], "--whole") == 0;
  if (whole)
    argv[1] = argv[0], argc--, argv++;
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/faults/apache/each", "apache", test_faults);
  g_test_add_data_func ("/faults/apache/edits", "apache", test_edits);
  if (whole)
    g_test_add_data_func ("/faults/nginx/each", "nginx", test_faults);
  return g_test_run ();
}
