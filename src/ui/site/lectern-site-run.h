/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A publication on its way. It belongs to no window: the program stays until it is done, and
 * a window that is opened meanwhile finds it. Main thread only.
 */
#pragma once

#include "lectern-site-job.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_RUN (lectern_site_run_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteRun, lectern_site_run, LECTERN, SITE_RUN, GObject)

/* Starts to publish @event to @site, or to take everything of ours from it
   (LECTERN_SITE_WITHDRAW). It emits "changed" with its progress and when it has ended. NULL where
   one of this workspace is on already. (transfer none) */
LecternSiteRun *lectern_site_run_start (LecternWorkspace *workspace, gint64 site, gint64 event, LecternSiteTask what);
/* The one of this workspace that is on, or the last one. (transfer none) (nullable) */
LecternSiteRun *lectern_site_run_find (LecternWorkspace *workspace);
/* What it said is no longer of interest. */
void lectern_site_run_forget (LecternSiteRun *self);
/* It stops after what is being written now, and emits "changed"; what went out stays. */
void lectern_site_run_cancel (LecternSiteRun *self);

/* The record's id. */
gint64 lectern_site_run_get_site (LecternSiteRun *self);
/* Not ended yet, whether it is stopping or not. */
gboolean lectern_site_run_is_on (LecternSiteRun *self);
/* Cancelled, and still on. */
gboolean lectern_site_run_is_stopping (LecternSiteRun *self);
/* How much is done, 0 to 1. */
double lectern_site_run_get_fraction (LecternSiteRun *self);
/* The path of what is being written, borrowed until "changed"; NULL before the first. */
const char *lectern_site_run_get_item (LecternSiteRun *self);
/* Once it has ended: of LecternPublishItem, borrowed; NULL where it broke off, see
   lectern_site_run_get_error(). */
GPtrArray *lectern_site_run_get_items (LecternSiteRun *self);
/* Why it broke off, borrowed; NULL while it is on and where it did not. */
const GError *lectern_site_run_get_error (LecternSiteRun *self);
/* When, in ms since 1970 UTC; 0 while it is on. */
gint64 lectern_site_run_get_ended (LecternSiteRun *self);
/* What came of it, in one sentence that claims no more than is true. g_free(). */
char *lectern_site_run_words (LecternSiteRun *self);
/* Whether all that went out stands there. */
gboolean lectern_site_run_is_good (LecternSiteRun *self);

G_END_DECLS
