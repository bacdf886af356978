/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-xml-event.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <string.h>

static const struct
{
  const char *name;
  LecternXmlName code;
} names[] = {
  { "abstract", NAME_ABSTRACT },
  { "acronym", NAME_ACRONYM },
  { "attachment", NAME_ATTACHMENT },
  { "attachments", NAME_ATTACHMENTS },
  { "base_url", NAME_BASE_URL },
  { "city", NAME_CITY },
  { "color", NAME_COLOR },
  { "conference", NAME_CONFERENCE },
  { "date", NAME_DATE },
  { "day", NAME_DAY },
  { "days", NAME_DAYS },
  { "day_change", NAME_DAY_CHANGE },
  { "description", NAME_DESCRIPTION },
  { "duration", NAME_DURATION },
  { "end", NAME_END },
  { "event", NAME_EVENT },
  { "feedback_url", NAME_FEEDBACK_URL },
  { "generator", NAME_GENERATOR },
  { "language", NAME_LANGUAGE },
  { "license", NAME_LICENSE },
  { "link", NAME_LINK },
  { "links", NAME_LINKS },
  { "logo", NAME_LOGO },
  { "optout", NAME_OPTOUT },
  { "origin_url", NAME_ORIGIN_URL },
  { "person", NAME_PERSON },
  { "persons", NAME_PERSONS },
  { "recording", NAME_RECORDING },
  { "room", NAME_ROOM },
  { "schedule", NAME_SCHEDULE },
  { "slug", NAME_SLUG },
  { "start", NAME_START },
  { "subtitle", NAME_SUBTITLE },
  { "timeslot_duration", NAME_TIMESLOT_DURATION },
  { "time_zone_name", NAME_TIME_ZONE_NAME },
  { "title", NAME_TITLE },
  { "track", NAME_TRACK },
  { "tracks", NAME_TRACKS },
  { "type", NAME_TYPE },
  { "url", NAME_URL },
  { "venue", NAME_VENUE },
  { "version", NAME_VERSION },
  { "video_download_url", NAME_VIDEO_DOWNLOAD_URL },
};

void
lectern_xml_reader_init (LecternXmlReader *r)
{
  memset (r, 0, sizeof *r);
  lectern_schedule_build_init (&r->build, "schedule.xml");
  r->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_hash_table_insert (r->names, (gpointer)names[i].name, GINT_TO_POINTER (names[i].code));
  r->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  r->text = g_string_new (NULL);
  r->day = r->room = -1;
}

static void
clear_event (LecternXmlReader *r)
{
  g_clear_pointer (&r->date, g_free);
  g_clear_pointer (&r->start, g_free);
  g_clear_pointer (&r->duration, g_free);
  g_clear_pointer (&r->room_name, g_free);
}

void
lectern_xml_reader_clear (LecternXmlReader *r)
{
  clear_event (r);
  lectern_xml_leaf_clear (r);
  g_clear_error (&r->error);
  g_hash_table_unref (r->names);
  g_hash_table_unref (r->unknown);
  g_string_free (r->text, TRUE);
  lectern_schedule_build_clear (&r->build);
}

LecternXmlName
lectern_xml_reader_name (LecternXmlReader *r, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (r->names, name));
}

char *
lectern_xml_reader_where (LecternXmlReader *r)
{
  /* TRANSLATORS: a place in a file */
  return g_strdup_printf (_ ("line %d"), xmlSAX2GetLineNumber (r->parser) + r->first_line);
}

char *
lectern_xml_attribute (const LecternXmlAttributes *attributes, const char *name)
{
  for (int i = 0; i < attributes->n; i++)
    {
      const xmlChar **a = attributes->list + 5 * i;
      if (strcmp ((const char *)a[0], name) == 0)
        return g_strndup ((const char *)a[3], a[4] - a[3]);
    }
  return NULL;
}

void
lectern_xml_event_begin (LecternXmlReader *r, const LecternXmlAttributes *attributes)
{
  LecternProgrammeSession *session = lectern_programme_add_session (r->build.programme);
  g_autofree char *id = lectern_xml_attribute (attributes, "id");
  session->where = lectern_xml_reader_where (r);
  session->guid = lectern_xml_attribute (attributes, "guid");
  if (session->guid != NULL && *session->guid == '\0')
    g_clear_pointer (&session->guid, g_free);
  session->code = lectern_xml_attribute (attributes, "code");
  if (session->code != NULL && *session->code == '\0')
    g_clear_pointer (&session->code, g_free);
  if (id != NULL
      && !g_ascii_string_to_signed (id, 10, G_MININT64, G_MAXINT64, &session->number, NULL)
      && *id != '\0' && session->code == NULL)
    session->code = g_steal_pointer (&id);
  r->session = session;
  clear_event (r);
}

static void
check_title (LecternXmlReader *r)
{
  if (r->session->title == NULL || *r->session->title == '\0')
    lectern_schedule_build_doubt (&r->build, r->session->where, "%s",
                                  _ ("This entry has no title."));
}

static void
place_in_room (LecternXmlReader *r)
{
  int room = r->room;
  const LecternProgrammeRoom *of
      = room >= 0 ? g_ptr_array_index (r->build.programme->rooms, room) : NULL;
  if (of == NULL)
    room = lectern_schedule_build_room (&r->build, r->room_name, NULL, r->session->where);
  else if (r->room_name != NULL && *r->room_name != '\0' && strcmp (of->name, r->room_name) != 0)
    lectern_schedule_build_doubt (
        &r->build, r->session->where,
        _ ("The entry stands under the room “%s” and names “%s”; the first is taken."), of->name,
        r->room_name);
  if (room >= 0)
    {
      guint index = (guint)room;
      g_array_append_val (r->session->rooms, index);
    }
}

void
lectern_xml_event_end (LecternXmlReader *r)
{
  check_title (r);
  place_in_room (r);
  lectern_schedule_build_moment (&r->build, r->session, r->day, r->date, r->start, r->duration,
                                 NULL);
  r->session = NULL;
}
