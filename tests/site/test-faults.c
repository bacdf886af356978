/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every request of a publication goes wrong in every way, one at a time, and somebody else
 * writes in the middle of it. Whatever happens: each file is whole, what is said to be
 * published is there, nothing of others is overwritten, and the next run finishes it.
 */
#include "lectern-http.h"
#include "lectern-site-password.h"
#include "rig.h"
#include "site-fixture.h"

#include <string.h>

#define PAGE "final/index.html"
#define FOREIGN "<p>Somebody else wrote this, in the middle of it.</p>\n"
#define ITEMS 8
#define MOST_STEPS 60

static const char *const kinds[]
    = { "cut-before", "cut-middle", "lost", "done-500", "401", "403", "404", "409", "412", "423",
        "429", "500", "503", "redirect", "login", "slow", "endless", "wrong-length" };

typedef struct
{
  SiteFixture site;
  Rig rig, proxy;
  LecternHttp *control;
  guint cases, broken;
} Faults;

static gboolean whole; /* all steps, not only some */

static gboolean
tell (Faults *self, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = g_strconcat (self->proxy.url, what, NULL);
  g_autoptr (LecternHttpReply) reply
      = lectern_http_send (self->control, "GET", url, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return strcmp (g_bytes_get_data (reply->body, NULL), "yes") == 0
         || g_bytes_get_size (reply->body) == 3;
}

static gboolean
set_up (Faults *self, const char *kind)
{
  static const LecternHttpPatience impatient = { 1, 1, 2, 10, 50, 1 << 20 };
  g_autoptr (GError) error = NULL;
  LecternHttpAccess nobody = { 0 };
  lectern_http_set_patience (&impatient);
  if (!rig_start (&self->rig, kind))
    return FALSE;
  g_assert_true (rig_start_script (&self->proxy, FAULT_SCRIPT, self->rig.url));
  self->control = lectern_http_new (self->proxy.url, &nobody, &error);
  g_assert_no_error (error);
  site_fixture_set_up (&self->site, NULL);
  lectern_site_password_use (self->proxy.url, self->rig.user, self->rig.password);
  LecternPlaceAddress address
      = { .type = "webdav", .address = self->proxy.url, .user = self->rig.user };
  self->site.site
      = lectern_site_add (self->site.workspace, "space", &address, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (self->site.folder);
  self->site.folder = g_strdup (self->rig.root);
  return TRUE;
}

static void
tear_down (Faults *self)
{
  lectern_http_free (self->control);
  site_fixture_tear_down (&self->site, NULL);
  rig_stop (&self->proxy);
  rig_stop (&self->rig);
}

/* The contents of all files, by their names. */
static GHashTable *
snapshot (Faults *self)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) files = site_fixture_files (&self->site);
  for (guint i = 0; i < files->len; i++)
    g_hash_table_insert (all, g_strdup (files->pdata[i]),
                         site_fixture_read (&self->site, files->pdata[i]));
  return all;
}

static GPtrArray *
run (Faults *self, GError **error)
{
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&self->site);
  return lectern_publish_run (self->site.workspace, plan, FALSE, NULL, NULL, NULL, error);
}

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

/* Nothing else than whole old or whole new files, those of the finished run. */
static void
assert_whole (GHashTable *before, GHashTable *between, GHashTable *finished)
{
  GHashTableIter iter;
  gpointer name, content;
  g_hash_table_iter_init (&iter, between);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      if (g_str_has_suffix (name, ".lectern-part"))
        continue;
      g_assert_true (g_strcmp0 (content, g_hash_table_lookup (before, name)) == 0
                     || g_strcmp0 (content, g_hash_table_lookup (finished, name)) == 0);
    }
}

static gboolean
one_fault (Faults *self, const char *kind, guint at)
{
  g_autoptr (GError) error = NULL, again = NULL;
  g_autofree char *title = g_strdup_printf ("%s at %u", kind, at);
  g_autofree char *what = g_strdup_printf (".fault?kind=%s&at=%u", kind, at);
  site_fixture_retitle (&self->site, title);
  g_autoptr (GHashTable) before = snapshot (self);
  tell (self, what);
  g_autoptr (GPtrArray) items = run (self, &error);
  gboolean fired = tell (self, ".fired");
  tell (self, ".fault");
  g_assert_true (items != NULL || error != NULL);
  if (fired && (items == NULL || lectern_publish_has_failed (items)))
    self->broken++;
  g_assert_false (items && lectern_publish_needs_decision (items));
  g_autoptr (GHashTable) between = snapshot (self);
  assert_true_state (self, items, before, between);

  g_autoptr (GPtrArray) last = run (self, &again);
  g_assert_no_error (again);
  g_assert_false (lectern_publish_has_failed (last) || lectern_publish_needs_decision (last));
  g_autoptr (GHashTable) finished = snapshot (self);
  assert_whole (before, between, finished);
  g_assert_cmpuint (g_hash_table_size (finished), ==, ITEMS);
  g_assert_nonnull (strstr (g_hash_table_lookup (finished, PAGE), title));
  self->cases++;
  return fired;
}

static void
test_faults (gconstpointer kind_of_server)
{
  static const guint some[] = { 1, 2, 3, 6, 10, 17 };
  Faults self = { 0 };
  if (!set_up (&self, kind_of_server))
    return;
  g_autoptr (GPtrArray) first = site_fixture_publish (&self.site, FALSE);
  g_assert_cmpuint (first->len, ==, ITEMS);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (whole)
      for (guint at = 1; at < MOST_STEPS && one_fault (&self, kinds[i], at); at++)
        ;
    else
      for (guint j = i % 2; j < G_N_ELEMENTS (some); j += 2)
        one_fault (&self, kinds[i], some[j]);
  g_test_message ("%u cases, of which %u were not finished at once", self.cases, self.broken);
  g_assert_cmpuint (self.broken, >, 0);
  tear_down (&self);
}

/* Somebody writes just before the Nth request: it stays, and waits or is found next time. */
static void
test_edits (gconstpointer kind_of_server)
{
  Faults self = { 0 };
  guint waited = 0;
  if (!set_up (&self, kind_of_server))
    return;
  g_autofree char *file = g_build_filename (self.rig.root, PAGE, NULL);
  g_autoptr (GPtrArray) first = site_fixture_publish (&self.site, FALSE);
  g_assert_cmpuint (first->len, ==, ITEMS);
  for (guint at = 1; at < MOST_STEPS; at += whole ? 1 : 2)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Edited at %u", at);
      g_autofree char *what = g_strdup_printf (".fault?at=%u&edit=%s", at, file);
      site_fixture_retitle (&self.site, title);
      tell (&self, what);
      g_autoptr (GPtrArray) items = run (&self, &error);
      g_assert_no_error (error);
      gboolean fired = tell (&self, ".fired");
      tell (&self, ".fault");
      g_autofree char *there = site_fixture_read (&self.site, PAGE);
      if (!fired)
        break;
      g_assert_cmpstr (there, ==, FOREIGN);
      waited += lectern_publish_needs_decision (items);
      if (!lectern_publish_needs_decision (items))
        {
          /* it came after ours: the next change here finds it */
          site_fixture_retitle (&self.site, "Next");
          g_autoptr (GPtrArray) next = site_fixture_publish (&self.site, FALSE);
          g_assert_true (lectern_publish_needs_decision (next));
        }
      g_autoptr (LecternPublishItem) decided = lectern_publish_resolve (
          self.site.workspace, self.site.site, PAGE, TRUE, &error);
      g_assert_no_error (error);
      g_autoptr (GPtrArray) last = site_fixture_publish (&self.site, FALSE);
      g_assert_false (lectern_publish_needs_decision (last));
      self.cases++;
    }
  g_test_message ("%u edits, of which %u were found at once", self.cases, waited);
  g_assert_cmpuint (waited, >, 0);
  tear_down (&self);
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
