/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pointer in the agenda: carrying items across time, lanes, days and the tray,
 * pulling at their edges, and the rubber band. Belongs to a view and is freed with it.
 */
#pragma once

#include "lectern-agenda-view.h"

G_BEGIN_DECLS

typedef struct _LecternAgendaDrag LecternAgendaDrag;

LecternAgendaDrag *lectern_agenda_drag_new (LecternAgendaView *view);
void lectern_agenda_drag_free (LecternAgendaDrag *drag);

/* What the gesture does, for tests too: places are in pixels of the view. */
gboolean lectern_agenda_drag_press (LecternAgendaDrag *drag, double x, double y);
void lectern_agenda_drag_move (LecternAgendaDrag *drag, double x, double y, GdkModifierType state);
void lectern_agenda_drag_release (LecternAgendaDrag *drag);
void lectern_agenda_drag_cancel (LecternAgendaDrag *drag);
gboolean lectern_agenda_drag_is_active (LecternAgendaDrag *drag);

G_END_DECLS
