/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * News among what is to stand on the site: a page for each announcement whose time has
 * come, and a newsletter of all of them, for the web and for mail.
 */
#include "lectern-publish-private.h"

#include "lectern-news.h"
#include "lectern-time.h"
#include "lectern-words.h"

typedef struct
{
  LecternPublishPlan *plan;
  LecternReader *reader;
  const LecternProgramme *programme;
  const char *folder;
  char **languages;
  guint index; /* of the language */
} News;

static char *
name_of (News *news, const char *file, guint index)
{
  return lectern_publish_name_in (file, news->languages[index], index == 0);
}

static char *
home_of (News *news)
{
  return name_of (news, "index.html", news->index);
}

/* The same page in each language; @hrefs owns the addresses. */
static LecternHtmlLink *
pages_of (News *news, const char *file, GPtrArray *hrefs)
{
  LecternHtmlLink *pages = g_new0 (LecternHtmlLink, g_strv_length (news->languages));
  for (guint i = 0; news->languages[i] != NULL; i++)
    {
      g_ptr_array_add (hrefs, name_of (news, file, i));
      pages[i].language = news->languages[i];
      pages[i].href = hrefs->pdata[hrefs->len - 1];
    }
  return pages;
}

static void
add_page (News *news, const LecternNews *one)
{
  const char *language = news->languages[news->index];
  g_autofree char *file = g_strconcat (one->name, ".html", NULL);
  g_autofree char *name = name_of (news, file, news->index);
  g_autofree char *back = home_of (news);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new_with_free_func (g_free);
  g_autofree LecternHtmlLink *pages = pages_of (news, file, hrefs);
  GError *error = NULL;
  GBytes *content
      = lectern_news_write_page (news->programme, one, language, pages, g_strv_length (news->languages),
                                 back, lectern_publish_form (news->plan), &error);
  LecternPublishPage page = { .folder = news->folder, .name = name, .language = language,
                              .event = news->programme->record, .order = LECTERN_PUBLISH_PAGES,
                              .title = one->title, .post = TRUE, .when = one->when };
  lectern_publish_plan_page (news->plan, &page, content, error);
}

/* Other events only once they were released: an unannounced one is nobody's business. */
static gboolean
is_upcoming (News *news, const LecternRecord *event, char **when)
{
  g_autofree char *today = lectern_date_today ();
  if (event->id != news->programme->record && lectern_record_is_empty (event, LECTERN_EVENT_RELEASE_STEP))
    return FALSE;
  g_autoptr (GPtrArray) days = lectern_reader_find (news->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event->id);
  const char *first = NULL, *last = NULL;
  for (guint i = 0; i < days->len; i++)
    {
      const char *date = lectern_record_text (days->pdata[i], LECTERN_DAY_DATE);
      if (date != NULL && (first == NULL || g_strcmp0 (date, first) < 0))
        first = date;
      if (date != NULL && (last == NULL || g_strcmp0 (date, last) > 0))
        last = date;
    }
  if (last == NULL || g_strcmp0 (last, today) < 0)
    return FALSE;
  *when = lectern_date_format_span_in (first, last, news->languages[news->index]);
  return TRUE;
}

static GArray *
upcoming (News *news, GPtrArray *texts)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (LecternHtmlEntry));
  g_autoptr (GPtrArray) all = lectern_reader_all (news->reader, LECTERN_KIND_EVENT);
  for (guint i = 0; i < all->len; i++)
    {
      const LecternRecord *event = all->pdata[i];
      char *when = NULL;
      if (!is_upcoming (news, event, &when))
        continue;
      LecternHtmlEntry entry = { .when = when };
      const char *url = lectern_record_text (event, LECTERN_EVENT_URL);
      char *title = g_strdup (lectern_record_name (event, news->languages[news->index]));
      char *href = event->id == news->programme->record
                       ? home_of (news)
                       : g_strdup (url);
      entry.title = title;
      entry.href = href;
      g_ptr_array_add (texts, when);
      g_ptr_array_add (texts, title);
      g_ptr_array_add (texts, href);
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* The host's page and the project's own, social ones among them. */
static GArray *
contacts (News *news, GPtrArray *texts)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (LecternHtmlLink));
  const LecternDetails *details = news->programme->details;
  g_autoptr (LecternRecord) event = lectern_reader_get (news->reader, LECTERN_KIND_EVENT, news->programme->record);
  g_autoptr (GPtrArray) of_node
      = lectern_reader_owned (news->reader, LECTERN_KIND_LINK, LECTERN_KIND_PROGRAMME_NODE,
                              lectern_record_integer (event, LECTERN_EVENT_PROGRAMME_NODE));
  if (details->host != NULL && details->host_url != NULL)
    {
      LecternHtmlLink link = { .label = details->host, .href = details->host_url };
      g_array_append_val (links, link);
    }
  for (guint i = 0; i < of_node->len; i++)
    {
      const char *url = lectern_record_text (of_node->pdata[i], LECTERN_LINK_URL);
      const char *title = lectern_record_name (of_node->pdata[i], news->languages[news->index]);
      if (url == NULL || !(g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")))
        continue;
      g_ptr_array_add (texts, g_strdup (url));
      LecternHtmlLink link = { .href = texts->pdata[texts->len - 1] };
      g_ptr_array_add (texts, g_strdup (*title != '\0' ? title : url));
      link.label = texts->pdata[texts->len - 1];
      g_array_append_val (links, link);
    }
  return links;
}

static void
add_letter (News *news, GPtrArray *list)
{
  const char *language = news->languages[news->index];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree LecternHtmlLink *pages = pages_of (news, "news.html", texts);
  g_autoptr (GArray) events = upcoming (news, texts);
  g_autoptr (GArray) links = contacts (news, texts);
  g_autofree char *name = name_of (news, "news.html", news->index);
  g_autofree char *mail = name_of (news, "news-mail.html", news->index);
  g_autofree char *title
      = g_strconcat (news->programme->title, ": ", lectern_words (language, LECTERN_WORD_NEWS), NULL);
  LecternLetter letter = { (LecternHtmlEntry *) (void *) events->data, events->len,
                           (LecternHtmlLink *) (void *) links->data, links->len, pages,
                           g_strv_length (news->languages) };
  LecternPublishPage page = { .folder = news->folder, .name = name, .language = language,
                              .event = news->programme->record, .order = LECTERN_PUBLISH_INDEX, .title = title };
  GError *error = NULL;
  GBytes *content = lectern_news_write_letter (news->programme, list, language, &letter,
                                               lectern_publish_form (news->plan), &error);
  lectern_publish_plan_page (news->plan, &page, content, g_steal_pointer (&error));
  if (news->plan->place->documents)
    return;
  page.name = mail;
  page.order = LECTERN_PUBLISH_FILES;
  content = lectern_news_write_mail (news->programme, list, language, &letter, &error);
  lectern_publish_plan_page (news->plan, &page, content, error);
}

/* What is to come out later is sent at once to a place that keeps it until then. */
static void
add_scheduled (News *news, GPtrArray *out)
{
  g_autoptr (GPtrArray) all = lectern_news_list (news->reader, news->programme->record,
                                                 news->languages[news->index], G_MAXINT64);
  for (guint i = 0; i < all->len; i++)
    {
      const LecternNews *one = all->pdata[i];
      gboolean is_out = FALSE;
      for (guint j = 0; j < out->len && !is_out; j++)
        is_out = ((LecternNews *) out->pdata[j])->record == one->record;
      if (!is_out)
        add_page (news, one);
    }
}

void
lectern_publish_plan_news (LecternPublishPlan *plan, LecternReader *reader, const LecternProgramme *programme,
                           const char *folder, char **languages, guint index)
{
  News news = { plan, reader, programme, folder, languages, index };
  g_autoptr (GPtrArray) list
      = lectern_news_list (reader, programme->record, languages[index], g_get_real_time () / 1000);
  for (guint i = 0; i < list->len; i++)
    add_page (&news, list->pdata[i]);
  if (plan->place->documents)
    add_scheduled (&news, list);
  if (list->len > 0)
    add_letter (&news, list);
}
