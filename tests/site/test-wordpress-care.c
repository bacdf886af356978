/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A real WordPress on which others work too, and a network that loses answers: nothing doubled,
 * nothing of others lost.
 */
#include "wordpress-fixture.h"

#include "lectern-http.h"

#include <string.h>

#define PAGE "final/index.html"
#define CALENDAR_BEGIN "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lectern//EN\r\n"

typedef struct
{
  Rig rig, fault;
  LecternPlace *place;  /* the site itself */
  LecternPlace *broken; /* through the server that breaks */
} Care;

static gboolean
set_up (Care *care, const char *kind, const char *role)
{
  g_autoptr (GError) error = NULL;
  const LecternHttpPatience impatient
      = { .idle = 5, .whole = 20, .tries = 2, .pause = 10, .longest = 2000, .largest = 4 << 20 };
  memset (care, 0, sizeof *care);
  lectern_http_set_patience (&impatient);
  if (!rig_start_wordpress (&care->rig, kind))
    return FALSE;
  care->place = wordpress_place (&care->rig, role, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rig_start_script (&care->fault, FAULT_SCRIPT, care->rig.url));
  care->broken = wordpress_place_at (care->fault.url, role);
  return TRUE;
}

static void
tear_down (Care *care)
{
  lectern_place_free (care->place);
  lectern_place_free (care->broken);
  rig_stop (&care->fault);
  rig_stop (&care->rig);
}

static gboolean
tell (Care *care, const char *what)
{
  g_autofree char *url = g_strconcat (care->fault.url, what, NULL);
  g_autofree char *said = wordpress_see (&care->fault, url);
  return strcmp (said, "yes") == 0;
}

static gboolean
write_once (LecternPlace *place, const char *path, GBytes *content, GError **error)
{
  g_autoptr (GBytes) written = NULL;
  g_autofree char *remark = NULL;
  g_autoptr (GError) own = NULL;
  g_autoptr (GBytes) before = lectern_place_read (place, path, NULL, &own);
  if (own)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return lectern_place_write (place, path, content, &written, &remark, NULL, error);
}

static char *
raw_of (Care *care, const char *type, gint64 id)
{
  g_autofree char *route = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT "&context=edit", type, id);
  return wordpress_ask (&care->rig, "administrator", "GET", route, NULL);
}

/* --- text of others around ours --- */

static void
surround (Care *care, const char *type, gint64 id)
{
  /* what stands there is taken into a text with line ends, references and signs of all sorts */
  g_autofree char *route = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT, type, id);
  g_autofree char *json = g_strdup (
      "{\"content\": \"<!-- wp:paragraph -->\\r\\n<p>Theirs&nbsp;\\u00e9 \\ud83d\\ude00 \\\\ [gallery]</p>\\r\\n"
      "<!-- /wp:paragraph -->\\r\\n\\r\\n<!-- wp:html -->\\n<!-- lectern:begin final/index.html -->\\n<p>One</p>\\n"
      "<!-- lectern:end -->\\n<!-- /wp:html -->\\n<p>After  it</p>\\t \"}");
  g_autofree char *done = wordpress_ask (&care->rig, "administrator", "POST", route, json);
}

static void
test_around (void)
{
  Care care;
  g_autoptr (GError) error = NULL;
  if (!set_up (&care, "wordpress", "editor"))
    return;
  g_autoptr (GBytes) one = wordpress_page ("page", "A", "<p>One</p>");
  g_autoptr (GBytes) two = wordpress_page ("page", "B", "<p>Two \"2\"</p>");
  g_assert_null (wordpress_put (care.place, PAGE, one));
  gint64 id = wordpress_id (&care.rig, "pages", "lectern:begin final/index.html");
  surround (&care, "pages", id);
  g_autofree char *before = raw_of (&care, "pages", id);
  g_autoptr (LecternDocument) ours = wordpress_get (care.place, PAGE);
  g_assert_cmpstr (ours->body, ==, "<p>One</p>");
  g_assert_null (wordpress_put (care.place, PAGE, two));
  g_autofree char *after = raw_of (&care, "pages", id);
  const char *around[] = { "<p>Theirs&nbsp;\\u00e9 \\ud83d\\ude00 \\\\ [gallery]<\\/p>\\r\\n<!-- \\/wp:paragraph -->"
                           "\\r\\n\\r\\n<!-- wp:html -->\\n<!-- lectern:begin final\\/index.html -->\\n<p>",
                           "<\\/p>\\n<!-- lectern:end -->\\n<!-- \\/wp:html -->\\n<p>After  it<\\/p>\\t " };
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      g_assert_nonnull (strstr (before, around[i]));
      g_assert_nonnull (strstr (after, around[i]));
    }
  g_assert_nonnull (strstr (after, "Two &#034;2&#034;"));

  /* removing takes ours away and leaves theirs */
  g_assert_true (lectern_place_remove (care.place, PAGE, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *rest = raw_of (&care, "pages", id);
  g_assert_nonnull (strstr (rest, "<p>After  it<\\/p>"));
  g_assert_null (strstr (rest, "lectern:begin"));
  g_assert_null (strstr (rest, "wp:html"));
  g_assert_nonnull (strstr (rest, "\"status\":\"publish\""));
  tear_down (&care);
}

/* An author's whole text is filtered on saving: theirs too. */
static void
test_around_author (void)
{
  Care care;
  g_autoptr (GError) error = NULL;
  if (!set_up (&care, "wordpress", "author"))
    return;
  g_autoptr (GBytes) one = wordpress_page ("post", "A", "<p>One</p>");
  g_autoptr (GBytes) two = wordpress_page ("post", "B", "<p>Two</p>");
  g_assert_null (wordpress_put (care.place, PAGE, one));
  gint64 id = wordpress_id (&care.rig, "posts", "lectern:begin final/index.html");
  surround (&care, "posts", id);
  g_autofree char *before = raw_of (&care, "posts", id);
  g_assert_false (write_once (care.place, PAGE, two, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN);
  g_autofree char *after = raw_of (&care, "posts", id);
  g_assert_cmpstr (before, ==, after);
  tear_down (&care);
}

/* --- moved, drafted, somebody else's --- */

static void
test_moved (void)
{
  Care care;
  g_autoptr (GError) error = NULL;
  if (!set_up (&care, "wordpress", "editor"))
    return;
  g_autoptr (GBytes) one = wordpress_page ("page", "A", "<p>One</p>");
  g_autoptr (GBytes) two = wordpress_page ("page", "A", "<p>Two</p>");
  guint before = wordpress_count (&care.rig, "pages");
  g_assert_null (wordpress_put (care.place, PAGE, one));
  gint64 id = wordpress_id (&care.rig, "pages", "lectern:begin final/index.html");
  g_autofree char *route = g_strdup_printf ("wp/v2/pages/%" G_GINT64_FORMAT, id);
  g_autofree char *moved
      = wordpress_ask (&care.rig, "editor", "POST", route, "{\"slug\": \"elsewhere\"}");
  g_assert_null (wordpress_put (care.place, PAGE, two));
  g_autofree char *url = lectern_place_dup_url (care.place, PAGE);
  g_assert_nonnull (strstr (url, "/elsewhere/"));
  g_autofree char *hidden
      = wordpress_ask (&care.rig, "editor", "POST", route, "{\"status\": \"private\"}");
  g_autoptr (LecternDocument) read = wordpress_get (care.place, PAGE);
  g_assert_cmpstr (read->status, ==, "private");
  g_assert_cmpuint (wordpress_count (&care.rig, "pages"), ==, before + 1);

  /* at the address that a new one would get stands somebody's own page */
  g_autofree char *made = wordpress_ask (
      &care.rig, "administrator", "POST", "wp/v2/pages",
      "{\"title\": \"Own\", \"slug\": \"other\", \"status\": \"publish\", \"content\": \"Own text\"}");
  g_autoptr (GBytes) written = NULL;
  g_autofree char *remark = NULL;
  g_assert_false (lectern_place_write (care.place, "other/index.html", one, &written, &remark, NULL,
                                       &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED);
  g_autoptr (LecternDocument) theirs = wordpress_get (care.place, "other/index.html");
  g_assert_cmpstr (theirs->body, ==, "Own text");
  g_assert_cmpuint (wordpress_count (&care.rig, "pages"), ==, before + 2);
  /* a person decided for ours */
  g_assert_null (wordpress_put (care.place, "other/index.html", two));
  g_assert_cmpuint (wordpress_count (&care.rig, "pages"), ==, before + 2);
  tear_down (&care);
}

/* --- somebody writes between our looking and our writing --- */

static void
test_between (gconstpointer kind)
{
  Care care;
  guint seen = 0, put_back = 0;
  if (!set_up (&care, kind, "editor"))
    return;
  g_autoptr (GBytes) one = wordpress_page ("page", "A", "<p>One</p>");
  g_assert_null (wordpress_put (care.place, PAGE, one));
  gint64 id = wordpress_id (&care.rig, "pages", "lectern:begin final/index.html");
  g_autofree char *edit = g_strconcat (care.rig.url, "?rig_edit=final/index.html&text=", NULL);
  g_autofree char *warm = wordpress_see (&care.rig, care.rig.url);
  g_autoptr (LecternDocument) first = wordpress_get (care.broken, PAGE);
  for (guint at = 1; at <= 4; at++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *theirs = g_strdup_printf ("Theirs-at-%u", at);
      g_autofree char *ours = g_strdup_printf ("Ours at %u", at);
      g_autofree char *call = g_strconcat (edit, theirs, NULL);
      g_autofree char *coded = g_uri_escape_string (call, NULL, FALSE);
      g_autofree char *what = g_strdup_printf (".fault?at=%u&call=%s", at, coded);
      g_autoptr (GBytes) content = wordpress_page ("page", "A", ours);
      tell (&care, what);
      gboolean done = write_once (care.broken, PAGE, content, &error);
      gboolean fired = tell (&care, ".fired");
      g_autofree char *now = raw_of (&care, "pages", id);
      gboolean stands = strstr (now, ours) != NULL;
      g_test_message ("%s, edited before request %u: %s", (const char *) kind, at,
                      error ? error->message : "done");
      tell (&care, ".fault?at=0");
      if (!fired)
        continue;
      seen++;
      if (!done)
        g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED);
      put_back += !done;
      g_assert_true (done || strstr (now, theirs) != NULL);
      g_assert_true (!done || stands);
    }
  g_assert_cmpuint (seen, >=, 3);
  g_assert_cmpuint (put_back, ==, strcmp (kind, "wordpress") == 0 ? 1 : 0);
  tear_down (&care);
}

/* --- answers that never come --- */

static void
break_one (Care *care, const char *kind, guint at, gboolean update, guint *broken)
{
  g_autofree char *path = g_strdup_printf ("%s-%u-%d/index.html", kind, at, update);
  g_autofree char *what = g_strdup_printf (".fault?at=%u&kind=%s", at, kind);
  g_autoptr (GBytes) old = wordpress_page ("page", "Old", "<p>Old</p>");
  g_autoptr (GBytes) content = wordpress_page ("page", "New \"one\"", "<p>New [one]</p>");
  g_autoptr (GError) error = NULL, none = NULL;
  if (update)
    g_assert_null (wordpress_put (care->place, path, old));
  guint before = wordpress_count (&care->rig, "pages");
  tell (care, what);
  gboolean done = write_once (care->broken, path, content, &error);
  *broken += tell (care, ".fired");
  tell (care, ".fault?at=0");
  if (!done)
    g_assert_nonnull (error);
  if (done)
    {
      g_autoptr (LecternDocument) claimed = wordpress_get (care->place, path);
      g_assert_cmpstr (claimed->body, ==, "<p>New [one]</p>");
    }
  /* the next run */
  write_once (care->place, path, content, &none);
  g_assert_no_error (none);
  g_autoptr (GBytes) stands = lectern_place_read (care->place, path, NULL, &none);
  g_assert_no_error (none);
  g_assert_true (g_bytes_equal (stands, content));
  g_assert_cmpuint (wordpress_count (&care->rig, "pages"), ==, before + !update);
}

static void
test_lost (void)
{
  static const char *const kinds[] = { "lost", "cut-before", "done-500", "login", "503" };
  Care care;
  guint broken = 0;
  if (!set_up (&care, "wordpress", "editor"))
    return;
  g_autoptr (GBytes) none = lectern_place_read (care.broken, "none/index.html", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint at = 4; at <= 7; at++)
      {
        break_one (&care, kinds[i], at, FALSE, &broken);
        if (at <= 5)
          break_one (&care, kinds[i], at - 3, TRUE, &broken);
      }
  g_assert_cmpuint (broken, >=, 20);
  tear_down (&care);
}

/* --- files --- */

static void
test_files (void)
{
  Care care;
  g_autoptr (GError) error = NULL;
  if (!set_up (&care, "wordpress", "author"))
    return;
  static const char first_text[] = CALENDAR_BEGIN "END:VCALENDAR\r\n";
  static const char second_text[] = CALENDAR_BEGIN "X-A:2\r\nEND:VCALENDAR\r\n";
  g_autoptr (GBytes) one = g_bytes_new_static (first_text, sizeof first_text - 1);
  g_autoptr (GBytes) two = g_bytes_new_static (second_text, sizeof second_text - 1);
  write_once (care.place, "final/agenda.ics", one, &error);
  g_assert_no_error (error);
  g_autofree char *first = lectern_place_dup_url (care.place, "final/agenda.ics");
  g_assert_true (g_str_has_suffix (first, ".ics"));
  g_autoptr (GBytes) page = wordpress_page (
      "post", "A", "<p><a href=\"agenda.ics\">Calendar</a> <a href=\"index.de.html#top\">de</a> <a "
                   "href=\"https://example.org/\">out</a> <a href=\"#here\">here</a></p>");
  g_assert_null (wordpress_put (care.place, PAGE, page));
  g_autoptr (GBytes) same = lectern_place_read (care.place, PAGE, NULL, &error);
  g_assert_true (g_bytes_equal (page, same));

  g_assert_true (write_once (care.place, "final/agenda.ics", two, &error));
  g_autofree char *second = lectern_place_dup_url (care.place, "final/agenda.ics");
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpuint (wordpress_count (&care.rig, "media"), ==, 1);
  g_autofree char *url = lectern_place_dup_url (care.place, PAGE);
  g_autofree char *seen = wordpress_see (&care.rig, url);
  g_assert_nonnull (strstr (seen, second));
  g_assert_null (strstr (seen, first));
  g_assert_nonnull (strstr (seen, "?name=final-de#top\""));
  g_autoptr (GBytes) again = lectern_place_read (care.place, PAGE, NULL, &error);
  g_assert_true (g_bytes_equal (page, again));
  g_autoptr (GBytes) there = lectern_place_read (care.place, "final/agenda.ics", NULL, &error);
  g_assert_true (g_bytes_equal (there, two));
  g_autoptr (GHashTable) files = lectern_place_hints (care.place, "final", NULL, &error);
  g_assert_cmpuint (g_hash_table_size (files), ==, 2);

  g_assert_false (write_once (care.place, "final/schedule.xml", one, &error));
  g_assert_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "schedule.xml"));
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_true (lectern_place_remove (care.place, "final/agenda.ics", NULL, &error));
  g_assert_cmpuint (wordpress_count (&care.rig, "media"), ==, 0);
  tear_down (&care);
}

/* --- posts with a date and names --- */

static GBytes *
post_at (gint64 seconds, const char *names)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) when = g_date_time_add_seconds (now, seconds);
  g_autofree char *date = g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ");
  char *text = g_strdup_printf ("kind: post\ntitle: Venue\nstatus: publish\ndate: %s\n%s\n<p>At</p>",
                                date, names);
  return g_bytes_new_take (text, strlen (text));
}

static void
test_posts (gconstpointer role)
{
  Care care;
  gboolean author = strcmp (role, "author") == 0;
  if (!set_up (&care, "wordpress", role))
    return;
  g_autoptr (GBytes) later = post_at (86400, "category: R&D \"x\"\ntag: Geleen\ntag: Maastricht\n");
  g_autoptr (GBytes) soon = post_at (20, "category: Uncategorized\n");
  g_autofree char *remark = wordpress_put (care.place, "final/news/venue.html", later);
  if (author)
    g_assert_nonnull (strstr (remark, "R&D"));
  else
    g_assert_null (remark);
  g_autofree char *raw = raw_of (
      &care, "posts", wordpress_id (&care.rig, "posts", "lectern:begin final/news/venue.html"));
  g_assert_nonnull (strstr (raw, "\"status\":\"future\""));
  if (!author)
    {
      g_autoptr (GBytes) read = lectern_place_read (care.place, "final/news/venue.html", NULL, NULL);
      g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read),
                       g_bytes_get_data (later, NULL), g_bytes_get_size (later));
    }
  g_assert_null (wordpress_put (care.place, "final/news/soon.html", soon));
  g_autofree char *out = raw_of (
      &care, "posts", wordpress_id (&care.rig, "posts", "lectern:begin final/news/soon.html"));
  g_assert_nonnull (strstr (out, "\"status\":\"publish\""));
  /* as somebody else who comes new to it */
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPlace) other = wordpress_place (&care.rig, role, NULL, &error);
  g_autoptr (GBytes) a = lectern_place_read (care.place, "final/news/venue.html", NULL, NULL);
  g_autoptr (GBytes) b = lectern_place_read (other, "final/news/venue.html", NULL, NULL);
  g_assert_true (g_bytes_equal (a, b));
  tear_down (&care);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordpress/around", test_around);
  g_test_add_func ("/wordpress/around-author", test_around_author);
  g_test_add_func ("/wordpress/moved", test_moved);
  g_test_add_data_func ("/wordpress/between", "wordpress", test_between);
  g_test_add_data_func ("/wordpress/between-norevisions", "wordpress-norevisions", test_between);
  g_test_add_func ("/wordpress/files", test_files);
  g_test_add_data_func ("/wordpress/posts/editor", "editor", test_posts);
  g_test_add_data_func ("/wordpress/posts/author", "author", test_posts);
  g_test_add_func ("/wordpress/lost", test_lost);
  return g_test_run ();
}
