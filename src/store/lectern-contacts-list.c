/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts.h"

#include "lectern-list-sql.h"

/* Row ids are made up here: an organisation stands in several places. The id says what the row
 * is, so that it is the same row whenever the list is asked for again. */

#define LECTERN_TYPE_CONTACTS_QUERY (lectern_contacts_query_get_type ())
G_DECLARE_FINAL_TYPE (LecternContactsQuery, lectern_contacts_query, LECTERN, CONTACTS_QUERY, LecternListQuery)

struct _LecternContactsQuery
{
  LecternListQuery parent_instance;
  char **words;
};

G_DEFINE_FINAL_TYPE (LecternContactsQuery, lectern_contacts_query, LECTERN_TYPE_LIST_QUERY)

/* The heading of what has no role; ids of records are never this small. */
#define NO_NODE G_GINT64_CONSTANT (-1)

#define ORGANISATION_HAY                                                                             \
  "lectern_fold (o.name || ' ' || ifnull (o.acronym, '') || ' ' || ifnull (o.city, '')"              \
  " || ' ' || ifnull (o.region, ''))"

/* The path of positions makes a part stand under what it is part of. */
#define TREE                                                                                         \
  "WITH RECURSIVE tree (id, path) AS ("                                                              \
  " SELECT id, printf ('%s %020d', ifnull (position, '~'), id) FROM programme_node n WHERE alive"    \
  " AND (parent IS NULL OR parent NOT IN (SELECT id FROM programme_node WHERE alive))"               \
  " UNION ALL SELECT n.id, t.path || '/' || printf ('%s %020d', ifnull (n.position, '~'), n.id)"     \
  " FROM programme_node n JOIN tree t ON n.parent = t.id WHERE n.alive AND length (t.path) < 2000)"

static void
append_members (GArray *ids, LecternReader *reader, char **words)
{
  g_autoptr(GString) sql = g_string_new (
      TREE " SELECT m.id, t.id FROM membership m JOIN organisation o ON o.id = m.organisation"
           " JOIN tree t ON t.id = m.programme_node WHERE m.alive AND o.alive");
  gint64 node = 0;
  lectern_list_where_words (sql, ORGANISATION_HAY, words, 1);
  g_string_append (sql, " ORDER BY t.path, m.position IS NULL, m.position,"
                        " m.role IS NOT 'lead', lectern_order (o.name), m.id");
  sqlite3_stmt *statement = lectern_list_statement (reader, sql->str);
  if (statement == NULL)
    return;
  lectern_list_bind_words (statement, words, 1);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_int64 (statement, 1) != node)
        {
          node = sqlite3_column_int64 (statement, 1);
          gint64 heading = -node;
          g_array_append_val (ids, heading);
        }
      g_array_append_val (ids, id);
    }
  sqlite3_reset (statement);
}

static void
append_others (GArray *ids, LecternReader *reader, char **words)
{
  g_autoptr(GString) sql = g_string_new (
      "SELECT o.id FROM organisation o WHERE o.alive AND NOT EXISTS (SELECT 1 FROM membership m"
      " JOIN programme_node n ON n.id = m.programme_node"
      " WHERE m.organisation = o.id AND m.alive AND n.alive)");
  lectern_list_where_words (sql, ORGANISATION_HAY, words, 1);
  g_string_append (sql, " ORDER BY lectern_order (o.name), o.id");
  sqlite3_stmt *statement = lectern_list_statement (reader, sql->str);
  if (statement == NULL)
    return;
  lectern_list_bind_words (statement, words, 1);
  g_autoptr(GArray) others = lectern_list_collect (reader, statement);
  if (others->len == 0)
    return;
  /* A heading only where there is something to set it apart from. */
  if (ids->len > 0)
    {
      gint64 heading = NO_NODE;
      g_array_append_val (ids, heading);
    }
  g_array_append_vals (ids, others->data, others->len);
}

static gint64
contacts_size (LecternListQuery *query, LecternReader *reader)
{
  return lectern_reader_count (reader, LECTERN_KIND_ORGANISATION, 0, 0)
         + lectern_reader_count (reader, LECTERN_KIND_MEMBERSHIP, 0, 0);
}

static GArray *
contacts_ids (LecternListQuery *query, LecternReader *reader)
{
  LecternContactsQuery *self = LECTERN_CONTACTS_QUERY (query);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  append_members (ids, reader, self->words);
  append_others (ids, reader, self->words);
  return ids;
}

static void
fill_heading (LecternReader *reader, LecternListRow *row, gint64 node)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_PROGRAMME_NODE, node);
  gint64 n = 0;
  if (record != NULL)
    {
      lectern_list_row_set_text (row, LECTERN_CONTACT_NAME, lectern_record_name (record, NULL));
      lectern_list_row_set_text (row, LECTERN_CONTACT_LEVEL,
                                 lectern_record_text (record, LECTERN_PROGRAMME_NODE_LEVEL));
      n = lectern_reader_count (reader, LECTERN_KIND_MEMBERSHIP, LECTERN_MEMBERSHIP_PROGRAMME_NODE,
                                node);
    }
  lectern_list_row_set_integer (row, LECTERN_CONTACT_NODE, record != NULL ? node : 0);
  lectern_list_row_set_integer (row, LECTERN_CONTACT_COUNT, n);
}

static void
contacts_fill (LecternListQuery *query, LecternReader *reader, LecternListRow *row)
{
  gint64 id = lectern_list_row_get_id (row), organisation = id;
  if (id < 0)
    return fill_heading (reader, row, id == NO_NODE ? 0 : -id);
  g_autoptr(LecternRecord) role = lectern_reader_get (reader, LECTERN_KIND_MEMBERSHIP, id);
  if (role != NULL)
    {
      organisation = lectern_record_integer (role, LECTERN_MEMBERSHIP_ORGANISATION);
      lectern_list_row_set_text (row, LECTERN_CONTACT_SECOND,
                                 lectern_record_text (role, LECTERN_MEMBERSHIP_ROLE));
      lectern_list_row_set_integer (
          row, LECTERN_CONTACT_NODE,
          lectern_record_integer (role, LECTERN_MEMBERSHIP_PROGRAMME_NODE));
    }
  g_autoptr(LecternRecord) record
      = lectern_reader_get (reader, LECTERN_KIND_ORGANISATION, organisation);
  lectern_list_row_set_integer (row, LECTERN_CONTACT_RECORD, organisation);
  if (record == NULL)
    return;
  lectern_list_row_set_text (row, LECTERN_CONTACT_NAME, lectern_record_name (record, NULL));
  lectern_list_row_set_text (row, LECTERN_CONTACT_REGION,
                             lectern_record_text (record, LECTERN_ORGANISATION_REGION));
}

static void
lectern_contacts_query_finalize (GObject *object)
{
  g_strfreev (LECTERN_CONTACTS_QUERY (object)->words);
  G_OBJECT_CLASS (lectern_contacts_query_parent_class)->finalize (object);
}

static void
lectern_contacts_query_class_init (LecternContactsQueryClass *klass)
{
  LecternListQueryClass *query_class = LECTERN_LIST_QUERY_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_contacts_query_finalize;
  query_class->n_columns = LECTERN_CONTACT_N_COLUMNS;
  query_class->size = contacts_size;
  query_class->ids = contacts_ids;
  query_class->fill = contacts_fill;
}

static void
lectern_contacts_query_init (LecternContactsQuery *self)
{
}

LecternListQuery *
lectern_organisations_query (const char *text)
{
  LecternContactsQuery *self = g_object_new (LECTERN_TYPE_CONTACTS_QUERY, NULL);
  self->words = lectern_list_words (text);
  return LECTERN_LIST_QUERY (self);
}

guint
lectern_organisations_query_n (LecternReader *reader, const char *text)
{
  g_auto(GStrv) words = lectern_list_words (text);
  g_autoptr(GString) sql = g_string_new ("SELECT count (*) FROM organisation o WHERE o.alive");
  lectern_list_where_words (sql, ORGANISATION_HAY, words, 1);
  sqlite3_stmt *statement = lectern_list_statement (reader, sql->str);
  if (statement == NULL)
    return 0;
  lectern_list_bind_words (statement, words, 1);
  g_autoptr(GArray) count = lectern_list_collect (reader, statement);
  return count->len > 0 ? g_array_index (count, gint64, 0) : 0;
}

/* People. */

#define LECTERN_TYPE_PERSONS_QUERY (lectern_persons_query_object_get_type ())
G_DECLARE_FINAL_TYPE (LecternPersonsQuery, lectern_persons_query_object, LECTERN, PERSONS_QUERY, LecternListQuery)

struct _LecternPersonsQuery
{
  LecternListQuery parent_instance;
  char **words;
};

G_DEFINE_FINAL_TYPE (LecternPersonsQuery, lectern_persons_query_object, LECTERN_TYPE_LIST_QUERY)

#define PERSON_TABLES " FROM person p LEFT JOIN organisation o ON o.id = p.organisation"
#define PERSON_HAY                                                                                   \
  "lectern_fold (p.name || ' ' || ifnull (o.name, '') || ' ' || ifnull (o.acronym, '')"              \
  " || ' ' || ifnull (p.email, ''))"

static gint64
persons_size (LecternListQuery *query, LecternReader *reader)
{
  return lectern_reader_count (reader, LECTERN_KIND_PERSON, 0, 0);
}

static GArray *
persons_ids (LecternListQuery *query, LecternReader *reader)
{
  LecternPersonsQuery *self = LECTERN_PERSONS_QUERY (query);
  g_autoptr(GString) sql = g_string_new ("SELECT p.id" PERSON_TABLES " WHERE p.alive");
  lectern_list_where_words (sql, PERSON_HAY, self->words, 1);
  g_string_append (sql, " ORDER BY lectern_order (ifnull (p.family_name || ' ' ||"
                        " ifnull (p.given_name, ''), p.name)), p.id");
  sqlite3_stmt *statement = lectern_list_statement (reader, sql->str);
  if (statement == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  lectern_list_bind_words (statement, self->words, 1);
  return lectern_list_collect (reader, statement);
}

static void
persons_fill (LecternListQuery *query, LecternReader *reader, LecternListRow *row)
{
  sqlite3_stmt *statement = lectern_list_statement (
      reader, "SELECT p.name, ifnull (o.name, p.job), o.region" PERSON_TABLES " WHERE p.id = ?1");
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, lectern_list_row_get_id (row));
  lectern_list_row_set_integer (row, LECTERN_CONTACT_RECORD, lectern_list_row_get_id (row));
  if (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    for (int i = 0; i < 3; i++)
      lectern_list_row_set_text (row, LECTERN_CONTACT_NAME + i, lectern_list_column (statement, i));
  sqlite3_reset (statement);
}

static void
lectern_persons_query_object_finalize (GObject *object)
{
  g_strfreev (LECTERN_PERSONS_QUERY (object)->words);
  G_OBJECT_CLASS (lectern_persons_query_object_parent_class)->finalize (object);
}

static void
lectern_persons_query_object_class_init (LecternPersonsQueryClass *klass)
{
  LecternListQueryClass *query_class = LECTERN_LIST_QUERY_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_persons_query_object_finalize;
  query_class->n_columns = LECTERN_CONTACT_N_COLUMNS;
  query_class->size = persons_size;
  query_class->ids = persons_ids;
  query_class->fill = persons_fill;
}

static void
lectern_persons_query_object_init (LecternPersonsQuery *self)
{
}

LecternListQuery *
lectern_persons_query (const char *text)
{
  LecternPersonsQuery *self = g_object_new (LECTERN_TYPE_PERSONS_QUERY, NULL);
  self->words = lectern_list_words (text);
  return LECTERN_LIST_QUERY (self);
}
