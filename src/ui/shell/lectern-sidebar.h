/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left side of the window: the workspace's menu, the current event, the places
 * with their counts, and one honest line of state.
 *
 * It acts through actions of the window: win.place (s), win.event (x), win.new-event,
 * and the menus of lectern-menus.ui.
 */
#pragma once

#include "lectern-screen.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SIDEBAR (lectern_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LecternSidebar, lectern_sidebar, LECTERN, SIDEBAR, GtkWidget)

void lectern_sidebar_set_workspace (LecternSidebar *self, const char *name);
void lectern_sidebar_set_workspaces (LecternSidebar *self, GMenuModel *others);
void lectern_sidebar_set_event (LecternSidebar *self, const char *title, const char *detail);
void lectern_sidebar_set_events (LecternSidebar *self, GMenuModel *events);
void lectern_sidebar_set_place (LecternSidebar *self, LecternScreen place);
void lectern_sidebar_focus (LecternSidebar *self);
void lectern_sidebar_set_count (LecternSidebar *self, LecternScreen place, guint count, gboolean work, const char *meaning);
void lectern_sidebar_set_state (LecternSidebar *self, const char *icon, const char *state);
void lectern_sidebar_set_window_controls (LecternSidebar *self, gboolean shown);

G_END_DECLS
