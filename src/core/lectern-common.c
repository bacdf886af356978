/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-common.h"

#include <string.h>

#define MOST_COMPARED 4000000 /* pairs, each two bytes while they are compared */

/* Numbers for equal texts, so that comparing is quick. */
static guint *
numbers_of (const char *const *texts, guint n, GHashTable *known)
{
  guint *numbers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gpointer number = g_hash_table_lookup (known, texts[i]);
      if (number == NULL)
        {
          number = GUINT_TO_POINTER (g_hash_table_size (known) + 1);
          g_hash_table_insert (known, (gpointer) texts[i], number);
        }
      numbers[i] = GPOINTER_TO_UINT (number);
    }
  return numbers;
}

/* By the table of the lengths of what the rests have in common. */
static void
pair_middle (const guint *a, guint n, const guint *b, guint m, guint *partners, guint offset)
{
  guint i = 0, j = 0, row = m + 1;
  if (n >= G_MAXUINT16 || m >= G_MAXUINT16 || (guint64) n * m > MOST_COMPARED)
    return;
  g_autofree guint16 *length = g_new0 (guint16, (gsize) (n + 1) * row);
  for (guint x = n; x > 0; x--)
    for (guint y = m; y > 0; y--)
      length[(x - 1) * row + y - 1]
          = a[x - 1] == b[y - 1] ? length[x * row + y] + 1
                                 : MAX (length[x * row + y - 1], length[(x - 1) * row + y]);
  while (i < n && j < m)
    if (a[i] == b[j])
      partners[i++] = offset + j++;
    else if (length[(i + 1) * row + j] >= length[i * row + j + 1])
      i++;
    else
      j++;
}

guint *
lectern_common_sequence (const char *const *a, guint n, const char *const *b, guint m)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *x = numbers_of (a, n, known);
  g_autofree guint *y = numbers_of (b, m, known);
  guint *partners = g_new (guint, n + 1);
  guint start = 0;
  for (guint i = 0; i < n; i++)
    partners[i] = LECTERN_COMMON_NONE;
  for (; start < n && start < m && x[start] == y[start]; start++)
    partners[start] = start;
  while (n > start && m > start && x[n - 1] == y[m - 1])
    {
      n--, m--;
      partners[n] = m;
    }
  pair_middle (x + start, n - start, y + start, m - start, partners + start, start);
  return partners;
}

/* --- words --- */

static void
words_free (gpointer data)
{
  g_free (((LecternWords *) data)->text);
  g_free (data);
}

static void
add (GPtrArray *out, LecternWordsChange change, const char *text)
{
  LecternWords *last = out->len > 0 ? g_ptr_array_index (out, out->len - 1) : NULL;
  if (*text == '\0')
    return;
  if (last != NULL && last->change == change)
    {
      char *longer = g_strconcat (last->text, text, NULL);
      g_free (last->text);
      last->text = longer;
      return;
    }
  LecternWords *words = g_new (LecternWords, 1);
  words->change = change;
  words->text = g_strdup (text);
  g_ptr_array_add (out, words);
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* Pieces of @text: words with what follows them up to the next (or lines, with their end). In
   @keys what is compared of each: the word without the space. */
static GPtrArray *
cut (const char *text, gboolean lines, GPtrArray *keys)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  while (*text != '\0')
    {
      const char *end = text, *next;
      if (lines)
        {
          end = strchrnul (text, '\n');
          next = *end != '\0' ? end + 1 : end;
        }
      else
        {
          while (*end != '\0' && !is_space (end))
            end = g_utf8_next_char (end);
          for (next = end; *next != '\0' && is_space (next);)
            next = g_utf8_next_char (next);
        }
      g_ptr_array_add (pieces, g_strndup (text, next - text));
      g_ptr_array_add (keys, g_strndup (text, end - text));
      text = next;
    }
  return pieces;
}

static void compare (GPtrArray *out, const char *before, const char *after, gboolean lines);

static char *
join (GPtrArray *pieces, guint from, guint to)
{
  GString *text = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    g_string_append (text, g_ptr_array_index (pieces, i));
  return g_string_free (text, FALSE);
}

/* Pieces i..to of one side against j..partner of the other, that have none in common. */
static void
add_gap (GPtrArray *out, GPtrArray *a, guint i, guint to, GPtrArray *b, guint j, guint partner, gboolean lines)
{
  g_autofree char *gone = join (a, i, to);
  g_autofree char *added = join (b, j, partner);
  if (lines && *gone != '\0' && *added != '\0')
    {
      compare (out, gone, added, FALSE);
      return;
    }
  add (out, LECTERN_WORDS_GONE, gone);
  add (out, LECTERN_WORDS_NEW, added);
}

static void
compare (GPtrArray *out, const char *before, const char *after, gboolean lines)
{
  g_autoptr (GPtrArray) of_a = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) of_b = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) a = cut (before, lines, of_a);
  g_autoptr (GPtrArray) b = cut (after, lines, of_b);
  g_autofree guint *partners = lectern_common_sequence ((const char *const *) of_a->pdata, a->len,
                                                        (const char *const *) of_b->pdata, b->len);
  guint i = 0, j = 0;
  for (guint at = 0; at < a->len; at++)
    {
      if (partners[at] == LECTERN_COMMON_NONE)
        continue;
      add_gap (out, a, i, at, b, j, partners[at], lines);
      add (out, LECTERN_WORDS_SAME, g_ptr_array_index (b, partners[at]));
      i = at + 1;
      j = partners[at] + 1;
    }
  add_gap (out, a, i, a->len, b, j, b->len, lines);
}

GPtrArray *
lectern_words_compare (const char *before, const char *after)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (words_free);
  compare (out, before, after, TRUE);
  return out;
}
