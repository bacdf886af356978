/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-json-out.h"

#include "lectern-identity.h"
#include "lectern-schedule-out.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

typedef struct
{
  const LecternProgramme *programme;
  JsonBuilder *json;
  GPtrArray *omissions;
} Writer;

static void
text (Writer *w, const char *name, const char *value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_string_value (w->json, value ? value : "");
}

static void
optional (Writer *w, const char *name, const char *value)
{
  if (value && *value)
    text (w, name, value);
}

static void
integer (Writer *w, const char *name, gint64 value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_int_value (w->json, value);
}

static void
text_or_null (Writer *w, const char *name, const char *value)
{
  json_builder_set_member_name (w->json, name);
  if (value && *value)
    json_builder_add_string_value (w->json, value);
  else
    json_builder_add_null_value (w->json);
}

static void
address (Writer *w, const char *name, const char *url, const char *where)
{
  if (lectern_out_is_web_address (url))
    text (w, name, url);
  else if (url && *url)
    lectern_out_omit (w->omissions, where,
                      _("the address “%s” is left out: the schema takes only http and https"),
                      url);
}

/* The schema: a short name, where a year with a language may follow. */
static char *
acronym (Writer *w)
{
  const LecternProgramme *p = w->programme;
  const char *from = p->acronym && *p->acronym ? p->acronym : p->slug;
  if (lectern_out_matches (from, "[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?"))
    return g_strdup (from);
  char *name = lectern_out_short_name (from, p->title);
  g_strdelimit (name, "-", '_');
  if (p->acronym && *p->acronym)
    lectern_out_omit (w->omissions, p->acronym,
                      _("the acronym is written as “%s”: the schema allows no other letters"),
                      name);
  return name;
}

static void
write_tracks (Writer *w)
{
  json_builder_set_member_name (w->json, "tracks");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < w->programme->tracks->len; i++)
    {
      const LecternProgrammeTrack *track = g_ptr_array_index (w->programme->tracks, i);
      json_builder_begin_object (w->json);
      text (w, "name", track->name);
      if (lectern_out_matches (track->slug, "[a-z0-9_-]+[a-z0-9]"))
        text (w, "slug", track->slug);
      optional (w, "color", track->colour);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static gboolean
is_room_type (const char *type)
{
  static const char *const types[] = { "lecturehall", "stage", "workshop", "outside", "online",
                                       "project", "bbb", "hangar", "other", NULL };
  return type && g_strv_contains (types, type);
}

static void
write_rooms (Writer *w)
{
  json_builder_set_member_name (w->json, "rooms");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < w->programme->rooms->len; i++)
    {
      const LecternProgrammeRoom *room = g_ptr_array_index (w->programme->rooms, i);
      g_autofree char *guid = lectern_out_room_guid (w->programme, room);
      json_builder_begin_object (w->json);
      text (w, "name", room->name);
      text (w, "guid", guid);
      if (is_room_type (room->type))
        text (w, "type", room->type);
      optional (w, "description", room->description);
      if (room->capacity >= 0)
        integer (w, "capacity", room->capacity);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

/* The schema takes a person with "name", or with "public_name" and "id", not both. */
static void
write_persons (Writer *w, const LecternProgrammeSession *session)
{
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  json_builder_set_member_name (w->json, "persons");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < people->len; i++)
    {
      const LecternProgrammeRole *role = g_ptr_array_index (people, i);
      const LecternProgrammePerson *person
          = g_ptr_array_index (w->programme->persons, role->person);
      if (!g_hash_table_add (seen, (gpointer) person))
        continue;
      json_builder_begin_object (w->json);
      text (w, "name", person->name);
      if (person->number > 0)
        integer (w, "id", person->number);
      if (lectern_uuid_is_valid (person->guid))
        text (w, "guid", person->guid);
      if (lectern_out_matches (person->code, "[A-Z0-9]+"))
        text (w, "code", person->code);
      optional (w, "biography", person->biography);
      address (w, "url", person->url, person->name);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static gboolean
is_link_type (const char *type)
{
  static const char *const types[] = { "slides", "paper", "web", "blog", "article", "media",
                                       "related", "activitypub", NULL };
  return type && g_strv_contains (types, type);
}

static void
write_links (Writer *w, const char *name, GPtrArray *links, const char *where)
{
  json_builder_set_member_name (w->json, name);
  json_builder_begin_array (w->json);
  for (guint i = 0; i < links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (links, i);
      json_builder_begin_object (w->json);
      text (w, "url", link->url);
      text (w, "title", link->title);
      if (is_link_type (link->type))
        text (w, "type", link->type);
      else if (link->type && *link->type)
        lectern_out_omit (w->omissions, where,
                          _("the type “%s” of a link is left out: the schema does not know it"),
                          link->type);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

/* Required by the schema: the session's own, else made of its title. */
static void
write_slug (Writer *w, const LecternOutSlot *slot)
{
  const char *slug = slot->session->slug;
  if (lectern_out_matches (slug, "[a-z0-9_-]+[a-z0-9]"))
    {
      text (w, "slug", slug);
      return;
    }
  if (slug && *slug && slot->copy == 0)
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its short name “%s” is left out: the schema does not allow it"), slug);
  g_autofree char *number = g_strdup_printf ("session-%" G_GINT64_FORMAT, slot->number);
  g_autofree char *made = lectern_out_short_name (slot->session->title, number);
  text (w, "slug", made);
}

/* Required by the schema; where there is none it is a name without a place, which is
   recognised on the way back. */
static void
write_url (Writer *w, const LecternOutSlot *slot)
{
  const char *url = slot->session->url;
  if (lectern_out_is_web_address (url))
    {
      text (w, "url", url);
      return;
    }
  if (url && *url)
    lectern_out_omit (w->omissions, slot->session->title,
                      _("the address “%s” is left out: the schema takes only http and https"), url);
  g_autofree char *name = g_strdup_printf ("urn:uuid:%s", slot->guid);
  text (w, "url", name);
}

static void
write_code (Writer *w, const LecternOutSlot *slot)
{
  const char *code = slot->session->code;
  if (code == NULL || *code == '\0' || slot->copy > 0)
    return;
  if (lectern_out_matches (code, "[A-Z0-9]+"))
    text (w, "code", code);
  else
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its code “%s” is left out: the schema does not allow it"), code);
}

static void
write_recording (Writer *w, const LecternProgrammeSession *session)
{
  if (session->recording == NULL && session->licence == NULL)
    return;
  text (w, "recording_license", session->licence);
  if (session->recording == NULL)
    return;
  json_builder_set_member_name (w->json, "do_not_record");
  json_builder_add_boolean_value (w->json, g_strcmp0 (session->recording, "no") == 0);
}

static void
write_addresses (Writer *w, const LecternProgrammeSession *session)
{
  if (session->logo && *session->logo)
    text (w, "logo", session->logo);
  address (w, "feedback_url", session->feedback_url, session->title);
  address (w, "origin_url", session->origin_url, session->title);
  if (session->video_url && *session->video_url)
    lectern_out_omit (w->omissions, session->title,
                      _("the address of its video is left out: the schema has no place for it"));
}

static void
write_times (Writer *w, const LecternOutSlot *slot)
{
  int minutes = MAX (slot->session->duration, 0);
  g_autofree char *duration = lectern_duration_format (minutes);
  g_autofree char *end
      = lectern_time_format_rfc3339 (slot->start + minutes * G_GINT64_CONSTANT (60000),
                                     lectern_out_zone (w->programme, slot->day));
  text (w, "date", slot->date);
  text (w, "start", slot->time);
  text (w, "duration", duration);
  if (slot->session->duration >= 0)
    text (w, "end", end);
  else
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its duration is not known; 00:00 is written"));
}

static void
write_event (Writer *w, const LecternOutSlot *slot)
{
  const LecternProgrammeSession *session = slot->session;
  const LecternProgrammeTrack *track = lectern_out_track (w->programme, session);
  g_autofree char *language = session->languages ? g_strjoinv (", ", session->languages) : NULL;

  json_builder_begin_object (w->json);
  text (w, "guid", slot->guid);
  write_code (w, slot);
  integer (w, "id", slot->number);
  write_times (w, slot);
  text (w, "room", slot->room ? slot->room->name : NULL);
  write_slug (w, slot);
  write_url (w, slot);
  text (w, "title", session->title);
  text (w, "subtitle", session->subtitle);
  text_or_null (w, "track", track ? track->name : NULL);
  text (w, "type", lectern_schedule_out_type (session));
  text_or_null (w, "language", language);
  text (w, "abstract", session->abstract);
  text (w, "description", session->description);
  write_recording (w, session);
  write_persons (w, session);
  write_links (w, "links", session->links, session->title);
  write_links (w, "attachments", session->attachments, session->title);
  write_addresses (w, session);
  json_builder_end_object (w->json);
}

static void
write_day (Writer *w, guint index, GPtrArray *slots, guint *at)
{
  const LecternProgrammeDay *day = g_ptr_array_index (w->programme->days, index);
  g_autofree char *start = lectern_out_day_start (w->programme, day);
  g_autofree char *end = lectern_out_day_end (w->programme, day);
  guint room = 0;
  gboolean open = FALSE;

  json_builder_begin_object (w->json);
  integer (w, "index", index + 1);
  text (w, "date", day->date);
  text (w, "day_start", start);
  text (w, "day_end", end);
  json_builder_set_member_name (w->json, "rooms");
  json_builder_begin_object (w->json);
  for (; *at < slots->len; (*at)++)
    {
      const LecternOutSlot *slot = g_ptr_array_index (slots, *at);
      if (slot->day_index != index)
        break;
      if (open && slot->room_index != room)
        json_builder_end_array (w->json);
      if (!open || slot->room_index != room)
        {
          json_builder_set_member_name (w->json,
                                        slot->room && slot->room->name ? slot->room->name : "");
          json_builder_begin_array (w->json);
        }
      open = TRUE;
      room = slot->room_index;
      write_event (w, slot);
    }
  if (open)
    json_builder_end_array (w->json);
  json_builder_end_object (w->json);
  json_builder_end_object (w->json);
}

static void
write_zone (Writer *w)
{
  const char *zone = w->programme->time_zone;
  if (!lectern_out_zone_is_known (w->programme, NULL))
    return;
  if (g_regex_match_simple ("^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$", zone, 0, 0))
    text (w, "time_zone_name", zone);
  else
    lectern_out_omit (
        w->omissions, zone,
        _("the time zone is left out: the schema takes only names such as Europe/Berlin"));
}

static void
write_conference (Writer *w, GPtrArray *slots)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *short_name = acronym (w);
  g_autofree char *first = lectern_out_first_date (p);
  g_autofree char *last = lectern_out_last_date (p);
  g_autofree char *slot_duration
      = lectern_duration_format (p->slot_minutes > 0 ? p->slot_minutes : 5);
  guint at = 0;

  json_builder_begin_object (w->json);
  text (w, "acronym", short_name);
  text (w, "title", p->title);
  optional (w, "description", p->summary);
  text (w, "start", first);
  text (w, "end", last);
  integer (w, "daysCount", p->days->len);
  text (w, "timeslot_duration", slot_duration);
  write_zone (w);
  optional (w, "logo", p->logo);
  address (w, "url", p->url, p->title);
  write_tracks (w);
  write_rooms (w);
  json_builder_set_member_name (w->json, "days");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < p->days->len; i++)
    write_day (w, i, slots, &at);
  json_builder_end_array (w->json);
  json_builder_end_object (w->json);
}

static GBytes *
generate (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  gsize length = 0;
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  char *data = json_generator_to_data (generator, &length);
  return g_bytes_new_take (data, length);
}

/* Two rooms of one name would be one list in the file, and two lists of one name no list. */
static void
merge_rooms_of_one_name (const LecternProgramme *programme, GPtrArray *slots, GPtrArray *omissions)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *same = g_new0 (guint, programme->rooms->len + 1);
  gboolean any = FALSE;
  for (guint i = 0; i < programme->rooms->len; i++)
    {
      const LecternProgrammeRoom *room = g_ptr_array_index (programme->rooms, i);
      gpointer found = g_hash_table_lookup (first, room->name ? room->name : "");
      same[i] = found ? GPOINTER_TO_UINT (found) - 1 : i;
      if (found == NULL)
        g_hash_table_insert (first, room->name ? room->name : (char *)"", GUINT_TO_POINTER (i + 1));
      else
        lectern_out_omit (omissions, room->name,
                          _("two rooms have this name; the format keeps one"));
      any = any || found != NULL;
    }
  for (guint i = 0; any && i < slots->len; i++)
    {
      LecternOutSlot *slot = g_ptr_array_index (slots, i);
      if (slot->room)
        slot->room_index = same[slot->room_index];
    }
  if (any)
    lectern_out_sort_slots (slots);
}

GBytes *
lectern_schedule_json_write (const LecternProgramme *programme,
                             GPtrArray *omissions,
                             GError **error)
{
  if (!lectern_schedule_out_check (programme, "schedule.json", error))
    return NULL;

  g_autoptr (GPtrArray) slots = lectern_out_slots (programme, omissions);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *version = lectern_schedule_out_version (programme);
  Writer w = { programme, builder, omissions };

  merge_rooms_of_one_name (programme, slots, omissions);
  json_builder_begin_object (builder);
  text (&w, "$schema", "https://c3voc.de/schedule/schema.json");
  json_builder_set_member_name (builder, "generator");
  json_builder_begin_object (builder);
  text (&w, "name", "Lectern");
  text (&w, "version", LECTERN_VERSION);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "schedule");
  json_builder_begin_object (builder);
  text (&w, "version", version);
  address (&w, "base_url", programme->base_url, programme->title);
  json_builder_set_member_name (builder, "conference");
  write_conference (&w, slots);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  lectern_schedule_out_omissions (programme, TRUE, omissions);
  return generate (builder);
}
