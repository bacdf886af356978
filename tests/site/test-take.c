/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody corrected on the site comes into Lectern where it is a field, as one edit.
 */
#include "lectern-take-marks.h"
#include "site-fixture.h"

#include <string.h>

#define PAGE "final/index.html"

static void
check_change (const char *base, const char *theirs, const char *before, const char *after, gboolean only)
{
  g_autoptr (GBytes) a = g_bytes_new_static (base, strlen (base)), b = g_bytes_new_static (theirs, strlen (theirs));
  gboolean is_only = FALSE;
  g_autoptr (GPtrArray) changes = lectern_take_changes (a, b, &is_only);
  g_assert_cmpint (is_only, ==, only);
  g_assert_cmpuint (changes->len, ==, before ? 1 : 0);
  if (before == NULL)
    return;
  const LecternTakeChange *change = changes->pdata[0];
  g_assert_cmpstr (change->before, ==, before);
  g_assert_cmpstr (change->after, ==, after);
}

static void
test_marks (void)
{
  check_change ("<p>One</p>", "<p>One</p>", NULL, NULL, TRUE);
  check_change ("<p>One\n two</p>", "<p>One two</p>", NULL, NULL, TRUE);
  check_change ("<p>One &amp; two</p>", "<p>One &#38; three</p>", "One & two", "One & three", TRUE);
  check_change ("<p>&lt;b&gt;</p><i>x</i>", "<p>&lt;c&gt;</p><i>x</i>", "<b>", "<c>", TRUE);
  check_change ("title: One\nstatus: publish\n\n<p>x</p>", "title: Two\nstatus: publish\n\n<p>x</p>", "One", "Two", TRUE);
  /* A tag that changed, something put in, something gone: more than a text. */
  check_change ("<a href=\"a\">x</a>", "<a href=\"b\">x</a>", NULL, NULL, FALSE);
  check_change ("<p>x</p>", "<p>x</p><p>y</p>", NULL, NULL, FALSE);
  check_change ("<p>x</p><p>y</p>", "<p>x</p>", NULL, NULL, FALSE);
  check_change ("<p>x</p><br>", "<p>y</p>", "x", "y", FALSE);
}

static void
edit_page (SiteFixture *fixture, const char *path, const char *from, const char *to)
{
  g_autofree char *text = site_fixture_read (fixture, path);
  g_autoptr (GString) page = g_string_new (text);
  g_assert_cmpuint (g_string_replace (page, from, to, 1), ==, 1);
  site_fixture_write (fixture, path, page->str);
}

static LecternPublishItem *
take (SiteFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (items, path)->state, ==, "waiting");
  LecternPublishItem *item = lectern_publish_take (fixture->workspace, fixture->site, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (item->action, ==, "take");
  return item;
}

static LecternRecord *
session_of (SiteFixture *fixture)
{
  return lectern_reader_get (lectern_workspace_reader (fixture->workspace), LECTERN_KIND_SESSION, fixture->session);
}

/* One click, one edit; the next run writes and nothing waits; taken back, it is as it was. */
static void
test_title (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, "<h4>Welcome</h4>", "<h4>Welcome &amp; coffee</h4>");
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  g_assert_cmpstr (item->state, ==, "planned");
  g_autoptr (LecternRecord) session = session_of (fixture);
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "Welcome & coffee");
  g_autoptr (GPtrArray) after = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (after, PAGE)->action, ==, "update");
  g_assert_false (lectern_publish_needs_decision (after));
  g_autofree char *calendar = site_fixture_read (fixture, "final/agenda.ics");
  g_assert_nonnull (strstr (calendar, "Welcome & coffee"));
  g_autoptr (GPtrArray) again = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (again, "unchanged"), ==, 8);
  g_autoptr (LecternResult) undone = lectern_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_autoptr (LecternRecord) before = session_of (fixture);
  g_assert_cmpstr (lectern_record_text (before, LECTERN_SESSION_TITLE), ==, "Welcome");
}

/* Replaced everywhere, in what search engines read too. */
static void
test_everywhere (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *text = site_fixture_read (fixture, PAGE);
  g_autoptr (GString) page = g_string_new (text);
  g_assert_cmpuint (g_string_replace (page, "Final conference", "Last conference", 0), >, 2);
  g_assert_nonnull (strstr (page->str, "\"Last conference\""));
  site_fixture_write (fixture, PAGE, page->str);
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  g_assert_cmpstr (item->state, ==, "planned");
  g_autoptr (GPtrArray) after = site_fixture_publish (fixture, FALSE);
  g_assert_false (lectern_publish_needs_decision (after));
}

/* A page in German is corrected in German. */
static void
test_language (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("German");
  lectern_edit_set (edit, LECTERN_KIND_SESSION, fixture->session, LECTERN_SESSION_TITLE, "de",
                    lectern_value_text ("Begrüssung"));
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, "final/index.de.html", "<h4>Begrüssung</h4>", "<h4>Begrüßung</h4>");
  g_autoptr (LecternPublishItem) item = take (fixture, "final/index.de.html");
  g_autoptr (LecternRecord) session = session_of (fixture);
  g_assert_cmpstr (lectern_record_text_in (session, LECTERN_SESSION_TITLE, "de"), ==, "Begrüßung");
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "Welcome");
}

static void
test_times (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, ">09:00</time>–", ">9.15</time>–");
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  g_autoptr (LecternRecord) session = session_of (fixture);
  /* The end still says 9:30. */
  g_assert_cmpint (lectern_record_integer (session, LECTERN_SESSION_START), ==, 555);
  g_assert_cmpint (lectern_record_integer (session, LECTERN_SESSION_DURATION), ==, 15);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, ">09:30</time>", ">10:00</time>");
  g_autoptr (LecternPublishItem) later = take (fixture, PAGE);
  g_autoptr (LecternRecord) longer = session_of (fixture);
  g_assert_cmpint (lectern_record_integer (longer, LECTERN_SESSION_START), ==, 555);
  g_assert_cmpint (lectern_record_integer (longer, LECTERN_SESSION_DURATION), ==, 45);
}

static void
test_date (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, ">Wednesday 17 June 2026<", ">Wednesday 21 October 2026<");
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  g_autoptr (LecternRecord) day
      = lectern_reader_get (lectern_workspace_reader (fixture->workspace), LECTERN_KIND_DAY, fixture->day);
  g_assert_cmpstr (lectern_record_text (day, LECTERN_DAY_DATE), ==, "2026-10-21");
}

/* What Lectern has a field for comes in; the rest still waits and is not written over. */
static void
test_part (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, "<h4>Welcome</h4>", "<h4>Opening</h4>");
  edit_page (fixture, PAGE, "</main>", "<p>Bring a coat.</p></main>");
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  g_assert_cmpstr (item->state, ==, "waiting");
  g_autoptr (LecternRecord) session = session_of (fixture);
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "Opening");
  g_autoptr (GPtrArray) after = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (after, PAGE)->state, ==, "waiting");
  g_autofree char *page = site_fixture_read (fixture, PAGE);
  g_assert_nonnull (strstr (page, "Bring a coat."));
}

/* Two sessions of one name: which of them is meant is told by its place on the page. */
static void
test_same_names (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Another");
  gint64 other = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, other, LECTERN_SESSION_EVENT, fixture->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, other, LECTERN_SESSION_DAY, fixture->day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, other, LECTERN_SESSION_START, 600);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, other, LECTERN_SESSION_DURATION, 30);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, other, LECTERN_SESSION_TITLE, "Welcome");
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *text = site_fixture_read (fixture, PAGE);
  char *last = g_strrstr (text, "<h4>Welcome</h4>");
  g_assert_true (last != strstr (text, "<h4>Welcome</h4>"));
  g_autofree char *edited = g_strdup_printf ("%.*s<h4>Farewell</h4>%s", (int) (last - text), text,
                                             last + strlen ("<h4>Welcome</h4>"));
  site_fixture_write (fixture, PAGE, edited);
  g_autoptr (LecternPublishItem) item = take (fixture, PAGE);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_autoptr (LecternRecord) second = lectern_reader_get (reader, LECTERN_KIND_SESSION, other);
  g_autoptr (LecternRecord) session = session_of (fixture);
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "Welcome");
  g_assert_cmpstr (lectern_record_text (second, LECTERN_SESSION_TITLE), ==, "Farewell");
}

static void
test_nothing (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  edit_page (fixture, PAGE, "</main>", "<p>Bring a coat.</p></main>");
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_null (lectern_publish_take (fixture->workspace, fixture->site, PAGE, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/take/marks", test_marks);
#define ADD(name, func) \
  g_test_add ("/take/" name, SiteFixture, NULL, site_fixture_set_up, func, site_fixture_tear_down)
  ADD ("title", test_title);
  ADD ("everywhere", test_everywhere);
  ADD ("language", test_language);
  ADD ("times", test_times);
  ADD ("date", test_date);
  ADD ("part", test_part);
  ADD ("same-names", test_same_names);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
