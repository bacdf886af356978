/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-places.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
touch (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
test_current (void)
{
  g_assert_null (lectern_places_current ());
  g_autofree char *folder = lectern_places_folder ();
  struct stat info;
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  g_autofree char *first = lectern_places_new_path ("S3 Demo");
  g_assert_true (g_str_has_suffix (first, "/lectern/S3 Demo.db"));
  touch (first);
  g_assert_true (lectern_places_set_current (first));
  g_autofree char *current = lectern_places_current ();
  g_assert_cmpstr (current, ==, first);
  g_autofree char *note = g_build_filename (folder, "current", NULL);
  g_autofree char *line = NULL;
  g_assert_true (g_file_get_contents (note, &line, NULL, NULL));
  g_assert_cmpstr (line, ==, "S3 Demo\n");

  /* A workspace elsewhere keeps its whole path; one that is gone is none. */
  g_autofree char *elsewhere = g_build_filename (g_get_tmp_dir (), "elsewhere.db", NULL);
  g_assert_true (lectern_places_set_current (elsewhere));
  g_assert_null (lectern_places_current ());
  touch (elsewhere);
  g_autofree char *found = lectern_places_current ();
  g_assert_cmpstr (found, ==, elsewhere);
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
}

static void
test_new_path (void)
{
  g_autofree char *folder = lectern_places_folder ();
  g_autofree char *one = lectern_places_new_path ("Plan");
  touch (one);
  g_autofree char *two = lectern_places_new_path ("Plan");
  g_assert_true (g_str_has_suffix (two, "/Plan 2.db"));
  touch (two);
  g_autofree char *odd = lectern_places_new_path ("../.a/b");
  g_autofree char *parent = g_path_get_dirname (odd);
  g_assert_cmpstr (parent, ==, folder);
  g_autofree char *empty = lectern_places_new_path ("  ");
  g_assert_true (g_str_has_suffix (empty, "/workspace.db"));

  g_auto (GStrv) all = lectern_places_list ();
  g_assert_true (g_strv_contains ((const char *const *) all, one));
  g_assert_true (g_strv_contains ((const char *const *) all, two));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/places/current", test_current);
  g_test_add_func ("/places/new-path", test_new_path);
  return g_test_run ();
}
