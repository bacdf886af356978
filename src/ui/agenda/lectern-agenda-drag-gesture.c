/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gesture that drags, and the keys that are heard meanwhile.
 */
#include "lectern-agenda-drag-private.h"

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, LecternAgendaDrag *drag)
{
  /* Where it is not ours it is let be, not denied: a gesture that denied a press does not hear of the
     release which a button claims, and would never begin again. */
  if (!drag->view->carry_by_keys)
    lectern_agenda_drag_press (drag, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, LecternAgendaDrag *drag)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean pressed = drag->state == LECTERN_AGENDA_DRAG_ON_ITEM || drag->state == LECTERN_AGENDA_DRAG_ON_EMPTY;
  lectern_agenda_drag_move (drag, drag->from.x + dx, drag->from.y + dy, state);
  if (pressed && drag->state != LECTERN_AGENDA_DRAG_ON_ITEM && drag->state != LECTERN_AGENDA_DRAG_ON_EMPTY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED); /* so it was no click */
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, LecternAgendaDrag *drag)
{
  lectern_agenda_drag_release (drag);
}

static void
on_cancel (GtkGesture *gesture, GdkEventSequence *sequence, LecternAgendaDrag *drag)
{
  lectern_agenda_drag_cancel (drag);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LecternAgendaDrag *drag)
{
  if (key != GDK_KEY_Escape || !lectern_agenda_drag_is_active (drag))
    return FALSE;
  lectern_agenda_drag_cancel (drag);
  return TRUE;
}

static gboolean
on_modifiers (GtkEventControllerKey *keys, GdkModifierType state, LecternAgendaDrag *drag)
{
  drag->modifiers = state;
  lectern_agenda_drag_update (drag);
  return FALSE;
}

LecternAgendaDrag *
lectern_agenda_drag_new (LecternAgendaView *view)
{
  LecternAgendaDrag *drag = g_new0 (LecternAgendaDrag, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  drag->view = view;
  drag->keys = keys;
  drag->tab = -1;
  drag->gesture = gtk_gesture_drag_new ();
  g_signal_connect (drag->gesture, "drag-begin", G_CALLBACK (on_drag_begin), drag);
  g_signal_connect (drag->gesture, "drag-update", G_CALLBACK (on_drag_update), drag);
  g_signal_connect (drag->gesture, "drag-end", G_CALLBACK (on_drag_end), drag);
  g_signal_connect (drag->gesture, "cancel", G_CALLBACK (on_cancel), drag);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), drag);
  g_signal_connect (keys, "modifiers", G_CALLBACK (on_modifiers), drag);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  return drag;
}

void
lectern_agenda_drag_free (LecternAgendaDrag *drag)
{
  lectern_agenda_drag_stop (drag);
  gtk_widget_remove_controller (GTK_WIDGET (drag->view), GTK_EVENT_CONTROLLER (drag->gesture));
  gtk_widget_remove_controller (GTK_WIDGET (drag->view), drag->keys);
  g_free (drag);
}
