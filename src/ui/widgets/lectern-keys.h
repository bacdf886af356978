/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys that activate actions of a view.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* While the focus is in @widget. */
void lectern_keys_add (GtkWidget *widget, guint key, GdkModifierType modifiers, const char *action);
/* Wherever the focus is in the window, while @widget is what is shown; @action may name its
   target: "agenda.mode::rooms". */
void lectern_keys_add_everywhere (GtkWidget *widget, guint key, GdkModifierType modifiers, const char *action);
/* Ctrl+F goes to @search, which is in @widget; once there it is the window's, which finds everything. */
void lectern_keys_add_search (GtkWidget *widget, GtkWidget *search);

G_END_DECLS
