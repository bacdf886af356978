/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-merge.h"

/* What is known of a head: its dot decides, its value is carried along. The change that is
   being applied is not yet in its table. */
static LecternHead
head_of (LecternMerge *merge, LecternCellHead *cell)
{
  LecternDb *db = merge->write.db;
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT writer, sequence, lamport FROM change WHERE number = ?1", NULL);
  LecternHead head = { .value = cell };

  if (cell->change == merge->write.number)
    {
      head.dot = (LecternDot){ merge->change->writer, merge->change->sequence };
      head.lamport = merge->change->lamport;
      return head;
    }
  if (statement == NULL)
    return head;
  sqlite3_bind_int64 (statement, 1, cell->change);
  if (lectern_db_step (db, statement, NULL))
    {
      head.dot = (LecternDot){ sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      head.lamport = sqlite3_column_int64 (statement, 2);
    }
  sqlite3_reset (statement);
  return head;
}

static gint64
change_of_dot (LecternMerge *merge, LecternDot dot)
{
  if (dot.writer == merge->change->writer && dot.sequence == merge->change->sequence)
    return merge->write.number;
  return lectern_change_number (merge->write.db, dot);
}

static gboolean
keep_unknown (LecternMerge *merge, const LecternOperation *operation, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      merge->write.db, "INSERT OR REPLACE INTO unknown (kind, row, grp, lang, change, value) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  gsize length;
  gconstpointer data = g_bytes_get_data (operation->value, &length);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, operation->kind);
  sqlite3_bind_int64 (statement, 2, operation->row);
  sqlite3_bind_int (statement, 3, operation->group);
  sqlite3_bind_text (statement, 4, operation->language, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, merge->write.number);
  sqlite3_bind_blob (statement, 6, length ? data : "", length, SQLITE_STATIC);
  return lectern_db_run (merge->write.db, statement, error);
}

/* Whether a packed group holds a field that this version does not know. */
static gboolean
has_unknown_field (const LecternOperation *operation)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (operation->value, &length);
  gboolean unknown = FALSE;

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      unknown |= operation->group != 0 && lectern_field (operation->kind, number) == NULL;
      lectern_value_clear (&one);
    }
  return unknown;
}

static void
unpack_values (LecternKind kind, guint group, GBytes *value, LecternValue *values)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      const LecternField *field = lectern_field (kind, number);
      if (field != NULL && field->group == group && lectern_value_is_valid (field, &one, NULL))
        {
          lectern_value_clear (&values[field->index]);
          values[field->index] = one;
        }
      else
        lectern_value_clear (&one);
    }
}

/* Shows @value in the row's table. */
static gboolean
show (LecternMerge *merge, LecternRow *row, const LecternOperation *operation, GBytes *value, GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);
  g_autofree LecternValue *values = g_new0 (LecternValue, info->n_fields);
  gboolean done;

  unpack_values (row->record->kind, operation->group, value, values);
  if (*operation->language == '\0')
    done = lectern_write_show_group (&merge->write, row, operation->group, values, error);
  else
    {
      guint field = lectern_group_text_field (row->record->kind, operation->group);
      gint64 from = change_of_dot (merge, operation->made_from);
      done = field == 0
             || lectern_write_show_translation (
                 &merge->write, row, field, operation->language,
                 lectern_value_get_text (&values[lectern_field (row->record->kind, field)->index]), from,
                 error);
    }
  for (guint i = 0; i < info->n_fields; i++)
    lectern_value_clear (&values[i]);
  return done;
}

/* Heads that the context covers go, the new one comes; the first in order is shown. */
static gboolean
merge_cell (LecternMerge *merge, LecternRow *row, const LecternOperation *operation, GError **error)
{
  LecternDb *db = merge->write.db;
  guint group = operation->group;
  const char *language = operation->language;
  g_autoptr (GArray) cells = lectern_cell_heads (db, row, group, language, NULL);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (LecternHead));
  g_autoptr (GBytes) standing = lectern_cell_pack (row, group, language);
  LecternCellHead mine = { .change = merge->write.number,
                           .origin = change_of_dot (merge, operation->origin) };
  LecternHead new = { .dot = { merge->change->writer, merge->change->sequence },
                      .lamport = merge->change->lamport, .value = &mine };
  gint64 prior = cells->len ? g_array_index (cells, LecternCellHead, 0).change : 0;
  LecternCellHead *shown;

  for (guint i = 0; i < cells->len; i++)
    {
      LecternHead head = head_of (merge, &g_array_index (cells, LecternCellHead, i));
      g_array_append_val (heads, head);
    }
  lectern_heads_apply (heads, &new, &merge->context);
  for (guint i = 0; i < cells->len; i++)
    {
      LecternCellHead *old = &g_array_index (cells, LecternCellHead, i);
      gboolean stays = FALSE;
      for (guint j = 0; j < heads->len; j++)
        stays |= g_array_index (heads, LecternHead, j).value == old;
      if (!stays
          && !lectern_cell_put (db, row, group, language, old, 0, 0, old->value ? old->value : standing,
                                error))
        return FALSE;
    }
  shown = g_array_index (heads, LecternHead, 0).value;
  for (guint j = 0; j < heads->len; j++)
    {
      LecternCellHead *head = g_array_index (heads, LecternHead, j).value;
      GBytes *value = head == &mine ? operation->value : head->value ? head->value : standing;
      gboolean in_table = head == shown && group != 0;
      if (!lectern_cell_put (db, row, group, language, head, head == shown || group == 0 ? 1 : 2,
                             head == &mine ? prior : 0, in_table ? NULL : value, error))
        return FALSE;
    }
  if (group == 0)
    return TRUE; /* whether the row lives is decided when all its operations are in */
  if (shown == &mine)
    return show (merge, row, operation, operation->value, error);
  return shown->value == NULL || show (merge, row, operation, shown->value, error);
}

static gboolean
deletion_covers (const LecternHead *deletion, const LecternHead *head, gpointer data)
{
  LecternMerge *merge = data;
  LecternDb *db = merge->write.db;
  LecternCellHead *cell = deletion->value;
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT context FROM change WHERE number = ?1", NULL);
  LecternVector context;
  gboolean covered = FALSE;

  lectern_vector_init (&context);
  if (cell->change == merge->write.number)
    lectern_vector_merge (&context, &merge->context);
  else if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, cell->change);
      if (lectern_db_step (db, statement, NULL))
        lectern_unpack_vector (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0),
                               &context);
      sqlite3_reset (statement);
    }
  lectern_vector_see (&context, deletion->dot); /* its own past is seen */
  covered = lectern_vector_covers (&context, head->dot);
  lectern_vector_clear (&context);
  return covered;
}

static gboolean
is_dead (GBytes *value)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);
  gboolean dead;

  lectern_group_reader_init (&reader, data, length);
  dead = lectern_group_reader_next (&reader, &number, &one) && lectern_value_get_integer (&one) == 0;
  lectern_value_clear (&one);
  return dead;
}

/* Heads of the row's other cells: those with entries, and the row's own change. */
static GArray *
other_heads (LecternMerge *merge, LecternRow *row)
{
  LecternDb *db = merge->write.db;
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (LecternHead));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT DISTINCT change FROM op WHERE kind = ?1 AND row = ?2 AND grp <> 0 AND head > 0", NULL);

  g_array_append_val (changes, row->change);
  if (statement != NULL)
    {
      sqlite3_bind_int (statement, 1, row->record->kind);
      sqlite3_bind_int64 (statement, 2, row->record->id);
      while (lectern_db_step (db, statement, NULL))
        {
          gint64 change = sqlite3_column_int64 (statement, 0);
          g_array_append_val (changes, change);
        }
    }
  for (guint i = 0; i < changes->len; i++)
    {
      LecternCellHead cell = { .change = g_array_index (changes, gint64, i) };
      LecternHead head = head_of (merge, &cell);
      head.value = NULL;
      g_array_append_val (heads, head);
    }
  return heads;
}

/**
 * lectern_merge_life:
 *
 * Whether the row lives, when all its operations are in. A deletion and an edit that did not see
 * each other: the edit wins, and the deletion waits for a decision.
 */
gboolean
lectern_merge_life (LecternMerge *merge, LecternRow *row, GError **error)
{
  LecternDb *db = merge->write.db;
  g_autoptr (GArray) cells = lectern_cell_heads (db, row, 0, "", NULL);
  g_autoptr (GArray) others = other_heads (merge, row);
  g_autofree LecternHead *heads = g_new0 (LecternHead, cells->len + 1);
  g_autofree gboolean *dead = g_new0 (gboolean, cells->len + 1);
  gboolean alive;

  for (guint i = 0; i < cells->len; i++)
    {
      LecternCellHead *cell = &g_array_index (cells, LecternCellHead, i);
      heads[i] = head_of (merge, cell);
      dead[i] = cell->value != NULL && is_dead (cell->value);
    }
  alive = lectern_heads_alive (heads, dead, cells->len, (LecternHead *) others->data, others->len,
                               deletion_covers, merge);
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, LecternCellHead, i).value != NULL)
      {
        LecternCellHead *cell = &g_array_index (cells, LecternCellHead, i);
        if (!lectern_cell_put (db, row, 0, "", cell, alive && dead[i] ? 2 : 1, 0, cell->value, error))
          return FALSE;
      }
  return alive == row->record->alive || lectern_write_show_alive (&merge->write, row, alive, error);
}

/**
 * lectern_merge_operation_at:
 *
 * Returns: (transfer none) (nullable): the @i-th operation of the change, NULL after the last
 */
LecternOperation *
lectern_merge_operation_at (LecternMerge *merge, guint i)
{
  return i < merge->change->operations->len ? g_ptr_array_index (merge->change->operations, i) : NULL;
}

/**
 * lectern_merge_new_row:
 * @i: (inout): the operation that creates it; becomes its last one
 *
 * A row that is new here: its values come with it, in the operations that follow.
 *
 * Returns: (transfer full) (nullable): the row as it stands now
 */
LecternRow *
lectern_merge_new_row (LecternMerge *merge, guint *i, GError **error)
{
  LecternOperation *created = lectern_merge_operation_at (merge, *i), *next;
  g_autoptr (LecternRow) row = g_new0 (LecternRow, 1);

  row->record = lectern_record_new (created->kind, created->row);
  while ((next = lectern_merge_operation_at (merge, *i + 1)) != NULL && next->kind == created->kind
         && next->row == created->row && *next->language == '\0' && next->group != 0)
    {
      unpack_values (next->kind, next->group, next->value, row->record->values);
      if (has_unknown_field (next) && !keep_unknown (merge, next, error))
        return NULL;
      ++*i;
    }
  if (!lectern_write_create (&merge->write, row, error))
    return NULL;
  return g_steal_pointer (&row);
}

/**
 * lectern_merge_row_made_twice:
 * @i: (inout): the operation that creates it; becomes its last one
 *
 * A row that two devices made: its creation is an operation on every group, empty ones too.
 */
gboolean
lectern_merge_row_made_twice (LecternMerge *merge, LecternRow *row, guint *i, GError **error)
{
  LecternOperation *created = lectern_merge_operation_at (merge, *i), *next;
  const LecternKindInfo *info = lectern_kind_info (created->kind);
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  lectern_write_note (&merge->write, row, 0, "", TRUE);
  if (!merge_cell (merge, row, created, error))
    return FALSE;
  while ((next = lectern_merge_operation_at (merge, *i + 1)) != NULL && next->kind == created->kind
         && next->row == created->row && *next->language == '\0' && next->group != 0)
    {
      g_hash_table_add (given, GUINT_TO_POINTER (next->group));
      if (!merge_cell (merge, row, next, error))
        return FALSE;
      ++*i;
    }
  for (guint f = 0; f < info->n_fields; f++)
    if (info->fields[f].group == info->fields[f].number
        && !g_hash_table_contains (given, GUINT_TO_POINTER ((guint) info->fields[f].group)))
      {
        LecternOperation operation = { .kind = created->kind, .row = created->row,
                                       .group = info->fields[f].group, .language = (char *) "",
                                       .value = empty, .origin = created->origin };
        if (!merge_cell (merge, row, &operation, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * lectern_merge_values:
 *
 * Values of a row that is here already; what this version does not know of them is kept as it came.
 */
gboolean
lectern_merge_values (LecternMerge *merge, LecternRow *row, const LecternOperation *operation,
                      GError **error)
{
  lectern_write_note (&merge->write, row, operation->group, operation->language, FALSE);
  return (!has_unknown_field (operation) || keep_unknown (merge, operation, error))
         && merge_cell (merge, row, operation, error);
}

/**
 * lectern_merge_unknown_kind:
 *
 * An operation on a record of a kind that only a newer version knows: kept as it came.
 */
gboolean
lectern_merge_unknown_kind (LecternMerge *merge, const LecternOperation *operation, GError **error)
{
  lectern_write_note_unknown (&merge->write, operation->kind, operation->row, operation->group,
                              operation->language, operation->created);
  return keep_unknown (merge, operation, error);
}
