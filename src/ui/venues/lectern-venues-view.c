/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-venues-view.h"

#include <glib/gi18n-lib.h>

#include "lectern-add-button.h"
#include "lectern-keys.h"
#include "lectern-list-rows.h"
#include "lectern-section.h"
#include "lectern-status-page.h"
#include "lectern-touched.h"
#include "lectern-venue-page.h"
#include "lectern-venues-edits.h"
#include "lectern-venues.h"

struct _LecternVenuesView
{
  LecternView parent_instance;
  GtkStack *stack;       /* the two sides, or what to do where there is no venue */
  AdwLeaflet *leaflet;
  GtkListBox *list;
  LecternVenuePage *page;
  LecternAddButton *add; /* in the header bar */
  gint64 shown;
  gint64 wanted;         /* to be selected as soon as it is there */
};

G_DEFINE_FINAL_TYPE (LecternVenuesView, lectern_venues_view, LECTERN_TYPE_VIEW)

static LecternReader *
get_reader (LecternVenuesView *self)
{
  return lectern_view_get_reader (LECTERN_VIEW (self));
}

static gint64
row_venue (GtkListBoxRow *row)
{
  gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "venue") : NULL;
  return id != NULL ? *id : 0;
}

static void
on_row_selected (LecternVenuesView *self, GtkListBoxRow *row)
{
  gint64 id = row_venue (row);
  if (id == 0 || id == self->shown)
    return;
  self->shown = id;
  lectern_venue_page_set (self->page, id);
}

static void
show_page (LecternVenuesView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

static void
on_row_activated (LecternVenuesView *self)
{
  show_page (self);
}

/* The list. */

static char *
dup_second (LecternVenuesView *self, const LecternVenueLine *line)
{
  g_autofree char *event
      = line->latest_event != 0 && !line->here
            ? lectern_reader_name (get_reader (self), LECTERN_KIND_EVENT, line->latest_event,
                                   lectern_view_language (LECTERN_VIEW (self)))
            : NULL;
  g_autofree char *rooms = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u room", "%u rooms", line->n_rooms), line->n_rooms);
  const char *place = line->address_missing ? _("address missing") : line->city;
  return g_strdup_printf ("%s%s%s", place, *place ? " · " : "", event != NULL ? event : rooms);
}

static GtkWidget *
row_new (LecternVenuesView *self, const LecternVenueLine *line)
{
  g_autofree char *second = dup_second (self, line);
  GtkWidget *row = lectern_row_new (line->name, second, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "venue", g_memdup2 (&line->id, sizeof line->id), g_free);
  g_object_set_data (G_OBJECT (row), "here", GINT_TO_POINTER (line->here));
  if (line->here)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");
      gtk_widget_add_css_class (sign, "success");
      gtk_widget_set_tooltip_text (sign, _("The event takes place here"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("The event takes place here"), -1);
      lectern_row_add_suffix (row, sign);
    }
  return row;
}

/* Headings before the first venue of the event and before the first other one. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  LecternVenuesView *self = user_data;
  gboolean here = g_object_get_data (G_OBJECT (row), "here") != NULL;
  g_autofree char *title = NULL;
  if (before != NULL && here == (g_object_get_data (G_OBJECT (before), "here") != NULL))
    return gtk_list_box_row_set_header (row, NULL);
  if (here)
    title = lectern_reader_name (get_reader (self), LECTERN_KIND_EVENT,
                                 lectern_view_get_event (LECTERN_VIEW (self)),
                                 lectern_view_language (LECTERN_VIEW (self)));
  GtkWidget *label = gtk_label_new (title != NULL ? title : _("Other venues"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "contact-heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
refresh (LecternVenuesView *self)
{
  LecternReader *reader = get_reader (self);
  gint64 selected = self->wanted != 0 ? self->wanted : self->shown;
  GtkListBoxRow *select = NULL;
  GtkListBoxRow *before = gtk_list_box_get_selected_row (self->list);
  int at = before != NULL && self->shown != 0 ? gtk_list_box_row_get_index (before) : 0;
  lectern_list_rows_clear (self->list);
  if (reader == NULL)
    return;
  g_autoptr(GPtrArray) lines = lectern_venues_list (reader, lectern_view_get_event (LECTERN_VIEW (self)),
                                                    lectern_view_language (LECTERN_VIEW (self)));
  for (guint i = 0; i < lines->len; i++)
    {
      const LecternVenueLine *line = lines->pdata[i];
      GtkWidget *row = row_new (self, line);
      gtk_list_box_append (self->list, row);
      if (line->id == selected)
        select = GTK_LIST_BOX_ROW (row);
      if (line->id == self->wanted)
        self->wanted = 0;
    }
  for (; select == NULL && at >= 0; at--) /* it is gone: the one that took its place, or the last */
    select = gtk_list_box_get_row_at_index (self->list, at);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "venues" : "empty");
  if (select != NULL)
    gtk_list_box_select_row (self->list, select);
}

/* Actions. */

static void
on_add_chosen (LecternVenuesView *self, gint64 id, const char *name)
{
  if (get_reader (self) == NULL)
    return;
  if (id == 0)
    {
      g_autoptr(LecternEdit) edit = lectern_venues_edit_add (
          get_reader (self), lectern_view_get_event (LECTERN_VIEW (self)), name, &id);
      self->wanted = id;
      lectern_view_commit (LECTERN_VIEW (self), edit, NULL);
    }
  else
    lectern_view_reveal (LECTERN_VIEW (self), LECTERN_KIND_VENUE, id);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_add_button_popup (LECTERN_VENUES_VIEW (widget)->add);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternVenuesView *self = LECTERN_VENUES_VIEW (widget);
  if (get_reader (self) == NULL || self->shown == 0)
    return;
  g_autofree char *venue = lectern_reader_name (get_reader (self), LECTERN_KIND_VENUE, self->shown, NULL);
  g_autofree char *toast = g_strdup_printf (_("“%s” deleted"), venue);
  g_autoptr(LecternEdit) edit = lectern_venues_edit_delete (get_reader (self), self->shown);
  lectern_view_commit (LECTERN_VIEW (self), edit, toast);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (LECTERN_VENUES_VIEW (widget));
  lectern_venue_page_edit_name (LECTERN_VENUES_VIEW (widget)->page);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (LECTERN_VENUES_VIEW (widget)->leaflet, "list");
}

static void
add_keys (LecternVenuesView *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  lectern_keys_add_everywhere (GTK_WIDGET (self), GDK_KEY_n, GDK_CONTROL_MASK, "venues.add");
  lectern_keys_add (list, GDK_KEY_Delete, 0, "venues.delete");
  lectern_keys_add (list, GDK_KEY_F2, 0, "venues.edit");
}

/* LecternView. */

static void
lectern_venues_view_load (LecternView *view)
{
  LecternVenuesView *self = LECTERN_VENUES_VIEW (view);
  self->shown = self->wanted = 0;
  lectern_venue_page_set (self->page, 0);
  refresh (self);
}

static void
lectern_venues_view_changed (LecternView *view, guint64 kinds)
{
  LecternVenuesView *self = LECTERN_VENUES_VIEW (view);
  static const guint64 listed
      = LECTERN_KIND_BIT (VENUE) | LECTERN_KIND_BIT (ROOM) | LECTERN_KIND_BIT (EVENT)
        | LECTERN_KIND_BIT (DAY);
  if ((kinds & listed) != 0)
    refresh (self);
  lectern_venue_page_refresh (self->page);
}

static gboolean
lectern_venues_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternVenuesView *self = LECTERN_VENUES_VIEW (view);
  gint64 room = kind == LECTERN_KIND_ROOM ? id : 0;
  if (get_reader (self) == NULL || (kind != LECTERN_KIND_VENUE && kind != LECTERN_KIND_ROOM))
    return FALSE;
  if (room != 0)
    {
      g_autoptr(LecternRecord) record = lectern_reader_get (get_reader (self), kind, room);
      id = record != NULL ? lectern_record_integer (record, LECTERN_ROOM_VENUE) : 0;
    }
  self->wanted = id;
  refresh (self);
  show_page (self);
  if (room != 0)
    lectern_venue_page_edit_room (self->page, room);
  return self->shown == id;
}

static GtkWidget *
lectern_venues_view_header_end (LecternView *view)
{
  return GTK_WIDGET (LECTERN_VENUES_VIEW (view)->add);
}

static void
lectern_venues_view_dispose (GObject *object)
{
  LecternVenuesView *self = LECTERN_VENUES_VIEW (object);
  /* A list that goes takes its rows out one by one and asks for headings and selections then. */
  if (self->list != NULL)
    {
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
      g_signal_handlers_disconnect_by_data (self->list, self);
    }
  self->list = NULL;
  g_clear_object (&self->add);
  G_OBJECT_CLASS (lectern_venues_view_parent_class)->dispose (object);
}

static void
lectern_venues_view_class_init (LecternVenuesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_venues_view_dispose;
  view_class->load = lectern_venues_view_load;
  view_class->changed = lectern_venues_view_changed;
  view_class->reveal = lectern_venues_view_reveal;
  view_class->header_end = lectern_venues_view_header_end;
  gtk_widget_class_install_action (widget_class, "venues.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "venues.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "venues.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "venues.back", NULL, back_action);
}

static GtkWidget *
list_side_new (LecternVenuesView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Venues"), -1);
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
page_side_new (LecternVenuesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *back = lectern_icon_button_new ("go-previous-symbolic", _("Back to the list"), "venues.back");
  self->page = LECTERN_VENUE_PAGE (lectern_venue_page_new (LECTERN_VIEW (self)));
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  g_object_bind_property (self->leaflet, "folded", back, "visible", G_BINDING_SYNC_CREATE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  return box;
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = lectern_status_page_new (
      "mark-location-symbolic", _("No venues yet"),
      _("A house with its rooms, its address and how to get there. An imported programme brings its own."));
  lectern_status_page_add_button (page, _("Add a venue"), "venues.add", TRUE);
  return page;
}

static void
lectern_venues_view_init (LecternVenuesView *self)
{
  AdwLeafletPage *page;
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  page = adw_leaflet_append (self->leaflet, list_side_new (self));
  adw_leaflet_page_set_name (page, "list");
  page = adw_leaflet_append (self->leaflet, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (page, FALSE);
  page = adw_leaflet_append (self->leaflet, page_side_new (self));
  adw_leaflet_page_set_name (page, "page");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->leaflet), "venues");
  gtk_stack_add_named (self->stack, empty_new (), "empty");
  self->add = LECTERN_ADD_BUTTON (g_object_ref_sink (
      lectern_add_button_new (LECTERN_VIEW (self), LECTERN_KIND_VENUE, NULL, _("Add a venue"),
                              _("A venue known already is found as you type."))));
  g_signal_connect_swapped (self->add, "chosen", G_CALLBACK (on_add_chosen), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  add_keys (self);
}

GtkWidget *
lectern_venues_view_new (void)
{
  return g_object_new (LECTERN_TYPE_VENUES_VIEW, NULL);
}
