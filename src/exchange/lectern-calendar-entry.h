/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of lectern_calendar_read() share.
 */
#pragma once

#include "lectern-calendar-lines.h"
#include "lectern-calendar-zones.h"
#include "lectern-schedule-build.h"

G_BEGIN_DECLS

/* A DATE or a DATE-TIME as it stands. */
typedef struct
{
  char *date;       /* ISO; NULL: none */
  int minute;       /* -1: the whole day */
  gboolean utc;
  char *tzid;       /* NULL: as the clocks show it where the event is, or UTC */
} LecternCalendarStamp;

typedef struct
{
  LecternProgrammeSession *session;
  LecternCalendarStamp begin, end;
  int duration;        /* minutes; -1 none */
  char *location;
  gboolean transparent;
  guint n_invited;
} LecternCalendarEntry;

typedef struct
{
  LecternScheduleBuild build;
  LecternCalendarZones *zones;
  GArray *entries;     /* of LecternCalendarEntry */
  char *name, *zone;   /* X-WR-CALNAME, X-WR-TIMEZONE */
  gboolean own;        /* made by Lectern */
  gboolean partial;    /* METHOD says that it is not the whole */
  gboolean cancelled;  /* METHOD:CANCEL */
  guint n_calendars;
  guint n_invited;     /* people in entries who have no role */
} LecternCalendarReader;

/* lectern-calendar-entry.c */
/* A VEVENT (RFC 5545 3.6.1) that begins in @line: the last of entries from now on, with a session
   of the programme. */
void lectern_calendar_entry_begin (LecternCalendarReader *r, guint line);
void lectern_calendar_entry_property (LecternCalendarReader *r, LecternCalendarEntry *entry,
                                      const LecternCalendarLine *line);
/* Clears an element of entries; its session is the programme's and stays. */
void lectern_calendar_entry_clear (gpointer entry);

/* lectern-calendar-place.c */
/* FALSE and *stamp empty where it is no time. */
gboolean lectern_calendar_stamp_parse (const LecternCalendarLine *line, LecternCalendarStamp *stamp);
/* Frees its texts; @stamp itself is the caller's. */
void lectern_calendar_stamp_clear (LecternCalendarStamp *stamp);
/* "P1W", "PT1H30M": minutes; -1: none, or negative. */
int lectern_calendar_duration_parse (const char *text);
/* Gives the programme its zone and days and each entry its place, once all are read. */
void lectern_calendar_place_all (LecternCalendarReader *r);
/* Rooms and venue out of the places of all entries. */
void lectern_calendar_locate_all (LecternCalendarReader *r);

G_END_DECLS
