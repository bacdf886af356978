/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-filter-row.h"

#include "lectern-text.h"

G_DEFINE_FINAL_TYPE (LecternAgendaFilterRow, lectern_agenda_filter_row, G_TYPE_OBJECT)

static void
lectern_agenda_filter_row_finalize (GObject *object)
{
  LecternAgendaFilterRow *self = LECTERN_AGENDA_FILTER_ROW (object);
  g_free (self->label);
  g_free (self->folded);
  G_OBJECT_CLASS (lectern_agenda_filter_row_parent_class)->finalize (object);
}

static void
lectern_agenda_filter_row_class_init (LecternAgendaFilterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_filter_row_finalize;
}

static void
lectern_agenda_filter_row_init (LecternAgendaFilterRow *self)
{
}

LecternAgendaFilterRow *
lectern_agenda_filter_row_new (LecternAgendaFilterKind kind, const LecternAgendaFilterChoice *choice)
{
  LecternAgendaFilterRow *self = g_object_new (LECTERN_TYPE_AGENDA_FILTER_ROW, NULL);
  self->kind = kind;
  self->head = choice == NULL;
  self->value = choice != NULL ? choice->value : 0;
  self->n = choice != NULL ? choice->n : 0;
  self->label = g_strdup (choice != NULL ? choice->label : lectern_agenda_filter_kind_label (kind));
  self->folded = lectern_text_fold (self->label);
  return self;
}

/* ---- widgets ---- */

typedef struct
{
  const LecternAgendaFilter *filter;
  LecternAgendaFilterToggled toggled;
  gpointer data;
} Factory;

typedef struct
{
  GtkWidget *head;
  GtkWidget *line;
  GtkWidget *check;
  GtkWidget *label;
  GtkWidget *count;
  gboolean setting;
} Parts;

static void
on_toggled (GtkCheckButton *check, GtkListItem *item)
{
  Parts *parts = g_object_get_data (G_OBJECT (item), "parts");
  Factory *factory = g_object_get_data (G_OBJECT (item), "factory");
  LecternAgendaFilterRow *row = gtk_list_item_get_item (item);
  if (!parts->setting && row != NULL)
    factory->toggled (row, gtk_check_button_get_active (check), factory->data);
}

static void
on_setup (GtkSignalListItemFactory *signals, GtkListItem *item, Factory *factory)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  parts->head = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (parts->head), 0);
  gtk_widget_add_css_class (parts->head, "heading");
  parts->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  parts->check = gtk_check_button_new ();
  parts->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (parts->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (parts->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (parts->label, TRUE);
  parts->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (parts->count, "second-line");
  gtk_widget_add_css_class (parts->count, "numeric");
  gtk_box_append (GTK_BOX (parts->line), parts->check);
  gtk_box_append (GTK_BOX (parts->line), parts->label);
  gtk_box_append (GTK_BOX (parts->line), parts->count);
  gtk_box_append (GTK_BOX (both), parts->head);
  gtk_box_append (GTK_BOX (both), parts->line);
  g_object_set_data_full (G_OBJECT (item), "parts", parts, g_free);
  g_object_set_data (G_OBJECT (item), "factory", factory);
  g_signal_connect (parts->check, "toggled", G_CALLBACK (on_toggled), item);
  gtk_list_item_set_child (item, both);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *signals, GtkListItem *item, Factory *factory)
{
  Parts *parts = g_object_get_data (G_OBJECT (item), "parts");
  LecternAgendaFilterRow *row = gtk_list_item_get_item (item);
  g_autofree char *count = g_strdup_printf ("%u", row->n);
  gtk_widget_set_visible (parts->head, row->head);
  gtk_widget_set_visible (parts->line, !row->head);
  gtk_label_set_text (GTK_LABEL (row->head ? parts->head : parts->label), row->label);
  gtk_label_set_text (GTK_LABEL (parts->count), count);
  parts->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check),
                               !row->head && lectern_agenda_filter_has (factory->filter, row->kind, row->value));
  parts->setting = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->check), GTK_ACCESSIBLE_PROPERTY_LABEL, row->label, -1);
}

static void
free_factory (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkListItemFactory *
lectern_agenda_filter_row_factory (const LecternAgendaFilter *filter, LecternAgendaFilterToggled toggled, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Factory *own = g_new0 (Factory, 1);
  *own = (Factory){ filter, toggled, data };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), own, free_factory, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), own);
  return factory;
}
