/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-xml-out.h"

#include "lectern-identity.h"
#include "lectern-out.h"
#include "lectern-schedule-out.h"
#include "lectern-time.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const LecternProgramme *programme;
  GString *out;
  GPtrArray *omissions;
  GHashTable *slugs;
  GHashTable *codes;
  guint dropped; /* characters that XML forbids, since last asked */
} Writer;

static void
indent (Writer *w, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (w->out, "  ");
}

static void
attribute (Writer *w, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (w->out, " %s=\"", name);
  lectern_out_xml_text (w->out, value, TRUE, &w->dropped);
  g_string_append_c (w->out, '"');
}

static void
element (Writer *w, guint depth, const char *name, const char *text)
{
  indent (w, depth);
  if (text == NULL || *text == '\0')
    {
      g_string_append_printf (w->out, "<%s/>\n", name);
      return;
    }
  g_string_append_printf (w->out, "<%s>", name);
  lectern_out_xml_text (w->out, text, FALSE, &w->dropped);
  g_string_append_printf (w->out, "</%s>\n", name);
}

static void
optional (Writer *w, guint depth, const char *name, const char *text)
{
  if (text && *text)
    element (w, depth, name, text);
}

static void
address (Writer *w, guint depth, const char *name, const char *url, const char *where)
{
  if (lectern_out_is_web_address (url))
    element (w, depth, name, url);
  else if (url && *url)
    lectern_out_omit (w->omissions, where,
                      _("the address “%s” is left out: the schema takes only http and https"),
                      url);
}

static void
write_track (Writer *w, const LecternProgrammeTrack *track)
{
  indent (w, 2);
  g_string_append (w->out, "<track");
  attribute (w, "name", track->name ? track->name : "");
  if (lectern_out_matches (track->colour, "#[0-9a-fA-F]{6}"))
    attribute (w, "color", track->colour);
  if (lectern_out_matches (track->slug, "[a-z][a-z0-9-]+"))
    attribute (w, "slug", track->slug);
  else if (track->slug && *track->slug)
    lectern_out_omit (w->omissions, track->name,
                      _("its short name “%s” is left out: the schema does not allow it"),
                      track->slug);
  g_string_append (w->out, "/>\n");
}

static void
write_acronym (Writer *w)
{
  const LecternProgramme *p = w->programme;
  const char *from = p->acronym && *p->acronym ? p->acronym : p->slug;
  if (from == NULL)
    return;
  g_autofree char *name = lectern_out_matches (from, "[a-z0-9_-]{4,}")
                              ? g_strdup (from)
                              : lectern_out_short_name (from, p->title);
  if (p->acronym && *p->acronym && g_strcmp0 (name, p->acronym) != 0)
    lectern_out_omit (w->omissions, p->acronym,
                      _("the acronym is written as “%s”: the schema allows no other letters"),
                      name);
  element (w, 2, "acronym", name);
}

static void
write_conference (Writer *w)
{
  const LecternProgramme *p = w->programme;
  g_autofree char *first = lectern_out_first_date (p);
  g_autofree char *last = lectern_out_last_date (p);
  g_autofree char *days = g_strdup_printf ("%u", p->days->len);

  g_string_append (w->out, "  <conference>\n");
  write_acronym (w);
  element (w, 2, "title", p->title);
  optional (w, 2, "start", first);
  optional (w, 2, "end", last);
  element (w, 2, "days", days);
  if (p->slot_minutes > 0 && p->slot_minutes < 100 * 60)
    {
      g_autofree char *slot = lectern_duration_format (p->slot_minutes);
      element (w, 2, "timeslot_duration", slot);
    }
  if (lectern_out_zone_is_known (p, NULL))
    element (w, 2, "time_zone_name", p->time_zone);
  address (w, 2, "base_url", p->base_url, p->title);
  address (w, 2, "logo", p->logo, p->title);
  address (w, 2, "url", p->url, p->title);
  for (guint i = 0; i < p->tracks->len; i++)
    write_track (w, g_ptr_array_index (p->tracks, i));
  g_string_append (w->out, "  </conference>\n");
}

static void
write_persons (Writer *w, const LecternProgrammeSession *session)
{
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  if (people->len == 0)
    {
      g_string_append (w->out, "        <persons/>\n");
      return;
    }
  g_string_append (w->out, "        <persons>\n");
  for (guint i = 0; i < people->len; i++)
    {
      const LecternProgrammeRole *role = g_ptr_array_index (people, i);
      const LecternProgrammePerson *person
          = g_ptr_array_index (w->programme->persons, role->person);
      /* in two roles: one line, the format knows no roles */
      if (!g_hash_table_add (seen, (gpointer) person))
        continue;
      g_string_append (w->out, "          <person");
      if (person->number > 0)
        g_string_append_printf (w->out, " id=\"%" G_GINT64_FORMAT "\"", person->number);
      if (lectern_uuid_is_valid (person->guid))
        attribute (w, "guid", person->guid);
      g_string_append_c (w->out, '>');
      lectern_out_xml_text (w->out, person->name, FALSE, &w->dropped);
      g_string_append (w->out, "</person>\n");
    }
  g_string_append (w->out, "        </persons>\n");
}

static void
write_links (Writer *w, const char *list, const char *item, GPtrArray *links)
{
  if (links->len == 0)
    {
      g_string_append_printf (w->out, "        <%s/>\n", list);
      return;
    }
  g_string_append_printf (w->out, "        <%s>\n", list);
  for (guint i = 0; i < links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (links, i);
      g_string_append_printf (w->out, "          <%s", item);
      attribute (w, "href", link->url ? link->url : "");
      if (link->type && *link->type)
        attribute (w, "type", link->type);
      g_string_append_c (w->out, '>');
      lectern_out_xml_text (w->out, link->title, FALSE, &w->dropped);
      g_string_append_printf (w->out, "</%s>\n", item);
    }
  g_string_append_printf (w->out, "        </%s>\n", list);
}

static void
write_recording (Writer *w, const LecternProgrammeSession *session)
{
  if (session->recording == NULL && session->licence == NULL)
    return;
  g_string_append (w->out, "        <recording>\n");
  element (w, 5, "license", session->licence);
  element (w, 5, "optout", g_strcmp0 (session->recording, "no") == 0 ? "true" : "false");
  g_string_append (w->out, "        </recording>\n");
}

/* A slug that the schema allows and that no entry before had. */
static void
write_slug (Writer *w, const LecternOutSlot *slot)
{
  const char *slug = slot->session->slug;
  if (slug == NULL || *slug == '\0' || slot->copy > 0)
    return;
  if (lectern_out_matches (slug, "[a-z0-9_]{4,}-[a-z0-9\\-_]{4,}")
      && g_hash_table_add (w->slugs, (gpointer)slug))
    element (w, 4, "slug", slug);
  else
    lectern_out_omit (w->omissions, slot->session->title,
                      _("its short name “%s” is left out: the schema does not allow it"), slug);
}

static void
write_duration (Writer *w, const LecternProgrammeSession *session)
{
  int minutes = CLAMP (session->duration, 0, 99 * 60 + 59);
  g_autofree char *text = lectern_duration_format (minutes);
  if (session->duration < 0)
    lectern_out_omit (w->omissions, session->title,
                      _("its duration is not known; 00:00 is written"));
  else if (session->duration != minutes)
    lectern_out_omit (w->omissions, session->title,
                      _("it is longer than the schema allows; 99:59 is written"));
  element (w, 4, "duration", text);
}

static void
open_event (Writer *w, const LecternOutSlot *slot)
{
  const char *code = slot->session->code;
  g_string_append_printf (w->out, "      <event guid=\"%s\" id=\"%" G_GINT64_FORMAT "\"",
                          slot->guid, slot->number);
  if (code && *code && slot->copy == 0)
    {
      if (lectern_out_matches (code, "[0-9A-Z]{6}") && g_hash_table_add (w->codes, (gpointer) code))
        attribute (w, "code", code);
      else
        lectern_out_omit (w->omissions, slot->session->title,
                          _("its code “%s” is left out: the schema does not allow it"), code);
    }
  g_string_append (w->out, ">\n");
}

static void
write_addresses (Writer *w, const LecternProgrammeSession *session)
{
  address (w, 4, "logo", session->logo, session->title);
  address (w, 4, "video_download_url", session->video_url, session->title);
  address (w, 4, "url", session->url, session->title);
  address (w, 4, "feedback_url", session->feedback_url, session->title);
  address (w, 4, "origin_url", session->origin_url, session->title);
}

static void
write_event (Writer *w, const LecternOutSlot *slot)
{
  const LecternProgrammeSession *session = slot->session;
  const LecternProgrammeTrack *track = lectern_out_track (w->programme, session);
  g_autofree char *language = session->languages ? g_strjoinv (", ", session->languages) : NULL;

  w->dropped = 0;
  open_event (w, slot);
  element (w, 4, "room", slot->room ? slot->room->name : NULL);
  element (w, 4, "title", session->title);
  element (w, 4, "subtitle", session->subtitle);
  element (w, 4, "type", lectern_schedule_out_type (session));
  element (w, 4, "date", slot->date);
  element (w, 4, "start", slot->time);
  write_duration (w, session);
  element (w, 4, "abstract", session->abstract);
  write_slug (w, slot);
  element (w, 4, "track", track ? track->name : NULL);
  write_persons (w, session);
  optional (w, 4, "language", language);
  element (w, 4, "description", session->description);
  write_recording (w, session);
  write_links (w, "links", "link", session->links);
  write_links (w, "attachments", "attachment", session->attachments);
  write_addresses (w, session);
  g_string_append (w->out, "      </event>\n");
  if (w->dropped > 0)
    lectern_out_omit (w->omissions, session->title,
                      ngettext ("%u character is left out: XML forbids it",
                                "%u characters are left out: XML forbids them", w->dropped),
                      w->dropped);
}

static void
open_room (Writer *w, const LecternProgrammeRoom *room)
{
  g_string_append (w->out, "    <room");
  attribute (w, "name", room && room->name ? room->name : "");
  if (room)
    {
      g_autofree char *guid = lectern_out_room_guid (w->programme, room);
      attribute (w, "guid", guid);
    }
}

/* Rooms in which nothing happens are named once, on the first day, so that they are not lost. */
static void
write_empty_rooms (Writer *w, GPtrArray *slots)
{
  g_autofree gboolean *used = g_new0 (gboolean, w->programme->rooms->len + 1);
  for (guint i = 0; i < slots->len; i++)
    {
      const LecternOutSlot *slot = g_ptr_array_index (slots, i);
      if (slot->room)
        used[slot->room_index] = TRUE;
    }
  for (guint i = 0; i < w->programme->rooms->len; i++)
    if (!used[i])
      {
        open_room (w, g_ptr_array_index (w->programme->rooms, i));
        g_string_append (w->out, "/>\n");
      }
}

static void
write_day (Writer *w, guint index, GPtrArray *slots, guint *at)
{
  const LecternProgrammeDay *day = g_ptr_array_index (w->programme->days, index);
  g_autofree char *start = lectern_out_day_start (w->programme, day);
  g_autofree char *end = lectern_out_day_end (w->programme, day);
  guint room = 0;
  gboolean open = FALSE;

  g_string_append (w->out, "  <day");
  g_string_append_printf (w->out, " index=\"%u\"", index + 1);
  attribute (w, "date", day->date);
  attribute (w, "start", start);
  attribute (w, "end", end);
  g_string_append (w->out, ">\n");
  for (; *at < slots->len; (*at)++)
    {
      const LecternOutSlot *slot = g_ptr_array_index (slots, *at);
      if (slot->day_index != index)
        break;
      if (open && slot->room_index != room)
        g_string_append (w->out, "    </room>\n");
      if (!open || slot->room_index != room)
        {
          open_room (w, slot->room);
          g_string_append (w->out, ">\n");
        }
      open = TRUE;
      room = slot->room_index;
      write_event (w, slot);
    }
  if (open)
    g_string_append (w->out, "    </room>\n");
  if (index == 0)
    write_empty_rooms (w, slots);
  g_string_append (w->out, "  </day>\n");
}

GBytes *
lectern_schedule_xml_write (const LecternProgramme *programme, GPtrArray *omissions, GError **error)
{
  if (!lectern_schedule_out_check (programme, "schedule.xml", error))
    return NULL;

  g_autoptr (GPtrArray) slots = lectern_out_slots (programme, omissions);
  g_autoptr (GHashTable) slugs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  Writer w = { programme, g_string_new (NULL), omissions, slugs, codes, 0 };
  g_autofree char *version = lectern_schedule_out_version (programme);
  guint at = 0;

  g_string_append (w.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n");
  g_string_append (w.out, "  <generator name=\"Lectern\" version=\"" LECTERN_VERSION "\"/>\n");
  element (&w, 1, "version", version);
  write_conference (&w);
  for (guint i = 0; i < programme->days->len; i++)
    write_day (&w, i, slots, &at);
  g_string_append (w.out, "</schedule>\n");
  lectern_schedule_out_omissions (programme, FALSE, omissions);
  return g_string_free_to_bytes (w.out);
}
