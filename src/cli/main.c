/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lecternctl: a workspace without a window.
 */
#include "lectern-cli.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Only what works stands here: it is what --help lists. */
static const LecternCommand commands[] = {
  { "init", "[FILE] [--sample interregional|plenary] [--name NAME] [--lang LANG]",
    N_("Make a workspace"), lectern_cli_init },
  { "import", "FILE… [--event SLUG] [--dry-run] [--cancel-missing]",
    N_("Bring in programmes; the format is recognised by the content"), lectern_cli_import },
  { "export",
    "FORMAT [--event SLUG] [-o FILE] [--lang LANG] [--audience public|partners|organisers]",
    N_("Write an event as ics, schedule-xml, schedule-json, html, jsonld or mail"), lectern_cli_export },
  { "list", "KIND [--event SLUG] [--lang LANG]", N_("List the records of a kind"),
    lectern_cli_list },
  { "show", "KIND ID [--at TIME] [--lang LANG]", N_("Show a record, as it is or as it was"),
    lectern_cli_show },
  { "add", "KIND FIELD=VALUE…", N_("Add a record"), lectern_cli_add },
  { "set", "KIND ID FIELD[@LANG]=VALUE…", N_("Change a record"), lectern_cli_set },
  { "delete", "KIND ID", N_("Delete a record"), lectern_cli_delete },
  { "search", "TEXT", N_("Find records by what they say"), lectern_cli_search },
  { "check", "[--event SLUG] [--step save-the-date|invitation|draft|final|as-held]", N_("Look what is wrong with an agenda, and how to mend it"),
    lectern_cli_check },
  { "history", "[KIND ID]", N_("Show what was changed, newest first"), lectern_cli_history },
  { "undo", "", N_("Take back this device’s last edit"), lectern_cli_undo },
  { "redo", "", N_("Do again what was taken back"), lectern_cli_redo },
  { "release",
    "save-the-date|invitation|draft|final|as-held|compare [A B] [--event SLUG] [--note TEXT] [--lang LANG] [--strict] [--dry-run]",
    N_("Make an event public as it is now, with a note of what changed"), lectern_cli_release },
  { "move-event", "--to DATES [--split|--online] [--event SLUG]",
    N_("Postpone an event, split it or move it online, and list what depends on that"), lectern_cli_move_event },
  { "site",
    "add NAME folder PATH | add NAME wordpress|webdav URL --user U | list | check NAME | log NAME | "
    "set NAME --parts PARTS | remove NAME [--and-files]",
    N_("Say where to publish"), lectern_cli_site },
  { "publish", "[--site NAME] [--event SLUG] [--dry-run]",
    N_("Bring the site up to date; what somebody changed there waits for a decision"),
    lectern_cli_publish },
  { "resolve", "ITEM ours|theirs|take [--site NAME]", N_("Decide what waits"), lectern_cli_resolve },
  { "preview", "[--port N] [--site NAME]", N_("Show a folder site on this computer"),
    lectern_cli_preview },
  { "backup", "FILE", N_("Write a complete copy of the workspace"), lectern_cli_backup },
  { "restore", "FILE", N_("Make a new workspace from such a copy"), lectern_cli_restore },
  { "verify", "", N_("Look whether the workspace is whole"), lectern_cli_verify },
};

static const LecternCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));
  g_string_append_c (text, '\n');
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %s %s\n      %s\n", commands[i].name, commands[i].arguments,
                            _(commands[i].help));
  g_string_append (text, _("\nExit status: 0 done, 1 failed, 2 wrong usage, 3 something needs a "
                            "decision, 4 the other side cannot be reached, 5 check found errors."));
  return g_string_free (text, FALSE);
}

/* Options may stand before the command; the command's own parser takes the rest. */
static gboolean
parse_global (LecternCli *cli, int *argc, char ***argv, int *status)
{
  gboolean version = FALSE;
  const GOptionEntry entries[]
      = { { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &cli->path,
            N_("Work on the workspace FILE"), N_("FILE") },
          { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Answer with one JSON document"),
            NULL },
          { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
          { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autofree char *description = describe_commands ();
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Work on a Lectern workspace without a window."));
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  *status = LECTERN_CLI_USAGE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      lectern_cli_say ("%s", error->message);
      return FALSE;
    }
  if (version)
    {
      printf ("lecternctl %s\n", LECTERN_VERSION);
      *status = LECTERN_CLI_DONE;
      return FALSE;
    }
  if (*argc < 2)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
      fputs (help, stderr);
      return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  LecternCli cli = { NULL };
  int status;
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("lecternctl");
  if (!parse_global (&cli, &argc, &argv, &status))
    return status;
  cli.command = find_command (argv[1]);
  if (cli.command == NULL)
    {
      lectern_cli_say (_("There is no command “%s”; “lecternctl --help” lists them."), argv[1]);
      return LECTERN_CLI_USAGE;
    }
  g_autofree char *name = g_strdup_printf ("lecternctl %s", cli.command->name);
  g_set_prgname (name); /* as the command's own help calls it */
  status = cli.command->run (&cli, argc - 1, argv + 1);
  if (cli.workspace != NULL)
    lectern_workspace_close (cli.workspace);
  g_clear_object (&cli.workspace);
  g_free (cli.path);
  if (fflush (stdout) != 0)
    status = lectern_cli_fail ("%s", g_strerror (errno));
  return status;
}
