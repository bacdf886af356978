/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-people.h"

#include "lectern-list-sql.h"
#include "lectern-text.h"

#define COMING "r.state IN ('registered', 'confirmed', 'attended')"

static void
clear_count (LecternCount *count)
{
  g_free (count->key);
}

static GArray *
counts_new (void)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (LecternCount));
  g_array_set_clear_func (counts, (GDestroyNotify) clear_count);
  return counts;
}

static void
add_count (GArray *counts, const char *key, guint n, gint64 places)
{
  LecternCount count = { g_strdup (key), n, places };
  g_array_append_val (counts, count);
}

/* Rows of (key, number[, places]) for an event. */
static GArray *
count_by (LecternReader *reader, gint64 event, const char *sql)
{
  GArray *counts = counts_new ();
  sqlite3_stmt *statement = lectern_list_statement (reader, sql);
  if (statement == NULL)
    return counts;
  sqlite3_bind_int64 (statement, 1, event);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      gboolean limited = sqlite3_column_count (statement) > 2
                         && sqlite3_column_type (statement, 2) != SQLITE_NULL;
      add_count (counts, lectern_list_column (statement, 0), sqlite3_column_int64 (statement, 1),
                 limited ? sqlite3_column_int64 (statement, 2) : -1);
    }
  sqlite3_reset (statement);
  return counts;
}

/* Of those who come, by the organisation's region, with the limit where there is one; then the
 * limits that nobody uses. */
#define REGIONS_SQL                                                                                  \
  "WITH come AS (SELECT ifnull (o.region, '') AS region, count (*) AS n FROM registration r"         \
  " LEFT JOIN person p ON p.id = r.person LEFT JOIN organisation o ON o.id = p.organisation"         \
  " WHERE r.event = ?1 AND r.alive AND " COMING " GROUP BY 1),"                                      \
  " allowed AS (SELECT ifnull (region, '') AS region, sum (places) AS places FROM quota"             \
  " WHERE event = ?1 AND alive GROUP BY 1)"                                                          \
  " SELECT c.region, c.n, a.places FROM come c LEFT JOIN allowed a ON a.region = c.region"           \
  " UNION ALL SELECT a.region, 0, a.places FROM allowed a"                                           \
  " WHERE a.region NOT IN (SELECT region FROM come) ORDER BY 2 DESC, 1"

#define NEED_SQL(field)                                                                              \
  "SELECT min (r." field "), count (*) FROM registration r WHERE r.event = ?1 AND r.alive AND " COMING \
  " AND r." field " IS NOT NULL GROUP BY lectern_fold (r." field ") ORDER BY 2 DESC, 1"

static void
order_states (LecternParticipantCounts *counts, GArray *found)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    for (guint i = 0; i < found->len; i++)
      {
        LecternCount *count = &g_array_index (found, LecternCount, i);
        if (g_str_equal (count->key, choice->key))
          add_count (counts->states, count->key, count->n, -1);
      }
  for (guint i = 0; i < found->len; i++)
    {
      LecternCount *count = &g_array_index (found, LecternCount, i);
      counts->n_all += count->n;
      if (g_strv_contains ((const char *const[]){ "registered", "confirmed", "attended", NULL },
                           count->key))
        counts->n_coming += count->n;
    }
}

/**
 * lectern_participants_count:
 * @event: the event's id
 *
 * A handful of grouped counts; a millisecond for a thousand registrations.
 *
 * Returns: (transfer full): all zero where there is nothing
 */
LecternParticipantCounts *
lectern_participants_count (LecternReader *reader, gint64 event)
{
  LecternParticipantCounts *counts = g_new0 (LecternParticipantCounts, 1);
  g_autoptr(GArray) states
      = count_by (reader, event,
                  "SELECT ifnull (state, ''), count (*) FROM registration"
                  " WHERE event = ?1 AND alive GROUP BY 1");
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  counts->states = counts_new ();
  counts->capacity = record == NULL || lectern_record_is_empty (record, LECTERN_EVENT_CAPACITY)
                         ? -1
                         : lectern_record_integer (record, LECTERN_EVENT_CAPACITY);
  order_states (counts, states);
  counts->regions = count_by (reader, event, REGIONS_SQL);
  counts->diets = count_by (reader, event, NEED_SQL ("diet"));
  counts->access = count_by (reader, event, NEED_SQL ("access_needs"));
  return counts;
}

void
lectern_participant_counts_free (LecternParticipantCounts *counts)
{
  if (counts == NULL)
    return;
  g_array_unref (counts->states);
  g_array_unref (counts->regions);
  g_array_unref (counts->diets);
  g_array_unref (counts->access);
  g_free (counts);
}
