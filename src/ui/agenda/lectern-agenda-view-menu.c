/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus that come up at a place of the agenda.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-menu.h"
#include "lectern-agenda-shift.h"

static gboolean
on_gone (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action of a menu's item comes after it has closed. */
static void
on_closed (GtkPopover *popover)
{
  if (gtk_widget_get_parent (GTK_WIDGET (popover)) != NULL) /* the view is not just going away */
    g_idle_add_full (G_PRIORITY_DEFAULT, on_gone, g_object_ref (popover), g_object_unref);
}

/* Takes @popover. @x, @y: of @parent. */
static void
pop_up (LecternAgendaView *self, GtkWidget *popover, GtkWidget *parent, int x, int y)
{
  graphene_point_t there = GRAPHENE_POINT_INIT (x, y);
  graphene_point_t at = there;
  if (!gtk_widget_compute_point (parent, GTK_WIDGET (self), &there, &at))
    return;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ at.x, at.y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_menu (LecternAgendaView *self, gint64 session, int x, int y, GtkWidget *parent)
{
  g_autoptr (GArray) ids = session != 0 ? lectern_agenda_view_targets (self) : g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GMenuModel) menu
      = lectern_agenda_menu_new (self->agenda, (const gint64 *) (const void *) ids->data, ids->len);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  LecternAgendaSpot spot;
  self->menu_at = GRAPHENE_POINT_INIT (x, y);
  self->menu_parent = parent;
  self->menu_session = session;
  self->menu_minute = -1;
  if (session == 0 && lectern_agenda_canvas_look (lectern_agenda_view_canvas (self), x, y, &spot))
    {
      self->menu_minute = spot.minute;
      self->menu_lane = spot.lane;
    }
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  pop_up (self, popover, parent, x, y);
}

static void
ask_shift (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  if (self->menu_parent != NULL)
    pop_up (self, lectern_agenda_shift_new (), self->menu_parent, self->menu_at.x, self->menu_at.y);
}

static void
new_session_here (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  if (self->menu_minute >= 0)
    g_signal_emit_by_name (lectern_agenda_view_canvas (self), "add", self->menu_minute - self->menu_minute % 5,
                           self->menu_lane);
}

static void
open_chosen (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GArray) ids = lectern_agenda_view_targets (data);
  if (ids->len > 0)
    g_signal_emit_by_name (lectern_agenda_view_canvas (data), "open", g_array_index (ids, gint64, 0));
}

/* In the details of the one that is meant. */
static void
add_person (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  open_chosen (action, target, data);
  if (self->selected != 0)
    lectern_agenda_people_focus (lectern_agenda_pane_get_people (LECTERN_AGENDA_PANE (self->pane)));
}

static const GActionEntry entries[] = {
  { "add-person", add_person },
  { "ask-shift", ask_shift },
  { "new-session-here", new_session_here },
  { "open", open_chosen },
};

void
lectern_agenda_view_add_menu_actions (LecternAgendaView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (lectern_agenda_view_canvas (self), "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tray, "menu", G_CALLBACK (on_menu), self, G_CONNECT_SWAPPED);
}
