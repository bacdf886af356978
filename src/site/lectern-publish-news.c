/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * News among what is to stand on the site: a page for each announcement whose time has
 * come, and a newsletter of all of them, for the web and for mail.
 */
#include "lectern-publish-private.h"

#include "lectern-markup.h"
#include "lectern-news.h"
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

/* The event's page for somebody who reads of it elsewhere; NULL: no web address leads there. */
static char *
absolute_home (News *news)
{
  g_autofree char *name = home_of (news);
  g_autofree char *path = g_strconcat (news->folder, "/", name, NULL);
  g_autofree char *url = lectern_place_dup_url (news->plan->place, path);
  return lectern_markup_is_safe_link (url) ? g_steal_pointer (&url) : NULL;
}

static void
add_mail (News *news, GPtrArray *list)
{
  const char *language = news->languages[news->index];
  g_autofree char *name = name_of (news, "news-mail.html", news->index);
  g_autofree char *home = absolute_home (news);
  g_autoptr (LecternLetter) letter = lectern_letter_new (news->reader, news->programme, language, home);
  LecternPublishPage page = { .folder = news->folder, .name = name, .language = language,
                              .event = news->programme->record, .order = LECTERN_PUBLISH_FILES };
  GError *error = NULL;
  GBytes *content = lectern_news_write_mail (news->programme, list, language, letter, &error);
  lectern_publish_plan_page (news->plan, &page, content, error);
}

static void
add_letter (News *news, GPtrArray *list)
{
  const char *language = news->languages[news->index];
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new_with_free_func (g_free);
  g_autofree LecternHtmlLink *pages = pages_of (news, "news.html", hrefs);
  g_autofree char *home = home_of (news);
  g_autoptr (LecternLetter) letter = lectern_letter_new (news->reader, news->programme, language, home);
  g_autofree char *name = name_of (news, "news.html", news->index);
  g_autofree char *title
      = g_strconcat (news->programme->title, ": ", lectern_words (language, LECTERN_WORD_NEWS), NULL);
  letter->pages = pages;
  letter->n_pages = g_strv_length (news->languages);
  LecternPublishPage page = { .folder = news->folder, .name = name, .language = language,
                              .event = news->programme->record, .order = LECTERN_PUBLISH_INDEX, .title = title };
  GError *error = NULL;
  GBytes *content
      = lectern_news_write_letter (news->programme, list, language, letter, lectern_publish_form (news->plan), &error);
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
  if (list->len > 0 && !plan->place->documents)
    add_mail (&news, list);
}
