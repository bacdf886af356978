/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * release: a step of the ladder; what changed between two is lectern-cli-compare.c.
 */
#include "lectern-cli-event.h"

#include "lectern-change-note.h"
#include "lectern-check.h"
#include "lectern-cli-compare.h"
#include "lectern-release-check.h"
#include "lectern-release.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  LecternCli *cli;
  JsonBuilder *json; /* NULL: as text */
  guint n_errors;
} Answer;

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
say_finding (Answer *answer, const char *rule, const char *level, const char *what, const char *where, const char *why)
{
  answer->n_errors += g_str_equal (level, "error");
  if (answer->json == NULL)
    {
      printf ("  %s  %s · %s\n       %s\n", rule, what, where, why);
      return;
    }
  json_builder_begin_object (answer->json);
  add_text (answer->json, "rule", rule);
  add_text (answer->json, "level", level);
  add_text (answer->json, "what", what);
  add_text (answer->json, "where", where);
  add_text (answer->json, "why", why);
  json_builder_end_object (answer->json);
}

static void
say_agenda (Answer *answer, gint64 event, const char *step)
{
  g_autoptr (LecternCheck) check = lectern_check_new (answer->cli->reader, event, step, NULL);
  if (!lectern_release_shows_agenda (step))
    return;
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (finding->reason != NULL)
        continue;
      g_autofree char *what = lectern_finding_what (check, finding);
      g_autofree char *where = lectern_finding_where (check, finding);
      g_autofree char *why = lectern_finding_why (check, finding);
      say_finding (answer, lectern_rule_id (finding->rule), lectern_level_key (finding->level), what, where, why);
    }
}

static void
say_findings (Answer *answer, gint64 event, const char *step)
{
  g_autoptr (GPtrArray) texts = lectern_release_check (answer->cli->reader, event, step);
  if (answer->json != NULL)
    {
      json_builder_set_member_name (answer->json, "findings");
      json_builder_begin_array (answer->json);
    }
  say_agenda (answer, event, step);
  for (guint i = 0; i < texts->len; i++)
    {
      const LecternReleaseFinding *text = texts->pdata[i];
      say_finding (answer, text->rule, text->level, text->what, text->where, text->why);
    }
  if (answer->json != NULL)
    json_builder_end_array (answer->json);
}

static void
say_notes (Answer *answer, GHashTable *notes)
{
  g_autoptr (GList) languages = g_list_sort (g_hash_table_get_keys (notes), (GCompareFunc) g_strcmp0);
  if (answer->json != NULL)
    {
      json_builder_set_member_name (answer->json, "note");
      json_builder_begin_object (answer->json);
    }
  for (GList *at = languages; at != NULL; at = at->next)
    if (answer->json != NULL)
      add_text (answer->json, at->data, g_hash_table_lookup (notes, at->data));
    else
      printf ("[%s]\n%s\n", (char *) at->data, (char *) g_hash_table_lookup (notes, at->data));
  if (answer->json != NULL)
    json_builder_end_object (answer->json);
}

static void
say_release (Answer *answer, const LecternResult *result, gint64 release)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (answer->cli->reader, LECTERN_KIND_RELEASE, release);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, release);
  g_autofree char *edit = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, result->writer, result->sequence);
  if (answer->json == NULL)
    {
      printf ("%s\n", result->label);
      return;
    }
  add_text (answer->json, "edit", edit);
  add_text (answer->json, "label", result->label);
  add_text (answer->json, "release", id);
  json_builder_set_member_name (answer->json, "version");
  json_builder_add_int_value (answer->json, lectern_record_integer (record, LECTERN_RELEASE_VERSION));
  add_text (answer->json, "date", lectern_record_text (record, LECTERN_RELEASE_DATE));
}

/* What somebody wrote instead of the generated note, in the event's main language. */
static void
replace_note (LecternCli *cli, gint64 event, GHashTable *notes, const char *text)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (cli->reader, LECTERN_KIND_EVENT, event);
  const char *language = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
  g_hash_table_remove_all (notes);
  g_hash_table_insert (notes, g_strdup (language ? language : "en"), g_strdup (text));
}

static int
release (LecternCli *cli, gint64 event, const char *step, const char *note, gboolean strict, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) json = cli->json ? json_builder_new () : NULL;
  g_autoptr (GHashTable) notes = lectern_change_notes (cli->reader, event, step);
  g_autoptr (LecternResult) result = NULL;
  Answer answer = { cli, json, 0 };
  gint64 id = 0;
  if (note != NULL)
    replace_note (cli, event, notes, note);
  g_autoptr (LecternEdit) edit = lectern_release_edit (cli->reader, event, step, notes, &id, &error);
  if (edit == NULL)
    return lectern_cli_fail_with (error);
  if (json != NULL)
    {
      json_builder_begin_object (json);
      add_text (json, "step", step);
    }
  say_findings (&answer, event, step);
  gboolean refused = strict && answer.n_errors > 0;
  if (!refused && !dry_run && (result = lectern_workspace_commit (cli->workspace, edit, &error)) == NULL)
    return lectern_cli_fail_with (error);
  say_notes (&answer, notes);
  if (result != NULL)
    say_release (&answer, result, id);
  if (json != NULL)
    {
      json_builder_end_object (json);
      lectern_cli_answer (json_builder_get_root (json));
    }
  if (!refused)
    return LECTERN_CLI_DONE;
  lectern_cli_say (_ ("There are errors; nothing was released."));
  return LECTERN_CLI_ERRORS;
}

int
lectern_cli_release (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *slug = NULL, *note = NULL, *language = NULL;
  gboolean strict = FALSE, dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "event", 0, 0, G_OPTION_ARG_STRING, &slug, N_ ("This event"), N_ ("SLUG") },
          { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Say this instead of what was found to be changed"),
            N_ ("TEXT") },
          { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Compare in the words of this language"), N_ ("LANG") },
          { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Release nothing that has errors"), NULL },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would happen, change nothing"), NULL },
          { NULL } };
  const LecternField *field = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
  if (!lectern_cli_parse (cli, entries, 1, 3, &argc, &argv))
    return LECTERN_CLI_USAGE;
  gboolean comparing = g_str_equal (argv[0], "compare");
  if (argc != (comparing ? 3 : 1))
    return lectern_cli_misused (cli, _ ("One step, or “compare” and two releases."));
  if (!lectern_cli_takes_language (cli, language))
    return LECTERN_CLI_USAGE;
  if (!comparing && !lectern_field_has_choice (field, argv[0]))
    return lectern_cli_misused (cli, _ ("“%s” is no step; there are: save-the-date, invitation, draft, final, as-held."),
                                argv[0]);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  gint64 event = lectern_cli_event (cli, slug);
  if (event != 0 && comparing)
    return lectern_cli_release_compare (cli, event, argv[1], argv[2], language);
  return event == 0 ? LECTERN_CLI_FAILED : release (cli, event, argv[0], note, strict, dry_run);
}
