/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * release compare: what changed between two frozen states of an event.
 */
#include "lectern-cli-compare.h"

#include "lectern-cli-event.h"

#include "lectern-change-note.h"
#include "lectern-release.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>

/* "draft", the newest of that step, or "draft-2", its second; NULL after saying why. */
static const LecternRecord *
find (GPtrArray *made, const char *name)
{
  for (guint i = made->len; i > 0; i--)
    {
      const LecternRecord *release = made->pdata[i - 1];
      const char *step = lectern_record_text (release, LECTERN_RELEASE_STEP);
      g_autofree char *with_version = g_strdup_printf (
          "%s-%" G_GINT64_FORMAT, step, lectern_record_integer (release, LECTERN_RELEASE_VERSION));
      if (g_strcmp0 (step, name) == 0 || g_str_equal (with_version, name))
        return release;
    }
  lectern_cli_say (_ ("There is no release “%s” of this event."), name);
  return NULL;
}

static void
add_end (JsonBuilder *json, const char *member, const LecternRecord *release)
{
  json_builder_set_member_name (json, member);
  if (release == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "step");
  json_builder_add_string_value (json, lectern_record_text (release, LECTERN_RELEASE_STEP));
  json_builder_set_member_name (json, "version");
  json_builder_add_int_value (json, lectern_record_integer (release, LECTERN_RELEASE_VERSION));
  json_builder_end_object (json);
}

static void
answer_json (const LecternRecord *from, const LecternRecord *to, const char *language, const char *text)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  json_builder_begin_object (json);
  add_end (json, "from", from);
  add_end (json, "to", to);
  json_builder_set_member_name (json, "language");
  json_builder_add_string_value (json, language);
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      json_builder_add_string_value (json, lines[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
}

int
lectern_cli_release_compare (LecternCli *cli, gint64 event, const char *one, const char *other, const char *language)
{
  g_autoptr (GPtrArray) made = lectern_release_made (cli->reader, event);
  g_autoptr (LecternRecord) record = lectern_reader_get (cli->reader, LECTERN_KIND_EVENT, event);
  const char *own = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
  gboolean until_now = g_str_equal (other, "now");
  const LecternRecord *from = find (made, one);
  const LecternRecord *to = until_now || from == NULL ? NULL : find (made, other);
  if (from == NULL || (to == NULL && !until_now))
    return LECTERN_CLI_FAILED;
  if (language == NULL)
    language = own ? own : "en";
  g_autofree char *text = lectern_change_compare (cli->reader, event, from, to, language);
  if (cli->json)
    answer_json (from, to, language, text);
  else
    printf ("%s\n", text ? text : _ ("Nothing that the public can see changed."));
  return LECTERN_CLI_DONE;
}
