/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-view.h"

#include <glib/gi18n-lib.h>

#include "lectern-add-button.h"
#include "lectern-keys.h"
#include "lectern-participant-details.h"
#include "lectern-participants-edits.h"
#include "lectern-participants-filter.h"
#include "lectern-participants-selection-bar.h"
#include "lectern-participants-summary.h"
#include "lectern-participants-table.h"
#include "lectern-status-page.h"
#include "lectern-touched.h"

struct _LecternParticipantsView
{
  LecternView parent_instance;
  LecternListModel *model;
  LecternParticipantsTable *table;
  LecternParticipantsFilter *filter;
  GtkStack *stack;          /* table, or what to do where there is none */
  LecternParticipantsSelectionBar *selection_bar;
  LecternAddButton *add;    /* in the header bar */
  GtkStack *pane;           /* counts, or one participant */
  LecternParticipantsSummary *summary;
  LecternParticipantDetails *details;
  GSimpleActionGroup *actions; /* of the view, its pane and its header button */
  gboolean to_top;          /* another order or filter was asked for: begin at its beginning */
  gint64 wanted;            /* to be selected as soon as the list has it */
};

G_DEFINE_FINAL_TYPE (LecternParticipantsView, lectern_participants_view, LECTERN_TYPE_VIEW)

static LecternReader *
get_reader (LecternParticipantsView *self)
{
  return lectern_view_get_reader (LECTERN_VIEW (self));
}

/* Which of the stack's pages is the honest one. */
static void
show_page (LecternParticipantsView *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint all = lectern_list_model_get_size (self->model);
  const char *page = "table";
  if (lectern_view_get_event (LECTERN_VIEW (self)) == 0)
    page = "no-event";
  else if (all == 0)
    page = "empty";
  else if (shown == 0 && !lectern_list_model_get_loading (self->model))
    page = "nothing-found";
  gtk_stack_set_visible_child_name (self->stack, page);
  lectern_participants_filter_set_shown (self->filter, shown, all);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), all > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), lectern_view_get_event (LECTERN_VIEW (self)) != 0);
}

static void
ask (LecternParticipantsView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  LecternParticipantFilter filter = { .event = lectern_view_get_event (view) };
  g_autoptr(LecternListQuery) query = NULL;
  if (get_reader (self) == NULL || filter.event == 0)
    lectern_list_model_set_query (self->model, NULL, NULL);
  else
    {
      lectern_participants_filter_get (self->filter, &filter);
      filter.sort = lectern_participants_table_get_sort (self->table, &filter.descending);
      query = lectern_participants_query (&filter);
      lectern_list_model_set_query (self->model, lectern_view_get_workspace (view), query);
    }
  show_page (self);
}

static void
ask_otherwise (LecternParticipantsView *self)
{
  self->to_top = TRUE;
  ask (self);
}

static void
update_counts (LecternParticipantsView *self)
{
  if (get_reader (self) == NULL)
    return;
  g_autoptr(LecternParticipantCounts) counts
      = lectern_participants_count (get_reader (self), lectern_view_get_event (LECTERN_VIEW (self)));
  lectern_participants_summary_set_counts (self->summary, counts);
  lectern_participants_filter_set_counts (self->filter, counts);
}

static void
enable (LecternParticipantsView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
on_selection_changed (LecternParticipantsView *self)
{
  g_autoptr(GArray) ids = lectern_participants_table_get_selected (self->table);
  lectern_participants_selection_bar_set_count (self->selection_bar, ids->len);
  lectern_participant_details_set (self->details, ids->len == 1 ? g_array_index (ids, gint64, 0) : 0);
  gtk_stack_set_visible_child_name (self->pane, ids->len == 1 ? "details" : "summary");
  enable (self, "remove", ids->len > 0);
  enable (self, "set-state", ids->len > 0);
  enable (self, "edit", ids->len == 1);
}

static void
on_filled (LecternParticipantsView *self)
{
  show_page (self);
  if (self->to_top)
    lectern_participants_table_scroll_to_top (self->table);
  self->to_top = FALSE;
  if (self->wanted != 0 && lectern_participants_table_select (self->table, self->wanted))
    self->wanted = 0;
}

/* Adding. */

static void
on_add_chosen (LecternParticipantsView *self, gint64 person, const char *name)
{
  LecternView *view = LECTERN_VIEW (self);
  gint64 event = lectern_view_get_event (view), registration = 0;
  if (event == 0 || get_reader (self) == NULL || (person == 0 && *name == '\0'))
    return;
  if (person != 0)
    registration = lectern_participants_find (get_reader (self), event, person);
  if (registration != 0)
    {
      g_autofree char *known = lectern_reader_name (get_reader (self), LECTERN_KIND_PERSON, person, NULL);
      g_autofree char *text = g_strdup_printf (_("%s is a participant already"), known);
      lectern_view_toast (view, text);
      lectern_view_reveal (view, LECTERN_KIND_REGISTRATION, registration);
      return;
    }
  g_autoptr(LecternEdit) edit
      = lectern_participants_edit_add (get_reader (self), event, person, name, &registration);
  self->wanted = registration;
  lectern_view_commit (view, edit, NULL);
}

/* Actions. */

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LecternParticipantsView *self = user_data;
  if (lectern_view_get_event (LECTERN_VIEW (self)) != 0)
    lectern_add_button_popup (self->add);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LecternParticipantsView *self = user_data;
  g_autoptr(GArray) ids = lectern_participants_table_get_selected (self->table);
  if (ids->len == 0)
    return;
  g_autoptr(LecternEdit) edit = lectern_participants_edit_remove (get_reader (self), ids);
  g_autofree char *toast = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u participant removed", "%u participants removed", ids->len), ids->len);
  lectern_view_commit (LECTERN_VIEW (self), edit, toast);
}

static void
state_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LecternParticipantsView *self = user_data;
  g_autoptr(GArray) ids = lectern_participants_table_get_selected (self->table);
  if (ids->len == 0)
    return;
  g_autoptr(LecternEdit) edit = lectern_participants_edit_state (get_reader (self), ids,
                                                                 g_variant_get_string (parameter, NULL));
  lectern_view_commit (LECTERN_VIEW (self), edit, lectern_edit_get_label (edit));
}

static void
on_opened (LecternParticipantsView *self)
{
  if (lectern_participants_table_n_selected (self->table) != 1)
    return;
  lectern_view_show_pane (LECTERN_VIEW (self), TRUE);
  lectern_participant_details_edit_name (self->details);
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  on_opened (user_data);
}

static void
unselect_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LecternParticipantsView *self = user_data;
  lectern_participants_table_unselect (self->table);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
clear_filter_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  lectern_participants_filter_clear (LECTERN_PARTICIPANTS_VIEW (user_data)->filter);
}

/* Keys of the whole place; those of the table are added to the table, so that Delete in a field
 * is a letter's matter. */
static void
add_keys (LecternParticipantsView *self)
{
  GtkWidget *table = GTK_WIDGET (self->table);
  lectern_keys_add_everywhere (GTK_WIDGET (self), GDK_KEY_n, GDK_CONTROL_MASK, "participants.add");
  lectern_keys_add_search (GTK_WIDGET (self), lectern_participants_filter_get_search (self->filter));
  lectern_keys_add (table, GDK_KEY_Delete, 0, "participants.remove");
  lectern_keys_add (table, GDK_KEY_F2, 0, "participants.edit");
  lectern_keys_add (table, GDK_KEY_Escape, 0, "participants.unselect");
}

/* LecternView. */

static void
lectern_participants_view_load (LecternView *view)
{
  LecternParticipantsView *self = LECTERN_PARTICIPANTS_VIEW (view);
  ask (self);
  update_counts (self);
  on_selection_changed (self);
}

static void
lectern_participants_view_changed (LecternView *view, guint64 kinds)
{
  LecternParticipantsView *self = LECTERN_PARTICIPANTS_VIEW (view);
  static const guint64 ours
      = LECTERN_KIND_BIT (REGISTRATION) | LECTERN_KIND_BIT (PERSON)
        | LECTERN_KIND_BIT (ORGANISATION) | LECTERN_KIND_BIT (QUOTA) | LECTERN_KIND_BIT (EVENT)
        | LECTERN_KIND_BIT (SESSION);
  if ((kinds & ours) == 0)
    return;
  lectern_list_model_refresh (self->model);
  update_counts (self);
  lectern_participant_details_refresh (self->details);
}

static gboolean
lectern_participants_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternParticipantsView *self = LECTERN_PARTICIPANTS_VIEW (view);
  if (kind == LECTERN_KIND_PERSON && get_reader (self) != NULL)
    id = lectern_participants_find (get_reader (self), lectern_view_get_event (view), id);
  else if (kind != LECTERN_KIND_REGISTRATION)
    return FALSE;
  if (id == 0)
    return FALSE;
  lectern_view_show_pane (view, TRUE);
  if (lectern_participants_table_select (self->table, id))
    return TRUE;
  /* Hidden by a filter, or not read yet. */
  self->wanted = id;
  if (lectern_participants_filter_is_set (self->filter))
    lectern_participants_filter_clear (self->filter);
  return TRUE;
}

static GtkWidget *
lectern_participants_view_header_end (LecternView *view)
{
  return GTK_WIDGET (LECTERN_PARTICIPANTS_VIEW (view)->add);
}

static GtkWidget *
lectern_participants_view_pane (LecternView *view)
{
  return GTK_WIDGET (LECTERN_PARTICIPANTS_VIEW (view)->pane);
}

static void
lectern_participants_view_dispose (GObject *object)
{
  LecternParticipantsView *self = LECTERN_PARTICIPANTS_VIEW (object);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->add);
  g_clear_object (&self->pane);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (lectern_participants_view_parent_class)->dispose (object);
}

static void
lectern_participants_view_class_init (LecternParticipantsViewClass *klass)
{
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_participants_view_dispose;
  view_class->load = lectern_participants_view_load;
  view_class->changed = lectern_participants_view_changed;
  view_class->reveal = lectern_participants_view_reveal;
  view_class->header_end = lectern_participants_view_header_end;
  view_class->pane = lectern_participants_view_pane;
}

static void
build_pane (LecternParticipantsView *self)
{
  self->pane = GTK_STACK (g_object_ref_sink (gtk_stack_new ()));
  self->summary = LECTERN_PARTICIPANTS_SUMMARY (lectern_participants_summary_new ());
  self->details = LECTERN_PARTICIPANT_DETAILS (lectern_participant_details_new (LECTERN_VIEW (self)));
  gtk_stack_add_named (self->pane, GTK_WIDGET (self->summary), "summary");
  gtk_stack_add_named (self->pane, GTK_WIDGET (self->details), "details");
  gtk_stack_set_hhomogeneous (self->pane, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pane), FALSE);
}

static void
build_stack (LecternParticipantsView *self)
{
  GtkWidget *no_event = lectern_status_page_new (
      "x-office-calendar-symbolic", _("No event yet"),
      _("Participants come to an event. Make one with the switch at the top left."));
  GtkWidget *empty = lectern_status_page_new (
      "system-users-symbolic", _("Nobody is registered yet"),
      _("Add participants one by one; people whom you know already are found as you type."));
  GtkWidget *nothing = lectern_status_page_new ("system-search-symbolic", _("Nobody found"),
                                                _("No participant is like what you search for."));
  lectern_status_page_add_button (empty, _("Add a participant"), "participants.add", TRUE);
  lectern_status_page_add_button (nothing, _("Show all"), "participants.clear-filter", TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->stack, no_event, "no-event");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, nothing, "nothing-found");
}

/* The pane and the header button stand outside the view, so they get the actions too. */
static void
add_actions (LecternParticipantsView *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_action },
    { .name = "remove", .activate = remove_action },
    { .name = "set-state", .activate = state_action, .parameter_type = "s" },
    { .name = "edit", .activate = edit_action },
    { .name = "unselect", .activate = unselect_action },
    { .name = "clear-filter", .activate = clear_filter_action },
  };
  GtkWidget *places[] = { GTK_WIDGET (self), GTK_WIDGET (self->pane), GTK_WIDGET (self->add) };
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_widget_insert_action_group (places[i], "participants", G_ACTION_GROUP (self->actions));
}

static void
lectern_participants_view_init (LecternParticipantsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->actions = g_simple_action_group_new ();
  self->model = lectern_list_model_new ();
  self->table = LECTERN_PARTICIPANTS_TABLE (lectern_participants_table_new (self->model));
  self->filter = LECTERN_PARTICIPANTS_FILTER (
      lectern_participants_filter_new (lectern_participants_table_get_menu (self->table)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  lectern_participants_table_get_actions (self->table));
  self->selection_bar = LECTERN_PARTICIPANTS_SELECTION_BAR (lectern_participants_selection_bar_new ());
  build_pane (self);
  build_stack (self);
  self->add = LECTERN_ADD_BUTTON (g_object_ref_sink (lectern_add_button_new (
      LECTERN_VIEW (self), LECTERN_KIND_PERSON, NULL, _("Add a participant"),
      _("Somebody known already is found as you type; others are added to your contacts too."))));
  g_signal_connect_swapped (self->add, "chosen", G_CALLBACK (on_add_chosen), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->selection_bar));
  adw_bin_set_child (ADW_BIN (self), box);
  add_actions (self);
  add_keys (self);
  g_signal_connect_swapped (self->model, "filled", G_CALLBACK (on_filled), self);
  g_signal_connect_swapped (self->table, "sorted", G_CALLBACK (ask_otherwise), self);
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->table, "selection-changed", G_CALLBACK (on_selection_changed), self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (ask_otherwise), self);
  g_signal_connect_swapped (self->filter, "leave", G_CALLBACK (gtk_widget_grab_focus), self->table);
}

GtkWidget *
lectern_participants_view_new (void)
{
  return g_object_new (LECTERN_TYPE_PARTICIPANTS_VIEW, NULL);
}
