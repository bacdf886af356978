/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sequence and Lamport numbers of this device. Wall clocks are only shown.
 */
#include "lectern-commit.h"

gboolean
lectern_clock_read (LecternDb *db, gint64 writer, LecternClock *clock, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT writer, sequence, undo, redo, lamport FROM change ORDER BY number DESC LIMIT 1", error);
  gint64 newest_lamport = 0;

  if (statement == NULL)
    return FALSE;
  clock->id = writer;
  if (lectern_db_step (db, statement, error))
    {
      gboolean own = sqlite3_column_int64 (statement, 0) == writer;

      clock->sequence = sqlite3_column_int64 (statement, 1);
      clock->undo = sqlite3_column_int64 (statement, 2);
      clock->redo = sqlite3_column_int64 (statement, 3);
      clock->lamport = newest_lamport = sqlite3_column_int64 (statement, 4);
      sqlite3_reset (statement);
      if (own) /* Lamport numbers rise along one writer's changes and above all it has seen */
        return TRUE;
    }
  statement = lectern_db_statement (
      db, "SELECT sequence, undo, redo, (SELECT max(lamport) FROM writer) FROM writer WHERE id = ?1",
      error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, writer);
  if (!lectern_db_step (db, statement, error))
    {
      if (error != NULL && *error == NULL)
        lectern_db_fail (db, error);
      return FALSE;
    }
  clock->sequence = sqlite3_column_int64 (statement, 0);
  clock->undo = sqlite3_column_int64 (statement, 1);
  clock->redo = sqlite3_column_int64 (statement, 2);
  clock->lamport = MAX (newest_lamport, sqlite3_column_int64 (statement, 3));
  sqlite3_reset (statement);
  return TRUE;
}

/* Before another writer's change becomes the newest, what it knew of its own goes to its row. */
gboolean
lectern_clock_settle (LecternDb *db, GError **error)
{
  return lectern_db_run (
      db, lectern_db_statement (
              db, "INSERT INTO writer (id, sequence, lamport, undo, redo) SELECT writer, sequence, lamport, "
                  "undo, redo FROM change ORDER BY number DESC LIMIT 1 ON CONFLICT DO UPDATE SET "
                  "sequence = excluded.sequence, lamport = max(lamport, excluded.lamport), "
                  "undo = excluded.undo, redo = excluded.redo", error), error);
}

/* What this device has seen of the others; of itself it has seen everything before. */
static GByteArray *
pack_context (LecternDb *db, gint64 writer)
{
  GByteArray *context = g_byte_array_new ();
  LecternVector vector;

  lectern_vector_read (db, &vector);
  for (guint i = 0; i < vector.n; i++)
    if (vector.dots[i].writer != writer)
      {
        lectern_pack_number (context, vector.dots[i].writer);
        lectern_pack_number (context, vector.dots[i].sequence);
      }
  lectern_vector_clear (&vector);
  return context;
}

static const char *
author (void)
{
  const char *name = g_get_real_name ();
  return g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

gboolean
lectern_clock_finish (LecternWrite *write, LecternClock *clock, LecternChangeType type, gint64 step,
                      gint64 visit, const char *label, GError **error)
{
  g_autoptr (GByteArray) context = pack_context (write->db, clock->id);
  LecternWriteInfo info = {
    .type = type, .writer = clock->id, .sequence = ++clock->sequence, .lamport = ++clock->lamport,
    .time = g_get_real_time () / 1000, .step = step, .visit = visit, .undo = clock->undo, .redo = clock->redo, .author = author (),
    .label = label, .context = context,
  };

  return lectern_write_finish (write, &info, error);
}
