/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who comes to the event: the table of registrations, the counts beside it, and one
 * participant's details edited in place.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PARTICIPANTS_VIEW (lectern_participants_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsView, lectern_participants_view, LECTERN, PARTICIPANTS_VIEW, LecternView)

/* (transfer floating) The screen "Participants" of a window. */
GtkWidget *lectern_participants_view_new (void);

G_END_DECLS
