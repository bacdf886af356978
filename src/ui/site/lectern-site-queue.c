/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-queue.h"

#include "lectern-network.h"
#include "lectern-site-run.h"

#define AGAIN 300 /* seconds: a site may be away although there is a network */

static void go_from (LecternWorkspace *workspace, guint at);

gboolean
lectern_site_queue_find (LecternReader *reader, gint64 site, LecternPublishQueued *queued)
{
  g_autoptr (GArray) queue = lectern_publish_queue (reader);
  for (guint i = 0; i < queue->len; i++)
    if (g_array_index (queue, LecternPublishQueued, i).site == site)
      {
        *queued = g_array_index (queue, LecternPublishQueued, i);
        return TRUE;
      }
  return FALSE;
}

/* The next one; what could not go waits until the network changes or some time has passed, and
   keeps none of the others waiting. */
static void
on_run_changed (LecternSiteRun *run, LecternWorkspace *workspace)
{
  if (lectern_site_run_is_on (run))
    return;
  const GError *error = lectern_site_run_get_error (run);
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (run), "queue-at"));
  g_signal_handlers_disconnect_by_func (run, on_run_changed, workspace);
  if (error == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    go_from (workspace, error == NULL ? at : at + 1);
}

/* @at: the place in the queue to begin with; what stands before it was tried. */
static void
go_from (LecternWorkspace *workspace, guint at)
{
  g_autoptr (GArray) queue = NULL;
  if (lectern_network_offline_since () != 0)
    return;
  queue = lectern_publish_queue (lectern_workspace_reader (workspace));
  for (; at < queue->len; at++)
    {
      const LecternPublishQueued *queued = &g_array_index (queue, LecternPublishQueued, at);
      LecternSiteRun *run
          = queued->automatic
                ? lectern_site_run_start (workspace, queued->site, queued->event, LECTERN_SITE_PUBLISH)
                : NULL;
      if (run == NULL)
        continue;
      g_object_set_data (G_OBJECT (run), "queue-at", GUINT_TO_POINTER (at));
      g_signal_connect_object (run, "changed", G_CALLBACK (on_run_changed), workspace, 0);
      return;
    }
}

static void
go (LecternWorkspace *workspace)
{
  go_from (workspace, 0);
}

static gboolean
on_time (gpointer workspace)
{
  go (workspace);
  return G_SOURCE_CONTINUE;
}

static void
stop_timer (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

void
lectern_site_queue_attend (LecternWorkspace *workspace)
{
  if (g_object_get_data (G_OBJECT (workspace), "site-queue") != NULL)
    return;
  guint timer = g_timeout_add_seconds (AGAIN, on_time, workspace);
  g_object_set_data_full (G_OBJECT (workspace), "site-queue", GUINT_TO_POINTER (timer), stop_timer);
  lectern_network_watch (workspace, G_CALLBACK (go));
  go (workspace);
}
