/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-position.h"

#include <string.h>

static void
assert_key (const char *key)
{
  gsize length = strlen (key);
  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (strspn (key, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS), ==, length);
  g_assert_cmpint (key[length - 1], !=, '0');
}

static void
assert_between (const char *before, const char *key, const char *after)
{
  assert_key (key);
  if (before != NULL)
    g_assert_cmpstr (before, <, key);
  if (after != NULL)
    g_assert_cmpstr (key, <, after);
}

static void
test_ends (void)
{
  g_autofree char *last = lectern_position_between (NULL, NULL);
  g_autofree char *first = g_strdup (last);
  for (int i = 0; i < 10000; i++)
    {
      char *next = lectern_position_between (last, NULL);
      assert_between (last, next, NULL);
      g_free (last);
      last = next;
      next = lectern_position_between (NULL, first);
      assert_between (NULL, next, first);
      g_free (first);
      first = next;
    }
  /* A list that only grows keeps short keys. */
  g_assert_cmpuint (strlen (last), <=, 7);
  g_assert_cmpuint (strlen (first), <=, 7);
}

static void
test_same_place (void)
{
  g_autofree char *low = g_strdup ("V");
  g_autofree char *high = lectern_position_between (low, NULL);
  for (int i = 0; i < 500; i++)
    {
      char *middle = lectern_position_between (low, high);
      assert_between (low, middle, high);
      char **replaced = i % 3 ? &low : &high;
      g_free (*replaced);
      *replaced = middle;
    }
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < 3000; i++)
    {
      guint at = g_test_rand_int_range (0, keys->len + 1);
      const char *before = at > 0 ? keys->pdata[at - 1] : NULL;
      const char *after = at < keys->len ? keys->pdata[at] : NULL;
      char *key = lectern_position_between (before, after);
      assert_between (before, key, after);
      g_ptr_array_insert (keys, at, key);
    }
}

static void
test_series (void)
{
  static const guint sizes[] = { 0, 1, 2, 61, 62, 63, 1000, 100000 };
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (GStrv) keys = lectern_position_series (sizes[s]);
      g_assert_cmpuint (g_strv_length (keys), ==, sizes[s]);
      for (guint i = 0; i < sizes[s]; i++)
        {
          assert_between (i > 0 ? keys[i - 1] : NULL, keys[i], NULL);
          g_assert_cmpuint (strlen (keys[i]), <=, 3);
        }
    }
}

/* Keys of another program or a damaged file: an answer, and after @before. */
static void
test_foreign (void)
{
  static const char *const pairs[][2]
      = { { "b", "a" },  { "V", "V" },    { "V", "V0" },   { "V", "V00" },
          { "a", "a!" }, { "~", NULL },   { NULL, "000" }, { "", "" },
          { "-", "!" },  { "zzz", NULL }, { NULL, "0001" } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *key = lectern_position_between (pairs[i][0], pairs[i][1]);
      assert_key (key);
    }
  g_autofree char *after = lectern_position_between ("b", "a");
  g_assert_cmpstr (after, >, "b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position/ends", test_ends);
  g_test_add_func ("/position/same-place", test_same_place);
  g_test_add_func ("/position/random", test_random);
  g_test_add_func ("/position/series", test_series);
  g_test_add_func ("/position/foreign", test_foreign);
  return g_test_run ();
}
