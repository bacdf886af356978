/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-unpublished.h"

static gboolean
has_site (LecternReader *reader)
{
  return lectern_reader_count (reader, LECTERN_KIND_SITE, 0, 0) > 0;
}

/**
 * The state of the history that the newest publication of @event was made from.
 * @seen: (out) (transfer full): the version vector; @when: (out): ms since 1970.
 * FALSE where nothing of the event was ever published; both are untouched then.
 */
gboolean
lectern_unpublished_basis (LecternReader *reader, gint64 event, GBytes **seen, gint64 *when)
{
  g_autoptr (GPtrArray) items
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_EVENT, event);
  const LecternValue *newest = NULL;
  gint64 time = G_MININT64;
  for (guint i = 0; i < items->len; i++)
    {
      const LecternRecord *item = g_ptr_array_index (items, i);
      const LecternValue *value = lectern_record_value (item, LECTERN_PUBLICATION_SEEN);
      gint64 published = lectern_record_integer (item, LECTERN_PUBLICATION_PUBLISHED);
      if (value->type != LECTERN_VALUE_BYTES || published < time)
        continue;
      newest = value;
      time = published;
    }
  if (newest == NULL)
    return FALSE;
  *seen = g_bytes_new (newest->data, newest->length);
  *when = time;
  return TRUE;
}

/**
 * How many changes the event's site does not have yet. 0 where nothing is ever
 * published: without a site there is nothing to wait for.
 */
guint
lectern_unpublished_count (LecternReader *reader, gint64 event)
{
  g_autoptr (GBytes) seen = NULL;
  gint64 when;
  if (!has_site (reader))
    return 0;
  lectern_unpublished_basis (reader, event, &seen, &when);
  return lectern_history_count_since (reader, seen);
}

/** Those changes, oldest first. Of LecternChange; free with g_ptr_array_unref(). */
GPtrArray *
lectern_unpublished_changes (LecternReader *reader, gint64 event)
{
  g_autoptr (GBytes) seen = NULL;
  gint64 when;
  if (!has_site (reader))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_change_free);
  lectern_unpublished_basis (reader, event, &seen, &when);
  return lectern_history_since (reader, seen);
}
