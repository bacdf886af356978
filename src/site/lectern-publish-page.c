/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages among what is to stand on the site: as files, or as the pages and posts of a content
 * system, which have a title of their own and addresses that are theirs to give.
 */
#include "lectern-publish-private.h"

#include "lectern-document.h"
#include "lectern-site.h"
#include "lectern-template.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
lectern_publish_name_in (const char *name, const char *language, gboolean first)
{
  const char *dot = strrchr (name, '.');
  if (first)
    return g_strdup (name);
  return g_strdup_printf ("%.*s.%s%s", (int) (dot - name), name, language, dot);
}

LecternHtmlForm
lectern_publish_form (LecternPublishPlan *plan)
{
  if (!plan->place->documents)
    return LECTERN_HTML_PAGE;
  return LECTERN_HTML_FRAGMENT | (plan->place->plain ? LECTERN_HTML_PLAIN : 0);
}

/* Without a date the site's own stays; a page has none. */
static GBytes *
document_of (LecternPublishPlan *plan, const LecternPublishPage *page, GBytes *content)
{
  gsize size;
  const char *html = g_bytes_get_data (content, &size);
  g_autofree char *body = g_strndup (html, size);
  g_autoptr (GDateTime) when = page->post && page->when != 0 ? g_date_time_new_from_unix_utc (page->when / 1000) : NULL;
  g_autofree char *date = when ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  char *categories[] = { (char *) lectern_words (page->language, LECTERN_WORD_NEWS), NULL };
  const LecternDocument document = {
    .kind = (char *) (page->post || plan->place->posts_only ? "post" : "page"),
    .title = (char *) page->title,
    .status = (char *) "publish",
    .date = date,
    .categories = page->post ? categories : NULL,
    .body = body,
  };
  return lectern_document_to_bytes (&document);
}

void
lectern_publish_plan_page (LecternPublishPlan *plan,
                           const LecternPublishPage *page,
                           GBytes *content,
                           GError *error)
{
  g_autoptr (GBytes) html = content;
  GBytes *bytes = html == NULL              ? NULL
                  : plan->place->documents ? document_of (plan, page, html)
                                           : g_bytes_ref (html);
  LecternPublishPlanned *item = lectern_publish_plan_add (plan, page->folder, page->name, page->language,
                                                          page->event, page->order, bytes);
  item->failed = bytes == NULL;
  if (bytes == NULL)
    item->why = g_strdup (error->message);
  g_clear_error (&error);
}

/* --- what the event's page leads to --- */

static gboolean
has_content (LecternPublishPlan *plan, const char *folder, const char *name)
{
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (plan->items, i);
      if (strcmp (item->path, path) == 0)
        return item->made;
    }
  return FALSE;
}

/* Where the public finds what another site has of the event under this name; NULL: nowhere. */
static char *
find_elsewhere (LecternPublishPlan *plan, LecternReader *reader, gint64 event, const char *name)
{
  g_autoptr (GPtrArray) notes
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_EVENT, event);
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternRecord *note = notes->pdata[i];
      gint64 of_site = lectern_record_integer (note, LECTERN_PUBLICATION_SITE);
      g_autoptr (LecternRecord) site = lectern_reader_get (reader, LECTERN_KIND_SITE, of_site);
      if (of_site == plan->site || site == NULL || lectern_record_is_empty (site, LECTERN_SITE_PUBLIC_URL)
          || g_strcmp0 (lectern_record_text (note, LECTERN_PUBLICATION_ITEM), name) != 0
          || lectern_record_is_empty (note, LECTERN_PUBLICATION_PUBLISHED))
        continue;
      g_autoptr (LecternPlace) place = lectern_site_place (reader, of_site, NULL);
      if (place != NULL && !place->documents)
        return lectern_place_dup_url (place, lectern_record_text (note, LECTERN_PUBLICATION_REMOTE));
    }
  return NULL;
}

/* The calendar's address: people subscribe to it, so that only one that stays is named. */
static char *
calendar_href (LecternPublishPlan *plan,
               LecternReader *reader,
               const LecternProgramme *programme,
               const char *folder,
               const char *name,
               const char *language)
{
  if (!plan->place->documents && has_content (plan, folder, name))
    return g_strdup (name);
  char *elsewhere = find_elsewhere (plan, reader, programme->record, name);
  if (elsewhere == NULL && plan->place->documents && !(plan->parts & LECTERN_SITE_CALENDARS))
    lectern_publish_plan_add (plan, folder, name, language, programme->record, LECTERN_PUBLISH_FILES, NULL)->why
        = g_strdup (_("A calendar needs an address that stays: publish it to a web space or a folder, "
                      "and this site will lead there."));
  return elsewhere;
}

void
lectern_publish_plan_event_page (LecternPublishPlan *plan,
                                 LecternReader *reader,
                                 const LecternProgramme *programme,
                                 const char *folder,
                                 char **languages,
                                 guint index)
{
  const char *language = languages[index];
  guint n = g_strv_length (languages);
  g_autofree LecternHtmlLink *pages = g_new0 (LecternHtmlLink, n);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *calendar = lectern_publish_name_in ("agenda.ics", language, index == 0);
  g_autofree char *news = lectern_publish_name_in ("news.html", language, index == 0);
  g_autofree char *name = lectern_publish_name_in ("index.html", language, index == 0);
  g_autofree char *calendar_at = calendar_href (plan, reader, programme, folder, calendar, language);
  const LecternHtmlLink all_files[] = {
    { NULL, NULL, "text/calendar", calendar_at },
    { NULL, "schedule.xml", "application/xml", has_content (plan, folder, "schedule.xml") ? "schedule.xml" : NULL },
    { NULL, "schedule.json", "application/json", has_content (plan, folder, "schedule.json") ? "schedule.json" : NULL },
    { NULL, lectern_words (language, LECTERN_WORD_NEWS), "text/html", has_content (plan, folder, news) ? news : NULL },
  };
  LecternHtmlLink files[G_N_ELEMENTS (all_files)];
  guint n_files = 0;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (hrefs, lectern_publish_name_in ("index.html", languages[i], i == 0));
      pages[i].language = languages[i];
      pages[i].href = g_ptr_array_index (hrefs, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (all_files); i++)
    if (all_files[i].href)
      files[n_files++] = all_files[i];
  g_autofree char *logo = lectern_publish_picture (plan, "logo", programme->details->look.logo);
  g_autofree char *emblem = lectern_publish_picture (plan, "emblem", programme->details->look.emblem);
  LecternPublishSessions sessions = { language, index == 0 };
  LecternHtmlSurroundings around = { .pages = pages, .n_pages = n, .files = files, .n_files = n_files,
                                     .logo = logo, .emblem = emblem };
  if (lectern_template_leads_to_sessions (programme->details->look.template_name))
    {
      around.session_page = lectern_publish_session_page;
      around.data = &sessions;
    }
  GError *error = NULL;
  GBytes *html = lectern_html_write (programme, language, &around, lectern_publish_form (plan), &error);
  LecternPublishPage page = { .folder = folder, .name = name, .language = language,
                              .event = programme->record, .order = LECTERN_PUBLISH_PAGES,
                              .title = programme->title };
  lectern_publish_plan_page (plan, &page, html, error);
}
