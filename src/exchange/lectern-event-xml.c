/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When and where, what is still to come, how to register, how to get there.
 */
#include "lectern-event-xml.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

#define SUMMARY_LENGTH 200 /* what a search engine shows */

static void
write_description (LecternEventXml *xml)
{
  g_autofree char *summary = lectern_markup_to_text (xml->programme->summary);
  if (summary == NULL)
    return;
  g_strdelimit (summary, "\n", ' ');
  if (g_utf8_strlen (summary, -1) > SUMMARY_LENGTH)
    *g_utf8_offset_to_pointer (summary, SUMMARY_LENGTH) = '\0';
  g_string_append (xml->out, "<description>");
  lectern_event_xml_escape (xml, summary);
  g_string_append (xml->out, "</description>\n");
}

/* What became of the event, in words. */
static void
write_state (LecternEventXml *xml)
{
  static const struct { const char *state; LecternWord word; } states[] = {
    { "postponed", LECTERN_WORD_POSTPONED }, { "rescheduled", LECTERN_WORD_RESCHEDULED },
    { "online", LECTERN_WORD_MOVED_ONLINE }, { "cancelled", LECTERN_WORD_EVENT_CANCELLED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (xml->programme->state, states[i].state) == 0)
      {
        g_string_append (xml->out, "<state");
        lectern_event_xml_attribute (xml, "key", states[i].state);
        g_string_append_c (xml->out, '>');
        lectern_event_xml_text (xml, "text", lectern_event_xml_word (xml, states[i].word));
        if (xml->details)
          lectern_event_xml_date (xml, "first-announced", xml->details->previous_start);
        g_string_append (xml->out, "</state>\n");
      }
}

static void
write_kicker (LecternEventXml *xml)
{
  const LecternProgramme *p = xml->programme;
  const LecternDetails *d = xml->details;
  if (d && d->programme_name)
    lectern_event_xml_text (xml, "programme", d->programme_name);
  if (d && d->series && *d->series)
    {
      g_autofree char *ordinal
          = d->ordinal > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, d->ordinal) : NULL;
      g_string_append (xml->out, "<series");
      lectern_event_xml_attribute (xml, "ordinal", ordinal);
      lectern_event_xml_attribute (xml, "lang", lectern_details_language_of (d, d->series));
      g_string_append_c (xml->out, '>');
      lectern_event_xml_escape (xml, d->series);
      g_string_append (xml->out, "</series>\n");
    }
  lectern_event_xml_text (xml, "subtitle", p->subtitle);
  if (p->release_step)
    lectern_event_xml_text (xml, "release",
                            lectern_words_choice (xml->language, "release_step", p->release_step));
  write_state (xml);
}

/* Each day with its hours, as soon as those of one are known. */
static void
write_hours (LecternEventXml *xml)
{
  const GPtrArray *days = xml->programme->days;
  gboolean any = FALSE;
  for (guint i = 0; i < days->len; i++)
    any = any || ((LecternProgrammeDay *) days->pdata[i])->begins >= 0;
  for (guint i = 0; any && i < days->len; i++)
    {
      const LecternProgrammeDay *day = days->pdata[i];
      if (day->date == NULL)
        continue;
      g_string_append (xml->out, "<hours>");
      lectern_event_xml_date (xml, "date", day->date);
      if (day->begins >= 0)
        {
          g_autofree char *from = lectern_time_format_iso (day->begins);
          g_autofree char *to = lectern_time_format_iso (day->ends);
          lectern_event_xml_text (xml, "from", from);
          lectern_event_xml_text (xml, "to", to);
        }
      g_string_append (xml->out, "</hours>\n");
    }
}

static void
write_when (LecternEventXml *xml)
{
  g_autofree char *first = lectern_out_first_date (xml->programme);
  g_autofree char *last = lectern_out_last_date (xml->programme);
  if (first == NULL)
    return;
  g_autofree char *span = g_strcmp0 (first, last) == 0
                              ? lectern_date_format_in (first, xml->language)
                              : lectern_date_format_span_in (first, last, xml->language);
  g_string_append (xml->out, "<when");
  lectern_event_xml_attribute (xml, "iso", first);
  lectern_event_xml_attribute (xml, "last", last);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_escape (xml, span);
  g_string_append (xml->out, "</when>\n");
  write_hours (xml);
}

static void
write_venue (LecternEventXml *xml, const LecternDetailsVenue *venue)
{
  g_autofree char *address = lectern_details_venue_address (venue);
  g_string_append (xml->out, "<venue>");
  lectern_event_xml_text (xml, "name", venue->name);
  lectern_event_xml_text (xml, "address", address);
  if (lectern_markup_is_safe_link (venue->website))
    lectern_event_xml_link (xml, "link", venue->website,
                            lectern_event_xml_word (xml, LECTERN_WORD_WEBSITE));
  if (lectern_markup_is_safe_link (venue->hall_plan))
    lectern_event_xml_link (xml, "link", venue->hall_plan,
                            lectern_event_xml_word (xml, LECTERN_WORD_PLAN));
  if (venue->has_position && lectern_event_xml_shows (xml, LECTERN_PART_MAP))
    {
      char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (latitude, sizeof latitude, "%.5f", venue->latitude);
      g_ascii_formatd (longitude, sizeof longitude, "%.5f", venue->longitude);
      g_autofree char *map = g_strdup_printf ("https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=17/%s/%s",
                                              latitude, longitude, latitude, longitude);
      lectern_event_xml_link (xml, "link", map, lectern_event_xml_word (xml, LECTERN_WORD_MAP));
    }
  lectern_event_xml_prose (xml, "access", venue->access);
  lectern_event_xml_prose (xml, "accessibility", venue->accessibility);
  g_string_append (xml->out, "</venue>\n");
}

static void
write_where (LecternEventXml *xml)
{
  const LecternProgramme *p = xml->programme;
  const LecternDetails *d = xml->details;
  if (d && d->online_url)
    lectern_event_xml_link (xml, "online", d->online_url,
                            lectern_event_xml_word (xml, LECTERN_WORD_ONLINE));
  for (guint i = 0; d && i < d->venues->len; i++)
    write_venue (xml, d->venues->pdata[i]);
  if (d == NULL && (p->venue || p->city))
    {
      g_string_append (xml->out, "<venue>");
      lectern_event_xml_text (xml, "name", p->venue ? p->venue : p->city);
      if (p->venue)
        lectern_event_xml_text (xml, "address", p->city);
      g_string_append (xml->out, "</venue>\n");
    }
  if (d && d->host)
    lectern_event_xml_link (xml, "host", d->host_url, d->host);
}

static void
write_to_come (LecternEventXml *xml)
{
  for (guint i = 0; xml->details && i < xml->details->to_come->len; i++)
    {
      const LecternDetailsToCome *item = xml->details->to_come->pdata[i];
      const char *text = item->text && *item->text
                             ? item->text
                             : lectern_words_choice (xml->language, "to_come_what", item->what);
      g_string_append (xml->out, "<to-come>");
      lectern_event_xml_text (xml, "text", text);
      lectern_event_xml_date (xml, "due", item->due);
      g_string_append (xml->out, "</to-come>\n");
    }
}

/* Once it was held or called off nobody can register any more. */
static void
write_registration (LecternEventXml *xml)
{
  const LecternDetails *d = xml->details;
  if (d == NULL || g_strcmp0 (xml->programme->release_step, "as-held") == 0
      || g_strcmp0 (xml->programme->state, "cancelled") == 0)
    return;
  g_string_append (xml->out, "<registration");
  lectern_event_xml_href (xml, "href", d->registration_url);
  if (d->capacity > 0)
    g_string_append_printf (xml->out, " places=\"%" G_GINT64_FORMAT "\"", d->capacity);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_date (xml, "opens", d->registration_opens);
  lectern_event_xml_date (xml, "closes", d->registration_closes);
  g_string_append (xml->out, "</registration>\n");
}

void
lectern_event_xml_of_event (LecternEventXml *xml, LecternHtmlForm form)
{
  lectern_event_xml_start (xml, "event", xml->programme->title, form);
  xml->changed = xml->details ? xml->details->changed : 0;
  write_description (xml);
  write_kicker (xml);
  write_when (xml);
  write_where (xml);
  lectern_event_xml_prose (xml, "summary", xml->programme->summary);
  if (xml->details)
    lectern_event_xml_prose (xml, "changes", xml->details->change_note);
  write_to_come (xml);
  write_registration (xml);
  lectern_event_xml_agenda (xml);
  if (lectern_event_xml_shows (xml, LECTERN_PART_SPEAKERS))
    lectern_event_xml_speakers (xml);
}

void
lectern_event_xml_event (LecternEventXml *xml, const char *href)
{
  g_string_append (xml->out, "<event");
  lectern_event_xml_attribute (xml, "href", href);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_text (xml, "title", xml->programme->title);
  g_string_append (xml->out, "</event>\n");
}

void
lectern_event_xml_of_session (LecternEventXml *xml, guint index, LecternHtmlForm form)
{
  const LecternProgrammeSession *session = g_ptr_array_index (xml->programme->sessions, index);
  lectern_event_xml_start (xml, "session", session->title, form);
  xml->changed = session->changed;
  lectern_event_xml_event (xml, xml->around ? xml->around->event_page : NULL);
  write_state (xml);
  if (session->day >= 0)
    lectern_event_xml_day_open (xml, session->day);
  lectern_event_xml_session (xml, index);
  if (session->day >= 0)
    g_string_append (xml->out, "</day>\n");
}
