/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-items.h"

#include "lectern-list-rows.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

#define AT_ONCE 8 /* rows, which a frame has time for */
#define FIRST 40   /* without being scrolled to; a few screens */

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

/* @why: the last publication failed at it; NULL otherwise. */
static GtkWidget *
item_row_new (const LecternPublishItem *item, guint index, const char *why)
{
  gsize at = index_of (item);
  g_autofree char *name = g_path_get_basename (item->item);
  g_autofree char *folder = g_path_get_dirname (item->item);
  /* TRANSLATORS: a file could not be published */
  const char *words = why != NULL ? _("failed") : _(actions[at].words);
  const char *second = why != NULL ? why : strcmp (folder, ".") == 0 ? NULL : folder;
  GtkWidget *row = lectern_row_new (name, second, words);
  GtkWidget *icon = gtk_image_new_from_icon_name (why != NULL ? "dialog-warning-symbolic" : actions[at].icon);
  g_autofree char *spoken = g_strdup_printf ("%s, %s%s%s", item->item, words, why ? ": " : "", why ? why : "");
  if (actions[at].group == LECTERN_SITE_WAITS || why != NULL)
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

/* -- a thousand rows --------------------------------------------------------------------- */

/* Rows come a few at a time, and those far below what is seen only when it gets there. */
typedef struct
{
  GtkListBox *list; /* not owned */
  GtkAdjustment *at; /* where it is scrolled to */
  GPtrArray *items;
  GHashTable *failed; /* of their paths: why, by the last publication */
  GArray *order; /* of guint: their indexes, by groups */
  guint next;    /* of order, that has no row yet */
  guint more;    /* the idle that makes the next ones */
} Rows;

static void
rows_clear (Rows *rows)
{
  g_clear_handle_id (&rows->more, g_source_remove);
  g_clear_pointer (&rows->items, g_ptr_array_unref);
  g_hash_table_remove_all (rows->failed);
  g_array_set_size (rows->order, 0);
  rows->next = 0;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;
  rows_clear (rows);
  g_hash_table_unref (rows->failed);
  g_object_unref (rows->at);
  g_array_unref (rows->order);
  g_free (rows);
}

static Rows *
rows_of (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), "rows");
}

static gboolean
is_near_end (Rows *rows)
{
  GtkAdjustment *at = rows->at;
  return gtk_adjustment_get_upper (at) < gtk_adjustment_get_value (at) + 3 * gtk_adjustment_get_page_size (at);
}

static void
append_some (Rows *rows)
{
  for (guint i = 0; i < AT_ONCE && rows->next < rows->order->len; i++)
    {
      guint index = g_array_index (rows->order, guint, rows->next++);
      const LecternPublishItem *item = g_ptr_array_index (rows->items, index);
      gtk_list_box_append (rows->list, item_row_new (item, index, g_hash_table_lookup (rows->failed, item->item)));
    }
}

static gboolean
on_more (gpointer data)
{
  Rows *rows = data;
  append_some (rows);
  if (rows->next < MIN (FIRST, rows->order->len))
    return G_SOURCE_CONTINUE;
  /* how long the list has become is known with its next frame, see on_scrolled() */
  rows->more = 0;
  return G_SOURCE_REMOVE;
}

static void
on_scrolled (GtkListBox *list)
{
  Rows *rows = rows_of (list);
  if (rows->more == 0 && rows->next < rows->order->len && is_near_end (rows))
    rows->more = g_idle_add (on_more, rows);
}

/** @at: of what the list is scrolled in. */
GtkWidget *
lectern_site_items_new (GtkAdjustment *at)
{
  GtkWidget *list = gtk_list_box_new ();
  Rows *rows = g_new0 (Rows, 1);
  rows->at = g_object_ref (at);
  g_signal_connect_object (at, "value-changed", G_CALLBACK (on_scrolled), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (at, "changed", G_CALLBACK (on_scrolled), list, G_CONNECT_SWAPPED);
  rows->list = GTK_LIST_BOX (list);
  rows->order = g_array_new (FALSE, FALSE, sizeof (guint));
  rows->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_set_data_full (G_OBJECT (list), "rows", rows, rows_free);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), update_header, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is published"), -1);
  return list;
}

/* Of @done, what still is to go out. */
static void
note_failed (Rows *rows, GPtrArray *done)
{
  g_autoptr (GHashTable) why = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; done != NULL && i < done->len; i++)
    {
      const LecternPublishItem *item = g_ptr_array_index (done, i);
      if (g_strcmp0 (item->state, "failed") == 0 && item->why != NULL)
        g_hash_table_insert (why, item->item, item->why);
    }
  for (guint i = 0; rows->items != NULL && i < rows->items->len; i++)
    {
      const LecternPublishItem *item = g_ptr_array_index (rows->items, i);
      const char *reason = g_hash_table_lookup (why, item->item);
      if (reason != NULL && lectern_site_item_group (item) == LECTERN_SITE_GOES_OUT)
        g_hash_table_insert (rows->failed, g_strdup (item->item), g_strdup (reason));
    }
}

/* In each group pages first: they are what a person wants to read. */
static void
append_group_order (Rows *rows)
{
  for (guint place = 0; place < 2 * LECTERN_N_SITE_GROUPS; place++)
    for (guint i = 0; rows->items != NULL && i < rows->items->len; i++)
      {
        const LecternPublishItem *item = g_ptr_array_index (rows->items, i);
        gboolean page = g_str_has_suffix (item->item, ".html");
        if (lectern_site_item_group (item) == place / 2 && page == (place % 2 == 0))
          g_array_append_val (rows->order, i);
      }
}

/* What somebody looks at; NULL: only what came first, which is no choice unless it waits for a
   decision. g_free(). */
static char *
dup_chosen (Rows *rows)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (rows->list);
  const LecternPublishItem *item = lectern_site_items_row_item (row, rows->items);
  if (item == NULL || (gtk_list_box_row_get_index (row) == 0 && row_group (row) != LECTERN_SITE_WAITS))
    return NULL;
  return g_strdup (item->item);
}

/* The place of an item among the rows; 0 where it is not there. */
static guint
place_of (Rows *rows, const char *name)
{
  for (guint i = 0; name != NULL && i < rows->order->len; i++)
    {
      const LecternPublishItem *item = g_ptr_array_index (rows->items, g_array_index (rows->order, guint, i));
      if (strcmp (item->item, name) == 0)
        return i;
    }
  return 0;
}

/** Rows for @items, in the order of the groups. The item that was chosen stays so. */
void
lectern_site_items_fill (GtkListBox *list, GPtrArray *items, GPtrArray *done)
{
  Rows *rows = rows_of (list);
  g_autofree char *chosen = dup_chosen (rows);
  rows_clear (rows);
  lectern_list_rows_clear (list);
  rows->items = items != NULL ? g_ptr_array_ref (items) : NULL;
  note_failed (rows, done);
  append_group_order (rows);
  guint at = place_of (rows, chosen);
  do
    append_some (rows);
  while (rows->next <= at && rows->next < rows->order->len);
  if (rows->next < rows->order->len)
    rows->more = g_idle_add (on_more, rows);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, at));
}

const LecternPublishItem *
lectern_site_items_row_item (GtkListBoxRow *row, GPtrArray *items)
{
  if (row == NULL || items == NULL)
    return NULL;
  return g_ptr_array_index (items, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}
