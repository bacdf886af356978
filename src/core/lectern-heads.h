/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole of merging: dots, version vectors, and what a new operation does to
 * the heads of a cell. Pure functions without I/O.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 writer;
  gint64 sequence;
} LecternDot;

/* What has been seen: the highest sequence per writer. */
typedef struct
{
  LecternDot *dots; /* sorted by writer */
  guint n;
} LecternVector;

/* As nothing seen; what it held before is not freed. */
void lectern_vector_init (LecternVector *vector);
/* Frees what it holds; it is as nothing seen then, and can be used again. */
void lectern_vector_clear (LecternVector *vector);
void lectern_vector_copy (LecternVector *to, const LecternVector *from);
gint64 lectern_vector_get (const LecternVector *vector, gint64 writer);
/* @dot and all before it of its writer were seen. Raises, never lowers. */
void lectern_vector_see (LecternVector *vector, LecternDot dot);
/* What either has seen, in @vector; @other stays as it is. */
void lectern_vector_merge (LecternVector *vector, const LecternVector *other);
/* Whether @dot, or a later one of its writer, was seen. */
gboolean lectern_vector_covers (const LecternVector *vector, LecternDot dot);
/* Whether all that @other has seen was seen; TRUE where that is nothing. */
gboolean lectern_vector_covers_all (const LecternVector *vector, const LecternVector *other);

/* What to do with a change that arrived, given what has been applied here. */
typedef enum
{
  LECTERN_DELIVERY_READY, /* the next of its writer, and its context has been applied */
  LECTERN_DELIVERY_OLD,   /* has been applied already */
  LECTERN_DELIVERY_WAITS, /* something that it builds on is missing */
} LecternDelivery;
LecternDelivery lectern_vector_judge (const LecternVector *seen, LecternDot dot, const LecternVector *context);

typedef struct
{
  LecternDot dot;
  gint64 lamport;
  gpointer value; /* the caller's; not looked at */
} LecternHead;

/* Applies an operation to the heads of its cell: heads that @context covers go, the
   new one comes. A change is applied when lectern_vector_judge() calls it ready; a doubled
   head and one that its own writer has replaced change nothing anyway. @heads: of LecternHead,
   kept with the one that is shown (highest Lamport, then writer) first.
   Returns whether anything changed. */
gboolean lectern_heads_apply (GArray *heads, const LecternHead *head, const LecternVector *context);

/* Whether a row lives, given the heads of its existence and of its other cells: a deletion
   loses against what it had not seen. @covers (dead, head): the context of that deletion. */
typedef gboolean (*LecternCoversFunc) (const LecternHead *deletion, const LecternHead *head, gpointer data);
gboolean lectern_heads_alive (const LecternHead *existence, const gboolean *dead, guint n_existence,
                              const LecternHead *others, guint n_others,
                              LecternCoversFunc covers, gpointer data);

G_END_DECLS
