/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One action of an organisation's plan: what it is and where it stands in one line,
 * everything about it and what was reported at which meeting below, on demand.
 */
#pragma once

#include "lectern-contacts.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ACTION_ROW (lectern_action_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternActionRow, lectern_action_row, LECTERN, ACTION_ROW, GtkListBoxRow)

/* (transfer floating) @view is not kept alive; @state is only read. What is in its fields follows
   the workspace by itself, the rest lectern_action_row_update(). */
GtkWidget *lectern_action_row_new (LecternView *view, const LecternActionState *state);
/* How far the action is, by @state, and once the row was unfolded what was reported. Of the same
   action as before. */
void lectern_action_row_update (LecternActionRow *self, const LecternActionState *state);

G_END_DECLS
