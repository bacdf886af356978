/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Carrying by keyboard. While something is taken all keys are about it; each step is
 * said by the ghost, which has the keyboard.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

#define STEP 5
#define LARGE_STEP 30
/* Nobody wants the first free place of a house that opens at six. */
#define USUAL_START (9 * 60)

/* The lane to begin with: the first in which the session stands, else the first of all. */
static const LecternAgendaLane *
lane_of (LecternAgendaView *self, const LecternAgendaSession *session)
{
  guint n;
  const LecternAgendaLane *lanes = lectern_agenda_canvas_get_lanes (lectern_agenda_view_canvas (self), &n);
  for (guint i = 0; i < n; i++)
    if (lectern_agenda_lane_holds (&lanes[i], self->agenda, session))
      return &lanes[i];
  return n > 0 ? &lanes[0] : NULL;
}

/* What had no place begins at the first free one of the day. */
static void
begin_somewhere (LecternAgendaView *self, const LecternAgendaLane *lane)
{
  LecternAgendaCarry *carry = self->carry;
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (lectern_agenda_view_canvas (self));
  LecternPlacement found;
  lectern_agenda_carry_to (carry, lane, MAX (layout->from, USUAL_START));
  LecternPlacement from = *lectern_agenda_carry_lead (carry);
  from.duration = MAX (from.duration, 1);
  if (lectern_agenda_next_free (self->agenda, &from, &found) && found.day == from.day)
    lectern_agenda_carry_to (carry, lane, found.start);
}

/**
 * lectern_agenda_view_take_by_keys:
 *
 * Takes a session, and what is chosen with it; from now on the keys move it.
 */
void
lectern_agenda_view_take_by_keys (LecternAgendaView *self, gint64 session)
{
  lectern_agenda_view_need_all (self);
  const LecternAgendaSession *lead = lectern_agenda_find (self->agenda, session);
  const LecternAgendaLane *lane = lead != NULL ? lane_of (self, lead) : NULL;
  LecternAgendaLane home;
  guint n = 1;
  const gint64 *ids = &session;
  if (lane == NULL || lectern_agenda_view_is_list (self) || lectern_agenda_view_get_day (self) < 0)
    return;
  if (lectern_agenda_selection_has (self->selection, session))
    ids = lectern_agenda_selection_get (self->selection, &n);
  home = lead->placed ? *lane : lectern_agenda_lane (LECTERN_AGENDA_LANE_ROOM, -1);
  if (!lectern_agenda_view_take (self, ids, n, session, LECTERN_AGENDA_CARRY_WHOLE, &home, FALSE))
    return;
  self->carry_by_keys = TRUE;
  if (!lead->placed)
    begin_somewhere (self, lane);
  lectern_agenda_view_show_carry (self);
  lectern_agenda_grid_scroll_to_ghost (LECTERN_AGENDA_GRID (self->grid));
}

/* ---- steps ---- */

static void
to (LecternAgendaView *self, const LecternAgendaLane *lane, int minute)
{
  LecternAgendaLane copy = *lane;
  int step = self->carry->step;
  self->carry->step = 1; /* the step is taken already */
  lectern_agenda_carry_to (self->carry, &copy, minute);
  self->carry->step = step;
}

/* The next place of the raster in that direction: from 14.03 on to 14.05. */
static int
next_of (int minute, int by)
{
  int step = ABS (by);
  int floored = (minute >= 0 ? minute : minute - step + 1) / step * step;
  return by > 0 ? floored + step : floored == minute ? minute - step : floored;
}

static void
move_in_time (LecternAgendaView *self, int by)
{
  const LecternPlacement *lead = lectern_agenda_carry_lead (self->carry);
  if (self->carry->unplaced)
    self->carry->unplaced = FALSE;
  to (self, &self->carry->lane, next_of (lead->start, by));
}

static void
resize (LecternAgendaView *self, int by)
{
  const LecternPlacement *lead = lectern_agenda_carry_lead (self->carry);
  int end = next_of (lead->start + MAX (lead->duration, 0), by);
  lectern_agenda_carry_resize (self->carry, MAX (end - lead->start, MIN (ABS (by), STEP)));
}

static gboolean
is_same_but_day (const LecternAgendaLane *a, const LecternAgendaLane *b)
{
  LecternAgendaLane on_day = *a;
  on_day.day = b->day;
  return lectern_agenda_lane_equal (&on_day, b);
}

static int
lane_index (LecternAgendaView *self, const LecternAgendaLane *lane, const LecternAgendaLane **lanes, guint *n)
{
  *lanes = lectern_agenda_canvas_get_lanes (lectern_agenda_view_canvas (self), n);
  for (guint i = 0; i < *n; i++)
    if (lectern_agenda_lane_equal (&(*lanes)[i], lane))
      return i;
  return -1;
}

static gboolean
move_to_lane (LecternAgendaView *self, int by)
{
  const LecternAgendaLane *lanes;
  guint n;
  int at = lane_index (self, &self->carry->lane, &lanes, &n);
  int next = at < 0 ? 0 : at + by;
  if (next < 0 || next >= (int) n)
    return FALSE;
  to (self, &lanes[next], lectern_agenda_carry_lead (self->carry)->start);
  return TRUE;
}

/* One room more or less at the end of those it spans. */
static gboolean
span (LecternAgendaView *self, int by)
{
  LecternAgendaCarry *carry = self->carry;
  const LecternAgendaLane *lanes;
  guint n;
  int first = -1, last = -1;
  lane_index (self, &carry->lane, &lanes, &n);
  for (guint i = 0; i < n; i++)
    if (lectern_agenda_carry_in_lane (carry, &g_array_index (carry->carried, LecternAgendaCarried, 0), &lanes[i]))
      {
        first = first < 0 ? (int) i : first;
        last = i;
      }
  if (first < 0 || last + by < first || last + by >= (int) n || lanes[first].kind != LECTERN_AGENDA_LANE_ROOM
      || lanes[last + by].day != lanes[first].day /* the rooms of the next day are the same ones */
      || lectern_agenda_lane_is_none (&lanes[last + by]))
    return FALSE;
  lectern_agenda_carry_span (carry, &lanes[first], &lanes[last + by]);
  return TRUE;
}

/* The same lane on another day; the days are beside each other or come one after another. */
static gboolean
move_to_day (LecternAgendaView *self, int by)
{
  LecternAgendaCarry *carry = self->carry;
  const LecternAgendaLane *lanes;
  guint n;
  int day = carry->lane.day >= 0 ? carry->lane.day + by : lectern_agenda_view_get_day (self);
  LecternAgendaLane there = carry->lane;
  if (day < 0 || day >= (int) self->agenda->days->len)
    return FALSE;
  there.day = day;
  if (lane_index (self, &there, &lanes, &n) < 0)
    {
      lectern_agenda_view_set_day (self, day);
      lane_index (self, &there, &lanes, &n);
    }
  for (guint i = 0; i < n; i++)
    if (lanes[i].day == day && is_same_but_day (&carry->lane, &lanes[i]))
      there = lanes[i];
  to (self, &there, lectern_agenda_carry_lead (carry)->start);
  return TRUE;
}

static gboolean
move_to_free (LecternAgendaView *self)
{
  LecternAgendaCarry *carry = self->carry;
  LecternPlacement from = *lectern_agenda_carry_lead (carry);
  LecternPlacement found;
  from.start = next_of (from.start, STEP);
  from.duration = MAX (from.duration, 1);
  if (!lectern_agenda_next_free (self->agenda, &from, &found))
    return FALSE;
  int day = lectern_agenda_day_index (self->agenda, found.day);
  int was = lectern_agenda_day_index (self->agenda, from.day);
  if (day != was && !move_to_day (self, day - was))
    return FALSE;
  to (self, &carry->lane, found.start);
  return TRUE;
}

/* ---- keys ---- */

/* Along time +1 or -1, across lanes +2 or -2, as drawn; 0: no arrow. */
static int
direction (LecternAgendaView *self, guint key)
{
  gboolean turned = lectern_agenda_canvas_get_turned (lectern_agenda_view_canvas (self));
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return turned ? -2 : -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return turned ? 2 : 1;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return turned ? -1 : -2;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return turned ? 1 : 2;
    default:
      return 0;
    }
}

/* Plain by five minutes, with Ctrl by half an hour, with Alt by the minute; with Shift it is
   the length, or the number of rooms. */
static gboolean
on_arrow (LecternAgendaView *self, int direction, GdkModifierType state)
{
  int minutes = (state & GDK_CONTROL_MASK) != 0 ? LARGE_STEP : (state & GDK_ALT_MASK) != 0 ? 1 : STEP;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  if (ABS (direction) == 2)
    return shift ? span (self, direction / 2) : move_to_lane (self, direction / 2);
  if (shift)
    resize (self, direction * minutes);
  else
    move_in_time (self, direction * minutes);
  return TRUE;
}

static gboolean
on_other_key (LecternAgendaView *self, guint key)
{
  LecternAgendaCarry *carry = self->carry;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move_to_day (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move_to_day (self, 1);
    case GDK_KEY_n:
      return move_to_free (self);
    case GDK_KEY_c:
      carry->copy = !carry->copy;
      return TRUE;
    case GDK_KEY_g:
      carry->push = !carry->push;
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      lectern_agenda_carry_to_tray (carry);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * lectern_agenda_view_carry_key:
 *
 * Returns: TRUE where something is taken by keyboard: then no key is anybody else's,
 *   except those of the window with Ctrl
 */
gboolean
lectern_agenda_view_carry_key (LecternAgendaView *self, guint key, GdkModifierType state)
{
  int towards = direction (self, key);
  if (!self->carry_by_keys)
    return FALSE;
  if (key == GDK_KEY_Escape)
    lectern_agenda_view_cancel_carry (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    lectern_agenda_view_drop (self);
  else if (towards != 0 ? on_arrow (self, towards, state) : on_other_key (self, gdk_keyval_to_lower (key)))
    {
      lectern_agenda_view_show_carry (self);
      lectern_agenda_grid_scroll_to_ghost (LECTERN_AGENDA_GRID (self->grid));
    }
  else if (towards != 0 || (state & GDK_CONTROL_MASK) == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    return FALSE;
  return TRUE;
}
