/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-problems.h"

#include "lectern-sqlite.h"
#include "lectern-text.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

/* Items that stand on a clock, in minutes that count across days; a block and what
 * is inside it do not exclude each other. */
#define PLACED                                                                                     \
  "WITH placed AS MATERIALIZED (SELECT s.id, s.title, s.rooms, coalesce (s.parent, 0) AS parent, "  \
  "d.date, s.start_minute, CAST (julianday (d.date) * 1440 AS INTEGER) + s.start_minute AS a, "     \
  "CAST (julianday (d.date) * 1440 AS INTEGER) + s.start_minute + s.duration AS b "                 \
  "FROM session AS s JOIN day AS d ON d.id = s.day WHERE s.event = ?1 AND s.alive AND d.alive "     \
  "AND s.duration > 0 AND s.start_minute IS NOT NULL AND coalesce (s.state, '') <> 'cancelled'), "

#define TOGETHER                                                                                    \
  "x.id < y.id AND x.a < y.b AND y.a < x.b AND x.parent <> y.id AND y.parent <> x.id"

static const char person_sql[] =
  PLACED
  "use AS MATERIALIZED (SELECT DISTINCT r.person AS who, p.* FROM placed AS p "
  "JOIN session_role AS r ON r.session = p.id WHERE r.alive AND coalesce (r.state, '') <> 'cancelled') "
  "SELECT w.name, x.title, y.title, min (x.b, y.b) - max (x.a, y.a), "
  "CASE WHEN x.a > y.a THEN x.date ELSE y.date END, "
  "CASE WHEN x.a > y.a THEN x.start_minute ELSE y.start_minute END, "
  "CASE WHEN x.a > y.a THEN x.id ELSE y.id END "
  "FROM use AS x JOIN use AS y ON x.who = y.who AND " TOGETHER " JOIN person AS w ON w.id = x.who "
  "WHERE w.alive ORDER BY max (x.a, y.a), w.name";

static const char room_sql[] =
  PLACED
  "use AS MATERIALIZED (SELECT DISTINCT CAST (r.value AS INTEGER) AS room, p.* "
  "FROM placed AS p, json_each (p.rooms) AS r WHERE p.rooms IS NOT NULL) "
  "SELECT w.name, x.title, y.title, min (x.b, y.b) - max (x.a, y.a), "
  "CASE WHEN x.a > y.a THEN x.date ELSE y.date END, "
  "CASE WHEN x.a > y.a THEN x.start_minute ELSE y.start_minute END, "
  "CASE WHEN x.a > y.a THEN x.id ELSE y.id END "
  "FROM use AS x JOIN use AS y ON x.room = y.room AND " TOGETHER " JOIN room AS w ON w.id = x.room "
  "WHERE w.alive AND NOT coalesce (w.shared, 0) ORDER BY max (x.a, y.a), w.name";

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

static void
add_overlaps (LecternReader *reader, gint64 event, gboolean people, GPtrArray *problems)
{
  sqlite3_stmt *row = prepare (reader, people ? person_sql : room_sql, event);
  while (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    {
      g_autofree char *date = lectern_date_format_short (text (row, 4));
      g_autofree char *time = lectern_time_format (sqlite3_column_int (row, 5));
      int minutes = sqlite3_column_int (row, 3);
      add (problems, LECTERN_PROBLEM_ERROR, LECTERN_PROBLEM_IN_AGENDA,
           /* TRANSLATORS: %s is a person; in the other sentence it is a room */
           people ? g_strdup_printf (_("%s is in two places"), text (row, 0))
                  : g_strdup_printf (_("%s is taken twice"), text (row, 0)),
           /* TRANSLATORS: two agenda items and for how long they run at the same time */
           g_strdup_printf (ngettext ("%s and %s overlap by %d minute", "%s and %s overlap by %d minutes",
                                      minutes), text (row, 1), text (row, 2), minutes),
           g_strdup_printf ("%s %s", date, time), LECTERN_KIND_SESSION, sqlite3_column_int64 (row, 6));
    }
  if (row != NULL)
    sqlite3_reset (row);
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
  add_overlaps (reader, event, TRUE, problems);
  add_overlaps (reader, event, FALSE, problems);
  add_venues (reader, event, problems);
  add_unplaced (reader, event, problems);
  add_missing_titles (reader, event, problems);
  lectern_reader_end (reader);
  g_ptr_array_sort (problems, by_level);
  return problems;
}

/** How many problems there are in @areas (LecternProblemArea or'ed). */
guint
lectern_problems_count (LecternReader *reader, gint64 event, guint areas)
{
  g_autoptr (GPtrArray) problems = lectern_problems_find (reader, event);
  guint n = 0;
  for (guint i = 0; i < problems->len; i++)
    if (((LecternProblem *) g_ptr_array_index (problems, i))->area & areas)
      n++;
  return n;
}
