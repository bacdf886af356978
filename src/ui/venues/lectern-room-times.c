/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-room-times.h"

#include "lectern-availability.h"
#include "lectern-field-editor.h"

#include <glib/gi18n-lib.h>

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static GtkWidget *
new_page (LecternView *view, gint64 room)
{
  static const guint fields[] = { LECTERN_ROOM_SETUP, LECTERN_ROOM_CLEARING };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *availability = lectern_availability_new (view);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_box_append (GTK_BOX (box), lectern_field_editor_new_labelled (view, LECTERN_KIND_ROOM, room, fields[i], NULL));
  gtk_widget_set_margin_top (availability, 12);
  gtk_widget_set_visible (availability, lectern_view_get_event (view) != 0);
  lectern_availability_show (LECTERN_AVAILABILITY (availability), LECTERN_KIND_ROOM, room);
  gtk_box_append (GTK_BOX (box), availability);
  gtk_widget_add_css_class (box, "pane-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
lectern_room_times_present (LecternView *view, gint64 room)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  g_autofree char *name = lectern_reader_name (lectern_view_get_reader (view), LECTERN_KIND_ROOM, room, lectern_view_language (view));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (name, _ ("Times")));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_page (view, room));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_window_set_default_size (GTK_WINDOW (window), 440, 420);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
