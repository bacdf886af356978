/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: all that should stand on the site, rendered from one state of the data.
 */
#include "lectern-publish-private.h"

#include "lectern-event-span.h"
#include "lectern-export.h"
#include "lectern-history.h"
#include "lectern-html-out.h"
#include "lectern-keep.h"
#include "lectern-out.h"
#include "lectern-programme-load.h"
#include "lectern-site.h"
#include "lectern-time.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
planned_free (gpointer data)
{
  LecternPublishPlanned *item = data;
  g_free (item->path);
  g_free (item->name);
  g_free (item->language);
  lectern_spooled_clear (&item->spooled);
  g_free (item->hash);
  g_free (item->why);
  g_free (item);
}

void
lectern_publish_plan_free (LecternPublishPlan *plan)
{
  if (plan == NULL)
    return;
  lectern_place_free (plan->place);
  g_ptr_array_unref (plan->items);
  g_clear_pointer (&plan->people, g_ptr_array_unref);
  g_clear_pointer (&plan->seen, g_bytes_unref);
  lectern_spool_free (plan->spool);
  g_free (plan);
}

void
lectern_publish_plan_read_all (LecternPublishPlan *plan)
{
  plan->read_all = TRUE;
}

LecternPublishPlanned *
lectern_publish_plan_add (LecternPublishPlan *plan,
                          const char *folder,
                          const char *name,
                          const char *language,
                          gint64 event,
                          LecternPublishOrder order,
                          GBytes *content)
{
  g_autoptr (GBytes) own = content;
  LecternPublishPlanned *item = g_new0 (LecternPublishPlanned, 1);
  item->path = folder ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
  item->name = g_strdup (name);
  item->language = g_strdup (language);
  item->event = event;
  item->order = order;
  item->made = content != NULL;
  if (item->made)
    {
      item->spooled = lectern_spool_add (plan->spool, content);
      item->hash = lectern_keep_hash (content);
    }
  g_ptr_array_add (plan->items, item);
  return item;
}

GBytes *
lectern_publish_content (const LecternPublishPlan *plan, const LecternPublishPlanned *item, GError **error)
{
  return item->made ? lectern_spool_get (plan->spool, &item->spooled, error) : NULL;
}

typedef struct
{
  LecternReader *reader;
  LecternPublishPlan *plan;
  GPtrArray *notes;   /* all publications of the site */
  GHashTable *folders; /* names in use */
} Planner;

/* The folder that the event has had there: an address that people subscribed to stays,
   whatever the event is called later. */
static char *
known_folder (Planner *planner, gint64 event)
{
  for (guint i = 0; i < planner->notes->len; i++)
    {
      const LecternRecord *note = g_ptr_array_index (planner->notes, i);
      const char *path = lectern_record_text (note, LECTERN_PUBLICATION_REMOTE);
      if (lectern_record_integer (note, LECTERN_PUBLICATION_EVENT) == event && path
          && strchr (path, '/'))
        return g_strndup (path, strchr (path, '/') - path);
    }
  return NULL;
}

static void
remember_folders (Planner *planner)
{
  for (guint i = 0; i < planner->notes->len; i++)
    {
      const char *path
          = lectern_record_text (g_ptr_array_index (planner->notes, i), LECTERN_PUBLICATION_REMOTE);
      if (path && strchr (path, '/'))
        g_hash_table_add (planner->folders, g_strndup (path, strchr (path, '/') - path));
    }
}

static char *
folder_for (Planner *planner, const LecternProgramme *programme)
{
  char *known = known_folder (planner, programme->record);
  if (known)
    return known;
  const char *from = programme->slug      ? programme->slug
                     : programme->acronym ? programme->acronym
                                          : programme->title;
  g_autofree char *base = lectern_out_short_name (from, programme->slug ? NULL : "event");
  g_autofree char *name = g_strdup (base);
  for (guint n = 2; !g_hash_table_add (planner->folders, g_strdup (name)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, n);
    }
  return g_steal_pointer (&name);
}

/* A file in a format; where the event has no such form yet, the reason stands in its place. */
static void
add_file (Planner *planner,
          const LecternProgramme *programme,
          const char *folder,
          const char *format,
          const char *name,
          const char *language)
{
  g_autoptr (GError) error = NULL;
  GBytes *content = lectern_export_programme (programme, format, language, NULL, &error);
  LecternPublishPlanned *item = lectern_publish_plan_add (planner->plan, folder, name, language, programme->record,
                                     LECTERN_PUBLISH_FILES, content);
  if (content == NULL)
    item->why = g_strdup (error->message);
}

static void
add_files (Planner *planner,
           const LecternProgramme *programme,
           const char *folder,
           const char *language,
           gboolean first)
{
  g_autofree char *calendar = lectern_publish_name_in ("agenda.ics", language, first);
  if (planner->plan->parts & LECTERN_SITE_CALENDARS)
    add_file (planner, programme, folder, "ics", calendar, language);
  if (!first || !(planner->plan->parts & LECTERN_SITE_DATA))
    return;
  add_file (planner, programme, folder, "schedule-xml", "schedule.xml", NULL);
  add_file (planner, programme, folder, "schedule-json", "schedule.json", NULL);
  add_file (planner, programme, folder, "jsonld", "event.jsonld", language);
}

static gboolean
plan_event (Planner *planner, gint64 event, GError **error)
{
  g_auto (GStrv) languages = lectern_programme_published_languages (planner->reader, event);
  g_autofree char *folder = NULL;
  for (guint i = 0; languages[i]; i++)
    {
      g_autoptr (LecternProgramme) programme = lectern_programme_load (
          planner->reader, event, languages[i], LECTERN_AUDIENCE_PUBLIC, error);
      if (programme == NULL)
        return FALSE;
      if (folder == NULL)
        folder = folder_for (planner, programme);
      if (i == 0)
        lectern_publish_plan_people (planner->plan, programme);
      add_files (planner, programme, folder, languages[i], i == 0);
      if (planner->plan->parts & LECTERN_SITE_NEWS)
        lectern_publish_plan_news (planner->plan, planner->reader, programme, folder, languages, i);
      if (!(planner->plan->parts & LECTERN_SITE_PAGES))
        continue;
      if (i == 0)
        lectern_publish_plan_pictures (planner->plan, programme, folder);
      lectern_publish_plan_sessions (planner->plan, programme, folder, languages, i);
      lectern_publish_plan_event_page (planner->plan, planner->reader, programme, folder, languages, i);
    }
  return TRUE;
}

/* --- which events --- */

static void
add_once (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}


/* Living events that have something on the site. */
static void
add_published (Planner *planner, GArray *ids)
{
  for (guint i = 0; i < planner->notes->len; i++)
    {
      const LecternRecord *note = g_ptr_array_index (planner->notes, i);
      gint64 event = lectern_record_integer (note, LECTERN_PUBLICATION_EVENT);
      if (event != 0 && lectern_publish_is_on_site (note) && lectern_publish_event_is_alive (planner->reader, event))
        add_once (ids, event);
    }
}

static GArray *
choose_events (Planner *planner, gint64 event, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (event != 0)
    g_array_append_val (ids, event);
  else
    {
      g_autoptr (GPtrArray) all = lectern_reader_all (planner->reader, LECTERN_KIND_EVENT);
      add_published (planner, ids);
      if (all->len == 1)
        add_once (ids, ((LecternRecord *) g_ptr_array_index (all, 0))->id);
    }
  if (ids->len > 0)
    return g_steal_pointer (&ids);
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
               _("Say which event is to be published."));
  return NULL;
}

/* --- the page that leads to all events, --- */

static char *
site_language (LecternReader *reader)
{
  g_autoptr (LecternRecord) workspace = lectern_reader_workspace (reader);
  const char *language
      = workspace ? lectern_record_text (workspace, LECTERN_WORKSPACE_TEXT_LANGUAGE) : NULL;
  return g_strdup (language ? language : "en");
}

static char *
when_of (LecternReader *reader, gint64 event, const char *language)
{
  g_autoptr (LecternEventSpan) span = lectern_event_span (reader, event);
  return span && span->from ? lectern_date_format_span_in (span->from, span->to, language) : NULL;
}

static void
plan_index (Planner *planner, GArray *chosen)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *language = site_language (planner->reader);
  g_autoptr (GPtrArray) all = lectern_reader_all (planner->reader, LECTERN_KIND_EVENT);
  g_autoptr (GArray) published = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_published (planner, published);
  for (guint i = 0; i < chosen->len; i++)
    add_once (published, g_array_index (chosen, gint64, i));
  for (guint i = 0; i < all->len; i++)
    if (lectern_publish_holds (published, ((LecternRecord *) g_ptr_array_index (all, i))->id))
      g_array_append_val (ids, ((LecternRecord *) g_ptr_array_index (all, i))->id);

  g_autofree LecternHtmlEntry *entries = g_new0 (LecternHtmlEntry, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 event = g_array_index (ids, gint64, i);
      g_autofree char *folder = known_folder (planner, event);
      for (guint j = 0; folder == NULL && j < planner->plan->items->len; j++)
        {
          const LecternPublishPlanned *item = g_ptr_array_index (planner->plan->items, j);
          if (item->event == event)
            folder = g_strndup (item->path, strchr (item->path, '/') - item->path);
        }
      entries[i].title = lectern_reader_name (planner->reader, LECTERN_KIND_EVENT, event, language);
      entries[i].when = when_of (planner->reader, event, language);
      entries[i].href = g_strconcat (folder, "/index.html", NULL);
      g_ptr_array_add (texts, (char *) entries[i].title);
      g_ptr_array_add (texts, (char *) entries[i].when);
      g_ptr_array_add (texts, (char *) entries[i].href);
    }
  GBytes *page = lectern_html_write_index (lectern_words (language, LECTERN_WORD_EVENTS), language,
                                           entries, ids->len, LECTERN_HTML_PAGE, NULL);
  lectern_publish_plan_add (planner->plan, NULL, "index.html", language, 0, LECTERN_PUBLISH_INDEX, page)->optional
      = TRUE;
}

static int
by_order (gconstpointer a, gconstpointer b)
{
  const LecternPublishPlanned *one = *(LecternPublishPlanned *const *) a;
  const LecternPublishPlanned *two = *(LecternPublishPlanned *const *) b;
  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  return strcmp (one->path, two->path);
}

static gboolean
plan_all (Planner *planner, gint64 event, GError **error)
{
  g_autoptr (GArray) chosen = choose_events (planner, event, error);
  if (chosen == NULL)
    return FALSE;
  remember_folders (planner);
  for (guint i = 0; i < chosen->len; i++)
    if (!plan_event (planner, g_array_index (chosen, gint64, i), error))
      return FALSE;
  /* A content system has its own way to its pages. */
  if (!planner->plan->place->documents && (planner->plan->parts & LECTERN_SITE_PAGES))
    plan_index (planner, chosen);
  lectern_publish_plan_removals (planner->plan, planner->reader, planner->notes, chosen);
  g_ptr_array_sort (planner->plan->items, by_order);
  planner->plan->seen = lectern_history_seen (planner->reader);
  return TRUE;
}

/* With nothing in it yet; @event: what was asked for. */
static LecternPublishPlan *
plan_new (LecternReader *reader, gint64 site, gint64 event, GError **error)
{
  LecternPlace *place = lectern_site_place (reader, site, error);
  if (place == NULL)
    return NULL;
  LecternPublishPlan *plan = g_new0 (LecternPublishPlan, 1);
  plan->site = site;
  plan->event = event;
  plan->parts = lectern_site_parts (reader, site);
  plan->place = place;
  plan->spool = lectern_spool_new ();
  plan->items = g_ptr_array_new_with_free_func (planned_free);
  return plan;
}

static GPtrArray *
notes_of (LecternReader *reader, gint64 site)
{
  return lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site);
}

LecternPublishPlan *
lectern_publish_plan_withdrawal (LecternReader *reader, gint64 site, GError **error)
{
  lectern_reader_begin (reader);
  LecternPublishPlan *plan = plan_new (reader, site, 0, error);
  if (plan)
    {
      g_autoptr (GPtrArray) notes = notes_of (reader, site);
      plan->withdraws = TRUE;
      lectern_publish_plan_removals (plan, reader, notes, NULL);
      g_ptr_array_sort (plan->items, by_order);
      plan->seen = lectern_history_seen (reader);
    }
  lectern_reader_end (reader);
  return plan;
}

LecternPublishPlan *
lectern_publish_plan (LecternReader *reader, gint64 site, gint64 event, GError **error)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lectern_reader_begin (reader);
  LecternPublishPlan *plan = plan_new (reader, site, event, error);
  if (plan)
    {
      g_autoptr (GPtrArray) notes = notes_of (reader, site);
      Planner planner = { reader, plan, notes, folders };
      if (!plan_all (&planner, event, error)
          || g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error))
        g_clear_pointer (&plan, lectern_publish_plan_free);
    }
  lectern_reader_end (reader);
  return plan;
}
