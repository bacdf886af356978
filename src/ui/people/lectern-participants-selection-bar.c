/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "lectern-section.h"

struct _LecternParticipantsSelectionBar
{
  AdwBin parent_instance;
  GtkRevealer *revealer;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LecternParticipantsSelectionBar, lectern_participants_selection_bar, ADW_TYPE_BIN)

void
lectern_participants_selection_bar_set_count (LecternParticipantsSelectionBar *self, guint count)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", count), count);
  gtk_label_set_label (self->count, text);
  gtk_revealer_set_reveal_child (self->revealer, count > 1);
}

static void
lectern_participants_selection_bar_class_init (LecternParticipantsSelectionBarClass *klass)
{
}

static void
lectern_participants_selection_bar_init (LecternParticipantsSelectionBar *self)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *set = gtk_menu_button_new ();
  GtkWidget *remove = gtk_button_new_with_label (_("Remove"));
  g_autoptr(GMenu) states = g_menu_new ();
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (lectern_field_choice_label (field, choice->key), NULL);
      g_menu_item_set_action_and_target (item, "participants.set-state", "s", choice->key);
      g_menu_append_item (states, item);
    }
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (set), _("Set state"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (set), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (set), G_MENU_MODEL (states));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "participants.remove");
  gtk_widget_add_css_class (box, "bulk-bar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), set);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_box_append (GTK_BOX (box), lectern_icon_button_new ("window-close-symbolic", _("Select nobody"),
                                                          "participants.unselect"));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

GtkWidget *
lectern_participants_selection_bar_new (void)
{
  return g_object_new (LECTERN_TYPE_PARTICIPANTS_SELECTION_BAR, NULL);
}
