/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"

#include "lectern-settings.h"

#include <glib/gstdio.h>

/* ---- a host in the place of the window ---- */

#define NOTING_TYPE_HOST (noting_host_get_type ())
G_DECLARE_FINAL_TYPE (NotingHost, noting_host, NOTING, HOST, GtkWindow)

struct _NotingHost
{
  GtkWindow parent_instance;
  char *toast;
  char *failure;
  gboolean pane;
};

static void
noting_toast (LecternViewHost *host, const char *text, gboolean undo)
{
  g_free (NOTING_HOST (host)->toast);
  NOTING_HOST (host)->toast = g_strdup (text);
}

static void
noting_fail (LecternViewHost *host, const char *sentence)
{
  g_free (NOTING_HOST (host)->failure);
  NOTING_HOST (host)->failure = g_strdup (sentence);
}

static void
noting_show_pane (LecternViewHost *host, gboolean show)
{
  NOTING_HOST (host)->pane = show;
}

static gboolean
noting_pane_shown (LecternViewHost *host)
{
  return NOTING_HOST (host)->pane;
}

static void
noting_open (LecternViewHost *host, LecternKind kind, gint64 id)
{
}

static void
noting_host_iface (LecternViewHostInterface *iface)
{
  iface->toast = noting_toast;
  iface->fail = noting_fail;
  iface->show_pane = noting_show_pane;
  iface->pane_shown = noting_pane_shown;
  iface->open = noting_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NotingHost, noting_host, GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (LECTERN_TYPE_VIEW_HOST, noting_host_iface))

static void
noting_host_finalize (GObject *object)
{
  g_free (NOTING_HOST (object)->toast);
  g_free (NOTING_HOST (object)->failure);
  G_OBJECT_CLASS (noting_host_parent_class)->finalize (object);
}

static void
noting_host_class_init (NotingHostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = noting_host_finalize;
}

static void
noting_host_init (NotingHost *self)
{
}

/* ---- the data ---- */

static gint64
add (LecternEdit *edit, LecternKind kind, guint owner_field, gint64 owner, guint name_field, const char *name)
{
  gint64 id = lectern_edit_create (edit, kind);
  const LecternField *language = lectern_kind_language_field (kind);
  if (owner != 0)
    lectern_edit_set_integer (edit, kind, id, owner_field, owner);
  lectern_edit_set_text (edit, kind, id, name_field, name);
  if (language != NULL)
    lectern_edit_set_text (edit, kind, id, language->number, "en");
  return id;
}

static gint64
add_session (AgendaFixture *f, LecternEdit *edit, const char *title, gint64 day, int start, int duration,
             const gint64 *rooms, guint n_rooms, gint64 track)
{
  gint64 id = add (edit, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, f->event, LECTERN_SESSION_TITLE, title);
  if (day != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, day);
  if (start >= 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, duration);
  if (n_rooms > 0)
    lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (rooms, n_rooms));
  if (track != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TRACK, track);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_STATE, "confirmed");
  return id;
}

static void
add_event (AgendaFixture *f, LecternEdit *edit)
{
  const char *const languages[] = { "en", "de", NULL };
  f->event = add (edit, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_SLUG, "final");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TIME_ZONE, "Europe/Amsterdam");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts (languages));
}

static void
add_places (AgendaFixture *f, LecternEdit *edit)
{
  const char *const rooms[] = { "Great hall", "Meuse room", "Jeker room", "Atelier" };
  const char *const dates[] = { "2026-06-17", "2026-06-18" };
  f->venue = add (edit, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "Old brewery");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&f->venue, 1));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *position = g_strdup_printf ("%c", 'a' + (int) i);
      f->rooms[i] = add (edit, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, f->venue, LECTERN_ROOM_NAME, rooms[i]);
      lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->rooms[i], LECTERN_ROOM_POSITION, position);
      lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, f->rooms[i], LECTERN_ROOM_CAPACITY_THEATRE, 240 / (i + 1));
    }
  for (guint i = 0; i < 2; i++)
    {
      f->days[i] = lectern_edit_create (edit, LECTERN_KIND_DAY);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_EVENT, f->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_NUMBER, i + 1);
      lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_DATE, dates[i]);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_DAY_START, 240);
    }
}

static void
add_sessions (AgendaFixture *f, LecternEdit *edit)
{
  f->tracks[0] = add (edit, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, f->event, LECTERN_TRACK_NAME, "Feedstock");
  f->tracks[1] = add (edit, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, f->event, LECTERN_TRACK_NAME, "Skills");
  lectern_edit_set_text (edit, LECTERN_KIND_TRACK, f->tracks[0], LECTERN_TRACK_COLOUR, "#ffff00");
  f->person = add (edit, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Odile Varenquin");
  f->lunch = add_session (f, edit, "Lunch", f->days[0], 750, 75, f->rooms, 4, 0);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->lunch, LECTERN_SESSION_TYPE, "meal");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->lunch, LECTERN_SESSION_LOCKED, 1);
  f->talk = add_session (f, edit, "From pilot to plant", f->days[0], 840, 90, &f->rooms[0], 1, f->tracks[0]);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_ABSTRACT, "What did the banks ask for?");
  lectern_edit_set (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_TITLE, "de",
                    lectern_value_text ("Vom Pilot zur Anlage"));
  f->clash = add_session (f, edit, "Apprentices on both sides", f->days[0], 855, 60, &f->rooms[1], 1, f->tracks[1]);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->clash, LECTERN_SESSION_STATE, "to-be-confirmed");
  f->night = add_session (f, edit, "Stars over the roof", f->days[0], 1530, 45, &f->rooms[3], 1, 0);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->night, LECTERN_SESSION_INTERNAL, 1);
  f->loose = add_session (f, edit, "Poster tour", 0, -1, 45, NULL, 0, f->tracks[1]);
  add_session (f, edit, "Closing", f->days[1], 600, 60, &f->rooms[0], 1, 0);
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, f->talk, f->person, "chair");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, "confirmed");
  role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, f->clash, f->person, "speaker");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, "confirmed");
}

/* ---- set up and tear down ---- */

static void
on_changed (LecternWorkspace *workspace, guint64 kinds, LecternView *view)
{
  lectern_view_changed (view, kinds);
}

void
agenda_fixture_commit (AgendaFixture *f, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  lectern_edit_unref (edit);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
agenda_fixture_set_up (AgendaFixture *f, gconstpointer empty)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  LecternEdit *edit = lectern_edit_new ("Set up");
  g_autoptr (GSettings) settings = lectern_settings_new ();
  if (settings != NULL) /* what another test left */
    {
      g_settings_reset (settings, "agenda-view");
      g_settings_reset (settings, "agenda-colours");
    }
  f->folder = g_dir_make_tmp ("lectern-agenda-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->folder, "test.db", NULL);
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  add_event (f, edit);
  if (empty == NULL)
    {
      add_places (f, edit);
      add_sessions (f, edit);
    }
  agenda_fixture_commit (f, edit);

  /* What the header bar gets stands above, as there: what it says becomes wider when the check is
     done, and the places of the grid stay. */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  f->view = LECTERN_AGENDA_VIEW (lectern_agenda_view_new ());
  f->window = g_object_new (NOTING_TYPE_HOST, NULL);
  gtk_widget_add_css_class (f->window, "lectern");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 700);
  gtk_widget_set_hexpand (GTK_WIDGET (f->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->view));
  gtk_box_append (GTK_BOX (box), lectern_view_pane (LECTERN_VIEW (f->view)));
  gtk_box_append (GTK_BOX (header), lectern_view_title_widget (LECTERN_VIEW (f->view)));
  gtk_box_append (GTK_BOX (header), lectern_view_header_end (LECTERN_VIEW (f->view)));
  gtk_box_append (GTK_BOX (both), header);
  gtk_box_append (GTK_BOX (both), box);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_window_set_child (GTK_WINDOW (f->window), both);
  lectern_view_set_host (LECTERN_VIEW (f->view), LECTERN_VIEW_HOST (f->window));
  lectern_view_load (LECTERN_VIEW (f->view), f->workspace, f->event);
  f->changed = g_signal_connect (f->workspace, "changed", G_CALLBACK (on_changed), f->view);
  gtk_window_present (GTK_WINDOW (f->window));
  ui_wait (gtk_widget_get_mapped (GTK_WIDGET (f->view))
                       && gtk_widget_get_width (GTK_WIDGET (f->view)) > 0);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

void
agenda_fixture_tear_down (AgendaFixture *f, gconstpointer data)
{
  g_clear_signal_handler (&f->changed, f->workspace);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  lectern_workspace_close (f->workspace);
  g_object_unref (f->workspace);
  remove_folder (f->folder);
  g_free (f->folder);
}

LecternRecord *
agenda_fixture_session (AgendaFixture *f, gint64 id)
{
  return lectern_reader_get (lectern_workspace_reader (f->workspace), LECTERN_KIND_SESSION, id);
}

const char *
agenda_fixture_toast (AgendaFixture *f)
{
  return NOTING_HOST (f->window)->toast;
}

gboolean
agenda_fixture_pane_shown (AgendaFixture *f)
{
  return NOTING_HOST (f->window)->pane;
}
