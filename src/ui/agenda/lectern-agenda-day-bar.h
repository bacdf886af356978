/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the agenda: its days, a further day, filter, colours, zoom, print.
 */
#pragma once

#include "lectern-agenda-filter-menu.h"
#include "lectern-agenda-legend.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_DAY_BAR (lectern_agenda_day_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaDayBar, lectern_agenda_day_bar, LECTERN, AGENDA_DAY_BAR, AdwBin)

/* (transfer floating) @view is not kept alive. @scene: as of lectern_agenda_filter_menu_new(). */
GtkWidget *lectern_agenda_day_bar_new (LecternView *view, LecternAgendaScene *scene, LecternAgendaColours *colours);
/* @day: -1 for all of them. */
void lectern_agenda_day_bar_show (LecternAgendaDayBar *self, const LecternAgenda *agenda, int day);
/* @day: an index. Its tab is the one that is pressed; "day" is not emitted. */
void lectern_agenda_day_bar_set_day (LecternAgendaDayBar *self, int day);
/* Only says so. @zoom: 1 is 100 %. @turned: rooms are rows. */
void lectern_agenda_day_bar_set_zoom (LecternAgendaDayBar *self, double zoom, gboolean turned);
/* The list has no zoom; only by tracks there are also parts of the programme. */
void lectern_agenda_day_bar_set_mode (LecternAgendaDayBar *self, LecternAgendaMode mode);
int lectern_agenda_day_bar_day_at (LecternAgendaDayBar *self, double x, double y);
/* (transfer none) The bar's. */
LecternAgendaFilterMenu *lectern_agenda_day_bar_get_filter (LecternAgendaDayBar *self);

/* Signals: "day" (int index, -1: all); "add-day" (const char *date, gboolean as_copy). The
   rest are the actions agenda.zoom-in, agenda.zoom-out, agenda.zoom-normal, agenda.turn,
   agenda.lanes, agenda.colours and agenda.print. */

G_END_DECLS
