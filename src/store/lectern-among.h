/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings for many records at once: what belongs to a thousand sessions in one
 * statement instead of one statement each.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

/* Living records whose @field (0: whose id) is one of @values, in the order of
   lectern_reader_find(). @values: of gint64. Free with g_ptr_array_unref(). */
GPtrArray *
lectern_reader_find_among (LecternReader *reader, LecternKind kind, guint field, GArray *values);

/* Ids of all records, deleted ones too, whose @field has one of @values: an array of gint64. */
GArray *lectern_reader_ids_ever (LecternReader *reader, LecternKind kind, guint field, GArray *values);

/* The newest change to a public cell, as lectern_history_newest_public() has it. */
typedef struct
{
  gint64 lamport;
  gint64 time; /* ms since 1970 */
} LecternNewest;

/* For each of @values the newest change among the records (deleted ones too) whose @field
   (0: whose id) has it: gint64 * to LecternNewest *. Values without records are not in it. */
GHashTable *
lectern_history_newest_among (LecternReader *reader, LecternKind kind, guint field, GArray *values);
/* The later of @newest and what @table has for @value, into @newest. */
void lectern_newest_raise (LecternNewest *newest, GHashTable *table, gint64 value);

G_END_DECLS
