/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window with a workspace: every screen is made and loaded, every action says
 * whether it can be done, undo says what it will do, and all of it goes again.
 */
#include "lectern-help.h"
#include "lectern-language-row.h"
#include "lectern-search-popover.h"
#include "lectern-window-private.h"
#include "ui-start.h"
#include <string.h>

typedef struct
{
  GSettings *settings;
  LecternWindow *window;
  LecternWorkspace *workspace;
  gint64 event;
} Fixture;

static void
spin (void)
{
  for (int i = 0; i < 50; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

static gint64
fill (LecternWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Begin");
  gint64 event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  gint64 day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, "2027-06-17");
  for (guint i = 0; i < 2; i++)
    {
      gint64 venue = lectern_edit_create (edit, LECTERN_KIND_VENUE);
      lectern_edit_set_text (edit, LECTERN_KIND_VENUE, venue, LECTERN_VENUE_NAME, i == 0 ? "Abbey" : "Mill");
    }
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, &error);
  g_assert_no_error (error);
  return event;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-shell-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "w.db", NULL);
  g_autoptr (GError) error = NULL;
  f->settings = g_settings_new (LECTERN_APP_ID);
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  f->event = fill (f->workspace);
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

static GtkWidget *
find (GtkWidget *root, const char *action)
{
  if (GTK_IS_ACTIONABLE (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_screens (Fixture *f, gconstpointer data)
{
  for (LecternScreen screen = 0; screen < LECTERN_N_SCREENS; screen++)
    {
      g_assert_nonnull (lectern_screen_info (screen)->create);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.place", "s",
                                                 lectern_screen_info (screen)->name));
      spin ();
      LecternView *view = lectern_window_get_view (f->window);
      g_assert_nonnull (view);
      g_assert_true (lectern_view_get_workspace (view) == f->workspace);
      g_assert_cmpint (lectern_view_get_event (view), ==, f->event);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
    }
  g_assert_cmpint (lectern_screen_by_name ("agenda"), ==, LECTERN_SCREEN_AGENDA);
  g_assert_cmpint (lectern_screen_by_name ("no such"), ==, LECTERN_SCREEN_OVERVIEW);
  g_assert_cmpint (lectern_screen_of_kind (LECTERN_KIND_ROOM), ==, LECTERN_SCREEN_VENUES);
}

/* From one view to another by key: the first thing there has the focus, not the one after it. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  const char *places[] = { "agenda", "venues" };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.place", "s", places[i]);
      spin ();
    }
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, 0);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  GtkWidget *undo = find (GTK_WIDGET (f->window), "win.undo");
  GtkWidget *redo = find (GTK_WIDGET (f->window), "win.redo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo: Begin (Ctrl+Z)");
  g_assert_true (gtk_widget_is_sensitive (undo));
  g_assert_false (gtk_widget_is_sensitive (redo));
  gtk_test_accessible_assert_property (undo, GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo: Begin (Ctrl+Z)");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  while (!gtk_widget_is_sensitive (redo))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==, "Do again: Begin (Ctrl+Shift+Z)");
  while (lectern_view_get_event (lectern_window_get_view (f->window)) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
says (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* What was done last is said at once, not after what was said before it has had its time. */
static void
test_toast (Fixture *f, gconstpointer data)
{
  const char *texts[] = { "Undone: Begin", "Done again: Begin", "2 sessions deleted" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_false (says (GTK_WIDGET (f->window), texts[i]));
      lectern_window_toast (f->window, texts[i], i % 2 == 1);
      g_assert_true (says (GTK_WIDGET (f->window), texts[i]));
    }
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* One after the other, each at another moment of the one before: while it comes, stands and goes. */
static void
test_toasts (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *text = g_strdup_printf ("Toast %u", i);
      gboolean over = FALSE;
      lectern_window_toast (f->window, text, i % 3 != 0);
      g_timeout_add (i * 37 % 500, on_time, &over);
      while (!over)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_search (Fixture *f, gconstpointer data)
{
  LecternSearchPopover *search = lectern_search_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (search), GTK_WIDGET (lectern_window_get_view (f->window)));
  lectern_search_popover_open (search, lectern_workspace_reader (f->workspace));
  lectern_search_popover_search (search, "final");
  g_assert_cmpuint (lectern_search_popover_n_hits (search), ==, 1);
  lectern_search_popover_search (search, "nothing like this");
  g_assert_cmpuint (lectern_search_popover_n_hits (search), ==, 0);
  lectern_search_popover_search (search, "  ");
  g_assert_cmpuint (lectern_search_popover_n_hits (search), ==, 0);
  gtk_widget_unparent (GTK_WIDGET (search));
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* The newsletter is asked for in News: the format is chosen already. A name that is none changes nothing. */
static void
test_export_as (Fixture *f, gconstpointer data)
{
  static const struct { const char *format, *chosen; } asked[] = { { "mail", "Newsletter for e-mail (HTML)" },
                                                                   { "papyrus", "Calendar (iCalendar)" } };
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.export-as", "s", asked[i].format));
      spin ();
      g_autoptr (GtkWindow) dialog = NULL;
      GListModel *tops = gtk_window_get_toplevels ();
      for (guint w = 0; w < g_list_model_get_n_items (tops) && dialog == NULL; w++)
        {
          g_autoptr (GtkWindow) top = g_list_model_get_item (tops, w);
          if (top != GTK_WINDOW (f->window))
            dialog = g_steal_pointer (&top);
        }
      g_assert_nonnull (dialog);
      AdwComboRow *row = ADW_COMBO_ROW (find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
      GtkStringObject *chosen = adw_combo_row_get_selected_item (row);
      g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, asked[i].chosen);
      gtk_window_close (dialog);
      spin ();
    }
}

/* Every dialog opens and closes; the ones that choose a file are GTK's own. */
static void
test_dialogs (Fixture *f, gconstpointer data)
{
  static const char *const actions[] = { "win.new-workspace", "win.rename-workspace", "win.new-event",
                                         "win.edit-event", "win.copy-event", "win.move-event",
                                         "win.export", "win.shortcuts" };
  GListModel *tops = gtk_window_get_toplevels ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      guint before = g_list_model_get_n_items (tops);
      g_test_message ("%s", actions[i]);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), actions[i], NULL));
      spin ();
      g_assert_cmpuint (g_list_model_get_n_items (tops), ==, before + 1);
      for (guint w = 0; w < g_list_model_get_n_items (tops); w++)
        {
          g_autoptr (GtkWindow) top = g_list_model_get_item (tops, w);
          if (top != GTK_WINDOW (f->window))
            {
              gtk_window_close (top);
              break;
            }
        }
      spin ();
      g_assert_cmpuint (g_list_model_get_n_items (tops), ==, before);
    }
}

static void
test_help (Fixture *f, gconstpointer data)
{
  GListModel *tops = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (tops);
  lectern_help_present (GTK_WINDOW (f->window));
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (tops), ==, before + 1);
}

static void
test_state_is_kept (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.place", "s", "venues");
  spin ();
  gtk_window_close (GTK_WINDOW (f->window));
  g_autofree char *view = g_settings_get_string (f->settings, "view");
  g_autofree char *event = g_settings_get_string (f->settings, "last-event");
  g_assert_cmpstr (view, ==, "venues");
  g_assert_cmpint (g_ascii_strtoll (event, NULL, 10), ==, f->event);
  f->window = lectern_window_new (NULL, f->settings);
  lectern_window_set_workspace (f->window, f->workspace);
  spin ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (lectern_window_get_view (f->window)), ==, "LecternVenuesView");
}

/* Without a workspace only what makes one can be done. */
static void
test_first_start (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LECTERN_APP_ID);
  LecternWindow *window = lectern_window_new (NULL, settings);
  GtkWidget *widget = GTK_WIDGET (window);
  lectern_window_set_workspace (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
  spin ();
  g_assert_null (lectern_window_get_view (window));
  g_assert_true (gtk_widget_is_sensitive (find (widget, "win.new-workspace")));
  g_assert_true (gtk_widget_is_sensitive (find (widget, "win.open")));
  g_assert_true (gtk_widget_is_sensitive (find (widget, "win.sample")));
  g_assert_false (gtk_widget_is_sensitive (find (widget, "win.search")));
  lectern_window_fail (window, "Something is wrong.");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait (window == NULL);
}

static void
test_language_row (void)
{
  GtkWidget *row = g_object_ref_sink (lectern_language_row_new ("Main language", "sv"));
  g_assert_cmpstr (lectern_language_row_get (row), ==, "sv");
  g_object_unref (row);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_autofree char *home = g_dir_make_tmp ("lectern-shell-home-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_add ("/shell/screens", Fixture, NULL, set_up, test_screens, tear_down);
  g_test_add ("/shell/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/shell/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/shell/toast", Fixture, NULL, set_up, test_toast, tear_down);
  g_test_add ("/shell/toasts", Fixture, NULL, set_up, test_toasts, tear_down);
  g_test_add ("/shell/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/shell/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/shell/export-as", Fixture, NULL, set_up, test_export_as, tear_down);
  g_test_add ("/shell/help", Fixture, NULL, set_up, test_help, tear_down);
  g_test_add ("/shell/state-is-kept", Fixture, NULL, set_up, test_state_is_kept, tear_down);
  g_test_add_func ("/shell/first-start", test_first_start);
  g_test_add_func ("/shell/language-row", test_language_row);
  return g_test_run ();
}
