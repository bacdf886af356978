/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-overlap.h"

static guint
count_by_force (const LecternSpan *spans, guint n, gint64 *minutes)
{
  guint found = 0;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        gint64 both = MIN (spans[i].end, spans[j].end) - MAX (spans[i].start, spans[j].start);
        if (spans[i].key != spans[j].key || spans[i].item == spans[j].item || both <= 0)
          continue;
        found++;
        *minutes += both;
      }
  return found;
}

static void
test_against_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (75);
  guint all = 0;
  for (guint c = 0; c < 2000; c++)
    {
      LecternSpan spans[60];
      guint n = g_rand_int_range (rand, 0, 60);
      for (guint i = 0; i < n; i++)
        {
          spans[i].key = g_rand_int_range (rand, 1, 6);
          spans[i].start = g_rand_int_range (rand, 0, 300);
          spans[i].end = spans[i].start + g_rand_int_range (rand, -5, 60);
          spans[i].item = g_rand_int_range (rand, 0, 50);
        }
      gint64 minutes = 0;
      guint wanted = count_by_force (spans, n, &minutes);
      g_autoptr (GArray) found = lectern_overlaps (spans, n);
      g_assert_cmpuint (found->len, ==, wanted);
      for (guint i = 0; i < found->len; i++)
        minutes -= g_array_index (found, LecternOverlap, i).minutes;
      g_assert_cmpint (minutes, ==, 0);
      all += found->len;
    }
  g_assert_cmpuint (all, >, 2000);
}

/* One that ends when the other begins is no overlap. */
static void
test_neighbours (void)
{
  LecternSpan spans[] = { { 1, 60, 90, 1 }, { 1, 0, 60, 0 }, { 2, 30, 90, 2 } };
  g_autoptr (GArray) found = lectern_overlaps (spans, 3);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlap/against-brute-force", test_against_brute_force);
  g_test_add_func ("/overlap/neighbours", test_neighbours);
  return g_test_run ();
}
