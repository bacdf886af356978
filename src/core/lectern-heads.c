/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-heads.h"

#include <string.h>

/* The tests build this file once more for each planted fault, and expect the
 * properties of merging to fail then: LECTERN_FAULT is 0 everywhere else. */
#ifndef LECTERN_FAULT
#define LECTERN_FAULT 0
#endif

void
lectern_vector_init (LecternVector *vector)
{
  *vector = (LecternVector){ NULL, 0 };
}

void
lectern_vector_clear (LecternVector *vector)
{
  g_free (vector->dots);
  lectern_vector_init (vector);
}

/* @to is not cleared first: it may be uninitialised. */
void
lectern_vector_copy (LecternVector *to, const LecternVector *from)
{
  to->dots = g_memdup2 (from->dots, from->n * sizeof *from->dots);
  to->n = from->n;
}

/* Where @writer stands, or would stand. */
static guint
find_writer (const LecternVector *vector, gint64 writer)
{
  guint low = 0, high = vector->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (vector->dots[middle].writer < writer)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The highest sequence of @writer that was seen; 0 for none. */
gint64
lectern_vector_get (const LecternVector *vector, gint64 writer)
{
  guint at = find_writer (vector, writer);
  return at < vector->n && vector->dots[at].writer == writer ? vector->dots[at].sequence : 0;
}

void
lectern_vector_see (LecternVector *vector, LecternDot dot)
{
  guint at = find_writer (vector, dot.writer);
  if (at < vector->n && vector->dots[at].writer == dot.writer)
    {
      vector->dots[at].sequence = MAX (vector->dots[at].sequence, dot.sequence);
      return;
    }
  vector->dots = g_renew (LecternDot, vector->dots, vector->n + 1);
  memmove (&vector->dots[at + 1], &vector->dots[at], (vector->n - at) * sizeof *vector->dots);
  vector->dots[at] = dot;
  vector->n++;
}

void
lectern_vector_merge (LecternVector *vector, const LecternVector *other)
{
  for (guint i = 0; i < other->n; i++)
    lectern_vector_see (vector, other->dots[i]);
}

gboolean
lectern_vector_covers (const LecternVector *vector, LecternDot dot)
{
#if LECTERN_FAULT == 1 /* forgets the last thing seen */
  return lectern_vector_get (vector, dot.writer) > dot.sequence;
#else
  return lectern_vector_get (vector, dot.writer) >= dot.sequence;
#endif
}

gboolean
lectern_vector_covers_all (const LecternVector *vector, const LecternVector *other)
{
  for (guint i = 0; i < other->n; i++)
    if (lectern_vector_get (vector, other->dots[i].writer) < other->dots[i].sequence)
      return FALSE;
  return TRUE;
}

/**
 * lectern_vector_judge:
 * @seen: what has been applied here
 * @dot: of the change that arrived
 * @context: what its writer had seen
 *
 * Changes of one writer are applied in their order and after all they build on;
 * one that came early waits and is never skipped.
 */
LecternDelivery
lectern_vector_judge (const LecternVector *seen, LecternDot dot, const LecternVector *context)
{
#if LECTERN_FAULT == 2 /* applies what arrived twice */
  gboolean old = FALSE;
#else
  gboolean old = lectern_vector_covers (seen, dot);
#endif
  if (old)
    return LECTERN_DELIVERY_OLD;
#if LECTERN_FAULT == 3 /* does not wait for what is missing */
  return LECTERN_DELIVERY_READY;
#elif LECTERN_FAULT == 4 /* looks at its writer only */
  return lectern_vector_get (seen, dot.writer) == dot.sequence - 1 ? LECTERN_DELIVERY_READY
                                                                   : LECTERN_DELIVERY_WAITS;
#else
  if (lectern_vector_get (seen, dot.writer) < dot.sequence - 1
      || !lectern_vector_covers_all (seen, context))
    return LECTERN_DELIVERY_WAITS;
  return LECTERN_DELIVERY_READY;
#endif
}

/* The order in which heads are kept: the one that is shown first. Lamport numbers
 * rise along what people saw; the writer decides between equals, the same way on
 * every device. */
static gint
compare_heads (gconstpointer a, gconstpointer b)
{
  const LecternHead *x = a, *y = b;
#if LECTERN_FAULT == 5 /* the order of arrival decides between equals */
  return x->lamport > y->lamport ? -1 : x->lamport < y->lamport;
#else
  if (x->lamport != y->lamport)
    return x->lamport > y->lamport ? -1 : 1;
  if (x->dot.writer != y->dot.writer)
    return x->dot.writer > y->dot.writer ? -1 : 1;
  return x->dot.sequence > y->dot.sequence ? -1 : x->dot.sequence < y->dot.sequence;
#endif
}

gboolean
lectern_heads_apply (GArray *heads, const LecternHead *head, const LecternVector *context)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const LecternHead *known = &g_array_index (heads, LecternHead, i);
      if (known->dot.writer == head->dot.writer && known->dot.sequence >= head->dot.sequence)
        return FALSE;
    }
  for (guint i = heads->len; i > 0; i--)
    {
      const LecternHead *known = &g_array_index (heads, LecternHead, i - 1);
#if LECTERN_FAULT == 6 /* the last writer wins, and nobody sees what lost */
      g_array_remove_index (heads, i - 1);
      (void) known;
#elif LECTERN_FAULT == 7 /* a lower number goes, seen or not */
      if (known->lamport < head->lamport)
        g_array_remove_index (heads, i - 1);
#elif LECTERN_FAULT == 8 /* what was replaced stays */
      if (known->dot.writer == head->dot.writer && lectern_vector_covers (context, known->dot))
        g_array_remove_index (heads, i - 1);
#else
      if (known->dot.writer == head->dot.writer || lectern_vector_covers (context, known->dot))
        g_array_remove_index (heads, i - 1);
#endif
    }
  guint at = 0;
  while (at < heads->len && compare_heads (&g_array_index (heads, LecternHead, at), head) < 0)
    at++;
  g_array_insert_val (heads, at, *head);
  return TRUE;
}

/**
 * lectern_heads_alive:
 * @existence: heads of the row's existence (group 0)
 * @dead: for each of them, whether it is a deletion
 * @others: heads of the row's other cells
 * @covers: whether a deletion's writer had seen a head
 *
 * Every operation on a row says that it is alive. So it lives unless each of them
 * was seen by somebody who deleted the row nevertheless.
 */
gboolean
lectern_heads_alive (const LecternHead *existence,
                     const gboolean *dead,
                     guint n_existence,
                     const LecternHead *others,
                     guint n_others,
                     LecternCoversFunc covers,
                     gpointer data)
{
  for (guint i = 0; i < n_existence; i++)
    if (!dead[i])
      return TRUE;
#if LECTERN_FAULT == 9 /* a deletion wins over what it had not seen */
  return n_existence == 0 && n_others > 0;
#else
  for (guint o = 0; o < n_others; o++)
    {
      gboolean seen = FALSE;
      for (guint i = 0; i < n_existence && !seen; i++)
        seen = covers (&existence[i], &others[o], data);
      if (!seen)
        return TRUE;
    }
  return FALSE;
#endif
}
