/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All there is to say about one session, edited in place.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include "lectern-agenda-people.h"
#include "lectern-agenda-texts.h"
#include "lectern-agenda-when.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PANE (lectern_agenda_pane_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaPane, lectern_agenda_pane, LECTERN, AGENDA_PANE, AdwBin)

/* (transfer floating) @view is not kept alive; keeps a reference to @colours. The controls are
   made with the first session that is shown. */
GtkWidget *lectern_agenda_pane_new (LecternView *view, LecternAgendaColours *colours);
/* @session: an id, 0 or unknown: says what to do. Also after every change of the data. */
void lectern_agenda_pane_show (LecternAgendaPane *self, const LecternAgenda *agenda, gint64 session);
/* The id of what is shown; 0: none. */
gint64 lectern_agenda_pane_get_session (LecternAgendaPane *self);
/* The keyboard goes to the title, all of it selected. */
void lectern_agenda_pane_focus_title (LecternAgendaPane *self);
/* (transfer none) The editor of the title; NULL until a session was shown. */
GtkWidget *lectern_agenda_pane_get_title (LecternAgendaPane *self);
/* (transfer none) Its day and time; NULL until a session was shown. */
LecternAgendaWhen *lectern_agenda_pane_get_when (LecternAgendaPane *self);
/* (transfer none) Who is in it; NULL until a session was shown. */
LecternAgendaPeople *lectern_agenda_pane_get_people (LecternAgendaPane *self);
/* (transfer none) Its texts and their translation; NULL until a session was shown. */
LecternAgendaTexts *lectern_agenda_pane_get_texts (LecternAgendaPane *self);

G_END_DECLS
