/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What GTK and libadwaita newer than the floor (4.8, 1.2) can do better.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader say @text; nothing where GTK cannot (before 4.14). */
void lectern_compat_announce (GtkWidget *widget, const char *text);

/* Scrolls a GtkListView, GtkGridView or GtkColumnView to a row. */
void lectern_compat_scroll_to (GtkWidget *list, guint position);

G_END_DECLS
