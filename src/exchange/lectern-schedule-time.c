/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-time.h"

#include <string.h>

/* 1 January of the year 1 and 31 December 9999, in days since 1970 */
#define FIRST_DAY (-719162)
#define LAST_DAY 2932896

/* Exactly @n digits; -1 where there are fewer. */
static int
digits (const char **at, int n)
{
  int value = 0;
  for (int i = 0; i < n; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return -1;
      value = value * 10 + (**at - '0');
    }
  return value;
}

/* Up to @max digits, at least one; -1 where there is none. */
static int
some_digits (const char **at, int max)
{
  int value = -1;
  for (int i = 0; i < max && g_ascii_isdigit (**at); i++, (*at)++)
    value = MAX (value, 0) * 10 + (**at - '0');
  return value;
}

/* Days since 1970 in the Gregorian calendar. Years are counted from March, so that
   the leap day is a year's last and 153 days are always five months. */
static int
days_of_civil (int year, int month, int day)
{
  year -= month <= 2;
  int era = year / 400;
  int year_of_era = year - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - 719468;
}

static gboolean
parse_date (const char **at, int *days)
{
  int year = digits (at, 4);
  if (year < 1 || *(*at)++ != '-')
    return FALSE;
  int month = digits (at, 2);
  if (month < 1 || *(*at)++ != '-')
    return FALSE;
  int day = digits (at, 2);
  if (!g_date_valid_dmy (MAX (day, 0), month, year))
    return FALSE;
  *days = days_of_civil (year, month, day);
  return TRUE;
}

static gboolean
parse_offset (const char **at, LecternScheduleTime *time)
{
  if (**at == 'Z' || **at == 'z')
    {
      ++*at;
      time->has_offset = TRUE;
      return TRUE;
    }
  if (**at != '+' && **at != '-')
    return TRUE;
  int sign = *(*at)++ == '-' ? -1 : 1;
  int hours = some_digits (at, 2);
  if (**at == ':')
    ++*at;
  int minutes = g_ascii_isdigit (**at) ? digits (at, 2) : 0;
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59)
    return FALSE;
  time->offset = sign * (hours * 60 + minutes) * 60;
  time->has_offset = TRUE;
  return TRUE;
}

static gboolean
parse_clock (const char **at, int *minute)
{
  int hours = some_digits (at, 2);
  if (hours < 0 || *(*at)++ != ':')
    return FALSE;
  int minutes = digits (at, 2);
  if (minutes < 0 || minutes > 59)
    return FALSE;
  if (**at == ':')
    {
      ++*at;
      if (some_digits (at, 2) < 0)
        return FALSE;
      if (**at == '.' || **at == ',')
        {
          ++*at;
          some_digits (at, 9);
        }
    }
  *minute = hours * 60 + minutes;
  return TRUE;
}

gboolean
lectern_schedule_time_parse (const char *text, LecternScheduleTime *time)
{
  const char *at = text;
  if (text == NULL)
    return FALSE;
  while (g_ascii_isspace (*at))
    at++;
  *time = (LecternScheduleTime){ .minute = -1 };
  if (!parse_date (&at, &time->days))
    return FALSE;
  if ((*at == 'T' || *at == 't' || *at == ' ') && g_ascii_isdigit (at[1]))
    {
      at++;
      if (!parse_clock (&at, &time->minute) || time->minute > 24 * 60)
        return FALSE;
      while (*at == ' ')
        at++;
      if (!parse_offset (&at, time))
        return FALSE;
    }
  while (g_ascii_isspace (*at))
    at++;
  return *at == '\0';
}

char *
lectern_schedule_date_format (int days)
{
  GDate date;
  char text[16];
  /* GLib counts from 1 January of the year 1; another zone may lie beyond either end */
  g_date_set_julian (&date, 719163 + CLAMP (days, FIRST_DAY, LAST_DAY));
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date),
              g_date_get_month (&date), g_date_get_day (&date));
  return g_strdup (text);
}

char *
lectern_schedule_offset_format (int seconds)
{
  int minutes = ABS (seconds) / 60;
  return g_strdup_printf ("%c%02d:%02d", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

int
lectern_schedule_clock_parse (const char *text)
{
  const char *at = text;
  int minute;
  if (text == NULL)
    return -1;
  while (g_ascii_isspace (*at))
    at++;
  if (!parse_clock (&at, &minute) || minute >= 48 * 60)
    return -1;
  while (g_ascii_isspace (*at))
    at++;
  return *at == '\0' ? minute : -1;
}

/* "PT1H30M", "P1DT2H" */
static int
parse_iso_duration (const char *at)
{
  gint64 minutes = 0;
  gboolean time = FALSE;
  for (at++; *at != '\0'; at++)
    {
      if (*at == 'T')
        {
          time = TRUE;
          continue;
        }
      int n = some_digits (&at, 5);
      if (n < 0)
        return -1;
      if (*at == 'D' && !time)
        minutes += n * 24 * 60;
      else if (*at == 'H' && time)
        minutes += n * 60;
      else if (*at == 'M' && time)
        minutes += n;
      else if (*at != 'S' || !time)
        return -1;
      if (minutes > G_MAXINT)
        return -1;
    }
  return (int) minutes;
}

int
lectern_schedule_duration_parse (const char *text)
{
  const char *at = text;
  int part[3], n = 0;
  if (text == NULL)
    return -1;
  while (g_ascii_isspace (*at))
    at++;
  if (*at == 'P')
    return parse_iso_duration (at);
  const char *first = at;
  for (; n < 3; at++)
    {
      part[n] = some_digits (&at, 5);
      if (part[n++] < 0)
        return -1;
      if (*at != ':')
        break;
    }
  gboolean days = n == 3 && first[1] == ':';
  while (g_ascii_isspace (*at))
    at++;
  if (*at != '\0' || (n > 1 && part[1] > 59))
    return -1;
  if (n == 1)
    return part[0];
  return days ? (part[0] * 24 + part[1]) * 60 + part[2] : part[0] * 60 + part[1];
}

static int
offset_at (GTimeZone *zone, gint64 seconds)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

void
lectern_schedule_time_to_zone (LecternScheduleTime *time, GTimeZone *zone, gboolean *second)
{
  gint64 instant = (gint64)time->days * 86400 + time->minute * 60 - time->offset;
  int offset = offset_at (zone, instant);
  gint64 wall = instant + offset;
  *second = offset_at (zone, instant - 3600) == offset + 3600;
  time->days = (int)(wall >= 0 ? wall / 86400 : (wall - 86399) / 86400);
  time->minute = (int)(wall - (gint64)time->days * 86400) / 60;
  time->offset = offset;
}
