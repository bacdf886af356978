/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person's workspaces lie: $XDG_DATA_HOME/lectern/NAME.db, and beside them
 * "current", a text file with the current one's name.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lectern_places_folder (void);
char *lectern_places_current (void);
gboolean lectern_places_set_current (const char *path);
char **lectern_places_list (void);
char *lectern_places_new_path (const char *name);

G_END_DECLS
