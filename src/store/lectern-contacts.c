/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts.h"

#include "lectern-list-sql.h"

void
lectern_involvement_free (LecternInvolvement *involvement)
{
  g_free (involvement->start);
  g_clear_pointer (&involvement->roles, g_array_unref);
  g_free (involvement);
}

#define FIRST_DAY "(SELECT min (d.date) FROM day d WHERE d.event = e.id AND d.alive)"

/* Every event where people of the organisation are registered or have a role, or that it hosts. */
#define ORGANISATION_SQL                                                                             \
  "SELECT e.id, " FIRST_DAY ","                                                                      \
  " (SELECT count (*) FROM registration r JOIN person p ON p.id = r.person WHERE r.event = e.id"     \
  "   AND r.alive AND p.alive AND p.organisation = ?1"                                               \
  "   AND ifnull (r.state, '') NOT IN ('declined', 'cancelled')) AS n_regs,"                         \
  " (SELECT count (*) FROM registration r JOIN person p ON p.id = r.person WHERE r.event = e.id"     \
  "   AND r.alive AND p.alive AND p.organisation = ?1 AND r.state = 'attended'),"                                \
  " (SELECT count (*) FROM person p JOIN session_role x ON x.person = p.id AND x.alive"              \
  "   JOIN session s ON s.id = x.session AND s.alive AND s.event = e.id"                             \
  "   WHERE p.organisation = ?1 AND p.alive) AS n_roles, e.host IS ?1 AS hosts"                         \
  " FROM event e WHERE e.alive AND (n_regs > 0 OR n_roles > 0 OR hosts) ORDER BY 2 IS NULL DESC, 2 DESC, e.id"

static LecternInvolvement *
involvement_at (sqlite3_stmt *statement)
{
  LecternInvolvement *one = g_new0 (LecternInvolvement, 1);
  one->event = sqlite3_column_int64 (statement, 0);
  one->start = lectern_column_dup (statement, 1);
  one->n_registered = sqlite3_column_int64 (statement, 2);
  one->n_attended = sqlite3_column_int64 (statement, 3);
  one->n_roles = sqlite3_column_int64 (statement, 4);
  one->host = sqlite3_column_int64 (statement, 5) != 0;
  return one;
}

GPtrArray *
lectern_contacts_organisation_events (LecternReader *reader, gint64 organisation)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_involvement_free);
  sqlite3_stmt *statement = lectern_list_statement (reader, ORGANISATION_SQL);
  if (statement == NULL)
    return all;
  sqlite3_bind_int64 (statement, 1, organisation);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    g_ptr_array_add (all, involvement_at (statement));
  sqlite3_reset (statement);
  return all;
}

#define PERSON_SQL                                                                                   \
  "SELECT e.id, " FIRST_DAY ","                                                                      \
  " ifnull (r.state NOT IN ('declined', 'cancelled'), r.id IS NOT NULL), r.state IS 'attended',"     \
  " (SELECT count (*) FROM session_role x JOIN session s ON s.id = x.session WHERE x.person = ?1"    \
  "   AND x.alive AND s.alive AND s.event = e.id) AS n_roles, 0, r.id"                                 \
  " FROM event e LEFT JOIN registration r ON r.event = e.id AND r.person = ?1 AND r.alive"           \
  " WHERE e.alive AND (r.id IS NOT NULL OR n_roles > 0) ORDER BY 2 IS NULL DESC, 2 DESC, e.id"

/* In the order in which the sessions take place. */
#define ROLES_SQL                                                                                    \
  "SELECT x.id FROM session_role x JOIN session s ON s.id = x.session LEFT JOIN day d ON d.id = s.day" \
  " WHERE x.person = ?1 AND s.event = ?2 AND x.alive AND s.alive ORDER BY d.date, s.start_minute, x.id"

GPtrArray *
lectern_contacts_person_events (LecternReader *reader, gint64 person)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_involvement_free);
  sqlite3_stmt *statement = lectern_list_statement (reader, PERSON_SQL);
  if (statement == NULL)
    return all;
  sqlite3_bind_int64 (statement, 1, person);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      LecternInvolvement *one = involvement_at (statement);
      one->registration = sqlite3_column_int64 (statement, 6);
      g_ptr_array_add (all, one);
    }
  sqlite3_reset (statement);
  for (guint i = 0; i < all->len; i++)
    {
      LecternInvolvement *one = all->pdata[i];
      statement = lectern_list_statement (reader, ROLES_SQL);
      sqlite3_bind_int64 (statement, 1, person);
      sqlite3_bind_int64 (statement, 2, one->event);
      one->roles = lectern_list_collect (reader, statement);
    }
  return all;
}

void
lectern_action_state_free (LecternActionState *state)
{
  g_free (state->state);
  g_free (state);
}

/* What was reported last is what was reported at the latest event. */
#define ACTIONS_SQL                                                                                  \
  "SELECT a.id, a.state, (SELECT count (*) FROM action_progress p WHERE p.action = a.id AND p.alive)," \
  " last.percent, last.event FROM action a LEFT JOIN action_progress last ON last.id ="              \
  " (SELECT p.id FROM action_progress p LEFT JOIN event e ON e.id = p.event WHERE p.action = a.id"   \
  "  AND p.alive ORDER BY " FIRST_DAY " DESC, p.id DESC LIMIT 1)"                                    \
  " WHERE a.organisation = ?1 AND a.alive ORDER BY a.position IS NULL, a.position, a.start, a.id"

GPtrArray *
lectern_contacts_actions (LecternReader *reader, gint64 organisation)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_action_state_free);
  sqlite3_stmt *statement = lectern_list_statement (reader, ACTIONS_SQL);
  if (statement == NULL)
    return all;
  sqlite3_bind_int64 (statement, 1, organisation);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      LecternActionState *one = g_new0 (LecternActionState, 1);
      one->id = sqlite3_column_int64 (statement, 0);
      one->state = g_strdup (lectern_list_column (statement, 1));
      one->n_reports = sqlite3_column_int64 (statement, 2);
      one->percent = sqlite3_column_type (statement, 3) == SQLITE_NULL
                         ? -1
                         : sqlite3_column_int64 (statement, 3);
      one->reported_at = sqlite3_column_int64 (statement, 4);
      g_ptr_array_add (all, one);
    }
  sqlite3_reset (statement);
  return all;
}
