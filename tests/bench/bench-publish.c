/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thousand pages to a web space, each read back and compared, against curl that only puts
 * the same bytes; both over six connections, in time that passes: as it is on this computer,
 * and with each answer held 20 ms, as a network does.
 */
#include "bench.h"

#include "lectern-publish-private.h"
#include "lectern-site-password.h"
#include "rig.h"
#include "site-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGES 1000
#define HELD "20"

/* A thousand session pages as a plan, of about five kilobytes each. */
static LecternPublishPlan *
plan_of (SiteFixture *fixture, guint version)
{
  LecternPublishPlan *plan = site_fixture_plan (fixture);
  g_ptr_array_set_size (plan->items, 0);
  for (guint i = 0; i < PAGES; i++)
    {
      g_autofree char *filler = g_strnfill (5000, 'a' + i % 26);
      g_autofree char *name = g_strdup_printf ("session-%u.html", i);
      char *text = g_strdup_printf ("<p>Session %u, version %u</p>%s", i, version, filler);
      lectern_publish_plan_add (plan, "sessions", name, NULL, fixture->event, LECTERN_PUBLISH_PAGES,
                                g_bytes_new_take (text, strlen (text)));
    }
  return plan;
}

static double
publish (SiteFixture *fixture, guint version, const char *action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPublishPlan) plan = plan_of (fixture, version);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) items
      = lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error);
  double passed = (g_get_monotonic_time () - start) / 1000.0;
  g_assert_no_error (error);
  g_assert_cmpuint (site_fixture_count (items, action), ==, PAGES);
  return passed;
}

/* The same bytes by curl, into a folder of its own. */
static double
put_by_curl (SiteFixture *fixture, const Rig *rig, const char *url)
{
  g_autoptr (LecternPublishPlan) plan = plan_of (fixture, 1);
  g_autoptr (GString) config = g_string_new (NULL);
  g_autofree char *file = g_build_filename (fixture->root, "curl.conf", NULL);
  const char *argv[] = { "curl", "--silent", "--no-progress-meter", "--fail", "--parallel",
                         "--parallel-max", "6", "--config", file, NULL };
  int status = 1;
  for (guint i = 0; i < PAGES; i++)
    {
      const LecternPublishPlanned *item = plan->items->pdata[i];
      g_autofree char *from = g_build_filename (fixture->root, item->name, NULL);
      g_autoptr (GBytes) content = lectern_publish_content (plan, item, NULL);
      gsize size;
      const char *data = g_bytes_get_data (content, &size);
      g_assert_true (g_file_set_contents (from, data, size, NULL));
      g_string_append_printf (config, "upload-file = \"%s\"\nheader = \"Expect:\"\nurl = \"%scurl-%s\"\nuser = \"%s:%s\"\n%s",
                              from, url, item->name, rig->user, rig->password,
                              i + 1 < PAGES ? "next\n" : "");
    }
  g_assert_true (g_file_set_contents (file, config->str, -1, NULL));
  gint64 start = g_get_monotonic_time ();
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* How many requests the server has had, by its log. *listings (out): how many of them asked what is in a folder. */
static guint
count_requests (const Rig *rig, guint *listings)
{
  g_autofree char *file = g_build_filename (rig->root, "..", "requests.log", NULL);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (file, &log, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  *listings = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    *listings += g_str_has_prefix (lines[i], "PROPFIND ");
  return g_strv_length (lines) - 1;
}

static gboolean
say (const char *what, double ours, double floor, double most)
{
  gboolean kept = ours <= most * floor;
  printf ("%s: %.0f ms, curl %.0f ms: %.2f, at most %.1f: %s\n", what, ours, floor, ours / floor, most,
          kept ? "kept" : "MISSED");
  return kept;
}

static gboolean
measure (const Rig *rig, const char *url, gboolean held)
{
  SiteFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  site_fixture_set_up (&fixture, NULL);
  lectern_site_password_use (url, rig->user, rig->password);
  LecternPlaceAddress address = { .type = "webdav", .address = url, .user = rig->user };
  fixture.site = lectern_site_add (fixture.workspace, "space", &address, NULL, NULL, &error);
  g_assert_no_error (error);
  double floor = put_by_curl (&fixture, rig, url);
  double first = publish (&fixture, 1, "create");
  guint listings, listings_before, requests = count_requests (rig, &listings_before);
  double nothing = publish (&fixture, 1, "unchanged");
  requests = count_requests (rig, &listings) - requests;
  listings -= listings_before;
  double again = publish (&fixture, 2, "update");
  gboolean kept = say (held ? "first publication, held" : "first publication, on this computer", first, floor,
                       held ? 2.6 : 4.0);
  if (held)
    kept = say ("replacing, held", again, floor, 4.6) && kept;
  /* the space's own folder and that of the pages */
  gboolean lists_only = listings == 2 && requests <= 3;
  printf ("nothing changed: %.0f ms, %u requests, %u of them listings, at most 2 and a sign-in: %s\n", nothing, requests,
          listings, lists_only ? "kept" : "MISSED");
  kept = kept && lists_only;
  site_fixture_tear_down (&fixture, NULL);
  return kept;
}

/* --- memory --- */

/* An event whose pages are one for each session. */
static void
fill (SiteFixture *fixture, guint sessions)
{
  g_autofree char *abstract = g_strnfill (2000, 'x');
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Sessions");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, fixture->event, LECTERN_EVENT_PAGE_TEMPLATE, "sessions");
  for (guint i = 1; i < sessions; i++)
    {
      gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      g_autofree char *title = g_strdup_printf ("Session %u", i);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, fixture->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, fixture->day);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, i % 1000);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 30);
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ABSTRACT, abstract);
    }
  site_fixture_commit (fixture, edit);
}

static guint
most_resident_kb (void)
{
  g_autofree char *status = NULL;
  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return atoi (strstr (status, "VmHWM:") + strlen ("VmHWM:"));
}

/* In a process of its own: publishes them to a folder. Prints how many pages, and the most memory that
   the process had before the plan, with the plan, and after the run. */
static int
publish_sessions (guint sessions)
{
  SiteFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  site_fixture_set_up (&fixture, NULL);
  fill (&fixture, sessions);
  guint before = most_resident_kb ();
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&fixture);
  guint planned = most_resident_kb ();
  g_autoptr (GPtrArray) items
      = lectern_publish_run (fixture.workspace, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  printf ("%u %u %u %u\n", site_fixture_count (items, "create"), before, planned, most_resident_kb ());
  site_fixture_tear_down (&fixture, NULL);
  return 0;
}

int
main (int argc, char **argv)
{
  Rig rig = { 0 }, held = { 0 };
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && strcmp (argv[1], "--sessions") == 0)
    return publish_sessions (atoi (argv[2]));
  g_autofree char *curl = g_find_program_in_path ("curl");
  if (curl == NULL || !rig_start (&rig, "apache"))
    {
      puts ("skipped: curl or apache2 is not installed");
      return 77;
    }
  gboolean kept = measure (&rig, rig.url, FALSE);
  g_autoptr (GUri) address = g_uri_parse (rig.url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *port = g_strdup_printf ("%d", g_uri_get_port (address));
  const char *hold[] = { argc > 1 ? argv[1] : "bench-hold", HELD, port, NULL };
  g_assert_true (rig_start_program (&held, hold));
  g_autofree char *sessions = g_build_filename (rig.root, "sessions", NULL);
  site_fixture_remove (sessions);
  kept = measure (&rig, held.url, TRUE) && kept;
  rig_stop (&held);
  rig_stop (&rig);
  return kept ? 0 : 1;
}
