/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-private.h"

#include "lectern-list-sql.h"
#include "lectern-workspace.h"

#include <string.h>

static const char *
keep (LecternAgenda *agenda, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL && *text != '\0' ? g_string_chunk_insert (agenda->texts, text) : NULL;
}

/* The same for words that occur over and over. */
static const char *
keep_once (LecternAgenda *agenda, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (agenda->texts, text) : NULL;
}

static int
minutes_or_none (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return -1;
  return (int) CLAMP (sqlite3_column_int64 (statement, column), -1, G_MAXINT / 4);
}

/* Living sessions: of all days; of one day, and those of none. The index of sessions is in
   this order, so a day of a long event costs what the day costs. */
#define ALL_DAYS(x) x ".event = ?1 AND " x ".alive = 1"
#define ONE_DAY(x) ALL_DAYS (x) " AND (" x ".day = ?3 OR " x ".day IS NULL)"

/* What is read, and in which language; @day 0: all days. */
typedef struct
{
  LecternReader *reader;
  const char *language;
  gint64 day;
} Reading;

static sqlite3_stmt *
ask (const LecternAgenda *agenda, const Reading *reading, const char *sql)
{
  sqlite3_stmt *statement = lectern_reader_statement (reading->reader, sql);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, agenda->event);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, reading->language, -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) > 2)
    sqlite3_bind_int64 (statement, 3, reading->day);
  return statement;
}

static gboolean
next_row (const Reading *reading, sqlite3_stmt *statement)
{
  return statement != NULL && lectern_db_step (lectern_reader_db (reading->reader), statement, NULL);
}

static void
read_days (LecternAgenda *agenda, const Reading *reading)
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

/* Rooms of the event's venues and of its days' venues, and whatever room a session names. */
static void
read_rooms (LecternAgenda *agenda, const Reading *reading)
{
  g_autoptr (GHashTable) venues = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *s = ask (agenda, reading, reading->day != 0 ? ROOMS_SQL (ONE_DAY) : ROOMS_SQL (ALL_DAYS));
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

static void
read_tracks (LecternAgenda *agenda, const Reading *reading)
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

static void
read_parts (LecternAgenda *agenda, const Reading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading, reading->day != 0 ? PARTS_SQL (ONE_DAY) : PARTS_SQL (ALL_DAYS));
  while (next_row (reading, s))
    {
      LecternAgendaPart part = { .id = sqlite3_column_int64 (s, 0) };
      part.name = keep (agenda, s, 1);
      if (part.name == NULL)
        part.name = "";
      g_array_append_val (agenda->parts, part);
    }
}

/* "[12,-7]": the living rooms among them. */
static void
keep_rooms (LecternAgenda *agenda, LecternAgendaSession *session, GHashTable *rooms, const char *json)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *at = json; at != NULL && *at != '\0';)
    {
      char *end;
      gint64 id = g_ascii_strtoll (at, &end, 10);
      int room = end != at ? lectern_agenda_index_of (rooms, id) : -1;
      if (room >= 0)
        g_array_append_val (set, room);
      at = end != at ? end : at + 1;
    }
  if (set->len == 0)
    return;
  session->rooms = g_memdup2 (set->data, set->len * sizeof (guint));
  session->n_rooms = set->len;
  g_ptr_array_add (agenda->room_sets, (gpointer) session->rooms);
}

/* The part of the programme that a session or else its track belongs to; 0 none. */
static gint64
living_part (const LecternAgenda *agenda, GHashTable *parts, gint64 own, int track)
{
  gint64 of_track = track >= 0 ? lectern_agenda_track (agenda, track)->part : 0;
  return lectern_agenda_index_of (parts, own) >= 0 ? own : lectern_agenda_index_of (parts, of_track) >= 0 ? of_track : 0;
}

#define SESSIONS_SQL(WHICH) \
  "SELECT s.id, " LECTERN_IN_LANGUAGE (22, "s", "title", 3) ", " LECTERN_IN_LANGUAGE (22, "s", "subtitle", 4) \
  ", s.type, s.state, s.day, s.start_minute, s.duration, s.rooms, s.track, s.parent, " \
  "s.internal, s.locked, s.programme_node, s.repeats FROM session s WHERE " WHICH ("s")

static void
read_sessions (LecternAgenda *agenda, const Reading *reading)
{
  g_autoptr (GHashTable) days = lectern_agenda_index_by_id (agenda->days);
  g_autoptr (GHashTable) rooms = lectern_agenda_index_by_id (agenda->rooms);
  g_autoptr (GHashTable) tracks = lectern_agenda_index_by_id (agenda->tracks);
  g_autoptr (GHashTable) parts = lectern_agenda_index_by_id (agenda->parts);
  sqlite3_stmt *s = ask (agenda, reading, reading->day != 0 ? SESSIONS_SQL (ONE_DAY) : SESSIONS_SQL (ALL_DAYS));
  while (next_row (reading, s))
    {
      LecternAgendaSession session = { .id = sqlite3_column_int64 (s, 0) };
      session.title = keep (agenda, s, 1);
      session.subtitle = keep (agenda, s, 2);
      session.type = keep_once (agenda, s, 3);
      session.state = keep_once (agenda, s, 4);
      session.day = lectern_agenda_index_of (days, sqlite3_column_int64 (s, 5));
      session.start = minutes_or_none (s, 6);
      session.duration = minutes_or_none (s, 7);
      keep_rooms (agenda, &session, rooms, (const char *) sqlite3_column_text (s, 8));
      session.track = lectern_agenda_index_of (tracks, sqlite3_column_int64 (s, 9));
      session.parent = sqlite3_column_int64 (s, 10);
      session.internal = sqlite3_column_int (s, 11) != 0;
      session.locked = sqlite3_column_int (s, 12) != 0;
      session.part = living_part (agenda, parts, sqlite3_column_int64 (s, 13), session.track);
      session.repeats = keep_once (agenda, s, 14);
      if (session.title == NULL)
        session.title = "";
      session.placed = session.day >= 0 && session.start >= 0;
      if (session.placed)
        lectern_agenda_day (agenda, session.day)->n_sessions++;
      g_array_append_val (agenda->sessions, session);
    }
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const LecternAgendaSession *x = a;
  const LecternAgendaSession *y = b;
  if (x->placed != y->placed)
    return x->placed ? -1 : 1;
  if (!x->placed && strcmp (x->title, y->title) != 0) /* ids are in no order that a person knows */
    return strcmp (x->title, y->title);
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  guint room_x = x->n_rooms > 0 ? x->rooms[0] : 0;
  guint room_y = y->n_rooms > 0 ? y->rooms[0] : 0;
  if (room_x != room_y)
    return room_x < room_y ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

#define PEOPLE_SQL(WHICH) \
  "SELECT r.session, r.person, p.name, r.role, r.state FROM session x " \
  "JOIN session_role r ON r.session = x.id AND r.alive = 1 " \
  "JOIN person p ON p.id = r.person AND p.alive = 1 " \
  "WHERE " WHICH ("x") " AND r.state IS NOT 'cancelled' " \
  "ORDER BY r.session, r.position IS NULL, r.position, r.id"

static void
read_people (LecternAgenda *agenda, const Reading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading, reading->day != 0 ? PEOPLE_SQL (ONE_DAY) : PEOPLE_SQL (ALL_DAYS));
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

/* The day of that date, else the first one, 0 where there is none. */
static gint64
day_of_date (const LecternAgenda *agenda, const char *date)
{
  for (guint i = 0; i < agenda->days->len; i++)
    if (g_strcmp0 (lectern_agenda_day (agenda, i)->date, date) == 0)
      return lectern_agenda_day (agenda, i)->id;
  return agenda->days->len > 0 ? lectern_agenda_day (agenda, 0)->id : 0;
}

/* Reading so many takes less than showing what was read a second time. */
#define READ_WHOLE_UP_TO 2000

static gboolean
is_long (const LecternAgenda *agenda, const Reading *reading)
{
  sqlite3_stmt *s = ask (agenda, reading, "SELECT count(*) FROM session x WHERE " ALL_DAYS ("x"));
  gboolean found = FALSE;
  while (next_row (reading, s))
    found = sqlite3_column_int (s, 0) > READ_WHOLE_UP_TO;
  return found;
}

static LecternAgenda *
load (LecternReader *reader, gint64 event, const char *language, gboolean whole, const char *date)
{
  LecternAgenda *agenda = g_new0 (LecternAgenda, 1);
  agenda->event = event;
  agenda->texts = g_string_chunk_new (16384);
  agenda->days = g_array_new (FALSE, TRUE, sizeof (LecternAgendaDay));
  agenda->rooms = g_array_new (FALSE, TRUE, sizeof (LecternAgendaRoom));
  agenda->tracks = g_array_new (FALSE, TRUE, sizeof (LecternAgendaTrack));
  agenda->parts = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPart));
  agenda->sessions = g_array_new (FALSE, TRUE, sizeof (LecternAgendaSession));
  agenda->people = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPerson));
  agenda->room_sets = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { reader, language, 0 };
  if (reader != NULL && event != 0)
    {
      lectern_reader_begin (reader);
      read_days (agenda, &reading);
      if (!whole && is_long (agenda, &reading))
        reading.day = day_of_date (agenda, date);
      read_rooms (agenda, &reading);
      read_tracks (agenda, &reading);
      read_parts (agenda, &reading);
      read_sessions (agenda, &reading);
      g_array_sort (agenda->sessions, compare_sessions);
      agenda->by_id = lectern_agenda_index_by_id (agenda->sessions);
      read_people (agenda, &reading);
      lectern_reader_end (reader);
    }
  else
    agenda->by_id = lectern_agenda_index_by_id (agenda->sessions);
  agenda->only_day = reading.day;
  return agenda;
}

/**
 * lectern_agenda_load:
 * @language: texts are given in it where they are translated
 *
 * Reads everything at one state of the data. An event that does not exist, or a file
 * that cannot be read, gives an empty agenda.
 *
 * Returns: (transfer full): the agenda
 */
LecternAgenda *
lectern_agenda_load (LecternReader *reader, gint64 event, const char *language)
{
  return load (reader, event, language, TRUE, NULL);
}

/**
 * lectern_agenda_load_day:
 * @date: of the day that is wanted; where no day has it, the first one is read
 *
 * Reads what a window shows first: all days, but of the sessions only those of one day and
 * the unplaced. This costs the same however long the event is. The agenda's only_day says
 * which day it is; 0 where the event is so short that it was read whole.
 */
LecternAgenda *
lectern_agenda_load_day (LecternReader *reader, gint64 event, const char *language, const char *date)
{
  return load (reader, event, language, FALSE, date);
}

/* ---- without making a window wait ---- */

typedef struct
{
  gint64 event;
  char *language;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->language);
  g_free (data);
}

static void
load_in_thread (GTask *task, gpointer workspace, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, &error);
  if (reader == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lectern_agenda_load (reader, wanted->event, wanted->language),
                           (GDestroyNotify) lectern_agenda_free);
}

/** The same as lectern_agenda_load() on a thread and with a reader of its own. */
void
lectern_agenda_load_async (LecternWorkspace *workspace, gint64 event, const char *language,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Wanted *wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ event, g_strdup (language) };
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, load_in_thread);
}

LecternAgenda *
lectern_agenda_load_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
