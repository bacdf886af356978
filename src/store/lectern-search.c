/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-search.h"

#include "lectern-search-index.h"
#include "lectern-sqlite.h"
#include "lectern-text.h"

#include <string.h>

/* Candidates of one rank that are sorted by name before the first ones are shown; past that
   they come in the order of the index, so that one letter in a large workspace stays fast. */
#define SORTED_HITS 4000
/* Bytes of a beginning of a word that many words share. */
#define SHORT_WORD 3
#define SNIPPET_BEFORE 30
#define SNIPPET_LENGTH 120

typedef struct
{
  LecternKind kind;
  gint64 id;
  char *name; /* folded */
} Found;

typedef struct
{
  LecternReader *reader;
  LecternDb *db;
  LecternKind kind;
  guint limit;
  char *typed;          /* folded */
  char **words;         /* folded */
  GPtrArray *pending;   /* LecternSearchEntry: what the index has not read yet */
  GPtrArray *hits;
  GHashTable *newer;    /* their ids: what the index says of them is out of date */
  GHashTable *seen;     /* ids already listed */
} Search;

typedef enum
{
  RANK_BEGINNING, /* the name begins with it */
  RANK_NAME,      /* a word of the name does */
  RANK_TEXT,      /* another field does */
} Rank;

void
lectern_hit_free (LecternHit *hit)
{
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static gboolean
is_word (gunichar c)
{
  return c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

/* Words as FTS5's unicode61 cuts them. */
static char **
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_word (c) && start == NULL)
        start = p;
      else if (!is_word (c) && start != NULL)
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

/* Whether a word of @text begins with @word. */
static gboolean
has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !is_word (g_utf8_get_char (g_utf8_find_prev_char (text, at))))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (Search *search, const char *name, const char *body)
{
  for (guint i = 0; search->words[i] != NULL; i++)
    if (!has_word (name, search->words[i]) && (body == NULL || !has_word (body, search->words[i])))
      return FALSE;
  return TRUE;
}

/* --- from a found record to what is shown of it --- */

/* A contact point or a link leads to the record it belongs to. */
static void
find_owner (Search *search, LecternKind *kind, gint64 *id)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (lectern_field_by_name (*kind, "owner_kind") == NULL)
    return;
  sql = g_strdup_printf ("SELECT owner_kind, owner FROM \"%s\" WHERE id = ?1",
                         lectern_kind_info (*kind)->name);
  statement = lectern_reader_statement (search->reader, sql);
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, *id);
  if (lectern_db_step (search->db, statement, NULL))
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

static gboolean
see (GHashTable *ids, gint64 id)
{
  return g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add_hit (Search *search, LecternKind kind, gint64 id, Rank rank)
{
  g_autoptr (LecternRecord) record = NULL, shown = NULL;
  LecternKind owner_kind = kind;
  gint64 owner = id;
  LecternHit *hit;

  find_owner (search, &owner_kind, &owner);
  if (owner != id && !see (search->seen, owner))
    return;
  record = lectern_reader_get (search->reader, kind, id);
  if (record == NULL)
    return;
  if (owner != id)
    {
      shown = lectern_reader_get (search->reader, owner_kind, owner);
      if (shown == NULL || !shown->alive)
        return;
    }
  hit = g_new0 (LecternHit, 1);
  hit->kind = owner_kind;
  hit->id = owner;
  hit->title = g_strdup (lectern_record_name (shown ? shown : record, NULL));
  if (shown != NULL)
    hit->snippet = g_strdup (lectern_record_name (record, NULL));
  else
    hit->snippet = rank < RANK_TEXT ? g_strdup ("") : make_snippet (search, record);
  g_ptr_array_add (search->hits, hit);
}

/* --- the ranks --- */

static void
found_clear (gpointer data)
{
  g_free (((Found *) data)->name);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Found *) a)->name, ((const Found *) b)->name);
}

static Rank
rank_of (Search *search, const LecternSearchEntry *entry)
{
  if (g_str_has_prefix (entry->name, search->typed))
    return RANK_BEGINNING;
  return has_words (search, entry->name, NULL) ? RANK_NAME : RANK_TEXT;
}

static void
add_pending (Search *search, Rank rank, GArray *found)
{
  for (guint i = 0; i < search->pending->len; i++)
    {
      LecternSearchEntry *entry = g_ptr_array_index (search->pending, i);
      Found one = { entry->kind, entry->id, NULL };

      if (!entry->alive || (search->kind != LECTERN_KIND_NONE && entry->kind != search->kind)
          || rank_of (search, entry) != rank
          || (rank == RANK_TEXT && !has_words (search, entry->name, entry->body)))
        continue;
      one.name = g_strdup (entry->name);
      g_array_append_val (found, one);
    }
}

static sqlite3_stmt *
rank_statement (Search *search, Rank rank)
{
  static const char *const sql[] = {
    /* a range of the index of names, in the order of names */
    "SELECT kind, row, name, NULL FROM search_entry WHERE name >= ?1 AND name < ?2 "
    "AND (?3 = 0 OR kind = ?3) ORDER BY name LIMIT ?4",
    "SELECT e.kind, e.row, e.name, NULL FROM (SELECT rowid >> 1 AS number FROM search "
    "WHERE search MATCH ?1 AND rowid & 1 = 0 LIMIT ?5) AS m CROSS JOIN search_entry e "
    "ON e.number = m.number WHERE (?3 = 0 OR e.kind = ?3) ORDER BY e.name LIMIT ?4",
    "SELECT e.kind, e.row, e.name, e.body FROM (SELECT DISTINCT rowid >> 1 AS number FROM search "
    "WHERE search MATCH ?1 LIMIT ?5) AS m CROSS JOIN search_entry e ON e.number = m.number "
    "WHERE (?3 = 0 OR e.kind = ?3) ORDER BY e.name LIMIT ?5",
  };
  return lectern_reader_statement (search->reader, sql[rank]);
}

/* For texts the longest word: the others may stand in the record's other row and are looked
   for in what was found. For names, which are one row of the index, all words; but the index
   needs long for a short beginning, so that is looked for in what was found as well, as long
   as @all does not say that too much was. */
static char *
match_expression (Search *search, Rank rank, gboolean all)
{
  GString *match = g_string_new (NULL);
  const char *longest = search->words[0];

  for (guint i = 1; search->words[i] != NULL; i++)
    if (strlen (search->words[i]) > strlen (longest))
      longest = search->words[i];
  g_string_printf (match, "\"%s\"*", longest);
  for (guint i = 0; rank == RANK_NAME && search->words[i] != NULL; i++)
    if (search->words[i] != longest && (all || strlen (search->words[i]) > SHORT_WORD))
      g_string_append_printf (match, " AND \"%s\"*", search->words[i]);
  return g_string_free (match, FALSE);
}

/* Returns whether there may be more than were looked at. */
static gboolean
collect_indexed (Search *search, Rank rank, gboolean all, GArray *found)
{
  sqlite3_stmt *statement = rank_statement (search, rank);
  g_autofree char *first = rank == RANK_BEGINNING ? g_strdup (search->typed)
                                                  : match_expression (search, rank, all);
  g_autofree char *end = g_strconcat (search->typed, "\xf4\x8f\xbf\xbf", NULL);
  gboolean filter = search->words[1] != NULL && (rank == RANK_TEXT || (rank == RANK_NAME && !all));
  guint wanted = search->limit + g_hash_table_size (search->seen) + g_hash_table_size (search->newer);
  guint looked_at = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (rank == RANK_BEGINNING)
    sqlite3_bind_text (statement, 2, end, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, search->kind);
  if (rank != RANK_TEXT)
    sqlite3_bind_int64 (statement, 4, filter ? SORTED_HITS : wanted);
  if (rank != RANK_BEGINNING)
    sqlite3_bind_int (statement, 5, SORTED_HITS);
  while (lectern_db_step (search->db, statement, NULL))
    {
      Found one = { sqlite3_column_int (statement, 0), sqlite3_column_int64 (statement, 1), NULL };
      const char *name = (const char *) sqlite3_column_text (statement, 2);
      const char *body = (const char *) sqlite3_column_text (statement, 3);

      looked_at++;
      if (g_hash_table_contains (search->newer, &one.id) || g_hash_table_contains (search->seen, &one.id)
          || (filter && !has_words (search, name, body)))
        continue;
      one.name = g_strdup (name);
      g_array_append_val (found, one);
      if ((filter || rank == RANK_TEXT) && found->len >= search->limit)
        break;
    }
  sqlite3_reset (statement);
  return looked_at >= SORTED_HITS || (filter && search->kind != LECTERN_KIND_NONE);
}

static void
search_rank (Search *search, Rank rank)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  g_array_set_clear_func (found, found_clear);
  if (collect_indexed (search, rank, FALSE, found) && rank == RANK_NAME && found->len < search->limit)
    {
      g_array_set_size (found, 0);
      collect_indexed (search, rank, TRUE, found);
    }
  add_pending (search, rank, found);
  g_array_sort (found, by_name);
  for (guint i = 0; i < found->len && search->hits->len < search->limit; i++)
    {
      Found *one = &g_array_index (found, Found, i);
      if (see (search->seen, one->id))
        add_hit (search, one->kind, one->id, rank);
    }
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
  Search search = { .reader = reader, .db = lectern_reader_db (reader), .kind = kind, .limit = limit };

  search.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_hit_free);
  search.typed = lectern_text_fold (text);
  g_strstrip (search.typed);
  search.words = split_words (search.typed);
  search.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  search.newer = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (search.words[0] != NULL)
    {
      lectern_reader_begin (reader);
      search.pending = lectern_search_pending (reader);
      for (guint i = 0; i < search.pending->len; i++)
        see (search.newer, ((LecternSearchEntry *) g_ptr_array_index (search.pending, i))->id);
      for (Rank rank = RANK_BEGINNING; rank <= RANK_TEXT && search.hits->len < limit; rank++)
        search_rank (&search, rank);
      lectern_reader_end (reader);
      g_ptr_array_unref (search.pending);
    }
  g_free (search.typed);
  g_strfreev (search.words);
  g_hash_table_unref (search.seen);
  g_hash_table_unref (search.newer);
  return search.hits;
}
