/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Translations side by side, and the look of the pages: chosen, kept, taken back.
 */
#include "lectern-export.h"
#include "lectern-field-editor.h"
#include "lectern-look-dialog.h"
#include "lectern-look.h"
#include "lectern-profile-dialog.h"
#include "lectern-programme-nodes.h"
#include "lectern-release-compare.h"
#include "lectern-release.h"
#include "lectern-translations-window.h"
#include "lists-fixture.h"
#include "ui-start.h"

#include <string.h>

G_DECLARE_FINAL_TYPE (Plain, plain, TEST, PLAIN, LecternView)
struct _Plain
{
  LecternView parent_instance;
};
G_DEFINE_FINAL_TYPE (Plain, plain, LECTERN_TYPE_VIEW)
static void
plain_init (Plain *self)
{
}
static void
plain_class_init (PlainClass *klass)
{
}

/* The window that was opened last. */
static GtkWidget *
top (ListsFixture *f)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();
  for (GList *at = all; at; at = at->next)
    if (at->data != f->window && gtk_window_get_transient_for (at->data) == GTK_WINDOW (f->window))
      return at->data;
  g_assert_not_reached ();
}

static void
set_up (ListsFixture *f, gconstpointer data)
{
  const char *languages[] = { "en", "de", NULL };
  lists_fixture_set_up (f, data);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Two languages");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL, lectern_value_texts (languages));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_SUBTITLE, "Made here");
  lists_fixture_commit (f, g_steal_pointer (&edit));
  lists_fixture_show (f, g_object_new (plain_get_type (), NULL));
}

/* The editor of the event's subtitle. */
static GtkWidget *
editor_of (GtkWidget *window, const char *source)
{
  GtkWidget *label = lists_fixture_find_text (window, source);
  g_assert_nonnull (label);
  GtkWidget *editor = gtk_widget_get_next_sibling (label);
  g_assert_true (LECTERN_IS_FIELD_EDITOR (editor));
  return editor;
}

static char *
german (ListsFixture *f, gboolean *stale)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (f->reader, LECTERN_KIND_EVENT, f->event);
  const LecternTranslation *text = lectern_record_translation (record, LECTERN_EVENT_SUBTITLE, "de");
  *stale = text && text->stale;
  return g_strdup (text ? text->text : NULL);
}

static void
test_translate (ListsFixture *f, gconstpointer data)
{
  gboolean stale;
  lectern_translations_window_present (f->view);
  lists_fixture_settle (f);
  GtkWidget *window = top (f);
  GtkWidget *editor = editor_of (window, "Made here");
  g_assert_nonnull (lists_fixture_find_text (window, "Missing"));
  lists_fixture_type (lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (editor)), "Hier gemacht");
  lists_fixture_settle (f);
  g_autofree char *made = german (f, &stale);
  g_assert_cmpstr (made, ==, "Hier gemacht");
  g_assert_false (stale);

  g_autoptr (LecternEdit) edit = lectern_edit_new ("Another original");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_SUBTITLE, "Made there");
  lists_fixture_commit (f, g_steal_pointer (&edit));
  lists_fixture_settle (f);
  g_autofree char *kept = german (f, &stale);
  g_assert_cmpstr (kept, ==, "Hier gemacht");
  g_assert_true (stale);
  GtkWidget *said = lists_fixture_find_text (window, "The original was changed since");
  g_assert_nonnull (said);
  GtkWidget *right = gtk_widget_get_next_sibling (said);
  g_assert_true (gtk_widget_get_visible (right));
  g_signal_emit_by_name (right, "clicked");
  lists_fixture_settle (f);
  g_autofree char *still = german (f, &stale);
  g_assert_cmpstr (still, ==, "Hier gemacht");
  g_assert_false (stale);
  g_assert_false (gtk_widget_get_visible (right));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
check_of (GtkWidget *window, const char *label)
{
  GtkWidget *text = lists_fixture_find_text (window, label);
  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_CHECK_BUTTON);
}

static void
test_look (ListsFixture *f, gconstpointer data)
{
  lectern_look_dialog_present (f->view);
  lists_fixture_settle (f);
  GtkWidget *window = top (f);
  GtkWidget *template = lists_fixture_find (window, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (template)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (template), 1);
  lists_fixture_settle (f);
  g_autofree char *chosen = lists_fixture_text (f, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_PAGE_TEMPLATE);
  g_assert_cmpstr (chosen, ==, "cards");
  GtkWidget *speakers = check_of (window, "Speakers");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (speakers)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (speakers), FALSE);
  lists_fixture_settle (f);
  g_autoptr (LecternRecord) event = lectern_reader_get (f->reader, LECTERN_KIND_EVENT, f->event);
  g_auto (GStrv) without = lectern_value_get_texts (lectern_record_value (event, LECTERN_EVENT_PAGE_WITHOUT));
  g_assert_cmpstr (without[0], ==, "speakers");
  g_assert_null (without[1]);

  g_autoptr (LecternEdit) edit = lectern_edit_new ("Yellow");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_PAGE_ACCENT, "#ffdd00");
  lectern_edit_clear (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_PAGE_WITHOUT);
  lists_fixture_commit (f, g_steal_pointer (&edit));
  lists_fixture_settle (f);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (speakers)));
  g_autofree char *mended = lectern_look_accent ("#ffdd00", FALSE, NULL);
  g_autofree char *words = g_strdup_printf ("Too light to be read on white: pages use %s there.", mended);
  g_assert_nonnull (lists_fixture_find_text (window, words));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An event without a programme gets one; what is typed there stands on its pages. */
static void
test_profile (ListsFixture *f, gconstpointer data)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("No programme");
  lectern_edit_clear (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_PROGRAMME_NODE);
  lists_fixture_commit (f, g_steal_pointer (&edit));
  lectern_profile_dialog_present (f->view);
  lists_fixture_settle (f);
  GtkWidget *window = top (f);
  GtkWidget *label = lists_fixture_find_text (window, "Add the programme");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  lists_fixture_settle (f);
  g_assert_null (lists_fixture_find_text (window, "Add the programme"));
  g_autoptr (LecternRecord) event = lectern_reader_get (f->reader, LECTERN_KIND_EVENT, f->event);
  g_autoptr (GPtrArray) nodes = lectern_programme_nodes (f->reader, event);
  g_assert_cmpuint (nodes->len, ==, 1);
  gint64 node = ((LecternRecord *) nodes->pdata[0])->id;
  GtkWidget *row = gtk_widget_get_parent (lists_fixture_find_text (window, "Funding statement"));
  GtkWidget *editor = gtk_widget_get_last_child (row);
  GtkWidget *target = lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (editor));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (target)), "Paid by all of us.", -1);
  g_assert_true (lectern_field_editor_store (LECTERN_FIELD_EDITOR (editor)));
  lists_fixture_settle (f);
  g_autofree char *stored
      = lists_fixture_text (f, LECTERN_KIND_PROGRAMME_NODE, node, LECTERN_PROGRAMME_NODE_FUNDING_STATEMENT);
  g_assert_cmpstr (stored, ==, "Paid by all of us.");
  g_autoptr (GBytes) html = lectern_export (f->reader, f->event, "html", NULL, LECTERN_AUDIENCE_PUBLIC, NULL, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (html, NULL), g_bytes_get_size (html), "Paid by all of us."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
release (ListsFixture *f, const char *step)
{
  g_autoptr (GHashTable) notes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  gint64 id;
  LecternEdit *edit = lectern_release_edit (f->reader, f->event, step, notes, &id, &error);
  g_assert_no_error (error);
  lists_fixture_commit (f, edit);
}

static void
test_compare (ListsFixture *f, gconstpointer data)
{
  g_assert_null (lectern_release_compare_new (f->reader, f->event));
  release (f, "draft");
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Another title");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Second title");
  lists_fixture_commit (f, g_steal_pointer (&edit));
  release (f, "final");
  g_autoptr (LecternEdit) later = lectern_edit_new ("After it");
  lectern_edit_set_text (later, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Third title");
  lists_fixture_commit (f, g_steal_pointer (&later));
  GtkWidget *compare = g_object_ref_sink (lectern_release_compare_new (f->reader, f->event));
  GtkWidget *from = lists_fixture_find (gtk_expander_get_child (GTK_EXPANDER (compare)), GTK_TYPE_DROP_DOWN, NULL);
  GtkDropDown *to = GTK_DROP_DOWN (gtk_widget_get_next_sibling (from));
  GtkLabel *said = GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_parent (from)));
  g_assert_nonnull (strstr (gtk_label_get_label (said), "New title: Third title (before: Second title)"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), 0);
  gtk_drop_down_set_selected (to, 1);
  g_assert_nonnull (strstr (gtk_label_get_label (said), "New title: Second title"));
  g_assert_null (strstr (gtk_label_get_label (said), "Third title"));
  gtk_drop_down_set_selected (to, 0);
  g_assert_cmpstr (gtk_label_get_label (said), ==, "Nothing that the public can see changed.");
  g_object_unref (compare);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add ("/pages/translate", ListsFixture, NULL, set_up, test_translate, lists_fixture_tear_down);
  g_test_add ("/pages/look", ListsFixture, NULL, set_up, test_look, lists_fixture_tear_down);
  g_test_add ("/pages/profile", ListsFixture, NULL, set_up, test_profile, lists_fixture_tear_down);
  g_test_add ("/pages/compare", ListsFixture, NULL, set_up, test_compare, lists_fixture_tear_down);
  return g_test_run ();
}
