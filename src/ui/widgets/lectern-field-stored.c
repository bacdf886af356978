/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-field-stored.h"

#include <glib/gi18n-lib.h>

#include "lectern-touched.h"
#include "lectern-view.h"

gboolean
lectern_field_stored (LecternReader *reader, LecternKind kind, gint64 id, const LecternField *field,
                      const char *language, LecternValue *value)
{
  g_autoptr(LecternRecord) record = id != 0 ? lectern_reader_get (reader, kind, id) : NULL;
  if (record == NULL || !record->alive)
    return FALSE;
  const LecternField *tag = lectern_kind_language_field (kind);
  const char *source = tag != NULL ? lectern_record_text (record, tag->number) : NULL;
  if (language == NULL || g_strcmp0 (language, source) == 0 || (field->flags & LECTERN_FIELD_TRANSLATABLE) == 0)
    *value = lectern_value_copy (lectern_record_value (record, field->number));
  else
    {
      const LecternTranslation *translation = lectern_record_translation (record, field->number, language);
      *value = lectern_value_text (translation != NULL ? translation->text : NULL);
    }
  return TRUE;
}

char *
lectern_field_edit_label (LecternReader *reader, LecternKind kind, gint64 id, const LecternField *field)
{
  g_autofree char *name = reader != NULL ? lectern_reader_name (reader, kind, id, NULL) : g_strdup ("");
  const char *label = lectern_field_label (field);
  if (*name == '\0')
    /* TRANSLATORS: a step of the history: “%s” is the field's name */
    return g_strdup_printf (_("Change “%s”"), label);
  /* TRANSLATORS: a step of the history: the field's name, the record's name */
  return g_strdup_printf (_("Change “%s” of “%s”"), label, name);
}

gboolean
lectern_field_is_needed (LecternKind kind, const LecternField *field)
{
  static const guint64 named
      = LECTERN_KIND_BIT (PERSON) | LECTERN_KIND_BIT (ORGANISATION) | LECTERN_KIND_BIT (VENUE)
        | LECTERN_KIND_BIT (ROOM) | LECTERN_KIND_BIT (EVENT) | LECTERN_KIND_BIT (SESSION)
        | LECTERN_KIND_BIT (PROGRAMME_NODE);
  return LECTERN_KIND_IN (named, kind) && (field->flags & LECTERN_FIELD_NAME) != 0;
}
