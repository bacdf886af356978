/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace: one project's office in one SQLite file. One thread owns the
 * connection that writes; everybody else hands it edits.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

#define LECTERN_STORE_ERROR (lectern_store_error_quark ())
/* The domain of LecternStoreError. */
GQuark lectern_store_error_quark (void);

typedef enum
{
  LECTERN_STORE_ERROR_FAILED,
  LECTERN_STORE_ERROR_NOT_FOUND,
  LECTERN_STORE_ERROR_DAMAGED,   /* not readable as a database, or not whole */
  LECTERN_STORE_ERROR_FOREIGN,   /* a database, but not a workspace */
  LECTERN_STORE_ERROR_NEWER,     /* written by a newer Lectern */
  LECTERN_STORE_ERROR_READ_ONLY,
  LECTERN_STORE_ERROR_FULL,      /* no space left */
  LECTERN_STORE_ERROR_BUSY,      /* another process is writing for too long */
  LECTERN_STORE_ERROR_CHANGED,   /* the basis of the edit is no longer the newest state */
  LECTERN_STORE_ERROR_INVALID,   /* the edit names what does not exist or a value of a wrong type */
  LECTERN_STORE_ERROR_NOTHING,   /* nothing to undo or redo */
} LecternStoreError;

#define LECTERN_TYPE_WORKSPACE (lectern_workspace_get_type ())
G_DECLARE_FINAL_TYPE (LecternWorkspace, lectern_workspace, LECTERN, WORKSPACE, GObject)

/* Refuses to create over an existing file. @language: BCP 47, of what is written first. */
LecternWorkspace *lectern_workspace_create (const char *path, const char *name, const char *language, GError **error);
LecternWorkspace *lectern_workspace_open (const char *path, GError **error);
/* Waits for what is queued and closes. Also done when the last reference goes. */
void lectern_workspace_close (LecternWorkspace *self);

/* Announce edits of other processes too ("changed"): for the window. */
void lectern_workspace_watch (LecternWorkspace *self);

/* As it was given when it was opened; borrowed. */
const char *lectern_workspace_get_path (LecternWorkspace *self);
/* The name of the project as it is now; "" where it has none. g_free(). */
char *lectern_workspace_dup_name (LecternWorkspace *self);

/* The reader of the thread that opened the workspace (the main thread). */
LecternReader *lectern_workspace_reader (LecternWorkspace *self);
/* One more reader, for another thread. */
LecternReader *lectern_workspace_new_reader (LecternWorkspace *self, GError **error);

/* What a commit, an undo or a redo did. */
typedef struct
{
  gint64 writer;     /* 0 where nothing changed and so nothing was written */
  gint64 sequence;
  char *label;       /* of the edit; of what was undone or redone */
  guint n_cells;     /* values written */
  GPtrArray *left;   /* of char *: what undo left because somebody changed it since; may be NULL */
} LecternResult;
/* NULL is fine. */
void lectern_result_free (LecternResult *result);

/* Waits until it is on the disk. Never on the main thread of the window. */
LecternResult *lectern_workspace_commit (LecternWorkspace *self, LecternEdit *edit, GError **error);
void lectern_workspace_commit_async (LecternWorkspace *self, LecternEdit *edit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LecternResult *lectern_workspace_commit_finish (LecternWorkspace *self, GAsyncResult *result, GError **error);

LecternResult *lectern_workspace_undo (LecternWorkspace *self, GError **error);
LecternResult *lectern_workspace_redo (LecternWorkspace *self, GError **error);
void lectern_workspace_undo_async (LecternWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void lectern_workspace_redo_async (LecternWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LecternResult *lectern_workspace_undo_finish (LecternWorkspace *self, GAsyncResult *result, GError **error);
/* What the next undo would take back; NULL where there is none. g_free(). */
char *lectern_workspace_dup_undo_label (LecternWorkspace *self);
/* What the next redo would bring back; NULL where there is none. g_free(). */
char *lectern_workspace_dup_redo_label (LecternWorkspace *self);

/* Edits handed over and not yet on the disk (0: "all changes saved"). */
guint lectern_workspace_n_pending (LecternWorkspace *self);

/* Signals, emitted in the main context of the thread that opened it:
 *   "changed" (guint64 kinds): the data changed, here or by another process;
 *       bit n is set where records of kind n changed (all bits: unknown, read anew)
 *   "pending-changed"
 *   "failed" (GError *): a queued edit could not be written; nothing of it was
 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternResult, lectern_result_free)

G_END_DECLS
