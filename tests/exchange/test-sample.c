/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample projects fill every view, and what they show of problems is there.
 */
#include "lectern-problems.h"
#include "lectern-sample.h"
#include "lectern-time.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder, *path;
  LecternWorkspace *workspace;
  LecternReader *reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("lectern-sample-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.db", NULL);
  fixture->workspace = lectern_workspace_create (fixture->path, "Sample", "de", &error);
  g_assert_no_error (error);
  g_assert_true (lectern_sample_create (fixture->workspace, sample, &error));
  g_assert_no_error (error);
  fixture->reader = lectern_workspace_reader (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer sample)
{
  lectern_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);
      g_unlink (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count (Fixture *fixture, LecternKind kind)
{
  g_autoptr (GPtrArray) all = lectern_reader_all (fixture->reader, kind);
  return all->len;
}

/* The event with the most sessions: the one that a first start shows. */
static gint64
main_event (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = lectern_reader_all (fixture->reader, LECTERN_KIND_EVENT);
  gint64 best = 0, most = -1;
  for (guint i = 0; i < events->len; i++)
    {
      gint64 id = ((const LecternRecord *) events->pdata[i])->id;
      gint64 n
          = lectern_reader_count (fixture->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, id);
      if (n > most)
        {
          most = n;
          best = id;
        }
    }
  return best;
}

static void
test_fills_every_view (Fixture *fixture, gconstpointer sample)
{
  static const struct
  {
    LecternKind kind;
    guint least;
  } wanted[] = {
    { LECTERN_KIND_PROGRAMME_NODE, 4 },
    { LECTERN_KIND_PHASE, 2 },
    { LECTERN_KIND_ORGANISATION, 25 },
    { LECTERN_KIND_MEMBERSHIP, 10 },
    { LECTERN_KIND_PERSON, 60 },
    { LECTERN_KIND_CONTACT_POINT, 2 },
    { LECTERN_KIND_CONSENT, 2 },
    { LECTERN_KIND_ACTION, 8 },
    { LECTERN_KIND_ACTION_PROGRESS, 16 },
    { LECTERN_KIND_VENUE, 2 },
    { LECTERN_KIND_ROOM, 5 },
    { LECTERN_KIND_EVENT, 3 },
    { LECTERN_KIND_TO_COME, 4 },
    { LECTERN_KIND_TRACK, 4 },
    { LECTERN_KIND_SESSION_ROLE, 40 },
    { LECTERN_KIND_REGISTRATION, 60 },
    { LECTERN_KIND_CHECK_IN, 5 },
    { LECTERN_KIND_ANNOUNCEMENT, 3 },
    { LECTERN_KIND_RELEASE, 5 },
    { LECTERN_KIND_DOCUMENT, 2 },
    { LECTERN_KIND_TASK, 10 },
    { LECTERN_KIND_GROUP_MEMBER, 4 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", lectern_kind_info (wanted[i].kind)->name);
      g_assert_cmpuint (count (fixture, wanted[i].kind), >=, wanted[i].least);
    }
  gint64 event = main_event (fixture);
  g_assert_cmpint (lectern_reader_count (fixture->reader, LECTERN_KIND_REGISTRATION,
                                         LECTERN_REGISTRATION_EVENT, event),
                   >=, 60);
  g_assert_cmpint (
      lectern_reader_count (fixture->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event), ==, 2);
}

static void
test_agenda (Fixture *fixture, gconstpointer sample)
{
  gint64 event = main_event (fixture);
  g_autoptr (GPtrArray) sessions
      = lectern_reader_find (fixture->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, event);
  guint placed = 0, unplaced = 0, stale = 0;
  g_autoptr (GHashTable) languages = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < sessions->len; i++)
    {
      const LecternRecord *session = sessions->pdata[i];
      if (lectern_record_is_empty (session, LECTERN_SESSION_DAY))
        unplaced++;
      else
        placed++;
      for (guint t = 0; session->translations != NULL && t < session->translations->len; t++)
        {
          const LecternTranslation *translation
              = &g_array_index (session->translations, LecternTranslation, t);
          stale += translation->stale;
          g_hash_table_add (languages, translation->language);
        }
    }
  g_assert_cmpuint (placed, >=, 20);
  g_assert_cmpuint (unplaced, >=, 3);
  g_assert_cmpuint (stale, >=, 1);
  g_assert_true (g_hash_table_contains (languages, "de"));
  g_assert_true (g_hash_table_contains (languages, "sv"));

  g_autofree char *today = lectern_date_today ();
  g_autoptr (GPtrArray) days
      = lectern_reader_find (fixture->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event);
  g_assert_cmpint (
      lectern_date_days_between (today, lectern_record_text (days->pdata[0], LECTERN_DAY_DATE)), >,
      10);
}

/* A person and a room in two places, so that there is a problem to look at. */
static void
test_problems (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (GPtrArray) problems = lectern_problems_find (fixture->reader, main_event (fixture));
  guint errors = 0, texts = 0;
  for (guint i = 0; i < problems->len; i++)
    {
      const LecternProblem *problem = problems->pdata[i];
      errors
          += problem->level == LECTERN_PROBLEM_ERROR && problem->area == LECTERN_PROBLEM_IN_AGENDA;
      texts += problem->area == LECTERN_PROBLEM_IN_TEXTS;
      g_test_message ("%s: %s", problem->what, problem->why);
    }
  g_assert_cmpuint (errors, >=, 2);
  g_assert_cmpuint (errors, <=, 6);
  g_assert_cmpuint (texts, >=, 1);
}

/* The large edit is one step of undo; the small ones come after it. */
static void
test_undo (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (GError) error = NULL;
  guint steps = 0;
  while (count (fixture, LECTERN_KIND_PERSON) > 0)
    {
      LecternResult *result = lectern_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
      g_assert_nonnull (result);
      g_assert_true (result->left == NULL || result->left->len == 0);
      lectern_result_free (result);
      steps++;
    }
  g_assert_cmpuint (steps, >=, 2);
  g_assert_cmpuint (steps, <=, 5);
  g_assert_cmpuint (count (fixture, LECTERN_KIND_SESSION), ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (lectern_sample_create (NULL, "nonsense", &error));
  g_assert_nonnull (error);
  g_assert_null (lectern_sample_title ("nonsense"));
  for (const char *const *name = lectern_sample_names (); *name != NULL; name++)
    {
      g_assert_nonnull (lectern_sample_title (*name));
      g_assert_nonnull (lectern_sample_description (*name));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *name = lectern_sample_names (); *name != NULL; name++)
    {
      static const struct
      {
        const char *path;
        void (*run) (Fixture *fixture, gconstpointer sample);
      } tests[] = {
        { "views", test_fills_every_view },
        { "agenda", test_agenda },
        { "problems", test_problems },
        { "undo", test_undo },
      };
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        {
          g_autofree char *path = g_strdup_printf ("/sample/%s/%s", *name, tests[i].path);
          g_test_add (path, Fixture, *name, set_up, tests[i].run, tear_down);
        }
    }
  g_test_add_func ("/sample/unknown", test_unknown);
  return g_test_run ();
}
