/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The run: files, pages, index pages, removals, one after another; within each as many items
 * at once as the place takes.
 */
#include "lectern-publish-private.h"

#include "lectern-history.h"
#include "lectern-keep.h"
#include "lectern-publish-queue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LOST 3 /* answers, until the connection counts as broken */

typedef struct
{
  LecternPublishRun run;
  LecternPublishProgress progress;
  gpointer data;
  GMutex mutex;
  LecternPublishItem **results; /* one for each item of the plan */
  guint done, lost;
  GError *error;                /* that ends the run */
} Work;

static gboolean
is_fatal (Work *work, const GError *error)
{
  if (g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
    return ++work->lost >= MOST_LOST;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || error->domain == LECTERN_STORE_ERROR
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE)
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_PASSWORD)
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_DENIED)
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_REFUSED)
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNTRUSTED);
}

/* @number: of the item, from 1. */
static void
work_on (gpointer number, gpointer data)
{
  Work *work = data;
  guint index = GPOINTER_TO_UINT (number) - 1;
  const LecternPublishPlanned *item = g_ptr_array_index (work->run.plan->items, index);
  GError *error = NULL;
  g_mutex_lock (&work->mutex);
  gboolean ended = work->error != NULL;
  if (!ended && work->progress)
    work->progress ((double) work->done / work->run.plan->items->len, item->path, work->data);
  g_mutex_unlock (&work->mutex);
  if (ended)
    return;
  LecternPublishItem *result = NULL;
  if (!g_cancellable_set_error_if_cancelled (work->run.cancellable, &error))
    result = lectern_publish_do (&work->run, item, &error);
  g_mutex_lock (&work->mutex);
  work->done++;
  if (result == NULL && is_fatal (work, error) && work->error == NULL)
    work->error = g_error_copy (error);
  else if (result == NULL)
    result = lectern_publish_item_new (work->run.plan->place, item->path,
                                       item->made ? "update" : "remove", "failed",
                                       error->message);
  work->results[index] = result;
  g_clear_error (&error);
  g_mutex_unlock (&work->mutex);
}

/* The items from @first that are of one order. The next ones. */
static guint
work_on_stage (Work *work, guint first)
{
  GPtrArray *items = work->run.plan->items;
  LecternPublishOrder order = ((LecternPublishPlanned *) items->pdata[first])->order;
  GThreadPool *pool
      = work->run.plan->place->at_once > 1
            ? g_thread_pool_new (work_on, work, work->run.plan->place->at_once, TRUE, NULL)
            : NULL;
  guint i = first;
  for (; i < items->len && ((LecternPublishPlanned *) items->pdata[i])->order == order; i++)
    if (pool)
      g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
    else
      work_on (GUINT_TO_POINTER (i + 1), work);
  if (pool)
    g_thread_pool_free (pool, FALSE, TRUE);
  return i;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those that something is planned in, the root first: who signs in there is signed in below. */
static GPtrArray *
folders_of (LecternPublishPlan *plan)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const char *path = ((LecternPublishPlanned *) plan->items->pdata[i])->path;
      const char *slash = strrchr (path, '/');
      g_autofree char *folder = slash ? g_strndup (path, slash - path) : g_strdup ("");
      if (!g_hash_table_contains (met, folder))
        {
          g_hash_table_add (met, folder);
          g_ptr_array_add (folders, g_steal_pointer (&folder));
        }
    }
  g_ptr_array_sort (folders, by_name);
  return folders;
}

/* One listing for each folder. */
static gboolean
read_hints (LecternPublishRun *run, GError **error)
{
  if (run->plan->place->verbs->hints == NULL || run->plan->read_all)
    return lectern_place_check (run->plan->place, run->cancellable, error);
  run->hints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GPtrArray) folders = folders_of (run->plan);
  for (guint i = 0; i < folders->len; i++)
    {
      GHashTable *files = lectern_place_hints (run->plan->place, folders->pdata[i], run->cancellable, error);
      if (files == NULL)
        return FALSE;
      g_hash_table_insert (run->hints, g_strdup (folders->pdata[i]), files);
    }
  return TRUE;
}

/* Everything that was planned stands there: the site has seen the data up to the plan. */
static gboolean
note_seen (LecternPublishRun *run, LecternReader *reader, GError **error)
{
  LecternPublishOrder telling
      = run->plan->parts & LECTERN_SITE_PAGES ? LECTERN_PUBLISH_PAGES : LECTERN_PUBLISH_FILES;
  for (guint i = 0; i < run->plan->items->len && !run->dry_run; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (run->plan->items, i);
      if (item->order != telling || !item->made)
        continue;
      LecternPublishNote *of = g_hash_table_lookup (run->notes, item->path);
      LecternPublishNews news = { .seen = run->plan->seen };
      g_autoptr (LecternRecord) record
          = of->record ? lectern_reader_get (reader, LECTERN_KIND_PUBLICATION, of->record)
                      : NULL;
      const LecternValue *seen
          = record ? lectern_record_value (record, LECTERN_PUBLICATION_SEEN) : NULL;
      g_autoptr (GBytes) last = seen && seen->type == LECTERN_VALUE_BYTES
                                    ? g_bytes_new (seen->data, seen->length)
                                    : NULL;
      if (last && g_strcmp0 (of->state, "published") == 0
          && lectern_history_count_since (reader, last) > 0
          && !lectern_publish_note_write (run->book, of, item, &news, error))
        return FALSE;
    }
  return TRUE;
}

static void
forget_old_bases (LecternPublishRun *run, LecternReader *reader)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION,
                                                       LECTERN_PUBLICATION_SITE, run->plan->site);
  for (guint i = 0; i < records->len; i++)
    {
      const char *hash
          = lectern_record_text (g_ptr_array_index (records, i), LECTERN_PUBLICATION_BASE_HASH);
      if (hash)
        g_hash_table_add (hashes, (gpointer) hash);
    }
  lectern_keep_forget_others (lectern_workspace_get_path (run->workspace), run->plan->site, hashes);
}

static GPtrArray *
results_of (Work *work)
{
  GPtrArray *results
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_publish_item_free);
  for (guint i = 0; i < work->run.plan->items->len; i++)
    if (work->results[i])
      g_ptr_array_add (results, work->results[i]);
  g_free (work->results);
  return results;
}

static GPtrArray *
do_all (Work *work, LecternReader *reader, GError **error)
{
  guint n = work->run.plan->items->len;
  if (!read_hints (&work->run, error))
    return NULL;
  work->results = g_new0 (LecternPublishItem *, n);
  for (guint i = 0; i < n && work->error == NULL;)
    i = work_on_stage (work, i);
  g_autoptr (GPtrArray) results = results_of (work);
  if (work->error)
    {
      g_propagate_error (error, g_steal_pointer (&work->error));
      return NULL;
    }
  if (work->progress)
    work->progress (1.0, "", work->data);
  if (!lectern_publish_has_failed (results) && !lectern_publish_needs_decision (results)
      && !note_seen (&work->run, reader, error))
    return NULL;
  return g_steal_pointer (&results);
}

/* One for each item, also where nothing is known of it yet. */
static GHashTable *
notes_for (LecternPublishPlan *plan, LecternReader *reader)
{
  GHashTable *notes = lectern_publish_notes_read (reader, plan->site);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (plan->items, i);
      if (!g_hash_table_contains (notes, item->path))
        g_hash_table_insert (notes, g_strdup (item->path), g_new0 (LecternPublishNote, 1));
    }
  return notes;
}

static GPtrArray *
run_locked (Work *work, LecternReader *reader, GError **error)
{
  const char *path = lectern_workspace_get_path (work->run.workspace);
  int lock = work->run.dry_run ? -1 : lectern_keep_lock (path, error);
  if (lock < 0 && !work->run.dry_run)
    return NULL;
  GPtrArray *results = do_all (work, reader, error);
  if (results && !work->run.dry_run)
    forget_old_bases (&work->run, reader);
  lectern_keep_unlock (lock);
  return results;
}

/* What could not go out waits; what went out waits no longer. */
static void
keep_queue (Work *work, gboolean done, const GError *error)
{
  g_autoptr (GError) unnoted = NULL;
  gboolean waits = error && (g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE)
                             || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST));
  if (work->run.dry_run || work->run.plan->withdraws || (!done && !waits))
    return;
  if (!lectern_publish_queue_set (work->run.workspace, work->run.plan->site, work->run.plan->event, waits, &unnoted))
    g_message ("%s", unnoted->message);
}

GPtrArray *
lectern_publish_run (LecternWorkspace *workspace,
                     LecternPublishPlan *plan,
                     gboolean dry_run,
                     LecternPublishProgress progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL)
    return NULL;
  g_autoptr (GHashTable) notes = notes_for (plan, reader);
  g_autoptr (LecternPublishBook) book = lectern_publish_book_new (workspace, plan->site);
  Work work = { .run = { workspace, plan, book, notes, NULL, dry_run, cancellable, NULL },
                .progress = progress,
                .data = data };
  g_mutex_init (&work.mutex);
  g_autoptr (GError) own = NULL;
  GPtrArray *results = run_locked (&work, reader, &own);
  keep_queue (&work, results != NULL, own);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  g_mutex_clear (&work.mutex);
  g_clear_pointer (&work.run.hints, g_hash_table_unref);
  return results;
}
