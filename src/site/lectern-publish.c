/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The run: look, write, remove, one item after another.
 */
#include "lectern-publish-private.h"

#include "lectern-difference.h"
#include "lectern-history.h"
#include "lectern-keep.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIFFERENCE_LINES 200

typedef struct
{
  LecternWorkspace *workspace;
  LecternPublishPlan *plan;
  LecternReader *reader;
  gboolean dry_run;
  GCancellable *cancellable;
  GPtrArray *results;
} Run;

typedef enum
{
  LOOK_SAME,    /* stands there as we would write it */
  LOOK_FREE,    /* what we left there, or nothing */
  LOOK_FOREIGN, /* somebody else's from the start */
  LOOK_CHANGED, /* ours once, changed there since */
} Look;

static Look
look_at (const LecternPublishNote *note, const char *ours, GBytes *theirs)
{
  g_autofree char *hash = theirs ? lectern_keep_hash (theirs) : NULL;
  if (hash == NULL)
    return LOOK_FREE;
  if (g_strcmp0 (hash, ours) == 0)
    return LOOK_SAME;
  if (g_strcmp0 (hash, note->base_hash) == 0 || g_strcmp0 (hash, note->sending_hash) == 0)
    return LOOK_FREE;
  return note->base_hash || note->sending_hash ? LOOK_CHANGED : LOOK_FOREIGN;
}

static LecternPublishItem *
say (Run *run,
     const LecternPublishPlanned *item,
     const char *action,
     const char *state,
     const char *why)
{
  LecternPublishItem *result
      = lectern_publish_item_new (run->plan->place, item->path, action, state, why);
  g_ptr_array_add (run->results, result);
  return result;
}

static gboolean
note (Run *run,
      LecternPublishNote *of,
      const LecternPublishPlanned *item,
      const LecternPublishNews *news,
      GError **error)
{
  return run->dry_run
         || lectern_publish_note_write (of, run->workspace, run->plan->site, item, news, error);
}

/* Somebody edited it there, or it was never ours: a person decides. */
static gboolean
wait_for_decision (Run *run,
                   LecternPublishNote *of,
                   const LecternPublishPlanned *item,
                   GBytes *theirs,
                   Look look,
                   GError **error)
{
  const char *why = look == LOOK_FOREIGN ? _("A file that is not ours stands there.")
                                         : _("Somebody changed it there since it was published.");
  LecternPublishItem *result = say (run, item, "wait", "waiting", why);
  result->difference = lectern_difference (theirs, item->content, DIFFERENCE_LINES);
  LecternPublishNews news = { .state = "waiting", .why = why };
  if (g_strcmp0 (of->state, "waiting") == 0 && g_strcmp0 (of->why, why) == 0)
    return TRUE;
  return note (run, of, item, &news, error);
}

/* It stands there already; perhaps the note of it was lost with a crash. */
static gboolean
adopt (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item, GError **error)
{
  LecternPublishNews news = { .state = "published",
                              .base_hash = item->hash,
                              .sending_hash = "",
                              .why = "",
                              .seen = run->plan->seen };
  say (run, item, "unchanged", "published", NULL);
  if (g_strcmp0 (of->state, "published") == 0 && g_strcmp0 (of->base_hash, item->hash) == 0)
    return TRUE;
  if (!run->dry_run)
    lectern_keep_base (lectern_workspace_get_path (run->workspace), run->plan->site, item->content);
  return note (run, of, item, &news, error);
}

/* Notes, writes, reads back, notes: whatever of it a crash leaves, the next run can tell
   by the hashes what stands there. What stands there now becomes the base first: it may be
   what a killed run was sending, which the new note of what is being sent replaces. */
static gboolean
send (Run *run,
      LecternPublishNote *of,
      const LecternPublishPlanned *item,
      GBytes *theirs,
      GError **error)
{
  g_autofree char *there = theirs ? lectern_keep_hash (theirs) : NULL;
  LecternPublishNews before
      = { .state = "sending", .base_hash = there, .sending_hash = item->hash };
  if (!note (run, of, item, &before, error)
      || !lectern_place_write (run->plan->place, item->path, item->content, run->cancellable,
                               error))
    return FALSE;
  g_autoptr (GError) unread = NULL;
  g_autoptr (GBytes) echo
      = lectern_place_read (run->plan->place, item->path, run->cancellable, &unread);
  if (echo == NULL)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                   _("%s was written but cannot be read back."), item->path);
      return FALSE;
    }
  g_autofree char *hash = lectern_keep_hash (echo);
  LecternPublishNews after = {
    .state = "published", .base_hash = hash, .sending_hash = "", .why = "", .seen = run->plan->seen
  };
  lectern_keep_base (lectern_workspace_get_path (run->workspace), run->plan->site, echo);
  return note (run, of, item, &after, error);
}

static gboolean
write_item (Run *run,
            LecternPublishNote *of,
            const LecternPublishPlanned *item,
            GBytes *theirs,
            GError **error)
{
  const char *action = theirs ? "update" : "create";
  const char *why = theirs == NULL && of->base_hash ? _("It was missing there.") : NULL;
  if (!run->dry_run && !send (run, of, item, theirs, error))
    return FALSE;
  LecternPublishItem *result = say (run, item, action, run->dry_run ? "planned" : "published", why);
  if (run->dry_run && theirs)
    result->difference = lectern_difference (theirs, item->content, DIFFERENCE_LINES);
  return TRUE;
}

/* Only what stands there as we left it is removed. */
static gboolean
remove_item (Run *run,
             LecternPublishNote *of,
             const LecternPublishPlanned *item,
             GBytes *theirs,
             GError **error)
{
  LecternPublishNews gone = { .state = "removed", .base_hash = "", .sending_hash = "", .why = "" };
  Look look = look_at (of, NULL, theirs);
  if (look == LOOK_FOREIGN || g_strcmp0 (of->state, "kept") == 0)
    {
      say (run, item, "keep", "kept", _("It is not ours to remove."));
      return TRUE;
    }
  if (look == LOOK_CHANGED)
    {
      LecternPublishNews waits
          = { .state = "waiting",
              .why = _("It is no longer published, but somebody changed it there.") };
      say (run, item, "wait", "waiting", waits.why);
      return g_strcmp0 (of->state, "waiting") == 0 || note (run, of, item, &waits, error);
    }
  if (!run->dry_run && theirs
      && !lectern_place_remove (run->plan->place, item->path, run->cancellable, error))
    return FALSE;
  say (run, item, "remove", run->dry_run ? "planned" : "removed", NULL);
  return note (run, of, item, &gone, error);
}

static gboolean
keep_item (Run *run,
           LecternPublishNote *of,
           const LecternPublishPlanned *item,
           const char *why,
           GError **error)
{
  LecternPublishNews kept = { .state = "kept", .why = why };
  say (run, item, "keep", "kept", why);
  return g_strcmp0 (of->state, "kept") == 0 || note (run, of, item, &kept, error);
}

static gboolean
do_item (Run *run, const LecternPublishPlanned *item, GError **error)
{
  g_auto (LecternPublishNote) of = { 0 };
  g_autoptr (GError) unread = NULL;
  if (item->content == NULL && item->order != LECTERN_PUBLISH_REMOVALS)
    {
      say (run, item, "skip", "none", item->why);
      return TRUE;
    }
  lectern_publish_note_read (&of, run->reader, run->plan->site, item->path);
  g_autoptr (GBytes) theirs
      = lectern_place_read (run->plan->place, item->path, run->cancellable, &unread);
  if (unread != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unread));
      return FALSE;
    }
  if (!run->dry_run)
    lectern_place_tidy (run->plan->place, item->path);
  if (item->order == LECTERN_PUBLISH_REMOVALS)
    return remove_item (run, &of, item, theirs, error);

  Look look = look_at (&of, item->hash, theirs);
  gboolean kept = g_strcmp0 (of.state, "kept") == 0 && theirs != NULL;
  if (look == LOOK_SAME)
    return adopt (run, &of, item, error);
  if (kept)
    return keep_item (run, &of, item, _("What stands there was kept on purpose."), error);
  if (look == LOOK_FREE)
    return write_item (run, &of, item, theirs, error);
  if (item->optional && look == LOOK_FOREIGN)
    return keep_item (run, &of, item, _("The site has a start page of its own; it stays."), error);
  return wait_for_decision (run, &of, item, theirs, look, error);
}

static gboolean
is_fatal (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || error->domain == LECTERN_STORE_ERROR
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
}

/* Everything that was planned stands there: the site has seen the data up to the plan. */
static gboolean
note_seen (Run *run, GError **error)
{
  for (guint i = 0; i < run->plan->items->len && !run->dry_run; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (run->plan->items, i);
      if (item->order != LECTERN_PUBLISH_PAGES || item->content == NULL)
        continue;
      g_auto (LecternPublishNote) of = { 0 };
      LecternPublishNews news = { .seen = run->plan->seen };
      lectern_publish_note_read (&of, run->reader, run->plan->site, item->path);
      g_autoptr (LecternRecord) record
          = of.record ? lectern_reader_get (run->reader, LECTERN_KIND_PUBLICATION, of.record)
                      : NULL;
      const LecternValue *seen
          = record ? lectern_record_value (record, LECTERN_PUBLICATION_SEEN) : NULL;
      g_autoptr (GBytes) last = seen && seen->type == LECTERN_VALUE_BYTES
                                    ? g_bytes_new (seen->data, seen->length)
                                    : NULL;
      if (last && g_strcmp0 (of.state, "published") == 0
          && lectern_history_count_since (run->reader, last) > 0
          && !note (run, &of, item, &news, error))
        return FALSE;
    }
  return TRUE;
}

static void
forget_old_bases (Run *run)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = lectern_reader_find (run->reader, LECTERN_KIND_PUBLICATION,
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

static gboolean
do_all (Run *run, LecternPublishProgress progress, gpointer data, GError **error)
{
  gboolean whole = TRUE;
  for (guint i = 0; i < run->plan->items->len; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (run->plan->items, i);
      g_autoptr (GError) own = NULL;
      if (progress)
        progress ((double) i / run->plan->items->len, item->path, data);
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (do_item (run, item, &own))
        continue;
      if (is_fatal (own))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      say (run, item, item->content ? "update" : "remove", "failed", own->message);
      whole = FALSE;
    }
  whole = whole && !lectern_publish_needs_decision (run->results);
  if (progress)
    progress (1.0, "", data);
  return !whole || note_seen (run, error);
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
  const char *path = lectern_workspace_get_path (workspace);
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_autoptr (GPtrArray) results
      = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_publish_item_free);
  Run run = { workspace, plan, reader, dry_run, cancellable, results };
  if (reader == NULL || !lectern_place_check (plan->place, cancellable, error))
    return NULL;
  int lock = dry_run ? -1 : lectern_keep_lock (path, error);
  if (lock < 0 && !dry_run)
    return NULL;
  gboolean done = do_all (&run, progress, data, error);
  if (done && !dry_run)
    forget_old_bases (&run);
  lectern_keep_unlock (lock);
  return done ? g_steal_pointer (&results) : NULL;
}
