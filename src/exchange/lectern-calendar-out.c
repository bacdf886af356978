/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-out.h"

#include "lectern-calendar-gone.h"
#include "lectern-calendar-text.h"
#include "lectern-identity.h"
#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"
#include "lectern-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const LecternProgramme *programme;
  const char *language;
  char *domain;       /* right of the @ of what gets an identity here */
  GString *out;
  gint64 from, to;    /* span of all entries */
  GHashTable *used;   /* identities that the file has already */
} Writer;

static void
text (Writer *w, const char *name, const char *value)
{
  lectern_calendar_text (w->out, name, "", value);
}

static void
spoken_text (Writer *w, const char *name, const char *value, const char *from)
{
  const char *other = lectern_details_language_of (w->programme->details, from);
  const char *language = other ? other : w->language;
  g_autofree char *parameters
      = language ? g_strdup_printf (";LANGUAGE=%s", language) : g_strdup ("");
  lectern_calendar_text (w->out, name, parameters, value);
}

/* When it changed last; both are the time of the data, never of the export. */
static void
write_stamps (Writer *w, gint64 changed, gint64 lamport)
{
  g_autofree char *stamp = lectern_calendar_utc (changed);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (lamport, 0, G_MAXINT32));
  lectern_calendar_value (w->out, "DTSTAMP", stamp);
  lectern_calendar_value (w->out, "LAST-MODIFIED", stamp);
  lectern_calendar_value (w->out, "SEQUENCE", sequence);
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

static gboolean
is_named_zone (const char *zone)
{
  return g_ascii_isalpha (zone[0]) && !g_str_equal (zone, "UTC");
}

/* A time in a named zone, in UTC where only an offset is known, else "floating":
   as the clocks show it where the event is. */
static void
write_time (Writer *w, const char *name, const LecternProgrammeDay *day, gint64 instant)
{
  const char *zone = lectern_out_zone (w->programme, day);
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;
  if (!lectern_out_zone_is_known (w->programme, day))
    line = g_strdup_printf ("%s:%s", name, value = local_text (instant, zone));
  else if (is_named_zone (zone))
    line = g_strdup_printf ("%s;TZID=%s:%s", name, zone, value = local_text (instant, zone));
  else
    line = g_strdup_printf ("%s:%s", name, value = lectern_calendar_utc (instant));
  lectern_calendar_line (w->out, line);
}

static void
write_date (Writer *w, const char *name, const char *date)
{
  g_autofree char *line
      = g_strdup_printf ("%s;VALUE=DATE:%.4s%.2s%.2s", name, date, date + 5, date + 8);
  lectern_calendar_line (w->out, line);
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
write_place (Writer *w, const char *rooms, const LecternDetailsVenue *venue)
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
  text (w, "LOCATION", place->str);
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
describe (Writer *w, const LecternProgrammeSession *session)
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
write_address (Writer *w, const char *url)
{
  if (lectern_out_is_web_address (url))
    lectern_calendar_value (w->out, "URL", url);
}

/* An identity that came in is kept; others are ours, at the workspace's address. */
static void
write_uid (Writer *w, const char *uid, const char *guid)
{
  gboolean theirs = uid && *uid && g_hash_table_add (w->used, g_strdup (uid));
  g_autofree char *value = theirs ? g_strdup (uid) : g_strdup_printf ("%s@%s", guid, w->domain);
  text (w, "UID", value);
}

/* What it repeats by came as it stands; exceptions in words of another zone are left out. */
static void
write_repeats (Writer *w, const LecternProgrammeSession *session, GPtrArray *omissions)
{
  g_auto (GStrv) parts = g_strsplit (session->repeats ? session->repeats : "", " ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (g_str_has_prefix (*part, "FREQ=") && lectern_calendar_rule_is_valid (*part))
      lectern_calendar_value (w->out, "RRULE", *part);
    else if (lectern_out_matches (*part, "(EXDATE|RDATE):\\d{8}T\\d{6}Z(,\\d{8}T\\d{6}Z)*"))
      lectern_calendar_line (w->out, *part);
    else if (**part != '\0')
      lectern_out_omit (omissions, session->title, _("left out: a rule by which it repeats"));
}

static void
write_session (Writer *w, guint index, gint64 start, GPtrArray *omissions)
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
  write_stamps (w, session->changed, session->lamport);
  write_time (w, "DTSTART", day, start);
  if (session->duration > 0)
    write_time (w, "DTEND", day, start + session->duration * G_GINT64_CONSTANT (60000));
  write_repeats (w, session, omissions);
  spoken_text (w, "SUMMARY", session->title, session->title);
  lectern_calendar_value (w->out, "STATUS", status_of (p, session->state));
  write_place (w, rooms, venue_of (p, venue, day->venue));
  text (w, "DESCRIPTION", description);
  text (w, "CATEGORIES", track ? track->name : NULL);
  write_address (w, session->url);
  lectern_calendar_value (w->out, "CLASS", "PUBLIC");
  lectern_calendar_value (w->out, "END", "VEVENT");
}

/* The whole day, unless its hours are known. */
static void
write_day_times (Writer *w, const LecternProgrammeDay *day)
{
  g_autofree char *next = lectern_date_add_days (day->date, 1);
  gint64 start, end;
  if (lectern_out_day_hours (w->programme, day, &start, &end))
    {
      write_time (w, "DTSTART", day, start);
      write_time (w, "DTEND", day, end);
      return;
    }
  write_date (w, "DTSTART", day->date);
  write_date (w, "DTEND", next);
}

/* What a save the date puts into calendars long before there is an agenda. */
static void
write_day (Writer *w, const LecternProgrammeDay *day)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *guid = lectern_out_day_guid (p, day);
  g_autofree char *summary = day->title && *day->title
                                 ? g_strdup_printf ("%s: %s", p->title, day->title)
                                 : g_strdup (p->title);
  g_autofree char *description = lectern_markup_to_text (p->summary);

  lectern_calendar_value (w->out, "BEGIN", "VEVENT");
  write_uid (w, NULL, guid);
  write_stamps (w, day->changed, day->lamport);
  write_day_times (w, day);
  spoken_text (w, "SUMMARY", summary, p->title);
  lectern_calendar_value (w->out, "STATUS", status_of (p, NULL));
  write_place (w, NULL, venue_of (p, day->venue, 0));
  text (w, "DESCRIPTION", description);
  write_address (w, p->url);
  lectern_calendar_value (w->out, "TRANSP", "TRANSPARENT");
  lectern_calendar_value (w->out, "CLASS", "PUBLIC");
  lectern_calendar_value (w->out, "END", "VEVENT");
}

/* Every zone that an entry names, each once. */
static void
write_zones (Writer *w)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < w->programme->days->len && w->to > 0; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (w->programme->days, i);
      const char *zone = lectern_out_zone (w->programme, day);
      if (lectern_out_zone_is_known (w->programme, day) && is_named_zone (zone)
          && g_hash_table_add (seen, (gpointer) zone))
        lectern_calendar_zone (w->out, zone, w->from, w->to);
    }
}

static void
widen_span (Writer *w, gint64 start, gint64 end)
{
  w->from = w->from ? MIN (w->from, start) : start;
  w->to = MAX (w->to, end);
}

static void
measure_span (Writer *w)
{
  gint64 start, end;
  for (guint i = 0; i < w->programme->days->len; i++)
    if (lectern_out_day_hours (w->programme, g_ptr_array_index (w->programme->days, i), &start, &end))
      widen_span (w, start, end);
  for (guint i = 0; i < w->programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (w->programme->sessions, i);
      if (lectern_out_start (w->programme, session, &start))
        widen_span (w, start, start + MAX (session->duration, 0) * G_GINT64_CONSTANT (60000));
    }
}

static void
write_head (Writer *w)
{
  lectern_calendar_value (w->out, "BEGIN", "VCALENDAR");
  lectern_calendar_value (w->out, "VERSION", "2.0");
  lectern_calendar_value (w->out, "PRODID", "-//Lectern//Lectern " LECTERN_VERSION "//EN");
  lectern_calendar_value (w->out, "CALSCALE", "GREGORIAN");
  text (w, "NAME", w->programme->title);
  text (w, "X-WR-CALNAME", w->programme->title);
  if (lectern_out_zone_is_known (w->programme, NULL) && is_named_zone (w->programme->time_zone))
    text (w, "X-WR-TIMEZONE", w->programme->time_zone);
  lectern_calendar_value (w->out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
  lectern_calendar_value (w->out, "X-PUBLISHED-TTL", "PT6H");
}

static gboolean
has_entries (const LecternProgramme *programme)
{
  for (guint i = 0; i < programme->days->len; i++)
    if (((LecternProgrammeDay *) g_ptr_array_index (programme->days, i))->date != NULL)
      return TRUE;
  return programme->gone->len > 0;
}

GBytes *
lectern_calendar_write (const LecternProgramme *programme,
                        const char *language,
                        GPtrArray *omissions,
                        GError **error)
{
  const LecternDetails *details = programme->details;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer w = { .programme = programme,
               .language = language ? language : programme->language,
               .used = used };
  if (!has_entries (programme))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("A calendar needs at least one day; “%s” has none yet."),
                   programme->title ? programme->title : "");
      return NULL;
    }
  w.out = g_string_new (NULL);
  w.domain = details && details->workspace ? g_strdup (details->workspace)
                                           : g_strdup ("lectern.invalid");

  measure_span (&w);
  write_head (&w);
  write_zones (&w);
  for (guint i = 0; i < programme->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (programme->days, i);
      if (day->date != NULL)
        write_day (&w, day);
    }
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      gint64 start;
      if (lectern_out_start (programme, session, &start))
        write_session (&w, i, start, omissions);
      else
        lectern_out_omit (omissions, session->title, _("left out: it has no day and time yet"));
    }
  for (guint i = 0; i < programme->gone->len; i++)
    lectern_calendar_gone (w.out, programme, g_ptr_array_index (programme->gone, i), w.domain);
  lectern_calendar_value (w.out, "END", "VCALENDAR");
  g_free (w.domain);
  return g_string_free_to_bytes (w.out);
}
