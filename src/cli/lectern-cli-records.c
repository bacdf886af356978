/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * list, show, add, set, delete.
 */
#include "lectern-cli-event.h"
#include "lectern-cli-fields.h"
#include "lectern-cli-json.h"

#include "lectern-history.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What a record is called in a list of lines; a link by what it links. */
static char *
name_in_list (LecternCli *cli, const LecternRecord *record, const char *language)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  if ((info->flags & LECTERN_KIND_IS_LINK) == 0)
    return lectern_reader_name (cli->reader, record->kind, record->id, language);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      gint64 id = lectern_record_integer (record, field->number);
      if ((field->flags & LECTERN_FIELD_LINKS) == 0 || lectern_record_is_empty (record, field->number))
        continue;
      g_autofree char *name
          = lectern_kind_info (field->target) != NULL
                ? lectern_reader_name (cli->reader, field->target, id, language)
                : field->choices != NULL
                      ? g_strdup (lectern_field_choice_label (
                          field, lectern_record_text (record, field->number)))
                      : NULL;
      if (name != NULL && *name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

typedef struct
{
  const LecternRecord *record;
  char *start; /* of sessions; NULL sorts last */
  guint place; /* in the order of the store */
} Listed;

static void
print_line (LecternCli *cli, const Listed *listed, const char *language)
{
  const LecternRecord *record = listed->record;
  g_autofree char *name = name_in_list (cli, record, language);
  printf ("%" G_GINT64_FORMAT "\t", record->id);
  if (record->kind == LECTERN_KIND_SESSION)
    printf ("%s\t", listed->start ? listed->start : "");
  printf ("%s\n", name);
}

static gint
compare_listed (gconstpointer a, gconstpointer b)
{
  const Listed *x = a, *y = b;
  if ((x->start == NULL) != (y->start == NULL))
    return x->start == NULL ? 1 : -1;
  int order = g_strcmp0 (x->start, y->start);
  return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static void
listed_clear (gpointer data)
{
  g_free (((Listed *) data)->start);
}

/* Sessions in the order in which they take place, the rest as the store has it. */
static GArray *
sort_records (LecternCliLookup *lookup, GPtrArray *records, LecternCliFilter *filter)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_array_set_clear_func (sorted, listed_clear);
  for (guint i = 0; i < records->len; i++)
    {
      Listed listed = { records->pdata[i], NULL, i };
      if (filter != NULL && !lectern_cli_filter_matches (filter, listed.record))
        continue;
      if (listed.record->kind == LECTERN_KIND_SESSION)
        listed.start = lectern_cli_session_start (lookup, listed.record);
      g_array_append_val (sorted, listed);
    }
  g_array_sort (sorted, compare_listed);
  return sorted;
}

int
lectern_cli_list (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL, *language = NULL;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_("Only what belongs to this event"),
            N_("SLUG") },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
            N_("Texts in this language where they are there"), N_("LANG") },
          { NULL } };
  gint64 event = 0;
  if (!lectern_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return LECTERN_CLI_USAGE;
  LecternKind kind = lectern_cli_kind (cli, argv[0]);
  if (kind == LECTERN_KIND_NONE)
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_takes_language (cli, language))
    return LECTERN_CLI_USAGE;
  if (slug != NULL && !lectern_cli_filter_knows (kind))
    return lectern_cli_misused (cli, _("Records of the kind %s belong to no event."), argv[0]);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  lectern_reader_begin (cli->reader);
  if (slug != NULL && (event = lectern_cli_event (cli, slug)) == 0)
    {
      lectern_reader_end (cli->reader);
      return LECTERN_CLI_FAILED;
    }
  g_autoptr (LecternCliFilter) filter = event ? lectern_cli_filter_new (cli->reader, event) : NULL;
  g_autoptr (GPtrArray) records = lectern_reader_all (cli->reader, kind);
  g_autoptr (LecternCliLookup) lookup = lectern_cli_lookup_new (cli->reader, language);
  g_autoptr (GArray) sorted = sort_records (lookup, records, filter);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < sorted->len; i++)
    if (cli->json)
      lectern_cli_add_record (json, lookup, g_array_index (sorted, Listed, i).record);
    else
      print_line (cli, &g_array_index (sorted, Listed, i), language);
  json_builder_end_array (json);
  lectern_reader_end (cli->reader);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

/* A moment as people write it; a date alone means its end, so that its changes count. */
static gboolean
parse_moment (const char *text, gint64 *moment)
{
  const LecternField field = { .type = LECTERN_TYPE_INSTANT, .name = "at", .label = N_("Time") };
  g_auto (LecternValue) value = LECTERN_EMPTY;
  GDate date;
  if (lectern_date_parse_typed (text, &date))
    {
      g_autoptr (GDateTime) midnight = g_date_time_new_local (
          g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
      g_autoptr (GDateTime) next = midnight ? g_date_time_add_days (midnight, 1) : NULL;
      *moment = next ? g_date_time_to_unix (next) * 1000 - 1 : 0;
      return next != NULL;
    }
  g_autoptr (GError) error = NULL;
  if (!lectern_value_parse (&field, text, &value, &error))
    {
      lectern_cli_fail_with (error);
      return FALSE;
    }
  *moment = lectern_value_get_integer (&value);
  return value.type == LECTERN_VALUE_INTEGER;
}

static void
print_fields (LecternCliLookup *lookup, const LecternRecord *record)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  lectern_cli_add_record (json, lookup, record);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GList) members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      g_autofree char *text
          = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                ? json_node_dup_string (node)
                : json_to_string (node, FALSE);
      printf ("%s: %s\n", (const char *) l->data, text);
    }
}

int
lectern_cli_show (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *at = NULL, *language = NULL;
  const GOptionEntry entries[]
      = { { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("As it was at this time"), N_("TIME") },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
            N_("Texts in this language where they are there"), N_("LANG") },
          { NULL } };
  gint64 moment = 0;
  g_autoptr (LecternRecord) record = NULL;
  if (!lectern_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return LECTERN_CLI_USAGE;
  LecternKind kind = lectern_cli_kind (cli, argv[0]);
  if (kind == LECTERN_KIND_NONE || !lectern_cli_takes_language (cli, language))
    return LECTERN_CLI_USAGE;
  if (at != NULL && *at == '\0')
    return lectern_cli_misused (cli, _("Something is missing after “%s”."), "--at");
  if (at != NULL && !parse_moment (at, &moment))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  if (at == NULL)
    record = lectern_cli_record (cli, kind, argv[1]);
  else
    {
      gint64 id = lectern_cli_id (argv[1]);
      record = id ? lectern_history_at (cli->reader, kind, id, moment) : NULL;
      if (record == NULL || !record->alive)
        return lectern_cli_fail (_("There was no %s %s then."), argv[0], argv[1]);
    }
  if (record == NULL)
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternCliLookup) lookup = lectern_cli_lookup_new (cli->reader, language);
  if (!cli->json)
    {
      print_fields (lookup, record);
      return LECTERN_CLI_DONE;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  lectern_cli_add_record (json, lookup, record);
  json_builder_end_array (json);
  lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

static const LecternAssignment *
find_assignment (GArray *assignments, guint field)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      const LecternAssignment *assignment = &g_array_index (assignments, LecternAssignment, i);
      if (assignment->field->number == field && assignment->language == NULL)
        return assignment;
    }
  return NULL;
}

/* A new record; of a link the row that its fields say. 0 after saying what is missing. */
static gint64
make_record (LecternCli *cli, LecternEdit *edit, LecternKind kind, GArray *assignments)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  LecternValue identity[8];
  guint n = 0;
  if ((info->flags & LECTERN_KIND_IS_LINK) == 0)
    return lectern_edit_create (edit, kind);
  for (guint i = 0; i < info->n_fields && n < G_N_ELEMENTS (identity); i++)
    if (info->fields[i].flags & LECTERN_FIELD_LINKS)
      {
        const LecternAssignment *given = find_assignment (assignments, info->fields[i].number);
        if (given == NULL && info->fields[i].type == LECTERN_TYPE_CHOICE)
          {
            lectern_cli_misused (cli, _("%s needs the field “%s”."), info->name,
                                 info->fields[i].name);
            return 0;
          }
        identity[n++] = given ? given->value : LECTERN_EMPTY; /* lent */
      }
  if (n > 0 && identity[0].type == LECTERN_VALUE_EMPTY)
    {
      lectern_cli_misused (cli, _("%s needs the field “%s”."), info->name, info->fields[0].name);
      return 0;
    }
  return lectern_edit_link_values (edit, kind, identity, n);
}

/* Hands the values over to @edit. */
static void
set_values (LecternEdit *edit, LecternKind kind, gint64 id, GArray *assignments)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  for (guint i = 0; i < assignments->len; i++)
    {
      LecternAssignment *assignment = &g_array_index (assignments, LecternAssignment, i);
      if ((info->flags & LECTERN_KIND_IS_LINK) && (assignment->field->flags & LECTERN_FIELD_LINKS))
        continue;
      lectern_edit_set (edit, kind, id, assignment->field->number, assignment->language,
                        assignment->value);
      assignment->value = LECTERN_EMPTY;
    }
}

static int
commit (LecternCli *cli, LecternEdit *edit, LecternKind kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  LecternResult *result = lectern_workspace_commit (cli->workspace, edit, &error);
  return result ? lectern_cli_answer_edit (cli, result, kind, id) : lectern_cli_fail_with (error);
}

int
lectern_cli_add (LecternCli *cli, int argc, char **argv)
{
  int status = LECTERN_CLI_FAILED;
  if (!lectern_cli_parse (cli, NULL, 2, G_MAXINT, &argc, &argv))
    return LECTERN_CLI_USAGE;
  LecternKind kind = lectern_cli_kind (cli, argv[0]);
  if (kind == LECTERN_KIND_NONE)
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (GArray) assignments = lectern_cli_assignments (cli, kind, argv + 1, argc - 1, &status);
  if (assignments == NULL)
    return status;
  const LecternField *name = lectern_field_with_flag (kind, LECTERN_FIELD_NAME);
  const LecternAssignment *named = name ? find_assignment (assignments, name->number) : NULL;
  const char *text = named ? lectern_value_get_text (&named->value) : NULL;
  /* TRANSLATORS: an edit: a kind of record and its name */
  g_autofree char *label
      = text ? g_strdup_printf (_("Add %s “%s”"), lectern_kind_label (kind), text)
             : g_strdup_printf (_("Add %s"), lectern_kind_label (kind));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  gint64 id = make_record (cli, edit, kind, assignments);
  if (id == 0)
    return LECTERN_CLI_USAGE;
  set_values (edit, kind, id, assignments);
  return commit (cli, edit, kind, id);
}

int
lectern_cli_set (LecternCli *cli, int argc, char **argv)
{
  int status = LECTERN_CLI_FAILED;
  if (!lectern_cli_parse (cli, NULL, 3, G_MAXINT, &argc, &argv))
    return LECTERN_CLI_USAGE;
  LecternKind kind = lectern_cli_kind (cli, argv[0]);
  if (kind == LECTERN_KIND_NONE)
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternRecord) record = lectern_cli_record (cli, kind, argv[1]);
  if (record == NULL)
    return LECTERN_CLI_FAILED;
  g_autoptr (GArray) assignments = lectern_cli_assignments (cli, kind, argv + 2, argc - 2, &status);
  if (assignments == NULL)
    return status;
  for (guint i = 0; i < assignments->len; i++)
    {
      const LecternField *field = g_array_index (assignments, LecternAssignment, i).field;
      if (field->flags & LECTERN_FIELD_LINKS)
        return lectern_cli_misused (cli,
                                    _("“%s” says what is linked and cannot be changed: delete "
                                       "this record and add another."),
                                    field->name);
    }
  g_autofree char *name = name_in_list (cli, record, NULL);
  /* TRANSLATORS: an edit: the label of a field and the name of a record */
  g_autofree char *label = g_strdup_printf (
      _("Change %s of “%s”"),
      lectern_field_label (g_array_index (assignments, LecternAssignment, 0).field), name);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  set_values (edit, kind, record->id, assignments);
  return commit (cli, edit, kind, record->id);
}

int
lectern_cli_delete (LecternCli *cli, int argc, char **argv)
{
  if (!lectern_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return LECTERN_CLI_USAGE;
  LecternKind kind = lectern_cli_kind (cli, argv[0]);
  if (kind == LECTERN_KIND_NONE)
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternRecord) record = lectern_cli_record (cli, kind, argv[1]);
  if (record == NULL)
    return LECTERN_CLI_FAILED;
  g_autofree char *name = name_in_list (cli, record, NULL);
  /* TRANSLATORS: an edit: a kind of record and its name */
  g_autofree char *label = g_strdup_printf (_("Delete %s “%s”"), lectern_kind_label (kind), name);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_delete (edit, kind, record->id);
  return commit (cli, edit, kind, record->id);
}
