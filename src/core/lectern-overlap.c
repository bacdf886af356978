/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-overlap.h"

#include <stdlib.h>

static int
compare_spans (const void *a, const void *b)
{
  const LecternSpan *x = a;
  const LecternSpan *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

/**
 * lectern_overlaps:
 * @spans: (inout): sorted by key and start afterwards
 *
 * All pairs of spans with the same key and different items that share a minute. One
 * pass over the sorted spans: n log n plus the pairs that there are.
 *
 * Returns: (transfer full): of LecternOverlap
 */
GArray *
lectern_overlaps (LecternSpan *spans, guint n)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LecternOverlap));
  if (n > 1)
    qsort (spans, n, sizeof *spans, compare_spans);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && spans[j].key == spans[i].key && spans[j].start < spans[i].end; j++)
      {
        LecternOverlap overlap = { spans[i].key, spans[i].item, spans[j].item,
                                   MIN (spans[i].end, spans[j].end) - spans[j].start };
        if (overlap.minutes > 0 && overlap.item != overlap.other)
          g_array_append_val (found, overlap);
      }
  return found;
}
