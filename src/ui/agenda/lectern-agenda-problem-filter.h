/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which problems are listed: by level, by rule, by room or person; three lists to choose
 * from, with what there is.
 */
#pragma once

#include "lectern-check.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PROBLEM_FILTER (lectern_agenda_problem_filter_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaProblemFilter, lectern_agenda_problem_filter, LECTERN, AGENDA_PROBLEM_FILTER, GObject)

/* (transfer full) All levels, all rules, everybody. */
LecternAgendaProblemFilter *lectern_agenda_problem_filter_new (void);
/* Appends its three lists; once. */
void lectern_agenda_problem_filter_add_to (LecternAgendaProblemFilter *self, GtkBox *box);
/* Offers the rules, rooms and people of its findings; what was chosen stays where it is among them. */
void lectern_agenda_problem_filter_set_check (LecternAgendaProblemFilter *self, LecternCheck *check);
/* @finding is borrowed for the call. What was accepted matches at the last level, and nothing
   else does there. */
gboolean lectern_agenda_problem_filter_matches (LecternAgendaProblemFilter *self, const LecternFinding *finding);
/* As lectern_agenda_problems_set_level(); "changed" where it is another one. */
void lectern_agenda_problem_filter_set_level (LecternAgendaProblemFilter *self, guint level);

/* Signal "changed": another choice. */

G_END_DECLS
