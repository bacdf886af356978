/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-selection-bar.h"

#include "lectern-agenda-menu.h"
#include "lectern-agenda-shift.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaSelectionBar
{
  AdwBin parent_instance;

  GtkWidget *revealer;
  GtkWidget *count;
  GtkWidget *set;
  GtkWidget *swap;
};

G_DEFINE_FINAL_TYPE (LecternAgendaSelectionBar, lectern_agenda_selection_bar, ADW_TYPE_BIN)

static void
lectern_agenda_selection_bar_class_init (LecternAgendaSelectionBarClass *klass)
{
}

static GtkWidget *
new_menu_button (const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  return button;
}

static void
lectern_agenda_selection_bar_init (LecternAgendaSelectionBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shift = new_menu_button (_ ("S_hift"));
  self->revealer = gtk_revealer_new ();
  self->count = gtk_label_new (NULL);
  self->set = new_menu_button (_ ("_Set"));
  self->swap = gtk_button_new_with_mnemonic (_ ("S_wap"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->swap), "agenda.swap");
  gtk_widget_set_tooltip_text (self->swap, _ ("Each to the place of the other"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (shift), lectern_agenda_shift_new ());
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_add_css_class (self->count, "heading");
  gtk_widget_add_css_class (box, "bulk-bar");
  GtkWidget *const parts[] = { self->count, shift, self->set, self->swap,
                               lectern_icon_button_new ("edit-copy-symbolic", _ ("Duplicate (Ctrl+D)"), "agenda.duplicate"),
                               lectern_icon_button_new ("user-trash-symbolic", _ ("Delete"), "agenda.delete"),
                               lectern_icon_button_new ("window-close-symbolic", _ ("Choose none (Escape)"),
                                                        "agenda.select-none") };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (box), parts[i]);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

GtkWidget *
lectern_agenda_selection_bar_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_SELECTION_BAR, NULL);
}

void
lectern_agenda_selection_bar_show (LecternAgendaSelectionBar *self, const LecternAgenda *agenda,
                                   LecternAgendaSelection *selection)
{
  guint n;
  const gint64 *ids = lectern_agenda_selection_get (selection, &n);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), agenda != NULL && n > 1);
  if (agenda == NULL || n < 2)
    return;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session chosen", "%u sessions chosen", n), n);
  g_autoptr (GMenuModel) fields = lectern_agenda_menu_new_fields (agenda, ids, n);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->set), fields);
  gtk_widget_set_visible (self->swap, n == 2);
}
