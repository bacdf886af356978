/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-carry.h"

#define LATEST_START (2 * 1440 - 1)
/* What has no length yet takes this much room while it is carried. */
#define USUAL_MINUTES 30
#define LONGEST (14 * 1440)

#define carried_at(carry, i) (&g_array_index ((carry)->carried, LecternAgendaCarried, (i)))

/* ---- what is carried ---- */

static void
set_rooms (LecternAgendaCarried *carried, gint64 *rooms, guint n)
{
  g_free (carried->to_rooms);
  carried->to_rooms = rooms;
  carried->to.rooms = rooms;
  carried->to.n_rooms = n;
}

static void
clear_carried (gpointer data)
{
  LecternAgendaCarried *carried = data;
  g_free (carried->from_rooms);
  g_free (carried->to_rooms);
}

static gboolean
is_carried (const LecternAgendaCarry *carry, gint64 session)
{
  for (guint i = 0; i < carry->carried->len; i++)
    if (carried_at (carry, i)->from.session == session)
      return TRUE;
  return FALSE;
}

static void
append (LecternAgendaCarry *carry, gint64 id, gboolean along)
{
  const LecternAgendaSession *session = lectern_agenda_find (carry->agenda, id);
  LecternAgendaCarried carried = { .along = along };
  if (session == NULL || is_carried (carry, id))
    return;
  carried.from = carried.to = lectern_agenda_placement (carry->agenda, session, &carried.from_rooms);
  if (!session->placed)
    carried.from.start = -1;
  set_rooms (&carried, g_memdup2 (carried.from_rooms, carried.from.n_rooms * sizeof (gint64)), carried.from.n_rooms);
  g_array_append_val (carry->carried, carried);
}

/* What is in blocks that are carried, and in blocks within them. */
static void
append_children (LecternAgendaCarry *carry)
{
  for (guint block = 0; block < carry->carried->len; block++)
    for (guint i = 0; i < carry->agenda->sessions->len; i++)
      {
        const LecternAgendaSession *session = lectern_agenda_session (carry->agenda, i);
        if (session->parent != 0 && session->placed && session->parent == carried_at (carry, block)->from.session)
          append (carry, session->id, TRUE);
      }
}

LecternAgendaCarry *
lectern_agenda_carry_new (const LecternAgenda *agenda, const gint64 *sessions, guint n, gint64 lead,
                          LecternAgendaCarryHow how, const LecternAgendaLane *home)
{
  LecternAgendaCarry *carry = g_new0 (LecternAgendaCarry, 1);
  carry->agenda = agenda;
  carry->how = how;
  carry->home = carry->lane = *home;
  carry->step = 5;
  carry->carried = g_array_new (FALSE, TRUE, sizeof (LecternAgendaCarried));
  carry->lanes = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  g_array_set_clear_func (carry->carried, clear_carried);
  append (carry, lead, FALSE);
  for (guint i = 0; how == LECTERN_AGENDA_CARRY_WHOLE && i < n; i++)
    append (carry, sessions[i], FALSE);
  if (how == LECTERN_AGENDA_CARRY_WHOLE)
    append_children (carry);
  carry->unplaced = carry->carried->len > 0 && lectern_agenda_carry_lead (carry)->start < 0;
  if (carry->carried->len == 0)
    g_clear_pointer (&carry, lectern_agenda_carry_free);
  return carry;
}

void
lectern_agenda_carry_free (LecternAgendaCarry *carry)
{
  g_array_unref (carry->carried);
  g_array_unref (carry->lanes);
  g_free (carry);
}

void
lectern_agenda_carry_set_lanes (LecternAgendaCarry *carry, const LecternAgendaLane *lanes, guint n)
{
  g_array_set_size (carry->lanes, 0);
  if (n > 0)
    g_array_append_vals (carry->lanes, lanes, n);
  for (guint i = 0; i < n; i++)
    if (lectern_agenda_lane_equal (&lanes[i], &carry->lane))
      carry->lane = lanes[i]; /* its name is of the agenda of now */
}

/* The indexes in lanes mean the same as before. */
static gboolean
has_same_parts (const LecternAgenda *a, const LecternAgenda *b)
{
  gboolean same = a->days->len == b->days->len && a->rooms->len == b->rooms->len && a->tracks->len == b->tracks->len;
  for (guint i = 0; same && i < a->days->len; i++)
    same = lectern_agenda_day (a, i)->id == lectern_agenda_day (b, i)->id;
  for (guint i = 0; same && i < a->rooms->len; i++)
    same = lectern_agenda_room (a, i)->id == lectern_agenda_room (b, i)->id;
  for (guint i = 0; same && i < a->tracks->len; i++)
    same = lectern_agenda_track (a, i)->id == lectern_agenda_track (b, i)->id;
  return same;
}

gboolean
lectern_agenda_carry_set_agenda (LecternAgendaCarry *carry, const LecternAgenda *agenda)
{
  gboolean same = has_same_parts (carry->agenda, agenda);
  for (guint i = 0; same && i < carry->carried->len; i++)
    {
      const LecternAgendaSession *was = lectern_agenda_find (carry->agenda, carried_at (carry, i)->from.session);
      const LecternAgendaSession *is = lectern_agenda_find (agenda, carried_at (carry, i)->from.session);
      same = is != NULL && is->day == was->day && is->start == was->start && is->duration == was->duration
             && is->locked == was->locked;
    }
  carry->agenda = agenda;
  carry->home.name = carry->lane.name = NULL;
  g_array_set_size (carry->lanes, 0);
  return same;
}

const LecternPlacement *
lectern_agenda_carry_lead (const LecternAgendaCarry *carry)
{
  return &carried_at (carry, 0)->to;
}

/* ---- rooms ---- */

static gint64
room_of_lane (const LecternAgendaCarry *carry, const LecternAgendaLane *lane)
{
  return lane->kind == LECTERN_AGENDA_LANE_ROOM && lane->room >= 0 ? lectern_agenda_room (carry->agenda, lane->room)->id
                                                                  : 0;
}

/* The rooms as they stand side by side on the day it is over. */
static GArray *
list_rooms (const LecternAgendaCarry *carry)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < carry->lanes->len; i++)
    {
      const LecternAgendaLane *lane = &g_array_index (carry->lanes, LecternAgendaLane, i);
      gint64 room = room_of_lane (carry, lane);
      if (room != 0 && lane->day == carry->lane.day)
        g_array_append_val (rooms, room);
    }
  return rooms;
}

static int
index_in (const GArray *rooms, gint64 room)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, gint64, i) == room)
      return i;
  return -1;
}

static gboolean
has_room (const LecternPlacement *place, gint64 room)
{
  for (guint i = 0; i < place->n_rooms; i++)
    if (place->rooms[i] == room)
      return TRUE;
  return FALSE;
}

/* All rooms as many to the side as it was carried, as far as there are some. */
static void
shift_rooms (LecternAgendaCarried *carried, const GArray *order, int by)
{
  gint64 *rooms = g_memdup2 (carried->from_rooms, carried->from.n_rooms * sizeof (gint64));
  for (guint i = 0; i < carried->from.n_rooms; i++)
    {
      int at = index_in (order, rooms[i]);
      if (at >= 0)
        by = CLAMP (by, -at, (int) order->len - 1 - at);
    }
  for (guint i = 0; i < carried->from.n_rooms; i++)
    {
      int at = index_in (order, rooms[i]);
      if (at >= 0)
        rooms[i] = g_array_index (order, gint64, at + by);
    }
  set_rooms (carried, rooms, carried->from.n_rooms);
}

static void
keep_rooms (LecternAgendaCarried *carried)
{
  set_rooms (carried, g_memdup2 (carried->from_rooms, carried->from.n_rooms * sizeof (gint64)), carried->from.n_rooms);
}

static void
settle_rooms (const LecternAgendaCarry *carry, LecternAgendaCarried *carried, const GArray *order)
{
  gint64 target = room_of_lane (carry, &carry->lane);
  int from = index_in (order, room_of_lane (carry, &carry->home));
  int to = index_in (order, target);
  gboolean lead = carried == carried_at (carry, 0);
  if (carry->lane.kind != LECTERN_AGENDA_LANE_ROOM
      || (carry->home.kind == LECTERN_AGENDA_LANE_ROOM && carry->home.room == carry->lane.room && carried->from.start >= 0))
    keep_rooms (carried);
  else if (target == 0)
    set_rooms (carried, NULL, 0);
  else if (carried->from.n_rooms > 0 && carried->from.start >= 0 && from >= 0 && to >= 0)
    shift_rooms (carried, order, to - from);
  else if (has_room (&carried->from, target) || (!lead && carried->from.start >= 0))
    keep_rooms (carried);
  else
    set_rooms (carried, g_memdup2 (&target, sizeof target), 1);
}

void
lectern_agenda_carry_span (LecternAgendaCarry *carry, const LecternAgendaLane *first, const LecternAgendaLane *last)
{
  LecternAgendaCarried *lead = carried_at (carry, 0);
  g_autoptr (GArray) order = list_rooms (carry);
  int a = index_in (order, room_of_lane (carry, first));
  int b = index_in (order, room_of_lane (carry, last));
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (a < 0 || b < 0)
    return;
  for (int i = MIN (a, b); i <= MAX (a, b); i++)
    g_array_append_val (rooms, g_array_index (order, gint64, i));
  for (guint i = 0; i < lead->from.n_rooms; i++)
    if (index_in (order, lead->from_rooms[i]) < 0)
      g_array_append_val (rooms, lead->from_rooms[i]);
  guint n = rooms->len;
  set_rooms (lead, (gint64 *) (void *) g_array_free (g_steal_pointer (&rooms), FALSE), n);
}

/* ---- times ---- */

static int
snap (const LecternAgendaCarry *carry, int minute)
{
  int step = MAX (1, carry->step);
  return (minute + (minute >= 0 ? step / 2 : -(step / 2))) / step * step;
}

static int
length_of (const LecternPlacement *place)
{
  return place->duration > 0 ? place->duration : USUAL_MINUTES;
}

/* As many days of the event further as the lead; the first or the last where there are no more. */
static gint64
day_by (const LecternAgendaCarry *carry, gint64 day, int by)
{
  int index = lectern_agenda_day_index (carry->agenda, day);
  if (index < 0)
    return day;
  return lectern_agenda_day (carry->agenda, CLAMP (index + by, 0, (int) carry->agenda->days->len - 1))->id;
}

/* Those that had no place stand one after another behind the lead. */
static void
settle_followers (LecternAgendaCarry *carry, const GArray *order)
{
  const LecternAgendaCarried *lead = carried_at (carry, 0);
  int after = lead->to.start + length_of (&lead->to);
  int minutes = lead->from.start >= 0 ? lead->to.start - lead->from.start : 0;
  int days = lead->from.start >= 0 ? lectern_agenda_day_index (carry->agenda, lead->to.day)
                                         - lectern_agenda_day_index (carry->agenda, lead->from.day)
                                   : 0;
  for (guint i = 1; i < carry->carried->len; i++)
    {
      LecternAgendaCarried *carried = carried_at (carry, i);
      if (carried->from.start >= 0)
        {
          carried->to.day = day_by (carry, carried->from.day, days);
          carried->to.start = CLAMP (carried->from.start + minutes, 0, LATEST_START);
        }
      else if (!carried->along)
        {
          carried->to.day = lead->to.day;
          carried->to.start = MIN (after, LATEST_START);
          after += length_of (&carried->to);
        }
      settle_rooms (carry, carried, order);
    }
}

static void
settle_edges (LecternAgendaCarry *carry, int minute)
{
  LecternAgendaCarried *lead = carried_at (carry, 0);
  int end = lead->from.start + MAX (lead->from.duration, 0);
  if (carry->how == LECTERN_AGENDA_CARRY_END)
    lead->to.duration = CLAMP (minute - lead->from.start, carry->step, LONGEST);
  else
    {
      lead->to.start = CLAMP (minute, 0, MIN (MAX (end - carry->step, 0), LATEST_START));
      lead->to.duration = MAX (end - lead->to.start, 0);
    }
}

void
lectern_agenda_carry_to (LecternAgendaCarry *carry, const LecternAgendaLane *lane, int minute)
{
  LecternAgendaCarried *lead = carried_at (carry, 0);
  carry->unplaced = FALSE;
  if (carry->how == LECTERN_AGENDA_CARRY_START || carry->how == LECTERN_AGENDA_CARRY_END)
    {
      settle_edges (carry, snap (carry, minute));
      return;
    }
  if (carry->how == LECTERN_AGENDA_CARRY_LANES && lane->day != carry->home.day)
    return;
  carry->lane = *lane;
  if (carry->how == LECTERN_AGENDA_CARRY_LANES)
    {
      lectern_agenda_carry_span (carry, &carry->home, lane);
      return;
    }
  g_autoptr (GArray) order = list_rooms (carry);
  lead->to.day = lane->day >= 0 ? lectern_agenda_day (carry->agenda, lane->day)->id : lead->from.day;
  lead->to.start = CLAMP (snap (carry, minute), 0, LATEST_START);
  settle_rooms (carry, lead, order);
  settle_followers (carry, order);
}

void
lectern_agenda_carry_to_tray (LecternAgendaCarry *carry)
{
  if (carry->how == LECTERN_AGENDA_CARRY_WHOLE)
    carry->unplaced = TRUE;
}

void
lectern_agenda_carry_resize (LecternAgendaCarry *carry, int duration)
{
  carried_at (carry, 0)->to.duration = CLAMP (duration, 1, LONGEST);
}
