/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-markup.h"

#include "lectern-prose.h"

#include <string.h>

static gboolean
is_shown (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7f)
         || (c >= 0xa0 && (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef));
}

/* How many bytes may stand as they are: most of a text, taken at one go. */
static gsize
length_of_plain (const char *text)
{
  gsize n = 0;
  while ((guchar) text[n] >= 0x20 && (guchar) text[n] < 0x7f && text[n] != '&' && text[n] != '<'
         && text[n] != '>' && text[n] != '"' && text[n] != '\'')
    n++;
  return n;
}

void
lectern_markup_escape (GString *out, const char *text)
{
  for (const char *c = text ? text : ""; *c; c = g_utf8_next_char (c))
    {
      gsize plain = length_of_plain (c);
      g_string_append_len (out, c, plain);
      c += plain;
      if (*c == '\0')
        return;
      gunichar u = g_utf8_get_char (c);
      if (u == '&')
        g_string_append (out, "&amp;");
      else if (u == '<')
        g_string_append (out, "&lt;");
      else if (u == '>')
        g_string_append (out, "&gt;");
      else if (u == '"')
        g_string_append (out, "&quot;");
      else if (u == '\'')
        g_string_append (out, "&#39;");
      else if (is_shown (u))
        g_string_append_unichar (out, u);
    }
}

gboolean
lectern_markup_is_safe_link (const char *url)
{
  if (url == NULL)
    return FALSE;
  for (const char *c = url; *c; c++)
    if ((guchar) *c <= 0x20 || *c == 0x7f)
      return FALSE;
  return g_ascii_strncasecmp (url, "https://", 8) == 0
         || g_ascii_strncasecmp (url, "http://", 7) == 0
         || g_ascii_strncasecmp (url, "mailto:", 7) == 0;
}


/* RFC 3986 §2: brackets only around an address of version 6, a percent sign only before
   two hexadecimal digits. */
void
lectern_markup_href (GString *out, const char *url)
{
  const char *authority = strstr (url, "://");
  const char *open = authority && authority[3] == '[' ? authority + 3 : NULL;
  const char *close = open ? strchr (open, ']') : NULL;
  GString *clean = g_string_new (NULL);
  for (const char *c = url; *c; c++)
    {
      gboolean bracket = (*c == '[' || *c == ']') && !(close && (c == open || c == close));
      gboolean percent = *c == '%' && !(g_ascii_isxdigit (c[1]) && g_ascii_isxdigit (c[2]));
      if (bracket || percent || strchr ("\"<>\\^`{|}", *c))
        g_string_append_printf (clean, "%%%02X", (guchar) *c);
      else
        g_string_append_c (clean, *c);
    }
  lectern_markup_escape (out, clean->str);
  g_string_free (clean, TRUE);
}

typedef struct
{
  GString *out;
  GPtrArray *open;     /* names of the open elements, outermost first */
  gboolean in_link;
  GString *pending;    /* white space and breaks that only count if words follow */
} Page;

static void
open_element (Page *page, const char *name)
{
  g_string_append_printf (page->out, "<%s>", name);
  g_ptr_array_add (page->open, g_strdup (name));
}

static void
close_top (Page *page)
{
  const char *name = g_ptr_array_index (page->open, page->open->len - 1);
  g_string_append_printf (page->out, "</%s>", name);
  g_ptr_array_set_size (page->open, page->open->len - 1);
}

static gboolean
is_open (Page *page, const char *name, gboolean inside_block)
{
  for (guint i = page->open->len; i > 0; i--)
    {
      const char *open = g_ptr_array_index (page->open, i - 1);
      if (g_str_equal (open, name))
        return TRUE;
      if (inside_block && (g_str_equal (open, "p") || g_str_equal (open, "li")))
        return FALSE;
    }
  return FALSE;
}

static void
close_until (Page *page, const char *name)
{
  while (page->open->len > 0)
    {
      g_autofree char *top = g_strdup (g_ptr_array_index (page->open, page->open->len - 1));
      close_top (page);
      if (g_str_equal (top, name))
        return;
    }
}

static const char *
top_block (Page *page)
{
  for (guint i = page->open->len; i > 0; i--)
    {
      const char *open = g_ptr_array_index (page->open, i - 1);
      if (g_str_equal (open, "p") || g_str_equal (open, "li") || g_str_equal (open, "ul")
          || g_str_equal (open, "ol"))
        return open;
    }
  return NULL;
}

/* Closes a paragraph and what is open inside it, not lists. */
static void
end_block (Page *page)
{
  const char *block = top_block (page);
  g_string_truncate (page->pending, 0);
  if (g_strcmp0 (block, "p") == 0)
    close_until (page, "p");
  page->in_link = is_open (page, "a", FALSE);
}

/* Words may stand in a paragraph or a list item; open one where there is none. */
static void
need_block (Page *page)
{
  const char *block = top_block (page);
  if (block == NULL)
    open_element (page, "p");
  else if (g_str_equal (block, "ul") || g_str_equal (block, "ol"))
    open_element (page, "li");
}

static void
write_words (Page *page, const char *text)
{
  gsize blank = strspn (text, " \t\n");
  if (text[blank] == '\0')
    {
      if (page->pending->len == 0)
        g_string_append_c (page->pending, ' ');
      return;
    }
  gboolean fresh = top_block (page) == NULL;
  need_block (page);
  if (!fresh)
    g_string_append (page->out, page->pending->str);
  g_string_truncate (page->pending, 0);
  lectern_markup_escape (page->out, text);
}

static void
write_link (Page *page, const char *url)
{
  need_block (page);
  g_string_append (page->out, page->pending->str);
  g_string_truncate (page->pending, 0);
  g_string_append (page->out, "<a href=\"");
  lectern_markup_href (page->out, url);
  g_string_append (page->out, "\" rel=\"nofollow\">");
  g_ptr_array_add (page->open, g_strdup ("a"));
  page->in_link = TRUE;
}

static void
write_list (Page *page, const char *name)
{
  end_block (page);
  /* a list inside a list stands in an item of it */
  const char *block = top_block (page);
  if (block && (g_str_equal (block, "ul") || g_str_equal (block, "ol")))
    open_element (page, "li");
  while (page->open->len > 0
         && !g_str_equal (g_ptr_array_index (page->open, page->open->len - 1), "li"))
    close_top (page);
  page->in_link = FALSE;
  open_element (page, name);
}

static void
write_item (Page *page)
{
  end_block (page);
  if (g_strcmp0 (top_block (page), "li") == 0)
    close_until (page, "li");
  page->in_link = FALSE;
  if (top_block (page) == NULL)
    open_element (page, "ul");
  open_element (page, "li");
}

static void
write_list_end (Page *page)
{
  end_block (page);
  if (g_strcmp0 (top_block (page), "li") == 0)
    close_until (page, "li");
  page->in_link = FALSE;
  if (top_block (page) != NULL)
    close_top (page);
}

static void
write_piece (Page *page, const LecternPiece *piece)
{
  switch (piece->type)
    {
    case LECTERN_PIECE_TEXT:
      write_words (page, piece->value);
      break;
    case LECTERN_PIECE_BREAK:
      g_string_assign (page->pending, "<br>");
      break;
    case LECTERN_PIECE_PARAGRAPH:
      end_block (page);
      if (g_strcmp0 (top_block (page), "li") == 0)
        g_string_assign (page->pending, "<br>");
      break;
    case LECTERN_PIECE_LIST:
      write_list (page, piece->value);
      break;
    case LECTERN_PIECE_LIST_END:
      write_list_end (page);
      break;
    case LECTERN_PIECE_ITEM:
      write_item (page);
      break;
    case LECTERN_PIECE_STYLE:
      need_block (page);
      g_string_append (page->out, page->pending->str);
      g_string_truncate (page->pending, 0);
      if (!is_open (page, piece->value, TRUE))
        open_element (page, piece->value);
      break;
    case LECTERN_PIECE_STYLE_END:
      if (is_open (page, piece->value, TRUE))
        close_until (page, piece->value);
      page->in_link = is_open (page, "a", TRUE);
      break;
    case LECTERN_PIECE_LINK:
      if (!page->in_link)
        write_link (page, piece->value);
      break;
    case LECTERN_PIECE_LINK_END:
      if (page->in_link)
        close_until (page, "a");
      page->in_link = FALSE;
      break;
    }
}

void
lectern_markup_to_html (GString *out, const char *prose)
{
  g_autoptr (GArray) pieces = lectern_prose_read (prose);
  Page page = { out, g_ptr_array_new_with_free_func (g_free), FALSE, g_string_new (NULL) };
  for (guint i = 0; i < pieces->len; i++)
    write_piece (&page, &g_array_index (pieces, LecternPiece, i));
  while (page.open->len > 0)
    close_top (&page);
  g_ptr_array_unref (page.open);
  g_string_free (page.pending, TRUE);
}

char *
lectern_markup_to_text (const char *prose)
{
  g_autoptr (GArray) pieces = lectern_prose_read (prose);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pieces->len; i++)
    {
      const LecternPiece *piece = &g_array_index (pieces, LecternPiece, i);
      if (piece->type == LECTERN_PIECE_TEXT)
        g_string_append (
            out,
            piece->value + (out->len && out->str[out->len - 1] == '\n' && *piece->value == ' '));
      else if (piece->type == LECTERN_PIECE_BREAK)
        g_string_append_c (out, '\n');
      else if (piece->type == LECTERN_PIECE_PARAGRAPH && out->len > 0
               && !g_str_has_suffix (out->str, "\n\n"))
        g_string_append (out, g_str_has_suffix (out->str, "\n") ? "\n" : "\n\n");
      else if (piece->type == LECTERN_PIECE_ITEM)
        g_string_append (out, out->len == 0 || g_str_has_suffix (out->str, "\n") ? "- " : "\n- ");
      else if (piece->type == LECTERN_PIECE_LIST_END)
        g_string_append_c (out, '\n');
    }
  g_strstrip (out->str);
  out->len = strlen (out->str);
  if (out->len > 0)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}
