/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * move-event: to other dates, to several places, online, or to a date not known yet.
 */
#include "lectern-cli-event.h"

#include "lectern-event-reschedule.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static void
add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_item (JsonBuilder *json, const LecternCheckItem *item)
{
  const LecternField *field = item->field ? lectern_field (item->kind, item->field) : NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
  json_builder_begin_object (json);
  add_text (json, "what", item->what);
  add_text (json, "kind", lectern_kind_info (item->kind)->name);
  add_text (json, "id", id);
  add_text (json, "field", field ? field->name : NULL);
  add_text (json, "language", item->language);
  add_text (json, "why", item->why);
  json_builder_end_object (json);
}

static void
answer_json (LecternCli *cli, const LecternResult *result, gint64 event, GPtrArray *items)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (LecternRecord) record = lectern_reader_get (cli->reader, LECTERN_KIND_EVENT, event);
  g_autoptr (GPtrArray) days = lectern_event_days (cli->reader, event);
  g_autofree char *edit = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, result->writer, result->sequence);
  json_builder_begin_object (json);
  add_text (json, "edit", result->writer ? edit : NULL);
  add_text (json, "label", result->label ? result->label : "");
  add_text (json, "state", lectern_record_text (record, LECTERN_EVENT_STATE));
  add_text (json, "previous_start", lectern_record_text (record, LECTERN_EVENT_PREVIOUS_START));
  json_builder_set_member_name (json, "days");
  json_builder_begin_array (json);
  for (guint i = 0; i < days->len; i++)
    json_builder_add_string_value (json, lectern_record_text (days->pdata[i], LECTERN_DAY_DATE));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "checklist");
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add_item (json, items->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
}

static int
move_event (LecternCli *cli, gint64 event, LecternRescheduleHow how, GArray *days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternRescheduleBefore) before = lectern_reschedule_before (cli->reader, event);
  g_autoptr (LecternEdit) edit
      = lectern_event_edit_reschedule (cli->reader, event, how, days ? (LecternRescheduleDay *) (void *) days->data : NULL,
                                       days ? days->len : 0, &error);
  g_autoptr (LecternResult) result = edit ? lectern_workspace_commit (cli->workspace, edit, &error) : NULL;
  if (result == NULL)
    return lectern_cli_fail_with (error);
  g_autoptr (GPtrArray) items = lectern_reschedule_checklist (cli->reader, event, before);
  if (cli->json)
    answer_json (cli, result, event, items);
  else
    {
      puts (result->writer ? result->label : _ ("Nothing changed."));
      for (guint i = 0; result->writer != 0 && i < items->len; i++)
        printf ("☐ %s\n", ((LecternCheckItem *) items->pdata[i])->why);
    }
  return LECTERN_CLI_DONE;
}

int
lectern_cli_move_event (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL, *to = NULL;
  gboolean split = FALSE, online = FALSE;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_ ("This event"), N_ ("SLUG") },
          { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The new dates, or “later”"), N_ ("DATES") },
          { "split", 0, 0, G_OPTION_ARG_NONE, &split, N_ ("Each day at the place that is named after its date"), NULL },
          { "online", 0, 0, G_OPTION_ARG_NONE, &online, N_ ("Without a place; further days fall away; hours may follow the date"), NULL },
          { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = NULL;
  if (!lectern_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (to == NULL)
    return lectern_cli_misused (cli, _ ("Say with --to when it takes place."));
  gboolean later = strcmp (to, "later") == 0;
  if (split + online + later > 1)
    return lectern_cli_misused (cli, _ ("An event is split, moved online or postponed, not several of these at once."));
  days = later ? NULL : lectern_reschedule_days_parse (to, &error);
  if (days == NULL && !later)
    return lectern_cli_misused (cli, "%s", error->message);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  gint64 event = lectern_cli_event (cli, slug);
  LecternRescheduleHow how = split    ? LECTERN_RESCHEDULE_SPLIT
                             : online ? LECTERN_RESCHEDULE_ONLINE
                             : later  ? LECTERN_RESCHEDULE_LATER
                                      : LECTERN_RESCHEDULE_MOVE;
  return event == 0 ? LECTERN_CLI_FAILED : move_event (cli, event, how, days);
}
