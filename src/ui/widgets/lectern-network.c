/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-network.h"

static gint64 since = 0;

static void
note (GNetworkMonitor *monitor, gboolean available)
{
  if (available)
    since = 0;
  else if (since == 0)
    since = g_get_real_time () / 1000;
}

static void
on_changed (GNetworkMonitor *monitor, gboolean available, gpointer data)
{
  note (monitor, available);
}

/* First of all who watch, so that they read what is true. */
static GNetworkMonitor *
monitor_get (void)
{
  static gboolean watched = FALSE;
  GNetworkMonitor *monitor = g_network_monitor_get_default ();
  if (!watched)
    {
      watched = TRUE;
      g_signal_connect (monitor, "network-changed", G_CALLBACK (on_changed), NULL);
      note (monitor, g_network_monitor_get_network_available (monitor));
    }
  return monitor;
}

gint64
lectern_network_offline_since (void)
{
  monitor_get ();
  return since;
}

void
lectern_network_watch (gpointer object, GCallback changed)
{
  g_signal_connect_object (monitor_get (), "network-changed", changed, object, G_CONNECT_SWAPPED);
}
