/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-lines.h"

#include <string.h>

/* UTF-8 with or without a mark, UTF-16 with one, else the Western encoding of Windows. */
static char *
to_utf8 (const char *data, gsize length, gboolean *converted)
{
  gsize skip = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0, n;
  char *text = NULL;
  *converted = FALSE;
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    text = g_convert (data + 2, (gssize) length - 2, "UTF-8", data[0] == '\xff' ? "UTF-16LE" : "UTF-16BE", NULL, &n,
                      NULL);
  else if (!g_utf8_validate (data + skip, (gssize) (length - skip), NULL)
           && memchr (data + skip, '\0', length - skip) == NULL)
    {
      text = g_convert_with_fallback (data + skip, (gssize) (length - skip), "UTF-8", "WINDOWS-1252", "?", NULL, &n,
                                      NULL);
      *converted = TRUE;
    }
  if (text != NULL && g_utf8_validate (text, (gssize) n, NULL))
    return text;
  g_free (text);
  return g_utf8_make_valid (data + skip, (gssize) (length - skip));
}

void
lectern_calendar_lines_init (LecternCalendarLines *lines, GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  *lines = (LecternCalendarLines){ .number = 1 };
  lines->text = to_utf8 (data != NULL ? data : "", length, &lines->converted);
  lines->at = lines->text;
  lines->line = g_string_new (NULL);
  lines->name = g_string_new (NULL);
}

void
lectern_calendar_lines_clear (LecternCalendarLines *lines)
{
  g_free (lines->text);
  g_string_free (lines->line, TRUE);
  g_string_free (lines->name, TRUE);
}

/* Over the end of a line: CRLF, LF or CR. */
static void
skip_end (LecternCalendarLines *lines)
{
  if (*lines->at == '\0')
    return;
  lines->at += lines->at[0] == '\r' && lines->at[1] == '\n' ? 2 : 1;
  lines->number++;
}

/* One logical line: what follows begins with a space or a tab. */
static gboolean
read_line (LecternCalendarLines *lines, guint *number)
{
  while (*lines->at == '\r' || *lines->at == '\n')
    skip_end (lines);
  if (*lines->at == '\0')
    return FALSE;
  *number = lines->number;
  g_string_truncate (lines->line, 0);
  for (;;)
    {
      gsize length = strcspn (lines->at, "\r\n");
      g_string_append_len (lines->line, lines->at, (gssize) length);
      lines->at += length;
      skip_end (lines);
      if (*lines->at != ' ' && *lines->at != '\t')
        return TRUE;
      lines->at++;
    }
}

/* Where the value begins: at the first colon outside of quotes, past an unclosed one too. */
static char *
find_value (char *parameters)
{
  gboolean quoted = FALSE;
  for (char *c = parameters; *c != '\0'; c++)
    if (*c == '"')
      quoted = !quoted;
    else if (*c == ':' && !quoted)
      return c;
  return quoted ? strchr (parameters, ':') : NULL;
}

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."

/* Takes the line apart; the name is kept aside, because the parameters need its ";". */
static gboolean
split (LecternCalendarLines *lines, LecternCalendarLine *line)
{
  char *text = lines->line->str;
  gsize length = strspn (text, NAME_CHARACTERS);
  char *after = text + length + strspn (text + length, " ");
  char *value = *after == ';' || *after == ':' ? find_value (after) : NULL;
  if (length == 0 || value == NULL)
    return FALSE;
  g_string_truncate (lines->name, 0);
  g_string_append_len (lines->name, text, (gssize) length);
  g_string_ascii_up (lines->name);
  char *group = strrchr (lines->name->str, '.');
  line->name = group != NULL ? group + 1 : lines->name->str;
  *value = '\0';
  line->parameters = after;
  line->value = value + 1;
  return TRUE;
}

gboolean
lectern_calendar_lines_next (LecternCalendarLines *lines, LecternCalendarLine *line)
{
  while (read_line (lines, &line->number))
    {
      if (split (lines, line))
        return TRUE;
      if (*g_strstrip (lines->line->str) != '\0' && lines->bad++ == 0)
        lines->first_bad = line->number;
    }
  return FALSE;
}

/* RFC 6868: "^n" a new line, "^'" a quote, "^^" itself. */
static char *
decode_parameter (const char *from, const char *end)
{
  GString *out = g_string_new (NULL);
  for (; from < end; from++)
    if (*from == '"')
      continue;
    else if (*from == '^' && from + 1 < end && strchr ("n'^", from[1]) != NULL)
      {
        g_string_append_c (out, from[1] == 'n' ? '\n' : from[1] == '\'' ? '"' : '^');
        from++;
      }
    else
      g_string_append_c (out, *from);
  return g_string_free (out, FALSE);
}

char *
lectern_calendar_line_parameter (const LecternCalendarLine *line, const char *name)
{
  gsize length = strlen (name);
  for (const char *at = line->parameters; *at == ';';)
    {
      const char *start = ++at;
      gboolean quoted = FALSE;
      for (; *at != '\0' && (quoted || *at != ';'); at++)
        if (*at == '"')
          quoted = !quoted;
      if (g_ascii_strncasecmp (start, name, length) == 0 && start[length] == '=')
        return decode_parameter (start + length + 1, at);
    }
  return NULL;
}

char *
lectern_calendar_line_text (const LecternCalendarLine *line)
{
  GString *out = g_string_new (NULL);
  for (const char *c = line->value; *c != '\0'; c++)
    if (*c == '\\' && c[1] != '\0')
      {
        c++;
        g_string_append_c (out, *c == 'n' || *c == 'N' ? '\n' : *c);
      }
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}
