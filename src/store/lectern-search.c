/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-search.h"

#include "lectern-sqlite.h"
#include "lectern-text.h"

#include <string.h>

/* Hits of one rank that are sorted by name before the first ones are shown; past that they
   come in the order of the index, so that one letter in a large workspace stays fast. */
#define SORTED_HITS 4000
#define SNIPPET_BEFORE 30
#define SNIPPET_LENGTH 120

typedef struct
{
  LecternReader *reader;
  LecternKind kind;
  guint limit;
  char **words;       /* folded */
  GPtrArray *hits;
  GHashTable *seen;   /* gint64 entry numbers and owners already listed */
} Search;

void
lectern_hit_free (LecternHit *hit)
{
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

/* Words as FTS5's unicode61 cuts them: letters and digits. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = lectern_text_fold (text);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);
          g_strv_builder_add (words, word);
          start = NULL;
        }
      if (c == 0)
        break;
    }
  return g_strv_builder_end (words);
}

/* A contact point, a link or a role leads to the record it belongs to. */
static void
find_owner (LecternReader *reader, LecternKind *kind, gint64 *id)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (lectern_field_by_name (*kind, "owner_kind") == NULL)
    return;
  sql = g_strdup_printf ("SELECT owner_kind, owner FROM \"%s\" WHERE id = ?1",
                         lectern_kind_info (*kind)->name);
  statement = lectern_reader_statement (reader, sql);
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, *id);
  if (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      const LecternKindInfo *owner
          = lectern_kind_by_name ((const char *) sqlite3_column_text (statement, 0));
      if (owner != NULL)
        {
          *kind = owner->kind;
          *id = sqlite3_column_int64 (statement, 1);
        }
    }
  sqlite3_reset (statement);
}

/* The source text around the first word that is found in it. */
static char *
cut_snippet (const char *text, char **words)
{
  g_autofree char *folded = lectern_text_fold (text);
  const char *at = NULL;
  glong offset, length = g_utf8_strlen (text, -1), from, to;
  g_autofree char *middle = NULL;

  for (guint i = 0; words[i] != NULL && at == NULL; i++)
    at = strstr (folded, words[i]);
  if (at == NULL)
    return NULL;
  /* folding may lengthen a text a little; the place is near enough for an excerpt */
  offset = MIN (g_utf8_strlen (folded, at - folded), length);
  from = MAX (0, offset - SNIPPET_BEFORE);
  to = MIN (length, from + SNIPPET_LENGTH);
  middle = g_utf8_substring (text, from, to);
  g_strdelimit (middle, "\r\n\t", ' ');
  return g_strdup_printf ("%s%s%s", from > 0 ? "…" : "", middle, to < length ? "…" : "");
}

static char *
make_snippet (Search *search, const LecternRecord *record)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  const LecternField *named = lectern_field_with_flag (record->kind, LECTERN_FIELD_NAME);

  for (guint i = 0; i < info->n_fields; i++)
    if (&info->fields[i] != named && (info->fields[i].flags & LECTERN_FIELD_SEARCHED)
        && record->values[i].type == LECTERN_VALUE_TEXT)
      {
        char *snippet = cut_snippet (record->values[i].data, search->words);
        if (snippet != NULL)
          return snippet;
      }
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      char *snippet = cut_snippet (
          g_array_index (record->translations, LecternTranslation, i).text, search->words);
      if (snippet != NULL)
        return snippet;
    }
  return g_strdup ("");
}

static void
add_hit (Search *search, gint64 number, LecternKind kind, gint64 id, gboolean in_name)
{
  g_autoptr (LecternRecord) record = NULL, shown = NULL;
  LecternKind owner_kind = kind;
  gint64 owner = id;
  LecternHit *hit;

  if (!g_hash_table_add (search->seen, g_memdup2 (&number, sizeof number)))
    return;
  find_owner (search->reader, &owner_kind, &owner);
  if (owner != id && !g_hash_table_add (search->seen, g_memdup2 (&owner, sizeof owner)))
    return;
  record = lectern_reader_get (search->reader, kind, id);
  if (record == NULL)
    return;
  if (owner != id)
    shown = lectern_reader_get (search->reader, owner_kind, owner);
  if (owner != id && (shown == NULL || !shown->alive))
    return;
  hit = g_new0 (LecternHit, 1);
  hit->kind = owner_kind;
  hit->id = owner;
  hit->title = g_strdup (lectern_record_name (shown ? shown : record, NULL));
  if (shown != NULL)
    hit->snippet = g_strdup (lectern_record_name (record, NULL));
  else
    hit->snippet = in_name ? g_strdup ("") : make_snippet (search, record);
  g_ptr_array_add (search->hits, hit);
}

static void
add_rows (Search *search, sqlite3_stmt *statement, gboolean in_name)
{
  typedef struct { gint64 number, id; LecternKind kind; } Found;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  while (found->len < search->limit + search->hits->len
         && lectern_db_step (lectern_reader_db (search->reader), statement, NULL))
    {
      Found one = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 2),
                    sqlite3_column_int (statement, 1) };
      g_array_append_val (found, one);
    }
  sqlite3_reset (statement);
  for (guint i = 0; i < found->len && search->hits->len < search->limit; i++)
    {
      Found *one = &g_array_index (found, Found, i);
      add_hit (search, one->number, one->kind, one->id, in_name);
    }
}

/* The first rank is a range of the index of names, in the order of names. */
static void
search_beginnings (Search *search, const char *typed)
{
  g_autofree char *folded = lectern_text_fold (typed);
  g_autofree char *end = NULL;
  sqlite3_stmt *statement = lectern_reader_statement (
      search->reader, "SELECT number, kind, row FROM search_entry WHERE name >= ?1 AND name < ?2 "
                      "AND (?3 = 0 OR kind = ?3) ORDER BY name LIMIT ?4");

  if (statement == NULL)
    return;
  g_strstrip (folded);
  end = g_strconcat (folded, "\xf4\x8f\xbf\xbf", NULL);
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, search->kind);
  sqlite3_bind_int (statement, 4, search->limit);
  add_rows (search, statement, TRUE);
}

/* @column: "name : ", or "" for every text. */
static char *
match_expression (Search *search, const char *column)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; search->words[i] != NULL; i++)
    g_string_append_printf (match, "%s%s\"%s\"*", i > 0 ? " AND " : "", column, search->words[i]);
  return g_string_free (match, FALSE);
}

static void
search_words (Search *search, const char *column, gboolean in_name)
{
  g_autofree char *match = match_expression (search, column);
  sqlite3_stmt *statement = lectern_reader_statement (
      search->reader,
      "SELECT e.number, e.kind, e.row FROM (SELECT rowid AS number FROM search WHERE search MATCH ?1 "
      "LIMIT ?4) AS m CROSS JOIN search_entry e ON e.number = m.number "
      "WHERE (?2 = 0 OR e.kind = ?2) ORDER BY e.name LIMIT ?3");

  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, search->kind);
  sqlite3_bind_int (statement, 3, search->limit + search->hits->len);
  sqlite3_bind_int (statement, 4, SORTED_HITS);
  add_rows (search, statement, in_name);
}

/**
 * lectern_search:
 * @text: what was typed so far
 * @kind: only records of this kind, or LECTERN_KIND_NONE
 *
 * Returns: (transfer full): the best @limit hits, of LecternHit
 */
GPtrArray *
lectern_search (LecternReader *reader, const char *text, LecternKind kind, guint limit)
{
  Search search = { .reader = reader, .kind = kind, .limit = limit };

  search.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_hit_free);
  search.words = split_words (text);
  search.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (search.words[0] != NULL)
    {
      lectern_reader_begin (reader);
      search_beginnings (&search, text);
      if (search.hits->len < limit)
        search_words (&search, "name : ", TRUE);
      if (search.hits->len < limit)
        search_words (&search, "", FALSE);
      lectern_reader_end (reader);
    }
  g_strfreev (search.words);
  g_hash_table_unref (search.seen);
  return search.hits;
}
