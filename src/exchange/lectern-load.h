/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of lectern_programme_load() share; only for lectern-programme-load.c
 * and lectern-load-*.c.
 */
#pragma once

#include "lectern-among.h"
#include "lectern-programme.h"

G_BEGIN_DECLS

typedef struct
{
  LecternReader *reader;
  const char *language;
  LecternAudience audience;
  gboolean leave_out;        /* what is not translated, but for names */
  LecternProgramme *programme;
  LecternDetails *details;   /* the programme's */
  LecternRecord *event;
  GHashTable *days;          /* record id to index + 1, like the four below */
  GHashTable *rooms;
  GHashTable *tracks;
  GHashTable *persons;
  GHashTable *sessions;
  LecternNewest all;         /* newest public change of anything loaded */
  LecternNewest shared;      /* of what every calendar entry says: event and venues */
} LecternLoad;

/* Whether the audience may see a field at all. Every value passes one of these. */
gboolean lectern_load_may_see (LecternLoad *load, LecternKind kind, guint field);
/* A copy of the text in the asked language; NULL where it is empty or not to be seen. Where
   it is in another language, that is noted in the details. */
char *lectern_load_text (LecternLoad *load, const LecternRecord *record, guint field);
/* Notes for @to, a copy of @from that lasts, in which language it is. Both may be NULL. */
void lectern_load_pass_language (LecternLoad *load, const char *from, const char *to);
/* Before a text of lectern_load_text() is freed: its address may be another's then. NULL is fine. */
void lectern_load_forget_language (LecternLoad *load, const char *text);
/* The identity with which a session came in a calendar (RFC 5545 §3.8.4.7), a copy of @guid; NULL
   where that is a UUID, as in a schedule, or NULL: then the identity is ours to make. */
char *lectern_load_uid (const char *guid);
/* 0 where it is empty or not to be seen. */
gint64 lectern_load_integer (LecternLoad *load, const LecternRecord *record, guint field);
/* g_free(); NULL with *n 0 where it is not to be seen. */
gint64 *lectern_load_ids (LecternLoad *load, const LecternRecord *record, guint field, gsize *n);
/* g_strfreev(); NULL where it is empty or not to be seen. */
char **lectern_load_texts (LecternLoad *load, const LecternRecord *record, guint field);
/* (transfer none) The language its texts were written in; NULL where none is said or its kind has
   none. */
const char *lectern_load_source_language (const LecternRecord *record);

/* Notes in one of the tables which index of the programme a record has. */
void lectern_load_remember (GHashTable *table, gint64 id, guint index);
/* FALSE, and *index as it was, where the record is not in the programme. */
gboolean lectern_load_index (GHashTable *table, gint64 id, guint *index);

/* All of the details but what they are numbered by, and place and zone of the programme and its
   days; after the days. */
void lectern_load_details (LecternLoad *load);
/* Reads the look whoever the pages are for: it is no content. */
void lectern_load_look (LecternLoad *load);
void lectern_load_rooms (LecternLoad *load, GArray *of_sessions);
/* Those of @records that the audience may see, with people, links, attachments and their newest
   change; after days, tracks and rooms. */
void lectern_load_sessions (LecternLoad *load, GPtrArray *records);
/* For the public only and at the end: days and sessions that a release showed and the programme
   does not. */
void lectern_load_gone (LecternLoad *load);

G_END_DECLS
