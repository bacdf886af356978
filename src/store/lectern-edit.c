/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-edit-private.h"

#include "lectern-identity.h"

#include <string.h>

static void
edit_value_clear (gpointer data)
{
  LecternEditValue *value = data;
  g_free (value->language);
  lectern_value_clear (&value->value);
}

static void
edit_record_free (gpointer data)
{
  LecternEditRecord *record = data;
  g_array_unref (record->values);
  g_free (record);
}

static guint
edit_record_hash (gconstpointer data)
{
  const LecternEditRecord *record = data;
  return g_int64_hash (&record->id) ^ record->kind;
}

static gboolean
edit_record_equal (gconstpointer a, gconstpointer b)
{
  const LecternEditRecord *x = a, *y = b;
  return x->id == y->id && x->kind == y->kind;
}

LecternEdit *
lectern_edit_new (const char *label)
{
  LecternEdit *edit = g_new0 (LecternEdit, 1);

  g_atomic_ref_count_init (&edit->references);
  edit->label = g_strdup (label ? label : "");
  edit->base = lectern_id_base ();
  edit->basis = -1;
  edit->records = g_ptr_array_new_with_free_func (edit_record_free);
  edit->by_row = g_hash_table_new (edit_record_hash, edit_record_equal);
  return edit;
}

LecternEdit *
lectern_edit_ref (LecternEdit *edit)
{
  g_atomic_ref_count_inc (&edit->references);
  return edit;
}

void
lectern_edit_unref (LecternEdit *edit)
{
  if (edit == NULL || !g_atomic_ref_count_dec (&edit->references))
    return;
  g_hash_table_unref (edit->by_row);
  g_ptr_array_unref (edit->records);
  g_free (edit->label);
  g_free (edit);
}

void
lectern_edit_set_label (LecternEdit *edit, const char *label)
{
  g_free (edit->label);
  edit->label = g_strdup (label ? label : "");
}

const char *
lectern_edit_get_label (LecternEdit *edit)
{
  return edit->label;
}

gboolean
lectern_edit_is_empty (LecternEdit *edit)
{
  return edit->records->len == 0;
}

static LecternEditRecord *
get_record (LecternEdit *edit, LecternKind kind, gint64 id, LecternEditAction action)
{
  LecternEditRecord key = { .kind = kind, .id = id };
  LecternEditRecord *record = edit->last;

  /* values come record by record; the last one is asked first */
  if (record == NULL || record->id != id || record->kind != kind)
    record = g_hash_table_lookup (edit->by_row, &key);
  if (record == NULL)
    {
      record = g_new0 (LecternEditRecord, 1);
      record->kind = kind;
      record->id = id;
      record->action = action;
      record->values = g_array_new (FALSE, TRUE, sizeof (LecternEditValue));
      g_array_set_clear_func (record->values, edit_value_clear);
      g_ptr_array_add (edit->records, record);
      g_hash_table_add (edit->by_row, record);
    }
  else if (action != LECTERN_EDIT_CHANGES)
    record->action = action;
  record->made |= action == LECTERN_EDIT_CREATES || action == LECTERN_EDIT_LINKS;
  edit->last = record;
  return record;
}

/**
 * lectern_edit_create:
 * @kind: not a link kind, see lectern_edit_link()
 *
 * Returns: the id of the new record, to be used at once in the same edit
 */
gint64
lectern_edit_create (LecternEdit *edit, LecternKind kind)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  gint64 id;

  g_return_val_if_fail (info != NULL && !(info->flags & LECTERN_KIND_IS_LINK), 0);
  id = edit->base++;
  get_record (edit, kind, id, LECTERN_EDIT_CREATES);
  return id;
}

/**
 * lectern_edit_link_values:
 * @values: (array length=n): one for each LINKS field of @kind in order, integers for
 *   references and text for the rest; empty where something is not linked. Copied.
 *
 * The id is a hash of what is linked, so two people adding the same link make one row.
 *
 * Returns: the id of the link row
 */
gint64
lectern_edit_link_values (LecternEdit *edit, LecternKind kind, const LecternValue *values, guint n)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  g_autoptr (GString) identity = g_string_new (NULL);
  guint linked = 0;

  g_return_val_if_fail (info != NULL && (info->flags & LECTERN_KIND_IS_LINK), 0);
  for (guint i = 0; i < info->n_fields && linked < n; i++)
    if (info->fields[i].flags & LECTERN_FIELD_LINKS)
      {
        const char *text = lectern_value_get_text (&values[linked]);
        if (info->fields[i].type == LECTERN_TYPE_REFERENCE)
          g_string_append_printf (identity, "%" G_GINT64_FORMAT "|",
                                  lectern_value_get_integer (&values[linked]));
        else
          g_string_append_printf (identity, "%s|", text ? text : "");
        linked++;
      }

  gint64 id = lectern_id_of_link (kind, identity->str);
  LecternEditRecord *record = get_record (edit, kind, id, LECTERN_EDIT_LINKS);
  if (record->values->len > 0)
    return id;
  linked = 0;
  for (guint i = 0; i < info->n_fields && linked < n; i++)
    if (info->fields[i].flags & LECTERN_FIELD_LINKS)
      {
        if (values[linked].type != LECTERN_VALUE_EMPTY)
          lectern_edit_set (edit, kind, id, info->fields[i].number, NULL,
                            lectern_value_copy (&values[linked]));
        linked++;
      }
  return id;
}

/**
 * lectern_edit_link:
 * @...: for each LINKS field of @kind in order a gint64 (references; 0 for none) or
 *   const char * (the rest)
 *
 * Returns: the id of the link row, see lectern_edit_link_values()
 */
gint64
lectern_edit_link (LecternEdit *edit, LecternKind kind, ...)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  LecternValue values[8];
  va_list arguments;
  guint n = 0;

  g_return_val_if_fail (info != NULL && (info->flags & LECTERN_KIND_IS_LINK), 0);
  va_start (arguments, kind);
  for (guint i = 0; i < info->n_fields && n < G_N_ELEMENTS (values); i++)
    if ((info->fields[i].flags & LECTERN_FIELD_LINKS) && info->fields[i].type == LECTERN_TYPE_REFERENCE)
      {
        gint64 linked = va_arg (arguments, gint64);
        values[n++] = linked != 0 ? lectern_value_integer (linked) : LECTERN_EMPTY;
      }
    else if (info->fields[i].flags & LECTERN_FIELD_LINKS)
      values[n++] = lectern_value_text (va_arg (arguments, const char *));
  va_end (arguments);

  gint64 id = lectern_edit_link_values (edit, kind, values, n);
  for (guint i = 0; i < n; i++)
    lectern_value_clear (&values[i]);
  return id;
}

void
lectern_edit_set (LecternEdit *edit, LecternKind kind, gint64 id, guint field, const char *language,
                  LecternValue value)
{
  LecternEditRecord *record = get_record (edit, kind, id, LECTERN_EDIT_CHANGES);
  LecternEditValue entry = { .field = field, .value = value };

  entry.language = language && *language ? g_strdup (language) : NULL;
  for (guint i = 0; i < record->values->len; i++)
    {
      LecternEditValue *old = &g_array_index (record->values, LecternEditValue, i);
      if (old->field == field && !old->confirm && g_strcmp0 (old->language, entry.language) == 0)
        {
          edit_value_clear (old);
          *old = entry;
          return;
        }
    }
  g_array_append_val (record->values, entry);
}

void
lectern_edit_set_text (LecternEdit *edit, LecternKind kind, gint64 id, guint field, const char *text)
{
  lectern_edit_set (edit, kind, id, field, NULL, lectern_value_text (text));
}

void
lectern_edit_set_integer (LecternEdit *edit, LecternKind kind, gint64 id, guint field, gint64 integer)
{
  lectern_edit_set (edit, kind, id, field, NULL, lectern_value_integer (integer));
}

void
lectern_edit_clear (LecternEdit *edit, LecternKind kind, gint64 id, guint field)
{
  lectern_edit_set (edit, kind, id, field, NULL, LECTERN_EMPTY);
}

void
lectern_edit_delete (LecternEdit *edit, LecternKind kind, gint64 id)
{
  get_record (edit, kind, id, LECTERN_EDIT_DELETES);
}

void
lectern_edit_revive (LecternEdit *edit, LecternKind kind, gint64 id)
{
  get_record (edit, kind, id, LECTERN_EDIT_REVIVES);
}

/**
 * lectern_edit_confirm:
 * @group: the group of the cell, 0 for the existence of the row
 *
 * Writes the value that is shown once more, so that the other heads of the cell are
 * replaced knowingly: the decision "keep this one" on a review item.
 */
void
lectern_edit_confirm (LecternEdit *edit, LecternKind kind, gint64 id, guint group,
                      const char *language)
{
  LecternEditRecord *record = get_record (edit, kind, id, LECTERN_EDIT_CHANGES);
  LecternEditValue entry = { .field = group, .confirm = TRUE };

  entry.language = language && *language ? g_strdup (language) : NULL;
  g_array_append_val (record->values, entry);
}

void
lectern_edit_set_bookkeeping (LecternEdit *edit)
{
  edit->bookkeeping = TRUE;
}

void
lectern_edit_set_visit (LecternEdit *edit, gint64 visit)
{
  edit->visit = visit;
}

void
lectern_edit_set_basis (LecternEdit *edit, gint64 moment)
{
  edit->basis = moment;
}
