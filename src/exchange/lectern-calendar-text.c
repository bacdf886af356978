/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-text.h"

#include "lectern-time.h"

#include <libical/ical.h>

#include <string.h>

#define FOLD_AT 75
#define DAY (24 * 60 * 60)
#define LOOK_AROUND (400 * DAY) /* a zone with summer time changes at least once in it */

void
lectern_calendar_line (GString *out, const char *line)
{
  gsize width = 0;
  for (const char *c = line; *c;)
    {
      const char *next = g_utf8_next_char (c);
      gsize length = next - c;
      if (width + length > FOLD_AT)
        {
          g_string_append (out, "\r\n ");
          width = 1;
        }
      g_string_append_len (out, c, length);
      width += length;
      c = next;
    }
  g_string_append (out, "\r\n");
}

/* A TEXT value: line breaks as \n, control characters left out. */
static char *
escape (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *c = text ? text : ""; *c; c++)
    {
      guchar u = *c;
      if (u == '\r' && c[1] == '\n')
        continue;
      if (u == '\n' || u == '\r')
        g_string_append (out, "\\n");
      else if (strchr ("\\;,", u))
        g_string_append_printf (out, "\\%c", u);
      else if (u == '\t' || (u >= 0x20 && u != 0x7f))
        g_string_append_c (out, u);
    }
  return g_string_free (out, FALSE);
}

void
lectern_calendar_text (GString *out, const char *name, const char *parameters, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_autofree char *value = escape (text);
  g_autofree char *line = g_strdup_printf ("%s%s:%s", name, parameters, value);
  lectern_calendar_line (out, line);
}

void
lectern_calendar_value (GString *out, const char *name, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);
  lectern_calendar_line (out, line);
}

char *
lectern_calendar_utc (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / 1000);
  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

static int
interval_at (GTimeZone *zone, gint64 time)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time);
}

/* The first second after @from, and at most at @to, in which another interval is in
   force; FALSE where the interval lasts. The intervals in between are passed over a
   day at a time, which no zone's change is shorter than. */
static gboolean
next_change (GTimeZone *zone, gint64 from, gint64 to, gint64 *change)
{
  int here = interval_at (zone, from);
  for (gint64 time = from; time < to; time += DAY)
    {
      gint64 low = time, high = MIN (time + DAY, to);
      if (interval_at (zone, high) == here)
        continue;
      while (high - low > 1)
        {
          gint64 middle = low + (high - low) / 2;
          if (interval_at (zone, middle) == here)
            low = middle;
          else
            high = middle;
        }
      *change = high;
      return TRUE;
    }
  return FALSE;
}

static char *
offset_text (gint32 seconds)
{
  guint size = ABS (seconds);
  char sign = seconds < 0 ? '-' : '+';
  if (size % 60)
    return g_strdup_printf ("%c%02u%02u%02u", sign, size / 3600, size / 60 % 60, size % 60);
  return g_strdup_printf ("%c%02u%02u", sign, size / 3600, size / 60 % 60);
}

/* @onset: when it begins; 0: it is as old as anything here. */
static void
write_observance (GString *out, GTimeZone *zone, gint64 onset, gint64 in_force)
{
  int now = interval_at (zone, in_force);
  gint32 to = g_time_zone_get_offset (zone, now);
  gint32 from = onset ? g_time_zone_get_offset (zone, interval_at (zone, onset - 1)) : to;
  const char *kind = g_time_zone_is_dst (zone, now) ? "DAYLIGHT" : "STANDARD";
  g_autofree char *from_text = offset_text (from);
  g_autofree char *to_text = offset_text (to);
  /* the onset is told in the local time before it */
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (onset ? onset + from : 0);
  g_autofree char *start_text = g_date_time_format (start, "%Y%m%dT%H%M%S");

  lectern_calendar_value (out, "BEGIN", kind);
  lectern_calendar_value (out, "DTSTART", start_text);
  lectern_calendar_value (out, "TZOFFSETFROM", from_text);
  lectern_calendar_value (out, "TZOFFSETTO", to_text);
  lectern_calendar_text (out, "TZNAME", "", g_time_zone_get_abbreviation (zone, now));
  lectern_calendar_value (out, "END", kind);
}

void
lectern_calendar_zone (GString *out, const char *name, gint64 from, gint64 to)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);
  if (zone == NULL || g_str_equal (name, "UTC"))
    return;
  gint64 first = from / 1000, last = to / 1000, change = 0, onset = 0;

  /* the onset of what is in force at the start: the last change before it */
  for (gint64 at = first - LOOK_AROUND; next_change (zone, at, first, &change); at = change)
    onset = change;

  lectern_calendar_value (out, "BEGIN", "VTIMEZONE");
  lectern_calendar_value (out, "TZID", name);
  write_observance (out, zone, onset, first);
  for (gint64 at = first; next_change (zone, at, at + LOOK_AROUND, &change); at = change)
    {
      write_observance (out, zone, change, change);
      if (change > last)
        break;
    }
  lectern_calendar_value (out, "END", "VTIMEZONE");
}

/* A rule that another calendar understands: UNTIL is in UTC where the start has a time. */
gboolean
lectern_calendar_rule_is_valid (const char *rule)
{
  const char *until = strstr (rule, "UNTIL=");
  if (strcspn (rule, " \r\n:") != strlen (rule)
      || icalrecurrencetype_from_string (rule).freq == ICAL_NO_RECURRENCE)
    return FALSE;
  if (until == NULL)
    return TRUE;
  gsize length = strcspn (until, ";");
  return length == strlen ("UNTIL=20260617T000000Z") && until[length - 1] == 'Z';
}

static void
add_date (GString *out, const char *name, const char *date)
{
  g_autofree char *line = g_strdup_printf ("%s;VALUE=DATE:%.4s%.2s%.2s", name, date, date + 5, date + 8);
  lectern_calendar_line (out, line);
}

void
lectern_calendar_whole_day (GString *out, const char *date)
{
  g_autofree char *next = lectern_date_add_days (date, 1);
  add_date (out, "DTSTART", date);
  if (lectern_date_is_valid (next))
    add_date (out, "DTEND", next);
}

void
lectern_calendar_stamps (GString *out, gint64 changed, gint64 lamport)
{
  g_autofree char *stamp = lectern_calendar_utc (changed);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (lamport, 0, G_MAXINT32));
  lectern_calendar_value (out, "DTSTAMP", stamp);
  lectern_calendar_value (out, "LAST-MODIFIED", stamp);
  lectern_calendar_value (out, "SEQUENCE", sequence);
}

gboolean
lectern_calendar_is_named_zone (const char *zone)
{
  return g_ascii_isalpha (zone[0]) && !g_str_equal (zone, "UTC");
}
