/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plane on which the items stand in their lanes (rooms, tracks, days), one item
 * per box of the layout. It scrolls inside the grid; heads and hours stand beside it.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include "lectern-agenda-lane.h"
#include "lectern-layout.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_CANVAS (lectern_agenda_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaCanvas, lectern_agenda_canvas, LECTERN, AGENDA_CANVAS, GtkWidget)

GtkWidget *lectern_agenda_canvas_new (LecternAgendaColours *colours);

/* @lanes: in the order they are shown; copied.
   @agenda is the caller's and must stay until another one is set. */
void lectern_agenda_canvas_show (LecternAgendaCanvas *self, const LecternAgenda *agenda, const LecternAgendaLane *lanes, guint n_lanes);
const LecternAgendaLane *lectern_agenda_canvas_get_lane (LecternAgendaCanvas *self, guint lane);
void lectern_agenda_canvas_set_view (LecternAgendaCanvas *self, double zoom, gboolean turned);
void lectern_agenda_canvas_set_sight (LecternAgendaCanvas *self, const GdkRectangle *sight);
/* For each day of the agenda the minute where the now line stands, -1 on other days; copied. */
void lectern_agenda_canvas_set_now (LecternAgendaCanvas *self, const int *minutes, guint n_days);
void lectern_agenda_canvas_select (LecternAgendaCanvas *self, gint64 session);
gboolean lectern_agenda_canvas_focus_session (LecternAgendaCanvas *self, gint64 session);
gint64 lectern_agenda_canvas_get_focused (LecternAgendaCanvas *self);
gboolean lectern_agenda_canvas_get_bounds (LecternAgendaCanvas *self, gint64 session, GdkRectangle *bounds);
const LecternLayout *lectern_agenda_canvas_get_layout (LecternAgendaCanvas *self);
gboolean lectern_agenda_canvas_get_turned (LecternAgendaCanvas *self);

/* Signals:
 *   "open" (gint64 session)        clicked, Enter
 *   "rename" (gint64 session)      F2
 *   "remove" (gint64 session)      Delete
 *   "add" (int minute, uint lane)  double click where nothing stands; see get_lane
 *   "page" (int by)                Page Up (-1) and Page Down (1): another day
 */

G_END_DECLS
