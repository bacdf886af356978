/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publications that wait because their site could not be reached: kept with the site, so that they
 * are still known after a restart.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 site;
  gint64 event;       /* that was to be published; 0: all that are there */
  gint64 since;       /* ms since 1970 */
  gboolean automatic; /* goes out by itself when the site can be reached; else the person is asked */
} LecternPublishQueued;

/* All that waits, of LecternPublishQueued; free with g_array_unref(). */
GArray *lectern_publish_queue (LecternReader *reader);
/* Remembers that a publication waits, or with @waits FALSE that it does no longer; what is so
   already stays as it is. Bookkeeping, no step of undo. Blocks. */
gboolean lectern_publish_queue_set (LecternWorkspace *workspace, gint64 site, gint64 event, gboolean waits,
                                    GError **error);

G_END_DECLS
