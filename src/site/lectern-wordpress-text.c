/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-wordpress-text.h"

#include <string.h>

static const char protected_characters[] = "\"'().-8:;W[]`x";

static gboolean
follows (const char *at, const char *text)
{
  return strncmp (at, text, strlen (text)) == 0;
}

static gboolean
is_blank (char c)
{
  return c == '\0' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether showing would make something else of the character at @at. */
static gboolean
is_endangered (char before, const char *at)
{
  char next = *at ? at[1] : '\0';
  switch (*at)
    {
    case '[': case ']': case '"': case '\'': case '`':
      return TRUE;
    case '.':
      return before == '.' || next == '.';
    case '-':
      return before == '-' || next == '-' || (is_blank (before) && is_blank (next));
    case 'x':
      return g_ascii_isdigit (next) && (g_ascii_isdigit (before) || before == '.' || before == ',');
    case '(':
      return follows (at, "(tm)");
    case ')':
      return before == ':' || before == ';';
    case ':': /* a face, or an address alone on its line; not 9:40 and not "at: " */
      return !g_ascii_isdigit (next) && !is_blank (next) && next != '<';
    case ';':
      return next == ')' || next == '-';
    case '8':
      return next == ')' || next == 'O' || follows (at, "8-)") || follows (at, "8-O");
    case 'W':
      return follows (at, "Wordpress");
    default:
      return FALSE;
    }
}

/* The reference at @at: its length, and the character if it is one of ours; else 0. */
static gsize
reference_of_ours (const char *at, char *character)
{
  if (at[0] != '&' || at[1] != '#' || !g_ascii_isdigit (at[2]) || !g_ascii_isdigit (at[3])
      || !g_ascii_isdigit (at[4]) || at[5] != ';')
    return 0;
  int code = (at[2] - '0') * 100 + (at[3] - '0') * 10 + at[4] - '0';
  if (code == 0 || code > 127 || !strchr (protected_characters, code))
    return 0;
  *character = code;
  return 6;
}

static gsize
entity_length (const char *at)
{
  gsize length = 1 + strspn (at + 1, "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  return length > 1 && at[length] == ';' ? length + 1 : 0;
}

/* --- text, the inside of a tag, and programs, each in its way --- */

static gsize
protect_text (GString *out, char before, const char *at)
{
  char ours;
  gsize entity = *at == '&' ? entity_length (at) : 0;
  if (reference_of_ours (at, &ours)) /* it would be taken back on reading: another form of it */
    g_string_append_printf (out, "&#x%x;", (guint) ours);
  else if (entity)
    g_string_append_len (out, at, entity);
  else if (is_endangered (before, at))
    g_string_append_printf (out, "&#%03d;", *at);
  else
    g_string_append_c (out, *at);
  return entity ? entity : 1;
}

static gsize
protect_tag (GString *out, char before, const char *at)
{
  if (*at == '[' || *at == ']' || follows (at, "Wordpress"))
    g_string_append_printf (out, "&#%03d;", *at);
  else
    g_string_append_c (out, *at);
  return 1;
}

/* Here no reference would be understood, but the strings of JSON and JavaScript have their own. */
static gsize
protect_script (GString *out, char before, const char *at)
{
  gboolean word = *at == '[' && (g_ascii_isalpha (at[1]) || at[1] == '/');
  if ((word && !follows (at, "[true") && !follows (at, "[false") && !follows (at, "[null"))
      || follows (at, "Wordpress"))
    g_string_append_printf (out, "\\u%04x", (guint) *at);
  else
    g_string_append_c (out, *at);
  return 1;
}

static gsize
unprotect_text (GString *out, char before, const char *at)
{
  char ours;
  gsize length = reference_of_ours (at, &ours);
  g_string_append_c (out, length ? ours : *at);
  return length ? length : 1;
}

static gsize
unprotect_script (GString *out, char before, const char *at)
{
  gboolean ours = follows (at, "\\u005b") || follows (at, "\\u0057");
  g_string_append_c (out, ours ? (at[5] == 'b' ? '[' : 'W') : *at);
  return ours ? 6 : 1;
}

typedef gsize (*Step) (GString *out, char before, const char *at);

/* Where the tag that begins at @at ends; attributes may have a ">" in quotes. */
static const char *
end_of_tag (const char *at)
{
  char quote = '\0';
  for (; *at; at++)
    if (quote)
      quote = *at == quote ? '\0' : quote;
    else if (*at == '"' || *at == '\'')
      quote = *at;
    else if (*at == '>')
      return at + 1;
  return at;
}

static const char *
run (GString *out, const char *at, const char *end, Step step)
{
  char before = '\0';
  while (at < end)
    {
      gsize length = step (out, before, at);
      at += length;
      before = at[-1];
    }
  return at;
}

static char *
walk (const char *html, Step text, Step tag, Step script)
{
  GString *out = g_string_new (NULL);
  const char *at = html;
  while (*at)
    {
      const char *open = strchr (at, '<');
      at = run (out, at, open ? open : at + strlen (at), text);
      if (*at == '\0')
        break;
      if (follows (at, "<!--"))
        {
          const char *end = strstr (at, "-->");
          g_string_append_len (out, at, end ? end + 3 - at : (gssize) strlen (at));
          at = end ? end + 3 : at + strlen (at);
          continue;
        }
      gboolean program = g_ascii_strncasecmp (at, "<script", 7) == 0
                         || g_ascii_strncasecmp (at, "<style", 6) == 0;
      at = run (out, at, end_of_tag (at), tag);
      const char *close = program ? strstr (at, "</s") : NULL;
      if (close)
        at = run (out, at, close, script);
    }
  return g_string_free (out, FALSE);
}

char *
lectern_wordpress_protect (const char *html)
{
  return walk (html, protect_text, protect_tag, protect_script);
}

char *
lectern_wordpress_unprotect (const char *html)
{
  return walk (html, unprotect_text, unprotect_text, unprotect_script);
}

char *
lectern_wordpress_protect_title (const char *title)
{
  g_autofree char *html = g_markup_escape_text (title, -1);
  /* quotes as they are typed, so that they are protected as such */
  g_autoptr (GString) plain = g_string_new (html);
  g_string_replace (plain, "&quot;", "\"", 0);
  g_string_replace (plain, "&#39;", "'", 0);
  return lectern_wordpress_protect (plain->str);
}

char *
lectern_wordpress_unprotect_title (const char *html)
{
  static const char *const names[]
      = { "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&#038;", "&", "&amp;", "&" };
  g_autofree char *text = lectern_wordpress_unprotect (html);
  GString *plain = g_string_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i += 2)
    g_string_replace (plain, names[i], names[i + 1], 0);
  return g_string_free (plain, FALSE);
}
