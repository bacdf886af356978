/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in and out of the window: opened, dropped, chosen.
 */
#include "lectern-window-private.h"

#include "lectern-places.h"

/* -- workspaces ------------------------------------------------------------- */

static void
show_workspace (LecternWindow *self, LecternWorkspace *workspace)
{
  lectern_places_set_current (lectern_workspace_get_path (workspace));
  lectern_window_set_workspace (self, workspace);
}

/** Opens the workspace in the file @path; FALSE, and says why, where that cannot be. */
gboolean
lectern_window_open_path (LecternWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (path, &error);
  if (workspace == NULL)
    {
      if (self->workspace == NULL)
        lectern_window_set_workspace (self, NULL);
      lectern_window_fail (self, error->message);
      return FALSE;
    }
  show_workspace (self, workspace);
  return TRUE;
}
