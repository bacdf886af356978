/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What schedule.xml says of the whole programme, before its days.
 */
#include "lectern-schedule-xml-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Prose stays as it stands; only white space is no text. */
char *
lectern_xml_take_prose (LecternXmlReader *r)
{
  const char *c = r->text->str;
  while (g_ascii_isspace (*c))
    c++;
  return *c == '\0' ? g_strdup ("") : g_strndup (r->text->str, r->text->len);
}

char *
lectern_xml_take_line (LecternXmlReader *r)
{
  return lectern_schedule_one_line (g_strndup (r->text->str, r->text->len));
}

void
lectern_xml_replace (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

void
lectern_xml_end_in_schedule (LecternXmlReader *r)
{
  LecternProgramme *p = r->build.programme;
  g_autofree char *text = lectern_xml_take_line (r);
  if (r->leaf == NAME_VERSION)
    lectern_xml_replace (&p->version, g_steal_pointer (&text));
  else if (r->leaf == NAME_URL && *text != '\0')
    lectern_schedule_extra_add (&p->extra, "schedule_url", text);
  else if (r->leaf == NAME_BASE_URL)
    lectern_xml_replace (&p->base_url, g_steal_pointer (&text));
}

/* A track in a list of tracks, with its name as attribute or as text. */
void
lectern_xml_end_track (LecternXmlReader *r)
{
  g_autofree char *text = lectern_xml_take_line (r);
  g_autofree char *name = lectern_schedule_one_line (g_strdup (r->label));
  int index = lectern_schedule_build_track (&r->build, name != NULL && *name != '\0' ? name : text);
  if (index < 0)
    return;
  LecternProgrammeTrack *track = g_ptr_array_index (r->build.programme->tracks, index);
  if (track->colour == NULL)
    track->colour = g_steal_pointer (&r->colour);
  if (track->slug == NULL)
    track->slug = g_steal_pointer (&r->slug);
}

/* The first and last day of the event; what is more than a date is kept for the way back. */
static void
end_bound (LecternXmlReader *r, char **field, const char *key, char *text)
{
  LecternScheduleTime time;
  if (!lectern_schedule_time_parse (text, &time))
    {
      if (*text != '\0')
        {
          g_autofree char *where = lectern_xml_reader_where (r);
          lectern_schedule_build_doubt (&r->build, where, _ ("“%s” is not a date."), text);
        }
    }
  else
    {
      lectern_xml_replace (field, lectern_schedule_date_format (time.days));
      if (time.minute >= 0)
        lectern_schedule_extra_add (&r->build.programme->extra, key, text);
    }
  g_free (text);
}

void
lectern_xml_end_in_conference (LecternXmlReader *r)
{
  LecternProgramme *p = r->build.programme;
  g_autofree char *where = NULL;
  char *text;
  if (r->leaf == NAME_TRACK)
    {
      lectern_xml_end_track (r);
      return;
    }
  text = r->leaf == NAME_DESCRIPTION || r->leaf == NAME_ABSTRACT ? lectern_xml_take_prose (r)
                                                                 : lectern_xml_take_line (r);
  switch (r->leaf)
    {
    case NAME_TITLE:
      lectern_xml_replace (&p->title, text);
      return;
    case NAME_SUBTITLE:
      lectern_xml_replace (&p->subtitle, text);
      return;
    case NAME_ABSTRACT:
    case NAME_DESCRIPTION:
      lectern_xml_replace (&p->summary, text);
      return;
    case NAME_ACRONYM:
      lectern_xml_replace (&p->acronym, text);
      return;
    case NAME_VENUE:
      lectern_xml_replace (&p->venue, text);
      return;
    case NAME_CITY:
      lectern_xml_replace (&p->city, text);
      return;
    case NAME_LOGO:
      lectern_xml_replace (&p->logo, text);
      return;
    case NAME_URL:
      lectern_xml_replace (&p->url, text);
      return;
    case NAME_BASE_URL:
      lectern_xml_replace (&p->base_url, text);
      return;
    case NAME_SLUG:
      lectern_xml_replace (&p->slug, text);
      return;
    case NAME_VERSION:
      lectern_xml_replace (&p->version, text);
      return;
    case NAME_START:
      end_bound (r, &p->start, "start", text);
      return;
    case NAME_END:
      end_bound (r, &p->end, "end", text);
      return;
    case NAME_DAY_CHANGE:
      r->build.day_change = lectern_schedule_clock_parse (text);
      break;
    case NAME_TIMESLOT_DURATION:
      p->slot_minutes = MAX (lectern_schedule_duration_parse (text), 0);
      break;
    case NAME_TIME_ZONE_NAME:
      where = lectern_xml_reader_where (r);
      lectern_schedule_build_zone (&r->build, text, where);
      break;
    default:
      break;
    }
  g_free (text);
}
