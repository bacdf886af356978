/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a session is: its rooms, to be changed in place.
 */
#pragma once

#include "lectern-agenda-room-menu.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_WHERE (lectern_agenda_where_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaWhere, lectern_agenda_where, LECTERN, AGENDA_WHERE, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. */
GtkWidget *lectern_agenda_where_new (LecternView *view);
/* @session: of @agenda, which must stay until another one is shown. */
void lectern_agenda_where_show (LecternAgendaWhere *self, const LecternAgenda *agenda, const LecternAgendaSession *session);

G_END_DECLS
