/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-rows.h"

typedef struct
{
  GtkListBox *list; /* of whose data this is */
  guint idle;
  int at;           /* the row that had the keyboard */
  gboolean inside;  /* not the row itself but something in it */
} Lost;

static void
lost_free (gpointer data)
{
  Lost *lost = data;
  g_clear_handle_id (&lost->idle, g_source_remove);
  g_free (lost);
}

static gboolean
give_back (gpointer data)
{
  Lost *lost = data;
  GtkListBox *list = lost->list;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  for (int i = lost->at; row == NULL && i >= 0; i--)
    row = gtk_list_box_get_row_at_index (list, i);
  gboolean inside = lost->inside;
  lost->idle = 0;
  g_object_set_data (G_OBJECT (list), "lost", NULL); /* frees it */
  if (root == NULL || gtk_root_get_focus (root) != NULL)
    return G_SOURCE_REMOVE;
  if (row == NULL)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (list)), GTK_DIR_TAB_FORWARD);
  else if (!inside || !gtk_widget_child_focus (gtk_list_box_row_get_child (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

static void
note_focus (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (list)))
    return;
  GtkWidget *row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (list))
    return;
  Lost *lost = g_new0 (Lost, 1);
  lost->list = list;
  lost->at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  lost->inside = focus != row;
  lost->idle = g_idle_add (give_back, lost);
  g_object_set_data_full (G_OBJECT (list), "lost", lost, lost_free);
  gtk_root_set_focus (root, NULL); /* or GTK gives it to whatever is next, which may lose its rows too */
}

void
lectern_list_rows_clear (GtkListBox *list)
{
  GtkListBoxRow *row;
  note_focus (list);
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
