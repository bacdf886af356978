/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-table.h"

#include <glib/gi18n-lib.h>

#include "lectern-participants-columns.h"
#include "lectern-settings.h"

struct _LecternParticipantsTable
{
  AdwBin parent_instance;
  LecternListModel *model;
  GtkMultiSelection *selection;
  GtkColumnView *view;
  GPtrArray *all;        /* of GtkColumnViewColumn, those that are not shown too */
  GMenu *menu;
  GSimpleActionGroup *actions;
  GSettings *settings;   /* NULL where the schema is not installed */
  GArray *kept;          /* ids selected before the order changed */
  gboolean arranging;    /* columns are being put in order from here */
  int probed;            /* the column that a sorter was asked for, see get_sort() */
};

G_DEFINE_FINAL_TYPE (LecternParticipantsTable, lectern_participants_table, ADW_TYPE_BIN)

enum
{
  SORTED,
  OPENED,
  SELECTION_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

#define SETTINGS_KEY "participants-columns"

/* Which columns, and in what order. */

static const LecternParticipantsColumn *
description_of (gpointer column)
{
  return g_object_get_data (G_OBJECT (column), "description");
}

static GtkColumnViewColumn *
find_column (LecternParticipantsTable *self, const char *key)
{
  for (guint i = 0; i < self->all->len; i++)
    if (g_str_equal (description_of (self->all->pdata[i])->key, key))
      return self->all->pdata[i];
  return NULL;
}

/* Columns that are not chosen are not in the view at all: hidden ones take the room of those that
 * expand (seen with GTK 4.8). */
static gboolean
is_shown (GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_column_view (column) != NULL;
}

static void
remember_columns (LecternParticipantsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  if (self->arranging || self->settings == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      if (description_of (column) != NULL)
        g_strv_builder_add (builder, description_of (column)->key);
    }
  g_auto(GStrv) keys = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, SETTINGS_KEY, (const char *const *) keys);
}

/* The remembered ones in their order; the name always. */
static void
arrange_columns (LecternParticipantsTable *self)
{
  g_auto(GStrv) keys = self->settings ? g_settings_get_strv (self->settings, SETTINGS_KEY) : NULL;
  gboolean usual = keys == NULL || keys[0] == NULL;
  GtkColumnViewColumn *name = find_column (self, "name");
  self->arranging = TRUE;
  for (const LecternParticipantsColumn *c = lectern_participants_columns (); usual && c->key; c++)
    if (c->usual)
      gtk_column_view_append_column (self->view, find_column (self, c->key));
  for (guint i = 0; !usual && keys[i] != NULL; i++)
    {
      GtkColumnViewColumn *column = find_column (self, keys[i]);
      if (column != NULL && !is_shown (column))
        gtk_column_view_append_column (self->view, column);
    }
  if (!is_shown (name))
    gtk_column_view_insert_column (self->view, 1, name); /* after the check marks */
  gtk_column_view_sort_by_column (self->view, name, GTK_SORT_ASCENDING);
  self->arranging = FALSE;
}

static void
on_column_toggled (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LecternParticipantsTable *self = user_data;
  g_autoptr(GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean visible = !g_variant_get_boolean (state);
  g_simple_action_set_state (action, g_variant_new_boolean (visible));
  GtkColumnViewColumn *column = find_column (self, g_action_get_name (G_ACTION (action)));
  if (visible)
    gtk_column_view_append_column (self->view, column);
  else
    gtk_column_view_remove_column (self->view, column);
}

static void
add_column_action (LecternParticipantsTable *self, const LecternParticipantsColumn *described)
{
  gboolean visible = is_shown (find_column (self, described->key));
  g_autoptr(GSimpleAction) action
      = g_simple_action_new_stateful (described->key, NULL, g_variant_new_boolean (visible));
  g_autofree char *name = g_strconcat ("columns.", described->key, NULL);
  /* The name is always there: a row without it says nothing. */
  g_simple_action_set_enabled (action, described->column != LECTERN_PARTICIPANT_NAME);
  g_signal_connect (action, "activate", G_CALLBACK (on_column_toggled), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, _(described->title), name);
}

/* Sorting is SQL's matter: the heads only say by what. A sorter that is asked notes its column
 * and calls its first argument the larger one, which tells the direction too. */

static int
probe (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GtkColumnViewColumn *column = user_data;
  LecternParticipantsTable *self = g_object_get_data (G_OBJECT (column), "table");
  self->probed = description_of (column)->column;
  return 1;
}

LecternParticipantColumn
lectern_participants_table_get_sort (LecternParticipantsTable *self, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  self->probed = -1;
  GtkOrdering order = gtk_sorter_compare (sorter, self, self->model); /* two objects: one is equal to itself */
  if (descending != NULL)
    *descending = order == GTK_ORDERING_SMALLER;
  return self->probed >= 0 ? (LecternParticipantColumn) self->probed : LECTERN_PARTICIPANT_NAME;
}

static void
on_sorter_changed (LecternParticipantsTable *self)
{
  g_signal_emit (self, signals[SORTED], 0);
}

static void
add_column (LecternParticipantsTable *self, const LecternParticipantsColumn *described)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (
      _(described->title), lectern_participants_cell_factory (described));
  g_object_set_data (G_OBJECT (column), "description", (gpointer) described);
  g_object_set_data (G_OBJECT (column), "table", self);
  gtk_column_view_column_set_resizable (column, TRUE);
  /* A fixed width would keep a column from taking the room that is left over. */
  gtk_column_view_column_set_expand (column, described->width == 0);
  gtk_column_view_column_set_fixed_width (column, described->width > 0 ? described->width : -1);
  if (lectern_participants_can_sort (described->column))
    {
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, column, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_ptr_array_add (self->all, g_steal_pointer (&column));
}

/* Selection. */

GArray *
lectern_participants_table_get_selected (LecternParticipantsTable *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = lectern_list_model_get_id (self->model, position);
      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

guint
lectern_participants_table_n_selected (LecternParticipantsTable *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  return gtk_bitset_get_size (selected);
}

void
lectern_participants_table_unselect (LecternParticipantsTable *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/* Scrolling is an action of the list inside: the call for it came with GTK 4.12. */
static void
scroll_to (LecternParticipantsTable *self, guint position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
}

gboolean
lectern_participants_table_select (LecternParticipantsTable *self, gint64 id)
{
  guint position;
  if (!lectern_list_model_find (self->model, id, &position))
    return FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
  return TRUE;
}

void
lectern_participants_table_scroll_to_top (LecternParticipantsTable *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    scroll_to (self, 0);
}

static void
on_selection_changed (LecternParticipantsTable *self)
{
  if (self->kept == NULL)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_before_swap (LecternParticipantsTable *self)
{
  g_clear_pointer (&self->kept, g_array_unref);
  self->kept = lectern_participants_table_get_selected (self);
}

static void
on_after_swap (LecternParticipantsTable *self)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      guint position;
      if (lectern_list_model_find (self->model, g_array_index (self->kept, gint64, i), &position)
          && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, FALSE);
    }
  g_clear_pointer (&self->kept, g_array_unref);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_activate (LecternParticipantsTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
lectern_participants_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_PARTICIPANTS_TABLE (widget)->view));
}

static void
lectern_participants_table_dispose (GObject *object)
{
  LecternParticipantsTable *self = LECTERN_PARTICIPANTS_TABLE (object);
  /* The view takes its columns apart when it goes; that is nobody's choice of columns. */
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    }
  self->view = NULL;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->kept, g_array_unref);
  G_OBJECT_CLASS (lectern_participants_table_parent_class)->dispose (object);
}

static void
lectern_participants_table_class_init (LecternParticipantsTableClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_participants_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_participants_table_grab_focus;
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_participants_table_init (LecternParticipantsTable *self)
{
  self->settings = lectern_settings_new ();
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

static void
build_columns (LecternParticipantsTable *self)
{
  g_autoptr(GtkColumnViewColumn) check = gtk_column_view_column_new (
      NULL, lectern_participants_check_factory (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_append_column (self->view, check);
  for (const LecternParticipantsColumn *c = lectern_participants_columns (); c->key != NULL; c++)
    add_column (self, c);
  arrange_columns (self);
  for (const LecternParticipantsColumn *c = lectern_participants_columns (); c->key != NULL; c++)
    add_column_action (self, c);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (remember_columns), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lectern_participants_table_new (LecternListModel *model)
{
  LecternParticipantsTable *self = g_object_new (LECTERN_TYPE_PARTICIPANTS_TABLE, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;
  self->model = g_object_ref (model);
  /* Before the selection listens to the model, so that it sees the order that is going. */
  g_signal_connect_swapped (model, "before-swap", G_CALLBACK (on_before_swap), self);
  g_signal_connect_swapped (model, "after-swap", G_CALLBACK (on_after_swap), self);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (model)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (view, "participants");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Participants"), -1);
  build_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}

GMenuModel *
lectern_participants_table_get_menu (LecternParticipantsTable *self)
{
  return G_MENU_MODEL (self->menu);
}

GActionGroup *
lectern_participants_table_get_actions (LecternParticipantsTable *self)
{
  return G_ACTION_GROUP (self->actions);
}
