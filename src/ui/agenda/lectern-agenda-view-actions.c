/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

static void
on_open (LecternAgendaView *self, gint64 session)
{
  lectern_agenda_view_select (self, session);
  lectern_view_show_pane (LECTERN_VIEW (self), TRUE);
}

static void
on_rename (LecternAgendaView *self, gint64 session)
{
  on_open (self, session);
  lectern_agenda_pane_focus_title (LECTERN_AGENDA_PANE (self->pane));
}

/* What a lane stands for is what a session that is made in it has. */
static void
set_lane (LecternEdit *edit, gint64 session, const LecternAgenda *agenda, const LecternAgendaLane *lane)
{
  if (lane->track >= 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TRACK,
                              lectern_agenda_track (agenda, lane->track)->id);
  if (lane->part != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_PROGRAMME_NODE, lane->part);
  if (lane->person != 0)
    lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, session, lane->person, "speaker");
}

/* @lane: NULL for an unplaced one. */
static void
add_session (LecternAgendaView *self, const LecternAgendaLane *lane, int start)
{
  LecternView *view = LECTERN_VIEW (self);
  gint64 day = lane != NULL ? lectern_agenda_day (self->agenda, lane->day)->id : 0;
  gint64 room = lane != NULL && lane->room >= 0 ? lectern_agenda_room (self->agenda, lane->room)->id : 0;
  g_autoptr (LecternEdit) edit = NULL;
  if (lectern_view_get_event (view) == 0)
    return;
  edit = lectern_agenda_edit_add_session (lectern_view_get_event (view), lectern_view_language (view), day, start,
                                          room, &self->reveal);
  if (lane != NULL)
    set_lane (edit, self->reveal, self->agenda, lane);
  self->reveal_title = TRUE;
  lectern_view_commit (view, edit, NULL);
}

static void
on_add (LecternAgendaView *self, int minute, guint lane)
{
  const LecternAgendaLane *at = lectern_agenda_canvas_get_lane (lectern_agenda_view_canvas (self), lane);
  if (at != NULL && at->day >= 0)
    add_session (self, at, minute);
}

static void
on_page (LecternAgendaView *self, int by)
{
  if (self->scene.all_days) /* there is no other one */
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    lectern_agenda_view_set_day (self, lectern_agenda_view_get_day (self) + by);
  gtk_widget_grab_focus (GTK_WIDGET (lectern_agenda_view_canvas (self)));
}

static void
on_day (LecternAgendaView *self, int day)
{
  if (day < 0)
    lectern_agenda_view_set_all_days (self, TRUE);
  else
    lectern_agenda_view_set_day (self, day);
}

/* ---- actions ---- */

static void
new_session (GSimpleAction *action, GVariant *target, gpointer data)
{
  add_session (data, NULL, -1);
}

/* From the details back to the session they are of. */
static void
leave_pane (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  if (self->selected != 0 && !lectern_agenda_view_is_list (self))
    lectern_agenda_view_focus_session (self, self->selected);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static const GActionEntry entries[] = {
  { "new-session", new_session },
  { "leave", leave_pane },
};

void
lectern_agenda_view_add_actions (LecternAgendaView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  lectern_agenda_view_add_bulk_actions (self);
  lectern_agenda_view_add_clip_actions (self);
  lectern_agenda_view_add_menu_actions (self);
  lectern_agenda_view_add_day_actions (self);
}

/* While something is taken by keyboard, the keys are about that. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LecternAgendaView *self)
{
  return lectern_agenda_view_carry_key (self, key, state);
}

static void
listen_to (LecternAgendaView *self, gpointer widget)
{
  g_signal_connect_object (widget, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "rename", G_CALLBACK (on_rename), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "remove", G_CALLBACK (lectern_agenda_view_remove), self, G_CONNECT_SWAPPED);
}

static void
listen_to_keys (LecternAgendaView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Follows all parts of the view, once they are made. */
void
lectern_agenda_view_listen (LecternAgendaView *self)
{
  listen_to (self, lectern_agenda_view_canvas (self));
  listen_to (self, self->tray);
  listen_to (self, self->list);
  listen_to_keys (self);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (lectern_agenda_view_on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lectern_agenda_view_canvas (self), "take", G_CALLBACK (lectern_agenda_view_take_by_keys), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tray, "take", G_CALLBACK (lectern_agenda_view_take_by_keys), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lectern_agenda_view_canvas (self), "add", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lectern_agenda_view_canvas (self), "page", G_CALLBACK (on_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_bar, "day", G_CALLBACK (on_day), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day_bar, "add-day", G_CALLBACK (lectern_agenda_view_add_day), self, G_CONNECT_SWAPPED);
}
