/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-legend.h"

#include "lectern-agenda-swatch.h"

#include <glib/gi18n-lib.h>

#define HIGHEST 320

struct _LecternAgendaLegend
{
  AdwBin parent_instance;

  LecternAgendaColours *colours;
  const LecternAgenda *agenda;
  GtkWidget *button;
  GtkWidget *popover; /* NULL before it is opened the first time */
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (LecternAgendaLegend, lectern_agenda_legend, ADW_TYPE_BIN)

static GtkWidget *
new_row (const LecternAgendaInk *ink, guint n)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *swatch = lectern_agenda_swatch_new ();
  GtkWidget *label = gtk_label_new (ink->label != NULL ? ink->label : _ ("None"));
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *count = gtk_label_new (number);
  lectern_agenda_swatch_set (LECTERN_AGENDA_SWATCH (swatch), ink);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "second-line");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  return row;
}

static void
fill (LecternAgendaLegend *self)
{
  guint n = lectern_agenda_colours_n (self->colours);
  g_autofree guint *counts = g_new0 (guint, n);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; self->agenda != NULL && i < self->agenda->sessions->len; i++)
    counts[lectern_agenda_colours_index (self->colours, lectern_agenda_session (self->agenda, i))]++;
  for (guint i = 1; i < n; i++)
    gtk_box_append (GTK_BOX (self->rows), new_row (lectern_agenda_colours_ink (self->colours, i), counts[i]));
  if (counts[0] > 0)
    gtk_box_append (GTK_BOX (self->rows), new_row (lectern_agenda_colours_ink (self->colours, 0), counts[0]));
}

/* One of several: the action they share makes them so. */
static GtkWidget *
new_choice (const char *label, LecternAgendaColoursBy by)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check), "agenda.colours");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (check), "s", lectern_agenda_colours_by_name (by));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return check;
}

static void
make_popover (LecternAgendaLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *heading = gtk_label_new (_ ("Colours say"));
  self->popover = gtk_popover_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HIGHEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->rows);
  gtk_widget_set_size_request (box, 220, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_choice (_ ("Track"), LECTERN_AGENDA_COLOURS_TRACK));
  gtk_box_append (GTK_BOX (box), new_choice (_ ("Type"), LECTERN_AGENDA_COLOURS_TYPE));
  gtk_box_append (GTK_BOX (box), new_choice (_ ("State"), LECTERN_AGENDA_COLOURS_STATE));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
}

static void
on_open (GtkMenuButton *button, gpointer data)
{
  LecternAgendaLegend *self = data;
  if (self->popover == NULL)
    make_popover (self);
  fill (self);
}

static void
on_changed (LecternAgendaLegend *self)
{
  if (self->popover != NULL && gtk_widget_get_mapped (self->popover))
    fill (self);
}

static void
lectern_agenda_legend_dispose (GObject *object)
{
  LecternAgendaLegend *self = LECTERN_AGENDA_LEGEND (object);
  self->agenda = NULL;
  self->popover = NULL;
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (lectern_agenda_legend_parent_class)->dispose (object);
}

static void
lectern_agenda_legend_class_init (LecternAgendaLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_legend_dispose;
}

static void
lectern_agenda_legend_init (LecternAgendaLegend *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "preferences-color-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("What the colours say"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the colours say"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_open, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
lectern_agenda_legend_new (LecternAgendaColours *colours)
{
  LecternAgendaLegend *self = g_object_new (LECTERN_TYPE_AGENDA_LEGEND, NULL);
  self->colours = g_object_ref (colours);
  g_signal_connect_object (colours, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
lectern_agenda_legend_set_agenda (LecternAgendaLegend *self, const LecternAgenda *agenda)
{
  self->agenda = agenda;
}
