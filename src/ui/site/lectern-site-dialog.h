/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a website: what it is and where, a trial that says in words what it can do, and only
 * then it is kept. What failed is said at the field it concerns, and nothing typed is lost.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_DIALOG (lectern_site_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteDialog, lectern_site_dialog, LECTERN, SITE_DIALOG, AdwWindow)

/* Presents it over the view's window. Emits "added" (gint64 site). */
LecternSiteDialog *lectern_site_dialog_present (LecternView *view);

G_END_DECLS
