/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bricks of the XML, and what every page has: words, look, languages, files, foot.
 */
#include "lectern-event-xml.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

const char *
lectern_event_xml_word (LecternEventXml *xml, LecternWord word)
{
  return lectern_words (xml->language, word);
}

gboolean
lectern_event_xml_shows (LecternEventXml *xml, LecternPart part)
{
  return xml->details == NULL || !(xml->details->look.without & part);
}

void
lectern_event_xml_escape (LecternEventXml *xml, const char *text)
{
  lectern_markup_escape (xml->out, text);
}

void
lectern_event_xml_attribute (LecternEventXml *xml, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (xml->out, " %s=\"", name);
  lectern_markup_escape (xml->out, value);
  g_string_append_c (xml->out, '"');
}

void
lectern_event_xml_href (LecternEventXml *xml, const char *name, const char *url)
{
  if (!lectern_markup_is_safe_link (url))
    return;
  g_string_append_printf (xml->out, " %s=\"", name);
  lectern_markup_href (xml->out, url);
  g_string_append_c (xml->out, '"');
}

static void
open_named (LecternEventXml *xml, const char *name, const char *of_text)
{
  g_string_append_c (xml->out, '<');
  g_string_append (xml->out, name);
  lectern_event_xml_attribute (xml, "lang", lectern_details_language_of (xml->details, of_text));
}

static void
close_named (LecternEventXml *xml, const char *name)
{
  g_string_append (xml->out, "</");
  g_string_append (xml->out, name);
  g_string_append_c (xml->out, '>');
}

void
lectern_event_xml_text (LecternEventXml *xml, const char *name, const char *text)
{
  lectern_event_xml_link (xml, name, NULL, text);
}

void
lectern_event_xml_link (LecternEventXml *xml, const char *name, const char *url, const char *text)
{
  const char *shown = text && *text ? text : url;
  if (shown == NULL || *shown == '\0')
    return;
  open_named (xml, name, text);
  lectern_event_xml_href (xml, "href", url);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_escape (xml, shown);
  close_named (xml, name);
}

void
lectern_event_xml_prose (LecternEventXml *xml, const char *name, const char *prose)
{
  if (prose == NULL || *prose == '\0')
    return;
  open_named (xml, name, prose);
  g_string_append_c (xml->out, '>');
  gsize from = xml->out->len;
  lectern_markup_to_html (xml->out, prose);
  /* the one empty element among those it writes */
  for (char *at = strstr (xml->out->str + from, "<br>"); at; at = strstr (xml->out->str + from, "<br>"))
    {
      from = at - xml->out->str + 3;
      g_string_insert_c (xml->out, from, '/');
    }
  close_named (xml, name);
}

void
lectern_event_xml_date (LecternEventXml *xml, const char *name, const char *date)
{
  if (date == NULL)
    return;
  g_autofree char *words = lectern_date_format_in (date, xml->language);
  g_string_append_printf (xml->out, "<%s", name);
  lectern_event_xml_attribute (xml, "iso", date);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_escape (xml, words);
  close_named (xml, name);
}

static void
write_words (LecternEventXml *xml)
{
  g_string_append (xml->out, "<words");
  for (guint word = 0; word < LECTERN_N_WORDS; word++)
    lectern_event_xml_attribute (xml, lectern_words_key (word), lectern_event_xml_word (xml, word));
  g_string_append (xml->out, "/>\n");
}

static void
write_picture (LecternEventXml *xml, const char *name, const char *href, GBytes *image, const char *text)
{
  /* where the account may not write all HTML, a picture inside the page would be taken out */
  gboolean may = href == NULL && !(xml->form & LECTERN_HTML_PLAIN);
  g_autofree char *inside = may ? lectern_look_image_address (image) : NULL;
  if (image == NULL || (href == NULL && inside == NULL))
    return;
  g_string_append_printf (xml->out, "<%s src=\"", name);
  lectern_event_xml_escape (xml, href ? href : inside);
  /* a picture without words is decoration: alt="" */
  g_string_append (xml->out, "\" alt=\"");
  lectern_event_xml_escape (xml, text);
  g_string_append (xml->out, "\"/>");
}

static void
write_look (LecternEventXml *xml)
{
  const LecternLook *look = xml->details ? &xml->details->look : NULL;
  g_autofree char *light = lectern_look_accent (look ? look->accent : NULL, FALSE, NULL);
  g_autofree char *dark = lectern_look_accent (look ? look->accent : NULL, TRUE, NULL);
  g_string_append_printf (xml->out, "<look accent=\"%s\" accent-dark=\"%s\">", light, dark);
  if (look)
    {
      write_picture (xml, "logo", xml->around ? xml->around->logo : NULL, look->logo, look->logo_text);
      write_picture (xml, "emblem", xml->around ? xml->around->emblem : NULL, look->emblem,
                     look->emblem_text);
    }
  g_string_append (xml->out, "</look>\n");
}

static void
write_languages (LecternEventXml *xml)
{
  const LecternHtmlSurroundings *around = xml->around;
  for (guint i = 0; around && around->n_pages > 1 && i < around->n_pages; i++)
    {
      const char *language = around->pages[i].language;
      g_string_append (xml->out, "<language");
      lectern_event_xml_attribute (xml, "code", language);
      lectern_event_xml_attribute (xml, "href", around->pages[i].href);
      if (g_strcmp0 (language, xml->language) == 0)
        g_string_append (xml->out, " here=\"yes\"");
      g_string_append_c (xml->out, '>');
      lectern_event_xml_escape (xml, lectern_words_language_name (language));
      g_string_append (xml->out, "</language>\n");
    }
}

static void
write_files (LecternEventXml *xml)
{
  const LecternHtmlSurroundings *around = xml->around;
  for (guint i = 0; around && lectern_event_xml_shows (xml, LECTERN_PART_DOWNLOADS) && i < around->n_files; i++)
    {
      const char *label = around->files[i].label;
      g_string_append (xml->out, "<file");
      lectern_event_xml_attribute (xml, "href", around->files[i].href);
      lectern_event_xml_attribute (xml, "type", around->files[i].type);
      g_string_append_c (xml->out, '>');
      lectern_event_xml_escape (xml, label ? label : lectern_event_xml_word (xml, LECTERN_WORD_CALENDAR));
      g_string_append (xml->out, "</file>\n");
    }
}

void
lectern_event_xml_start (LecternEventXml *xml, const char *kind, const char *title, LecternHtmlForm form)
{
  xml->form = form;
  g_string_append (xml->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page version=\"1\"");
  lectern_event_xml_attribute (xml, "kind", kind);
  lectern_event_xml_attribute (xml, "lang", xml->language);
  lectern_event_xml_attribute (xml, "form", form & LECTERN_HTML_FRAGMENT ? "fragment" : "page");
  g_string_append (xml->out, ">\n");
  lectern_event_xml_text (xml, "title", title ? title : " ");
  write_words (xml);
  write_look (xml);
  write_languages (xml);
  write_files (xml);
}

void
lectern_event_xml_entries (LecternEventXml *xml, const char *name, const LecternHtmlEntry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (xml->out, "<%s", name);
      lectern_event_xml_attribute (xml, "href", entries[i].href);
      if (entries[i].language && g_strcmp0 (entries[i].language, xml->language) != 0)
        lectern_event_xml_attribute (xml, "lang", entries[i].language);
      g_string_append_c (xml->out, '>');
      lectern_event_xml_text (xml, "title", entries[i].title);
      lectern_event_xml_text (xml, "when", entries[i].when);
      g_string_append_printf (xml->out, "</%s>\n", name);
    }
}

static void
write_changed (LecternEventXml *xml)
{
  g_autofree char *stamp
      = lectern_time_format_rfc3339 (xml->changed, lectern_out_zone (xml->programme, NULL));
  g_autofree char *date = g_strndup (stamp, 10);
  g_autofree char *words = lectern_date_format_in (date, xml->language);
  g_string_append_printf (xml->out, "<changed iso=\"%s\">", stamp);
  lectern_event_xml_escape (xml, words);
  g_string_append_printf (xml->out, ", %.5s</changed>", stamp + 11);
}

GBytes *
lectern_event_xml_finish (LecternEventXml *xml)
{
  const LecternDetails *d = xml->details;
  if (d)
    {
      g_string_append (xml->out, "<foot>");
      lectern_event_xml_prose (xml, "funding", d->funding_statement);
      lectern_event_xml_prose (xml, "disclaimer", d->disclaimer);
      if (lectern_markup_is_safe_link (d->programme_url))
        lectern_event_xml_link (xml, "programme", d->programme_url, d->programme_name);
      if (xml->changed > 0)
        write_changed (xml);
      g_string_append (xml->out, "</foot>\n");
    }
  g_string_append (xml->out, "</page>\n");
  return g_string_free_to_bytes (g_steal_pointer (&xml->out));
}
