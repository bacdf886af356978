/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-time.h"

#include <locale.h>

static void
test_parse (void)
{
  static const struct { const char *text; int minutes; } cases[] = {
    { "9.40", 580 },      { "9:40", 580 },    { "09:40", 580 },    { "9h40", 580 },
    { "0940", 580 },      { "940", 580 },     { "9", 540 },        { "9h", 540 },
    { "9:40 Uhr", 580 },  { " 9.40 ", 580 },  { "kl. 9.40", 580 }, { "9:40:00", 580 },
    { "24:30", 1470 },    { "1:30+1", 1530 }, { "1.30 +1", 1530 }, { "0:00", 0 },
    { "47:59", 2879 },    { "9:40 am", 580 }, { "9:40 pm", 1300 }, { "12:00 am", 0 },
    { "12 pm", 720 },     { "9 h", -1 },      { "48:00", -1 },     { "9:60", -1 },
    { "9:4", -1 },        { "", -1 },         { "x", -1 },         { "9:40x", -1 },
    { "12345", -1 },      { "-9:40", -1 },    { "13 pm", -1 },     { "25:00+1", -1 },
    { "9 Uhr 40", 580 },  { "um 9 Uhr", 540 }, { "9u40", 580 },     { "2 p.m.", 840 },
    { "9 Uhr 4", -1 },    { "kl 9.40", 580 }, { "9.40 uur", 580 }, { "9\u00a0Uhr\u00a040", 580 },
    { "9:40+45", -1 },    { "9:40+10", -1 },  { "2026-06-17", -1 }, { "9.", -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (lectern_time_parse (cases[i].text), ==, cases[i].minutes);
    }
  g_assert_cmpint (lectern_time_parse (NULL), ==, -1);
}

static void
test_range (void)
{
  static const struct { const char *text; int start, end; } cases[] = {
    { "9.40–10:25", 580, 625 }, { "9:40 - 10.25", 580, 625 }, { "9:40+45", 580, 625 },
    { "9-10", 540, 600 },       { "22:00–1:00", 1320, 1500 }, { "0940-1025", 580, 625 },
    { "9:40", 580, -1 },        { "1:30+1", 1530, -1 },       { "23:00–25:30", 1380, 1530 },
    { "9h40 — 10h25", 580, 625 }, { "9 bis 10 Uhr", 540, 600 }, { "2–3 pm", 840, 900 }, { "11-1 pm", 660, 780 },
    { "von 9:40 bis 10:25 Uhr", 580, 625 }, { "9:40 to 10:25", 580, 625 }, { "9:40 + 45 min", 580, 625 },
  };
  static const char *const none[] = { "", "x", "2026-06-17", "9–9", "9:40–", "–10", "9+", "9+0", "9+x", "9-10-11" };
  int start = 7, end = 8;
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_assert_false (lectern_time_range_parse (none[i], &start, &end));
      g_assert_cmpint (start, ==, 7);
      g_assert_cmpint (end, ==, 8);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (lectern_time_range_parse (cases[i].text, &start, &end));
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (end, ==, cases[i].end);
    }
}

static void
test_typed (void)
{
  const struct
  {
    const char *text;
    int day_start;
    gboolean right;
    int start, duration;
  } cases[] = {
    { "14.00–15.30", 240, TRUE, 840, 90 }, { "14:00-15:30", 240, TRUE, 840, 90 }, { "14h", 240, TRUE, 840, 30 },
    { "1400", 240, TRUE, 840, 30 },        { "9:40+45", 240, TRUE, 580, 45 },     { "+45", 240, TRUE, 600, 45 },
    { "", 240, TRUE, -1, 30 },             { "22:00-1:00", 240, TRUE, 1320, 180 }, { "1:30", 240, TRUE, 1530, 30 },
    { "1:30-2:15", 240, TRUE, 1530, 45 },  { "1:30", -1, TRUE, 90, 30 },          { "3 o'clock", 240, FALSE, 600, 30 },
    { "+", 240, FALSE, 600, 30 },          { "+0", 240, FALSE, 600, 30 },         { "25:99", 240, FALSE, 600, 30 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int start = 600;
      int duration = 30;
      gboolean right = lectern_time_typed_parse (cases[i].text, cases[i].day_start, &start, &duration, &error);
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (right, ==, cases[i].right);
      g_assert_cmpint (error == NULL, ==, right);
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (duration, ==, cases[i].duration);
    }
}

static void
test_scan (void)
{
  static const struct
  {
    const char *text;
    int start, end;
    const char *rest;
  } cases[] = { { "9:40–10:25 Welcome", 580, 625, " Welcome" },  { "9.30\tRegistration", 570, -1, "\tRegistration" },
                { "14h-15h Visit", 840, 900, " Visit" },         { "0900-0930 Coffee", 540, 570, " Coffee" },
                { "9 Uhr 40 Kaffee", 580, -1, " Kaffee" },       { "9–10 Uhr: Kaffee", 540, 600, ": Kaffee" },
                { "2 pm: visit", 840, -1, ": visit" },           { "9:40 + 45 min Talk", 580, 625, " Talk" },
                { "kl. 9.40 Kaffe", 580, -1, " Kaffe" },         { "9:00 to 10:30, Hall", 540, 630, ", Hall" } };
  static const char *const none[] = { "9 talks", "2026 in numbers", "3-4 regions", "12. June", "Talk", "", "9:40th", "1.2.2026", "18.06.2026" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = cases[i].text;
      int start, end;
      g_test_message ("“%s”", at);
      g_assert_true (lectern_time_range_scan (&at, &start, &end));
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (end, ==, cases[i].end);
      g_assert_cmpstr (at, ==, cases[i].rest);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      const char *at = none[i];
      int start = 7, end = 8;
      g_test_message ("“%s”", at);
      g_assert_false (lectern_time_range_scan (&at, &start, &end));
      g_assert_true (at == none[i]);
    }
}

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  assert_takes (lectern_time_format (580), "9:40");
  assert_takes (lectern_time_format (1530), "1:30");
  assert_takes (lectern_time_format_range (580, 1530), "9:40–1:30");
  assert_takes (lectern_time_format_iso (1530), "01:30");
  assert_takes (lectern_duration_format (90), "01:30");
  assert_takes (lectern_duration_format (1500), "25:00");
  assert_takes (lectern_date_format ("2026-06-17"), "Wed 17 June 2026");
  assert_takes (lectern_date_format_short ("2026-06-17"), "Wed 17");
  assert_takes (lectern_date_format ("nonsense"), "nonsense");
  assert_takes (lectern_date_format_span ("2026-06-17", "2026-06-18"), "17–18 June 2026");
  assert_takes (lectern_date_format_span ("2026-06-17", NULL), "17 June 2026");
  assert_takes (lectern_date_format_span ("2026-06-30", "2026-07-02"), "30 June – 2 July 2026");
  assert_takes (lectern_date_format_span ("2026-12-31", "2027-01-01"),
                "31 December 2026 – 1 January 2027");
}

static void
test_locales (void)
{
  static const struct { const char *locale, *time, *date; } cases[] = {
    { "sv_SE.UTF-8", "09.40", "ons 17 juni 2026" },
    { "de_DE.UTF-8", "9:40", "Mi 17. Juni 2026" },
    { "fr_FR.UTF-8", "9h40", "mer. 17 juin 2026" },
    { "en_GB.UTF-8", "9:40", "Wed 17 June 2026" },
  };
  guint tried = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (setlocale (LC_TIME, cases[i].locale) == NULL)
        continue;
      tried++;
      assert_takes (lectern_time_format (580), cases[i].time);
      assert_takes (lectern_date_format ("2026-06-17"), cases[i].date);
    }
  setlocale (LC_TIME, "C");
  if (tried == 0)
    g_test_skip ("the sources of locales are not installed (package locales)");
  else
    g_assert_cmpuint (tried, ==, G_N_ELEMENTS (cases));
}

static void
test_languages (void)
{
  static const struct { const char *language, *date, *span; } cases[] = {
    { "en", "Wednesday 17 June 2026", "17–18 June 2026" },
    { "de", "Mittwoch 17. Juni 2026", "17.–18. Juni 2026" },
    { "de-AT", "Mittwoch 17. Juni 2026", "17.–18. Juni 2026" },
    { "sv", "onsdag 17 juni 2026", "17–18 juni 2026" },
    { "fr", "mercredi 17 juin 2026", "17–18 juin 2026" },
    { "nl", "woensdag 17 juni 2026", "17–18 juni 2026" },
    { "it", "mercoledì 17 giugno 2026", "17–18 giugno 2026" },
    { "es", "miércoles 17 de junio de 2026", "17–18 de junio de 2026" },
    { "pl", "środa 17 czerwca 2026", "17–18 czerwca 2026" },
    { "tlh", "Wednesday 17 June 2026", "17–18 June 2026" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_takes (lectern_date_format_in ("2026-06-17", cases[i].language), cases[i].date);
      assert_takes (lectern_date_format_span_in ("2026-06-17", "2026-06-18", cases[i].language),
                    cases[i].span);
    }
  assert_takes (lectern_date_format_in ("2026-05-01", "fr"), "vendredi 1er mai 2026");
}

static void
test_dates (void)
{
  GDate date;
  g_assert_true (lectern_date_is_valid ("2028-02-29"));
  g_assert_false (lectern_date_is_valid ("2026-02-29"));
  g_assert_false (lectern_date_is_valid ("2026-6-17"));
  g_assert_false (lectern_date_is_valid ("17.06.2026"));
  g_assert_false (lectern_date_is_valid ("0000-01-01"));
  g_assert_false (lectern_date_parse (NULL, &date));
  assert_takes (lectern_date_add_days ("2026-02-27", 3), "2026-03-02");
  assert_takes (lectern_date_add_days ("2026-03-02", -3), "2026-02-27");
  g_assert_null (lectern_date_add_days ("x", 1));
  g_assert_cmpint (lectern_date_days_between ("2026-12-30", "2027-01-02"), ==, 3);
  g_assert_cmpint (lectern_date_days_between ("2027-01-02", "2026-12-30"), ==, -3);
  g_autofree char *today = lectern_date_today ();
  g_assert_true (lectern_date_is_valid (today));
}

static void
test_typed_dates (void)
{
  static const char *const same[] = {
    "2026-06-17", "17.06.2026", "17.6.2026", "17. 6. 2026", "17/06/2026", "17-06-2026", "17.06.26",
    "17 June 2026", "17. Juni 2026", "17 juni 2026", "17 juin 2026", "17 giugno 2026",
    "17 de junio de 2026", "17 czerwca 2026", "June 17, 2026", "17th of June 2026", "17 Jun 2026",
    "Wed 17 June 2026", "Mittwoch, 17. Juni 2026", "Mi, 17.06.2026", "2026/06/17", "mer. 17 juin 2026",
  };
  static const char *const none[] = {
    "", "17 June", "06/17/2026", "31.02.2026", "17.06", "17 jui 2026", "17 Foo 2026", "June 2026",
    "17.06.2026.1", "17 June July 2026", "1.2.3", "17.06.12345", "\xff",
  };
  GDate date;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_test_message ("“%s”", same[i]);
      g_assert_true (lectern_date_parse_typed (same[i], &date));
      g_assert_cmpint (g_date_get_year (&date), ==, 2026);
      g_assert_cmpint (g_date_get_month (&date), ==, 6);
      g_assert_cmpint (g_date_get_day (&date), ==, 17);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *one_line = g_strescape (none[i], NULL);
  g_test_message ("%s", one_line);
      g_assert_false (lectern_date_parse_typed (none[i], &date));
    }
  /* "mar" is a weekday in French and a month in many languages. */
  g_assert_true (lectern_date_parse_typed ("mar. 16 juin 2026", &date));
  g_assert_cmpint (g_date_get_month (&date), ==, 6);
  g_assert_true (lectern_date_parse_typed ("mar. 16/06/2026", &date));
  g_assert_cmpint (g_date_get_month (&date), ==, 6);
  g_assert_true (lectern_date_parse_typed ("Mar 16 2026", &date));
  g_assert_cmpint (g_date_get_month (&date), ==, 3);
}

static void
test_zones (void)
{
  static const char *const good[] = { "Europe/Amsterdam", "UTC", "America/Argentina/Ushuaia", "Etc/GMT+5", "+01:00", "-03:30" };
  static const char *const bad[] = { "", "Europe/Nowhere", "XYZ5", "Nonsense", "CET-1CEST,M3.5.0,M10.5.0/3",
                                     "/usr/share/zoneinfo/UTC", "../UTC", "+25:00", "+1", ":UTC", "Europe/../UTC" };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lectern_time_zone_exists (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (lectern_time_zone_exists (bad[i]));
      g_assert_cmpint (lectern_time_instant ("2026-06-17", 0, bad[i], FALSE, NULL), ==, -1);
      g_assert_null (lectern_time_local (0, bad[i], NULL));
    }
  g_assert_false (lectern_time_zone_exists (NULL));
}

static void
assert_instant (const char *date, int minutes, const char *zone, gboolean second, const char *rfc3339,
                gboolean expect_moved)
{
  gboolean moved = !expect_moved;
  gint64 instant = lectern_time_instant (date, minutes, zone, second, &moved);
  assert_takes (lectern_time_format_rfc3339 (instant, zone), rfc3339);
  g_assert_cmpint (moved, ==, expect_moved);
}

static void
test_instants (void)
{
  g_assert_cmpint (lectern_time_instant ("1970-01-01", 0, "UTC", FALSE, NULL), ==, 0);
  g_assert_cmpint (lectern_time_instant ("2026-06-17", 580, "Europe/Amsterdam", FALSE, NULL), ==,
                   G_GINT64_CONSTANT (1781682000000));
  assert_instant ("2026-06-17", 580, "Europe/Amsterdam", FALSE, "2026-06-17T09:40:00+02:00", FALSE);
  assert_instant ("2026-01-17", 580, "Europe/Amsterdam", FALSE, "2026-01-17T09:40:00+01:00", FALSE);
  assert_instant ("2026-06-17", 1530, "Europe/Amsterdam", FALSE, "2026-06-18T01:30:00+02:00", FALSE);
  assert_instant ("2026-06-17", 580, "+01:00", FALSE, "2026-06-17T09:40:00+01:00", FALSE);
  assert_instant ("2026-06-17", 580, "-03:30", FALSE, "2026-06-17T09:40:00-03:30", FALSE);
  assert_instant ("2060-06-17", 580, "Europe/Amsterdam", FALSE, "2060-06-17T09:40:00+02:00", FALSE);
  /* The clock goes back on 25 October 2026 at 3:00 … */
  assert_instant ("2026-10-25", 150, "Europe/Amsterdam", FALSE, "2026-10-25T02:30:00+02:00", FALSE);
  assert_instant ("2026-10-25", 150, "Europe/Amsterdam", TRUE, "2026-10-25T02:30:00+01:00", FALSE);
  assert_instant ("2026-10-25", 180, "Europe/Amsterdam", FALSE, "2026-10-25T03:00:00+01:00", FALSE);
  assert_instant ("2026-10-24", 1440 + 150, "Europe/Amsterdam", TRUE, "2026-10-25T02:30:00+01:00", FALSE);
  assert_instant ("2026-10-24", 150, "Europe/Amsterdam", TRUE, "2026-10-24T02:30:00+02:00", FALSE);
  /* … and forward on 29 March 2026 at 2:00. */
  assert_instant ("2026-03-29", 150, "Europe/Amsterdam", FALSE, "2026-03-29T03:30:00+02:00", TRUE);
  assert_instant ("2026-03-29", 119, "Europe/Amsterdam", FALSE, "2026-03-29T01:59:00+01:00", FALSE);
  assert_instant ("2026-03-29", 180, "Europe/Amsterdam", FALSE, "2026-03-29T03:00:00+02:00", FALSE);
  g_assert_cmpint (lectern_time_instant ("nonsense", 0, "UTC", FALSE, NULL), ==, -1);
}

static void
test_local (void)
{
  int offset = 0;
  gint64 instant = lectern_time_instant ("2026-06-17", 580, "Europe/Amsterdam", FALSE, NULL);
  assert_takes (lectern_time_local (instant, "Europe/Amsterdam", &offset), "2026-06-17T09:40");
  g_assert_cmpint (offset, ==, 7200);
  assert_takes (lectern_time_local (-1, "UTC", NULL), "1969-12-31T23:59");
  assert_takes (lectern_time_format_rfc3339 (-1, "UTC"), "1969-12-31T23:59:59+00:00");
}

static void
test_instant_format (void)
{
  gint64 now = g_get_real_time () / 1000;
  g_autofree char *words = lectern_instant_format (now);
  g_autofree char *yesterday = lectern_instant_format (now - G_GINT64_CONSTANT (36) * 3600000);
  g_assert_true (g_str_has_prefix (words, "today ") || g_str_has_prefix (words, "yesterday "));
  g_assert_false (g_str_has_prefix (yesterday, "today "));
  /* Noon in May in the zone that the tests run in. */
  gint64 may = lectern_time_instant ("2021-05-12", 581, "Europe/Amsterdam", FALSE, NULL);
  assert_takes (lectern_instant_format (may), "12 May 2021 9:41");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/typed", test_typed);
  g_test_add_func ("/time/scan", test_scan);
  g_test_add_func ("/time/range", test_range);
  g_test_add_func ("/time/format", test_format);
  g_test_add_func ("/time/locales", test_locales);
  g_test_add_func ("/time/languages", test_languages);
  g_test_add_func ("/time/dates", test_dates);
  g_test_add_func ("/time/typed-dates", test_typed_dates);
  g_test_add_func ("/time/zones", test_zones);
  g_test_add_func ("/time/instants", test_instants);
  g_test_add_func ("/time/local", test_local);
  g_test_add_func ("/time/instant-format", test_instant_format);
  return g_test_run ();
}
