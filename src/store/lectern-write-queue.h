/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The connection that writes and the thread that owns it: one piece of work after the other.
 * Where nothing comes for a moment, the search index follows.
 */
#pragma once

#include "lectern-workspace-private.h"

G_BEGIN_DECLS

typedef struct _LecternWriteQueue LecternWriteQueue;

/* Something was written (@error: NULL), or could not be. */
typedef void (*LecternWritten) (const GError *error, gpointer data);

LecternWriteQueue *lectern_write_queue_new (LecternDb *db, gint64 writer, LecternWritten written, gpointer data);
void lectern_write_queue_free (LecternWriteQueue *self);
gpointer lectern_write_queue_now (LecternWriteQueue *self, LecternWork work, gpointer data, GError **error);
void lectern_write_queue_add (LecternWriteQueue *self, LecternWork work, gpointer data, GDestroyNotify free_data, GTask *task);
guint lectern_write_queue_n_pending (LecternWriteQueue *self);

G_END_DECLS
