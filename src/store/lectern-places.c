/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-places.h"

#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".db"

/** The folder, made with mode 0700 where it is not there yet. g_free(). */
char *
lectern_places_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "lectern", NULL);
  g_mkdir_with_parents (folder, 0700);
  return folder;
}

/**
 * The path of the current workspace. "current" names a file of the folder, or holds a
 * whole path where a workspace elsewhere was made the current one.
 *
 * Returns: (nullable): NULL where there is none, or its file is gone. g_free().
 */
char *
lectern_places_current (void)
{
  g_autofree char *folder = lectern_places_folder ();
  g_autofree char *file = g_build_filename (folder, "current", NULL);
  g_autofree char *name = NULL;
  if (!g_file_get_contents (file, &name, NULL, NULL) || *g_strstrip (name) == '\0')
    return NULL;
  g_autofree char *base = g_strconcat (name, SUFFIX, NULL);
  char *path = g_path_is_absolute (name) ? g_strdup (name) : g_build_filename (folder, base, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&path, g_free);
  return path;
}

/** Makes @path the current workspace (NULL: none). FALSE where that could not be written. */
gboolean
lectern_places_set_current (const char *path)
{
  g_autofree char *folder = lectern_places_folder ();
  g_autofree char *file = g_build_filename (folder, "current", NULL);
  if (path == NULL)
    return g_unlink (file) == 0;
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  gboolean inside = strcmp (parent, folder) == 0 && g_str_has_suffix (base, SUFFIX);
  if (inside)
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  g_autofree char *line = g_strconcat (inside ? base : path, "\n", NULL);
  return g_file_set_contents_full (file, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(char *const *) a, *(char *const *) b);
}

/** Paths of all workspaces in the folder, by name. g_strfreev(). */
char **
lectern_places_list (void)
{
  g_autofree char *folder = lectern_places_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, by_name);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/* A file name out of what a person typed: no separators, no leading dot. */
static char *
file_name (const char *name)
{
  GString *out = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean plain = g_unichar_isprint (c) && c != '/' && c != '\\' && !(c == '.' && out->len == 0);
      if (out->len < 100)
        g_string_append_unichar (out, plain ? c : '-');
    }
  g_strstrip (out->str);
  if (out->str[0] == '\0')
    {
      g_string_free (out, TRUE);
      return g_strdup ("workspace");
    }
  return g_string_free (out, FALSE);
}

/** A path in the folder for a new workspace of this name, of a file that is not there yet. */
char *
lectern_places_new_path (const char *name)
{
  g_autofree char *folder = lectern_places_folder ();
  g_autofree char *base = file_name (name);
  for (guint n = 1;; n++)
    {
      g_autofree char *file
          = n == 1 ? g_strconcat (base, SUFFIX, NULL) : g_strdup_printf ("%s %u" SUFFIX, base, n);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}
