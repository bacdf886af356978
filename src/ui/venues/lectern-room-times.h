/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A room's times: how long setting it up and clearing it take, and when it can be used
 * at the event that is shown. A dialog.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* Returns the dialog. */
GtkWidget *lectern_room_times_present (LecternView *view, gint64 room);

G_END_DECLS
