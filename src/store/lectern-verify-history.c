/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what is shown is what the history says. The state was kept step by step; here the
 * heads of every cell are found anew.
 */
#include "lectern-verify-private.h"

#include "lectern-write.h"

#include <glib/gi18n-lib.h>

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
row_change (LecternVerify *verify, LecternKind kind, gint64 id)
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
apply_change (LecternVerify *verify, Cell *cell, gint64 change)
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
end_cell (LecternVerify *verify, Cell *cell)
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
begin_cell (LecternVerify *verify, Cell *cell, const LecternOp *name)
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
compare_kept (LecternVerify *verify, Cell *cell)
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

void
lectern_verify_heads (LecternVerify *verify)
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
  lectern_verify_count (verify, _ ("What is shown is not what the history says"), cell.wrong);
}

/* Whether what a change says it touched has an entry. */
static gboolean
has_entry (LecternVerify *verify, const LecternOp *op, gint64 change)
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

void
lectern_verify_changes (LecternVerify *verify)
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
  lectern_verify_count (verify, _ ("Changes have lost what they changed"), missing);
}
