/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing in a programme: reading it with progress, showing what will happen, and
 * then one edit, which one undo takes back.
 */
#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_IMPORT_DIALOG (lectern_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, LECTERN, IMPORT_DIALOG, AdwWindow)

void lectern_import_dialog_present (LecternWindow *window, GFile *file);

G_END_DECLS
