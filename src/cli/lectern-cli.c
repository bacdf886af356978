/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli.h"

#include "lectern-places.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
say (const char *format, va_list arguments)
{
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);
  fprintf (stderr, "lecternctl: %s\n", sentence);
}

void
lectern_cli_say (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
}

int
lectern_cli_fail (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
  return LECTERN_CLI_FAILED;
}

int
lectern_cli_fail_with (const GError *error)
{
  return lectern_cli_fail ("%s", error->message);
}

int
lectern_cli_misused (LecternCli *cli, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
  /* TRANSLATORS: how a command is used: lecternctl show KIND ID */
  fprintf (stderr, _("Usage: lecternctl %s %s\n"), cli->command->name, cli->command->arguments);
  return LECTERN_CLI_USAGE;
}

gboolean
lectern_cli_takes_language (LecternCli *cli, const char *language)
{
  if (language == NULL || lectern_language_is_valid (language))
    return TRUE;
  lectern_cli_misused (cli, _("“%s” is no code of a language, such as de."), language);
  return FALSE;
}

gboolean
lectern_cli_parse (
    LecternCli *cli, const GOptionEntry *entries, int least, int most, int *argc, char ***argv)
{
  const GOptionEntry global[] = { { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &cli->path,
                                    N_("Work on the workspace FILE"), N_("FILE") },
                                  { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json,
                                    N_("Answer with one JSON document"), NULL },
                                  { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (cli->command->arguments);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(cli->command->help));
  g_option_context_add_main_entries (context, global, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      lectern_cli_misused (cli, "%s", error->message);
      return FALSE;
    }
  if (*argc > 1 && g_strcmp0 ((*argv)[1], "--") == 0)
    {
      (*argc)--;
      (*argv)++;
    }
  (*argc)--;
  (*argv)++;
  if (*argc < least)
    lectern_cli_misused (cli, _("Something is missing after “%s”."), cli->command->name);
  else if (*argc > most)
    lectern_cli_misused (cli, _("“%s” is too much."), (*argv)[most]);
  return *argc >= least && *argc <= most;
}

gboolean
lectern_cli_open (LecternCli *cli)
{
  g_autoptr (GError) error = NULL;
  if (cli->path == NULL)
    cli->path = lectern_places_current ();
  if (cli->path == NULL)
    {
      lectern_cli_fail (
          _("There is no workspace yet: make one with “lecternctl init”, or name one "
             "with -w FILE."));
      return FALSE;
    }
  cli->workspace = lectern_workspace_open (cli->path, &error);
  if (cli->workspace == NULL)
    {
      lectern_cli_fail_with (error);
      return FALSE;
    }
  cli->reader = lectern_workspace_reader (cli->workspace);
  return TRUE;
}

void
lectern_cli_answer (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  puts (text);
  json_node_unref (node);
}

int
lectern_cli_answer_edit (LecternCli *cli, LecternResult *result, LecternKind kind, gint64 id)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "edit");
      if (result->writer == 0)
        json_builder_add_null_value (json);
      else
        {
          g_autofree char *edit = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                                                   result->writer, result->sequence);
          json_builder_add_string_value (json, edit);
        }
      json_builder_set_member_name (json, "label");
      json_builder_add_string_value (json, result->label ? result->label : "");
      json_builder_set_member_name (json, "records");
      json_builder_begin_array (json);
      if (info != NULL && result->writer != 0)
        {
          json_builder_begin_object (json);
          json_builder_set_member_name (json, "kind");
          json_builder_add_string_value (json, info->name);
          json_builder_set_member_name (json, "id");
          json_builder_add_string_value (json, number);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_set_member_name (json, "left");
      json_builder_begin_array (json);
      for (guint i = 0; result->left != NULL && i < result->left->len; i++)
        json_builder_add_string_value (json, result->left->pdata[i]);
      json_builder_end_array (json);
      json_builder_end_object (json);
      lectern_cli_answer (json_builder_get_root (json));
    }
  else if (result->writer == 0)
    puts (_("Nothing changed."));
  else
    {
      printf ("%s", result->label ? result->label : "");
      if (info != NULL)
        printf ("\t%s %s", info->name, number);
      putchar ('\n');
      for (guint i = 0; result->left != NULL && i < result->left->len; i++)
        lectern_cli_say ("%s", (const char *) result->left->pdata[i]);
    }
  lectern_result_free (result);
  return LECTERN_CLI_DONE;
}

LecternKind
lectern_cli_kind (LecternCli *cli, const char *name)
{
  const LecternKindInfo *info = lectern_kind_by_name (name);
  if (info != NULL)
    return info->kind;
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    g_string_append_printf (names, "%s%s", kind > 1 ? ", " : "", lectern_kind_info (kind)->name);
  lectern_cli_misused (cli, _("“%s” is no kind of record; there are: %s."), name, names->str);
  return LECTERN_KIND_NONE;
}

gint64
lectern_cli_id (const char *text)
{
  gint64 id = 0;
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) ? id : 0;
}

LecternRecord *
lectern_cli_record (LecternCli *cli, LecternKind kind, const char *id)
{
  gint64 number = lectern_cli_id (id);
  g_autoptr (LecternRecord) record = number ? lectern_reader_get (cli->reader, kind, number) : NULL;
  if (record == NULL)
    /* TRANSLATORS: a kind of record and its id */
    lectern_cli_fail (_("There is no %s %s."), lectern_kind_info (kind)->name, id);
  else if (!record->alive)
    lectern_cli_fail (_("%s %s was deleted."), lectern_kind_info (kind)->name, id);
  else
    return g_steal_pointer (&record);
  return NULL;
}
