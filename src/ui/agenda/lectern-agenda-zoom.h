/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The buttons that turn the agenda's grid and make it larger and smaller: the actions
 * agenda.turn, agenda.zoom-in, agenda.zoom-out and agenda.zoom-normal.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_ZOOM (lectern_agenda_zoom_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaZoom, lectern_agenda_zoom, LECTERN, AGENDA_ZOOM, AdwBin)

/* (transfer floating) At 100 %, not turned. */
GtkWidget *lectern_agenda_zoom_new (void);
void lectern_agenda_zoom_set (LecternAgendaZoom *self, double zoom, gboolean turned);

G_END_DECLS
