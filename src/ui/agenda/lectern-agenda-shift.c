/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-shift.h"

#include <glib/gi18n-lib.h>

#define USUAL_MINUTES 10
#define MOST_MINUTES 2879

typedef struct
{
  GtkWidget *popover;
  GtkWidget *minutes;
  GtkWidget *later_too;
} Shift;

static void
move (Shift *shift, int sign)
{
  int minutes = sign * gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (shift->minutes));
  gboolean later_too = gtk_check_button_get_active (GTK_CHECK_BUTTON (shift->later_too));
  gtk_popover_popdown (GTK_POPOVER (shift->popover));
  gtk_widget_activate_action (shift->popover, later_too ? "agenda.shift-later" : "agenda.shift", "i", minutes);
}

static void
on_earlier (Shift *shift)
{
  move (shift, -1);
}

static void
on_later (Shift *shift)
{
  move (shift, 1);
}

static GtkWidget *
new_button (const char *label, Shift *shift, void (*clicked) (Shift *shift))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), shift);
  return button;
}

GtkWidget *
lectern_agenda_shift_new (void)
{
  Shift *shift = g_new0 (Shift, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *later = new_button (_ ("_Later"), shift, on_later);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Minutes"));
  shift->popover = gtk_popover_new ();
  shift->minutes = gtk_spin_button_new_with_range (1, MOST_MINUTES, 5);
  shift->later_too = gtk_check_button_new_with_mnemonic (_ ("_All later ones too, up to the next locked one"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (shift->minutes), USUAL_MINUTES);
  gtk_widget_set_hexpand (shift->minutes, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), shift->minutes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shift->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Minutes"), -1);
  gtk_widget_add_css_class (later, "suggested-action");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), shift->minutes);
  gtk_box_append (GTK_BOX (buttons), new_button (_ ("_Earlier"), shift, on_earlier));
  gtk_box_append (GTK_BOX (buttons), later);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), shift->later_too);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (shift->popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (shift->popover), later);
  g_object_set_data_full (G_OBJECT (shift->popover), "shift", shift, g_free);
  return shift->popover;
}
