/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists-fixture.h"

#include <glib/gstdio.h>

#define SET(KIND, id, FIELD, text) \
  lectern_edit_set_text (edit, LECTERN_KIND_##KIND, id, LECTERN_##KIND##_##FIELD, text)
#define NUMBER(KIND, id, FIELD, number) \
  lectern_edit_set_integer (edit, LECTERN_KIND_##KIND, id, LECTERN_##KIND##_##FIELD, number)

static void
add_event (ListsFixture *f, LecternEdit *edit)
{
  f->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  f->day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  f->session = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  f->venue = lectern_edit_create (edit, LECTERN_KIND_VENUE);
  f->room = lectern_edit_create (edit, LECTERN_KIND_ROOM);
  f->other_room = lectern_edit_create (edit, LECTERN_KIND_ROOM);
  SET (EVENT, f->event, TITLE, "Final conference");
  NUMBER (EVENT, f->event, CAPACITY, 20);
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_VENUES, NULL,
                    lectern_value_ids (&f->venue, 1));
  NUMBER (DAY, f->day, EVENT, f->event);
  SET (DAY, f->day, DATE, "2026-06-17");
  NUMBER (SESSION, f->session, EVENT, f->event);
  SET (SESSION, f->session, TITLE, "From pilot to plant");
  NUMBER (SESSION, f->session, DAY, f->day);
  SET (VENUE, f->venue, NAME, "Wycker Hof");
  SET (VENUE, f->venue, STREET, "Rechtstraat 140");
  SET (VENUE, f->venue, CITY, "Maastricht");
  SET (VENUE, f->venue, ACCESS, "Station Maastricht 650 m, level way along the park side. Bus 1 and 4 stop in front of the house; "
       "parking P3, twelve places are kept for speakers until nine.");
  SET (VENUE, f->venue, ACCESSIBILITY, "Step-free from the park side only.");
  SET (VENUE, f->venue, TIME_ZONE, "Europe/Amsterdam");
  NUMBER (VENUE, f->venue, OPENS, 450);
  NUMBER (VENUE, f->venue, CLOSES, 1320);
  NUMBER (ROOM, f->room, VENUE, f->venue);
  SET (ROOM, f->room, NAME, "Great hall");
  NUMBER (ROOM, f->room, CAPACITY_THEATRE, 240);
  NUMBER (ROOM, f->room, CAPACITY_CLASSROOM, 140);
  SET (ROOM, f->room, POSITION, "a");
  NUMBER (ROOM, f->other_room, VENUE, f->venue);
  SET (ROOM, f->other_room, NAME, "Meuse room");
  NUMBER (ROOM, f->other_room, CAPACITY_THEATRE, 60);
  SET (ROOM, f->other_room, POSITION, "b");
}

static void
add_organisations (ListsFixture *f, LecternEdit *edit)
{
  static const char *const names[] = { "Kemiregion Väst", "Chemieregion Mitte", "Polo Adriatico" };
  static const char *const regions[] = { "SE23", "DEE", "ITH3" };
  f->node = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
  SET (PROGRAMME_NODE, f->node, NAME, "SynRegio");
  SET (PROGRAMME_NODE, f->node, LEVEL, "project");
  for (guint i = 0; i < 3; i++)
    {
      f->organisations[i] = lectern_edit_create (edit, LECTERN_KIND_ORGANISATION);
      SET (ORGANISATION, f->organisations[i], NAME, names[i]);
      SET (ORGANISATION, f->organisations[i], REGION, regions[i]);
      if (i < 2)
        {
          gint64 role = lectern_edit_link (edit, LECTERN_KIND_MEMBERSHIP, f->organisations[i], f->node);
          SET (MEMBERSHIP, role, ROLE, i == 0 ? "lead" : "partner");
        }
    }
  f->action = lectern_edit_create (edit, LECTERN_KIND_ACTION);
  NUMBER (ACTION, f->action, ORGANISATION, f->organisations[0]);
  SET (ACTION, f->action, TITLE, "Apprentice exchange across two borders");
  SET (ACTION, f->action, STATE, "running");
  gint64 report = lectern_edit_create (edit, LECTERN_KIND_ACTION_PROGRESS);
  NUMBER (ACTION_PROGRESS, report, ACTION, f->action);
  NUMBER (ACTION_PROGRESS, report, EVENT, f->event);
  NUMBER (ACTION_PROGRESS, report, PERCENT, 60);
}

static void
add_people (ListsFixture *f, LecternEdit *edit)
{
  static const struct
  {
    const char *given, *family, *state, *diet;
    guint organisation;
  } people[] = {
    { "Fermin", "Aldekorta", "confirmed", NULL, 0 },    { "Almut", "Brandhorn", "confirmed", "vegetarian", 1 },
    { "Roos", "de Wit", "waiting", NULL, 0 },           { "Ulrika", "Gärtner", "confirmed", "vegan", 0 },
    { "Wim", "Hubertus", "declined", NULL, 2 },         { "Maarika", "Ilvespuu", "invited", NULL, 1 },
    { "Rūta", "Jansonė", "registered", NULL, 1 },       { "Bożena", "Kowal", "attended", "Vegetarian", 2 },
    { "Davide", "Marchettin", "confirmed", NULL, 2 },   { "Kjell", "Ohlandh", "registered", NULL, 0 },
    { "Lidia", "Okoniak", NULL, NULL, 1 },              { "Elin", "Quarn", NULL, NULL, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", people[i].given, people[i].family);
      gint64 id = f->persons[i] = lectern_edit_create (edit, LECTERN_KIND_PERSON);
      SET (PERSON, id, NAME, name);
      SET (PERSON, id, GIVEN_NAME, people[i].given);
      SET (PERSON, id, FAMILY_NAME, people[i].family);
      NUMBER (PERSON, id, ORGANISATION, f->organisations[people[i].organisation]);
      if (people[i].state == NULL)
        continue;
      f->registrations[i] = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, f->event, id);
      SET (REGISTRATION, f->registrations[i], STATE, people[i].state);
      SET (REGISTRATION, f->registrations[i], ROLE, i % 3 == 0 ? "speaker" : "guest");
      if (people[i].diet != NULL)
        SET (REGISTRATION, f->registrations[i], DIET, people[i].diet);
    }
  SET (PERSON, f->persons[0], EMAIL, "fermin@example.org");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, f->session, f->persons[0], "speaker");
  gint64 quota = lectern_edit_create (edit, LECTERN_KIND_QUOTA);
  NUMBER (QUOTA, quota, EVENT, f->event);
  SET (QUOTA, quota, REGION, "SE23");
  NUMBER (QUOTA, quota, PLACES, 2);
}

void
lists_fixture_set_up (ListsFixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  f->folder = g_dir_make_tmp ("lectern-ui-XXXXXX", &error);
  g_autofree char *path = g_build_filename (f->folder, "ui.db", NULL);
  f->workspace = lectern_workspace_create (path, "SynRegio", "en", &error);
  g_assert_no_error (error);
  f->reader = lectern_workspace_reader (f->workspace);
  LecternEdit *edit = lectern_edit_new ("A project");
  add_event (f, edit);
  add_organisations (f, edit);
  add_people (f, edit);
  lists_fixture_commit (f, edit);
}

void
lists_fixture_tear_down (ListsFixture *f, gconstpointer data)
{
  if (f->window != NULL)
    {
      lectern_view_load (f->view, NULL, 0);
      gtk_window_destroy (GTK_WINDOW (f->window));
    }
  lists_fixture_settle (f);
  lectern_workspace_close (f->workspace);
  g_object_unref (f->workspace);
  for (const char *const *suffix = (const char *const[]){ "", "-wal", "-shm", NULL }; *suffix; suffix++)
    {
      g_autofree char *path = g_strdup_printf ("%s/ui.db%s", f->folder, *suffix);
      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

void
lists_fixture_commit (ListsFixture *f, LecternEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
  lists_fixture_settle (f);
}

void
lists_fixture_settle (ListsFixture *f)
{
  for (guint quiet = 0; quiet < 3; quiet++)
    {
      while (g_main_context_iteration (NULL, FALSE) || lectern_workspace_n_pending (f->workspace) > 0)
        quiet = 0;
      g_usleep (5000);
    }
}

static void
on_changed (LecternView *view, guint64 kinds)
{
  lectern_view_changed (view, kinds);
}

void
lists_fixture_show (ListsFixture *f, GtkWidget *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  f->view = LECTERN_VIEW (view);
  f->window = adw_window_new ();
  gtk_widget_add_css_class (f->window, "lectern");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1050, 750);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), view);
  if (lectern_view_pane (f->view) != NULL)
    {
      gtk_widget_set_size_request (lectern_view_pane (f->view), 304, -1);
      gtk_box_append (GTK_BOX (box), lectern_view_pane (f->view));
    }
  if (lectern_view_header_end (f->view) != NULL)
    adw_header_bar_pack_end (ADW_HEADER_BAR (bar), lectern_view_header_end (f->view));
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), box);
  adw_window_set_content (ADW_WINDOW (f->window), column);
  lectern_view_load (f->view, f->workspace, f->event);
  g_signal_connect_object (f->workspace, "changed", G_CALLBACK (on_changed), view, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (f->window));
  lists_fixture_settle (f);
}

GtkWidget *
lists_fixture_find (GtkWidget *root, GType type, const char *css)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (css == NULL || gtk_widget_has_css_class (root, css)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = lists_fixture_find (child, type, css);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
lists_fixture_find_text (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = lists_fixture_find_text (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
lists_fixture_type (GtkWidget *entry, const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

char *
lists_fixture_text (ListsFixture *f, LecternKind kind, gint64 id, guint field)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (f->reader, kind, id);
  const char *text = record != NULL ? lectern_record_text (record, field) : NULL;
  return g_strdup (text ? text : "");
}
