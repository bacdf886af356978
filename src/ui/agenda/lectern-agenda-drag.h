/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pointer in the agenda: carrying items across time, lanes, days and the tray,
 * pulling at their edges, and the rubber band. Belongs to a view and is freed with it.
 */
#pragma once

#include "lectern-agenda-view.h"

G_BEGIN_DECLS

typedef struct _LecternAgendaDrag LecternAgendaDrag;

/* Listens to @view, which is not kept alive: lectern_agenda_drag_free() is due before it is
   gone. */
LecternAgendaDrag *lectern_agenda_drag_new (LecternAgendaView *view);
/* No longer listens; what is on its way is neither dropped nor put back. Not for NULL. */
void lectern_agenda_drag_free (LecternAgendaDrag *drag);

/* What the gesture does, for tests too: places are in pixels of the view. */

/* Nothing is carried or drawn yet. FALSE: nothing can be dragged from there. */
gboolean lectern_agenda_drag_press (LecternAgendaDrag *drag, double x, double y);
/* @state: the modifiers that are held. Far enough from where it was pressed it begins to carry
   what was pressed, or to draw a band. */
void lectern_agenda_drag_move (LecternAgendaDrag *drag, double x, double y, GdkModifierType state);
/* Drops what is carried. Of a band: what it chose stays so, and its lead gets the keyboard. */
void lectern_agenda_drag_release (LecternAgendaDrag *drag);
/* Nothing is moved; what a band chose so far stays chosen. */
void lectern_agenda_drag_cancel (LecternAgendaDrag *drag);
/* Whether something is carried or a band is drawn; not while it is only pressed. */
gboolean lectern_agenda_drag_is_active (LecternAgendaDrag *drag);

G_END_DECLS
