/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-history.h"

#include "lectern-heads.h"
#include "lectern-write.h"

#include <string.h>

#define CHANGE_COLUMNS "number, writer, sequence, lamport, time, type, step, author, label"

void
lectern_change_free (LecternChange *change)
{
  g_free (change->author);
  g_free (change->label);
  g_free (change);
}

void
lectern_cell_value_free (LecternCellValue *value)
{
  g_free (value->language);
  g_clear_pointer (&value->value, g_bytes_unref);
  g_free (value);
}

void
lectern_review_item_free (LecternReviewItem *item)
{
  g_free (item->language);
  g_ptr_array_unref (item->values);
  g_free (item);
}

static LecternChange *
change_from_row (sqlite3_stmt *statement)
{
  LecternChange *change = g_new0 (LecternChange, 1);

  change->number = sqlite3_column_int64 (statement, 0);
  change->writer = sqlite3_column_int64 (statement, 1);
  change->sequence = sqlite3_column_int64 (statement, 2);
  change->lamport = sqlite3_column_int64 (statement, 3);
  change->time = sqlite3_column_int64 (statement, 4);
  change->type = sqlite3_column_int (statement, 5);
  change->bookkeeping = sqlite3_column_int64 (statement, 6) == 0;
  change->author = lectern_column_dup (statement, 7);
  change->label = lectern_column_dup (statement, 8);
  return change;
}

static GPtrArray *
collect_changes (LecternReader *reader, sqlite3_stmt *statement)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_change_free);

  while (statement != NULL && lectern_db_step (lectern_reader_db (reader), statement, NULL))
    g_ptr_array_add (changes, change_from_row (statement));
  return changes;
}

/* Edits of one visit to a field are one line: the last of each run stands for it. */
GPtrArray *
lectern_history_changes (LecternReader *reader, gint64 before, guint limit)
{
  sqlite3_stmt *statement = lectern_reader_statement (
      reader, "SELECT " CHANGE_COLUMNS " FROM change c WHERE (?1 = 0 OR number < ?1) AND (visit = 0 OR "
              "NOT EXISTS (SELECT 1 FROM change n WHERE n.number = c.number + 1 AND n.visit = c.visit)) "
              "ORDER BY number DESC LIMIT ?2");

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, before);
      sqlite3_bind_int64 (statement, 2, limit);
    }
  return collect_changes (reader, statement);
}

GPtrArray *
lectern_history_of_record (LecternReader *reader, LecternKind kind, gint64 id, guint limit)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT " CHANGE_COLUMNS " FROM change c WHERE number IN (SELECT change FROM op WHERE kind = ?1 "
      "AND row = ?2 UNION SELECT change FROM \"%s\" WHERE id = ?2) AND (visit = 0 OR NOT EXISTS "
      "(SELECT 1 FROM change n WHERE n.number = c.number + 1 AND n.visit = c.visit)) "
      "ORDER BY number DESC LIMIT ?3", lectern_kind_info (kind)->name);
  sqlite3_stmt *statement = lectern_reader_statement (reader, sql);

  if (statement != NULL)
    {
      sqlite3_bind_int (statement, 1, kind);
      sqlite3_bind_int64 (statement, 2, id);
      sqlite3_bind_int64 (statement, 3, limit);
    }
  return collect_changes (reader, statement);
}

static LecternCellValue *
cell_value_new (gint64 change, guint group, const char *language, GBytes *value)
{
  LecternCellValue *cell = g_new0 (LecternCellValue, 1);

  cell->change = change;
  cell->group = group;
  cell->language = g_strdup (language);
  cell->value = value ? value : g_bytes_new (NULL, 0);
  return cell;
}

static void
add_created_values (GPtrArray *values, LecternDb *db, LecternRow *row, gint64 change)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == info->fields[i].number)
      {
        GBytes *value = lectern_cell_value (db, row, info->fields[i].group, "", change);
        if (value != NULL && g_bytes_get_size (value) > 0)
          g_ptr_array_add (values, cell_value_new (change, info->fields[i].group, "", value));
        else
          g_clear_pointer (&value, g_bytes_unref);
      }
}

GPtrArray *
lectern_history_values (LecternReader *reader, LecternKind kind, gint64 id, gint64 change)
{
  LecternDb *db = lectern_reader_db (reader);
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_cell_value_free);
  sqlite3_stmt *statement
      = lectern_reader_statement (reader, "SELECT ops FROM change WHERE number = ?1");
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  gconstpointer data;
  LecternOps ops;

  if (statement == NULL)
    return values;
  sqlite3_bind_int64 (statement, 1, change);
  if (lectern_db_step (db, statement, NULL))
    bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  if (bytes == NULL)
    return values;
  data = g_bytes_get_data (bytes, &length);
  lectern_ops_init (&ops, data, length);
  while (lectern_ops_next (&ops))
    {
      g_autoptr (LecternRow) row = NULL;

      if (kind != LECTERN_KIND_NONE && (ops.op.kind != kind || ops.op.row != id))
        continue;
      row = lectern_row_load (db, ops.op.kind, ops.op.row, NULL);
      if (row == NULL)
        continue;
      if (ops.op.created)
        add_created_values (values, db, row, change);
      else
        g_ptr_array_add (values, cell_value_new (change, ops.op.group, ops.op.language,
                                                 lectern_cell_value (db, row, ops.op.group,
                                                                     ops.op.language, change)));
    }
  return values;
}

GBytes *
lectern_history_seen (LecternReader *reader)
{
  GByteArray *out = g_byte_array_new ();
  LecternVector vector;

  lectern_vector_read (lectern_reader_db (reader), &vector);
  lectern_pack_vector (out, &vector);
  lectern_vector_clear (&vector);
  return g_byte_array_free_to_bytes (out);
}

/* Per writer the changes after what was seen, from its place on: the length of the history
   before it does not matter. */
static GPtrArray *
since (LecternReader *reader, GBytes *seen, gboolean count_only, guint *count)
{
  LecternDb *db = lectern_reader_db (reader);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_change_free);
  LecternVector vector, now;

  lectern_vector_init (&vector);
  if (seen != NULL)
    lectern_unpack_vector (g_bytes_get_data (seen, NULL), g_bytes_get_size (seen), &vector);
  lectern_vector_read (db, &now);
  for (guint i = 0; i < now.n; i++)
    {
      gint64 writer = now.dots[i].writer, last = lectern_vector_get (&vector, writer);
      gint64 from = lectern_change_number (db, (LecternDot){ writer, last });
      sqlite3_stmt *statement;

      if (now.dots[i].sequence <= last)
        continue;
      statement = lectern_reader_statement (
          reader, count_only ? "SELECT count(*) FROM change WHERE number > ?3 AND writer = ?1 "
                               "AND sequence > ?2 AND step <> 0"
                             : "SELECT " CHANGE_COLUMNS " FROM change WHERE number > ?3 AND writer = ?1 "
                               "AND sequence > ?2 AND step <> 0 ORDER BY number");
      if (statement == NULL)
        break;
      sqlite3_bind_int64 (statement, 1, writer);
      sqlite3_bind_int64 (statement, 2, last);
      sqlite3_bind_int64 (statement, 3, from);
      while (lectern_db_step (db, statement, NULL))
        {
          if (count_only)
            *count += sqlite3_column_int (statement, 0);
          else
            g_ptr_array_add (changes, change_from_row (statement));
        }
    }
  lectern_vector_clear (&vector);
  lectern_vector_clear (&now);
  return changes;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  const LecternChange *x = *(LecternChange *const *) a, *y = *(LecternChange *const *) b;
  return x->number < y->number ? -1 : x->number > y->number;
}

GPtrArray *
lectern_history_since (LecternReader *reader, GBytes *seen)
{
  GPtrArray *changes = since (reader, seen, FALSE, NULL);
  g_ptr_array_sort (changes, by_number);
  return changes;
}

guint
lectern_history_count_since (LecternReader *reader, GBytes *seen)
{
  guint count = 0;
  g_ptr_array_unref (since (reader, seen, TRUE, &count));
  return count;
}

static LecternReviewItem *
review_item (LecternReader *reader, LecternKind kind, gint64 id, guint group, const char *language)
{
  LecternDb *db = lectern_reader_db (reader);
  g_autoptr (LecternRow) row = lectern_row_load (db, kind, id, NULL);
  g_autoptr (GArray) heads = NULL;
  LecternReviewItem *item;

  if (row == NULL)
    return NULL;
  item = g_new0 (LecternReviewItem, 1);
  item->kind = kind;
  item->id = id;
  item->group = group;
  item->language = g_strdup (language);
  item->values = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_cell_value_free);
  heads = lectern_cell_heads (db, row, group, language, NULL);
  if (group == 0) /* a deletion that lost: what is shown is that the record lives */
    g_ptr_array_add (item->values, cell_value_new (row->change, 0, "", lectern_cell_pack (row, 0, "")));
  for (guint i = 0; i < heads->len; i++)
    {
      LecternCellHead *head = &g_array_index (heads, LecternCellHead, i);
      GBytes *value = head->value ? g_bytes_ref (head->value) : lectern_cell_pack (row, group, language);
      g_ptr_array_add (item->values, cell_value_new (head->change, group, language, value));
    }
  return item;
}

/* Without what a translation was made from, which is a number of this file only. */
static GBytes *
without_source (GBytes *value)
{
  GByteArray *out = g_byte_array_new ();
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      if (number != 0)
        lectern_group_pack (out, number, &one);
      lectern_value_clear (&one);
    }
  return g_byte_array_free_to_bytes (out);
}

/* Equal values are no conflict for a person. */
static gboolean
differs (LecternReviewItem *item)
{
  LecternCellValue *first = item->values->len ? g_ptr_array_index (item->values, 0) : NULL;

  for (guint i = 1; i < item->values->len; i++)
    {
      LecternCellValue *other = g_ptr_array_index (item->values, i);
      g_autoptr (GBytes) a = *item->language ? without_source (first->value) : g_bytes_ref (first->value);
      g_autoptr (GBytes) b = *item->language ? without_source (other->value) : g_bytes_ref (other->value);
      if (!g_bytes_equal (a, b))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
lectern_history_to_review (LecternReader *reader)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_review_item_free);
  sqlite3_stmt *statement = lectern_reader_statement (
      reader, "SELECT DISTINCT kind, row, grp, lang FROM op WHERE head = 2");
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (LecternOp));

  while (statement != NULL && lectern_db_step (lectern_reader_db (reader), statement, NULL))
    {
      LecternOp op = { .kind = sqlite3_column_int (statement, 0),
                       .row = sqlite3_column_int64 (statement, 1),
                       .group = sqlite3_column_int (statement, 2) };
      g_strlcpy (op.language, (const char *) sqlite3_column_text (statement, 3), sizeof op.language);
      g_array_append_val (cells, op);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      LecternOp *op = &g_array_index (cells, LecternOp, i);
      LecternReviewItem *item = review_item (reader, op->kind, op->row, op->group, op->language);
      if (item != NULL && differs (item))
        g_ptr_array_add (items, item);
      else
        g_clear_pointer (&item, lectern_review_item_free);
    }
  return items;
}
