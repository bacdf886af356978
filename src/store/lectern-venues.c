/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-venues.h"

#include "lectern-list-sql.h"

void
lectern_venue_line_free (LecternVenueLine *line)
{
  g_free (line->name);
  g_free (line->city);
  g_free (line);
}

/* An event is at the venues in its list and at those of its days. */
#define AT_VENUE                                                                                     \
  "(EXISTS (SELECT 1 FROM json_each (e.venues) j WHERE j.value = v.id)"                              \
  " OR EXISTS (SELECT 1 FROM day d WHERE d.event = e.id AND d.venue = v.id AND d.alive))"
#define FIRST_DAY "(SELECT min (d.date) FROM day d WHERE d.event = e.id AND d.alive)"

#define LIST_SQL                                                                                     \
  "SELECT v.id, EXISTS (SELECT 1 FROM event e WHERE e.id = ?1 AND e.alive AND " AT_VENUE "),"        \
  " ifnull (v.city, ''), v.street IS NULL AND (ifnull (v.address_missing, 0) OR v.city IS NULL),"    \
  " (SELECT count (*) FROM room r WHERE r.venue = v.id AND r.alive),"                                \
  " (SELECT e.id FROM event e WHERE e.alive AND " AT_VENUE " ORDER BY " FIRST_DAY " DESC LIMIT 1)"   \
  " FROM venue v WHERE v.alive ORDER BY 2 DESC, lectern_order (v.name), v.id"

GPtrArray *
lectern_venues_list (LecternReader *reader, gint64 event, const char *language)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_venue_line_free);
  sqlite3_stmt *statement = lectern_list_statement (reader, LIST_SQL);
  if (statement == NULL)
    return lines;
  sqlite3_bind_int64 (statement, 1, event);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      LecternVenueLine *line = g_new0 (LecternVenueLine, 1);
      line->id = sqlite3_column_int64 (statement, 0);
      line->here = sqlite3_column_int64 (statement, 1) != 0;
      line->city = g_strdup (lectern_list_column (statement, 2));
      line->address_missing = sqlite3_column_int64 (statement, 3) != 0;
      line->n_rooms = sqlite3_column_int64 (statement, 4);
      line->latest_event = sqlite3_column_int64 (statement, 5);
      g_ptr_array_add (lines, line);
    }
  sqlite3_reset (statement);
  for (guint i = 0; i < lines->len; i++)
    {
      LecternVenueLine *line = lines->pdata[i];
      line->name = lectern_reader_name (reader, LECTERN_KIND_VENUE, line->id, language);
    }
  return lines;
}

GArray *
lectern_venues_events (LecternReader *reader, gint64 venue)
{
  sqlite3_stmt *statement = lectern_list_statement (
      reader, "SELECT e.id FROM event e, (SELECT ?1 AS id) v WHERE e.alive AND " AT_VENUE
              " ORDER BY " FIRST_DAY " DESC, e.id");
  if (statement == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_bind_int64 (statement, 1, venue);
  return lectern_list_collect (reader, statement);
}

GArray *
lectern_venues_room_sessions (LecternReader *reader, gint64 room)
{
  sqlite3_stmt *statement = lectern_list_statement (
      reader, "SELECT s.id FROM session s, json_each (s.rooms) j JOIN event e ON e.id = s.event"
              " WHERE s.alive AND e.alive AND j.value = ?1 ORDER BY s.id");
  if (statement == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_bind_int64 (statement, 1, room);
  return lectern_list_collect (reader, statement);
}
