/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "lectern-calendar-in.h"
#include "lectern-exchange-error.h"
#include "lectern-schedule-build.h"
#include "lectern-schedule-json-in.h"

#include <string.h>

static char *
refusal (const char *text, LecternExchangeError code)
{
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (GError) error = NULL;
  LecternProgramme *programme = strchr (text, '<') != NULL
                                    ? lectern_schedule_xml_read (file, NULL, NULL, NULL, &error)
                                    : lectern_schedule_json_read (file, NULL, &error);
  g_assert_null (programme);
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, (int)code);
  return g_strdup (error->message);
}

static void
assert_refused (const char *text, LecternExchangeError code, const char *part)
{
  g_autofree char *message = refusal (text, code);
  if (strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”", message, part);
}

static void
test_entities (void)
{
  assert_refused ("<!DOCTYPE schedule [\n<!ENTITY a \"b\">]><schedule/>",
                  LECTERN_EXCHANGE_ERROR_HOSTILE, "Line 2");
  assert_refused (
      "<!DOCTYPE schedule [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><schedule>&f;</schedule>",
      LECTERN_EXCHANGE_ERROR_HOSTILE, "entity");
  assert_refused (
      "<!DOCTYPE schedule [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><schedule/>",
      LECTERN_EXCHANGE_ERROR_HOSTILE, "entity");
}

static void
test_broken_xml (void)
{
  assert_refused ("<schedule>\n<conference>\n</schedule>", LECTERN_EXCHANGE_ERROR_DAMAGED,
                  "line 3");
  assert_refused ("<schedule>\n\n<conference><title>\xff\xfe</title></conference></schedule>",
                  LECTERN_EXCHANGE_ERROR_DAMAGED, "Line 3");
  assert_refused ("<schedule><conference>&nbsp;</conference></schedule>",
                  LECTERN_EXCHANGE_ERROR_DAMAGED, "line 1");
  assert_refused ("\n\n <?xml version='1.0'?>\n<schedule>\n&nbsp;</schedule>",
                  LECTERN_EXCHANGE_ERROR_DAMAGED, "line 5");
  assert_refused ("<timetable/>", LECTERN_EXCHANGE_ERROR_UNKNOWN, "schedule");
  assert_refused ("{\"schedule\":\n{]}", LECTERN_EXCHANGE_ERROR_DAMAGED, "line 2");
  assert_refused ("{\"a\": 1}", LECTERN_EXCHANGE_ERROR_UNKNOWN, "no “schedule”");
}

static void
test_depth_and_length (void)
{
  g_autoptr (GString) deep = g_string_new ("<schedule>"),
                      text = g_string_new ("<schedule><conference><title>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, LECTERN_EXCHANGE_ERROR_TOO_LARGE, "nested");
  for (guint i = 0; i < LECTERN_SCHEDULE_MAX_TEXT / 10 + 1; i++)
    g_string_append (text, "ten bytes.");
  assert_refused (text->str, LECTERN_EXCHANGE_ERROR_TOO_LARGE, "too long");
}

static void
test_too_many (void)
{
  static const struct
  {
    const char *head, *item;
    guint n;
  } many[] = {
    { "<schedule>", "<day/>", LECTERN_SCHEDULE_MAX_DAYS + 1 },
    { "<schedule><day>", "<event/>", LECTERN_SCHEDULE_MAX_ITEMS / 2 + 1 },
    { "<schedule><day><event><persons>", "<person>Ada</person>",
      LECTERN_SCHEDULE_MAX_OF_SESSION + 1 },
    { "<schedule><day><event><links>", "<link href='a'/>", LECTERN_SCHEDULE_MAX_OF_SESSION + 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autoptr (GString) text = g_string_new (many[i].head);
      for (guint k = 0; k < many[i].n; k++)
        g_string_append (text, many[i].item);
      assert_refused (text->str, LECTERN_EXCHANGE_ERROR_TOO_LARGE, "too many");
    }
}

/* A document type without entities does no harm, and nothing of it is fetched. */
static void
test_document_type (void)
{
  g_autoptr (GBytes) file = exchange_text (
      "<!DOCTYPE schedule SYSTEM \"http://127.0.0.1:1/schedule.dtd\"><schedule><conference>"
      "<title>T</title></conference></schedule>");
  g_autoptr (LecternProgramme) programme = exchange_read (file);
  g_assert_cmpstr (programme->title, ==, "T");
}

static void
test_load (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("lectern-XXXXXX.xml", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (
      g_seekable_truncate (G_SEEKABLE (stream), LECTERN_SCHEDULE_MAX_BYTES, NULL, &error));
  g_autoptr (GBytes) most = lectern_import_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (most), ==, LECTERN_SCHEDULE_MAX_BYTES);
  g_assert_true (
      g_seekable_truncate (G_SEEKABLE (stream), LECTERN_SCHEDULE_MAX_BYTES + 1, NULL, &error));
  g_assert_null (lectern_import_load (file, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
  g_file_delete (file, NULL, NULL);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) file = exchange_fixture ("frab.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (lectern_schedule_xml_read (file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Forms that no schema allows and that yet stand in files: nothing crashes, the rest is read. */
static void
test_odd_json (void)
{
  static const char *const odd[] = {
    "{\"schedule\":{\"conference\":{\"days\":{}}}}",
    "{\"schedule\":{\"conference\":{\"days\":[null,3,{\"rooms\":[]},{\"rooms\":{\"R\":null,\"S\":{}"
    ",\"T\":[1,null,[]]}}]}}}",
    "{\"schedule\":{\"conference\":{\"title\":[],\"rooms\":[{}],\"tracks\":[null]},\"events\":[{"
    "\"room\":[],\"track\":{},\"persons\":{}}]}}",
    "{\"schedule\":{\"conference\":{},\"persons\":[null,\"x\",{}],\"events\":[{\"participants\":["
    "null,[],\"y\",{\"name\":{}}],\"links\":[null,{},1]}]}}",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GBytes) file = exchange_text (odd[i]);
      g_autoptr (LecternProgramme) programme = exchange_read (file);
      g_assert_cmpstr (programme->format, ==, "schedule.json");
    }
}

/* As long as no number can say. */
static void
test_long_durations (void)
{
  g_autoptr (GString) text = g_string_new ("P");
  for (guint i = 0; i < 40; i++)
    {
      g_string_append (text, "99999D");
      g_assert_cmpint (lectern_schedule_duration_parse (text->str), ==, i < 14 ? (int) (i + 1) * 99999 * 1440 : -1);
    }
}

/* At either end of the calendar, and from one to the other. */
static void
test_far_dates (void)
{
  static const char *const days[][2]
      = { { "\"date\":\"0900-01-01\",", "9066-02-17T09:00:00+00:00" }, { "", "0001-01-01T00:30:00+00:00" }, { "", "9999-12-31T23:30:00+00:00" } };
  static const char *const zones[] = { "UTC", "America/New_York", "Europe/Amsterdam" };
  static const char *const dates[] = { "0900-01-01", "0001-01-01", "9999-12-31" };
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"schedule\":{\"conference\":{\"time_zone_name\":\"%s\",\"days\":[{%s\"rooms\":{\"R\":[{\"title\":\"T\","
          "\"date\":\"%s\",\"duration\":\"0:30\"}]}}]}}}",
          zones[i], days[i][0], days[i][1]);
      g_autoptr (GBytes) file = exchange_text (json);
      g_autoptr (LecternProgramme) programme = exchange_read (file);
      g_assert_cmpstr (((LecternProgrammeDay *) programme->days->pdata[0])->date, ==, dates[i]);
      if (i == 0)
        g_assert_cmpuint (programme->doubts->len, >, 0);
    }
  g_autoptr (GBytes) calendar = exchange_text ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\nDTSTART:00010101T003000\n"
                                               "DURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n");
  g_autoptr (LecternProgramme) first = lectern_calendar_read (calendar, NULL, NULL);
  g_assert_cmpstr (((LecternProgrammeDay *) first->days->pdata[0])->date, ==, "0001-01-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limits/entities", test_entities);
  g_test_add_func ("/limits/broken", test_broken_xml);
  g_test_add_func ("/limits/depth-and-length", test_depth_and_length);
  g_test_add_func ("/limits/too-many", test_too_many);
  g_test_add_func ("/limits/document-type", test_document_type);
  g_test_add_func ("/limits/load", test_load);
  g_test_add_func ("/limits/cancel", test_cancel);
  g_test_add_func ("/limits/odd-json", test_odd_json);
  g_test_add_func ("/limits/long-durations", test_long_durations);
  g_test_add_func ("/limits/far-dates", test_far_dates);
  return g_test_run ();
}
