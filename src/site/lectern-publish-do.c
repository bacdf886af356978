/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of a run: look, write or remove, note.
 */
#include "lectern-publish-private.h"

#include "lectern-difference.h"
#include "lectern-keep.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DIFFERENCE_LINES 200

typedef LecternPublishRun Run;

typedef enum
{
  LOOK_SAME,    /* stands there as we would write it */
  LOOK_FREE,    /* what we left there, or nothing */
  LOOK_FOREIGN, /* somebody else's from the start */
  LOOK_CHANGED, /* ours once, changed there since */
} Look;

/* Whether it is what @ours became there: servers rewrite, so that what was sent is remembered
   beside what stands there where that is not the same. */
static gboolean
is_published (const LecternPublishNote *note, const char *ours)
{
  return ours && g_strcmp0 (note->state, "published") == 0 && note->base_hash
         && (g_strcmp0 (note->base_hash, ours) == 0 || g_strcmp0 (note->sending_hash, ours) == 0);
}

/* Whether it is something that a run was sending and did not see arrive; several after another, where
   what stands there could not be seen. */
static gboolean
was_sent (const LecternPublishNote *note, const char *hash)
{
  return note->sending_hash && strstr (note->sending_hash, hash) != NULL;
}

/* What is to be noted as sent with @hash. Where nothing is @seen there, what was sent before may stand
   there all the same: a server may have answered nonsense. */
static char *
sent_with (const LecternPublishNote *note, const char *hash, gboolean seen)
{
  if (seen || note->sending_hash == NULL)
    return g_strdup (hash);
  return was_sent (note, hash) ? g_strdup (note->sending_hash) : g_strconcat (hash, " ", note->sending_hash, NULL);
}

static Look
look_at (const LecternPublishNote *note, const char *ours, GBytes *theirs)
{
  g_autofree char *hash = theirs ? lectern_keep_hash (theirs) : NULL;
  if (hash == NULL)
    return LOOK_FREE;
  if (g_strcmp0 (hash, ours) == 0
      || (is_published (note, ours) && g_strcmp0 (hash, note->base_hash) == 0))
    return LOOK_SAME;
  if (g_strcmp0 (hash, note->base_hash) == 0 || was_sent (note, hash))
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
  return lectern_publish_item_new (run->plan->place, item->path, action, state, why);
}

/* @result, once the news of it are noted; takes it. */
static LecternPublishItem *
noted (Run *run,
       LecternPublishItem *result,
       LecternPublishNote *of,
       const LecternPublishPlanned *item,
       const LecternPublishNews *news,
       GError **error)
{
  g_autoptr (LecternPublishItem) own = result;
  if (run->dry_run
      || lectern_publish_note_write (run->book, of, item, news, error))
    return g_steal_pointer (&own);
  return NULL;
}

/* Somebody edited it there, or it was never ours: a person decides. */
static LecternPublishItem *
wait_for_decision (Run *run,
                   LecternPublishNote *of,
                   const LecternPublishPlanned *item,
                   GBytes *theirs,
                   Look look,
                   GError **error)
{
  const char *why = look == LOOK_FOREIGN ? _("A file that is not ours stands there.")
                                         : _("Somebody changed it there since it was published.");
  LecternPublishNews news = { .state = "waiting", .why = why };
  if (!lectern_place_confirm (run->plan->place, item->path, theirs, run->cancellable, error))
    return NULL;
  LecternPublishItem *result = say (run, item, "wait", "waiting", why);
  result->difference = lectern_difference (theirs, run->content, DIFFERENCE_LINES);
  if (g_strcmp0 (of->state, "waiting") == 0 && g_strcmp0 (of->why, why) == 0)
    return result;
  return noted (run, result, of, item, &news, error);
}

/* It stands there already; perhaps the note of it was lost with a crash. */
static LecternPublishItem *
adopt (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item, GError **error)
{
  LecternPublishNews news = { .state = "published",
                              .base_hash = item->hash,
                              .sending_hash = "",
                              .why = "",
                              .seen = run->plan->seen };
  LecternPublishItem *result = say (run, item, "unchanged", "published", NULL);
  if (is_published (of, item->hash))
    return result;
  if (!run->dry_run)
    lectern_keep_base (lectern_workspace_get_path (run->workspace), run->plan->site, run->content);
  return noted (run, result, of, item, &news, error);
}

/* Notes, writes, reads back, notes: whatever of it a crash leaves, the next run can tell
   by the hashes what stands there. What stands there now becomes the base first: it may be
   what a killed run was sending, which the new note of what is being sent replaces. */
static gboolean
send (Run *run,
      LecternPublishNote *of,
      const LecternPublishPlanned *item,
      GBytes *theirs,
      char **remark,
      GError **error)
{
  const char *path = lectern_workspace_get_path (run->workspace);
  g_autofree char *there = theirs ? lectern_keep_hash (theirs) : NULL;
  g_autofree char *sent = sent_with (of, item->hash, theirs != NULL);
  LecternPublishNews before = { .state = "sending", .base_hash = there, .sending_hash = sent };
  g_autoptr (GBytes) echo = NULL;
  if (!lectern_publish_note_write (run->book, of, item, &before, error)
      || !lectern_place_write (run->plan->place, item->path, run->content, &echo, remark,
                               run->cancellable, error))
    return FALSE;
  g_autoptr (GError) unread = NULL;
  if (echo == NULL)
    echo = lectern_place_read (run->plan->place, item->path, run->cancellable, &unread);
  if (echo == NULL)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                   _("%s was written but cannot be read back."), item->path);
      return FALSE;
    }
  g_autofree char *hash = lectern_keep_hash (echo);
  LecternPublishNews after = { .state = "published",
                               .base_hash = hash,
                               .sending_hash = strcmp (hash, item->hash) == 0 ? "" : item->hash,
                               .why = "",
                               .seen = run->plan->seen };
  lectern_keep_base (path, run->plan->site, echo);
  return lectern_publish_note_write (run->book, of, item, &after, error);
}

/* What was ours there and is not found may stand there all the same: a server or a network may
   have answered nonsense. What is brought beside its place first goes over nothing, which a server
   does too that minds no other condition. */
static gboolean
put_back (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item, GBytes *theirs, GError **error)
{
  gboolean missed = theirs == NULL && (of->base_hash || of->sending_hash);
  return run->dry_run || !missed
         || lectern_place_prepare (run->plan->place, item->path, run->content, run->cancellable, error);
}

static LecternPublishItem *
write_item (Run *run,
            LecternPublishNote *of,
            const LecternPublishPlanned *item,
            GBytes *theirs,
            GError **error)
{
  const char *action = theirs ? "update" : "create";
  const char *why = theirs == NULL && of->base_hash ? _("It was missing there.") : NULL;
  g_autofree char *remark = NULL;
  if (!put_back (run, of, item, theirs, error))
    return NULL;
  if (!run->dry_run && !send (run, of, item, theirs, &remark, error))
    return NULL;
  LecternPublishItem *result = say (run, item, action, run->dry_run ? "planned" : "published",
                                    remark ? remark : why);
  if (run->dry_run && theirs)
    result->difference = lectern_difference (theirs, run->content, DIFFERENCE_LINES);
  return result;
}

/* Only what stands there as we left it is removed. */
static LecternPublishItem *
remove_item (Run *run,
             LecternPublishNote *of,
             const LecternPublishPlanned *item,
             GBytes *theirs,
             GError **error)
{
  LecternPublishNews gone = { .state = "removed", .base_hash = "", .sending_hash = "", .why = "" };
  Look look = look_at (of, NULL, theirs);
  if (look == LOOK_FOREIGN || g_strcmp0 (of->state, "kept") == 0)
    return say (run, item, "keep", "kept", _("It is not ours to remove."));
  if (look == LOOK_CHANGED)
    {
      LecternPublishNews waits
          = { .state = "waiting",
              .why = _("It is no longer published, but somebody changed it there.") };
      if (!lectern_place_confirm (run->plan->place, item->path, theirs, run->cancellable, error))
        return NULL;
      LecternPublishItem *result = say (run, item, "wait", "waiting", waits.why);
      return g_strcmp0 (of->state, "waiting") == 0
                 ? result
                 : noted (run, result, of, item, &waits, error);
    }
  if (!run->dry_run && theirs
      && !lectern_place_remove (run->plan->place, item->path, run->cancellable, error))
    return NULL;
  return noted (run, say (run, item, "remove", run->dry_run ? "planned" : "removed", NULL), of,
                item, &gone, error);
}

static LecternPublishItem *
keep_item (Run *run,
           LecternPublishNote *of,
           const LecternPublishPlanned *item,
           const char *why,
           GError **error)
{
  LecternPublishNews kept = { .state = "kept", .why = why };
  LecternPublishItem *result = say (run, item, "keep", "kept", why);
  return g_strcmp0 (of->state, "kept") == 0 ? result
                                            : noted (run, result, of, item, &kept, error);
}

/* --- looking --- */

typedef enum
{
  HINT_NONE,    /* it has to be read */
  HINT_MISSING, /* not listed there */
  HINT_LISTED,  /* with the size that our content has, or of unknown size */
} Hint;

static Hint
hint_of (Run *run, const LecternPublishPlanned *item)
{
  const char *slash = strrchr (item->path, '/');
  g_autofree char *folder = slash ? g_strndup (item->path, slash - item->path) : g_strdup ("");
  GHashTable *files = run->hints ? g_hash_table_lookup (run->hints, folder) : NULL;
  const gint64 *size = files ? g_hash_table_lookup (files, slash ? slash + 1 : item->path) : NULL;
  if (files == NULL)
    return HINT_NONE;
  if (size == NULL)
    return HINT_MISSING;
  return !item->made || (*size >= 0 && *size != (gint64) item->spooled.size)
             ? HINT_NONE
             : HINT_LISTED;
}

/* Brings what replaces a file of ours beside it first, so that the look comes right before the
   change. */
static gboolean
prepare (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item, GError **error)
{
  gboolean replaces = !run->dry_run && item->made && of->base_hash
                      && g_strcmp0 (of->state, "published") == 0 && !is_published (of, item->hash);
  return !replaces
         || lectern_place_prepare (run->plan->place, item->path, run->content, run->cancellable,
                                   error);
}

/* What a run that was interrupted was sending stands there: nobody has looked yet at what it
   replaced. */
static gboolean
recheck (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item, GBytes *theirs, GError **error)
{
  g_autofree char *there = theirs ? lectern_keep_hash (theirs) : NULL;
  if (run->dry_run || there == NULL || g_strcmp0 (of->state, "sending") != 0
      || !was_sent (of, there) || g_strcmp0 (there, of->base_hash) == 0)
    return TRUE;
  g_autoptr (GBytes) base = lectern_keep_get_base (lectern_workspace_get_path (run->workspace), run->plan->site,
                                                   of->base_hash);
  return base == NULL || lectern_place_recheck (run->plan->place, item->path, base, run->cancellable, error);
}

static LecternPublishItem *
decide (Run *run,
        LecternPublishNote *of,
        const LecternPublishPlanned *item,
        GBytes *theirs,
        GError **error)
{
  if (!recheck (run, of, item, theirs, error))
    return NULL;
  if (item->order == LECTERN_PUBLISH_REMOVALS)
    return remove_item (run, of, item, theirs, error);
  Look look = look_at (of, item->hash, theirs);
  if (look == LOOK_SAME)
    return adopt (run, of, item, error);
  if (g_strcmp0 (of->state, "kept") == 0 && theirs != NULL)
    return keep_item (run, of, item, _("What stands there was kept on purpose."), error);
  if (look == LOOK_FREE)
    return write_item (run, of, item, theirs, error);
  if (item->optional && look == LOOK_FOREIGN)
    return keep_item (run, of, item, _("The site has a start page of its own; it stays."), error);
  return wait_for_decision (run, of, item, theirs, look, error);
}

/* Somebody may write there between the look and our writing: then it is looked at again. */
static LecternPublishItem *
look_and_decide (Run *run, LecternPublishNote *of, const LecternPublishPlanned *item,
                 gboolean missing, GError **error)
{
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL;
      g_autoptr (GBytes) theirs
          = missing && tried == 0
                ? NULL
                : lectern_place_read (run->plan->place, item->path, run->cancellable, &own);
      LecternPublishItem *result = own ? NULL : decide (run, of, item, theirs, &own);
      if (result)
        return result;
      if (tried < 2 && g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED))
        continue;
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
}

LecternPublishItem *
lectern_publish_do (const LecternPublishRun *whole, const LecternPublishPlanned *item, GError **error)
{
  LecternPublishRun of_item = *whole, *run = &of_item;
  LecternPlace *place = run->plan->place;
  LecternPublishNote *of = g_hash_table_lookup (run->notes, item->path);
  if (item->order != LECTERN_PUBLISH_REMOVALS && !item->made)
    return say (run, item, "skip", item->failed ? "failed" : "none", item->why);
  Hint hint = hint_of (run, item);
  if (!run->dry_run)
    lectern_place_tidy (place, item->path);
  if (hint == HINT_LISTED && is_published (of, item->hash))
    return say (run, item, "unchanged", "published", NULL);
  g_autoptr (GBytes) content = run->content = lectern_publish_content (run->plan, item, error);
  if ((item->made && content == NULL) || (hint != HINT_MISSING && !prepare (run, of, item, error)))
    return NULL;
  LecternPublishItem *result = look_and_decide (run, of, item, hint == HINT_MISSING, error);
  if (!run->dry_run)
    lectern_place_tidy (place, item->path);
  lectern_place_forget (place, item->path);
  return result;
}
