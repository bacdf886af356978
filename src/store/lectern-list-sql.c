/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-sql.h"

#include "lectern-text.h"

static void
fold_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  if (text != NULL)
    sqlite3_result_text (context, lectern_text_fold (text), -1, g_free);
}

static void
order_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  if (text == NULL)
    return;
  char *key = g_utf8_collate_key (text, -1);
  sqlite3_result_blob (context, key, strlen (key), g_free);
}

sqlite3_stmt *
lectern_list_statement (LecternReader *reader, const char *sql)
{
  static const char there[] = "lectern-list-functions";
  if (g_object_get_data (G_OBJECT (reader), there) == NULL)
    {
      sqlite3 *handle = lectern_reader_db (reader)->handle;
      int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
      sqlite3_create_function (handle, "lectern_fold", 1, flags, NULL, fold_function, NULL, NULL);
      sqlite3_create_function (handle, "lectern_order", 1, flags, NULL, order_function, NULL, NULL);
      g_object_set_data (G_OBJECT (reader), there, GINT_TO_POINTER (TRUE));
    }
  return lectern_reader_statement (reader, sql);
}

char **
lectern_list_words (const char *text)
{
  g_autofree char *folded = text != NULL ? lectern_text_fold (text) : NULL;
  g_auto(GStrv) parts = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        any = TRUE;
      }
  return any ? g_strv_builder_end (builder) : NULL;
}

void
lectern_list_where_words (GString *sql, const char *hay, char **words, int first)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_string_append_printf (sql, " AND instr (%s, ?%u) > 0", hay, first + i);
}

void
lectern_list_bind_words (sqlite3_stmt *statement, char **words, int first)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    sqlite3_bind_text (statement, first + i, words[i], -1, SQLITE_TRANSIENT);
}

GArray *
lectern_list_collect (LecternReader *reader, sqlite3_stmt *statement)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (statement != NULL && lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return ids;
}

const char *
lectern_list_column (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL ? text : "";
}
