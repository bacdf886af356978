/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page's sections around the agenda: when and where, what is still to come, how
 * to register, how to get there.
 */
#include "lectern-html.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

static void
term (LecternHtmlPage *page, LecternWord word)
{
  lectern_html_text (page, "dt", NULL, lectern_html_word (page, word));
}

/* Each day with its hours, as soon as those of one are known. */
static gboolean
write_hours (LecternHtmlPage *page)
{
  const GPtrArray *days = page->programme->days;
  gboolean any = FALSE;
  for (guint i = 0; i < days->len; i++)
    any = any || ((LecternProgrammeDay *) days->pdata[i])->begins >= 0;
  for (guint i = 0; any && i < days->len; i++)
    {
      const LecternProgrammeDay *day = days->pdata[i];
      if (day->date == NULL)
        continue;
      g_string_append (page->out, "<dd>");
      lectern_html_date (page, day->date);
      if (day->begins >= 0)
        {
          g_autofree char *from = lectern_time_format_iso (day->begins);
          g_autofree char *to = lectern_time_format_iso (day->ends);
          g_string_append_printf (page->out, ", %s–%s", from, to);
        }
      g_string_append (page->out, "</dd>\n");
    }
  return any;
}

static void
write_when (LecternHtmlPage *page)
{
  g_autofree char *first = lectern_out_first_date (page->programme);
  g_autofree char *last = lectern_out_last_date (page->programme);
  term (page, LECTERN_WORD_WHEN);
  if (write_hours (page))
    return;
  g_string_append (page->out, "<dd>");
  if (first == NULL)
    lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_DATES_TO_COME));
  else if (g_strcmp0 (first, last) == 0)
    lectern_html_date (page, first);
  else
    {
      g_autofree char *span = lectern_date_format_span_in (first, last, page->language);
      lectern_html_open_time (page, first);
      lectern_html_escape (page, span);
      lectern_html_close_time (page);
    }
  g_string_append (page->out, "</dd>\n");
}

static void
write_one_place (LecternHtmlPage *page, const LecternDetailsVenue *venue)
{
  g_autofree char *address = lectern_details_venue_address (venue);
  g_string_append (page->out, "<dd>");
  lectern_html_text (page, "strong", NULL, venue->name);
  if (address)
    {
      g_string_append (page->out, "<br>");
      lectern_html_escape (page, address);
    }
  g_string_append (page->out, "</dd>\n");
}

static void
write_where (LecternHtmlPage *page)
{
  const LecternProgramme *p = page->programme;
  const char *online = page->details ? page->details->online_url : NULL;
  gboolean any = online != NULL;
  term (page, LECTERN_WORD_WHERE);
  if (online)
    {
      g_string_append (page->out, "<dd>");
      lectern_html_link (page, online, lectern_html_word (page, LECTERN_WORD_ONLINE));
      g_string_append (page->out, "</dd>\n");
    }
  for (guint i = 0; page->details && i < page->details->venues->len; i++, any = TRUE)
    write_one_place (page, g_ptr_array_index (page->details->venues, i));
  if (page->details == NULL && (p->venue || p->city))
    {
      g_autofree char *place = g_strjoin (p->venue && p->city ? ", " : "", p->venue ? p->venue : "",
                                          p->city ? p->city : "", NULL);
      lectern_html_text (page, "dd", NULL, place);
      any = TRUE;
    }
  if (!any)
    lectern_html_text (page, "dd", NULL, lectern_html_word (page, LECTERN_WORD_PLACE_TO_COME));
}

void
lectern_html_facts (LecternHtmlPage *page)
{
  g_string_append (page->out, "<dl>\n");
  write_when (page);
  write_where (page);
  if (page->details && page->details->host)
    {
      term (page, LECTERN_WORD_HOST);
      g_string_append (page->out, "<dd>");
      lectern_html_link (page, page->details->host_url, page->details->host);
      g_string_append (page->out, "</dd>\n");
    }
  g_string_append (page->out, "</dl>\n");
  lectern_html_prose (page, page->programme->summary);
}

void
lectern_html_changes (LecternHtmlPage *page)
{
  if (page->details == NULL || page->details->change_note == NULL)
    return;
  g_string_append (page->out, "<section aria-labelledby=\"changes\">\n");
  lectern_html_heading (page, 2, "changes", lectern_html_word (page, LECTERN_WORD_CHANGES));
  lectern_html_prose (page, page->details->change_note);
  g_string_append (page->out, "</section>\n");
}

void
lectern_html_to_come (LecternHtmlPage *page)
{
  if (page->details == NULL || page->details->to_come->len == 0)
    return;
  g_string_append (page->out, "<section aria-labelledby=\"to-come\">\n");
  lectern_html_heading (page, 2, "to-come", lectern_html_word (page, LECTERN_WORD_TO_COME));
  g_string_append (page->out, "<ul>\n");
  for (guint i = 0; i < page->details->to_come->len; i++)
    {
      const LecternDetailsToCome *item = g_ptr_array_index (page->details->to_come, i);
      g_string_append (page->out, "<li>");
      if (item->text && *item->text)
        lectern_html_text (page, "span", NULL, item->text);
      else
        lectern_html_escape (page,
                             lectern_words_choice (page->language, "to_come_what", item->what));
      if (item->due)
        {
          g_string_append_printf (page->out, " (%s ", lectern_html_word (page, LECTERN_WORD_BY));
          lectern_html_date (page, item->due);
          g_string_append_c (page->out, ')');
        }
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ul>\n</section>\n");
}

static void
write_registration_date (LecternHtmlPage *page, LecternWord word, const char *date)
{
  if (date == NULL)
    return;
  term (page, word);
  g_string_append (page->out, "<dd>");
  lectern_html_date (page, date);
  g_string_append (page->out, "</dd>\n");
}

/* Once it was held or called off nobody can register any more. */
static gboolean
takes_registrations (LecternHtmlPage *page)
{
  return page->details && g_strcmp0 (page->programme->release_step, "as-held") != 0
         && g_strcmp0 (page->programme->state, "cancelled") != 0;
}

void
lectern_html_registration (LecternHtmlPage *page)
{
  const LecternDetails *d = page->details;
  if (!takes_registrations (page))
    return;
  g_string_append (page->out, "<section aria-labelledby=\"registration\">\n");
  lectern_html_heading (page, 2, "registration",
                        lectern_html_word (page, LECTERN_WORD_REGISTRATION));
  if (lectern_markup_is_safe_link (d->registration_url))
    {
      g_string_append (page->out, "<p>");
      lectern_html_link (page, d->registration_url,
                         lectern_html_word (page, LECTERN_WORD_REGISTER_HERE));
      g_string_append (page->out, "</p>\n");
    }
  else
    lectern_html_text (page, "p", NULL,
                       lectern_html_word (page, LECTERN_WORD_REGISTRATION_TO_COME));
  if (d->registration_opens || d->registration_closes || d->capacity > 0)
    {
      g_string_append (page->out, "<dl>\n");
      write_registration_date (page, LECTERN_WORD_REGISTRATION_OPENS, d->registration_opens);
      write_registration_date (page, LECTERN_WORD_REGISTRATION_CLOSES, d->registration_closes);
      if (d->capacity > 0)
        {
          term (page, LECTERN_WORD_PLACES);
          g_string_append_printf (page->out, "<dd>%" G_GINT64_FORMAT "</dd>\n", d->capacity);
        }
      g_string_append (page->out, "</dl>\n");
    }
  g_string_append (page->out, "</section>\n");
}

static void
write_venue_notes (LecternHtmlPage *page, LecternWord word, const char *prose)
{
  if (prose == NULL || *prose == '\0')
    return;
  lectern_html_heading (page, 4, NULL, lectern_html_word (page, word));
  lectern_html_prose (page, prose);
}

void
lectern_html_venues (LecternHtmlPage *page)
{
  if (page->details == NULL || page->details->venues->len == 0)
    return;
  g_string_append (page->out, "<section aria-labelledby=\"places\">\n");
  lectern_html_heading (page, 2, "places", lectern_html_word (page, LECTERN_WORD_WHERE));
  for (guint i = 0; i < page->details->venues->len; i++)
    {
      const LecternDetailsVenue *venue = g_ptr_array_index (page->details->venues, i);
      g_autofree char *address = lectern_details_venue_address (venue);
      lectern_html_text (page, "h3", NULL, venue->name);
      lectern_html_text (page, "p", NULL, address);
      if (lectern_markup_is_safe_link (venue->website)
          || lectern_markup_is_safe_link (venue->hall_plan))
        {
          g_string_append (page->out, "<ul class=\"row\">\n");
          if (lectern_markup_is_safe_link (venue->website))
            {
              g_string_append (page->out, "<li>");
              lectern_html_link (page, venue->website,
                                 lectern_html_word (page, LECTERN_WORD_WEBSITE));
              g_string_append (page->out, "</li>\n");
            }
          if (lectern_markup_is_safe_link (venue->hall_plan))
            {
              g_string_append (page->out, "<li>");
              lectern_html_link (page, venue->hall_plan,
                                 lectern_html_word (page, LECTERN_WORD_PLAN));
              g_string_append (page->out, "</li>\n");
            }
          g_string_append (page->out, "</ul>\n");
        }
      write_venue_notes (page, LECTERN_WORD_ACCESS, venue->access);
      write_venue_notes (page, LECTERN_WORD_ACCESSIBILITY, venue->accessibility);
    }
  g_string_append (page->out, "</section>\n");
}
