/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-among.h"

#include "lectern-sqlite.h"

/* "[1,2,3]", for json_each(): one bound value however many there are. */
static char *
json_of (GArray *values)
{
  GString *out = g_string_new ("[");
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i ? "," : "",
                            g_array_index (values, gint64, i));
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static const char *
column_of (LecternKind kind, guint field)
{
  return field ? lectern_field (kind, field)->name : "id";
}

GPtrArray *
lectern_reader_find_among (LecternReader *reader, LecternKind kind, guint field, GArray *values)
{
  g_autofree char *where
      = g_strdup_printf ("\"%s\" IN (SELECT value FROM json_each(?1))", column_of (kind, field));
  g_autofree char *json = json_of (values);
  sqlite3_stmt *statement = lectern_reader_ids_where (reader, kind, where);
  if (statement != NULL)
    sqlite3_bind_text (statement, 1, json, -1, SQLITE_TRANSIENT);
  return lectern_reader_load_all (reader, kind, statement);
}

GArray *
lectern_reader_ids_ever (LecternReader *reader, LecternKind kind, guint field, GArray *values)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *json = json_of (values);
  g_autofree char *sql
      = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" IN (SELECT value FROM json_each(?1)) ORDER BY id",
                         lectern_kind_info (kind)->name, column_of (kind, field));
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);
  if (statement == NULL)
    return ids;
  sqlite3_bind_text (statement, 1, json, -1, SQLITE_TRANSIENT);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  sqlite3_reset (statement);
  return ids;
}

/* Whether the public sees a session at all is told by a field of the organisers. */
static gboolean
is_public (LecternKind kind, const LecternField *field)
{
  return field->audience == LECTERN_AUDIENCE_PUBLIC
         || (kind == LECTERN_KIND_SESSION && field->number == LECTERN_SESSION_INTERNAL);
}

/* Public groups of @kind, and 0: whether the record is there at all. */
static char *
public_groups (LecternKind kind)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  GString *groups = g_string_new ("0");
  for (guint i = 0; i < info->n_fields; i++)
    if (is_public (kind, &info->fields[i]))
      g_string_append_printf (groups, ",%u", info->fields[i].group);
  return g_string_free (groups, FALSE);
}

GHashTable *
lectern_history_newest_among (LecternReader *reader, LecternKind kind, guint field, GArray *values)
{
  GHashTable *newest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *json = json_of (values);
  g_autofree char *groups = public_groups (kind);
  const char *table = lectern_kind_info (kind)->name;
  const char *column = column_of (kind, field);
  g_autofree char *sql = g_strdup_printf (
      "WITH wanted AS (SELECT id, \"%s\" AS value, change FROM \"%s\" WHERE \"%s\" IN (SELECT "
      "value FROM json_each(?1))) "
      "SELECT value, max(lamport), max(time) FROM ("
      "SELECT w.value, c.lamport, c.time FROM wanted w JOIN change c ON c.number = w.change "
      "UNION ALL SELECT w.value, c.lamport, c.time FROM wanted w "
      "JOIN op o ON o.kind = ?2 AND o.row = w.id AND o.grp IN (%s) JOIN change c ON c.number = "
      "o.change) GROUP BY value",
      column, table, column, groups);
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);
  if (statement == NULL)
    return newest;
  sqlite3_bind_text (statement, 1, json, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, kind);
  while (lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      gint64 *key = g_new (gint64, 1);
      LecternNewest *value = g_new (LecternNewest, 1);
      *key = sqlite3_column_int64 (statement, 0);
      value->lamport = sqlite3_column_int64 (statement, 1);
      value->time = sqlite3_column_int64 (statement, 2);
      g_hash_table_insert (newest, key, value);
    }
  sqlite3_reset (statement);
  return newest;
}

void
lectern_newest_raise (LecternNewest *newest, GHashTable *table, gint64 value)
{
  const LecternNewest *found = g_hash_table_lookup (table, &value);
  if (found == NULL)
    return;
  newest->lamport = MAX (newest->lamport, found->lamport);
  newest->time = MAX (newest->time, found->time);
}
