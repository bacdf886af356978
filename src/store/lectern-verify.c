/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a workspace is whole: its pages, its tables, its history and its index. The state
 * was kept step by step; here the heads of every cell are found anew from the history.
 */
#include "lectern-backup.h"

#include "lectern-schema.h"
#include "lectern-search-index.h"
#include "lectern-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PROBLEMS 50

typedef struct
{
  LecternDb *db;
  GPtrArray *problems; /* of char * */
} Verify;

static void
note (Verify *verify, char *sentence)
{
  if (verify->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (verify->problems, sentence);
  else
    g_free (sentence);
}

static void
note_error (Verify *verify, GError *error)
{
  note (verify, g_strdup (error->message));
  g_error_free (error);
}

/* @what: translated, without a full stop */
static void
note_count (Verify *verify, const char *what, gint64 count)
{
  if (count > 0)
    /* TRANSLATORS: what is wrong and how often: Past values are missing (3). */
    note (verify, g_strdup_printf (_ ("%s (%d)."), what, (int) MIN (count, G_MAXINT)));
}

static gint64
count_of (Verify *verify, const char *sql)
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
check_counts (Verify *verify)
{
  gint64 strange = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    note_count (verify, _ (counts[i].what), count_of (verify, counts[i].sql));
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count(*) FROM \"%s\" WHERE change NOT IN (SELECT number FROM change)",
          lectern_kind_info (kind)->name);
      strange += count_of (verify, sql);
    }
  note_count (verify, _ ("Records belong to no change"), strange);
}

static void
check_pages (Verify *verify)
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

/* The heads of one cell, found anew from its operations in the order in which they came. */
typedef struct
{
  LecternOp name;
  gboolean any;
  GArray *heads;      /* of LecternHead, found anew */
  guint n_kept;       /* heads in the file */
  guint n_found;      /* of them also found anew */
  gint64 standing;    /* the change whose value stands in the table; -1: several */
  gint64 row_change;  /* 0: the row is unknown */
  gint64 wrong;       /* cells so far */
} Cell;

/* The change of the row's creation, which has no entry in a cell that was never written. */
static gint64
row_change (Verify *verify, LecternKind kind, gint64 id)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gint64 change = 0;

  if (info == NULL)
    return 0;
  sql = g_strdup_printf ("SELECT change FROM \"%s\" WHERE id = ?1", info->name);
  statement = lectern_db_statement (verify->db, sql, NULL);
  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, id);
  if (lectern_db_step (verify->db, statement, NULL))
    change = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return change;
}

static void
apply_change (Verify *verify, Cell *cell, gint64 change)
{
  sqlite3_stmt *statement = lectern_db_statement (
      verify->db, "SELECT writer, sequence, lamport, context FROM change WHERE number = ?1", NULL);
  LecternHead head = { 0 };
  LecternVector context;
  const guint8 *at, *end;
  guint64 writer, sequence;

  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, change);
  if (lectern_db_step (verify->db, statement, NULL))
    {
      head.dot = (LecternDot){ sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      head.lamport = sqlite3_column_int64 (statement, 2);
      head.value = (gpointer) (gintptr) change;
      lectern_vector_init (&context);
      at = sqlite3_column_blob (statement, 3);
      end = at + sqlite3_column_bytes (statement, 3);
      while (at != NULL && at < end && lectern_unpack_number (&at, end, &writer)
             && lectern_unpack_number (&at, end, &sequence))
        lectern_vector_see (&context, (LecternDot){ writer, sequence });
      /* of itself a writer has seen everything before */
      lectern_vector_see (&context, (LecternDot){ head.dot.writer, head.dot.sequence - 1 });
      lectern_heads_apply (cell->heads, &head, &context);
      lectern_vector_clear (&context);
    }
  sqlite3_reset (statement);
}

static void
end_cell (Verify *verify, Cell *cell)
{
  gint64 shown;

  if (!cell->any || lectern_kind_info (cell->name.kind) == NULL)
    return;
  shown = cell->heads->len ? (gintptr) g_array_index (cell->heads, LecternHead, 0).value : 0;
  if (cell->n_kept != cell->heads->len || cell->n_found != cell->n_kept
      || (cell->name.group != 0 && cell->standing != shown))
    cell->wrong++;
}

static void
begin_cell (Verify *verify, Cell *cell, const LecternOp *name)
{
  if (!cell->any || cell->name.kind != name->kind || cell->name.row != name->row)
    cell->row_change = row_change (verify, name->kind, name->row);
  cell->any = TRUE;
  cell->name = *name;
  cell->n_kept = cell->n_found = cell->standing = 0;
  g_array_set_size (cell->heads, 0);
  if (name->language[0] == '\0' && cell->row_change != 0)
    apply_change (verify, cell, cell->row_change);
}

static gboolean
same_cell (const Cell *cell, const LecternOp *name)
{
  return cell->any && cell->name.kind == name->kind && cell->name.row == name->row
         && cell->name.group == name->group && g_str_equal (cell->name.language, name->language);
}

/* Twice through the operations: once to find the heads, once to compare what the file keeps. */
static void
compare_kept (Verify *verify, Cell *cell)
{
  sqlite3_stmt *statement = lectern_db_statement (
      verify->db, "SELECT change, value IS NULL FROM op WHERE kind = ?1 AND row = ?2 AND grp = ?3 "
                  "AND lang = ?4 AND head > 0", NULL);

  if (statement == NULL || !cell->any)
    return;
  sqlite3_bind_int (statement, 1, cell->name.kind);
  sqlite3_bind_int64 (statement, 2, cell->name.row);
  sqlite3_bind_int (statement, 3, cell->name.group);
  sqlite3_bind_text (statement, 4, cell->name.language, -1, SQLITE_STATIC);
  while (lectern_db_step (verify->db, statement, NULL))
    {
      gint64 change = sqlite3_column_int64 (statement, 0);

      cell->n_kept++;
      if (sqlite3_column_int (statement, 1))
        cell->standing = cell->standing == 0 ? change : -1;
      for (guint i = 0; i < cell->heads->len; i++)
        if ((gintptr) g_array_index (cell->heads, LecternHead, i).value == change)
          cell->n_found++;
    }
}

static void
check_heads (Verify *verify)
{
  Cell cell = { .heads = g_array_new (FALSE, FALSE, sizeof (LecternHead)) };
  sqlite3_stmt *statement = lectern_db_statement (
      verify->db, "SELECT kind, row, grp, lang, change FROM op ORDER BY kind, row, grp, lang, change", NULL);

  while (statement != NULL && lectern_db_step (verify->db, statement, NULL))
    {
      LecternOp name = { .kind = sqlite3_column_int (statement, 0),
                         .row = sqlite3_column_int64 (statement, 1),
                         .group = sqlite3_column_int (statement, 2) };
      gint64 change = sqlite3_column_int64 (statement, 4);

      g_strlcpy (name.language, (const char *) sqlite3_column_text (statement, 3), sizeof name.language);
      if (!same_cell (&cell, &name))
        {
          compare_kept (verify, &cell);
          end_cell (verify, &cell);
          begin_cell (verify, &cell, &name);
        }
      if (change != cell.row_change || name.language[0] != '\0')
        apply_change (verify, &cell, change);
    }
  compare_kept (verify, &cell);
  end_cell (verify, &cell);
  g_array_unref (cell.heads);
  note_count (verify, _ ("What is shown is not what the history says"), cell.wrong);
}

/* Whether what a change says it touched has an entry. */
static gboolean
has_entry (Verify *verify, const LecternOp *op, gint64 change)
{
  sqlite3_stmt *statement;
  gboolean found;

  if (lectern_kind_info (op->kind) == NULL || (op->created && row_change (verify, op->kind, op->row) == change))
    return TRUE;
  statement = lectern_db_statement (
      verify->db, "SELECT 1 FROM op WHERE kind = ?1 AND row = ?2 AND grp = ?3 AND lang = ?4 AND change = ?5 "
                  "UNION ALL SELECT 1 FROM unknown WHERE kind = ?1 AND row = ?2 AND grp = ?3 AND lang = ?4 "
                  "AND change = ?5", NULL);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, op->kind);
  sqlite3_bind_int64 (statement, 2, op->row);
  sqlite3_bind_int (statement, 3, op->group);
  sqlite3_bind_text (statement, 4, op->language, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, change);
  found = lectern_db_step (verify->db, statement, NULL);
  sqlite3_reset (statement);
  return found;
}

static void
check_changes (Verify *verify)
{
  sqlite3_stmt *statement
      = lectern_db_statement (verify->db, "SELECT number, ops FROM change ORDER BY number", NULL);
  gint64 missing = 0;

  while (statement != NULL && lectern_db_step (verify->db, statement, NULL))
    {
      gint64 number = sqlite3_column_int64 (statement, 0);
      gconstpointer data = sqlite3_column_blob (statement, 1);
      LecternOps ops;

      lectern_ops_init (&ops, data ? data : "", sqlite3_column_bytes (statement, 1));
      while (lectern_ops_next (&ops))
        missing += !has_entry (verify, &ops.op, number);
    }
  note_count (verify, _ ("Changes have lost what they changed"), missing);
}

/* Whether the entry of a record says what the record says. */
static gboolean
is_indexed (Verify *verify, LecternKind kind, gint64 id, GString *name, GString *body)
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
check_index (Verify *verify)
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
  note_count (verify, _ ("Searching does not find what is there"), wrong + missing);
  if (g_hash_table_size (unread) == 0)
    extra += count_of (verify, "SELECT count(*) FROM search_entry") - living;
  note_count (verify, _ ("Searching finds what is not there"), extra);
}

/* A statement of its own: it takes the lock for writing, though it writes nothing. */
static void
check_words (Verify *verify)
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
check_all (Verify *verify)
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
      check_heads (verify);
      check_changes (verify);
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
  Verify verify = { .problems = found };
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
