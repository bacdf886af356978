/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-undo.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reverting a set of changes (the edits of a step, or the last undo of it) writes back, for
 * each cell they touched, what the first of them replaced; but only where the cell still
 * holds what the last of them put there, or an undo or redo has put there again. An op
 * remembers where its value came from (origin), so "again" is one comparison. */
typedef struct
{
  LecternWrite write;
  GArray *changes;      /* of gint64, ascending: what is reverted */
  GPtrArray *left;      /* of char * */
} Revert;

typedef struct
{
  LecternOp op;
  gint64 first;         /* the first and last of the changes that touched the cell */
  gint64 last;
} Cell;

static guint
cell_hash (gconstpointer data)
{
  const Cell *cell = data;
  return g_int64_hash (&cell->op.row) ^ (cell->op.kind << 24) ^ (cell->op.group << 8)
         ^ g_str_hash (cell->op.language);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const Cell *x = a, *y = b;
  return x->op.row == y->op.row && x->op.kind == y->op.kind && x->op.group == y->op.group
         && g_str_equal (x->op.language, y->op.language);
}

static GBytes *
change_ops (LecternDb *db, gint64 number)
{
  sqlite3_stmt *statement = lectern_db_statement (db, "SELECT ops FROM change WHERE number = ?1", NULL);
  GBytes *ops = NULL;

  if (statement == NULL)
    return g_bytes_new (NULL, 0);
  sqlite3_bind_int64 (statement, 1, number);
  if (lectern_db_step (db, statement, NULL))
    ops = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return ops ? ops : g_bytes_new (NULL, 0);
}

/* The cells in the order in which they were first touched. */
static GPtrArray *
collect_cells (LecternDb *db, GArray *changes)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (cell_hash, cell_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      gint64 number = g_array_index (changes, gint64, i);
      g_autoptr (GBytes) bytes = change_ops (db, number);
      gsize length;
      gconstpointer data = g_bytes_get_data (bytes, &length);
      LecternOps ops;

      lectern_ops_init (&ops, data, length);
      while (lectern_ops_next (&ops))
        {
          Cell key = { .op = ops.op, .first = number, .last = number };
          Cell *cell = g_hash_table_lookup (seen, &key);
          if (cell == NULL)
            {
              cell = g_memdup2 (&key, sizeof key);
              g_ptr_array_add (cells, cell);
              g_hash_table_add (seen, cell);
            }
          else if (ops.op.created)
            cell->op.created = TRUE;
          cell->last = number;
        }
    }
  return cells;
}

static void
leave (Revert *revert, LecternRow *row)
{
  const char *name = lectern_record_name (row->record, NULL);
  const char *label = lectern_kind_label (row->record->kind);

  for (guint i = 0; i < revert->left->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (revert->left, i), label)
        && strstr (g_ptr_array_index (revert->left, i), name))
      return;
  /* TRANSLATORS: a kind of record and its name: Session “Lunch” */
  g_ptr_array_add (revert->left, g_strdup_printf (_ ("%s “%s”"), label, name));
}

/* Whether somebody changed a record after it was created by what is being undone. */
static gboolean
changed_since (Revert *revert, LecternRow *row, gint64 creation)
{
  sqlite3_stmt *statement = lectern_db_statement (
      revert->write.db, "SELECT 1 FROM op WHERE kind = ?1 AND row = ?2 AND head > 0 AND grp <> 0 "
                        "AND origin NOT IN (0, ?3) LIMIT 1", NULL);
  gboolean changed;

  if (statement == NULL)
    return TRUE;
  sqlite3_bind_int (statement, 1, row->record->kind);
  sqlite3_bind_int64 (statement, 2, row->record->id);
  sqlite3_bind_int64 (statement, 3, creation);
  changed = lectern_db_step (revert->write.db, statement, NULL);
  sqlite3_reset (statement);
  return changed;
}

static gboolean
restore_group (Revert *revert, LecternRow *row, const Cell *cell, GBytes *value, gint64 origin,
               GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);
  g_autofree LecternValue *values = g_new0 (LecternValue, info->n_fields);
  LecternGroupReader reader;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);
  guint number;
  LecternValue one = LECTERN_EMPTY;
  gboolean done;

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      const LecternField *field = lectern_field (row->record->kind, number);
      if (field != NULL && field->group == cell->op.group)
        {
          lectern_value_clear (&values[field->index]);
          values[field->index] = one;
        }
      else
        lectern_value_clear (&one);
    }
  done = lectern_write_group (&revert->write, row, cell->op.group, values, origin, error);
  for (guint i = 0; i < info->n_fields; i++)
    lectern_value_clear (&values[i]);
  return done;
}

static gboolean
restore_translation (Revert *revert, LecternRow *row, const Cell *cell, GBytes *value, gint64 origin,
                     GError **error)
{
  guint field = lectern_group_text_field (row->record->kind, cell->op.group);
  g_autofree char *text = NULL;
  gint64 made_from = 0;
  LecternGroupReader reader;
  gsize length = 0;
  gconstpointer data = value ? g_bytes_get_data (value, &length) : "";
  guint number;
  LecternValue one = LECTERN_EMPTY;

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      if (number == 0)
        made_from = lectern_value_get_integer (&one);
      else if (number == field && text == NULL)
        text = g_strdup (lectern_value_get_text (&one));
      lectern_value_clear (&one);
    }
  return lectern_write_translation (&revert->write, row, field, cell->op.language, text, made_from,
                                    origin, error);
}

static gboolean
restore_cell (Revert *revert, LecternRow *row, const Cell *cell, gint64 prior, GError **error)
{
  LecternDb *db = revert->write.db;
  g_autoptr (GBytes) value = NULL;
  gint64 origin = 0, unused;

  if (prior != 0)
    {
      lectern_cell_op (db, row, cell->op.group, cell->op.language, prior, &origin, &unused);
      value = lectern_cell_value (db, row, cell->op.group, cell->op.language, prior);
    }
  if (cell->op.language[0] != '\0')
    return restore_translation (revert, row, cell, value, origin, error);
  if (value == NULL)
    value = g_bytes_new (NULL, 0);
  return restore_group (revert, row, cell, value, origin, error);
}

static gboolean
revert_alive (Revert *revert, LecternRow *row, const Cell *cell, gint64 head_origin, gint64 origin,
              gint64 prior, GError **error)
{
  g_autoptr (GBytes) value = NULL;
  gboolean alive = FALSE;
  gint64 prior_origin = 0, unused;

  if (head_origin != origin || (prior == 0 && changed_since (revert, row, cell->first)))
    {
      leave (revert, row);
      return TRUE;
    }
  if (prior != 0)
    {
      LecternGroupReader reader;
      guint number;
      LecternValue one = LECTERN_EMPTY;
      gsize length;
      gconstpointer data;

      lectern_cell_op (revert->write.db, row, 0, "", prior, &prior_origin, &unused);
      value = lectern_cell_value (revert->write.db, row, 0, "", prior);
      data = value ? g_bytes_get_data (value, &length) : NULL;
      lectern_group_reader_init (&reader, data ? data : "", data ? length : 0);
      if (lectern_group_reader_next (&reader, &number, &one))
        alive = lectern_value_get_integer (&one) != 0;
      lectern_value_clear (&one);
    }
  return lectern_write_alive (&revert->write, row, alive, prior_origin, error);
}

static gboolean
revert_cell (Revert *revert, LecternRow *row, const Cell *cell, GError **error)
{
  LecternDb *db = revert->write.db;
  g_autoptr (GArray) heads = lectern_cell_heads (db, row, cell->op.group, cell->op.language, NULL);
  gint64 head_origin = heads->len ? g_array_index (heads, LecternCellHead, 0).origin : 0;
  gint64 origin, prior, unused;

  lectern_cell_op (db, row, cell->op.group, cell->op.language, cell->last, &origin, &unused);
  lectern_cell_op (db, row, cell->op.group, cell->op.language, cell->first, &unused, &prior);
  if (cell->op.created)
    prior = 0;
  if (cell->op.group == 0)
    return revert_alive (revert, row, cell, head_origin, origin, prior, error);
  if (head_origin != origin)
    {
      leave (revert, row);
      return TRUE;
    }
  return restore_cell (revert, row, cell, prior, error);
}

static gboolean
revert_all (Revert *revert, GError **error)
{
  g_autoptr (GPtrArray) cells = collect_cells (revert->write.db, revert->changes);
  g_autoptr (LecternRow) row = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);

      if (row == NULL || row->record->id != cell->op.row || row->record->kind != cell->op.kind)
        {
          g_clear_pointer (&row, lectern_row_free);
          row = lectern_row_load (revert->write.db, cell->op.kind, cell->op.row, error);
          if (row == NULL)
            return FALSE;
        }
      if (!revert_cell (revert, row, cell, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
numbers (LecternDb *db, const char *sql, gint64 step)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = lectern_db_statement (db, sql, NULL);

  if (statement == NULL)
    return changes;
  sqlite3_bind_int64 (statement, 1, step);
  while (lectern_db_step (db, statement, NULL))
    {
      gint64 number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (changes, number);
    }
  return changes;
}

static gint64
first_number (LecternDb *db, const char *sql, gint64 step)
{
  g_autoptr (GArray) found = numbers (db, sql, step);
  return found->len ? g_array_index (found, gint64, 0) : 0;
}

static char *
step_label (LecternDb *db, gint64 step)
{
  sqlite3_stmt *statement = lectern_db_statement (db, "SELECT label FROM change WHERE number = ?1", NULL);
  char *label = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, step);
  if (lectern_db_step (db, statement, NULL))
    label = lectern_column_dup (statement, 0);
  sqlite3_reset (statement);
  return label;
}

static LecternResult *
revert_step (LecternDb *db, gint64 writer, gboolean redo, GError **error)
{
  Revert revert = { .left = g_ptr_array_new_with_free_func (g_free) };
  LecternClock clock = { .id = writer };
  LecternResult *result = NULL;
  gint64 step;
  g_autofree char *label = NULL;

  if (!lectern_write_begin (&revert.write, db, error))
    goto out;
  if (!lectern_clock_read (db, writer, &clock, error))
    goto out;
  step = redo ? clock.redo : clock.undo;
  if (step == 0)
    {
      g_set_error_literal (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOTHING,
                           redo ? _ ("There is nothing to redo.") : _ ("There is nothing to undo."));
      goto out;
    }
  revert.changes = numbers (db,
                            redo ? "SELECT number FROM change WHERE number > ?1 AND step = ?1 AND "
                                   "type = 1 ORDER BY number DESC LIMIT 1"
                                 : "SELECT number FROM change WHERE number >= ?1 AND step = ?1 AND "
                                   "type = 0 ORDER BY number", step);
  if (!revert_all (&revert, error))
    goto out;
  if (redo)
    {
      clock.undo = step;
      clock.redo = first_number (db, "SELECT number FROM change WHERE number > ?1 AND step = number "
                                     "AND type = 0 ORDER BY number LIMIT 1", step);
    }
  else
    {
      clock.redo = step;
      clock.undo = first_number (db, "SELECT number FROM change WHERE number < ?1 AND step = number "
                                     "AND type = 0 ORDER BY number DESC LIMIT 1", step);
    }
  label = step_label (db, step);
  if (!lectern_clock_finish (&revert.write, &clock, redo ? LECTERN_CHANGE_REDO : LECTERN_CHANGE_UNDO,
                             step, 0, label, error))
    goto out;
  result = g_new0 (LecternResult, 1);
  result->writer = writer;
  result->sequence = clock.sequence;
  result->label = g_steal_pointer (&label);
  result->n_cells = revert.write.n_cells;
  result->left = g_ptr_array_ref (revert.left);

out:
  if (result == NULL)
    lectern_write_abort (&revert.write);
  lectern_write_clear (&revert.write);
  g_clear_pointer (&revert.changes, g_array_unref);
  g_ptr_array_unref (revert.left);
  return result;
}

LecternResult *
lectern_undo (LecternDb *db, gint64 writer, GError **error)
{
  return revert_step (db, writer, FALSE, error);
}

LecternResult *
lectern_redo (LecternDb *db, gint64 writer, GError **error)
{
  return revert_step (db, writer, TRUE, error);
}

char *
lectern_undo_label (LecternDb *db, gint64 writer, gboolean redo)
{
  LecternClock clock = { 0 };

  if (!lectern_clock_read (db, writer, &clock, NULL))
    return NULL;
  if ((redo ? clock.redo : clock.undo) == 0)
    return NULL;
  return step_label (db, redo ? clock.redo : clock.undo);
}
