/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the index holds exactly the words of its entries. It keeps no texts, so the same
 * entries are indexed once more, in memory, and the words of both are gone through side by
 * side: asking the index for each entry takes a walk through all that share a word.
 */
#include "lectern-search-index.h"

#include "lectern-schema.h"

#include <string.h>

/* One index read word by word, each word with its rows in order. */
typedef struct
{
  LecternDb *db;
  sqlite3_stmt *statement;
  const char *word; /* NULL at the end */
  gint64 row;
} Words;

static gboolean
next_word (Words *words)
{
  gboolean found = words->statement != NULL && lectern_db_step (words->db, words->statement, NULL);

  words->word = found ? (const char *) sqlite3_column_text (words->statement, 0) : NULL;
  words->row = found ? sqlite3_column_int64 (words->statement, 1) : 0;
  return found;
}

/* A word that is at its end comes last. */
static int
compare (const Words *a, const Words *b)
{
  int order = a->word == NULL || b->word == NULL ? (a->word == NULL) - (b->word == NULL)
                                                 : strcmp (a->word, b->word);
  return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

static void
count_differences (LecternDb *db, gint64 *missing, gint64 *extra)
{
  Words is = { db, lectern_db_statement (db, "SELECT term, doc FROM temp.search_words", NULL), NULL, 0 };
  Words due = { db, lectern_db_statement (db, "SELECT term, doc FROM temp.search_words_due", NULL), NULL, 0 };

  next_word (&is);
  next_word (&due);
  while (is.word != NULL || due.word != NULL)
    {
      int order = compare (&is, &due);

      *extra += order < 0;
      *missing += order > 0;
      if (order <= 0)
        next_word (&is);
      if (order >= 0)
        next_word (&due);
    }
}

/**
 * lectern_search_differences:
 * @missing: words of entries that searching does not find
 * @extra: words that it finds though no entry has them
 *
 * Within a transaction of the caller, which takes the tables that this makes with it when it is
 * rolled back; nothing of the file is written.
 */
gboolean
lectern_search_differences (LecternDb *db, gint64 *missing, gint64 *extra, GError **error)
{
  static const char *const steps[] = {
    "CREATE VIRTUAL TABLE temp.search_due USING " LECTERN_SCHEMA_SEARCH,
    "INSERT INTO temp.search_due (rowid, text) SELECT number * 2, name FROM main.search_entry WHERE name <> '' "
    "UNION ALL SELECT number * 2 + 1, body FROM main.search_entry WHERE body <> ''",
    "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab (main, search, instance)",
    "CREATE VIRTUAL TABLE temp.search_words_due USING fts5vocab (temp, search_due, instance)",
  };

  *missing = *extra = 0;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!lectern_db_exec (db, steps[i], error))
      return FALSE;
  count_differences (db, missing, extra);
  return TRUE;
}
