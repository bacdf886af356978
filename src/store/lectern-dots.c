/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From dots to local numbers and back. A change's local number is the order in which this
 * file received it; within a run of one writer's changes the difference to the sequence
 * stays the same, so only the first of each run is noted.
 */
#include "lectern-write.h"

void
lectern_unpack_vector (gconstpointer data, gsize length, LecternVector *vector)
{
  const guint8 *at = data, *end = at + length;
  guint64 writer, sequence;

  while (at < end && lectern_unpack_number (&at, end, &writer)
         && lectern_unpack_number (&at, end, &sequence))
    lectern_vector_see (vector, (LecternDot){ writer, sequence });
}

void
lectern_pack_vector (GByteArray *out, const LecternVector *vector)
{
  for (guint i = 0; i < vector->n; i++)
    {
      lectern_pack_number (out, vector->dots[i].writer);
      lectern_pack_number (out, vector->dots[i].sequence);
    }
}

void
lectern_vector_read (LecternDb *db, LecternVector *vector)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT id, sequence FROM writer WHERE sequence > 0 UNION ALL "
          "SELECT * FROM (SELECT writer, sequence FROM change ORDER BY number DESC LIMIT 1)", NULL);

  lectern_vector_init (vector);
  while (statement != NULL && lectern_db_step (db, statement, NULL))
    lectern_vector_see (vector, (LecternDot){ sqlite3_column_int64 (statement, 0),
                                              sqlite3_column_int64 (statement, 1) });
}

LecternDot
lectern_change_dot (LecternDb *db, gint64 number)
{
  sqlite3_stmt *statement
      = lectern_db_statement (db, "SELECT writer, sequence FROM change WHERE number = ?1", NULL);
  LecternDot dot = { 0, 0 };

  if (statement == NULL)
    return dot;
  sqlite3_bind_int64 (statement, 1, number);
  if (lectern_db_step (db, statement, NULL))
    dot = (LecternDot){ sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
  sqlite3_reset (statement);
  return dot;
}

gint64
lectern_change_number (LecternDb *db, LecternDot dot)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT c.number FROM change c WHERE c.writer = ?1 AND c.sequence = ?2 AND c.number = "
          "(SELECT number + (?2 - sequence) FROM run WHERE writer = ?1 AND sequence <= ?2 "
          "ORDER BY sequence DESC LIMIT 1)", NULL);
  gint64 number = 0;

  if (statement == NULL || dot.writer == 0)
    return 0;
  sqlite3_bind_int64 (statement, 1, dot.writer);
  sqlite3_bind_int64 (statement, 2, dot.sequence);
  if (lectern_db_step (db, statement, NULL))
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return number;
}

gboolean
lectern_run_note (LecternDb *db, gint64 number, const LecternWriteInfo *info, GError **error)
{
  LecternDot before = lectern_change_dot (db, number - 1);
  sqlite3_stmt *statement;

  if (before.writer == info->writer && before.sequence == info->sequence - 1)
    return TRUE;
  statement = lectern_db_statement (
      db, "INSERT INTO run (writer, sequence, number) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, info->writer);
  sqlite3_bind_int64 (statement, 2, info->sequence);
  sqlite3_bind_int64 (statement, 3, number);
  return lectern_db_run (db, statement, error);
}
