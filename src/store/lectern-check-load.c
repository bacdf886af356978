/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads what the rules look at beside sessions: days, houses, rooms, people, and when
 * they are there.
 */
#include "lectern-check-private.h"

#include "lectern-list-sql.h"
#include "lectern-rule-levels.h"
#include "lectern-time.h"

#include <string.h>

#define MINUTES_PER_DAY 1440
#define MORNING 360 /* the night of a day ends at six, or when the day says it begins, if later */

gpointer
lectern_check_keep (LecternCheck *check, gconstpointer data, gsize size)
{
  gpointer copy = g_memdup2 (data, size);
  if (copy != NULL)
    g_ptr_array_add (check->kept, copy);
  return copy;
}

guint
lectern_check_index (GHashTable *by_id, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (by_id, &id)) - 1; /* 0 - 1 is NONE */
}

void
lectern_check_enter (GHashTable *by_id, gint64 id, guint index)
{
  g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static sqlite3_stmt *
ask (LecternCheck *check, LecternReader *reader, const char *sql)
{
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, check->event);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_text (statement, 2, check->language, -1, SQLITE_TRANSIENT);
  return statement;
}

static gboolean
next_row (LecternReader *reader, sqlite3_stmt *statement)
{
  return statement != NULL && lectern_db_step (lectern_reader_db (reader), statement, NULL);
}

static const char *
keep_text (LecternCheck *check, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL ? g_string_chunk_insert_const (check->texts, text) : "";
}

static int
minutes_or_none (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? -1 : sqlite3_column_int (statement, column);
}

static guint
add_name (GArray *names, GHashTable *by_id, gint64 id, const char *name, const char *date)
{
  LecternCheckName one = { id, name, date };
  g_array_append_val (names, one);
  lectern_check_enter (by_id, id, names->len - 1);
  return names->len - 1;
}

/* ---- time ---- */

/* "2026-06-17T09:40" by the event's clocks, on the calendar; @missing where it is none. */
static gint64
local_time (LecternCheck *check, const char *text, gint64 missing)
{
  int minutes = text != NULL && strlen (text) >= 16 ? lectern_time_parse (text + 11) : -1;
  g_autofree char *date = minutes >= 0 ? g_strndup (text, 10) : NULL;
  if (date == NULL || !lectern_date_is_valid (date))
    return missing;
  return lectern_time_instant (date, minutes, check->zone, FALSE, NULL) / 60000;
}

/* Where clocks are changed within the two days from its 00:00: found by halving, because what
   the zone's rules say is only known by asking. */
static void
find_change (LecternRuleDay *day, const char *date, const char *zone)
{
  g_autofree char *later = lectern_date_add_days (date, 2);
  gint64 end = lectern_time_instant (later, 0, zone, FALSE, NULL) / 60000;
  int low = 0, high = 2 * MINUTES_PER_DAY; /* the first minute that is not begin + minute */
  day->change_by = (int) (day->begin + 2 * MINUTES_PER_DAY - end);
  if (day->change_by == 0)
    return;
  while (low < high)
    {
      int middle = (low + high) / 2;
      if (lectern_time_instant (date, middle, zone, FALSE, NULL) / 60000 == day->begin + middle)
        low = middle + 1;
      else
        high = middle;
    }
  day->change_at = day->change_by > 0 ? low - day->change_by : low;
}

static void
set_date (LecternCheck *check, LecternRuleDay *day, const char *date, const char *zone, guint number)
{
  day->dated = lectern_date_is_valid (date);
  if (!day->dated) /* each far from all others */
    {
      day->begin = (G_GINT64_CONSTANT (10000000) + 400 * number) * MINUTES_PER_DAY;
      return;
    }
  day->begin = lectern_time_instant (date, 0, zone, FALSE, NULL) / 60000;
  find_change (day, date, zone);
}

/* ---- the event ---- */

static guint
language_number (LecternCheck *check, const char *tag)
{
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-_"));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (check->language_by_text, primary));
  if (number == 0)
    {
      number = g_hash_table_size (check->language_by_text) + 1;
      g_hash_table_insert (check->language_by_text, g_ascii_strdown (primary, -1), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

static void
read_event (LecternCheck *check, LecternReader *reader, const char *step)
{
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, check->event);
  const char *own = event != NULL ? lectern_record_text (event, LECTERN_EVENT_RELEASE_STEP) : NULL;
  const char *zone = event != NULL ? lectern_record_text (event, LECTERN_EVENT_TIME_ZONE) : NULL;
  const char *language = event != NULL ? lectern_record_text (event, LECTERN_EVENT_TEXT_LANGUAGE) : NULL;
  int number = lectern_rule_step (step != NULL ? step : own);
  check->step = number >= 0 ? number : lectern_rule_step ("draft");
  check->zone = g_strdup (zone != NULL && lectern_time_zone_exists (zone) ? zone : "UTC");
  check->main_language = language != NULL ? language_number (check, language) : LECTERN_RULE_NONE;
}

static void
read_venues (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT v.id, " LECTERN_IN_LANGUAGE (16, "v", "name", 1)
                                        ", v.opens, v.closes, v.latitude, v.longitude FROM venue v WHERE v.alive = 1 AND ?1 <> 0");
  while (next_row (reader, s))
    {
      LecternRuleVenue venue = { minutes_or_none (s, 2), minutes_or_none (s, 3), sqlite3_column_double (s, 4),
                                 sqlite3_column_double (s, 5),
                                 sqlite3_column_type (s, 4) != SQLITE_NULL && sqlite3_column_type (s, 5) != SQLITE_NULL };
      g_array_append_val (check->input->venues, venue);
      add_name (check->venues, check->venue_by_id, sqlite3_column_int64 (s, 0), keep_text (check, s, 1), NULL);
    }
}

static void
read_days (LecternCheck *check, LecternReader *reader)
{
  gint64 end = G_MININT64;
  sqlite3_stmt *s = ask (check, reader, "SELECT d.id, d.date, d.day_start, d.opens, d.closes, d.venue, v.time_zone FROM day d "
                                        "LEFT JOIN venue v ON v.id = d.venue AND v.alive = 1 WHERE d.event = ?1 AND d.alive = 1 "
                                        "ORDER BY d.date IS NULL, d.date, d.number, d.id");
  while (next_row (reader, s))
    {
      const char *date = (const char *) sqlite3_column_text (s, 1), *zone = (const char *) sqlite3_column_text (s, 6);
      LecternRuleDay day = { .opens = minutes_or_none (s, 3), .closes = minutes_or_none (s, 4),
                             .venue = lectern_check_index (check->venue_by_id, sqlite3_column_int64 (s, 5)) };
      set_date (check, &day, date, zone != NULL && lectern_time_zone_exists (zone) ? zone : check->zone,
                check->input->days->len);
      if (day.dated)
        end = MAX (end, lectern_rule_time (&day, MINUTES_PER_DAY + MAX (MORNING, sqlite3_column_int (s, 2)), FALSE));
      g_array_append_val (check->input->days, day);
      add_name (check->days, check->day_by_id, sqlite3_column_int64 (s, 0), "", keep_text (check, s, 1));
    }
  if (end != G_MININT64)
    check->input->end = end;
}

static void
read_rooms (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT r.id, " LECTERN_IN_LANGUAGE (17, "r", "name", 2)
                                        ", r.venue, r.capacity_theatre, r.capacity_classroom, r.capacity_boardroom, "
                                        "r.capacity_standing, r.setup, r.clearing, r.shared, r.alive FROM room r WHERE ?1 <> 0 "
                                        "ORDER BY r.venue, r.position IS NULL, r.position, r.id");
  while (next_row (reader, s))
    {
      LecternRuleRoom room = { .venue = lectern_check_index (check->venue_by_id, sqlite3_column_int64 (s, 2)),
                               .setup = sqlite3_column_int (s, 7), .clearing = sqlite3_column_int (s, 8),
                               .shared = sqlite3_column_int (s, 9) != 0, .deleted = sqlite3_column_int (s, 10) == 0 };
      for (guint i = LECTERN_SEATS_THEATRE; i < LECTERN_N_SEATS; i++)
        room.seats[i] = sqlite3_column_int (s, 2 + i);
      g_array_append_val (check->input->rooms, room);
      add_name (check->rooms, check->room_by_id, sqlite3_column_int64 (s, 0), keep_text (check, s, 1), NULL);
    }
}

static LecternRuleSet
read_languages (LecternCheck *check, sqlite3_stmt *s, int column)
{
  g_auto (LecternValue) value = lectern_column_value (s, column);
  g_auto (GStrv) tags = lectern_value_get_texts (&value);
  guint numbers[32], n = 0;
  for (; tags != NULL && tags[n] != NULL && n < G_N_ELEMENTS (numbers); n++)
    numbers[n] = language_number (check, tags[n]);
  return (LecternRuleSet){ lectern_check_keep (check, numbers, n * sizeof *numbers), n };
}

static void
read_people (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT p.id, p.name, p.languages FROM person p WHERE p.alive = 1 AND p.id IN "
                                        "(SELECT r.person FROM session x JOIN session_role r ON r.session = x.id "
                                        "WHERE x.event = ?1 AND x.alive = 1 AND r.alive = 1)");
  while (next_row (reader, s))
    {
      LecternRulePerson person = { .arrival = G_MININT64, .departure = G_MAXINT64,
                                   .languages = read_languages (check, s, 2) };
      g_array_append_val (check->input->people, person);
      add_name (check->people, check->person_by_id, sqlite3_column_int64 (s, 0), keep_text (check, s, 1), NULL);
    }
}

/* ---- when they are there ---- */

/* Into the sorted list, joined with what it touches. */
static LecternRuleWindows
with_window (LecternCheck *check, LecternRuleWindows windows, LecternRuleWindow window)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LecternRuleWindow));
  gboolean put = FALSE;
  for (guint i = 0; i < windows.n; i++)
    {
      if (windows.at[i].start <= window.end && windows.at[i].end >= window.start)
        {
          window.start = MIN (window.start, windows.at[i].start);
          window.end = MAX (window.end, windows.at[i].end);
          continue;
        }
      if (!put && windows.at[i].start > window.end)
        {
          g_array_append_val (all, window);
          put = TRUE;
        }
      g_array_append_val (all, windows.at[i]);
    }
  if (!put)
    g_array_append_val (all, window);
  return (LecternRuleWindows){ lectern_check_keep (check, all->data, all->len * sizeof window), all->len };
}

static void
read_availability (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT owner_kind, owner, type, start, \"end\" FROM availability WHERE alive = 1 "
                                        "AND (event = ?1 OR event IS NULL OR event = 0) ORDER BY id");
  while (next_row (reader, s))
    {
      gboolean of_room = g_strcmp0 ((const char *) sqlite3_column_text (s, 0), "room") == 0;
      const char *type = (const char *) sqlite3_column_text (s, 2);
      guint index = lectern_check_index (of_room ? check->room_by_id : check->person_by_id, sqlite3_column_int64 (s, 1));
      LecternRuleWindow window = { local_time (check, (const char *) sqlite3_column_text (s, 3), G_MININT64 / 4),
                                   local_time (check, (const char *) sqlite3_column_text (s, 4), G_MAXINT64 / 4) };
      if (index == LECTERN_RULE_NONE || window.end <= window.start)
        continue;
      LecternRuleRoom *room = of_room ? lectern_rule_room (check->input, index) : NULL;
      LecternRulePerson *person = of_room ? NULL : lectern_rule_person (check->input, index);
      if (g_strcmp0 (type, "present") == 0 && person != NULL)
        {
          person->arrival = MAX (person->arrival, window.start);
          person->departure = MIN (person->departure, window.end);
          continue;
        }
      LecternRuleWindows *to = g_strcmp0 (type, "unavailable") == 0 ? (of_room ? &room->closed : &person->closed)
                                                                    : (of_room ? &room->open : &person->open);
      *to = with_window (check, *to, window);
    }
}

static void
read_registrations (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT person, arrival, departure, choices FROM registration WHERE event = ?1 "
                                        "AND alive = 1 AND coalesce (state, '') NOT IN ('declined', 'cancelled')");
  while (next_row (reader, s))
    {
      guint index = lectern_check_index (check->person_by_id, sqlite3_column_int64 (s, 0));
      g_auto (LecternValue) value = lectern_column_value (s, 3);
      gsize n = 0;
      g_autofree gint64 *choices = lectern_value_get_ids (&value, &n);
      for (gsize i = 0; i < n; i++)
        {
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (check->allocated, &choices[i]));
          g_hash_table_insert (check->allocated, g_memdup2 (&choices[i], sizeof *choices), GUINT_TO_POINTER (before + 1));
        }
      if (index == LECTERN_RULE_NONE)
        continue;
      LecternRulePerson *person = lectern_rule_person (check->input, index);
      person->arrival = MAX (person->arrival, local_time (check, (const char *) sqlite3_column_text (s, 1), G_MININT64));
      person->departure = MIN (person->departure, local_time (check, (const char *) sqlite3_column_text (s, 2), G_MAXINT64));
    }
}

static void
read_nodes (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = ask (check, reader, "SELECT id FROM programme_node WHERE alive = 1 AND level = 'demonstration' AND ?1 <> 0");
  while (next_row (reader, s))
    lectern_check_enter (check->node_by_id, sqlite3_column_int64 (s, 0), check->input->n_nodes++);
}

void
lectern_check_load_event (LecternCheck *check, LecternReader *reader, const char *step)
{
  read_event (check, reader, step);
  lectern_rule_levels_read (reader, check->event, check->step, &check->levels);
  read_venues (check, reader);
  read_days (check, reader);
  read_rooms (check, reader);
  read_people (check, reader);
  read_nodes (check, reader);
  read_availability (check, reader);
  read_registrations (check, reader);
}

static void
waived_free (gpointer data)
{
  LecternWaived *waived = data;
  g_free (waived->reason);
  g_free (waived);
}

void
lectern_check_load_waivers (LecternCheck *check, LecternReader *reader)
{
  g_clear_pointer (&check->waivers, g_hash_table_unref);
  check->waivers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, waived_free);
  sqlite3_stmt *s = ask (check, reader, "SELECT id, rule, subject, reason FROM waiver WHERE event = ?1 AND alive = 1 ORDER BY id");
  while (next_row (reader, s))
    {
      const char *rule = (const char *) sqlite3_column_text (s, 1), *subject = (const char *) sqlite3_column_text (s, 2);
      LecternWaived *waived = g_new0 (LecternWaived, 1);
      waived->waiver = sqlite3_column_int64 (s, 0);
      waived->reason = g_strdup (lectern_list_column (s, 3));
      g_hash_table_replace (check->waivers, lectern_check_waiver_key (rule != NULL ? rule : "", subject != NULL ? subject : ""),
                            waived);
    }
}
