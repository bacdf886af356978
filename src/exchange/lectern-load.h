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
gint64 lectern_load_integer (LecternLoad *load, const LecternRecord *record, guint field);
gint64 *lectern_load_ids (LecternLoad *load, const LecternRecord *record, guint field, gsize *n);
char **lectern_load_texts (LecternLoad *load, const LecternRecord *record, guint field);
const char *lectern_load_source_language (const LecternRecord *record);

void lectern_load_remember (GHashTable *table, gint64 id, guint index);
gboolean lectern_load_index (GHashTable *table, gint64 id, guint *index);

void lectern_load_details (LecternLoad *load);
void lectern_load_look (LecternLoad *load);
void lectern_load_rooms (LecternLoad *load, GArray *of_sessions);
void lectern_load_sessions (LecternLoad *load, GPtrArray *records);
void lectern_load_gone (LecternLoad *load);

G_END_DECLS
