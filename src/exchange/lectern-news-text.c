/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an announcement says at first: the facts, in Markdown.
 */
#include "lectern-news.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"
#include "lectern-words.h"

#include <string.h>

#define MOST_SESSIONS 12

typedef struct
{
  const LecternProgramme *programme;
  const char *language;
  GString *out;
} Text;

static const char *
word (Text *text, LecternWord of)
{
  return lectern_words (text->language, of);
}

/* Data as it stands: what would be Markdown in it is escaped. */
static void
literal (GString *out, const char *data)
{
  for (const char *c = data; c != NULL && *c != '\0'; c++)
    {
      if (strchr ("\\`*_[]<>#&", *c) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *c);
    }
}

static void
fact (Text *text, LecternWord of, const char *data)
{
  if (data == NULL || *data == '\0')
    return;
  g_string_append_printf (text->out, "**%s:** ", word (text, of));
  literal (text->out, data);
  g_string_append (text->out, "\n\n");
}

static void
add_when (Text *text)
{
  g_autofree char *first = lectern_out_first_date (text->programme);
  g_autofree char *last = lectern_out_last_date (text->programme);
  g_autofree char *span = first ? lectern_date_format_span_in (first, last, text->language) : NULL;
  fact (text, LECTERN_WORD_WHEN, span ? span : word (text, LECTERN_WORD_DATES_TO_COME));
}

static void
add_where (Text *text)
{
  const LecternDetails *details = text->programme->details;
  g_autoptr (GString) places = g_string_new (NULL);
  if (details->online_url != NULL || g_strcmp0 (text->programme->state, "online") == 0)
    g_string_append (places, word (text, LECTERN_WORD_ONLINE));
  for (guint i = 0; i < details->venues->len; i++)
    {
      const LecternDetailsVenue *venue = details->venues->pdata[i];
      gboolean town = venue->city != NULL && g_strcmp0 (venue->city, venue->name) != 0;
      g_string_append_printf (places, "%s%s%s%s", places->len > 0 ? "; " : "", venue->name ? venue->name : "",
                              town && venue->name ? ", " : "", town ? venue->city : "");
    }
  fact (text, LECTERN_WORD_WHERE, places->len > 0 ? places->str : word (text, LECTERN_WORD_PLACE_TO_COME));
}

static void
add_summary (Text *text)
{
  g_autofree char *plain = lectern_markup_to_text (text->programme->summary);
  if (plain == NULL)
    return;
  literal (text->out, plain);
  g_string_append (text->out, "\n\n");
}

static void
add_to_come (Text *text)
{
  GPtrArray *promises = text->programme->details->to_come;
  if (promises->len == 0)
    return;
  g_string_append_printf (text->out, "**%s**\n\n", word (text, LECTERN_WORD_TO_COME));
  for (guint i = 0; i < promises->len; i++)
    {
      const LecternDetailsToCome *promise = promises->pdata[i];
      g_string_append (text->out, "- ");
      literal (text->out, promise->text && *promise->text
                              ? promise->text
                              : lectern_words_choice (text->language, "to_come_what", promise->what));
      if (promise->due != NULL)
        {
          g_autofree char *date = lectern_date_format_in (promise->due, text->language);
          g_string_append_printf (text->out, " (%s %s)", word (text, LECTERN_WORD_BY), date);
        }
      g_string_append_c (text->out, '\n');
    }
  g_string_append_c (text->out, '\n');
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const LecternProgrammeSession *one = *(LecternProgrammeSession *const *) a,
                                *two = *(LecternProgrammeSession *const *) b;
  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  return one->start_minute < two->start_minute ? -1 : one->start_minute > two->start_minute;
}

static void
add_agenda (Text *text)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  for (guint i = 0; i < text->programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = text->programme->sessions->pdata[i];
      gint64 start;
      if (lectern_out_start (text->programme, session, &start) && g_strcmp0 (session->state, "cancelled") != 0)
        g_ptr_array_add (sessions, session);
    }
  g_ptr_array_sort (sessions, by_time);
  for (guint i = 0; i < sessions->len && i < MOST_SESSIONS; i++)
    {
      const LecternProgrammeSession *session = sessions->pdata[i];
      const LecternProgrammeDay *day = lectern_out_day (text->programme, session);
      g_autofree char *on = lectern_date_add_days (day->date, session->start_minute / (24 * 60));
      g_autofree char *date = lectern_date_format_in (on, text->language);
      g_autofree char *time = lectern_time_format_iso (session->start_minute);
      g_string_append_printf (text->out, "- %s, %s: ", date, time);
      literal (text->out, session->title);
      g_string_append (text->out, "\n");
    }
  g_string_append (text->out, sessions->len > MOST_SESSIONS ? "- …\n\n" : sessions->len > 0 ? "\n" : "");
}

static void
add_link (Text *text, LecternWord of, const char *url)
{
  if (lectern_out_is_web_address (url))
    g_string_append_printf (text->out, "[%s](<%s>)\n\n", word (text, of), url);
}

char *
lectern_news_text (const LecternProgramme *programme, const char *type, const char *language)
{
  Text text = { programme, language, g_string_new (NULL) };
  gboolean looks_back = g_strcmp0 (type, "report") == 0;
  if (!looks_back)
    {
      add_when (&text);
      add_where (&text);
    }
  add_summary (&text);
  if (g_strcmp0 (type, "agenda") == 0 || g_strcmp0 (type, "newsletter") == 0)
    add_agenda (&text);
  if (!looks_back)
    {
      add_to_come (&text);
      add_link (&text, LECTERN_WORD_REGISTER_HERE, programme->details->registration_url);
    }
  add_link (&text, LECTERN_WORD_MORE, programme->url);
  g_string_truncate (text.out, text.out->len > 1 ? text.out->len - 1 : text.out->len);
  return g_string_free (text.out, FALSE);
}
