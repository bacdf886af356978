/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * News as pages and as a letter.
 */
#include "lectern-news.h"

#include "lectern-event-xml.h"
#include "lectern-html-private.h"
#include "lectern-markdown.h"
#include "lectern-out.h"
#include "lectern-time.h"

static void
write_article (LecternEventXml *xml, const LecternNews *news)
{
  g_string_append (xml->out, "<article");
  lectern_event_xml_attribute (xml, "lang", news->language);
  g_string_append_c (xml->out, '>');
  lectern_event_xml_text (xml, "title", news->title);
  if (news->when > 0)
    {
      g_autofree char *stamp = lectern_time_format_rfc3339 (news->when, lectern_out_zone (xml->programme, NULL));
      g_autofree char *date = g_strndup (stamp, 10);
      lectern_event_xml_date (xml, "when", date);
    }
  g_string_append (xml->out, "<text>");
  lectern_markdown_to_html (xml->out, news->text);
  g_string_append (xml->out, "</text></article>\n");
}

GBytes *
lectern_news_write_page (const LecternProgramme *programme, const LecternNews *news, const char *language,
                         const LecternHtmlLink *pages, guint n_pages, const char *event_page,
                         LecternHtmlForm form, GError **error)
{
  const LecternHtmlSurroundings around = { .pages = pages, .n_pages = n_pages };
  LecternEventXml xml = { programme, programme->details, language, &around, g_string_new (NULL) };
  lectern_event_xml_start (&xml, "news", news->title, form);
  xml.changed = news->changed;
  lectern_event_xml_event (&xml, event_page);
  write_article (&xml, news);
  return lectern_html_finish (&xml, form, NULL, error);
}

static char *
heading_of (const LecternProgramme *programme, const char *language)
{
  const char *title = programme->details->programme_name ? programme->details->programme_name : programme->title;
  return g_strdup_printf ("%s: %s", lectern_words (language, LECTERN_WORD_NEWS), title ? title : "");
}

static GBytes *
write_letter (const LecternProgramme *programme, GPtrArray *news, const char *language,
              const LecternLetter *letter, const char *kind, LecternHtmlForm form, GError **error)
{
  const LecternHtmlSurroundings around = { .pages = letter->pages, .n_pages = letter->n_pages };
  LecternEventXml xml = { programme, programme->details, language, &around, g_string_new (NULL) };
  g_autofree char *heading = heading_of (programme, language);
  lectern_event_xml_start (&xml, kind, heading, form);
  for (guint i = 0; i < news->len; i++)
    write_article (&xml, news->pdata[i]);
  lectern_event_xml_entries (&xml, "upcoming", (const LecternHtmlEntry *) (void *) letter->events->data,
                             letter->events->len);
  for (guint i = 0; i < letter->links->len; i++)
    {
      const LecternHtmlLink *link = &g_array_index (letter->links, LecternHtmlLink, i);
      g_string_append (xml.out, "<contact");
      lectern_event_xml_attribute (&xml, "href", link->href);
      g_string_append_c (xml.out, '>');
      lectern_event_xml_escape (&xml, link->label);
      g_string_append (xml.out, "</contact>\n");
    }
  return lectern_html_finish (&xml, form, NULL, error);
}

GBytes *
lectern_news_write_letter (const LecternProgramme *programme, GPtrArray *news, const char *language,
                           const LecternLetter *letter, LecternHtmlForm form, GError **error)
{
  return write_letter (programme, news, language, letter, "letter", form, error);
}

GBytes *
lectern_news_write_mail (const LecternProgramme *programme, GPtrArray *news, const char *language,
                         const LecternLetter *letter, GError **error)
{
  return write_letter (programme, news, language, letter, "mail", LECTERN_HTML_PLAIN, error);
}
