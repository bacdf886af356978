/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packed value of a field group: for each field its number, a byte for the type
 * of the value, and the value. Numbers are LEB128, signed ones zigzag, reals the
 * eight bytes of IEEE 754 in little-endian order. What is read may come from
 * another device, a newer version or a damaged file.
 */
#include "lectern-value.h"

#include <string.h>

void
lectern_pack_number (GByteArray *out, guint64 number)
{
  guint8 bytes[10];
  guint n = 0;
  do
    {
      bytes[n] = number & 0x7f;
      number >>= 7;
      if (number != 0)
        bytes[n] |= 0x80;
      n++;
    }
  while (number != 0);
  g_byte_array_append (out, bytes, n);
}

/**
 * lectern_unpack_number:
 * @at: (inout): where to read; moved behind the number, or left where there is none
 * @end: the byte behind the last
 *
 * Returns: FALSE where the bytes end too early or say more than 64 bits
 */
gboolean
lectern_unpack_number (const guint8 **at, const guint8 *end, guint64 *number)
{
  guint64 value = 0;
  guint shift = 0;
  for (const guint8 *byte = *at; byte < end && shift < 64; byte++, shift += 7)
    {
      guint64 bits = *byte & 0x7f;
      if (shift == 63 && bits > 1)
        return FALSE;
      value |= bits << shift;
      if ((*byte & 0x80) == 0)
        {
          *number = value;
          *at = byte + 1;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * lectern_group_pack:
 * @out: the packed group so far
 * @field_number: the field's stable number, also one that this version does not know
 * @value: its value; empty is packed too, for it may replace something
 */
void
lectern_group_pack (GByteArray *out, guint field_number, const LecternValue *value)
{
  guint8 type = value->type;
  guint64 bits;
  lectern_pack_number (out, field_number);
  g_byte_array_append (out, &type, 1);
  switch (value->type)
    {
    case LECTERN_VALUE_INTEGER:
      lectern_pack_number (out, ((guint64) value->integer << 1) ^ (guint64) (value->integer >> 63));
      break;
    case LECTERN_VALUE_REAL:
      memcpy (&bits, &value->real, sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_byte_array_append (out, (const guint8 *) &bits, sizeof bits);
      break;
    case LECTERN_VALUE_TEXT:
    case LECTERN_VALUE_BYTES:
      lectern_pack_number (out, value->length);
      g_byte_array_append (out, (const guint8 *) value->data, value->length);
      break;
    case LECTERN_VALUE_EMPTY:
    default:
      break;
    }
}

void
lectern_group_reader_init (LecternGroupReader *reader, gconstpointer data, gsize length)
{
  reader->at = data;
  reader->end = reader->at + length;
}

static gboolean
read_data (const guint8 **at, const guint8 *end, LecternValueType type, LecternValue *value)
{
  guint64 length;
  if (!lectern_unpack_number (at, end, &length) || length > (guint64) (end - *at))
    return FALSE;
  if (type == LECTERN_VALUE_TEXT && !g_utf8_validate_len ((const char *) *at, length, NULL))
    return FALSE;
  *value = lectern_value_bytes (*at, length);
  if (value->type == LECTERN_VALUE_BYTES)
    value->type = type;
  *at += length;
  return TRUE;
}

static gboolean
read_value (const guint8 **at, const guint8 *end, LecternValueType type, LecternValue *value)
{
  guint64 bits;
  switch (type)
    {
    case LECTERN_VALUE_EMPTY:
      *value = LECTERN_EMPTY;
      return TRUE;
    case LECTERN_VALUE_INTEGER:
      if (!lectern_unpack_number (at, end, &bits))
        return FALSE;
      *value = lectern_value_integer ((gint64) (bits >> 1) ^ -(gint64) (bits & 1));
      return TRUE;
    case LECTERN_VALUE_REAL:
      if (end - *at < (gssize) sizeof bits)
        return FALSE;
      memcpy (&bits, *at, sizeof bits);
      *at += sizeof bits;
      bits = GUINT64_FROM_LE (bits);
      *value = lectern_value_real (0);
      memcpy (&value->real, &bits, sizeof bits);
      return TRUE;
    case LECTERN_VALUE_TEXT:
    case LECTERN_VALUE_BYTES:
      return read_data (at, end, type, value);
    default:
      return FALSE;
    }
}

/**
 * lectern_group_reader_next:
 * @field_number: (out): the stable number, perhaps one that this version does not know
 * @value: (out) (transfer full): set only where TRUE is returned
 *
 * Returns: FALSE at the end and where the bytes make no sense; in the second case
 * @reader->at is still before @reader->end and stays there
 */
gboolean
lectern_group_reader_next (LecternGroupReader *reader, guint *field_number, LecternValue *value)
{
  const guint8 *at = reader->at;
  guint64 number;
  if (!lectern_unpack_number (&at, reader->end, &number) || number > G_MAXUINT16
      || at == reader->end)
    return FALSE;
  LecternValueType type = *at++;
  if (!read_value (&at, reader->end, type, value))
    return FALSE;
  *field_number = number;
  reader->at = at;
  return TRUE;
}
