/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * import, export.
 */
#include "lectern-cli-event.h"

#include "lectern-export.h"
#include "lectern-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

static void
show_progress (double fraction, gpointer data)
{
  fprintf (stderr, "\r%3d %%", (int) (fraction * 100));
  if (fraction >= 1)
    fputs ("\r     \r", stderr);
}

/* What happened to a file that was not brought in, in the form of the others. */
static void
add_refusal (JsonBuilder *json, const char *shown, const char *why)
{
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, shown);
  json_builder_set_member_name (json, "format");
  json_builder_add_null_value (json);
  json_builder_set_member_name (json, "error");
  json_builder_add_string_value (json, why);
  json_builder_end_object (json);
}

/* The plan's own account, with the file's name and whether anything was written. */
static void
add_account (JsonBuilder *json, LecternImport *import, const char *shown, gboolean written)
{
  g_autofree char *text = lectern_import_to_json (import);
  JsonNode *node = json_from_string (text, NULL);
  g_return_if_fail (node != NULL);
  json_object_set_string_member (json_node_get_object (node), "file", shown);
  json_object_set_boolean_member (json_node_get_object (node), "written", written);
  json_object_set_boolean_member (json_node_get_object (node), "needs_decision",
                                  lectern_import_needs_decision (import));
  json_builder_add_value (json, node);
}

static void
print_counts (LecternImport *import, LecternImportOutcome outcome, const char *word)
{
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      guint n = lectern_import_count (import, outcome, kind);
      if (n > 0)
        g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", n,
                                lectern_kind_info (kind)->name);
    }
  if (line->len > 0)
    printf ("  %s %s\n", word, line->str);
}

static void
print_account (LecternImport *import, const char *shown)
{
  GPtrArray *skipped = lectern_import_skipped (import);
  GPtrArray *warnings = lectern_import_warnings (import);
  printf ("%s: %s\n", shown, lectern_import_programme (import)->format);
  /* TRANSLATORS: these stand before counts: "created: 12 session, 3 room" */
  print_counts (import, LECTERN_IMPORT_CREATED, _("created:"));
  print_counts (import, LECTERN_IMPORT_UPDATED, _("updated:"));
  print_counts (import, LECTERN_IMPORT_UNCHANGED, _("unchanged:"));
  print_counts (import, LECTERN_IMPORT_CANCELLED, _("cancelled:"));
  for (guint i = 0; i < skipped->len; i++)
    {
      const LecternDoubt *doubt = skipped->pdata[i];
      lectern_cli_say ("%s: %s: %s", shown, doubt->where ? doubt->where : "", doubt->why);
    }
  for (guint i = 0; i < warnings->len; i++)
    lectern_cli_say ("%s: %s", shown, (const char *) warnings->pdata[i]);
}

typedef struct
{
  LecternImportOptions options;
  gboolean dry_run;
} ImportRun;

/* One file: plan, and unless it is a rehearsal or needs a decision, write. */
static int
import_file (LecternCli *cli, const ImportRun *run, const char *path, JsonBuilder *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = lectern_import_load (file, NULL, &error);
  g_autoptr (LecternImport) import
      = bytes ? lectern_import_plan (cli->reader, bytes, base, &run->options, NULL, &error) : NULL;
  int status = LECTERN_CLI_DONE;
  gboolean written = FALSE;
  if (import != NULL && lectern_import_needs_decision (import))
    {
      lectern_cli_say (_("%s: more than a fifth of the sessions has disappeared. Nothing was "
                          "changed; --cancel-missing cancels them."),
                       shown);
      status = LECTERN_CLI_DECISION;
    }
  else if (import != NULL && !run->dry_run && lectern_import_edit (import) != NULL)
    {
      LecternResult *result
          = lectern_workspace_commit (cli->workspace, lectern_import_edit (import), &error);
      written = result != NULL && result->writer != 0;
      g_clear_pointer (&result, lectern_result_free);
    }
  if (error != NULL)
    {
      lectern_cli_fail_with (error); /* names the file */
      add_refusal (json, shown, error->message);
      return LECTERN_CLI_FAILED;
    }
  add_account (json, import, shown, written);
  if (!cli->json)
    print_account (import, shown);
  return status;
}

int
lectern_cli_import (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL;
  ImportRun run = { .dry_run = FALSE };
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_("Into this event"), N_("SLUG") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &run.dry_run,
            N_("Say what would happen, change nothing"), NULL },
          { "cancel-missing", 0, 0, G_OPTION_ARG_NONE, &run.options.allow_cancel,
            N_("Cancel what has disappeared, also where it is much"), NULL },
          { NULL } };
  if (!lectern_cli_parse (cli, entries, 1, G_MAXINT, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  if (slug != NULL && (run.options.event = lectern_cli_event (cli, slug)) == 0)
    return LECTERN_CLI_FAILED;
  if (isatty (STDERR_FILENO))
    run.options.progress = show_progress;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  gboolean failed = FALSE, waits = FALSE;
  json_builder_begin_array (json);
  for (int i = 0; i < argc; i++)
    {
      int status = import_file (cli, &run, argv[i], json);
      failed = failed || status == LECTERN_CLI_FAILED;
      waits = waits || status == LECTERN_CLI_DECISION;
    }
  json_builder_end_array (json);
  g_autoptr (JsonNode) all = json_builder_get_root (json);
  if (cli->json) /* one file: its own account, several: a list of them */
    lectern_cli_answer (argc > 1 ? json_node_ref (all)
                                 : json_array_dup_element (json_node_get_array (all), 0));
  return failed ? LECTERN_CLI_FAILED : waits ? LECTERN_CLI_DECISION : LECTERN_CLI_DONE;
}

static gboolean
parse_audience (const char *text, LecternAudience *audience)
{
  static const char *const names[] = { "public", "partners", "organisers" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (text == NULL || g_strcmp0 (text, names[i]) == 0)
      {
        *audience = (LecternAudience) i;
        return TRUE;
      }
  return FALSE;
}

static char *
format_names (void)
{
  GString *names = g_string_new (NULL);
  for (const LecternExportFormat *format = lectern_export_formats (); format->name != NULL;
       format++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", format->name);
  return g_string_free (names, FALSE);
}

int
lectern_cli_export (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL, *output = NULL, *language = NULL, *seen_by = NULL;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_("This event"), N_("SLUG") },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to FILE"), N_("FILE") },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
            N_("Texts in this language where they are there"), N_("LANG") },
          { "audience", 0, 0, G_OPTION_ARG_STRING, &seen_by, N_("Who may see it"),
            "public|partners|organisers" },
          { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) omissions = NULL;
  LecternAudience audience = LECTERN_AUDIENCE_PUBLIC;
  if (!lectern_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (lectern_export_format (argv[0]) == NULL)
    {
      g_autofree char *names = format_names ();
      return lectern_cli_misused (cli, _("“%s” is no format; there are: %s."), argv[0], names);
    }
  if (!parse_audience (seen_by, &audience))
    return lectern_cli_misused (cli, _("“%s” is no audience: public, partners or organisers."),
                                seen_by);
  if (!lectern_cli_takes_language (cli, language))
    return LECTERN_CLI_USAGE;
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  gint64 event = lectern_cli_event (cli, slug);
  g_autoptr (GBytes) bytes
      = event ? lectern_export (cli->reader, event, argv[0], language, audience, &omissions, &error)
              : NULL;
  if (event == 0)
    return LECTERN_CLI_FAILED;
  if (bytes == NULL)
    return lectern_cli_fail_with (error);
  for (guint i = 0; omissions != NULL && i < omissions->len; i++)
    {
      const LecternDoubt *doubt = omissions->pdata[i];
      /* TRANSLATORS: what a file format cannot carry: the place and the reason */
      lectern_cli_say (_("left out: %s: %s"), doubt->where ? doubt->where : "", doubt->why);
    }
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (output == NULL)
    fwrite (data, 1, length, stdout);
  else if (!g_file_set_contents (output, data, length, &error))
    return lectern_cli_fail_with (error);
  return LECTERN_CLI_DONE;
}
