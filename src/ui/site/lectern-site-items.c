/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-items.h"

#include "lectern-section.h"
#include <glib/gi18n-lib.h>

static const struct
{
  const char *action;
  const char *words;
  const char *icon;
  LecternSiteGroup group;
} actions[] = {
  { "wait", N_("edited there"), "dialog-warning-symbolic", LECTERN_SITE_WAITS },
  { "create", N_("new file"), "list-add-symbolic", LECTERN_SITE_GOES_OUT },
  { "update", N_("changed"), "document-edit-symbolic", LECTERN_SITE_GOES_OUT },
  { "remove", N_("goes away"), "user-trash-symbolic", LECTERN_SITE_GOES_OUT },
  { "unchanged", N_("same"), "object-select-symbolic", LECTERN_SITE_NOTHING_TO_DO },
  { "take", N_("taken over"), "object-select-symbolic", LECTERN_SITE_NOTHING_TO_DO },
  { "keep", N_("theirs kept"), "object-select-symbolic", LECTERN_SITE_NOTHING_TO_DO },
  { "skip", N_("left out"), "action-unavailable-symbolic", LECTERN_SITE_NOTHING_TO_DO },
};

static gsize
index_of (const LecternPublishItem *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].action, item->action) == 0)
      return i;
  return G_N_ELEMENTS (actions) - 1;
}

LecternSiteGroup
lectern_site_item_group (const LecternPublishItem *item)
{
  return actions[index_of (item)].group;
}

guint
lectern_site_items_count (GPtrArray *items, LecternSiteGroup group)
{
  guint n = 0;
  for (guint i = 0; items != NULL && i < items->len; i++)
    n += lectern_site_item_group (g_ptr_array_index (items, i)) == group;
  return n;
}

static GtkWidget *
item_row_new (const LecternPublishItem *item, guint index)
{
  gsize at = index_of (item);
  g_autofree char *name = g_path_get_basename (item->item);
  g_autofree char *folder = g_path_get_dirname (item->item);
  GtkWidget *row = lectern_row_new (name, strcmp (folder, ".") == 0 ? NULL : folder, _(actions[at].words));
  GtkWidget *icon = gtk_image_new_from_icon_name (actions[at].icon);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", item->item, _(actions[at].words));
  if (actions[at].group == LECTERN_SITE_WAITS)
    gtk_widget_add_css_class (icon, "warning");
  lectern_row_add_prefix (row, icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (row), "group", GUINT_TO_POINTER (actions[at].group));
  return row;
}

static LecternSiteGroup
row_group (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "group"));
}

/* A heading over the first row of each group. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  static const char *const headings[LECTERN_N_SITE_GROUPS]
      = { N_("Waits for your decision"), N_("Goes out with “Publish”"), N_("Nothing to do") };
  if (before != NULL && row_group (row) == row_group (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (_(headings[row_group (row)]));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "group-heading");
  gtk_list_box_row_set_header (row, label);
}

GtkWidget *
lectern_site_items_new (void)
{
  GtkWidget *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), update_header, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is published"), -1);
  return list;
}

/** Rows for @items, in the order of the groups. */
void
lectern_site_items_fill (GtkListBox *list, GPtrArray *items)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (list, row);
  for (guint group = 0; group < LECTERN_N_SITE_GROUPS; group++)
    for (guint i = 0; items != NULL && i < items->len; i++)
      if (lectern_site_item_group (g_ptr_array_index (items, i)) == group)
        gtk_list_box_append (list, item_row_new (g_ptr_array_index (items, i), i));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
}

/** What a row shows; NULL without a row. */
const LecternPublishItem *
lectern_site_items_row_item (GtkListBoxRow *row, GPtrArray *items)
{
  if (row == NULL || items == NULL)
    return NULL;
  return g_ptr_array_index (items, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}
