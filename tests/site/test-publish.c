/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder site: what is written, what is left alone, and who decides.
 */
#include "lectern-difference.h"
#include "lectern-history.h"
#include "lectern-keep.h"
#include "lectern-unpublished.h"
#include "site-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const all_files[] = {
  "final/agenda.de.ics", "final/agenda.ics",    "final/event.jsonld", "final/index.de.html",
  "final/index.html",    "final/schedule.json", "final/schedule.xml", "index.html",
};

static void
assert_files (SiteFixture *fixture, const char *const *files, guint n)
{
  g_autoptr (GPtrArray) found = site_fixture_files (fixture);
  for (guint i = 0; i < MIN (n, found->len); i++)
    g_assert_cmpstr (g_ptr_array_index (found, i), ==, files[i]);
  g_assert_cmpuint (found->len, ==, n);
}

static void
test_first (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  assert_files (fixture, all_files, G_N_ELEMENTS (all_files));
  g_assert_cmpuint (site_fixture_count (items, "create"), ==, 8);
  g_assert_false (lectern_publish_needs_decision (items));
  const LecternPublishItem *page = site_fixture_item (items, "final/index.html");
  g_autofree char *full = g_build_filename (fixture->folder, "final/index.html", NULL);
  g_autofree char *uri = g_filename_to_uri (full, NULL, NULL);
  g_assert_cmpstr (page->state, ==, "published");
  g_assert_cmpstr (page->url, ==, uri);
  /* a page comes after the files that it leads to, the start page last */
  g_assert_cmpstr (((LecternPublishItem *) g_ptr_array_index (items, 7))->item, ==, "index.html");
  g_assert_true (
      g_str_has_suffix (((LecternPublishItem *)g_ptr_array_index (items, 0))->item, ".ics"));
  g_autofree char *german = site_fixture_read (fixture, "final/index.de.html");
  g_assert_nonnull (strstr (german, "<html lang=\"de\">"));
  g_assert_nonnull (strstr (german, "href=\"agenda.de.ics\""));
  g_assert_nonnull (strstr (german, "hreflang=\"en\" href=\"index.html\""));
  g_autofree char *start = site_fixture_read (fixture, "index.html");
  g_assert_nonnull (strstr (start, "<a href=\"final/index.html\">Final conference</a>"));
}

static struct timespec
time_of (SiteFixture *fixture, const char *path)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  struct stat info;
  g_assert_cmpint (stat (full, &info), ==, 0);
  return info.st_mtim;
}

/* The second time nothing is written, neither there nor into the history. */
static void
test_again (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  gint64 moment = lectern_reader_moment (reader);
  struct timespec before = time_of (fixture, "final/index.html");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  struct timespec after = time_of (fixture, "final/index.html");
  g_assert_cmpuint (site_fixture_count (second, "unchanged"), ==, 8);
  g_assert_true (before.tv_sec == after.tv_sec && before.tv_nsec == after.tv_nsec);
  g_assert_cmpint (lectern_reader_moment (reader), ==, moment);
  g_assert_cmpuint (lectern_unpublished_count (reader, fixture->event), ==, 0);
}

static void
test_change (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  struct timespec start = time_of (fixture, "index.html");
  site_fixture_retitle (fixture, "Opening");
  g_assert_cmpuint (lectern_unpublished_count (reader, fixture->event), ==, 1);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  struct timespec later = time_of (fixture, "index.html");
  g_assert_cmpuint (site_fixture_count (second, "update"), ==, 7);
  g_assert_cmpstr (site_fixture_item (second, "index.html")->action, ==, "unchanged");
  g_assert_true (start.tv_sec == later.tv_sec && start.tv_nsec == later.tv_nsec);
  g_autofree char *calendar = site_fixture_read (fixture, "final/agenda.ics");
  g_assert_nonnull (strstr (calendar, "SUMMARY;LANGUAGE=en:Opening"));
  g_assert_cmpuint (lectern_unpublished_count (reader, fixture->event), ==, 0);
}

/* A note that nobody outside sees changes no file; the site has seen it all the same. */
static void
test_private_change (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Note");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, fixture->session, LECTERN_SESSION_NOTES,
                         "inside");
  site_fixture_commit (fixture, edit);
  g_assert_cmpuint (lectern_unpublished_count (reader, fixture->event), ==, 1);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (second, "unchanged"), ==, 8);
  g_assert_cmpuint (lectern_unpublished_count (reader, fixture->event), ==, 0);
}

static void
test_dry_run (SiteFixture *fixture, gconstpointer data)
{
  gint64 moment = lectern_reader_moment (lectern_workspace_reader (fixture->workspace));
  g_autoptr (GPtrArray) planned = site_fixture_publish (fixture, TRUE);
  g_assert_cmpuint (site_fixture_count (planned, "create"), ==, 8);
  g_assert_cmpstr (site_fixture_item (planned, "final/index.html")->state, ==, "planned");
  assert_files (fixture, NULL, 0);
  g_assert_cmpint (lectern_reader_moment (lectern_workspace_reader (fixture->workspace)), ==,
                   moment);
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  site_fixture_retitle (fixture, "Opening");
  g_autoptr (GPtrArray) again = site_fixture_publish (fixture, TRUE);
  const LecternPublishItem *page = site_fixture_item (again, "final/index.html");
  g_assert_cmpstr (page->action, ==, "update");
  g_assert_nonnull (strstr (page->difference, "-<td><h4>Welcome</h4>\n"));
  g_assert_nonnull (strstr (page->difference, "+<td><h4>Opening</h4>\n"));
  g_autofree char *html = site_fixture_read (fixture, "final/index.html");
  g_assert_nonnull (strstr (html, "Welcome"));
}

static void
test_edited (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  site_fixture_write (fixture, "final/index.html", "<p>Edited by the webmaster</p>");
  site_fixture_retitle (fixture, "Opening");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  const LecternPublishItem *page = site_fixture_item (second, "final/index.html");
  g_assert_cmpstr (page->state, ==, "waiting");
  g_assert_nonnull (page->why);
  g_assert_nonnull (strstr (page->difference, "-<p>Edited by the webmaster</p>"));
  g_assert_true (lectern_publish_needs_decision (second));
  g_autofree char *kept = site_fixture_read (fixture, "final/index.html");
  g_assert_cmpstr (kept, ==, "<p>Edited by the webmaster</p>");
  /* the rest of the run went on */
  g_autofree char *calendar = site_fixture_read (fixture, "final/agenda.ics");
  g_assert_nonnull (strstr (calendar, "Opening"));
  g_autoptr (GPtrArray) third = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (third, "final/index.html")->state, ==, "waiting");
}

static void
resolve (SiteFixture *fixture, const char *path, gboolean ours)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPublishItem) item
      = lectern_publish_resolve (fixture->workspace, 0, path, ours, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (item->state, ==, ours ? "planned" : "kept");
}

static void
test_theirs (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  site_fixture_write (fixture, "final/index.html", "theirs");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  resolve (fixture, "final/index.html", FALSE);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      site_fixture_retitle (fixture, title);
      g_autoptr (GPtrArray) later = site_fixture_publish (fixture, FALSE);
      g_assert_cmpstr (site_fixture_item (later, "final/index.html")->action, ==, "keep");
      g_assert_false (lectern_publish_needs_decision (later));
      g_autofree char *text = site_fixture_read (fixture, "final/index.html");
      g_assert_cmpstr (text, ==, "theirs");
    }
}

static void
test_ours (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  site_fixture_write (fixture, "final/index.html", "theirs");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  g_autoptr (GBytes) base = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) ours = NULL;
  g_assert_true (lectern_publish_compare (fixture->workspace, plan, "final/index.html", &base,
                                          &theirs, &ours, NULL));
  g_assert_nonnull (base);
  g_assert_true (g_bytes_equal (base, ours));
  g_assert_cmpmem (g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs), "theirs", 6);

  resolve (fixture, "final/index.html", TRUE);
  g_autoptr (GPtrArray) third = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (third, "final/index.html")->action, ==, "update");
  g_autofree char *text = site_fixture_read (fixture, "final/index.html");
  g_assert_nonnull (strstr (text, "<h4>Welcome</h4>"));
  /* theirs is not lost */
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->site);
  g_autofree char *kept = g_build_filename (fixture->root, "w.published", number, "theirs", NULL);
  g_autoptr (GDir) dir = g_dir_open (kept, 0, NULL);
  const char *name = g_dir_read_name (dir);
  g_autofree char *copy = g_build_filename (kept, name, NULL);
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
}

/* Edited once more between the decision and the run: asked again. */
static void
test_ours_too_late (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  site_fixture_write (fixture, "final/index.html", "theirs");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  resolve (fixture, "final/index.html", TRUE);
  site_fixture_write (fixture, "final/index.html", "theirs, later");
  g_autoptr (GPtrArray) third = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (third, "final/index.html")->state, ==, "waiting");
}

static void
test_reverted (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *was = site_fixture_read (fixture, "final/index.html");
  site_fixture_write (fixture, "final/index.html", "theirs");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  site_fixture_write (fixture, "final/index.html", was);
  g_autoptr (GPtrArray) third = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (third, "unchanged"), ==, 8);
  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_publish_resolve (fixture->workspace, 0, "final/index.html", TRUE, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND);
}

static void
test_foreign (SiteFixture *fixture, gconstpointer data)
{
  static const char *const theirs[]
      = { "about.html", "final/photo.jpg",  "style/site.css",       "index.html",
          ".htaccess",  "final/index.html", "final/index.html.part" };
  for (guint i = 0; i < G_N_ELEMENTS (theirs); i++)
    site_fixture_write (fixture, theirs[i], theirs[i]);
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  /* our page's place is taken: a decision; a start page of their own: it stays */
  g_assert_cmpstr (site_fixture_item (items, "final/index.html")->state, ==, "waiting");
  g_assert_cmpstr (site_fixture_item (items, "index.html")->action, ==, "keep");
  g_assert_cmpuint (site_fixture_count (items, "create"), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (theirs); i++)
    {
      g_autofree char *text = site_fixture_read (fixture, theirs[i]);
      g_assert_cmpstr (text, ==, theirs[i]);
    }
}

/* A link in our place is neither followed nor replaced. */
static void
test_link (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *outside = g_build_filename (fixture->root, "outside.txt", NULL);
  g_autofree char *page = g_build_filename (fixture->folder, "final/index.html", NULL);
  g_assert_true (g_file_set_contents (outside, "outside", -1, NULL));
  g_unlink (page);
  g_assert_cmpint (symlink (outside, page), ==, 0);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_autofree char *text = NULL;
  g_assert_cmpstr (site_fixture_item (second, "final/index.html")->state, ==, "waiting");
  g_assert_true (g_file_get_contents (outside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "outside");
}

static void
drop_german (SiteFixture *fixture)
{
  const char *languages[] = { "en", NULL };
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Languages");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, fixture->event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts (languages));
  site_fixture_commit (fixture, edit);
}

static void
test_removal (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  drop_german (fixture);
  site_fixture_write (fixture, "final/agenda.de.ics", "edited there");
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (second, "final/index.de.html")->action, ==, "remove");
  g_assert_false (site_fixture_exists (fixture, "final/index.de.html"));
  g_assert_cmpstr (site_fixture_item (second, "final/agenda.de.ics")->state, ==, "waiting");
  g_assert_true (site_fixture_exists (fixture, "final/agenda.de.ics"));
  /* removals come last */
  g_assert_cmpstr (((LecternPublishItem *)g_ptr_array_index (second, second->len - 1))->item, ==,
                   "final/index.de.html");
}

static void
test_event_gone (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Delete");
  gint64 other = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, other, LECTERN_EVENT_TITLE, "Kick-off");
  lectern_edit_delete (edit, LECTERN_KIND_EVENT, fixture->event);
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  static const char *const left[]
      = { "index.html", "kick-off/event.jsonld", "kick-off/index.html" };
  assert_files (fixture, left, G_N_ELEMENTS (left));
  /* without a day there is no calendar yet, and it is said why */
  g_assert_cmpstr (site_fixture_item (second, "kick-off/agenda.ics")->action, ==, "skip");
  g_assert_nonnull (strstr (site_fixture_item (second, "kick-off/agenda.ics")->why, "Kick-off"));
}

/* The address that people subscribed to stays when the event gets another name. */
static void
test_stable_address (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Rename");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, fixture->event, LECTERN_EVENT_SLUG, "another");
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  assert_files (fixture, all_files, G_N_ELEMENTS (all_files));
  g_assert_cmpuint (site_fixture_count (second, "remove"), ==, 0);
}

static void
test_missing_again (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autofree char *final = g_build_filename (fixture->folder, "final", NULL);
  site_fixture_remove (final);
  g_autoptr (GPtrArray) second = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (second, "create"), ==, 7);
  assert_files (fixture, all_files, G_N_ELEMENTS (all_files));
}

static void
test_unreachable (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = site_fixture_publish (fixture, FALSE);
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *away = g_build_filename (fixture->root, "away", NULL);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_assert_null (lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

/* Somebody's file has the name of our folder: said of each item, the rest goes on. */
static void
test_folder_taken (SiteFixture *fixture, gconstpointer data)
{
  site_fixture_write (fixture, "final", "theirs");
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_true (lectern_publish_has_failed (items));
  g_assert_cmpstr (site_fixture_item (items, "final/index.html")->state, ==, "failed");
  g_assert_nonnull (strstr (site_fixture_item (items, "final/index.html")->why, "final"));
  g_assert_cmpstr (site_fixture_item (items, "index.html")->state, ==, "published");
  g_autofree char *text = site_fixture_read (fixture, "final");
  g_assert_cmpstr (text, ==, "theirs");
}

/* The window and the command line do not publish at once. */
static void
test_one_at_a_time (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  g_autoptr (GError) error = NULL;
  int lock = lectern_keep_lock (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_null (lectern_publish_run (fixture->workspace, plan, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_BUSY);
  assert_files (fixture, NULL, 0);
  lectern_keep_unlock (lock);
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_cmpuint (site_fixture_count (items, "create"), ==, 8);
}

static void
stop_after_three (double fraction, const char *item, gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancel (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_publish_run (fixture->workspace, plan, FALSE, stop_after_three,
                                      cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autoptr (GPtrArray) files = site_fixture_files (fixture);
  g_assert_cmpuint (files->len, >, 0);
  g_assert_cmpuint (files->len, <, 8);
  g_autoptr (GPtrArray) rest = site_fixture_publish (fixture, FALSE);
  assert_files (fixture, all_files, G_N_ELEMENTS (all_files));
  g_assert_cmpuint (site_fixture_count (rest, "unchanged"), ==, files->len);
}

static void
test_sites (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) relative = NULL;
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (
      lectern_site_add_folder (fixture->workspace, "web", fixture->folder, NULL, &same), ==, 0);
  g_assert_error (same, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NAME);
  g_assert_cmpint (lectern_site_add_folder (fixture->workspace, "b", "relative", NULL, &relative),
                   ==, 0);
  g_assert_error (relative, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID);
  g_assert_cmpint (lectern_site_add_folder (fixture->workspace, "c", fixture->path, NULL, &taken),
                   ==, 0);
  g_assert_error (taken, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_autoptr (LecternSite) site = lectern_site_find (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (site->name, ==, "web");
  g_assert_cmpstr (site->address, ==, fixture->folder);
  g_autofree char *words = lectern_site_check (reader, site->id, &error);
  g_assert_nonnull (words);
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_true (lectern_site_remove (fixture->workspace, site->id, &error));
  g_autoptr (GPtrArray) none = lectern_site_list (reader);
  g_assert_cmpuint (none->len, ==, 0);
  assert_files (fixture, all_files, G_N_ELEMENTS (all_files));
}

static void
test_public_url (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Address");
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, fixture->site, LECTERN_SITE_PUBLIC_URL,
                         "https://example.org/web");
  site_fixture_commit (fixture, edit);
  g_autoptr (GPtrArray) items = site_fixture_publish (fixture, FALSE);
  g_assert_cmpstr (site_fixture_item (items, "final/agenda.ics")->url, ==,
                   "https://example.org/web/final/agenda.ics");
}

static void
test_difference (void)
{
  g_autoptr (GBytes) a = g_bytes_new_static ("one\ntwo\nthree\nfour", 18);
  g_autoptr (GBytes) b = g_bytes_new_static ("one\ntwo and a half\nthree\nfive\nfour", 34);
  g_autoptr (GBytes) c = g_bytes_new_static ("\xff\xfe", 2);
  g_autofree char *ab = lectern_difference (a, b, 10);
  g_autofree char *aa = lectern_difference (a, a, 10);
  g_autofree char *ac = lectern_difference (a, c, 10);
  g_autofree char *few = lectern_difference (a, b, 1);
  g_autofree char *from_nothing = lectern_difference (NULL, a, 10);
  g_assert_cmpstr (ab, ==, "-two\n+two and a half\n+five\n");
  g_assert_cmpstr (aa, ==, NULL);
  g_assert_cmpstr (ac, ==, "");
  g_assert_cmpstr (few, ==, "-two\n…\n");
  g_assert_cmpstr (from_nothing, ==, "+one\n+two\n+three\n+four\n");
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*func) (SiteFixture *, gconstpointer);
  } tests[] = {
    { "first", test_first },
    { "again", test_again },
    { "change", test_change },
    { "private-change", test_private_change },
    { "dry-run", test_dry_run },
    { "edited", test_edited },
    { "theirs", test_theirs },
    { "ours", test_ours },
    { "ours-too-late", test_ours_too_late },
    { "reverted", test_reverted },
    { "foreign", test_foreign },
    { "link", test_link },
    { "removal", test_removal },
    { "event-gone", test_event_gone },
    { "stable-address", test_stable_address },
    { "missing-again", test_missing_again },
    { "unreachable", test_unreachable },
    { "cancel", test_cancel },
    { "folder-taken", test_folder_taken },
    { "one-at-a-time", test_one_at_a_time },
    { "sites", test_sites },
    { "public-url", test_public_url },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strdup_printf ("/publish/%s", tests[i].name);
      g_test_add (name, SiteFixture, NULL, site_fixture_set_up, tests[i].func,
                  site_fixture_tear_down);
    }
  g_test_add_func ("/publish/difference", test_difference);
  return g_test_run ();
}
