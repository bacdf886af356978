/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-add-button.h"

#include <glib/gi18n-lib.h>

#include "lectern-completion-entry.h"
#include "lectern-section.h"

struct _LecternAddButton
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  LecternCompletionEntry *name;
};

G_DEFINE_FINAL_TYPE (LecternAddButton, lectern_add_button, ADW_TYPE_BIN)

static guint chosen_signal;

static void
on_chosen (LecternAddButton *self, gint64 id, const char *name)
{
  g_autofree char *kept = g_strdup (name);
  if (id == 0 && *kept == '\0')
    return;
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, id, kept);
}

static void
on_shown (LecternAddButton *self)
{
  lectern_completion_entry_set_text (self->name, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
lectern_add_button_class_init (LecternAddButtonClass *klass)
{
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
lectern_add_button_init (LecternAddButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

static GtkWidget *
popover_new (LecternAddButton *self, LecternView *view, LecternKind kind, const char *title,
             const char *hint)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *entry = lectern_completion_entry_new (view, kind);
  self->name = LECTERN_COMPLETION_ENTRY (entry);
  lectern_completion_entry_set_creates (self->name, TRUE);
  gtk_entry_set_placeholder_text (lectern_completion_entry_get_entry (self->name), _("Name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lectern_completion_entry_get_entry (self->name)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), entry);
  if (hint != NULL)
    {
      GtkWidget *quiet = lectern_quiet_label_new (hint);
      gtk_label_set_max_width_chars (GTK_LABEL (quiet), 40);
      gtk_box_append (GTK_BOX (box), quiet);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (entry, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (entry, "given-up", G_CALLBACK (gtk_menu_button_popdown), self->button);
  return popover;
}

GtkWidget *
lectern_add_button_new (LecternView *view, LecternKind kind, const char *label, const char *title,
                        const char *hint)
{
  LecternAddButton *self = g_object_new (LECTERN_TYPE_ADD_BUTTON, NULL);
  gtk_menu_button_set_popover (self->button, popover_new (self, view, kind, title, hint));
  if (label == NULL)
    gtk_menu_button_set_icon_name (self->button, "list-add-symbolic");
  else
    {
      gtk_menu_button_set_child (self->button, gtk_label_new (label));
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

void
lectern_add_button_popup (LecternAddButton *self)
{
  gtk_menu_button_popup (self->button);
}
