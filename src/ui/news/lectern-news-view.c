/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-news-view.h"

#include "lectern-news-page.h"
#include "lectern-news.h"
#include "lectern-list-rows.h"
#include "lectern-section.h"
#include "lectern-status-page.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

struct _LecternNewsView
{
  LecternView parent_instance;

  GMenu *types;       /* owned */
  GtkWidget *add;     /* owned: in the header bar */
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  LecternNewsPage *page;
  gint64 shown;
  gint64 wanted;      /* to be selected as soon as it is there */
};

G_DEFINE_FINAL_TYPE (LecternNewsView, lectern_news_view, LECTERN_TYPE_VIEW)

static LecternReader *
get_reader (LecternNewsView *self)
{
  return lectern_view_get_reader (LECTERN_VIEW (self));
}

static gint64
row_record (GtkListBoxRow *row)
{
  gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "record") : NULL;
  return id != NULL ? *id : 0;
}

static void
on_row_selected (LecternNewsView *self, GtkListBoxRow *row)
{
  if (row_record (row) == 0)
    return;
  self->shown = row_record (row);
  lectern_news_page_set (self->page, self->shown);
}

static void
on_row_activated (LecternNewsView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

/* "Ready · 12 May 9.41" */
static GtkWidget *
row_new (LecternNewsView *self, const LecternRecord *record)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_STATE);
  const char *state = lectern_record_text (record, LECTERN_ANNOUNCEMENT_STATE);
  gint64 at = lectern_record_integer (record, LECTERN_ANNOUNCEMENT_PUBLISH_AT);
  const char *name = lectern_record_name (record, lectern_view_language (LECTERN_VIEW (self)));
  g_autofree char *when = at > 0 ? lectern_instant_format (at) : NULL;
  g_autofree char *second = g_strdup_printf ("%s%s%s", lectern_field_choice_label (field, state ? state : "draft"),
                                             when ? " · " : "", when ? when : "");
  GtkWidget *row = lectern_row_new (*name ? name : _ ("Without a title"), second, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_memdup2 (&record->id, sizeof record->id), g_free);
  return row;
}

static void
refresh (LecternNewsView *self)
{
  LecternReader *reader = get_reader (self);
  gint64 selected = self->wanted != 0 ? self->wanted : self->shown;
  GtkListBoxRow *select = NULL;
  GtkListBoxRow *before = gtk_list_box_get_selected_row (self->list);
  int at = before != NULL && self->shown != 0 ? gtk_list_box_row_get_index (before) : 0;
  lectern_list_rows_clear (self->list);
  if (reader == NULL)
    return;
  g_autoptr (GPtrArray) all = lectern_reader_find (reader, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT,
                                                   lectern_view_get_event (LECTERN_VIEW (self)));
  for (guint i = 0; i < all->len; i++)
    {
      const LecternRecord *record = all->pdata[i];
      GtkWidget *row = row_new (self, record);
      gtk_list_box_append (self->list, row);
      if (record->id == selected)
        select = GTK_LIST_BOX_ROW (row);
      if (record->id == self->wanted)
        self->wanted = 0;
    }
  for (; select == NULL && at >= 0; at--) /* it is gone: the one that took its place, or the last */
    select = gtk_list_box_get_row_at_index (self->list, at);
  gtk_stack_set_visible_child_name (self->stack, all->len > 0 ? "news" : "empty");
  if (select != NULL)
    gtk_list_box_select_row (self->list, select);
  else
    lectern_news_page_set (self->page, 0);
}

/* ---- actions ---- */

static void
add_news (LecternNewsView *self, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  gint64 event = lectern_view_get_event (LECTERN_VIEW (self));
  if (get_reader (self) == NULL || event == 0)
    return;
  g_autoptr (LecternEdit) edit
      = lectern_news_edit_new (get_reader (self), event, g_variant_get_string (parameter, NULL), &self->wanted, &error);
  if (edit != NULL)
    lectern_view_commit (LECTERN_VIEW (self), edit, NULL);
  else
    lectern_view_fail (LECTERN_VIEW (self), error->message);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_news (LECTERN_NEWS_VIEW (widget), parameter);
}

/* The button in the header bar stands outside the view. */
static void
on_header_add (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  add_news (self, parameter);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternNewsView *self = LECTERN_NEWS_VIEW (widget);
  if (get_reader (self) == NULL || self->shown == 0)
    return;
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Delete an announcement"));
  lectern_edit_delete (edit, LECTERN_KIND_ANNOUNCEMENT, self->shown);
  lectern_view_commit (LECTERN_VIEW (self), edit, _ ("The announcement was deleted"));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (LECTERN_NEWS_VIEW (widget)->leaflet, "list");
}

/* ---- LecternView ---- */

static void
lectern_news_view_load (LecternView *view)
{
  LecternNewsView *self = LECTERN_NEWS_VIEW (view);
  self->shown = self->wanted = 0;
  lectern_news_page_set (self->page, 0);
  refresh (self);
}

static void
lectern_news_view_changed (LecternView *view, guint64 kinds)
{
  LecternNewsView *self = LECTERN_NEWS_VIEW (view);
  if (!LECTERN_KIND_IN (kinds, LECTERN_KIND_ANNOUNCEMENT) && !LECTERN_KIND_IN (kinds, LECTERN_KIND_EVENT))
    return;
  refresh (self);
  lectern_news_page_refresh (self->page);
}

static gboolean
lectern_news_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternNewsView *self = LECTERN_NEWS_VIEW (view);
  if (get_reader (self) == NULL || kind != LECTERN_KIND_ANNOUNCEMENT)
    return FALSE;
  self->wanted = id;
  refresh (self);
  on_row_activated (self);
  return self->shown == id;
}

static GtkWidget *
lectern_news_view_header_end (LecternView *view)
{
  return LECTERN_NEWS_VIEW (view)->add;
}

static void
lectern_news_view_dispose (GObject *object)
{
  LecternNewsView *self = LECTERN_NEWS_VIEW (object);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  if (self->add != NULL)
    gtk_widget_insert_action_group (self->add, "news", NULL);
  g_clear_object (&self->add);
  g_clear_object (&self->types);
  G_OBJECT_CLASS (lectern_news_view_parent_class)->dispose (object);
}

static void
lectern_news_view_class_init (LecternNewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_news_view_dispose;
  view_class->load = lectern_news_view_load;
  view_class->changed = lectern_news_view_changed;
  view_class->reveal = lectern_news_view_reveal;
  view_class->header_end = lectern_news_view_header_end;
  gtk_widget_class_install_action (widget_class, "news.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "news.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "news.back", NULL, back_action);
}

static GtkWidget *
list_side_new (LecternNewsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("News"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, 206, -1);
  gtk_widget_set_hexpand (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "side-list");
  return scrolled;
}

static GtkWidget *
page_side_new (LecternNewsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *back = lectern_icon_button_new ("go-previous-symbolic", _ ("Back to the list"), "news.back");
  GtkWidget *remove = lectern_icon_button_new ("user-trash-symbolic", _ ("Delete this announcement"), "news.delete");
  self->page = LECTERN_NEWS_PAGE (lectern_news_page_new (LECTERN_VIEW (self)));
  g_object_bind_property (self->leaflet, "folded", back, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), remove);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  return box;
}

static GtkWidget *
empty_new (LecternNewsView *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *page = lectern_status_page_new ("mail-unread-symbolic", _ ("Nothing announced yet"),
                                             _ ("An announcement begins with the dates, the place and the agenda that are known, "
                                                "in each language of the event."));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Announce something"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (self->types));
  gtk_widget_add_css_class (button, "pill");
  lectern_status_page_add (page, button);
  return page;
}

static void
make_menu (LecternNewsView *self)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_TYPE);
  self->types = g_menu_new ();
  for (const LecternChoice *type = field->choices; type->key != NULL; type++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (lectern_field_choice_label (field, type->key), NULL);
      g_menu_item_set_action_and_target (item, "news.add", "s", type->key);
      g_menu_append_item (self->types, item);
    }
  self->add = g_object_ref_sink (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) letter = g_menu_new ();
  g_menu_append (letter, _ ("Newsletter for e-mail…"), "win.export-as::mail");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->types));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (letter));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
  const GActionEntry entries[] = { { "add", on_header_add, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->add, "news", G_ACTION_GROUP (group));
  gtk_widget_set_tooltip_text (self->add, _ ("Announce something"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Announce something"),
                                  -1);
}

static void
lectern_news_view_init (LecternNewsView *self)
{
  AdwLeafletPage *page;
  make_menu (self);
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  page = adw_leaflet_append (self->leaflet, list_side_new (self));
  adw_leaflet_page_set_name (page, "list");
  page = adw_leaflet_append (self->leaflet, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (page, FALSE);
  page = adw_leaflet_append (self->leaflet, page_side_new (self));
  adw_leaflet_page_set_name (page, "page");
  gtk_stack_add_named (self->stack, empty_new (self), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->leaflet), "news");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
lectern_news_view_new (void)
{
  return g_object_new (LECTERN_TYPE_NEWS_VIEW, NULL);
}
