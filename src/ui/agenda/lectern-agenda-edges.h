/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling while something is dragged to the edge of what is in sight.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One frame of it. @at: the pointer, in @scrolled. @rest: how fast it would go on where it
   is at its end already, 0 where that is not asked for. TRUE: it scrolled. */
gboolean lectern_agenda_edges_scroll (GtkScrolledWindow *scrolled, const graphene_point_t *at, graphene_point_t *rest);

G_END_DECLS
