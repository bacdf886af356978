/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts-view.h"

#include <glib/gi18n-lib.h>

#include "lectern-add-button.h"
#include "lectern-contacts-edits.h"
#include "lectern-contacts-list.h"
#include "lectern-keys.h"
#include "lectern-organisation-page.h"
#include "lectern-person-page.h"
#include "lectern-section.h"
#include "lectern-status-page.h"
#include "lectern-touched.h"

struct _LecternContactsView
{
  LecternView parent_instance;
  AdwLeaflet *leaflet;
  LecternContactsList *list;
  GtkStack *pages;
  GtkWidget *back;
  LecternOrganisationPage *organisation;
  LecternPersonPage *person;
  GtkStack *add; /* in the header bar: a button for each kind */
};

G_DEFINE_FINAL_TYPE (LecternContactsView, lectern_contacts_view, LECTERN_TYPE_VIEW)

static void
on_selected (LecternContactsView *self, guint kind, gint64 id)
{
  lectern_organisation_page_set (self->organisation, kind == LECTERN_KIND_ORGANISATION ? id : 0);
  lectern_person_page_set (self->person, kind == LECTERN_KIND_PERSON ? id : 0);
  gtk_stack_set_visible_child_name (self->pages, id == 0                        ? "nothing"
                                                 : kind == LECTERN_KIND_PERSON ? "person"
                                                                               : "organisation");
}

static void
show_page (LecternContactsView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

static void
on_opened (LecternContactsView *self)
{
  show_page (self);
  if (adw_leaflet_get_folded (self->leaflet))
    return;
  if (lectern_contacts_list_get_mode (self->list) == LECTERN_KIND_PERSON)
    lectern_person_page_edit_name (self->person);
  else
    lectern_organisation_page_edit_name (self->organisation);
}

static void
on_mode (LecternContactsView *self)
{
  gtk_stack_set_visible_child_name (
      self->add,
      lectern_contacts_list_get_mode (self->list) == LECTERN_KIND_PERSON ? "person" : "organisation");
}

/* What is known already is shown instead of being made twice. */
static void
add (LecternContactsView *self, LecternKind kind, gint64 id, const char *name)
{
  if (id == 0)
    {
      g_autoptr(LecternEdit) edit = lectern_contacts_edit_add (kind, name, &id);
      lectern_view_commit (LECTERN_VIEW (self), edit, NULL);
    }
  lectern_contacts_list_select (self->list, kind, id);
  show_page (self);
}

static void
on_add_organisation (LecternContactsView *self, gint64 id, const char *name)
{
  add (self, LECTERN_KIND_ORGANISATION, id, name);
}

static void
on_add_person (LecternContactsView *self, gint64 id, const char *name)
{
  add (self, LECTERN_KIND_PERSON, id, name);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_add_button_popup (
      LECTERN_ADD_BUTTON (gtk_stack_get_visible_child (LECTERN_CONTACTS_VIEW (widget)->add)));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternContactsView *self = LECTERN_CONTACTS_VIEW (widget);
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  gint64 id = lectern_contacts_list_get_selected (self->list);
  LecternKind kind = lectern_contacts_list_get_mode (self->list);
  if (reader == NULL || id == 0)
    return;
  g_autofree char *record = lectern_reader_name (reader, kind, id, NULL);
  g_autofree char *toast = g_strdup_printf (_("“%s” deleted"), record);
  g_autoptr(LecternEdit) edit = lectern_contacts_edit_delete (reader, kind, id);
  lectern_view_commit (LECTERN_VIEW (self), edit, toast);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (LECTERN_CONTACTS_VIEW (widget)->leaflet, "list");
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (lectern_contacts_list_get_selected (LECTERN_CONTACTS_VIEW (widget)->list) != 0)
    on_opened (LECTERN_CONTACTS_VIEW (widget));
}

static void
add_keys (LecternContactsView *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  lectern_keys_add_everywhere (GTK_WIDGET (self), GDK_KEY_n, GDK_CONTROL_MASK, "contacts.add");
  lectern_keys_add_search (GTK_WIDGET (self), lectern_contacts_list_get_search (self->list));
  lectern_keys_add (list, GDK_KEY_Delete, 0, "contacts.delete");
  lectern_keys_add (list, GDK_KEY_F2, 0, "contacts.edit");
}

/* LecternView. */

static void
lectern_contacts_view_load (LecternView *view)
{
  LecternContactsView *self = LECTERN_CONTACTS_VIEW (view);
  lectern_contacts_list_load (self->list);
  on_mode (self);
}

static void
lectern_contacts_view_changed (LecternView *view, guint64 kinds)
{
  LecternContactsView *self = LECTERN_CONTACTS_VIEW (view);
  static const guint64 listed
      = LECTERN_KIND_BIT (ORGANISATION) | LECTERN_KIND_BIT (PERSON)
        | LECTERN_KIND_BIT (MEMBERSHIP) | LECTERN_KIND_BIT (PROGRAMME_NODE);
  if ((kinds & listed) != 0)
    lectern_contacts_list_refresh (self->list);
  lectern_organisation_page_refresh (self->organisation);
  lectern_person_page_refresh (self->person);
}

static gboolean
lectern_contacts_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternContactsView *self = LECTERN_CONTACTS_VIEW (view);
  if (kind != LECTERN_KIND_ORGANISATION && kind != LECTERN_KIND_PERSON)
    return FALSE;
  lectern_contacts_list_select (self->list, kind, id);
  show_page (self);
  return TRUE;
}

static GtkWidget *
lectern_contacts_view_header_end (LecternView *view)
{
  return GTK_WIDGET (LECTERN_CONTACTS_VIEW (view)->add);
}

static void
lectern_contacts_view_dispose (GObject *object)
{
  LecternContactsView *self = LECTERN_CONTACTS_VIEW (object);
  g_clear_object (&self->add);
  G_OBJECT_CLASS (lectern_contacts_view_parent_class)->dispose (object);
}

static void
lectern_contacts_view_class_init (LecternContactsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_contacts_view_dispose;
  view_class->load = lectern_contacts_view_load;
  view_class->changed = lectern_contacts_view_changed;
  view_class->reveal = lectern_contacts_view_reveal;
  view_class->header_end = lectern_contacts_view_header_end;
  gtk_widget_class_install_action (widget_class, "contacts.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "contacts.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "contacts.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "contacts.edit", NULL, edit_action);
}

static void
build_add (LecternContactsView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  GtkWidget *organisation = lectern_add_button_new (view, LECTERN_KIND_ORGANISATION, NULL,
                                                    _("Add an organisation"), NULL);
  GtkWidget *person = lectern_add_button_new (view, LECTERN_KIND_PERSON, NULL, _("Add a person"), NULL);
  self->add = GTK_STACK (g_object_ref_sink (gtk_stack_new ()));
  gtk_stack_add_named (self->add, organisation, "organisation");
  gtk_stack_add_named (self->add, person, "person");
  g_signal_connect_swapped (organisation, "chosen", G_CALLBACK (on_add_organisation), self);
  g_signal_connect_swapped (person, "chosen", G_CALLBACK (on_add_person), self);
}

static GtkWidget *
pages_new (LecternContactsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *nothing = lectern_status_page_new (
      "x-office-address-book-symbolic", _("Contacts"),
      _("Partner organisations and people of the whole project stand here, whether or not they come to an event."));
  self->back = lectern_icon_button_new ("go-previous-symbolic", _("Back to the list"), "contacts.back");
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  self->organisation = LECTERN_ORGANISATION_PAGE (lectern_organisation_page_new (LECTERN_VIEW (self)));
  self->person = LECTERN_PERSON_PAGE (lectern_person_page_new (LECTERN_VIEW (self)));
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages, nothing, "nothing");
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->organisation), "organisation");
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->person), "person");
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
lectern_contacts_view_init (LecternContactsView *self)
{
  GtkWidget *list = lectern_contacts_list_new (LECTERN_VIEW (self));
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->list = LECTERN_CONTACTS_LIST (list);
  lectern_contacts_list_follow (self->list, self->leaflet);
  gtk_widget_set_size_request (list, 280, -1);
  gtk_widget_set_hexpand (list, FALSE);
  page = adw_leaflet_append (self->leaflet, list);
  adw_leaflet_page_set_name (page, "list");
  page = adw_leaflet_append (self->leaflet, separator);
  adw_leaflet_page_set_navigatable (page, FALSE);
  page = adw_leaflet_append (self->leaflet, pages_new (self));
  adw_leaflet_page_set_name (page, "page");
  build_add (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
  add_keys (self);
  g_signal_connect_swapped (list, "selected", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (list, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (list, "mode-changed", G_CALLBACK (on_mode), self);
}

GtkWidget *
lectern_contacts_view_new (void)
{
  return g_object_new (LECTERN_TYPE_CONTACTS_VIEW, NULL);
}
