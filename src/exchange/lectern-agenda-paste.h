/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read of a pasted agenda becomes sessions of an event: one edit.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-edit.h"
#include "lectern-programme.h"

G_BEGIN_DECLS

/* Adds the sessions of @programme for which @used is TRUE (NULL: all). A day with a date is the
   event's day of that date, "Day 2" its second one; what is on a day without either goes to
   @shown_day (0: a new one). Rooms, tracks and people are those with the same name; others are
   made. @language: of the texts. *first: the first session's id, 0 where there is none. */
LecternEdit *lectern_agenda_paste (LecternReader *reader, const LecternAgenda *agenda,
                                   const LecternProgramme *programme, const gboolean *used, const char *language,
                                   gint64 shown_day, gint64 *first);

G_END_DECLS
