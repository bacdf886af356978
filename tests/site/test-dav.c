/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing to real web spaces: Apache with Basic and with Digest, and nginx.
 */
#include "lectern-dav-listing.h"
#include "lectern-publish-private.h"
#include "lectern-site-password.h"
#include "rig.h"
#include "site-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define ITEMS 8 /* that the fixture's event has */

static char *self = NULL;

/* The fixture's files are those that the server serves. */
static gboolean
set_up (SiteFixture *fixture, Rig *rig, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  if (!rig_start (rig, kind))
    return FALSE;
  site_fixture_set_up (fixture, NULL);
  lectern_site_password_use (rig->url, rig->user, rig->password);
  LecternPlaceAddress address = { .type = "webdav", .address = rig->url, .user = rig->user };
  fixture->site
      = lectern_site_add (fixture->workspace, "space", &address, &report, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", report);
  g_assert_null (strstr (report, rig->password));
  /* nginx takes every change, whatever state it is meant for */
  g_assert_true ((strstr (report, "cannot be checked") != NULL) == g_str_equal (kind, "nginx"));
  g_free (fixture->folder);
  fixture->folder = g_strdup (rig->root);
  g_autoptr (GPtrArray) left = site_fixture_files (fixture);
  g_assert_cmpuint (left->len, ==, 0);
  return TRUE;
}

static void
tear_down (SiteFixture *fixture, Rig *rig)
{
  site_fixture_tear_down (fixture, NULL);
  rig_stop (rig);
}

static void
assert_files (SiteFixture *fixture, guint n)
{
  g_autoptr (GPtrArray) files = site_fixture_files (fixture);
  for (guint i = 0; i < files->len; i++)
    g_assert_null (strstr (g_ptr_array_index (files, i), "lectern-part"));
  g_assert_cmpuint (files->len, ==, n);
}

static void
test_publish (gconstpointer kind)
{
  SiteFixture fixture = { 0 };
  Rig rig = { 0 };
  if (!set_up (&fixture, &rig, kind))
    return;
  g_autoptr (GPtrArray) first = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (first, "create"), ==, ITEMS);
  assert_files (&fixture, ITEMS);
  g_autoptr (GPtrArray) second = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (second, "unchanged"), ==, ITEMS);

  site_fixture_retitle (&fixture, "Opening");
  g_autoptr (GPtrArray) third = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (third, "create"), ==, 0);
  g_assert_cmpstr (site_fixture_item (third, "final/index.html")->action, ==, "update");
  g_assert_cmpstr (site_fixture_item (third, "index.html")->action, ==, "unchanged");
  g_autofree char *page = site_fixture_read (&fixture, "final/index.html");
  g_assert_nonnull (strstr (page, "Opening"));
  assert_files (&fixture, ITEMS);

  g_autofree char *calendar = g_build_filename (fixture.folder, "final/agenda.ics", NULL);
  g_remove (calendar);
  g_autoptr (GPtrArray) fourth = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (fourth, "final/agenda.ics")->action, ==, "create");
  g_assert_nonnull (site_fixture_item (fourth, "final/agenda.ics")->why);
  assert_files (&fixture, ITEMS);
  tear_down (&fixture, &rig);
}

static void
test_decide (gconstpointer kind)
{
  SiteFixture fixture = { 0 };
  Rig rig = { 0 };
  g_autoptr (GError) error = NULL;
  if (!set_up (&fixture, &rig, kind))
    return;
  site_fixture_write (&fixture, "final/schedule.xml", "theirs from the start");
  g_autoptr (GPtrArray) first = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (first, "final/schedule.xml")->state, ==, "waiting");
  site_fixture_write (&fixture, "final/index.html", "<p>A colleague's text, of another length.</p>");
  site_fixture_retitle (&fixture, "Opening");
  g_autoptr (GPtrArray) second = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (second, "final/index.html")->state, ==, "waiting");
  g_assert_cmpstr (site_fixture_item (second, "final/index.de.html")->state, ==, "published");
  g_autofree char *kept = site_fixture_read (&fixture, "final/index.html");
  g_assert_cmpstr (kept, ==, "<p>A colleague's text, of another length.</p>");

  g_autoptr (LecternPublishItem) theirs = lectern_publish_resolve (
      fixture.workspace, fixture.site, "final/schedule.xml", FALSE, &error);
  g_assert_no_error (error);
  g_autoptr (LecternPublishItem) ours = lectern_publish_resolve (
      fixture.workspace, fixture.site, "final/index.html", TRUE, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) third = site_fixture_publish (&fixture, FALSE);
  g_assert_false (lectern_publish_needs_decision (third));
  g_autofree char *page = site_fixture_read (&fixture, "final/index.html");
  g_autofree char *schedule = site_fixture_read (&fixture, "final/schedule.xml");
  g_assert_nonnull (strstr (page, "Opening"));
  g_assert_cmpstr (schedule, ==, "theirs from the start");

  /* the same length, so that only reading can tell: a check says so, and a change here asks */
  char *letter = strstr (page, "Opening");
  *letter = 'o';
  site_fixture_write (&fixture, "final/index.html", page);
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (fixture.workspace, &error);
  g_autofree char *words = lectern_site_check (reader, fixture.site, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (words, "final/index.html"));
  for (int all = 0; all < 2; all++)
    {
      g_autoptr (LecternPublishPlan) plan = lectern_publish_plan (reader, fixture.site, 0, &error);
      if (all)
        lectern_publish_plan_read_all (plan);
      g_autoptr (GPtrArray) found
          = lectern_publish_run (fixture.workspace, plan, TRUE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (site_fixture_item (found, "final/index.html")->action, ==,
                       all ? "wait" : "unchanged");
    }
  site_fixture_retitle (&fixture, "Start");
  g_autoptr (GPtrArray) fourth = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (fourth, "final/index.html")->state, ==, "waiting");
  tear_down (&fixture, &rig);
}

/* The event is no more: what is unchanged goes, what somebody changed stays. */
static void
test_remove (gconstpointer kind)
{
  SiteFixture fixture = { 0 };
  Rig rig = { 0 };
  if (!set_up (&fixture, &rig, kind))
    return;
  g_autoptr (GPtrArray) first = site_fixture_publish (&fixture, FALSE);
  site_fixture_write (&fixture, "final/schedule.xml", "changed there");
  site_fixture_write (&fixture, "final/photo.txt", "theirs");
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Another");
  gint64 other = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, other, LECTERN_EVENT_TITLE, "Other");
  lectern_edit_delete (edit, LECTERN_KIND_EVENT, fixture.event);
  site_fixture_commit (&fixture, edit);
  g_autoptr (GPtrArray) second = site_fixture_publish (&fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (second, "final/index.html")->state, ==, "removed");
  g_assert_cmpstr (site_fixture_item (second, "final/schedule.xml")->state, ==, "waiting");
  g_assert_false (site_fixture_exists (&fixture, "final/index.html"));
  g_assert_true (site_fixture_exists (&fixture, "final/photo.txt"));
  g_autofree char *theirs = site_fixture_read (&fixture, "final/schedule.xml");
  g_assert_cmpstr (theirs, ==, "changed there");
  tear_down (&fixture, &rig);
}

/* What we published is said to be gone, and stands there all the same: it is not written over, by no
   server. Where it is gone, it comes again. */
static void
test_gone (gconstpointer kind)
{
  SiteFixture fixture = { 0 };
  Rig rig = { 0 };
  if (!set_up (&fixture, &rig, kind))
    return;
  g_autoptr (GPtrArray) first = site_fixture_publish (&fixture, FALSE);
  g_autofree char *path = g_build_filename (fixture.folder, "final/index.html", NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("<p>Ours</p>", 11);
  for (guint back = 0; back < 2; back++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&fixture);
      g_autoptr (GBytes) written = NULL;
      g_autofree char *remark = NULL;
      g_remove (path);
      g_assert_null (lectern_place_read (plan->place, "final/index.html", NULL, &error));
      g_assert_no_error (error);
      g_assert_true (lectern_place_prepare (plan->place, "final/index.html", content, NULL, &error));
      if (back)
        site_fixture_write (&fixture, "final/index.html", "theirs");
      g_assert_true (lectern_place_write (plan->place, "final/index.html", content, &written, &remark, NULL, &error) == !back);
      if (back)
        g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED);
      g_autofree char *there = site_fixture_read (&fixture, "final/index.html");
      g_assert_cmpstr (there, ==, back ? "theirs" : "<p>Ours</p>");
      lectern_place_tidy (plan->place, "final/index.html");
    }
  assert_files (&fixture, ITEMS);
  tear_down (&fixture, &rig);
}

static void
test_wrong_password (gconstpointer kind)
{
  Rig rig = { 0 };
  SiteFixture fixture = { 0 };
  g_autoptr (GError) error = NULL, none = NULL;
  if (!rig_start (&rig, kind))
    return;
  site_fixture_set_up (&fixture, NULL);
  LecternPlaceAddress address = { .type = "webdav", .address = rig.url, .user = "bert" };
  g_assert_cmpint (
      lectern_site_add (fixture.workspace, "space", &address, NULL, NULL, &none), ==, 0);
  g_assert_error (none, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_PASSWORD);
  lectern_site_password_use (rig.url, "bert", "wr0ng-secret");
  g_assert_cmpint (
      lectern_site_add (fixture.workspace, "space", &address, NULL, NULL, &error), ==, 0);
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_DENIED);
  g_assert_null (strstr (error->message, "wr0ng"));
  tear_down (&fixture, &rig);
}

/* --- killed in the middle --- */

static int
publish_once (char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (argv[2], &error);
  g_autoptr (LecternReader) reader
      = workspace ? lectern_workspace_new_reader (workspace, &error) : NULL;
  lectern_site_password_use (argv[4], argv[5], argv[6]);
  for (guint i = 0; reader; i++)
    {
      g_autoptr (LecternPublishPlan) plan
          = lectern_publish_plan (reader, g_ascii_strtoll (argv[3], NULL, 10), 0, &error);
      g_autoptr (GPtrArray) items
          = plan ? lectern_publish_run (workspace, plan, FALSE, NULL, NULL, NULL, &error) : NULL;
      g_autoptr (GPtrArray) sessions = lectern_reader_all (reader, LECTERN_KIND_SESSION);
      g_autoptr (LecternEdit) edit = lectern_edit_new ("Change");
      g_autofree char *title = g_strdup_printf ("Title %" G_GINT64_FORMAT, g_get_real_time ());
      if (items == NULL || lectern_publish_needs_decision (items))
        break;
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION,
                             ((LecternRecord *) g_ptr_array_index (sessions, 0))->id,
                             LECTERN_SESSION_TITLE, title);
      g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, &error);
    }
  g_printerr ("%s\n", error ? error->message : "a decision is asked for");
  return 1;
}

static void
test_killed (gconstpointer kind)
{
  SiteFixture fixture = { 0 };
  Rig rig = { 0 };
  guint by_themselves = 0;
  if (!set_up (&fixture, &rig, kind))
    return;
  g_autofree char *site = g_strdup_printf ("%" G_GINT64_FORMAT, fixture.site);
  for (guint round = 0; round < 20; round++)
    {
      char *argv[] = { self, (char *) "--publish", fixture.path, site, rig.url, rig.user,
                       rig.password, NULL };
      GPid pid;
      int status;
      g_assert_true (
          g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL));
      g_usleep (g_test_rand_int_range (20000, 160000));
      kill (pid, SIGKILL);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      by_themselves += !WIFSIGNALED (status);
    }
  g_assert_cmpuint (by_themselves, ==, 0);
  g_autoptr (GPtrArray) last = site_fixture_publish (&fixture, FALSE);
  g_autoptr (GPtrArray) again = site_fixture_publish (&fixture, FALSE);
  g_assert_false (lectern_publish_needs_decision (last));
  g_assert_false (lectern_publish_has_failed (last));
  g_assert_cmpuint (site_fixture_count (again, "unchanged"), ==, ITEMS);
  assert_files (&fixture, ITEMS);
  tear_down (&fixture, &rig);
}

/* --- listings of servers as they are --- */

static void
test_listing (void)
{
  static const char *const listings[] = {
    /* Apache */
    "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\" xmlns:ns0=\"DAV:\">"
    "<D:response><D:href>/a%20b/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/>"
    "</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
    "<D:response><D:href>/a%20b/Zo%c3%ab.html</D:href><D:propstat><D:prop><D:resourcetype/>"
    "<D:getcontentlength>12</D:getcontentlength></D:prop></D:propstat></D:response>"
    "</D:multistatus>",
    /* whole addresses, another prefix, nothing said of the size */
    "<multistatus xmlns=\"DAV:\"><response><href>https://host:8443/a%20b</href></response>"
    "<response><href>https://host:8443/a%20b/Zo%C3%AB.html</href><propstat><prop>"
    "<getcontentlength>12</getcontentlength></prop></propstat></response></multistatus>",
    /* letters as they are */
    "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>/a b/Zoë.html</d:href><d:propstat>"
    "<d:prop><d:getcontentlength> 12\n</d:getcontentlength></d:prop></d:propstat></d:response>"
    "</d:multistatus>",
  };
  static const char *const none[]
      = { "", "<html><body>Sign in</body></html>", "<multistatus/>",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
          "<multistatus xmlns=\"DAV:\"><response><href>&e;</href></response></multistatus>" };
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (listings[i], strlen (listings[i]));
      g_autoptr (GHashTable) files = lectern_dav_listing_parse (body, "/a b/");
      g_assert_nonnull (files);
      g_assert_cmpuint (g_hash_table_size (files), ==, 1);
      const gint64 *size = g_hash_table_lookup (files, "Zoë.html");
      g_assert_nonnull (size);
      g_assert_cmpint (*size, ==, 12);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (none[i], strlen (none[i]));
      g_assert_null (lectern_dav_listing_parse (body, "/"));
    }
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "apache", "apache-digest", "nginx" };
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = { { "publish", test_publish }, { "decide", test_decide }, { "remove", test_remove }, { "gone", test_gone },
                { "wrong-password", test_wrong_password }, { "killed", test_killed } };
  if (argc == 7 && strcmp (argv[1], "--publish") == 0)
    return publish_once (argv);
  self = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dav/listing", test_listing);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *name = g_strdup_printf ("/dav/%s/%s", kinds[i], tests[j].name);
        g_test_add_data_func (name, kinds[i], tests[j].func);
      }
  return g_test_run ();
}
