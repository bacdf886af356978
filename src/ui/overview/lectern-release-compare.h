/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-reader.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What changed between two releases of @event, or one and now; folded at first. NULL where nothing
   has been released. @reader outlives it. */
GtkWidget *lectern_release_compare_new (LecternReader *reader, gint64 event);

G_END_DECLS
