/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a session is: its day, and one field for its time as people write it. A wrong
 * time stays in the field with its reason under it and is not stored.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_WHEN (lectern_agenda_when_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaWhen, lectern_agenda_when, LECTERN, AGENDA_WHEN, AdwBin)

/* (transfer floating) @view is not kept alive; it must be a LecternAgendaView, whose agenda is
   asked. */
GtkWidget *lectern_agenda_when_new (LecternView *view);
/* @session NULL: nothing. Stores what is typed for another session first. */
void lectern_agenda_when_show (LecternAgendaWhen *self, const LecternAgenda *agenda, const LecternAgendaSession *session);
/* (transfer none) The entry of the time, for tests. */
GtkWidget *lectern_agenda_when_get_entry (LecternAgendaWhen *self);
/* (transfer none) The drop-down: unplaced, then the days. For tests. */
GtkWidget *lectern_agenda_when_get_day (LecternAgendaWhen *self);
const char *lectern_agenda_when_get_error (LecternAgendaWhen *self);

G_END_DECLS
