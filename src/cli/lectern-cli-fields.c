/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli-fields.h"

#include "lectern-look.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
assignment_clear (gpointer data)
{
  LecternAssignment *assignment = data;
  g_free (assignment->language);
  lectern_value_clear (&assignment->value);
}

/* The id of the one record that is called @name; 0 after saying why there is none. */
static gint64
find_by_name (LecternCli *cli, const LecternField *field, const char *name)
{
  gint64 id = lectern_cli_id (name), found = 0;
  const LecternKindInfo *info = lectern_kind_info (field->target);
  if (id != 0)
    return id;
  if (info == NULL)
    {
      lectern_cli_fail (_("“%s” needs the id of a record."), field->name);
      return 0;
    }
  if (info->kind == LECTERN_KIND_EVENT
      && (id = lectern_reader_event_by_slug (cli->reader, name)) != 0)
    return id;
  g_autofree char *wanted = lectern_text_fold (name);
  g_autoptr (GPtrArray) all = lectern_reader_all (cli->reader, info->kind);
  for (guint i = 0; i < all->len; i++)
    {
      const LecternRecord *record = all->pdata[i];
      g_autofree char *own = lectern_text_fold (lectern_record_name (record, NULL));
      if (strcmp (own, wanted) != 0)
        continue;
      if (found != 0)
        {
          /* TRANSLATORS: several records of a kind (“person”) have the same name */
          lectern_cli_fail (_("“%s”: there are several %s called “%s”; use the id."), field->name,
                            info->name, name);
          return 0;
        }
      found = record->id;
    }
  if (found == 0)
    lectern_cli_fail (_("“%s”: there is no %s called “%s”."), field->name, info->name, name);
  return found;
}

/* Every reference must lead somewhere. */
static gboolean
check_target (LecternCli *cli, const LecternField *field, gint64 id)
{
  if (lectern_kind_info (field->target) == NULL)
    return TRUE;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (LecternRecord) record = lectern_cli_record (cli, field->target, text);
  return record != NULL;
}

static gboolean
parse_references (LecternCli *cli, const LecternField *field, const char *text, LecternValue *value)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) names
      = g_strsplit_set (text, field->type == LECTERN_TYPE_REFERENCE ? "" : ",[]", 0);
  for (char **name = names; *name != NULL; name++)
    {
      if (*g_strstrip (*name) == '\0')
        continue;
      gint64 id = find_by_name (cli, field, *name);
      if (id == 0 || !check_target (cli, field, id))
        return FALSE;
      g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    *value = LECTERN_EMPTY;
  else if (field->type == LECTERN_TYPE_REFERENCE)
    *value = lectern_value_integer (g_array_index (ids, gint64, 0));
  else
    *value = lectern_value_ids ((const gint64 *) ids->data, ids->len);
  return TRUE;
}

/* The only bytes that people write are pictures: the name of a file, or nothing. */
static int
parse_picture (const char *file, LecternValue *value)
{
  g_autoptr (GError) error = NULL;
  if (*file == '\0')
    {
      *value = LECTERN_EMPTY;
      return LECTERN_CLI_DONE;
    }
  g_autoptr (GBytes) image = lectern_look_image_read (file, &error);
  if (image == NULL)
    return lectern_cli_fail_with (error);
  *value = lectern_value_bytes (g_bytes_get_data (image, NULL), g_bytes_get_size (image));
  return LECTERN_CLI_DONE;
}

static int
parse_assignment (LecternCli *cli, LecternKind kind, const char *argument, LecternAssignment *out)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  const char *equals = strchr (argument, '=');
  if (equals == NULL)
    return lectern_cli_misused (cli, _("“%s” is not FIELD=VALUE."), argument);
  g_autofree char *name = g_strndup (argument, equals - argument);
  char *at = strchr (name, '@');
  if (at != NULL)
    *at = '\0';
  out->field = lectern_field_by_name (kind, name);
  if (out->field == NULL)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", info->fields[i].name);
      return lectern_cli_misused (cli, _("%s has no field “%s”; it has: %s."), info->name, name,
                                  names->str);
    }
  if (at != NULL)
    {
      if ((out->field->flags & LECTERN_FIELD_TRANSLATABLE) == 0)
        return lectern_cli_misused (cli, _("“%s” is not translated."), name);
      if (!lectern_language_is_valid (at + 1))
        return lectern_cli_misused (cli, _("“%s” is no code of a language, such as de."), at + 1);
      out->language = g_strdup (at + 1);
    }
  if (out->field->type == LECTERN_TYPE_BYTES)
    return parse_picture (equals + 1, &out->value);
  if (out->field->type == LECTERN_TYPE_REFERENCE || out->field->type == LECTERN_TYPE_REFERENCES)
    return parse_references (cli, out->field, equals + 1, &out->value) ? LECTERN_CLI_DONE
                                                                       : LECTERN_CLI_FAILED;
  g_autoptr (GError) error = NULL;
  if (!lectern_value_parse (out->field, equals + 1, &out->value, &error))
    return lectern_cli_fail_with (error);
  return LECTERN_CLI_DONE;
}

GArray *
lectern_cli_assignments (LecternCli *cli, LecternKind kind, char **arguments, int n, int *status)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (LecternAssignment));
  g_array_set_clear_func (all, assignment_clear);
  for (int i = 0; i < n; i++)
    {
      LecternAssignment assignment = { .value = LECTERN_EMPTY };
      *status = parse_assignment (cli, kind, arguments[i], &assignment);
      if (*status != LECTERN_CLI_DONE)
        {
          assignment_clear (&assignment);
          return NULL;
        }
      g_array_append_val (all, assignment);
    }
  return g_steal_pointer (&all);
}
