/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of the event that a window shows, kept up to date: small changes are taken in
 * at once, all else is read and looked at anew on a thread. Main thread only.
 */
#pragma once

#include "lectern-check.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CHECKER (lectern_checker_get_type ())
G_DECLARE_FINAL_TYPE (LecternChecker, lectern_checker, LECTERN, CHECKER, GObject)

/* Knows nothing before lectern_checker_refresh(). g_object_unref(). */
LecternChecker *lectern_checker_new (void);
/* What it is to know, or know again after a change of the data. TRUE where it does now; else
   "changed" comes when it does, and what it knew of the same event stands until then. */
gboolean lectern_checker_refresh (LecternChecker *self, LecternWorkspace *workspace, gint64 event, const char *language);
/* NULL: nothing yet. */
LecternCheck *lectern_checker_get_check (LecternChecker *self);

/* Signal "changed": there is another check. */

G_END_DECLS
