/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Participants: what the table shows, filters, sorting, adding, states of several,
 * removing and undoing it, columns, details.
 */
#include "lists-fixture.h"

#include "lectern-add-button.h"
#include "lectern-completion-entry.h"
#include "lectern-participants-filter.h"
#include "lectern-participants-table.h"
#include "lectern-participants-view.h"
#include "ui-start.h"

static LecternParticipantsTable *
table_of (ListsFixture *f)
{
  return LECTERN_PARTICIPANTS_TABLE (
      lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_PARTICIPANTS_TABLE, NULL));
}

static GtkSelectionModel *
selection_of (ListsFixture *f)
{
  GtkWidget *view = lists_fixture_find (GTK_WIDGET (f->view), GTK_TYPE_COLUMN_VIEW, NULL);
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static guint
n_rows (ListsFixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (selection_of (f)));
}

static const char *
name_at (ListsFixture *f, guint position)
{
  g_autoptr(LecternListRow) row = g_list_model_get_item (G_LIST_MODEL (selection_of (f)), position);
  return lectern_list_row_text (row, LECTERN_PARTICIPANT_NAME); /* the list holds the row */
}

static gboolean
act (ListsFixture *f, const char *action, const char *target)
{
  gboolean done = target != NULL ? gtk_widget_activate_action (GTK_WIDGET (f->view), action, "s", target)
                                 : gtk_widget_activate_action (GTK_WIDGET (f->view), action, NULL);
  lists_fixture_settle (f);
  return done;
}

static void
test_table (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_participants_view_new ());
  g_assert_cmpuint (n_rows (f), ==, 10);
  g_assert_cmpstr (name_at (f, 0), ==, "Aldekorta, Fermin");
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "10"));
  /* Counts: seven come of twenty; three from a region with two places; needs without names. */
  g_assert_nonnull (lists_fixture_find_text (lectern_view_pane (f->view), "7 of 20"));
  g_assert_nonnull (lists_fixture_find_text (lectern_view_pane (f->view), "3 / 2"));
  g_assert_nonnull (lists_fixture_find_text (lectern_view_pane (f->view), "Vegetarian"));
}

static void
test_filters (ListsFixture *f, gconstpointer data)
{
  GtkWidget *filter;
  lists_fixture_show (f, lectern_participants_view_new ());
  filter = lists_fixture_find (GTK_WIDGET (f->view), LECTERN_TYPE_PARTICIPANTS_FILTER, NULL);
  g_assert_true (gtk_widget_activate_action (filter, "filter.state", "s", "confirmed"));
  lists_fixture_settle (f);
  g_assert_cmpuint (n_rows (f), ==, 4);
  g_assert_nonnull (lists_fixture_find_text (filter, "4 of 10"));
  GtkWidget *chip = lists_fixture_find (filter, GTK_TYPE_BUTTON, "chip");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove the filter “Confirmed”");
  g_assert_true (gtk_widget_activate_action (filter, "filter.region", "s", "SE23"));
  lists_fixture_settle (f);
  g_assert_cmpuint (n_rows (f), ==, 2);
  /* Where a chip was pressed the keyboard goes on to the next one. */
  chip = lists_fixture_find (filter, GTK_TYPE_BUTTON, "chip");
  g_assert_true (gtk_widget_grab_focus (chip));
  g_signal_emit_by_name (chip, "clicked");
  lists_fixture_settle (f);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (filter));
  g_assert_true (focus != NULL && gtk_widget_has_css_class (focus, "chip"));
  g_signal_emit_by_name (focus, "clicked");
  lists_fixture_settle (f);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (filter)) != NULL);
  g_assert_cmpuint (n_rows (f), ==, 10);
  g_assert_true (act (f, "participants.clear-filter", NULL));
  g_assert_cmpuint (n_rows (f), ==, 10);
  /* Capitals and marks do not matter. */
  GtkWidget *search = lectern_participants_filter_get_search (LECTERN_PARTICIPANTS_FILTER (filter));
  gtk_editable_set_text (GTK_EDITABLE (search), "JANSONE");
  g_signal_emit_by_name (search, "search-changed");
  lists_fixture_settle (f);
  g_assert_cmpuint (n_rows (f), ==, 1);
  g_assert_cmpstr (name_at (f, 0), ==, "Jansonė, Rūta");
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody at all");
  g_signal_emit_by_name (search, "search-changed");
  lists_fixture_settle (f);
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "Nobody found"));
}

static void
test_sort (ListsFixture *f, gconstpointer data)
{
  gboolean descending = TRUE;
  lists_fixture_show (f, lectern_participants_view_new ());
  GtkColumnView *view = GTK_COLUMN_VIEW (lists_fixture_find (GTK_WIDGET (f->view), GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_cmpint (lectern_participants_table_get_sort (table_of (f), &descending), ==, LECTERN_PARTICIPANT_NAME);
  g_assert_false (descending);
  /* Selected before, selected after. */
  g_assert_true (lectern_participants_table_select (table_of (f), f->registrations[0]));
  g_autoptr(GtkColumnViewColumn) name = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  lists_fixture_settle (f);
  g_assert_cmpstr (name_at (f, 9), ==, "Aldekorta, Fermin");
  g_assert_true (gtk_selection_model_is_selected (selection_of (f), 9));
  g_assert_cmpuint (lectern_participants_table_n_selected (table_of (f)), ==, 1);
  g_autoptr(GtkColumnViewColumn) organisation = g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  gtk_column_view_sort_by_column (view, organisation, GTK_SORT_ASCENDING);
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_participants_table_get_sort (table_of (f), &descending), ==,
                   LECTERN_PARTICIPANT_ORGANISATION);
  g_assert_cmpstr (name_at (f, 0), ==, "Brandhorn, Almut");
}

static void
add (ListsFixture *f, gint64 person, const char *name)
{
  g_signal_emit_by_name (lectern_view_header_end (f->view), "chosen", person, name);
  lists_fixture_settle (f);
}

static void
test_add (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_participants_view_new ());
  /* Somebody known: a registration only. */
  add (f, f->persons[10], "Lidia Okoniak");
  g_assert_cmpuint (n_rows (f), ==, 11);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_PERSON, 0, 0), ==, 12);
  g_autoptr(GArray) selected = lectern_participants_table_get_selected (table_of (f));
  g_assert_cmpuint (selected->len, ==, 1);
  /* Somebody new: a person too; one step of undo for both. */
  add (f, 0, "Noé Rasquinet");
  g_assert_cmpuint (n_rows (f), ==, 12);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_PERSON, 0, 0), ==, 13);
  g_autoptr(LecternResult) undone = lectern_workspace_undo (f->workspace, NULL);
  lists_fixture_settle (f);
  g_assert_cmpuint (n_rows (f), ==, 11);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_PERSON, 0, 0), ==, 12);
  /* Somebody who is in already is shown, not added twice. */
  add (f, f->persons[0], "Fermin Aldekorta");
  g_assert_cmpuint (n_rows (f), ==, 11);
  g_autoptr(GArray) now = lectern_participants_table_get_selected (table_of (f));
  g_assert_cmpint (g_array_index (now, gint64, 0), ==, f->registrations[0]);
}

static void
test_several (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_participants_view_new ());
  gtk_selection_model_select_item (selection_of (f), 4, TRUE);
  gtk_selection_model_select_item (selection_of (f), 5, FALSE);
  lists_fixture_settle (f);
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "2 selected"));
  g_assert_true (act (f, "participants.set-state", "confirmed"));
  for (guint i = 5; i < 7; i++)
    { /* Ilvespuu and Jansonė: "de Wit" is last in this locale */
      g_autofree char *state = lists_fixture_text (f, LECTERN_KIND_REGISTRATION, f->registrations[i],
                                                   LECTERN_REGISTRATION_STATE);
      g_assert_cmpstr (state, ==, "confirmed");
    }
  g_assert_cmpuint (lectern_participants_table_n_selected (table_of (f)), ==, 2);
  g_autofree char *label = lectern_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (label, ==, "Set 2 participants to “Confirmed”");
  g_assert_true (act (f, "participants.remove", NULL));
  g_assert_cmpuint (n_rows (f), ==, 8);
  g_autoptr(LecternResult) undone = lectern_workspace_undo (f->workspace, NULL);
  lists_fixture_settle (f);
  g_assert_cmpuint (n_rows (f), ==, 10);
  g_assert_true (act (f, "participants.unselect", NULL));
  g_assert_cmpuint (lectern_participants_table_n_selected (table_of (f)), ==, 0);
}

static void
test_columns (ListsFixture *f, gconstpointer data)
{
  g_autoptr(GSettings) settings = g_settings_new ("org.lectern.Lectern");
  g_settings_reset (settings, "participants-columns");
  lists_fixture_show (f, lectern_participants_view_new ());
  g_assert_true (act (f, "columns.email", NULL));
  g_assert_true (act (f, "columns.region", NULL));
  g_auto(GStrv) keys = g_settings_get_strv (settings, "participants-columns");
  g_assert_true (g_strv_contains ((const char *const *) keys, "email"));
  g_assert_false (g_strv_contains ((const char *const *) keys, "region"));
  g_assert_true (g_strv_contains ((const char *const *) keys, "name"));
  /* The next table begins with them. */
  g_autoptr(LecternListModel) model = lectern_list_model_new ();
  GtkWidget *other = g_object_ref_sink (lectern_participants_table_new (model));
  GActionGroup *actions = lectern_participants_table_get_actions (LECTERN_PARTICIPANTS_TABLE (other));
  g_autoptr(GVariant) email = g_action_group_get_action_state (actions, "email");
  g_autoptr(GVariant) region = g_action_group_get_action_state (actions, "region");
  g_assert_true (g_variant_get_boolean (email));
  g_assert_false (g_variant_get_boolean (region));
  g_object_unref (other);
  g_settings_reset (settings, "participants-columns");
}

static void
test_details (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_participants_view_new ());
  g_assert_true (lectern_view_reveal (f->view, LECTERN_KIND_REGISTRATION, f->registrations[3]));
  lists_fixture_settle (f);
  GtkWidget *pane = lectern_view_pane (f->view);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pane)), ==, "details");
  GtkWidget *name = lists_fixture_find (gtk_stack_get_visible_child (GTK_STACK (pane)), GTK_TYPE_ENTRY, "heading");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Ulrika Gärtner");
  lists_fixture_type (name, "Ulrika Gärtner-Holm");
  lists_fixture_settle (f);
  g_autofree char *stored = lists_fixture_text (f, LECTERN_KIND_PERSON, f->persons[3], LECTERN_PERSON_NAME);
  g_assert_cmpstr (stored, ==, "Ulrika Gärtner-Holm");
  /* A person of this event is found too; somebody else is not here. */
  g_assert_true (lectern_view_reveal (f->view, LECTERN_KIND_PERSON, f->persons[0]));
  g_assert_false (lectern_view_reveal (f->view, LECTERN_KIND_PERSON, f->persons[11]));
}

static void
test_empty (ListsFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Nobody");
  for (guint i = 0; i < 10; i++)
    lectern_edit_delete (edit, LECTERN_KIND_REGISTRATION, f->registrations[i]);
  lists_fixture_commit (f, edit);
  lists_fixture_show (f, lectern_participants_view_new ());
  g_assert_true (gtk_widget_get_mapped (lists_fixture_find_text (GTK_WIDGET (f->view), "Nobody is registered yet")));
  lectern_view_load (f->view, f->workspace, 0);
  lists_fixture_settle (f);
  g_assert_true (gtk_widget_get_mapped (lists_fixture_find_text (GTK_WIDGET (f->view), "No event yet")));
}

static void
test_no_leak (ListsFixture *f, gconstpointer data)
{
  LecternView *view;
  lists_fixture_show (f, lectern_participants_view_new ());
  view = f->view;
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  lectern_view_load (f->view, NULL, 0);
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
  g_test_add ("/participants/" path, ListsFixture, NULL, lists_fixture_set_up, function, lists_fixture_tear_down)
  ADD ("table", test_table);
  ADD ("filters", test_filters);
  ADD ("sort", test_sort);
  ADD ("add", test_add);
  ADD ("several", test_several);
  ADD ("columns", test_columns);
  ADD ("details", test_details);
  ADD ("empty", test_empty);
  ADD ("no-leak", test_no_leak);
  return g_test_run ();
}
