/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda day by day and by time, each day's rooms with what is in them, and those who speak.
 */
#include "lectern-event-xml.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-text.h"
#include "lectern-time.h"

#include <string.h>

/* In a small agenda the abstracts stand there, in a large one they are a click away. */
#define OPEN_UP_TO 40

typedef struct
{
  const LecternProgrammeSession *session;
  guint index;
  gboolean timed;
  gint64 start;
  guint room; /* first one; G_MAXUINT none */
} Entry;

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;
  if (one->timed != two->timed)
    return one->timed ? -1 : 1;
  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->room != two->room)
    return one->room < two->room ? -1 : 1;
  return one->index < two->index ? -1 : 1;
}

static Entry
entry_of (LecternEventXml *xml, guint index)
{
  const LecternProgrammeSession *session = g_ptr_array_index (xml->programme->sessions, index);
  Entry entry = { session, index, FALSE, 0, G_MAXUINT };
  entry.timed = lectern_out_start (xml->programme, session, &entry.start);
  if (session->rooms->len > 0)
    entry.room = g_array_index (session->rooms, guint, 0);
  return entry;
}

static GArray *
entries_of_day (LecternEventXml *xml, guint day)
{
  const LecternProgramme *p = xml->programme;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < p->sessions->len; i++)
    if (((LecternProgrammeSession *) g_ptr_array_index (p->sessions, i))->day == (int) day)
      {
        Entry entry = entry_of (xml, i);
        g_array_append_val (entries, entry);
      }
  g_array_sort (entries, by_time);
  return entries;
}

/* "2026-06-17T09:00:00+02:00" and "09:00"; without a known zone what the clocks there show. */
static void
write_clock (LecternEventXml *xml, const char *name, const LecternProgrammeDay *day, gint64 instant)
{
  g_autofree char *stamp
      = lectern_time_format_rfc3339 (instant, lectern_out_zone (xml->programme, day));
  if (!lectern_out_zone_is_known (xml->programme, day))
    stamp[16] = '\0';
  g_string_append_printf (xml->out, "<%s iso=\"%s\">%.5s</%s>", name, stamp, stamp + 11, name);
}

static void
write_anchor (LecternEventXml *xml, const char *name, guint index)
{
  g_autofree char *guid = lectern_out_session_guid (xml->programme, index);
  g_string_append_printf (xml->out, " %s=\"s-%s-%u\"", name, guid, index);
}

static void
write_full_name (LecternEventXml *xml, const LecternProgrammePerson *person)
{
  g_string_append (xml->out, "<name>");
  if (person->title && *person->title)
    {
      lectern_event_xml_escape (xml, person->title);
      g_string_append_c (xml->out, ' ');
    }
  lectern_event_xml_escape (xml, person->name);
  g_string_append (xml->out, "</name>");
}

/* Only roles beside the usual one are said. */
static void
write_person (LecternEventXml *xml, const LecternProgrammeRole *role)
{
  const char *key = role->role ? role->role : "speaker";
  g_string_append (xml->out, "<person");
  lectern_event_xml_attribute (xml, "role", key);
  g_string_append_c (xml->out, '>');
  write_full_name (xml, g_ptr_array_index (xml->programme->persons, role->person));
  if (!g_str_equal (key, "speaker"))
    lectern_event_xml_text (xml, "note", lectern_words_choice (xml->language, "session_role", key));
  if (g_strcmp0 (role->state, "to-be-confirmed") == 0)
    lectern_event_xml_text (xml, "note", lectern_event_xml_word (xml, LECTERN_WORD_TO_BE_CONFIRMED));
  g_string_append (xml->out, "</person>");
}

static void
write_kind (LecternEventXml *xml, const LecternProgrammeSession *session)
{
  const LecternProgrammeTrack *track = lectern_out_track (xml->programme, session);
  if (track && track->name && *track->name)
    {
      g_string_append (xml->out, "<track");
      if (lectern_out_matches (track->colour, "#[0-9a-fA-F]{6}"))
        lectern_event_xml_attribute (xml, "colour", track->colour);
      lectern_event_xml_attribute (xml, "lang", lectern_details_language_of (xml->details, track->name));
      g_string_append_c (xml->out, '>');
      lectern_event_xml_escape (xml, track->name);
      g_string_append (xml->out, "</track>");
    }
  lectern_event_xml_text (xml, "type",
                          session->type && (!session->type_label || !*session->type_label)
                              ? lectern_words_choice (xml->language, "session_type", session->type)
                              : session->type_label);
}

static void
write_links (LecternEventXml *xml, const LecternProgrammeSession *session)
{
  GPtrArray *const lists[] = { session->links, session->attachments };
  if (lectern_markup_is_safe_link (session->url))
    lectern_event_xml_link (xml, "link", session->url,
                            lectern_event_xml_word (xml, LECTERN_WORD_WEBSITE));
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const LecternProgrammeLink *link = g_ptr_array_index (lists[l], i);
        lectern_event_xml_link (xml, "link", link->url, link->title);
      }
}

static void
write_rooms (LecternEventXml *xml, const LecternProgrammeSession *session)
{
  for (guint i = 0; i < session->rooms->len; i++)
    {
      guint index = g_array_index (session->rooms, guint, i);
      if (index < xml->programme->rooms->len)
        lectern_event_xml_text (xml, "room",
                                ((LecternProgrammeRoom *) xml->programme->rooms->pdata[index])->name);
    }
}

static void
write_marks (LecternEventXml *xml, const LecternProgrammeSession *session)
{
  static const char *const open[] = { "idea", "asked", "to-be-confirmed", NULL };
  if (g_strcmp0 (session->state, "cancelled") == 0)
    lectern_event_xml_text (xml, "mark", lectern_event_xml_word (xml, LECTERN_WORD_CANCELLED));
  else if (session->state && g_strv_contains (open, session->state))
    lectern_event_xml_text (xml, "mark", lectern_event_xml_word (xml, LECTERN_WORD_TO_BE_CONFIRMED));
}

static void
write_session (LecternEventXml *xml, const Entry *entry)
{
  const LecternProgrammeSession *session = entry->session;
  const LecternProgrammeDay *day = lectern_out_day (xml->programme, session);
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  g_string_append (xml->out, "<session");
  write_anchor (xml, "id", entry->index);
  lectern_event_xml_attribute (xml, "type", session->type);
  if (g_strcmp0 (session->state, "cancelled") == 0)
    g_string_append (xml->out, " off=\"yes\"");
  if (xml->around && xml->around->session_page)
    {
      g_autofree char *page = xml->around->session_page (xml->programme, entry->index, xml->around->data);
      lectern_event_xml_attribute (xml, "href", page);
    }
  g_string_append_c (xml->out, '>');
  if (entry->timed)
    write_clock (xml, "start", day, entry->start);
  if (entry->timed && session->duration > 0)
    write_clock (xml, "end", day, entry->start + session->duration * G_GINT64_CONSTANT (60000));
  lectern_event_xml_text (xml, "title", session->title);
  write_marks (xml, session);
  lectern_event_xml_text (xml, "subtitle", session->subtitle);
  for (guint i = 0; lectern_event_xml_shows (xml, LECTERN_PART_SPEAKERS) && i < people->len; i++)
    write_person (xml, g_ptr_array_index (people, i));
  write_kind (xml, session);
  if (lectern_event_xml_shows (xml, LECTERN_PART_ROOMS))
    write_rooms (xml, session);
  if (lectern_event_xml_shows (xml, LECTERN_PART_ABSTRACTS))
    {
      lectern_event_xml_prose (xml, "abstract", session->abstract);
      if (g_strcmp0 (session->abstract, session->description) != 0)
        lectern_event_xml_prose (xml, "abstract", session->description);
    }
  if (lectern_event_xml_shows (xml, LECTERN_PART_DOWNLOADS))
    write_links (xml, session);
  g_string_append (xml->out, "</session>\n");
}

void
lectern_event_xml_session (LecternEventXml *xml, guint index)
{
  Entry entry = entry_of (xml, index);
  write_session (xml, &entry);
}

static gboolean
is_in_room (const LecternProgrammeSession *session, guint room)
{
  for (guint i = 0; i < session->rooms->len; i++)
    if (g_array_index (session->rooms, guint, i) == room)
      return TRUE;
  return FALSE;
}

/* What is in one room that day; a day in one room alone needs no such list. */
static void
write_room_of_day (LecternEventXml *xml, const LecternProgrammeDay *day, GArray *entries, guint room)
{
  const LecternProgrammeRoom *of = g_ptr_array_index (xml->programme->rooms, room);
  g_string_append (xml->out, "<in-room>");
  lectern_event_xml_text (xml, "name", of->name);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      if (!is_in_room (entry->session, room))
        continue;
      g_string_append (xml->out, "<item");
      write_anchor (xml, "ref", entry->index);
      g_string_append_c (xml->out, '>');
      if (entry->timed)
        write_clock (xml, "start", day, entry->start);
      lectern_event_xml_text (xml, "title", entry->session->title);
      g_string_append (xml->out, "</item>");
    }
  g_string_append (xml->out, "</in-room>\n");
}

static void
write_rooms_of_day (LecternEventXml *xml, const LecternProgrammeDay *day, GArray *entries)
{
  guint n = xml->programme->rooms->len, used = 0;
  g_autofree gboolean *in_use = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < entries->len; i++)
    {
      GArray *rooms = g_array_index (entries, Entry, i).session->rooms;
      for (guint r = 0; r < rooms->len; r++)
        {
          guint room = g_array_index (rooms, guint, r);
          used += room < n && !in_use[room];
          if (room < n)
            in_use[room] = TRUE;
        }
    }
  for (guint room = 0; used > 1 && room < n; room++)
    if (in_use[room])
      write_room_of_day (xml, day, entries, room);
}

void
lectern_event_xml_day_open (LecternEventXml *xml, guint index)
{
  const LecternProgrammeDay *day = g_ptr_array_index (xml->programme->days, index);
  const LecternDetailsVenue *venue = lectern_details_venue (xml->details, day->venue);
  g_autofree char *number
      = g_strdup_printf ("%s %d", lectern_event_xml_word (xml, LECTERN_WORD_DAY), day->number);
  g_string_append_printf (xml->out, "<day id=\"day-%u\">", index + 1);
  if (day->date)
    lectern_event_xml_date (xml, "date", day->date);
  else
    lectern_event_xml_text (xml, "date", number);
  lectern_event_xml_text (xml, "title", day->title);
  if (venue && xml->details->venues->len > 1)
    lectern_event_xml_text (xml, "venue", venue->name);
}

static void
write_day (LecternEventXml *xml, guint index)
{
  const LecternProgrammeDay *day = g_ptr_array_index (xml->programme->days, index);
  g_autoptr (GArray) entries = entries_of_day (xml, index);
  if (entries->len == 0)
    return;
  lectern_event_xml_day_open (xml, index);
  if (lectern_event_xml_shows (xml, LECTERN_PART_ROOMS))
    write_rooms_of_day (xml, day, entries);
  for (guint i = 0; i < entries->len; i++)
    write_session (xml, &g_array_index (entries, Entry, i));
  g_string_append (xml->out, "</day>\n");
}

void
lectern_event_xml_agenda (LecternEventXml *xml)
{
  const LecternProgramme *p = xml->programme;
  g_string_append (xml->out, "<agenda");
  if (lectern_out_zone_is_known (p, NULL))
    lectern_event_xml_attribute (xml, "zone", p->time_zone);
  g_string_append_printf (xml->out, " sessions=\"%u\" details=\"%s\">\n", p->sessions->len,
                          p->sessions->len > OPEN_UP_TO ? "closed" : "open");
  for (guint i = 0; i < p->days->len; i++)
    write_day (xml, i);
  g_string_append (xml->out, "</agenda>\n");
}

/* --- those who speak --- */

typedef struct
{
  char *key;
  const LecternProgrammePerson *person;
} Speaker;

static void
speaker_clear (gpointer data)
{
  g_free (((Speaker *) data)->key);
}

/* By name, bytewise over the folded text: the same order on every machine. */
static int
by_name (gconstpointer a, gconstpointer b)
{
  const Speaker *one = a, *two = b;
  int order = strcmp (one->key, two->key);
  return order ? order : g_strcmp0 (one->person->name, two->person->name);
}

static GArray *
speakers_of (const LecternProgramme *programme)
{
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  g_autofree gboolean *seen = g_new0 (gboolean, programme->persons->len + 1);
  g_array_set_clear_func (speakers, speaker_clear);
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      g_autoptr (GPtrArray) people = lectern_out_people (session);
      gboolean on = session->day >= 0 && g_strcmp0 (session->state, "cancelled") != 0;
      for (guint j = 0; j < people->len && on; j++)
        {
          guint index = ((LecternProgrammeRole *) g_ptr_array_index (people, j))->person;
          Speaker speaker = { NULL, g_ptr_array_index (programme->persons, index) };
          if (seen[index])
            continue;
          seen[index] = TRUE;
          speaker.key = lectern_text_fold (speaker.person->name ? speaker.person->name : "");
          g_array_append_val (speakers, speaker);
        }
    }
  g_array_sort (speakers, by_name);
  return speakers;
}

void
lectern_event_xml_speakers (LecternEventXml *xml)
{
  g_autoptr (GArray) speakers = speakers_of (xml->programme);
  for (guint i = 0; i < speakers->len; i++)
    {
      const LecternProgrammePerson *person = g_array_index (speakers, Speaker, i).person;
      g_string_append (xml->out, "<speaker>");
      write_full_name (xml, person);
      lectern_event_xml_text (xml, "job", person->job);
      lectern_event_xml_text (xml, "organisation", person->organisation);
      lectern_event_xml_prose (xml, "biography", person->biography);
      g_string_append (xml->out, "</speaker>\n");
    }
}
