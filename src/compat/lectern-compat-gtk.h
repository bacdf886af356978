/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What GTK and libadwaita newer than the floor (4.8, 1.2) can do better.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets a screen reader say @text; nothing where GTK cannot (before 4.14). */
void lectern_compat_announce (GtkWidget *widget, const char *text);

/*
 * Puts right what a screen reader is told by GTK from 4.10 on: menu items get their text as their
 * name (GTK hides their label from the accessibility tree and yet refers to it), and a button or
 * drop-down that was given a name has that one, rather than what is written in it. Once, when the program starts.
 */
void lectern_compat_mend_names (void);

/* The colour in which a widget writes: gtk_widget_get_color() is of 4.10. */
void lectern_compat_get_color (GtkWidget *widget, GdkRGBA *colour);

G_END_DECLS
