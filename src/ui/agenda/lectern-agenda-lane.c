/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-lane.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

/* A lane of @kind on a day that stands for "none" of it. */
LecternAgendaLane
lectern_agenda_lane (LecternAgendaLaneKind kind, int day)
{
  return (LecternAgendaLane){ .kind = kind, .day = day, .room = -1, .track = -1 };
}

/* @room: an index in rooms; -1 for the lane of what has no room. */
LecternAgendaLane
lectern_agenda_lane_for_room (const LecternAgenda *agenda, int day, int room)
{
  LecternAgendaLane lane = lectern_agenda_lane (LECTERN_AGENDA_LANE_ROOM, day);
  lane.room = room;
  lane.name = room >= 0 ? lectern_agenda_room (agenda, room)->name : NULL;
  return lane;
}

/* Whether it is for the sessions that have no room, no track, … */
gboolean
lectern_agenda_lane_is_none (const LecternAgendaLane *lane)
{
  switch (lane->kind)
    {
    case LECTERN_AGENDA_LANE_DAY:
      return FALSE;
    case LECTERN_AGENDA_LANE_ROOM:
      return lane->room < 0;
    case LECTERN_AGENDA_LANE_TRACK:
      return lane->track < 0;
    case LECTERN_AGENDA_LANE_PART:
      return lane->part == 0;
    case LECTERN_AGENDA_LANE_PERSON:
      return lane->person == 0;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
lectern_agenda_lane_equal (const LecternAgendaLane *a, const LecternAgendaLane *b)
{
  return a->kind == b->kind && a->day == b->day && a->room == b->room && a->track == b->track
         && a->part == b->part && a->person == b->person;
}

static gboolean
has_room (const LecternAgendaSession *session, int room)
{
  for (guint i = 0; i < session->n_rooms; i++)
    if ((int) session->rooms[i] == room)
      return TRUE;
  return room < 0 && session->n_rooms == 0;
}

static gboolean
has_person (const LecternAgenda *agenda, const LecternAgendaSession *session, gint64 person)
{
  for (guint i = 0; i < session->n_people; i++)
    if (lectern_agenda_person (agenda, session->first_person + i)->person == person)
      return TRUE;
  return person == 0 && session->n_people == 0;
}

/* Whether a placed session stands in the lane. */
gboolean
lectern_agenda_lane_holds (const LecternAgendaLane *lane, const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  if (!session->placed || session->day != lane->day)
    return FALSE;
  switch (lane->kind)
    {
    case LECTERN_AGENDA_LANE_DAY:
      return TRUE;
    case LECTERN_AGENDA_LANE_ROOM:
      return has_room (session, lane->room);
    case LECTERN_AGENDA_LANE_TRACK:
      return session->track == lane->track;
    case LECTERN_AGENDA_LANE_PART:
      return session->part == lane->part;
    case LECTERN_AGENDA_LANE_PERSON:
      return has_person (agenda, session, lane->person);
    }
  g_return_val_if_reached (FALSE);
}

/* What stands at its head: "Great hall", "No track", "Wed 17". */
char *
lectern_agenda_lane_dup_label (const LecternAgendaLane *lane, const LecternAgenda *agenda)
{
  const char *const none[] = {
    [LECTERN_AGENDA_LANE_ROOM] = N_ ("No room"),
    [LECTERN_AGENDA_LANE_TRACK] = N_ ("No track"),
    [LECTERN_AGENDA_LANE_PART] = N_ ("No programme part"),
    [LECTERN_AGENDA_LANE_PERSON] = N_ ("Nobody yet"),
  };
  if (lane->kind == LECTERN_AGENDA_LANE_DAY)
    return lectern_agenda_text_short_day (agenda, lane->day);
  return g_strdup (lane->name != NULL ? lane->name : lectern_agenda_lane_is_none (lane) ? _ (none[lane->kind]) : "");
}
