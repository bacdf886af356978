/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-wordpress-part.h"

#include <string.h>

#define BEGIN "<!-- lectern:begin "
#define END "<!-- lectern:end -->"
#define BLOCK "<!-- wp:html -->\n"
#define BLOCK_END "\n<!-- /wp:html -->"
#define NEW "new="

void
lectern_wordpress_part_free (LecternWordpressPart *part)
{
  if (part == NULL)
    return;
  g_free (part->path);
  g_strfreev (part->words);
  g_free (part->body);
  g_free (part);
}

char *
lectern_wordpress_part_key (const char *path)
{
  return g_uri_escape_string (path, "/", FALSE);
}

char *
lectern_wordpress_part_slug (const char *path)
{
  g_autofree char *stem = g_strdup (path);
  if (g_str_has_suffix (stem, ".html"))
    stem[strlen (stem) - 5] = '\0';
  g_auto (GStrv) words = g_strsplit_set (stem, "/.", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  for (guint i = 0; words[i]; i++)
    if (*words[i] && (strcmp (words[i], "index") != 0 || strchr (path, '/') == NULL))
      g_strv_builder_add (kept, words[i]);
  g_auto (GStrv) names = g_strv_builder_end (kept);
  g_autofree char *joined = g_strjoinv ("-", names);
  return g_ascii_strdown (joined, -1);
}

/* The text between the comments, without the line ends that belong to these. */
static char *
body_between (const char *from, const char *to)
{
  if (from < to && *from == '\r')
    from++;
  if (from < to && *from == '\n')
    from++;
  if (to > from && to[-1] == '\n')
    to--;
  return g_strndup (from, to - from);
}

static LecternWordpressPart *
part_at (const char *raw, const char *begin)
{
  const char *close = strstr (begin, "-->");
  const char *stop = close ? strstr (close, END) : NULL;
  if (stop == NULL)
    return NULL;
  LecternWordpressPart *part = g_new0 (LecternWordpressPart, 1);
  g_autofree char *said = g_strstrip (g_strndup (begin + strlen (BEGIN), close - begin - strlen (BEGIN)));
  part->words = g_strsplit (said, " ", -1);
  part->path = g_uri_unescape_string (part->words[0] ? part->words[0] : "", NULL);
  part->body = body_between (close + 3, stop);
  part->begin = part->start = begin - raw;
  part->stop = part->end = stop + strlen (END) - raw;
  gboolean blocked = part->begin >= strlen (BLOCK)
                     && strncmp (begin - strlen (BLOCK), BLOCK, strlen (BLOCK)) == 0
                     && g_str_has_prefix (raw + part->stop, BLOCK_END);
  if (blocked)
    {
      part->start -= strlen (BLOCK);
      part->end += strlen (BLOCK_END);
    }
  return part;
}

LecternWordpressPart *
lectern_wordpress_part_find (const char *raw, const char *path)
{
  for (const char *at = strstr (raw, BEGIN); at; at = strstr (at + 1, BEGIN))
    {
      g_autoptr (LecternWordpressPart) part = part_at (raw, at);
      if (part && part->path && (path == NULL || strcmp (part->path, path) == 0))
        return g_steal_pointer (&part);
    }
  return NULL;
}

gboolean
lectern_wordpress_part_has (const LecternWordpressPart *part, const char *word)
{
  return g_strv_contains ((const char *const *) part->words + (part->words[0] != NULL), word);
}

static gboolean
is_blank (const char *from, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (from[i]))
      return FALSE;
  return TRUE;
}

gboolean
lectern_wordpress_part_is_alone (const LecternWordpressPart *part, const char *raw)
{
  return is_blank (raw, part->start) && is_blank (raw + part->end, strlen (raw) - part->end);
}

static char *
hash_of (const char *body)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
  return g_strndup (hash, 12);
}

gboolean
lectern_wordpress_part_is_new (const LecternWordpressPart *part)
{
  g_autofree char *hash = hash_of (part->body);
  g_autofree char *word = g_strconcat (NEW, hash, NULL);
  return lectern_wordpress_part_has (part, word);
}

char *
lectern_wordpress_part_put (const char *raw,
                            const LecternWordpressPart *part,
                            const char *path,
                            const char *words,
                            gboolean is_new,
                            const char *body)
{
  g_autofree char *key = lectern_wordpress_part_key (path);
  g_autofree char *hash = hash_of (body);
  g_autofree char *ours
      = g_strconcat (BEGIN, key, *words ? " " : "", words, is_new ? " " NEW : "",
                     is_new ? hash : "", " -->\n", body, "\n" END, NULL);
  if (part == NULL)
    return g_strconcat (BLOCK, ours, BLOCK_END, NULL);
  g_autofree char *before = g_strndup (raw, part->begin);
  return g_strconcat (before, ours, raw + part->stop, NULL);
}

char *
lectern_wordpress_part_cut (const char *raw, const LecternWordpressPart *part)
{
  g_autofree char *before = g_strndup (raw, part->start);
  return g_strconcat (before, raw + part->end, NULL);
}
