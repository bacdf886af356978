/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-problems.h"

#include "lectern-check.h"
#include "lectern-sqlite.h"
#include "lectern-text.h"
#include <glib/gi18n-lib.h>

static const char venue_sql[] =
  "SELECT v.id, v.name FROM event AS e, json_each (e.venues) AS l JOIN venue AS v "
  "ON v.id = CAST (l.value AS INTEGER) WHERE e.id = ?1 AND v.alive AND e.venues IS NOT NULL "
  "AND (coalesce (v.address_missing, 0) OR (v.street IS NULL AND v.city IS NULL))";

static const char unplaced_sql[] =
  "SELECT count (*), min (id) FROM session WHERE event = ?1 AND alive "
  "AND coalesce (state, '') NOT IN ('cancelled', 'idea') AND (day IS NULL OR start_minute IS NULL)";

/* The title is field 3 of kind 22 in the data description. */
static const char missing_sql[] =
  "SELECT l.value, count (*), min (s.id) FROM event AS e, json_each (e.languages) AS l "
  "JOIN session AS s ON s.event = e.id AND s.alive AND s.title IS NOT NULL "
  "LEFT JOIN translation AS t ON t.kind = ?2 AND t.row = s.id AND t.field = ?3 AND t.lang = l.value "
  "WHERE e.id = ?1 AND e.languages IS NOT NULL AND t.row IS NULL "
  "AND l.value <> coalesce (s.text_language, e.text_language, '') GROUP BY l.value ORDER BY l.value";

static const char translated_sql[] =
  "SELECT DISTINCT s.id FROM session AS s JOIN translation AS t ON t.kind = ?2 AND t.row = s.id "
  "WHERE s.event = ?1 AND s.alive ORDER BY s.id";

void
lectern_problem_free (LecternProblem *problem)
{
  g_free (problem->what);
  g_free (problem->why);
  g_free (problem->where);
  g_free (problem);
}

/* Takes the three texts. */
static void
add (GPtrArray *problems, LecternProblemLevel level, LecternProblemArea area, char *what, char *why,
     char *where, LecternKind kind, gint64 id)
{
  LecternProblem *problem = g_new0 (LecternProblem, 1);
  problem->level = level;
  problem->area = area;
  problem->what = what;
  problem->why = why;
  problem->where = where;
  problem->kind = kind;
  problem->id = id;
  g_ptr_array_add (problems, problem);
}

static sqlite3_stmt *
prepare (LecternReader *reader, const char *sql, gint64 event)
{
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, event);
  return statement;
}

static const char *
text (sqlite3_stmt *statement, int column)
{
  const char *found = (const char *) sqlite3_column_text (statement, column);
  return found != NULL ? found : "";
}

/* What the agenda's rules find and nobody accepted. */
static void
add_findings (LecternReader *reader, gint64 event, GPtrArray *problems)
{
  static const LecternProblemLevel levels[LECTERN_N_LEVELS] = { [LECTERN_LEVEL_ERROR] = LECTERN_PROBLEM_ERROR,
                                                                [LECTERN_LEVEL_WARNING] = LECTERN_PROBLEM_WARNING,
                                                                [LECTERN_LEVEL_HINT] = LECTERN_PROBLEM_HINT };
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  g_autoptr (LecternCheck) check = lectern_check_new (
      reader, event, NULL, record ? lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE) : NULL);
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (finding->reason == NULL)
        add (problems, levels[finding->level], LECTERN_PROBLEM_IN_AGENDA, lectern_finding_what (check, finding),
             lectern_finding_why (check, finding), lectern_finding_where (check, finding), LECTERN_KIND_SESSION,
             finding->session);
    }
}

static void
add_venues (LecternReader *reader, gint64 event, GPtrArray *problems)
{
  sqlite3_stmt *row = prepare (reader, venue_sql, event);
  while (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    add (problems, LECTERN_PROBLEM_WARNING, LECTERN_PROBLEM_IN_VENUES,
         /* TRANSLATORS: %s is a venue's name */
         g_strdup_printf (_("The address of %s is missing"), text (row, 1)),
         g_strdup (_("Nobody can find the way with the name alone")), g_strdup (_("Venues")),
         LECTERN_KIND_VENUE, sqlite3_column_int64 (row, 0));
  if (row != NULL)
    sqlite3_reset (row);
}

static void
add_unplaced (LecternReader *reader, gint64 event, GPtrArray *problems)
{
  sqlite3_stmt *row = prepare (reader, unplaced_sql, event);
  int n = row != NULL && sqlite3_step (row) == SQLITE_ROW ? sqlite3_column_int (row, 0) : 0;
  if (n > 0)
    add (problems, LECTERN_PROBLEM_HINT, LECTERN_PROBLEM_IN_AGENDA,
         g_strdup_printf (ngettext ("%d agenda item has no day or time", "%d agenda items have no day or time",
                                    n), n),
         g_strdup (_("They wait in the tray under the agenda")), g_strdup (_("Agenda")),
         LECTERN_KIND_SESSION, sqlite3_column_int64 (row, 1));
  if (row != NULL)
    sqlite3_reset (row);
}

static void
add_missing_titles (LecternReader *reader, gint64 event, GPtrArray *problems)
{
  sqlite3_stmt *row = prepare (reader, missing_sql, event);
  if (row == NULL)
    return;
  sqlite3_bind_int (row, 2, LECTERN_KIND_SESSION);
  sqlite3_bind_int (row, 3, LECTERN_SESSION_TITLE);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      g_autofree char *language = lectern_language_name (text (row, 0));
      int n = sqlite3_column_int (row, 1);
      add (problems, LECTERN_PROBLEM_HINT, LECTERN_PROBLEM_IN_TEXTS,
           /* TRANSLATORS: the second value is a language's name */
           g_strdup_printf (ngettext ("%d title is missing in %s", "%d titles are missing in %s", n), n, language),
           g_strdup (_("The event is announced in this language")), g_strdup (text (row, 0)),
           LECTERN_KIND_SESSION, sqlite3_column_int64 (row, 2));
    }
  sqlite3_reset (row);
}

/* How many texts of a language are older than their source, and the first item with one. */
typedef struct
{
  guint n;
  gint64 session;
} Stale;

static void
count_stale (const LecternRecord *session, GHashTable *languages)
{
  for (guint i = 0; session->translations != NULL && i < session->translations->len; i++)
    {
      const LecternTranslation *text = &g_array_index (session->translations, LecternTranslation, i);
      if (!text->stale)
        continue;
      Stale *stale = g_hash_table_lookup (languages, text->language);
      if (stale == NULL)
        {
          stale = g_new0 (Stale, 1);
          stale->session = session->id;
          g_hash_table_insert (languages, g_strdup (text->language), stale);
        }
      stale->n++;
    }
}

static void
add_stale_texts (LecternReader *reader, gint64 event, GPtrArray *problems)
{
  g_autoptr (GHashTable) languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key, value;
  sqlite3_stmt *row = prepare (reader, translated_sql, event);
  if (row == NULL)
    return;
  sqlite3_bind_int (row, 2, LECTERN_KIND_SESSION);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (row, 0);
      g_array_append_val (ids, id);
    }
  sqlite3_reset (row);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (LecternRecord) session
          = lectern_reader_get (reader, LECTERN_KIND_SESSION, g_array_index (ids, gint64, i));
      if (session != NULL)
        count_stale (session, languages);
    }
  g_hash_table_iter_init (&iter, languages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Stale *stale = value;
      g_autofree char *language = lectern_language_name (key);
      add (problems, LECTERN_PROBLEM_WARNING, LECTERN_PROBLEM_IN_TEXTS,
           /* TRANSLATORS: the second value is a language's name */
           g_strdup_printf (ngettext ("%u text in %s is older than its source", "%u texts in %s are older than their source",
                                      stale->n), stale->n, language),
           g_strdup (_("The source was changed after it was translated")), g_strdup (key), LECTERN_KIND_SESSION,
           stale->session);
    }
}

static gint
by_level (gconstpointer a, gconstpointer b)
{
  const LecternProblem *x = *(LecternProblem *const *) a;
  const LecternProblem *y = *(LecternProblem *const *) b;
  return (int) x->level - (int) y->level;
}

/** All problems of an event, errors first. Of LecternProblem; free with g_ptr_array_unref(). */
GPtrArray *
lectern_problems_find (LecternReader *reader, gint64 event)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_problem_free);
  lectern_reader_begin (reader);
  add_findings (reader, event, problems);
  add_venues (reader, event, problems);
  add_unplaced (reader, event, problems);
  add_stale_texts (reader, event, problems);
  add_missing_titles (reader, event, problems);
  lectern_reader_end (reader);
  g_ptr_array_sort (problems, by_level);
  return problems;
}
