/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-commit.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

/* Runs @work on the thread that writes, with its connection; waits for it. */
typedef gpointer (*LecternWork) (LecternDb *db, gint64 writer, gpointer data, GError **error);
gpointer lectern_workspace_work (LecternWorkspace *self, LecternWork work, gpointer data, GError **error);

/* Makes sure this place has a writer id of its own: a file that was moved, copied or
   restored takes a new one before its first edit. Returns 0 on error. */
gint64 lectern_device_writer (LecternDb *db, GError **error);
gboolean lectern_device_begin (LecternDb *db, const char *name, const char *language, GError **error);

G_END_DECLS
