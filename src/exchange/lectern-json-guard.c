/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-json-guard.h"
#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint cost;
  gsize longest; /* string */
} Scanner;

typedef enum
{
  NEXT_VALUE,          /* a value must follow */
  NEXT_VALUE_OR_CLOSE, /* just after '[' */
  NEXT_KEY,            /* after ',' in an object */
  NEXT_KEY_OR_CLOSE,   /* just after '{' */
  NEXT_COMMA_OR_CLOSE, /* after a value within something */
  NEXT_END,            /* after the outermost value */
} Next;

static int
line_of (const Scanner *s, const char *at)
{
  int line = 1;
  for (const char *p = s->start; p < at; p++)
    line += *p == '\n';
  return line;
}

static gboolean
malformed (const Scanner *s, GError **error)
{
  if (s->at >= s->end)
    g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                         _ ("The file is not complete: the JSON text ends too early."));
  else
    g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                 _ ("The file is not valid JSON: line %d cannot be read."), line_of (s, s->at));
  return FALSE;
}

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file is too large or too deeply nested to be a programme."));
  return FALSE;
}

static void
skip_space (Scanner *s)
{
  while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\n' || *s->at == '\r'))
    s->at++;
}

static gboolean
is_digit (const Scanner *s)
{
  return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

static gboolean
skip_digits (Scanner *s)
{
  if (!is_digit (s))
    return FALSE;
  while (is_digit (s))
    s->at++;
  return TRUE;
}

/* -? int frac? exp? with no leading zeros */
static gboolean
skip_number (Scanner *s)
{
  if (*s->at == '-')
    s->at++;
  if (s->at < s->end && *s->at == '0')
    s->at++;
  else if (!skip_digits (s))
    return FALSE;
  if (s->at < s->end && *s->at == '.')
    {
      s->at++;
      if (!skip_digits (s))
        return FALSE;
    }
  if (s->at < s->end && (*s->at == 'e' || *s->at == 'E'))
    {
      s->at++;
      if (s->at < s->end && (*s->at == '+' || *s->at == '-'))
        s->at++;
      if (!skip_digits (s))
        return FALSE;
    }
  return TRUE;
}

/* s->at stands behind the backslash. */
static gboolean
skip_escape (Scanner *s)
{
  if (s->at >= s->end)
    return FALSE;
  if (*s->at != 'u')
    {
      if (*s->at == '\0' || strchr ("\"\\/bfnrt", *s->at) == NULL)
        return FALSE;
      s->at++;
      return TRUE;
    }
  s->at++;
  for (int i = 0; i < 4; i++, s->at++)
    if (s->at >= s->end || !g_ascii_isxdigit (*s->at))
      return FALSE;
  return TRUE;
}

/* UTF-8 is checked for the whole text beforehand. */
static gboolean
skip_string (Scanner *s)
{
  const char *begin = s->at++;
  while (s->at < s->end)
    {
      guchar c = *s->at;
      if (c < 0x20)
        return FALSE;
      s->at++;
      if (c == '"')
        {
          s->longest = MAX (s->longest, (gsize)(s->at - begin));
          return TRUE;
        }
      if (c == '\\' && !skip_escape (s))
        return FALSE;
    }
  return FALSE;
}

static gboolean
skip_word (Scanner *s, const char *word)
{
  gsize length = strlen (word);
  if ((gsize)(s->end - s->at) < length || memcmp (s->at, word, length) != 0)
    return FALSE;
  s->at += length;
  return TRUE;
}

static gboolean
skip_scalar (Scanner *s)
{
  switch (*s->at)
    {
    case '"':
      return skip_string (s);
    case 't':
      return skip_word (s, "true");
    case 'f':
      return skip_word (s, "false");
    case 'n':
      return skip_word (s, "null");
    default:
      return (*s->at == '-' || is_digit (s)) && skip_number (s);
    }
}

/* The key and the colon; a value must follow. */
static gboolean
skip_key (Scanner *s)
{
  if (*s->at != '"' || !skip_string (s))
    return FALSE;
  skip_space (s);
  if (s->at >= s->end || *s->at != ':')
    return FALSE;
  s->at++;
  return TRUE;
}

/* One step of the automaton. @open holds the brackets that wait to be closed. */
static gboolean
step (Scanner *s, char *open, int *depth, Next *next)
{
  char c = *s->at;
  if (*next == NEXT_END)
    return FALSE;
  if ((c == ']' && (*next == NEXT_VALUE_OR_CLOSE || *next == NEXT_COMMA_OR_CLOSE))
      || (c == '}' && (*next == NEXT_KEY_OR_CLOSE || *next == NEXT_COMMA_OR_CLOSE)))
    {
      if (open[*depth - 1] != (c == ']' ? '[' : '{'))
        return FALSE;
      s->at++;
      *next = --*depth > 0 ? NEXT_COMMA_OR_CLOSE : NEXT_END;
      return TRUE;
    }
  if (*next == NEXT_COMMA_OR_CLOSE)
    {
      if (c != ',')
        return FALSE;
      s->at++;
      *next = open[*depth - 1] == '[' ? NEXT_VALUE : NEXT_KEY;
      return TRUE;
    }
  if (*next == NEXT_KEY || *next == NEXT_KEY_OR_CLOSE)
    {
      *next = NEXT_VALUE;
      return skip_key (s);
    }
  if (c == '[' || c == '{')
    {
      s->at++;
      s->cost += c == '[' ? 3 : 8;
      if (*depth < LECTERN_JSON_MAX_DEPTH)
        open[*depth] = c;
      ++*depth;
      *next = c == '[' ? NEXT_VALUE_OR_CLOSE : NEXT_KEY_OR_CLOSE;
      return TRUE;
    }
  s->cost++;
  *next = *depth > 0 ? NEXT_COMMA_OR_CLOSE : NEXT_END;
  return skip_scalar (s);
}

gboolean
lectern_json_guard (const char *data, gsize length, GError **error)
{
  Scanner s = { .start = data, .at = data, .end = data + length };
  char open[LECTERN_JSON_MAX_DEPTH];
  int depth = 0;
  Next next = NEXT_VALUE;
  const char *invalid;

  if (length > LECTERN_JSON_MAX_BYTES)
    return too_large (error);
  if (!g_utf8_validate_len (data, length, &invalid))
    {
      g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                   _ ("Line %d is not valid UTF-8 text."), line_of (&s, invalid));
      return FALSE;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    s.at += 3;
  for (skip_space (&s); s.at < s.end; skip_space (&s))
    {
      if (!step (&s, open, &depth, &next))
        return malformed (&s, error);
      if (depth > LECTERN_JSON_MAX_DEPTH || s.cost > LECTERN_JSON_MAX_COST
          || s.longest > LECTERN_JSON_MAX_STRING)
        return too_large (error);
    }
  return next == NEXT_END || malformed (&s, error);
}
