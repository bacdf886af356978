/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-preview-file.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST (256 * 1024 * 1024)

static const struct
{
  const char *ending;
  const char *type;
} types[] = {
  { ".html", "text/html; charset=utf-8" },  { ".ics", "text/calendar; charset=utf-8" },
  { ".xml", "application/xml" },            { ".json", "application/json" },
  { ".jsonld", "application/ld+json" },     { ".pdf", "application/pdf" },
  { ".css", "text/css; charset=utf-8" },    { ".txt", "text/plain; charset=utf-8" },
  { ".csv", "text/csv; charset=utf-8" },    { ".png", "image/png" },
  { ".jpg", "image/jpeg" },                 { ".jpeg", "image/jpeg" },
  { ".webp", "image/webp" },
};

const char *
lectern_preview_file_type (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (path, types[i].ending))
      return types[i].type;
  return "application/octet-stream";
}

/* Hidden files are ours in the making or somebody's secrets. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && *name != '.' && strpbrk (name, "\\/") == NULL;
}

static GBytes *
read_all (int fd)
{
  struct stat info;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > LARGEST)
    return NULL;
  char *data = g_malloc (info.st_size + 1);
  gsize length = 0;
  while (length < (gsize) info.st_size)
    {
      gssize got = read (fd, data + length, info.st_size - length);
      if (got <= 0)
        break;
      length += got;
    }
  return g_bytes_new_take (data, length);
}

static gboolean
is_folder (int fd)
{
  struct stat info;
  return fstat (fd, &info) == 0 && S_ISDIR (info.st_mode);
}

/* Each step is opened from the one before and follows no link, so that no name and no
   exchange of folders in between leads out. */
static int
step (int from, const char *name)
{
  int fd = is_plain_name (name)
               ? openat (from, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
               : -1;
  close (from);
  return fd;
}

GBytes *
lectern_preview_file_read (const char *folder, const char *path, gboolean *redirect)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  guint n = g_strv_length (names);
  GBytes *bytes = NULL;
  *redirect = FALSE;
  for (guint i = 0; i < n && fd >= 0; i++)
    {
      gboolean last = i + 1 == n;
      fd = step (fd, last && *names[i] == '\0' ? "index.html" : names[i]);
    }
  if (n == 0 && fd >= 0)
    fd = step (fd, "index.html");
  if (fd < 0)
    return NULL;
  if (is_folder (fd))
    *redirect = TRUE;
  else
    bytes = read_all (fd);
  close (fd);
  return bytes;
}
