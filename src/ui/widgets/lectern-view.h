/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place of the window: Overview, Agenda and so on. The window makes a view when
 * it is first shown, loads it then, and tells only the shown one what changed.
 * Main thread only.
 */
#pragma once

#include "lectern-view-host.h"
#include "lectern-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_VIEW (lectern_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternView, lectern_view, LECTERN, VIEW, AdwBin)

struct _LecternViewClass
{
  AdwBinClass parent_class;

  /* The workspace or the event is another one: show what is in it. */
  void (*load) (LecternView *self);
  /* Data changed, here or by another process; bit n of @kinds = kind n. */
  void (*changed) (LecternView *self, guint64 kinds);
  /* Scroll to, select and show the record; FALSE where this view does not show it. */
  gboolean (*reveal) (LecternView *self, LecternKind kind, gint64 id);
  /* Centre of the header bar, or NULL for the plain title. Owned by the view. */
  GtkWidget *(*title_widget) (LecternView *self);
  /* The view's own header buttons, or NULL. Owned by the view. */
  GtkWidget *(*header_end) (LecternView *self);
  /* The details pane at the right, or NULL. Owned by the view. */
  GtkWidget *(*pane) (LecternView *self);
};

LecternWorkspace *lectern_view_get_workspace (LecternView *self);
LecternReader *lectern_view_get_reader (LecternView *self);
gint64 lectern_view_get_event (LecternView *self);
const char *lectern_view_language (LecternView *self);

void lectern_view_commit (LecternView *self, LecternEdit *edit, const char *toast);
void lectern_view_toast (LecternView *self, const char *text);
void lectern_view_fail (LecternView *self, const char *sentence);
void lectern_view_show_pane (LecternView *self, gboolean show);
/* FALSE too where there is no host. */
gboolean lectern_view_pane_shown (LecternView *self);
void lectern_view_open (LecternView *self, LecternKind kind, gint64 id);
void lectern_view_rest (LecternView *self);

/* For the window and for tests. */
void lectern_view_set_host (LecternView *self, LecternViewHost *host);
void lectern_view_load (LecternView *self, LecternWorkspace *workspace, gint64 event);
void lectern_view_changed (LecternView *self, guint64 kinds);
gboolean lectern_view_reveal (LecternView *self, LecternKind kind, gint64 id);
/* (transfer none) The view's; NULL: the plain title. */
GtkWidget *lectern_view_title_widget (LecternView *self);
/* (transfer none) The view's; NULL: it has no buttons of its own. */
GtkWidget *lectern_view_header_end (LecternView *self);
/* (transfer none) The view's; NULL: it has no details. */
GtkWidget *lectern_view_pane (LecternView *self);

/* Whether @kinds, as "changed" brings it, names @kind. */
#define LECTERN_KIND_IN(kinds, kind) ((((kinds) >> (kind)) & 1) != 0)

G_END_DECLS
