/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rules find in the agenda, as a panel under it: a list that is filtered by
 * level, by rule, by room or person, and what can be done about the chosen one.
 */
#pragma once

#include "lectern-agenda-problem-details.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PROBLEMS (lectern_agenda_problems_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaProblems, lectern_agenda_problems, LECTERN, AGENDA_PROBLEMS, AdwBin)

/* (transfer floating) Closed, and nothing is known. @view is not kept alive and must outlive it. */
GtkWidget *lectern_agenda_problems_new (LecternView *view);
/* Both are the caller's and stay until others are shown; NULL: nothing is known. */
void lectern_agenda_problems_show (LecternAgendaProblems *self, LecternCheck *check, LecternAgenda *agenda);
/* Unfolds or folds it; "closed" is not emitted. Open, the list has the keyboard, and its first
   line is chosen where none is. */
void lectern_agenda_problems_set_open (LecternAgendaProblems *self, gboolean open);
/* TRUE from when it begins to unfold. */
gboolean lectern_agenda_problems_get_open (LecternAgendaProblems *self);
/* (transfer none) The panel's. */
LecternAgendaProblemDetails *lectern_agenda_problems_get_details (LecternAgendaProblems *self);
/* The list as it is filtered, of objects without further use; for tests and to choose one. */
GtkSelectionModel *lectern_agenda_problems_get_selection (LecternAgendaProblems *self);
/* 0: all, 1: errors, 2: errors and warnings, 3: what was accepted. */
void lectern_agenda_problems_set_level (LecternAgendaProblems *self, guint level);

/* Signals: "select" (gint64 session): one was chosen that is about it; "open" (gint64): it
   is to be shown, with the keyboard on it; "closed". */

G_END_DECLS
