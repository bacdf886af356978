/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-publish-queue.h"

#include <glib/gi18n-lib.h>

GArray *
lectern_publish_queue (LecternReader *reader)
{
  GArray *queue = g_array_new (FALSE, FALSE, sizeof (LecternPublishQueued));
  g_autoptr (GPtrArray) sites = lectern_reader_all (reader, LECTERN_KIND_SITE);
  for (guint i = 0; i < sites->len; i++)
    {
      const LecternRecord *site = sites->pdata[i];
      const LecternPublishQueued queued = {
        .site = site->id,
        .event = lectern_record_integer (site, LECTERN_SITE_QUEUED_EVENT),
        .since = lectern_record_integer (site, LECTERN_SITE_QUEUED),
        .automatic = lectern_record_integer (site, LECTERN_SITE_AUTOMATIC) != 0,
      };
      if (queued.since != 0)
        g_array_append_val (queue, queued);
    }
  return queue;
}

gboolean
lectern_publish_queue_set (LecternWorkspace *workspace, gint64 site, gint64 event, gboolean waits, GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_autoptr (LecternRecord) record = reader ? lectern_reader_get (reader, LECTERN_KIND_SITE, site) : NULL;
  if (reader == NULL)
    return FALSE;
  if (record == NULL || !record->alive || waits == !lectern_record_is_empty (record, LECTERN_SITE_QUEUED))
    return TRUE;
  g_autoptr (LecternEdit) edit
      = lectern_edit_new (waits ? _("Publish when the network is back") : _("Publish what waited for the network"));
  lectern_edit_set_bookkeeping (edit);
  lectern_edit_clear (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_QUEUED);
  lectern_edit_clear (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_QUEUED_EVENT);
  if (waits)
    lectern_edit_set_integer (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_QUEUED, g_get_real_time () / 1000);
  if (waits && event != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_QUEUED_EVENT, event);
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result != NULL;
}
