/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits that the agenda's view makes as a whole; each is one step of undo.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-edit.h"

G_BEGIN_DECLS

/* @day, @room 0 and @start -1: not placed. *session: its id. */
LecternEdit *lectern_agenda_edit_add_session (gint64 event, const char *language, gint64 day, int start, gint64 room, gint64 *session);
LecternEdit *lectern_agenda_edit_delete_session (LecternReader *reader, gint64 session, const char *title);
LecternEdit *lectern_agenda_edit_add_day (const LecternAgenda *agenda, const char *language, const char *date, gint64 *day);
LecternEdit *lectern_agenda_edit_delete_day (const LecternAgenda *agenda, int day);
/* The date that a further day most likely has. g_free(). */
char *lectern_agenda_next_date (const LecternAgenda *agenda);

G_END_DECLS
