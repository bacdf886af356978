/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview: where the event stands, what is due, wrong, to be decided and not
 * yet published; each card leads to its place.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_OVERVIEW (lectern_overview_get_type ())
G_DECLARE_FINAL_TYPE (LecternOverview, lectern_overview, LECTERN, OVERVIEW, LecternView)

/* (transfer floating) The screen "Overview" of a window. */
GtkWidget *lectern_overview_new (void);

G_END_DECLS
