/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a workspace with 100,000 changes of history against one with the same sessions
 * and none.
 */
#include "bench.h"

#include "fault-vfs.h"
#include "lectern-workspace.h"

#define N_ROWS 200
#define N_CHANGES 100000
#define SESSION LECTERN_KIND_SESSION

static LecternWorkspace *
open_workspace (const char *path)
{
  g_autoptr (GError) error = NULL;
  LecternWorkspace *workspace = lectern_workspace_open (path, &error);

  g_assert_no_error (error);
  return workspace;
}

static void
close_workspace (LecternWorkspace *workspace)
{
  lectern_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (workspace);
}

static void
commit (LecternWorkspace *workspace, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, &error);

  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static void
make (const char *path, guint n_changes)
{
  g_autoptr (GError) error = NULL;
  LecternWorkspace *workspace = lectern_workspace_create (path, "Bench", "en", &error);
  LecternEdit *edit = lectern_edit_new ("Import");
  gint64 ids[N_ROWS];

  g_assert_no_error (error);
  for (guint i = 0; i < N_ROWS; i++)
    {
      ids[i] = lectern_edit_create (edit, SESSION);
      lectern_edit_set_text (edit, SESSION, ids[i], LECTERN_SESSION_TITLE, "Clay");
    }
  commit (workspace, edit);
  for (guint i = 0; i < n_changes; i++)
    {
      g_autofree char *title = g_strdup_printf ("Clay, take %u", i);
      edit = lectern_edit_new ("Change the title");
      lectern_edit_set_text (edit, SESSION, ids[i % N_ROWS], LECTERN_SESSION_TITLE, title);
      commit (workspace, edit);
    }
  close_workspace (workspace);
}

/* As the window does: what it is called, what can be undone, and how many sessions there are. */
static void
run_open (gpointer path)
{
  for (guint i = 0; i < 5; i++)
    {
      LecternWorkspace *workspace = open_workspace (path);
      g_autofree char *name = lectern_workspace_dup_name (workspace);
      g_autofree char *undo = lectern_workspace_dup_undo_label (workspace);

      g_assert_nonnull (undo);
      g_assert_cmpint (lectern_reader_count (lectern_workspace_reader (workspace), SESSION, 0, 0), ==, N_ROWS);
      close_workspace (workspace);
    }
}

int
main (void)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *full = g_build_filename (folder, "full.db", NULL), *empty = g_build_filename (folder, "empty.db", NULL);
  gboolean kept;

  fault_vfs_register (); /* the history is made without waiting for the disk 100,000 times */
  make (full, N_CHANGES);
  make (empty, 0);
  sqlite3_vfs_register (sqlite3_vfs_find ("unix"), 1);
  kept = bench_ratio ("opening with 100,000 changes of history, 5 times", 1.2, 25,
                      &(BenchSide){ .run = run_open, .data = full },
                      &(BenchSide){ .run = run_open, .data = empty });
  bench_remove_folder (folder);
  return !kept;
}
