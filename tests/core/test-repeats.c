/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-repeats.h"

static void
test_words (void)
{
  static const struct
  {
    const char *rule;
    const char *words;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "FREQ=DAILY", "every day" },
    { "FREQ=WEEKLY;COUNT=3", "every week, 3 times" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5 EXDATE:20260617", "every 2 weeks on Mon, Wed, 5 times, 1 exception" },
    { "FREQ=MONTHLY;UNTIL=20260703T220000Z;WKST=MO", "every month, until Fri 3 July 2026" },
    { "FREQ=YEARLY;BYMONTH=6;BYDAY=-1SU", "every year, BYMONTH=6, BYDAY=-1SU" },
    { "FREQ=DAILY;UNTIL=soon", "every day, until soon" },
    { "FREQ=HOURLY;COUNT=4", "FREQ=HOURLY;COUNT=4" },
    { "RDATE;VALUE=DATE:20260617,20260618", "2 further dates" },
    { "FREQ=DAILY;COUNT=1;INTERVAL=99999999999", "every 1000 days, 1 time" },
    { "nonsense; =", "nonsense;, =" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lectern_repeats_in_words (cases[i].rule);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Whatever a calendar brings: words or itself, never a crash. */
static void
test_random (void)
{
  static const char letters[] = "FREQ=DAILYW;,: COUNTBY1290%s";
  GRand *rand = g_rand_new_with_seed (1);
  guint said = 0;
  for (guint round = 0; round < 5000; round++)
    {
      char rule[41] = { 0 };
      for (guint i = 0; i < 40; i++)
        rule[i] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      g_autofree char *words = lectern_repeats_in_words (rule);
      said += *words != '\0';
      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
  g_assert_cmpuint (said, >, 4990);
  g_rand_free (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeats/words", test_words);
  g_test_add_func ("/repeats/random", test_random);
  return g_test_run ();
}
