/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading iCalendar: zones, rules, exceptions, places and people; what is broken; and our
 * own calendars coming back.
 */
#include "../store/store-fixture.h"
#include "exchange-fixture.h"
#include "lectern-calendar-in.h"
#include "lectern-exchange-error.h"
#include "lectern-export.h"
#include "lectern-sample.h"

#include <string.h>

#define CALENDAR(body) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\n" body "END:VEVENT\r\n"

static LecternProgramme *
read_text (const char *text)
{
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (GError) error = NULL;
  LecternProgramme *programme = lectern_calendar_read (file, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

static const char *
date_of (LecternProgramme *p, const LecternProgrammeSession *session)
{
  return session->day >= 0 ? ((LecternProgrammeDay *) g_ptr_array_index (p->days, session->day))->date : NULL;
}

static void
assert_place (LecternProgramme *p, const char *title, const char *date, int start, int duration)
{
  const LecternProgrammeSession *session = exchange_session (p, title);
  g_assert_cmpstr (date_of (p, session), ==, date);
  g_assert_cmpint (session->start_minute, ==, start);
  g_assert_cmpint (session->duration, ==, duration);
}

/* One zone for the event; what is in another one keeps its moment. */
static void
test_zones (void)
{
  g_autoptr (LecternProgramme) p = read_text (CALENDAR (
      "BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n"
      "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
      "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
      EVENT ("SUMMARY:Named\r\nDTSTART;TZID=Europe/Berlin:20260617T094000\r\nDTEND;TZID=Europe/Berlin:20260617T102500\r\n")
      EVENT ("SUMMARY:Windows\r\nDTSTART;TZID=\"W. Europe Standard Time\":20260617T110000\r\nDURATION:PT1H30M\r\n")
      EVENT ("SUMMARY:Producer\r\nDTSTART;TZID=/x.org/1/Europe/Berlin:20260617T130000\r\nDURATION:PT15M\r\n")
      EVENT ("SUMMARY:UTC\r\nDTSTART:20260617T130000Z\r\nDTEND:20260617T140000Z\r\n")
      EVENT ("SUMMARY:Own\r\nDTSTART;TZID=Office:20260617T170000\r\nDTEND;TZID=Office:20260617T180000\r\n")
      EVENT ("SUMMARY:Floating\r\nDTSTART:20260617T190000\r\nDURATION:PT1H\r\n")
      EVENT ("SUMMARY:Night\r\nDTSTART:20260617T233000Z\r\nDURATION:PT1H\r\n")
      EVENT ("SUMMARY:All day\r\nDTSTART;VALUE=DATE:20260618\r\nDTEND;VALUE=DATE:20260620\r\n")
      EVENT ("SUMMARY:Alone\r\nDTSTART;VALUE=DATE:20260621\r\n")
      EVENT ("SUMMARY:Loose\r\n")));
  g_assert_cmpstr (p->time_zone, ==, "Europe/Berlin");
  assert_place (p, "Named", "2026-06-17", 580, 45);
  assert_place (p, "Windows", "2026-06-17", 660, 90);
  assert_place (p, "Producer", "2026-06-17", 780, 15);
  assert_place (p, "UTC", "2026-06-17", 900, 60);
  assert_place (p, "Own", "2026-06-17", 960, 60);
  assert_place (p, "Floating", "2026-06-17", 1140, 60);
  assert_place (p, "Night", "2026-06-17", 1530, 60);
  assert_place (p, "All day", "2026-06-18", 0, 2880);
  assert_place (p, "Alone", "2026-06-21", 0, 1440);
  assert_place (p, "Loose", NULL, -1, -1);
  g_assert_true (exchange_has_doubt (p, exchange_session (p, "Loose")->where, "unplaced"));
  g_assert_cmpuint (p->days->len, ==, 3);

  /* The calendar's own word counts more; UTC alone is only an offset. */
  g_autoptr (LecternProgramme) said = read_text (
      CALENDAR ("X-WR-TIMEZONE:Europe/Stockholm\r\n" EVENT ("SUMMARY:A\r\nDTSTART:20261025T013000Z\r\nDURATION:PT5M\r\n")));
  g_assert_cmpstr (said->time_zone, ==, "Europe/Stockholm");
  g_assert_true (exchange_session (said, "A")->second_hour);
  g_autoptr (LecternProgramme) utc = read_text (CALENDAR (EVENT ("SUMMARY:A\r\nDTSTART:20260617T130000Z\r\n")));
  g_assert_cmpstr (utc->time_zone, ==, "+00:00");
  g_autoptr (LecternProgramme) none = read_text (CALENDAR (EVENT ("SUMMARY:A\r\nDTSTART:20260617T130000\r\n")));
  g_assert_null (none->time_zone);
}

static void
test_rules (void)
{
  g_autoptr (LecternProgramme) p = read_text (CALENDAR (
      EVENT ("UID:weekly@x\r\nSUMMARY:Weekly\r\nDTSTART:20260617T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
             "EXDATE:20260624T090000\r\n")
      EVENT ("UID:weekly@x\r\nRECURRENCE-ID:20260701T090000\r\nSUMMARY:Moved\r\nDTSTART:20260702T090000\r\n")
      EVENT ("UID:weekly@x\r\nSUMMARY:Twice\r\nDTSTART:20260703T090000\r\n")
      EVENT ("UID:second@x\r\nSUMMARY:Every second\r\nDTSTART:20260617T090000Z\r\nRRULE:FREQ=SECONDLY\r\n")));
  g_assert_cmpuint (p->sessions->len, ==, 4);
  g_assert_cmpstr (exchange_session (p, "Weekly")->repeats, ==, "FREQ=WEEKLY;COUNT=3 EXDATE:20260624T090000");
  g_assert_cmpstr (exchange_session (p, "Weekly")->guid, ==, "weekly@x");
  g_assert_cmpstr (exchange_session (p, "Moved")->guid, ==, "weekly@x#20260701T090000");
  g_assert_cmpstr (exchange_session (p, "Twice")->guid, ==, "weekly@x#2");
  g_assert_cmpstr (exchange_session (p, "Every second")->repeats, ==, "FREQ=SECONDLY");
}

static void
test_texts (void)
{
  g_autoptr (LecternProgramme) p = read_text (
      "\xef\xbb\xbf\nbegin:vcalendar\nX-WR-CALNAME:Days of\n  clay\nMETHOD:PUBLISH\n"
      "begin:vevent\nsummary;language=de:Ton\\, Glas\\; \xc3\x96l\\nund Stein\n"
      "DESCRIPTION:Erste Zeile\\nzweite\n  mit \\\\\nLOCATION:Saal 1\\, Haus am See\\, Kiel\nSTATUS:TENTATIVE\n"
      "CATEGORIES:Clay\\, wet,Glass\nCLASS:PRIVATE\nURL:https://example.org/1\nATTACH:https://example.org/1.pdf\n"
      "ATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA\n"
      "ATTENDEE;CN=\"Ada Berg\";ROLE=REQ-PARTICIPANT:invalid:nomail\n"
      "ATTENDEE;CN=Cy Chair;ROLE=CHAIR:mailto:cy@example.org\n"
      "ATTENDEE;CN=Guest;ROLE=REQ-PARTICIPANT:mailto:guest@example.org\n"
      "ATTENDEE;CUTYPE=ROOM;CN=Room:mailto:room@example.org\n"
      "BEGIN:VALARM\nSUMMARY:Wake up\nDESCRIPTION:no\nEND:VALARM\nend:vevent\n"
      "BEGIN:VEVENT\nSUMMARY:Other\nLOCATION:Saal 2\\, Haus am See\\, Kiel\nDTSTART:20260617T090000\n"
      "DTEND:20260617T080000\nEND:VEVENT\n"
      "BEGIN:VTODO\nSUMMARY:Not this\nEND:VTODO\nEND:VCALENDAR\n");
  LecternProgrammeSession *s = exchange_session (p, "Ton, Glas; Öl und Stein");
  g_assert_cmpstr (p->title, ==, "Days of clay");
  g_assert_cmpstr (p->venue, ==, "Haus am See, Kiel");
  g_assert_true (p->complete);
  g_assert_cmpstr (s->language, ==, "de");
  g_assert_cmpstr (s->description, ==, "Erste Zeile\nzweite mit \\");
  g_assert_cmpstr (s->state, ==, "to-be-confirmed");
  g_assert_true (s->internal);
  g_assert_cmpstr (s->url, ==, "https://example.org/1");
  g_assert_cmpuint (s->attachments->len, ==, 1);
  g_assert_cmpstr (((LecternProgrammeTrack *) p->tracks->pdata[s->track])->name, ==, "Clay, wet");
  g_assert_cmpuint (s->rooms->len, ==, 1);
  g_assert_cmpstr (((LecternProgrammeRoom *) p->rooms->pdata[0])->name, ==, "Saal 1");
  g_assert_cmpuint (s->people->len, ==, 2);
  g_assert_cmpstr (g_array_index (s->people, LecternProgrammeRole, 1).role, ==, "chair");
  g_assert_cmpuint (p->persons->len, ==, 2);
  g_assert_true (exchange_has_doubt (p, "the file", "1 invited person"));
  g_assert_true (exchange_has_doubt (p, "the file", "VTODO"));
  g_assert_true (exchange_has_doubt (p, exchange_session (p, "Other")->where, "ends before it begins"));
  g_assert_cmpint (exchange_session (p, "Other")->duration, ==, -1);

  /* Windows-1252; a bare VEVENT; two calendars; lines that are none. */
  g_autoptr (LecternProgramme) western = read_text ("BEGIN:VEVENT\nSUMMARY:Caf\xe9\nEND:VEVENT\n");
  g_assert_nonnull (exchange_session (western, "Café"));
  g_assert_false (western->complete);
  g_autoptr (LecternProgramme) two = read_text (CALENDAR (EVENT ("SUMMARY:A\n")) CALENDAR ("rubbish\n" EVENT ("SUMMARY:B\n")));
  g_assert_cmpuint (two->sessions->len, ==, 2);
  g_assert_true (exchange_has_doubt (two, "the file", "2 calendars"));
  g_assert_true (exchange_has_doubt (two, "line 11", "1 line"));
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = { { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n", LECTERN_EXCHANGE_ERROR_DAMAGED },
                { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n", LECTERN_EXCHANGE_ERROR_DAMAGED } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = exchange_text (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_assert_null (lectern_calendar_read (file, NULL, &error));
      g_assert_error (error, LECTERN_EXCHANGE_ERROR, cases[i].code);
    }
  /* Deeper than anything that is meant. */
  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "BEGIN:X\n");
  g_autoptr (GBytes) file = exchange_text (deep->str);
  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_calendar_read (file, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
}

/* Any bytes do no harm: parts of a calendar, broken at random. */
static void
test_random (void)
{
  static const char *const pieces[]
      = { "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\nTZID:Q\r\n", "END:VTIMEZONE\r\n", "DTSTART",
          ";TZID=Q", ";TZID=\"", ":20260617T094000", "20261317", "Z", "\r\n", " ", "RRULE:FREQ=DAILY\r\n", "UID:1\r\n",
          "SUMMARY:x\r\n", "\\", "^n", "\xff", "\xc3", "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETTO:+9999\r\n",
          "END:STANDARD\r\n", "DURATION:P99999W\r\n", "RECURRENCE-ID:1\r\n", "LOCATION:a, b\r\n", "END:VCALENDAR\r\n",
          "BEGIN:VCALENDAR\r\n" };
  guint read = 0;
  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 60);
      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_autoptr (GBytes) file = g_bytes_new (text->str, text->len);
      g_autoptr (LecternProgramme) programme = lectern_calendar_read (file, NULL, NULL);
      read += programme != NULL && programme->sessions->len > 0;
    }
  g_assert_cmpuint (read, >=, 10);
}

/* ---- there and back ---- */

static char *
export_event (Fixture *f, gint64 event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = lectern_export (fixture_reader (f), event, "ics", "en", LECTERN_AUDIENCE_PUBLIC, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gint64
largest_event (Fixture *f)
{
  g_autoptr (GPtrArray) events = lectern_reader_all (fixture_reader (f), LECTERN_KIND_EVENT);
  gint64 best = 0, most = -1;
  for (guint i = 0; i < events->len; i++)
    {
      gint64 id = ((LecternRecord *) events->pdata[i])->id;
      gint64 n = lectern_reader_count (fixture_reader (f), LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, id);
      if (n > most)
        most = n, best = id;
    }
  return best;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What a calendar says without the numbers of changes and the identities of days, by entry. An
   import has one venue, so an excursion's place, which is not in @before, is not compared. */
static char *
essence (const char *calendar, const char *venue, const char *before)
{
  g_autoptr (GString) flat = g_string_new (calendar);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_string_replace (flat, "\r\n ", "", 0);
  g_auto (GStrv) parts = g_strsplit (flat->str, "BEGIN:VEVENT\r\n", -1);
  for (char **part = parts + 1; *part != NULL; part++)
    {
      g_auto (GStrv) lines = g_strsplit (*part, "\r\n", -1);
      gboolean day = strstr (*part, "VALUE=DATE") != NULL;
      g_autoptr (GString) kept = g_string_new (NULL);
      for (char **line = lines; *line != NULL && !g_str_equal (*line, "END:VEVENT"); line++)
        if (!g_str_has_prefix (*line, "DTSTAMP") && !g_str_has_prefix (*line, "LAST-MODIFIED")
            && !g_str_has_prefix (*line, "SEQUENCE") && !g_str_has_prefix (*line, "GEO")
            && !(g_str_has_prefix (*line, "LOCATION") && (!g_str_has_suffix (*line, venue) || (before != NULL && strstr (before, *line) == NULL)))
            && !(day && (g_str_has_prefix (*line, "UID") || g_str_has_prefix (*line, "URL"))))
          g_string_append_printf (kept, "%s\n", *line);
      g_ptr_array_add (entries, g_strdup (kept->str));
    }
  g_ptr_array_sort (entries, compare_texts);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) entries->pdata[i]);
  return g_string_free (all, FALSE);
}

/* Where the calendar says that the event is: of its first whole day. */
static char *
venue_in (const char *calendar)
{
  g_autoptr (GString) flat = g_string_new (calendar);
  g_string_replace (flat, "\r\n ", "", 0);
  const char *day = strstr (flat->str, "DTSTART;VALUE=DATE");
  const char *location = strstr (day, "\r\nLOCATION:") + strlen ("\r\nLOCATION:");
  return g_strndup (location, strcspn (location, "\r"));
}

static void
test_round_trip (gconstpointer sample)
{
  Fixture here, there;
  g_autoptr (GError) error = NULL;
  fixture_set_up (&here, NULL);
  fixture_set_up (&there, NULL);
  g_assert_true (lectern_sample_create (here.workspace, sample, &error));
  g_assert_no_error (error);
  gint64 event = largest_event (&here);
  g_autofree char *first = export_event (&here, event);
  g_autoptr (GBytes) file = exchange_text (first);
  g_autoptr (LecternImport) import = lectern_import_plan (fixture_reader (&there), file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lectern_result_free (fixture_commit (&there, lectern_edit_ref (lectern_import_edit (import))));
  g_autofree char *second = export_event (&there, lectern_import_event (import));
  g_autofree char *venue = venue_in (first);
  g_autofree char *before = essence (first, venue, NULL);
  g_autofree char *after = essence (second, venue, before);
  g_assert_nonnull (strstr (before, "LOCATION"));
  g_assert_cmpstr (after, ==, before);

  /* Back where it came from, every session is known again. */
  LecternImportOptions options = { .event = event };
  g_autoptr (LecternImport) back = lectern_import_plan (fixture_reader (&here), file, NULL, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lectern_import_count (back, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION), ==, 0);
  g_assert_cmpuint (lectern_import_count (back, LECTERN_IMPORT_CREATED, LECTERN_KIND_DAY), ==, 0);
  g_assert_cmpuint (lectern_import_programme (back)->sessions->len, >=, 5);
  fixture_tear_down (&here, NULL);
  fixture_tear_down (&there, NULL);
}

/* By its identifier a moved and renamed entry is the same one. */
static void
test_again (void)
{
  Fixture f;
  g_autoptr (GError) error = NULL;
  fixture_set_up (&f, NULL);
  const char *form = "BEGIN:VCALENDAR\nX-WR-CALNAME:C\nBEGIN:VEVENT\nUID:1@x\nSUMMARY:%s\nDTSTART:%s\nDURATION:PT1H\n"
                     "END:VEVENT\nBEGIN:VEVENT\nUID:2@x\nSUMMARY:Other\nDTSTART:20260617T120000\nEND:VEVENT\n"
                     "END:VCALENDAR\n";
  const char *const states[][2] = { { "A", "20260617T090000" }, { "B", "20260618T110000" } };
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) text = g_string_new (form);
      g_string_replace (text, "%s", states[i][0], 1);
      g_string_replace (text, "%s", states[i][1], 1);
      g_autoptr (GBytes) file = exchange_text (text->str);
      g_autoptr (LecternImport) import = lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION), ==, i == 0 ? 2 : 0);
      g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_UPDATED, LECTERN_KIND_SESSION), ==, i == 0 ? 0 : 1);
      lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
    }
  fixture_tear_down (&f, NULL);
}

/* A day that Lectern wrote with its hours is a day again, and no session. */
static void
test_own_hours (void)
{
  static const char *const text
      = "BEGIN:VCALENDAR\r\nPRODID:-//Lectern//Lectern 1//EN\r\nNAME:Final\r\nX-WR-TIMEZONE:Europe/Amsterdam\r\n"
        "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTART;TZID=Europe/Amsterdam:20260617T090000\r\n"
        "DTEND;TZID=Europe/Amsterdam:20260617T170000\r\nSUMMARY:Final: Visits\r\nLOCATION:House\r\n"
        "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2@x\r\nDTSTART;TZID=Europe/Amsterdam:20260617T093000\r\n"
        "DTEND;TZID=Europe/Amsterdam:20260617T100000\r\nSUMMARY:Welcome\r\nLOCATION:Hall, House\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n";
  Fixture f;
  fixture_set_up (&f, NULL);
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (LecternImport) import = lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION), ==, 1);
  lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
  g_autoptr (GPtrArray) days = lectern_reader_all (fixture_reader (&f), LECTERN_KIND_DAY);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpstr (lectern_record_text (days->pdata[0], LECTERN_DAY_TITLE), ==, "Visits");
  g_assert_cmpint (lectern_record_integer (days->pdata[0], LECTERN_DAY_BEGINS), ==, 540);
  g_assert_cmpint (lectern_record_integer (days->pdata[0], LECTERN_DAY_ENDS), ==, 1020);
  fixture_tear_down (&f, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-in/zones", test_zones);
  g_test_add_func ("/calendar-in/rules", test_rules);
  g_test_add_func ("/calendar-in/texts", test_texts);
  g_test_add_func ("/calendar-in/broken", test_broken);
  g_test_add_func ("/calendar-in/random", test_random);
  g_test_add_func ("/calendar-in/again", test_again);
  g_test_add_func ("/calendar-in/own-hours", test_own_hours);
  g_test_add_data_func ("/calendar-in/round-trip/interregional", "interregional", test_round_trip);
  g_test_add_data_func ("/calendar-in/round-trip/plenary", "plenary", test_round_trip);
  return g_test_run ();
}
