/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view without a workspace and without a host keeps quiet; the vtable is reached. A page that says why
 * there is nothing has its icon when it is shown.
 */
#include "lectern-status-page.h"
#include "lectern-view.h"
#include "ui-start.h"

#define PLAIN_TYPE_VIEW (plain_view_get_type ())
G_DECLARE_FINAL_TYPE (PlainView, plain_view, PLAIN, VIEW, LecternView)

struct _PlainView
{
  LecternView parent_instance;
  guint loads;
  guint64 kinds;
};

G_DEFINE_TYPE (PlainView, plain_view, LECTERN_TYPE_VIEW)

static void
plain_view_load (LecternView *view)
{
  PLAIN_VIEW (view)->loads++;
}

static void
plain_view_changed (LecternView *view, guint64 kinds)
{
  PLAIN_VIEW (view)->kinds |= kinds;
}

static gboolean
plain_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  return kind == LECTERN_KIND_ROOM && id == 7;
}

static void
plain_view_class_init (PlainViewClass *klass)
{
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  view_class->load = plain_view_load;
  view_class->changed = plain_view_changed;
  view_class->reveal = plain_view_reveal;
}

static void
plain_view_init (PlainView *self)
{
}

static void
test_without_host (void)
{
  PlainView *plain = g_object_ref_sink (g_object_new (PLAIN_TYPE_VIEW, NULL));
  LecternView *view = LECTERN_VIEW (plain);
  g_assert_null (lectern_view_get_workspace (view));
  g_assert_null (lectern_view_get_reader (view));
  g_assert_cmpint (lectern_view_get_event (view), ==, 0);
  g_assert_cmpstr (lectern_view_language (view), ==, "en");
  lectern_view_toast (view, "nobody hears this");
  lectern_view_fail (view, "nor this");
  lectern_view_show_pane (view, TRUE);
  g_assert_false (lectern_view_pane_shown (view));

  lectern_view_load (view, NULL, 12);
  g_assert_cmpuint (plain->loads, ==, 1);
  g_assert_cmpint (lectern_view_get_event (view), ==, 12);
  lectern_view_changed (view, G_GUINT64_CONSTANT (1) << LECTERN_KIND_ROOM);
  g_assert_true (LECTERN_KIND_IN (plain->kinds, LECTERN_KIND_ROOM));
  g_assert_false (LECTERN_KIND_IN (plain->kinds, LECTERN_KIND_SESSION));
  g_assert_true (lectern_view_reveal (view, LECTERN_KIND_ROOM, 7));
  g_assert_false (lectern_view_reveal (view, LECTERN_KIND_ROOM, 8));
  g_assert_null (lectern_view_title_widget (view));
  g_assert_null (lectern_view_header_end (view));
  g_assert_null (lectern_view_pane (view));

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_object_unref (plain);
  g_assert_null (view);
}

static void
test_status_page (void)
{
  GtkWidget *window = gtk_window_new (), *stack = gtk_stack_new ();
  GtkWidget *page = lectern_status_page_new ("edit-find-symbolic", "Nothing", NULL);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Something"), "something");
  gtk_stack_add_named (GTK_STACK (stack), page, "nothing");
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_null (adw_status_page_get_icon_name (ADW_STATUS_PAGE (page)));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "nothing");
  g_assert_cmpstr (adw_status_page_get_icon_name (ADW_STATUS_PAGE (page)), ==, "edit-find-symbolic");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add_func ("/view/without-host", test_without_host);
  g_test_add_func ("/view/status-page", test_status_page);
  return g_test_run ();
}
