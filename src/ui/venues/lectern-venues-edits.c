/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-venues-edits.h"

#include <glib/gi18n-lib.h>

#include "lectern-position.h"
#include "lectern-venues.h"

static LecternEdit *
edit_about (LecternReader *reader, const char *format, LecternKind kind, gint64 id)
{
  g_autofree char *name = lectern_reader_name (reader, kind, id, NULL);
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (name, parts);
  return lectern_edit_new (label);
}

/* Puts @id into, or takes it out of, a field of ids. */
static void
change_ids (LecternEdit *edit, const LecternRecord *record, guint field, gint64 id, gboolean in)
{
  gsize n = 0;
  g_autofree gint64 *ids = lectern_value_get_ids (lectern_record_value (record, field), &n);
  g_autoptr(GArray) left = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; i < n; i++)
    if (ids[i] != id)
      g_array_append_val (left, ids[i]);
  if (in)
    g_array_append_val (left, id);
  lectern_edit_set (edit, record->kind, record->id, field, NULL,
                    left->len > 0 ? lectern_value_ids ((const gint64 *) (gpointer) left->data, left->len)
                                  : LECTERN_EMPTY);
}

LecternEdit *
lectern_venues_edit_add (LecternReader *reader, gint64 event, const char *name, gint64 *id)
{
  g_autofree char *label = g_strdup_printf (_("Add the venue “%s”"), name);
  LecternEdit *edit = lectern_edit_new (label);
  g_autoptr(LecternRecord) record
      = event != 0 ? lectern_reader_get (reader, LECTERN_KIND_EVENT, event) : NULL;
  *id = lectern_edit_create (edit, LECTERN_KIND_VENUE);
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, *id, LECTERN_VENUE_NAME, name);
  if (record != NULL)
    change_ids (edit, record, LECTERN_EVENT_VENUES, *id, TRUE);
  return edit;
}

LecternEdit *
lectern_venues_edit_use (LecternReader *reader, gint64 event, gint64 venue, gboolean use)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  LecternEdit *edit = edit_about (reader, use ? _("Hold the event at “%s”") : _("Not hold the event at “%s”"),
                                  LECTERN_KIND_VENUE, venue);
  if (record != NULL)
    change_ids (edit, record, LECTERN_EVENT_VENUES, venue, use);
  if (use)
    return edit;
  g_autoptr(GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event);
  for (guint i = 0; i < days->len; i++)
    if (lectern_record_integer (days->pdata[i], LECTERN_DAY_VENUE) == venue)
      lectern_edit_clear (edit, LECTERN_KIND_DAY, ((LecternRecord *) days->pdata[i])->id, LECTERN_DAY_VENUE);
  return edit;
}

/* Sessions may be in several rooms that go, so what is left is counted over all of them. */
static void
take_rooms_from_sessions (LecternEdit *edit, LecternReader *reader, GPtrArray *rooms)
{
  g_autoptr(GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < rooms->len; i++)
    g_hash_table_add (gone, &((LecternRecord *) rooms->pdata[i])->id);
  for (guint i = 0; i < rooms->len; i++)
    {
      g_autoptr(GArray) sessions
          = lectern_venues_room_sessions (reader, ((LecternRecord *) rooms->pdata[i])->id);
      for (guint s = 0; s < sessions->len; s++)
        {
          gint64 id = g_array_index (sessions, gint64, s);
          gsize n = 0;
          if (!g_hash_table_add (done, g_memdup2 (&id, sizeof id)))
            continue;
          g_autoptr(LecternRecord) session = lectern_reader_get (reader, LECTERN_KIND_SESSION, id);
          g_autofree gint64 *ids
              = lectern_value_get_ids (lectern_record_value (session, LECTERN_SESSION_ROOMS), &n);
          gsize left = 0;
          for (gsize r = 0; r < n; r++)
            if (!g_hash_table_contains (gone, &ids[r]))
              ids[left++] = ids[r];
          lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                            left > 0 ? lectern_value_ids (ids, left) : LECTERN_EMPTY);
        }
    }
  for (guint i = 0; i < rooms->len; i++)
    lectern_edit_delete (edit, LECTERN_KIND_ROOM, ((LecternRecord *) rooms->pdata[i])->id);
}

LecternEdit *
lectern_venues_edit_delete (LecternReader *reader, gint64 venue)
{
  LecternEdit *edit = edit_about (reader, _("Delete the venue “%s”"), LECTERN_KIND_VENUE, venue);
  g_autoptr(GPtrArray) rooms = lectern_reader_find (reader, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, venue);
  g_autoptr(GArray) events = lectern_venues_events (reader, venue);
  g_autoptr(GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_VENUE, venue);
  take_rooms_from_sessions (edit, reader, rooms);
  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr(LecternRecord) event
          = lectern_reader_get (reader, LECTERN_KIND_EVENT, g_array_index (events, gint64, i));
      change_ids (edit, event, LECTERN_EVENT_VENUES, venue, FALSE);
    }
  for (guint i = 0; i < days->len; i++)
    lectern_edit_clear (edit, LECTERN_KIND_DAY, ((LecternRecord *) days->pdata[i])->id, LECTERN_DAY_VENUE);
  lectern_edit_delete (edit, LECTERN_KIND_VENUE, venue);
  return edit;
}

LecternEdit *
lectern_venues_edit_add_room (LecternReader *reader, gint64 venue, const char *name, gint64 *id)
{
  g_autoptr(GPtrArray) rooms = lectern_reader_find (reader, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, venue);
  const char *last = rooms->len > 0
                         ? lectern_record_text (rooms->pdata[rooms->len - 1], LECTERN_ROOM_POSITION)
                         : NULL;
  g_autofree char *position = lectern_position_between (last, NULL);
  g_autofree char *label = g_strdup_printf (_("Add the room “%s”"), name);
  LecternEdit *edit = lectern_edit_new (label);
  *id = lectern_edit_create (edit, LECTERN_KIND_ROOM);
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, *id, LECTERN_ROOM_VENUE, venue);
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, *id, LECTERN_ROOM_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, *id, LECTERN_ROOM_POSITION, position);
  return edit;
}

LecternEdit *
lectern_venues_edit_delete_room (LecternReader *reader, gint64 room)
{
  LecternEdit *edit = edit_about (reader, _("Delete the room “%s”"), LECTERN_KIND_ROOM, room);
  g_autoptr(GPtrArray) rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  LecternRecord *record = lectern_reader_get (reader, LECTERN_KIND_ROOM, room);
  if (record != NULL)
    g_ptr_array_add (rooms, record);
  take_rooms_from_sessions (edit, reader, rooms);
  return edit;
}

LecternEdit *
lectern_venues_edit_move_room (LecternReader *reader, gint64 room, int by)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_ROOM, room);
  g_autoptr(GPtrArray) rooms
      = record == NULL ? NULL
                       : lectern_reader_find (reader, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE,
                                              lectern_record_integer (record, LECTERN_ROOM_VENUE));
  gint at = -1;
  for (guint i = 0; rooms != NULL && i < rooms->len; i++)
    if (((LecternRecord *) rooms->pdata[i])->id == room)
      at = i;
  gint to = at + by;
  if (at < 0 || to < 0 || to >= (gint) rooms->len)
    return NULL;
  LecternEdit *edit = edit_about (reader, _("Move the room “%s”"), LECTERN_KIND_ROOM, room);
  /* All anew: rooms of an import may have no position, or the same. */
  g_auto(GStrv) positions = lectern_position_series (rooms->len);
  gpointer moved = rooms->pdata[at];
  rooms->pdata[at] = rooms->pdata[to];
  rooms->pdata[to] = moved;
  for (guint i = 0; i < rooms->len; i++)
    {
      const LecternRecord *one = rooms->pdata[i];
      if (g_strcmp0 (lectern_record_text (one, LECTERN_ROOM_POSITION), positions[i]) != 0)
        lectern_edit_set_text (edit, LECTERN_KIND_ROOM, one->id, LECTERN_ROOM_POSITION, positions[i]);
    }
  return edit;
}
