/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas-private.h"

gboolean
lectern_agenda_canvas_focus_box (LecternAgendaCanvas *self, guint box)
{
  self->focused = box;
  self->focused_session = lectern_agenda_plan_session (self->plan, box)->id;
  return gtk_widget_grab_focus (lectern_agenda_canvas_item_of_box (self, box));
}

int
lectern_agenda_canvas_box_of_item (LecternAgendaCanvas *self, GtkWidget *widget)
{
  while (widget != NULL && !LECTERN_IS_AGENDA_ITEM (widget))
    widget = gtk_widget_get_parent (widget);
  for (guint i = 0; widget != NULL && i < self->items->len; i++)
    if (g_ptr_array_index (self->items, i) == widget)
      return i;
  return -1;
}

/* The item that has the keyboard, NULL where none of them has. */
GtkWidget *
lectern_agenda_canvas_focus_within (LecternAgendaCanvas *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self));
}

/* Tab goes in to one item and out again; the arrow keys walk among them. */
static gboolean
lectern_agenda_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (self->items->len == 0 || lectern_agenda_canvas_focus_within (self) != NULL)
    return FALSE;
  return lectern_agenda_canvas_focus_box (self, self->focused);
}

static gboolean
lectern_agenda_canvas_grab_focus (GtkWidget *widget)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  return self->items->len > 0 && lectern_agenda_canvas_focus_box (self, self->focused);
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  LecternLayoutMove move = g_variant_get_int32 (args);
  int box = lectern_agenda_canvas_box_of_item (self, lectern_agenda_canvas_focus_within (self));
  guint next = box >= 0 ? (guint) box : self->focused;
  /* As drawn: turned, the right arrow is later; so it is called here. */
  if (self->plan->turned)
    move = move == LECTERN_LAYOUT_EARLIER         ? LECTERN_LAYOUT_PREVIOUS_LANE
           : move == LECTERN_LAYOUT_LATER         ? LECTERN_LAYOUT_NEXT_LANE
           : move == LECTERN_LAYOUT_PREVIOUS_LANE ? LECTERN_LAYOUT_EARLIER
                                                  : LECTERN_LAYOUT_LATER;
  if (self->items->len == 0)
    return FALSE;
  if (lectern_layout_step (self->plan->layout, &next, &self->focused_lane, move))
    lectern_agenda_canvas_focus_box (self, next);
  else
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
on_page (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_PAGE], 0, g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  gint64 session = lectern_agenda_canvas_get_focused (self);
  if (session == 0)
    return FALSE;
  g_signal_emit (self, lectern_agenda_canvas_signals[g_variant_get_int32 (args)], 0, session);
  return TRUE;
}

void
lectern_agenda_canvas_add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key, keypad;
    LecternLayoutMove move;
  } arrows[] = { { GDK_KEY_Up, GDK_KEY_KP_Up, LECTERN_LAYOUT_EARLIER },
                 { GDK_KEY_Down, GDK_KEY_KP_Down, LECTERN_LAYOUT_LATER },
                 { GDK_KEY_Left, GDK_KEY_KP_Left, LECTERN_LAYOUT_PREVIOUS_LANE },
                 { GDK_KEY_Right, GDK_KEY_KP_Right, LECTERN_LAYOUT_NEXT_LANE } };
  klass->focus = lectern_agenda_canvas_focus;
  klass->grab_focus = lectern_agenda_canvas_grab_focus;
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (klass, arrows[i].key, 0, on_step, "i", arrows[i].move);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, 0, on_step, "i", arrows[i].move);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_key, "i", LECTERN_AGENDA_CANVAS_OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_key, "i", LECTERN_AGENDA_CANVAS_OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, on_key, "i", LECTERN_AGENDA_CANVAS_OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, on_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, on_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, on_key, "i", LECTERN_AGENDA_CANVAS_RENAME);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, on_key, "i", LECTERN_AGENDA_CANVAS_REMOVE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Delete, 0, on_key, "i", LECTERN_AGENDA_CANVAS_REMOVE);
}

