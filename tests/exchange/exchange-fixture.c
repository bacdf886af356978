/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "lectern-recognise.h"
#include "lectern-schedule-json-in.h"

#include <string.h>

GBytes *
exchange_fixture (const char *name)
{
  g_autofree char *path
      = g_build_filename (SOURCE_ROOT, "tests", "exchange", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

GBytes *
exchange_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

LecternProgramme *
exchange_read (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  LecternProgramme *programme = lectern_recognise (file) == LECTERN_FORMAT_SCHEDULE_XML
                                    ? lectern_schedule_xml_read (file, NULL, NULL, NULL, &error)
                                    : lectern_schedule_json_read (file, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

LecternProgramme *
exchange_read_fixture (const char *name)
{
  g_autoptr (GBytes) file = exchange_fixture (name);
  return exchange_read (file);
}

LecternProgrammeSession *
exchange_session (LecternProgramme *programme, const char *title)
{
  LecternProgrammeSession *found = NULL;
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      if (g_strcmp0 (session->title, title) != 0)
        continue;
      g_assert_null (found);
      found = session;
    }
  g_assert_nonnull (found);
  return found;
}

gboolean
exchange_has_doubt (LecternProgramme *programme, const char *where, const char *part)
{
  for (guint i = 0; i < programme->doubts->len; i++)
    {
      const LecternDoubt *doubt = g_ptr_array_index (programme->doubts, i);
      if (g_str_equal (doubt->where, where) && strstr (doubt->why, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

guint
exchange_names (const LecternProgramme *programme)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < programme->persons->len; i++)
    g_hash_table_add (names,
                      ((LecternProgrammePerson *)g_ptr_array_index (programme->persons, i))->name);
  return g_hash_table_size (names);
}

char *
exchange_shared_data (void)
{
  const char *named = g_getenv ("LECTERN_SHARED_DATA");
  char *folder = named != NULL ? g_strdup (named)
                               : g_build_filename (SOURCE_ROOT, "..", "shared", "data", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&folder, g_free);
  return folder;
}
