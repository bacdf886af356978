/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with several chosen sessions, where one sees it: there only while two
 * or more are chosen.
 */
#pragma once

#include "lectern-agenda-selection.h"
#include "lectern-agenda.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_SELECTION_BAR (lectern_agenda_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaSelectionBar, lectern_agenda_selection_bar, LECTERN, AGENDA_SELECTION_BAR, AdwBin)

/* (transfer floating) Folded. Its buttons need the actions "agenda.…" around it. */
GtkWidget *lectern_agenda_selection_bar_new (void);
/* @agenda is the caller's and stays until another one is set; NULL: not shown. */
void lectern_agenda_selection_bar_show (LecternAgendaSelectionBar *self, const LecternAgenda *agenda,
                                        LecternAgendaSelection *selection);

G_END_DECLS
