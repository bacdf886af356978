/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-difference.h"

#include <string.h>

#define LONGEST_TABLE 1500 /* lines on each side that are compared one with another */

static char **
lines_of (GBytes *bytes)
{
  gsize size = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;
  if (size == 0)
    return g_new0 (char *, 1);
  if (!g_utf8_validate (data, size, NULL))
    return NULL;
  g_autofree char *text = g_strndup (data, size);
  return g_strsplit (text, "\n", -1);
}

typedef struct
{
  GString *out;
  guint left;
} Writer;

static void
write_line (Writer *w, char sign, const char *line)
{
  if (w->left == 0)
    return;
  g_string_append_printf (w->out, "%c%.500s\n", sign, line);
  if (--w->left == 0)
    g_string_append (w->out, "…\n");
}

/* The longest common subsequence of a[0..n) and b[0..m), by the table of its lengths. */
static void
write_middle (Writer *w, char **a, guint n, char **b, guint m)
{
  guint i = 0, j = 0, row = m + 1;
  g_autofree guint16 *length
      = n <= LONGEST_TABLE && m <= LONGEST_TABLE ? g_new0 (guint16, (gsize)(n + 1) * row) : NULL;
  for (guint x = n; length && x > 0; x--)
    for (guint y = m; y > 0; y--)
      length[(x - 1) * row + y - 1]
          = strcmp (a[x - 1], b[y - 1]) == 0
                ? length[x * row + y] + 1
                : MAX (length[x * row + y - 1], length[(x - 1) * row + y]);
  while (length && i < n && j < m && w->left > 0)
    if (strcmp (a[i], b[j]) == 0)
      i++, j++;
    else if (length[(i + 1) * row + j] >= length[i * row + j + 1])
      write_line (w, '-', a[i++]);
    else
      write_line (w, '+', b[j++]);
  while (i < n && w->left > 0)
    write_line (w, '-', a[i++]);
  while (j < m && w->left > 0)
    write_line (w, '+', b[j++]);
}

char *
lectern_difference (GBytes *before, GBytes *after, guint limit)
{
  g_auto (GStrv) a = lines_of (before);
  g_auto (GStrv) b = lines_of (after);
  if (a == NULL || b == NULL)
    return g_strdup ("");
  guint n = g_strv_length (a), m = g_strv_length (b), start = 0;
  while (start < n && start < m && strcmp (a[start], b[start]) == 0)
    start++;
  while (n > start && m > start && strcmp (a[n - 1], b[m - 1]) == 0)
    n--, m--;
  if (n == start && m == start)
    return NULL;
  Writer w = { g_string_new (NULL), limit };
  write_middle (&w, a + start, n - start, b + start, m - start);
  return g_string_free (w.out, FALSE);
}
