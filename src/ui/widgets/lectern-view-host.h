/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view may ask of the window it stands in. The window implements it; a test
 * may stand in for the window, and a view without a host works, only silently.
 */
#pragma once

#include "lectern-description.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_VIEW_HOST (lectern_view_host_get_type ())
G_DECLARE_INTERFACE (LecternViewHost, lectern_view_host, LECTERN, VIEW_HOST, GtkWidget)

struct _LecternViewHostInterface
{
  GTypeInterface parent_iface;
  /* Says @text in a toast; @undo: with a button that takes the last edit back. */
  void (*toast) (LecternViewHost *self, const char *text, gboolean undo);
  /* Says an error's sentence and keeps it in sight. */
  void (*fail) (LecternViewHost *self, const char *sentence);
  void (*show_pane) (LecternViewHost *self, gboolean show);
  gboolean (*pane_shown) (LecternViewHost *self);
  /* Goes to a record in whatever view shows it. */
  void (*open) (LecternViewHost *self, LecternKind kind, gint64 id);
};

void lectern_view_host_toast (LecternViewHost *self, const char *text, gboolean undo);
void lectern_view_host_fail (LecternViewHost *self, const char *sentence);
/* Unfolds or folds the details pane. */
void lectern_view_host_show_pane (LecternViewHost *self, gboolean show);
/* Whether the details pane is unfolded. */
gboolean lectern_view_host_pane_shown (LecternViewHost *self);
/* Goes to a record in whatever view shows it. */
void lectern_view_host_open (LecternViewHost *self, LecternKind kind, gint64 id);

G_END_DECLS
