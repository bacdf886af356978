/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda of one event as plain structs, read in a handful of queries: what a
 * grid, a list or a check needs of every session, without its long texts.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct _LecternCheck LecternCheck;
typedef struct _LecternAgendaKept LecternAgendaKept;

typedef struct
{
  gint64 id;
  const char *date;  /* "2026-06-17"; NULL where the day has none yet */
  const char *title; /* NULL: none */
  int number;
  int day_start;     /* minutes after 00:00; -1 unknown */
  int opens;         /* house hours; -1 unknown */
  int closes;
  gint64 venue;      /* 0: none */
  guint n_sessions;
  guint n_problems;  /* errors and warnings of its sessions; see lectern_agenda_mark () */
} LecternAgendaDay;

typedef struct
{
  gint64 id;
  const char *name;
  const char *venue_name; /* NULL where all rooms are in one venue */
  gint64 venue;
  gint64 capacity;        /* theatre, else the largest known; 0 unknown */
  gboolean shared;
} LecternAgendaRoom;

typedef struct
{
  gint64 id;
  const char *name;
  const char *colour; /* "#rrggbb"; NULL: none */
  gint64 part;        /* of the programme; 0: none */
} LecternAgendaTrack;

/* A part of the programme: a demonstration project, a work package. */
typedef struct
{
  gint64 id;
  const char *name;   /* the acronym where there is one */
} LecternAgendaPart;

typedef struct
{
  gint64 person;
  const char *name;
  const char *role;   /* key of session_role; NULL: none */
  gboolean to_be_confirmed;
} LecternAgendaPerson;

typedef struct
{
  gint64 id;
  const char *title;
  const char *subtitle;  /* NULL: none */
  const char *type;      /* keys; NULL: none */
  const char *state;
  int day;               /* index in days; -1 none */
  int start;             /* minutes after 00:00 of the day's date; -1 none */
  int duration;          /* minutes; -1 unknown */
  int track;             /* index in tracks; -1 none */
  const guint *rooms;    /* indexes in rooms, in the order of the session */
  guint n_rooms;
  guint first_person;    /* index in people */
  guint n_people;
  gint64 parent;
  gint64 part;           /* of the programme: its own, else its track's; 0: none */
  const char *repeats;   /* the rule of a calendar it came from, as it is; NULL: none */
  gboolean placed;       /* has a day and a time */
  gboolean internal;
  gboolean locked;
  guint n_problems;      /* errors and warnings; see lectern_agenda_mark () */
} LecternAgendaSession;

typedef struct
{
  gint64 event;
  gint64 only_day;  /* the one whose sessions were read; 0: those of all days */
  GArray *days;     /* of LecternAgendaDay, by date */
  GArray *rooms;    /* of LecternAgendaRoom: of the event's venues, and what sessions use */
  GArray *tracks;   /* of LecternAgendaTrack, in their order */
  GArray *parts;    /* of LecternAgendaPart: those of its sessions and tracks, in their order */
  GArray *sessions; /* of LecternAgendaSession, by day and start; the unplaced last, by title */
  GArray *people;   /* of LecternAgendaPerson, by session */
  LecternCheck *check;  /* that marked it, a reference; NULL: none did yet */
  GHashTable *by_id;    /* session id -> index + 1 */
  gint64 moment;        /* lectern_reader_moment () of what it knows */
  char *language;
  guint n_read;         /* sessions that were asked for to make it, and not taken over */
  guint n_kept;         /* and those read for the ones that it was made from since */
  LecternAgendaKept *kept; /* strings and rooms of sessions; shared by those made from one another */
} LecternAgenda;

LecternAgenda *lectern_agenda_load (LecternReader *reader, gint64 event, const char *language);
LecternAgenda *lectern_agenda_load_day (LecternReader *reader, gint64 event, const char *language, const char *date);
void lectern_agenda_load_async (LecternWorkspace *workspace, gint64 event, const char *language,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full); NULL with @error where no reader could be opened or it was cancelled. */
LecternAgenda *lectern_agenda_load_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);
/* The same agenda with what was changed since: reads what that touched and no more. NULL: more
   changed than that is good for; load it anew. (transfer full), @agenda stays as it is. */
LecternAgenda *lectern_agenda_update (const LecternAgenda *agenda, LecternReader *reader);
/* So many sessions that reading all of them makes a window wait. */
gboolean lectern_agenda_is_long (const LecternAgenda *agenda);
/* With its reference to the check that marked it. Not NULL. */
void lectern_agenda_free (LecternAgenda *agenda);

/* Notes at sessions and days what @check found and nobody accepted; NULL: nothing is known. */
void lectern_agenda_mark (LecternAgenda *agenda, LecternCheck *check);

const LecternAgendaSession *lectern_agenda_find (const LecternAgenda *agenda, gint64 session);
int lectern_agenda_day_index (const LecternAgenda *agenda, gint64 day);

#define lectern_agenda_day(agenda, i) (&g_array_index ((agenda)->days, LecternAgendaDay, (i)))
#define lectern_agenda_room(agenda, i) (&g_array_index ((agenda)->rooms, LecternAgendaRoom, (i)))
#define lectern_agenda_track(agenda, i) (&g_array_index ((agenda)->tracks, LecternAgendaTrack, (i)))
#define lectern_agenda_part(agenda, i) (&g_array_index ((agenda)->parts, LecternAgendaPart, (i)))
#define lectern_agenda_session(agenda, i) (&g_array_index ((agenda)->sessions, LecternAgendaSession, (i)))
#define lectern_agenda_person(agenda, i) (&g_array_index ((agenda)->people, LecternAgendaPerson, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgenda, lectern_agenda_free)

G_END_DECLS
