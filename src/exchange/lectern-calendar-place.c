/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When and where the entries of a calendar are. The event has one zone: the calendar's,
 * else the one that most entries are in; what is in another is kept at its moment.
 */
#include "lectern-calendar-entry.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Before it, it is still the night after the day before, where that is a day of the event. */
#define DAY_CHANGE (4 * 60)

static const char *
title_of (const LecternProgrammeSession *session)
{
  return session->title != NULL ? session->title : _ ("Untitled");
}

/* ---- the zone ---- */

/* The zone that most entries name. Without one: the offset of those that have one, if only that
   of UTC; NULL where all of them are as the clocks show it. */
static char *
common_zone (LecternCalendarReader *r)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *best = NULL;
  guint most = 0;
  char *offset = NULL;
  for (guint i = 0; i < r->entries->len; i++)
    {
      const LecternCalendarStamp *begin = &g_array_index (r->entries, LecternCalendarEntry, i).begin;
      const char *name = NULL;
      if (begin->date == NULL || begin->minute < 0)
        continue;
      if (begin->utc && offset == NULL)
        offset = g_strdup ("+00:00");
      if (begin->tzid == NULL)
        continue;
      if (lectern_calendar_zones_find (r->zones, begin->tzid, &name) == LECTERN_CALENDAR_ZONE_OWN)
        {
          g_free (offset);
          offset = lectern_schedule_offset_format (
              lectern_calendar_zones_offset (r->zones, begin->tzid, begin->date, begin->minute));
        }
      if (name == NULL)
        continue;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      g_hash_table_insert (counts, g_strdup (name), GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          g_free (best);
          best = g_strdup (name);
        }
    }
  if (best == NULL)
    return offset;
  g_free (offset);
  return g_steal_pointer (&best);
}

static void
choose_zone (LecternCalendarReader *r)
{
  LecternProgramme *p = r->build.programme;
  const char *name = NULL;
  if (r->zone != NULL)
    lectern_calendar_zones_find (r->zones, r->zone, &name);
  p->time_zone = name != NULL ? g_strdup (name) : common_zone (r);
}

/* The moment, in minutes since 1970; as if it were UTC where it has no zone. */
static gint64
moment_of (LecternCalendarReader *r, const LecternCalendarStamp *stamp, gboolean *floating)
{
  LecternScheduleTime time;
  const char *name = NULL;
  LecternCalendarZoneType type = LECTERN_CALENDAR_ZONE_UNKNOWN;
  lectern_schedule_time_parse (stamp->date, &time);
  gint64 wall = (gint64) time.days * 1440 + MAX (stamp->minute, 0);
  if (stamp->tzid != NULL && stamp->minute >= 0)
    type = lectern_calendar_zones_find (r->zones, stamp->tzid, &name);
  *floating = !stamp->utc && type == LECTERN_CALENDAR_ZONE_UNKNOWN;
  if (name != NULL)
    return lectern_time_instant (stamp->date, stamp->minute, name, FALSE, NULL) / 60000;
  if (type == LECTERN_CALENDAR_ZONE_OWN)
    return wall - lectern_calendar_zones_offset (r->zones, stamp->tzid, stamp->date, stamp->minute) / 60;
  return wall;
}

/* What the event's clock shows. */
static void
to_event_time (LecternCalendarReader *r, LecternProgrammeSession *session, const LecternCalendarStamp *stamp,
               char **date, int *minute)
{
  const char *zone = r->build.programme->time_zone, *name = NULL;
  gboolean floating;
  *date = g_strdup (stamp->date);
  *minute = stamp->minute;
  if (stamp->minute < 0 || zone == NULL)
    return;
  if (stamp->tzid != NULL && lectern_calendar_zones_find (r->zones, stamp->tzid, &name) != LECTERN_CALENDAR_ZONE_UNKNOWN
      && g_strcmp0 (name, zone) == 0)
    return;
  gint64 moment = moment_of (r, stamp, &floating);
  g_autofree char *local = floating ? NULL : lectern_time_local (moment * 60000, zone, NULL);
  if (local == NULL)
    return;
  g_free (*date);
  *date = g_strndup (local, 10);
  *minute = lectern_time_parse (local + 11);
  session->second_hour = lectern_time_instant (*date, *minute, zone, FALSE, NULL) != moment * 60000
                         && lectern_time_instant (*date, *minute, zone, TRUE, NULL) == moment * 60000;
}

/* ---- days ---- */

typedef struct
{
  char *date;
  int minute;
} Place;

static int
find_day (LecternCalendarReader *r, GHashTable *days, const char *date, gboolean make)
{
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (days, date));
  if (found == 0 && make)
    {
      LecternProgrammeDay *day = lectern_schedule_build_day (&r->build, date, NULL, NULL, NULL);
      found = r->build.programme->days->len;
      g_hash_table_insert (days, day->date, GSIZE_TO_POINTER (found));
    }
  return (int) found - 1;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* In their order: all dates on which something begins by day. */
static void
make_days (LecternCalendarReader *r, const Place *places, GHashTable *days)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new ();
  for (guint i = 0; i < r->entries->len; i++)
    if (places[i].date != NULL && (places[i].minute < 0 || places[i].minute >= DAY_CHANGE))
      g_ptr_array_add (dates, places[i].date);
  g_ptr_array_sort (dates, compare_dates);
  for (guint i = 0; i < dates->len && r->build.programme->days->len <= LECTERN_SCHEDULE_MAX_DAYS; i++)
    find_day (r, days, dates->pdata[i], TRUE);
}

static void
put_on_day (LecternCalendarReader *r, LecternCalendarEntry *entry, const Place *place, GHashTable *days)
{
  LecternProgrammeSession *session = entry->session;
  /* the calendar begins with the year 1 */
  if (place->minute >= 0 && place->minute < DAY_CHANGE && lectern_date_days_between ("0001-01-01", place->date) > 0)
    {
      g_autofree char *before = lectern_date_add_days (place->date, -1);
      int day = find_day (r, days, before, FALSE);
      if (day >= 0)
        {
          session->day = day;
          session->start_minute = place->minute + 1440;
          return;
        }
    }
  session->day = find_day (r, days, place->date, r->build.programme->days->len <= LECTERN_SCHEDULE_MAX_DAYS);
  session->start_minute = session->day >= 0 ? MAX (place->minute, 0) : -1;
}

static void
measure (LecternCalendarReader *r, LecternCalendarEntry *entry)
{
  LecternProgrammeSession *session = entry->session;
  gboolean floating;
  session->duration = entry->duration;
  if (entry->end.date != NULL)
    {
      gint64 length = moment_of (r, &entry->end, &floating) - moment_of (r, &entry->begin, &floating);
      if (length < 0 || (length == 0 && entry->begin.minute < 0))
        {
          if (length < 0)
            lectern_schedule_build_doubt (&r->build, session->where, _ ("“%s” ends before it begins."),
                                          title_of (session));
          length = -1;
        }
      session->duration = (int) MIN (length, G_MAXINT);
    }
  if (session->duration < 0 && entry->begin.minute < 0)
    session->duration = 1440; /* RFC 5545 §3.6.1: a date alone lasts that day */
}

/* Days that Lectern itself wrote as entries are days again. */
static gboolean
is_own_day (LecternCalendarReader *r, const LecternCalendarEntry *entry)
{
  return r->own && entry->begin.date != NULL && entry->transparent;
}

static void
take_hours (LecternCalendarReader *r, const LecternCalendarEntry *entry, const Place *place, LecternProgrammeDay *day)
{
  gboolean floating;
  if (place->minute < 0 || entry->end.date == NULL || entry->end.minute < 0)
    return;
  gint64 length = moment_of (r, &entry->end, &floating) - moment_of (r, &entry->begin, &floating);
  if (length <= 0 || place->minute + length >= 2 * 1440)
    return;
  day->begins = place->minute;
  day->ends = place->minute + (int) length;
}

static void
name_own_day (LecternCalendarReader *r, const LecternCalendarEntry *entry, const Place *place, GHashTable *days)
{
  int index = find_day (r, days, place->date, TRUE);
  const char *title = entry->session->title, *name = r->name;
  LecternProgrammeDay *day = index >= 0 ? g_ptr_array_index (r->build.programme->days, index) : NULL;
  if (day != NULL)
    take_hours (r, entry, place, day);
  if (day == NULL || title == NULL || name == NULL || !g_str_has_prefix (title, name))
    return;
  if (g_str_has_prefix (title + strlen (name), ": "))
    day->title = g_strdup (title + strlen (name) + 2);
  if (r->build.programme->summary == NULL)
    r->build.programme->summary = g_strdup (entry->session->description);
}

void
lectern_calendar_place_all (LecternCalendarReader *r)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Place *places = g_new0 (Place, r->entries->len + 1);
  choose_zone (r);
  for (guint i = 0; i < r->entries->len; i++)
    {
      LecternCalendarEntry *entry = &g_array_index (r->entries, LecternCalendarEntry, i);
      if (entry->begin.date != NULL)
        to_event_time (r, entry->session, &entry->begin, &places[i].date, &places[i].minute);
    }
  make_days (r, places, days);
  for (guint i = 0; i < r->entries->len; i++)
    {
      LecternCalendarEntry *entry = &g_array_index (r->entries, LecternCalendarEntry, i);
      if (is_own_day (r, entry))
        name_own_day (r, entry, &places[i], days);
      else if (entry->begin.date != NULL)
        {
          put_on_day (r, entry, &places[i], days);
          measure (r, entry);
        }
      else
        {
          entry->session->duration = entry->duration;
          lectern_schedule_build_doubt (&r->build, entry->session->where,
                                        _ ("“%s” has no time; it is kept unplaced."), title_of (entry->session));
        }
    }
  for (guint i = r->entries->len; i > 0; i--)
    {
      LecternCalendarEntry *entry = &g_array_index (r->entries, LecternCalendarEntry, i - 1);
      g_free (places[i - 1].date);
      if (!is_own_day (r, entry))
        continue;
      g_ptr_array_remove (r->build.programme->sessions, entry->session);
      entry->session = NULL; /* its place still says where the event is */
    }
}

/* ---- rooms ---- */

/* The parts, from the last one on, that all places have in common: how many bytes of each. */
static gsize
common_end (LecternCalendarReader *r)
{
  const char *first = NULL;
  gsize common = 0;
  guint n_other = 0;
  for (guint i = 0; i < r->entries->len; i++)
    {
      const char *place = g_array_index (r->entries, LecternCalendarEntry, i).location;
      if (place == NULL)
        continue;
      if (first == NULL)
        {
          first = place;
          common = strlen (place);
          continue;
        }
      gsize length = strlen (place), same = 0;
      for (gsize k = 1; k <= MIN (length, common) && place[length - k] == first[strlen (first) - k]; k++)
        if (k == length || (k + 2 <= length && memcmp (place + length - k - 2, ", ", 2) == 0))
          {
            gsize whole = strlen (first);
            if (k == whole || (k + 2 <= whole && memcmp (first + whole - k - 2, ", ", 2) == 0))
              same = k;
          }
      n_other += strcmp (place, first) != 0;
      common = same;
    }
  return n_other > 0 ? common : 0;
}

static void
add_room (LecternCalendarReader *r, LecternProgrammeSession *session, const char *name)
{
  int room = lectern_schedule_build_room (&r->build, name, NULL, session->where);
  for (guint i = 0; i < session->rooms->len; i++)
    if (g_array_index (session->rooms, guint, i) == (guint) room)
      return;
  if (room >= 0)
    g_array_append_val (session->rooms, room);
}

/* Where the event is: what Lectern wrote for its days, else what all entries have in common. */
static const char *
find_venue (LecternCalendarReader *r)
{
  gsize common = r->own ? 0 : common_end (r);
  for (guint i = 0; i < r->entries->len; i++)
    {
      const LecternCalendarEntry *entry = &g_array_index (r->entries, LecternCalendarEntry, i);
      if (entry->location != NULL && (r->own ? entry->session == NULL : common > 0))
        return r->own ? entry->location : entry->location + strlen (entry->location) - common;
    }
  return NULL;
}

/* "Room 1, Room 2, House": what stands before the house, which Lectern writes for each room. */
static void
locate (LecternCalendarReader *r, const LecternCalendarEntry *entry, const char *venue)
{
  gsize length = strlen (entry->location), tail = venue != NULL ? strlen (venue) : 0;
  if (venue == NULL || !g_str_has_suffix (entry->location, venue))
    add_room (r, entry->session, entry->location);
  else if (length > tail + 2)
    {
      g_autofree char *names = g_strndup (entry->location, length - tail - 2);
      g_auto (GStrv) rooms = g_strsplit (names, r->own ? ", " : "\n", -1);
      for (char **name = rooms; *name != NULL; name++)
        add_room (r, entry->session, *name);
    }
}

void
lectern_calendar_locate_all (LecternCalendarReader *r)
{
  const char *venue = find_venue (r);
  r->build.programme->venue = g_strdup (venue);
  for (guint i = 0; i < r->entries->len; i++)
    {
      const LecternCalendarEntry *entry = &g_array_index (r->entries, LecternCalendarEntry, i);
      if (entry->location != NULL && entry->session != NULL)
        locate (r, entry, venue);
    }
}
