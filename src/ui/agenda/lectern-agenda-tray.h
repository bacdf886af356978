/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands nowhere in the grid: sessions without a day or time, and the notice of
 * those whose rooms are filtered out.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include "lectern-agenda-selection.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_TRAY (lectern_agenda_tray_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaTray, lectern_agenda_tray, LECTERN, AGENDA_TRAY, AdwBin)

/* (transfer floating) Empty. Keeps a reference to @colours. */
GtkWidget *lectern_agenda_tray_new (LecternAgendaColours *colours);
/* Invisible where there is nothing. */
void lectern_agenda_tray_show (LecternAgendaTray *self, const LecternAgenda *agenda);
/* What is chosen is marked, and clicks choose. Keeps a reference; once. */
void lectern_agenda_tray_set_selection (LecternAgendaTray *self, LecternAgendaSelection *selection);
/* Something is carried that may be dropped here: it is there also where it is empty. */
void lectern_agenda_tray_set_waiting (LecternAgendaTray *self, gboolean waiting);
/* Marks it: what is carried would be dropped here. */
void lectern_agenda_tray_set_over (LecternAgendaTray *self, gboolean over);
void lectern_agenda_tray_scroll_to (LecternAgendaTray *self, gint64 session);
gint64 lectern_agenda_tray_get_focused (LecternAgendaTray *self);
/* FALSE where it has no item here. */
gboolean lectern_agenda_tray_focus_session (LecternAgendaTray *self, gint64 session);

/* Signals "open", "rename", "remove", "take" (gint64 session) and "menu", as of the canvas. */

G_END_DECLS
