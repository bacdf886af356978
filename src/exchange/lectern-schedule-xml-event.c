/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-xml-event.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <stdlib.h>
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

static void
clear_leaf (LecternXmlReader *r)
{
  char **owned[] = { &r->href, &r->type,  &r->service, &r->guid, &r->id,
                     &r->code, &r->label, &r->colour,  &r->slug, &r->leaf_name };
  for (gsize i = 0; i < G_N_ELEMENTS (owned); i++)
    g_clear_pointer (owned[i], g_free);
}

void
lectern_xml_reader_clear (LecternXmlReader *r)
{
  clear_event (r);
  clear_leaf (r);
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

void
lectern_xml_leaf_begin (LecternXmlReader *r,
                        LecternXmlScope above,
                        LecternXmlName code,
                        const char *name,
                        const LecternXmlAttributes *attributes)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } wanted[] = {
    { "href", offsetof (LecternXmlReader, href) },
    { "url", offsetof (LecternXmlReader, href) },
    { "type", offsetof (LecternXmlReader, type) },
    { "service", offsetof (LecternXmlReader, service) },
    { "guid", offsetof (LecternXmlReader, guid) },
    { "id", offsetof (LecternXmlReader, id) },
    { "code", offsetof (LecternXmlReader, code) },
    { "name", offsetof (LecternXmlReader, label) },
    { "color", offsetof (LecternXmlReader, colour) },
    { "slug", offsetof (LecternXmlReader, slug) },
  };
  clear_leaf (r);
  g_string_truncate (r->text, 0);
  r->leaf = code;
  r->leaf_has_children = FALSE;
  if (code == NAME_OTHER)
    r->leaf_name = g_strdup (name);
  if (attributes->n > 0)
    for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
      {
        char **field = (char **)((char *)r + wanted[i].offset);
        if (*field == NULL)
          *field = lectern_xml_attribute (attributes, wanted[i].name);
      }
  if (above == SCOPE_SCHEDULE && code == NAME_GENERATOR)
    {
      g_autofree char *system = lectern_xml_attribute (attributes, "system");
      g_autofree char *version = lectern_xml_attribute (attributes, "version");
      r->build.programme->generator = g_strdup (r->label);
      if (system != NULL)
        lectern_schedule_extra_add (&r->build.programme->extra, "generator_system", system);
      if (version != NULL)
        lectern_schedule_extra_add (&r->build.programme->extra, "generator_version", version);
    }
  else if (above == SCOPE_CONFERENCE && code == NAME_COLOR)
    {
      g_autofree char *primary = lectern_xml_attribute (attributes, "primary");
      g_autofree char *background = lectern_xml_attribute (attributes, "background");
      if (primary != NULL)
        lectern_schedule_extra_add (&r->build.programme->extra, "color_primary", primary);
      if (background != NULL)
        lectern_schedule_extra_add (&r->build.programme->extra, "color_background", background);
    }
}

/* What the format does not know: kept where it is one text, else named once. */
static void
end_unknown (LecternXmlReader *r)
{
  g_autofree char *text = lectern_xml_take_prose (r);
  if (*text == '\0')
    return;
  if (!r->leaf_has_children)
    {
      lectern_schedule_extra_add (&r->session->extra, r->leaf_name, text);
      return;
    }
  if (g_hash_table_contains (r->unknown, r->leaf_name))
    return;
  g_autofree char *where = lectern_xml_reader_where (r);
  lectern_schedule_build_doubt (
      &r->build, where, _ ("“%s” of an entry is not known here and is left out."), r->leaf_name);
  g_hash_table_add (r->unknown, g_steal_pointer (&r->leaf_name));
}

static void
end_in_event (LecternXmlReader *r)
{
  LecternProgrammeSession *s = r->session;
  switch (r->leaf)
    {
    case NAME_TITLE:
      lectern_xml_replace (&s->title, lectern_xml_take_line (r));
      break;
    case NAME_SUBTITLE:
      lectern_xml_replace (&s->subtitle, lectern_xml_take_line (r));
      break;
    case NAME_ABSTRACT:
      lectern_xml_replace (&s->abstract, lectern_xml_take_prose (r));
      break;
    case NAME_DESCRIPTION:
      lectern_xml_replace (&s->description, lectern_xml_take_prose (r));
      break;
    case NAME_DATE:
      lectern_xml_replace (&r->date, lectern_xml_take_line (r));
      break;
    case NAME_START:
      lectern_xml_replace (&r->start, lectern_xml_take_line (r));
      break;
    case NAME_DURATION:
      lectern_xml_replace (&r->duration, lectern_xml_take_line (r));
      break;
    case NAME_ROOM:
      lectern_xml_replace (&r->room_name, lectern_xml_take_line (r));
      break;
    case NAME_SLUG:
      lectern_xml_replace (&s->slug, lectern_xml_take_line (r));
      break;
    case NAME_URL:
      lectern_xml_replace (&s->url, lectern_xml_take_line (r));
      break;
    case NAME_ORIGIN_URL:
      lectern_xml_replace (&s->origin_url, lectern_xml_take_line (r));
      break;
    case NAME_FEEDBACK_URL:
      lectern_xml_replace (&s->feedback_url, lectern_xml_take_line (r));
      break;
    case NAME_VIDEO_DOWNLOAD_URL:
      lectern_xml_replace (&s->video_url, lectern_xml_take_line (r));
      break;
    case NAME_LOGO:
      lectern_xml_replace (&s->logo, lectern_xml_take_line (r));
      break;
    case NAME_TRACK:
      {
        g_autofree char *name = lectern_xml_take_line (r);
        s->track = lectern_schedule_build_track (&r->build, name);
        break;
      }
    case NAME_TYPE:
      {
        g_autofree char *label = lectern_xml_take_line (r);
        if (s->type_label == NULL)
          lectern_schedule_build_type (s, label);
        break;
      }
    case NAME_LANGUAGE:
      {
        g_autofree char *text = lectern_xml_take_line (r);
        if (s->languages == NULL)
          lectern_schedule_build_languages (&r->build, s, text);
        break;
      }
    default:
      if (r->leaf_name != NULL)
        end_unknown (r);
      break;
    }
}

static void
end_person (LecternXmlReader *r)
{
  g_autofree char *name = lectern_xml_take_line (r);
  gint64 number = 0;
  guint index;
  if (r->id != NULL)
    g_ascii_string_to_signed (r->id, 10, G_MININT64, G_MAXINT64, &number, NULL);
  if (*name == '\0' && r->label != NULL)
    lectern_xml_replace (&name, lectern_schedule_one_line (g_strdup (r->label)));
  if (lectern_schedule_build_person (&r->build, name, r->guid, number, r->code, &index) == NULL)
    {
      g_autofree char *where = lectern_xml_reader_where (r);
      lectern_schedule_build_doubt (&r->build, where, "%s",
                                    _ ("A person without a name is left out."));
      return;
    }
  lectern_schedule_build_role (r->session, index, NULL);
}

static void
end_link (LecternXmlReader *r, GPtrArray *to)
{
  g_autofree char *text = lectern_xml_take_line (r);
  if (r->href == NULL && *text == '\0')
    return;
  LecternProgrammeLink *link = lectern_programme_link_new (text, r->href != NULL ? r->href : text);
  link->type = g_steal_pointer (&r->type);
  link->service = g_steal_pointer (&r->service);
  g_ptr_array_add (to, link);
}

static void
end_in_recording (LecternXmlReader *r)
{
  LecternProgrammeSession *s = r->session;
  g_autofree char *text = lectern_xml_take_line (r);
  if (r->leaf == NAME_LICENSE)
    lectern_xml_replace (&s->licence, g_steal_pointer (&text));
  else if (r->leaf == NAME_OPTOUT)
    lectern_xml_replace (&s->recording,
                         g_strdup (g_ascii_strcasecmp (text, "true") == 0 || strcmp (text, "1") == 0
                                       ? "no"
                                       : "yes"));
  else if (*text != '\0' && (r->leaf == NAME_URL || r->leaf == NAME_LINK))
    lectern_schedule_extra_add (&s->extra, r->leaf == NAME_URL ? "recording_url" : "recording_link",
                                text);
}

void
lectern_xml_leaf_end (LecternXmlReader *r, LecternXmlScope above)
{
  switch (above)
    {
    case SCOPE_SCHEDULE:
      lectern_xml_end_in_schedule (r);
      break;
    case SCOPE_CONFERENCE:
      lectern_xml_end_in_conference (r);
      break;
    case SCOPE_TRACKS:
      lectern_xml_end_track (r);
      break;
    case SCOPE_EVENT:
      end_in_event (r);
      break;
    case SCOPE_PERSONS:
      end_person (r);
      r->build.n_parts++;
      break;
    case SCOPE_LINKS:
    case SCOPE_ATTACHMENTS:
      end_link (r, above == SCOPE_LINKS ? r->session->links : r->session->attachments);
      r->build.n_parts++;
      break;
    case SCOPE_RECORDING:
      end_in_recording (r);
      break;
    default:
      break;
    }
}
