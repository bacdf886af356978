/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * iCalendar: lines, escapes, time zones, and what independent readers make of it.
 */
#include "lectern-calendar-out.h"
#include "lectern-calendar-text.h"
#include "lectern-details.h"
#include "lectern-export.h"
#include "lectern-out.h"
#include "out-fixture.h"

#include <gio/gio.h>
#include <libical/ical.h>
#include <string.h>

/* RFC 5545 §3.1 undone by its words: a line break and one space are nothing. */
static char *
unfold (const char *folded)
{
  GString *out = g_string_new (NULL);
  for (const char *c = folded; *c; c++)
    if (g_str_has_prefix (c, "\r\n "))
      c += 2;
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *c = text; *c; c++)
    if (*c == '\\' && (c[1] == 'n' || c[1] == 'N'))
      g_string_append_c (out, '\n'), c++;
    else if (*c == '\\' && c[1])
      g_string_append_c (out, *++c);
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

static char *
random_text (void)
{
  static const char *const pieces[]
      = { "a", "ö", "漢", "😀", " ", ",", ";", "\\", "\n", "\"", ":", "́", "n", "\t" };
  GString *out = g_string_new (NULL);
  guint length = g_test_rand_int_range (0, 200);
  for (guint i = 0; i < length; i++)
    g_string_append (out, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
test_folding (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autofree char *text = random_text ();
      GString *out = g_string_new (NULL);
      lectern_calendar_text (out, "DESCRIPTION", ";LANGUAGE=de", text);
      if (*text != '\0')
        {
          g_autofree char *line = unfold (out->str);
          g_auto (GStrv) lines = g_strsplit (out->str, "\r\n", -1);
          g_assert_true (g_str_has_suffix (line, "\r\n"));
          line[strlen (line) - 2] = '\0';
          for (guint i = 0; lines[i]; i++)
            {
              g_assert_cmpuint (strlen (lines[i]), <=, 75);
              g_assert_true (g_utf8_validate (lines[i], -1, NULL));
              g_assert_null (strpbrk (lines[i], "\r\n"));
            }
          g_autofree char *back = unescape (line + strlen ("DESCRIPTION;LANGUAGE=de:"));
          g_assert_cmpstr (back, ==, text);
        }
      else
        g_assert_cmpuint (out->len, ==, 0);
      g_string_free (out, TRUE);
    }
}

static GBytes *
write_own (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lectern_calendar_write (p, "en", NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static const char *
value_of (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  return property ? icalproperty_get_value_as_string (property) : NULL;
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *summary)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_strcmp0 (icalcomponent_get_summary (event), summary) == 0)
      return event;
  return NULL;
}

static void
test_libical (void)
{
  g_autoptr (GBytes) bytes = write_own ();
  icalcomponent *calendar = icalparser_parse_string (out_fixture_text (bytes));
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  /* two days, and four sessions with a time */
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 6);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);

  icalcomponent *welcome = find_event (calendar, "Welcome");
  g_assert_cmpstr (value_of (welcome, ICAL_DTSTART_PROPERTY), ==, "20260617T090000");
  g_assert_cmpstr (value_of (welcome, ICAL_DTEND_PROPERTY), ==, "20260617T093000");
  g_assert_cmpint (
      icaltime_as_timet_with_zone (icalcomponent_get_dtstart (welcome),
                                   icaltime_get_timezone (icalcomponent_get_dtstart (welcome))),
      ==, 1781679600);
  g_assert_cmpint (icalcomponent_get_status (welcome), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpstr (icalcomponent_get_location (welcome), ==, "Great hall, Room 2");
  g_assert_nonnull (
      strstr (icalcomponent_get_description (welcome), "second, with; marks\\ and a “quote”"));
  g_assert_nonnull (
      strstr (icalcomponent_get_description (welcome), "Ada Berg (chair), Łukasz Żółć"));

  icalcomponent *talk = find_event (calendar, "Kilns </script><script>alert(1)</script>");
  g_assert_cmpint (icalcomponent_get_status (talk), ==, ICAL_STATUS_TENTATIVE);
  g_assert_null (value_of (talk, ICAL_URL_PROPERTY));
  icalcomponent *dropped = find_event (calendar, "Dropped");
  g_assert_cmpint (icalcomponent_get_status (dropped), ==, ICAL_STATUS_CANCELLED);
  icalcomponent *walk = find_event (calendar, "Night walk");
  g_assert_cmpstr (value_of (walk, ICAL_DTSTART_PROPERTY), ==, "20260618T013000");
  icalcomponent_free (calendar);
}

static void
test_lines (void)
{
  g_autoptr (GBytes) bytes = write_own ();
  g_auto (GStrv) lines = g_strsplit (out_fixture_text (bytes), "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
    }
  g_autoptr (GBytes) again = write_own ();
  g_assert_true (g_bytes_equal (bytes, again));
  out_fixture_assert_lacks (bytes, "ada@private.example");
}

static void
test_python (void)
{
  static const char *const icalendar[] = { "icalendar", NULL };
  static const char *const vobject[] = { "vobject", NULL };
  g_autoptr (GBytes) bytes = write_own ();
  g_autofree char *path = out_fixture_write ("agenda.ics", bytes);
  const char *arguments[] = { path, NULL };
  g_autofree char *one = NULL, *two = NULL;
  if (out_fixture_python (icalendar,
                          "import icalendar, sys\n"
                          "c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
                          "for e in c.walk('VEVENT'):\n"
                          "  assert not e.errors, e.errors\n"
                          "  print(e['SUMMARY'], e['DTSTART'].dt.isoformat())\n", arguments, &one))
    g_assert_nonnull (strstr (one, "Welcome 2026-06-17T09:00:00+02:00"));
  if (out_fixture_python (
          vobject,
          "import vobject, sys\n"
          "c = vobject.readOne(open(sys.argv[1], newline='').read())\n"
          "for e in c.vevent_list: e.validate(raiseException=True)\n"
          "for e in c.vevent_list: print(e.summary.value, e.dtstart.value.isoformat())\n",
          arguments, &two))
    g_assert_nonnull (strstr (two, "Welcome 2026-06-17T09:00:00+02:00"));
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;
  for (const char *c = strstr (text, what); c; c = strstr (c + 1, what))
    n++;
  return n;
}

/* The zone's rules over a change of the clock, one hour before and after each. */
static void
test_zones (void)
{
  static const struct
  {
    const char *zone;
    gint64 from, to;
    guint observances;
    const char *must;
  } cases[] = {
    /* over the end of summer time 2026: what holds before, the change, and the next one */
    { "Europe/Berlin", 1792800000, 1793100000, 3,
      "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100" },
    /* within winter: since October, and until March */
    { "Europe/Berlin", 1797000000, 1797100000, 2,
      "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200" },
    { "Asia/Kolkata", 1792800000, 1793100000, 1,
      "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530" },
    { "America/New_York", 1792800000, 1792900000, 2,
      "BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *out = g_string_new (NULL);
      lectern_calendar_zone (out, cases[i].zone, cases[i].from * 1000, cases[i].to * 1000);
      g_assert_cmpuint (count (out->str, "TZOFFSETTO"), ==, cases[i].observances);
      if (strstr (out->str, cases[i].must) == NULL)
        g_error ("%s", out->str);
      g_string_free (out, TRUE);
    }
  GString *none = g_string_new (NULL);
  lectern_calendar_zone (none, "UTC", 0, 1000);
  lectern_calendar_zone (none, "Nowhere/Land", 0, 1000);
  g_assert_cmpuint (none->len, ==, 0);
  g_string_free (none, TRUE);
}

/* Every instant of an event means the same to a reader that knows only our VTIMEZONE. */
static void
test_zone_instants (void)
{
  static const char *const zones[]
      = { "Europe/Amsterdam",    "Europe/Dublin",     "America/St_Johns",
          "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Chatham" };
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint month = 0; month < 24; month++)
      {
        gint64 from = (1767225600 + month * 2629800) * G_GINT64_CONSTANT (1000),
               to = from + 10 * 86400000LL;
        GString *out = g_string_new (NULL);
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
        lectern_calendar_zone (out, zones[i], from, to);
        icalcomponent *component = icalparser_parse_string (out->str);
        icaltimezone *theirs = icaltimezone_new ();
        g_assert_true (icaltimezone_set_component (theirs, component));
        for (gint64 at = from; at < to; at += 7 * 3600000)
          {
            int dst;
            struct icaltimetype utc
                = icaltime_from_timet_with_zone (at / 1000, 0, icaltimezone_get_utc_timezone ());
            int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at / 1000);
            g_assert_cmpint (icaltimezone_get_utc_offset_of_utc_time (theirs, &utc, &dst), ==,
                             g_time_zone_get_offset (zone, interval));
          }
        icaltimezone_free (theirs, 1);
        g_string_free (out, TRUE);
      }
}

static void
test_states (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  p->state = g_strdup ("cancelled");
  g_autoptr (GBytes) off = lectern_calendar_write (p, "en", NULL, NULL);
  g_assert_cmpuint (out_fixture_count (off, "STATUS:CANCELLED"), ==, 6);
  g_free (p->time_zone);
  p->time_zone = NULL;
  g_autoptr (GBytes) floating = lectern_calendar_write (p, "en", NULL, NULL);
  out_fixture_assert_contains (floating, "DTSTART:20260617T090000\r\n");
  out_fixture_assert_lacks (floating, "VTIMEZONE");
  p->time_zone = g_strdup ("+02:00");
  g_autoptr (GBytes) offset = lectern_calendar_write (p, "en", NULL, NULL);
  out_fixture_assert_contains (offset, "DTSTART:20260617T070000Z\r\n");
}

static void
test_empty (void)
{
  g_autoptr (LecternProgramme) p = lectern_programme_new ();
  g_autoptr (GError) error = NULL;
  p->title = g_strdup ("Kick-off");
  g_assert_null (lectern_calendar_write (p, "en", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* Of a venue of which only the town is known the town stands once. */
static void
test_town_alone (void)
{
  LecternDetailsVenue venue = { .name = (char *) "Geleen", .city = (char *) "Geleen" };
  g_assert_null (lectern_details_venue_address (&venue));
  venue.postcode = (char *) "6161";
  g_autofree char *address = lectern_details_venue_address (&venue);
  g_assert_cmpstr (address, ==, "6161 Geleen");
}

/* What repeats needs the changes of the clock for as long as it goes on. */
static void
test_repeats (void)
{
  static const struct
  {
    const char *repeats, *onset;
    gboolean there;
  } cases[] = { { "FREQ=WEEKLY;COUNT=60", "DTSTART:20270328T020000", TRUE },
                { "FREQ=WEEKLY;UNTIL=20270601T080000Z", "DTSTART:20270328T020000", TRUE },
                { "FREQ=WEEKLY;UNTIL=20270601T080000Z", "DTSTART:20280326T020000", FALSE },
                { "FREQ=WEEKLY EXDATE;TZID=Europe/Amsterdam:20260624T090000", "\r\nEXDATE;TZID=Europe/Amsterdam:20260624T090000\r\n", TRUE },
                { "FREQ=WEEKLY EXDATE;TZID=Europe/London:20260624T080000", "EXDATE", FALSE },
                { NULL, "DTSTART:20270328T020000", FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LecternProgramme) p = out_fixture_programme ();
      LecternProgrammeSession *session = g_ptr_array_index (p->sessions, 0);
      session->repeats = g_strdup (cases[i].repeats);
      g_autoptr (GBytes) bytes = lectern_calendar_write (p, "en", NULL, NULL);
      g_assert_cmpint (strstr (out_fixture_text (bytes), cases[i].onset) != NULL, ==, cases[i].there);
    }
}

/* RFC 5545 §3.3.5: a local time that occurs twice is the first one, so the second is told in UTC. */
static void
test_doubled_hour (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  LecternProgrammeSession *second = g_ptr_array_index (p->sessions, 0), *over = g_ptr_array_index (p->sessions, 1);
  LecternProgrammeDay *day = g_ptr_array_index (p->days, 0);
  g_free (day->date);
  day->date = g_strdup ("2026-10-25");
  second->start_minute = 150;
  second->second_hour = TRUE;
  over->start_minute = 90;
  over->duration = 120;
  g_autoptr (GBytes) bytes = lectern_calendar_write (p, "en", NULL, NULL);
  out_fixture_assert_contains (bytes, "DTSTART:20261025T013000Z\r\nDTEND:20261025T020000Z");
  out_fixture_assert_contains (bytes, "DTSTART:20261024T233000Z\r\nDTEND:20261025T013000Z");
}

/* "Never" in other programs is the last day of the calendar; what lies after it has no time. */
static void
test_last_day (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  LecternProgrammeDay *day = g_ptr_array_index (p->days, 0);
  LecternProgrammeSession *late = g_ptr_array_index (p->sessions, 0);
  g_free (day->date);
  day->date = g_strdup ("9999-12-31");
  late->start_minute = 1430;
  for (const LecternExportFormat *format = lectern_export_formats (); format->name; format++)
    {
      if (g_str_equal (format->name, "mail"))
        continue; /* a letter, of a workspace alone */
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lectern_export_programme (p, format->name, "en", NULL, &error);
      g_assert_no_error (error);
      out_fixture_assert_lacks (bytes, "10000-01");
      if (g_str_equal (format->name, "ics"))
        out_fixture_assert_contains (bytes, "DTSTART;VALUE=DATE:99991231\r\nSUMMARY");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-out/folding", test_folding);
  g_test_add_func ("/calendar-out/libical", test_libical);
  g_test_add_func ("/calendar-out/lines", test_lines);
  g_test_add_func ("/calendar-out/town-alone", test_town_alone);
  g_test_add_func ("/calendar-out/python", test_python);
  g_test_add_func ("/calendar-out/zones", test_zones);
  g_test_add_func ("/calendar-out/zone-instants", test_zone_instants);
  g_test_add_func ("/calendar-out/states", test_states);
  g_test_add_func ("/calendar-out/empty", test_empty);
  g_test_add_func ("/calendar-out/last-day", test_last_day);
  g_test_add_func ("/calendar-out/repeats", test_repeats);
  g_test_add_func ("/calendar-out/doubled-hour", test_doubled_hour);
  int result = g_test_run ();
  out_fixture_clean ();
  return result;
}
