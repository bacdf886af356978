/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A position is a fraction between 0 and 1 written in base 62 without the leading
 * "0.", so that comparing bytes compares fractions and there is always room
 * between two. No key ends in '0': nothing would fit before it.
 */
#include "lectern-position.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
#define BASE 62

/* Bytes of a foreign key that are no digit count as the digit they sort next to. */
static int
digit_value (char c)
{
  int value = 0;
  while (value < BASE - 1 && (guchar) digits[value + 1] <= (guchar) c)
    value++;
  return value;
}

static void
strip_zeros (GString *key)
{
  while (key->len > 0 && key->str[key->len - 1] == '0')
    g_string_truncate (key, key->len - 1);
}

/* How many digits a key at the open end has: 1, 3, 7, 15… as more of its leading
 * digits are used up, so that a list that only grows keeps short keys. */
static gsize
end_length (const char *key, char used_up)
{
  gsize run = strspn (key, (char[]){ used_up, '\0' });
  gsize length = 1;
  while (length <= run)
    length = 2 * length + 1;
  return length;
}

/* The next key after @before with nothing behind it. */
static char *
after_last (const char *before)
{
  GString *key = g_string_new (NULL);
  gsize length = end_length (before, 'z');
  gsize have = strlen (before);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (key, i < have ? digits[digit_value (before[i])] : '0');
  gsize i = length;
  while (key->str[i - 1] == 'z') /* ends: fewer than length digits are used up */
    key->str[--i] = '0';
  key->str[i - 1] = digits[digit_value (key->str[i - 1]) + 1];
  if (key->str[length - 1] == '0')
    key->str[length - 1] = '1';
  return g_string_free (key, FALSE);
}

/* The key before @after with nothing in front of it. */
static char *
before_first (const char *after)
{
  GString *key = g_string_new (NULL);
  gsize length = end_length (after, '0');
  gsize have = strlen (after);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (key, i < have ? digits[digit_value (after[i])] : '0');
  if (strspn (key->str, "0") == length - 1 && key->str[length - 1] == '1')
    {
      /* The last of its length: go on with the next one. */
      key->str[length - 1] = '0';
      for (gsize i = 0; i <= length; i++)
        g_string_append_c (key, 'z');
      return g_string_free (key, FALSE);
    }
  gsize i = length;
  while (key->str[i - 1] == '0')
    key->str[--i] = 'z';
  key->str[i - 1] = digits[digit_value (key->str[i - 1]) - 1];
  if (key->str[length - 1] == '0')
    {
      /* Only 10, 20 … come here: one more down ends in z. */
      i = length - 1;
      key->str[i] = 'z';
      while (key->str[i - 1] == '0')
        key->str[--i] = 'z';
      key->str[i - 1] = digits[digit_value (key->str[i - 1]) - 1];
    }
  return g_string_free (key, FALSE);
}

/* A short key between two fractions, @before < @after. */
static char *
middle (const char *before, const char *after)
{
  GString *key = g_string_new (NULL);
  gboolean below_after = FALSE; /* the digits so far are already less than those of after */
  for (gsize i = 0;; i++)
    {
      int low = *before ? digit_value (*before++) : 0;
      int high = below_after ? BASE : *after ? digit_value (*after++) : 0;
      if (high - low > 1)
        {
          g_string_append_c (key, digits[(low + high) / 2]);
          return g_string_free (key, FALSE);
        }
      g_string_append_c (key, digits[low]);
      if (high > low)
        below_after = TRUE;
    }
}

/* Keys may have come from elsewhere: equal, the wrong way round, ending in zeros, or
 * of other bytes. NULL where nothing is left. */
static char *
cleaned (const char *key)
{
  GString *clean = g_string_new (NULL);
  for (const char *c = key; c != NULL && *c != '\0'; c++)
    g_string_append_c (clean, digits[digit_value (*c)]);
  strip_zeros (clean);
  return g_string_free (clean, clean->len == 0);
}

/**
 * lectern_position_between:
 * @before: (nullable): key of the record above, NULL at the top
 * @after: (nullable): key of the record below, NULL at the bottom
 *
 * Where there is no room between the two, the key is only after @before.
 *
 * Returns: (transfer full): the key
 */
char *
lectern_position_between (const char *before, const char *after)
{
  g_autofree char *low = cleaned (before);
  g_autofree char *high = cleaned (after);
  if (low == NULL && high == NULL)
    return g_strdup ("V");
  if (low == NULL)
    return before_first (high);
  if (high == NULL || strcmp (low, high) >= 0)
    return after_last (low);
  return middle (low, high);
}

/**
 * lectern_position_series:
 *
 * Returns: (transfer full): @n keys in rising order, NULL-terminated; g_strfreev()
 */
char **
lectern_position_series (guint n)
{
  char **keys = g_new0 (char *, n + 1);
  guint length = 1;
  guint64 size = BASE;
  while (size < 2 * ((guint64) n + 1))
    {
      size *= BASE;
      length++;
    }
  for (guint i = 0; i < n; i++)
    {
      guint64 value = (i + 1) * size / (n + 1);
      GString *key = g_string_new (NULL);
      g_string_set_size (key, length);
      for (guint d = length; d > 0; d--, value /= BASE)
        key->str[d - 1] = digits[value % BASE];
      strip_zeros (key);
      keys[i] = g_string_free (key, FALSE);
    }
  return keys;
}
