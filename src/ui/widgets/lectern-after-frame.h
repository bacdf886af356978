/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work that may wait until there is something to look at.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @callback when @widget's window has painted a frame and nothing else is to do; work on
   threads too takes processor time from the first frame if it starts before. The source's id,
   for g_source_remove(): that is due before @widget goes. Main thread. */
guint lectern_after_frame (GtkWidget *widget, GSourceFunc callback, gpointer data);

G_END_DECLS
