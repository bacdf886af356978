/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes to which site, and what waits because a site could not be reached.
 */
#include "lectern-publish-people.h"
#include "lectern-publish-queue.h"
#include "lectern-site-parts.h"
#include "site-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
choose (SiteFixture *fixture, gint64 site, LecternSiteParts parts)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Choose");
  lectern_site_set_parts (edit, site, parts);
  site_fixture_commit (fixture, edit);
}

static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  LecternSiteParts parts;
  g_assert_true (lectern_site_parts_parse ("news, pages", &parts, &error));
  g_assert_cmpuint (parts, ==, LECTERN_SITE_PAGES | LECTERN_SITE_NEWS);
  g_autofree char *text = lectern_site_parts_format (parts);
  g_assert_cmpstr (text, ==, "pages,news");
  g_assert_true (lectern_site_parts_parse ("", &parts, &error));
  g_assert_cmpuint (parts, ==, 0);
  g_assert_false (lectern_site_parts_parse ("pages,videos", &parts, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "videos"));
  g_assert_cmpuint (lectern_site_parts_possible ("wordpress") & LECTERN_SITE_DATA, ==, 0);
}

/* What is no longer to go there is taken away, as far as it is ours and unchanged. */
static void
test_parts (SiteFixture *fixture, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_assert_cmpuint (lectern_site_parts (reader, fixture->site), ==,
                    lectern_site_parts_possible ("folder"));
  g_autoptr (GPtrArray) all = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (all, "create"), ==, 8);
  site_fixture_write (fixture, "final/schedule.json", "{}");
  choose (fixture, fixture->site, LECTERN_SITE_CALENDARS);
  g_autoptr (GPtrArray) fewer = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (fewer, "unchanged"), ==, 2);
  g_assert_cmpuint (site_fixture_count (fewer, "remove"), ==, 4);
  g_assert_cmpstr (site_fixture_item (fewer, "final/schedule.json")->state, ==, "waiting");
  g_assert_false (site_fixture_exists (fixture, "final/index.html"));
  g_assert_true (site_fixture_exists (fixture, "final/agenda.ics"));
  choose (fixture, fixture->site, 0);
  g_assert_cmpuint (lectern_site_parts (reader, fixture->site), ==, 0);
}

/* Pages here, the calendar there: the page leads to the address that stays. */
static void
test_elsewhere (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->root, "calendars", NULL);
  gint64 calendars = lectern_site_add_folder (fixture->workspace, "calendars", folder,
                                              "https://files.example.org/cal", &error);
  g_assert_no_error (error);
  choose (fixture, fixture->site, LECTERN_SITE_PAGES);
  choose (fixture, calendars, LECTERN_SITE_CALENDARS);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *without = site_fixture_read (fixture, "final/index.html");
  g_assert_null (strstr (without, ".ics"));
  g_autoptr (LecternPublishPlan) plan
      = lectern_publish_plan (lectern_workspace_reader (fixture->workspace), calendars, fixture->event, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) there
      = lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (site_fixture_count (there, "create"), ==, 2);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (second, "update"), ==, 2);
  g_autofree char *with = site_fixture_read (fixture, "final/index.de.html");
  g_assert_nonnull (strstr (with, "https://files.example.org/cal/final/agenda.de.ics"));
}

static GArray *
queue_of (SiteFixture *fixture)
{
  return lectern_publish_queue (lectern_workspace_reader (fixture->workspace));
}

/* A site that is not there: it waits, once, and is known after a restart; then it goes out. */
static void
test_queue (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (fixture->folder, ".away", NULL);
  g_autoptr (GArray) none = queue_of (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
      g_autoptr (GPtrArray) items
          = lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error);
      g_assert_null (items);
      g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
      g_clear_error (&error);
    }
  g_clear_object (&fixture->workspace);
  fixture->workspace = lectern_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) waits = queue_of (fixture);
  g_assert_cmpuint (waits->len, ==, 1);
  const LecternPublishQueued *one = &g_array_index (waits, LecternPublishQueued, 0);
  g_assert_cmpint (one->site, ==, fixture->site);
  g_assert_cmpint (one->since, >, 0);
  g_assert_cmpint (one->since, <=, g_get_real_time () / 1000);
  g_assert_false (one->automatic);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_autoptr (GArray) done = queue_of (fixture);
  g_assert_cmpuint (done->len, ==, 0);
}

/* A name that HTML writes otherwise too; once it stands there it does not become public again. */
static void
test_people (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Chair");
  gint64 person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, person, LECTERN_PERSON_NAME, "Ann O'Hara <chair> & sons");
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, fixture->session, person, "chair");
  g_assert_cmpint (role, !=, 0);
  site_fixture_commit (fixture, edit);
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  g_autoptr (GPtrArray) people = lectern_publish_people (fixture->workspace, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 1);
  const LecternPublishPerson *one = people->pdata[0];
  g_assert_cmpstr (one->name, ==, "Ann O'Hara <chair> & sons");
  g_assert_cmpstr (one->as, ==, "Chair: Welcome");
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternPublishPlan) again = site_fixture_plan (fixture);
  g_autoptr (GPtrArray) none = lectern_publish_people (fixture->workspace, again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static GPtrArray *
withdraw (SiteFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPublishPlan) plan = lectern_publish_plan_withdrawal (
      lectern_workspace_reader (fixture->workspace), fixture->site, &error);
  g_assert_no_error (error);
  GPtrArray *items = lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return items;
}

/* All that is ours goes, the page of all events too; what others wrote or changed stays. */
static void
test_withdrawal (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  site_fixture_write (fixture, "theirs.html", "not ours");
  g_autoptr (GPtrArray) all = site_fixture_publish (fixture, FALSE);
  guint n = site_fixture_count (all, "create");
  site_fixture_write (fixture, "final/index.html", "changed there");
  g_autoptr (GPtrArray) gone = withdraw (fixture);
  g_assert_cmpuint (gone->len, ==, n);
  g_assert_cmpuint (site_fixture_count (gone, "remove"), ==, n - 1);
  g_assert_cmpstr (site_fixture_item (gone, "final/index.html")->state, ==, "waiting");
  g_assert_false (site_fixture_exists (fixture, "index.html"));
  g_assert_false (site_fixture_exists (fixture, "final/agenda.ics"));
  g_assert_true (site_fixture_exists (fixture, "theirs.html"));
  g_autofree char *kept = site_fixture_read (fixture, "final/index.html");
  g_assert_cmpstr (kept, ==, "changed there");

  g_autoptr (LecternPublishItem) decided = lectern_publish_resolve (
      fixture->workspace, fixture->site, "final/index.html", FALSE, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) rest = withdraw (fixture);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (site_fixture_item (rest, "final/index.html")->state, ==, "kept");
  g_assert_true (site_fixture_exists (fixture, "final/index.html"));
}

/* Nothing waits to be published because taking away did not reach the site. */
static void
test_withdrawal_away (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_strconcat (fixture->folder, ".away", NULL);
  g_autoptr (GPtrArray) all = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternPublishPlan) plan = lectern_publish_plan_withdrawal (
      lectern_workspace_reader (fixture->workspace), fixture->site, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_assert_null (lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
  g_autoptr (GArray) queue = queue_of (fixture);
  g_assert_cmpuint (queue->len, ==, 0);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/text", test_text);
#define ADD(name, func) \
  g_test_add ("/parts/" name, SiteFixture, NULL, site_fixture_set_up, func, site_fixture_tear_down)
  ADD ("parts", test_parts);
  ADD ("elsewhere", test_elsewhere);
  ADD ("people", test_people);
  ADD ("queue", test_queue);
  ADD ("withdrawal", test_withdrawal);
  ADD ("withdrawal-away", test_withdrawal_away);
  return g_test_run ();
}
