/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-json-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
text_of (JsonNode *node, const char *language)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *texts = json_node_get_object (node);
      g_autoptr (GList) tags = g_list_sort (json_object_get_members (texts), (GCompareFunc)strcmp);
      const char *tag = language != NULL && json_object_has_member (texts, language) ? language
                        : json_object_has_member (texts, "en")                       ? "en"
                        : tags != NULL                                               ? tags->data
                                                                                     : NULL;
      return tag != NULL ? text_of (json_object_get_member (texts, tag), NULL) : g_strdup ("");
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    default:
      return g_strdup ("");
    }
}

char *
lectern_json_line (JsonObject *object, const char *name)
{
  return lectern_schedule_one_line (text_of (json_object_get_member (object, name), NULL));
}

char *
lectern_json_prose (JsonObject *object, const char *name, const char *language)
{
  char *text = text_of (json_object_get_member (object, name), language);
  for (char *c = text; c != NULL && *c != '\0'; c++)
    if ((guchar)*c < 0x20 && *c != '\n' && *c != '\r' && *c != '\t')
      *c = ' ';
  return text;
}

JsonObject *
lectern_json_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
lectern_json_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gint64
lectern_json_integer (JsonObject *object, const char *name, gint64 otherwise)
{
  g_autofree char *text = lectern_json_line (object, name);
  gint64 number;
  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return otherwise;
  return number;
}

char *
lectern_json_url (JsonObject *object, const char *name)
{
  JsonObject *image = lectern_json_object (object, name);
  return image != NULL ? lectern_json_line (image, "url") : lectern_json_line (object, name);
}

/* A programme's person has one address on the web; what else is listed there is said. */
static void
doubt_links (LecternJsonReader *r, JsonObject *object, const LecternProgrammePerson *person)
{
  JsonArray *links = lectern_json_array (object, "links");
  guint n = links != NULL ? json_array_get_length (links) : 0;
  if (n > 0)
    lectern_schedule_build_doubt (&r->build, _ ("persons"),
                                  ngettext ("%u link of “%s” is left out.", "%u links of “%s” are left out.", n), n,
                                  person->name);
}

gboolean
lectern_json_read_person (LecternJsonReader *r, JsonNode *node, guint *index)
{
  static const char *const names[] = { "name", "public_name", "full_public_name" };
  if (JSON_NODE_HOLDS_VALUE (node))
    {
      g_autofree char *plain = lectern_schedule_one_line (text_of (node, NULL));
      return lectern_schedule_build_person (&r->build, plain, NULL, 0, NULL, index) != NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  JsonObject *o = json_node_get_object (node);
  g_autofree char *name = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names) && (name == NULL || *name == '\0'); i++)
    {
      g_free (name);
      name = lectern_json_line (o, names[i]);
    }
  g_autofree char *guid = lectern_json_line (o, "guid");
  g_autofree char *code = lectern_json_line (o, "code");
  LecternProgrammePerson *person = lectern_schedule_build_person (
      &r->build, name, guid, lectern_json_integer (o, "id", 0), code, index);
  if (person == NULL)
    return FALSE;
  if (person->biography == NULL)
    person->biography = lectern_json_prose (o, "biography", r->build.programme->language);
  if (person->url == NULL)
    person->url = lectern_json_line (o, "url");
  if (person->avatar == NULL)
    person->avatar = lectern_json_url (o, "avatar");
  if (person->email == NULL)
    person->email = lectern_json_line (o, "email");
  doubt_links (r, o, person);
  return TRUE;
}

static void
read_people (LecternJsonReader *r, LecternProgrammeSession *session, JsonObject *entry)
{
  JsonArray *people = lectern_json_array (entry, "persons");
  if (people == NULL)
    people = lectern_json_array (entry, "participants");
  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonNode *node = json_array_get_element (people, i);
      guint index;
      if (!lectern_json_read_person (r, node, &index))
        {
          lectern_schedule_build_doubt (&r->build, session->where, "%s",
                                        _ ("A person without a name is left out."));
          continue;
        }
      g_autofree char *role = JSON_NODE_HOLDS_OBJECT (node)
                                  ? lectern_json_line (json_node_get_object (node), "role")
                                  : NULL;
      const char *key = NULL;
      if (role != NULL && g_ascii_strcasecmp (role, "moderator") == 0)
        key = "moderator";
      else if (role != NULL && g_ascii_strcasecmp (role, "host") == 0)
        key = "chair";
      lectern_schedule_build_role (session, index, key);
    }
}

static void
read_links (JsonObject *entry, const char *name, GPtrArray *to)
{
  JsonArray *links = lectern_json_array (entry, name);
  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonNode *node = json_array_get_element (links, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *o = json_node_get_object (node);
          g_autofree char *url
              = lectern_json_line (o, json_object_has_member (o, "url") ? "url" : "href");
          g_autofree char *title
              = lectern_json_line (o, json_object_has_member (o, "title") ? "title" : "name");
          LecternProgrammeLink *link = lectern_programme_link_new (title, url);
          link->type = lectern_json_line (o, "type");
          link->service = lectern_json_line (o, "service");
          g_ptr_array_add (to, link);
        }
      else
        {
          g_autofree char *url = lectern_schedule_one_line (text_of (node, NULL));
          if (url != NULL && *url != '\0')
            g_ptr_array_add (to, lectern_programme_link_new ("", url));
        }
    }
}

static void
read_rooms (LecternJsonReader *r,
            LecternProgrammeSession *session,
            JsonObject *entry,
            const char *under)
{
  JsonObject *reference = lectern_json_object (entry, "room");
  g_autofree char *name = reference != NULL ? lectern_json_line (reference, "name")
                                            : lectern_json_line (entry, "room");
  g_autofree char *guid = reference != NULL ? lectern_json_line (reference, "guid") : NULL;
  const char *known = guid != NULL ? g_hash_table_lookup (r->rooms_by_guid, guid) : NULL;
  if (under != NULL && *under != '\0' && name != NULL && *name != '\0' && strcmp (under, name) != 0)
    lectern_schedule_build_doubt (
        &r->build, session->where,
        _ ("The entry stands under the room “%s” and names “%s”; the first is taken."), under,
        name);
  int room = lectern_schedule_build_room (&r->build,
                                          under != NULL && *under != '\0' ? under
                                          : known != NULL                 ? known
                                                                          : name,
                                          guid, session->where);
  if (room >= 0)
    {
      guint index = (guint)room;
      g_array_append_val (session->rooms, index);
    }
}

static void
read_track (LecternJsonReader *r, LecternProgrammeSession *session, JsonObject *entry)
{
  JsonObject *reference = lectern_json_object (entry, "track");
  g_autofree char *slug = reference != NULL ? lectern_json_line (reference, "slug") : NULL;
  g_autofree char *name = reference != NULL ? lectern_json_line (reference, "name") : NULL;
  const char *known = slug != NULL ? g_hash_table_lookup (r->tracks_by_slug, slug) : NULL;
  if (name == NULL)
    name = known != NULL || slug != NULL
               ? g_strdup (known != NULL ? known : slug)
               : lectern_json_prose (entry, "track", r->build.programme->language);
  name = lectern_schedule_one_line (name);
  session->track = lectern_schedule_build_track (&r->build, name);
}

static void
read_recording (LecternProgrammeSession *session, JsonObject *entry)
{
  g_autofree char *no_record = lectern_json_line (entry, "do_not_record");
  session->licence = lectern_json_line (entry, "recording_license");
  if (no_record != NULL && *no_record != '\0')
    session->recording
        = g_strdup (strcmp (no_record, "true") == 0 || strcmp (no_record, "1") == 0 ? "no" : "yes");
}

static void
read_state (LecternProgrammeSession *session, JsonObject *entry)
{
  static const char *const states[][2] = {
    { "CONFIRMED", "confirmed" },      { "DELAYED", "confirmed" },   { "CANCELED", "cancelled" },
    { "CANCELLED", "cancelled" },      { "WITHDRAWN", "cancelled" }, { "DELETED", "cancelled" },
    { "REJECTED", "cancelled" },       { "DRAFT", "idea" },          { "SUBMITTED", "asked" },
    { "ACCEPTED", "to-be-confirmed" },
  };
  g_autofree char *state = lectern_json_line (entry, "state");
  if (state == NULL || *state == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (states) && session->state == NULL; i++)
    if (g_ascii_strcasecmp (state, states[i][0]) == 0)
      session->state = g_strdup (states[i][1]);
  /* Only these two are certain on the way back. */
  if (g_ascii_strcasecmp (state, "CONFIRMED") != 0 && g_ascii_strcasecmp (state, "CANCELED") != 0)
    lectern_schedule_extra_add (&session->extra, "state", state);
}

/* Members that this reader has no field for: a scalar is kept, the rest named once. A text in
   several languages is kept whole beside the one that is shown. */
static void
read_the_rest (LecternJsonReader *r, LecternProgrammeSession *session, JsonObject *entry)
{
  static const char *const known[] = {
    "id",
    "guid",
    "code",
    "slug",
    "url",
    "origin_url",
    "feedback_url",
    "video_download_url",
    "logo",
    "title",
    "subtitle",
    "abstract",
    "description",
    "date",
    "start",
    "end",
    "duration",
    "room",
    "track",
    "type",
    "language",
    "persons",
    "participants",
    "links",
    "attachments",
    "recording_license",
    "do_not_record",
    "state",
  };
  g_autoptr (GList) members = json_object_get_members (entry);
  for (GList *m = members; m != NULL; m = m->next)
    {
      JsonNode *node = json_object_get_member (entry, m->data);
      gboolean read = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (known) && !read; i++)
        read = strcmp (m->data, known[i]) == 0;
      gboolean several
          = JSON_NODE_HOLDS_OBJECT (node)
            && (strcmp (m->data, "abstract") == 0 || strcmp (m->data, "description") == 0);
      if ((!read && JSON_NODE_HOLDS_VALUE (node)) || several)
        {
          g_autofree char *json = json_to_string (node, FALSE);
          lectern_schedule_extra_add_json (&session->extra, m->data, json);
        }
      else if (!read && !JSON_NODE_HOLDS_NULL (node) && !g_hash_table_contains (r->unknown, m->data)
               && !(JSON_NODE_HOLDS_ARRAY (node)
                    && json_array_get_length (json_node_get_array (node)) == 0))
        {
          lectern_schedule_build_doubt (&r->build, session->where,
                                        _ ("“%s” of an entry is not known here and is left out."),
                                        (char *)m->data);
          g_hash_table_add (r->unknown, g_strdup (m->data));
        }
    }
}

static char *
not_empty (char *text)
{
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
read_texts (LecternJsonReader *r, LecternProgrammeSession *s, JsonObject *entry)
{
  const char *language = r->build.programme->language;
  s->title = lectern_schedule_one_line (lectern_json_prose (entry, "title", language));
  s->subtitle = lectern_schedule_one_line (lectern_json_prose (entry, "subtitle", language));
  s->abstract = lectern_json_prose (entry, "abstract", language);
  s->description = lectern_json_prose (entry, "description", language);
  s->slug = lectern_json_line (entry, "slug");
  s->url = lectern_json_line (entry, "url");
  s->origin_url = lectern_json_line (entry, "origin_url");
  s->feedback_url = lectern_json_line (entry, "feedback_url");
  s->video_url = lectern_json_line (entry, "video_download_url");
  s->logo = lectern_json_url (entry, "logo");
  if (s->title == NULL || *s->title == '\0')
    lectern_schedule_build_doubt (&r->build, s->where, "%s", _ ("This entry has no title."));
}

static void
read_identity (LecternProgrammeSession *s, JsonObject *entry)
{
  g_autofree char *id = not_empty (lectern_json_line (entry, "id"));
  s->guid = not_empty (lectern_json_line (entry, "guid"));
  s->code = not_empty (lectern_json_line (entry, "code"));
  if (id != NULL && !g_ascii_string_to_signed (id, 10, G_MININT64, G_MAXINT64, &s->number, NULL)
      && s->code == NULL)
    s->code = g_steal_pointer (&id);
}

void
lectern_json_read_entry (
    LecternJsonReader *r, JsonObject *entry, int day, const char *room, char *where)
{
  LecternProgrammeSession *s = lectern_programme_add_session (r->build.programme);
  s->where = where;
  read_identity (s, entry);
  read_texts (r, s, entry);
  g_autofree char *type = lectern_schedule_one_line (
      lectern_json_prose (entry, "type", r->build.programme->language));
  lectern_schedule_build_type (s, type);
  g_autofree char *language = lectern_json_line (entry, "language");
  lectern_schedule_build_languages (&r->build, s, language);
  read_rooms (r, s, entry, room);
  read_track (r, s, entry);
  read_recording (s, entry);
  read_state (s, entry);
  read_people (r, s, entry);
  read_links (entry, "links", s->links);
  read_links (entry, "attachments", s->attachments);
  r->build.n_parts += s->people->len + s->links->len + s->attachments->len;
  g_autofree char *date = lectern_json_line (entry, "date");
  g_autofree char *start = lectern_json_line (entry, "start");
  g_autofree char *end = lectern_json_line (entry, "end");
  g_autofree char *duration = lectern_json_line (entry, "duration");
  /* The second generation says the whole moment in "start". */
  gboolean moment = date == NULL && start != NULL && strlen (start) > 8;
  lectern_schedule_build_moment (&r->build, s, day, moment ? start : date, moment ? NULL : start,
                                 duration, end);
  read_the_rest (r, s, entry);
}
