/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One transaction that writes one change. Local edits, undo and changes from elsewhere
 * all end here: nothing else in the program has a statement that writes domain data.
 */
#pragma once

#include "lectern-heads.h"
#include "lectern-history.h"
#include "lectern-sqlite.h"

G_BEGIN_DECLS

typedef struct
{
  LecternDb *db;
  gint64 number;      /* of the change being written */
  guint64 kinds;      /* bit per kind touched */
  gint64 last_row;    /* see lectern_ops_add() */
  GByteArray *ops;    /* what was touched, packed; see lectern_ops_next() */
  guint n_cells;
} LecternWrite;

/* What a change is, beside its operations. */
typedef struct
{
  LecternChangeType type;
  gint64 writer;
  gint64 sequence;
  gint64 lamport;
  gint64 time;
  gint64 step;        /* 0: bookkeeping, -1: from elsewhere */
  gint64 visit;
  gint64 undo, redo;  /* where they stand after it */
  const char *author;
  const char *label;
  GByteArray *context;
} LecternWriteInfo;

/* A row as it stands in its table. */
typedef struct
{
  LecternRecord *record;
  gint64 change;      /* the change of its last whole-row write */
} LecternRow;

/* What has been seen of every device; *vector may be uninitialised. lectern_vector_clear(). */
void lectern_vector_read (LecternDb *db, LecternVector *vector);
/* Appends writer and sequence of each, in LEB128. */
void lectern_pack_vector (GByteArray *out, const LecternVector *vector);
/* Adds what lectern_pack_vector() wrote to @vector, up to where the bytes make no sense. */
void lectern_unpack_vector (gconstpointer data, gsize length, LecternVector *vector);
/* The local number of a change, 0: not here. */
gint64 lectern_change_number (LecternDb *db, LecternDot dot);
/* The other way: writer and sequence, both 0 where no change has that number. */
LecternDot lectern_change_dot (LecternDb *db, gint64 number);

/* Notes that the change @number begins a run of its writer, unless it continues that of the change
   before it. FALSE with @error. */
gboolean lectern_run_note (LecternDb *db, gint64 number, const LecternWriteInfo *info, GError **error);

/* Begins the transaction and chooses the number of the change; @write may be uninitialised. FALSE
   with @error, and nothing to take back then. */
gboolean lectern_write_begin (LecternWrite *write, LecternDb *db, GError **error);
/* Inserts the change and commits. */
gboolean lectern_write_finish (LecternWrite *write, const LecternWriteInfo *info, GError **error);
/* Takes the transaction back, if it is open, and clears @write. */
void lectern_write_abort (LecternWrite *write);
/* Frees what it holds, not @write itself; ends no transaction. */
void lectern_write_clear (LecternWrite *write);

/* With its translations, deleted ones too. NULL where there is none, and with @error set where it
   cannot be read; lectern_row_free(). */
LecternRow *lectern_row_load (LecternDb *db, LecternKind kind, gint64 id, GError **error);
/* With its record. NULL is fine. */
void lectern_row_free (LecternRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRow, lectern_row_free)

/* Reads them anew into its record, each with whether it is stale. */
void lectern_row_load_translations (LecternDb *db, LecternRow *row);
/* A new row with the values of its record, all groups at once. */
gboolean lectern_write_create (LecternWrite *write, LecternRow *row, GError **error);
/* The source text, or any untranslated group. @values: by field index of the kind, those of the
   group are taken. @origin: the change whose value is restored; -1 for a new value. */
gboolean lectern_write_group (LecternWrite *write, LecternRow *row, guint group, const LecternValue *values,
                              gint64 origin, GError **error);
/* A translation; NULL or "" removes it. @made_from: the change of the source text, 0: the current one. */
gboolean lectern_write_translation (LecternWrite *write, LecternRow *row, guint field, const char *language,
                                    const char *text, gint64 made_from, gint64 origin, GError **error);
/* Deletes the row or brings it back. @origin: as lectern_write_group(). FALSE with @error. */
gboolean lectern_write_alive (LecternWrite *write, LecternRow *row, gboolean alive, gint64 origin, GError **error);
/* Only what is shown, for changes from elsewhere; the heads are the caller's matter. */
gboolean lectern_write_show_group (LecternWrite *write, LecternRow *row, guint group,
                                   const LecternValue *values, GError **error);
/* The same for a translation, NULL or "" removes it; the row gets its translations anew.
   @made_from: as lectern_write_translation(). */
gboolean lectern_write_show_translation (LecternWrite *write, LecternRow *row, guint field,
                                         const char *language, const char *text, gint64 made_from,
                                         GError **error);
/* The same for whether the row lives. */
gboolean lectern_write_show_alive (LecternWrite *write, LecternRow *row, gboolean alive, GError **error);
/* Notes in the change what it touched. */
void lectern_write_note (LecternWrite *write, LecternRow *row, guint group, const char *language,
                         gboolean created);
/* The same for a record that has no row here; @kind below 64. */
void lectern_write_note_unknown (LecternWrite *write, LecternKind kind, gint64 row, guint group,
                                 const char *language, gboolean created);

/* Heads, the shown one first. */
typedef struct
{
  gint64 change;
  gint64 origin;
  GBytes *value;      /* NULL: it is the one that stands in the table */
} LecternCellHead;
/* Of LecternCellHead. */
GArray *lectern_cell_heads (LecternDb *db, LecternRow *row, guint group, const char *language, GError **error);
/* The packed value that @change gave to a cell; NULL where it gave none. */
GBytes *lectern_cell_value (LecternDb *db, LecternRow *row, guint group, const char *language, gint64 change);
GBytes *lectern_cell_pack (LecternRow *row, guint group, const char *language);
/* @write becomes the only head of the cell; call it before the new value stands in @row.
   @written: the value, for existence only; others stand in the table. */
gboolean lectern_cell_replace (LecternWrite *write, LecternRow *row, guint group, const char *language,
                               gint64 origin, GBytes *written, GError **error);
gboolean lectern_cell_put (LecternDb *db, LecternRow *row, guint group, const char *language,
                           const LecternCellHead *head, int state, gint64 prior, GBytes *value,
                           GError **error);
gboolean lectern_cell_op (LecternDb *db, LecternRow *row, guint group, const char *language, gint64 change,
                          gint64 *origin, gint64 *prior);
gint64 lectern_cell_source_change (LecternDb *db, LecternRow *row, guint field);

/* The operations of a change in the order they were written. */
typedef struct
{
  LecternKind kind;
  gint64 row;
  guint group;
  gboolean created;   /* a whole row */
  char language[36];  /* "" for the source text */
} LecternOp;
typedef struct
{
  const guint8 *at, *end;
  LecternOp op;
} LecternOps;
/* From the first operation on; @data is borrowed until the reading is over. */
void lectern_ops_init (LecternOps *ops, gconstpointer data, gsize length);
/* Reads the next one into ops->op, which stays until the one after it. FALSE at the end, and where
   the bytes make no sense. */
gboolean lectern_ops_next (LecternOps *ops);
void lectern_ops_add (GByteArray *out, const LecternOp *op, gint64 *last_row);

G_END_DECLS
