/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Lectern promises about the data, and how the usual things are done. */
void lectern_help_present (GtkWindow *parent);

G_END_DECLS
