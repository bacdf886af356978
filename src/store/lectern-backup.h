/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complete copies of a workspace in one file, workspaces made from them, and whether a
 * file is whole. All of it blocks: not for the main thread of the window.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

/* Writes a complete copy of the workspace at @path, which may be open, to @target. An older
   copy there is replaced once the new one is whole and on the disk, never before; a workspace
   that is worked in, and what is no file, is not replaced. */
gboolean lectern_backup_write (const char *path, const char *target, GError **error);

/* Makes a new workspace at @new_path, where no file may be, from the copy @file. What is not a
   whole workspace of this or an older version is refused with one sentence; @file is only read. */
gboolean lectern_backup_restore (const char *file, const char *new_path, GError **error);

/* Looks at every page, table, change and index entry of a file. TRUE: it is whole.
   @problems: (out) (optional) (element-type utf8): one sentence each, empty where it is whole;
   free with g_ptr_array_unref(). Changes nothing. */
gboolean lectern_verify (const char *path, GPtrArray **problems);

G_END_DECLS
