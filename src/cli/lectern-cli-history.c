/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * search, history, undo, redo.
 */
#include "lectern-cli-json.h"

#include "lectern-history.h"
#include "lectern-search.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_HITS 1000
#define PAGE 500

static void
add_string (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text ? text : "");
}

static void
add_number_text (JsonBuilder *json, const char *member, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  add_string (json, member, text);
}

int
lectern_cli_search (LecternCli *cli, int argc, char **argv)
{
  if (!lectern_cli_parse (cli, NULL, 1, G_MAXINT, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autofree char *text = g_strjoinv (" ", argv);
  g_autoptr (GPtrArray) hits = lectern_search (cli->reader, text, LECTERN_KIND_NONE, MOST_HITS);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    {
      const LecternHit *hit = hits->pdata[i];
      const char *kind = lectern_kind_info (hit->kind)->name;
      json_builder_begin_object (json);
      add_string (json, "kind", kind);
      add_number_text (json, "id", hit->id);
      add_string (json, "title", hit->title);
      add_string (json, "snippet", hit->snippet);
      json_builder_end_object (json);
      if (!cli->json)
        printf ("%s\t%" G_GINT64_FORMAT "\t%s\t%s\n", kind, hit->id, hit->title,
                hit->snippet ? hit->snippet : "");
    }
  json_builder_end_array (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

static const char *
type_name (LecternChangeType type)
{
  switch (type)
    {
    case LECTERN_CHANGE_UNDO:
      return "undo";
    case LECTERN_CHANGE_REDO:
      return "redo";
    case LECTERN_CHANGE_EDIT:
    default:
      return "edit";
    }
}

/* One value of a group: {"title": "…"}, of group 0 {"alive": true}. */
static void
add_group (JsonBuilder *json, LecternKind kind, const LecternCellValue *cell)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (cell->value, &length);
  LecternGroupReader reader;
  guint number;
  LecternValue value = LECTERN_EMPTY;
  json_builder_begin_object (json);
  if (*cell->language != '\0')
    add_string (json, "language", cell->language);
  lectern_group_reader_init (&reader, bytes, length);
  while (lectern_group_reader_next (&reader, &number, &value))
    {
      const LecternField *field = lectern_field (kind, number);
      if (cell->group == 0)
        {
          json_builder_set_member_name (json, "alive");
          json_builder_add_boolean_value (json, lectern_value_get_integer (&value) != 0);
        }
      else if (field != NULL)
        {
          json_builder_set_member_name (json, field->name);
          lectern_cli_add_value (json, field, &value);
        }
      lectern_value_clear (&value);
    }
  json_builder_end_object (json);
}

static void
add_change (JsonBuilder *json,
            LecternReader *reader,
            const LecternChange *change,
            LecternKind kind,
            gint64 id)
{
  g_autofree char *time = lectern_time_format_rfc3339 (change->time, "UTC");
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "number");
  json_builder_add_int_value (json, change->number);
  add_string (json, "time", time);
  add_string (json, "author", change->author);
  add_string (json, "label", change->label);
  add_string (json, "type", type_name (change->type));
  json_builder_set_member_name (json, "bookkeeping");
  json_builder_add_boolean_value (json, change->bookkeeping);
  if (kind != LECTERN_KIND_NONE)
    {
      g_autoptr (GPtrArray) values = lectern_history_values (reader, kind, id, change->number);
      json_builder_set_member_name (json, "values");
      json_builder_begin_array (json);
      for (guint i = 0; i < values->len; i++)
        add_group (json, kind, values->pdata[i]);
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
}

static void
print_changes (LecternCli *cli, JsonBuilder *json, GPtrArray *changes, LecternKind kind, gint64 id)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LecternChange *change = changes->pdata[i];
      g_autofree char *when = lectern_instant_format (change->time);
      if (cli->json)
        add_change (json, cli->reader, change, kind, id);
      else
        printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", change->number, when, change->author,
                change->label);
    }
}

int
lectern_cli_history (LecternCli *cli, int argc, char **argv)
{
  LecternKind kind = LECTERN_KIND_NONE;
  gint64 id = 0;
  if (!lectern_cli_parse (cli, NULL, 0, 2, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (argc == 1)
    return lectern_cli_misused (cli, _("Something is missing after “%s”."), argv[0]);
  if (argc == 2 && (kind = lectern_cli_kind (cli, argv[0])) == LECTERN_KIND_NONE)
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  lectern_reader_begin (cli->reader);
  if (kind != LECTERN_KIND_NONE)
    {
      id = lectern_cli_id (argv[1]);
      /* A deleted record has a history too. */
      g_autoptr (LecternRecord) record = id ? lectern_reader_get (cli->reader, kind, id) : NULL;
      if (record == NULL)
        {
          lectern_reader_end (cli->reader);
          return lectern_cli_fail (_("There is no %s %s."), argv[0], argv[1]);
        }
      g_autoptr (GPtrArray) changes = lectern_history_of_record (cli->reader, kind, id, G_MAXINT);
      print_changes (cli, json, changes, kind, id);
    }
  else
    {
      gint64 before = 0;
      guint n;
      do
        {
          g_autoptr (GPtrArray) changes = lectern_history_changes (cli->reader, before, PAGE);
          n = changes->len;
          print_changes (cli, json, changes, LECTERN_KIND_NONE, 0);
          if (n > 0)
            before = ((const LecternChange *) changes->pdata[n - 1])->number;
        }
      while (n == PAGE);
    }
  lectern_reader_end (cli->reader);
  json_builder_end_array (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

static int
step (LecternCli *cli,
      int argc,
      char **argv,
      LecternResult *(*take) (LecternWorkspace *workspace, GError **error))
{
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  LecternResult *result = take (cli->workspace, &error);
  return result ? lectern_cli_answer_edit (cli, result, LECTERN_KIND_NONE, 0)
                : lectern_cli_fail_with (error);
}

int
lectern_cli_undo (LecternCli *cli, int argc, char **argv)
{
  return step (cli, argc, argv, lectern_workspace_undo);
}

int
lectern_cli_redo (LecternCli *cli, int argc, char **argv)
{
  return step (cli, argc, argv, lectern_workspace_redo);
}
