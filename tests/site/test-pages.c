/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pages follow a change: those that show it, and no others.
 */
#include "site-fixture.h"

#include <string.h>

/* Another session, a page for each, and an announcement. */
static gint64
fill (SiteFixture *fixture)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Fill");
  gint64 session = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  gint64 news = lectern_edit_create (edit, LECTERN_KIND_ANNOUNCEMENT);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_EVENT, fixture->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DAY, fixture->day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_START, 600);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DURATION, 30);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TITLE, "Closing");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, fixture->event, LECTERN_EVENT_PAGE_TEMPLATE, "sessions");
  lectern_edit_set_integer (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_EVENT, fixture->event);
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_TYPE, "agenda");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_STATE, "ready");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_TITLE, "The agenda");
  site_fixture_commit (fixture, edit);
  return news;
}

static void
set (SiteFixture *fixture, LecternKind kind, gint64 record, guint field, const char *text)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Change");
  g_usleep (1100 * 1000); /* pages say when they changed to the second */
  lectern_edit_set_text (edit, kind, record, field, text);
  site_fixture_commit (fixture, edit);
}

/* How many of the items whose path has @part are done with @action. */
static guint
count (GPtrArray *items, const char *part, const char *action)
{
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const LecternPublishItem *item = items->pdata[i];
      n += strstr (item->item, part) != NULL && strcmp (item->action, action) == 0;
    }
  return n;
}

static void
test_follow (SiteFixture *fixture, gconstpointer data)
{
  gint64 news = fill (fixture);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (count (first, "/session-", "create"), ==, 4);
  g_assert_cmpuint (count (first, "/news-agenda-", "create"), ==, 2);

  set (fixture, LECTERN_KIND_SESSION, fixture->session, LECTERN_SESSION_TITLE, "Good morning");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (count (second, "/session-", "update"), ==, 2);
  g_assert_cmpuint (count (second, "/session-", "unchanged"), ==, 2);
  g_assert_cmpuint (count (second, "/news", "unchanged"), ==, 6);
  g_assert_cmpuint (count (second, "/index.", "update"), ==, 2);

  set (fixture, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_TITLE, "The agenda is here");
  g_autoptr (GPtrArray) third = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (count (third, "/news", "update"), ==, 6);
  g_assert_cmpuint (site_fixture_count (third, "update"), ==, 6);

  set (fixture, LECTERN_KIND_EVENT, fixture->event, LECTERN_EVENT_TITLE, "Last conference");
  g_autoptr (GPtrArray) all = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (count (all, "/session-", "update"), ==, 4);
}

/* Identities that begin alike, as those do that are counted or made of the time: each has its page. */
static void
test_alike (SiteFixture *fixture, gconstpointer data)
{
  fill (fixture);
  g_autoptr (GPtrArray) sessions
      = lectern_reader_all (lectern_workspace_reader (fixture->workspace), LECTERN_KIND_SESSION);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Identities");
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *guid = g_strdup_printf ("0197a3f0-5c1e-7000-8000-00000000000%u", i);
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, ((LecternRecord *) sessions->pdata[i])->id, LECTERN_SESSION_GUID, guid);
    }
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autoptr (GPtrArray) files = site_fixture_files (fixture);
  guint pages = 0;
  for (guint i = 0; i < files->len; i++)
    pages += strstr (files->pdata[i], "/session-") != NULL;
  g_assert_cmpuint (pages, ==, 2 * sessions->len);
  g_autoptr (GPtrArray) again = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (again, "unchanged"), ==, again->len);
}

/* Who reads the newsletter in a message is not on the website: its links name the whole address. */
static void
test_mail (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (fixture->root, "public", NULL);
  fill (fixture);
  g_autoptr (LecternEdit) later = lectern_edit_new ("Later");
  lectern_edit_set_text (later, LECTERN_KIND_DAY, fixture->day, LECTERN_DAY_DATE, "2999-06-17");
  site_fixture_commit (fixture, later);
  g_autoptr (GPtrArray) here = site_fixture_publish (fixture, FALSE);
  g_autofree char *without = site_fixture_read (fixture, "final/news-mail.de.html");
  g_assert_nonnull (strstr (without, "Final conference"));
  g_assert_null (strstr (without, "index"));

  fixture->site = lectern_site_add_folder (fixture->workspace, "public", folder, "https://www.example.org/our", &error);
  g_assert_no_error (error);
  g_autoptr (LecternPublishPlan) plan
      = lectern_publish_plan (lectern_workspace_reader (fixture->workspace), fixture->site, fixture->event, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) there = lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (site_fixture_count (there, "create"), ==, here->len);
  g_autofree char *path = g_build_filename (folder, "final", "news-mail.de.html", NULL);
  g_autofree char *with = NULL;
  g_assert_true (g_file_get_contents (path, &with, NULL, NULL));
  g_assert_nonnull (strstr (with, "href=\"https://www.example.org/our/final/index.de.html\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pages/follow", SiteFixture, NULL, site_fixture_set_up, test_follow, site_fixture_tear_down);
  g_test_add ("/pages/alike", SiteFixture, NULL, site_fixture_set_up, test_alike, site_fixture_tear_down);
  g_test_add ("/pages/mail", SiteFixture, NULL, site_fixture_set_up, test_mail, site_fixture_tear_down);
  return g_test_run ();
}
