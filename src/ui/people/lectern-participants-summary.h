/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of an event's participants for the pane: by state, by region against the
 * places it has, and needs as numbers, never as names.
 */
#pragma once

#include "lectern-people.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANTS_SUMMARY (lectern_participants_summary_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsSummary, lectern_participants_summary, LECTERN, PARTICIPANTS_SUMMARY, AdwBin)

/* (transfer floating) Empty until lectern_participants_summary_set_counts(). */
GtkWidget *lectern_participants_summary_new (void);
/* Takes what it needs of @counts and does not keep them. */
void lectern_participants_summary_set_counts (LecternParticipantsSummary *self, const LecternParticipantCounts *counts);

G_END_DECLS
