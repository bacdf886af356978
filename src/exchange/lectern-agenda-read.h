/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of lectern_agenda_read() share.
 */
#pragma once

#include "lectern-agenda-table.h"
#include "lectern-agenda-words.h"
#include "lectern-programme.h"

G_BEGIN_DECLS

#define LECTERN_AGENDA_N_COLUMNS (LECTERN_AGENDA_COLUMN_NOTES + 1)

typedef struct
{
  LecternProgramme *programme;
  GArray *rows;
  int year;
  GHashTable *rooms, *tracks, *persons; /* name -> index + 1 */
  gboolean has_columns;
  int columns[LECTERN_AGENDA_N_COLUMNS]; /* where each stands; -1 */
  GArray *room_columns;                  /* of int by column: a room; -1. Empty: none */
  GHashTable *by_cell;                   /* number of a cell -> session */
  int day;                               /* -1: none yet */
  LecternProgrammeSession *last;
  guint n_items;
  guint n_doubts;
} LecternAgendaReader;

/* lectern-agenda-item.c */
/* A session at a time; @end -1: unknown. Its title may come with a later line. */
LecternProgrammeSession *lectern_agenda_add_item (LecternAgendaReader *r, guint line, int start, int end,
                                                  const char *text);
/* A further line of a session: who speaks, a room, or words about it. */
void lectern_agenda_add_line (LecternAgendaReader *r, LecternProgrammeSession *session, const char *line);
/* @role NULL: speakers. FALSE where it names nobody. */
gboolean lectern_agenda_add_people (LecternAgendaReader *r, LecternProgrammeSession *session, const char *text,
                                    const char *role);
/* Puts the session into the room called @name, which is added where it is new; once, and nothing
   for "". */
void lectern_agenda_add_room (LecternAgendaReader *r, LecternProgrammeSession *session, const char *name);
/* The index of the room called @name, which is added at the end where it is new. */
int lectern_agenda_room_index (LecternAgendaReader *r, const char *name);
/* The session's track is the one called @name, which is added where it is new; nothing for "". */
void lectern_agenda_add_track (LecternAgendaReader *r, LecternProgrammeSession *session, const char *name);
/* A further line of the description; nothing for "". */
void lectern_agenda_add_words (LecternProgrammeSession *session, const char *words);
/* What only the whole shows: ends, rooms in brackets, types, states. */
void lectern_agenda_finish_items (LecternAgendaReader *r);
/* A doubt of the programme about @line of what was pasted; after 200 they are only counted. */
void lectern_agenda_doubt (LecternAgendaReader *r, guint line, const char *why, ...) G_GNUC_PRINTF (3, 4);

/* lectern-agenda-days.c */
/* Takes "Day 2", "Wednesday 17 June", "17.06.2026: Visits" for the day that follows; with @number
   also "2". FALSE where it is none. */
gboolean lectern_agenda_begin_day (LecternAgendaReader *r, const char *text, gboolean number);

G_END_DECLS
