/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time zones that a calendar names: IANA names, with a producer's address before
 * them or without, names of Windows, offsets, and zones that it describes itself
 * (VTIMEZONE), of which libical tells the offset.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LecternCalendarZones LecternCalendarZones;

typedef enum
{
  LECTERN_CALENDAR_ZONE_UNKNOWN,
  LECTERN_CALENDAR_ZONE_NAMED,  /* an IANA name */
  LECTERN_CALENDAR_ZONE_OFFSET, /* always the same one */
  LECTERN_CALENDAR_ZONE_OWN,    /* described in the file only */
} LecternCalendarZoneType;

/* (transfer full) None is described yet; names are understood all the same. */
LecternCalendarZones *lectern_calendar_zones_new (void);
/* With the names that lectern_calendar_zones_find() gave; @zones is not NULL. */
void lectern_calendar_zones_free (LecternCalendarZones *zones);
/* A VTIMEZONE of the file, with its BEGIN and END; @location: its X-LIC-LOCATION or NULL. */
void lectern_calendar_zones_add (LecternCalendarZones *zones, const char *tzid, const char *location, const char *text);

/* What a TZID stands for. *name: an IANA name or an offset such as "+01:00", owned by @zones;
   NULL for the other types. */
LecternCalendarZoneType lectern_calendar_zones_find (LecternCalendarZones *zones, const char *tzid, const char **name);
/* Seconds east of UTC that a zone of type OWN has at a time on the clock there. */
int lectern_calendar_zones_offset (LecternCalendarZones *zones, const char *tzid, const char *date, int minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCalendarZones, lectern_calendar_zones_free)

G_END_DECLS
