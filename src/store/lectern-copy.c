/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-copy.h"

#include <string.h>

typedef struct
{
  LecternKind kind;
  gint64 id;
} Key;

struct _LecternCopy
{
  LecternReader *reader;
  LecternEdit *edit;
  GHashTable *copies; /* Key -> gint64 */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  return g_int64_hash (&key->id) ^ key->kind;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;
  return x->id == y->id && x->kind == y->kind;
}

LecternCopy *
lectern_copy_new (LecternReader *reader, LecternEdit *edit)
{
  LecternCopy *copy = g_new0 (LecternCopy, 1);
  copy->reader = reader;
  copy->edit = edit;
  copy->copies = g_hash_table_new_full (key_hash, key_equal, g_free, g_free);
  return copy;
}

void
lectern_copy_free (LecternCopy *copy)
{
  g_hash_table_unref (copy->copies);
  g_free (copy);
}

gint64
lectern_copy_find (LecternCopy *copy, LecternKind kind, gint64 id)
{
  const gint64 *found = g_hash_table_lookup (copy->copies, &(Key){ kind, id });
  return found != NULL ? *found : 0;
}

static void
remember (LecternCopy *copy, LecternKind kind, gint64 id, gint64 new)
{
  Key *key = g_new (Key, 1);
  *key = (Key){ kind, id };
  g_hash_table_insert (copy->copies, key, g_memdup2 (&new, sizeof new));
}

/* The value with what was copied in place of its originals. */
static LecternValue
value_of (LecternCopy *copy, const LecternField *field, const LecternValue *value)
{
  if (value->type != LECTERN_VALUE_EMPTY && field->type == LECTERN_TYPE_REFERENCE)
    {
      gint64 new = lectern_copy_find (copy, field->target, value->integer);
      return lectern_value_integer (new != 0 ? new : value->integer);
    }
  if (value->type != LECTERN_VALUE_EMPTY && field->type == LECTERN_TYPE_REFERENCES)
    {
      gsize n;
      g_autofree gint64 *ids = lectern_value_get_ids (value, &n);
      for (gsize i = 0; i < n; i++)
        {
          gint64 new = lectern_copy_find (copy, field->target, ids[i]);
          ids[i] = new != 0 ? new : ids[i];
        }
      return lectern_value_ids (ids, n);
    }
  return lectern_value_copy (value);
}

static void
copy_values (LecternCopy *copy, const LecternRecord *record, gint64 new)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      const LecternValue *value = lectern_record_value (record, field->number);
      if (value->type != LECTERN_VALUE_EMPTY && field->purpose != LECTERN_PURPOSE_TECHNICAL)
        lectern_edit_set (copy->edit, record->kind, new, field->number, NULL, value_of (copy, field, value));
    }
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      const LecternTranslation *text = &g_array_index (record->translations, LecternTranslation, i);
      lectern_edit_set (copy->edit, record->kind, new, text->field, text->language,
                        lectern_value_text (text->text));
    }
}

gint64
lectern_copy_record (LecternCopy *copy, const LecternRecord *record)
{
  gint64 new = lectern_copy_find (copy, record->kind, record->id);
  if (new != 0)
    return new;
  new = lectern_edit_create (copy->edit, record->kind);
  remember (copy, record->kind, record->id, new);
  copy_values (copy, record, new);
  return new;
}

static void
copy_belonging (LecternCopy *copy, LecternKind kind, LecternKind owner_kind, gint64 owner, guint owner_field)
{
  g_autoptr (GPtrArray) records = lectern_reader_owned (copy->reader, kind, owner_kind, owner);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 new = lectern_edit_create (copy->edit, kind);
      copy_values (copy, records->pdata[i], new);
      lectern_edit_set_integer (copy->edit, kind, new, owner_field, lectern_copy_find (copy, owner_kind, owner));
    }
}

void
lectern_copy_owned (LecternCopy *copy, LecternKind kind, gint64 id)
{
  const char *name = lectern_kind_info (kind)->name;
  g_autoptr (GPtrArray) tags = lectern_reader_owned (copy->reader, LECTERN_KIND_TAGGING, kind, id);
  copy_belonging (copy, LECTERN_KIND_LINK, kind, id, LECTERN_LINK_OWNER);
  copy_belonging (copy, LECTERN_KIND_ATTACHMENT, kind, id, LECTERN_ATTACHMENT_OWNER);
  for (guint i = 0; i < tags->len; i++)
    lectern_edit_link (copy->edit, LECTERN_KIND_TAGGING,
                       lectern_record_integer (tags->pdata[i], LECTERN_TAGGING_TAG), name,
                       lectern_copy_find (copy, kind, id));
}

void
lectern_copy_roles (LecternCopy *copy, gint64 session, gboolean asked)
{
  g_autoptr (GPtrArray) roles
      = lectern_reader_find (copy->reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session);
  gint64 new = lectern_copy_find (copy, LECTERN_KIND_SESSION, session);
  for (guint i = 0; i < roles->len; i++)
    {
      const LecternRecord *role = roles->pdata[i];
      const char *state = lectern_record_text (role, LECTERN_SESSION_ROLE_STATE);
      if (asked && g_strcmp0 (state, "cancelled") == 0)
        continue;
      gint64 id = lectern_edit_link (copy->edit, LECTERN_KIND_SESSION_ROLE, new,
                                     lectern_record_integer (role, LECTERN_SESSION_ROLE_PERSON),
                                     lectern_record_text (role, LECTERN_SESSION_ROLE_ROLE));
      if (asked && (state == NULL || strcmp (state, "confirmed") == 0))
        state = "to-be-confirmed";
      lectern_edit_set_text (copy->edit, LECTERN_KIND_SESSION_ROLE, id, LECTERN_SESSION_ROLE_STATE, state);
      lectern_edit_set_text (copy->edit, LECTERN_KIND_SESSION_ROLE, id, LECTERN_SESSION_ROLE_POSITION,
                             lectern_record_text (role, LECTERN_SESSION_ROLE_POSITION));
    }
}
