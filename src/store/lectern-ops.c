/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of what a change touched: kind, row (as a difference to the one before, so
 * that the rows of an import cost a byte), group and language.
 */
#include "lectern-write.h"

#include <string.h>

static guint64
zigzag (gint64 number)
{
  return ((guint64) number << 1) ^ (guint64) (number >> 63);
}

static gint64
unzigzag (guint64 number)
{
  return (gint64) (number >> 1) ^ -(gint64) (number & 1);
}

/* @last_row: the row of the operation before, kept by the caller, 0 at first. */
void
lectern_ops_add (GByteArray *out, const LecternOp *op, gint64 *last_row)
{
  gsize length = strlen (op->language);

  lectern_pack_number (out, op->kind);
  lectern_pack_number (out, zigzag ((gint64) ((guint64) op->row - (guint64) *last_row)));
  lectern_pack_number (out, (guint64) op->group << 1 | (op->created ? 1 : 0));
  lectern_pack_number (out, length);
  g_byte_array_append (out, (const guint8 *) op->language, length);
  *last_row = op->row;
}

void
lectern_ops_init (LecternOps *ops, gconstpointer data, gsize length)
{
  memset (ops, 0, sizeof *ops);
  ops->at = data;
  ops->end = ops->at + length;
}

gboolean
lectern_ops_next (LecternOps *ops)
{
  guint64 kind, row, group, length;

  if (ops->at >= ops->end || !lectern_unpack_number (&ops->at, ops->end, &kind)
      || !lectern_unpack_number (&ops->at, ops->end, &row)
      || !lectern_unpack_number (&ops->at, ops->end, &group)
      || !lectern_unpack_number (&ops->at, ops->end, &length)
      || length >= sizeof ops->op.language || length > (gsize) (ops->end - ops->at))
    {
      ops->at = ops->end;
      return FALSE;
    }
  ops->op.kind = kind;
  ops->op.row = (gint64) ((guint64) ops->op.row + (guint64) unzigzag (row));
  ops->op.group = group >> 1;
  ops->op.created = group & 1;
  memcpy (ops->op.language, ops->at, length);
  ops->op.language[length] = '\0';
  ops->at += length;
  return TRUE;
}
