/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of participants: columns that a person chooses and orders, remembered in
 * the settings; heads that sort; several rows selected with check marks, Shift or Ctrl.
 */
#pragma once

#include "lectern-people.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANTS_TABLE (lectern_participants_table_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsTable, lectern_participants_table, LECTERN, PARTICIPANTS_TABLE, AdwBin)

/* Signals: "sorted": another head was chosen; "opened": Enter or double click on a row;
 * "selection-changed". */
GtkWidget *lectern_participants_table_new (LecternListModel *model);
/* The column by whose head is sorted, the name where there is none. *descending: (out)
   (optional). */
LecternParticipantColumn lectern_participants_table_get_sort (LecternParticipantsTable *self, gboolean *descending);
/* (transfer none) A menu of the columns; its actions are those of the group, prefix "columns". */
GMenuModel *lectern_participants_table_get_menu (LecternParticipantsTable *self);
/* (transfer none) One action for each column that shows and hides it, named by its key. */
GActionGroup *lectern_participants_table_get_actions (LecternParticipantsTable *self);

/* (transfer full) Ids of the selected registrations, of gint64, in the order of the table. */
GArray *lectern_participants_table_get_selected (LecternParticipantsTable *self);
/* How many these are. */
guint lectern_participants_table_n_selected (LecternParticipantsTable *self);
/* Emits "selection-changed" where anything was selected. */
void lectern_participants_table_unselect (LecternParticipantsTable *self);
/* Keeps what is selected. */
void lectern_participants_table_scroll_to_top (LecternParticipantsTable *self);
/* Selects only this one and scrolls to it; FALSE where it is not in the list. */
gboolean lectern_participants_table_select (LecternParticipantsTable *self, gint64 id);

G_END_DECLS
