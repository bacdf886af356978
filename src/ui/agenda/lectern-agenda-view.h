/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Agenda": the days of an event by rooms or as a list, and the details of
 * one session.
 */
#pragma once

#include "lectern-agenda-filter-bar.h"
#include "lectern-agenda-filter-menu.h"
#include "lectern-agenda-grid.h"
#include "lectern-agenda-list.h"
#include "lectern-agenda-problems.h"
#include "lectern-agenda-pane.h"
#include "lectern-agenda-tray.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_VIEW (lectern_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaView, lectern_agenda_view, LECTERN, AGENDA_VIEW, LecternView)

/* (transfer floating) The screen "Agenda" of a window. */
GtkWidget *lectern_agenda_view_new (void);

/* (transfer none) What it shows; NULL until something was loaded. There until it is read again. */
const LecternAgenda *lectern_agenda_view_get_agenda (LecternAgendaView *self);
int lectern_agenda_view_get_day (LecternAgendaView *self);
/* (transfer none) The view's, also while the list is shown. */
LecternAgendaGrid *lectern_agenda_view_get_grid (LecternAgendaView *self);
/* (transfer none) The view's, also while the grid is shown. */
LecternAgendaList *lectern_agenda_view_get_list (LecternAgendaView *self);
/* (transfer none) The view's; it stands wherever the window puts it. */
LecternAgendaPane *lectern_agenda_view_get_pane (LecternAgendaView *self);
/* (transfer none) The view's, seen or not. */
LecternAgendaTray *lectern_agenda_view_get_tray (LecternAgendaView *self);
/* (transfer none) The view's own; to change it shows nothing yet. */
LecternAgendaScene *lectern_agenda_view_get_scene (LecternAgendaView *self);
/* (transfer none) That of the day bar. */
LecternAgendaFilterMenu *lectern_agenda_view_get_filter (LecternAgendaView *self);
/* (transfer none) The view's, seen or not. */
LecternAgendaFilterBar *lectern_agenda_view_get_filter_bar (LecternAgendaView *self);
/* (transfer none) What is seen: "grid", "list", "nothing", "empty" or "no-event". */
const char *lectern_agenda_view_get_page (LecternAgendaView *self);
/* The panel of what the rules find. */
LecternAgendaProblems *lectern_agenda_view_get_problems (LecternAgendaView *self);

G_END_DECLS
