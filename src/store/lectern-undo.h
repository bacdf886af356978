/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo: ordinary changes that write old values back. Runs on the thread
 * that owns @db.
 */
#pragma once

#include "lectern-commit.h"

G_BEGIN_DECLS

LecternResult *lectern_undo (LecternDb *db, gint64 writer, GError **error);
LecternResult *lectern_redo (LecternDb *db, gint64 writer, GError **error);
/* The label of the step that would be undone or redone; NULL: none. */
char *lectern_undo_label (LecternDb *db, gint64 writer, gboolean redo);

G_END_DECLS
