/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
site_fixture_commit (SiteFixture *fixture, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (fixture->workspace, edit, &error);
  g_assert_no_error (error);
}

static void
fill (SiteFixture *fixture)
{
  const char *languages[] = { "en", "de", NULL };
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Fill");
  gint64 event = fixture->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  gint64 day = fixture->day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  gint64 session = fixture->session = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_SLUG, "final");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TIME_ZONE,
                         "Europe/Amsterdam");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts (languages));
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, "2026-06-17");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_EVENT, event);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DAY, day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_START, 540);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DURATION, 30);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_TITLE, "Welcome");
  site_fixture_commit (fixture, edit);
}

void
site_fixture_set_up (SiteFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->root = g_dir_make_tmp ("lectern-site-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->root, "w.db", NULL);
  fixture->folder = g_build_filename (fixture->root, "site", NULL);
  fixture->workspace = lectern_workspace_create (fixture->path, "Test", "en", &error);
  g_assert_no_error (error);
  fill (fixture);
  fixture->site
      = lectern_site_add_folder (fixture->workspace, "web", fixture->folder, NULL, &error);
  g_assert_no_error (error);
}

void
site_fixture_remove (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      site_fixture_remove (inner);
    }
  g_remove (path);
}

void
site_fixture_tear_down (SiteFixture *fixture, gconstpointer data)
{
  lectern_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  site_fixture_remove (fixture->root);
  g_free (fixture->root);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
site_fixture_retitle (SiteFixture *fixture, const char *title)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Title");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, fixture->session, LECTERN_SESSION_TITLE,
                         title);
  if (fixture->announcement != 0)
    lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, fixture->announcement, LECTERN_ANNOUNCEMENT_TITLE, title);
  site_fixture_commit (fixture, edit);
}

LecternPublishPlan *
site_fixture_plan (SiteFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (fixture->workspace, &error);
  LecternPublishPlan *plan = lectern_publish_plan (reader, fixture->site, 0, &error);
  g_assert_no_error (error);
  return plan;
}

GPtrArray *
site_fixture_publish (SiteFixture *fixture, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (fixture);
  GPtrArray *items
      = lectern_publish_run (fixture->workspace, plan, dry_run, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return items;
}

const LecternPublishItem *
site_fixture_item (GPtrArray *items, const char *path)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (((LecternPublishItem *) g_ptr_array_index (items, i))->item, path) == 0)
      return g_ptr_array_index (items, i);
  g_error ("no item %s", path);
}

guint
site_fixture_count (GPtrArray *items, const char *action)
{
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    n += strcmp (((LecternPublishItem *) g_ptr_array_index (items, i))->action, action) == 0;
  return n;
}

char *
site_fixture_read (SiteFixture *fixture, const char *path)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  char *text = NULL;
  g_file_get_contents (full, &text, NULL, NULL);
  return text;
}

void
site_fixture_write (SiteFixture *fixture, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  /* a server that is somebody else may have to write there too */
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) && g_mkdir_with_parents (folder, 0700) == 0)
    g_chmod (folder, 0777);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

gboolean
site_fixture_exists (SiteFixture *fixture, const char *path)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  return g_file_test (full, G_FILE_TEST_EXISTS);
}

static void
files_below (const char *root, const char *below, GPtrArray *files)
{
  g_autofree char *full = g_build_filename (root, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = *below ? g_build_filename (below, name, NULL) : g_strdup (name);
      g_autofree char *at = g_build_filename (root, path, NULL);
      if (g_file_test (at, G_FILE_TEST_IS_DIR))
        files_below (root, path, files);
      else
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
site_fixture_files (SiteFixture *fixture)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  files_below (fixture->folder, "", files);
  g_ptr_array_sort (files, by_text);
  return files;
}
