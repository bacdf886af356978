/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-edges.h"

/* So near to an edge it scrolls, at most so many pixels a frame. */
#define EDGE 36
#define FASTEST 18

/* Far beyond an edge nothing: there are tabs and the tray. */
static double
speed_at (double at, double length)
{
  if (at < EDGE && at > -EDGE)
    return -FASTEST * MIN (1, (EDGE - at) / EDGE);
  if (at > length - EDGE && at < length + EDGE)
    return FASTEST * MIN (1, (at - length + EDGE) / EDGE);
  return 0;
}

static gboolean
scroll_by (GtkAdjustment *adjustment, double by)
{
  double before = gtk_adjustment_get_value (adjustment);
  if (by != 0)
    gtk_adjustment_set_value (adjustment, before + by);
  return gtk_adjustment_get_value (adjustment) != before;
}

gboolean
lectern_agenda_edges_scroll (GtkScrolledWindow *scrolled, const graphene_point_t *at, graphene_point_t *rest)
{
  double width = gtk_widget_get_width (GTK_WIDGET (scrolled));
  double height = gtk_widget_get_height (GTK_WIDGET (scrolled));
  *rest = GRAPHENE_POINT_INIT (0, 0);
  if (at->x <= -EDGE || at->y <= -EDGE || at->x >= width + EDGE || at->y >= height + EDGE)
    return FALSE;
  double across = speed_at (at->x, width);
  double down = speed_at (at->y, height);
  gboolean x = scroll_by (gtk_scrolled_window_get_hadjustment (scrolled), across);
  gboolean y = scroll_by (gtk_scrolled_window_get_vadjustment (scrolled), down);
  if (!x && !y)
    *rest = GRAPHENE_POINT_INIT (across, down);
  return x || y;
}
