/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sequence and Lamport numbers of this device. Wall clocks are only shown.
 */
#include "lectern-commit.h"

gboolean
lectern_clock_read (LecternDb *db, gint64 writer, LecternClock *clock, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
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
  clock->id = writer;
  clock->sequence = sqlite3_column_int64 (statement, 0);
  clock->undo = sqlite3_column_int64 (statement, 1);
  clock->redo = sqlite3_column_int64 (statement, 2);
  clock->lamport = sqlite3_column_int64 (statement, 3);
  sqlite3_reset (statement);
  return TRUE;
}

/* What this device has seen of the others; of itself it has seen everything before. */
static GByteArray *
pack_context (LecternDb *db, gint64 writer)
{
  GByteArray *context = g_byte_array_new ();
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT id, sequence FROM writer WHERE id <> ?1 AND sequence > 0", NULL);

  if (statement == NULL)
    return context;
  sqlite3_bind_int64 (statement, 1, writer);
  while (lectern_db_step (db, statement, NULL))
    {
      lectern_pack_number (context, sqlite3_column_int64 (statement, 0));
      lectern_pack_number (context, sqlite3_column_int64 (statement, 1));
    }
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
  sqlite3_stmt *statement = lectern_db_statement (
      write->db, "UPDATE writer SET sequence = ?2, lamport = ?3, undo = ?4, redo = ?5 WHERE id = ?1",
      error);
  g_autoptr (GByteArray) context = pack_context (write->db, clock->id);
  LecternWriteInfo info = {
    .type = type, .writer = clock->id, .sequence = ++clock->sequence, .lamport = ++clock->lamport,
    .time = g_get_real_time () / 1000, .step = step, .visit = visit, .author = author (),
    .label = label, .context = context,
  };

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, clock->id);
  sqlite3_bind_int64 (statement, 2, clock->sequence);
  sqlite3_bind_int64 (statement, 3, clock->lamport);
  sqlite3_bind_int64 (statement, 4, clock->undo);
  sqlite3_bind_int64 (statement, 5, clock->redo);
  return lectern_db_run (write->db, statement, error) && lectern_write_finish (write, &info, error);
}
