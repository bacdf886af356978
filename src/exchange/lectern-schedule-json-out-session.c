/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as schedule.json has it.
 */
#include "lectern-schedule-json-out-private.h"

#include "lectern-identity.h"
#include "lectern-schedule-out.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

static void
text_or_null (LecternJsonOut *w, const char *name, const char *value)
{
  json_builder_set_member_name (w->json, name);
  if (value && *value)
    json_builder_add_string_value (w->json, value);
  else
    json_builder_add_null_value (w->json);
}

/* The schema takes a person with "name", or with "public_name" and "id", not both. */
static void
write_persons (LecternJsonOut *w, const LecternProgrammeSession *session)
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
      lectern_json_out_text (w, "name", person->name);
      if (person->number > 0)
        lectern_json_out_integer (w, "id", person->number);
      if (lectern_uuid_is_valid (person->guid))
        lectern_json_out_text (w, "guid", person->guid);
      if (lectern_out_matches (person->code, "[A-Z0-9]+"))
        lectern_json_out_text (w, "code", person->code);
      lectern_json_out_optional (w, "biography", person->biography);
      lectern_json_out_address (w, "url", person->url, person->name);
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
write_links (LecternJsonOut *w, const char *name, GPtrArray *links, const char *where)
{
  json_builder_set_member_name (w->json, name);
  json_builder_begin_array (w->json);
  for (guint i = 0; i < links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (links, i);
      json_builder_begin_object (w->json);
      lectern_json_out_text (w, "url", link->url);
      lectern_json_out_text (w, "title", link->title);
      if (is_link_type (link->type))
        lectern_json_out_text (w, "type", link->type);
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
write_slug (LecternJsonOut *w, const LecternOutSlot *slot)
{
  const char *slug = slot->session->slug;
  if (lectern_out_matches (slug, "[a-z0-9_-]+[a-z0-9]"))
    {
      lectern_json_out_text (w, "slug", slug);
      return;
    }
  if (slug && *slug && slot->copy == 0)
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its short name “%s” is left out: the schema does not allow it"), slug);
  g_autofree char *number = g_strdup_printf ("session-%" G_GINT64_FORMAT, slot->number);
  g_autofree char *made = lectern_out_short_name (slot->session->title, number);
  lectern_json_out_text (w, "slug", made);
}

/* Required by the schema; where there is none it is a name without a place, which is
   recognised on the way back. */
static void
write_url (LecternJsonOut *w, const LecternOutSlot *slot)
{
  const char *url = slot->session->url;
  if (lectern_out_is_web_address (url))
    {
      lectern_json_out_text (w, "url", url);
      return;
    }
  if (url && *url)
    lectern_out_omit (w->omissions, slot->session->title,
                      _("the address “%s” is left out: the schema takes only http and https"), url);
  g_autofree char *name = g_strdup_printf ("urn:uuid:%s", slot->guid);
  lectern_json_out_text (w, "url", name);
}

static void
write_code (LecternJsonOut *w, const LecternOutSlot *slot)
{
  const char *code = slot->session->code;
  if (code == NULL || *code == '\0' || slot->copy > 0)
    return;
  if (lectern_out_matches (code, "[A-Z0-9]+"))
    lectern_json_out_text (w, "code", code);
  else
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its code “%s” is left out: the schema does not allow it"), code);
}

static void
write_recording (LecternJsonOut *w, const LecternProgrammeSession *session)
{
  if (session->recording == NULL && session->licence == NULL)
    return;
  lectern_json_out_text (w, "recording_license", session->licence);
  if (session->recording == NULL)
    return;
  json_builder_set_member_name (w->json, "do_not_record");
  json_builder_add_boolean_value (w->json, g_strcmp0 (session->recording, "no") == 0);
}

static void
write_addresses (LecternJsonOut *w, const LecternProgrammeSession *session)
{
  if (session->logo && *session->logo)
    lectern_json_out_text (w, "logo", session->logo);
  lectern_json_out_address (w, "feedback_url", session->feedback_url, session->title);
  lectern_json_out_address (w, "origin_url", session->origin_url, session->title);
  if (session->video_url && *session->video_url)
    lectern_out_omit (w->omissions, session->title,
                      _("the address of its video is left out: the schema has no place for it"));
}

static void
write_times (LecternJsonOut *w, const LecternOutSlot *slot)
{
  int minutes = MAX (slot->session->duration, 0);
  g_autofree char *duration = lectern_duration_format (minutes);
  g_autofree char *end
      = lectern_time_format_rfc3339 (slot->start + minutes * G_GINT64_CONSTANT (60000),
                                     lectern_out_zone (w->programme, slot->day));
  lectern_json_out_text (w, "date", slot->date);
  lectern_json_out_text (w, "start", slot->time);
  lectern_json_out_text (w, "duration", duration);
  if (slot->session->duration >= 0)
    lectern_json_out_text (w, "end", end);
  else
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its duration is not known; 00:00 is written"));
}

void
lectern_json_out_session (LecternJsonOut *w, const LecternOutSlot *slot)
{
  const LecternProgrammeSession *session = slot->session;
  const LecternProgrammeTrack *track = lectern_out_track (w->programme, session);
  g_autofree char *language = session->languages ? g_strjoinv (", ", session->languages) : NULL;

  json_builder_begin_object (w->json);
  lectern_json_out_text (w, "guid", slot->guid);
  write_code (w, slot);
  lectern_json_out_integer (w, "id", slot->number);
  write_times (w, slot);
  lectern_json_out_text (w, "room", slot->room ? slot->room->name : NULL);
  write_slug (w, slot);
  write_url (w, slot);
  lectern_json_out_text (w, "title", session->title);
  lectern_json_out_text (w, "subtitle", session->subtitle);
  text_or_null (w, "track", track ? track->name : NULL);
  lectern_json_out_text (w, "type", lectern_schedule_out_type (session));
  text_or_null (w, "language", language);
  lectern_json_out_text (w, "abstract", session->abstract);
  lectern_json_out_text (w, "description", session->description);
  write_recording (w, session);
  write_persons (w, session);
  write_links (w, "links", session->links, session->title);
  write_links (w, "attachments", session->attachments, session->title);
  write_addresses (w, session);
  json_builder_end_object (w->json);
}
