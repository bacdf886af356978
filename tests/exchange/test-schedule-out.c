/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * schedule.xml and schedule.json going out: checked by the public schemas, and read in
 * again: what comes back is what went out.
 */
#include "lectern-out.h"
#include "lectern-schedule-json-in.h"
#include "lectern-schedule-json-out.h"
#include "lectern-schedule-xml-in.h"
#include "lectern-schedule-xml-out.h"
#include "lectern-way-back.h"
#include "out-fixture.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

static void
count_error (void *data, const char *format, ...)
{
  guint *errors = data;
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  if ((*errors)++ < 20)
    g_test_message ("%s", g_strchomp (text));
}

/* Errors that libxml2 finds by the XSD; -1: no schema here. */
static int
validate_xml (GBytes *bytes)
{
  g_autofree char *xsd = out_fixture_shared ("schemas/c3voc-schedule.xsd");
  guint errors = 0;
  if (xsd == NULL)
    return -1;
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt (xsd);
  xmlSchemaPtr schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt (schema);
  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                      "schedule.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (schema);
  g_assert_nonnull (document);
  xmlSchemaSetValidErrors (valid, count_error, count_error, &errors);
  if (xmlSchemaValidateDoc (valid, document) != 0 && errors == 0)
    errors = 1;
  xmlFreeDoc (document);
  xmlSchemaFreeValidCtxt (valid);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
  return errors;
}

static const char json_program[]
    = "import json, sys, jsonschema\n"
      "schema = json.load(open(sys.argv[1]))\n"
      "data = json.load(open(sys.argv[2]))\n"
      "errors = list(jsonschema.Draft6Validator(schema, "
      "format_checker=jsonschema.FormatChecker()).iter_errors(data))\n"
      "for e in errors[:20]: print(list(e.path), e.message[:300], file=sys.stderr)\n"
      "sys.exit(1 if errors else 0)\n";

static void
validate_json (GBytes *bytes)
{
  static const char *const modules[] = { "jsonschema", NULL };
  g_autofree char *schema = out_fixture_shared ("schemas/c3voc-schedule.schema.json");
  g_autofree char *output = NULL;
  if (schema == NULL)
    return;
  g_autofree char *path = out_fixture_write ("schedule.json", bytes);
  const char *arguments[] = { schema, path, NULL };
  out_fixture_python (modules, json_program, arguments, &output);
}

static LecternProgramme *
read_back (GBytes *bytes, gboolean json)
{
  g_autoptr (GError) error = NULL;
  LecternProgramme *p = json ? lectern_schedule_json_read (bytes, NULL, &error)
                             : lectern_schedule_xml_read (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lectern_way_back (p);
  return p;
}

/* Out, checked, in again, out again: the second file is the first, byte for byte. */
static void
check_programme (const LecternProgramme *p, gboolean json)
{
  g_autoptr (GPtrArray) omissions = lectern_out_omissions_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = json ? lectern_schedule_json_write (p, omissions, &error)
                                : lectern_schedule_xml_write (p, omissions, &error);
  g_assert_no_error (error);
  g_autoptr (LecternProgramme) back = read_back (out, json);
  g_autofree char *differences = out_fixture_compare (p, back);
  g_assert_cmpstr (differences, ==, NULL);
  g_autoptr (GBytes) again = json ? lectern_schedule_json_write (p, NULL, &error)
                                  : lectern_schedule_xml_write (p, NULL, &error);
  g_assert_true (g_bytes_equal (out, again));
  if (json)
    validate_json (out);
  else
    {
      int errors = validate_xml (out);
      if (errors > 0)
        g_test_fail_printf ("%d errors by the XSD", errors);
    }
}

static void
test_own (gconstpointer json)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  check_programme (p, json != NULL);
}

static gboolean
says (GPtrArray *omissions, const char *where, const char *why)
{
  for (guint i = 0; i < omissions->len; i++)
    {
      LecternDoubt *doubt = g_ptr_array_index (omissions, i);
      if (strcmp (doubt->where, where) == 0 && strstr (doubt->why, why))
        return TRUE;
    }
  return FALSE;
}

static void
test_omissions (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  g_autoptr (GPtrArray) omissions = lectern_out_omissions_new ();
  g_autoptr (GBytes) out = lectern_schedule_xml_write (p, omissions, NULL);
  g_assert_true (says (omissions, "Dropped", "cancelled"));
  g_assert_true (says (omissions, "Poster tour", "no day and time"));
  g_assert_true (says (omissions, "Welcome", "roles"));
  g_assert_true (says (omissions, "FC26", "fc26"));
  g_assert_true (says (omissions, "Kilns </script><script>alert(1)</script>", "javascript:"));
  g_assert_true (says (omissions, p->title, "about 1 person"));
  out_fixture_assert_lacks (out, "ada@private.example");
  out_fixture_assert_lacks (out, "Dropped");
}

static void
test_copies (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  g_autoptr (GBytes) out = lectern_schedule_xml_write (p, NULL, NULL);
  g_autoptr (LecternProgramme) back = read_back (out, FALSE);
  g_assert_cmpuint (out_fixture_count (out, "<title>Welcome</title>"), ==, 2);
  g_assert_cmpuint (back->sessions->len, ==, 3);
  for (guint i = 0; i < back->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (back->sessions, i);
      g_assert_cmpuint (session->rooms->len, ==,
                        strcmp (session->title, "Welcome") == 0      ? 2
                        : strcmp (session->title, "Night walk") == 0 ? 0
                                                                     : 1);
    }
}

static void
test_no_days (void)
{
  g_autoptr (LecternProgramme) p = lectern_programme_new ();
  g_autoptr (GError) error = NULL;
  p->title = g_strdup ("Kick-off");
  g_assert_null (lectern_schedule_xml_write (p, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "Kick-off"));
}

/* Characters that no schema and no parser may trip over. */
static void
test_naughty (gconstpointer json)
{
  g_autofree char *path = out_fixture_shared ("hostile/blns.json");
  if (path == NULL)
    return;
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint count = 0;
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *inner = g_strcompress (g_strstrip (lines[i]));
      g_autofree char *valid = g_utf8_make_valid (inner, -1);
      gsize length = strlen (valid);
      if (length < 4)
        continue;
      LecternProgrammeSession *session = lectern_programme_add_session (p);
      session->title = g_strdup_printf ("%u %.*s", ++count, (int) length, valid);
      /* what readers make one line of is tested apart */
      g_strdelimit (session->title, "\n\r\t\v\f", '.');
      g_autofree char *shown = g_utf8_make_valid (session->title, -1);
      g_free (session->title);
      GString *kept = g_string_new (NULL);
      for (const char *c = shown; *c; c = g_utf8_next_char (c))
        if (g_utf8_get_char (c) > 0x20 && g_unichar_isgraph (g_utf8_get_char (c))
            && g_utf8_get_char (c) < 0xFFF0)
          g_string_append_unichar (kept, g_utf8_get_char (c));
      session->title = g_string_free (kept, FALSE);
      session->abstract = g_strdup (session->title);
      session->day = 1;
      session->start_minute = 600 + count;
      session->duration = 5;
    }
  g_assert_cmpuint (count, >, 300);
  check_programme (p, json != NULL);
}

static void
test_forbidden_characters (void)
{
  g_autoptr (LecternProgramme) p = out_fixture_programme ();
  g_autoptr (GPtrArray) omissions = lectern_out_omissions_new ();
  LecternProgrammeSession *session = g_ptr_array_index (p->sessions, 0);
  g_free (session->abstract);
  session->abstract = g_strdup ("a\001b\033c\xef\xbf\xbe" "d");
  g_autoptr (GBytes) out = lectern_schedule_xml_write (p, omissions, NULL);
  out_fixture_assert_contains (out, "<abstract>abcd</abstract>");
  g_assert_true (says (omissions, "Welcome", "3 characters"));
}

static void
test_real (gconstpointer data)
{
  g_autofree char *path = out_fixture_shared (data);
  g_autofree char *content = NULL;
  gsize length;
  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  g_autoptr (LecternProgramme) p = read_back (bytes, g_str_has_suffix (path, ".json"));
  LecternProgrammeSession *session = g_ptr_array_index (p->sessions, p->sessions->len / 2);
  g_free (session->title);
  session->title = g_strdup ("Changed here");
  check_programme (p, FALSE);
  check_programme (p, TRUE);
}

int
main (int argc, char **argv)
{
  static const char *const real[] = {
    "schedules/31c3-2014.xml",         "schedules/34c3-jugend-hackt-2017.xml",
    "schedules/38c3-2024.xml",         "schedules/fosdem-2014.xml",
    "schedules/fosdem-2024.xml",       "schedules/froscon-2013.xml",
    "schedules/jev22-everything.xml",  "schedules/34c3-jugend-hackt-2017.json",
    "schedules/frab-cccamp-2019.json", "schedules/jev22-everything.json",
    "schedules/pretalx-democon.json",  "schedules/c3hub-schedule2.json",
  };
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/schedule-out/own/xml", NULL, test_own);
  g_test_add_data_func ("/schedule-out/own/json", "json", test_own);
  g_test_add_func ("/schedule-out/omissions", test_omissions);
  g_test_add_func ("/schedule-out/copies", test_copies);
  g_test_add_func ("/schedule-out/no-days", test_no_days);
  g_test_add_data_func ("/schedule-out/naughty/xml", NULL, test_naughty);
  g_test_add_data_func ("/schedule-out/naughty/json", "json", test_naughty);
  g_test_add_func ("/schedule-out/forbidden-characters", test_forbidden_characters);
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("/schedule-out/real/%s", real[i] + strlen ("schedules/"));
      g_test_add_data_func (name, real[i], test_real);
    }
  int result = g_test_run ();
  out_fixture_clean ();
  return result;
}
