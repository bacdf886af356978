/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing an event to a site. Plan: everything is rendered from one state of the
 * data and kept. Look: what stands there is compared with what we left there; what
 * somebody else changed waits for a decision and is never overwritten. Write: each file
 * whole, noted before and after, so that a run that was killed is finished by the next.
 */
#pragma once

#include "lectern-place.h"
#include "lectern-take.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

/* One line of the answer. Keys are stable: scripts read them. */
typedef struct
{
  char *item;       /* path on the site: "final-conference/index.de.html" */
  const char *action; /* "create", "update", "remove", "unchanged", "wait", "keep", "take", "skip" */
  char *url;
  const char *state;  /* "published", "planned", "waiting", "kept", "removed", "failed", "none" */
  char *why;        /* one sentence; NULL where there is nothing to say */
  char *difference; /* of a dry run and of what waits: "-" and "+" lines; may be NULL */
} LecternPublishItem;
/* NULL is fine. */
void lectern_publish_item_free (LecternPublishItem *item);

typedef struct _LecternPublishPlan LecternPublishPlan;

/* @event 0: the only event, else those that stand on the site already. Of the thread of
   @reader; the plan may then be used on any other. The thread's current GCancellable stops it. */
LecternPublishPlan *
lectern_publish_plan (LecternReader *reader, gint64 site, gint64 event, GError **error);
/* To take away all that we left on the site and nobody changed since; what somebody did change
   waits for a decision. Otherwise as lectern_publish_plan(). */
LecternPublishPlan *
lectern_publish_plan_withdrawal (LecternReader *reader, gint64 site, GError **error);
/* With the contents that it kept on the disk. NULL is fine. */
void lectern_publish_plan_free (LecternPublishPlan *plan);
/* Its run reads all that stands there, and relies on no listing: what it calls unchanged is. */
void lectern_publish_plan_read_all (LecternPublishPlan *plan);

/* @fraction: 0 to 1; @item: its path. Called on the thread that publishes. */
typedef void (*LecternPublishProgress) (double fraction, const char *item, gpointer data);

/* Does it, or with @dry_run only looks and says what would be done. Blocks; any thread but
   the window's main one. Of LecternPublishItem; NULL with @error where the site cannot be
   reached or another run is on; what was done until then is done and noted. */
GPtrArray *lectern_publish_run (LecternWorkspace *workspace,
                                LecternPublishPlan *plan,
                                gboolean dry_run,
                                LecternPublishProgress progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);
/* Takes away what lectern_publish_plan_withdrawal() names, and forgets the site once nothing of ours
   stands there any more: where an item waits or failed it stays in the list. Else as
   lectern_publish_run(). */
GPtrArray *lectern_publish_withdraw (LecternWorkspace *workspace,
                                     gint64 site,
                                     LecternPublishProgress progress,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);
/* Whether an item waits for a decision. */
gboolean lectern_publish_needs_decision (GPtrArray *items);
/* Whether an item could not be written. */
gboolean lectern_publish_has_failed (GPtrArray *items);

/* Remembers that @item, which a dry run found waiting, does wait: a run does so by itself. Blocks.
 */
gboolean lectern_publish_note_waiting (LecternWorkspace *workspace,
                                       LecternPublishPlan *plan,
                                       const char *item,
                                       GError **error);
/* Decides an item that waits: @ours: the next run writes ours, theirs is kept as a local
   copy; else what stands there stays. @site 0: any. NULL with @error. Blocks. */
LecternPublishItem *lectern_publish_resolve (
    LecternWorkspace *workspace, gint64 site, const char *item, gboolean ours, GError **error);
/* What of @item, which waits, Lectern has a field for: of LecternTakeable, g_ptr_array_unref().
   *all: (out) whether that is all that was changed there. NULL with @error. Blocks. */
GPtrArray *lectern_publish_takeable (
    LecternWorkspace *workspace, gint64 site, const char *item, gboolean *all, GError **error);
/* Takes it over as one edit, which can be undone. Where it was all that was changed there, the item
   is decided by that; else it still waits. @site 0: any. NULL with @error. Blocks. */
LecternPublishItem *lectern_publish_take (
    LecternWorkspace *workspace, gint64 site, const char *item, GError **error);
/* For showing a decision: what we left there (NULL: not kept), what stands there, and what
   we would write. (out) (transfer full), each may come back NULL. Blocks. */
gboolean lectern_publish_compare (LecternWorkspace *workspace,
                                  LecternPublishPlan *plan,
                                  const char *item,
                                  GBytes **base,
                                  GBytes **theirs,
                                  GBytes **ours,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPublishPlan, lectern_publish_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPublishItem, lectern_publish_item_free)

G_END_DECLS
