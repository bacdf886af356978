/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-rows.h"

typedef struct
{
  GtkWidget *list; /* of whose data this is */
  guint idle;
  int at;           /* the row that had the keyboard */
  gboolean inside;  /* not the row itself but something in it */
  gboolean last;    /* what comes last in it */
} Lost;

static void
lost_free (gpointer data)
{
  Lost *lost = data;
  g_clear_handle_id (&lost->idle, g_source_remove);
  g_free (lost);
}

static GtkWidget *
row_at (GtkWidget *list, int at)
{
  if (GTK_IS_LIST_BOX (list))
    return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), at));
  GtkWidget *row = gtk_widget_get_first_child (list);
  for (; row != NULL && at > 0; at--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
focus_row (const Lost *lost, GtkWidget *row)
{
  GtkWidget *inner = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : row;
  if (!lost->inside || !gtk_widget_child_focus (inner, lost->last ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (row);
}

static gboolean
give_back (gpointer data)
{
  g_autofree Lost *lost = data;
  GtkWidget *list = lost->list;
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *row = GTK_IS_LIST_BOX (list) ? GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))) : NULL;
  for (int i = lost->at; row == NULL && i >= 0; i--)
    row = row_at (list, i);
  g_object_steal_data (G_OBJECT (list), "lost");
  if (root == NULL || gtk_root_get_focus (root) != NULL)
    return G_SOURCE_REMOVE;
  if (row == NULL)
    gtk_widget_child_focus (gtk_widget_get_parent (list), GTK_DIR_TAB_FORWARD);
  else
    focus_row (lost, row);
  return G_SOURCE_REMOVE;
}

static void
note_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus;
  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  if (row == NULL)
    return;
  GtkWidget *end = GTK_IS_LIST_BOX (list) ? NULL : gtk_widget_get_last_child (row);
  Lost *lost = g_new0 (Lost, 1);
  lost->list = list;
  while (row_at (list, lost->at) != row)
    lost->at++;
  lost->inside = focus != row;
  lost->last = end != NULL && (focus == end || gtk_widget_is_ancestor (focus, end));
  lost->idle = g_idle_add (give_back, lost);
  g_object_set_data_full (G_OBJECT (list), "lost", lost, lost_free);
  gtk_root_set_focus (root, NULL); /* or GTK gives it to whatever is next, which may lose its rows too */
}

void
lectern_list_rows_clear (GtkListBox *list)
{
  GtkListBoxRow *row;
  note_focus (GTK_WIDGET (list));
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
lectern_box_rows_clear (GtkBox *box)
{
  GtkWidget *row;
  note_focus (GTK_WIDGET (box));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, row);
}
