/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs that make the next event of a series and that move an event: typed in and
 * accepted, and what then stands in the workspace.
 */
#include "lectern-date-row.h"
#include "lectern-event-dialog.h"
#include "ui-start.h"

#include <string.h>

typedef struct
{
  GSettings *settings;
  LecternWindow *window;
  LecternWorkspace *workspace;
  gint64 event;
  gint64 days[2];
} Fixture;

static void
spin (void)
{
  for (int i = 0; i < 50; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static void
fill (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Begin");
  f->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "3rd Meeting");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_SLUG, "meeting-3");
  lectern_edit_set_integer (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_ORDINAL, 3);
  for (guint i = 0; i < 2; i++)
    {
      f->days[i] = lectern_edit_create (edit, LECTERN_KIND_DAY);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_EVENT, f->event);
      lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_DATE, i == 0 ? "2027-06-17" : "2027-06-19");
    }
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-dialogs-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "w.db", NULL);
  g_autoptr (GError) error = NULL;
  f->settings = g_settings_new (LECTERN_APP_ID);
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  fill (f);
  f->window = lectern_window_new (NULL, f->settings);
  lectern_window_set_workspace (f->window, f->workspace);
  gtk_window_present (GTK_WINDOW (f->window));
  spin ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  spin ();
  g_object_unref (f->workspace);
  g_object_unref (f->settings);
}

static AdwMessageDialog *
open_dialog (Fixture *f, const char *action)
{
  GListModel *tops = gtk_window_get_toplevels ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
  spin ();
  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
      if (ADW_IS_MESSAGE_DIALOG (top))
        return ADW_MESSAGE_DIALOG (top);
    }
  g_assert_not_reached ();
}

/* The rows of its form that a person types in, in their order. */
static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (ADW_IS_ENTRY_ROW (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static void
type_into (GPtrArray *rows, guint at, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (rows->pdata[at]), text);
}

static gboolean
can_accept (AdwMessageDialog *dialog)
{
  return adw_message_dialog_get_response_enabled (dialog, "accept");
}

static void
accept_dialog (AdwMessageDialog *dialog)
{
  g_assert_true (can_accept (dialog));
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  AdwMessageDialog *dialog = open_dialog (f, "win.copy-event");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  collect_rows (GTK_WIDGET (dialog), rows);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rows->pdata[0])), ==, "4th Meeting");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rows->pdata[2])), ==, "meeting-4");
  g_assert_false (can_accept (dialog)); /* no date yet */
  type_into (rows, 1, "in spring");
  g_assert_true (gtk_widget_has_css_class (rows->pdata[1], "error"));
  type_into (rows, 1, "3.2.2028");
  g_assert_true (can_accept (dialog));
  type_into (rows, 2, "meeting-3"); /* taken */
  g_assert_false (can_accept (dialog));
  type_into (rows, 2, "winter");
  accept_dialog (dialog);
  ui_wait (lectern_reader_event_by_slug (reader, "winter") != 0);
  gint64 copy = lectern_reader_event_by_slug (reader, "winter");
  ui_wait (lectern_view_get_event (lectern_window_get_view (f->window)) == copy);
  g_autoptr (GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, copy);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpstr (lectern_record_text (days->pdata[1], LECTERN_DAY_DATE), ==, "2028-02-05");
}

static char *
date_of (Fixture *f, guint day)
{
  g_autoptr (LecternRecord) record
      = lectern_reader_get (lectern_workspace_reader (f->workspace), LECTERN_KIND_DAY, f->days[day]);
  return g_strdup (lectern_record_text (record, LECTERN_DAY_DATE));
}

static gboolean
has_date (Fixture *f, guint day, const char *date)
{
  g_autofree char *now = date_of (f, day);
  return g_strcmp0 (now, date) == 0;
}

static void
test_move (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog = open_dialog (f, "win.move-event");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  collect_rows (GTK_WIDGET (dialog), rows);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_false (can_accept (dialog)); /* nothing changes yet */
  type_into (rows, 0, "1 July 2027");
  g_autofree char *follows = lectern_date_row_get (rows->pdata[1]);
  g_assert_cmpstr (follows, ==, "2027-07-03");
  type_into (rows, 1, "1.7.2027"); /* both on one day */
  g_assert_false (can_accept (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "1 July 2027"));
  type_into (rows, 1, "2.7.2027");
  accept_dialog (dialog);
  ui_wait (has_date (f, 0, "2027-07-01"));
  g_assert_true (has_date (f, 1, "2027-07-02"));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  ui_wait (has_date (f, 0, "2027-06-17"));
  g_assert_true (has_date (f, 1, "2027-06-19"));
}

/* The choice that says how an event takes place, or at which step it is released. */
static AdwComboRow *
find_choice (GtkWidget *root)
{
  if (ADW_IS_COMBO_ROW (root))
    return ADW_COMBO_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *found = find_choice (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_at (Fixture *f, guint field, const char *value)
{
  g_autoptr (LecternRecord) event
      = lectern_reader_get (lectern_workspace_reader (f->workspace), LECTERN_KIND_EVENT, f->event);
  return g_strcmp0 (lectern_record_text (event, field), value) == 0;
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *tops = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
      if (ADW_IS_MESSAGE_DIALOG (top) && gtk_widget_get_visible (GTK_WIDGET (top)))
        return ADW_MESSAGE_DIALOG (top);
    }
  return NULL;
}

/* Released, then split over two towns, then online; each time the list of what depends on it. */
static void
test_release_and_split (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  AdwMessageDialog *dialog = open_dialog (f, "win.release");
  g_assert_cmpuint (adw_combo_row_get_selected (find_choice (GTK_WIDGET (dialog))), ==, 0);
  accept_dialog (dialog);
  ui_wait (is_at (f, LECTERN_EVENT_RELEASE_STEP, "save-the-date"));
  g_autoptr (GPtrArray) releases
      = lectern_reader_find (reader, LECTERN_KIND_RELEASE, LECTERN_RELEASE_EVENT, f->event);
  g_assert_cmpuint (releases->len, ==, 1);
  g_assert_nonnull (strstr (lectern_record_text (releases->pdata[0], LECTERN_RELEASE_NOTE), "2027"));

  dialog = open_dialog (f, "win.move-event");
  adw_combo_row_set_selected (find_choice (GTK_WIDGET (dialog)), 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  collect_rows (GTK_WIDGET (dialog), rows);
  g_assert_cmpuint (rows->len, ==, 4);
  type_into (rows, 0, "21 October 2027");
  type_into (rows, 1, "22 October 2027");
  type_into (rows, 2, "Maastricht");
  type_into (rows, 3, "Geleen");
  accept_dialog (dialog);
  ui_wait (is_at (f, LECTERN_EVENT_STATE, "rescheduled"));
  g_assert_cmpint (lectern_reader_count (reader, LECTERN_KIND_VENUE, 0, 0), ==, 2);
  ui_wait (find_dialog () != NULL);
  adw_message_dialog_response (find_dialog (), "tasks");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  ui_wait (lectern_reader_count (reader, LECTERN_KIND_TASK, LECTERN_TASK_EVENT, f->event) >= 3);

  dialog = open_dialog (f, "win.move-event");
  adw_combo_row_set_selected (find_choice (GTK_WIDGET (dialog)), 2);
  g_ptr_array_set_size (rows, 0);
  collect_rows (GTK_WIDGET (dialog), rows);
  type_into (rows, 0, "5 November 2027");
  type_into (rows, 1, "");
  accept_dialog (dialog);
  ui_wait (is_at (f, LECTERN_EVENT_STATE, "online"));
  g_assert_cmpint (lectern_reader_count (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, f->event), ==, 1);
  ui_wait (find_dialog () != NULL);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

static GtkWidget *
find_button (GtkWidget *root, const char *tip)
{
  GtkWidget *found = GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tip) == 0 ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tip);
  return found;
}

/* A day is removed: the keyboard is at the same button of the day that took its place. */
static void
test_remove_day (Fixture *f, gconstpointer data)
{
  GListModel *tops = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) dialog = NULL;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.edit-event", NULL));
  spin ();
  for (guint i = 0; i < g_list_model_get_n_items (tops) && dialog == NULL; i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
      if (top != GTK_WINDOW (f->window))
        dialog = g_steal_pointer (&top);
    }
  GtkWidget *remove = find_button (GTK_WIDGET (dialog), "Remove this day");
  g_assert_true (gtk_widget_grab_focus (remove));
  g_signal_emit_by_name (remove, "clicked");
  ui_wait (lectern_reader_count (lectern_workspace_reader (f->workspace), LECTERN_KIND_DAY, LECTERN_DAY_EVENT, f->event) == 1);
  spin ();
  GtkWidget *focus = gtk_window_get_focus (dialog);
  g_assert_nonnull (focus);
  g_assert_true (focus == find_button (GTK_WIDGET (dialog), "Remove this day"));
  gtk_window_close (dialog);
  spin ();
}

int
main (int argc, char *argv[])
{
  ui_start (&argc, &argv);
  g_test_add ("/event-dialogs/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/event-dialogs/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/event-dialogs/release-and-split", Fixture, NULL, set_up, test_release_and_split, tear_down);
  g_test_add ("/event-dialogs/remove-day", Fixture, NULL, set_up, test_remove_day, tear_down);
  return g_test_run ();
}
