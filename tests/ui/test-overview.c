/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview: who ticks with the keyboard stays there, and nothing is lost where there is no event.
 */
#include "lectern-card.h"
#include "lectern-overview.h"
#include "lectern-time.h"
#include "lists-fixture.h"
#include "ui-start.h"

static void
add_task (ListsFixture *f, const char *title, const char *due)
{
  LecternEdit *edit = lectern_edit_new ("Task");
  gint64 task = lectern_edit_create (edit, LECTERN_KIND_TASK);
  lectern_edit_set_integer (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_TITLE, title);
  lectern_edit_set_text (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_DUE, due);
  lists_fixture_commit (f, edit);
}

static void
set_up (ListsFixture *f, gconstpointer data)
{
  lists_fixture_set_up (f, data);
  add_task (f, "Book the hall", "2026-01-10");
  add_task (f, "Order the badges", "2026-02-10");
  add_task (f, "Thank the helpers", "2026-03-10");
  lists_fixture_show (f, lectern_overview_new ());
}

/* The check button of a task. */
static GtkWidget *
check_of (ListsFixture *f, const char *task)
{
  GtkWidget *label = lists_fixture_find_text (f->window, task);
  g_assert_nonnull (label);
  return lists_fixture_find (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_CHECK_BUTTON, NULL);
}

static GtkWidget *
focus_of (ListsFixture *f)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window));
}

/* One after the other is ticked; the keyboard is at the next one each time, and then where one is added. */
static void
test_tick (ListsFixture *f, gconstpointer data)
{
  const char *tasks[] = { "Book the hall", "Order the badges", "Thank the helpers" };
  gtk_widget_grab_focus (check_of (f, tasks[0]));
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      GtkWidget *check = check_of (f, tasks[i]);
      g_assert_true (focus_of (f) == check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      lists_fixture_settle (f);
      g_assert_null (lists_fixture_find_text (f->window, tasks[i]));
    }
  GtkWidget *due = gtk_widget_get_ancestor (lists_fixture_find_text (f->window, "Due next"), LECTERN_TYPE_CARD);
  g_assert_nonnull (focus_of (f));
  g_assert_true (gtk_widget_is_ancestor (focus_of (f), due));
}

/* A row that has the keyboard keeps it when something else changes. */
static void
test_row (ListsFixture *f, gconstpointer data)
{
  GtkWidget *row = gtk_widget_get_ancestor (check_of (f, "Order the badges"), GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_grab_focus (row);
  g_assert_true (focus_of (f) == row);
  add_task (f, "Write the report", "2026-04-10");
  lists_fixture_settle (f);
  g_assert_true (focus_of (f) == gtk_widget_get_ancestor (check_of (f, "Order the badges"), GTK_TYPE_LIST_BOX_ROW));
}

/* The event is taken away while its overview is shown. */
static void
test_gone (ListsFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Goes");
  lectern_edit_delete (edit, LECTERN_KIND_EVENT, f->event);
  lists_fixture_commit (f, edit);
  lists_fixture_settle (f);
  add_task (f, "Of nothing", "2026-04-10");
  lists_fixture_settle (f);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add ("/overview/tick", ListsFixture, NULL, set_up, test_tick, lists_fixture_tear_down);
  g_test_add ("/overview/row", ListsFixture, NULL, set_up, test_row, lists_fixture_tear_down);
  g_test_add ("/overview/gone", ListsFixture, NULL, set_up, test_gone, lists_fixture_tear_down);
  return g_test_run ();
}
