/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every edit that is made of an agenda as a whole: an agenda in, one step of undo with
 * a good label out. Nothing is written here; the caller commits. Usable on any thread.
 *
 * A session that is locked stays where it is: what would move, resize, empty or delete
 * it gives NULL and a sentence that names it. What a block contains moves along with
 * it, at the same distance; what moves along is checked and counted like the rest.
 * Sessions that the agenda does not have (any more) are passed over; an edit may
 * therefore be empty.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-edit.h"
#include "lectern-placement.h"

G_BEGIN_DECLS

#define LECTERN_AGENDA_ERROR (lectern_agenda_error_quark ())
/* The domain of LecternAgendaError. */
GQuark lectern_agenda_error_quark (void);

typedef enum
{
  LECTERN_AGENDA_ERROR_LOCKED, /* the sentence names one of them */
  LECTERN_AGENDA_ERROR_RANGE,  /* a start before 00:00 of its day or after 24:00 of the next */
} LecternAgendaError;

/* Where a session is now. @rooms: receives what placement.rooms points to; g_free(). */
LecternPlacement lectern_agenda_placement (const LecternAgenda *agenda, const LecternAgendaSession *session,
                                           gint64 **rooms);

/* ---- places and times: lectern-agenda-place.c ---- */

/* Each session to its new place; only what differs is written. A start that moves while the
   end stays is a resize: what a block contains stays then. */
LecternEdit *lectern_agenda_edit_place (const LecternAgenda *agenda, const LecternPlacement *placements, guint n,
                                        GError **error);
/* Off the grid; start, length and rooms are kept for when they come back. */
LecternEdit *lectern_agenda_edit_unplace (const LecternAgenda *agenda, const gint64 *sessions, guint n,
                                          GError **error);
/* By @minutes, earlier where negative; those without a time stay. */
LecternEdit *lectern_agenda_edit_shift (const LecternAgenda *agenda, const gint64 *sessions, guint n, int minutes,
                                        GError **error);

/* Each to the other's day, start and rooms; neighbours stay neighbours whatever they last. */
LecternEdit *lectern_agenda_edit_swap (const LecternAgenda *agenda, gint64 a, gint64 b, GError **error);

/* ---- what comes later: lectern-agenda-later.c ---- */

/* What a shift of later items did. */
typedef struct
{
  guint n_moved;  /* beside the one it began with */
  gint64 anchor;  /* the first locked session that ended it; 0: none */
  int overlap;    /* minutes by which the last moved item now reaches into the anchor; 0: none */
} LecternShifted;

/* @session and all later ones of its day that share a room with it, or with one that moves,
   up to the next locked one in that room. A session without a room shares all rooms. */
LecternEdit *lectern_agenda_edit_shift_later (const LecternAgenda *agenda, gint64 session, int minutes,
                                              LecternShifted *shifted, GError **error);
/* Places one; what starts in its rooms then or later moves by what it needs, as above. */
LecternEdit *lectern_agenda_edit_insert (const LecternAgenda *agenda, const LecternPlacement *placement,
                                         LecternShifted *shifted, GError **error);

/* ---- sessions and days: lectern-agenda-edits.c ---- */

/* @day, @room 0 and @start -1: not placed. *session: its id. */
LecternEdit *lectern_agenda_edit_add_session (gint64 event, const char *language, gint64 day, int start, gint64 room,
                                              gint64 *session);
/* One field of many sessions; an empty @value clears it. Rooms of a locked session are refused. */
LecternEdit *lectern_agenda_edit_set (const LecternAgenda *agenda, const gint64 *sessions, guint n, guint field,
                                      const LecternValue *value, GError **error);
/* With the roles that people have in them; what a block contains stays, on its own. */
LecternEdit *lectern_agenda_edit_delete (LecternReader *reader, const LecternAgenda *agenda, const gint64 *sessions,
                                         guint n, GError **error);
/* With the next number and the usual begin; @date: ISO, @language: of its texts. *day: its id.
   Never NULL. */
LecternEdit *lectern_agenda_edit_add_day (const LecternAgenda *agenda, const char *language, const char *date,
                                          gint64 *day);
/* Its sessions stay, unplaced. */
LecternEdit *lectern_agenda_edit_delete_day (const LecternAgenda *agenda, int day);
/* The date that a further day most likely has. g_free(). */
char *lectern_agenda_next_date (const LecternAgenda *agenda);

/* ---- copies: lectern-agenda-copy.c ---- */

/* A copy of each session at the given place, with its texts in all languages, roles, tags
   and links, and with what a block contains. @copies: receives the new ids in the order of
   @placements; g_array_unref(). */
LecternEdit *lectern_agenda_edit_copy (LecternReader *reader, const LecternAgenda *agenda,
                                       const LecternPlacement *placements, guint n, GArray **copies);

/* ---- free places: lectern-agenda-free.c ---- */

/* Whether nothing else is then in its rooms, shared ones not counted. */
gboolean lectern_agenda_rooms_are_free (const LecternAgenda *agenda, const LecternPlacement *placement);
/* The same, and nobody who has a role in it is elsewhere. */
gboolean lectern_agenda_is_free (const LecternAgenda *agenda, const LecternPlacement *placement);
/* The first free place in the same rooms that starts at @from or later, on its day, else on a
   later one, within the hours of each day. @found->rooms is @from->rooms. */
gboolean lectern_agenda_next_free (const LecternAgenda *agenda, const LecternPlacement *from, LecternPlacement *found);
/* The @nth room (0: the first) other than its own in which it is free at the same time, by
   the order of the agenda's rooms. @found->rooms lives as long as @agenda. */
gboolean lectern_agenda_free_room (const LecternAgenda *agenda, const LecternPlacement *from, guint nth,
                                   LecternPlacement *found);

G_END_DECLS
