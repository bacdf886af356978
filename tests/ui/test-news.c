/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * News: none, one made from what is known, its text in another language with the preview, and none again.
 */
#include "lectern-field-editor.h"
#include "lectern-news-page.h"
#include "lectern-news-view.h"
#include "lists-fixture.h"
#include "ui-start.h"

static void
set_up (ListsFixture *f, gconstpointer data)
{
  const char *languages[] = { "en", "de", NULL };
  lists_fixture_set_up (f, data);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Two languages");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL, lectern_value_texts (languages));
  lists_fixture_commit (f, g_steal_pointer (&edit));
  lists_fixture_show (f, g_object_new (LECTERN_TYPE_NEWS_VIEW, NULL));
}

static void
rename_event (ListsFixture *f, const char *title)
{
  LecternEdit *edit = lectern_edit_new ("Another title");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, title);
  lists_fixture_commit (f, edit);
  lists_fixture_settle (f);
}

static guint
count (ListsFixture *f)
{
  g_autoptr (GPtrArray) all
      = lectern_reader_find (f->reader, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT, f->event);
  return all->len;
}

static gboolean
is_empty_page (ListsFixture *f)
{
  return gtk_widget_get_mapped (lists_fixture_find_text (f->window, "Nothing announced yet"));
}

/* The event changes while there is nothing to show, and again after the last one was deleted. */
static void
test_none (ListsFixture *f, gconstpointer data)
{
  g_assert_true (is_empty_page (f));
  rename_event (f, "Renamed with no news");
  g_assert_true (is_empty_page (f));

  gtk_widget_activate_action (GTK_WIDGET (f->view), "news.add", "s", "save-the-date");
  lists_fixture_settle (f);
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_false (is_empty_page (f));
  g_assert_nonnull (lists_fixture_find_text (f->window, "How it will look"));

  gtk_widget_activate_action (GTK_WIDGET (f->view), "news.delete", NULL);
  lists_fixture_settle (f);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_true (is_empty_page (f));
  g_assert_null (lists_fixture_find_text (f->window, "How it will look"));
  rename_event (f, "Renamed once more");
  g_assert_true (is_empty_page (f));
}

static GtkListBox *
list_of (ListsFixture *f)
{
  return GTK_LIST_BOX (lists_fixture_find (f->window, GTK_TYPE_LIST_BOX, NULL));
}

/* The one that took its place is shown and has the keyboard; after the last one the one before it. */
static void
test_next (ListsFixture *f, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (f->view), "news.add", "s", "save-the-date");
      lists_fixture_settle (f);
    }
  const int next[] = { 1, 1, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list_of (f), 1);
      gtk_list_box_select_row (list_of (f), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_activate_action (GTK_WIDGET (f->view), "news.delete", NULL);
      lists_fixture_settle (f);
      g_assert_cmpuint (count (f), ==, 3 - i);
      GtkListBoxRow *selected = gtk_list_box_get_selected_row (list_of (f));
      g_assert_cmpint (gtk_list_box_row_get_index (selected), ==, next[i]);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == GTK_WIDGET (selected));
    }
}

/* What is typed is seen as it will look, and the translation beside it says that it is older. */
static void
test_preview (ListsFixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->view), "news.add", "s", "save-the-date");
  lists_fixture_settle (f);
  g_autoptr (GPtrArray) all
      = lectern_reader_find (f->reader, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT, f->event);
  g_assert_cmpuint (all->len, ==, 1);
  gint64 id = ((LecternRecord *) all->pdata[0])->id;
  LecternEdit *edit = lectern_edit_new ("Text");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TEXT, "Come to **Maastricht**");
  lists_fixture_commit (f, edit);
  lists_fixture_settle (f);
  g_assert_nonnull (lists_fixture_find_text (f->window, "Come to Maastricht"));

  GtkWidget *german = gtk_widget_get_ancestor (lists_fixture_find_text (f->window, "de"), GTK_TYPE_TOGGLE_BUTTON);
  g_object_add_weak_pointer (G_OBJECT (german), (gpointer *) &german);
  gtk_widget_grab_focus (german);
  g_signal_emit_by_name (german, "clicked");
  lists_fixture_settle (f);
  g_assert_nonnull (german);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (german)));
  g_assert_true (gtk_widget_has_focus (german));
  g_object_remove_weak_pointer (G_OBJECT (german), (gpointer *) &german);
  g_assert_nonnull (lists_fixture_find_text (f->window, "The original was changed after this was translated."));
  g_assert_null (lists_fixture_find_text (f->window, "Come to Maastricht"));

  /* where there is no original nothing is to be translated */
  edit = lectern_edit_new ("Nothing");
  lectern_edit_clear (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TEXT);
  lectern_edit_clear (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TITLE);
  lists_fixture_commit (f, edit);
  lists_fixture_settle (f);
  g_assert_null (lists_fixture_find_text (f->window, "The original was changed after this was translated."));
  g_assert_null (lists_fixture_find_text (f->window, "Something is not translated yet: the original is shown there."));
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add ("/news/none", ListsFixture, NULL, set_up, test_none, lists_fixture_tear_down);
  g_test_add ("/news/next", ListsFixture, NULL, set_up, test_next, lists_fixture_tear_down);
  g_test_add ("/news/preview", ListsFixture, NULL, set_up, test_preview, lists_fixture_tear_down);
  return g_test_run ();
}
