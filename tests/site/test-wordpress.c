/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A real WordPress as a place: what it says at set-up, and every verb, for each role and each form
 * of its addresses.
 */
#include "wordpress-fixture.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* What WordPress would make something else of, or swallow. */
static const char nasty[]
    = "<p>\"Quotes\" 'single' don't 10x10 3.5x2 :) ;-) 8-) 8) :lol: :-D [gallery] [[caption]] "
      "[audio src=\"x\"] a -- b --- c - d ... (tm) ``x'' '99 Wordpress (Wordpress) \xf0\x9f\x98\x80 "
      "9:40 9. 40 &amp; &lt;b&gt; &nbsp;| C:\\temp\\n 50% 100\xc2\xa0m\xc2\xb2 R&amp;D</p>\r\n\n\n"
      "<p>https://example.org/watch?v=1</p>\nhttps://example.org/watch?v=2\n"
      "<p title=\"[gallery] 10x10\"><a href=\"https://example.org/?a=1&amp;b=2#c\">a link</a></p>\n"
      "<pre>  two\n    four \"x\" 4x4</pre>";

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* --- set-up --- */

typedef struct
{
  const char *kind, *role, *says, *does_not_say;
  int code; /* -1: works */
} Setup;

static const Setup setups[] = {
  { "wordpress", "administrator", "administrator", "Only posts", -1 },
  { "wordpress", "editor", "Pages and posts", "simplified", -1 },
  { "wordpress", "author", "Only posts can be published", "Pages and posts", -1 },
  { "wordpress", "author", "simplified", "cannot be uploaded", -1 },
  { "wordpress", "contributor", "may not publish", "password", LECTERN_SITE_ERROR_FORBIDDEN },
  { "wordpress", "subscriber", "role of an author", "password", LECTERN_SITE_ERROR_FORBIDDEN },
  { "wordpress", "nobody", "application password", "REST", LECTERN_SITE_ERROR_DENIED },
  { "wordpress-plain", "editor", "Pages and posts", "simplified", -1 },
  { "wordpress-folder", "editor", "/verein/", "simplified", -1 },
  { "wordpress-plain-folder", "author", "/verein/", "Pages", -1 },
  { "wordpress-http", "editor", "https", "password is", LECTERN_SITE_ERROR_REFUSED },
  { "wordpress-norest", "editor", "REST interface", "user name", LECTERN_SITE_ERROR_FORBIDDEN },
  { "wordpress-guarded", "editor", "security plugin", "user name", LECTERN_SITE_ERROR_FORBIDDEN },
};

static void
test_setup (void)
{
  Rig rig = { 0 };
  const char *kind = "";
  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    {
      const Setup *setup = &setups[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *report = NULL;
      if (strcmp (kind, setup->kind) != 0)
        {
          rig_stop (&rig);
          if (!rig_start_wordpress (&rig, setup->kind))
            return;
          kind = setup->kind;
        }
      g_autoptr (LecternPlace) place = wordpress_place (&rig, setup->role, &report, &error);
      const char *words = error ? error->message : report;
      g_test_message ("%s, %s: %s", setup->kind, setup->role, words);
      g_assert_cmpint (error ? error->code : -1, ==, setup->code);
      assert_has (words, setup->says);
      g_assert_null (strstr (words, setup->does_not_say));
      g_assert_null (strstr (words, rig.password));
      g_assert_cmpuint (strcmp (kind, "wordpress-norest") && strcmp (kind, "wordpress-http")
                            ? wordpress_count (&rig, "pages") : 2, ==, 2);
      if (place)
        {
          g_assert_true (place->documents);
          g_assert_cmpint (place->plain, ==, strcmp (setup->role, "author") == 0);
          g_assert_cmpint (place->posts_only, ==, strcmp (setup->role, "author") == 0);
        }
    }
  rig_stop (&rig);
}

/* --- every verb --- */

static void
verbs_of (const Rig *rig, LecternPlace *place, const char *role)
{
  g_autoptr (GError) error = NULL;
  gboolean author = strcmp (role, "author") == 0;
  const char *kind = author ? "post" : "page", *type = author ? "posts" : "pages";
  g_autofree char *path = g_strconcat (role, "/index.html", NULL);
  guint before = wordpress_count (rig, type);
  g_autoptr (GBytes) first = wordpress_page (kind, "Final \"conference\" 10x10 & <more>", nasty);
  g_assert_null (wordpress_get (place, path));
  g_assert_null (wordpress_put (place, path, first));
  g_autoptr (GBytes) echo = lectern_place_read (place, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (echo, NULL), g_bytes_get_size (echo),
                   g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_assert_cmpuint (wordpress_count (rig, type), ==, before + 1);

  g_autoptr (GBytes) second = wordpress_page (kind, "Later", "<p>Two</p>");
  g_assert_null (wordpress_put (place, path, second));
  g_autoptr (LecternDocument) read = wordpress_get (place, path);
  g_assert_cmpstr (read->title, ==, "Later");
  g_assert_cmpstr (read->body, ==, "<p>Two</p>");
  g_assert_cmpuint (wordpress_count (rig, type), ==, before + 1);
  g_autofree char *url = lectern_place_dup_url (place, path);
  g_autofree char *seen = wordpress_see (rig, url);
  assert_has (seen, "<p>Two</p>");

  g_autoptr (GHashTable) files = lectern_place_hints (place, role, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (files), ==, 1);
  g_assert_true (g_hash_table_contains (files, "index.html"));
  g_autoptr (GPtrArray) all = lectern_place_list (place, "", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);

  g_assert_true (lectern_place_remove (place, path, NULL, &error));
  g_assert_null (wordpress_get (place, path));
  g_assert_true (lectern_place_remove (place, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (wordpress_put (place, path, first)); /* out of the trash: the same one */
  g_assert_cmpuint (wordpress_count (rig, type), ==, before + 1);
  g_autofree char *again = lectern_place_dup_url (place, path);
  g_assert_cmpstr (again, ==, url);
  g_assert_true (lectern_place_remove (place, path, NULL, &error));
}

static void
test_verbs (gconstpointer kind)
{
  static const char *const roles[] = { "administrator", "editor", "author" };
  Rig rig = { 0 };
  if (!rig_start_wordpress (&rig, kind))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternPlace) place = wordpress_place (&rig, roles[i], NULL, &error);
      g_assert_no_error (error);
      verbs_of (&rig, place, roles[i]);
    }
  rig_stop (&rig);
}

/* --- what the public sees --- */

static void
text_below (xmlNode *node, GString *out)
{
  for (xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append (out, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      text_below (child, out);
}

static gboolean
is_wanted (xmlNode *node, const char *name, const char *class)
{
  xmlChar *its = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, (const xmlChar *) "class") : NULL;
  gboolean wanted = node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0
                    && (class == NULL || (its && strcmp ((const char *) its, class) == 0));
  xmlFree (its);
  return wanted;
}

static xmlNode *
element (xmlNode *node, const char *name, const char *class)
{
  if (node == NULL || is_wanted (node, name, class))
    return node;
  xmlNode *found = element (node->children, name, class);
  return found ? found : element (node->next, name, class);
}

/* The text of an element, line by line without the white space around. */
static char *
text_of (const char *html, const char *name, const char *class)
{
  xmlDoc *document
      = htmlReadMemory (html, strlen (html), NULL, "UTF-8",
                        HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlNode *node = element (xmlDocGetRootElement (document), name, class);
  g_assert_nonnull (node);
  g_autoptr (GString) text = g_string_new (NULL);
  text_below (node, text);
  xmlFreeDoc (document);
  return g_strdup (g_strstrip (text->str));
}

static void
test_shown (void)
{
  static const char *const roles[] = { "administrator", "author" };
  static const char title[] = "\"Quotes\" 10x10 don't [gallery] & <b> :) Wordpress -- ...";
  g_autofree char *wrapped
      = g_strdup_printf ("<html><body><div class=\"entry\">%s</div></body></html>", nasty);
  g_autofree char *meant = text_of (wrapped, "div", "entry");
  Rig rig = { 0 };
  if (!rig_start_wordpress (&rig, "wordpress"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternPlace) place = wordpress_place (&rig, roles[i], NULL, &error);
      g_assert_no_error (error);
      g_autofree char *path = g_strconcat (roles[i], "/index.html", NULL);
      g_autoptr (GBytes) page = wordpress_page (i == 0 ? "page" : "post", title, nasty);
      g_assert_null (wordpress_put (place, path, page));
      g_autofree char *url = lectern_place_dup_url (place, path);
      g_autofree char *html = wordpress_see (&rig, url);
      g_autofree char *shown = text_of (html, "div", "entry");
      g_autofree char *heading = text_of (html, "h1", NULL);
      g_assert_cmpstr (shown, ==, meant);
      g_assert_cmpstr (heading, ==, title);
      assert_has (html, "<a href=\"https://example.org/?a=1&amp;b=2#c\">");
      g_assert_null (strstr (html, "<iframe"));
      g_assert_null (strstr (html, "wp-smiley\" style"));
      g_autofree char *early = g_strconcat (rig.url, i == 0 ? "?pagename=" : "?name=", roles[i], NULL);
      g_autofree char *led = wordpress_see (&rig, early);
      g_autofree char *same = text_of (led, "div", "entry");
      g_assert_cmpstr (same, ==, meant);
    }
  rig_stop (&rig);
}

int
main (int argc, char **argv)
{
  static const char *const kinds[] = { "wordpress", "wordpress-plain", "wordpress-folder" };
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordpress/set-up", test_setup);
  g_test_add_func ("/wordpress/shown", test_shown);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat ("/wordpress/verbs/", kinds[i], NULL);
      g_test_add_data_func (name, kinds[i], test_verbs);
    }
  return g_test_run ();
}
