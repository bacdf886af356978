/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts-list.h"

#include <glib/gi18n-lib.h>

#include "lectern-contacts-row.h"
#include "lectern-contacts.h"
#include "lectern-section.h"

struct _LecternContactsList
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  LecternListModel *model;
  GtkSingleSelection *selection;
  GtkListView *list;
  GtkStack *stack;
  GtkEditable *search;
  GtkToggleButton *organisations;
  GtkToggleButton *people;
  GtkLabel *count;
  gint64 shown;   /* record of the selected row */
  gint64 wanted;  /* to be selected as soon as the list has it */
};

G_DEFINE_FINAL_TYPE (LecternContactsList, lectern_contacts_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  OPENED,
  MODE_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

LecternKind
lectern_contacts_list_get_mode (LecternContactsList *self)
{
  return gtk_toggle_button_get_active (self->people) ? LECTERN_KIND_PERSON : LECTERN_KIND_ORGANISATION;
}

/* What is asked for, and what is shown when there is nothing. */

static void
update_count (LecternContactsList *self)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  const char *text = gtk_editable_get_text (self->search);
  gboolean people = lectern_contacts_list_get_mode (self) == LECTERN_KIND_PERSON;
  gint64 all = reader == NULL ? 0
                              : lectern_reader_count (reader, lectern_contacts_list_get_mode (self), 0, 0);
  guint shown = people || reader == NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model))
                                         : lectern_organisations_query_n (reader, text);
  g_autofree char *words = *text != '\0' ? g_strdup_printf (_("%u of %u"), shown, (guint) all)
                                         : g_strdup_printf ("%u", (guint) all);
  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, all == 0      ? (people ? "no-people" : "no-organisations")
                                                 : shown == 0 ? "nothing-found"
                                                              : "list");
}

static gboolean
select_wanted (LecternContactsList *self)
{
  for (guint i = 0; self->wanted != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      gint64 id = lectern_list_model_get_id (self->model, i);
      if (id < 0)
        continue;
      if (lectern_contacts_list_get_mode (self) == LECTERN_KIND_ORGANISATION)
        {
          g_autoptr(LecternListRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
          id = lectern_list_row_integer (row, LECTERN_CONTACT_RECORD);
        }
      if (id != self->wanted)
        continue;
      self->wanted = 0;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      return TRUE;
    }
  return FALSE;
}

static void
on_selected (LecternContactsList *self)
{
  LecternListRow *row = gtk_single_selection_get_selected_item (self->selection);
  gint64 id = row != NULL ? lectern_list_row_integer (row, LECTERN_CONTACT_RECORD) : 0;
  if (id == self->shown)
    return;
  self->shown = id;
  g_signal_emit (self, signals[SELECTED], 0, (guint) lectern_contacts_list_get_mode (self), id);
}

/* The first row that is not a heading, so that the page is not empty. */
static void
on_filled (LecternContactsList *self)
{
  update_count (self);
  if (select_wanted (self) || self->wanted != 0)
    return;
  if (gtk_single_selection_get_selected_item (self->selection) == NULL)
    {
      guint first = lectern_list_model_get_id (self->model, 0) < 0 ? 1 : 0;
      if (lectern_list_model_get_id (self->model, first) != 0)
        gtk_single_selection_set_selected (self->selection, first);
    }
  on_selected (self);
}

static void
ask (LecternContactsList *self)
{
  LecternWorkspace *workspace = self->view != NULL ? lectern_view_get_workspace (self->view) : NULL;
  const char *text = gtk_editable_get_text (self->search);
  g_autoptr(LecternListQuery) query
      = workspace == NULL ? NULL
        : lectern_contacts_list_get_mode (self) == LECTERN_KIND_PERSON ? lectern_persons_query (text)
                                                                       : lectern_organisations_query (text);
  lectern_list_model_set_query (self->model, workspace, query);
}

static void
on_mode (LecternContactsList *self)
{
  self->shown = -1;
  ask (self);
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

void
lectern_contacts_list_load (LecternContactsList *self)
{
  self->shown = -1;
  ask (self);
}

void
lectern_contacts_list_refresh (LecternContactsList *self)
{
  lectern_list_model_refresh (self->model);
}

void
lectern_contacts_list_select (LecternContactsList *self, LecternKind kind, gint64 id)
{
  GtkToggleButton *mode = kind == LECTERN_KIND_PERSON ? self->people : self->organisations;
  self->wanted = id;
  if (!gtk_toggle_button_get_active (mode))
    {
      gtk_editable_set_text (self->search, "");
      gtk_toggle_button_set_active (mode, TRUE);
    }
  else if (!select_wanted (self) && *gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
}

gint64
lectern_contacts_list_get_selected (LecternContactsList *self)
{
  return MAX (self->shown, 0);
}

void
lectern_contacts_list_follow (LecternContactsList *self, AdwLeaflet *leaflet)
{
  g_object_bind_property (leaflet, "folded", self->list, "single-click-activate", G_BINDING_SYNC_CREATE);
}

GtkWidget *
lectern_contacts_list_get_search (LecternContactsList *self)
{
  return GTK_WIDGET (self->search);
}

static void
on_activate (LecternContactsList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
on_search_key (LecternContactsList *self, guint keyval)
{
  return keyval == GDK_KEY_Down && gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_stop_search (LecternContactsList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
lectern_contacts_list_dispose (GObject *object)
{
  LecternContactsList *self = LECTERN_CONTACTS_LIST (object);
  g_clear_weak_pointer (&self->view);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (lectern_contacts_list_parent_class)->dispose (object);
}

static void
lectern_contacts_list_class_init (LecternContactsListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_contacts_list_dispose;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MODE_CHANGED] = g_signal_new ("mode-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static GtkWidget *
search_new (LecternContactsList *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->search = GTK_EDITABLE (search);
  gtk_editable_set_width_chars (self->search, 8);
  g_object_set (search, "placeholder-text", _("Organisation or person"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search contacts"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (ask), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (on_stop_search), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_widget_add_controller (search, keys);
  return search;
}

static GtkWidget *
modes_new (LecternContactsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->organisations = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Organisations")));
  self->people = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("People")));
  gtk_toggle_button_set_group (self->people, self->organisations);
  gtk_toggle_button_set_active (self->organisations, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->organisations));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  self->count = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_label_set_wrap (self->count, FALSE);
  gtk_label_set_xalign (self->count, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  g_signal_connect_swapped (self->people, "toggled", G_CALLBACK (on_mode), self);
  return line;
}

static void
add_empty_page (LecternContactsList *self, const char *name, const char *text)
{
  GtkWidget *label = lectern_quiet_label_new (text);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_widget_add_css_class (label, "page-content");
  gtk_stack_add_named (self->stack, label, name);
}

static GtkWidget *
stack_new (LecternContactsList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), lectern_contacts_row_factory_new (self));
  self->list = GTK_LIST_VIEW (list);
  gtk_list_view_set_single_click_activate (self->list, FALSE);
  gtk_widget_add_css_class (list, "contacts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contacts"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, scrolled, "list");
  add_empty_page (self, "no-organisations", _("No organisations yet. Add the first with the plus sign above, or import a file."));
  add_empty_page (self, "no-people", _("Nobody yet. Add the first person with the plus sign above, or import a file."));
  add_empty_page (self, "nothing-found", _("Nothing is like what you search for."));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static void
lectern_contacts_list_init (LecternContactsList *self)
{
}

GtkWidget *
lectern_contacts_list_new (LecternView *view)
{
  LecternContactsList *self = g_object_new (LECTERN_TYPE_CONTACTS_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_set_weak_pointer (&self->view, view);
  self->model = lectern_list_model_new ();
  g_signal_connect_swapped (self->model, "filled", G_CALLBACK (on_filled), self);
  gtk_widget_add_css_class (top, "list-top");
  gtk_box_append (GTK_BOX (top), search_new (self));
  gtk_box_append (GTK_BOX (top), modes_new (self));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), stack_new (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "side-list");
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
