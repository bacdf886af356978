/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-json-out.h"

#include "lectern-schedule-json-out-private.h"
#include "lectern-schedule-out.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

void
lectern_json_out_text (LecternJsonOut *w, const char *name, const char *value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_string_value (w->json, value ? value : "");
}

void
lectern_json_out_optional (LecternJsonOut *w, const char *name, const char *value)
{
  if (value && *value)
    lectern_json_out_text (w, name, value);
}

void
lectern_json_out_integer (LecternJsonOut *w, const char *name, gint64 value)
{
  json_builder_set_member_name (w->json, name);
  json_builder_add_int_value (w->json, value);
}

void
lectern_json_out_address (LecternJsonOut *w, const char *name, const char *url, const char *where)
{
  if (lectern_out_is_web_address (url))
    lectern_json_out_text (w, name, url);
  else if (url && *url)
    lectern_out_omit (w->omissions, where,
                      _("the address “%s” is left out: the schema takes only http and https"),
                      url);
}

/* The schema: a short name, where a year with a language may follow. */
static char *
acronym (LecternJsonOut *w)
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
write_tracks (LecternJsonOut *w)
{
  json_builder_set_member_name (w->json, "tracks");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < w->programme->tracks->len; i++)
    {
      const LecternProgrammeTrack *track = g_ptr_array_index (w->programme->tracks, i);
      json_builder_begin_object (w->json);
      lectern_json_out_text (w, "name", track->name);
      if (lectern_out_matches (track->slug, "[a-z0-9_-]+[a-z0-9]"))
        lectern_json_out_text (w, "slug", track->slug);
      lectern_json_out_optional (w, "color", track->colour);
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
write_rooms (LecternJsonOut *w)
{
  json_builder_set_member_name (w->json, "rooms");
  json_builder_begin_array (w->json);
  for (guint i = 0; i < w->programme->rooms->len; i++)
    {
      const LecternProgrammeRoom *room = g_ptr_array_index (w->programme->rooms, i);
      g_autofree char *guid = lectern_out_room_guid (w->programme, room);
      json_builder_begin_object (w->json);
      lectern_json_out_text (w, "name", room->name);
      lectern_json_out_text (w, "guid", guid);
      if (is_room_type (room->type))
        lectern_json_out_text (w, "type", room->type);
      lectern_json_out_optional (w, "description", room->description);
      if (room->capacity >= 0)
        lectern_json_out_integer (w, "capacity", room->capacity);
      json_builder_end_object (w->json);
    }
  json_builder_end_array (w->json);
}

static void
write_day (LecternJsonOut *w, guint index, GPtrArray *slots, guint *at)
{
  const LecternProgrammeDay *day = g_ptr_array_index (w->programme->days, index);
  g_autofree char *start = lectern_out_day_start (w->programme, day);
  g_autofree char *end = lectern_out_day_end (w->programme, day);
  guint room = 0;
  gboolean open = FALSE;

  json_builder_begin_object (w->json);
  lectern_json_out_integer (w, "index", index + 1);
  lectern_json_out_text (w, "date", day->date);
  lectern_json_out_text (w, "day_start", start);
  lectern_json_out_text (w, "day_end", end);
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
      lectern_json_out_session (w, slot);
    }
  if (open)
    json_builder_end_array (w->json);
  json_builder_end_object (w->json);
  json_builder_end_object (w->json);
}

static void
write_zone (LecternJsonOut *w)
{
  const char *zone = w->programme->time_zone;
  if (!lectern_out_zone_is_known (w->programme, NULL))
    return;
  if (g_regex_match_simple ("^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$", zone, 0, 0))
    lectern_json_out_text (w, "time_zone_name", zone);
  else
    lectern_out_omit (
        w->omissions, zone,
        _("the time zone is left out: the schema takes only names such as Europe/Berlin"));
}

static void
write_conference (LecternJsonOut *w, GPtrArray *slots)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *short_name = acronym (w);
  g_autofree char *first = lectern_out_first_date (p);
  g_autofree char *last = lectern_out_last_date (p);
  g_autofree char *slot_duration
      = lectern_duration_format (p->slot_minutes > 0 ? p->slot_minutes : 5);
  guint at = 0;

  json_builder_begin_object (w->json);
  lectern_json_out_text (w, "acronym", short_name);
  lectern_json_out_text (w, "title", p->title);
  lectern_json_out_optional (w, "description", p->summary);
  lectern_json_out_text (w, "start", first);
  lectern_json_out_text (w, "end", last);
  lectern_json_out_integer (w, "daysCount", p->days->len);
  lectern_json_out_text (w, "timeslot_duration", slot_duration);
  write_zone (w);
  lectern_json_out_optional (w, "logo", p->logo);
  lectern_json_out_address (w, "url", p->url, p->title);
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
  LecternJsonOut w = { programme, builder, omissions };

  merge_rooms_of_one_name (programme, slots, omissions);
  json_builder_begin_object (builder);
  lectern_json_out_text (&w, "$schema", "https://c3voc.de/schedule/schema.json");
  json_builder_set_member_name (builder, "generator");
  json_builder_begin_object (builder);
  lectern_json_out_text (&w, "name", "Lectern");
  lectern_json_out_text (&w, "version", LECTERN_VERSION);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "schedule");
  json_builder_begin_object (builder);
  lectern_json_out_text (&w, "version", version);
  lectern_json_out_address (&w, "base_url", programme->base_url, programme->title);
  json_builder_set_member_name (builder, "conference");
  write_conference (&w, slots);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  lectern_schedule_out_omissions (programme, TRUE, omissions);
  return generate (builder);
}
