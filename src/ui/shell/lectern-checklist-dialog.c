/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-checklist-dialog.h"

#include "lectern-window-private.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternWindow *window; /* weak; the dialog is its child */
  gint64 event;
  LecternRescheduleBefore *before;
  GPtrArray *items; /* of LecternCheckItem */
  gulong changed;
} Checklist;

static void
checklist_free (gpointer data, GClosure *closure)
{
  Checklist *list = data;
  g_clear_weak_pointer (&list->window);
  g_clear_pointer (&list->before, lectern_reschedule_before_free);
  g_clear_pointer (&list->items, g_ptr_array_unref);
  g_free (list);
}

/* ---- as tasks ---- */

static void
keep_as_tasks (Checklist *list)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Keep the checklist as tasks"));
  for (guint i = 0; i < list->items->len; i++)
    {
      const LecternCheckItem *item = list->items->pdata[i];
      gint64 id = lectern_edit_create (edit, LECTERN_KIND_TASK);
      lectern_edit_set_integer (edit, LECTERN_KIND_TASK, id, LECTERN_TASK_EVENT, list->event);
      lectern_edit_set_text (edit, LECTERN_KIND_TASK, id, LECTERN_TASK_TITLE, item->why);
    }
  lectern_view_commit (lectern_window_get_view (list->window), edit, _ ("The list is among the tasks"));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Checklist *list)
{
  if (g_strcmp0 (response, "tasks") == 0 && list->window != NULL)
    keep_as_tasks (list);
}

/* ---- the list ---- */

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *row, Checklist *list)
{
  const LecternCheckItem *item = list->items->pdata[gtk_list_box_row_get_index (row)];
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (box), ADW_TYPE_MESSAGE_DIALOG);
  lectern_window_open_record (list->window, item->kind, item->id);
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
rows_new (Checklist *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_list_box_new ();
  gtk_widget_add_css_class (box, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (box), GTK_SELECTION_NONE);
  for (guint i = 0; i < list->items->len; i++)
    {
      const LecternCheckItem *item = list->items->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->why);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (GTK_LIST_BOX (box), row);
    }
  g_signal_connect (box, "row-activated", G_CALLBACK (on_row_activated), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/* Takes @list. */
static void
show (Checklist *list)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (list->window), _ ("What depends on it"),
                                              _ ("The event was moved. This has to be looked at; each line leads there."));
  gtk_widget_add_css_class (dialog, "lectern");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"), "tasks", _ ("Keep as tasks"),
                                    NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), rows_new (list));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "tasks");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), list, checklist_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_changed (LecternWorkspace *workspace, guint64 kinds, Checklist *list)
{
  Checklist *shown = g_new0 (Checklist, 1);
  if (list->window != NULL)
    {
      g_set_weak_pointer (&shown->window, list->window);
      shown->event = list->event;
      shown->items
          = lectern_reschedule_checklist (lectern_workspace_reader (workspace), list->event, list->before);
    }
  g_signal_handler_disconnect (workspace, list->changed);
  if (shown->items != NULL && shown->items->len > 0)
    show (shown);
  else
    checklist_free (shown, NULL);
}

void
lectern_checklist_dialog_expect (LecternWindow *window, gint64 event)
{
  LecternWorkspace *workspace = lectern_window_get_workspace (window);
  Checklist *list = g_new0 (Checklist, 1);
  g_set_weak_pointer (&list->window, window);
  list->event = event;
  list->before = lectern_reschedule_before (lectern_workspace_reader (workspace), event);
  list->changed
      = g_signal_connect_data (workspace, "changed", G_CALLBACK (on_changed), list, checklist_free, G_CONNECT_AFTER);
}
