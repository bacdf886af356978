/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Below the participants while several are selected: how many, and what can be done with them.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANTS_SELECTION_BAR (lectern_participants_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsSelectionBar, lectern_participants_selection_bar, LECTERN, PARTICIPANTS_SELECTION_BAR, AdwBin)

/* Its buttons do "participants.set-state", "participants.remove" and "participants.unselect". */
GtkWidget *lectern_participants_selection_bar_new (void);
/* It is shown from two on. */
void lectern_participants_selection_bar_set_count (LecternParticipantsSelectionBar *self, guint count);

G_END_DECLS
