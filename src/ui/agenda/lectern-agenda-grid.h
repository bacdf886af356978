/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda in lanes: the scrolling canvas with its items, and the heads of lanes and
 * hours that stay.
 */
#pragma once

#include "lectern-agenda-canvas.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_GRID (lectern_agenda_grid_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaGrid, lectern_agenda_grid, LECTERN, AGENDA_GRID, GtkWidget)

/* (transfer floating) At 100 %, rooms as columns, nothing shown. Keeps a reference to @colours. */
GtkWidget *lectern_agenda_grid_new (LecternAgendaColours *colours);
/* As lectern_agenda_canvas_show(). */
void lectern_agenda_grid_show (LecternAgendaGrid *self, const LecternAgenda *agenda, const LecternAgendaLane *lanes, guint n_lanes, const LecternAgendaFilter *filter);
/* (transfer none) The grid's. */
LecternAgendaCanvas *lectern_agenda_grid_get_canvas (LecternAgendaGrid *self);

double lectern_agenda_grid_get_zoom (LecternAgendaGrid *self);
/* @zoom: 1 is 100 %; need not be one of the steps. The time in the middle stays there; "zoomed"
   where it is another. */
void lectern_agenda_grid_set_zoom (LecternAgendaGrid *self, double zoom);
void lectern_agenda_grid_step_zoom (LecternAgendaGrid *self, int by);
/* TRUE: rooms are rows, time runs to the right. */
gboolean lectern_agenda_grid_get_turned (LecternAgendaGrid *self);
void lectern_agenda_grid_set_turned (LecternAgendaGrid *self, gboolean turned);
/* Scrolls to the session where it is not in sight. */
void lectern_agenda_grid_scroll_to (LecternAgendaGrid *self, gint64 session);
/* To where the lead of what is carried would stand; nothing where it has no ghost. */
void lectern_agenda_grid_scroll_to_ghost (LecternAgendaGrid *self);

/* Signals:
 *   "zoomed" ()                      by the wheel or a key; see get_zoom
 *   "lane" (uint lane), "band" (…)   the head of a lane, or of the day of a lane, was clicked
 */

G_END_DECLS
