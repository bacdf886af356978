/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page and its data: valid, complete, and never running what a text says.
 */
#include "lectern-html-out.h"
#include "lectern-jsonld-out.h"
#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-words.h"
#include "out-fixture.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static void
assert_markup (const char *prose, const char *html, const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *plain = lectern_markup_to_text (prose);
  lectern_markup_to_html (out, prose);
  g_assert_cmpstr (out->str, ==, html);
  g_assert_cmpstr (plain, ==, text);
  g_string_free (out, TRUE);
}

static void
test_markup (void)
{
  assert_markup ("One\ntwo\n\nthree", "<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree");
  assert_markup ("- a\n- b\n\nend", "<ul><li>a</li><li>b</li></ul><p>end</p>", "- a\n- b\n\nend");
  assert_markup ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>", "a < b & c > d");
  assert_markup ("vector<int> x;", "<p>vector&lt;int&gt; x;</p>", "vector<int> x;");
  assert_markup ("see https://example.org/a?b=1&c=2.",
                 "<p>see <a href=\"https://example.org/a?b=1&amp;c=2\" "
                 "rel=\"nofollow\">https://example.org/a?b=1&amp;c=2</a>.</p>",
                 "see https://example.org/a?b=1&c=2.");
  assert_markup ("<p>Hello <b>big</b> world &amp; co &#8211; &eacute;</p><p>two</p>",
                 "<p>Hello <strong>big</strong> world &amp; co – é</p><p>two</p>",
                 "Hello big world & co – é\n\ntwo");
  assert_markup ("<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>", "- one\n- two");
  assert_markup ("<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>",
                 "<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>", "- one\n- in\n- two");
  assert_markup ("<script>alert(1)</script><p>ok</p>", "<p>ok</p>", "ok");
  assert_markup ("<p onclick=\"x()\">ok</p><img src=x onerror=alert(1)>", "<p>ok</p>", "ok");
  assert_markup ("<a href=\"javascript:alert(1)\">x</a>", "<p>x</p>", "x");
  assert_markup ("<a href=\" java\tscript:alert(1)\">x</a>", "<p>x</p>", "x");
  assert_markup ("<a href='mailto:a@example.org'>x</a>",
                 "<p><a href=\"mailto:a@example.org\" rel=\"nofollow\">x</a></p>", "x");
  assert_markup ("<b>never closed", "<p><strong>never closed</strong></p>", "never closed");
  assert_markup ("</b></p></ul>end<br>", "<p>end</p>", "end");
  assert_markup ("<!-- hidden --><i>a</i>", "<p><em>a</em></p>", "a");
  assert_markup (
      "<a href=\"https://e.org/a[1]|{x}%zz%20\">x</a>",
      "<p><a href=\"https://e.org/a%5B1%5D%7C%7Bx%7D%25zz%20\" rel=\"nofollow\">x</a></p>", "x");
  assert_markup ("<a href=\"http://[::1]:80/\">x</a>",
                 "<p><a href=\"http://[::1]:80/\" rel=\"nofollow\">x</a></p>", "x");
  assert_markup ("", "", NULL);
  assert_markup (NULL, "", NULL);
}

static gboolean
is_void (const char *name)
{
  return strcmp (name, "br") == 0;
}

/* Every tag closed in order, only the few that are allowed, no attribute but href and rel. */
static void
assert_well_formed (const char *html)
{
  static const char *const allowed[]
      = { "p", "ul", "ol", "li", "a", "em", "strong", "code", "br", NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  for (const char *c = html; *c; c++)
    {
      if (*c != '<')
        {
          g_assert_cmpint (*c, !=, '>');
          continue;
        }
      const char *end = strchr (c, '>');
      g_assert_nonnull (end);
      gboolean closing = c[1] == '/';
      g_autofree char *name
          = g_strndup (c + 1 + closing, strspn (c + 1 + closing, "abcdefghijklmnopqrstuvwxyz"));
      g_assert_true (g_strv_contains (allowed, name));
      if (closing)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, name);
          g_ptr_array_set_size (open, open->len - 1);
        }
      else if (!is_void (name))
        g_ptr_array_add (open, g_strdup (name));
      const char *after = c + 1 + closing + strlen (name);
      if (*after == ' ')
        {
          g_assert_cmpstr (name, ==, "a");
          g_assert_true (g_str_has_prefix (after, " href=\"http://")
                         || g_str_has_prefix (after, " href=\"https://")
                         || g_str_has_prefix (after, " href=\"mailto:"));
        }
      else
        g_assert_cmpint (*after, ==, '>');
      c = end;
    }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_markup_random (void)
{
  static const char *const pieces[] = { "<p>",
                                        "</p>",
                                        "<ul>",
                                        "</ul>",
                                        "<ol>",
                                        "<li>",
                                        "</li>",
                                        "<a href=\"https://e.org/\">",
                                        "</a>",
                                        "<b>",
                                        "</b>",
                                        "<i>",
                                        "</i>",
                                        "<br>",
                                        "text",
                                        " ",
                                        "\n",
                                        "\n\n",
                                        "- ",
                                        "<script>",
                                        "</script>",
                                        "<",
                                        ">",
                                        "\"",
                                        "'",
                                        "&amp;",
                                        "&",
                                        "<!--",
                                        "-->",
                                        "<div onload=x>",
                                        "https://e.org/x",
                                        "<a href='javascript:x'>",
                                        "é",
                                        "<svg/onload=x>",
                                        "<a href=https://e.org/\"onclick=x>",
                                        "&#60;script&#62;",
                                        "<h1>",
                                        "<code>",
                                        "</code>",
                                        "\x01" };
  for (guint round = 0; round < 20000; round++)
    {
      GString *prose = g_string_new (NULL), *out = g_string_new (NULL);
      guint length = g_test_rand_int_range (0, 25);
      for (guint i = 0; i < length; i++)
        g_string_append (prose, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      lectern_markup_to_html (out, prose->str);
      assert_well_formed (out->str);
      g_string_free (prose, TRUE);
      g_string_free (out, TRUE);
    }
}

/* Input that makes a careless reader take hours. */
static void
test_markup_long (void)
{
  static const char *const repeated[]
      = { "<a ", "<script>", "<!--", "&", "<p", "<a href=\"", "<ul><li>", "- \n", "https://" };
  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      GString *prose = g_string_new ("<p>"), *out = g_string_new (NULL);
      while (prose->len < 300000)
        g_string_append (prose, repeated[i]);
      lectern_markup_to_html (out, prose->str);
      assert_well_formed (out->str);
      g_string_free (prose, TRUE);
      g_string_free (out, TRUE);
    }
}

static LecternProgramme *
with_details (void)
{
  LecternProgramme *p = out_fixture_programme ();
  p->details = lectern_details_new ();
  LecternDetailsVenue *venue = lectern_details_add_venue (p->details);
  venue->record = 5;
  venue->name = g_strdup ("Town hall <b>");
  venue->city = g_strdup ("Maastricht");
  venue->access = g_strdup ("Bus 1");
  venue->has_position = TRUE;
  venue->latitude = 50.85;
  venue->longitude = 5.69;
  lectern_details_add_to_come (p->details, "registration")->due = g_strdup ("2026-03-01");
  p->details->registration_url = g_strdup ("https://example.org/register");
  p->details->funding_statement = g_strdup ("Paid by <everybody>.");
  p->details->online_url = g_strdup ("javascript:alert(1)");
  p->details->changed = G_GINT64_CONSTANT (1770000000000);
  LecternProgrammeSession *session = g_ptr_array_index (p->sessions, 0);
  g_hash_table_insert (p->details->languages, session->title, g_strdup ("nl"));
  return p;
}

static const LecternHtmlLink pages[]
    = { { "en", NULL, NULL, "index.html" }, { "de", NULL, NULL, "index.de.html" } };
static const LecternHtmlLink files[] = { { NULL, NULL, "text/calendar", "agenda.ics" } };
static const LecternHtmlSurroundings around = { pages, 2, files, 1 };

static void
test_page (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  g_autoptr (GBytes) html = lectern_html_write (p, "de", &around, LECTERN_HTML_PAGE, NULL);
  g_autoptr (GBytes) again = lectern_html_write (p, "de", &around, LECTERN_HTML_PAGE, NULL);
  g_assert_true (g_bytes_equal (html, again));
  out_fixture_assert_contains (html, "<html lang=\"de\">");
  out_fixture_assert_contains (html, "hreflang=\"en\"");
  out_fixture_assert_contains (html, "<h2 id=\"to-come\">Was noch folgt</h2>");
  out_fixture_assert_contains (html, "<time datetime=\"2026-06-17T09:00:00+02:00\">09:00</time>");
  out_fixture_assert_contains (html, "<h4 lang=\"nl\">Welcome</h4>");
  out_fixture_assert_contains (html, "Town hall &lt;b&gt;");
  out_fixture_assert_contains (html, "Paid by &lt;everybody&gt;.");
  out_fixture_assert_contains (html, "noch nicht bestätigt");
  out_fixture_assert_contains (
      html, "<h4>Kilns &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h4>");
  out_fixture_assert_contains (html, "Hier anmelden");
  out_fixture_assert_lacks (html, "href=\"javascript");
  out_fixture_assert_lacks (html, "ada@private.example");
  out_fixture_assert_lacks (html, "Poster tour");
  g_assert_cmpuint (out_fixture_count (html, "<script"), ==, 1);
  g_assert_cmpuint (out_fixture_count (html, "</script"), ==, 1);
  g_assert_cmpuint (out_fixture_count (html, "<tr id=\"s-")
                        + out_fixture_count (html, "<tr class=\"off\" id=\"s-"),
                    ==, 4);
  g_assert_cmpuint (out_fixture_count (html, "<h4 lang=\"nl\">Welcome</h4>"), ==, 1);
}

/* Inside somebody else's page: no second title, nothing a content system would act on. */
static void
test_fragment (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  p->subtitle = g_strdup ("with a [gallery]");
  g_autoptr (GBytes) html = lectern_html_write (p, "de", &around, LECTERN_HTML_FRAGMENT, NULL);
  g_autoptr (GBytes) plain
      = lectern_html_write (p, "de", &around, LECTERN_HTML_FRAGMENT | LECTERN_HTML_PLAIN, NULL);
  static const char *const never[]
      = { "<html", "<head", "<body", "<style", "<main", "<h1", "<!DOCTYPE", "[gallery", NULL };
  for (guint i = 0; never[i]; i++)
    {
      out_fixture_assert_lacks (html, never[i]);
      out_fixture_assert_lacks (plain, never[i]);
    }
  out_fixture_assert_contains (html, "with a &#91;gallery]");
  out_fixture_assert_contains (html, "hreflang=\"en\"");
  out_fixture_assert_contains (html, "Paid by &lt;everybody&gt;.");
  g_assert_cmpuint (out_fixture_count (html, "<script type=\"application/ld+json\">"), ==, 1);
  g_assert_cmpuint (out_fixture_count (html, "<time "), >, 4);
  out_fixture_assert_lacks (plain, "<script");
  out_fixture_assert_lacks (plain, "<time");
}

static void
test_valid (void)
{
  static const char *const modules[] = { "html5lib", NULL };
  g_autoptr (LecternProgramme) p = with_details ();
  g_autoptr (GBytes) html = lectern_html_write (p, "de", &around, LECTERN_HTML_PAGE, NULL);
  g_autofree char *path = out_fixture_write ("index.html", html);
  const char *arguments[] = { path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *tidy = g_find_program_in_path ("tidy");
  out_fixture_python (
      modules,
      "import html5lib, sys\n"
      "p = html5lib.HTMLParser(namespaceHTMLElements=False)\n"
      "d = p.parse(open(sys.argv[1], 'rb').read(), transport_encoding='utf-8')\n"
      "assert not p.errors, p.errors\n"
      "ids = [e.get('id') for e in d.iter() if e.get('id')]\n"
      "assert len(ids) == len(set(ids)), 'an id twice'\n"
      "for e in d.iter('a'):\n"
      "  h = e.get('href')\n"
      "  assert not h.startswith('#') or h[1:] in ids, h\n"
      "levels = [int(e.tag[1]) for e in d.iter() if e.tag in ('h1','h2','h3','h4')]\n"
      "assert levels[0] == 1 and levels.count(1) == 1\n"
      "assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels\n"
      "for t in d.iter('table'): assert t.find('caption') is not None\n"
      "for t in d.iter('th'): assert t.get('scope')\n"
      "assert len(list(d.iter('main'))) == 1\n",
      arguments, &output);
  if (tidy == NULL)
    {
      g_test_message ("not checked with tidy: it is not installed");
      return;
    }
  const char *argv[] = { tidy, "-q", "-e", "--drop-empty-elements", "no", path, NULL };
  g_autofree char *errors = NULL;
  int status;
  g_assert_true (
      g_spawn_sync (NULL, (char **)argv, NULL, 0, NULL, NULL, NULL, &errors, &status, NULL));
  if (status != 0)
    g_error ("%s", errors);
}

/* The colours of the style, light and dark: text on its ground has 4.5 to 1 at least. */
static double
luminance (const char *hex)
{
  double part[3];
  for (guint i = 0; i < 3; i++)
    {
      guint n = strlen (hex) == 3 ? g_ascii_xdigit_value (hex[i]) * 17
                                  : g_ascii_xdigit_value (hex[2 * i]) * 16
                                        + g_ascii_xdigit_value (hex[2 * i + 1]);
      double c = n / 255.0;
      part[i] = c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

static char *
colour (const char *style, const char *name)
{
  g_autofree char *key = g_strdup_printf ("--%s:#", name);
  const char *at = strstr (style, key);
  g_assert_nonnull (at);
  at += strlen (key);
  return g_strndup (at, strspn (at, "0123456789abcdef"));
}

static void
test_contrast (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  g_autoptr (GBytes) html = lectern_html_write (p, "en", NULL, LECTERN_HTML_PAGE, NULL);
  const char *light = strstr (out_fixture_text (html), "<style>");
  const char *dark = strstr (light, "prefers-color-scheme:dark");
  static const char *const inks[] = { "ink", "soft", "link", "warn" };
  static const char *const grounds[] = { "ground", "panel" };
  const char *const themes[] = { light, dark };
  for (guint t = 0; t < 2; t++)
    for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
      for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          g_autofree char *ink = colour (themes[t], inks[i]);
          g_autofree char *ground = colour (themes[t], grounds[g]);
          double a = luminance (ink) + 0.05, b = luminance (ground) + 0.05;
          g_assert_cmpfloat (MAX (a, b) / MIN (a, b), >=, 4.5);
        }
}

static JsonObject *
parse (GBytes *bytes, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_jsonld (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  p->state = g_strdup ("rescheduled");
  p->details->previous_start = g_strdup ("2026-05-01");
  g_autoptr (GBytes) bytes = lectern_jsonld_write (p, "en");
  out_fixture_assert_lacks (bytes, "<");
  out_fixture_assert_lacks (bytes, "&");
  out_fixture_assert_lacks (bytes, "ada@private.example");
  JsonObject *event = parse (bytes, parser);
  g_assert_cmpstr (json_object_get_string_member (event, "@context"), ==, "https://schema.org");
  g_assert_cmpstr (json_object_get_string_member (event, "name"), ==, p->title);
  g_assert_cmpstr (json_object_get_string_member (event, "startDate"), ==, "2026-06-17");
  g_assert_cmpstr (json_object_get_string_member (event, "endDate"), ==, "2026-06-18");
  g_assert_cmpstr (json_object_get_string_member (event, "eventStatus"), ==,
                   "https://schema.org/EventRescheduled");
  g_assert_cmpstr (json_object_get_string_member (event, "previousStartDate"), ==, "2026-05-01");
  JsonArray *sessions = json_object_get_array_member (event, "subEvent");
  g_assert_cmpuint (json_array_get_length (sessions), ==, 4);
  JsonObject *first = json_array_get_object_element (sessions, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "startDate"), ==,
                   "2026-06-17T09:00:00+02:00");
  JsonObject *dropped = json_array_get_object_element (sessions, 3);
  g_assert_cmpstr (json_object_get_string_member (dropped, "eventStatus"), ==,
                   "https://schema.org/EventCancelled");
}

/* Whose only session is off does not speak. */
static void
test_speakers (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  LecternProgrammeSession *off = g_ptr_array_index (p->sessions, 3);
  LecternProgrammeRole role = { p->persons->len, NULL, NULL };
  lectern_programme_add_person (p, "Zoe Gone");
  g_array_append_val (off->people, role);
  g_autoptr (GBytes) xml = lectern_html_write_xml (p, "en");
  out_fixture_assert_contains (xml, "<speaker><name>Ada Berg");
  out_fixture_assert_lacks (xml, "<speaker><name>Zoe Gone");
}

/* What is left out of the pages is not in the data that stands in them. */
static void
test_parts (void)
{
  g_autoptr (LecternProgramme) p = with_details ();
  p->details->look.without = LECTERN_PART_SPEAKERS | LECTERN_PART_ROOMS | LECTERN_PART_ABSTRACTS;
  g_autoptr (GBytes) html = lectern_html_write (p, "en", NULL, LECTERN_HTML_PAGE, NULL);
  out_fixture_assert_contains (html, "Welcome");
  out_fixture_assert_lacks (html, "Ada Berg");
  out_fixture_assert_lacks (html, "Great hall");
  out_fixture_assert_lacks (html, "First line");
}

static void
test_words (void)
{
  static const char *const languages[] = { "en", "de", "sv", "fr", "nl", "it", "es", "pl" };
  for (guint w = 0; w < LECTERN_N_WORDS; w++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      g_assert_cmpuint (strlen (lectern_words (languages[i], w)), >, 0);
  g_assert_cmpstr (lectern_words ("de-AT", LECTERN_WORD_AGENDA), ==, "Programm");
  g_assert_cmpstr (lectern_words ("fi", LECTERN_WORD_AGENDA), ==, "Agenda");
  g_assert_cmpstr (lectern_words ("deu", LECTERN_WORD_AGENDA), ==, "Agenda");
  g_assert_cmpstr (lectern_words_choice ("sv", "session_role", "chair"), ==, "ordförande");
  g_assert_cmpstr (lectern_words_language_name ("de"), ==, "Deutsch");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-out/markup", test_markup);
  g_test_add_func ("/html-out/markup-random", test_markup_random);
  g_test_add_func ("/html-out/markup-long", test_markup_long);
  g_test_add_func ("/html-out/page", test_page);
  g_test_add_func ("/html-out/fragment", test_fragment);
  g_test_add_func ("/html-out/valid", test_valid);
  g_test_add_func ("/html-out/contrast", test_contrast);
  g_test_add_func ("/html-out/jsonld", test_jsonld);
  g_test_add_func ("/html-out/speakers", test_speakers);
  g_test_add_func ("/html-out/parts", test_parts);
  g_test_add_func ("/html-out/words", test_words);
  int result = g_test_run ();
  out_fixture_clean ();
  return result;
}
