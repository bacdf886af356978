/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _LecternSpool
{
  int fd; /* -1: there is none */
  gint64 end;
};

/* On a disk: what stands in a temporary folder is often memory too. */
static int
open_in (const char *parent)
{
  g_autofree char *folder = g_build_filename (parent, "lectern", NULL);
  g_autofree char *path = g_build_filename (folder, "pages-XXXXXX", NULL);
  int fd = g_mkdir_with_parents (folder, 0700) == 0 ? g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600) : -1;
  if (fd >= 0)
    g_unlink (path);
  return fd;
}

LecternSpool *
lectern_spool_new (void)
{
  LecternSpool *spool = g_new0 (LecternSpool, 1);
  spool->fd = open_in (g_get_user_cache_dir ());
  if (spool->fd < 0)
    spool->fd = open_in (g_get_tmp_dir ());
  return spool;
}

void
lectern_spool_free (LecternSpool *spool)
{
  if (spool == NULL)
    return;
  if (spool->fd >= 0)
    close (spool->fd);
  g_free (spool);
}

LecternSpooled
lectern_spool_add (LecternSpool *spool, GBytes *content)
{
  LecternSpooled spooled = { .at = spool->end };
  const char *data = g_bytes_get_data (content, &spooled.size);
  gsize done = 0;
  while (spool->fd >= 0 && done < spooled.size)
    {
      gssize n = pwrite (spool->fd, data + done, spooled.size - done, spooled.at + done);
      if (n <= 0 && errno != EINTR)
        break;
      done += MAX (n, 0);
    }
  if (spool->fd >= 0 && done == spooled.size)
    spool->end += spooled.size;
  else
    spooled.kept = g_bytes_ref (content);
  return spooled;
}

void
lectern_spooled_clear (LecternSpooled *spooled)
{
  g_clear_pointer (&spooled->kept, g_bytes_unref);
}

GBytes *
lectern_spool_get (LecternSpool *spool, const LecternSpooled *spooled, GError **error)
{
  if (spooled->kept)
    return g_bytes_ref (spooled->kept);
  g_autofree char *data = g_malloc (MAX (spooled->size, 1));
  for (gsize done = 0; done < spooled->size;)
    {
      gssize n = pread (spool->fd, data + done, spooled->size - done, spooled->at + done);
      if (n <= 0 && errno != EINTR)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("What is to be published cannot be read from this computer’s disk: %s."),
                       g_strerror (n < 0 ? errno : EIO));
          return NULL;
        }
      done += MAX (n, 0);
    }
  return g_bytes_new_take (g_steal_pointer (&data), spooled->size);
}
