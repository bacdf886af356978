/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two texts have in common: given cases, and properties of random texts.
 */
#include "lectern-common.h"

#include <string.h>

/* "same [-gone-] {+new+}" */
static char *
shown (GPtrArray *words)
{
  static const char *const open[] = { "", "[-", "{+" }, *const close[] = { "", "-]", "+}" };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    {
      const LecternWords *run = g_ptr_array_index (words, i);
      g_string_append_printf (text, "%s%s%s", open[run->change], run->text, close[run->change]);
    }
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const char *const cases[][3] = {
    { "", "", "" },
    { "", "one two", "{+one two+}" },
    { "one two", "", "[-one two-]" },
    { "Die Tagung ist kostenlos.", "Die Konferenz ist kostenlos.", "Die [-Tagung -]{+Konferenz +}ist kostenlos." },
    { "an.\nbis zum 29. Mai an.\nEnde", "an.\nbis zum 3. Juni an.\nEnde", "an.\nbis zum [-29. Mai -]{+3. Juni +}an.\nEnde" },
    { "a b c", "a  b   c", "a  b   c" }, /* space alone is no change */
    { "a\nb\nc\n", "a\nc\n", "a\n[-b\n-]c\n" },
    { "Saal Å, Geleen", "Saal Ä, Geleen", "Saal [-Å, -]{+Ä, +}Geleen" },
    { "x y z", "p q", "[-x y z-]{+p q+}" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) words = lectern_words_compare (cases[i][0], cases[i][1]);
      g_autofree char *text = shown (words);
      g_assert_cmpstr (text, ==, cases[i][2]);
    }
}

static char *
random_text (GRand *random, GString *words)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, 14);
  g_string_truncate (words, 0);
  for (guint i = 0; i < n; i++)
    {
      char word = 'a' + g_rand_int_range (random, 0, 4);
      g_string_append_c (text, word);
      g_string_append_c (words, word);
      g_string_append (text, g_rand_int_range (random, 0, 3) == 0 ? "\n" : " ");
    }
  return g_string_free (text, FALSE);
}

static char *
words_of (GPtrArray *runs, LecternWordsChange change, gboolean spaces)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      const LecternWords *run = g_ptr_array_index (runs, i);
      for (const char *at = run->text; *at != '\0' && (run->change == LECTERN_WORDS_SAME || run->change == change); at++)
        if (spaces || !g_ascii_isspace (*at))
          g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}

/* The longest common subsequence by trying everything. */
static guint
longest (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return 0;
  if (*a == *b)
    return 1 + longest (a + 1, b + 1);
  return MAX (longest (a + 1, b), longest (a, b + 1));
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260617);
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  guint changed = 0, same = 0, several = 0;
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *before = random_text (random, a), *after = random_text (random, b);
      g_autoptr (GPtrArray) runs = lectern_words_compare (before, after);
      g_autofree char *of_after = words_of (runs, LECTERN_WORDS_NEW, TRUE);
      g_autofree char *of_before = words_of (runs, LECTERN_WORDS_GONE, FALSE);
      g_assert_cmpstr (of_after, ==, after);
      g_assert_cmpstr (of_before, ==, a->str);
      for (guint j = 1; j < runs->len; j++)
        g_assert_cmpint (((LecternWords *) runs->pdata[j])->change, !=, ((LecternWords *) runs->pdata[j - 1])->change);
      changed += strcmp (a->str, b->str) != 0;
      same += runs->len == 1;
      several += runs->len > 4;
    }
  g_assert_cmpuint (changed, >, 3000);
  g_assert_cmpuint (same, >, 20);
  g_assert_cmpuint (several, >, 1000);
}

static void
test_longest (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  guint in_common = 0;
  for (guint i = 0; i < 500; i++)
    {
      char a[8] = "", b[8] = "";
      const char *x[7], *y[7], *letters[] = { "a", "b", "c" };
      guint n = g_rand_int_range (random, 0, 8), m = g_rand_int_range (random, 0, 8), found = 0, last = 0;
      for (guint j = 0; j < n; j++)
        x[j] = letters[g_rand_int_range (random, 0, 3)], a[j] = *x[j];
      for (guint j = 0; j < m; j++)
        y[j] = letters[g_rand_int_range (random, 0, 3)], b[j] = *y[j];
      g_autofree guint *partners = lectern_common_sequence (x, n, y, m);
      for (guint j = 0; j < n; j++)
        if (partners[j] != LECTERN_COMMON_NONE)
          {
            g_assert_cmpstr (x[j], ==, y[partners[j]]);
            g_assert_true (found == 0 || partners[j] > last);
            last = partners[j];
            found++;
          }
      g_assert_cmpuint (found, ==, longest (a, b));
      in_common += found;
    }
  g_assert_cmpuint (in_common, >, 500);
}

/* Too much to compare: said to be all different, not waited for. */
static void
test_large (void)
{
  enum { N = 70000 };
  g_autoptr (GPtrArray) a = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) b = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N; i++)
    {
      gboolean edge = i < 10 || i >= N - 10;
      g_ptr_array_add (a, g_strdup_printf ("%u", i));
      g_ptr_array_add (b, g_strdup_printf ("%u", edge ? i : i ^ 1));
    }
  g_autofree guint *partners = lectern_common_sequence ((const char *const *) a->pdata, N, (const char *const *) b->pdata, N);
  guint paired = 0;
  for (guint i = 0; i < N; i++)
    paired += partners[i] != LECTERN_COMMON_NONE;
  g_assert_cmpuint (paired, ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/common/words", test_words);
  g_test_add_func ("/common/random", test_random);
  g_test_add_func ("/common/longest", test_longest);
  g_test_add_func ("/common/large", test_large);
  return g_test_run ();
}
