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

/* Starts to publish @event to @site, or to take everything of ours from it (LECTERN_SITE_WITHDRAW). It emits "changed" with its progress and when it has ended.
   NULL where one of this workspace is on already. (transfer none) */
LecternSiteRun *lectern_site_run_start (LecternWorkspace *workspace, gint64 site, gint64 event, LecternSiteTask what);
/* The one of this workspace that is on, or the last one. (transfer none) (nullable) */
LecternSiteRun *lectern_site_run_find (LecternWorkspace *workspace);
/* What it said is no longer of interest. */
void lectern_site_run_forget (LecternSiteRun *self);
void lectern_site_run_cancel (LecternSiteRun *self);

gint64 lectern_site_run_get_site (LecternSiteRun *self);
gboolean lectern_site_run_is_on (LecternSiteRun *self);
gboolean lectern_site_run_is_stopping (LecternSiteRun *self); /* cancelled, and still on */
double lectern_site_run_get_fraction (LecternSiteRun *self);
const char *lectern_site_run_get_item (LecternSiteRun *self); /* what is being written */
/* Once it has ended: of LecternPublishItem; NULL where it broke off, and then why. */
GPtrArray *lectern_site_run_get_items (LecternSiteRun *self);
const GError *lectern_site_run_get_error (LecternSiteRun *self);
gint64 lectern_site_run_get_ended (LecternSiteRun *self); /* an instant */
/* What came of it, in one sentence that claims no more than is true. g_free(). */
char *lectern_site_run_words (LecternSiteRun *self);
/* Whether all that went out stands there. */
gboolean lectern_site_run_is_good (LecternSiteRun *self);

G_END_DECLS
