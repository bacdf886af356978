/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-html.h"

#include "lectern-markup.h"
#include "lectern-time.h"

const char *
lectern_html_word (LecternHtmlPage *page, LecternWord word)
{
  return lectern_words (page->language, word);
}

void
lectern_html_escape (LecternHtmlPage *page, const char *text)
{
  lectern_markup_escape (page->out, text);
}

static void
open_tag (LecternHtmlPage *page, const char *tag, const char *css_class, const char *of_text)
{
  const char *language = lectern_details_language_of (page->details, of_text);
  g_string_append_printf (page->out, "<%s", tag);
  if (css_class)
    g_string_append_printf (page->out, " class=\"%s\"", css_class);
  if (language)
    {
      g_string_append (page->out, " lang=\"");
      lectern_html_escape (page, language);
      g_string_append_c (page->out, '"');
    }
  g_string_append_c (page->out, '>');
}

void
lectern_html_text (LecternHtmlPage *page, const char *tag, const char *css_class, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  open_tag (page, tag, css_class, text);
  lectern_html_escape (page, text);
  g_string_append_printf (page->out, "</%s>\n", tag);
}

void
lectern_html_prose (LecternHtmlPage *page, const char *prose)
{
  if (prose == NULL || *prose == '\0')
    return;
  open_tag (page, "div", NULL, prose);
  lectern_markup_to_html (page->out, prose);
  g_string_append (page->out, "</div>\n");
}

void
lectern_html_heading (LecternHtmlPage *page, int level, const char *id, const char *text)
{
  g_string_append_printf (page->out, "<h%d", level);
  if (id)
    g_string_append_printf (page->out, " id=\"%s\"", id);
  g_string_append_c (page->out, '>');
  lectern_html_escape (page, text);
  g_string_append_printf (page->out, "</h%d>\n", level);
}

void
lectern_html_link (LecternHtmlPage *page, const char *url, const char *text)
{
  gboolean safe = lectern_markup_is_safe_link (url);
  if (safe)
    {
      g_string_append (page->out, "<a href=\"");
      lectern_markup_href (page->out, url);
      g_string_append (page->out, "\">");
    }
  lectern_html_escape (page, text && *text ? text : url);
  if (safe)
    g_string_append (page->out, "</a>");
}

void
lectern_html_date (LecternHtmlPage *page, const char *date)
{
  g_autofree char *words = lectern_date_format_in (date, page->language);
  lectern_html_open_time (page, date);
  lectern_html_escape (page, words);
  lectern_html_close_time (page);
}

void
lectern_html_open_time (LecternHtmlPage *page, const char *stamp)
{
  if (!(page->form & LECTERN_HTML_PLAIN))
    g_string_append_printf (page->out, "<time datetime=\"%s\">", stamp);
}

void
lectern_html_close_time (LecternHtmlPage *page)
{
  if (!(page->form & LECTERN_HTML_PLAIN))
    g_string_append (page->out, "</time>");
}

/* Content systems replace what stands in brackets. */
GBytes *
lectern_html_finish (LecternHtmlPage *page)
{
  if (page->form & LECTERN_HTML_FRAGMENT)
    g_string_replace (page->out, "[", "&#91;", 0);
  return g_string_free_to_bytes (page->out);
}

void
lectern_html_start (GString *out, const char *language, const char *title)
{
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  lectern_markup_escape (out, language);
  g_string_append (out,
                   "\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"generator\" content=\"Lectern\">\n<title>");
  lectern_markup_escape (out, title);
  g_string_append (out, "</title>\n");
}

void
lectern_html_end_head (GString *out)
{
  g_string_append_printf (out, "<style>\n%s</style>\n</head>\n<body>\n", lectern_html_style);
}

void
lectern_html_attribute (LecternHtmlPage *page, const char *name, const char *value)
{
  g_string_append_printf (page->out, " %s=\"", name);
  lectern_html_escape (page, value);
  g_string_append_c (page->out, '"');
}
