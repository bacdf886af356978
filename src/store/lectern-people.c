/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-people.h"

#include "lectern-list-sql.h"

#define LECTERN_TYPE_PARTICIPANTS_QUERY (lectern_participants_query_object_get_type ())
G_DECLARE_FINAL_TYPE (LecternParticipantsQuery, lectern_participants_query_object, LECTERN, PARTICIPANTS_QUERY, LecternListQuery)

struct _LecternParticipantsQuery
{
  LecternListQuery parent_instance;
  gint64 event;
  char **words;
  char *state;
  char *region;
  LecternNeeds needs;
  LecternParticipantColumn sort;
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (LecternParticipantsQuery, lectern_participants_query_object, LECTERN_TYPE_LIST_QUERY)

/* Parameters: ?1 event, ?2 state, ?3 region, words from ?4 on. */
#define FIRST_WORD 4
#define TABLES                                                                                       \
  " FROM registration r LEFT JOIN person p ON p.id = r.person"                                       \
  " LEFT JOIN organisation o ON o.id = p.organisation"
/* What one searches in; the same for every word, so that it is folded once per row. */
#define HAY                                                                                          \
  "lectern_fold (p.name || ' ' || ifnull (o.name, '') || ' ' || ifnull (o.acronym, '')"              \
  " || ' ' || ifnull (p.email, '') || ' ' || ifnull (o.region, ''))"
#define NAME_ORDER                                                                                   \
  "lectern_order (ifnull (p.family_name || ' ' || ifnull (p.given_name, ''), p.name))"
#define NEEDS                                                                                        \
  "nullif (ifnull (r.diet, '') || iif (r.diet IS NULL OR r.access_needs IS NULL, '', ', ')"          \
  " || ifnull (r.access_needs, ''), '')"

/* How each column sorts; NULL: it does not. */
static const char *const orders[LECTERN_PARTICIPANT_N_COLUMNS] = {
  [LECTERN_PARTICIPANT_NAME] = NAME_ORDER,
  [LECTERN_PARTICIPANT_ORGANISATION] = "lectern_order (o.name)",
  [LECTERN_PARTICIPANT_REGION] = "o.region",
  /* states and roles in the order of the description, not of the alphabet */
  [LECTERN_PARTICIPANT_ROLE] = "instr (' guest speaker partner organiser press ', ' ' || r.role || ' ')",
  [LECTERN_PARTICIPANT_STATE]
  = "instr (' invited registered confirmed waiting declined cancelled attended ', ' ' || r.state || ' ')",
  [LECTERN_PARTICIPANT_NEEDS] = "lectern_order (" NEEDS ")",
  [LECTERN_PARTICIPANT_EMAIL] = "lectern_order (p.email)",
  [LECTERN_PARTICIPANT_PHONE] = "p.phone",
  [LECTERN_PARTICIPANT_JOB] = "lectern_order (p.job)",
  [LECTERN_PARTICIPANT_ARRIVAL] = "r.arrival",
  [LECTERN_PARTICIPANT_DEPARTURE] = "r.departure",
  [LECTERN_PARTICIPANT_REGISTERED] = "r.registered",
};

static const char *const needs_where[] = {
  [LECTERN_NEEDS_ALL] = "",
  [LECTERN_NEEDS_DIET] = " AND r.diet IS NOT NULL",
  [LECTERN_NEEDS_ACCESS] = " AND r.access_needs IS NOT NULL",
  [LECTERN_NEEDS_ANY] = " AND (r.diet IS NOT NULL OR r.access_needs IS NOT NULL)",
};

gboolean
lectern_participants_can_sort (LecternParticipantColumn column)
{
  return column < LECTERN_PARTICIPANT_N_COLUMNS && orders[column] != NULL;
}

static gint64
participants_size (LecternListQuery *query, LecternReader *reader)
{
  return lectern_reader_count (reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_EVENT,
                               LECTERN_PARTICIPANTS_QUERY (query)->event);
}

static GArray *
participants_ids (LecternListQuery *query, LecternReader *reader)
{
  LecternParticipantsQuery *self = LECTERN_PARTICIPANTS_QUERY (query);
  const char *order = orders[self->sort] ? orders[self->sort] : orders[LECTERN_PARTICIPANT_NAME];
  g_autoptr(GString) sql = g_string_new ("SELECT r.id" TABLES " WHERE r.event = ?1 AND r.alive");
  if (self->state != NULL)
    g_string_append (sql, " AND r.state = ?2");
  if (self->region != NULL)
    g_string_append (sql, *self->region ? " AND o.region = ?3" : " AND o.region IS NULL");
  g_string_append (sql, needs_where[self->needs]);
  lectern_list_where_words (sql, HAY, self->words, FIRST_WORD);
  /* What is empty stands at the end either way. */
  g_string_append_printf (sql, " ORDER BY (%s) IS NULL, %s%s, " NAME_ORDER ", r.id", order, order,
                          self->descending ? " DESC" : "");
  sqlite3_stmt *statement = lectern_list_statement (reader, sql->str);
  if (statement == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_bind_int64 (statement, 1, self->event);
  if (self->state != NULL)
    sqlite3_bind_text (statement, 2, self->state, -1, SQLITE_TRANSIENT);
  if (self->region != NULL && *self->region)
    sqlite3_bind_text (statement, 3, self->region, -1, SQLITE_TRANSIENT);
  lectern_list_bind_words (statement, self->words, FIRST_WORD);
  return lectern_list_collect (reader, statement);
}

/* The names of the chosen sessions, from the ids in the registration. */
static char *
dup_choices (LecternReader *reader, const char *json)
{
  GString *names = g_string_new (NULL);
  gsize n = 0;
  g_auto(LecternValue) value = lectern_value_text (json);
  g_autofree gint64 *ids = lectern_value_get_ids (&value, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = lectern_reader_name (reader, LECTERN_KIND_SESSION, ids[i], NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

#define ROW_SQL                                                                                      \
  "SELECT iif (p.family_name IS NULL, p.name, p.family_name || ifnull (', ' || p.given_name, ''))," \
  " o.name, o.region, r.role, r.state, " NEEDS ", r.choices, p.email, p.phone, p.job,"               \
  " r.arrival, r.departure, r.registered, r.notes, r.person" TABLES " WHERE r.id = ?1"

static void
participants_fill (LecternListQuery *query, LecternReader *reader, LecternListRow *row)
{
  sqlite3_stmt *statement = lectern_list_statement (reader, ROW_SQL);
  g_autofree char *choices = NULL;
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, lectern_list_row_get_id (row));
  if (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      for (int i = 0; i < LECTERN_PARTICIPANT_N_COLUMNS; i++)
        if (i == LECTERN_PARTICIPANT_CHOICES)
          choices = g_strdup (lectern_list_column (statement, i));
        else if (i == LECTERN_PARTICIPANT_REGISTERED || i == LECTERN_PARTICIPANT_PERSON)
          lectern_list_row_set_integer (row, i, sqlite3_column_int64 (statement, i));
        else
          lectern_list_row_set_text (row, i, lectern_list_column (statement, i));
    }
  sqlite3_reset (statement);
  if (choices != NULL)
    {
      g_autofree char *names = *choices ? dup_choices (reader, choices) : g_strdup ("");
      lectern_list_row_set_text (row, LECTERN_PARTICIPANT_CHOICES, names);
    }
}

static void
lectern_participants_query_object_finalize (GObject *object)
{
  LecternParticipantsQuery *self = LECTERN_PARTICIPANTS_QUERY (object);
  g_strfreev (self->words);
  g_free (self->state);
  g_free (self->region);
  G_OBJECT_CLASS (lectern_participants_query_object_parent_class)->finalize (object);
}

static void
lectern_participants_query_object_class_init (LecternParticipantsQueryClass *klass)
{
  LecternListQueryClass *query_class = LECTERN_LIST_QUERY_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_participants_query_object_finalize;
  query_class->n_columns = LECTERN_PARTICIPANT_N_COLUMNS;
  query_class->size = participants_size;
  query_class->ids = participants_ids;
  query_class->fill = participants_fill;
}

static void
lectern_participants_query_object_init (LecternParticipantsQuery *self)
{
}

LecternListQuery *
lectern_participants_query (const LecternParticipantFilter *filter)
{
  LecternParticipantsQuery *self = g_object_new (LECTERN_TYPE_PARTICIPANTS_QUERY, NULL);
  self->event = filter->event;
  self->words = lectern_list_words (filter->text);
  self->state = g_strdup (filter->state);
  self->region = g_strdup (filter->region);
  self->needs = filter->needs;
  self->sort = filter->sort;
  self->descending = filter->descending;
  return LECTERN_LIST_QUERY (self);
}

gint64
lectern_participants_find (LecternReader *reader, gint64 event, gint64 person)
{
  sqlite3_stmt *statement = lectern_list_statement (
      reader, "SELECT id FROM registration WHERE person = ?1 AND event = ?2 AND alive");
  gint64 id = 0;
  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, person);
  sqlite3_bind_int64 (statement, 2, event);
  if (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return id;
}
