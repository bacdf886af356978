/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-html-out.h"

#include "lectern-html-private.h"
#include "lectern-jsonld-out.h"
#include "lectern-template.h"

GBytes *
lectern_html_finish (LecternEventXml *xml, LecternHtmlForm form, GBytes *data, GError **error)
{
  const char *template_name = xml->details ? xml->details->look.template_name : NULL;
  g_autoptr (GBytes) page = lectern_event_xml_finish (xml);
  return lectern_template_apply (template_name ? template_name : LECTERN_LOOK_TEMPLATE, page,
                                 form & LECTERN_HTML_FRAGMENT, form & LECTERN_HTML_PLAIN, data, error);
}

static const char *
language_of (const LecternProgramme *programme, const char *language)
{
  return language ? language : programme->language ? programme->language : "en";
}

GBytes *
lectern_html_write (const LecternProgramme *programme, const char *language,
                    const LecternHtmlSurroundings *around, LecternHtmlForm form, GError **error)
{
  const char *of_page = language_of (programme, language);
  LecternEventXml xml = { programme, programme->details, of_page, around, g_string_new (NULL) };
  g_autoptr (GBytes) data = lectern_jsonld_write (programme, of_page);
  lectern_event_xml_of_event (&xml, form);
  return lectern_html_finish (&xml, form, data, error);
}

GBytes *
lectern_html_write_session (const LecternProgramme *programme, guint index, const char *language,
                            const LecternHtmlSurroundings *around, LecternHtmlForm form, GError **error)
{
  LecternEventXml xml
      = { programme, programme->details, language_of (programme, language), around, g_string_new (NULL) };
  lectern_event_xml_of_session (&xml, index, form);
  return lectern_html_finish (&xml, form, NULL, error);
}

GBytes *
lectern_html_write_index (const char *title, const char *language, const LecternHtmlEntry *entries,
                          guint n_entries, LecternHtmlForm form, GError **error)
{
  LecternEventXml xml = { NULL, NULL, language, NULL, g_string_new (NULL) };
  lectern_event_xml_start (&xml, "index", title, form);
  lectern_event_xml_entries (&xml, "entry", entries, n_entries);
  return lectern_html_finish (&xml, form, NULL, error);
}

GBytes *
lectern_html_write_xml (const LecternProgramme *programme, const char *language)
{
  LecternEventXml xml
      = { programme, programme->details, language_of (programme, language), NULL, g_string_new (NULL) };
  lectern_event_xml_of_event (&xml, LECTERN_HTML_PAGE);
  return lectern_event_xml_finish (&xml);
}
