/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda.h"

#include "lectern-overlap.h"
#include "lectern-sqlite.h"
#include "lectern-time.h"

#include <stdlib.h>
#include <string.h>

/* The text of a translatable field in the asked language where there is one; kinds and
   fields by their stable numbers, as translations are stored. */
#define IN_LANGUAGE(kind, alias, column, field)                                                     \
  "coalesce((SELECT text FROM translation WHERE kind = " G_STRINGIFY (kind)                         \
  " AND row = " alias ".id AND field = " G_STRINGIFY (field) " AND lang = ?2), " alias "." column ")"

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

static sqlite3_stmt *
ask (LecternReader *reader, const char *sql, gint64 event, const char *language)
{
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, event);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, language, -1, SQLITE_TRANSIENT);
  return statement;
}

static gboolean
next_row (LecternReader *reader, sqlite3_stmt *statement)
{
  return statement != NULL && lectern_db_step (lectern_reader_db (reader), statement, NULL);
}

static void
read_days (LecternAgenda *agenda, LecternReader *reader, const char *language)
{
  sqlite3_stmt *s = ask (reader,
                         "SELECT d.id, d.date, " IN_LANGUAGE (20, "d", "title", 4)
                         ", d.number, d.day_start, d.opens, d.closes, d.venue "
                         "FROM day d WHERE d.event = ?1 AND d.alive = 1 "
                         "ORDER BY d.date IS NULL, d.date, d.number, d.id",
                         agenda->event, language);
  while (next_row (reader, s))
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

/* Rooms of the event's venues and of its days' venues, and whatever room a session names. */
static void
read_rooms (LecternAgenda *agenda, LecternReader *reader, const char *language)
{
  g_autoptr (GHashTable) venues = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *s = ask (reader,
                         "WITH at (venue, turn) AS ("
                         "SELECT j.value, j.key FROM event e, json_each (e.venues) j WHERE e.id = ?1 "
                         "UNION ALL SELECT venue, 1000 + number FROM day WHERE event = ?1 AND alive = 1 AND venue <> 0), "
                         "used (room) AS (SELECT DISTINCT j.value FROM session x, json_each (x.rooms) j "
                         "WHERE x.event = ?1 AND x.alive = 1), "
                         "place (venue, turn) AS (SELECT venue, min (turn) FROM at GROUP BY venue) "
                         "SELECT r.id, " IN_LANGUAGE (17, "r", "name", 2)
                         ", r.venue, coalesce (nullif (r.capacity_theatre, 0), max (coalesce (r.capacity_classroom, 0), "
                         "coalesce (r.capacity_boardroom, 0), coalesce (r.capacity_standing, 0))), r.shared, "
                         IN_LANGUAGE (16, "v", "name", 1)
                         " FROM room r LEFT JOIN place p ON p.venue = r.venue "
                         "LEFT JOIN venue v ON v.id = r.venue AND v.alive = 1 "
                         "WHERE r.alive = 1 AND (p.venue IS NOT NULL OR r.id IN (SELECT room FROM used)) "
                         "ORDER BY coalesce (p.turn, 1000000), r.venue, r.position IS NULL, r.position, r.name, r.id",
                         agenda->event, language);
  while (next_row (reader, s))
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
read_tracks (LecternAgenda *agenda, LecternReader *reader, const char *language)
{
  sqlite3_stmt *s = ask (reader,
                         "SELECT t.id, " IN_LANGUAGE (21, "t", "name", 2) ", t.colour, t.programme_node FROM track t "
                         "WHERE t.event = ?1 AND t.alive = 1 "
                         "ORDER BY t.position IS NULL, t.position, t.name, t.id",
                         agenda->event, language);
  while (next_row (reader, s))
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

static void
read_parts (LecternAgenda *agenda, LecternReader *reader, const char *language)
{
  sqlite3_stmt *s = ask (reader,
                         "SELECT n.id, coalesce (nullif (n.acronym, ''), " IN_LANGUAGE (1, "n", "name", 4) ", '') "
                         "FROM programme_node n WHERE n.alive = 1 AND n.id IN ("
                         "SELECT programme_node FROM session WHERE event = ?1 AND alive = 1 "
                         "UNION SELECT programme_node FROM track WHERE event = ?1 AND alive = 1) "
                         "ORDER BY n.position IS NULL, n.position, n.name, n.id",
                         agenda->event, language);
  while (next_row (reader, s))
    {
      LecternAgendaPart part = { .id = sqlite3_column_int64 (s, 0) };
      part.name = keep (agenda, s, 1);
      if (part.name == NULL)
        part.name = "";
      g_array_append_val (agenda->parts, part);
    }
}

/* Ids of records to their indexes + 1, for one reading. */
static GHashTable *
index_by_id (GArray *array)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  guint size = g_array_get_element_size (array);
  for (guint i = 0; i < array->len; i++) /* the id is the first member of each struct */
    g_hash_table_insert (index, array->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
  return index;
}

static int
index_of (GHashTable *index, gint64 id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, &id)) - 1;
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
      int room = end != at ? index_of (rooms, id) : -1;
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
  return index_of (parts, own) >= 0 ? own : index_of (parts, of_track) >= 0 ? of_track : 0;
}

static void
read_sessions (LecternAgenda *agenda, LecternReader *reader, const char *language)
{
  g_autoptr (GHashTable) days = index_by_id (agenda->days);
  g_autoptr (GHashTable) rooms = index_by_id (agenda->rooms);
  g_autoptr (GHashTable) tracks = index_by_id (agenda->tracks);
  g_autoptr (GHashTable) parts = index_by_id (agenda->parts);
  sqlite3_stmt *s = ask (reader,
                         "SELECT s.id, " IN_LANGUAGE (22, "s", "title", 3) ", " IN_LANGUAGE (22, "s", "subtitle", 4)
                         ", s.type, s.state, s.day, s.start_minute, s.duration, s.rooms, s.track, s.parent, "
                         "s.internal, s.locked, s.programme_node, s.repeats FROM session s WHERE s.event = ?1 AND s.alive = 1",
                         agenda->event, language);
  while (next_row (reader, s))
    {
      LecternAgendaSession session = { .id = sqlite3_column_int64 (s, 0) };
      session.title = keep (agenda, s, 1);
      session.subtitle = keep (agenda, s, 2);
      session.type = keep_once (agenda, s, 3);
      session.state = keep_once (agenda, s, 4);
      session.day = index_of (days, sqlite3_column_int64 (s, 5));
      session.start = minutes_or_none (s, 6);
      session.duration = minutes_or_none (s, 7);
      keep_rooms (agenda, &session, rooms, (const char *) sqlite3_column_text (s, 8));
      session.track = index_of (tracks, sqlite3_column_int64 (s, 9));
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

static void
read_people (LecternAgenda *agenda, LecternReader *reader)
{
  sqlite3_stmt *s = ask (reader,
                         "SELECT r.session, r.person, p.name, r.role, r.state FROM session x "
                         "JOIN session_role r ON r.session = x.id AND r.alive = 1 "
                         "JOIN person p ON p.id = r.person AND p.alive = 1 "
                         "WHERE x.event = ?1 AND x.alive = 1 AND r.state IS NOT 'cancelled' "
                         "ORDER BY r.session, r.position IS NULL, r.position, r.id",
                         agenda->event, NULL);
  while (next_row (reader, s))
    {
      int index = index_of (agenda->by_id, sqlite3_column_int64 (s, 0));
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

/* The span of a session on one calendar; FALSE where it takes no time or does not happen. */
static gboolean
span_of (const LecternAgenda *agenda, guint index, LecternSpan *span)
{
  const LecternAgendaSession *session = lectern_agenda_session (agenda, index);
  GDate date;
  if (!session->placed || session->duration <= 0 || g_strcmp0 (session->state, "cancelled") == 0)
    return FALSE;
  const LecternAgendaDay *day = lectern_agenda_day (agenda, session->day);
  g_date_clear (&date, 1);
  gint64 first = day->date != NULL && lectern_date_parse (day->date, &date)
                   ? g_date_get_julian (&date) : G_GINT64_CONSTANT (10000000) + 3 * session->day;
  *span = (LecternSpan){ 0, first * 1440 + session->start, 0, index };
  span->end = span->start + session->duration;
  return TRUE;
}

/* A block and what it contains run at the same time on purpose. */
static gboolean
belong_together (const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  return a->parent == b->id || b->parent == a->id;
}

static void
add_overlaps (LecternAgenda *agenda, GArray *spans, gboolean by_room)
{
  g_autoptr (GArray) found = lectern_overlaps ((LecternSpan *) (void *) spans->data, spans->len);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternOverlap *pair = &g_array_index (found, LecternOverlap, i);
      LecternAgendaSession *a = lectern_agenda_session (agenda, pair->item);
      LecternAgendaSession *b = lectern_agenda_session (agenda, pair->other);
      if (belong_together (a, b))
        continue;
      LecternAgendaOverlap overlap = { pair->item, pair->other, by_room ? (int) pair->key : -1,
                                       by_room ? 0 : pair->key, (guint) pair->minutes };
      g_array_append_val (agenda->overlaps, overlap);
      a->n_overlaps++;
      b->n_overlaps++;
    }
}

static void
find_overlaps (LecternAgenda *agenda)
{
  g_autoptr (GArray) by_room = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  g_autoptr (GArray) by_person = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      LecternSpan span;
      if (!span_of (agenda, i, &span))
        continue;
      for (guint r = 0; r < session->n_rooms; r++)
        {
          span.key = session->rooms[r];
          if (!lectern_agenda_room (agenda, session->rooms[r])->shared)
            g_array_append_val (by_room, span);
        }
      for (guint p = 0; p < session->n_people; p++)
        {
          gboolean again = FALSE; /* chair and speaker of one session are one person there */
          span.key = lectern_agenda_person (agenda, session->first_person + p)->person;
          for (guint before = 0; before < p; before++)
            again |= lectern_agenda_person (agenda, session->first_person + before)->person == span.key;
          if (!again)
            g_array_append_val (by_person, span);
        }
    }
  add_overlaps (agenda, by_room, TRUE);
  add_overlaps (agenda, by_person, FALSE);
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
  LecternAgenda *agenda = g_new0 (LecternAgenda, 1);
  agenda->event = event;
  agenda->texts = g_string_chunk_new (16384);
  agenda->days = g_array_new (FALSE, TRUE, sizeof (LecternAgendaDay));
  agenda->rooms = g_array_new (FALSE, TRUE, sizeof (LecternAgendaRoom));
  agenda->tracks = g_array_new (FALSE, TRUE, sizeof (LecternAgendaTrack));
  agenda->parts = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPart));
  agenda->sessions = g_array_new (FALSE, TRUE, sizeof (LecternAgendaSession));
  agenda->people = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPerson));
  agenda->overlaps = g_array_new (FALSE, TRUE, sizeof (LecternAgendaOverlap));
  agenda->room_sets = g_ptr_array_new_with_free_func (g_free);
  if (reader != NULL && event != 0)
    {
      lectern_reader_begin (reader);
      read_days (agenda, reader, language);
      read_rooms (agenda, reader, language);
      read_tracks (agenda, reader, language);
      read_parts (agenda, reader, language);
      read_sessions (agenda, reader, language);
      g_array_sort (agenda->sessions, compare_sessions);
      agenda->by_id = index_by_id (agenda->sessions);
      read_people (agenda, reader);
      lectern_reader_end (reader);
    }
  else
    agenda->by_id = index_by_id (agenda->sessions);
  find_overlaps (agenda);
  return agenda;
}

void
lectern_agenda_free (LecternAgenda *agenda)
{
  g_hash_table_unref (agenda->by_id);
  g_array_unref (agenda->days);
  g_array_unref (agenda->rooms);
  g_array_unref (agenda->tracks);
  g_array_unref (agenda->parts);
  g_array_unref (agenda->sessions);
  g_array_unref (agenda->people);
  g_array_unref (agenda->overlaps);
  g_ptr_array_unref (agenda->room_sets);
  g_string_chunk_free (agenda->texts);
  g_free (agenda);
}

/* The session with that id, NULL where the event has none such. */
const LecternAgendaSession *
lectern_agenda_find (const LecternAgenda *agenda, gint64 session)
{
  int index = index_of (agenda->by_id, session);
  return index >= 0 ? lectern_agenda_session (agenda, index) : NULL;
}

/* The index of a day, -1 where the event has none such. */
int
lectern_agenda_day_index (const LecternAgenda *agenda, gint64 day)
{
  for (guint i = 0; i < agenda->days->len; i++)
    if (lectern_agenda_day (agenda, i)->id == day)
      return i;
  return -1;
}
