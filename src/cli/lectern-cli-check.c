/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * check: the agenda's rules.
 */
#include "lectern-cli-event.h"

#include "lectern-check.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
add_string (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

/* A level before the first finding that has it. */
static void
print_finding (LecternCheck *check, const LecternFinding *finding, GPtrArray *fixes, LecternLevel *last)
{
  g_autofree char *what = lectern_finding_what (check, finding), *why = lectern_finding_why (check, finding);
  g_autofree char *where = lectern_finding_where (check, finding);
  if (finding->level != *last)
    printf ("%s:\n", lectern_level_label (finding->level));
  *last = finding->level;
  printf ("  %s  %s%s%s\n       %s\n", lectern_rule_id (finding->rule), what, *where != '\0' ? " · " : "", where, why);
  for (guint i = 0; i < fixes->len; i++)
    printf ("       → %s\n", ((LecternFix *) fixes->pdata[i])->label);
}

static void
add_finding (JsonBuilder *json, LecternCheck *check, const LecternFinding *finding, GPtrArray *fixes)
{
  g_autofree char *what = lectern_finding_what (check, finding), *why = lectern_finding_why (check, finding);
  g_autofree char *where = lectern_finding_where (check, finding);
  json_builder_begin_object (json);
  add_string (json, "rule", lectern_rule_id (finding->rule));
  add_string (json, "level", lectern_level_key (finding->level));
  add_string (json, "what", what);
  add_string (json, "where", where);
  add_string (json, "why", why);
  json_builder_set_member_name (json, "fixes");
  json_builder_begin_array (json);
  for (guint i = 0; i < fixes->len; i++)
    json_builder_add_string_value (json, ((LecternFix *) fixes->pdata[i])->label);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* What somebody accepted is left out: it is no problem any more. */
static void
answer (LecternCli *cli, LecternCheck *check, LecternAgenda *agenda)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  LecternLevel last = LECTERN_LEVEL_OFF;
  guint accepted = lectern_check_n_findings (check) - lectern_check_count (check, LECTERN_LEVEL_OFF);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (finding->reason != NULL)
        continue;
      g_autoptr (GPtrArray) fixes = lectern_finding_fixes (check, agenda, finding);
      if (cli->json)
        add_finding (json, check, finding, fixes);
      else
        print_finding (check, finding, fixes, &last);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  else if (last == LECTERN_LEVEL_OFF)
    printf ("%s\n", _("Nothing is wrong."));
  if (!cli->json && accepted > 0)
    printf (ngettext ("%u finding is accepted.\n", "%u findings are accepted.\n", accepted), accepted);
}

int
lectern_cli_check (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL, *step = NULL;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_("The event, by its short name"), N_("SLUG") },
          { "step", 0, 0, G_OPTION_ARG_STRING, &step, N_("With the levels of this release step; default: the event’s own"),
            N_("STEP") },
          { NULL } };
  if (!lectern_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (step != NULL && lectern_rule_step (step) < 0)
    return lectern_cli_misused (cli, _("There is no release step “%s”; there are save-the-date, invitation, draft, "
                                       "final and as-held."), step);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  gint64 event = lectern_cli_event (cli, slug);
  if (event == 0)
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternRecord) record = lectern_reader_get (cli->reader, LECTERN_KIND_EVENT, event);
  const char *language = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
  g_autoptr (LecternCheck) check = lectern_check_new (cli->reader, event, step, language);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (cli->reader, event, language);
  answer (cli, check, agenda);
  return lectern_check_count (check, LECTERN_LEVEL_ERROR) > 0 ? LECTERN_CLI_ERRORS : LECTERN_CLI_DONE;
}
