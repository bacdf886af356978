/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the sessions that the rules look at, all of them or one again.
 */
#include "lectern-check-private.h"

#include "lectern-list-sql.h"

#include <string.h>

#define COLUMNS                                                                                     \
  "s.id, " LECTERN_IN_LANGUAGE (22, "s", "title", 3)                                                \
  ", s.day, s.start_minute, s.duration, s.rooms, s.parent, coalesce (nullif (s.programme_node, 0), " \
  "t.programme_node), s.expected, s.needs, s.languages, s.type, s.layout, s.state, s.internal, "    \
  "s.second_hour, s.locked, s.event, s.alive "                                                      \
  "FROM session s LEFT JOIN track t ON t.id = s.track AND t.alive = 1 "

enum
{
  ID, TITLE, DAY, START, DURATION, ROOMS, PARENT, NODE, EXPECTED, NEEDS, LANGUAGES, TYPE, LAYOUT, STATE, INTERNAL,
  SECOND_HOUR, LOCKED, EVENT, ALIVE
};

static const char *const seat_keys[LECTERN_N_SEATS] = { "", "theatre", "classroom", "boardroom", "standing" };
static const char *const role_keys[] = { "", "chair", "speaker", "moderator", "panellist", "rapporteur", "interpreter" };
static const struct
{
  const char *key;
  LecternRuleType type;
} types[] = { { "plenary", LECTERN_RULE_PLENARY },   { "parallel", LECTERN_RULE_PARALLEL },
              { "workshop", LECTERN_RULE_WORKSHOP }, { "break", LECTERN_RULE_PAUSE },
              { "meal", LECTERN_RULE_PAUSE },        { "administrative", LECTERN_RULE_ADMINISTRATIVE },
              { "visit", LECTERN_RULE_OUT },         { "social", LECTERN_RULE_OUT } };

static guint8
position_of (const char *key, const char *const *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (key, keys[i]) == 0)
      return i;
  return 0;
}

static guint8
type_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (key, types[i].key) == 0)
      return types[i].type;
  return LECTERN_RULE_TALK;
}

/* ---- one session ---- */

/* FALSE: a room that is not known. */
static gboolean
read_rooms (LecternCheck *check, sqlite3_stmt *s, LecternRuleSession *session)
{
  g_auto (LecternValue) value = lectern_column_value (s, ROOMS);
  gsize n = 0;
  g_autofree gint64 *ids = lectern_value_get_ids (&value, &n);
  g_autofree guint *numbers = g_new (guint, n + 1);
  guint known = 0;
  for (gsize i = 0; i < n; i++)
    {
      guint room = lectern_check_index (check->room_by_id, ids[i]);
      gboolean twice = FALSE;
      for (guint before = 0; before < known; before++)
        twice = twice || numbers[before] == room;
      if (room != LECTERN_RULE_NONE && !twice)
        numbers[known++] = room;
    }
  session->rooms = (LecternRuleSet){ lectern_check_keep (check, numbers, known * sizeof *numbers), known };
  return known == n;
}

static void
read_languages (LecternCheck *check, sqlite3_stmt *s, LecternRuleSession *session)
{
  g_auto (LecternValue) value = lectern_column_value (s, LANGUAGES);
  g_auto (GStrv) tags = lectern_value_get_texts (&value);
  guint numbers[32], n = 0;
  for (guint i = 0; tags != NULL && tags[i] != NULL && n < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *primary = g_ascii_strdown (tags[i], strcspn (tags[i], "-_"));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (check->language_by_text, primary));
      numbers[n++] = number > 0 ? number - 1 : G_MAXUINT / 2; /* nobody is known to speak it */
    }
  if (n == 0 && check->main_language != LECTERN_RULE_NONE)
    numbers[n++] = check->main_language;
  session->languages = (LecternRuleSet){ lectern_check_keep (check, numbers, n * sizeof *numbers), n };
}

/* All but roles, parent and pairs; FALSE: it names what is not known. */
static gboolean
read_row (LecternCheck *check, sqlite3_stmt *s, LecternRuleSession *session, LecternCheckSession *name)
{
  const char *state = (const char *) sqlite3_column_text (s, STATE), *title = (const char *) sqlite3_column_text (s, TITLE);
  gint64 day = sqlite3_column_int64 (s, DAY), id = sqlite3_column_int64 (s, ID);
  gint64 allocated = GPOINTER_TO_UINT (g_hash_table_lookup (check->allocated, &id));
  *name = (LecternCheckSession){ id, title != NULL ? g_string_chunk_insert (check->texts, title) : "",
                                 sqlite3_column_int64 (s, PARENT), sqlite3_column_int (s, LOCKED) != 0 };
  *session = (LecternRuleSession){
    .key = id,
    .day = lectern_check_index (check->day_by_id, day),
    .minute = sqlite3_column_type (s, START) != SQLITE_NULL ? sqlite3_column_int (s, START) : -1,
    .duration = sqlite3_column_type (s, DURATION) != SQLITE_NULL ? sqlite3_column_int (s, DURATION) : -1,
    .parent = LECTERN_RULE_NONE,
    .node = lectern_check_index (check->node_by_id, sqlite3_column_int64 (s, NODE)),
    .expected = (int) MIN (MAX (sqlite3_column_int64 (s, EXPECTED), allocated), G_MAXINT),
    .type = type_of ((const char *) sqlite3_column_text (s, TYPE)),
    .seats = position_of ((const char *) sqlite3_column_text (s, LAYOUT), seat_keys, LECTERN_N_SEATS),
    .second_hour = sqlite3_column_int (s, SECOND_HOUR) != 0,
    .internal = sqlite3_column_int (s, INTERNAL) != 0,
    .counts = g_strcmp0 (state, "cancelled") != 0 && g_strcmp0 (state, "idea") != 0,
  };
  session->lost_day = day != 0 && session->day == LECTERN_RULE_NONE;
  gboolean rooms = read_rooms (check, s, session), needs = lectern_check_read_needs (check, s, NEEDS, session);
  read_languages (check, s, session);
  return rooms && needs;
}

static LecternRulePart
read_part (LecternCheck *check, sqlite3_stmt *s)
{
  return (LecternRulePart){ lectern_check_index (check->person_by_id, sqlite3_column_int64 (s, 1)),
                            position_of ((const char *) sqlite3_column_text (s, 2), role_keys, G_N_ELEMENTS (role_keys)),
                            g_strcmp0 ((const char *) sqlite3_column_text (s, 3), "to-be-confirmed") == 0 };
}

static gboolean
has_rapporteur (const LecternRuleSession *session)
{
  for (guint i = 0; i < session->n_parts; i++)
    if (session->parts[i].role == LECTERN_ROLE_RAPPORTEUR)
      return TRUE;
  return FALSE;
}

/* An event has rapporteurs where most of its parallel sessions and workshops have one. */
gboolean
lectern_check_has_rapporteurs (const LecternCheck *check)
{
  guint n = 0, all = 0;
  for (guint i = 0; i < check->input->sessions->len; i++)
    {
      const LecternRuleSession *session = lectern_rule_session (check->input, i);
      if (!session->counts || (session->type != LECTERN_RULE_PARALLEL && session->type != LECTERN_RULE_WORKSHOP))
        continue;
      all++;
      n += has_rapporteur (session);
    }
  return 2 * n > all;
}

/* ---- all ---- */

static void
read_roles (LecternCheck *check, LecternReader *reader)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (LecternRulePart));
  sqlite3_stmt *s = lectern_reader_statement (
      reader, "SELECT r.session, r.person, r.role, r.state FROM session x JOIN session_role r ON r.session = x.id "
              "AND r.alive = 1 WHERE x.event = ?1 AND x.alive = 1 AND r.state IS NOT 'cancelled' "
              "ORDER BY r.session, r.person, r.id");
  if (s == NULL)
    return;
  sqlite3_bind_int64 (s, 1, check->event);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      guint session = lectern_check_index (check->session_by_id, sqlite3_column_int64 (s, 0));
      LecternRulePart part = read_part (check, s);
      if (session == LECTERN_RULE_NONE || part.person == LECTERN_RULE_NONE)
        continue;
      lectern_rule_session (check->input, session)->n_parts++;
      g_array_append_val (parts, part);
    }
  const LecternRulePart *all = lectern_check_keep (check, parts->data, parts->len * sizeof (LecternRulePart));
  /* they came in the order of the sessions' ids, which is that of the sessions */
  for (guint i = 0; i < check->input->sessions->len; i++)
    {
      LecternRuleSession *session = lectern_rule_session (check->input, i);
      session->parts = all;
      all += session->n_parts;
    }
}

static void
add_clash (LecternCheck *check, guint session, guint with)
{
  LecternRuleSet *set = &lectern_rule_session (check->input, session)->clashes;
  g_autofree guint *more = g_new (guint, set->n + 1);
  if (set->n > 0)
    memcpy (more, set->at, set->n * sizeof *more);
  more[set->n] = with;
  *set = (LecternRuleSet){ lectern_check_keep (check, more, (set->n + 1) * sizeof *more), set->n + 1 };
}

static void
read_clashes (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT \"first\", \"second\" FROM clash WHERE event = ?1 AND alive = 1");
  if (s == NULL)
    return;
  sqlite3_bind_int64 (s, 1, check->event);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      gint64 ids[] = { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1) };
      guint a = lectern_check_index (check->session_by_id, ids[0]), b = lectern_check_index (check->session_by_id, ids[1]);
      for (guint i = 0; i < 2; i++)
        g_hash_table_add (check->paired, g_memdup2 (&ids[i], sizeof ids[i]));
      if (a == LECTERN_RULE_NONE || b == LECTERN_RULE_NONE || a == b
          || lectern_rule_set_contains (&lectern_rule_session (check->input, a)->clashes, b))
        continue; /* the same pair the other way round */
      add_clash (check, a, b);
      add_clash (check, b, a);
    }
}

void
lectern_check_load_sessions (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT " COLUMNS "WHERE s.event = ?1 AND s.alive = 1 ORDER BY s.id");
  if (s == NULL)
    return;
  sqlite3_bind_int64 (s, 1, check->event);
  sqlite3_bind_text (s, 2, check->language, -1, SQLITE_TRANSIENT);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      LecternRuleSession session;
      LecternCheckSession name;
      read_row (check, s, &session, &name);
      g_array_append_val (check->input->sessions, session);
      g_array_append_val (check->sessions, name);
      lectern_check_enter (check->session_by_id, name.id, check->sessions->len - 1);
    }
  for (guint i = 0; i < check->sessions->len; i++)
    {
      guint parent = lectern_check_index (check->session_by_id, lectern_check_session (check, i)->parent);
      lectern_rule_session (check->input, i)->parent = parent != i ? parent : LECTERN_RULE_NONE;
    }
  lectern_check_match_equipment (check, reader);
  read_roles (check, reader);
  read_clashes (check, reader);
  check->input->rapporteurs = lectern_check_has_rapporteurs (check);
}

/* ---- one again ---- */

/* FALSE: somebody has a role in it who had none in the event. */
static gboolean
read_own_roles (LecternCheck *check, LecternReader *reader, gint64 id, LecternRuleSession *session)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (LecternRulePart));
  sqlite3_stmt *s = lectern_reader_statement (
      reader, "SELECT r.session, r.person, r.role, r.state FROM session_role r JOIN person p ON p.id = r.person AND p.alive = 1 "
              "WHERE r.session = ?1 AND r.alive = 1 AND r.state IS NOT 'cancelled' ORDER BY r.person, r.id");
  gboolean known = TRUE;
  if (s == NULL)
    return FALSE;
  sqlite3_bind_int64 (s, 1, id);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      LecternRulePart part = read_part (check, s);
      known = known && part.person != LECTERN_RULE_NONE;
      g_array_append_val (parts, part);
    }
  session->parts = lectern_check_keep (check, parts->data, parts->len * sizeof (LecternRulePart));
  session->n_parts = parts->len;
  return known;
}

static gboolean
is_parent (LecternCheck *check, gint64 id)
{
  for (guint i = 0; i < check->sessions->len; i++)
    if (lectern_check_session (check, i)->parent == id)
      return TRUE;
  return FALSE;
}

static gboolean
forget_session (LecternCheck *check, gint64 id, guint index)
{
  if (index == LECTERN_RULE_NONE)
    return TRUE; /* not of this event */
  if (is_parent (check, id) || g_hash_table_contains (check->paired, &id))
    return FALSE;
  LecternRuleSession gone = { .day = LECTERN_RULE_NONE, .minute = -1, .parent = LECTERN_RULE_NONE, .node = LECTERN_RULE_NONE };
  lectern_rules_set_session (check->rules, index, &gone);
  g_hash_table_remove (check->session_by_id, &id);
  lectern_check_session (check, index)->parent = 0;
  return TRUE;
}

gboolean
lectern_check_reload_session (LecternCheck *check, LecternReader *reader, gint64 id)
{
  guint index = lectern_check_index (check->session_by_id, id);
  LecternRuleSession session;
  LecternCheckSession name;
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT " COLUMNS "WHERE s.id = ?1");
  if (s == NULL)
    return FALSE;
  sqlite3_bind_int64 (s, 1, id);
  sqlite3_bind_text (s, 2, check->language, -1, SQLITE_TRANSIENT);
  if (!lectern_db_step (lectern_reader_db (reader), s, NULL) || sqlite3_column_int (s, ALIVE) == 0
      || sqlite3_column_int64 (s, EVENT) != check->event)
    {
      sqlite3_reset (s);
      return forget_session (check, id, index);
    }
  gboolean known = read_row (check, s, &session, &name);
  sqlite3_reset (s);
  if (!known || !read_own_roles (check, reader, id, &session))
    return FALSE;
  if (index == LECTERN_RULE_NONE)
    {
      if (is_parent (check, id) || g_hash_table_contains (check->paired, &id))
        return FALSE;
      index = check->sessions->len;
      g_array_append_val (check->sessions, name);
      lectern_check_enter (check->session_by_id, id, index);
    }
  else
    {
      session.clashes = lectern_rule_session (check->input, index)->clashes;
      *lectern_check_session (check, index) = name;
    }
  guint parent = lectern_check_index (check->session_by_id, name.parent);
  session.parent = parent != index ? parent : LECTERN_RULE_NONE;
  lectern_rules_set_session (check->rules, index, &session);
  return TRUE;
}
