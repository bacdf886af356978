/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-build.h"
#include "lectern-schedule-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_CHANGE (4 * 60) /* where the source does not say when a day begins */

void
lectern_schedule_build_init (LecternScheduleBuild *build, const char *format)
{
  *build = (LecternScheduleBuild){ .programme = lectern_programme_new (), .day_change = -1 };
  build->programme->format = g_strdup (format);
  build->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  build->tracks = g_hash_table_new (g_str_hash, g_str_equal);
  build->mentions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  build->days = g_array_new (FALSE, FALSE, sizeof (int));
}

void
lectern_schedule_build_clear (LecternScheduleBuild *build)
{
  g_clear_pointer (&build->programme, lectern_programme_free);
  g_clear_pointer (&build->rooms, g_hash_table_unref);
  g_clear_pointer (&build->tracks, g_hash_table_unref);
  g_clear_pointer (&build->mentions, g_hash_table_unref);
  g_clear_pointer (&build->zone, g_time_zone_unref);
  g_clear_pointer (&build->days, g_array_unref);
}

gboolean
lectern_schedule_build_is_full (LecternScheduleBuild *build)
{
  const LecternProgramme *p = build->programme;
  return p->sessions->len > LECTERN_SCHEDULE_MAX_ITEMS || p->persons->len > LECTERN_SCHEDULE_MAX_ITEMS
         || p->rooms->len > LECTERN_SCHEDULE_MAX_ITEMS || p->tracks->len > LECTERN_SCHEDULE_MAX_ITEMS
         || p->days->len > 3660;
}

void
lectern_schedule_build_doubt (LecternScheduleBuild *build, const char *where, const char *why, ...)
{
  guint n = build->programme->doubts->len;
  g_autofree char *text = NULL;
  va_list args;
  if (n > LECTERN_SCHEDULE_MAX_DOUBTS)
    return;
  if (n == LECTERN_SCHEDULE_MAX_DOUBTS)
    {
      lectern_programme_doubt (build->programme, where, "%s", _("There are more doubts; they are not listed."));
      return;
    }
  va_start (args, why);
  text = g_strdup_vprintf (why, args);
  va_end (args);
  lectern_programme_doubt (build->programme, where, "%s", text);
}

void
lectern_schedule_build_zone (LecternScheduleBuild *build, const char *name, const char *where)
{
  if (name == NULL || *name == '\0')
    return;
  g_clear_pointer (&build->zone, g_time_zone_unref);
  build->zone = g_time_zone_new_identifier (name);
  if (build->zone == NULL)
    {
      lectern_schedule_build_doubt (build, where, _("“%s” is not a time zone."), name);
      return;
    }
  g_free (build->programme->time_zone);
  build->programme->time_zone = g_strdup (name);
}

int
lectern_schedule_build_room (LecternScheduleBuild *build, const char *name, const char *guid, const char *where)
{
  if (name == NULL || *name == '\0')
    return -1;
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (build->rooms, name));
  LecternProgrammeRoom *room;
  if (found == 0)
    {
      room = lectern_programme_add_room (build->programme, name);
      found = build->programme->rooms->len;
      g_hash_table_insert (build->rooms, room->name, GSIZE_TO_POINTER (found));
    }
  room = g_ptr_array_index (build->programme->rooms, found - 1);
  if (guid != NULL && *guid != '\0' && room->guid == NULL)
    room->guid = g_strdup (guid);
  else if (guid != NULL && *guid != '\0' && strcmp (guid, room->guid) != 0)
    lectern_schedule_build_doubt (build, where, _("The room “%s” has two identifiers; the first is kept."), name);
  return (int) found - 1;
}

int
lectern_schedule_build_track (LecternScheduleBuild *build, const char *name)
{
  if (name == NULL || *name == '\0')
    return -1;
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (build->tracks, name));
  if (found == 0)
    {
      LecternProgrammeTrack *track = lectern_programme_add_track (build->programme, name);
      found = build->programme->tracks->len;
      g_hash_table_insert (build->tracks, track->name, GSIZE_TO_POINTER (found));
    }
  return (int) found - 1;
}

/* The wall clock of the programme. Without a zone the first offset stands for it. */
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

LecternProgrammeDay *
lectern_schedule_build_day (LecternScheduleBuild *build, const char *date, const char *start, const char *end,
                            const char *where)
{
  LecternProgrammeDay *day = lectern_programme_add_day (build->programme);
  LecternScheduleTime time;
  int days = G_MININT;
  if (lectern_schedule_time_parse (date, &time))
    days = time.days;
  else if (lectern_schedule_time_parse (start, &time))
    days = time.days;
  else if (date != NULL && *date != '\0')
    lectern_schedule_build_doubt (build, where, _("“%s” is not a date."), date);
  day->date = days != G_MININT ? lectern_schedule_date_format (days) : NULL;
  day->source_start = g_strdup (start);
  day->source_end = g_strdup (end);
  day->start_minute = day_start (build, days, start, end);
  g_array_append_val (build->days, days);
  return day;
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
      int minute = (time->days - date) * 1440 + MAX (time->minute, 0);
      if (minute >= day->start_minute && minute < 1440 + day->start_minute)
        return (int) i;
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
check_clock (LecternScheduleBuild *build, const LecternProgrammeSession *session, const char *start,
             const LecternScheduleTime *written, const LecternScheduleTime *wall)
{
  int clock = lectern_schedule_clock_parse (start);
  if (start == NULL || *start == '\0' || clock % 1440 == wall->minute % 1440)
    return;
  if (clock < 0)
    lectern_schedule_build_doubt (build, session->where, _("“%s” is not a time; the date says when it begins."), start);
  else if (clock % 1440 == written->minute % 1440)
    lectern_schedule_build_doubt (build, session->where,
                                  _("“%s” is given in another time zone than the programme; it is kept at the same moment."),
                                  session->title ? session->title : "");
  else
    lectern_schedule_build_doubt (build, session->where, _("Start and date of “%s” disagree; the date is taken."),
                                  session->title ? session->title : "");
}

/* Minutes after 00:00 of the day's date, from a clock time alone. */
static int
minute_of_clock (LecternScheduleBuild *build, LecternProgrammeSession *session, int day, const char *start)
{
  int clock = lectern_schedule_clock_parse (start);
  const LecternProgrammeDay *on = g_ptr_array_index (build->programme->days, day);
  if (clock < 0)
    {
      lectern_schedule_build_doubt (build, session->where, _("“%s” has no time at which it begins."),
                                    session->title ? session->title : "");
      return -1;
    }
  return clock < on->start_minute ? clock + 1440 : clock;
}

void
lectern_schedule_build_place (LecternScheduleBuild *build, LecternProgrammeSession *session, int day,
                              const char *date, const char *start)
{
  LecternScheduleTime written, wall;
  gboolean dated = lectern_schedule_time_parse (date, &written);
  if (!dated && date != NULL && *date != '\0')
    lectern_schedule_build_doubt (build, session->where, _("“%s” is not a date."), date);
  if (dated && written.has_offset && build->zone == NULL && !build->has_offset)
    {
      build->has_offset = TRUE;
      build->offset = written.offset;
      build->programme->time_zone = lectern_schedule_offset_format (written.offset);
    }
  wall = written;
  if (dated)
    to_wall (build, &wall, &session->second_hour);
  if (day < 0 && dated)
    day = day_of (build, &wall);
  if (day < 0)
    {
      lectern_schedule_build_doubt (build, session->where, _("“%s” lies on no day of the programme."),
                                    session->title ? session->title : "");
      return;
    }
  session->day = day;
  int on = date_of_day (build, day, dated ? &wall : NULL);
  if (!dated || wall.minute < 0)
    {
      session->start_minute = minute_of_clock (build, session, day, start);
      return;
    }
  check_clock (build, session, start, &written, &wall);
  int minute = (wall.days - on) * 1440 + wall.minute;
  if (minute >= 0 && minute < 2880)
    {
      session->start_minute = minute;
      return;
    }
  lectern_schedule_build_doubt (build, session->where, _("The date of “%s” is not that of its day; only the time is taken."),
                                session->title ? session->title : "");
  session->second_hour = FALSE;
  const LecternProgrammeDay *of = g_ptr_array_index (build->programme->days, day);
  session->start_minute = wall.minute < of->start_minute ? wall.minute + 1440 : wall.minute;
}

void
lectern_schedule_build_duration (LecternScheduleBuild *build, LecternProgrammeSession *session, const char *duration,
                                 const char *end)
{
  LecternScheduleTime until;
  gboolean second;
  session->duration = lectern_schedule_duration_parse (duration);
  if (session->duration < 0 && session->day >= 0 && session->start_minute >= 0
      && lectern_schedule_time_parse (end, &until) && until.minute >= 0)
    {
      to_wall (build, &until, &second);
      int date = g_array_index (build->days, int, session->day);
      int minutes = (until.days - date) * 1440 + until.minute - session->start_minute;
      if (date != G_MININT && minutes >= 0 && minutes <= 60 * 24 * 60)
        session->duration = minutes;
    }
  if (session->duration < 0)
    lectern_schedule_build_doubt (build, session->where, _("“%s” has no duration that can be read."),
                                  session->title ? session->title : "");
}

/* What makes this programme the same one when it comes again. */
static void
name_the_source (LecternProgramme *p)
{
  const char *base = p->base_url != NULL && *p->base_url != '\0' ? p->base_url : p->url;
  if (p->acronym != NULL && *p->acronym != '\0')
    p->source = g_strdup (p->acronym);
  else if (base != NULL && *base != '\0')
    p->source = g_strdup (base);
}

static void
bound_by_days (LecternProgramme *p)
{
  for (guint i = 0; i < p->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (p->days, i);
      if (day->date == NULL)
        continue;
      if (p->start == NULL)
        p->start = g_strdup (day->date);
      if (i + 1 == p->days->len && p->end == NULL)
        p->end = g_strdup (day->date);
    }
}

LecternProgramme *
lectern_schedule_build_finish (LecternScheduleBuild *build)
{
  LecternProgramme *programme = build->programme;
  lectern_schedule_people_resolve (build);
  lectern_schedule_identities_check (build);
  name_the_source (programme);
  bound_by_days (programme);
  programme->complete = TRUE;
  build->programme = NULL;
  lectern_schedule_build_clear (build);
  return programme;
}
