/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button that opens what the agenda can be filtered by: rooms, tracks, people, …
 * with a search and how many sessions each has.
 */
#pragma once

#include "lectern-agenda-scene.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_FILTER_MENU (lectern_agenda_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaFilterMenu, lectern_agenda_filter_menu, LECTERN, AGENDA_FILTER_MENU, AdwBin)

/* @scene: the caller's, changed in place; must outlive the widget's use. */
GtkWidget *lectern_agenda_filter_menu_new (LecternAgendaScene *scene);
/* The caller's, which must stay until another one is set; read when the menu opens. */
void lectern_agenda_filter_menu_set_agenda (LecternAgendaFilterMenu *self, const LecternAgenda *agenda);
/* How many things are asked for. */
void lectern_agenda_filter_menu_refresh (LecternAgendaFilterMenu *self);
/* (transfer none) What opens it, for tests. */
GtkWidget *lectern_agenda_filter_menu_get_button (LecternAgendaFilterMenu *self);

/* Signal "changed" (): something was checked or unchecked. */

G_END_DECLS
