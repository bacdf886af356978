/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One edit, with its history and what searching needs, against the plain UPDATE of the same
 * column in the same table.
 */
#include "bench.h"

#include "lectern-workspace.h"

#define N_ROWS 1000
#define N_EDITS 200
#define SESSION LECTERN_KIND_SESSION

typedef struct
{
  LecternWorkspace *workspace;
  sqlite3 *db;
  sqlite3_stmt *begin, *update, *commit;
  gint64 ids[N_ROWS];
  guint next;
} Edits;

static char *
next_title (Edits *edits)
{
  return g_strdup_printf ("Session about clay, take %u", edits->next++);
}

static void
commit (Edits *edits, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (edits->workspace, edit, &error);

  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static void
run_ours (gpointer data)
{
  Edits *edits = data;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *title = next_title (edits);
      LecternEdit *edit = lectern_edit_new ("Change the title");
      lectern_edit_set_text (edit, SESSION, edits->ids[edits->next * 7 % N_ROWS], LECTERN_SESSION_TITLE, title);
      commit (edits, edit);
    }
}

static void
step (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
run_floor (gpointer data)
{
  Edits *edits = data;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *title = next_title (edits);
      step (edits->begin);
      sqlite3_bind_text (edits->update, 1, title, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (edits->update, 2, edits->ids[edits->next * 7 % N_ROWS]);
      step (edits->update);
      step (edits->commit);
    }
}

static void
fill (Edits *edits)
{
  LecternEdit *edit = lectern_edit_new ("Import");

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *title = next_title (edits);
      edits->ids[i] = lectern_edit_create (edit, SESSION);
      lectern_edit_set_text (edit, SESSION, edits->ids[i], LECTERN_SESSION_TITLE, title);
      lectern_edit_set_text (edit, SESSION, edits->ids[i], LECTERN_SESSION_ABSTRACT,
                             "What six workshops found out about their kilns in two long winters, and what "
                             "the seventh did instead.");
    }
  commit (edits, edit);
}

int
main (void)
{
  g_autofree char *folder = bench_folder ();
  g_autofree char *ours = g_build_filename (folder, "ours.db", NULL), *floor = g_build_filename (folder, "floor.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS ours; INSERT INTO session SELECT * FROM ours.session; "
                                             "DETACH ours", ours);
  g_autoptr (GError) error = NULL;
  Edits edits = { .workspace = lectern_workspace_create (ours, "Bench", "en", &error) };
  gboolean kept;

  g_assert_no_error (error);
  fill (&edits);
  edits.db = bench_open (floor);
  bench_copy_tables (edits.db, ours, "'session'");
  bench_exec (edits.db, attach);
  edits.begin = bench_prepare (edits.db, "BEGIN IMMEDIATE");
  edits.update = bench_prepare (edits.db, "UPDATE session SET title = ?1 WHERE id = ?2");
  edits.commit = bench_prepare (edits.db, "COMMIT");
  kept = bench_ratio ("200 edits of a title, with history and search", 2.0, 15,
                      &(BenchSide){ .run = run_ours, .data = &edits },
                      &(BenchSide){ .run = run_floor, .data = &edits });
  lectern_workspace_close (edits.workspace);
  g_object_unref (edits.workspace);
  sqlite3_finalize (edits.begin);
  sqlite3_finalize (edits.update);
  sqlite3_finalize (edits.commit);
  sqlite3_close (edits.db);
  bench_remove_folder (folder);
  return !kept;
}
