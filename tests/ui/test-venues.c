/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Venues: the list, rooms edited in place and in order, languages of the texts, what
 * deleting takes along, what is said where something is missing.
 */
#include "lists-fixture.h"

#include "lectern-field-editor.h"
#include "lectern-language-bar.h"
#include "lectern-rooms.h"
#include "lectern-venue-page.h"
#include "lectern-venues-edits.h"
#include "lectern-venues-view.h"
#include "ui-start.h"

static void
test_page (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_venues_view_new ());
  GtkWidget *page = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_VENUE_PAGE, NULL);
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "Maastricht · 2 rooms"));
  g_assert_nonnull (lists_fixture_find_text (
      page, "Rechtstraat 140, Maastricht · house hours 7:30–22:00 · Europe/Amsterdam"));
  g_assert_nonnull (lists_fixture_find_text (page, "Final conference"));
  g_assert_nonnull (lists_fixture_find_text (page, "No position yet"));
  GtkWidget *warning = lists_fixture_find_text (page, "The address is missing: guests will ask for it.");
  g_assert_false (gtk_widget_get_mapped (warning));
  LecternEdit *edit = lectern_edit_new ("No address");
  lectern_edit_clear (edit, LECTERN_KIND_VENUE, f->venue, LECTERN_VENUE_STREET);
  lectern_edit_clear (edit, LECTERN_KIND_VENUE, f->venue, LECTERN_VENUE_CITY);
  lists_fixture_commit (f, edit);
  g_assert_true (gtk_widget_get_mapped (warning));
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "address missing · 2 rooms"));
}

static GtkWidget *
first_room (ListsFixture *f)
{
  GtkWidget *rooms = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_ROOMS, NULL);
  return lists_fixture_find (rooms, GTK_TYPE_ENTRY, "heading");
}

static void
test_rooms (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_venues_view_new ());
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first_room (f))), ==, "Great hall");
  lists_fixture_type (first_room (f), "Grote zaal");
  lists_fixture_settle (f);
  g_autofree char *name = lists_fixture_text (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME);
  g_assert_cmpstr (name, ==, "Grote zaal");
  /* Down: the second is first now. */
  GtkWidget *row = gtk_widget_get_ancestor (first_room (f), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate_action (row, "room.down", NULL));
  lists_fixture_settle (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first_room (f))), ==, "Meuse room");
  /* At the end it stays. */
  g_assert_null (lectern_venues_edit_move_room (f->reader, f->room, 1));
}

/* A wrong number says why under the room, where it has the width to be read, and without a word of GTK about the layout. */
static void
test_wrong_number (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_venues_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1040, 760);
  lists_fixture_settle (f);
  GtkWidget *rooms = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_ROOMS, NULL);
  GtkWidget *seats = lists_fixture_find (rooms, GTK_TYPE_ENTRY, "numeric");
  gtk_widget_grab_focus (seats);
  lists_fixture_type (seats, "many");
  lists_fixture_settle (f);
  LecternFieldEditor *editor = LECTERN_FIELD_EDITOR (gtk_widget_get_ancestor (seats, LECTERN_TYPE_FIELD_EDITOR));
  g_assert_nonnull (lectern_field_editor_get_error (editor));
  ui_wait (gtk_widget_get_mapped (lists_fixture_find_text (rooms, lectern_field_editor_get_error (editor))));
}

/* Sessions in a room that goes lose the room, and get it back. */
static void
test_delete (ListsFixture *f, gconstpointer data)
{
  gint64 both[] = { f->room, f->other_room };
  LecternEdit *edit = lectern_edit_new ("Rooms");
  lectern_edit_set (edit, LECTERN_KIND_SESSION, f->session, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (both, 2));
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->day, LECTERN_DAY_VENUE, f->venue);
  lists_fixture_commit (f, edit);
  lists_fixture_show (f, lectern_venues_view_new ());
  GtkWidget *row = gtk_widget_get_ancestor (first_room (f), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate_action (row, "room.delete", NULL));
  lists_fixture_settle (f);
  gsize n = 0;
  g_autoptr(LecternRecord) session = lectern_reader_get (f->reader, LECTERN_KIND_SESSION, f->session);
  g_autofree gint64 *left = lectern_value_get_ids (lectern_record_value (session, LECTERN_SESSION_ROOMS), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (left[0], ==, f->other_room);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "venues.delete", NULL));
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_VENUE, 0, 0), ==, 0);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ROOM, 0, 0), ==, 0);
  g_autoptr(LecternRecord) day = lectern_reader_get (f->reader, LECTERN_KIND_DAY, f->day);
  g_assert_true (lectern_record_is_empty (day, LECTERN_DAY_VENUE));
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "No venues yet"));
  for (guint i = 0; i < 2; i++)
    lectern_result_free (lectern_workspace_undo (f->workspace, NULL));
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ROOM, 0, 0), ==, 2);
  g_autoptr(LecternRecord) again = lectern_reader_get (f->reader, LECTERN_KIND_SESSION, f->session);
  g_autofree gint64 *all = lectern_value_get_ids (lectern_record_value (again, LECTERN_SESSION_ROOMS), &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_languages (ListsFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Languages");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts ((const char *const[]){ "en", "nl", NULL }));
  lists_fixture_commit (f, edit);
  lists_fixture_show (f, lectern_venues_view_new ());
  GtkWidget *bar = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_LANGUAGE_BAR, NULL);
  g_assert_true (gtk_widget_get_visible (bar));
  GtkWidget *dutch = gtk_widget_get_ancestor (lists_fixture_find_text (bar, "nl"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (dutch), GTK_ACCESSIBLE_PROPERTY_LABEL, "Dutch, missing");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (dutch), TRUE);
  g_assert_cmpstr (lectern_language_bar_get_language (LECTERN_LANGUAGE_BAR (bar)), ==, "nl");
  GtkWidget *page = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_VENUE_PAGE, NULL);
  GtkTextView *access = GTK_TEXT_VIEW (lists_fixture_find (page, GTK_TYPE_TEXT_VIEW, "in-place"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (access)), ==, 0);
}

static void
test_add (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_venues_view_new ());
  g_signal_emit_by_name (lectern_view_header_end (f->view), "chosen", (gint64) 0, "Stadshal Noord");
  lists_fixture_settle (f);
  gsize n = 0;
  g_autoptr(LecternRecord) event = lectern_reader_get (f->reader, LECTERN_KIND_EVENT, f->event);
  g_autofree gint64 *venues = lectern_value_get_ids (lectern_record_value (event, LECTERN_EVENT_VENUES), &n);
  g_assert_cmpuint (n, ==, 2);
  GtkWidget *title = lists_fixture_find (GTK_WIDGET (f->view), GTK_TYPE_ENTRY, "page-title");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Stadshal Noord");
  g_assert_true (lectern_view_reveal (f->view, LECTERN_KIND_ROOM, f->room));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Wycker Hof");
}

/* The window goes while the workspace is still there, as on Ctrl+Q. */
static void
test_goes (ListsFixture *f, gconstpointer data)
{
  LecternView *view;
  lists_fixture_show (f, lectern_venues_view_new ());
  view = f->view;
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  lists_fixture_settle (f);
  g_assert_null (view);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/venues/" path, ListsFixture, NULL, lists_fixture_set_up, function, lists_fixture_tear_down)
  ADD ("page", test_page);
  ADD ("rooms", test_rooms);
  ADD ("wrong-number", test_wrong_number);
  ADD ("delete", test_delete);
  ADD ("languages", test_languages);
  ADD ("add", test_add);
  ADD ("goes", test_goes);
  return g_test_run ();
}
