/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates that stand in texts of several languages.
 */
#include "lectern-text-dates.h"

static void
check (const char *text, const char *expected)
{
  g_autoptr (GArray) dates = lectern_text_dates (text);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < dates->len; i++)
    {
      const LecternTextDate *date = &g_array_index (dates, LecternTextDate, i);
      g_string_append_printf (found, "%s%d.%d.%d/%d[%.*s]", i > 0 ? " " : "", date->day, date->month, date->year,
                              date->weekday, (int) date->length, text + date->at);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_forms (void)
{
  check ("", "");
  check ("Join us on Wednesday, 17 June 2026 in Maastricht.", "17.6.2026/3[Wednesday, 17 June 2026]");
  check ("Am 17. und 18. Juni 2026", "17.6.2026/0[17] 18.6.2026/0[18. Juni 2026]");
  check ("17–18 June", "17.6.0/0[17] 18.6.0/0[18 June]");
  check ("Onsdagen den 17 juni", "17.6.0/0[17 juni]");
  check ("onsdag den 17 juni", "17.6.0/3[onsdag den 17 juni]");
  check ("June 17, 2026", "17.6.2026/0[June 17, 2026]");
  check ("Mi 17.06.2026 and 2026-06-18", "17.6.2026/3[Mi 17.06.2026] 18.6.2026/0[2026-06-18]");
  check ("le 17 juin 2026", "17.6.2026/0[17 juin 2026]");
  check ("See you on Thursday!", "0.0.0/4[Thursday]");
}

/* "mar" is Tuesday and March, "ma" Monday in Dutch and Tuesday in French. */
static void
test_ambiguous (void)
{
  check ("mar 16 juin 2026", "16.6.2026/2[mar 16 juin 2026]");
  check ("mar. 16 juin 2026", "16.6.2026/2[mar. 16 juin 2026]");
  check ("mar 16/06/2026", "16.6.2026/2[mar 16/06/2026]");
  check ("mar 16, 2026", "16.3.2026/0[mar 16, 2026]");
  check ("Ma 16 juin 2026", "16.6.2026/0[16 juin 2026]");
  check ("Fr 19.06.2026", "19.6.2026/5[Fr 19.06.2026]");
}

static void
test_none (void)
{
  check ("It may rain, sessions 3.4.5 and 2026 people", "");
  check ("Room 17, 9.40-10.25", "");
  check ("son mar sam", "");
}

static void
test_iso (void)
{
  LecternTextDate date = { .day = 30, .month = 2 };
  g_assert_null (lectern_text_date_iso (&date, 2026));
  date.month = 6;
  g_autofree char *iso = lectern_text_date_iso (&date, 2026);
  g_assert_cmpstr (iso, ==, "2026-06-30");
  date.year = 2027;
  g_autofree char *own = lectern_text_date_iso (&date, 2026);
  g_assert_cmpstr (own, ==, "2027-06-30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-dates/forms", test_forms);
  g_test_add_func ("/text-dates/ambiguous", test_ambiguous);
  g_test_add_func ("/text-dates/none", test_none);
  g_test_add_func ("/text-dates/iso", test_iso);
  return g_test_run ();
}
