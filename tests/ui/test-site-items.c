/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of what is published, when that is very much: a few rows at a time, and all of them for
 * whoever goes to the end.
 */
#include "lectern-site-items.h"
#include "ui-start.h"

#define MANY 120

static guint
count (GtkListBox *list)
{
  guint n = 0;
  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return n;
}

/* The first one is the only that waits for a decision, though it comes last. */
static GPtrArray *
items_new (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_publish_item_free);
  for (guint i = 0; i < MANY; i++)
    {
      LecternPublishItem *item = g_new0 (LecternPublishItem, 1);
      item->item = g_strdup_printf ("event/session-%u.html", i);
      item->action = i + 1 < MANY ? "create" : "wait";
      g_ptr_array_add (items, item);
    }
  return items;
}

static void
test_many (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkListBox *list = GTK_LIST_BOX (lectern_site_items_new (at));
  g_autoptr (GPtrArray) items = items_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (list));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  gtk_window_present (GTK_WINDOW (window));
  lectern_site_items_fill (list, items, NULL);
  guint first = count (list);
  g_assert_cmpuint (first, <, 20);
  g_assert_true (lectern_site_items_row_item (gtk_list_box_get_row_at_index (list, 0), items)
                 == g_ptr_array_index (items, MANY - 1));
  ui_wait (gtk_adjustment_get_upper (at) > 3 * gtk_adjustment_get_page_size (at)
           && gtk_adjustment_get_page_size (at) > 100);
  g_assert_cmpuint (count (list), >, first);
  g_assert_cmpuint (count (list), <, MANY);
  while (count (list) < MANY)
    {
      guint before = count (list);
      gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at));
      ui_wait (count (list) > before);
    }
  for (guint i = 1; i < MANY; i++)
    g_assert_true (lectern_site_items_row_item (gtk_list_box_get_row_at_index (list, i), items)
                   == g_ptr_array_index (items, i - 1));
  /* fewer in the middle of it */
  lectern_site_items_fill (list, items, NULL);
  lectern_site_items_fill (list, NULL, NULL);
  g_assert_cmpuint (count (list), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* What failed at the last publication says why, as long as it is still to go out. */
static void
test_failed (void)
{
  g_autoptr (GtkAdjustment) at = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_autoptr (GtkWidget) widget = g_object_ref_sink (lectern_site_items_new (at));
  GtkListBox *list = GTK_LIST_BOX (widget);
  g_autoptr (GPtrArray) items = items_new ();
  g_autoptr (GPtrArray) done = items_new ();
  g_ptr_array_set_size (items, 3);
  g_ptr_array_set_size (done, 3);
  for (guint i = 0; i < done->len; i++)
    {
      LecternPublishItem *item = g_ptr_array_index (done, i);
      item->state = i < 2 ? "failed" : "published";
      item->why = g_strdup_printf ("No room %u.", i);
    }
  ((LecternPublishItem *) items->pdata[1])->action = "unchanged";
  lectern_site_items_fill (list, items, done);
  g_assert_true (says (widget, "No room 0."));
  g_assert_true (says (widget, "failed"));
  g_assert_false (says (widget, "No room 1."));
  g_assert_false (says (widget, "No room 2."));
  lectern_site_items_fill (list, items, NULL);
  g_assert_false (says (widget, "failed"));
}

static const char *
selected (GtkListBox *list, GPtrArray *items)
{
  return lectern_site_items_row_item (gtk_list_box_get_selected_row (list), items)->item;
}

/* What somebody reads, or is about to decide, stays chosen and keeps the keyboard when it was
   looked at again. */
static void
test_chosen (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkAdjustment) at = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  GtkListBox *list = GTK_LIST_BOX (lectern_site_items_new (at));
  g_autoptr (GPtrArray) items = items_new ();
  g_autoptr (GPtrArray) again = items_new ();
  g_autoptr (GPtrArray) few = items_new ();
  g_ptr_array_set_size (few, 3);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  gtk_window_present (GTK_WINDOW (window));
  lectern_site_items_fill (list, items, NULL);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 5));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 5)));
  ((LecternPublishItem *) again->pdata[0])->action = "wait";
  lectern_site_items_fill (list, again, NULL);
  g_assert_cmpstr (selected (list, again), ==, "event/session-4.html");
  ui_wait (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (gtk_list_box_get_selected_row (list)));
  /* the first that waits, now that another one comes before it */
  lectern_site_items_fill (list, NULL, NULL);
  lectern_site_items_fill (list, items, NULL);
  g_assert_cmpstr (selected (list, items), ==, "event/session-119.html");
  lectern_site_items_fill (list, again, NULL);
  g_assert_cmpstr (selected (list, again), ==, "event/session-119.html");
  /* gone */
  lectern_site_items_fill (list, few, NULL);
  g_assert_cmpstr (selected (list, few), ==, "event/session-0.html");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add_func ("/site-items/many", test_many);
  g_test_add_func ("/site-items/failed", test_failed);
  g_test_add_func ("/site-items/chosen", test_chosen);
  return g_test_run ();
}
