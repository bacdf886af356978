/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change as it travels: read from the history with its values, packed and unpacked.
 */
#include "lectern-remote.h"

#include <string.h>

static void
operation_free (gpointer data)
{
  LecternOperation *operation = data;
  g_free (operation->language);
  g_clear_pointer (&operation->value, g_bytes_unref);
  g_free (operation);
}

static LecternRemoteChange *
remote_change_new (void)
{
  LecternRemoteChange *change = g_new0 (LecternRemoteChange, 1);
  g_atomic_ref_count_init (&change->references);
  lectern_vector_init (&change->context);
  change->operations = g_ptr_array_new_with_free_func (operation_free);
  return change;
}

LecternRemoteChange *
lectern_remote_change_ref (LecternRemoteChange *change)
{
  g_atomic_ref_count_inc (&change->references);
  return change;
}

void
lectern_remote_change_unref (LecternRemoteChange *change)
{
  if (change == NULL || !g_atomic_ref_count_dec (&change->references))
    return;
  g_free (change->author);
  g_free (change->label);
  lectern_vector_clear (&change->context);
  g_ptr_array_unref (change->operations);
  g_free (change);
}

static LecternOperation *
add_operation (LecternRemoteChange *change, const LecternOp *op, GBytes *value)
{
  LecternOperation *operation = g_new0 (LecternOperation, 1);

  operation->kind = op->kind;
  operation->row = op->row;
  operation->group = op->group;
  operation->created = op->created;
  operation->language = g_strdup (op->language);
  operation->value = value ? value : g_bytes_new (NULL, 0);
  operation->origin = (LecternDot){ change->writer, change->sequence };
  g_ptr_array_add (change->operations, operation);
  return operation;
}

/* The number by which this file knows the source text's change means nothing elsewhere. */
static void
take_made_from (LecternDb *db, LecternOperation *operation)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (operation->value, &length);

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      if (number == 0)
        operation->made_from = lectern_change_dot (db, lectern_value_get_integer (&one));
      else
        lectern_group_pack (out, number, &one);
      lectern_value_clear (&one);
    }
  g_bytes_unref (operation->value);
  operation->value = g_bytes_new (out->data, out->len);
}

static GBytes *
unknown_value (LecternDb *db, const LecternOp *op, gint64 change)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT value FROM unknown WHERE kind = ?1 AND row = ?2 AND grp = ?3 AND lang = ?4 AND "
          "change = ?5", NULL);
  GBytes *value = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, op->kind);
  sqlite3_bind_int64 (statement, 2, op->row);
  sqlite3_bind_int (statement, 3, op->group);
  sqlite3_bind_text (statement, 4, op->language, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, change);
  if (lectern_db_step (db, statement, NULL))
    value = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  return value;
}

static void
add_operations (LecternDb *db, LecternRemoteChange *change, const LecternOp *op, gint64 number)
{
  GBytes *unknown = unknown_value (db, op, number);
  g_autoptr (LecternRow) row = NULL;
  const LecternKindInfo *info = lectern_kind_info (op->kind);

  if (unknown != NULL)
    {
      add_operation (change, op, unknown);
      return;
    }
  row = info ? lectern_row_load (db, op->kind, op->row, NULL) : NULL;
  if (row == NULL)
    return;
  if (!op->created)
    {
      LecternOperation *operation
          = add_operation (change, op, lectern_cell_value (db, row, op->group, op->language, number));
      gint64 origin, prior;

      lectern_cell_op (db, row, op->group, op->language, number, &origin, &prior);
      operation->origin = lectern_change_dot (db, origin);
      if (*op->language != '\0')
        take_made_from (db, operation);
      return;
    }
  add_operation (change, op, lectern_cell_pack (row, 0, ""));
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == info->fields[i].number)
      {
        LecternOp part = { .kind = op->kind, .row = op->row, .group = info->fields[i].group };
        GBytes *value = lectern_cell_value (db, row, part.group, "", number);
        if (value != NULL && g_bytes_get_size (value) > 0)
          add_operation (change, &part, value);
        else
          g_clear_pointer (&value, g_bytes_unref);
      }
}

static LecternRemoteChange *
load_change (LecternDb *db, gint64 number)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT writer, sequence, lamport, time, type, author, label, context, ops, step FROM change "
          "WHERE number = ?1", NULL);
  LecternRemoteChange *change;
  g_autoptr (GBytes) bytes = NULL;
  LecternOps ops;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  if (!lectern_db_step (db, statement, NULL))
    return NULL;
  change = remote_change_new ();
  change->writer = sqlite3_column_int64 (statement, 0);
  change->sequence = sqlite3_column_int64 (statement, 1);
  change->lamport = sqlite3_column_int64 (statement, 2);
  change->time = sqlite3_column_int64 (statement, 3);
  change->type = sqlite3_column_int (statement, 4);
  change->author = lectern_column_dup (statement, 5);
  change->label = lectern_column_dup (statement, 6);
  lectern_unpack_vector (sqlite3_column_blob (statement, 7), sqlite3_column_bytes (statement, 7),
                         &change->context);
  bytes = g_bytes_new (sqlite3_column_blob (statement, 8), sqlite3_column_bytes (statement, 8));
  change->bookkeeping = sqlite3_column_int64 (statement, 9) == 0;
  sqlite3_reset (statement);
  lectern_ops_init (&ops, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (lectern_ops_next (&ops))
    add_operations (db, change, &ops.op, number);
  return change;
}

GPtrArray *
lectern_changes_since (LecternReader *reader, GBytes *seen)
{
  LecternDb *db = lectern_reader_db (reader);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_remote_change_unref);
  sqlite3_stmt *statement;
  LecternVector vector;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  lectern_vector_init (&vector);
  if (seen != NULL)
    lectern_unpack_vector (g_bytes_get_data (seen, NULL), g_bytes_get_size (seen), &vector);
  lectern_reader_begin (reader);
  statement = lectern_reader_statement (reader,
                                        "SELECT number, writer, sequence FROM change ORDER BY number");
  while (statement != NULL && lectern_db_step (db, statement, NULL))
    {
      LecternDot dot = { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2) };
      gint64 number = sqlite3_column_int64 (statement, 0);
      if (!lectern_vector_covers (&vector, dot))
        g_array_append_val (numbers, number);
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      LecternRemoteChange *change = load_change (db, g_array_index (numbers, gint64, i));
      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  lectern_reader_end (reader);
  lectern_vector_clear (&vector);
  return changes;
}

static void
pack_bytes (GByteArray *out, gconstpointer data, gsize length)
{
  lectern_pack_number (out, length);
  g_byte_array_append (out, data, length);
}

static gboolean
unpack_bytes (const guint8 **at, const guint8 *end, const guint8 **data, gsize *length)
{
  guint64 n;

  if (!lectern_unpack_number (at, end, &n) || n > (guint64) (end - *at))
    return FALSE;
  *data = *at;
  *length = n;
  *at += n;
  return TRUE;
}

GBytes *
lectern_remote_change_pack (LecternRemoteChange *change)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) context = g_byte_array_new ();

  lectern_pack_number (out, change->writer);
  lectern_pack_number (out, change->sequence);
  lectern_pack_number (out, change->lamport);
  lectern_pack_number (out, change->time);
  lectern_pack_number (out, (guint) change->type << 1 | (change->bookkeeping ? 1 : 0));
  pack_bytes (out, change->author, strlen (change->author));
  pack_bytes (out, change->label, strlen (change->label));
  lectern_pack_vector (context, &change->context);
  pack_bytes (out, context->data, context->len);
  lectern_pack_number (out, change->operations->len);
  for (guint i = 0; i < change->operations->len; i++)
    {
      LecternOperation *operation = g_ptr_array_index (change->operations, i);
      gsize length;
      gconstpointer data = g_bytes_get_data (operation->value, &length);

      lectern_pack_number (out, operation->kind);
      lectern_pack_number (out, operation->row);
      lectern_pack_number (out, operation->group << 1 | (operation->created ? 1 : 0));
      pack_bytes (out, operation->language, strlen (operation->language));
      lectern_pack_number (out, operation->origin.writer);
      lectern_pack_number (out, operation->origin.sequence);
      lectern_pack_number (out, operation->made_from.writer);
      lectern_pack_number (out, operation->made_from.sequence);
      pack_bytes (out, data, length);
    }
  return g_byte_array_free_to_bytes (out);
}

static gboolean
unpack_operation (LecternRemoteChange *change, const guint8 **at, const guint8 *end)
{
  guint64 kind, row, group, origin_writer, origin_sequence, writer, sequence;
  const guint8 *language, *data;
  gsize language_length, length;
  LecternOp op = { 0 };
  LecternOperation *operation;

  if (!lectern_unpack_number (at, end, &kind) || !lectern_unpack_number (at, end, &row)
      || !lectern_unpack_number (at, end, &group)
      || !unpack_bytes (at, end, &language, &language_length)
      || !lectern_unpack_number (at, end, &origin_writer)
      || !lectern_unpack_number (at, end, &origin_sequence)
      || !lectern_unpack_number (at, end, &writer) || !lectern_unpack_number (at, end, &sequence)
      || !unpack_bytes (at, end, &data, &length) || language_length >= sizeof op.language
      || kind < 1 || kind > 63 || group > G_MAXINT16)
    return FALSE;
  op.kind = kind;
  op.row = row;
  op.group = group >> 1;
  op.created = group & 1;
  memcpy (op.language, language, language_length);
  operation = add_operation (change, &op, g_bytes_new (data, length));
  operation->origin = (LecternDot){ origin_writer, origin_sequence };
  operation->made_from = (LecternDot){ writer, sequence };
  return TRUE;
}

LecternRemoteChange *
lectern_remote_change_unpack (gconstpointer data, gsize length)
{
  const guint8 *at = data, *end = at + length, *author, *label, *context;
  gsize author_length, label_length, context_length;
  guint64 writer, sequence, lamport, time, type, n;
  g_autoptr (LecternRemoteChange) change = remote_change_new ();

  if (!lectern_unpack_number (&at, end, &writer) || !lectern_unpack_number (&at, end, &sequence)
      || !lectern_unpack_number (&at, end, &lamport) || !lectern_unpack_number (&at, end, &time)
      || !lectern_unpack_number (&at, end, &type) || !unpack_bytes (&at, end, &author, &author_length)
      || !unpack_bytes (&at, end, &label, &label_length)
      || !unpack_bytes (&at, end, &context, &context_length) || !lectern_unpack_number (&at, end, &n))
    return NULL;
  change->writer = writer;
  change->sequence = sequence;
  change->lamport = lamport;
  change->time = time;
  change->type = type >> 1;
  change->bookkeeping = type & 1;
  change->author = g_strndup ((const char *) author, author_length);
  change->label = g_strndup ((const char *) label, label_length);
  lectern_unpack_vector (context, context_length, &change->context);
  while (n-- > 0)
    if (!unpack_operation (change, &at, end))
      return NULL;
  return g_steal_pointer (&change);
}
