/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-difference.h"

#include <string.h>

/* More stretches than this are told as one: each costs a move of the array. */
#define MAX_STRETCHES 32

#define ID(array, i) g_array_index (array, gint64, i)

/* The set of the ids in [start, end). */
static GHashTable *
set_of (GArray *ids, guint start, guint end)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = start; i < end; i++)
    g_hash_table_add (set, &ID (ids, i));
  return set;
}

static void
add_stretch (GArray *out, guint position, guint removed, guint from, guint added)
{
  LecternListChange change = { position, removed, from, added };
  if (removed > 0 || added > 0)
    g_array_append_val (out, change);
}

/* Walks both orders between their common ends. What is in one only is a removal or an
 * addition; FALSE where ids that are in both changed places, or there are too many stretches. */
static gboolean
walk (GArray *before, guint start, guint end_before, GArray *after, guint end_after, GArray *out)
{
  g_autoptr(GHashTable) old = set_of (before, start, end_before);
  g_autoptr(GHashTable) new = set_of (after, start, end_after);
  guint b = start, a = start;
  while (b < end_before || a < end_after)
    {
      guint b0 = b, a0 = a;
      while (b < end_before && !g_hash_table_contains (new, &ID (before, b)))
        b++;
      while (a < end_after && !g_hash_table_contains (old, &ID (after, a)))
        a++;
      add_stretch (out, b0, b - b0, a0, a - a0);
      if (out->len > MAX_STRETCHES)
        return FALSE;
      if (b == end_before && a == end_after)
        break;
      if (b == end_before || a == end_after || ID (before, b) != ID (after, a))
        return FALSE;
      while (b < end_before && a < end_after && ID (before, b) == ID (after, a))
        {
          b++;
          a++;
        }
    }
  return TRUE;
}

/* One row that moved, up or down, as two stretches. */
static gboolean
one_moved (GArray *before, guint start, guint end_before, GArray *after, guint end_after, GArray *out)
{
  guint n = end_before - start;
  if (end_before != end_after || n < 2)
    return FALSE;
  gsize rest = (n - 1) * sizeof (gint64);
  if (ID (before, start) == ID (after, end_after - 1)
      && memcmp (&ID (before, start + 1), &ID (after, start), rest) == 0)
    {
      add_stretch (out, start, 1, start, 0);
      add_stretch (out, end_before, 0, end_after - 1, 1);
      return TRUE;
    }
  if (ID (before, end_before - 1) == ID (after, start)
      && memcmp (&ID (before, start), &ID (after, start + 1), rest) == 0)
    {
      add_stretch (out, start, 0, start, 1);
      add_stretch (out, end_before - 1, 1, end_after, 0);
      return TRUE;
    }
  return FALSE;
}

GArray *
lectern_list_difference (GArray *before, GArray *after)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (LecternListChange));
  guint start = 0, end_before = before->len, end_after = after->len;
  while (start < end_before && start < end_after && ID (before, start) == ID (after, start))
    start++;
  while (end_before > start && end_after > start
         && ID (before, end_before - 1) == ID (after, end_after - 1))
    {
      end_before--;
      end_after--;
    }
  if (start == end_before || start == end_after)
    add_stretch (out, start, end_before - start, start, end_after - start);
  else if (!one_moved (before, start, end_before, after, end_after, out)
           && !walk (before, start, end_before, after, end_after, out))
    {
      g_array_set_size (out, 0);
      add_stretch (out, start, end_before - start, start, end_after - start);
    }
  return out;
}
