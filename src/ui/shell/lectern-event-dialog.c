/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event's own fields and days. Each field stores by itself: there is no Save.
 */
#include "lectern-event-dialog.h"

#include "lectern-field-editor.h"
#include "lectern-keys.h"
#include "lectern-list-rows.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternView *view; /* owned */
  gint64 event;
  GtkWidget *days;   /* box of rows */
} Dialog;

static const guint fields[] = {
  LECTERN_EVENT_TITLE,         LECTERN_EVENT_SUBTITLE,          LECTERN_EVENT_SUMMARY,
  LECTERN_EVENT_SERIES,        LECTERN_EVENT_ORDINAL,           LECTERN_EVENT_SLUG,
  LECTERN_EVENT_TIME_ZONE,     LECTERN_EVENT_TEXT_LANGUAGE,     LECTERN_EVENT_LANGUAGES,
  LECTERN_EVENT_VENUES,        LECTERN_EVENT_HOST,              LECTERN_EVENT_STATE,
  LECTERN_EVENT_CAPACITY,      LECTERN_EVENT_ONLINE_URL,        LECTERN_EVENT_REGISTRATION_URL,
  LECTERN_EVENT_REGISTRATION_OPENS, LECTERN_EVENT_REGISTRATION_CLOSES, LECTERN_EVENT_URL,
};

static void show_days (Dialog *dialog);

static void
add_day (GtkButton *button, Dialog *dialog)
{
  g_autoptr (GPtrArray) days = lectern_reader_find (lectern_view_get_reader (dialog->view), LECTERN_KIND_DAY,
                                                    LECTERN_DAY_EVENT, dialog->event);
  g_autoptr (LecternEdit) edit = lectern_edit_new (_("Add a day"));
  gint64 day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  const LecternRecord *last = days->len > 0 ? g_ptr_array_index (days, days->len - 1) : NULL;
  const char *date = last != NULL ? lectern_record_text (last, LECTERN_DAY_DATE) : NULL;
  g_autofree char *next = date != NULL ? lectern_date_add_days (date, 1) : lectern_date_today ();
  gint64 number = last != NULL ? lectern_record_integer (last, LECTERN_DAY_NUMBER) + 1 : 1;
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, dialog->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_NUMBER, number);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, next);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DAY_START, 4 * 60);
  lectern_view_commit (dialog->view, edit, NULL);
}

static void
remove_day (GtkButton *button, Dialog *dialog)
{
  gint64 day = *(gint64 *) g_object_get_data (G_OBJECT (button), "day");
  guint n = lectern_reader_count (lectern_view_get_reader (dialog->view), LECTERN_KIND_SESSION,
                                  LECTERN_SESSION_DAY, day);
  g_autoptr (LecternEdit) edit = lectern_edit_new (_("Remove a day"));
  g_autofree char *toast
      = n == 0 ? g_strdup (_("The day was removed"))
               : g_strdup_printf (ngettext ("The day was removed; %u agenda item now has no day",
                                            "The day was removed; %u agenda items now have no day", n), n);
  lectern_edit_delete (edit, LECTERN_KIND_DAY, day);
  lectern_view_commit (dialog->view, edit, toast);
}

static GtkWidget *
day_row_new (Dialog *dialog, const LecternRecord *day)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *date = lectern_field_editor_new (dialog->view, LECTERN_KIND_DAY, day->id, LECTERN_DAY_DATE, NULL);
  GtkWidget *title = lectern_field_editor_new (dialog->view, LECTERN_KIND_DAY, day->id, LECTERN_DAY_TITLE, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gint64 *id = g_new (gint64, 1);
  *id = day->id;
  g_object_set_data_full (G_OBJECT (remove), "day", id, g_free);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (title), _("Title of the day"));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (remove, _("Remove this day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this day"), -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_day), dialog);
  gtk_box_append (GTK_BOX (row), date);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
show_days (Dialog *dialog)
{
  g_autoptr (GPtrArray) days = lectern_reader_find (lectern_view_get_reader (dialog->view), LECTERN_KIND_DAY,
                                                    LECTERN_DAY_EVENT, dialog->event);
  lectern_box_rows_clear (GTK_BOX (dialog->days));
  for (guint i = 0; i < days->len; i++)
    gtk_box_append (GTK_BOX (dialog->days), day_row_new (dialog, g_ptr_array_index (days, i)));
}

/* Rows are made anew only where a day came or went: their fields follow by themselves. */
static void
on_changed (LecternWorkspace *workspace, guint64 kinds, GtkWidget *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  guint shown = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (dialog->days); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    shown++;
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_DAY)
      && lectern_reader_count (lectern_view_get_reader (dialog->view), LECTERN_KIND_DAY, LECTERN_DAY_EVENT,
                               dialog->event) != shown)
    show_days (dialog);
}

static void
free_dialog (gpointer data)
{
  Dialog *dialog = data;
  g_object_unref (dialog->view);
  g_free (dialog);
}

static GtkWidget *
form_new (Dialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Days"));
  GtkWidget *add = gtk_button_new_with_label (_("Add a day"));
  GtkWidget *note = gtk_label_new (_("What is changed here is stored at once and can be undone."));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_box_append (GTK_BOX (box), lectern_field_editor_new_labelled (dialog->view, LECTERN_KIND_EVENT,
                                                                      dialog->event, fields[i], NULL));
  dialog->days = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_top (heading, 12);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_day), dialog);
  gtk_widget_add_css_class (note, "second-line");
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), dialog->days);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), note);
  gtk_widget_add_css_class (box, "padded");
  return box;
}

/** Opens the fields and days of @event for editing in place. */
void
lectern_event_dialog_edit (LecternWindow *window, gint64 event)
{
  GtkWidget *top = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->view = g_object_ref (lectern_window_get_view (window));
  dialog->event = event;
  g_object_set_data_full (G_OBJECT (top), "dialog", dialog, free_dialog);
  gtk_window_set_transient_for (GTK_WINDOW (top), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (top), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (top), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (top), 560, 620);
  gtk_window_set_title (GTK_WINDOW (top), _("Event"));
  gtk_widget_add_css_class (top, "lectern");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form_new (dialog));
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (top), content);
  show_days (dialog);
  g_signal_connect_object (lectern_view_get_workspace (dialog->view), "changed", G_CALLBACK (on_changed), top, 0);
  lectern_keys_add (top, GDK_KEY_Escape, 0, "window.close");
  gtk_window_present (GTK_WINDOW (top));
}
