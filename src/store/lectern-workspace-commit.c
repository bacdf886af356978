/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-undo.h"
#include "lectern-workspace-private.h"

static gpointer
commit_work (LecternDb *db, gint64 writer, gpointer data, GError **error)
{
  return lectern_commit (db, writer, data, error);
}

static gpointer
undo_work (LecternDb *db, gint64 writer, gpointer data, GError **error)
{
  return lectern_undo (db, writer, error);
}

static gpointer
redo_work (LecternDb *db, gint64 writer, gpointer data, GError **error)
{
  return lectern_redo (db, writer, error);
}

/**
 * lectern_workspace_commit:
 *
 * Writes @edit as a whole or not at all and returns when it is on the disk. Blocks: never
 * call it on the main thread of the window. On an error nothing was written.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LecternResult *
lectern_workspace_commit (LecternWorkspace *self, LecternEdit *edit, GError **error)
{
  return lectern_workspace_work (self, commit_work, edit, error);
}

/**
 * lectern_workspace_undo:
 *
 * Takes back the newest edit of this place that still stands, as an edit of its own. Blocks as
 * lectern_workspace_commit() does; %LECTERN_STORE_ERROR_NOTHING where there is none.
 *
 * Returns: (transfer full) (nullable): what was done, and what was left
 */
LecternResult *
lectern_workspace_undo (LecternWorkspace *self, GError **error)
{
  return lectern_workspace_work (self, undo_work, NULL, error);
}

/**
 * lectern_workspace_redo:
 *
 * Brings again what lectern_workspace_undo() took back last. Blocks;
 * %LECTERN_STORE_ERROR_NOTHING where there is none.
 *
 * Returns: (transfer full) (nullable): what was done
 */
LecternResult *
lectern_workspace_redo (LecternWorkspace *self, GError **error)
{
  return lectern_workspace_work (self, redo_work, NULL, error);
}

/**
 * lectern_workspace_commit_async:
 * @cancellable: cancels only the waiting; an edit once handed over is written
 *
 * Hands @edit over and returns at once; @callback comes in the caller's main context.
 */
void
lectern_workspace_commit_async (LecternWorkspace *self, LecternEdit *edit, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_workspace_commit_async);
  lectern_workspace_work_async (self, commit_work, lectern_edit_ref (edit),
                                (GDestroyNotify) lectern_edit_unref, task);
}

/**
 * lectern_workspace_commit_finish:
 *
 * Returns: (transfer full) (nullable): what was done; NULL with an error, and nothing written
 */
LecternResult *
lectern_workspace_commit_finish (LecternWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lectern_workspace_undo_async:
 *
 * As lectern_workspace_undo(), without waiting; ends with lectern_workspace_undo_finish().
 */
void
lectern_workspace_undo_async (LecternWorkspace *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_workspace_undo_async);
  lectern_workspace_work_async (self, undo_work, NULL, NULL, task);
}

/**
 * lectern_workspace_redo_async:
 *
 * As lectern_workspace_redo(), without waiting; ends with lectern_workspace_undo_finish().
 */
void
lectern_workspace_redo_async (LecternWorkspace *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lectern_workspace_redo_async);
  lectern_workspace_work_async (self, redo_work, NULL, NULL, task);
}

/**
 * lectern_workspace_undo_finish:
 *
 * Ends an undo or a redo; as lectern_workspace_commit_finish().
 */
LecternResult *
lectern_workspace_undo_finish (LecternWorkspace *self, GAsyncResult *result, GError **error)
{
  return lectern_workspace_commit_finish (self, result, error);
}
