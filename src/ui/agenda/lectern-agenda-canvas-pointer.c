/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas-private.h"

/* Pixels at an item's edge by which it is made longer, shorter, wider. */
#define GRIP 6
/* A double click begins a session at the half hour. */
#define NEW_AT 30

static int
box_at (LecternAgendaCanvas *self, double x, double y)
{
  return lectern_agenda_canvas_box_of_item (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
}

/* Which edge of a box the place is at, if at one. */
static void
look_at_edges (LecternAgendaCanvas *self, const LecternLayoutBox *box, double along, double across,
               LecternAgendaSpot *spot)
{
  double grip = MIN (GRIP, box->length / 4);
  double side = MIN (GRIP, box->breadth / 8);
  gboolean of_rooms = lectern_agenda_plan_lane (self->plan, box->lane)->kind == LECTERN_AGENDA_LANE_ROOM
                      && !lectern_agenda_lane_is_none (lectern_agenda_plan_lane (self->plan, box->lane));
  spot->how = LECTERN_AGENDA_CARRY_WHOLE;
  if (along - box->along < grip)
    spot->how = LECTERN_AGENDA_CARRY_START;
  else if (box->along + box->length - along < grip)
    spot->how = LECTERN_AGENDA_CARRY_END;
  else if (of_rooms && (across - box->across < side || box->across + box->breadth - across < side))
    {
      spot->how = LECTERN_AGENDA_CARRY_LANES;
      spot->stays = across - box->across < side ? box->lane + box->n_lanes - 1 : box->lane;
    }
}

gboolean
lectern_agenda_canvas_look (LecternAgendaCanvas *self, double x, double y, LecternAgendaSpot *spot)
{
  const LecternLayout *layout = self->plan->layout;
  double along = self->plan->turned ? x : y;
  double across = self->plan->turned ? y : x;
  *spot = (LecternAgendaSpot){ .how = LECTERN_AGENDA_CARRY_WHOLE };
  if (layout == NULL || layout->n_lanes == 0)
    return FALSE;
  int box = box_at (self, x, y);
  if (box >= 0)
    {
      spot->session = lectern_agenda_plan_session (self->plan, box)->id;
      look_at_edges (self, &layout->boxes[box], along, across, spot);
    }
  /* Beyond the plane the nearest minute and lane count: the pointer is caught while it drags. But under the
     last hour it is later still: what is dragged there makes the day longer. */
  if (!lectern_layout_pick (layout, CLAMP (along, 0, layout->length - 1), CLAMP (across, 0, layout->breadth - 1),
                            &spot->minute, &spot->lane))
    return FALSE;
  if (along > layout->length)
    spot->minute = MIN (2879, spot->minute + (int) ((along - layout->length) / layout->per_minute));
  return TRUE;
}

/* From the one that leads to this one: all that stand in the rectangle between them. */
void
lectern_agenda_canvas_select_until (LecternAgendaCanvas *self, gint64 session)
{
  GdkRectangle from, to;
  gint64 lead = lectern_agenda_selection_get_lead (self->selection);
  if (!lectern_agenda_canvas_get_bounds (self, session, &to))
    return;
  if (!lectern_agenda_canvas_get_bounds (self, lead, &from))
    from = to;
  gdk_rectangle_union (&from, &to, &to);
  g_autoptr (GArray) ids = lectern_agenda_canvas_list_in (self, &to);
  lectern_agenda_selection_add (self->selection, (const gint64 *) (const void *) ids->data, ids->len);
}

/* Where what is made there begins: at the half hour, but not before the end of what stands above it. */
int
lectern_agenda_canvas_new_start (LecternAgendaCanvas *self, const LecternAgendaSpot *spot)
{
  const LecternLayout *layout = self->plan->layout;
  int start = spot->minute - spot->minute % NEW_AT;
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_plan_session (self->plan, i);
      int end = session->start + MAX (session->duration, 0);
      if (spot->lane - layout->boxes[i].lane < layout->boxes[i].n_lanes && end > start && end <= spot->minute)
        start = end;
    }
  return start;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LecternAgendaSpot spot;
  self->pressed = box_at (self, x, y);
  if (self->pressed >= 0)
    {
      gint64 id = lectern_agenda_plan_session (self->plan, self->pressed)->id;
      self->focused_lane = self->plan->layout->boxes[self->pressed].lane;
      if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && !lectern_agenda_canvas_is_selected (self, id))
        lectern_agenda_selection_set (self->selection, id);
      lectern_agenda_canvas_focus_box (self, self->pressed);
      return;
    }
  if (n_press == 2 && lectern_agenda_canvas_look (self, x, y, &spot))
    g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_ADD], 0,
                   lectern_agenda_canvas_new_start (self, &spot), spot.lane);
}

/* Nothing was dragged in between. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int box = self->pressed;
  self->pressed = -1;
  if (box < 0)
    {
      if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        lectern_agenda_selection_set (self->selection, 0);
      return;
    }
  gint64 id = lectern_agenda_plan_session (self->plan, box)->id;
  if ((state & GDK_CONTROL_MASK) != 0)
    lectern_agenda_selection_toggle (self->selection, id);
  else if ((state & GDK_SHIFT_MASK) != 0)
    lectern_agenda_canvas_select_until (self, id);
  else
    {
      lectern_agenda_selection_set (self->selection, id);
      g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_OPEN], 0, id);
    }
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaCanvas *self)
{
  int box = box_at (self, x, y);
  gint64 id = box >= 0 ? lectern_agenda_plan_session (self->plan, box)->id : 0;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (box >= 0)
    {
      if (!lectern_agenda_canvas_is_selected (self, id))
        lectern_agenda_selection_set (self->selection, id);
      lectern_agenda_canvas_focus_box (self, box);
    }
  g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_MENU], 0, id, (int) x, (int) y);
}

/* The pointer says what dragging would do. */
static void
on_motion (GtkEventControllerMotion *motion, double x, double y, LecternAgendaCanvas *self)
{
  LecternAgendaSpot spot;
  const char *cursor = NULL;
  if (lectern_agenda_canvas_look (self, x, y, &spot) && spot.session != 0)
    cursor = spot.how == LECTERN_AGENDA_CARRY_WHOLE                                      ? NULL
             : (spot.how == LECTERN_AGENDA_CARRY_LANES) != self->plan->turned ? "ew-resize"
                                                                                : "ns-resize";
  if (self->cursor == cursor)
    return;
  self->cursor = cursor;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

void
lectern_agenda_canvas_add_pointer (LecternAgendaCanvas *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  self->pressed = -1;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (primary, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (primary, "released", G_CALLBACK (on_released), self);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
