/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "lectern-exchange-error.h"
#include "lectern-json-guard.h"

#include <string.h>

static gboolean
good (const char *text)
{
  return lectern_json_guard (text, strlen (text), NULL);
}

static void
test_valid (void)
{
  const char *const texts[] = {
    "{}",   "[]",       " [1, -0, 2.5e-3] ", "\"a\"",          "null\n",
    "true", "{\"\":0}", "[\"\\u0000\\n\"]",  "\xef\xbb\xbf{}", "{\"a\":[{\"b\":[]}],\"a\":1}"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (good (texts[i]));
}

static void
test_invalid (void)
{
  const char *const texts[] = {
    "",           " ",    "{",     "[1,]",     "[1 2]",      "{\"a\"}",     "{\"a\":}",
    "{a:1}",      "[01]", "[1.]",  "[+1]",     "[.5]",       "[1e]",        "[nul]",
    "[True]",     "{} x", "['a']", "[\"\t\"]", "[\"\\x\"]",  "[\"\\u12\"]", "[\"a]",
    "{\"a\":1,}", "[}",   "]",     "[\xff]",   "[\"\xc3\"]", "[1]]",        "{\"a\":1 \"b\":2}"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (good (texts[i]))
      g_error ("accepted: %s", texts[i]);
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (lectern_json_guard ("[\n1,\n2,,\n3]", 11, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL), wide = g_string_new ("[");
  g_autoptr (GError) error = NULL, too_wide = NULL;
  for (guint i = 0; i < LECTERN_JSON_MAX_DEPTH; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < LECTERN_JSON_MAX_DEPTH; i++)
    g_string_append_c (deep, ']');
  g_assert_true (good (deep->str));
  g_string_prepend_c (deep, '[');
  g_string_append_c (deep, ']');
  g_assert_false (lectern_json_guard (deep->str, deep->len, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
  for (guint i = 0; i <= LECTERN_JSON_MAX_COST / 8; i++)
    g_string_append (wide, "{},");
  g_string_append (wide, "0]");
  g_assert_false (lectern_json_guard (wide->str, wide->len, &too_wide));
  g_assert_error (too_wide, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
  g_autofree char *filling = g_strnfill (LECTERN_JSON_MAX_STRING, 'x');
  g_autofree char *longer = g_strdup_printf ("[\"%s\"]", filling);
  g_assert_false (good (longer));
}

/* The public suite: y_ must be accepted, n_ must be refused, i_ may go either way. */
static void
test_suite (void)
{
  g_autofree char *shared = exchange_shared_data ();
  g_autofree char *folder
      = shared != NULL ? g_build_filename (shared, "hostile", "JSONTestSuite", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  guint judged = 0;
  if (dir == NULL)
    {
      g_test_skip ("the public suite of JSON files is not there");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *data = NULL;
      gsize length;
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      gboolean accepted = lectern_json_guard (data, length, NULL);
      if ((*name == 'y' && !accepted) || (*name == 'n' && accepted))
        g_error ("%s was judged wrongly", name);
      judged++;
    }
  g_assert_cmpuint (judged, >=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/valid", test_valid);
  g_test_add_func ("/json-guard/invalid", test_invalid);
  g_test_add_func ("/json-guard/place", test_place);
  g_test_add_func ("/json-guard/limits", test_limits);
  g_test_add_func ("/json-guard/suite", test_suite);
  return g_test_run ();
}
