/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day and a session as entries of a calendar (VEVENT, RFC 5545 §3.6.1).
 */
#include "lectern-calendar-out-private.h"

#include "lectern-calendar-text.h"
#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
spoken_text (LecternCalendarOut *w, const char *name, const char *value, const char *from)
{
  const char *other = lectern_details_language_of (w->programme->details, from);
  const char *language = other ? other : w->language;
  g_autofree char *parameters
      = language ? g_strdup_printf (";LANGUAGE=%s", language) : g_strdup ("");
  lectern_calendar_text (w->out, name, parameters, value);
}

/* A postponed event is not cancelled, but nobody should count on its old date; the same
   is true of a date that people are only asked to save. */
static gboolean
event_is_open (const LecternProgramme *programme)
{
  return g_strcmp0 (programme->state, "postponed") == 0
         || g_strcmp0 (programme->release_step, "save-the-date") == 0;
}

static const char *
status_of (const LecternProgramme *programme, const char *state)
{
  static const char *const tentative[] = { "idea", "asked", "to-be-confirmed", NULL };
  if (g_strcmp0 (programme->state, "cancelled") == 0 || g_strcmp0 (state, "cancelled") == 0)
    return "CANCELLED";
  if (event_is_open (programme))
    return "TENTATIVE";
  return state && g_strv_contains (tentative, state) ? "TENTATIVE" : "CONFIRMED";
}

static char *
local_text (gint64 instant, const char *zone)
{
  g_autofree char *local = lectern_time_local (instant, zone, NULL);
  GString *out = g_string_new (NULL);
  for (const char *c = local; *c; c++)
    if (*c != '-' && *c != ':')
      g_string_append_c (out, *c);
  g_string_append (out, out->len == 13 ? "00" : "");
  return g_string_free (out, FALSE);
}

/* Whether it is the second of two moments at which the clocks there show the same. */
static gboolean
is_second (const char *zone, gint64 instant)
{
  g_autofree char *local = lectern_time_local (instant, zone, NULL);
  g_autofree char *date = g_strndup (local, 10);
  return lectern_time_instant (date, lectern_time_parse (local + 11), zone, FALSE, NULL) != instant;
}

/* A time in a named zone, in UTC where only an offset is known or @utc, else "floating":
   as the clocks show it where the event is. */
static void
write_time (LecternCalendarOut *w, const char *name, const LecternProgrammeDay *day, gint64 instant, gboolean utc)
{
  const char *zone = lectern_out_zone (w->programme, day);
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;
  if (!lectern_out_zone_is_known (w->programme, day))
    line = g_strdup_printf ("%s:%s", name, value = local_text (instant, zone));
  else if (lectern_calendar_is_named_zone (zone) && !utc)
    line = g_strdup_printf ("%s;TZID=%s:%s", name, zone, value = local_text (instant, zone));
  else
    line = g_strdup_printf ("%s:%s", name, value = lectern_calendar_utc (instant));
  lectern_calendar_line (w->out, line);
}

/* DTSTART and DTEND, which is not said where it is @start. RFC 5545 §3.3.5: a local time that occurs
   twice is the first one. */
static void
write_span (LecternCalendarOut *w, const LecternProgrammeDay *day, gint64 start, gint64 end)
{
  const char *zone = lectern_out_zone (w->programme, day);
  gboolean utc = is_second (zone, start) || is_second (zone, end);
  write_time (w, "DTSTART", day, start, utc);
  if (end > start)
    write_time (w, "DTEND", day, end, utc);
}

static void
add_part (GString *out, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, part);
}

static const LecternDetailsVenue *
venue_of (const LecternProgramme *programme, gint64 first, gint64 second)
{
  const LecternDetails *details = programme->details;
  const LecternDetailsVenue *venue = lectern_details_venue (details, first);
  if (venue == NULL)
    venue = lectern_details_venue (details, second);
  if (venue == NULL && details && details->venues->len == 1)
    venue = g_ptr_array_index (details->venues, 0);
  return venue;
}

static void
write_place (LecternCalendarOut *w, const char *rooms, const LecternDetailsVenue *venue)
{
  const LecternProgramme *p = w->programme;
  GString *place = g_string_new (NULL);
  add_part (place, ", ", rooms);
  if (venue)
    {
      g_autofree char *address = lectern_details_venue_address (venue);
      add_part (place, ", ", venue->name);
      add_part (place, ", ", address);
    }
  else
    {
      add_part (place, ", ", p->venue);
      add_part (place, ", ", p->city);
    }
  lectern_calendar_out_text (w, "LOCATION", place->str);
  if (venue && venue->has_position)
    {
      char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (latitude, sizeof latitude, "%.6f", venue->latitude);
      g_ascii_formatd (longitude, sizeof longitude, "%.6f", venue->longitude);
      g_autofree char *geo = g_strdup_printf ("%s;%s", latitude, longitude);
      lectern_calendar_value (w->out, "GEO", geo);
    }
  g_string_free (place, TRUE);
}

static char *
room_names (const LecternProgramme *programme,
            const LecternProgrammeSession *session,
            gint64 *venue)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < session->rooms->len; i++)
    {
      guint index = g_array_index (session->rooms, guint, i);
      if (index >= programme->rooms->len)
        continue;
      const LecternProgrammeRoom *room = g_ptr_array_index (programme->rooms, index);
      add_part (names, ", ", room->name);
      if (*venue == 0)
        *venue = room->venue;
    }
  return g_string_free (names, FALSE);
}

static char *
describe (LecternCalendarOut *w, const LecternProgrammeSession *session)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  g_autofree char *abstract = lectern_markup_to_text (session->abstract);
  g_autofree char *description = lectern_markup_to_text (session->description);
  GString *names = g_string_new (NULL);

  add_part (out, "\n\n", session->subtitle);
  for (guint i = 0; i < people->len; i++)
    {
      const LecternProgrammeRole *role = g_ptr_array_index (people, i);
      const LecternProgrammePerson *person
          = g_ptr_array_index (w->programme->persons, role->person);
      add_part (names, ", ", person->name);
      if (role->role && !g_str_equal (role->role, "speaker"))
        g_string_append_printf (names, " (%s)",
                                lectern_words_choice (w->language, "session_role", role->role));
    }
  add_part (out, "\n\n", names->str);
  g_string_free (names, TRUE);
  add_part (out, "\n\n", abstract);
  add_part (out, "\n\n", description);
  return g_string_free (out, FALSE);
}

static void
write_address (LecternCalendarOut *w, const char *url)
{
  if (lectern_out_is_web_address (url))
    lectern_calendar_value (w->out, "URL", url);
}

/* An identity that came in is kept; others are ours, at the workspace's address. */
static void
write_uid (LecternCalendarOut *w, const char *uid, const char *guid)
{
  gboolean theirs = uid && *uid && g_hash_table_add (w->used, g_strdup (uid));
  g_autofree char *value = theirs ? g_strdup (uid) : g_strdup_printf ("%s@%s", guid, w->domain);
  lectern_calendar_out_text (w, "UID", value);
}

/* Exceptions and further dates in UTC, or in the zone that the start is in. */
static gboolean
are_dates_of (const char *part, const char *zone)
{
  const char *colon = strchr (part, ':');
  g_autofree char *name = colon ? g_strndup (part, colon - part) : NULL;
  g_autofree char *except = g_strconcat ("EXDATE;TZID=", zone, NULL);
  g_autofree char *further = g_strconcat ("RDATE;TZID=", zone, NULL);
  return lectern_out_matches (part, "(EXDATE|RDATE):\\d{8}T\\d{6}Z(,\\d{8}T\\d{6}Z)*")
         || (lectern_calendar_is_named_zone (zone) && (g_strcmp0 (name, except) == 0 || g_strcmp0 (name, further) == 0)
             && lectern_out_matches (colon + 1, "\\d{8}T\\d{6}(,\\d{8}T\\d{6})*"));
}

/* What it repeats by came as it stands; exceptions in words of another zone are left out. */
static void
write_repeats (LecternCalendarOut *w, const LecternProgrammeSession *session, GPtrArray *omissions)
{
  const LecternProgrammeDay *day = lectern_out_day (w->programme, session);
  const char *zone = lectern_out_zone (w->programme, day);
  g_auto (GStrv) parts = g_strsplit (session->repeats ? session->repeats : "", " ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (g_str_has_prefix (*part, "FREQ=") && lectern_calendar_rule_is_valid (*part))
      lectern_calendar_value (w->out, "RRULE", *part);
    else if (are_dates_of (*part, zone))
      lectern_calendar_line (w->out, *part);
    else if (**part != '\0')
      lectern_out_omit (omissions, session->title, _("left out: a rule by which it repeats"));
}

void
lectern_calendar_out_session (LecternCalendarOut *w, guint index, gint64 start, GPtrArray *omissions)
{
  const LecternProgramme *p = w->programme;
  const LecternProgrammeSession *session = g_ptr_array_index (p->sessions, index);
  const LecternProgrammeDay *day = lectern_out_day (p, session);
  const LecternProgrammeTrack *track = lectern_out_track (p, session);
  g_autofree char *guid
      = lectern_out_unique_guid (w->used, lectern_out_session_guid (p, index), NULL, NULL);
  g_autofree char *description = describe (w, session);
  gint64 venue = 0;
  g_autofree char *rooms = room_names (p, session, &venue);

  lectern_calendar_value (w->out, "BEGIN", "VEVENT");
  write_uid (w, session->uid, guid);
  lectern_calendar_stamps (w->out, session->changed, session->lamport);
  write_span (w, day, start, start + MAX (session->duration, 0) * G_GINT64_CONSTANT (60000));
  write_repeats (w, session, omissions);
  spoken_text (w, "SUMMARY", session->title, session->title);
  lectern_calendar_value (w->out, "STATUS", status_of (p, session->state));
  write_place (w, rooms, venue_of (p, venue, day->venue));
  lectern_calendar_out_text (w, "DESCRIPTION", description);
  lectern_calendar_out_text (w, "CATEGORIES", track ? track->name : NULL);
  write_address (w, session->url);
  lectern_calendar_value (w->out, "CLASS", "PUBLIC");
  lectern_calendar_value (w->out, "END", "VEVENT");
}

/* The whole day, unless its hours are known. */
static void
write_day_times (LecternCalendarOut *w, const LecternProgrammeDay *day)
{
  gint64 start, end;
  if (lectern_out_day_hours (w->programme, day, &start, &end))
    {
      write_span (w, day, start, end);
      return;
    }
  lectern_calendar_whole_day (w->out, day->date);
}

/* What a save the date puts into calendars long before there is an agenda. */
void
lectern_calendar_out_day (LecternCalendarOut *w, const LecternProgrammeDay *day)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *guid = lectern_out_day_guid (p, day);
  g_autofree char *summary = day->title && *day->title
                                 ? g_strdup_printf ("%s: %s", p->title, day->title)
                                 : g_strdup (p->title);
  g_autofree char *description = lectern_markup_to_text (p->summary);

  lectern_calendar_value (w->out, "BEGIN", "VEVENT");
  write_uid (w, NULL, guid);
  lectern_calendar_stamps (w->out, day->changed, day->lamport);
  write_day_times (w, day);
  spoken_text (w, "SUMMARY", summary, p->title);
  lectern_calendar_value (w->out, "STATUS", status_of (p, NULL));
  write_place (w, NULL, venue_of (p, day->venue, 0));
  lectern_calendar_out_text (w, "DESCRIPTION", description);
  write_address (w, p->url);
  lectern_calendar_value (w->out, "TRANSP", "TRANSPARENT");
  lectern_calendar_value (w->out, "CLASS", "PUBLIC");
  lectern_calendar_value (w->out, "END", "VEVENT");
}
