/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search index is a reading of the history: it knows up to which change it has read
 * and catches up behind the edits. A search looks at the few records that it has not read
 * yet itself (lectern_search_pending()), so what is found is never out of date.
 */
#pragma once

#include "lectern-sqlite.h"

G_BEGIN_DECLS

/* Reads what is missing, in a transaction of its own. On the thread that writes. */
gboolean lectern_search_catch_up (LecternDb *db, GError **error);
/* How far behind the index is, in changes. */
gint64 lectern_search_behind (LecternDb *db);
/* The ids of records that it has not read as they are now. */
GHashTable *lectern_search_unread (LecternDb *db);
/* lectern-search-check.c */
gboolean lectern_search_differences (LecternDb *db, gint64 *missing, gint64 *extra, GError **error);
/* Within a transaction that makes many records: index each as it is written. Reads first what the
   index is behind; FALSE where that failed. @number: of the change being written. */
gboolean lectern_search_begin_inline (LecternDb *db, gint64 number);
/* A record that is made in it, and that the index does not have; passed over where its kind is not
   searched. FALSE with @error. */
gboolean lectern_search_index_created (LecternDb *db, const LecternRecord *record, GError **error);
/* The change @number has been read now. FALSE with @error. */
gboolean lectern_search_end_inline (LecternDb *db, gint64 number, GError **error);

/* What the entry of a record holds; either may be NULL: not asked for. */
void lectern_search_index_texts (const LecternRecord *record, GString *name, GString *body);

/* A record as the index would hold it. */
typedef struct
{
  LecternKind kind;
  gint64 id;
  gboolean alive;
  char *name; /* folded */
  char *body;
} LecternSearchEntry;
/* What the index has not read yet, as it is now; deleted ones too. Of LecternSearchEntry;
   g_ptr_array_unref(). */
GPtrArray *lectern_search_pending (LecternReader *reader);

G_END_DECLS
