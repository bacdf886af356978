/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One participant in the pane: the registration and the person, edited in place.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANT_DETAILS (lectern_participant_details_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantDetails, lectern_participant_details, LECTERN, PARTICIPANT_DETAILS, AdwBin)

/* (transfer floating) Of nobody until lectern_participant_details_set(); @view is not kept
   alive. */
GtkWidget *lectern_participant_details_new (LecternView *view);
/* @registration 0: nobody. Fields that are being typed in are stored first. */
void lectern_participant_details_set (LecternParticipantDetails *self, gint64 registration);
/* Picture and organisation in the head by what is stored now; the fields follow by themselves. */
void lectern_participant_details_refresh (LecternParticipantDetails *self);
/* Puts the keyboard into the person's name. */
void lectern_participant_details_edit_name (LecternParticipantDetails *self);

G_END_DECLS
