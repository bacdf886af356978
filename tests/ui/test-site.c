/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Website: adding one, what would go out, publishing in the background, deciding.
 */
#include "lectern-document.h"
#include "lectern-publish-queue.h"
#include "lectern-site-decision.h"
#include "lectern-site-dialog.h"
#include "lectern-site-notice.h"
#include "lectern-site-parts.h"
#include "lectern-site-run.h"
#include "lectern-site-text.h"
#include "lectern-site-view.h"
#include "lectern-site.h"
#include "lectern-window.h"
#include "ui-start.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GSettings *settings;
  LecternWindow *window;
  LecternWorkspace *workspace;
  char *folder; /* that is published to */
  gint64 event;
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
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_SLUG, "final");
  gint64 day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, "2027-06-17");
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
}

static void
open_window (Fixture *f)
{
  f->window = lectern_window_new (NULL, f->settings);
  lectern_window_set_workspace (f->window, f->workspace);
  gtk_window_present (GTK_WINDOW (f->window));
  lectern_window_show_place (f->window, LECTERN_SCREEN_WEBSITE);
  spin ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *top = g_dir_make_tmp ("lectern-site-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (top, "w.db", NULL);
  g_autoptr (GError) error = NULL;
  f->folder = g_build_filename (top, "web", NULL);
  f->settings = g_settings_new (LECTERN_APP_ID);
  f->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
  fill (f);
  if (data != NULL)
    g_assert_cmpint (lectern_site_add_folder (f->workspace, data, f->folder, NULL, &error), !=, 0);
  g_assert_no_error (error);
  open_window (f);
}

/* Nothing is still at work on a thread when it is over: that holds the workspace. */
static void
tear_down (Fixture *f, gconstpointer data)
{
  LecternWorkspace *workspace = f->workspace;
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  spin ();
  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *) &f->workspace);
  g_object_unref (workspace);
  ui_wait (f->workspace == NULL);
  g_object_unref (f->settings);
  g_free (f->folder);
}

static GtkWidget *
view_of (Fixture *f)
{
  return GTK_WIDGET (lectern_window_get_view (f->window));
}

/* The first visible widget below @root that @is says yes to. */
static GtkWidget *
find (GtkWidget *root, gboolean (*is) (GtkWidget *, const char *), const char *text)
{
  if (is (root, text) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_decision (GtkWidget *widget, const char *text)
{
  return LECTERN_IS_SITE_DECISION (widget);
}

static GtkWindow *
top_of (GType type)
{
  GListModel *tops = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (tops, i);
      if (g_type_is_a (G_OBJECT_TYPE (top), type))
        return top;
    }
  return NULL;
}

static void
type_into (GtkWindow *dialog, const char *title, const char *text)
{
  GtkWidget *row = find (GTK_WIDGET (dialog), is_row, title);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
activate (GtkWidget *widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  spin ();
}

/* --- adding --- */

static void
choose_type (GtkWindow *dialog, const char *title)
{
  GtkWidget *row = find (GTK_WIDGET (dialog), is_row, title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  spin ();
}

static void
test_add (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  activate (view_of (f), "site.add");
  GtkWindow *dialog = top_of (LECTERN_TYPE_SITE_DIALOG);
  g_assert_nonnull (find (GTK_WIDGET (dialog), is_row, "Application password"));
  choose_type (dialog, "Folder on this computer");
  g_assert_null (find (GTK_WIDGET (dialog), is_row, "User name"));

  activate (GTK_WIDGET (dialog), "new-site.accept");
  g_assert_nonnull (find (GTK_WIDGET (dialog), is_label, "Where is the website?"));
  type_into (dialog, "Folder", "relative");
  spin ();
  g_assert_null (find (GTK_WIDGET (dialog), is_label, "Where is the website?"));
  activate (GTK_WIDGET (dialog), "new-site.accept");
  ui_wait (find (GTK_WIDGET (dialog), is_label, "needs its whole path") != NULL);

  type_into (dialog, "Folder", f->folder);
  type_into (dialog, "Name, as the window shows it", "Our pages");
  activate (GTK_WIDGET (dialog), "new-site.accept");
  ui_wait (find (GTK_WIDGET (dialog), is_label, "Files can be read, written") != NULL);
  g_autoptr (GPtrArray) none = lectern_site_list (reader);
  g_assert_cmpuint (none->len, ==, 0); /* tried, not kept */
  activate (GTK_WIDGET (dialog), "new-site.accept");
  ui_wait (top_of (LECTERN_TYPE_SITE_DIALOG) == NULL);
  g_autoptr (GPtrArray) sites = lectern_site_list (reader);
  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpstr (((LecternSite *) sites->pdata[0])->name, ==, "Our pages");
  ui_wait (find (view_of (f), is_label, "index.html") != NULL);
}

/* Nobody listens there: the sentence stands at the address, and all that was typed is still there. */
static void
test_unreachable (Fixture *f, gconstpointer data)
{
  activate (view_of (f), "site.add");
  GtkWindow *dialog = top_of (LECTERN_TYPE_SITE_DIALOG);
  choose_type (dialog, "Web space");
  type_into (dialog, "Address", "127.0.0.1:1/space");
  type_into (dialog, "User name", "anna");
  type_into (dialog, "Password", "secret");
  activate (GTK_WIDGET (dialog), "new-site.accept");
  ui_wait (find (GTK_WIDGET (dialog), is_label, "cannot be reached") != NULL);
  GtkWidget *address = find (GTK_WIDGET (dialog), is_row, "Address");
  GtkWidget *password = find (GTK_WIDGET (dialog), is_row, "Password");
  g_assert_true (gtk_widget_has_css_class (address, "error"));
  g_assert_false (gtk_widget_has_css_class (password, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "secret");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "127.0.0.1:1/space");
  activate (GTK_WIDGET (dialog), "new-site.cancel");
  g_assert_null (top_of (LECTERN_TYPE_SITE_DIALOG));
}

/* --- publishing --- */

static LecternSiteRun *
start_run (Fixture *f)
{
  g_autoptr (LecternSite) site = lectern_site_find (lectern_workspace_reader (f->workspace), NULL, NULL);
  LecternSiteRun *run = lectern_site_run_start (f->workspace, site->id, f->event, LECTERN_SITE_PUBLISH);
  g_assert_nonnull (run);
  g_assert_null (lectern_site_run_start (f->workspace, site->id, f->event, LECTERN_SITE_PUBLISH)); /* one at a time */
  return run;
}

static void
test_publish (Fixture *f, gconstpointer data)
{
  ui_wait (find (view_of (f), is_label, "new file") != NULL);
  activate (view_of (f), "site.publish");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (top_of (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), f->folder));
  adw_message_dialog_response (dialog, "publish");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_wait (find (view_of (f), is_label, "items published today") != NULL);
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
  ui_wait (find (view_of (f), is_label, "Goes out") == NULL && find (view_of (f), is_label, "same") != NULL);

  activate (view_of (f), "site.dismiss");
  g_assert_null (find (view_of (f), is_label, "items published today"));
}

/* What nobody changed goes with the website; what somebody changed waits, and so does the website. */
static void
test_withdraw (Fixture *f, gconstpointer data)
{
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_autofree char *calendar = g_build_filename (f->folder, "final", "agenda.ics", NULL);
  LecternSiteRun *run = start_run (f);
  ui_wait (!lectern_site_run_is_on (run));
  g_assert_true (g_file_set_contents (calendar, "theirs", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      activate (view_of (f), "site.remove");
      AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (top_of (ADW_TYPE_MESSAGE_DIALOG));
      adw_message_dialog_response (dialog, "withdraw");
      gtk_window_destroy (GTK_WINDOW (dialog));
      ui_wait (!lectern_site_run_is_on (lectern_site_run_find (f->workspace)));
      g_assert_false (g_file_test (page, G_FILE_TEST_EXISTS));
      g_autoptr (GPtrArray) sites = lectern_site_list (lectern_workspace_reader (f->workspace));
      g_assert_cmpuint (sites->len, ==, i == 0 ? 1 : 0);
      g_assert_cmpint (g_file_test (calendar, G_FILE_TEST_EXISTS), ==, i == 0);
      if (i == 0)
        {
          ui_wait (find (view_of (f), is_label, "1 waits for your decision") != NULL);
          g_assert_cmpint (g_unlink (calendar), ==, 0);
        }
    }
  ui_wait (find (view_of (f), is_label, "No website yet") != NULL);
}

/* The window goes while it is on; another one finds it. */
static void
test_window_closed (Fixture *f, gconstpointer data)
{
  LecternSiteRun *run = start_run (f);
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  ui_wait (!lectern_site_run_is_on (run));
  g_assert_true (lectern_site_run_is_good (run));
  g_assert_cmpfloat (lectern_site_run_get_fraction (run), ==, 1);
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
  open_window (f);
  g_assert_true (run == lectern_site_run_find (f->workspace));
  ui_wait (find (view_of (f), is_label, "items published today") != NULL);
}

/* Stopped: what came of it claims no more than is true. */
static void
test_stop (Fixture *f, gconstpointer data)
{
  LecternSiteRun *run = start_run (f);
  lectern_site_run_cancel (run);
  g_assert_true (lectern_site_run_is_stopping (run) || !lectern_site_run_is_on (run));
  ui_wait (!lectern_site_run_is_on (run));
  g_autofree char *words = lectern_site_run_words (run);
  g_assert_false (lectern_site_run_is_good (run));
  g_assert_true (g_str_has_prefix (words, "Stopped today"));
  g_assert_null (strstr (words, "items published"));
}

/* Publishes, then somebody replaces a text of the event's page, and it is found. */
static char *
edit_there (Fixture *f, const char *before, const char *after)
{
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_autofree char *text = NULL;
  LecternSiteRun *run = start_run (f);
  ui_wait (!lectern_site_run_is_on (run));
  g_assert_true (g_file_get_contents (page, &text, NULL, NULL));
  g_auto (GStrv) parts = g_strsplit (text, before, -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  char *edited = g_strjoinv (after, parts);
  g_assert_true (g_file_set_contents (page, edited, -1, NULL));
  ui_wait (find (view_of (f), is_label, "same") != NULL);
  /* refused while a look is on */
  ui_wait (gtk_widget_activate_action (view_of (f), "site.check", NULL)
            && find (view_of (f), is_label, "1 item was changed there") != NULL);
  ui_wait (find (view_of (f), is_label, "ours is as it was published") != NULL);
  return edited;
}

static void
decide (Fixture *f, LecternSiteChoice choice)
{
  g_signal_emit_by_name (find (view_of (f), is_decision, NULL), "decided", choice);
}

static void
assert_page (Fixture *f, const char *text)
{
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_autofree char *there = NULL;
  g_assert_true (g_file_get_contents (page, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, text);
}

static void
test_decide (Fixture *f, gconstpointer data)
{
  g_autofree char *edited = edit_there (f, "</body>", "<p>Bring a coat</p></body>");
  g_assert_nonnull (find (view_of (f), is_label, "Changed there in 1 place"));
  g_assert_null (find (view_of (f), is_label, "→")); /* no field of ours */
  decide (f, LECTERN_SITE_KEEP_THEIRS);
  ui_wait (find (view_of (f), is_label, "theirs kept") != NULL);
  assert_page (f, edited);
}

static gboolean
has_title (Fixture *f, const char *title)
{
  g_autoptr (LecternRecord) event
      = lectern_reader_get (lectern_workspace_reader (f->workspace), LECTERN_KIND_EVENT, f->event);
  return g_strcmp0 (lectern_record_text (event, LECTERN_EVENT_TITLE), title) == 0;
}

/* A corrected title comes into Lectern as one edit, and that can be undone. */
static void
test_take (Fixture *f, gconstpointer data)
{
  g_autofree char *edited = edit_there (f, "Final conference", "Closing conference");
  ui_wait (find (view_of (f), is_label, "<s>Final conference</s> → <u>Closing conference</u>") != NULL);
  decide (f, LECTERN_SITE_TAKE_OVER);
  ui_wait (has_title (f, "Closing conference"));
  assert_page (f, edited);
  activate (view_of (f), "win.undo");
  ui_wait (has_title (f, "Final conference"));
}

/* --- what goes where --- */

static gboolean
is_check (GtkWidget *widget, const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "cell") != NULL;
}

/* The first check button of the table: event pages. What is no longer to be there goes away. */
static void
test_table (Fixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  g_autoptr (LecternSite) site = lectern_site_find (reader, NULL, NULL);
  LecternSiteRun *run = start_run (f);
  ui_wait (!lectern_site_run_is_on (run));
  ui_wait (find (view_of (f), is_label, "same") != NULL);
  lectern_site_view_show_table (LECTERN_SITE_VIEW (view_of (f)), TRUE);
  spin ();
  g_assert_nonnull (find (view_of (f), is_label, "Calendars to subscribe to"));
  g_assert_nonnull (find (view_of (f), is_label, "agenda.ics"));
  GtkWidget *pages = find (view_of (f), is_check, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pages), GTK_ACCESSIBLE_PROPERTY_LABEL, "Event pages: web");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (pages)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (pages), FALSE);
  ui_wait (!(lectern_site_parts (reader, site->id) & LECTERN_SITE_PAGES));
  g_assert_true (lectern_site_parts (reader, site->id) & LECTERN_SITE_CALENDARS);
  lectern_site_view_show_table (LECTERN_SITE_VIEW (view_of (f)), FALSE);
  ui_wait (find (view_of (f), is_label, "goes away") != NULL);
}

/* What waits for the network says so, and goes when it is told to. */
static void
test_queue (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSite) site = lectern_site_find (lectern_workspace_reader (f->workspace), NULL, NULL);
  g_assert_true (lectern_publish_queue_set (f->workspace, site->id, f->event, TRUE, &error));
  g_assert_no_error (error);
  ui_wait (find (view_of (f), is_label, "waits for the network since today") != NULL);
  g_assert_nonnull (find (view_of (f), is_label, "does not go out by itself"));
  activate (view_of (f), "site.publish-now");
  ui_wait (find (view_of (f), is_label, "items published today") != NULL);
  g_autofree char *page = g_build_filename (f->folder, "final", "index.html", NULL);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
}

/* --- parts --- */

static gboolean
has_tag (GtkTextBuffer *buffer, const char *name, const char *word)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter start, end;
  gtk_text_buffer_get_start_iter (buffer, &start);
  return gtk_text_iter_forward_search (&start, word, GTK_TEXT_SEARCH_TEXT_ONLY, &start, &end, NULL)
         && gtk_text_iter_has_tag (&start, tag);
}

static void
test_text (void)
{
  GtkWidget *text = g_object_ref_sink (lectern_site_text_new ("On the website"));
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  guint first = 0;
  guint places = lectern_site_text_compare (text, "until 29 May\nfree of charge", "until 3 June\nfree", &first);
  g_assert_cmpuint (places, ==, 2);
  g_assert_cmpuint (first, ==, strlen ("until "));
  g_assert_true (has_tag (buffer, "gone", "29 May"));
  g_assert_true (has_tag (buffer, "new", "3 June"));
  g_assert_true (has_tag (buffer, "gone", "of charge"));
  g_assert_false (has_tag (buffer, "gone", "until"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“29 May” became “3 June”; “of charge” is gone");
  lectern_site_text_set_lines (text, "-old\n+new\n same");
  g_assert_true (has_tag (buffer, "gone", "-old"));
  g_assert_true (has_tag (buffer, "new", "+new"));
  g_object_unref (text);
}

static void
test_text_of (void)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("<!DOCTYPE html><p>One</p>", 25);
  g_autoptr (GBytes) xml = g_bytes_new_static ("<?xml version=\"1.0\"?><a/>", 25);
  g_autofree char *words = lectern_site_text_of (page, FALSE);
  g_autofree char *source = lectern_site_text_of (page, TRUE);
  g_autofree char *of_xml = lectern_site_text_of (xml, FALSE);
  g_assert_cmpstr (words, ==, "One\n");
  g_assert_cmpstr (source, ==, "<!DOCTYPE html><p>One</p>");
  g_assert_cmpstr (of_xml, ==, "<?xml version=\"1.0\"?><a/>");
  g_assert_null (lectern_site_text_of (NULL, FALSE));

  const LecternDocument post = { .kind = (char *) "post", .title = (char *) "Venue", .status = (char *) "publish",
                                 .body = (char *) "<p>In <b>Maastricht</b></p>" };
  g_autoptr (GBytes) document = lectern_document_to_bytes (&post);
  g_autofree char *of_document = lectern_site_text_of (document, FALSE);
  g_assert_cmpstr (of_document, ==, "Venue\nIn Maastricht\n");
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add_func ("/site/text", test_text);
  g_test_add_func ("/site/text-of", test_text_of);
  g_test_add ("/site/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/site/unreachable", Fixture, NULL, set_up, test_unreachable, tear_down);
  g_test_add ("/site/publish", Fixture, "web", set_up, test_publish, tear_down);
  g_test_add ("/site/withdraw", Fixture, "web", set_up, test_withdraw, tear_down);
  g_test_add ("/site/window-closed", Fixture, "web", set_up, test_window_closed, tear_down);
  g_test_add ("/site/stop", Fixture, "web", set_up, test_stop, tear_down);
  g_test_add ("/site/decide", Fixture, "web", set_up, test_decide, tear_down);
  g_test_add ("/site/table", Fixture, "web", set_up, test_table, tear_down);
  g_test_add ("/site/queue", Fixture, "web", set_up, test_queue, tear_down);
  g_test_add ("/site/take", Fixture, "web", set_up, test_take, tear_down);
  return g_test_run ();
}
