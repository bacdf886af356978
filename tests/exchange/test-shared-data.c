/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that others made and that are not in the repository: programmes come in with
 * the counts of independent readers, and hostile ones do no harm. Each hostile file is
 * read by this program started anew, with 5 s of processor time and 300 MB of memory.
 */
#include "../store/store-fixture.h"
#include "exchange-fixture.h"
#include "lectern-recognise.h"

#include <string.h>
#include <sys/resource.h>

static char *shared;
static char *self;

static char *
schedules (void)
{
  if (shared == NULL)
    g_test_skip ("the files of others are not there");
  return shared != NULL ? g_build_filename (shared, "schedules", NULL) : NULL;
}

static GBytes *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *data;
  gsize length;
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* A line of the manifest as far as it matters: the counts come after eight plain columns. */
static gboolean
manifest_counts (const char *line, guint counts[4])
{
  g_auto (GStrv) columns = g_strsplit (line, ",", -1);
  if (g_strv_length (columns) < 12 || *columns[8] == '\0' || *columns[9] == '\0')
    return FALSE;
  for (guint i = 0; i < 4; i++)
    counts[i] = (guint)g_ascii_strtoull (columns[8 + i], NULL, 10);
  return TRUE;
}

static guint
living (Fixture *f, LecternKind kind)
{
  return (guint)lectern_reader_count (fixture_reader (f), kind, 0, 0);
}

static guint
distinct_names (Fixture *f)
{
  g_autoptr (GPtrArray) persons = lectern_reader_all (fixture_reader (f), LECTERN_KIND_PERSON);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < persons->len; i++)
    g_hash_table_add (
        names, (gpointer)lectern_record_text (g_ptr_array_index (persons, i), LECTERN_PERSON_NAME));
  return g_hash_table_size (names);
}

static void
check_programme (const char *name, GBytes *file, const guint counts[4])
{
  Fixture f;
  g_autoptr (GError) error = NULL;
  fixture_set_up (&f, NULL);
  g_autoptr (LecternImport) import
      = lectern_import_plan (fixture_reader (&f), file, name, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lectern_import_needs_decision (import));
  lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
  g_test_message ("%s: %u days, %u rooms, %u sessions, %u names", name,
                  living (&f, LECTERN_KIND_DAY), living (&f, LECTERN_KIND_ROOM),
                  living (&f, LECTERN_KIND_SESSION), distinct_names (&f));
  g_assert_cmpuint (living (&f, LECTERN_KIND_DAY), ==, counts[0]);
  g_assert_cmpuint (living (&f, LECTERN_KIND_ROOM), ==, counts[1]);
  g_assert_cmpuint (living (&f, LECTERN_KIND_SESSION), ==, counts[2]);
  g_assert_cmpuint (distinct_names (&f), ==, counts[3]);
  g_autoptr (LecternImport) again
      = lectern_import_plan (fixture_reader (&f), file, name, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (lectern_import_edit (again));
  fixture_tear_down (&f, NULL);
}

static void
test_programmes (void)
{
  g_autofree char *folder = schedules ();
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "MANIFEST.csv", NULL) : NULL,
                  *manifest = NULL;
  guint n = 0;
  if (folder == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &manifest, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (manifest, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      guint counts[4];
      if (!g_str_has_prefix (*line, "schedules/") || !manifest_counts (*line, counts))
        continue;
      g_autofree char *name
          = g_strndup (*line + strlen ("schedules/"), strcspn (*line, ",") - strlen ("schedules/"));
      g_autoptr (GBytes) file = load (folder, name);
      check_programme (name, file, counts);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

/* What is no programme is refused with the sentence for what it is. */
static void
test_others (void)
{
  static const struct
  {
    const char *name;
    LecternFormat format;
  } others[] = {
    { "gpn11-2011.csv", LECTERN_FORMAT_CSV },
    { "indico-http-api-event-1.json", LECTERN_FORMAT_INDICO },
    { "indico-http-api-event-3.json", LECTERN_FORMAT_INDICO },
    { "pretalx-api-speakers.json", LECTERN_FORMAT_PRETALX },
    { "pretalx-api-submissions.json", LECTERN_FORMAT_PRETALX },
  };
  g_autofree char *folder = schedules ();
  Fixture f;
  if (folder == NULL)
    return;
  fixture_set_up (&f, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) file = load (folder, others[i].name);
      g_autoptr (GError) error = NULL;
      g_assert_null (lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, &error));
      g_assert_cmpstr (error->message, ==, lectern_format_refusal (others[i].format));
    }
  fixture_tear_down (&f, NULL);
}

/* ---- calendars ---- */

/* A row of the manifest whose last columns are quoted: path, the number of events, and whether a
   reader calls the file broken. */
static gboolean
manifest_calendar (const char *line, char **path, int *events, gboolean *broken)
{
  g_auto (GStrv) columns = g_strsplit (line, ",", 13);
  if (g_strv_length (columns) < 13)
    return FALSE;
  *path = g_strdup (columns[0]);
  *events = *columns[10] != '\0' ? atoi (columns[10]) : -1;
  *broken = *events < 0 || strstr (columns[12], "error") != NULL;
  return g_str_has_suffix (*path, ".ics") || g_str_has_suffix (*path, ".jcal");
}

/* FALSE where it was refused. Twice the same file changes nothing the second time. */
static gboolean
check_calendar (const char *path, int events, gboolean broken)
{
  Fixture f;
  g_autofree char *whole = g_build_filename (shared, path, NULL);
  g_autoptr (GBytes) file = load (shared, path);
  g_autoptr (GError) error = NULL;
  fixture_set_up (&f, NULL);
  g_autoptr (LecternImport) import = lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, &error);
  g_test_message ("%s: %s", path, error != NULL ? error->message : "read");
  if (import == NULL)
    {
      g_assert_true (broken);
      fixture_tear_down (&f, NULL);
      return FALSE;
    }
  if (events >= 0)
    g_assert_cmpuint (lectern_import_programme (import)->sessions->len, ==, (guint) events);
  lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
  g_autoptr (LecternImport) again = lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (lectern_import_edit (again));
  fixture_tear_down (&f, NULL);
  return TRUE;
}

static void
test_calendars (void)
{
  g_autofree char *folder = schedules ();
  g_autofree char *manifest = NULL;
  guint n = 0, refused = 0;
  if (folder == NULL)
    return;
  g_autofree char *table = g_build_filename (shared, "MANIFEST.csv", NULL);
  g_assert_true (g_file_get_contents (table, &manifest, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (manifest, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *path = NULL;
      int events;
      gboolean broken;
      if (!manifest_calendar (*line, &path, &events, &broken))
        continue;
      refused += !check_calendar (path, events, broken);
      n++;
    }
  g_test_message ("%u calendars, %u refused", n, refused);
  g_assert_cmpuint (n, >=, 250);
  g_assert_cmpuint (refused * 10, <, n);
}

static void
walk (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          walk (path, paths);
          g_free (path);
        }
      else
        g_ptr_array_add (paths, path);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "hostile", NULL) : NULL;
  if (folder == NULL)
    {
      g_test_skip ("the hostile files are not there");
      return;
    }
  walk (folder, paths);
  g_assert_cmpuint (paths->len, >=, 100);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *argv[] = { self, "--bring-in", g_ptr_array_index (paths, i), NULL };
      g_autofree char *out = NULL, *err = NULL;
      g_autoptr (GError) error = NULL;
      int status;
      g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                                   &err, &status, &error));
      if (!g_spawn_check_wait_status (status, &error))
        g_error ("%s: %s\n%s", argv[2], error->message, err);
      g_test_message ("%s: %s", argv[2] + strlen (folder) + 1, g_strchomp (out));
    }
}

/* The other end: 0 where the file came in or was refused with a sentence. */
static int
bring_in (const char *path)
{
  const struct rlimit seconds = { 5, 5 };
  Fixture f;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  struct rusage usage;
  setrlimit (RLIMIT_CPU, &seconds);
  if (!g_file_get_contents (path, &data, &length, &error))
    return 2;
  fixture_set_up (&f, NULL);
  g_autoptr (GBytes) file = g_bytes_new_take (data, length);
  g_autoptr (LecternImport) import
      = lectern_import_plan (fixture_reader (&f), file, NULL, NULL, NULL, &error);
  if (import != NULL && lectern_import_edit (import) != NULL)
    lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
  g_print ("%s\n", import != NULL ? "came in" : error->message);
  fixture_tear_down (&f, NULL);
  getrusage (RUSAGE_SELF, &usage);
#ifndef __SANITIZE_ADDRESS__
  if (usage.ru_maxrss > 300 * 1024)
    return 3;
#endif
  return import != NULL || *error->message != '\0' ? 0 : 4;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--bring-in") == 0)
    return bring_in (argv[2]);
  g_test_init (&argc, &argv, NULL);
  shared = exchange_shared_data ();
  self = argv[0];
  g_test_add_func ("/shared-data/programmes", test_programmes);
  g_test_add_func ("/shared-data/calendars", test_calendars);
  g_test_add_func ("/shared-data/others", test_others);
  g_test_add_func ("/shared-data/hostile", test_hostile);
  int result = g_test_run ();
  g_free (shared);
  return result;
}
