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

/* The item that has the keyboard, NULL where none of them has. A focus child alone may be the one of long ago. */
GtkWidget *
lectern_agenda_canvas_focus_within (LecternAgendaCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (child == NULL || focus == NULL)
    return NULL;
  return focus == child || gtk_widget_is_ancestor (focus, child) ? child : NULL;
}

/* Tab goes in to one item and out again; the arrow keys walk among them. */
static gboolean
lectern_agenda_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (lectern_agenda_canvas_focus_within (self) != NULL || gtk_widget_has_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

/* A day on which nothing stands takes the keyboard itself. */
static gboolean
lectern_agenda_canvas_grab_focus (GtkWidget *widget)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (self->items->len > 0)
    return lectern_agenda_canvas_focus_box (self, self->focused);
  if (!gtk_widget_get_focusable (widget) || gtk_widget_get_root (widget) == NULL)
    return FALSE;
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

/* As drawn: turned, the right arrow is later; so it is called here. */
static LecternLayoutMove
as_drawn (LecternAgendaCanvas *self, LecternLayoutMove move)
{
  if (!self->plan->turned)
    return move;
  return move == LECTERN_LAYOUT_EARLIER         ? LECTERN_LAYOUT_PREVIOUS_LANE
         : move == LECTERN_LAYOUT_LATER         ? LECTERN_LAYOUT_NEXT_LANE
         : move == LECTERN_LAYOUT_PREVIOUS_LANE ? LECTERN_LAYOUT_EARLIER
                                                : LECTERN_LAYOUT_LATER;
}

/* With Shift what is walked over is chosen too. */
static gboolean
step (GtkWidget *widget, LecternLayoutMove move, gboolean choose)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  int box = lectern_agenda_canvas_box_of_item (self, lectern_agenda_canvas_focus_within (self));
  guint next = box >= 0 ? (guint) box : self->focused;
  if (self->items->len == 0)
    return FALSE;
  if (!lectern_layout_step (self->plan->layout, &next, &self->focused_lane, as_drawn (self, move)))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  if (choose)
    {
      gint64 both[] = { self->focused_session, lectern_agenda_plan_session (self->plan, next)->id };
      lectern_agenda_selection_add (self->selection, both, G_N_ELEMENTS (both));
    }
  lectern_agenda_canvas_focus_box (self, next);
  return TRUE;
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  return step (widget, g_variant_get_int32 (args), FALSE);
}

static gboolean
on_choosing_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  return step (widget, g_variant_get_int32 (args), TRUE);
}

static gboolean
on_toggle (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (self->focused_session == 0)
    return FALSE;
  lectern_agenda_selection_toggle (self->selection, self->focused_session);
  return TRUE;
}

static gboolean
on_all (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  g_autoptr (GArray) ids = lectern_agenda_canvas_list_in (self, &(GdkRectangle){ 0, 0, G_MAXINT / 2, G_MAXINT / 2 });
  lectern_agenda_selection_set_all (self->selection, (const gint64 *) (const void *) ids->data, ids->len,
                                    self->focused_session);
  return TRUE;
}

/* Back to none; where nothing is chosen the key is somebody else's. */
static gboolean
on_none (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (lectern_agenda_selection_count (self->selection) == 0)
    return FALSE;
  lectern_agenda_selection_set (self->selection, 0);
  return TRUE;
}

static gboolean
on_menu (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  GdkRectangle at = { 0, 0, 1, 1 };
  if (self->focused_session != 0)
    {
      lectern_agenda_canvas_get_bounds (self, self->focused_session, &at);
      if (!lectern_agenda_canvas_is_selected (self, self->focused_session))
        lectern_agenda_selection_set (self->selection, self->focused_session);
    }
  g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_MENU], 0, self->focused_session,
                 at.x + at.width / 2, at.y + MIN (at.height, 40) / 2);
  return TRUE;
}

static gboolean
on_insert (GtkWidget *widget, GVariant *args, gpointer data)
{
  lectern_agenda_canvas_add_here (LECTERN_AGENDA_CANVAS (widget));
  return TRUE;
}

void
lectern_agenda_canvas_add_here (LecternAgendaCanvas *self)
{
  const LecternAgendaSession *session
      = self->items->len > 0 ? lectern_agenda_plan_session (self->plan, self->focused) : NULL;
  guint lane = session != NULL ? self->plan->layout->boxes[self->focused].lane : 0;
  if (self->plan->layout == NULL || self->plan->layout->n_lanes == 0)
    return;
  if (session != NULL && self->focused_lane - lane < self->plan->layout->boxes[self->focused].n_lanes)
    lane = self->focused_lane; /* of an item over several lanes the one that was walked in */
  g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_ADD], 0,
                 session != NULL ? MIN (session->start + MAX (session->duration, 0), 2879) : self->plan->layout->from, lane);
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
  const struct
  {
    guint key;
    int signal;
  } of_session[] = { { GDK_KEY_Return, LECTERN_AGENDA_CANVAS_OPEN },   { GDK_KEY_KP_Enter, LECTERN_AGENDA_CANVAS_OPEN },
                     { GDK_KEY_space, LECTERN_AGENDA_CANVAS_TAKE },    { GDK_KEY_KP_Space, LECTERN_AGENDA_CANVAS_TAKE },
                     { GDK_KEY_F2, LECTERN_AGENDA_CANVAS_RENAME },     { GDK_KEY_Delete, LECTERN_AGENDA_CANVAS_REMOVE },
                     { GDK_KEY_KP_Delete, LECTERN_AGENDA_CANVAS_REMOVE } };
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (klass, arrows[i].key, 0, on_step, "i", arrows[i].move);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, 0, on_step, "i", arrows[i].move);
      gtk_widget_class_add_binding (klass, arrows[i].key, GDK_SHIFT_MASK, on_choosing_step, "i", arrows[i].move);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, GDK_SHIFT_MASK, on_choosing_step, "i", arrows[i].move);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    gtk_widget_class_add_binding (klass, of_session[i].key, 0, on_key, "i", of_session[i].signal);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK, on_toggle, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_a, GDK_CONTROL_MASK, on_all, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "agenda.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "agenda.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "agenda.duplicate", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "agenda.add-person", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, on_none, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Insert, 0, on_insert, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Insert, 0, on_insert, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, on_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, on_page, "i", 1);
}
