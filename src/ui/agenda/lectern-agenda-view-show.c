/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-selection-bar.h"

LecternAgendaCanvas *
lectern_agenda_view_canvas (LecternAgendaView *self)
{
  return lectern_agenda_grid_get_canvas (LECTERN_AGENDA_GRID (self->grid));
}

gboolean
lectern_agenda_view_is_list (LecternAgendaView *self)
{
  return self->scene.mode == LECTERN_AGENDA_AS_LIST;
}

/* ---- showing ---- */

static void
show_list (LecternAgendaView *self)
{
  LecternAgendaList *list = LECTERN_AGENDA_LIST (self->list);
  lectern_agenda_list_set_agenda (list, self->agenda);
  if (!lectern_agenda_view_is_list (self) || !self->list_is_old)
    return;
  lectern_agenda_list_show (list, self->scene.filter);
  lectern_agenda_list_select (list, self->selected);
  self->list_is_old = FALSE;
}

/* What the scene asks for, after it or the data changed. */
void
lectern_agenda_view_show_day (LecternAgendaView *self)
{
  g_autoptr (GArray) lanes = NULL;
  LecternAgendaCount count;
  self->scene.day = lectern_agenda_view_get_day (self);
  lanes = lectern_agenda_scene_lanes (&self->scene, self->agenda);
  count = lectern_agenda_scene_count (&self->scene, self->agenda, lanes);
  lectern_agenda_grid_show (LECTERN_AGENDA_GRID (self->grid), self->agenda,
                            (LecternAgendaLane *) (void *) lanes->data, lanes->len, self->scene.filter);
  show_list (self);
  lectern_agenda_view_show_page (self, lanes->len, &count);
  lectern_agenda_filter_bar_show (LECTERN_AGENDA_FILTER_BAR (self->filter_bar), &self->scene, self->agenda, &count);
  lectern_agenda_tray_show (LECTERN_AGENDA_TRAY (self->tray), self->agenda);
  if (lectern_agenda_view_is_list (self))
    gtk_widget_set_visible (self->tray, FALSE); /* the list ends with them */
  lectern_agenda_view_show_now (self);
  lectern_agenda_view_carry_lanes (self);
}

void
lectern_agenda_view_select (LecternAgendaView *self, gint64 session)
{
  lectern_agenda_selection_set (self->selection, session);
}

static void
show_bar (LecternAgendaView *self)
{
  lectern_agenda_selection_bar_show (LECTERN_AGENDA_SELECTION_BAR (self->selection_bar),
                                     lectern_agenda_view_is_list (self) ? NULL : self->agenda, self->selection);
}

/* The pane shows the one that leads. */
void
lectern_agenda_view_on_selected (LecternAgendaView *self)
{
  gint64 lead = lectern_agenda_selection_get_lead (self->selection);
  show_bar (self);
  if (lead == self->selected)
    return;
  self->selected = lead;
  lectern_agenda_list_select (LECTERN_AGENDA_LIST (self->list), lead);
  if (self->agenda != NULL)
    lectern_agenda_pane_show (LECTERN_AGENDA_PANE (self->pane), self->agenda, lead);
}

/* The keyboard goes to a session where it stands in sight, else to where it was. */
void
lectern_agenda_view_focus_session (LecternAgendaView *self, gint64 session)
{
  if (!lectern_agenda_canvas_focus_session (lectern_agenda_view_canvas (self), session)
      && !lectern_agenda_tray_focus_session (LECTERN_AGENDA_TRAY (self->tray), session))
    gtk_widget_grab_focus (GTK_WIDGET (lectern_agenda_view_canvas (self)));
}

void
lectern_agenda_view_set_day (LecternAgendaView *self, int day)
{
  if (day < 0 || day >= (int) self->agenda->days->len)
    return;
  if (day != lectern_agenda_view_get_day (self))
    lectern_agenda_view_need_all (self);
  self->day = lectern_agenda_day (self->agenda, day)->id;
  if (self->scene.all_days)
    lectern_agenda_view_set_all_days (self, FALSE);
  else
    lectern_agenda_view_show_day (self);
  lectern_agenda_day_bar_set_day (LECTERN_AGENDA_DAY_BAR (self->day_bar), day);
  if (lectern_agenda_view_is_list (self))
    lectern_agenda_list_scroll_to_day (LECTERN_AGENDA_LIST (self->list), day);
}

/* After the next layout, when it is known where things stand. */
static gboolean
on_scroll_idle (gpointer data)
{
  LecternAgendaView *self = data;
  self->scroll_idle = 0;
  if (lectern_agenda_view_is_list (self))
    lectern_agenda_list_scroll_to (LECTERN_AGENDA_LIST (self->list), self->selected);
  else
    {
      lectern_agenda_grid_scroll_to (LECTERN_AGENDA_GRID (self->grid), self->selected);
      lectern_agenda_tray_scroll_to (LECTERN_AGENDA_TRAY (self->tray), self->selected);
    }
  return G_SOURCE_REMOVE;
}

void
lectern_agenda_view_scroll_later (LecternAgendaView *self)
{
  if (self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (on_scroll_idle, self);
}

gboolean
lectern_agenda_view_reveal_session (LecternAgendaView *self, gint64 id)
{
  lectern_agenda_view_need_all (self);
  const LecternAgendaSession *session = self->agenda != NULL ? lectern_agenda_find (self->agenda, id) : NULL;
  gboolean focused = TRUE;
  if (session == NULL)
    return FALSE;
  if (session->placed && !lectern_agenda_scene_has_day (&self->scene, session->day))
    lectern_agenda_view_set_day (self, session->day);
  if (lectern_agenda_view_is_list (self) && !lectern_agenda_filter_matches (self->scene.filter, self->agenda, session))
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "show-all", NULL);
  lectern_agenda_view_select (self, id);
  lectern_view_show_pane (LECTERN_VIEW (self), TRUE);
  if (!lectern_agenda_view_is_list (self))
    focused = session->placed ? lectern_agenda_canvas_focus_session (lectern_agenda_view_canvas (self), id)
                              : lectern_agenda_tray_focus_session (LECTERN_AGENDA_TRAY (self->tray), id);
  if (!focused && session->placed) /* it is filtered out */
    {
      g_action_group_activate_action (G_ACTION_GROUP (self->actions), "show-all", NULL);
      lectern_agenda_canvas_focus_session (lectern_agenda_view_canvas (self), id);
    }
  lectern_agenda_view_scroll_later (self);
  return TRUE;
}

/* What somebody has just added comes with the change of the data. */
void
lectern_agenda_view_show_added (LecternAgendaView *self)
{
  if (self->reveal_day != 0 && lectern_agenda_day_index (self->agenda, self->reveal_day) >= 0)
    {
      lectern_agenda_view_set_day (self, lectern_agenda_day_index (self->agenda, self->reveal_day));
      self->reveal_day = 0;
    }
  lectern_agenda_view_reselect (self);
  if (self->refocus != 0 && lectern_agenda_find (self->agenda, self->refocus) != NULL)
    {
      lectern_agenda_view_focus_session (self, self->refocus);
      lectern_agenda_view_select (self, self->refocus);
      lectern_agenda_view_scroll_later (self);
      self->refocus = 0;
    }
  if (self->reveal == 0 || !lectern_agenda_view_reveal_session (self, self->reveal))
    return;
  self->reveal = 0;
  if (self->reveal_title)
    lectern_agenda_pane_focus_title (LECTERN_AGENDA_PANE (self->pane));
}

static gboolean
is_there (gint64 session, gpointer view)
{
  return lectern_agenda_find (LECTERN_AGENDA_VIEW (view)->agenda, session) != NULL;
}

void
lectern_agenda_view_show_all (LecternAgendaView *self)
{
  lectern_agenda_day_bar_show (LECTERN_AGENDA_DAY_BAR (self->day_bar), self->agenda,
                               self->scene.all_days ? -1 : lectern_agenda_view_get_day (self));
  self->list_is_old = TRUE;
  lectern_agenda_view_show_day (self);
  lectern_agenda_selection_keep (self->selection, is_there, self);
  show_bar (self);
  lectern_agenda_pane_show (LECTERN_AGENDA_PANE (self->pane), self->agenda, self->selected);
}
