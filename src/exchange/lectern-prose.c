/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-prose.h"

#include "lectern-markup.h"

#include <string.h>

#define DEEPEST_LIST 8   /* what is nested deeper stands in the eighth */
#define LONGEST_TAG 4096 /* keeps "<a<a<a…" from being read again and again */

static void
piece_clear (gpointer data)
{
  g_free (((LecternPiece *) data)->value);
}

static GArray *
pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (LecternPiece));
  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

static void
add (GArray *pieces, LecternPieceType type, const char *value)
{
  LecternPiece piece = { type, g_strdup (value) };
  g_array_append_val (pieces, piece);
}

/* --- reading plain text --- */

static gsize
bare_link_length (const char *at)
{
  if (!g_str_has_prefix (at, "http://") && !g_str_has_prefix (at, "https://"))
    return 0;
  gsize length = strcspn (at, " \t\r\n<>\"'`|{}\\^");
  while (length > 0 && strchr (".,;:!?)]*_", at[length - 1]))
    length--;
  return length > 8 ? length : 0;
}

/* Text in which bare addresses become links. */
static void
add_text (GArray *pieces, const char *text, gboolean in_link)
{
  const char *start = text;
  for (const char *c = text; *c && !in_link;)
    {
      gsize length = bare_link_length (c);
      if (length == 0)
        {
          c++;
          continue;
        }
      g_autofree char *before = g_strndup (start, c - start);
      g_autofree char *url = g_strndup (c, length);
      if (*before)
        add (pieces, LECTERN_PIECE_TEXT, before);
      add (pieces, LECTERN_PIECE_LINK, url);
      add (pieces, LECTERN_PIECE_TEXT, url);
      add (pieces, LECTERN_PIECE_LINK_END, NULL);
      start = c = c + length;
    }
  if (*start)
    add (pieces, LECTERN_PIECE_TEXT, start);
}

static const char *
after_bullet (const char *line)
{
  while (*line == ' ' || *line == '\t')
    line++;
  if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
    return line + 2;
  return g_str_has_prefix (line, "• ") ? line + strlen ("• ") : NULL;
}

static void
read_plain (GArray *pieces, const char *prose)
{
  g_auto (GStrv) lines = g_strsplit (prose, "\n", -1);
  gboolean in_list = FALSE, fresh = TRUE;
  for (guint i = 0; lines[i]; i++)
    {
      g_strchomp (lines[i]);
      const char *item = after_bullet (lines[i]);
      if (item && !in_list)
        add (pieces, LECTERN_PIECE_LIST, "ul");
      if (!item && in_list)
        add (pieces, LECTERN_PIECE_LIST_END, NULL);
      fresh = fresh || in_list != (item != NULL);
      in_list = item != NULL;
      if (item)
        add (pieces, LECTERN_PIECE_ITEM, NULL);
      else if (*lines[i] == '\0')
        add (pieces, LECTERN_PIECE_PARAGRAPH, NULL);
      else if (!fresh)
        add (pieces, LECTERN_PIECE_BREAK, NULL);
      fresh = *lines[i] == '\0' || item;
      add_text (pieces, item ? item : lines[i], FALSE);
    }
  if (in_list)
    add (pieces, LECTERN_PIECE_LIST_END, NULL);
}

/* --- reading HTML --- */

/* Sources that carry HTML carry at least one of these; "a < b" does not. */
static gboolean
looks_like_html (const char *prose)
{
  return g_regex_match_simple ("<\\s*/"
                               "?\\s*(p|br|ul|ol|li|a|b|i|em|strong|h[1-6]|blockquote|div|span|img|"
                               "script|style|table|iframe)"
                               "(\\s[^<>]*|\\s*/?)>",
                               prose, G_REGEX_CASELESS, 0);
}

static gunichar
entity_named (const char *name, gsize length)
{
  static const struct { const char *name; gunichar c;
  } named[] = {
    { "amp", '&' },       { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
    { "apos", '\'' },     { "nbsp", 0xa0 },    { "ndash", 0x2013 }, { "mdash", 0x2014 },
    { "hellip", 0x2026 }, { "rsquo", 0x2019 }, { "lsquo", 0x2018 }, { "ldquo", 0x201c },
    { "rdquo", 0x201d },  { "bdquo", 0x201e }, { "bull", 0x2022 },  { "auml", 0xe4 },
    { "ouml", 0xf6 },     { "uuml", 0xfc },    { "Auml", 0xc4 },    { "Ouml", 0xd6 },
    { "Uuml", 0xdc },     { "szlig", 0xdf },   { "eacute", 0xe9 },  { "egrave", 0xe8 },
    { "agrave", 0xe0 },   { "ccedil", 0xe7 },  { "euro", 0x20ac },  { "copy", 0xa9 },
    { "shy", 0xad },      { "aring", 0xe5 },   { "oslash", 0xf8 },  { "laquo", 0xab },
    { "raquo", 0xbb },
  };
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strlen (named[i].name) == length && strncmp (named[i].name, name, length) == 0)
      return named[i].c;
  return 0;
}

/* The character a reference at @at means and its length; 0: it is only an ampersand. */
static gunichar
entity (const char *at, gsize *length)
{
  const char *end = at + 1;
  gunichar c = 0;
  while (end - at < 10 && (g_ascii_isalnum (*end) || *end == '#'))
    end++;
  if (*end != ';' || end == at + 1)
    return 0;
  if (at[1] == '#')
    {
      gboolean hex = at[2] == 'x' || at[2] == 'X';
      char *stop = NULL;
      guint64 number = g_ascii_strtoull (at + (hex ? 3 : 2), &stop, hex ? 16 : 10);
      c = stop == end && g_unichar_validate (number) ? number : 0;
    }
  else
    c = entity_named (at + 1, end - at - 1);
  *length = end - at + 1;
  return c;
}

static char *
decode (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  GString *out = g_string_new (NULL);
  for (const char *c = part; *c;)
    {
      gsize used = 0;
      gunichar u = *c == '&' ? entity (c, &used) : 0;
      if (u)
        g_string_append_unichar (out, u);
      else
        g_string_append_c (out, *c);
      c += u ? used : 1;
    }
  return g_string_free (out, FALSE);
}

/* The end of the tag at @at, past its ">"; quoted values may hold one. NULL: no tag. */
static const char *
tag_end (const char *at)
{
  char quote = 0;
  if (!g_ascii_isalpha (at[1]) && !(at[1] == '/' && g_ascii_isalpha (at[2])) && at[1] != '!')
    return NULL;
  if (g_str_has_prefix (at, "<!--"))
    {
      const char *end = strstr (at, "-->");
      return end ? end + 3 : at + strlen (at);
    }
  for (const char *c = at + 1; *c && c - at < LONGEST_TAG; c++)
    if (quote ? *c == quote : *c == '>')
      {
        if (!quote)
          return c + 1;
        quote = 0;
      }
    else if (!quote && (*c == '"' || *c == '\'') && c[-1] == '=')
      quote = *c;
  return NULL;
}

static char *
link_of (const char *tag, gsize length)
{
  static GRegex *pattern = NULL;
  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern,
                       g_regex_new ("\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))",
                                    G_REGEX_CASELESS, 0, NULL));
  g_autoptr (GMatchInfo) match = NULL;
  if (!g_regex_match_full (pattern, tag, length, 0, 0, &match, NULL))
    return NULL;
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *value = g_match_info_fetch (match, i);
      if (value && *value)
        return g_strstrip (decode (value, strlen (value)));
    }
  return NULL;
}

typedef struct
{
  GArray *pieces;
  guint lists;
  guint deeper;    /* lists that were opened beyond the deepest */
  gboolean in_link;
} Html;

static void
start_link (Html *html, const char *tag, gsize length)
{
  g_autofree char *url = link_of (tag, length);
  if (html->in_link || !lectern_markup_is_safe_link (url))
    return;
  add (html->pieces, LECTERN_PIECE_LINK, url);
  html->in_link = TRUE;
}

static void
take_tag (Html *html, const char *name, gboolean closing, const char *tag, gsize length)
{
  static const char *const blocks[]
      = { "p",  "div",   "blockquote", "h1",      "h2",      "h3",  "h4", "h5",
          "h6", "table", "tr",         "section", "article", "pre", "hr", NULL };
  if (g_strv_contains (blocks, name))
    add (html->pieces, LECTERN_PIECE_PARAGRAPH, NULL);
  else if (g_str_equal (name, "br"))
    add (html->pieces, LECTERN_PIECE_BREAK, NULL);
  else if ((g_str_equal (name, "ul") || g_str_equal (name, "ol")) && !closing)
    {
      if (html->lists == DEEPEST_LIST)
        html->deeper++;
      else
        {
          html->lists++;
          add (html->pieces, LECTERN_PIECE_LIST, name);
        }
    }
  else if ((g_str_equal (name, "ul") || g_str_equal (name, "ol")) && html->deeper > 0)
    html->deeper--;
  else if ((g_str_equal (name, "ul") || g_str_equal (name, "ol")) && html->lists > 0)
    {
      html->lists--;
      add (html->pieces, LECTERN_PIECE_LIST_END, NULL);
    }
  else if (g_str_equal (name, "li"))
    {
      if (!closing)
        add (html->pieces, html->lists ? LECTERN_PIECE_ITEM : LECTERN_PIECE_PARAGRAPH, NULL);
    }
  else if (g_str_equal (name, "a") && !closing)
    start_link (html, tag, length);
  else if (g_str_equal (name, "a") && html->in_link)
    {
      html->in_link = FALSE;
      add (html->pieces, LECTERN_PIECE_LINK_END, NULL);
    }
  else if (g_str_equal (name, "b") || g_str_equal (name, "strong"))
    add (html->pieces, closing ? LECTERN_PIECE_STYLE_END : LECTERN_PIECE_STYLE, "strong");
  else if (g_str_equal (name, "i") || g_str_equal (name, "em"))
    add (html->pieces, closing ? LECTERN_PIECE_STYLE_END : LECTERN_PIECE_STYLE, "em");
  else if (g_str_equal (name, "code"))
    add (html->pieces, closing ? LECTERN_PIECE_STYLE_END : LECTERN_PIECE_STYLE, "code");
}

static gboolean
is_html_name (const char *name)
{
  static const char *const known[]
      = { "a",      "abbr",    "article", "aside",   "b",      "base",     "big",      "blockquote",
          "body",   "br",      "button",  "caption", "center", "cite",     "code",     "dd",
          "del",    "div",     "dl",      "dt",      "em",     "embed",    "figure",   "font",
          "footer", "form",    "h1",      "h2",      "h3",     "h4",       "h5",       "h6",
          "head",   "header",  "hr",      "html",    "i",      "iframe",   "img",      "input",
          "ins",    "kbd",     "label",   "li",      "link",   "main",     "mark",     "math",
          "meta",   "nav",     "object",  "ol",      "p",      "pre",      "q",        "s",
          "script", "section", "select",  "small",   "span",   "strong",   "style",    "sub",
          "sup",    "svg",     "table",   "tbody",   "td",     "template", "textarea", "th",
          "thead",  "title",   "tr",      "tt",      "u",      "ul",       "video",    "audio",
          "wbr",    NULL };
  return g_strv_contains (known, name);
}

/* What stands inside these is program or style, not words. */
static const char *
past_contents (const char *name, const char *at)
{
  if (!g_str_equal (name, "script") && !g_str_equal (name, "style")
      && !g_str_equal (name, "template"))
    return at;
  g_autofree char *close = g_strdup_printf ("</%s", name);
  for (const char *c = at; *c; c++)
    if (g_ascii_strncasecmp (c, close, strlen (close)) == 0)
      {
        const char *end = strchr (c, '>');
        return end ? end + 1 : c + strlen (c);
      }
  return at + strlen (at);
}

/* Words between tags; runs of white space are one space there. */
static void
take_words (Html *html, const char *from, gsize length)
{
  g_autofree char *text = decode (from, length);
  GString *out = g_string_new (NULL);
  for (const char *c = text; *c; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (out, *c);
    else if (out->len == 0 || out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  add_text (html->pieces, out->str, html->in_link);
  g_string_free (out, TRUE);
}

static void
read_html (GArray *pieces, const char *prose)
{
  Html html = { .pieces = pieces };
  const char *start = prose;
  for (const char *c = prose; *c;)
    {
      const char *end = *c == '<' ? tag_end (c) : NULL;
      if (end == NULL)
        {
          c++;
          continue;
        }
      gboolean closing = c[1] == '/';
      const char *at = c + (closing ? 2 : 1);
      gsize letters = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
      g_autofree char *exact = g_strndup (at, letters);
      g_autofree char *name = g_ascii_strdown (exact, -1);
      if (c[1] != '!' && !is_html_name (name))
        {
          c++; /* "vector<int>": words */
          continue;
        }
      take_words (&html, start, c - start);
      if (c[1] != '!')
        take_tag (&html, name, closing, c, end - c);
      start = c = closing ? end : past_contents (name, end);
    }
  take_words (&html, start, strlen (start));
}

/**
 * lectern_prose_read:
 *
 * Returns: (transfer full): of LecternPiece, in the order of reading
 */
GArray *
lectern_prose_read (const char *prose)
{
  GArray *pieces = pieces_new ();
  g_autofree char *clean = g_utf8_make_valid (prose ? prose : "", -1);
  if (looks_like_html (clean))
    read_html (pieces, clean);
  else
    read_plain (pieces, clean);
  return pieces;
}
