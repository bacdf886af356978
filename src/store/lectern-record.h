/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One record as it is, or was at a time: the values of its fields in the order
 * of the data description, and its translations.
 */
#pragma once

#include "lectern-value.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 field;    /* stable number */
  char *language;   /* BCP 47 */
  char *text;
  gint64 made_from; /* the change of the source text that it was made from */
  gboolean stale;   /* the source text has changed since */
} LecternTranslation;

typedef struct
{
  LecternKind kind;
  gint64 id;
  gboolean alive;
  LecternValue *values;    /* by field index */
  GArray *translations;    /* of LecternTranslation; NULL where there are none */
} LecternRecord;

/* Alive, with empty values; in memory only. NULL for a kind unknown here. */
LecternRecord *lectern_record_new (LecternKind kind, gint64 id);
/* NULL is fine. */
void lectern_record_free (LecternRecord *record);
/* The source value of a field that the kind has; borrowed from @record, never NULL for such. */
const LecternValue *lectern_record_value (const LecternRecord *record, guint field);
const char *lectern_record_text (const LecternRecord *record, guint field);
/* 0 where it is empty or no whole number. */
gint64 lectern_record_integer (const LecternRecord *record, guint field);
/* Whether its source value is empty; there may be translations nevertheless. */
gboolean lectern_record_is_empty (const LecternRecord *record, guint field);
/* @language: exactly this tag. Borrowed from @record; NULL where there is none. */
const LecternTranslation *lectern_record_translation (const LecternRecord *record, guint field, const char *language);
void lectern_record_add_translation (LecternRecord *record, guint field, const char *language, char *text, gint64 made_from);
/* The text in @language where there is one, else the source text. */
const char *lectern_record_text_in (const LecternRecord *record, guint field, const char *language);
/* The field by which the record is listed, "" where empty. */
const char *lectern_record_name (const LecternRecord *record, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRecord, lectern_record_free)

G_END_DECLS
