/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being moved, and where it would land: the same for the pointer and the
 * keyboard. One session leads, those that are chosen with it follow at their distance,
 * and what a block contains goes along. Nothing is written before it is dropped. No
 * widgets. It lives no longer than its agenda.
 */
#pragma once

#include "lectern-agenda-edits.h"
#include "lectern-agenda-lane.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_CARRY_WHOLE,
  LECTERN_AGENDA_CARRY_START, /* its start, the end stays */
  LECTERN_AGENDA_CARRY_END,
  LECTERN_AGENDA_CARRY_LANES, /* how many rooms it spans */
} LecternAgendaCarryHow;

typedef struct
{
  LecternPlacement from;
  LecternPlacement to;
  gint64 *from_rooms;
  gint64 *to_rooms;
  gboolean along;          /* in a block that is carried */
} LecternAgendaCarried;

typedef struct
{
  const LecternAgenda *agenda;
  LecternAgendaCarryHow how;
  GArray *carried;         /* of LecternAgendaCarried; the lead first, what goes along last */
  GArray *lanes;           /* of LecternAgendaLane: those that are shown */
  LecternAgendaLane home;  /* the lane it was taken in; of CARRY_LANES the one that stays */
  LecternAgendaLane lane;  /* the lane it is over */
  int step;                /* minutes to which times snap */
  gboolean unplaced;       /* over the tray */
  gboolean copy;
  gboolean push;           /* what is later gives way */
} LecternAgendaCarry;

/* @sessions: those that are carried, @lead among them. NULL where none of them is there. */
LecternAgendaCarry *lectern_agenda_carry_new (const LecternAgenda *agenda, const gint64 *sessions, guint n, gint64 lead,
                                              LecternAgendaCarryHow how, const LecternAgendaLane *home);
/* The agenda is left alone. Not for NULL. */
void lectern_agenda_carry_free (LecternAgendaCarry *carry);
/* The lanes that are shown, of the agenda of now; copied, but for their names. */
void lectern_agenda_carry_set_lanes (LecternAgendaCarry *carry, const LecternAgendaLane *lanes, guint n);

/* The agenda was read anew. FALSE: what is carried, or where, is no longer as it was. */
gboolean lectern_agenda_carry_set_agenda (LecternAgendaCarry *carry, const LecternAgenda *agenda);

/* @minute: where the carried start or end is to be; it snaps. */
void lectern_agenda_carry_to (LecternAgendaCarry *carry, const LecternAgendaLane *lane, int minute);
/* It would lose its place. Nothing where only an edge of it is carried. */
void lectern_agenda_carry_to_tray (LecternAgendaCarry *carry);
/* The lead where it would land, its length the same or another. */
void lectern_agenda_carry_resize (LecternAgendaCarry *carry, int duration);

/* The lead over all rooms from one lane to another, on the day it is over; rooms that are not shown
   stay its own. Nothing where one of the lanes is of no room that is shown. */
void lectern_agenda_carry_span (LecternAgendaCarry *carry, const LecternAgendaLane *first, const LecternAgendaLane *last);

/* (transfer none) Where the lead would stand; the carry's, and another with each move. */
const LecternPlacement *lectern_agenda_carry_lead (const LecternAgendaCarry *carry);
/* Whether a drop would do anything, going by the lead. */
gboolean lectern_agenda_carry_is_changed (const LecternAgendaCarry *carry);
/* Where all of it would be, for a check; first those that do not go along in a block. g_array_unref(). */
GArray *lectern_agenda_carry_placements (const LecternAgendaCarry *carry);
/* How many are carried of themselves, not along in a block: the first so many. */
guint lectern_agenda_carry_n_own (const LecternAgendaCarry *carry);
/* Whether one of the carried would stand in a lane that is shown. */
gboolean lectern_agenda_carry_in_lane (const LecternAgendaCarry *carry, const LecternAgendaCarried *carried,
                                       const LecternAgendaLane *lane);
/* ---- among the lanes of people: lectern-agenda-carry-people.c ---- */

/* Somebody takes the place of somebody else; one of them may be nobody, 0. */
gboolean lectern_agenda_carry_exchange (const LecternAgendaCarry *carry, gint64 *from, gint64 *to);
/* "Ada Berg instead of Lena Novak"; "" where nobody is exchanged; g_free(). */
char *lectern_agenda_carry_people_words (const LecternAgendaCarry *carry);
/* In the same roles, to be confirmed. */
void lectern_agenda_carry_set_people (const LecternAgendaCarry *carry, LecternEdit *edit, LecternReader *reader,
                                      GArray *ids);

/* "Wed 17, 14:05–15:35, Great hall"; g_free(). */
char *lectern_agenda_carry_words (const LecternAgendaCarry *carry);
/* One step of undo; @copies: receives the ids where copies are made. */
LecternEdit *lectern_agenda_carry_edit (const LecternAgendaCarry *carry, LecternReader *reader, GArray **copies,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgendaCarry, lectern_agenda_carry_free)

G_END_DECLS
