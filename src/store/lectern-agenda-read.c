/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queries of an agenda, for all of an event, for one day of it or for one session.
 */
#include "lectern-agenda-private.h"

#include "lectern-list-sql.h"
#include "lectern-workspace.h"

#include <string.h>

static const char *
keep (LecternAgenda *agenda, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL && *text != '\0' ? g_string_chunk_insert (agenda->kept->texts, text) : NULL;
}

/* The same for words that occur over and over. */
static const char *
keep_once (LecternAgenda *agenda, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (agenda->kept->texts, text) : NULL;
}

static int
minutes_or_none (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return -1;
  return (int) CLAMP (sqlite3_column_int64 (statement, column), -1, G_MAXINT / 4);
}

/* Living sessions: of all days; of one day, and those of none; one. The index of sessions is in
   this order, so a day of a long event costs what the day costs. */
#define ALL_DAYS(x) x ".event = ?1 AND " x ".alive = 1"
#define ONE_DAY(x) ALL_DAYS (x) " AND (" x ".day = ?3 OR " x ".day IS NULL)"
#define ONE_SESSION(x) ALL_DAYS (x) " AND " x ".id = ?3"
#define SCOPES(SQL) { SQL (ALL_DAYS), SQL (ONE_DAY), SQL (ONE_SESSION) }

static sqlite3_stmt *
ask (const LecternAgenda *agenda, const LecternAgendaReading *reading, const char *sql)
{
  sqlite3_stmt *statement = lectern_reader_statement (reading->reader, sql);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, agenda->event);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, agenda->language, -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 2)
    sqlite3_bind_int64 (statement, 3, reading->only);
  return statement;
}

static gboolean
next_row (const LecternAgendaReading *reading, sqlite3_stmt *statement)
{
  return statement != NULL && lectern_db_step (lectern_reader_db (reading->reader), statement, NULL);
}

void
lectern_agenda_read_days (LecternAgenda *agenda, const LecternAgendaReading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading,
                         "SELECT d.id, d.date, " LECTERN_IN_LANGUAGE (20, "d", "title", 4)
                         ", d.number, d.day_start, d.opens, d.closes, d.venue "
                         "FROM day d WHERE d.event = ?1 AND d.alive = 1 "
                         "ORDER BY d.date IS NULL, d.date, d.number, d.id");
  while (next_row (reading, s))
    {
      LecternAgendaDay day = { .id = sqlite3_column_int64 (s, 0) };
      day.date = keep (agenda, s, 1);
      day.title = keep (agenda, s, 2);
      day.number = sqlite3_column_int (s, 3);
      day.day_start = minutes_or_none (s, 4);
      day.opens = minutes_or_none (s, 5);
      day.closes = minutes_or_none (s, 6);
      day.venue = sqlite3_column_int64 (s, 7);
      g_array_append_val (agenda->days, day);
    }
}

#define ROOMS_SQL(WHICH) \
  "WITH at (venue, turn) AS (" \
  "SELECT j.value, j.key FROM event e, json_each (e.venues) j WHERE e.id = ?1 " \
  "UNION ALL SELECT venue, 1000 + number FROM day WHERE event = ?1 AND alive = 1 AND venue <> 0), " \
  "used (room) AS (SELECT DISTINCT j.value FROM session x, json_each (x.rooms) j " \
  "WHERE " WHICH ("x") "), " \
  "place (venue, turn) AS (SELECT venue, min (turn) FROM at GROUP BY venue) " \
  "SELECT r.id, " LECTERN_IN_LANGUAGE (17, "r", "name", 2) \
  ", r.venue, coalesce (nullif (r.capacity_theatre, 0), max (coalesce (r.capacity_classroom, 0), " \
  "coalesce (r.capacity_boardroom, 0), coalesce (r.capacity_standing, 0))), r.shared, " \
  LECTERN_IN_LANGUAGE (16, "v", "name", 1) \
  " FROM room r LEFT JOIN place p ON p.venue = r.venue " \
  "LEFT JOIN venue v ON v.id = r.venue AND v.alive = 1 " \
  "WHERE r.alive = 1 AND (p.venue IS NOT NULL OR r.id IN (SELECT room FROM used)) " \
  "ORDER BY coalesce (p.turn, 1000000), r.venue, r.position IS NULL, r.position, r.name, r.id"

static const char *const rooms_sql[LECTERN_AGENDA_N_SCOPES] = SCOPES (ROOMS_SQL);

void
lectern_agenda_read_rooms (LecternAgenda *agenda, const LecternAgendaReading *reading)
{
  g_autoptr (GHashTable) venues = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *s = ask (agenda, reading, rooms_sql[reading->scope]);
  while (next_row (reading, s))
    {
      LecternAgendaRoom room = { .id = sqlite3_column_int64 (s, 0) };
      room.name = keep (agenda, s, 1);
      room.venue = sqlite3_column_int64 (s, 2);
      room.capacity = sqlite3_column_int64 (s, 3);
      room.shared = sqlite3_column_int (s, 4) != 0;
      room.venue_name = keep_once (agenda, s, 5);
      if (room.name == NULL)
        room.name = "";
      g_hash_table_add (venues, GSIZE_TO_POINTER ((gsize) room.venue));
      g_array_append_val (agenda->rooms, room);
    }
  if (g_hash_table_size (venues) < 2)
    for (guint i = 0; i < agenda->rooms->len; i++)
      lectern_agenda_room (agenda, i)->venue_name = NULL;
}

void
lectern_agenda_read_tracks (LecternAgenda *agenda, const LecternAgendaReading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading,
                         "SELECT t.id, " LECTERN_IN_LANGUAGE (21, "t", "name", 2) ", t.colour, t.programme_node FROM track t "
                         "WHERE t.event = ?1 AND t.alive = 1 "
                         "ORDER BY t.position IS NULL, t.position, t.name, t.id");
  while (next_row (reading, s))
    {
      LecternAgendaTrack track = { .id = sqlite3_column_int64 (s, 0) };
      track.name = keep (agenda, s, 1);
      track.colour = keep (agenda, s, 2);
      track.part = sqlite3_column_int64 (s, 3);
      if (track.name == NULL)
        track.name = "";
      g_array_append_val (agenda->tracks, track);
    }
}

#define PARTS_SQL(WHICH) \
  "SELECT n.id, coalesce (nullif (n.acronym, ''), " LECTERN_IN_LANGUAGE (1, "n", "name", 4) ", '') " \
  "FROM programme_node n WHERE n.alive = 1 AND n.id IN (" \
  "SELECT programme_node FROM session x WHERE " WHICH ("x") " " \
  "UNION SELECT programme_node FROM track WHERE event = ?1 AND alive = 1) " \
  "ORDER BY n.position IS NULL, n.position, n.name, n.id"

static const char *const parts_sql[LECTERN_AGENDA_N_SCOPES] = SCOPES (PARTS_SQL);

void
lectern_agenda_read_parts (LecternAgenda *agenda, const LecternAgendaReading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading, parts_sql[reading->scope]);
  while (next_row (reading, s))
    {
      LecternAgendaPart part = { .id = sqlite3_column_int64 (s, 0) };
      part.name = keep (agenda, s, 1);
      if (part.name == NULL)
        part.name = "";
      g_array_append_val (agenda->parts, part);
    }
}

/* Whether a record that the agenda does not have is there all the same; @sql asks for it by ?1. */
static gboolean
is_alive (const LecternAgendaReading *reading, const char *sql, gint64 id)
{
  sqlite3_stmt *s = lectern_reader_statement (reading->reader, sql);
  gboolean alive = FALSE;
  if (s == NULL)
    return FALSE;
  sqlite3_bind_int64 (s, 1, id);
  while (next_row (reading, s))
    alive = TRUE;
  return alive;
}

static gboolean
is_known (const LecternAgendaReading *reading, GHashTable *index, const char *sql, gint64 id)
{
  return id == 0 || lectern_agenda_index_of (index, id) >= 0 || reading->scope != LECTERN_AGENDA_ONE_SESSION
         || !is_alive (reading, sql, id);
}

/* "[12,-7]": those among them that the agenda has; FALSE: others are there too. */
static gboolean
keep_rooms (LecternAgenda *agenda, const LecternAgendaReading *reading, LecternAgendaSession *session,
            GHashTable *rooms, const char *json)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean known = TRUE;
  for (const char *at = json; at != NULL && *at != '\0';)
    {
      char *end;
      gint64 id = g_ascii_strtoll (at, &end, 10);
      int room = end != at ? lectern_agenda_index_of (rooms, id) : -1;
      known = known && (end == at || is_known (reading, rooms, "SELECT 1 FROM room WHERE id = ?1 AND alive = 1", id));
      if (room >= 0)
        g_array_append_val (set, room);
      at = end != at ? end : at + 1;
    }
  if (set->len == 0)
    return known;
  session->rooms = g_memdup2 (set->data, set->len * sizeof (guint));
  session->n_rooms = set->len;
  g_ptr_array_add (agenda->kept->room_sets, (gpointer) session->rooms);
  return known;
}

/* The part of the programme that a session or else its track belongs to; 0 none. */
static gint64
living_part (const LecternAgenda *agenda, GHashTable *parts, gint64 own, int track)
{
  gint64 of_track = track >= 0 ? lectern_agenda_track (agenda, track)->part : 0;
  return lectern_agenda_index_of (parts, own) >= 0 ? own : lectern_agenda_index_of (parts, of_track) >= 0 ? of_track : 0;
}

void
lectern_agenda_indexes_init (LecternAgendaIndexes *indexes, const LecternAgenda *agenda)
{
  indexes->days = lectern_agenda_index_by_id (agenda->days);
  indexes->rooms = lectern_agenda_index_by_id (agenda->rooms);
  indexes->tracks = lectern_agenda_index_by_id (agenda->tracks);
  indexes->parts = lectern_agenda_index_by_id (agenda->parts);
}

void
lectern_agenda_indexes_clear (LecternAgendaIndexes *indexes)
{
  g_clear_pointer (&indexes->days, g_hash_table_unref);
  g_clear_pointer (&indexes->rooms, g_hash_table_unref);
  g_clear_pointer (&indexes->tracks, g_hash_table_unref);
  g_clear_pointer (&indexes->parts, g_hash_table_unref);
}

#define SESSIONS_SQL(WHICH) \
  "SELECT s.id, " LECTERN_IN_LANGUAGE (22, "s", "title", 3) ", " LECTERN_IN_LANGUAGE (22, "s", "subtitle", 4) \
  ", s.type, s.state, s.day, s.start_minute, s.duration, s.rooms, s.track, s.parent, " \
  "s.internal, s.locked, s.programme_node, s.repeats FROM session s WHERE " WHICH ("s")

static const char *const sessions_sql[LECTERN_AGENDA_N_SCOPES] = SCOPES (SESSIONS_SQL);

gboolean
lectern_agenda_read_sessions (LecternAgenda *agenda, const LecternAgendaReading *reading,
                              const LecternAgendaIndexes *indexes)
{
  sqlite3_stmt *s = ask (agenda, reading, sessions_sql[reading->scope]);
  gboolean known = TRUE;
  while (next_row (reading, s))
    {
      LecternAgendaSession session = { .id = sqlite3_column_int64 (s, 0) };
      gint64 part = sqlite3_column_int64 (s, 13);
      session.title = keep (agenda, s, 1);
      session.subtitle = keep (agenda, s, 2);
      session.type = keep_once (agenda, s, 3);
      session.state = keep_once (agenda, s, 4);
      session.day = lectern_agenda_index_of (indexes->days, sqlite3_column_int64 (s, 5));
      session.start = minutes_or_none (s, 6);
      session.duration = minutes_or_none (s, 7);
      known &= keep_rooms (agenda, reading, &session, indexes->rooms, (const char *) sqlite3_column_text (s, 8));
      known &= is_known (reading, indexes->parts, "SELECT 1 FROM programme_node WHERE id = ?1 AND alive = 1", part);
      session.track = lectern_agenda_index_of (indexes->tracks, sqlite3_column_int64 (s, 9));
      session.parent = sqlite3_column_int64 (s, 10);
      session.internal = sqlite3_column_int (s, 11) != 0;
      session.locked = sqlite3_column_int (s, 12) != 0;
      session.part = living_part (agenda, indexes->parts, part, session.track);
      session.repeats = keep_once (agenda, s, 14);
      if (session.title == NULL)
        session.title = "";
      session.placed = session.day >= 0 && session.start >= 0;
      agenda->n_read++;
      g_array_append_val (agenda->sessions, session);
    }
  return known;
}

#define PEOPLE_SQL(WHICH) \
  "SELECT r.session, r.person, p.name, r.role, r.state FROM session x " \
  "JOIN session_role r ON r.session = x.id AND r.alive = 1 " \
  "JOIN person p ON p.id = r.person AND p.alive = 1 " \
  "WHERE " WHICH ("x") " AND r.state IS NOT 'cancelled' " \
  "ORDER BY r.session, r.position IS NULL, r.position, r.id"

static const char *const people_sql[LECTERN_AGENDA_N_SCOPES] = SCOPES (PEOPLE_SQL);

void
lectern_agenda_read_people (LecternAgenda *agenda, const LecternAgendaReading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading, people_sql[reading->scope]);
  while (next_row (reading, s))
    {
      int index = lectern_agenda_index_of (agenda->by_id, sqlite3_column_int64 (s, 0));
      if (index < 0)
        continue;
      LecternAgendaSession *session = lectern_agenda_session (agenda, index);
      LecternAgendaPerson person = { .person = sqlite3_column_int64 (s, 1) };
      person.name = keep_once (agenda, s, 2);
      person.role = keep_once (agenda, s, 3);
      person.to_be_confirmed = g_strcmp0 ((const char *) sqlite3_column_text (s, 4), "to-be-confirmed") == 0;
      if (person.name == NULL)
        person.name = "";
      if (session->n_people++ == 0)
        session->first_person = agenda->people->len;
      g_array_append_val (agenda->people, person);
    }
}

gboolean
lectern_agenda_has_more (const LecternAgenda *agenda, LecternReader *reader, int than)
{
  LecternAgendaReading reading = { reader, LECTERN_AGENDA_ALL_DAYS, 0 };
  sqlite3_stmt *s = ask (agenda, &reading, "SELECT count(*) FROM session x WHERE " ALL_DAYS ("x"));
  gboolean more = FALSE;
  while (next_row (&reading, s))
    more = sqlite3_column_int (s, 0) > than;
  return more;
}
