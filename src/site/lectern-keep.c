/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-keep.h"

#include "lectern-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* "project.db" has its copies in "project.published". */
static char *
root_of (const char *workspace)
{
  g_autofree char *base = g_str_has_suffix (workspace, ".db")
                              ? g_strndup (workspace, strlen (workspace) - 3)
                              : g_strdup (workspace);
  return g_strconcat (base, ".published", NULL);
}

static char *
folder_of (const char *workspace, gint64 site, const char *part)
{
  g_autofree char *root = root_of (workspace);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, site);
  return g_build_filename (root, number, part, NULL);
}

/* @flags: a copy that can be lost, and is known by its hash, need not reach the disk at once. */
static gboolean
store (const char *folder, const char *name, GBytes *content, GFileSetContentsFlags flags, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, size, flags, 0600, error);
}

char *
lectern_keep_hash (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

void
lectern_keep_base (const char *workspace, gint64 site, GBytes *content)
{
  g_autofree char *folder = folder_of (workspace, site, "base");
  g_autofree char *hash = lectern_keep_hash (content);
  g_autoptr (GError) error = NULL;
  if (!store (folder, hash, content, G_FILE_SET_CONTENTS_NONE, &error))
    g_info ("%s", error->message);
}

GBytes *
lectern_keep_get_base (const char *workspace, gint64 site, const char *hash)
{
  g_autofree char *folder = folder_of (workspace, site, "base");
  if (hash == NULL || strspn (hash, "0123456789abcdef") != strlen (hash))
    return NULL;
  g_autofree char *path = g_build_filename (folder, hash, NULL);
  char *data = NULL;
  gsize size;
  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  g_autoptr (GBytes) content = g_bytes_new_take (data, size);
  g_autofree char *found = lectern_keep_hash (content);
  return strcmp (found, hash) == 0 ? g_steal_pointer (&content) : NULL;
}

void
lectern_keep_forget_others (const char *workspace, gint64 site, GHashTable *hashes)
{
  g_autofree char *folder = folder_of (workspace, site, "base");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (!g_hash_table_contains (hashes, name))
        g_unlink (path);
    }
}

char *
lectern_keep_theirs (
    const char *workspace, gint64 site, const char *path, GBytes *content, GError **error)
{
  g_autofree char *folder = folder_of (workspace, site, "theirs");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *hash = lectern_keep_hash (content);
  g_autofree char *flat = g_strdelimit (g_strdup (path), "/", '_');
  g_autofree char *name = g_strdup_printf ("%s-%.8s-%s", stamp, hash, flat);
  if (!store (folder, name, content, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, error))
    return NULL;
  return g_build_filename (folder, name, NULL);
}

int
lectern_keep_lock (const char *workspace, GError **error)
{
  g_autofree char *root = root_of (workspace);
  g_autofree char *path = g_build_filename (root, "lock", NULL);
  if (g_mkdir_with_parents (root, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", root,
                   g_strerror (errno));
      return -1;
    }
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_BUSY,
               _("This workspace is being published by another window or command just now."));
  return -1;
}

void
lectern_keep_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
