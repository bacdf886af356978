/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-zones.h"

#include "lectern-schedule-time.h"
#include "lectern-time.h"

#include <libical/ical.h>
#include <string.h>

#define MOST_ZONES 200
#define MOST_TEXT 65536

typedef struct
{
  char *location;
  char *text;
  icaltimezone *zone; /* NULL until it is asked, and where libical cannot read it */
  gboolean asked;
  gboolean resolved;
  LecternCalendarZoneType type;
  char *name;
} Zone;

struct _LecternCalendarZones
{
  GHashTable *by_tzid; /* char * -> Zone */
};

static void
zone_free (gpointer data)
{
  Zone *zone = data;
  if (zone->zone != NULL)
    icaltimezone_free (zone->zone, 1);
  g_free (zone->location);
  g_free (zone->text);
  g_free (zone->name);
  g_free (zone);
}

LecternCalendarZones *
lectern_calendar_zones_new (void)
{
  LecternCalendarZones *zones = g_new0 (LecternCalendarZones, 1);
  zones->by_tzid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free);
  return zones;
}

void
lectern_calendar_zones_free (LecternCalendarZones *zones)
{
  g_hash_table_unref (zones->by_tzid);
  g_free (zones);
}

void
lectern_calendar_zones_add (LecternCalendarZones *zones, const char *tzid, const char *location, const char *text)
{
  if (g_hash_table_size (zones->by_tzid) >= MOST_ZONES || g_hash_table_contains (zones->by_tzid, tzid))
    return;
  Zone *zone = g_new0 (Zone, 1);
  zone->location = g_strdup (location);
  zone->text = g_strdup (text);
  g_hash_table_insert (zones->by_tzid, g_strdup (tzid), zone);
}

/* The name, or what stands after an address of its producer: "/x.org/1/Europe/Berlin". */
static const char *
iana_name (const char *tzid)
{
  for (const char *at = tzid; at != NULL; at = strchr (at, '/'))
    {
      at += *at == '/';
      if (g_ascii_isalpha (*at) && lectern_time_zone_exists (at) && (strchr (at, '/') != NULL || at == tzid))
        return at;
    }
  return NULL;
}

static const char *
windows_name (const char *tzid)
{
  static const char *const names[][2] = {
#define ZONE(windows, iana) { windows, iana },
#include "lectern-calendar-windows.h"
#undef ZONE
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (tzid, names[i][0]) == 0)
      return lectern_time_zone_exists (names[i][1]) ? names[i][1] : NULL;
  return NULL;
}

/* "GMT+0100", "(UTC+01:00) Amsterdam, Berlin": the offset that is in it. NULL: none. */
static char *
offset_in (const char *tzid)
{
  const char *at = strstr (tzid, "UTC");
  if (at == NULL)
    at = strstr (tzid, "GMT");
  if (at == NULL || (at[3] != '+' && at[3] != '-'))
    return NULL;
  g_autofree char *digits = g_strndup (at + 4, strspn (at + 4, "0123456789:"));
  g_strdelimit (digits, ":", ' ');
  int hours, minutes = 0;
  if (strlen (digits) == 4 && strchr (digits, ' ') == NULL)
    {
      hours = (digits[0] - '0') * 10 + digits[1] - '0';
      minutes = (digits[2] - '0') * 10 + digits[3] - '0';
    }
  else
    {
      char *end;
      hours = (int) g_ascii_strtoull (digits, &end, 10);
      minutes = *end == ' ' ? (int) g_ascii_strtoull (end, NULL, 10) : 0;
    }
  return *digits != '\0' && hours < 15 && minutes < 60
           ? lectern_schedule_offset_format ((at[3] == '-' ? -60 : 60) * (hours * 60 + minutes))
           : NULL;
}

/* A description that libical may read: not too long, and without rules that never end. */
static gboolean
is_harmless (const char *text)
{
  if (text == NULL || strlen (text) > MOST_TEXT)
    return FALSE;
  for (const char *at = text; (at = strstr (at, "FREQ=")) != NULL; at++)
    if (!g_str_has_prefix (at, "FREQ=YEARLY"))
      return FALSE;
  return strstr (text, "BYSECOND") == NULL && strstr (text, "BYMINUTE") == NULL && strstr (text, "BYHOUR") == NULL;
}

static icaltimezone *
own_zone (Zone *zone)
{
  if (zone->asked || !is_harmless (zone->text))
    return zone->zone;
  zone->asked = TRUE;
  icalcomponent *component = icalparser_parse_string (zone->text);
  if (component == NULL)
    return NULL;
  zone->zone = icaltimezone_new ();
  if (icalcomponent_isa (component) != ICAL_VTIMEZONE_COMPONENT
      || !icaltimezone_set_component (zone->zone, component))
    {
      icalcomponent_free (component);
      icaltimezone_free (zone->zone, 1);
      zone->zone = NULL;
    }
  return zone->zone;
}

static void
resolve (Zone *zone, const char *tzid)
{
  const char *name = iana_name (tzid);
  if (name == NULL && zone->location != NULL)
    name = iana_name (zone->location);
  if (name == NULL)
    name = windows_name (tzid);
  zone->resolved = TRUE;
  if (name != NULL)
    {
      zone->type = LECTERN_CALENDAR_ZONE_NAMED;
      zone->name = g_strdup (name);
      return;
    }
  if (own_zone (zone) != NULL)
    {
      zone->type = LECTERN_CALENDAR_ZONE_OWN;
      return;
    }
  zone->name = offset_in (tzid);
  zone->type = zone->name != NULL ? LECTERN_CALENDAR_ZONE_OFFSET : LECTERN_CALENDAR_ZONE_UNKNOWN;
}

LecternCalendarZoneType
lectern_calendar_zones_find (LecternCalendarZones *zones, const char *tzid, const char **name)
{
  Zone *zone = g_hash_table_lookup (zones->by_tzid, tzid);
  *name = NULL;
  if (zone == NULL)
    {
      lectern_calendar_zones_add (zones, tzid, NULL, NULL);
      zone = g_hash_table_lookup (zones->by_tzid, tzid);
      if (zone == NULL)
        return LECTERN_CALENDAR_ZONE_UNKNOWN;
    }
  if (!zone->resolved)
    resolve (zone, tzid);
  *name = zone->name;
  return zone->type;
}

int
lectern_calendar_zones_offset (LecternCalendarZones *zones, const char *tzid, const char *date, int minute)
{
  Zone *zone = g_hash_table_lookup (zones->by_tzid, tzid);
  int year, month, day, is_daylight = 0;
  if (zone == NULL || zone->zone == NULL || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return 0;
  struct icaltimetype time = icaltime_null_time ();
  time.year = CLAMP (year, 1900, 2500);
  time.month = month;
  time.day = day;
  time.hour = minute / 60 % 24;
  time.minute = minute % 60;
  return CLAMP (icaltimezone_get_utc_offset (zone->zone, &time, &is_daylight), -50400, 50400);
}
