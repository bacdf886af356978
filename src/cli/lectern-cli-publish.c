/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * publish, resolve.
 */
#include "lectern-cli-event.h"
#include "lectern-cli-password.h"
#include "lectern-cli-site.h"

#include "lectern-publish-people.h"
#include "lectern-publish.h"
#include "lectern-site.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int
lectern_cli_fail_with_site (const GError *error)
{
  lectern_cli_fail_with (error);
  return g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE)
                 || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST)
             ? LECTERN_CLI_UNREACHABLE
             : LECTERN_CLI_FAILED;
}

void
lectern_cli_add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  if (text == NULL)
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, text);
}

static void
add_item (JsonBuilder *json, const LecternPublishItem *item)
{
  json_builder_begin_object (json);
  lectern_cli_add_text (json, "item", item->item);
  lectern_cli_add_text (json, "action", item->action);
  lectern_cli_add_text (json, "url", item->url);
  lectern_cli_add_text (json, "state", item->state);
  lectern_cli_add_text (json, "why", item->why);
  if (item->difference != NULL)
    lectern_cli_add_text (json, "difference", item->difference);
  json_builder_end_object (json);
}

static void
print_item (const LecternPublishItem *item)
{
  printf ("%s\t%s\t%s%s%s\n", item->action, item->state, item->item, item->why ? "\t" : "",
          item->why ? item->why : "");
  if (item->difference != NULL && *item->difference != '\0')
    printf ("%s\n", item->difference);
}

/* Whose data would become public. */
static void
answer_person (LecternCli *cli, JsonBuilder *json, const LecternPublishPerson *person)
{
  json_builder_begin_object (json);
  lectern_cli_add_text (json, "name", person->name);
  lectern_cli_add_text (json, "as", person->as);
  lectern_cli_add_text (json, "with", person->with);
  json_builder_end_object (json);
  if (!cli->json)
    printf ("public\t%s\t%s%s%s\n", person->name, person->as, person->with ? "\t" : "",
            person->with ? person->with : "");
}

void
lectern_cli_answer_items (LecternCli *cli, GPtrArray *items, GPtrArray *people)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  if (people)
    {
      json_builder_set_member_name (json, "people");
      json_builder_begin_array (json);
      for (guint i = 0; i < people->len; i++)
        answer_person (cli, json, people->pdata[i]);
      json_builder_end_array (json);
    }
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    if (cli->json)
      add_item (json, items->pdata[i]);
    else
      print_item (items->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
}

static void
show_progress (double fraction, const char *item, gpointer data)
{
  fprintf (stderr, "\r\033[K%3d %% %s", (int) (fraction * 100), item ? item : "");
  if (fraction >= 1)
    fputs ("\r\033[K", stderr);
}

int
lectern_cli_publish (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL, *slug = NULL;
  gboolean dry_run = FALSE, password_stdin = FALSE;
  const GOptionEntry entries[]
      = { { "site", 0, 0, G_OPTION_ARG_STRING, &name, N_("To this site"), N_("NAME") },
          { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_("This event"), N_("SLUG") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
            N_("Say what would happen, change nothing"), NULL },
          { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &password_stdin,
            N_("The password is the first line of standard input"), NULL },
          { NULL } };
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  gint64 event = slug ? lectern_cli_event (cli, slug) : 0;
  if (slug != NULL && event == 0)
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternSite) site = lectern_site_find (cli->reader, name, &error);
  if (site && !lectern_cli_password (site->address, site->user, password_stdin))
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternPublishPlan) plan
      = site ? lectern_publish_plan (cli->reader, site->id, event, &error) : NULL;
  /* nothing published yet and several to choose from: these are named */
  if (site && plan == NULL && event == 0 && g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND)
      && lectern_cli_event (cli, NULL) == 0)
    return LECTERN_CLI_FAILED;
  LecternPublishProgress progress = isatty (STDERR_FILENO) ? show_progress : NULL;
  g_autoptr (GPtrArray) items
      = plan ? lectern_publish_run (cli->workspace, plan, dry_run, progress, NULL, NULL, &error)
             : NULL;
  g_autoptr (GPtrArray) people = items && dry_run ? lectern_publish_people (cli->workspace, plan, &error) : NULL;
  if (items == NULL || (dry_run && people == NULL))
    return lectern_cli_fail_with_site (error);
  lectern_cli_answer_items (cli, items, people);
  if (lectern_publish_has_failed (items))
    return lectern_cli_fail (_("Not everything could be published."));
  if (!lectern_publish_needs_decision (items))
    return LECTERN_CLI_DONE;
  lectern_cli_say (
      _("Somebody changed the site; decide with “lecternctl resolve ITEM ours|theirs|take”."));
  return LECTERN_CLI_DECISION;
}

int
lectern_cli_resolve (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL;
  gboolean password_stdin = FALSE;
  const GOptionEntry entries[]
      = { { "site", 0, 0, G_OPTION_ARG_STRING, &name, N_("Of this site"), N_("NAME") },
          { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &password_stdin,
            N_("The password is the first line of standard input"), NULL },
          { NULL } };
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return LECTERN_CLI_USAGE;
  gboolean ours = strcmp (argv[1], "ours") == 0;
  gboolean take = strcmp (argv[1], "take") == 0;
  if (!ours && !take && strcmp (argv[1], "theirs") != 0)
    return lectern_cli_misused (cli, _("“%s” is neither “ours” nor “theirs” nor “take”."), argv[1]);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternSite) site = lectern_site_find (cli->reader, name, NULL);
  if (name != NULL && site == NULL)
    {
      lectern_site_find (cli->reader, name, &error);
      return lectern_cli_fail_with_site (error);
    }
  if (site && !lectern_cli_password (site->address, site->user, password_stdin))
    return LECTERN_CLI_FAILED;
  gint64 of_site = site ? site->id : 0;
  g_autoptr (LecternPublishItem) item
      = take ? lectern_publish_take (cli->workspace, of_site, argv[0], &error)
             : lectern_publish_resolve (cli->workspace, of_site, argv[0], ours, &error);
  if (item == NULL)
    return lectern_cli_fail_with_site (error);
  int status = strcmp (item->state, "waiting") == 0 ? LECTERN_CLI_DECISION : LECTERN_CLI_DONE;
  if (!cli->json)
    {
      print_item (item);
      return status;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  add_item (json, item);
  lectern_cli_answer (json_builder_get_root (json));
  return status;
}
