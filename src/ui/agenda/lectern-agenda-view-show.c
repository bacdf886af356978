/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* With more rooms than this only those in use on the day are shown at first. */
#define ALL_ROOMS_UP_TO 12
/* With more than this rooms are rows at first. */
#define COLUMNS_UP_TO 10

LecternAgendaCanvas *
lectern_agenda_view_canvas (LecternAgendaView *self)
{
  return lectern_agenda_grid_get_canvas (LECTERN_AGENDA_GRID (self->grid));
}

gboolean
lectern_agenda_view_is_list (LecternAgendaView *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->list_button));
}

LecternAgendaRoomMenu *
lectern_agenda_view_rooms (LecternAgendaView *self)
{
  return lectern_agenda_day_bar_get_rooms (LECTERN_AGENDA_DAY_BAR (self->day_bar));
}

/* ---- which rooms ---- */

static gboolean
is_room_shown (LecternAgendaView *self, int room, gboolean used)
{
  guint n;
  const gint64 *chosen
      = lectern_agenda_room_menu_get_chosen (lectern_agenda_view_rooms (self), &n);
  if (self->rooms != ROOMS_CHOSEN)
    return self->rooms == ROOMS_ALL || used;
  for (guint i = 0; i < n; i++)
    if (room >= 0 && chosen[i] == lectern_agenda_room (self->agenda, room)->id)
      return TRUE;
  return FALSE;
}

static void
append_room (LecternAgendaView *self, GArray *lanes, int day, int room)
{
  LecternAgendaLane lane = lectern_agenda_lane_for_room (self->agenda, day, room);
  g_array_append_val (lanes, lane);
}

/* The lanes of the day: rooms in their order, then "no room" where somebody has none. */
static GArray *
list_lanes (LecternAgendaView *self, int day, guint *n_hidden)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  g_autofree gboolean *used = g_new0 (gboolean, self->agenda->rooms->len + 1);
  gboolean roomless = FALSE;
  *n_hidden = 0;
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (self->agenda, i);
      gboolean seen = session->n_rooms == 0;
      if (!session->placed || session->day != day)
        continue;
      roomless = roomless || seen;
      for (guint r = 0; r < session->n_rooms; r++)
        {
          used[session->rooms[r]] = TRUE;
          seen = seen || is_room_shown (self, session->rooms[r], TRUE);
        }
      *n_hidden += !seen;
    }
  for (int r = 0; r < (int) self->agenda->rooms->len; r++)
    if (is_room_shown (self, r, used[r]))
      append_room (self, lanes, day, r);
  if (roomless || lanes->len == 0)
    append_room (self, lanes, day, -1);
  return lanes;
}

static void
label_rooms (LecternAgendaView *self, guint n_lanes)
{
  LecternAgendaRoomMenu *menu = lectern_agenda_view_rooms (self);
  guint all = self->agenda->rooms->len;
  g_autofree char *some = NULL;
  if (self->rooms == ROOMS_ALL || n_lanes >= all)
    {
      lectern_agenda_room_menu_set_label (menu, _ ("All rooms"));
      return;
    }
  /* TRANSLATORS: how many rooms are shown of how many there are */
  some = g_strdup_printf (_ ("%u of %u rooms"), n_lanes, all);
  lectern_agenda_room_menu_set_label (menu, some);
}

/* ---- showing ---- */

/* The minute of the shown day that it is now, where the event is; -1 where it is another day. */
static int
minute_now (LecternAgendaView *self, int day)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  const char *date = lectern_agenda_day (self->agenda, day)->date;
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, self->agenda->event);
  const char *zone = event != NULL ? lectern_record_text (event, LECTERN_EVENT_TIME_ZONE) : NULL;
  g_autoptr (GTimeZone) tz = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autoptr (GDateTime) now = tz != NULL ? g_date_time_new_now (tz) : g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  int days = date != NULL ? lectern_date_days_between (date, today) : -1;
  if (days < 0 || days > 1)
    return -1;
  return days * 1440 + g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static void
show_now (LecternAgendaView *self)
{
  guint n = self->agenda->days->len;
  g_autofree int *minutes = g_new (int, MAX (n, 1));
  for (guint day = 0; day < n; day++)
    minutes[day] = minute_now (self, day);
  lectern_agenda_canvas_set_now (lectern_agenda_view_canvas (self), minutes, n);
}

gboolean
lectern_agenda_view_on_now (gpointer data)
{
  show_now (data);
  return G_SOURCE_CONTINUE;
}

void
lectern_agenda_view_show_day (LecternAgendaView *self)
{
  int day = lectern_agenda_view_get_day (self);
  guint n_hidden = 0;
  g_autoptr (GArray) lanes = list_lanes (self, day, &n_hidden);
  guint n_rooms = lanes->len;
  if (n_rooms > 0 && lectern_agenda_lane_is_none (&g_array_index (lanes, LecternAgendaLane, n_rooms - 1)))
    n_rooms--;
  lectern_agenda_grid_show (LECTERN_AGENDA_GRID (self->grid), self->agenda,
                            (LecternAgendaLane *) (void *) lanes->data, lanes->len);
  if (lectern_agenda_view_is_list (self) && self->list_is_old)
    {
      lectern_agenda_list_show (LECTERN_AGENDA_LIST (self->list), self->agenda);
      lectern_agenda_list_select (LECTERN_AGENDA_LIST (self->list), self->selected);
      self->list_is_old = FALSE;
    }
  lectern_agenda_tray_show (LECTERN_AGENDA_TRAY (self->tray), self->agenda, lectern_agenda_view_is_list (self) ? 0 : n_hidden);
  if (lectern_agenda_view_is_list (self))
    gtk_widget_set_visible (self->tray, FALSE); /* the list ends with them */
  label_rooms (self, n_rooms);
  show_now (self);
  lectern_agenda_view_carry_lanes (self);
}

/* Sizes that show a day of so many rooms readably, until somebody chooses others. */
void
lectern_agenda_view_choose_view (LecternAgendaView *self)
{
  guint n_hidden;
  LecternAgendaGrid *grid = LECTERN_AGENDA_GRID (self->grid);
  self->rooms = self->agenda->rooms->len <= ALL_ROOMS_UP_TO ? ROOMS_ALL : ROOMS_USED;
  g_autoptr (GArray) lanes = list_lanes (self, lectern_agenda_view_get_day (self), &n_hidden);
  gboolean turned = lanes->len > COLUMNS_UP_TO;
  lectern_agenda_grid_set_turned (grid, turned);
  lectern_agenda_grid_set_zoom (grid, turned ? (lanes->len > 20 ? 0.35 : 0.5) : lanes->len > 5 ? 0.7 : 1);
}

void
lectern_agenda_view_show_page (LecternAgendaView *self)
{
  gboolean event = lectern_view_get_event (LECTERN_VIEW (self)) != 0;
  gboolean empty = self->agenda->days->len == 0 && (!lectern_agenda_view_is_list (self) || self->agenda->sessions->len == 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), !event           ? "no-event"
                                                             : empty          ? "empty"
                                                             : lectern_agenda_view_is_list (self) ? "list"
                                                                              : "grid");
  gtk_widget_set_visible (self->day_bar, event && !empty);
  lectern_agenda_day_bar_set_grid (LECTERN_AGENDA_DAY_BAR (self->day_bar), !lectern_agenda_view_is_list (self));
}

void
lectern_agenda_view_select (LecternAgendaView *self, gint64 session)
{
  lectern_agenda_selection_set (self->selection, session);
}

/* The pane shows the one that leads. */
void
lectern_agenda_view_on_selected (LecternAgendaView *self)
{
  gint64 lead = lectern_agenda_selection_get_lead (self->selection);
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
  lectern_agenda_day_bar_set_day (LECTERN_AGENDA_DAY_BAR (self->day_bar), day);
  lectern_agenda_view_show_day (self);
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
  if (session->placed && session->day != lectern_agenda_view_get_day (self))
    lectern_agenda_view_set_day (self, session->day);
  lectern_agenda_view_select (self, id);
  lectern_view_show_pane (LECTERN_VIEW (self), TRUE);
  if (!lectern_agenda_view_is_list (self))
    focused = session->placed ? lectern_agenda_canvas_focus_session (lectern_agenda_view_canvas (self), id)
                              : lectern_agenda_tray_focus_session (LECTERN_AGENDA_TRAY (self->tray), id);
  if (!focused && session->placed) /* its room is filtered out */
    {
      self->rooms = ROOMS_ALL;
      lectern_agenda_view_show_day (self);
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
  lectern_agenda_day_bar_show (LECTERN_AGENDA_DAY_BAR (self->day_bar), self->agenda, lectern_agenda_view_get_day (self));
  self->list_is_old = TRUE;
  lectern_agenda_view_show_page (self);
  lectern_agenda_view_show_day (self);
  lectern_agenda_selection_keep (self->selection, is_there, self);
  lectern_agenda_pane_show (LECTERN_AGENDA_PANE (self->pane), self->agenda, self->selected);
}
