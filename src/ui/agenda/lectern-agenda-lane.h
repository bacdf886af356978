/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lane of the agenda's grid: what a column (or, turned, a row) stands for. Lanes of
 * several days may stand side by side. No widgets.
 */
#pragma once

#include "lectern-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_LANE_DAY,    /* all of a day */
  LECTERN_AGENDA_LANE_ROOM,
  LECTERN_AGENDA_LANE_TRACK,
  LECTERN_AGENDA_LANE_PART,   /* of the programme: a demonstration project, a work package */
  LECTERN_AGENDA_LANE_PERSON,
} LecternAgendaLaneKind;

/* One value, copied freely. Of room, track, part and person only the one of its kind
   counts; where that says "none" the lane has the sessions without one. */
typedef struct
{
  LecternAgendaLaneKind kind;
  int day;          /* index of the day whose sessions stand here */
  int room;         /* index in rooms; -1 none */
  int track;        /* index in tracks; -1 none */
  gint64 part;      /* id; 0 none */
  gint64 person;    /* id; 0 none */
  const char *name; /* the agenda's; NULL: of a day, of "none" */
} LecternAgendaLane;

LecternAgendaLane lectern_agenda_lane (LecternAgendaLaneKind kind, int day);
LecternAgendaLane lectern_agenda_lane_for_room (const LecternAgenda *agenda, int day, int room);
gboolean lectern_agenda_lane_is_none (const LecternAgendaLane *lane);
/* Whether they stand for the same on the same day, of one agenda; the name does not count. */
gboolean lectern_agenda_lane_equal (const LecternAgendaLane *a, const LecternAgendaLane *b);
gboolean lectern_agenda_lane_holds (const LecternAgendaLane *lane, const LecternAgenda *agenda, const LecternAgendaSession *session);
char *lectern_agenda_lane_dup_label (const LecternAgendaLane *lane, const LecternAgenda *agenda);

G_END_DECLS
