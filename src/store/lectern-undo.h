/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo: ordinary changes that write old values back. Runs on the thread
 * that owns @db.
 */
#pragma once

#include "lectern-commit.h"

G_BEGIN_DECLS

/* Takes @writer's last step back, but leaves what was changed since; see LecternResult.
   lectern_result_free(); NULL with @error, LECTERN_STORE_ERROR_NOTHING where there is none. */
LecternResult *lectern_undo (LecternDb *db, gint64 writer, GError **error);
/* Brings back what was undone last, likewise. */
LecternResult *lectern_redo (LecternDb *db, gint64 writer, GError **error);
/* The label of the step that would be undone or redone; NULL: none. */
char *lectern_undo_label (LecternDb *db, gint64 writer, gboolean redo);

G_END_DECLS
