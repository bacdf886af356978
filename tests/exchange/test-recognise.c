/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "lectern-exchange-error.h"
#include "lectern-recognise.h"

#include <string.h>

static const struct
{
  const char *text;
  LecternFormat format;
} samples[] = {
  { "", LECTERN_FORMAT_EMPTY },
  { " \n", LECTERN_FORMAT_EMPTY },
  { "<?xml version='1.0'?>\n<!-- <html> -->\n<schedule>", LECTERN_FORMAT_SCHEDULE_XML },
  { "<!DOCTYPE schedule [<!ENTITY a \"b\">]><schedule>", LECTERN_FORMAT_SCHEDULE_XML },
  { "<x:schedule xmlns:x='y'>", LECTERN_FORMAT_SCHEDULE_XML },
  { "<!DOCTYPE html><html><head><title>Sign in", LECTERN_FORMAT_HTML },
  { "<html lang='en'>", LECTERN_FORMAT_HTML },
  { "<?xml version='1.0'?><icalendar xmlns='u'>", LECTERN_FORMAT_XCAL },
  { "<vcards>", LECTERN_FORMAT_XCARD },
  { "<rss version='2.0'>", LECTERN_FORMAT_FEED },
  { "<schedules/>", LECTERN_FORMAT_XML },
  { "{\"schedule\": {\"conference\": {\"days\": []}}}", LECTERN_FORMAT_SCHEDULE_JSON },
  { "{\"schedule\": {\"conference\": {}, \"events\": []}}", LECTERN_FORMAT_SCHEDULE_JSON_2 },
  { "{\"schedule\": []}", LECTERN_FORMAT_JSON },
  { "[\"vcalendar\", [], []]", LECTERN_FORMAT_JCAL },
  { "[\"vcard\", []]", LECTERN_FORMAT_JCARD },
  { "{\"_type\": \"HTTPAPIResult\", \"results\": []}", LECTERN_FORMAT_INDICO },
  { "[{\"code\": \"ABCDEF\", \"submission_type\": \"Talk\"}]", LECTERN_FORMAT_PRETALX },
  { "{\"count\": 1, \"results\": [{\"code\": \"A\", \"biography\": null}]}",
    LECTERN_FORMAT_PRETALX },
  { "{\"schedule\": {\"conference\": {}}} trailing", LECTERN_FORMAT_JSON },
  { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", LECTERN_FORMAT_ICALENDAR },
  { "begin:vcard\nversion:3.0\n", LECTERN_FORMAT_VCARD },
  { "PK\003\004....xl/workbook.xml", LECTERN_FORMAT_XLSX },
  { "PK\003\004....word/document.xml", LECTERN_FORMAT_ZIP },
  { "%PDF-1.7\n", LECTERN_FORMAT_PDF },
  { "SQLite format 3", LECTERN_FORMAT_WORKSPACE },
  { "Name;Town\nAda;Turku\nBo;Lund\n", LECTERN_FORMAT_CSV },
  { "Name,Note\nAda,\"two\nlines, one cell\"\nBo,x\n", LECTERN_FORMAT_CSV },
  { "Dear all,\n\nthe programme comes next week.\n\nBest wishes\n", LECTERN_FORMAT_TEXT },
};

static GBytes *
bytes_of (const char *text)
{
  /* The end of the magic of a database is a zero byte. */
  gboolean database = g_str_has_prefix (text, "SQLite");
  return g_bytes_new (text, strlen (text) + (database ? 1 : 0));
}

static void
test_samples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) file = bytes_of (samples[i].text);
      LecternFormat format = lectern_recognise (file);
      if (format != samples[i].format)
        g_error ("“%s” was taken for %s", samples[i].text, lectern_format_name (format));
    }
}

/* What is not read says what it is, and only that. */
static void
test_refusals (void)
{
  for (guint format = 0; format <= LECTERN_FORMAT_TEXT; format++)
    {
      gboolean read = format == LECTERN_FORMAT_SCHEDULE_XML
                      || format == LECTERN_FORMAT_SCHEDULE_JSON
                      || format == LECTERN_FORMAT_SCHEDULE_JSON_2
                      || format == LECTERN_FORMAT_ICALENDAR;
      const char *refusal = lectern_format_refusal (format);
      g_assert_nonnull (lectern_format_name (format));
      g_assert_true (read == (refusal == NULL));
      g_assert_true (read || g_str_has_suffix (refusal, "."));
    }
}

static void
test_utf16 (void)
{
  g_autofree char *utf16 = NULL;
  gsize length;
  utf16 = g_convert (
      "<?xml version=\"1.0\" "
      "encoding=\"UTF-16\"?><schedule><conference><title>Ö</title></conference></schedule>",
      -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) file = g_bytes_new (utf16, length);
  g_assert_cmpint (lectern_recognise (file), ==, LECTERN_FORMAT_SCHEDULE_XML);
  g_autoptr (LecternProgramme) programme = exchange_read (file);
  g_assert_cmpstr (programme->title, ==, "Ö");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recognise/samples", test_samples);
  g_test_add_func ("/recognise/refusals", test_refusals);
  g_test_add_func ("/recognise/utf16", test_utf16);
  return g_test_run ();
}
