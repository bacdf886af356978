/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line over the table: search, what is filtered as chips, "37 of 182", columns.
 */
#pragma once

#include "lectern-people.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANTS_FILTER (lectern_participants_filter_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsFilter, lectern_participants_filter, LECTERN, PARTICIPANTS_FILTER, AdwBin)

/* Signals: "changed"; "leave": Down or Enter in the search goes to the list. */
GtkWidget *lectern_participants_filter_new (GMenuModel *columns);
/* Fills text, state, region and needs of @filter; they stay the widget's. */
void lectern_participants_filter_get (LecternParticipantsFilter *self, LecternParticipantFilter *filter);
/* Whether a text is searched for or anything is filtered. */
gboolean lectern_participants_filter_is_set (LecternParticipantsFilter *self);
/* Shows everybody again; emits "changed". */
void lectern_participants_filter_clear (LecternParticipantsFilter *self);
/* Which states and regions there are to choose from. */
void lectern_participants_filter_set_counts (LecternParticipantsFilter *self, const LecternParticipantCounts *counts);
/* Says "37 of 182"; only @of where nothing is filtered. */
void lectern_participants_filter_set_shown (LecternParticipantsFilter *self, guint shown, guint of);
/* (transfer none) The search entry, for the keys that lead to it. */
GtkWidget *lectern_participants_filter_get_search (LecternParticipantsFilter *self);

G_END_DECLS
