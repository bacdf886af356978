/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file says about a record, and the 64 bits by which each group of it is
 * remembered: enough to see whether a value is still the one that was imported.
 */
#include "lectern-import-private.h"

#include "lectern-value-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_import_fields_init (LecternImportFields *fields, LecternKind kind, const char *where)
{
  memset (fields, 0, sizeof *fields);
  fields->kind = kind;
  fields->where = where;
  g_assert (lectern_kind_info (kind)->n_fields <= LECTERN_IMPORT_MAX_FIELDS);
}

void
lectern_import_fields_clear (LecternImportFields *fields)
{
  for (guint i = 0; i < LECTERN_IMPORT_MAX_FIELDS; i++)
    if (fields->values[i].type != LECTERN_VALUE_EMPTY)
      lectern_value_clear (&fields->values[i]);
}

/* Most values are plain lines and addresses; the rest is judged by the description. */
static gboolean
is_good (const LecternField *field, const LecternValue *value)
{
  if (value->type != LECTERN_VALUE_TEXT || field->type == LECTERN_TYPE_PROSE)
    return TRUE;
  if (field->type == LECTERN_TYPE_TEXT)
    return strpbrk (value->data, "\n\r") == NULL;
  if (field->type == LECTERN_TYPE_URL)
    return lectern_url_is_safe (value->data, FALSE);
  return lectern_value_is_valid (field, value, NULL);
}

/* Takes @value. One that the field cannot hold is left out and listed. */
void
lectern_import_say (LecternImport *import,
                    LecternImportFields *fields,
                    guint number,
                    LecternValue value)
{
  const LecternField *field = lectern_field (fields->kind, number);
  if (!is_good (field, &value))
    {
      lectern_import_skip (import, fields->where,
                           _ ("“%s” cannot be taken as “%s”; it is left out."), value.data,
                           lectern_field_label (field));
      lectern_value_clear (&value);
    }
  fields->values[field->index] = value;
  fields->said[field->index] = TRUE;
}

/* NULL: the file says nothing about it. */
void
lectern_import_say_text (LecternImport *import,
                         LecternImportFields *fields,
                         guint field,
                         const char *text)
{
  if (text != NULL)
    lectern_import_say (import, fields, field, lectern_value_text (text));
}

void
lectern_import_say_number (LecternImport *import,
                           LecternImportFields *fields,
                           guint field,
                           gint64 number)
{
  lectern_import_say (import, fields, field, lectern_value_integer (number));
}

/* Mixes eight bytes at a time; stable over machines and versions, because it is stored. */
guint64
lectern_import_hash (guint64 hash, gconstpointer data, gsize length)
{
  const guint8 *at = data;
  hash ^= length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (; length > 0;)
    {
      guint64 word = 0;
      gsize n = MIN (length, 8);
      memcpy (&word, at, n);
      hash = (hash ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
      at += n;
      length -= n;
    }
  return hash;
}

/* Prose without the carriage returns that tools lose when they write a file anew. */
static guint64
hash_text (guint64 hash, const LecternField *field, const LecternValue *value)
{
  if (field->type != LECTERN_TYPE_PROSE || memchr (value->data, '\r', value->length) == NULL)
    return lectern_import_hash (hash, value->data, value->length);
  g_autoptr (GString) plain = g_string_sized_new (value->length);
  for (gsize i = 0; i < value->length; i++)
    if (value->data[i] != '\r')
      g_string_append_c (plain, value->data[i]);
  return lectern_import_hash (hash, plain->str, plain->len);
}

void
lectern_import_hash_groups (const LecternKindInfo *info,
                            const LecternValue *values,
                            const gboolean *said,
                            guint64 hashes[LECTERN_IMPORT_MAX_FIELDS + 1])
{
  memset (hashes, 0, sizeof (guint64) * (LECTERN_IMPORT_MAX_FIELDS + 1));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternValue *value = &values[i];
      guint16 number = GUINT16_TO_LE (info->fields[i].number);
      guint64 *hash = &hashes[info->fields[i].group];
      if (value->type == LECTERN_VALUE_EMPTY || (said != NULL && !said[i]))
        continue;
      *hash = lectern_import_hash (*hash, &number, 2);
      if (value->type == LECTERN_VALUE_INTEGER || value->type == LECTERN_VALUE_REAL)
        {
          guint64 bits = GUINT64_TO_LE ((guint64)value->integer);
          *hash = lectern_import_hash (*hash, &bits, 8);
        }
      else
        *hash = hash_text (*hash, &info->fields[i], value);
      *hash += *hash == 0;
    }
}

GArray *
lectern_last_values_parse (const LecternValue *bytes)
{
  GArray *last = g_array_new (FALSE, FALSE, sizeof (LecternLastValue));
  if (bytes == NULL || bytes->type != LECTERN_VALUE_BYTES)
    return last;
  const guint8 *at = (const guint8 *)bytes->data, *end = at + bytes->length;
  guint64 group;
  while (at < end && lectern_unpack_number (&at, end, &group) && end - at >= 8)
    {
      LecternLastValue value = { .group = (guint)group };
      memcpy (&value.hash, at, 8);
      value.hash = GUINT64_FROM_LE (value.hash);
      at += 8;
      g_array_append_val (last, value);
    }
  return last;
}

guint64
lectern_last_values_get (GArray *last, guint group)
{
  for (guint i = 0; i < last->len; i++)
    if (g_array_index (last, LecternLastValue, i).group == group)
      return g_array_index (last, LecternLastValue, i).hash;
  return 0;
}

void
lectern_last_values_set (GArray *last, guint group, guint64 hash)
{
  LecternLastValue value = { group, hash };
  guint i = 0;
  while (i < last->len && g_array_index (last, LecternLastValue, i).group < group)
    i++;
  gboolean there = i < last->len && g_array_index (last, LecternLastValue, i).group == group;
  if (there && hash == 0)
    g_array_remove_index (last, i);
  else if (there)
    g_array_index (last, LecternLastValue, i).hash = hash;
  else if (hash != 0)
    g_array_insert_val (last, i, value);
}

LecternValue
lectern_last_values_pack (GArray *last)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  for (guint i = 0; i < last->len; i++)
    {
      const LecternLastValue *value = &g_array_index (last, LecternLastValue, i);
      guint64 hash = GUINT64_TO_LE (value->hash);
      lectern_pack_number (bytes, value->group);
      g_byte_array_append (bytes, (const guint8 *)&hash, 8);
    }
  return lectern_value_bytes (bytes->data, bytes->len);
}
