/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where sessions belong: read first, placed when the whole file is known, because
 * only then is it clear which zone its times are in.
 */
#include "lectern-schedule-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_CHANGE (4 * 60) /* where the source does not say when a day begins */

static const char *
title_of (const LecternProgrammeSession *session)
{
  return session->title != NULL && *session->title != '\0' ? session->title : _ ("Untitled");
}

void
lectern_schedule_build_moment (LecternScheduleBuild *build,
                               LecternProgrammeSession *session,
                               int day,
                               const char *date,
                               const char *start,
                               const char *duration,
                               const char *end)
{
  LecternScheduleMoment m = { .session = session, .day = day };
  m.dated = lectern_schedule_time_parse (date, &m.begin);
  m.bounded = lectern_schedule_time_parse (end, &m.end) && m.end.minute >= 0;
  m.clock = lectern_schedule_clock_parse (start);
  session->duration = lectern_schedule_duration_parse (duration);
  if (!m.dated && date != NULL && *date != '\0')
    lectern_schedule_build_doubt (build, session->where, _ ("“%s” is not a date."), date);
  if (m.clock < 0 && start != NULL && *start != '\0')
    lectern_schedule_build_doubt (build, session->where, _ ("“%s” is not a time of day."), start);
  g_array_append_val (build->moments, m);
}

static int
zone_offset (GTimeZone *zone, const LecternScheduleTime *time)
{
  LecternScheduleTime copy = *time;
  gboolean second;
  lectern_schedule_time_to_zone (&copy, zone, &second);
  return copy.offset;
}

/* The offset that most dated sessions have; FALSE where none has one. */
static gboolean
common_offset (LecternScheduleBuild *build, int *offset, guint *n_of_it, guint *n_of_zone)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  *n_of_it = *n_of_zone = 0;
  for (guint i = 0; i < build->moments->len; i++)
    {
      const LecternScheduleMoment *m = &g_array_index (build->moments, LecternScheduleMoment, i);
      if (!m->dated || !m->begin.has_offset || m->begin.minute < 0)
        continue;
      gpointer key = GINT_TO_POINTER (m->begin.offset);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n > *n_of_it)
        {
          *n_of_it = n;
          *offset = m->begin.offset;
        }
      if (build->zone != NULL && zone_offset (build->zone, &m->begin) == m->begin.offset)
        ++*n_of_zone;
    }
  return *n_of_it > 0;
}

/* Without a zone the common offset stands for it. So it does where the file names a zone
 * that hardly any of its times is in: people read the clock times. */
static void
settle_zone (LecternScheduleBuild *build)
{
  int offset = 0;
  guint n_of_it, n_of_zone;
  if (!common_offset (build, &offset, &n_of_it, &n_of_zone))
    return;
  if (build->zone != NULL && n_of_zone >= n_of_it)
    return;
  g_autofree char *text = lectern_schedule_offset_format (offset);
  if (build->zone != NULL)
    {
      lectern_schedule_build_doubt (build, "time_zone_name",
                                    _ ("The programme names the time zone “%s”, but its times are "
                                       "at %s; they are kept as they stand."),
                                    build->programme->time_zone, text);
      lectern_schedule_extra_add (&build->programme->extra, "time_zone_name",
                                  build->programme->time_zone);
      g_clear_pointer (&build->zone, g_time_zone_unref);
    }
  g_free (build->programme->time_zone);
  build->programme->time_zone = g_steal_pointer (&text);
  build->has_offset = TRUE;
  build->offset = offset;
}

/* The wall clock of the programme. */
static void
to_wall (LecternScheduleBuild *build, LecternScheduleTime *time, gboolean *second)
{
  *second = FALSE;
  if (!time->has_offset || time->minute < 0)
    return;
  if (build->zone != NULL)
    lectern_schedule_time_to_zone (time, build->zone, second);
  else if (build->has_offset && build->offset != time->offset)
    {
      int minute = time->minute + (build->offset - time->offset) / 60;
      int days = minute >= 0 ? minute / 1440 : -((1439 - minute) / 1440);
      time->days += days;
      time->minute = minute - days * 1440;
      time->offset = build->offset;
    }
}

/* When a day begins, of its first and last moment in the file. What lies before it
 * and has no date of its own belongs to the night after. */
static int
day_start (LecternScheduleBuild *build, int date, const char *start, const char *end)
{
  LecternScheduleTime from, until;
  gboolean second;
  gboolean has_start = lectern_schedule_time_parse (start, &from) && from.minute >= 0;
  gboolean has_end = lectern_schedule_time_parse (end, &until) && until.minute >= 0;
  if (has_start)
    to_wall (build, &from, &second);
  if (has_end)
    to_wall (build, &until, &second);
  if (build->day_change >= 0)
    return build->day_change;
  gboolean over_night = has_end && until.days == date + 1 && until.minute <= 12 * 60;
  if (has_start && from.days == date && from.minute <= 9 * 60
      && (!over_night || (from.minute >= until.minute && from.minute - until.minute <= 60)))
    return from.minute;
  return over_night && until.minute > 0 ? until.minute : DAY_CHANGE;
}

/* Days are numbered by their dates, wherever they stand in the file. */
static void
number_days (LecternScheduleBuild *build)
{
  for (guint i = 0; i < build->days->len; i++)
    {
      LecternProgrammeDay *day = g_ptr_array_index (build->programme->days, i);
      int date = g_array_index (build->days, int, i);
      day->number = 1;
      for (guint k = 0; k < build->days->len; k++)
        {
          int other = g_array_index (build->days, int, k);
          day->number += other < date || (other == date && k < i);
        }
    }
}

static void
begin_days (LecternScheduleBuild *build)
{
  for (guint i = 0; i < build->days->len; i++)
    {
      LecternProgrammeDay *day = g_ptr_array_index (build->programme->days, i);
      day->start_minute = day_start (build, g_array_index (build->days, int, i), day->source_start,
                                     day->source_end);
    }
}

/* The day whose hours, from its beginning to the next one's, hold this moment. */
static int
day_of (LecternScheduleBuild *build, const LecternScheduleTime *time)
{
  for (guint i = 0; i < build->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (build->programme->days, i);
      int date = g_array_index (build->days, int, i);
      if (date == G_MININT)
        continue;
      gint64 minute = (gint64) (time->days - date) * 1440 + MAX (time->minute, 0);
      if (minute >= day->start_minute && minute < 1440 + day->start_minute)
        return (int)i;
    }
  return -1;
}

/* A day that the file gives no date gets it from the first session with one. */
static int
date_of_day (LecternScheduleBuild *build, int index, const LecternScheduleTime *time)
{
  LecternProgrammeDay *day = g_ptr_array_index (build->programme->days, index);
  int *date = &g_array_index (build->days, int, index);
  if (*date == G_MININT && time != NULL)
    {
      *date = time->days - (time->minute >= 0 && time->minute < day->start_minute ? 1 : 0);
      day->date = lectern_schedule_date_format (*date);
    }
  return *date;
}

static void
check_clock (LecternScheduleBuild *build,
             const LecternScheduleMoment *m,
             const LecternScheduleTime *wall)
{
  if (m->clock < 0 || m->clock % 1440 == wall->minute % 1440)
    return;
  if (m->clock % 1440 == m->begin.minute % 1440)
    lectern_schedule_build_doubt (
        build, m->session->where,
        _ ("“%s” is given in another time zone than the programme; it is kept at the same moment."),
        title_of (m->session));
  else
    lectern_schedule_build_doubt (build, m->session->where,
                                  _ ("Start and date of “%s” disagree; the date is taken."),
                                  title_of (m->session));
}

/* Minutes after 00:00 of the day's date, from a time of day alone. */
static int
minute_of_clock (const LecternProgrammeDay *day, int clock)
{
  return clock < day->start_minute ? clock + 1440 : clock;
}

static void
place (LecternScheduleBuild *build, LecternScheduleMoment *m)
{
  LecternProgrammeSession *session = m->session;
  LecternScheduleTime wall = m->begin;
  if (m->dated)
    to_wall (build, &wall, &session->second_hour);
  session->day = m->day < 0 && m->dated ? day_of (build, &wall) : m->day;
  if (session->day < 0)
    {
      lectern_schedule_build_doubt (
          build, session->where, _ ("“%s” lies on no day of the programme."), title_of (session));
      return;
    }
  const LecternProgrammeDay *day = g_ptr_array_index (build->programme->days, session->day);
  int date = date_of_day (build, session->day, m->dated ? &wall : NULL);
  if (!m->dated || wall.minute < 0)
    {
      if (m->clock >= 0)
        session->start_minute = minute_of_clock (day, m->clock);
      else
        lectern_schedule_build_doubt (
            build, session->where, _ ("“%s” has no time at which it begins."), title_of (session));
      return;
    }
  check_clock (build, m, &wall);
  gint64 minute = (gint64) (wall.days - date) * 1440 + wall.minute;
  if (minute >= 0 && minute < 2880)
    {
      session->start_minute = (int) minute;
      return;
    }
  lectern_schedule_build_doubt (
      build, session->where, _ ("The date of “%s” is not that of its day; only the time is taken."),
      title_of (session));
  session->second_hour = FALSE;
  session->start_minute = minute_of_clock (day, wall.minute);
}

static void
measure (LecternScheduleBuild *build, LecternScheduleMoment *m)
{
  LecternProgrammeSession *session = m->session;
  gboolean second;
  if (session->duration < 0 && m->bounded && m->dated && m->begin.minute >= 0)
    {
      LecternScheduleTime begin = m->begin, end = m->end;
      to_wall (build, &begin, &second);
      to_wall (build, &end, &second);
      gint64 minutes = (gint64) (end.days - begin.days) * 1440 + end.minute - begin.minute;
      if (minutes >= 0 && minutes <= 60 * 24 * 60)
        session->duration = (int) minutes;
    }
  if (session->duration < 0)
    lectern_schedule_build_doubt (build, session->where,
                                  _ ("“%s” has no duration that can be read."), title_of (session));
}

void
lectern_schedule_place_all (LecternScheduleBuild *build)
{
  settle_zone (build);
  begin_days (build);
  for (guint i = 0; i < build->moments->len; i++)
    {
      LecternScheduleMoment *m = &g_array_index (build->moments, LecternScheduleMoment, i);
      place (build, m);
      measure (build, m);
    }
  number_days (build); /* a day without a date has got one by now, if there is any */
}
