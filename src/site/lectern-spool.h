/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contents that wait for their turn, in a file that has no name and goes with the process, so that
 * a plan of ten thousand pages needs no more memory than one of ten.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LecternSpool LecternSpool;

typedef struct
{
  gint64 at;
  gsize size;
  GBytes *kept; /* where there is no room for a file: in memory */
} LecternSpooled;

/* Its file lies in the user's cache, or for temporary files where that cannot be; where neither
   can, contents stay in memory. Never NULL. */
LecternSpool *lectern_spool_new (void);
/* Closes the file, and with that its room on the disk is given back. NULL is fine. */
void lectern_spool_free (LecternSpool *spool);
/* One thread at a time. */
LecternSpooled lectern_spool_add (LecternSpool *spool, GBytes *content);
/* Only frees what had to stay in memory; the file keeps its part until lectern_spool_free(). */
void lectern_spooled_clear (LecternSpooled *spooled);
/* g_bytes_unref(). Any thread; NULL with @error where the disk fails. */
GBytes *lectern_spool_get (LecternSpool *spool, const LecternSpooled *spooled, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSpool, lectern_spool_free)

G_END_DECLS
