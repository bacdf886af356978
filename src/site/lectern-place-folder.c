/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of this machine. A file is written under a name of its own, synced, and
 * renamed: a reader, a crash and a power cut see the old file or the new one.
 */
#include "lectern-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST (512 * 1024 * 1024)

typedef struct
{
  LecternPlace place;
  char *root;
  char *public_url;
} Folder;

/* Whether the whole place has gone, or only this file cannot be had. */
static gboolean
fail (GError **error, int code, const char *path)
{
  gboolean gone = code == ENOENT || code == EROFS || code == EIO || code == ESTALE;
  if (gone)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE, "%s: %s", path,
                 g_strerror (code));
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path,
                 g_strerror (code));
  return FALSE;
}

static char *
full_path (Folder *self, const char *path, GError **error)
{
  return lectern_place_is_inside (path, error) ? g_build_filename (self->root, path, NULL) : NULL;
}

static gboolean
folder_check (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  Folder *self = (Folder *) place;
  if (!g_file_test (self->root, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                   _("The folder “%s” is not there."), self->root);
      return FALSE;
    }
  if (g_access (self->root, R_OK | W_OK | X_OK) == 0)
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
               _("The folder “%s” cannot be written to."), self->root);
  return FALSE;
}

static void
list_below (const char *root, const char *folder, GPtrArray *paths)
{
  g_autofree char *full = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = *folder ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
      g_autofree char *at = g_build_filename (root, path, NULL);
      GStatBuf info;
      if (*name == '.' || g_lstat (at, &info) != 0)
        continue;
      if (S_ISDIR (info.st_mode))
        list_below (root, path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static GPtrArray *
folder_list (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  list_below (((Folder *) place)->root, folder, paths);
  return paths;
}

static GBytes *
read_open (int fd, gsize size, const char *path, GError **error)
{
  char *data = g_malloc (size + 1);
  gsize length = 0;
  while (length < size)
    {
      gssize got = read (fd, data + length, size - length);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          fail (error, errno, path);
          g_free (data);
          return NULL;
        }
      if (got == 0)
        break;
      length += got;
    }
  return g_bytes_new_take (data, length);
}

/* A link or a device under our name is somebody else's doing: it reads as what it is
   not, an empty file, and so counts as changed there. */
static GBytes *
folder_read (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *full = full_path ((Folder *) place, path, error);
  struct stat info;
  if (full == NULL)
    return NULL;
  int fd = open (full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 && errno == ELOOP)
    return g_bytes_new_static ("", 0);
  if (fd < 0)
    {
      if (errno != ENOENT && errno != ENOTDIR)
        fail (error, errno, full);
      return NULL;
    }
  GBytes *bytes = NULL;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > LARGEST)
    bytes = g_bytes_new_static ("", 0);
  else
    bytes = read_open (fd, info.st_size, full, error);
  close (fd);
  return bytes;
}

/* The name under which a file is written before it gets its own. */
static char *
part_path (const char *full)
{
  g_autofree char *folder = g_path_get_dirname (full);
  g_autofree char *name = g_path_get_basename (full);
  return g_strdup_printf ("%s/.%s.lectern-part", folder, name);
}

static void
folder_tidy (LecternPlace *place, const char *path)
{
  g_autofree char *full = full_path ((Folder *) place, path, NULL);
  g_autofree char *part = full ? part_path (full) : NULL;
  if (part)
    g_unlink (part);
}

static gboolean
write_open (int fd, GBytes *content)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (content, &size);
  while (done < size)
    {
      gssize wrote = write (fd, data + done, size - done);
      if (wrote < 0 && errno == EINTR)
        continue;
      if (wrote < 0)
        return FALSE;
      done += wrote;
    }
  return fsync (fd) == 0;
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
folder_write (LecternPlace *place,
              const char *path,
              GBytes *content,
              GBytes **written_there,
              char **remark,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *full = full_path ((Folder *) place, path, error);
  if (full == NULL)
    return FALSE;
  g_autofree char *folder = g_path_get_dirname (full);
  g_autofree char *part = part_path (full);
  if (g_mkdir_with_parents (folder, 0755) != 0)
    return fail (error, errno, folder);
  /* what a killed run left under this name is ours */
  g_unlink (part);
  int fd = open (part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail (error, errno, part);
  gboolean written = write_open (fd, content);
  int code = errno;
  close (fd);
  if (written && g_rename (part, full) != 0)
    {
      code = errno;
      written = FALSE;
    }
  if (!written)
    {
      g_unlink (part);
      return fail (error, code, full);
    }
  sync_folder (folder);
  return TRUE;
}

/* The file, and its folder where that is empty then. */
static gboolean
folder_remove (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *full = full_path ((Folder *) place, path, error);
  if (full == NULL)
    return FALSE;
  if (g_unlink (full) != 0 && errno != ENOENT)
    return fail (error, errno, full);
  g_autofree char *folder = g_path_get_dirname (full);
  if (strcmp (folder, ((Folder *) place)->root) != 0)
    g_rmdir (folder);
  sync_folder (folder);
  return TRUE;
}

static char *
folder_dup_url (LecternPlace *place, const char *path)
{
  Folder *self = (Folder *) place;
  g_autofree char *full = g_build_filename (self->root, path, NULL);
  if (self->public_url == NULL || *self->public_url == '\0')
    return g_filename_to_uri (full, NULL, NULL);
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (self->public_url, g_str_has_suffix (self->public_url, "/") ? "" : "/",
                      encoded, NULL);
}

static void
folder_free (LecternPlace *place)
{
  Folder *self = (Folder *) place;
  g_free (self->root);
  g_free (self->public_url);
  g_free (self);
}

static const LecternPlaceVerbs folder_verbs = {
  .check = folder_check,
  .list = folder_list,
  .read = folder_read,
  .write = folder_write,
  .remove = folder_remove,
  .tidy = folder_tidy,
  .dup_url = folder_dup_url,
  .free = folder_free,
};

LecternPlace *
lectern_place_folder_new (const char *folder, const char *public_url)
{
  Folder *self = g_new0 (Folder, 1);
  self->place.verbs = &folder_verbs;
  self->place.at_once = 1;
  self->root = g_canonicalize_filename (folder, "/");
  self->public_url = g_strdup (public_url);
  return &self->place;
}
