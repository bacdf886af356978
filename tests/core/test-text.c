/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-text.h"

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "", "" },
    { "Final Conference 2026", "final conference 2026" },
    { "Straße GROẞ", "strasse gross" },
    { "Łódź", "lodz" },
    { "Ørsted, Øresund", "orsted, oresund" },
    { "Đorđe", "dorde" },
    { "Åsa Öberg", "asa oberg" },
    { "A\u030asa", "asa" }, /* decomposed */
    { "Σίσυφος", "σισυφοσ" },
    { "İstanbul ılık", "istanbul ilik" },
    { "ﬁnale", "finale" },
    { "Ｗｉｄｅ", "wide" },
    { "Žižek ČŠ", "zizek cs" },
    { "Ærø", "aero" },
    { "Київ й", "киів и" }, /* the breve of й is a mark like any other */
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = lectern_text_fold (cases[i].text);
      g_autofree char *again = lectern_text_fold (folded);
      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_append (void)
{
  g_autoptr (GString) out = g_string_new ("Keep ");
  lectern_text_fold_append (out, "This ÄND");
  lectern_text_fold_append (out, " that");
  g_assert_cmpstr (out->str, ==, "Keep this and that");
}

static void
test_not_utf8 (void)
{
  g_autofree char *folded = lectern_text_fold ("Caf\xe9 \xff\xc3");
  g_assert_cmpstr (folded, ==, "caf ");
}

/* Folding is linear: a long text goes through the same steps as a short one. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  while (text->len < 2 * 1024 * 1024)
    g_string_append (text, "Plain words, and sometimes Größe. ");
  g_autofree char *folded = lectern_text_fold (text->str);
  g_assert_true (g_str_has_prefix (folded, "plain words, and sometimes grosse. plain"));
  g_assert_true (g_str_has_suffix (folded, "grosse. "));
}

static void
test_language (void)
{
  static const char *const good[] = { "de", "sr-Latn", "de-AT", "es-419", "zh-Hant-TW", "fil", "ca-valencia", "de-1996" };
  static const char *const bad[] = { "", "d", "german", "de_DE", "de-", "-de", "de--AT", "d3", "de-A", "de AT", "x-klingon" };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lectern_language_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lectern_language_is_valid (bad[i]));
  g_assert_false (lectern_language_is_valid (NULL));
}

static void
test_language_name (void)
{
  g_autofree char *german = lectern_language_name ("de");
  g_autofree char *austrian = lectern_language_name ("de-AT");
  g_autofree char *unknown = lectern_language_name ("tlh");
  g_assert_cmpstr (german, ==, "German");
  g_assert_cmpstr (austrian, ==, "German (AT)");
  g_assert_cmpstr (unknown, ==, "tlh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/append", test_append);
  g_test_add_func ("/text/not-utf8", test_not_utf8);
  g_test_add_func ("/text/long", test_long);
  g_test_add_func ("/text/language", test_language);
  g_test_add_func ("/text/language-name", test_language_name);
  return g_test_run ();
}
