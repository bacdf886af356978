/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values on their way to an audience: the only place where a record is read, so the
 * only place where privacy has to be right.
 */
#include "lectern-load.h"

gboolean
lectern_load_may_see (LecternLoad *load, LecternKind kind, guint field)
{
  return lectern_field (kind, field)->audience <= load->audience;
}

const char *
lectern_load_source_language (const LecternRecord *record)
{
  const LecternField *field = lectern_kind_language_field (record->kind);
  return field ? lectern_record_text (record, field->number) : NULL;
}

char *
lectern_load_text (LecternLoad *load, const LecternRecord *record, guint field)
{
  const LecternField *info = lectern_field (record->kind, field);
  const char *text = lectern_record_text_in (record, field, load->language);
  const char *source = lectern_load_source_language (record);
  if (text == NULL || *text == '\0' || !lectern_load_may_see (load, record->kind, field))
    return NULL;
  gboolean other = (info->flags & LECTERN_FIELD_TRANSLATABLE) && source
                   && g_strcmp0 (source, load->language) != 0
                   && text == lectern_record_text (record, field);
  if (other && load->leave_out && !(info->flags & LECTERN_FIELD_NAME))
    return NULL;
  char *copy = g_strdup (text);
  if (other)
    g_hash_table_insert (load->details->languages, copy, g_strdup (source));
  return copy;
}

void
lectern_load_pass_language (LecternLoad *load, const char *from, const char *to)
{
  const char *language = lectern_details_language_of (load->details, from);
  if (language && to)
    g_hash_table_insert (load->details->languages, (gpointer) to, g_strdup (language));
}

void
lectern_load_forget_language (LecternLoad *load, const char *text)
{
  if (text)
    g_hash_table_remove (load->details->languages, text);
}

gint64
lectern_load_integer (LecternLoad *load, const LecternRecord *record, guint field)
{
  return lectern_load_may_see (load, record->kind, field) ? lectern_record_integer (record, field)
                                                          : 0;
}

gint64 *
lectern_load_ids (LecternLoad *load, const LecternRecord *record, guint field, gsize *n)
{
  *n = 0;
  if (!lectern_load_may_see (load, record->kind, field))
    return NULL;
  return lectern_value_get_ids (lectern_record_value (record, field), n);
}

char **
lectern_load_texts (LecternLoad *load, const LecternRecord *record, guint field)
{
  if (!lectern_load_may_see (load, record->kind, field) || lectern_record_is_empty (record, field))
    return NULL;
  return lectern_value_get_texts (lectern_record_value (record, field));
}

void
lectern_load_remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

gboolean
lectern_load_index (GHashTable *table, gint64 id, guint *index)
{
  gpointer found = g_hash_table_lookup (table, &id);
  if (found == NULL)
    return FALSE;
  *index = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}
