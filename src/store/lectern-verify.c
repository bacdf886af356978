/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a workspace is whole: its pages, its tables, its history and its index.
 */
#include "lectern-backup.h"

#include "lectern-schema.h"
#include "lectern-search-index.h"
#include "lectern-verify-private.h"
#include "lectern-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PROBLEMS 50

static void
note (LecternVerify *verify, char *sentence)
{
  if (verify->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (verify->problems, sentence);
  else
    g_free (sentence);
}

static void
note_error (LecternVerify *verify, GError *error)
{
  note (verify, g_strdup (error->message));
  g_error_free (error);
}

void
lectern_verify_count (LecternVerify *verify, const char *what, gint64 count)
{
  if (count > 0)
    /* TRANSLATORS: what is wrong and how often: Past values are missing (3). */
    note (verify, g_strdup_printf (_ ("%s (%d)."), what, (int) MIN (count, G_MAXINT)));
}

static gint64
count_of (LecternVerify *verify, const char *sql)
{
  GError *error = NULL;
  sqlite3_stmt *statement = lectern_db_statement (verify->db, sql, &error);
  gint64 count = 0;

  if (statement != NULL && lectern_db_step (verify->db, statement, &error))
    count = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  if (error != NULL)
    note_error (verify, error);
  return count;
}

/* Each counts what should not be there. */
static const struct
{
  const char *what;
  const char *sql;
} counts[] = {
  { N_ ("A device gave out a number twice"),
    "SELECT count(*) FROM (SELECT 1 FROM change GROUP BY writer, sequence HAVING count(*) > 1)" },
  { N_ ("Changes of a device are missing"),
    "SELECT count(*) FROM writer w JOIN (SELECT writer, max(sequence) AS last, count(*) AS n FROM change "
    "GROUP BY writer) c ON c.writer = w.id WHERE c.last <> c.n OR (w.sequence <> c.last AND w.id <> "
    "(SELECT writer FROM change ORDER BY number DESC LIMIT 1))" },
  { N_ ("Changes are not found by their device"),
    "SELECT count(*) FROM change c WHERE c.number IS NOT (SELECT r.number + c.sequence - r.sequence FROM run r "
    "WHERE r.writer = c.writer AND r.sequence <= c.sequence ORDER BY r.sequence DESC LIMIT 1)" },
  { N_ ("Changes come from an unknown device"),
    "SELECT count(*) FROM change WHERE writer NOT IN (SELECT id FROM writer)" },
  { N_ ("Changes of a device are out of order"),
    "SELECT count(*) FROM change a JOIN change b ON b.writer = a.writer AND b.sequence = a.sequence + 1 "
    "WHERE b.lamport <= a.lamport OR b.number <= a.number" },
  { N_ ("Values belong to no change"),
    "SELECT count(*) FROM op WHERE change NOT IN (SELECT number FROM change)" },
  { N_ ("Past values are missing"), "SELECT count(*) FROM op WHERE head = 0 AND value IS NULL" },
  { N_ ("Translations belong to no change"),
    "SELECT count(*) FROM translation t WHERE NOT EXISTS (SELECT 1 FROM op o WHERE o.kind = t.kind AND "
    "o.row = t.row AND o.lang = t.lang AND o.head > 0 AND o.value IS NULL)" },
};

static void
check_counts (LecternVerify *verify)
{
  gint64 strange = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    lectern_verify_count (verify, _ (counts[i].what), count_of (verify, counts[i].sql));
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count(*) FROM \"%s\" WHERE change NOT IN (SELECT number FROM change)",
          lectern_kind_info (kind)->name);
      strange += count_of (verify, sql);
    }
  lectern_verify_count (verify, _ ("Records belong to no change"), strange);
}

static void
check_pages (LecternVerify *verify)
{
  GError *error = NULL;
  sqlite3_stmt *statement
      = lectern_db_statement (verify->db, "PRAGMA integrity_check(10)", &error);

  while (statement != NULL && lectern_db_step (verify->db, statement, &error))
    {
      const char *found = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (found, "ok") != 0)
        /* TRANSLATORS: a technical reason in English follows */
        note (verify, g_strdup_printf (_ ("The file is damaged: %s."), found));
    }
  if (error != NULL)
    note_error (verify, error);
}

/* Whether the entry of a record says what the record says. */
static gboolean
is_indexed (LecternVerify *verify, LecternKind kind, gint64 id, GString *name, GString *body)
{
  g_autoptr (LecternRow) row = lectern_row_load (verify->db, kind, id, NULL);
  sqlite3_stmt *statement = lectern_db_statement (
      verify->db, "SELECT name, body FROM search_entry WHERE row = ?1 AND kind = ?2", NULL);
  gboolean same = FALSE;

  if (row == NULL || statement == NULL)
    return FALSE;
  g_string_truncate (name, 0);
  g_string_truncate (body, 0);
  lectern_search_index_texts (row->record, name, body);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int (statement, 2, kind);
  if (lectern_db_step (verify->db, statement, NULL))
    same = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), name->str) == 0
           && g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), body->str) == 0;
  sqlite3_reset (statement);
  return same;
}

static void
check_index (LecternVerify *verify)
{
  g_autoptr (GString) name = g_string_new (NULL), body = g_string_new (NULL);
  /* the index follows behind the edits; what it has not read yet is no fault */
  g_autoptr (GHashTable) unread = lectern_search_unread (verify->db);
  gint64 living = 0, wrong = 0, missing, extra;
  GError *error = NULL;

  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      g_autofree char *sql = NULL;
      sqlite3_stmt *statement;

      if (!lectern_schema_is_searched (kind))
        continue;
      sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE alive = 1", lectern_kind_info (kind)->name);
      statement = lectern_db_statement (verify->db, sql, NULL);
      while (statement != NULL && lectern_db_step (verify->db, statement, NULL))
        {
          gint64 id = sqlite3_column_int64 (statement, 0);

          living++;
          wrong += !g_hash_table_contains (unread, &id) && !is_indexed (verify, kind, id, name, body);
        }
    }
  if (!lectern_search_differences (verify->db, &missing, &extra, &error))
    note_error (verify, error);
  lectern_verify_count (verify, _ ("Searching does not find what is there"), wrong + missing);
  if (g_hash_table_size (unread) == 0)
    extra += count_of (verify, "SELECT count(*) FROM search_entry") - living;
  lectern_verify_count (verify, _ ("Searching finds what is not there"), extra);
}

/* A statement of its own: it takes the lock for writing, though it writes nothing. */
static void
check_words (LecternVerify *verify)
{
  GError *error = NULL;

  if (sqlite3_db_readonly (verify->db->handle, "main") == 1
      || lectern_db_exec (verify->db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
                          &error))
    return;
  if (!g_error_matches (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_DAMAGED))
    {
      note_error (verify, error);
      return;
    }
  g_error_free (error);
  note (verify, g_strdup (_ ("The index for searching does not match what is there.")));
}

static void
check_all (LecternVerify *verify)
{
  GError *error = NULL;

  /* one state from the first look to the last, also while somebody writes */
  if (!lectern_schema_check (verify->db, &error) || !lectern_db_exec (verify->db, "BEGIN", &error))
    {
      note_error (verify, error);
      return;
    }
  check_pages (verify);
  if (verify->problems->len == 0)
    {
      check_counts (verify);
      lectern_verify_heads (verify);
      lectern_verify_changes (verify);
      check_index (verify);
    }
  lectern_db_exec (verify->db, "ROLLBACK", NULL);
  if (verify->problems->len == 0)
    check_words (verify);
}

gboolean
lectern_verify (const char *path, GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  LecternVerify verify = { .problems = found };
  GError *error = NULL;
  gboolean whole;

  if (lectern_schema_check_header (path, &error)
      && (verify.db = lectern_db_open (path, SQLITE_OPEN_READWRITE, &error)) != NULL)
    {
      /* closing must not write either */
      sqlite3_db_config (verify.db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      check_all (&verify);
      lectern_db_close (verify.db);
    }
  if (error != NULL)
    note_error (&verify, error);
  whole = found->len == 0;
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return whole;
}
