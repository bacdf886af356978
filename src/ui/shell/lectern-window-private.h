/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share among themselves.
 */
#pragma once

#include "lectern-search-popover.h"
#include "lectern-sidebar.h"
#include "lectern-window.h"

G_BEGIN_DECLS

struct _LecternWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  GSettings *settings;
  LecternWorkspace *workspace; /* NULL on the first start */
  GtkWidget *titles[LECTERN_N_SCREENS];
  GtkWidget *ends[LECTERN_N_SCREENS];
  GtkWidget *panes[LECTERN_N_SCREENS];
  LecternSearchPopover *search; /* child of the search button */
  GtkWidget *plain_title;       /* the header lets go of it while a view shows its own */
  guint counts_id;              /* idle source */

  /* borrowed */
  LecternView *views[LECTERN_N_SCREENS]; /* NULL until first shown */
  GtkWidget *welcome;

  gint64 event;
  LecternScreen place;
  gboolean stale[LECTERN_N_SCREENS]; /* to be loaded anew when shown */
  gboolean pane_wanted[LECTERN_N_SCREENS];

  /* template children */
  AdwToastOverlay *toasts;
  AdwToast *toast;          /* that stands there and does not go yet; weak */
  guint toast_id;           /* when it goes */
  AdwLeaflet *leaflet;
  LecternSidebar *sidebar;
  GtkWidget *content;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *first_menu;
  GtkWidget *search_button;
  GtkWidget *pane_button;
  GtkImage *state_image;
  AdwBin *end_slot;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  AdwFlap *flap;
  AdwBin *pane_slot;
  GtkStack *stack;
};

/* lectern-window.c */
void lectern_window_reload_views (LecternWindow *self);
void lectern_window_show_welcome (LecternWindow *self);
void lectern_window_open_record (LecternWindow *self, LecternKind kind, gint64 id);
void lectern_window_toast (LecternWindow *self, const char *text, gboolean undo);

/* lectern-window-actions.c */
void lectern_window_class_install_actions (GtkWidgetClass *widget_class);
void lectern_window_update_actions (LecternWindow *self);

/* lectern-window-state.c */
void lectern_window_restore_state (LecternWindow *self);
void lectern_window_save_state (LecternWindow *self);
void lectern_window_watch_workspace (LecternWindow *self);
/* Before it lets go of the workspace; nothing where there is none. */
void lectern_window_unwatch_workspace (LecternWindow *self);
void lectern_window_set_event (LecternWindow *self, gint64 event);
void lectern_window_update_undo (LecternWindow *self);
void lectern_window_update_menus (LecternWindow *self);
void lectern_window_queue_counts (LecternWindow *self);

/* lectern-window-files.c */
void lectern_window_accept_drops (LecternWindow *self);
void lectern_window_choose_programme (LecternWindow *self);
void lectern_window_choose_workspace_file (LecternWindow *self);
void lectern_window_choose_backup (LecternWindow *self);

G_END_DECLS
