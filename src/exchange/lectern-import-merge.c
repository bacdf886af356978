/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

LecternRecord *
lectern_import_ref (LecternImport *import, LecternKind kind, gint64 id)
{
  LecternImportKey key = { kind, id };
  return g_hash_table_lookup (import->refs, &key);
}

void
lectern_import_warn (LecternImport *import, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_ptr_array_add (import->warnings, g_strdup_vprintf (format, args));
  va_end (args);
}

void
lectern_import_skip (LecternImport *import, const char *where, const char *format, ...)
{
  LecternDoubt *doubt = g_new0 (LecternDoubt, 1);
  va_list args;
  va_start (args, format);
  doubt->where = g_strdup (where != NULL ? where : "");
  doubt->why = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (import->skipped, doubt);
}

/* Groups that tell who a record is: what is missing is filled in, nothing is replaced. */
static gboolean
is_identity (LecternKind kind, const LecternField *field)
{
  const LecternField *guid = lectern_field_by_name (kind, "guid");
  return guid != NULL && field->group == guid->group;
}

static const char *
name_of (const LecternMerge *merge)
{
  return merge->current != NULL ? lectern_record_name (merge->current, NULL) : "";
}

LecternMergeDecision
lectern_merge_decide (LecternMerge *merge, guint group, guint64 theirs, guint64 ours, const char *label)
{
  guint64 before = lectern_last_values_get (merge->last, group);
  if (merge->current == NULL)
    {
      lectern_last_values_set (merge->last, group, theirs);
      return theirs != 0 ? LECTERN_MERGE_TAKE : LECTERN_MERGE_KEEP;
    }
  if (theirs == before)
    return LECTERN_MERGE_KEEP;
  if (ours == before || ours == theirs)
    {
      lectern_last_values_set (merge->last, group, theirs);
      return ours == theirs ? LECTERN_MERGE_KEEP : LECTERN_MERGE_TAKE;
    }
  if (merge->ref != NULL)
    lectern_import_warn (merge->import, _("“%s”: “%s” was changed here and in the file; yours is kept."), name_of (merge), label);
  else
    lectern_import_warn (merge->import, _("“%s”: “%s” is not the same here and in the file; yours is kept."), name_of (merge),
                         label);
  return LECTERN_MERGE_KEEP;
}

static void
write_field (LecternMerge *merge, LecternImportFields *fields, const LecternField *field)
{
  lectern_edit_set (merge->import->edit, merge->kind, merge->id, field->number, NULL, fields->values[field->index]);
  fields->values[field->index] = LECTERN_EMPTY;
  merge->changed = TRUE;
}

static void
write_group (LecternMerge *merge, LecternImportFields *fields, guint group)
{
  const LecternKindInfo *info = lectern_kind_info (merge->kind);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == group && fields->said[i]
        && (merge->current != NULL || fields->values[i].type != LECTERN_VALUE_EMPTY))
      write_field (merge, fields, &info->fields[i]);
}

static gboolean
group_is_said (const LecternKindInfo *info, const LecternImportFields *fields, guint group)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].group == group && fields->said[i])
      return TRUE;
  return FALSE;
}

/* Before the fields are taken in: what the file calls the record, and where. */
static LecternImportItem *
item_new (LecternMerge *merge, const LecternImportFields *fields)
{
  const LecternField *name = lectern_field_with_flag (merge->kind, LECTERN_FIELD_NAME);
  LecternImportItem *item = g_new0 (LecternImportItem, 1);
  const char *said = name != NULL ? lectern_value_get_text (&fields->values[name->index]) : NULL;
  item->kind = merge->kind;
  item->id = merge->id;
  item->name = g_strdup (said != NULL ? said : merge->current != NULL ? name_of (merge) : NULL);
  item->where = g_strdup (fields->where);
  return item;
}

void
lectern_merge_begin (LecternMerge *merge, LecternImport *import, LecternRecord *current, LecternImportFields *fields)
{
  const LecternKindInfo *info = lectern_kind_info (fields->kind);
  *merge = (LecternMerge){ .import = import, .kind = fields->kind, .current = current };
  merge->id = current != NULL ? current->id : lectern_edit_create (import->edit, fields->kind);
  merge->item = item_new (merge, fields);
  merge->ref = current != NULL ? lectern_import_ref (import, fields->kind, current->id) : NULL;
  merge->last = lectern_last_values_parse (merge->ref != NULL ? lectern_record_value (merge->ref, LECTERN_SOURCE_REF_LAST_VALUES) : NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      if (is_identity (merge->kind, field))
        {
          if (fields->said[i] && fields->values[i].type != LECTERN_VALUE_EMPTY
              && (current == NULL || current->values[i].type == LECTERN_VALUE_EMPTY))
            write_field (merge, fields, field);
          continue;
        }
      /* A group is named by its first field. */
      if (field->group != field->number || !group_is_said (info, fields, field->group))
        continue;
      guint64 theirs = lectern_import_hash_group (merge->kind, field->group, fields->values, fields->said);
      guint64 ours = current != NULL ? lectern_import_hash_group (merge->kind, field->group, current->values, NULL) : 0;
      if (lectern_merge_decide (merge, field->group, theirs, ours, lectern_field_label (field)) == LECTERN_MERGE_TAKE)
        write_group (merge, fields, field->group);
    }
}

static void
write_ref (LecternMerge *merge, const char *native_id, const char *extra)
{
  LecternImport *import = merge->import;
  g_auto (LecternValue) last = lectern_last_values_pack (merge->last);
  const LecternRecord *ref = merge->ref;
  if (ref != NULL && lectern_value_equal (lectern_record_value (ref, LECTERN_SOURCE_REF_LAST_VALUES), &last)
      && g_strcmp0 (lectern_record_text (ref, LECTERN_SOURCE_REF_EXTRA), extra) == 0)
    return;
  gint64 id = lectern_edit_link (import->edit, LECTERN_KIND_SOURCE_REF, lectern_kind_info (merge->kind)->name, merge->id,
                                 import->source);
  if (native_id != NULL && ref == NULL)
    lectern_edit_set_text (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_NATIVE_ID, native_id);
  if (ref != NULL || last.type != LECTERN_VALUE_EMPTY)
    {
      lectern_edit_set (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_LAST_VALUES, NULL, last);
      last = LECTERN_EMPTY;
    }
  if (extra != NULL || (ref != NULL && lectern_record_text (ref, LECTERN_SOURCE_REF_EXTRA) != NULL))
    lectern_edit_set_text (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_EXTRA, extra);
}

void
lectern_merge_end (LecternMerge *merge, const char *native_id, const char *extra)
{
  LecternImportOutcome outcome = LECTERN_IMPORT_UNCHANGED;
  if (merge->current == NULL)
    outcome = LECTERN_IMPORT_CREATED;
  else if (merge->changed)
    outcome = LECTERN_IMPORT_UPDATED;
  merge->import->counts[outcome][merge->kind]++;
  merge->item->outcome = outcome;
  g_ptr_array_add (merge->import->items, merge->item);
  write_ref (merge, native_id, extra);
  g_clear_pointer (&merge->last, g_array_unref);
}
