/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the list of problems: its finding, and what draws it. Words are made when
 * the line comes into sight.
 */
#pragma once

#include "lectern-check.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PROBLEM_ROW (lectern_agenda_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaProblemRow, lectern_agenda_problem_row, LECTERN, AGENDA_PROBLEM_ROW, GObject)

/* @finding: of @check, copied. */
LecternAgendaProblemRow *lectern_agenda_problem_row_new (LecternCheck *check, const LecternFinding *finding);
/* (transfer none) The row's. */
const LecternFinding *lectern_agenda_problem_row_get_finding (LecternAgendaProblemRow *self);
/* (transfer full) For a list of LecternAgendaProblemRow. */
GtkListItemFactory *lectern_agenda_problem_row_factory_new (void);

G_END_DECLS
