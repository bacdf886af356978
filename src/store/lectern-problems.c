/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-problems.h"

#include "lectern-sqlite.h"
#include "lectern-text.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

/* Who or what is used when: one row per use of a person or a room by an item that stands
 * on a clock, in minutes that count across days; sorted, so that overlaps are neighbours. */
#define USES(who)                                                                                   \
  " s.id, coalesce (s.parent, 0), s.title, d.date, s.start_minute, "                                \
  "CAST (julianday (d.date) * 1440 AS INTEGER) + s.start_minute AS a, s.duration, w.name "          \
  "FROM session AS s JOIN day AS d ON d.id = s.day " who                                            \
  " WHERE s.event = ?1 AND s.alive AND d.alive AND w.alive AND s.duration > 0 "                     \
  "AND s.start_minute IS NOT NULL AND coalesce (s.state, '') <> 'cancelled' "

static const char person_sql[] =
  "SELECT DISTINCT w.id AS who," USES ("JOIN session_role AS r ON r.session = s.id JOIN person AS w ON w.id = r.person")
  "AND r.alive AND coalesce (r.state, '') <> 'cancelled' ORDER BY who, a";

static const char room_sql[] =
  "SELECT DISTINCT w.id AS who," USES ("JOIN json_each (s.rooms) AS l JOIN room AS w ON w.id = CAST (l.value AS INTEGER)")
  "AND s.rooms IS NOT NULL AND NOT coalesce (w.shared, 0) ORDER BY who, a";

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

typedef struct
{
  gint64 who, session, parent;
  char *title, *date, *name;
  int start;  /* minutes of its day */
  gint64 from, to;
} Use;

static void
use_clear (gpointer data)
{
  Use *use = data;
  g_free (use->title);
  g_free (use->date);
  g_free (use->name);
}

static GArray *
read_uses (LecternReader *reader, const char *sql, gint64 event)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (Use));
  sqlite3_stmt *row = prepare (reader, sql, event);
  g_array_set_clear_func (uses, use_clear);
  while (row != NULL && sqlite3_step (row) == SQLITE_ROW)
    {
      Use use = { .who = sqlite3_column_int64 (row, 0), .session = sqlite3_column_int64 (row, 1),
                  .parent = sqlite3_column_int64 (row, 2), .title = g_strdup (text (row, 3)),
                  .date = g_strdup (text (row, 4)), .start = sqlite3_column_int (row, 5),
                  .from = sqlite3_column_int64 (row, 6), .name = g_strdup (text (row, 8)) };
      use.to = use.from + sqlite3_column_int64 (row, 7);
      g_array_append_val (uses, use);
    }
  if (row != NULL)
    sqlite3_reset (row);
  return uses;
}

static void
add_overlap (GPtrArray *problems, const Use *first, const Use *second, gboolean people)
{
  g_autofree char *date = lectern_date_format_short (second->date);
  g_autofree char *time = lectern_time_format (second->start);
  int minutes = MIN (first->to, second->to) - second->from;
  add (problems, LECTERN_PROBLEM_ERROR, LECTERN_PROBLEM_IN_AGENDA,
       /* TRANSLATORS: %s is a person; in the other sentence it is a room */
       people ? g_strdup_printf (_("%s is in two places"), first->name)
              : g_strdup_printf (_("%s is taken twice"), first->name),
       /* TRANSLATORS: two agenda items and for how long they run at the same time */
       g_strdup_printf (ngettext ("%s and %s overlap by %d minute", "%s and %s overlap by %d minutes", minutes),
                        first->title, second->title, minutes),
       g_strdup_printf ("%s %s", date, time), LECTERN_KIND_SESSION, second->session);
}

/* A block and what is inside it do not exclude each other. */
static void
add_overlaps (LecternReader *reader, gint64 event, gboolean people, GPtrArray *problems)
{
  g_autoptr (GArray) uses = read_uses (reader, people ? person_sql : room_sql, event);
  for (guint i = 0; i < uses->len; i++)
    {
      const Use *first = &g_array_index (uses, Use, i);
      for (guint j = i + 1; j < uses->len; j++)
        {
          const Use *second = &g_array_index (uses, Use, j);
          if (second->who != first->who || second->from >= first->to)
            break;
          if (second->parent != first->session && first->parent != second->session)
            add_overlap (problems, first, second, people);
        }
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
