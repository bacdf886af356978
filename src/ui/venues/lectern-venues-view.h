/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where events take place: the venues of the event, the others, and one page each.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_VENUES_VIEW (lectern_venues_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternVenuesView, lectern_venues_view, LECTERN, VENUES_VIEW, LecternView)

/* (transfer floating) The screen "Venues" of a window. */
GtkWidget *lectern_venues_view_new (void);

G_END_DECLS
