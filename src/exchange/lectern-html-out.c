/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-html-out.h"

#include "lectern-html.h"
#include "lectern-jsonld-out.h"
#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

static void
write_description (LecternHtmlPage *page)
{
  g_autofree char *summary = lectern_markup_to_text (page->programme->summary);
  if (summary == NULL)
    return;
  g_strdelimit (summary, "\n", ' ');
  if (g_utf8_strlen (summary, -1) > 200)
    *g_utf8_offset_to_pointer (summary, 200) = '\0';
  g_string_append (page->out, "<meta name=\"description\" content=\"");
  lectern_html_escape (page, summary);
  g_string_append (page->out, "\">\n");
}

/* A data block: it is never run, and its text cannot close the element. */
static void
write_data (LecternHtmlPage *page)
{
  g_autoptr (GBytes) data = lectern_jsonld_write (page->programme, page->language);
  if (page->form & LECTERN_HTML_PLAIN)
    return;
  g_string_append (page->out, "<script type=\"application/ld+json\">\n");
  g_string_append_len (page->out, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  g_string_append (page->out, "</script>\n");
}

static void
write_head (LecternHtmlPage *page)
{
  lectern_html_start (page->out, page->language,
                      page->programme->title ? page->programme->title : "");
  write_description (page);
  for (guint i = 0; page->around && i < page->around->n_pages && page->around->n_pages > 1; i++)
    {
      g_string_append (page->out, "<link rel=\"alternate\"");
      lectern_html_attribute (page, "hreflang", page->around->pages[i].language);
      lectern_html_attribute (page, "href", page->around->pages[i].href);
      g_string_append (page->out, ">\n");
    }
  for (guint i = 0; page->around && i < page->around->n_files; i++)
    {
      g_string_append (page->out, "<link rel=\"alternate\"");
      lectern_html_attribute (page, "type", page->around->files[i].type);
      lectern_html_attribute (page, "href", page->around->files[i].href);
      g_string_append (page->out, ">\n");
    }
  write_data (page);
  lectern_html_end_head (page->out);
}

static void
write_languages (LecternHtmlPage *page)
{
  if (page->around == NULL || page->around->n_pages < 2)
    return;
  g_string_append (page->out, "<nav");
  lectern_html_attribute (page, "aria-label", lectern_html_word (page, LECTERN_WORD_LANGUAGES));
  g_string_append (page->out, ">\n<ul class=\"row\">\n");
  for (guint i = 0; i < page->around->n_pages; i++)
    {
      const LecternHtmlLink *link = &page->around->pages[i];
      gboolean here = g_strcmp0 (link->language, page->language) == 0;
      /* the page one is on is named, not linked */
      g_string_append (page->out, here ? "<li><strong" : "<li><a");
      if (!here)
        {
          lectern_html_attribute (page, "href", link->href);
          lectern_html_attribute (page, "hreflang", link->language);
        }
      lectern_html_attribute (page, "lang", link->language);
      g_string_append_c (page->out, '>');
      lectern_html_escape (page, lectern_words_language_name (link->language));
      g_string_append (page->out, here ? "</strong></li>\n" : "</a></li>\n");
    }
  g_string_append (page->out, "</ul>\n</nav>\n");
}

static void
write_kicker (LecternHtmlPage *page)
{
  const LecternDetails *details = page->details;
  if (details == NULL)
    return;
  lectern_html_text (page, "p", "soft", details->programme_name);
  if (details->series && *details->series)
    {
      g_string_append (page->out, "<p class=\"soft\">");
      if (details->ordinal > 0)
        g_string_append_printf (page->out, "%" G_GINT64_FORMAT ". ", details->ordinal);
      lectern_html_text (page, "span", NULL, details->series);
      g_string_append (page->out, "</p>\n");
    }
}

/* What became of the event, said first and in words. */
static void
write_state (LecternHtmlPage *page)
{
  static const struct { const char *state; LecternWord word; } states[] = {
    { "postponed", LECTERN_WORD_POSTPONED }, { "rescheduled", LECTERN_WORD_RESCHEDULED },
    { "online", LECTERN_WORD_MOVED_ONLINE }, { "cancelled", LECTERN_WORD_EVENT_CANCELLED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_strcmp0 (page->programme->state, states[i].state) != 0)
        continue;
      g_string_append (page->out, "<p class=\"notice\">");
      lectern_html_escape (page, lectern_html_word (page, states[i].word));
      if (page->details && page->details->previous_start)
        {
          g_string_append_c (page->out, ' ');
          lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_FIRST_ANNOUNCED));
          g_string_append_c (page->out, ' ');
          lectern_html_date (page, page->details->previous_start);
          g_string_append_c (page->out, '.');
        }
      g_string_append (page->out, "</p>\n");
    }
}

static void
write_header (LecternHtmlPage *page)
{
  const LecternProgramme *p = page->programme;
  gboolean fragment = page->form & LECTERN_HTML_FRAGMENT;
  if (!fragment)
    {
      g_string_append (page->out, "<a class=\"skip\" href=\"#agenda\">");
      lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_SKIP));
      g_string_append (page->out, "</a>\n<header>\n");
    }
  write_languages (page);
  write_kicker (page);
  if (!fragment)
    lectern_html_text (page, "h1", NULL, p->title);
  lectern_html_text (page, "p", NULL, p->subtitle);
  if (p->release_step)
    lectern_html_text (page, "p", "soft",
                       lectern_words_choice (page->language, "release_step", p->release_step));
  write_state (page);
  if (!fragment)
    g_string_append (page->out, "</header>\n");
}

static void
write_files (LecternHtmlPage *page)
{
  if (page->around == NULL || page->around->n_files == 0)
    return;
  g_string_append (page->out, "<section aria-labelledby=\"files\">\n");
  lectern_html_heading (page, 2, "files", lectern_html_word (page, LECTERN_WORD_FILES));
  g_string_append (page->out, "<ul class=\"row\">\n");
  for (guint i = 0; i < page->around->n_files; i++)
    {
      const LecternHtmlLink *file = &page->around->files[i];
      g_string_append (page->out, "<li><a");
      lectern_html_attribute (page, "href", file->href);
      lectern_html_attribute (page, "type", file->type);
      g_string_append_c (page->out, '>');
      lectern_html_escape (page, file->label ? file->label
                                             : lectern_html_word (page, LECTERN_WORD_CALENDAR));
      g_string_append (page->out, "</a></li>\n");
    }
  g_string_append (page->out, "</ul>\n</section>\n");
}

static void
write_footer (LecternHtmlPage *page)
{
  const LecternDetails *d = page->details;
  g_string_append (page->out, "<footer>\n");
  if (d)
    {
      lectern_html_prose (page, d->funding_statement);
      lectern_html_prose (page, d->disclaimer);
      if (lectern_markup_is_safe_link (d->programme_url))
        {
          g_string_append (page->out, "<p>");
          lectern_html_link (page, d->programme_url, d->programme_name);
          g_string_append (page->out, "</p>\n");
        }
      if (d->changed > 0)
        {
          g_autofree char *stamp
              = lectern_time_format_rfc3339 (d->changed, lectern_out_zone (page->programme, NULL));
          g_autofree char *date = g_strndup (stamp, 10);
          g_autofree char *words = lectern_date_format_in (date, page->language);
          g_string_append (page->out, "<p class=\"soft\">");
          lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_CHANGED));
          g_string_append (page->out, ": ");
          lectern_html_open_time (page, stamp);
          lectern_html_escape (page, words);
          g_string_append_printf (page->out, ", %.5s", stamp + 11);
          lectern_html_close_time (page);
          g_string_append (page->out, "</p>\n");
        }
    }
  g_string_append (page->out, "</footer>\n");
}

GBytes *
lectern_html_write (const LecternProgramme *programme,
                    const char *language,
                    const LecternHtmlSurroundings *around,
                    LecternHtmlForm form)
{
  const char *of_page = language ? language : programme->language ? programme->language : "en";
  gboolean fragment = form & LECTERN_HTML_FRAGMENT;
  LecternHtmlPage page
      = { programme, programme->details, of_page, around, g_string_new (NULL), form };
  if (fragment)
    {
      g_string_append (page.out, "<div class=\"lectern\"");
      lectern_html_attribute (&page, "lang", of_page);
      g_string_append (page.out, ">\n");
    }
  else
    write_head (&page);
  write_header (&page);
  if (!fragment)
    g_string_append (page.out, "<main>\n");
  lectern_html_facts (&page);
  lectern_html_changes (&page);
  lectern_html_to_come (&page);
  lectern_html_registration (&page);
  lectern_html_agenda (&page);
  lectern_html_speakers (&page);
  lectern_html_venues (&page);
  write_files (&page);
  if (!fragment)
    g_string_append (page.out, "</main>\n");
  write_footer (&page);
  g_string_append (page.out, fragment ? "</div>\n" : "</body>\n</html>\n");
  GBytes *html = lectern_html_finish (&page);
  if (!fragment || (form & LECTERN_HTML_PLAIN))
    return html;
  /* after the brackets were escaped: here they are of the data's grammar */
  page.out = g_string_new_len (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  g_bytes_unref (html);
  write_data (&page);
  return g_string_free_to_bytes (page.out);
}

GBytes *
lectern_html_write_index (const char *title,
                          const char *language,
                          const LecternHtmlEntry *entries,
                          guint n_entries,
                          LecternHtmlForm form)
{
  LecternHtmlPage page = { NULL, NULL, language, NULL, g_string_new (NULL), form };
  gboolean fragment = form & LECTERN_HTML_FRAGMENT;
  if (!fragment)
    {
      lectern_html_start (page.out, language, title);
      lectern_html_end_head (page.out);
      g_string_append (page.out, "<header>\n");
      lectern_html_text (&page, "h1", NULL, title);
      g_string_append (page.out, "</header>\n<main>\n");
    }
  lectern_html_heading (&page, 2, "events", lectern_words (language, LECTERN_WORD_EVENTS));
  g_string_append (page.out, "<ul>\n");
  for (guint i = 0; i < n_entries; i++)
    {
      g_string_append (page.out, "<li><a");
      lectern_html_attribute (&page, "href", entries[i].href);
      if (entries[i].language && g_strcmp0 (entries[i].language, language) != 0)
        lectern_html_attribute (&page, "lang", entries[i].language);
      g_string_append_c (page.out, '>');
      lectern_html_escape (&page, entries[i].title);
      g_string_append (page.out, "</a>");
      if (entries[i].when)
        {
          g_string_append (page.out, ", ");
          lectern_html_escape (&page, entries[i].when);
        }
      g_string_append (page.out, "</li>\n");
    }
  g_string_append (page.out, fragment ? "</ul>\n" : "</ul>\n</main>\n</body>\n</html>\n");
  return lectern_html_finish (&page);
}
