/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Website: where the event is published, what would go out, and what needs a decision.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_VIEW (lectern_site_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteView, lectern_site_view, LECTERN, SITE_VIEW, LecternView)

/* (transfer floating) The screen "Website" of a window. */
GtkWidget *lectern_site_view_new (void);
/* TRUE: what goes to which site; FALSE: the items of one site. */
void lectern_site_view_show_table (LecternSiteView *self, gboolean show);

G_END_DECLS
