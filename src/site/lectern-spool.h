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

LecternSpool *lectern_spool_new (void);
void lectern_spool_free (LecternSpool *spool);
/* One thread at a time. */
LecternSpooled lectern_spool_add (LecternSpool *spool, GBytes *content);
void lectern_spooled_clear (LecternSpooled *spooled);
/* g_bytes_unref(). Any thread; NULL with @error where the disk fails. */
GBytes *lectern_spool_get (LecternSpool *spool, const LecternSpooled *spooled, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSpool, lectern_spool_free)

G_END_DECLS
