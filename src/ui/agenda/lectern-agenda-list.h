/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All sessions of the event by time that match a filter, with a line for each day; the
 * unplaced last.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include "lectern-agenda-filter.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_LIST (lectern_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaList, lectern_agenda_list, LECTERN, AGENDA_LIST, AdwBin)

/* (transfer floating) Empty. Keeps a reference to @colours. */
GtkWidget *lectern_agenda_list_new (LecternAgendaColours *colours);
/* The view's agenda, which is there until the next one; shown when the list is looked at. */
void lectern_agenda_list_set_agenda (LecternAgendaList *self, const LecternAgenda *agenda);
void lectern_agenda_list_show (LecternAgendaList *self, const LecternAgendaFilter *filter);
/* For each day the minute that it is, -1 on other days: marks what is going on. */
void lectern_agenda_list_set_now (LecternAgendaList *self, const int *minutes, guint n_days);
/* Without "open". 0: none. */
void lectern_agenda_list_select (LecternAgendaList *self, gint64 session);
gint64 lectern_agenda_list_get_selected (LecternAgendaList *self);
/* @day: index; scrolls to its line. */
void lectern_agenda_list_scroll_to_day (LecternAgendaList *self, int day);
/* Nothing where the session is not in the list. */
void lectern_agenda_list_scroll_to (LecternAgendaList *self, gint64 session);
/* How many sessions are marked as going on. */
guint lectern_agenda_list_get_n_now (LecternAgendaList *self);
guint lectern_agenda_list_get_n_rows (LecternAgendaList *self);

/* Signals "open", "rename", "remove" (gint64 session), as of the canvas. */

G_END_DECLS
