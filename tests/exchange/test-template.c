/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates: ours make valid pages, and a stranger's can do nothing but make one.
 */
#include "lectern-colour.h"
#include "lectern-html-out.h"
#include "lectern-template-budget.h"
#include "lectern-template-private.h"
#include "out-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define STYLE(body) \
  "<?xml version=\"1.0\"?>\n" \
  "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"" \
  " xmlns:exsl=\"http://exslt.org/common\" extension-element-prefixes=\"exsl\">\n" body \
  "</xsl:stylesheet>\n"
#define PAGE(body) STYLE ("<xsl:template match=\"/\"><html><body>" body "</body></html></xsl:template>\n")

static void
write_own (const char *name, const char *text)
{
  g_autofree char *folder = lectern_template_folder ();
  g_autofree char *file = g_strconcat (name, ".xsl", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static GBytes *
page_with (const char *template, GError **error)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  p->details = lectern_details_new ();
  p->details->look.template_name = g_strdup (template);
  return lectern_html_write (p, "en", NULL, LECTERN_HTML_PAGE, error);
}

/* Every one of ours, as page and as fragment, has each session once and is what the validators want. */
static void
test_ours (void)
{
  static const char *const modules[] = { "html5lib", NULL };
  g_autoptr (GPtrArray) all = lectern_template_list ();
  g_autofree char *tidy = g_find_program_in_path ("tidy");
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < all->len; i++)
    {
      const LecternTemplate *template = all->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) html = page_with (template->name, &error);
      g_assert_no_error (error);
      g_assert_null (template->path);
      g_assert_true (lectern_template_check (template->name, NULL));
      g_assert_cmpuint (out_fixture_count (html, "id=\"s-"), ==, 4);
      g_assert_cmpuint (out_fixture_count (html, "<script"), ==, 1);
      g_autofree char *name = g_strconcat (template->name, ".html", NULL);
      g_autofree char *path = out_fixture_write (name, html);
      const char *arguments[] = { path, NULL };
      out_fixture_python (
          modules,
          "import html5lib, sys\n"
          "p = html5lib.HTMLParser(namespaceHTMLElements=False)\n"
          "d = p.parse(open(sys.argv[1], 'rb').read(), transport_encoding='utf-8')\n"
          "assert not p.errors, p.errors\n"
          "levels = [int(e.tag[1]) for e in d.iter() if e.tag in ('h1','h2','h3','h4')]\n"
          "assert levels[0] == 1 and levels.count(1) == 1\n"
          "assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels\n"
          "for t in d.iter('th'): assert t.get('scope')\n"
          "for a in d.iter('a'): assert ''.join(a.itertext()).strip()\n",
          arguments, NULL);
      const char *argv[] = { tidy, "-q", "-e", "--drop-empty-elements", "no", path, NULL };
      g_autofree char *errors = NULL;
      int status = 0;
      if (tidy)
        g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, &errors, &status, NULL));
      if (status != 0)
        g_error ("%s: %s", template->name, errors);
    }
}

/* A template of one's own that says one thing otherwise. */
static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  write_own ("mine", STYLE ("<xsl:import href=\"cards.xsl\"/>\n"
                            "<xsl:template name=\"foot\"><p class=\"mine\">Ours &amp; yours</p></xsl:template>\n"));
  g_autoptr (GBytes) html = page_with ("mine", &error);
  g_assert_no_error (error);
  out_fixture_assert_contains (html, "<p class=\"mine\">Ours &amp; yours</p>");
  out_fixture_assert_contains (html, "class=\"lectern-card\"");
  g_autoptr (GPtrArray) all = lectern_template_list ();
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_cmpstr (((LecternTemplate *) all->pdata[4])->name, ==, "mine");
}

typedef struct
{
  const char *what;
  const char *template;
  const char *says; /* in the sentence */
} Hostile;

#define DOES(code) PAGE ("<p>" code "</p>")

static const Hostile hostile[] = {
  { "script", PAGE ("<script>alert(1)</script>"), "<script>" },
  { "script, upper case", PAGE ("<SCRIPT>alert(1)</SCRIPT>"), "<SCRIPT>" },
  { "script, by name", PAGE ("<xsl:element name=\"{concat('scr','ipt')}\">alert(1)</xsl:element>"), "<script>" },
  { "handler", PAGE ("<p onclick=\"x()\">x</p>"), "onclick" },
  { "address", PAGE ("<a href=\" javascript:alert(1)\">x</a>"), "href" },
  { "address of data", PAGE ("<a href=\"data:text/html,x\">x</a>"), "href" },
  { "frame", PAGE ("<iframe src=\"/x\"/>"), "<iframe>" },
  { "style that ends", PAGE ("<style>&lt;/style&gt;&lt;script&gt;</style>"), "<style>" },
  { "no page", STYLE ("<xsl:template match=\"/\">words</xsl:template>"), "no page" },
  { "not html", STYLE ("<xsl:template match=\"/\"><p>words</p></xsl:template>"), "<p>" },
  { "endless", STYLE ("<xsl:template match=\"/\"><html><xsl:call-template name=\"a\"/></html></xsl:template>"
                      "<xsl:template name=\"a\"><xsl:call-template name=\"a\"/></xsl:template>"),
    "come to an end" },
  { "endless in width",
    STYLE ("<xsl:template match=\"/\"><html><xsl:for-each select=\"//*\"><xsl:for-each select=\"//*\">"
           "<xsl:for-each select=\"//*\"><xsl:for-each select=\"//*\"><p>x</p></xsl:for-each></xsl:for-each>"
           "</xsl:for-each></xsl:for-each></html></xsl:template>"),
    "come to an end" },
  { "endless in a sum", DOES ("<xsl:value-of select=\"count(//*[count(//*[count(//*[count(//*) &gt; 1]) &gt; 1]) &gt; 1])\"/>"),
    "come to an end" },
  { "a text that doubles", STYLE ("<xsl:template match=\"/\"><html><xsl:call-template name=\"d\">"
                                  "<xsl:with-param name=\"s\" select=\"'xxxxxxxxxxxxxxxx'\"/></xsl:call-template></html>"
                                  "</xsl:template><xsl:template name=\"d\"><xsl:param name=\"s\"/>"
                                  "<xsl:call-template name=\"d\"><xsl:with-param name=\"s\" select=\"concat($s, $s)\"/>"
                                  "</xsl:call-template></xsl:template>"),
    "too much memory" },
  { "a tree that doubles", STYLE ("<xsl:template match=\"/\"><html><xsl:call-template name=\"d\">"
                                  "<xsl:with-param name=\"s\"><p>x</p></xsl:with-param></xsl:call-template></html>"
                                  "</xsl:template><xsl:template name=\"d\"><xsl:param name=\"s\"/>"
                                  "<xsl:call-template name=\"d\"><xsl:with-param name=\"s\"><xsl:copy-of select=\"$s\"/>"
                                  "<xsl:copy-of select=\"$s\"/></xsl:with-param></xsl:call-template></xsl:template>"),
    "too much memory" },
  { "copies of the page", STYLE ("<xsl:template match=\"/\"><html><xsl:for-each select=\"//*\"><xsl:for-each select=\"//*\">"
                                 "<xsl:for-each select=\"//*\"><xsl:copy-of select=\"/\"/></xsl:for-each></xsl:for-each>"
                                 "</xsl:for-each></html></xsl:template>"),
    "" },
  { "include from disk", STYLE ("<xsl:include href=\"/etc/passwd\"/>"), "" },
  { "include from above", STYLE ("<xsl:include href=\"../../secret.xsl\"/>"), "" },
  { "include by address", STYLE ("<xsl:include href=\"file:///etc/passwd\"/>"), "" },
  { "import from a server", STYLE ("<xsl:import href=\"http://127.0.0.1:9/x.xsl\"/>"), "" },
  { "imports itself", STYLE ("<xsl:import href=\"hostile.xsl\"/>"), "" },
  { "entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" DOES ("&e;"), "document type" },
  { "not XML", "{ }", "line 1" },
  { "wrong path", DOES ("<xsl:value-of select=\"a[\"/>"), "line" },
  { "unknown template", DOES ("<xsl:call-template name=\"nowhere\"/>"), "nowhere" },
  { "stops itself", DOES ("<xsl:message terminate=\"yes\">no more</xsl:message>"), "no more" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GError) error = NULL;
      write_own ("hostile", hostile[i].template);
      g_autoptr (GBytes) html = page_with ("hostile", &error);
      g_test_message ("%s: %s", hostile[i].what, error ? error->message : "taken");
      g_assert_null (html);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "“hostile”"));
      g_assert_nonnull (strstr (error->message, hostile[i].says));
      g_assert_null (strchr (error->message, '\n'));
    }
}

/* Few steps with little memory, each of them long: only the clock stops it. */
static void
test_slow (void)
{
  guint usual = lectern_template_budget_seconds;
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autofree char *template = g_strdup_printf (
      STYLE ("<xsl:template match=\"/\"><html><xsl:for-each select=\"//*\"><xsl:for-each select=\"//*\">"
             "<xsl:if test=\"translate('%s', '%s', '') = 'y'\"><p>y</p></xsl:if>"
             "</xsl:for-each></xsl:for-each></html></xsl:template>"), text, "abcdefghijklmnopqrstuvwyz0123456789");
  g_autoptr (GError) error = NULL;
  write_own ("hostile", template);
  lectern_template_budget_seconds = 1;
  g_autoptr (GBytes) html = page_with ("hostile", &error);
  lectern_template_budget_seconds = usual;
  g_assert_null (html);
  g_assert_nonnull (strstr (error->message, "it takes too long"));
}

/* Whoever waits for it may give up. */
static void
test_stopped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_cancellable_push_current (cancellable);
  g_autoptr (GBytes) html = page_with ("table", &error);
  g_cancellable_pop_current (cancellable);
  g_assert_null (html);
  g_assert_nonnull (strstr (error->message, "it was stopped"));
}

/* What asks for files gets nothing, and the page says nothing of them. */
static void
test_locked_in (void)
{
  g_autofree char *folder = lectern_template_folder ();
  g_autofree char *secret = g_build_filename (folder, "secret.xml", NULL);
  g_autofree char *written = g_build_filename (folder, "written.xml", NULL);
  const char *reads[] = { "<xsl:copy-of select=\"document('%s')\"/>", "<xsl:copy-of select=\"document('secret.xml')\"/>",
                          "<xsl:copy-of select=\"document('file://%s')\"/>",
                          "<xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/>" };
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (secret, "<secret>the password</secret>", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      g_auto (GStrv) parts = g_strsplit (reads[i], "%s", 2);
      g_autofree char *code = g_strjoinv (secret, parts);
      g_autofree char *template = g_strdup_printf (
          STYLE ("<xsl:template match=\"/\"><html><body><p>here: %s</p></body></html></xsl:template>"), code);
      g_autoptr (GError) error = NULL;
      write_own ("hostile", template);
      g_autoptr (GBytes) html = page_with ("hostile", &error);
      g_assert_true (html != NULL || error != NULL);
      if (html)
        out_fixture_assert_lacks (html, "password");
    }
  g_autofree char *template = g_strdup_printf (
      STYLE ("<xsl:template match=\"/\"><html><body><exsl:document href=\"%s\"><x/></exsl:document>"
             "</body></html></xsl:template>"), written);
  write_own ("hostile", template);
  g_autoptr (GBytes) html = page_with ("hostile", NULL);
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
}

static void
test_missing (void)
{
  static const char *const names[] = { "nowhere", "../table", "/etc/passwd", ".hidden", "" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) html = page_with (names[i], &error);
      g_assert_error (error, LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_MISSING);
      g_assert_null (html);
    }
}

/* Whatever colour is chosen, text in it can be read; and who chose is told. */
static void
test_accent (void)
{
  gboolean mended;
  g_autofree char *dark_blue = lectern_look_accent ("#003366", FALSE, &mended);
  g_assert_cmpstr (dark_blue, ==, "#003366");
  g_assert_false (mended);
  g_autofree char *yellow = lectern_look_accent ("#ffee00", FALSE, &mended);
  g_assert_true (mended);
  g_assert_cmpstr (yellow, !=, "#ffee00");
  g_autofree char *in_dark = lectern_look_accent ("#ffee00", TRUE, &mended);
  g_assert_false (mended);
  g_autofree char *none = lectern_look_accent ("red", FALSE, &mended);
  g_assert_cmpstr (none, ==, "#0a5299");
}

/* The value of "--@name" in @style. */
static LecternColour
colour_of (const char *style, const char *name)
{
  g_autofree char *key = g_strdup_printf ("--%s:", name);
  const char *at = strstr (style, key);
  g_assert_nonnull (at);
  g_autofree char *value = g_strndup (at + strlen (key), strcspn (at + strlen (key), ";}"));
  if (strlen (value) == 4) /* "#rgb" */
    {
      char digits[] = { '#', value[1], value[1], value[2], value[2], value[3], value[3], '\0' };
      g_free (value);
      value = g_strdup (digits);
    }
  LecternColour colour;
  g_assert_true (lectern_colour_parse (value, &colour));
  return colour;
}

/* Every colour of words can be read on every ground, on light and dark pages, whatever accent was chosen
   (WCAG 2.2, 1.4.3). */
static void
test_contrast (void)
{
  static const char *const accents[] = { NULL, "#ffee00", "#003366", "#ffffff", "#000000", "#767676" };
  static const char *const words[] = { "ink", "soft", "link", "warn" }, *const grounds[] = { "ground", "panel" };
  guint pairs = 0;
  for (guint i = 0; i < G_N_ELEMENTS (accents) * 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternProgramme) p = out_fixture_programme ();
      p->details = lectern_details_new ();
      p->details->look.accent = g_strdup (accents[i / 2]);
      g_autoptr (GBytes) html = lectern_html_write (p, "en", NULL, LECTERN_HTML_PAGE, &error);
      g_assert_no_error (error);
      g_autofree char *page = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
      const char *style = strstr (page, i % 2 == 0 ? ":root{" : "prefers-color-scheme:dark");
      g_assert_nonnull (style);
      for (guint k = 0; k < G_N_ELEMENTS (words) * G_N_ELEMENTS (grounds); k++, pairs++)
        g_assert_cmpfloat (lectern_colour_contrast (colour_of (style, words[k / 2]), colour_of (style, grounds[k % 2])), >=,
                           4.5);
    }
  g_assert_cmpuint (pairs, ==, 96);
}

/* A publication may still be planned on a thread of its own while the program ends: ours are there
   until the very end, after everything that other files' destructors take down. */
__attribute__ ((destructor (101))) static void
ours_at_the_end (void)
{
  if (!lectern_template_is_ours ("table"))
    {
      fputs ("The template “table” is gone before the program.\n", stderr);
      _exit (1);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("lectern-templates-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/ours", test_ours);
  g_test_add_func ("/template/own", test_own);
  g_test_add_func ("/template/hostile", test_hostile);
  g_test_add_func ("/template/slow", test_slow);
  g_test_add_func ("/template/stopped", test_stopped);
  g_test_add_func ("/template/locked-in", test_locked_in);
  g_test_add_func ("/template/missing", test_missing);
  g_test_add_func ("/template/accent", test_accent);
  g_test_add_func ("/template/contrast", test_contrast);
  int result = g_test_run ();
  out_fixture_clean ();
  g_autofree char *folder = lectern_template_folder ();
  static const char *const files[] = { "mine.xsl", "hostile.xsl", "secret.xml" };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_unlink (path);
    }
  g_autofree char *above = g_path_get_dirname (folder);
  g_rmdir (folder);
  g_rmdir (above);
  g_rmdir (data);
  return result;
}
