/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which texts of an event another language lacks.
 */
#include "lectern-translation-list.h"
#include "lectern-workspace.h"

typedef struct
{
  LecternWorkspace *workspace;
  gint64 event, person;
} Fixture;

static void
commit (Fixture *f, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static gint64
add_session (Fixture *f, LecternEdit *edit, const char *title)
{
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, f->person, "speaker");
  return id;
}

static void
add_link (LecternEdit *edit, const char *of, gint64 owner, const char *title)
{
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_LINK);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER_KIND, of);
  lectern_edit_set_integer (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER, owner);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_TITLE, title);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_URL, "https://project.example.org/");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-translations-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "w.db", NULL);
  g_autoptr (GError) error = NULL;
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  LecternEdit *edit = lectern_edit_new ("begin");
  f->person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, f->person, LECTERN_PERSON_NAME, "Ada Example");
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, f->person, LECTERN_PERSON_JOB, "Weaver");
  f->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Plenary");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  gint64 track = lectern_edit_create (edit, LECTERN_KIND_TRACK);
  lectern_edit_set_integer (edit, LECTERN_KIND_TRACK, track, LECTERN_TRACK_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_TRACK, track, LECTERN_TRACK_NAME, "Wood");
  gint64 first = add_session (f, edit, "Opening");
  add_session (f, edit, "Closing");
  gint64 internal = add_session (f, edit, "Board");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, internal, LECTERN_SESSION_INTERNAL, 1);
  add_link (edit, "event", f->event, "Brochure");
  add_link (edit, "session", first, "Slides");
  add_link (edit, "session", internal, "Minutes");
  commit (f, edit);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->workspace);
}

/* "Opening missing, Wood stale" */
static char *
list_of (Fixture *f, const char *language)
{
  static const char *const states[] = { "done", "stale", "missing" };
  g_autoptr (GPtrArray) rows
      = lectern_translation_list (lectern_workspace_reader (f->workspace), f->event, language);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const LecternTranslationRow *row = rows->pdata[i];
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", row->source, states[row->state]);
    }
  return g_string_free (text, FALSE);
}

/* Everything that stands on the pages, each once; nothing internal, no names. */
static void
test_all_kinds (Fixture *f, gconstpointer data)
{
  g_autofree char *german = list_of (f, "de");
  g_assert_cmpstr (german, ==,
                   "Plenary missing, Brochure missing, Wood missing, Opening missing, Slides missing, "
                   "Weaver missing, Closing missing");
  g_autofree char *english = list_of (f, "en");
  g_assert_cmpstr (english, ==, "");
}

/* Done, and stale once its source is another. */
static void
test_states (Fixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("translate");
  lectern_edit_set (edit, LECTERN_KIND_PERSON, f->person, LECTERN_PERSON_JOB, "de", lectern_value_text ("Weberin"));
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "de", lectern_value_text ("Plenum"));
  commit (f, edit);
  edit = lectern_edit_new ("change");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Great plenary");
  commit (f, edit);
  g_autofree char *german = list_of (f, "de");
  g_assert_cmpstr (german, ==,
                   "Great plenary stale, Brochure missing, Wood missing, Opening missing, Slides missing, "
                   "Weaver done, Closing missing");
  guint missing, stale;
  g_autoptr (GPtrArray) rows = lectern_translation_list (lectern_workspace_reader (f->workspace), f->event, "de");
  lectern_translation_count (rows, &missing, &stale);
  g_assert_cmpuint (missing, ==, 5);
  g_assert_cmpuint (stale, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/translations/all-kinds", Fixture, NULL, set_up, test_all_kinds, tear_down);
  g_test_add ("/translations/states", Fixture, NULL, set_up, test_states, tear_down);
  return g_test_run ();
}
