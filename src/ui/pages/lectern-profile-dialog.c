/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-profile-dialog.h"

#include "lectern-field-editor.h"
#include "lectern-keys.h"
#include "lectern-picture-editor.h"
#include "lectern-programme-nodes.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternView *view; /* borrowed: the window is modal over it */
  gint64 event;
  GtkBox *box;   /* a group of rows for each part */
  GArray *shown; /* of gint64: the parts there */
} Profile;

static GPtrArray *
nodes_of (Profile *profile)
{
  LecternReader *reader = lectern_view_get_reader (profile->view);
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, profile->event);
  return event != NULL ? lectern_programme_nodes (reader, event)
                       : g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
}

/* The first part: named like the workspace until somebody types its name. */
static void
add_programme (Profile *profile)
{
  g_autoptr (LecternRecord) workspace = lectern_reader_workspace (lectern_view_get_reader (profile->view));
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Add the programme"));
  gint64 node = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, node, LECTERN_PROGRAMME_NODE_NAME,
                         lectern_record_text (workspace, LECTERN_WORKSPACE_NAME));
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, node, LECTERN_PROGRAMME_NODE_TEXT_LANGUAGE,
                         lectern_view_language (profile->view));
  lectern_edit_set_integer (edit, LECTERN_KIND_EVENT, profile->event, LECTERN_EVENT_PROGRAMME_NODE, node);
  lectern_view_commit (profile->view, edit, NULL);
}

static GtkWidget *
none_new (Profile *profile)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add the programme"));
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No programme yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("The programme or project that the event belongs to stands at the foot of every page, with its emblem, its "
         "funding statement and its disclaimer."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_programme), profile);
  return page;
}

static GtkWidget *
field_new (Profile *profile, gint64 node, guint field)
{
  GtkWidget *editor = lectern_field_editor_new (profile->view, LECTERN_KIND_PROGRAMME_NODE, node, field, NULL);
  gtk_widget_add_css_class (editor, "translation");
  return lectern_pages_row_new (_ (lectern_field (LECTERN_KIND_PROGRAMME_NODE, field)->label), editor);
}

/* "Pilot: Timber" and what it says. */
static void
append_node (Profile *profile, const LecternRecord *node)
{
  static const guint fields[] = { LECTERN_PROGRAMME_NODE_NAME,       LECTERN_PROGRAMME_NODE_WEBSITE,
                                  LECTERN_PROGRAMME_NODE_FUNDING_STATEMENT, LECTERN_PROGRAMME_NODE_DISCLAIMER };
  const LecternField *level = lectern_field (LECTERN_KIND_PROGRAMME_NODE, LECTERN_PROGRAMME_NODE_LEVEL);
  const char *key = lectern_record_text (node, LECTERN_PROGRAMME_NODE_LEVEL);
  GtkWidget *heading = gtk_label_new (key != NULL ? lectern_field_choice_label (level, key) : _ ("Programme"));
  GtkWidget *picture
      = lectern_picture_editor_new (profile->view, LECTERN_KIND_PROGRAMME_NODE, node->id, LECTERN_PROGRAMME_NODE_EMBLEM);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (profile->box, heading);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_box_append (profile->box, field_new (profile, node->id, fields[i]));
  gtk_box_append (profile->box, lectern_pages_row_new (_ ("Emblem"), picture));
  gtk_box_append (profile->box, field_new (profile, node->id, LECTERN_PROGRAMME_NODE_EMBLEM_TEXT));
}

static gboolean
is_shown (Profile *profile, GPtrArray *nodes)
{
  gboolean same = profile->shown->len == nodes->len && nodes->len > 0;
  for (guint i = 0; same && i < nodes->len; i++)
    same = g_array_index (profile->shown, gint64, i) == ((LecternRecord *) nodes->pdata[i])->id;
  return same;
}

/* The rows follow the workspace by themselves; they are made anew only for other parts. */
static void
show (Profile *profile)
{
  g_autoptr (GPtrArray) nodes = nodes_of (profile);
  GtkWidget *child;
  if (is_shown (profile, nodes))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (profile->box))) != NULL)
    gtk_box_remove (profile->box, child);
  g_array_set_size (profile->shown, 0);
  if (nodes->len > 1)
    {
      GtkWidget *words = lectern_quiet_label_new (
          _ ("The nearest part comes first; what it leaves out is taken from the one above it."));
      gtk_box_append (profile->box, words);
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      append_node (profile, nodes->pdata[i]);
      g_array_append_val (profile->shown, ((LecternRecord *) nodes->pdata[i])->id);
    }
  if (nodes->len == 0)
    gtk_box_append (profile->box, none_new (profile));
}

static void
profile_free (gpointer data)
{
  Profile *profile = data;
  g_array_unref (profile->shown);
  g_free (profile);
}

static void
on_changed (GtkWindow *window)
{
  show (g_object_get_data (G_OBJECT (window), "profile"));
}

void
lectern_profile_dialog_present (LecternView *view)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Profile *profile = g_new0 (Profile, 1);
  profile->view = view;
  profile->event = lectern_view_get_event (view);
  profile->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  profile->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (window), "profile", profile, profile_free);
  gtk_widget_add_css_class (GTK_WIDGET (profile->box), "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (profile->box));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  lectern_keys_add (GTK_WIDGET (window), GDK_KEY_Escape, 0, "window.close");
  gtk_window_set_title (window, _ ("Programme on the Pages"));
  gtk_window_set_default_size (window, 560, 560);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (window), "lectern");
  g_signal_connect_object (lectern_view_get_workspace (view), "changed", G_CALLBACK (on_changed), window,
                           G_CONNECT_SWAPPED);
  show (profile);
  gtk_window_present (window);
}
