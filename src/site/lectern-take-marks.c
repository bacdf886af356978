/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-take-marks.h"

#include "lectern-common.h"

#include <string.h>

static void
change_free (gpointer data)
{
  LecternTakeChange *change = data;
  g_free (change->before);
  g_free (change->after);
  g_free (change->anchor);
  g_free (change);
}

/* --- a page as marks and texts --- */

static const struct
{
  const char *name, *text;
} entities[] = {
  { "amp", "&" },   { "lt", "<" },          { "gt", ">" },          { "quot", "\"" },
  { "apos", "'" },  { "nbsp", "\302\240" }, { "ndash", "\342\200\223" }, { "mdash", "\342\200\224" },
};

/* Appends what the entity after "&" stands for; how long it is, or 0 for none. */
static gsize
read_entity (GString *out, const char *at)
{
  const char *end = strchr (at, ';');
  gsize length = end ? end - at : 0;
  if (length == 0 || length > 10)
    return 0;
  if (*at == '#')
    {
      gboolean hex = at[1] == 'x' || at[1] == 'X';
      guint64 code = g_ascii_strtoull (at + 1 + hex, NULL, hex ? 16 : 10);
      if (code == 0 || code > 0x10ffff || !g_unichar_validate (code))
        return 0;
      g_string_append_unichar (out, code);
      return length + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, at, length) == 0)
      {
        g_string_append (out, entities[i].text);
        return length + 1;
      }
  return 0;
}

/* Behind "=", so that no text looks like a mark. NULL where there is only white space, which
   nobody reads. */
static char *
text_of (const char *from, const char *to)
{
  g_autofree char *raw = g_strndup (from, to - from);
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = raw; *at;)
    {
      gsize entity = *at == '&' ? read_entity (out, at + 1) : 0;
      if (entity == 0 && g_ascii_isspace (*at))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else if (entity == 0)
        g_string_append_c (out, *at);
      at += 1 + entity;
    }
  g_strchomp (out->str);
  return *out->str ? g_strconcat ("=", out->str, NULL) : NULL;
}

/* Behind the mark that begins at @at: a comment ends with "-->", a tag outside of quotes. */
static const char *
end_of_mark (const char *at, const char *end)
{
  char quote = '\0';
  if (g_str_has_prefix (at, "<!--"))
    {
      const char *close = strstr (at, "-->");
      return close ? close + 3 : end;
    }
  for (; at < end; at++)
    if (quote)
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;
  return end;
}

static void
add_text (GPtrArray *tokens, const char *from, const char *to)
{
  char *text = text_of (from, to);
  if (text)
    g_ptr_array_add (tokens, text);
}

static GPtrArray *
tokens_of (GBytes *page)
{
  gsize size;
  const char *data = g_bytes_get_data (page, &size);
  g_autofree char *text = g_strndup (size ? data : "", size);
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);
  const char *at = text, *end = text + strlen (text);
  /* The first lines of a document are "title: …" and the like. */
  while (*at && *at != '<' && *at != '\n')
    {
      const char *line = strchrnul (at, '\n'), *colon = memchr (at, ':', line - at);
      if (colon == NULL)
        break;
      g_ptr_array_add (tokens, g_strdup_printf ("<%.*s>", (int) (colon - at), at));
      add_text (tokens, colon + 1, line);
      at = *line ? line + 1 : line;
    }
  while (at < end)
    {
      const char *mark = strchrnul (at, '<');
      add_text (tokens, at, mark);
      at = *mark ? end_of_mark (mark, end) : end;
      if (*mark)
        g_ptr_array_add (tokens, g_strndup (mark, at - mark));
    }
  return tokens;
}

/* --- what differs --- */

/* The place of the page that the mark begins or leads to. */
static void
take_anchor (const char *mark, char **anchor)
{
  const char *at = *mark == '<' ? strstr (mark, "\"s-") : NULL;
  if (at == NULL && *mark == '<')
    at = strstr (mark, "\"#s-");
  if (at == NULL)
    return;
  at += at[1] == '#' ? 2 : 1;
  g_free (*anchor);
  *anchor = g_strndup (at, strcspn (at, "\""));
}

static gboolean
is_text (const char *token)
{
  return *token != '<';
}

typedef struct
{
  GPtrArray *base, *theirs;
  GPtrArray *changes;
  char *anchor;
  gboolean only;
} Comparison;

/* Texts in the same order with nothing put in or left out between them. */
static void
take_gap (Comparison *c, guint i, guint i_end, guint j, guint j_end)
{
  if (i_end - i != j_end - j)
    c->only = FALSE;
  for (guint k = 0; i + k < i_end && c->only; k++)
    {
      const char *before = c->base->pdata[i + k], *after = c->theirs->pdata[j + k];
      if (is_text (before) != is_text (after) || (!is_text (before) && strcmp (before, after) != 0))
        c->only = FALSE;
    }
  for (guint k = 0; i + k < i_end; k++)
    {
      const char *before = c->base->pdata[i + k];
      const char *after = j + k < j_end ? c->theirs->pdata[j + k] : "<>";
      take_anchor (before, &c->anchor);
      if (i_end - i != j_end - j || !is_text (before) || !is_text (after) || strcmp (before, after) == 0)
        continue;
      LecternTakeChange *change = g_new0 (LecternTakeChange, 1);
      *change = (LecternTakeChange){ g_strdup (before + 1), g_strdup (after + 1), g_strdup (c->anchor) };
      g_ptr_array_add (c->changes, change);
    }
}

GPtrArray *
lectern_take_changes (GBytes *base, GBytes *theirs, gboolean *only)
{
  g_autoptr (GPtrArray) a = tokens_of (base), b = tokens_of (theirs);
  g_autofree guint *common = lectern_common_sequence ((const char *const *) a->pdata, a->len,
                                                      (const char *const *) b->pdata, b->len);
  Comparison c = { a, b, g_ptr_array_new_with_free_func (change_free), NULL, TRUE };
  guint done_a = 0, done_b = 0;
  for (guint i = 0; i <= a->len; i++)
    {
      guint j = i == a->len ? b->len : common[i];
      if (j == LECTERN_COMMON_NONE)
        continue;
      take_gap (&c, done_a, i, done_b, j);
      if (i < a->len)
        take_anchor (a->pdata[i], &c.anchor);
      done_a = i + 1;
      done_b = j + 1;
    }
  g_free (c.anchor);
  *only = c.only;
  return c.changes;
}
