/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lectern-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "project.db", NULL);
  fixture->workspace = lectern_workspace_create (fixture->path, "Project", "en", &error);
  g_assert_no_error (error);
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  lectern_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->workspace);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  lectern_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->workspace);
  fixture->workspace = lectern_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

LecternReader *
fixture_reader (Fixture *fixture)
{
  return lectern_workspace_reader (fixture->workspace);
}

LecternResult *
fixture_commit (Fixture *fixture, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  LecternResult *result = lectern_workspace_commit (fixture->workspace, edit, &error);

  g_assert_no_error (error);
  lectern_edit_unref (edit);
  return result;
}

gint64
fixture_add (Fixture *fixture, LecternKind kind, guint field, const char *text)
{
  LecternEdit *edit = lectern_edit_new ("Add");
  gint64 id = lectern_edit_create (edit, kind);

  lectern_edit_set_text (edit, kind, id, field, text);
  lectern_result_free (fixture_commit (fixture, edit));
  return id;
}

void
fixture_set (Fixture *fixture, LecternKind kind, gint64 id, guint field, const char *text)
{
  g_autofree char *label = g_strdup_printf ("Set “%s”", text ? text : "");
  LecternEdit *edit = lectern_edit_new (label);

  lectern_edit_set_text (edit, kind, id, field, text);
  lectern_result_free (fixture_commit (fixture, edit));
}

char *
fixture_text (Fixture *fixture, LecternKind kind, gint64 id, guint field)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (fixture_reader (fixture), kind, id);

  g_assert_nonnull (record);
  return g_strdup (lectern_record_text (record, field));
}

gboolean
fixture_alive (Fixture *fixture, LecternKind kind, gint64 id)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (fixture_reader (fixture), kind, id);
  return record != NULL && record->alive;
}

void
fixture_undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
}

void
fixture_redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
}
