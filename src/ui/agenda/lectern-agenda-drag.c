/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-drag-private.h"

#include "lectern-agenda-edges.h"
#include "lectern-agenda-item.h"

/* Where it cannot scroll further the day becomes an hour longer, each so many frames. */
#define LONGER_EVERY 30
/* Over a day's tab it stays so long until that day is shown. */
#define TAB_MS 500
#define EDGE_THRESHOLD 3

static GtkWidget *
canvas_of (LecternAgendaDrag *drag)
{
  return GTK_WIDGET (lectern_agenda_view_canvas (drag->view));
}

static graphene_point_t
in_widget (LecternAgendaDrag *drag, GtkWidget *widget, graphene_point_t at)
{
  graphene_point_t there = at;
  if (!gtk_widget_compute_point (GTK_WIDGET (drag->view), widget, &at, &there))
    return at;
  return there;
}

static gboolean
is_over (LecternAgendaDrag *drag, GtkWidget *widget)
{
  graphene_point_t at = in_widget (drag, widget, drag->at);
  return gtk_widget_get_mapped (widget) && gtk_widget_contains (widget, at.x, at.y);
}

/* ---- pressing ---- */

static gboolean
press_tray (LecternAgendaDrag *drag, GtkWidget *picked)
{
  GtkWidget *item = gtk_widget_get_ancestor (picked, LECTERN_TYPE_AGENDA_ITEM);
  if (item == NULL)
    return FALSE;
  drag->session = lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item));
  drag->in_tray = TRUE;
  drag->spot = (LecternAgendaSpot){ .session = drag->session, .how = LECTERN_AGENDA_CARRY_WHOLE };
  drag->state = LECTERN_AGENDA_DRAG_ON_ITEM;
  return TRUE;
}

gboolean
lectern_agenda_drag_press (LecternAgendaDrag *drag, double x, double y)
{
  lectern_agenda_view_need_all (drag->view);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (drag->view), x, y, GTK_PICK_DEFAULT);
  drag->from = drag->at = GRAPHENE_POINT_INIT (x, y);
  drag->state = LECTERN_AGENDA_DRAG_NOTHING;
  drag->in_tray = FALSE;
  drag->modifiers = 0;
  if (picked == NULL || lectern_agenda_view_is_list (drag->view))
    return FALSE;
  if (gtk_widget_is_ancestor (picked, drag->view->tray))
    return press_tray (drag, picked);
  if (picked != canvas_of (drag) && !gtk_widget_is_ancestor (picked, canvas_of (drag)))
    return FALSE;
  drag->band_from = in_widget (drag, canvas_of (drag), drag->from);
  if (!lectern_agenda_canvas_look (lectern_agenda_view_canvas (drag->view), drag->band_from.x, drag->band_from.y, &drag->spot))
    return FALSE;
  drag->session = drag->spot.session;
  drag->state = drag->session != 0 ? LECTERN_AGENDA_DRAG_ON_ITEM : LECTERN_AGENDA_DRAG_ON_EMPTY;
  return TRUE;
}

/* The lane that counts as the one it was taken in. */
static LecternAgendaLane
home_lane (LecternAgendaDrag *drag)
{
  LecternAgendaCanvas *canvas = lectern_agenda_view_canvas (drag->view);
  guint lane = drag->spot.how == LECTERN_AGENDA_CARRY_LANES ? drag->spot.stays : drag->spot.lane;
  return drag->in_tray ? lectern_agenda_lane (LECTERN_AGENDA_LANE_ROOM, -1) : *lectern_agenda_canvas_get_lane (canvas, lane);
}

static gboolean on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data);

static gboolean
begin_carry (LecternAgendaDrag *drag)
{
  LecternAgendaView *view = drag->view;
  LecternAgendaLane home = home_lane (drag);
  gboolean many = drag->spot.how == LECTERN_AGENDA_CARRY_WHOLE
                  && lectern_agenda_selection_has (view->selection, drag->session);
  guint n = 1;
  const gint64 *ids = many ? lectern_agenda_selection_get (view->selection, &n) : &drag->session;
  const LecternAgendaSession *session = lectern_agenda_find (view->agenda, drag->session);
  if (session == NULL
      || !lectern_agenda_view_take (view, ids, n, drag->session, drag->spot.how, &home,
                                    (drag->modifiers & GDK_CONTROL_MASK) != 0))
    return FALSE;
  drag->offset = 0;
  if (!drag->in_tray)
    drag->offset = drag->spot.minute - session->start
                   - (drag->spot.how == LECTERN_AGENDA_CARRY_END ? MAX (session->duration, 0) : 0);
  return TRUE;
}

/* It has gone far enough to be meant. */
static void
begin (LecternAgendaDrag *drag)
{
  if (drag->state == LECTERN_AGENDA_DRAG_ON_ITEM)
    drag->state = begin_carry (drag) ? LECTERN_AGENDA_DRAG_CARRYING : LECTERN_AGENDA_DRAG_NOTHING;
  else
    {
      guint n;
      const gint64 *ids = lectern_agenda_selection_get (drag->view->selection, &n);
      gboolean adds = (drag->modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
      drag->state = LECTERN_AGENDA_DRAG_BAND;
      drag->before = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (adds && n > 0)
        g_array_append_vals (drag->before, ids, n);
    }
  if (drag->state != LECTERN_AGENDA_DRAG_NOTHING && drag->tick == 0)
    drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (drag->view), on_tick, drag, NULL);
}

/* ---- moving ---- */

static void
update_band (LecternAgendaDrag *drag)
{
  LecternAgendaCanvas *canvas = lectern_agenda_view_canvas (drag->view);
  graphene_point_t at = in_widget (drag, canvas_of (drag), drag->at);
  GdkRectangle band = { MIN (at.x, drag->band_from.x), MIN (at.y, drag->band_from.y),
                        MAX (1, ABS (at.x - drag->band_from.x)), MAX (1, ABS (at.y - drag->band_from.y)) };
  g_autoptr (GArray) ids = lectern_agenda_canvas_list_in (canvas, &band);
  lectern_agenda_canvas_show_band (canvas, &band);
  if (drag->before->len > 0)
    g_array_prepend_vals (ids, drag->before->data, drag->before->len);
  lectern_agenda_selection_set_all (drag->view->selection, (const gint64 *) (const void *) ids->data, ids->len, 0);
}

static gboolean
on_tab_time (gpointer data)
{
  LecternAgendaDrag *drag = data;
  drag->tab_timer = 0;
  if (drag->tab >= 0 && drag->tab != lectern_agenda_view_get_day (drag->view))
    lectern_agenda_view_set_day (drag->view, drag->tab);
  return G_SOURCE_REMOVE;
}

/* The day whose tab the pointer is on comes after a moment. */
static void
watch_tabs (LecternAgendaDrag *drag)
{
  graphene_point_t at = in_widget (drag, drag->view->day_bar, drag->at);
  int tab = lectern_agenda_day_bar_day_at (LECTERN_AGENDA_DAY_BAR (drag->view->day_bar), at.x, at.y);
  if (tab == drag->tab)
    return;
  drag->tab = tab;
  g_clear_handle_id (&drag->tab_timer, g_source_remove);
  if (tab >= 0)
    drag->tab_timer = g_timeout_add (TAB_MS, on_tab_time, drag);
}

static void
update_carry (LecternAgendaDrag *drag)
{
  LecternAgendaView *view = drag->view;
  LecternAgendaCarry *carry = view->carry;
  LecternAgendaCanvas *canvas = lectern_agenda_view_canvas (view);
  graphene_point_t at = in_widget (drag, canvas_of (drag), drag->at);
  LecternAgendaSpot spot;
  if (carry == NULL)
    return;
  carry->step = (drag->modifiers & GDK_SHIFT_MASK) != 0 ? 1 : 5;
  carry->copy = (drag->modifiers & GDK_CONTROL_MASK) != 0;
  carry->push = (drag->modifiers & GDK_ALT_MASK) != 0;
  view->pointer = in_widget (drag, view->overlay, drag->at);
  watch_tabs (drag);
  if (is_over (drag, view->tray))
    lectern_agenda_carry_to_tray (carry);
  else if (drag->tab < 0 && lectern_agenda_canvas_look (canvas, at.x, at.y, &spot))
    lectern_agenda_carry_to (carry, lectern_agenda_canvas_get_lane (canvas, spot.lane), spot.minute - drag->offset);
  lectern_agenda_view_show_carry (view);
}

void
lectern_agenda_drag_update (LecternAgendaDrag *drag)
{
  if (drag->state == LECTERN_AGENDA_DRAG_BAND)
    update_band (drag);
  else if (drag->state == LECTERN_AGENDA_DRAG_CARRYING)
    update_carry (drag);
}

/* Who presses at an edge means it: there a few pixels are five minutes. */
static gboolean
is_far_enough (LecternAgendaDrag *drag)
{
  double x = ABS (drag->at.x - drag->from.x), y = ABS (drag->at.y - drag->from.y);
  if (drag->state == LECTERN_AGENDA_DRAG_ON_ITEM && drag->spot.how != LECTERN_AGENDA_CARRY_WHOLE)
    return x >= EDGE_THRESHOLD || y >= EDGE_THRESHOLD;
  return gtk_drag_check_threshold (GTK_WIDGET (drag->view), drag->from.x, drag->from.y, drag->at.x, drag->at.y);
}

void
lectern_agenda_drag_move (LecternAgendaDrag *drag, double x, double y, GdkModifierType state)
{
  drag->at = GRAPHENE_POINT_INIT (x, y);
  drag->modifiers = state;
  if ((drag->state == LECTERN_AGENDA_DRAG_ON_ITEM || drag->state == LECTERN_AGENDA_DRAG_ON_EMPTY) && is_far_enough (drag))
    begin (drag);
  lectern_agenda_drag_update (drag);
}

/* ---- scrolling at the edges ---- */

/* Kept at the end of the day, it becomes longer: nobody has to leave what is carried to plan an earlier hour. */
static void
lengthen (LecternAgendaDrag *drag, double along)
{
  LecternAgendaCanvas *canvas = lectern_agenda_view_canvas (drag->view);
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (canvas);
  if (along == 0 || drag->state != LECTERN_AGENDA_DRAG_CARRYING || ++drag->at_end < LONGER_EVERY)
    return;
  drag->at_end = 0;
  if (along < 0)
    lectern_agenda_canvas_extend (canvas, layout->from - 60, layout->to);
  else
    lectern_agenda_canvas_extend (canvas, layout->from, layout->to + 60);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LecternAgendaDrag *drag = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (canvas_of (drag), GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t at = in_widget (drag, scrolled, drag->at);
  graphene_point_t rest;
  if (drag->tab >= 0 || is_over (drag, drag->view->tray))
    return G_SOURCE_CONTINUE;
  if (lectern_agenda_edges_scroll (GTK_SCROLLED_WINDOW (scrolled), &at, &rest))
    {
      drag->at_end = 0;
      lectern_agenda_drag_update (drag);
    }
  else
    lengthen (drag, lectern_agenda_canvas_get_turned (lectern_agenda_view_canvas (drag->view)) ? rest.x : rest.y);
  return G_SOURCE_CONTINUE;
}

/* ---- the end ---- */

void
lectern_agenda_drag_stop (LecternAgendaDrag *drag)
{
  drag->state = LECTERN_AGENDA_DRAG_NOTHING;
  drag->tab = -1;
  drag->at_end = 0;
  g_clear_handle_id (&drag->tab_timer, g_source_remove);
  g_clear_pointer (&drag->before, g_array_unref);
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (drag->view), drag->tick);
  drag->tick = 0;
}

void
lectern_agenda_drag_release (LecternAgendaDrag *drag)
{
  LecternAgendaDragState state = drag->state;
  lectern_agenda_drag_stop (drag);
  if (state == LECTERN_AGENDA_DRAG_CARRYING)
    lectern_agenda_view_drop (drag->view);
  if (state != LECTERN_AGENDA_DRAG_BAND)
    return;
  lectern_agenda_canvas_show_band (lectern_agenda_view_canvas (drag->view), NULL);
  lectern_agenda_canvas_focus_session (lectern_agenda_view_canvas (drag->view),
                                       lectern_agenda_selection_get_lead (drag->view->selection));
}

void
lectern_agenda_drag_cancel (LecternAgendaDrag *drag)
{
  LecternAgendaDragState state = drag->state;
  lectern_agenda_drag_stop (drag);
  if (state == LECTERN_AGENDA_DRAG_CARRYING)
    lectern_agenda_view_cancel_carry (drag->view);
  else if (state == LECTERN_AGENDA_DRAG_BAND)
    lectern_agenda_canvas_show_band (lectern_agenda_view_canvas (drag->view), NULL);
}

gboolean
lectern_agenda_drag_is_active (LecternAgendaDrag *drag)
{
  return drag->state == LECTERN_AGENDA_DRAG_CARRYING || drag->state == LECTERN_AGENDA_DRAG_BAND;
}
