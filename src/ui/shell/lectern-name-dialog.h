/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two small questions about a workspace: what a new one is called and in which
 * language it begins, and another name for this one.
 */
#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

void lectern_name_dialog_new_workspace (LecternWindow *window);
void lectern_name_dialog_rename_workspace (LecternWindow *window);

G_END_DECLS
