/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-commit.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

/* A piece of work with the connection that writes; answers a LecternResult, or NULL and an error. */
typedef gpointer (*LecternWork) (LecternDb *db, gint64 writer, gpointer data, GError **error);
/* Does @work after all that was handed over, on the calling thread: blocks. */
gpointer lectern_workspace_work (LecternWorkspace *self, LecternWork work, gpointer data, GError **error);
/* Hands @work over to the thread that writes; takes @data (freed with @free_data) and @task, which
   returns the answer. */
void lectern_workspace_work_async (LecternWorkspace *self, LecternWork work, gpointer data,
                                   GDestroyNotify free_data, GTask *task);

/* Makes sure this place has a writer id of its own: a file that was moved, copied or
   restored takes a new one before its first edit. Returns 0 on error. */
gint64 lectern_device_writer (LecternDb *db, GError **error);
gboolean lectern_device_begin (LecternDb *db, const char *name, const char *language, GError **error);

G_END_DECLS
