/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings of the history: what happened to a record, the state at a past time,
 * what changed since a version vector, what waits for a decision.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_CHANGE_EDIT,
  LECTERN_CHANGE_UNDO,
  LECTERN_CHANGE_REDO,
} LecternChangeType;

typedef struct
{
  gint64 number;   /* order in which this file received it */
  gint64 writer;   /* local number of the device */
  gint64 sequence;
  gint64 lamport;
  gint64 time;     /* milliseconds since 1970, shown only */
  LecternChangeType type;
  gboolean bookkeeping;
  char *author;
  char *label;
} LecternChange;
/* Not NULL. */
void lectern_change_free (LecternChange *change);

/* One value of a cell: what it became, by which change. */
typedef struct
{
  gint64 change;     /* LecternChange.number */
  guint16 group;     /* 0: existence */
  char *language;    /* "" for the source text */
  GBytes *value;     /* packed group, see lectern-value.h; for group 0 one integer */
} LecternCellValue;
/* Not NULL. */
void lectern_cell_value_free (LecternCellValue *value);

/* Newest first; @before 0 or a LecternChange.number for the next page. */
GPtrArray *lectern_history_changes (LecternReader *reader, gint64 before, guint limit);
/* Changes that touched a record, newest first. */
GPtrArray *lectern_history_of_record (LecternReader *reader, LecternKind kind, gint64 id, guint limit);
/* What @change did to a record (or to everything, kind NONE): of LecternCellValue. */
GPtrArray *lectern_history_values (LecternReader *reader, LecternKind kind, gint64 id, gint64 change);
/* The record as it was after the newest change at or before @time (ms); NULL if it did not exist. */
LecternRecord *lectern_history_at (LecternReader *reader, LecternKind kind, gint64 id, gint64 time);
/* The same when exactly what @seen (lectern_history_seen ()) covers had happened. */
LecternRecord *lectern_history_at_seen (LecternReader *reader, LecternKind kind, gint64 id, GBytes *seen);

/* A version vector: what has been seen, to be stored and compared later. */
GBytes *lectern_history_seen (LecternReader *reader);
/* Changes not covered by @seen (NULL: all), oldest first; bookkeeping left out. */
GPtrArray *lectern_history_since (LecternReader *reader, GBytes *seen);
/* How many these are; none of them is read. */
guint lectern_history_count_since (LecternReader *reader, GBytes *seen);

/* Cells with more than one head, and rows deleted here and changed there. */
typedef struct
{
  LecternKind kind;
  gint64 id;
  guint16 group;
  char *language;
  GPtrArray *values; /* of LecternCellValue, the shown one first */
} LecternReviewItem;
/* With its values. Not NULL. */
void lectern_review_item_free (LecternReviewItem *item);
/* All that waits for a decision, those left out whose values are equal. Of LecternReviewItem;
   g_ptr_array_unref(). */
GPtrArray *lectern_history_to_review (LecternReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternChange, lectern_change_free)

G_END_DECLS
