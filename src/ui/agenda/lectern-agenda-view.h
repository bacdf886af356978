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

GtkWidget *lectern_agenda_view_new (void);

/* What it shows, for tests. */
const LecternAgenda *lectern_agenda_view_get_agenda (LecternAgendaView *self);
int lectern_agenda_view_get_day (LecternAgendaView *self);
LecternAgendaGrid *lectern_agenda_view_get_grid (LecternAgendaView *self);
LecternAgendaList *lectern_agenda_view_get_list (LecternAgendaView *self);
LecternAgendaPane *lectern_agenda_view_get_pane (LecternAgendaView *self);
LecternAgendaTray *lectern_agenda_view_get_tray (LecternAgendaView *self);
LecternAgendaScene *lectern_agenda_view_get_scene (LecternAgendaView *self);
LecternAgendaFilterMenu *lectern_agenda_view_get_filter (LecternAgendaView *self);
LecternAgendaFilterBar *lectern_agenda_view_get_filter_bar (LecternAgendaView *self);
const char *lectern_agenda_view_get_page (LecternAgendaView *self); /* "grid", "list", "nothing", "empty", "no-event" */
/* The panel of what the rules find. */
LecternAgendaProblems *lectern_agenda_view_get_problems (LecternAgendaView *self);

G_END_DECLS
