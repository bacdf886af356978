/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-record.h"

static void
translation_clear (gpointer data)
{
  LecternTranslation *translation = data;
  g_free (translation->language);
  g_free (translation->text);
}

LecternRecord *
lectern_record_new (LecternKind kind, gint64 id)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  LecternRecord *record;

  g_return_val_if_fail (info != NULL, NULL);
  record = g_new0 (LecternRecord, 1);
  record->kind = kind;
  record->id = id;
  record->alive = TRUE;
  record->values = g_new0 (LecternValue, info->n_fields);
  return record;
}

void
lectern_record_free (LecternRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < lectern_kind_info (record->kind)->n_fields; i++)
    lectern_value_clear (&record->values[i]);
  g_free (record->values);
  g_clear_pointer (&record->translations, g_array_unref);
  g_free (record);
}

/* Takes @text. */
void
lectern_record_add_translation (LecternRecord *record, guint field, const char *language, char *text,
                                gint64 made_from)
{
  LecternTranslation translation = { .field = field, .language = g_strdup (language),
                                     .text = text, .made_from = made_from };
  if (record->translations == NULL)
    {
      record->translations = g_array_new (FALSE, FALSE, sizeof (LecternTranslation));
      g_array_set_clear_func (record->translations, translation_clear);
    }
  g_array_append_val (record->translations, translation);
}

const LecternValue *
lectern_record_value (const LecternRecord *record, guint field)
{
  const LecternField *described = lectern_field (record->kind, field);
  g_return_val_if_fail (described != NULL, NULL);
  return &record->values[described->index];
}

/* NULL where empty. */
const char *
lectern_record_text (const LecternRecord *record, guint field)
{
  return lectern_value_get_text (lectern_record_value (record, field));
}

gint64
lectern_record_integer (const LecternRecord *record, guint field)
{
  return lectern_value_get_integer (lectern_record_value (record, field));
}

gboolean
lectern_record_is_empty (const LecternRecord *record, guint field)
{
  return lectern_record_value (record, field)->type == LECTERN_VALUE_EMPTY;
}

const LecternTranslation *
lectern_record_translation (const LecternRecord *record, guint field, const char *language)
{
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      LecternTranslation *t = &g_array_index (record->translations, LecternTranslation, i);
      if (t->field == field && g_strcmp0 (t->language, language) == 0)
        return t;
    }
  return NULL;
}

const char *
lectern_record_text_in (const LecternRecord *record, guint field, const char *language)
{
  const LecternTranslation *translation
      = language ? lectern_record_translation (record, field, language) : NULL;
  return translation ? translation->text : lectern_record_text (record, field);
}

const char *
lectern_record_name (const LecternRecord *record, const char *language)
{
  const LecternField *field = lectern_field_with_flag (record->kind, LECTERN_FIELD_NAME);
  const char *name = field ? lectern_record_text_in (record, field->number, language) : NULL;
  return name ? name : "";
}
