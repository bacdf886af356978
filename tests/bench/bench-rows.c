/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rows.h"

#include "bench.h"
#include "lectern-description.h"

/* One table's rows, one after the other. */
typedef struct
{
  char *insert;
  guint n_columns;
  GPtrArray *values; /* of sqlite3_value */
} Table;

struct BenchRows
{
  char *path;
  GString *names; /* of tables, quoted, for bench_copy_tables() */
  GPtrArray *tables;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->insert);
  g_ptr_array_unref (table->values);
  g_free (table);
}

static void
load_table (BenchRows *rows, sqlite3 *db, const char *query, const char *insert)
{
  sqlite3_stmt *statement = bench_prepare (db, query);
  Table *table = g_new0 (Table, 1);
  GString *sql = g_string_new (insert);

  table->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  table->n_columns = sqlite3_column_count (statement);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, "%s?%u", i ? ", " : " VALUES (", i + 1);
  table->insert = g_string_free (g_string_append_c (sql, ')'), FALSE);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (guint i = 0; i < table->n_columns; i++)
      g_ptr_array_add (table->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));
  sqlite3_finalize (statement);
  g_ptr_array_add (rows->tables, table);
}

BenchRows *
bench_rows_load (const char *path)
{
  BenchRows *rows = g_new0 (BenchRows, 1);
  sqlite3 *db = bench_open (path);

  rows->path = g_strdup (path);
  rows->names = g_string_new ("''");
  rows->tables = g_ptr_array_new_with_free_func (table_free);
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      const char *name = lectern_kind_info (kind)->name;
      g_autofree char *query = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", name);
      g_autofree char *insert = g_strdup_printf ("INSERT INTO \"%s\"", name);

      g_string_append_printf (rows->names, ", '%s'", name);
      load_table (rows, db, query, insert);
    }
  load_table (rows, db, "SELECT number, name || ' ' || body FROM search_entry ORDER BY number",
              "INSERT INTO search (rowid, text)");
  sqlite3_close (db);
  return rows;
}

guint
bench_rows_n (BenchRows *rows)
{
  guint n = 0;

  for (guint i = 0; i + 1 < rows->tables->len; i++)
    {
      Table *table = g_ptr_array_index (rows->tables, i);
      n += table->values->len / table->n_columns;
    }
  return n;
}

void
bench_rows_make_tables (BenchRows *rows, sqlite3 *db)
{
  bench_copy_tables (db, rows->path, rows->names->str);
  /* with the text, like search_entry: SQLite 3.40 forgets an entry only by its text */
  bench_exec (db, "CREATE VIRTUAL TABLE search USING fts5(text, columnsize=0, detail=none, "
                  "tokenize=\"unicode61 remove_diacritics 0\")");
}

void
bench_rows_insert (BenchRows *rows, sqlite3 *db)
{
  for (guint i = 0; i < rows->tables->len; i++)
    {
      Table *table = g_ptr_array_index (rows->tables, i);
      sqlite3_stmt *statement = bench_prepare (db, table->insert);

      for (guint at = 0; at < table->values->len; at += table->n_columns)
        {
          for (guint column = 0; column < table->n_columns; column++)
            sqlite3_bind_value (statement, column + 1, g_ptr_array_index (table->values, at + column));
          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
          sqlite3_reset (statement);
        }
      sqlite3_finalize (statement);
    }
}

void
bench_rows_free (BenchRows *rows)
{
  g_free (rows->path);
  g_string_free (rows->names, TRUE);
  g_ptr_array_unref (rows->tables);
  g_free (rows);
}
