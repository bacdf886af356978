/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session in words: for tooltips, lists and screen readers.
 */
#pragma once

#include "lectern-agenda.h"

G_BEGIN_DECLS

const char *lectern_agenda_text_title (const LecternAgendaSession *session);
char *lectern_agenda_text_day (const LecternAgenda *agenda, int day);
char *lectern_agenda_text_short_day (const LecternAgenda *agenda, int day);
char *lectern_agenda_text_time (const LecternAgendaSession *session);
char *lectern_agenda_text_minutes (int minutes);
/* "Room 2, Hall", in the order of the session; "" without any. g_free(). */
char *lectern_agenda_text_rooms (const LecternAgenda *agenda, const LecternAgendaSession *session);
char *lectern_agenda_text_people (const LecternAgenda *agenda, const LecternAgendaSession *session);
char *lectern_agenda_text_state (const LecternAgendaSession *session);
char *lectern_agenda_text_problems (const LecternAgenda *agenda, const LecternAgendaSession *session, guint most);
char *lectern_agenda_text_describe (const LecternAgenda *agenda, const LecternAgendaSession *session);

/* Whether it is to be confirmed, asked for or an idea, or somebody who has a role in it is to be
   confirmed. */
gboolean lectern_agenda_is_to_be_confirmed (const LecternAgenda *agenda, const LecternAgendaSession *session);

G_END_DECLS
