/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-view-host.h"

G_DEFINE_INTERFACE (LecternViewHost, lectern_view_host, GTK_TYPE_WIDGET)

static void
lectern_view_host_default_init (LecternViewHostInterface *iface)
{
}

/** Says @text in a toast; with @undo it has a button that takes the last edit back. */
void
lectern_view_host_toast (LecternViewHost *self, const char *text, gboolean undo)
{
  LECTERN_VIEW_HOST_GET_IFACE (self)->toast (self, text, undo);
}

/** Says an error's sentence. */
void
lectern_view_host_fail (LecternViewHost *self, const char *sentence)
{
  LECTERN_VIEW_HOST_GET_IFACE (self)->fail (self, sentence);
}

void
lectern_view_host_show_pane (LecternViewHost *self, gboolean show)
{
  LECTERN_VIEW_HOST_GET_IFACE (self)->show_pane (self, show);
}

gboolean
lectern_view_host_pane_shown (LecternViewHost *self)
{
  return LECTERN_VIEW_HOST_GET_IFACE (self)->pane_shown (self);
}

void
lectern_view_host_open (LecternViewHost *self, LecternKind kind, gint64 id)
{
  LECTERN_VIEW_HOST_GET_IFACE (self)->open (self, kind, id);
}
