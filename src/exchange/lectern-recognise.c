/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-recognise.h"

#include "lectern-json-guard.h"
#include "lectern-recognise-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 4096 /* what is looked at, besides JSON */

/* The beginning as plain bytes: without byte order mark and leading space; of UTF-16 every
   other byte, which is enough to see ASCII words in it. */
static char *
head_of (const char *data, gsize length, gsize *n)
{
  gsize at = 0, step = 1;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  else if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      at = data[0] == '\xff' ? 2 : 3;
      step = 2;
    }
  while (at < length && g_ascii_isspace (data[at]))
    at += step;
  char *head = g_malloc (HEAD + 1);
  for (*n = 0; *n < HEAD && at < length; at += step)
    head[(*n)++] = data[at];
  head[*n] = '\0';
  return head;
}

static gboolean
has_line (const char *head, const char *line)
{
  for (const char *at = head; at != NULL;
       at = strchr (at, '\n') != NULL ? strchr (at, '\n') + 1 : NULL)
    if (g_ascii_strncasecmp (at, line, strlen (line)) == 0)
      return TRUE;
  return FALSE;
}

/* The local name of the first element, past declaration, comments and document type. */
static char *
root_of (const char *head)
{
  const char *at = strchr (head, '<');
  while (at != NULL && (at[1] == '?' || at[1] == '!'))
    {
      const char *end = g_str_has_prefix (at, "<!--") ? strstr (at, "-->") : strchr (at, '>');
      const char *subset = strchr (at, '[');
      if (g_str_has_prefix (at, "<!DOCTYPE") && end != NULL && subset != NULL && subset < end)
        end = strstr (at, "]>");
      at = end != NULL ? strchr (end, '<') : NULL;
    }
  if (at == NULL)
    return NULL;
  gsize length = strcspn (at + 1, " \t\r\n/>");
  char *name = g_strndup (at + 1, length);
  char *local = strchr (name, ':');
  if (local != NULL)
    memmove (name, local + 1, strlen (local));
  return name;
}

static LecternFormat
recognise_markup (const char *head)
{
  static const struct
  {
    const char *root;
    LecternFormat format;
  } roots[] = {
    { "schedule", LECTERN_FORMAT_SCHEDULE_XML },
    { "html", LECTERN_FORMAT_HTML },
    { "icalendar", LECTERN_FORMAT_XCAL },
    { "vcards", LECTERN_FORMAT_XCARD },
    { "rss", LECTERN_FORMAT_FEED },
    { "feed", LECTERN_FORMAT_FEED },
    { "head", LECTERN_FORMAT_HTML },
    { "body", LECTERN_FORMAT_HTML },
  };
  if (g_ascii_strncasecmp (head, "<!doctype html", 14) == 0)
    return LECTERN_FORMAT_HTML;
  g_autofree char *root = root_of (head);
  for (gsize i = 0; root != NULL && i < G_N_ELEMENTS (roots); i++)
    if (g_ascii_strcasecmp (root, roots[i].root) == 0)
      return roots[i].format;
  return LECTERN_FORMAT_XML;
}

/* Columns of the record at *at, which may go over several lines where it is quoted. */
static guint
columns_of (const char **at, char delimiter)
{
  guint n = 0;
  gboolean quoted = FALSE;
  for (; **at != '\0' && (quoted || (**at != '\n' && **at != '\r')); ++*at)
    if (**at == '"')
      quoted = !quoted;
    else if (**at == delimiter && !quoted)
      n++;
  return n;
}

/* Whether at least half of the first records have the same columns. */
static gboolean
is_table (const char *head)
{
  for (const char *delimiter = ",;\t|"; *delimiter != '\0'; delimiter++)
    {
      guint columns[33] = { 0 }, records = 0, best = 0, first = 0;
      for (const char *at = head; *at != '\0' && records < 20;)
        {
          const char *start = at;
          guint n = columns_of (&at, *delimiter);
          if (at > start)
            {
              columns[MIN (n, 32)]++;
              first = records++ == 0 ? MIN (n, 32) : first;
            }
          at += *at != '\0';
        }
      for (guint n = 1; n < G_N_ELEMENTS (columns); n++)
        best = MAX (best, columns[n]);
      /* Text that was pasted has tabs, too, but not from its first line on. */
      if (*delimiter == '\t' && columns[first] < best)
        continue;
      if (best >= 2 ? best * 2 >= records : best == 1 && records <= 2)
        return TRUE;
    }
  return FALSE;
}

static LecternFormat
recognise_json (const char *data, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  if (!lectern_json_guard (data, length, NULL))
    return LECTERN_FORMAT_JSON;
  gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (!json_parser_load_from_data (parser, data + mark, (gssize)(length - mark), NULL))
    return LECTERN_FORMAT_JSON;
  return lectern_recognise_json (json_parser_get_root (parser));
}

LecternFormat
lectern_recognise (GBytes *file)
{
  static const struct
  {
    const char *magic;
    gsize length;
    LecternFormat format;
  } magics[]
      = { { "SQLite format 3", 16, LECTERN_FORMAT_WORKSPACE }, { "%PDF-", 5, LECTERN_FORMAT_PDF } };
  gsize length, n;
  const char *data = g_bytes_get_data (file, &length);
  if (data == NULL || length == 0)
    return LECTERN_FORMAT_EMPTY;
  g_autofree char *head = head_of (data, length, &n);
  if (n == 0)
    return LECTERN_FORMAT_EMPTY;
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
      return magics[i].format;
  if (n >= 4 && memcmp (head, "PK\003\004", 4) == 0)
    return memmem (data, length, "xl/", 3) != NULL ? LECTERN_FORMAT_XLSX : LECTERN_FORMAT_ZIP;
  if (*head == '{' || *head == '[')
    return recognise_json (data, length);
  if (*head == '<')
    return recognise_markup (head);
  if (has_line (head, "BEGIN:VCARD"))
    return LECTERN_FORMAT_VCARD;
  if (has_line (head, "BEGIN:VCALENDAR") || g_ascii_strncasecmp (head, "BEGIN:", 6) == 0)
    return LECTERN_FORMAT_ICALENDAR;
  if (memchr (head, '\0', n) != NULL)
    return LECTERN_FORMAT_UNKNOWN;
  return is_table (head) ? LECTERN_FORMAT_CSV : LECTERN_FORMAT_TEXT;
}

static const struct
{
  const char *name;
  const char *refusal;
} formats[] = {
  [LECTERN_FORMAT_UNKNOWN] = { "unknown", N_ ("This is no kind of file that Lectern knows.") },
  [LECTERN_FORMAT_EMPTY] = { "empty", N_ ("The file is empty.") },
  [LECTERN_FORMAT_SCHEDULE_XML] = { "schedule.xml", NULL },
  [LECTERN_FORMAT_SCHEDULE_JSON] = { "schedule.json", NULL },
  [LECTERN_FORMAT_SCHEDULE_JSON_2] = { "schedule.json", NULL },
  [LECTERN_FORMAT_ICALENDAR]
  = { "iCalendar", NULL },
  [LECTERN_FORMAT_XCAL]
  = { "xCal", N_ ("This is a calendar in XML (xCal); Lectern reads calendars as iCalendar files (.ics).") },
  [LECTERN_FORMAT_JCAL]
  = { "jCal", N_ ("This is a calendar in JSON (jCal); Lectern reads calendars as iCalendar files (.ics).") },
  [LECTERN_FORMAT_VCARD]
  = { "vCard", N_ ("These are contacts (vCard); Lectern does not read contacts yet.") },
  [LECTERN_FORMAT_XCARD]
  = { "xCard", N_ ("These are contacts (xCard); Lectern does not read contacts yet.") },
  [LECTERN_FORMAT_JCARD]
  = { "jCard", N_ ("These are contacts (jCard); Lectern does not read contacts yet.") },
  [LECTERN_FORMAT_CSV] = { "CSV", N_ ("This is a table (CSV); Lectern does not read tables yet.") },
  [LECTERN_FORMAT_XLSX]
  = { "XLSX", N_ ("This is a workbook (XLSX); Lectern does not read workbooks yet.") },
  [LECTERN_FORMAT_ZIP]
  = { "ZIP", N_ ("This is a ZIP archive or an office document, not a programme.") },
  [LECTERN_FORMAT_WORKSPACE]
  = { "workspace",
      N_ ("This is a database; a Lectern workspace is opened or restored, not imported.") },
  [LECTERN_FORMAT_PDF] = { "PDF", N_ ("This is a PDF document, not a programme.") },
  [LECTERN_FORMAT_HTML]
  = { "HTML",
      N_ ("This is a web page, not a programme; perhaps the site wants you to sign in first.") },
  [LECTERN_FORMAT_FEED] = { "feed", N_ ("This is a news feed, not a programme.") },
  [LECTERN_FORMAT_XML]
  = { "XML", N_ ("This is XML, but not a programme: it does not begin with “schedule”.") },
  [LECTERN_FORMAT_INDICO]
  = { "Indico", N_ ("This is an answer of Indico’s interface; Lectern does not read it.") },
  [LECTERN_FORMAT_PRETALX] = { "pretalx", N_ ("This is an answer of pretalx’s interface; Lectern "
                                              "reads pretalx’s schedule.xml and schedule.json.") },
  [LECTERN_FORMAT_JSON]
  = { "JSON", N_ ("This is JSON, but not a programme: it has no “schedule” with a “conference”.") },
  [LECTERN_FORMAT_TEXT]
  = { "text", N_ ("This is plain text that Lectern does not know as a programme.") },
};

const char *
lectern_format_name (LecternFormat format)
{
  return formats[format].name;
}

const char *
lectern_format_refusal (LecternFormat format)
{
  return formats[format].refusal != NULL ? _ (formats[format].refusal) : NULL;
}
