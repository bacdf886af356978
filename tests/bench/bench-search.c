/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching as one types, among 100,000 people: 200 names letter by letter, from the first
 * letter on, the first 50 hits of each.
 */
#include "bench.h"

#include "lectern-search.h"
#include "lectern-workspace.h"

#include <string.h>

#define N_PEOPLE 100000
#define N_NAMES 200
#define PERSON LECTERN_KIND_PERSON

static const char *const syllables[] = {
  "an", "ber", "cor", "da", "el", "fin", "gor", "hel", "is", "jo", "kat", "lu", "mar", "no", "ol", "per",
  "quin", "ra", "sø", "tor", "ur", "vil", "wan", "xa", "yl", "zé", "bo", "de", "ka", "li", "mi", "ta",
};

static char *
invent_name (GRand *rand)
{
  GString *name = g_string_new (NULL);

  for (guint word = 0; word < 2; word++)
    {
      guint n = g_rand_int_range (rand, 2, 4);
      if (word > 0)
        g_string_append_c (name, ' ');
      for (guint i = 0; i < n; i++)
        g_string_append (name, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
    }
  return g_string_free (name, FALSE);
}

static void
fill (LecternWorkspace *workspace, GRand *rand, char **names)
{
  LecternEdit *edit = lectern_edit_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = invent_name (rand);
      g_autofree char *email = g_strdup_printf ("person%u@example.org", i);
      gint64 id = lectern_edit_create (edit, PERSON);

      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_NAME, name);
      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_EMAIL, email);
      lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_JOB, "Keeper of the kilns");
      if (i % (N_PEOPLE / N_NAMES) == 0)
        names[i / (N_PEOPLE / N_NAMES)] = g_steal_pointer (&name);
    }
  result = lectern_workspace_commit (workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

int
main (void)
{
  g_autofree char *folder = bench_folder (), *path = g_build_filename (folder, "people.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (617);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  LecternWorkspace *workspace = lectern_workspace_create (path, "Bench", "en", &error);
  char *names[N_NAMES];
  gboolean kept;

  g_assert_no_error (error);
  fill (workspace, rand, names);
  for (guint i = 0; i < N_NAMES; i++)
    {
      for (const char *end = g_utf8_next_char (names[i]);; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (names[i], end - names[i]);
          g_autoptr (GPtrArray) hits = NULL;
          double time = bench_thread_ms ();

          hits = lectern_search (lectern_workspace_reader (workspace), typed, LECTERN_KIND_NONE, 50);
          time = bench_thread_ms () - time;
          g_assert_cmpuint (hits->len, >=, 1);
          g_array_append_val (times, time);
          if (*end == '\0')
            break;
        }
      g_free (names[i]);
    }
  kept = bench_limit ("first 50 hits among 100,000 people, median", bench_median (times), 10);
  kept &= bench_limit ("first 50 hits among 100,000 people, worst",
                       g_array_index (times, double, times->len - 1), 20);
  lectern_workspace_close (workspace);
  g_object_unref (workspace);
  bench_remove_folder (folder);
  return !kept;
}
