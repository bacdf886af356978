/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The elements of schedule.xml that hold a text: what they say of the open event.
 */
#include "lectern-schedule-xml-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_xml_leaf_clear (LecternXmlReader *r)
{
  char **owned[] = { &r->href, &r->type,  &r->service, &r->guid, &r->id,
                     &r->code, &r->label, &r->colour,  &r->slug, &r->leaf_name };
  for (gsize i = 0; i < G_N_ELEMENTS (owned); i++)
    g_clear_pointer (owned[i], g_free);
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
  lectern_xml_leaf_clear (r);
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
