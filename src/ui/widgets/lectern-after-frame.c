/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-after-frame.h"

typedef struct
{
  GSource source;
  GtkWidget *widget; /* lives longer than the source */
} AfterFrame;

/* Every frame ends in a turn of the main loop, so asking here is enough. */
static gboolean
is_painted (GSource *source)
{
  GtkWidget *widget = ((AfterFrame *) source)->widget;
  GdkFrameClock *clock = gtk_widget_get_mapped (widget) ? gtk_widget_get_frame_clock (widget) : NULL;
  return clock != NULL && gdk_frame_clock_get_frame_counter (clock) >= 0;
}

static gboolean
prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  return is_painted (source);
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

guint
lectern_after_frame (GtkWidget *widget, GSourceFunc callback, gpointer data)
{
  static GSourceFuncs functions = { .prepare = prepare, .check = is_painted, .dispatch = dispatch };
  g_autoptr (GSource) source = g_source_new (&functions, sizeof (AfterFrame));
  ((AfterFrame *) source)->widget = widget;
  g_source_set_priority (source, G_PRIORITY_LOW);
  g_source_set_callback (source, callback, data, NULL);
  return g_source_attach (source, NULL);
}
