/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the site and is no longer to stand there.
 */
#include "lectern-publish-private.h"

#include "lectern-site.h"

#include <string.h>

gboolean
lectern_publish_is_on_site (const LecternRecord *note)
{
  return g_strcmp0 (lectern_record_text (note, LECTERN_PUBLICATION_STATE), "removed") != 0;
}

gboolean
lectern_publish_event_is_alive (LecternReader *reader, gint64 event)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  return record && record->alive;
}

gboolean
lectern_publish_holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Whether the page of all events, or one of an event that this plan is not about, stays. */
static gboolean
is_of_others (LecternReader *reader, gint64 event, GArray *chosen)
{
  return chosen
         && (event == 0
             || (!lectern_publish_holds (chosen, event)
                 && lectern_publish_event_is_alive (reader, event)));
}

static gboolean
is_planned (LecternPublishPlan *plan, guint n, const char *path)
{
  for (guint i = 0; i < n; i++)
    {
      const LecternPublishPlanned *item = g_ptr_array_index (plan->items, i);
      if (strcmp (item->path, path) == 0 && (item->made || item->failed))
        return TRUE;
    }
  return FALSE;
}

void
lectern_publish_plan_removals (LecternPublishPlan *plan,
                               LecternReader *reader,
                               GPtrArray *notes,
                               GArray *chosen)
{
  guint n = plan->items->len;
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternRecord *note = g_ptr_array_index (notes, i);
      gint64 event = lectern_record_integer (note, LECTERN_PUBLICATION_EVENT);
      const char *path = lectern_record_text (note, LECTERN_PUBLICATION_REMOTE);
      if (path == NULL || !lectern_publish_is_on_site (note) || is_planned (plan, n, path)
          || is_of_others (reader, event, chosen))
        continue;
      LecternPublishPlanned *item = lectern_publish_plan_add (plan, NULL, path, NULL, event,
                                                              LECTERN_PUBLISH_REMOVALS, NULL);
      g_free (item->name);
      item->name = g_strdup (lectern_record_text (note, LECTERN_PUBLICATION_ITEM));
    }
}

GPtrArray *
lectern_publish_withdraw (LecternWorkspace *workspace,
                          gint64 site,
                          LecternPublishProgress progress,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_autoptr (LecternPublishPlan) plan
      = reader ? lectern_publish_plan_withdrawal (reader, site, error) : NULL;
  g_autoptr (GPtrArray) items
      = plan ? lectern_publish_run (workspace, plan, FALSE, progress, data, cancellable, error) : NULL;
  if (items == NULL)
    return NULL;
  gboolean gone = !lectern_publish_has_failed (items) && !lectern_publish_needs_decision (items);
  if (gone && !lectern_site_remove (workspace, site, error))
    return NULL;
  return g_steal_pointer (&items);
}
