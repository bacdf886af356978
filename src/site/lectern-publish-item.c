/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said about one published item.
 */
#include "lectern-publish-private.h"

#include <string.h>

void
lectern_publish_item_free (LecternPublishItem *item)
{
  if (item == NULL)
    return;
  g_free (item->item);
  g_free (item->url);
  g_free (item->why);
  g_free (item->difference);
  g_free (item);
}

LecternPublishItem *
lectern_publish_item_new (
    LecternPlace *place, const char *path, const char *action, const char *state, const char *why)
{
  LecternPublishItem *item = g_new0 (LecternPublishItem, 1);
  item->item = g_strdup (path);
  item->action = action;
  item->state = state;
  item->url = lectern_place_dup_url (place, path);
  item->why = g_strdup (why);
  return item;
}

static gboolean
any_state (GPtrArray *items, const char *state)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (((LecternPublishItem *) g_ptr_array_index (items, i))->state, state) == 0)
      return TRUE;
  return FALSE;
}

gboolean
lectern_publish_needs_decision (GPtrArray *items)
{
  return any_state (items, "waiting");
}

gboolean
lectern_publish_has_failed (GPtrArray *items)
{
  return any_state (items, "failed");
}
