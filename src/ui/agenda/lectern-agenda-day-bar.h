/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the agenda: its days, a further day, the rooms that are shown, zoom.
 */
#pragma once

#include "lectern-agenda-room-menu.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_DAY_BAR (lectern_agenda_day_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaDayBar, lectern_agenda_day_bar, LECTERN, AGENDA_DAY_BAR, AdwBin)

GtkWidget *lectern_agenda_day_bar_new (LecternView *view);
void lectern_agenda_day_bar_show (LecternAgendaDayBar *self, const LecternAgenda *agenda, int day);
void lectern_agenda_day_bar_set_day (LecternAgendaDayBar *self, int day);
void lectern_agenda_day_bar_set_zoom (LecternAgendaDayBar *self, double zoom, gboolean turned);
/* The list has no zoom and no rooms to choose from. */
void lectern_agenda_day_bar_set_grid (LecternAgendaDayBar *self, gboolean grid);
int lectern_agenda_day_bar_day_at (LecternAgendaDayBar *self, double x, double y);
LecternAgendaRoomMenu *lectern_agenda_day_bar_get_rooms (LecternAgendaDayBar *self);

/* Signals: "day" (int index); "add-day" (const char *date, gboolean as_copy). The rest are the actions
   agenda.zoom-in, agenda.zoom-out, agenda.zoom-normal, agenda.turn and agenda.rooms. */

G_END_DECLS
