/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reading an agenda and looking at it share.
 */
#pragma once

#include "lectern-agenda.h"

G_BEGIN_DECLS

struct _LecternAgendaKept
{
  GStringChunk *texts;
  GPtrArray *room_sets;
};

/* Which sessions are read. */
typedef enum
{
  LECTERN_AGENDA_ALL_DAYS,
  LECTERN_AGENDA_ONE_DAY,     /* and those of none */
  LECTERN_AGENDA_ONE_SESSION,
  LECTERN_AGENDA_N_SCOPES,
} LecternAgendaScope;

typedef struct
{
  LecternReader *reader;
  LecternAgendaScope scope;
  gint64 only;                /* the id of that day or session */
} LecternAgendaReading;

/* The indexes of an agenda's records by their ids, for one reading. */
typedef struct
{
  GHashTable *days, *rooms, *tracks, *parts;
} LecternAgendaIndexes;

/* lectern-agenda.c */
LecternAgenda *lectern_agenda_new (gint64 event, const char *language, LecternAgendaKept *kept);
/* Empty, with one reference; g_atomic_rc_box_acquire() for the next agenda that shares it. */
LecternAgendaKept *lectern_agenda_kept_new (void);
GHashTable *lectern_agenda_index_by_id (GArray *array);
/* Of what lectern_agenda_index_by_id() gave; -1: not there. */
int lectern_agenda_index_of (GHashTable *index, gint64 id);
int lectern_agenda_compare_sessions (gconstpointer a, gconstpointer b);
void lectern_agenda_finish (LecternAgenda *agenda);

/* lectern-agenda-read.c */
void lectern_agenda_indexes_init (LecternAgendaIndexes *indexes, const LecternAgenda *agenda);
/* Frees the four tables, not @indexes itself. */
void lectern_agenda_indexes_clear (LecternAgendaIndexes *indexes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternAgendaIndexes, lectern_agenda_indexes_clear)
/* Appends all living days of the event, by date, the undated last; whatever is being read. */
void lectern_agenda_read_days (LecternAgenda *agenda, const LecternAgendaReading *reading);
/* Rooms of the event's venues and of its days' venues, and whatever room a session names. */
void lectern_agenda_read_rooms (LecternAgenda *agenda, const LecternAgendaReading *reading);
/* Appends all living tracks of the event in their order; whatever is being read. */
void lectern_agenda_read_tracks (LecternAgenda *agenda, const LecternAgendaReading *reading);
/* Appends the parts of the programme that its tracks and the sessions being read belong to. */
void lectern_agenda_read_parts (LecternAgenda *agenda, const LecternAgendaReading *reading);
/* Appends to the sessions; FALSE: the one session names a room or part that is there, but not in
   the agenda. */
gboolean lectern_agenda_read_sessions (LecternAgenda *agenda, const LecternAgendaReading *reading,
                                       const LecternAgendaIndexes *indexes);
/* Of the sessions in by_id. */
void lectern_agenda_read_people (LecternAgenda *agenda, const LecternAgendaReading *reading);
/* Whether the event has more than @than living sessions, read or not. */
gboolean lectern_agenda_has_more (const LecternAgenda *agenda, LecternReader *reader, int than);

G_END_DECLS
