/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-time.h"

#include "lectern-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTES_PER_DAY 1440
#define SECONDS_PER_DAY 86400
#define MOST_ZONES_KEPT 32

/**
 * lectern_time_format:
 * @minutes: after 00:00
 *
 * Returns: (transfer full): the time of day as the person's region writes it: "9:40",
 * Swedish and Danish "09.40", Finnish "9.40", French "9h40"
 */
char *
lectern_time_format (int minutes)
{
  int hour = minutes / 60 % 24, minute = minutes % 60;
  const char *language = lectern_date_words_language ();
  if (strcmp (language, "sv") == 0 || strcmp (language, "da") == 0)
    return g_strdup_printf ("%02d.%02d", hour, minute);
  if (strcmp (language, "fi") == 0)
    return g_strdup_printf ("%d.%02d", hour, minute);
  if (strcmp (language, "fr") == 0)
    return g_strdup_printf ("%dh%02d", hour, minute);
  return g_strdup_printf ("%d:%02d", hour, minute);
}

char *
lectern_time_format_range (int start, int end)
{
  g_autofree char *from = lectern_time_format (start);
  g_autofree char *to = lectern_time_format (end);
  return g_strdup_printf ("%s–%s", from, to);
}

char *
lectern_time_format_iso (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

char *
lectern_duration_format (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/* Whether it looks like "+01:00". */
static gboolean
is_offset (const char *zone)
{
  return (zone[0] == '+' || zone[0] == '-') && strlen (zone) == 6 && zone[3] == ':'
         && g_ascii_isdigit (zone[1]) && g_ascii_isdigit (zone[2]) && g_ascii_isdigit (zone[4])
         && g_ascii_isdigit (zone[5]);
}

/* GLib takes more than we promise: POSIX rules ("XYZ5"), paths, a default for
 * what it does not know. So only names and offsets get that far. */
static gboolean
is_zone_name (const char *zone)
{
  gboolean has_slash = FALSE;
  if (!g_ascii_isalpha (zone[0]))
    return FALSE;
  for (const char *c = zone; *c != '\0'; c++)
    if (*c == '/')
      has_slash = TRUE;
    else if (!g_ascii_isalpha (*c) && *c != '_'
             && !(has_slash && (g_ascii_isdigit (*c) || *c == '+' || *c == '-')))
      return FALSE;
  return TRUE;
}

/* A zone, NULL where it is none. GLib forgets a zone with its last reference and then
 * reads all its rules again (1.5 s for the times of 1,500 sessions), so the few that a
 * workspace has are kept; a file with thousands of them does not fill the memory. */
static GTimeZone *
open_zone (const char *zone)
{
  static GMutex lock;
  static GHashTable *kept = NULL;
  if (zone == NULL || *zone == '\0' || (!is_offset (zone) && !is_zone_name (zone)))
    return NULL;
  g_mutex_lock (&lock);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) g_time_zone_unref);
  GTimeZone *tz = g_hash_table_lookup (kept, zone);
  if (tz != NULL)
    g_time_zone_ref (tz);
  else
    {
      tz = g_time_zone_new_identifier (zone);
      if (tz != NULL && g_hash_table_size (kept) < MOST_ZONES_KEPT)
        g_hash_table_insert (kept, g_strdup (zone), g_time_zone_ref (tz));
    }
  g_mutex_unlock (&lock);
  return tz;
}

gboolean
lectern_time_zone_exists (const char *zone)
{
  GTimeZone *tz = open_zone (zone);
  if (tz == NULL)
    return FALSE;
  g_time_zone_unref (tz);
  return TRUE;
}

static gint64
offset_at (GTimeZone *tz, gint64 seconds)
{
  return g_time_zone_get_offset (tz,
                                 g_time_zone_find_interval (tz, G_TIME_TYPE_UNIVERSAL, seconds));
}

gint64
lectern_time_instant (
    const char *date, int minutes, const char *zone, gboolean second, gboolean *moved)
{
  GDate day;
  g_autoptr (GTimeZone) tz = open_zone (zone);
  if (moved != NULL)
    *moved = FALSE;
  if (tz == NULL || !lectern_date_parse (date, &day))
    return -1;
  /* As if the clock showed UTC; 719163 is the Julian day of 1970-01-01 in GDate's count. */
  gint64 local = ((gint64) g_date_get_julian (&day) - 719163) * SECONDS_PER_DAY + minutes * 60;
  gint64 before = offset_at (tz, local - SECONDS_PER_DAY);
  gint64 after = offset_at (tz, local + SECONDS_PER_DAY);
  gboolean is_before = offset_at (tz, local - before) == before;
  gboolean is_after = offset_at (tz, local - after) == after;
  gint64 seconds;
  if (is_before && is_after)
    {
      gint64 first = MIN (local - before, local - after),
             last = MAX (local - before, local - after);
      seconds = second ? last : first;
    }
  else if (is_before || is_after)
    seconds = local - (is_before ? before : after);
  else
    {
      /* The hour that the clock jumps over: the old offset gives a time after the jump. */
      seconds = local - before;
      if (moved != NULL)
        *moved = TRUE;
    }
  return seconds * 1000;
}

/* The clock's reading at an instant, as seconds since 1970 of that clock; FALSE: bad zone. */
static gboolean
read_local (gint64 instant, const char *zone, GDateTime **clock, int *offset)
{
  g_autoptr (GTimeZone) tz = open_zone (zone);
  if (tz == NULL)
    return FALSE;
  gint64 seconds = instant / 1000 - (instant % 1000 < 0);
  *offset = (int) offset_at (tz, seconds);
  *clock = g_date_time_new_from_unix_utc (seconds + *offset);
  return *clock != NULL;
}

/**
 * lectern_time_local:
 * @instant: milliseconds since 1970
 * @offset: (out) (optional): seconds east of UTC
 *
 * Returns: (transfer full) (nullable): "2026-06-17T09:40"; NULL where the zone is unknown
 */
char *
lectern_time_local (gint64 instant, const char *zone, int *offset)
{
  g_autoptr (GDateTime) clock = NULL;
  int east;
  if (!read_local (instant, zone, &clock, &east))
    return NULL;
  if (offset != NULL)
    *offset = east;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_time_get_year (clock),
                          g_date_time_get_month (clock), g_date_time_get_day_of_month (clock),
                          g_date_time_get_hour (clock), g_date_time_get_minute (clock));
}

char *
lectern_time_format_rfc3339 (gint64 instant, const char *zone)
{
  g_autoptr (GDateTime) clock = NULL;
  int east;
  if (!read_local (instant, zone, &clock, &east))
    return NULL;
  g_autofree char *local = lectern_time_local (instant, zone, NULL);
  return g_strdup_printf ("%s:%02d%c%02d:%02d", local, g_date_time_get_second (clock),
                          east < 0 ? '-' : '+', ABS (east) / 3600, ABS (east) / 60 % 60);
}

char *
lectern_instant_format (gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr (GDateTime) then = utc ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  if (then == NULL)
    return g_strdup ("");
  g_autofree char *date = g_date_time_format (then, "%Y-%m-%d");
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *time
      = lectern_time_format (g_date_time_get_hour (then) * 60 + g_date_time_get_minute (then));
  if (strcmp (date, today) == 0)
    /* TRANSLATORS: when something happened; %s is a time of day */
    return g_strdup_printf (_("today %s"), time);
  if (lectern_date_days_between (date, today) == 1)
    /* TRANSLATORS: when something happened; %s is a time of day */
    return g_strdup_printf (_("yesterday %s"), time);
  GDate day;
  lectern_date_parse (date, &day);
  gboolean same_year = g_date_time_get_year (then) == g_date_time_get_year (now);
  g_autofree char *words
      = lectern_date_words_format (lectern_date_words_language (), &day,
                                   same_year ? LECTERN_DATE_DAY_MONTH : LECTERN_DATE_PLAIN);
  return g_strdup_printf ("%s %s", words, time);
}
