/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as WordPress stores it, and our part among that of others; no WordPress is needed.
 */
#include "lectern-wordpress-part.h"
#include "lectern-wordpress-text.h"

#include <string.h>

static void
test_protect (void)
{
  static const struct
  {
    const char *html, *stored;
  } cases[] = {
    { "<p>9:40, 2026-06-17, a-b; x 8 (c)</p>", "<p>9:40, 2026-06-17, a-b; x 8 (c)</p>" },
    { "<p>\"10x10\" [a]</p>", "<p>&#034;10&#120;10&#034; &#091;a&#093;</p>" },
    { "<a title=\"[a] 'b'\">:)</a>", "<a title=\"&#091;a&#093; 'b'\">&#058;&#041;</a>" },
    { "a &amp; b &#39; &nbsp;", "a &amp; b &#39; &nbsp;" },
    { "<!-- \"[x]\" -->", "<!-- \"[x]\" -->" },
    { "<script>[\"a\", [gallery], [true]]</script>",
      "<script>[\"a\", \\u005bgallery], [true]]</script>" },
    { "unfinished <b", "unfinished <b" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = lectern_wordpress_protect (cases[i].html);
      g_autofree char *back = lectern_wordpress_unprotect (stored);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      g_assert_cmpstr (back, ==, cases[i].html);
    }
  g_autofree char *title = lectern_wordpress_protect_title ("R&D \"a\" <b> &amp;");
  g_autofree char *plain = lectern_wordpress_unprotect_title (title);
  g_assert_cmpstr (title, ==, "R&amp;D &#034;a&#034; &lt;b&gt; &amp;amp;");
  g_assert_cmpstr (plain, ==, "R&D \"a\" <b> &amp;");
}

/* Whatever characters come together: what is read is what was written, and stored once more it is
   the same. */
static void
test_random (void)
{
  static const char *const pieces[]
      = { "\"", "'", "[", "]", "x", "8", ")", "-", "O", ".", ":", ";", " ", "\n", "1", "W", "Wordpress",
          "&amp;", "<p>", "</p>", "<a href=\"[x] a.html\">", "<script>[a] \"b\"</script>", "\xc3\xab",
          "\xf0\x9f\x98\x80", "(tm)", "`", "&#39;", "<!-- [b] -->" };
  guint changed = 0;
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_autofree char *stored = lectern_wordpress_protect (html->str);
      g_autofree char *back = lectern_wordpress_unprotect (stored);
      g_assert_cmpstr (back, ==, html->str);
      changed += strcmp (stored, html->str) != 0;
    }
  g_assert_cmpuint (changed, >, 2000);
}

static void
test_part (void)
{
  static const char body[] = "<p>One</p>\n\n<p>Two</p>";
  g_autofree char *raw
      = lectern_wordpress_part_put (NULL, NULL, "a b/index.html", "date tags", TRUE, body);
  g_autoptr (LecternWordpressPart) part = lectern_wordpress_part_find (raw, "a b/index.html");
  g_assert_nonnull (part);
  g_assert_cmpstr (part->body, ==, body);
  g_assert_true (lectern_wordpress_part_has (part, "tags"));
  g_assert_false (lectern_wordpress_part_has (part, "categories"));
  g_assert_true (lectern_wordpress_part_is_new (part));
  g_assert_true (lectern_wordpress_part_is_alone (part, raw));
  g_assert_null (lectern_wordpress_part_find (raw, "a"));

  /* among others' text, and beside another part of ours */
  g_autofree char *other = lectern_wordpress_part_put (NULL, NULL, "b.html", "", FALSE, "");
  g_autofree char *page = g_strconcat ("Before\r\n", other, "\n\n", raw, "After", NULL);
  g_autoptr (LecternWordpressPart) among = lectern_wordpress_part_find (page, "a b/index.html");
  g_assert_false (lectern_wordpress_part_is_alone (among, page));
  g_autofree char *put
      = lectern_wordpress_part_put (page, among, "a b/index.html", "", FALSE, "<p>New</p>");
  g_autofree char *meant = g_strconcat (
      "Before\r\n", other, "\n\n<!-- wp:html -->\n<!-- lectern:begin a%20b/index.html -->\n"
                           "<p>New</p>\n<!-- lectern:end -->\n<!-- /wp:html -->After", NULL);
  g_assert_cmpstr (put, ==, meant);
  g_autofree char *cut = lectern_wordpress_part_cut (page, among);
  g_autofree char *rest = g_strconcat ("Before\r\n", other, "\n\nAfter", NULL);
  g_assert_cmpstr (cut, ==, rest);

  /* somebody touched the draft; somebody took the end away */
  g_autoptr (GString) touched = g_string_new (raw);
  g_string_replace (touched, "Two", "2", 0);
  g_autoptr (LecternWordpressPart) draft = lectern_wordpress_part_find (touched->str, NULL);
  g_assert_false (lectern_wordpress_part_is_new (draft));
  g_string_replace (touched, "lectern:end", "end", 0);
  g_assert_null (lectern_wordpress_part_find (touched->str, NULL));
}

static void
test_slug (void)
{
  static const char *const slugs[]
      = { "final/index.html", "final", "final/index.de.html", "final-de", "final/news/Venue.html",
          "final-news-venue", "index.html", "index", "final/session-3.sv.html", "final-session-3-sv" };
  for (guint i = 0; i < G_N_ELEMENTS (slugs); i += 2)
    {
      g_autofree char *slug = lectern_wordpress_part_slug (slugs[i]);
      g_assert_cmpstr (slug, ==, slugs[i + 1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordpress-text/protect", test_protect);
  g_test_add_func ("/wordpress-text/random", test_random);
  g_test_add_func ("/wordpress-text/part", test_part);
  g_test_add_func ("/wordpress-text/slug", test_slug);
  return g_test_run ();
}
