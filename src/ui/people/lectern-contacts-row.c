/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-contacts.h"
#include "lectern-region.h"
#include "lectern-section.h"

static char *
dup_second (LecternListRow *row, gboolean person)
{
  const LecternField *field = lectern_field (LECTERN_KIND_MEMBERSHIP, LECTERN_MEMBERSHIP_ROLE);
  const char *second = lectern_list_row_text (row, LECTERN_CONTACT_SECOND);
  if (person || *second == '\0')
    return g_strdup (second);
  return g_strdup (lectern_field_choice_label (field, second));
}

static char *
dup_heading (LecternListRow *row)
{
  const LecternField *field = lectern_field (LECTERN_KIND_PROGRAMME_NODE, LECTERN_PROGRAMME_NODE_LEVEL);
  const char *level = lectern_list_row_text (row, LECTERN_CONTACT_LEVEL);
  if (lectern_list_row_integer (row, LECTERN_CONTACT_NODE) == 0)
    return g_strdup (_("Without a role"));
  if (*level == '\0')
    return g_strdup (lectern_list_row_text (row, LECTERN_CONTACT_NAME));
  /* TRANSLATORS: a part of the programme and its level, "SynRegio · Project" */
  return g_strdup_printf (_("%s · %s"), lectern_list_row_text (row, LECTERN_CONTACT_NAME),
                          lectern_field_choice_label (field, level));
}

static void
update_row (GtkListItem *item, LecternListRow *row)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *column = gtk_widget_get_first_child (box), *end = gtk_widget_get_last_child (box);
  GtkWidget *title = gtk_widget_get_first_child (column), *second = gtk_widget_get_last_child (column);
  gboolean heading = lectern_list_row_get_id (row) < 0;
  gint64 count = lectern_list_row_integer (row, LECTERN_CONTACT_COUNT);
  LecternContactsList *self = g_object_get_data (G_OBJECT (item), "list");
  g_autofree char *name = heading ? dup_heading (row)
                                  : g_strdup (lectern_list_row_text (row, LECTERN_CONTACT_NAME));
  g_autofree char *line = heading ? NULL
                                  : dup_second (row, lectern_contacts_list_get_mode (self) == LECTERN_KIND_PERSON);
  g_autofree char *number = count > 0 ? g_strdup_printf ("%d", (int) count) : g_strdup ("");
  g_autofree char *region = lectern_region_name (lectern_list_row_text (row, LECTERN_CONTACT_REGION));
  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_widget_set_tooltip_text (title, name);
  gtk_label_set_label (GTK_LABEL (second), line ? line : "");
  gtk_widget_set_visible (second, line != NULL && *line != '\0');
  gtk_label_set_label (GTK_LABEL (end),
                       heading ? number : lectern_list_row_text (row, LECTERN_CONTACT_REGION));
  gtk_widget_set_tooltip_text (end, *region && !heading ? region : NULL);
  gtk_widget_set_css_classes (title, (const char *[]){ heading ? "contact-heading" : "table-text", NULL });
  gtk_widget_set_css_classes (box, (const char *[]){ heading ? "heading-row" : "contact-row", NULL });
  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
}

static void
on_row_changed (LecternListRow *row, GtkListItem *item)
{
  update_row (item, row);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL), *second = lectern_quiet_label_new (NULL);
  GtkWidget *end = lectern_quiet_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (second), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (end), FALSE);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), second);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "list", list);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  LecternListRow *row = gtk_list_item_get_item (item);
  update_row (item, row);
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

GtkListItemFactory *
lectern_contacts_row_factory_new (LecternContactsList *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), list);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
