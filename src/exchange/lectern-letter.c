/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-letter.h"

#include "lectern-event-span.h"
#include "lectern-markup.h"
#include "lectern-news.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* Takes @text. */
static const char *
keep (LecternLetter *letter, char *text)
{
  g_ptr_array_add (letter->texts, text);
  return text;
}

/* Other events only once they were released: an unannounced one is nobody's business. */
static gboolean
is_announced (const LecternRecord *event, gint64 own)
{
  return event->id == own || !lectern_record_is_empty (event, LECTERN_EVENT_RELEASE_STEP);
}

/* What is off, or put off, does not take place on the dates that it has. */
static gboolean
takes_place (const LecternRecord *event)
{
  const char *state = lectern_record_text (event, LECTERN_EVENT_STATE);
  return g_strcmp0 (state, "cancelled") != 0 && g_strcmp0 (state, "postponed") != 0;
}

/* NULL: in that of the page. */
static const char *
language_of_title (const LecternRecord *event, const char *language)
{
  const char *source = lectern_record_text (event, LECTERN_EVENT_TEXT_LANGUAGE);
  const LecternTranslation *translation = lectern_record_translation (event, LECTERN_EVENT_TITLE, language);
  return translation != NULL || g_strcmp0 (source, language) == 0 ? NULL : source;
}

static void
add_upcoming (LecternLetter *letter, LecternReader *reader, gint64 own, const char *language, const char *event_page)
{
  g_autofree char *today = lectern_date_today ();
  g_autoptr (GPtrArray) all = lectern_reader_all (reader, LECTERN_KIND_EVENT);
  for (guint i = 0; i < all->len; i++)
    {
      const LecternRecord *event = all->pdata[i];
      const char *url = lectern_record_text (event, LECTERN_EVENT_URL);
      g_autoptr (LecternEventSpan) span = is_announced (event, own) && takes_place (event)
                                            ? lectern_event_span (reader, event->id)
                                            : NULL;
      if (span == NULL || span->to == NULL || strcmp (span->to, today) < 0)
        continue;
      if (event->id == own && event_page != NULL)
        url = event_page;
      else if (!lectern_markup_is_safe_link (url))
        url = NULL;
      LecternHtmlEntry entry = { .title = keep (letter, g_strdup (lectern_record_name (event, language))),
                                 .when = keep (letter, lectern_date_format_span_in (span->from, span->to, language)),
                                 .href = keep (letter, g_strdup (url)),
                                 .language = keep (letter, g_strdup (language_of_title (event, language))) };
      g_array_append_val (letter->events, entry);
    }
}

static gboolean
is_page (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
}

/* The host's page and the project's own, social ones among them. */
static void
add_contacts (LecternLetter *letter, LecternReader *reader, const LecternProgramme *programme, const char *language)
{
  const LecternDetails *details = programme->details;
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, programme->record);
  g_autoptr (GPtrArray) of_node
      = lectern_reader_owned (reader, LECTERN_KIND_LINK, LECTERN_KIND_PROGRAMME_NODE,
                              lectern_record_integer (event, LECTERN_EVENT_PROGRAMME_NODE));
  if (details->host != NULL && details->host_url != NULL)
    {
      LecternHtmlLink link = { .label = details->host, .href = details->host_url };
      g_array_append_val (letter->links, link);
    }
  for (guint i = 0; i < of_node->len; i++)
    {
      const char *url = lectern_record_text (of_node->pdata[i], LECTERN_LINK_URL);
      const char *title = lectern_record_name (of_node->pdata[i], language);
      if (!is_page (url))
        continue;
      LecternHtmlLink link = { .href = keep (letter, g_strdup (url)),
                               .label = keep (letter, g_strdup (*title != '\0' ? title : url)) };
      g_array_append_val (letter->links, link);
    }
}

LecternLetter *
lectern_letter_new (LecternReader *reader, const LecternProgramme *programme, const char *language, const char *event_page)
{
  LecternLetter *letter = g_new0 (LecternLetter, 1);
  letter->events = g_array_new (FALSE, FALSE, sizeof (LecternHtmlEntry));
  letter->links = g_array_new (FALSE, FALSE, sizeof (LecternHtmlLink));
  letter->texts = g_ptr_array_new_with_free_func (g_free);
  add_upcoming (letter, reader, programme->record, language, event_page);
  add_contacts (letter, reader, programme, language);
  return letter;
}

void
lectern_letter_free (LecternLetter *letter)
{
  g_array_unref (letter->events);
  g_array_unref (letter->links);
  g_ptr_array_unref (letter->texts);
  g_free (letter);
}

GBytes *
lectern_letter_export (LecternReader *reader, const LecternProgramme *programme, const char *language, GError **error)
{
  g_autoptr (GPtrArray) news = lectern_news_list (reader, programme->record, language, g_get_real_time () / 1000);
  if (news->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("There is no announcement yet that is ready and whose time has come."));
      return NULL;
    }
  g_autoptr (LecternLetter) letter = lectern_letter_new (reader, programme, language, NULL);
  return lectern_news_write_mail (programme, news, language, letter, error);
}
