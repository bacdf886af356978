/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a real programme into a fresh workspace, against the same XML reader and the same
 * rows put into the same tables and their text into one FTS5 table, in one transaction. Then
 * the same with ten times the sessions.
 */
#include "bench.h"
#include "bench-rows.h"

#include "lectern-import.h"
#include "lectern-workspace.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  GBytes *file;
  char *folder, *ours, *floor;
  LecternWorkspace *workspace;
  BenchRows *rows;
  sqlite3 *db;
} Imports;

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (path, suffixes[i], NULL);
      g_unlink (part);
    }
}

static void
prepare_ours (gpointer data)
{
  Imports *imports = data;
  g_autoptr (GError) error = NULL;

  remove_database (imports->ours);
  imports->workspace = lectern_workspace_create (imports->ours, "Bench", "en", &error);
  g_assert_no_error (error);
}

static void
run_ours (gpointer data)
{
  Imports *imports = data;
  g_autoptr (GError) error = NULL;
  LecternImport *import = lectern_import_plan (lectern_workspace_reader (imports->workspace), imports->file, NULL,
                                               NULL, NULL, &error);
  g_autoptr (LecternResult) result = NULL;

  g_assert_no_error (error);
  result = lectern_workspace_commit (imports->workspace, lectern_import_edit (import), &error);
  g_assert_no_error (error);
  lectern_import_free (import);
  lectern_workspace_close (imports->workspace);
}

static void
finish_ours (gpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (((Imports *) data)->workspace);
}

static void
prepare_floor (gpointer data)
{
  Imports *imports = data;

  remove_database (imports->floor);
  imports->db = bench_open (imports->floor);
  bench_rows_make_tables (imports->rows, imports->db);
}

static void
run_floor (gpointer data)
{
  Imports *imports = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternProgramme) programme = lectern_schedule_xml_read (imports->file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  bench_exec (imports->db, "BEGIN IMMEDIATE");
  bench_rows_insert (imports->rows, imports->db);
  bench_exec (imports->db, "COMMIT");
  sqlite3_close (imports->db);
}

static gboolean
measure (const char *name, GBytes *file, const char *folder, guint rounds)
{
  Imports imports = { .file = file, .ours = g_build_filename (folder, "ours.db", NULL),
                      .floor = g_build_filename (folder, "floor.db", NULL) };
  gboolean kept;

  prepare_ours (&imports);
  run_ours (&imports);
  finish_ours (&imports);
  imports.rows = bench_rows_load (imports.ours);
  printf ("%-52s %8u rows\n", name, bench_rows_n (imports.rows));
  kept = bench_ratio (name, 2.0, rounds,
                      &(BenchSide){ prepare_ours, run_ours, finish_ours, &imports },
                      &(BenchSide){ prepare_floor, run_floor, NULL, &imports });
  bench_rows_free (imports.rows);
  g_free (imports.ours);
  g_free (imports.floor);
  return kept;
}

/* Each session ten times, under ids of its own. */
static GBytes *
tenfold (GBytes *file)
{
  gsize length;
  const char *at = g_bytes_get_data (file, &length), *end = at + length;
  GString *out = g_string_sized_new (length * 10);
  const char *event;

  while ((event = g_strstr_len (at, end - at, "<event ")) != NULL)
    {
      const char *close = g_strstr_len (event, end - event, "</event>") + strlen ("</event>");
      const char *guid = g_strstr_len (event, close - event, "guid=\"") + strlen ("guid=\"");
      const char *id = g_strstr_len (event, close - event, " id=\"") + strlen (" id=\"");
      const char *first = MIN (guid, id), *second = MAX (guid, id);

      g_string_append_len (out, at, event - at);
      for (guint copy = 0; copy < 10; copy++)
        {
          g_string_append_len (out, event, first - event);
          g_string_append_printf (out, "%u", copy);
          g_string_append_len (out, first + (first == guid), second - first - (first == guid));
          g_string_append_printf (out, "%u", copy);
          g_string_append_len (out, second + (second == guid), close - second - (second == guid));
        }
      at = close;
    }
  g_string_append_len (out, at, end - at);
  return g_string_free_to_bytes (out);
}

int
main (int argc, char **argv)
{
  const char *shared = g_getenv ("LECTERN_SHARED_DATA");
  g_autofree char *path = g_build_filename (shared ? shared : argc > 1 ? argv[1] : ".", "schedules", "38c3-2024.xml", NULL);
  g_autofree char *folder = NULL, *contents = NULL;
  g_autoptr (GBytes) file = NULL, ten = NULL;
  gsize length;
  gboolean kept;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    {
      printf ("skipped: %s is not there; LECTERN_SHARED_DATA names the folder of the shared data\n", path);
      return 77;
    }
  folder = bench_folder ();
  file = g_bytes_new_take (g_steal_pointer (&contents), length);
  ten = tenfold (file);
  kept = measure ("import of 38c3-2024.xml", file, folder, 15);
  kept &= measure ("import of 38c3-2024.xml, sessions tenfold", ten, folder, 5);
  bench_remove_folder (folder);
  return !kept;
}
