/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * News as pages and as a letter.
 */
#include "lectern-news.h"

#include "lectern-html.h"
#include "lectern-markdown.h"
#include "lectern-markup.h"
#include "lectern-time.h"

/* A reader of mail knows no style sheet; these are the few colours of the page, on white. */
#define MAIL_BODY "font:16px/1.5 sans-serif;color:#1b1d20;background:#ffffff;max-width:40em;margin:0 auto;padding:16px"
#define MAIL_HEADING "font-size:20px;border-bottom:1px solid #c9ced5"

static void
write_article (LecternHtmlPage *page, const LecternNews *news, int level, gboolean mail)
{
  g_string_append (page->out, "<article");
  if (news->language)
    lectern_html_attribute (page, "lang", news->language);
  g_string_append (page->out, ">\n");
  if (level > 1 || !(page->form & LECTERN_HTML_FRAGMENT))
    {
      g_string_append_printf (page->out, "<h%d%s>", level,
                              mail ? " style=\"" MAIL_HEADING "\"" : "");
      lectern_html_escape (page, news->title);
      g_string_append_printf (page->out, "</h%d>\n", level);
    }
  if (news->when > 0)
    {
      g_autofree char *stamp = lectern_time_format_rfc3339 (news->when, "UTC");
      g_autofree char *date = g_strndup (stamp, 10);
      g_string_append (page->out, mail ? "<p>" : "<p class=\"soft\">");
      lectern_html_date (page, date);
      g_string_append (page->out, "</p>\n");
    }
  lectern_markdown_to_html (page->out, news->text);
  g_string_append (page->out, "</article>\n");
}

static void
write_alternates (LecternHtmlPage *page, const LecternHtmlLink *pages, guint n)
{
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_string_append (page->out, "<link rel=\"alternate\"");
      lectern_html_attribute (page, "hreflang", pages[i].language);
      lectern_html_attribute (page, "href", pages[i].href);
      g_string_append (page->out, ">\n");
    }
}

static void
write_links (LecternHtmlPage *page, const LecternHtmlLink *links, guint n)
{
  if (n == 0)
    return;
  g_string_append (page->out, "<ul class=\"row\">\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (page->out, "<li><a");
      lectern_html_attribute (page, "href", links[i].href);
      if (links[i].language)
        {
          lectern_html_attribute (page, "hreflang", links[i].language);
          lectern_html_attribute (page, "lang", links[i].language);
        }
      g_string_append_c (page->out, '>');
      lectern_html_escape (page, links[i].label);
      g_string_append (page->out, "</a></li>\n");
    }
  g_string_append (page->out, "</ul>\n");
}

/* The funding statement and the disclaimer stand under every page. */
static void
write_foot (LecternHtmlPage *page)
{
  g_string_append (page->out, "<footer>\n");
  if (page->details)
    {
      lectern_html_prose (page, page->details->funding_statement);
      lectern_html_prose (page, page->details->disclaimer);
    }
  g_string_append (page->out, page->form & LECTERN_HTML_FRAGMENT
                                  ? "</footer>\n</div>\n"
                                  : "</footer>\n</body>\n</html>\n");
}

/* Everything before the words of the page itself. */
static void
write_start (LecternHtmlPage *page, const char *title, const LecternHtmlLink *pages, guint n_pages)
{
  if (page->form & LECTERN_HTML_FRAGMENT)
    {
      g_string_append (page->out, "<div class=\"lectern\"");
      lectern_html_attribute (page, "lang", page->language);
      g_string_append (page->out, ">\n");
      return;
    }
  lectern_html_start (page->out, page->language, title);
  write_alternates (page, pages, n_pages);
  lectern_html_end_head (page->out);
  g_string_append (page->out, "<header>\n");
}

static void
write_main (LecternHtmlPage *page)
{
  if (!(page->form & LECTERN_HTML_FRAGMENT))
    g_string_append (page->out, "</header>\n<main>\n");
}

static void
write_end (LecternHtmlPage *page)
{
  if (!(page->form & LECTERN_HTML_FRAGMENT))
    g_string_append (page->out, "</main>\n");
  write_foot (page);
}

static void
write_languages (LecternHtmlPage *page, const LecternHtmlLink *pages, guint n)
{
  g_autofree LecternHtmlLink *others = g_new0 (LecternHtmlLink, n + 1);
  guint n_others = 0;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (pages[i].language, page->language) != 0)
      {
        others[n_others] = pages[i];
        others[n_others++].label = lectern_words_language_name (pages[i].language);
      }
  write_links (page, others, n_others);
}

GBytes *
lectern_news_write_page (const LecternProgramme *programme, const LecternNews *news, const char *language,
                         const LecternHtmlLink *pages, guint n_pages, const char *event_page,
                         LecternHtmlForm form)
{
  LecternHtmlPage page = { programme, programme->details, language, NULL, g_string_new (NULL), form };
  LecternHtmlLink back = { NULL, programme->title, NULL, event_page };
  write_start (&page, news->title ? news->title : "", pages, n_pages);
  write_languages (&page, pages, n_pages);
  write_links (&page, &back, event_page ? 1 : 0);
  write_main (&page);
  write_article (&page, news, 1, FALSE);
  write_end (&page);
  return lectern_html_finish (&page);
}

static void
write_events (LecternHtmlPage *page, const LecternLetter *letter)
{
  if (letter->n_events == 0)
    return;
  lectern_html_heading (page, 2, "upcoming", lectern_html_word (page, LECTERN_WORD_UPCOMING));
  g_string_append (page->out, "<ul>\n");
  for (guint i = 0; i < letter->n_events; i++)
    {
      g_string_append (page->out, "<li>");
      if (letter->events[i].href)
        {
          g_string_append (page->out, "<a");
          lectern_html_attribute (page, "href", letter->events[i].href);
          g_string_append_c (page->out, '>');
        }
      lectern_html_escape (page, letter->events[i].title);
      g_string_append (page->out, letter->events[i].href ? "</a>" : "");
      if (letter->events[i].when)
        {
          g_string_append (page->out, ", ");
          lectern_html_escape (page, letter->events[i].when);
        }
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ul>\n");
}

static char *
heading_of (const LecternProgramme *programme, const char *language)
{
  const char *title = programme->details->programme_name ? programme->details->programme_name : programme->title;
  return g_strdup_printf ("%s: %s", lectern_words (language, LECTERN_WORD_NEWS), title ? title : "");
}

static void
write_letter (LecternHtmlPage *page, GPtrArray *news, const LecternLetter *letter, gboolean mail)
{
  for (guint i = 0; i < news->len; i++)
    write_article (page, news->pdata[i], 2, mail);
  write_events (page, letter);
  if (letter->n_links > 0)
    lectern_html_heading (page, 2, "contact", lectern_html_word (page, LECTERN_WORD_CONTACT));
  write_links (page, letter->links, letter->n_links);
  write_end (page);
}

GBytes *
lectern_news_write_letter (const LecternProgramme *programme, GPtrArray *news, const char *language,
                           const LecternLetter *letter, LecternHtmlForm form)
{
  LecternHtmlPage page = { programme, programme->details, language, NULL, g_string_new (NULL), form };
  g_autofree char *heading = heading_of (programme, language);
  write_start (&page, heading, letter->pages, letter->n_pages);
  write_languages (&page, letter->pages, letter->n_pages);
  if (!(form & LECTERN_HTML_FRAGMENT))
    lectern_html_text (&page, "h1", NULL, heading);
  write_main (&page);
  write_letter (&page, news, letter, FALSE);
  return lectern_html_finish (&page);
}

GBytes *
lectern_news_write_mail (const LecternProgramme *programme, GPtrArray *news, const char *language,
                         const LecternLetter *letter)
{
  LecternHtmlPage page
      = { programme, programme->details, language, NULL, g_string_new (NULL), LECTERN_HTML_PAGE };
  g_autofree char *heading = heading_of (programme, language);
  g_string_append (page.out, "<!DOCTYPE html>\n<html");
  lectern_html_attribute (&page, "lang", language);
  g_string_append (page.out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  lectern_html_escape (&page, heading);
  g_string_append (page.out, "</title>\n</head>\n<body style=\"" MAIL_BODY "\">\n<header>\n");
  lectern_html_text (&page, "h1", NULL, heading);
  write_main (&page);
  write_letter (&page, news, letter, TRUE);
  return lectern_html_finish (&page);
}
