/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-difference.h"

#include "lectern-common.h"

#include <string.h>

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

char *
lectern_difference (GBytes *before, GBytes *after, guint limit)
{
  g_auto (GStrv) a = lines_of (before);
  g_auto (GStrv) b = lines_of (after);
  if (a == NULL || b == NULL)
    return g_strdup ("");
  guint n = g_strv_length (a), m = g_strv_length (b), written = 0;
  g_autofree guint *partners
      = lectern_common_sequence ((const char *const *) a, n, (const char *const *) b, m);
  Writer w = { g_string_new (NULL), limit };
  for (guint i = 0; i < n; i++)
    {
      if (partners[i] == LECTERN_COMMON_NONE)
        write_line (&w, '-', a[i]);
      for (; partners[i] != LECTERN_COMMON_NONE && written < partners[i]; written++)
        write_line (&w, '+', b[written]);
      written += partners[i] != LECTERN_COMMON_NONE;
    }
  for (; written < m; written++)
    write_line (&w, '+', b[written]);
  if (w.out->len == 0)
    return g_string_free (w.out, TRUE);
  return g_string_free (w.out, FALSE);
}
