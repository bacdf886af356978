/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-value.h"

#include <string.h>

LecternValue
lectern_value_integer (gint64 integer)
{
  return (LecternValue){ .type = LECTERN_VALUE_INTEGER, .integer = integer };
}

LecternValue
lectern_value_real (double real)
{
  return (LecternValue){ .type = LECTERN_VALUE_REAL, .real = real };
}

LecternValue
lectern_value_take_text (char *text)
{
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return LECTERN_EMPTY;
    }
  return (LecternValue){ .type = LECTERN_VALUE_TEXT, .length = strlen (text), .data = text };
}

LecternValue
lectern_value_text (const char *text)
{
  return lectern_value_take_text (g_strdup (text));
}

LecternValue
lectern_value_bytes (gconstpointer data, gsize length)
{
  if (length == 0)
    return LECTERN_EMPTY;
  char *copy = g_malloc (length + 1);
  memcpy (copy, data, length);
  copy[length] = '\0';
  return (LecternValue){ .type = LECTERN_VALUE_BYTES, .length = length, .data = copy };
}

/* Ids as a field of REFERENCES stores them: "[1,2]"; none gives empty. */
LecternValue
lectern_value_ids (const gint64 *ids, gsize n)
{
  if (n == 0)
    return LECTERN_EMPTY;
  GString *json = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (json, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', ids[i]);
  g_string_append_c (json, ']');
  return lectern_value_take_text (g_string_free (json, FALSE));
}

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *c < 0x20)
        g_string_append_printf (json, "\\u%04x", *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

/* Texts as a field of TEXTS or LANGUAGES stores them: ["a","b"]; none gives empty. */
LecternValue
lectern_value_texts (const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL)
    return LECTERN_EMPTY;
  GString *json = g_string_new (NULL);
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_string_append_c (json, i == 0 ? '[' : ',');
      append_json_string (json, texts[i]);
    }
  g_string_append_c (json, ']');
  return lectern_value_take_text (g_string_free (json, FALSE));
}

LecternValue
lectern_value_copy (const LecternValue *value)
{
  LecternValue copy = *value;
  if (value->data != NULL)
    {
      copy.data = g_malloc (value->length + 1);
      memcpy (copy.data, value->data, value->length + 1);
    }
  return copy;
}

void
lectern_value_clear (LecternValue *value)
{
  g_free (value->data);
  *value = LECTERN_EMPTY;
}

gboolean
lectern_value_equal (const LecternValue *a, const LecternValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case LECTERN_VALUE_INTEGER:
      return a->integer == b->integer;
    case LECTERN_VALUE_REAL:
      /* By bits, so that a value is always equal to itself. */
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case LECTERN_VALUE_TEXT:
    case LECTERN_VALUE_BYTES:
      return a->length == b->length && memcmp (a->data, b->data, a->length) == 0;
    case LECTERN_VALUE_EMPTY:
    default:
      return TRUE;
    }
}

const char *
lectern_value_get_text (const LecternValue *value)
{
  return value->type == LECTERN_VALUE_TEXT ? value->data : NULL;
}

gint64
lectern_value_get_integer (const LecternValue *value)
{
  return value->type == LECTERN_VALUE_INTEGER ? value->integer : 0;
}

/* Goes over white space and then @c; FALSE and only the white space where it is not there. */
static gboolean
skip (const char **at, char c)
{
  while (g_ascii_isspace (**at))
    (*at)++;
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/**
 * lectern_value_get_ids:
 * @n: (out): how many; 0 also where the text is no array of whole numbers
 *
 * Returns: (transfer full): the ids of a list of references, never NULL; g_free()
 */
gint64 *
lectern_value_get_ids (const LecternValue *value, gsize *n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *at = lectern_value_get_text (value);
  gboolean good = at != NULL && skip (&at, '[');
  gboolean done = good && skip (&at, ']');
  while (good && !done)
    {
      char *end;
      gint64 id = g_ascii_strtoll (at, &end, 10);
      good = end != at;
      at = end;
      g_array_append_val (ids, id);
      done = good && skip (&at, ']');
      good = good && (done || skip (&at, ','));
    }
  if (!good)
    g_array_set_size (ids, 0);
  *n = ids->len;
  gint64 none = 0;
  if (ids->len == 0)
    g_array_append_val (ids, none); /* so that the result is never NULL */
  return (gint64 *) g_array_free (g_steal_pointer (&ids), FALSE);
}

/* Four hexadecimal digits of \uXXXX; moves @at behind them. */
static gboolean
read_hex4 (const char **at, gunichar *code)
{
  *code = 0;
  for (int i = 0; i < 4; i++, (*at)++)
    {
      if (!g_ascii_isxdigit (**at))
        return FALSE;
      *code = *code << 4 | g_ascii_xdigit_value (**at);
    }
  return TRUE;
}

static gboolean
read_escape (const char **at, GString *out)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  char c = *(*at)++;
  const char *name = c != '\0' ? strchr (names, c) : NULL;
  gunichar code, low;
  if (name != NULL)
    {
      g_string_append_c (out, values[name - names]);
      return TRUE;
    }
  if (c != 'u' || !read_hex4 (at, &code))
    return FALSE;
  if (code >= 0xd800 && code < 0xdc00)
    {
      /* RFC 8259 §7: a character beyond the first plane is two of them. */
      if ((*at)[0] != '\\' || (*at)[1] != 'u')
        return FALSE;
      *at += 2;
      if (!read_hex4 (at, &low) || low < 0xdc00 || low > 0xdfff)
        return FALSE;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
  if (code == 0 || !g_unichar_validate (code))
    return FALSE;
  g_string_append_unichar (out, code);
  return TRUE;
}

static gboolean
read_json_string (const char **at, GString *out)
{
  if (!skip (at, '"'))
    return FALSE;
  while (**at != '"')
    {
      if (**at == '\0')
        return FALSE;
      if (**at == '\\')
        {
          (*at)++;
          if (!read_escape (at, out))
            return FALSE;
        }
      else
        g_string_append_c (out, *(*at)++);
    }
  (*at)++;
  return TRUE;
}

/**
 * lectern_value_get_texts:
 *
 * Returns: (transfer full): the texts of a list, NULL-terminated and never NULL; empty
 * also where the value is no JSON array of strings. g_strfreev()
 */
char **
lectern_value_get_texts (const LecternValue *value)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *at = lectern_value_get_text (value);
  gboolean good = at != NULL && skip (&at, '[');
  gboolean done = good && skip (&at, ']');
  while (good && !done)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      good = read_json_string (&at, text);
      g_ptr_array_add (texts, g_strdup (text->str));
      done = good && skip (&at, ']');
      good = good && (done || skip (&at, ','));
    }
  if (!good)
    g_ptr_array_set_size (texts, 0);
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}
