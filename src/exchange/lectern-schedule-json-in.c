/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-json-in.h"

#include "lectern-exchange-error.h"
#include "lectern-json-guard.h"
#include "lectern-recognise-json.h"
#include "lectern-schedule-json-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_bound (LecternJsonReader *r, JsonObject *conference, const char *name, char **field)
{
  g_autofree char *text = lectern_json_line (conference, name);
  LecternScheduleTime time;
  if (lectern_schedule_time_parse (text, &time))
    {
      *field = lectern_schedule_date_format (time.days);
      if (time.minute >= 0)
        lectern_schedule_extra_add (&r->build.programme->extra, name, text);
    }
  else if (text != NULL && *text != '\0')
    {
      g_autofree char *where = g_strconcat ("conference.", name, NULL);
      lectern_schedule_build_doubt (&r->build, where, _ ("“%s” is not a date."), text);
    }
}

static void
read_conference (LecternJsonReader *r, JsonObject *conference)
{
  LecternProgramme *p = r->build.programme;
  JsonObject *defaults = lectern_json_object (conference, "defaults");
  JsonArray *languages = lectern_json_array (conference, "languages");
  g_autofree char *zone = lectern_json_line (conference, "time_zone_name");
  g_autofree char *slot = lectern_json_line (conference, "timeslot_duration");
  if (defaults != NULL)
    p->language = lectern_json_line (defaults, "language");
  p->acronym = lectern_json_line (conference, "acronym");
  p->title = lectern_schedule_one_line (lectern_json_prose (conference, "title", p->language));
  p->subtitle
      = lectern_schedule_one_line (lectern_json_prose (conference, "subtitle", p->language));
  p->summary = lectern_json_prose (conference, "description", p->language);
  p->venue = lectern_json_line (conference, "venue");
  p->city = lectern_json_line (conference, "city");
  p->url = lectern_json_line (conference, "url");
  p->logo = lectern_json_url (conference, "logo");
  p->slot_minutes = MAX (lectern_schedule_duration_parse (slot), 0);
  lectern_schedule_build_zone (&r->build, zone, "conference.time_zone_name");
  read_bound (r, conference, "start", &p->start);
  read_bound (r, conference, "end", &p->end);
  if (languages != NULL)
    {
      g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
      for (guint i = 0; i < json_array_get_length (languages); i++)
        {
          JsonNode *tag = json_array_get_element (languages, i);
          if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING)
            g_strv_builder_add (tags, json_node_get_string (tag));
        }
      p->languages = g_strv_builder_end (tags);
    }
  for (const char *const *keep = (const char *const[]){ "colors", "keywords", "meta", NULL };
       *keep != NULL; keep++)
    if (json_object_has_member (conference, *keep))
      {
        g_autofree char *json = json_to_string (json_object_get_member (conference, *keep), FALSE);
        lectern_schedule_extra_add_json (&p->extra, *keep, json);
      }
}

static void
read_tracks (LecternJsonReader *r, JsonArray *tracks)
{
  for (guint i = 0; tracks != NULL && i < json_array_get_length (tracks); i++)
    {
      JsonNode *node = json_array_get_element (tracks, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      JsonObject *o = json_node_get_object (node);
      JsonObject *colours = lectern_json_object (o, "colors");
      g_autofree char *name = lectern_schedule_one_line (
          lectern_json_prose (o, "name", r->build.programme->language));
      int index = lectern_schedule_build_track (&r->build, name);
      if (index < 0)
        continue;
      LecternProgrammeTrack *track = g_ptr_array_index (r->build.programme->tracks, index);
      char *slug = lectern_json_line (o, "slug");
      if (slug != NULL)
        g_hash_table_replace (r->tracks_by_slug, slug, track->name);
      /* a name that stands there twice is one track, which what came first describes */
      if (track->slug == NULL)
        track->slug = g_strdup (slug);
      if (track->colour == NULL)
        track->colour = lectern_json_line (o, "color");
      if (track->colour == NULL && colours != NULL)
        track->colour = lectern_json_line (colours, "light");
    }
}

static void
read_rooms (LecternJsonReader *r, JsonArray *rooms)
{
  for (guint i = 0; rooms != NULL && i < json_array_get_length (rooms); i++)
    {
      JsonNode *node = json_array_get_element (rooms, i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      JsonObject *o = json_node_get_object (node);
      g_autofree char *name = lectern_schedule_one_line (
          lectern_json_prose (o, "name", r->build.programme->language));
      g_autofree char *guid = lectern_json_line (o, "guid");
      g_autofree char *where = g_strdup_printf ("rooms[%u]", i);
      int index = lectern_schedule_build_room (&r->build, name, guid, where);
      if (index < 0)
        continue;
      LecternProgrammeRoom *room = g_ptr_array_index (r->build.programme->rooms, index);
      if (room->description == NULL)
        room->description = lectern_json_prose (o, "description", r->build.programme->language);
      if (room->type == NULL)
        room->type = lectern_json_line (o, "type");
      room->capacity = lectern_json_integer (o, "capacity", room->capacity);
      if (room->guid != NULL)
        g_hash_table_insert (r->rooms_by_guid, room->guid, room->name);
    }
}

static void
read_entries (LecternJsonReader *r, int day, const char *room, JsonArray *entries)
{
  for (guint i = 0;
       i < json_array_get_length (entries) && !lectern_schedule_build_is_full (&r->build); i++)
    {
      JsonNode *node = json_array_get_element (entries, i);
      g_autofree char *where = day < 0 ? g_strdup_printf ("events[%u]", i)
                                       : g_strdup_printf ("days[%d].rooms.%s[%u]", day, room, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        lectern_json_read_entry (r, json_node_get_object (node), day, room,
                                 g_steal_pointer (&where));
      else
        lectern_schedule_build_doubt (&r->build, where, "%s",
                                      _ ("This is no entry of a programme; it is left out."));
    }
}

static void
read_day (LecternJsonReader *r, JsonObject *o)
{
  LecternProgramme *p = r->build.programme;
  g_autofree char *where = g_strdup_printf ("days[%u]", p->days->len);
  g_autofree char *date = lectern_json_line (o, "date");
  g_autofree char *start
      = lectern_json_line (o, json_object_has_member (o, "day_start") ? "day_start" : "start");
  g_autofree char *end
      = lectern_json_line (o, json_object_has_member (o, "day_end") ? "day_end" : "end");
  JsonObject *rooms = lectern_json_object (o, "rooms");
  lectern_schedule_build_day (&r->build, date, start, end, where);
  int day = (int)p->days->len - 1;
  if (rooms == NULL)
    return;
  g_autoptr (GList) names = json_object_get_members (rooms);
  for (GList *n = names; n != NULL; n = n->next)
    {
      g_autofree char *name = lectern_schedule_one_line (g_strdup (n->data));
      JsonArray *entries = lectern_json_array (rooms, n->data);
      lectern_schedule_build_room (&r->build, name, NULL, where);
      if (entries != NULL)
        read_entries (r, day, name, entries);
    }
}

static void
read_schedule (LecternJsonReader *r, JsonObject *root)
{
  LecternProgramme *p = r->build.programme;
  JsonObject *schedule = lectern_json_object (root, "schedule");
  JsonObject *conference = lectern_json_object (schedule, "conference");
  JsonObject *generator = lectern_json_object (schedule, "generator");
  JsonArray *days = lectern_json_array (conference, "days");
  JsonArray *persons = lectern_json_array (schedule, "persons");
  JsonArray *events = lectern_json_array (schedule, "events");
  if (generator == NULL)
    generator = lectern_json_object (root, "generator");
  p->version = lectern_json_line (schedule, "version");
  p->base_url = lectern_json_line (schedule, "base_url");
  if (generator != NULL)
    p->generator = lectern_json_line (generator, "name");
  read_conference (r, conference);
  read_tracks (r, lectern_json_array (conference, "tracks"));
  read_rooms (r, lectern_json_array (conference, "rooms"));
  read_rooms (r, lectern_json_array (schedule, "rooms"));
  for (guint i = 0; persons != NULL && i < json_array_get_length (persons); i++)
    {
      guint index;
      lectern_json_read_person (r, json_array_get_element (persons, i), &index);
    }
  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (days, i)))
      read_day (r, json_array_get_object_element (days, i));
  if (events != NULL)
    read_entries (r, -1, NULL, events);
}

static JsonNode *
parse (JsonParser *parser, GBytes *file, LecternFormat *format, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  if (!lectern_json_guard (data, length, error))
    return NULL;
  gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  if (!json_parser_load_from_data (parser, data + mark, (gssize)(length - mark), NULL))
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                           _ ("The file is not valid JSON."));
      return NULL;
    }
  JsonNode *root = json_parser_get_root (parser);
  *format = lectern_recognise_json (root);
  if (lectern_format_refusal (*format) == NULL)
    return root;
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_UNKNOWN,
                       lectern_format_refusal (*format));
  return NULL;
}

LecternProgramme *
lectern_schedule_json_read (GBytes *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  LecternProgramme *programme = NULL;
  LecternFormat format;
  JsonNode *root = parse (parser, file, &format, error);
  LecternJsonReader r;
  if (root == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  lectern_schedule_build_init (&r.build, lectern_format_name (format));
  r.rooms_by_guid = g_hash_table_new (g_str_hash, g_str_equal);
  r.tracks_by_slug = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  r.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_schedule (&r, json_node_get_object (root));
  if (lectern_schedule_build_is_full (&r.build))
    g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("The programme has too many entries."));
  else
    programme = lectern_schedule_build_finish (&r.build);
  lectern_schedule_build_clear (&r.build);
  g_hash_table_unref (r.rooms_by_guid);
  g_hash_table_unref (r.tracks_by_slug);
  g_hash_table_unref (r.unknown);
  return programme;
}
