/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-apply.h"

#include "lectern-merge.h"
#include "lectern-remote.h"
#include "lectern-workspace-private.h"

static gboolean
finish_row (LecternMerge *merge, LecternRow *row, GError **error)
{
  return row == NULL || lectern_merge_life (merge, row, error);
}

static gboolean
apply_operations (LecternMerge *merge, GError **error)
{
  g_autoptr (LecternRow) row = NULL;
  LecternOperation *operation;

  for (guint i = 0; (operation = lectern_merge_operation_at (merge, i)) != NULL; i++)
    {
      gboolean done = TRUE;

      if (lectern_kind_info (operation->kind) == NULL)
        {
          if (!lectern_merge_unknown_kind (merge, operation, error))
            return FALSE;
          continue;
        }
      if (row == NULL || row->record->kind != operation->kind || row->record->id != operation->row)
        {
          if (!finish_row (merge, row, error))
            return FALSE;
          g_clear_pointer (&row, lectern_row_free);
          row = lectern_row_load (merge->write.db, operation->kind, operation->row, NULL);
        }
      if (row == NULL && operation->created)
        done = (row = lectern_merge_new_row (merge, &i, error)) != NULL;
      else if (row != NULL && operation->created)
        done = lectern_merge_row_made_twice (merge, row, &i, error);
      else if (row != NULL) /* else of one that was erased */
        done = lectern_merge_values (merge, row, operation, error);
      if (!done)
        return FALSE;
    }
  return finish_row (merge, row, error);
}

static gboolean
see_change (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT INTO writer (id, sequence, lamport, undo, redo) VALUES (?1, ?2, ?3, 0, 0) "
          "ON CONFLICT DO UPDATE SET sequence = excluded.sequence, lamport = max(lamport, excluded.lamport)",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->writer);
  sqlite3_bind_int64 (statement, 2, change->sequence);
  sqlite3_bind_int64 (statement, 3, change->lamport);
  return lectern_db_run (db, statement, error);
}

static gboolean
apply_one (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  LecternMerge merge = { .change = change };
  g_autoptr (GByteArray) context = g_byte_array_new ();
  LecternWriteInfo info = { .type = change->type, .writer = change->writer,
                            .sequence = change->sequence, .lamport = change->lamport,
                            .time = change->time, .step = change->bookkeeping ? 0 : -1,
                            .author = change->author, .label = change->label, .context = context };
  gboolean done;

  if (!lectern_write_begin (&merge.write, db, error))
    return FALSE;
  lectern_vector_copy (&merge.context, &change->context);
  lectern_vector_see (&merge.context, (LecternDot){ change->writer, change->sequence - 1 });
  lectern_pack_vector (context, &change->context);
  done = lectern_clock_settle (db, error) && apply_operations (&merge, error) && see_change (db, change, error)
         && lectern_write_finish (&merge.write, &info, error);
  if (!done)
    lectern_write_abort (&merge.write);
  lectern_write_clear (&merge.write);
  lectern_vector_clear (&merge.context);
  return done;
}

static gboolean
wait_for (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  g_autoptr (GBytes) bytes = lectern_remote_change_pack (change);
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT OR IGNORE INTO waiting (writer, sequence, data) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->writer);
  sqlite3_bind_int64 (statement, 2, change->sequence);
  sqlite3_bind_blob (statement, 3, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

/* What is ready is taken out of @changes and applied, until nothing moves. */
static int
apply_ready (LecternDb *db, GPtrArray *changes, GError **error)
{
  LecternVector seen;
  gboolean moved = TRUE;
  int applied = 0;

  lectern_vector_read (db, &seen);
  while (moved && applied >= 0)
    {
      moved = FALSE;
      for (guint i = 0; i < changes->len && applied >= 0;)
        {
          LecternRemoteChange *change = g_ptr_array_index (changes, i);
          gint64 last = lectern_vector_get (&seen, change->writer);

          if (change->sequence > last + 1
              || (change->sequence == last + 1 && !lectern_vector_covers_all (&seen, &change->context)))
            {
              i++;
              continue;
            }
          if (change->sequence == last + 1)
            {
              if (apply_one (db, change, error))
                {
                  lectern_vector_see (&seen, (LecternDot){ change->writer, change->sequence });
                  applied++;
                }
              else
                applied = -1;
            }
          moved = TRUE;
          g_ptr_array_remove_index (changes, i);
        }
    }
  lectern_vector_clear (&seen);
  return applied;
}

static void
load_waiting (LecternDb *db, GPtrArray *changes)
{
  sqlite3_stmt *statement = lectern_db_statement (db, "SELECT data FROM waiting", NULL);

  while (statement != NULL && lectern_db_step (db, statement, NULL))
    {
      LecternRemoteChange *change = lectern_remote_change_unpack (
          sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
}

static gpointer
apply_work (LecternDb *db, gint64 writer, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) pending
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_remote_change_unref);
  GPtrArray *changes = data;
  int applied;

  load_waiting (db, pending);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (pending, lectern_remote_change_ref (g_ptr_array_index (changes, i)));
  applied = apply_ready (db, pending, error);
  if (applied < 0)
    return GINT_TO_POINTER (-1);
  for (guint i = 0; i < pending->len; i++)
    if (!wait_for (db, g_ptr_array_index (pending, i), error))
      return GINT_TO_POINTER (-1);
  if (!lectern_db_exec (db, "DELETE FROM waiting WHERE sequence <= (SELECT sequence FROM writer "
                            "WHERE writer.id = waiting.writer)", error))
    return GINT_TO_POINTER (-1);
  return GINT_TO_POINTER (applied);
}

/**
 * lectern_workspace_apply:
 * @changes: (element-type LecternRemoteChange): from another device, in any order, doubled or not
 *
 * Applies what is ready and keeps the rest until it is. Waits for the disk: never on the main
 * thread of the window.
 *
 * Returns: how many were applied; -1 on an error
 */
int
lectern_workspace_apply (LecternWorkspace *self, GPtrArray *changes, GError **error)
{
  return GPOINTER_TO_INT (lectern_workspace_work (self, apply_work, changes, error));
}
