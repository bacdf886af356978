/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All public texts of an event beside what they are in another language.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_TRANSLATION_DONE,
  LECTERN_TRANSLATION_STALE,   /* the source text was changed after it was translated */
  LECTERN_TRANSLATION_MISSING,
} LecternTranslationState;

typedef struct
{
  LecternKind kind;
  gint64 id;
  guint field;
  char *name;            /* of the record, in the source language */
  char *source;          /* the text that was written first */
  char *source_language;
  char *text;            /* NULL: missing */
  LecternTranslationState state;
} LecternTranslationRow;

/* @language: the one to translate into. Event, programme, venues and rooms, days, promises, tracks,
   sessions by their order with their links and people, news; what is internal, and texts already
   written in @language, are not among it. Of LecternTranslationRow; g_ptr_array_unref(). Reads
   the event whole: 1,000 sessions take some tens of milliseconds. */
GPtrArray *lectern_translation_list (LecternReader *reader, gint64 event, const char *language);
/* How many of them are missing, and stale. */
void lectern_translation_count (GPtrArray *rows, guint *missing, guint *stale);

G_END_DECLS
