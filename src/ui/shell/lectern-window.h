/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main window: sidebar, header, one view at a time, its details pane.
 * Split by concern: lectern-window.c (places, views, host), -state.c (workspace,
 * counts, undo labels, what is remembered), -actions.c, -files.c (files in and out).
 */
#pragma once

#include "lectern-screen.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_WINDOW (lectern_window_get_type ())
G_DECLARE_FINAL_TYPE (LecternWindow, lectern_window, LECTERN, WINDOW, AdwApplicationWindow)

LecternWindow *lectern_window_new (GtkApplication *application, GSettings *settings);
void lectern_window_set_workspace (LecternWindow *self, LecternWorkspace *workspace);
/* (transfer none) NULL on the first start. */
LecternWorkspace *lectern_window_get_workspace (LecternWindow *self);
void lectern_window_fail (LecternWindow *self, const char *sentence);
void lectern_window_open_file (LecternWindow *self, GFile *file);
void lectern_window_open_sample (LecternWindow *self, const char *name);
gboolean lectern_window_open_path (LecternWindow *self, const char *path);
void lectern_window_show_place (LecternWindow *self, LecternScreen place);
LecternView *lectern_window_get_view (LecternWindow *self);

G_END_DECLS
