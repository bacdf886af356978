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

static const char *
name_of (const LecternMerge *merge)
{
  return merge->current != NULL ? lectern_record_name (merge->current, NULL) : "";
}

LecternMergeDecision
lectern_merge_decide (
    LecternMerge *merge, guint group, guint64 theirs, guint64 ours, const char *label)
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
    lectern_import_warn (merge->import,
                         _ ("“%s”: “%s” was changed here and in the file; yours is kept."),
                         name_of (merge), _ (label));
  else
    lectern_import_warn (merge->import,
                         _ ("“%s”: “%s” is not the same here and in the file; yours is kept."),
                         name_of (merge), _ (label));
  return LECTERN_MERGE_KEEP;
}

static void
write_field (LecternMerge *merge, LecternImportFields *fields, const LecternField *field)
{
  lectern_edit_set (merge->import->edit, merge->kind, merge->id, field->number, NULL,
                    fields->values[field->index]);
  fields->values[field->index] = LECTERN_EMPTY;
  merge->changed = TRUE;
}

/* What tells who a record is: what is missing is filled in, nothing is replaced. */
static void
fill_identity (LecternMerge *merge, LecternImportFields *fields, const LecternField *field)
{
  if (fields->values[field->index].type != LECTERN_VALUE_EMPTY
      && (merge->current == NULL
          || merge->current->values[field->index].type == LECTERN_VALUE_EMPTY))
    write_field (merge, fields, field);
}

static guint
identity_group (LecternKind kind)
{
  switch ((int)kind)
    {
    case LECTERN_KIND_SESSION:
      return lectern_field (kind, LECTERN_SESSION_GUID)->group;
    case LECTERN_KIND_PERSON:
      return lectern_field (kind, LECTERN_PERSON_GUID)->group;
    case LECTERN_KIND_ROOM:
      return lectern_field (kind, LECTERN_ROOM_GUID)->group;
    case LECTERN_KIND_EVENT:
      return lectern_field (kind, LECTERN_EVENT_GUID)->group;
    default:
      return 0;
    }
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
lectern_merge_begin (LecternMerge *merge,
                     LecternImport *import,
                     LecternRecord *current,
                     LecternImportFields *fields)
{
  const LecternKindInfo *info = lectern_kind_info (fields->kind);
  guint64 theirs[LECTERN_IMPORT_MAX_FIELDS + 1], ours[LECTERN_IMPORT_MAX_FIELDS + 1];
  gboolean said[LECTERN_IMPORT_MAX_FIELDS + 1] = { FALSE };
  LecternMergeDecision decisions[LECTERN_IMPORT_MAX_FIELDS + 1] = { LECTERN_MERGE_KEEP };
  guint identity = identity_group (fields->kind);
  *merge = (LecternMerge){ .import = import, .kind = fields->kind, .current = current };
  merge->id = current != NULL ? current->id : lectern_edit_create (import->edit, fields->kind);
  merge->item = item_new (merge, fields);
  merge->ref = current != NULL ? lectern_import_ref (import, fields->kind, current->id) : NULL;
  merge->last = lectern_last_values_parse (
      merge->ref != NULL ? lectern_record_value (merge->ref, LECTERN_SOURCE_REF_LAST_VALUES)
                         : NULL);
  lectern_import_hash_groups (info, fields->values, fields->said, theirs);
  if (current != NULL)
    lectern_import_hash_groups (info, current->values, NULL, ours);
  for (guint i = 0; i < info->n_fields; i++)
    said[info->fields[i].group] |= fields->said[i];
  /* A group is named by its first field. */
  for (guint group = 1; group <= info->n_fields; group++)
    if (said[group] && group != identity)
      decisions[group]
          = lectern_merge_decide (merge, group, theirs[group], current != NULL ? ours[group] : 0,
                                  info->fields[group - 1].label);
  for (guint i = 0; i < info->n_fields; i++)
    if (!fields->said[i])
      continue;
    else if (info->fields[i].group == identity)
      fill_identity (merge, fields, &info->fields[i]);
    else if (decisions[info->fields[i].group] == LECTERN_MERGE_TAKE
             && (current != NULL || fields->values[i].type != LECTERN_VALUE_EMPTY))
      write_field (merge, fields, &info->fields[i]);
}

static void
write_ref (LecternMerge *merge, const char *native_id, const char *extra)
{
  LecternImport *import = merge->import;
  g_auto (LecternValue) last = lectern_last_values_pack (merge->last);
  const LecternRecord *ref = merge->ref;
  if (ref != NULL
      && lectern_value_equal (lectern_record_value (ref, LECTERN_SOURCE_REF_LAST_VALUES), &last)
      && g_strcmp0 (lectern_record_text (ref, LECTERN_SOURCE_REF_EXTRA), extra) == 0)
    return;
  gint64 id = lectern_edit_link (import->edit, LECTERN_KIND_SOURCE_REF,
                                 lectern_kind_info (merge->kind)->name, merge->id, import->source);
  if (native_id != NULL && ref == NULL)
    lectern_edit_set_text (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_NATIVE_ID,
                           native_id);
  if (ref != NULL || last.type != LECTERN_VALUE_EMPTY)
    {
      lectern_edit_set (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_LAST_VALUES,
                        NULL, last);
      last = LECTERN_EMPTY;
    }
  if (extra != NULL || (ref != NULL && lectern_record_text (ref, LECTERN_SOURCE_REF_EXTRA) != NULL))
    lectern_edit_set_text (import->edit, LECTERN_KIND_SOURCE_REF, id, LECTERN_SOURCE_REF_EXTRA,
                           extra);
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
