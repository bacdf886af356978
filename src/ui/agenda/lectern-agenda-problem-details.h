/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One finding of the agenda's rules: what, where and why, ways to mend it, and accepting
 * it with a reason.
 */
#pragma once

#include "lectern-check.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PROBLEM_DETAILS (lectern_agenda_problem_details_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaProblemDetails, lectern_agenda_problem_details, LECTERN, AGENDA_PROBLEM_DETAILS, AdwBin)

/* (transfer floating) None is chosen. @view is not kept alive and must outlive it. */
GtkWidget *lectern_agenda_problem_details_new (LecternView *view);
/* @check and @agenda are the caller's; @finding NULL: none is chosen. */
void lectern_agenda_problem_details_show (LecternAgendaProblemDetails *self, LecternCheck *check, LecternAgenda *agenda,
                                          const LecternFinding *finding);
/* For tests: the button of a fix, NULL where there are not as many. */
GtkWidget *lectern_agenda_problem_details_get_fix (LecternAgendaProblemDetails *self, guint i);
/* (transfer none) For tests: the entry one types a reason in. */
GtkWidget *lectern_agenda_problem_details_get_reason (LecternAgendaProblemDetails *self);

/* Signal "open" (gint64 session): somebody wants to see it. */

G_END_DECLS
