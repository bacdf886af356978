/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and durations as schedule files write them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date, perhaps with a time, perhaps with an offset. */
typedef struct
{
  int days;   /* since 1970-01-01 */
  int minute; /* of that day, -1 where there is only a date */
  int offset; /* seconds east of UTC */
  gboolean has_offset;
} LecternScheduleTime;

/* ISO 8601 in its extended form, "T" or a space between, "Z" or "+01:00" or "+0100".
   FALSE and *time undefined where it is none. */
gboolean lectern_schedule_time_parse (const char *text, LecternScheduleTime *time);
/* "2024-12-27" of a count of days since 1970-01-01. g_free(). */
char *lectern_schedule_date_format (int days);
/* "+01:00" of seconds. g_free(). */
char *lectern_schedule_offset_format (int seconds);

/* "9:00", "09:00", "09:00:00": minutes after 00:00, up to 47:59; -1: none. */
int lectern_schedule_clock_parse (const char *text);
/* "1:45", "01:45", "00:25:00" (hours first), "1:02:30" (a single digit first: days),
   "PT1H45M", "105" (minutes): minutes; -1: none. */
int lectern_schedule_duration_parse (const char *text);

/* The wall clock of @zone at @time, which must have a time and an offset. @second: whether
   this is the second time that the clock shows it. */
void lectern_schedule_time_to_zone (LecternScheduleTime *time, GTimeZone *zone, gboolean *second);

G_END_DECLS
