/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-jsonld-out.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

#include <json-glib/json-glib.h>

typedef struct
{
  const LecternProgramme *programme;
  const LecternDetails *details;
  JsonBuilder *json;
} Writer;

static void
text (Writer *w, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (w->json, name);
  json_builder_add_string_value (w->json, value);
}

static void
address (Writer *w, const char *name, const char *url)
{
  if (lectern_out_is_web_address (url))
    text (w, name, url);
}

static void
prose (Writer *w, const char *name, const char *value)
{
  g_autofree char *plain = lectern_markup_to_text (value);
  text (w, name, plain);
}

static void
open_object (Writer *w, const char *name, const char *type)
{
  if (name)
    json_builder_set_member_name (w->json, name);
  json_builder_begin_object (w->json);
  text (w, "@type", type);
}

static void
status (Writer *w, const char *state)
{
  static const struct { const char *state, *status; } of[] = {
    { "postponed", "https://schema.org/EventPostponed" },
    { "rescheduled", "https://schema.org/EventRescheduled" },
    { "online", "https://schema.org/EventMovedOnline" },
    { "cancelled", "https://schema.org/EventCancelled" },
  };
  const char *found = "https://schema.org/EventScheduled";
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    if (g_strcmp0 (of[i].state, state) == 0)
      found = of[i].status;
  text (w, "eventStatus", found);
}

/* An event that went online and to another date is both; the standard has a list for that. */
static void
status_of_event (Writer *w)
{
  const char *state = w->programme->state;
  const char *previous = w->details ? w->details->previous_start : NULL;
  g_autofree char *first = lectern_out_first_date (w->programme);
  if (g_strcmp0 (state, "online") != 0 || previous == NULL || g_strcmp0 (first, previous) == 0)
    {
      status (w, state);
      return;
    }
  json_builder_set_member_name (w->json, "eventStatus");
  json_builder_begin_array (w->json);
  json_builder_add_string_value (w->json, "https://schema.org/EventMovedOnline");
  json_builder_add_string_value (w->json, "https://schema.org/EventRescheduled");
  json_builder_end_array (w->json);
}

static void
venue (Writer *w, const LecternDetailsVenue *of)
{
  open_object (w, NULL, "Place");
  text (w, "name", of->name);
  address (w, "url", of->website);
  if (of->street || of->city || of->country)
    {
      open_object (w, "address", "PostalAddress");
      text (w, "streetAddress", of->street);
      text (w, "postalCode", of->postcode);
      text (w, "addressLocality", of->city);
      text (w, "addressCountry", of->country);
      json_builder_end_object (w->json);
    }
  if (of->has_position)
    {
      open_object (w, "geo", "GeoCoordinates");
      json_builder_set_member_name (w->json, "latitude");
      json_builder_add_double_value (w->json, of->latitude);
      json_builder_set_member_name (w->json, "longitude");
      json_builder_add_double_value (w->json, of->longitude);
      json_builder_end_object (w->json);
    }
  json_builder_end_object (w->json);
}

static void
location (Writer *w)
{
  const LecternProgramme *p = w->programme;
  const char *online = w->details ? w->details->online_url : NULL;
  guint venues = w->details ? w->details->venues->len : 0;
  gboolean virtual_only = g_strcmp0 (p->state, "online") == 0;

  if (online || virtual_only)
    text (w, "eventAttendanceMode",
          venues > 0 && !virtual_only ? "https://schema.org/MixedEventAttendanceMode"
                                      : "https://schema.org/OnlineEventAttendanceMode");
  else if (venues > 0 || p->venue || p->city)
    text (w, "eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");

  json_builder_set_member_name (w->json, "location");
  json_builder_begin_array (w->json);
  if (online)
    {
      open_object (w, NULL, "VirtualLocation");
      address (w, "url", online);
      json_builder_end_object (w->json);
    }
  for (guint i = 0; i < venues && !virtual_only; i++)
    venue (w, g_ptr_array_index (w->details->venues, i));
  if (w->details == NULL && (p->venue || p->city))
    {
      open_object (w, NULL, "Place");
      text (w, "name", p->venue ? p->venue : p->city);
      text (w, "address", p->city);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

/* What the pages leave out is not in their data either. */
static gboolean
shows (Writer *w, LecternPart part)
{
  return w->details == NULL || !(w->details->look.without & part);
}

static void
moment (Writer *w, const char *name, const LecternProgrammeDay *day, gint64 instant)
{
  g_autofree char *stamp
      = lectern_time_format_rfc3339 (instant, lectern_out_zone (w->programme, day));
  /* without a known zone it is what the clocks there show */
  if (!lectern_out_zone_is_known (w->programme, day))
    stamp[19] = '\0';
  text (w, name, stamp);
}

static void
performers (Writer *w, const LecternProgrammeSession *session)
{
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  if (people->len == 0)
    return;
  json_builder_set_member_name (w->json, "performer");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < people->len; i++)
    {
      const LecternProgrammeRole *role = g_ptr_array_index (people, i);
      const LecternProgrammePerson *person
          = g_ptr_array_index (w->programme->persons, role->person);
      open_object (w, NULL, "Person");
      text (w, "name", person->name);
      text (w, "honorificPrefix", person->title);
      text (w, "jobTitle", person->job);
      if (person->organisation && *person->organisation)
        {
          open_object (w, "affiliation", "Organization");
          text (w, "name", person->organisation);
          json_builder_end_object (w->json);
        }
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static void
rooms (Writer *w, const LecternProgrammeSession *session)
{
  json_builder_set_member_name (w->json, "location");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < session->rooms->len; i++)
    {
      guint index = g_array_index (session->rooms, guint, i);
      if (index >= w->programme->rooms->len)
        continue;
      const LecternProgrammeRoom *room = g_ptr_array_index (w->programme->rooms, index);
      open_object (w, NULL, "Place");
      text (w, "name", room->name);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static void
spoken (Writer *w, char *const *languages)
{
  if (languages == NULL || *languages == NULL)
    return;
  json_builder_set_member_name (w->json, "inLanguage");
  json_builder_begin_array (w->json);
  for (guint i = 0; languages[i]; i++)
    json_builder_add_string_value (w->json, languages[i]);
  json_builder_end_array (w->json);
}

static void
sub_event (Writer *w, guint index, gint64 start)
{
  const LecternProgrammeSession *session = g_ptr_array_index (w->programme->sessions, index);
  const LecternProgrammeDay *day = lectern_out_day (w->programme, session);
  g_autofree char *guid = lectern_out_session_guid (w->programme, index);
  g_autofree char *id = g_strdup_printf ("urn:uuid:%s", guid);
  const char *of_event = w->programme->state;
  gboolean off = g_strcmp0 (of_event, "cancelled") == 0 || g_strcmp0 (of_event, "postponed") == 0;

  open_object (w, NULL, "Event");
  text (w, "identifier", id);
  text (w, "name", session->title);
  text (w, "alternateName", session->subtitle);
  moment (w, "startDate", day, start);
  if (session->duration > 0)
    moment (w, "endDate", day, start + session->duration * G_GINT64_CONSTANT (60000));
  status (w, off ? of_event : session->state);
  if (shows (w, LECTERN_PART_ROOMS))
    rooms (w, session);
  if (shows (w, LECTERN_PART_SPEAKERS))
    performers (w, session);
  spoken (w, session->languages);
  if (shows (w, LECTERN_PART_ABSTRACTS))
    prose (w, "description", session->abstract);
  address (w, "url", session->url);
  json_builder_end_object (w->json);
}

static void
sub_events (Writer *w)
{
  json_builder_set_member_name (w->json, "subEvent");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < w->programme->sessions->len; i++)
    {
      gint64 start;
      if (lectern_out_start (w->programme, g_ptr_array_index (w->programme->sessions, i), &start))
        sub_event (w, i, start);
    }
  json_builder_end_array (w->json);
}

static void
of_details (Writer *w)
{
  const LecternDetails *d = w->details;
  if (d == NULL)
    return;
  text (w, "previousStartDate", d->previous_start);
  if (d->host)
    {
      open_object (w, "organizer", "Organization");
      text (w, "name", d->host);
      address (w, "url", d->host_url);
      json_builder_end_object (w->json);
    }
  if (d->capacity > 0)
    {
      json_builder_set_member_name (w->json, "maximumAttendeeCapacity");
      json_builder_add_int_value (w->json, d->capacity);
    }
  if (lectern_out_is_web_address (d->registration_url))
    {
      open_object (w, "potentialAction", "RegisterAction");
      text (w, "target", d->registration_url);
      json_builder_end_object (w->json);
    }
}

/* Every "<", ">" and "&" stands inside a string, where it may be written as an escape;
   so no text can end the script element it is put into. So is a bracket in a string: content
   systems act on those. */
static GBytes *
generate_safe (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  g_autofree char *data = json_generator_to_data (generator, NULL);
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;
  for (const char *c = data; *c; c++)
    {
      if (*c == '<' || *c == '>' || *c == '&' || (in_string && *c == '['))
        g_string_append_printf (out, "\\u%04x", (guint) *c);
      else
        g_string_append_c (out, *c);
      if (*c == '"')
        in_string = !in_string;
      else if (*c == '\\' && c[1] != '\0')
        g_string_append_c (out, *++c);
    }
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

/* To the minute where the hours of the first and of the last day are known. */
static void
span_of_event (Writer *w)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *first = lectern_out_first_date (p);
  g_autofree char *last = lectern_out_last_date (p);
  const LecternProgrammeDay *from = NULL, *to = NULL;
  gint64 start, end, other;
  for (guint i = 0; i < p->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (p->days, i);
      from = g_strcmp0 (day->date, first) == 0 ? day : from;
      to = g_strcmp0 (day->date, last) == 0 ? day : to;
    }
  if (from && lectern_out_day_hours (p, from, &start, &other))
    moment (w, "startDate", from, start);
  else
    text (w, "startDate", first);
  if (to && lectern_out_day_hours (p, to, &other, &end))
    moment (w, "endDate", to, end);
  else
    text (w, "endDate", last);
}

GBytes *
lectern_jsonld_write (const LecternProgramme *programme, const char *language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Writer w = { programme, programme->details, builder };

  json_builder_begin_object (builder);
  text (&w, "@context", "https://schema.org");
  text (&w, "@type", "Event");
  text (&w, "name", programme->title);
  text (&w, "alternateName", programme->subtitle);
  prose (&w, "description", programme->summary);
  span_of_event (&w);
  status_of_event (&w);
  location (&w);
  of_details (&w);
  if (language)
    text (&w, "inLanguage", language);
  address (&w, "url", programme->url);
  address (&w, "image", programme->logo);
  sub_events (&w);
  json_builder_end_object (builder);
  return generate_safe (builder);
}
