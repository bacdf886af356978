/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rig.h"

#include <json-glib/json-glib.h>

gboolean
rig_start (Rig *rig, const char *kind)
{
  return rig_start_script (rig, RIG_SCRIPT, kind);
}

gboolean
rig_start_wordpress (Rig *rig, const char *kind)
{
  return rig_start_script (rig, WORDPRESS_SCRIPT, kind);
}

gboolean
rig_start_script (Rig *rig, const char *script, const char *argument)
{
  const char *argv[] = { "python3", script, argument, NULL };
  return rig_start_program (rig, argv);
}

gboolean
rig_start_program (Rig *rig, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) out
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = g_data_input_stream_read_line (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_autoptr (JsonNode) node = json_from_string (line, &error);
  g_assert_no_error (error);
  JsonObject *said = json_node_get_object (node);
  if (json_object_has_member (said, "skip"))
    {
      g_test_skip (json_object_get_string_member (said, "skip"));
      return FALSE;
    }
  rig->process = g_steal_pointer (&process);
  rig->url = g_strdup (json_object_get_string_member (said, "url"));
  rig->user = g_strdup (json_object_get_string_member (said, "user"));
  rig->password = g_strdup (json_object_get_string_member (said, "password"));
  rig->root = g_strdup (json_object_get_string_member_with_default (said, "root", NULL));
  return TRUE;
}

void
rig_stop (Rig *rig)
{
  if (rig->process == NULL)
    return;
  g_output_stream_close (g_subprocess_get_stdin_pipe (rig->process), NULL, NULL);
  g_subprocess_wait (rig->process, NULL, NULL);
  g_clear_object (&rig->process);
  g_free (rig->url);
  g_free (rig->user);
  g_free (rig->password);
  g_free (rig->root);
}
