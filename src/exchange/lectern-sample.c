/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample is a JSON file: {"workspace", "language", "languages", "label", "records":
 * [{"kind", "key", FIELD or FIELD@LANG: value}], "later": [{"label", "set": [{"key",
 * FIELD: value}]}]}. References are keys of other records. {+44} in a text is the date
 * 44 days after this week's Monday, {+44 de} the same in German words, {#lunch} the id of
 * the record of that key.
 */
#include "lectern-sample.h"

#include "lectern-exchange-error.h"
#include "lectern-position.h"
#include "lectern-sample-private.h"
#include "lectern-samples-resource.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name, *title, *description;
} samples[] = {
  { "interregional", N_("Interregional project"),
    N_("Working group meetings, phases and regional action plans, and a final conference with "
        "five rooms that is being prepared.") },
  { "plenary", N_("Plenary of a large initiative"),
    N_("An initiative with pilots, demonstration projects and member regions, and a plenary with "
        "parallel sessions for each of them.") },
};

const char *const *
lectern_sample_names (void)
{
  static const char *const names[] = { "interregional", "plenary", NULL };
  return names;
}

const char *
lectern_sample_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_strcmp0 (samples[i].name, name) == 0)
      return _(samples[i].title);
  return NULL;
}

const char *
lectern_sample_description (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_strcmp0 (samples[i].name, name) == 0)
      return _(samples[i].description);
  return NULL;
}

/* The field and the language that a member "title@de" names. */
static const LecternField *
read_member (LecternKind kind, const char *member, char **language)
{
  g_auto (GStrv) parts = g_strsplit (member, "@", 2);
  *language = g_strdup (parts[1]);
  return lectern_field_by_name (kind, parts[0]);
}

static gboolean
set_fields (LecternSample *sample, const LecternSampleRecord *known, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      g_autofree char *language = NULL;
      LecternValue value = LECTERN_EMPTY;
      if (strcmp (member, "kind") == 0 || strcmp (member, "key") == 0)
        continue;
      const LecternField *field = read_member (known->kind, member, &language);
      if (field == NULL)
        return lectern_sample_wrong (error, "%s has no field “%s”", lectern_kind_info (known->kind)->name, member);
      if (field->flags & LECTERN_FIELD_LINKS)
        continue;
      if (!lectern_sample_value (sample, field, node, &value, error))
        return FALSE;
      lectern_edit_set (sample->edit, known->kind, known->id, field->number, language, value);
    }
  return TRUE;
}

static gint64
make_link (LecternSample *sample, const LecternKindInfo *info, JsonObject *object, GError **error)
{
  LecternValue values[8];
  guint n = 0;
  gboolean good = TRUE;
  for (guint i = 0; i < info->n_fields && good; i++)
    if (info->fields[i].flags & LECTERN_FIELD_LINKS)
      {
        JsonNode *node = json_object_get_member (object, info->fields[i].name);
        values[n] = LECTERN_EMPTY;
        good = node == NULL || lectern_sample_value (sample, &info->fields[i], node, &values[n], error);
        n++;
      }
  gint64 id = good ? lectern_edit_link_values (sample->edit, info->kind, values, n) : 0;
  for (guint i = 0; i < n; i++)
    lectern_value_clear (&values[i]);
  return id;
}

/* Gives every record its id, so that references may point forward as well. */
static gboolean
make_record (LecternSample *sample, JsonObject *object, gboolean links, GError **error)
{
  const char *name = json_object_get_string_member_with_default (object, "kind", "");
  const char *key = json_object_get_string_member_with_default (object, "key", NULL);
  const LecternKindInfo *info = lectern_kind_by_name (name);
  if (info == NULL)
    return lectern_sample_wrong (error, "there is no kind “%s”", name);
  if (links != ((info->flags & LECTERN_KIND_IS_LINK) != 0))
    return TRUE;
  LecternSampleRecord known = { info->kind, 0 };
  known.id = links ? make_link (sample, info, object, error)
                   : lectern_edit_create (sample->edit, info->kind);
  if (known.id == 0)
    return FALSE;
  if (key != NULL
      && !g_hash_table_insert (sample->keys, g_strdup (key), g_memdup2 (&known, sizeof known)))
    return lectern_sample_wrong (error, "two records are called “%s”", key);
  /* What has no key is found again by its place in the file. */
  json_object_set_int_member (object, "id", known.id);
  return TRUE;
}

/* Lists keep the order of the file. */
static void
set_position (LecternSample *sample, const LecternSampleRecord *known)
{
  const LecternField *field = lectern_field_by_name (known->kind, "position");
  GPtrArray *keys = g_hash_table_lookup (sample->positions, GINT_TO_POINTER (known->kind));
  if (field == NULL || keys == NULL || keys->len == 0)
    return;
  g_autofree char *key = g_ptr_array_steal_index (keys, keys->len - 1);
  lectern_edit_set_text (sample->edit, known->kind, known->id, field->number, key);
}

static void
prepare_positions (LecternSample *sample, JsonArray *records)
{
  guint counts[LECTERN_N_KINDS + 1] = { 0 };
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *object = json_array_get_object_element (records, i);
      const LecternKindInfo *info
          = lectern_kind_by_name (json_object_get_string_member_with_default (object, "kind", ""));
      if (info != NULL)
        counts[info->kind]++;
    }
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      g_autofree char **series = lectern_position_series (counts[kind]); /* its texts move on */
      GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
      for (guint i = counts[kind]; i > 0; i--)
        g_ptr_array_add (keys, series[i - 1]);
      g_hash_table_insert (sample->positions, GINT_TO_POINTER (kind), keys);
    }
}

static gboolean
fill_record (LecternSample *sample, JsonObject *object, GError **error)
{
  const LecternKindInfo *info
      = lectern_kind_by_name (json_object_get_string_member (object, "kind"));
  const LecternField *language = lectern_kind_language_field (info->kind);
  LecternSampleRecord known = { info->kind, json_object_get_int_member (object, "id") };
  json_object_remove_member (object, "id");
  if (language != NULL && !json_object_has_member (object, language->name))
    lectern_edit_set_text (sample->edit, known.kind, known.id, language->number, sample->language);
  set_position (sample, &known);
  return set_fields (sample, &known, object, error);
}

static gboolean
make_records (LecternSample *sample, JsonArray *records, GError **error)
{
  guint n = json_array_get_length (records);
  for (guint links = 0; links < 2; links++)
    for (guint i = 0; i < n; i++)
      if (!make_record (sample, json_array_get_object_element (records, i), links, error))
        return FALSE;
  prepare_positions (sample, records);
  for (guint i = 0; i < n; i++)
    if (!fill_record (sample, json_array_get_object_element (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
commit (LecternWorkspace *workspace, LecternEdit *edit, GError **error)
{
  LecternResult *result = lectern_workspace_commit (workspace, edit, error);
  if (result == NULL)
    return FALSE;
  lectern_result_free (result);
  return TRUE;
}

/* The workspace is called like the project, and speaks its languages. */
static gboolean
set_workspace (LecternSample *sample, LecternWorkspace *workspace, JsonObject *root, GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_autoptr (LecternRecord) record = reader ? lectern_reader_workspace (reader) : NULL;
  if (reader == NULL)
    return FALSE;
  if (record == NULL)
    return lectern_sample_wrong (error, "the workspace has no name");
  LecternSampleRecord known = { LECTERN_KIND_WORKSPACE, record->id };
  return set_fields (sample, &known, json_object_get_object_member (root, "workspace"), error);
}

/* The small edits after the large one: each with its label and its history. */
static gboolean
make_later (LecternSample *sample, LecternWorkspace *workspace, JsonArray *later, GError **error)
{
  for (guint i = 0; i < json_array_get_length (later); i++)
    {
      JsonObject *object = json_array_get_object_element (later, i);
      JsonArray *sets = json_object_get_array_member (object, "set");
      g_autoptr (LecternEdit) edit
          = lectern_edit_new (json_object_get_string_member (object, "label"));
      sample->edit = edit;
      for (guint j = 0; j < json_array_get_length (sets); j++)
        {
          JsonObject *fields = json_array_get_object_element (sets, j);
          const char *key = json_object_get_string_member (fields, "key");
          const LecternSampleRecord *known = g_hash_table_lookup (sample->keys, key);
          if (known == NULL)
            return lectern_sample_wrong (error, "nothing is called “%s”", key);
          if (!set_fields (sample, known, fields, error))
            return FALSE;
        }
      if (!commit (workspace, edit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load (LecternWorkspace *workspace, JsonObject *root, GError **error)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (json_object_get_string_member (root, "label"));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) positions
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  LecternSample sample = { .edit = edit, .keys = keys, .positions = positions };
  g_autofree char *today = lectern_date_today ();
  lectern_date_parse (today, &sample.monday);
  g_date_subtract_days (&sample.monday, g_date_get_weekday (&sample.monday) - 1);
  sample.language = json_object_get_string_member (root, "language");
  return make_records (&sample, json_object_get_array_member (root, "records"), error)
         && set_workspace (&sample, workspace, root, error) && commit (workspace, edit, error)
         && make_later (&sample, workspace, json_object_get_array_member (root, "later"), error);
}

static GBytes *
text_of (const char *name, GError **error)
{
  static gsize registered = 0;
  g_autofree char *path = g_strdup_printf ("/org/lectern/Lectern/samples/%s.json", name);
  if (g_once_init_enter (&registered))
    {
      lectern_samples_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return g_resource_lookup_data (lectern_samples_get_resource (), path, 0, error);
}

gboolean
lectern_sample_create (LecternWorkspace *workspace, const char *name, GError **error)
{
  if (lectern_sample_title (name) == NULL)
    {
      g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_UNKNOWN,
                   _("There is no sample project “%s”."), name);
      return FALSE;
    }
  g_autoptr (GBytes) bytes = text_of (name, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), error))
    return FALSE;
  return load (workspace, json_node_get_object (json_parser_get_root (parser)), error);
}
