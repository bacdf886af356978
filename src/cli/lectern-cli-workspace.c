/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * init, backup, restore, verify.
 */
#include "lectern-cli.h"

#include "lectern-backup.h"
#include "lectern-places.h"
#include "lectern-sample.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The first language of the person's that is a language: "de" of "de_AT.UTF-8". */
static char *
own_language (void)
{
  const char *const *names = g_get_language_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strndup (names[i], strcspn (names[i], "_.@-"));
      if (strcmp (tag, "C") != 0 && lectern_language_is_valid (tag))
        return g_steal_pointer (&tag);
    }
  return g_strdup ("en");
}

/* A project is called like its file, unless it was given a name. */
static char *
name_of_file (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  g_autofree char *shown = g_filename_display_name (base);
  return g_steal_pointer (&shown);
}

/* What was made: its place, its name, its identity. */
static void
answer_workspace (LecternCli *cli)
{
  g_autofree char *name = lectern_workspace_dup_name (cli->workspace);
  g_autofree char *path = g_filename_display_name (lectern_workspace_get_path (cli->workspace));
  if (!cli->json)
    {
      puts (path);
      return;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "workspace");
  json_builder_add_string_value (json, path);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, name);
  json_builder_set_member_name (json, "uuid");
  json_builder_add_string_value (
      json, lectern_reader_workspace_uuid (lectern_workspace_reader (cli->workspace)));
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
}

int
lectern_cli_init (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL, *language = NULL, *sample = NULL;
  const GOptionEntry entries[]
      = { { "sample", 0, 0, G_OPTION_ARG_STRING, &sample, N_("Fill it with a sample project"),
            "interregional|plenary" },
          { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("The project’s name"), N_("NAME") },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_("The language that is written first"),
            N_("LANG") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, entries, 0, 1, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (argc == 1 && cli->path != NULL)
    return lectern_cli_misused (cli, _("“%s” is too much."), argv[0]);
  if (!lectern_cli_takes_language (cli, language))
    return LECTERN_CLI_USAGE;
  if (sample != NULL && lectern_sample_title (sample) == NULL)
    return lectern_cli_misused (cli, _("There is no sample project “%s”."), sample);
  const char *file = argc == 1 ? argv[0] : cli->path;
  if (name == NULL)
    name = file ? name_of_file (file) : g_strdup (_("My project"));
  if (language == NULL)
    language = own_language ();
  g_autofree char *path = file ? g_strdup (file) : lectern_places_new_path (name);
  cli->workspace = lectern_workspace_create (path, name, language, &error);
  if (cli->workspace == NULL)
    return lectern_cli_fail_with (error);
  if (sample != NULL && !lectern_sample_create (cli->workspace, sample, &error))
    return lectern_cli_fail_with (error);
  if (file == NULL)
    lectern_places_set_current (path);
  answer_workspace (cli);
  return LECTERN_CLI_DONE;
}

int
lectern_cli_backup (LecternCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  if (!lectern_backup_write (cli->path, argv[0], &error))
    return lectern_cli_fail_with (error);
  g_autofree char *shown = g_filename_display_name (argv[0]);
  if (!cli->json)
    {
      puts (shown);
      return LECTERN_CLI_DONE;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "backup");
  json_builder_add_string_value (json, shown);
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

int
lectern_cli_restore (LecternCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return LECTERN_CLI_USAGE;
  g_autofree char *name = name_of_file (argv[0]);
  g_autofree char *path = cli->path ? g_strdup (cli->path) : lectern_places_new_path (name);
  if (!lectern_backup_restore (argv[0], path, &error))
    return lectern_cli_fail_with (error);
  cli->workspace = lectern_workspace_open (path, &error);
  if (cli->workspace == NULL)
    return lectern_cli_fail_with (error);
  answer_workspace (cli);
  return LECTERN_CLI_DONE;
}

int
lectern_cli_verify (LecternCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  if (!lectern_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (cli->path == NULL)
    cli->path = lectern_places_current ();
  if (cli->path == NULL)
    return lectern_cli_fail (_("There is no workspace yet."));
  gboolean whole = lectern_verify (cli->path, &problems);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    lectern_cli_say ("%s", (const char *) problems->pdata[i]);
  if (!cli->json)
    {
      if (whole)
        puts (_("The workspace is whole."));
      return whole ? LECTERN_CLI_DONE : LECTERN_CLI_FAILED;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "whole");
  json_builder_add_boolean_value (json, whole);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_builder_add_string_value (json, problems->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
  return whole ? LECTERN_CLI_DONE : LECTERN_CLI_FAILED;
}
