/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-organisation-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-action-row.h"
#include "lectern-add-button.h"
#include "lectern-contact-parts.h"
#include "lectern-contacts-edits.h"
#include "lectern-field-editor.h"
#include "lectern-record-row.h"
#include "lectern-region.h"
#include "lectern-time.h"

struct _LecternOrganisationPage
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  gint64 id;
  AdwAvatar *avatar;
  LecternFieldEditor *name;
  GtkLabel *second;
  GPtrArray *fields; /* of LecternFieldEditor */
  LecternSection *people;
  LecternSection *roles;
  LecternSection *events;
  LecternSection *actions;
  GPtrArray *action_rows; /* of LecternActionRow, owned by the section */
  GtkWidget *links;
  GtkWidget *contact_points;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (LecternOrganisationPage, lectern_organisation_page, ADW_TYPE_BIN)

static const guint about_fields[] = {
  LECTERN_ORGANISATION_ACRONYM, LECTERN_ORGANISATION_TYPE,    LECTERN_ORGANISATION_REGION,
  LECTERN_ORGANISATION_STREET,  LECTERN_ORGANISATION_POSTCODE, LECTERN_ORGANISATION_CITY,
  LECTERN_ORGANISATION_COUNTRY, LECTERN_ORGANISATION_WEBSITE, LECTERN_ORGANISATION_TEXT_LANGUAGE,
  LECTERN_ORGANISATION_NOTES,   0,
};

static LecternReader *
get_reader (LecternOrganisationPage *self)
{
  return self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
}

static void
update_head (LecternOrganisationPage *self, LecternReader *reader)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_ORGANISATION, self->id);
  g_autofree char *region = NULL;
  const char *parts[4] = { NULL };
  guint n = 0;
  if (record == NULL)
    return;
  region = lectern_region_name (lectern_record_text (record, LECTERN_ORGANISATION_REGION));
  const char *acronym = lectern_record_text (record, LECTERN_ORGANISATION_ACRONYM);
  const char *city = lectern_record_text (record, LECTERN_ORGANISATION_CITY);
  if (acronym != NULL)
    parts[n++] = acronym;
  if (city != NULL)
    parts[n++] = city;
  if (*region != '\0')
    parts[n++] = region;
  g_autofree char *second = g_strjoinv (" · ", (char **) parts);
  gtk_label_set_label (self->second, n > 0 ? second : _("Town and region are not known yet"));
  adw_avatar_set_text (self->avatar, lectern_record_name (record, NULL));
}

static char *
dup_languages (const LecternRecord *person)
{
  g_auto(GStrv) tags = lectern_value_get_texts (lectern_record_value (person, LECTERN_PERSON_LANGUAGES));
  return tags != NULL ? g_strjoinv (" ", tags) : NULL;
}

static void
update_people (LecternOrganisationPage *self, LecternReader *reader)
{
  g_autoptr(GPtrArray) people
      = lectern_reader_find (reader, LECTERN_KIND_PERSON, LECTERN_PERSON_ORGANISATION, self->id);
  lectern_section_clear (self->people);
  for (guint i = 0; i < people->len; i++)
    {
      const LecternRecord *person = people->pdata[i];
      const char *email = lectern_record_text (person, LECTERN_PERSON_EMAIL);
      g_autofree char *languages = dup_languages (person);
      GtkWidget *row = lectern_row_new (lectern_record_name (person, NULL),
                                        lectern_record_text (person, LECTERN_PERSON_JOB),
                                        email ? email : _("not given"));
      GtkWidget *tags = lectern_quiet_label_new (languages);
      gtk_label_set_wrap (GTK_LABEL (tags), FALSE);
      gtk_label_set_width_chars (GTK_LABEL (tags), 6);
      lectern_row_add_suffix (row, tags);
      GtkWidget *avatar = adw_avatar_new (28, lectern_record_name (person, NULL), TRUE);
      gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
      lectern_row_add_prefix (row, avatar);
      lectern_row_set_opens (row, self->view, LECTERN_KIND_PERSON, person->id);
      lectern_section_append (self->people, row);
    }
}

static void
update_roles (LecternOrganisationPage *self, LecternReader *reader)
{
  static const guint fields[] = { LECTERN_MEMBERSHIP_ROLE, LECTERN_MEMBERSHIP_SINCE, 0 };
  g_autoptr(GPtrArray) roles = lectern_reader_find (reader, LECTERN_KIND_MEMBERSHIP,
                                                    LECTERN_MEMBERSHIP_ORGANISATION, self->id);
  if (!lectern_section_begin (self->roles, roles))
    return;
  for (guint i = 0; i < roles->len; i++)
    {
      const LecternRecord *role = roles->pdata[i];
      g_autofree char *node = lectern_reader_name (
          reader, LECTERN_KIND_PROGRAMME_NODE,
          lectern_record_integer (role, LECTERN_MEMBERSHIP_PROGRAMME_NODE), NULL);
      GtkWidget *row = lectern_record_row_new (self->view, LECTERN_KIND_MEMBERSHIP, role->id, fields);
      GtkWidget *label = gtk_label_new (node);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 14);
      gtk_widget_set_tooltip_text (label, node);
      gtk_widget_add_css_class (label, "table-text");
      lectern_row_add_prefix (row, label);
      lectern_section_append (self->roles, row);
    }
}

/* "3 registered, 2 roles, host" */
static char *
dup_involvement (const LecternInvolvement *one)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  if (one->host)
    g_strv_builder_add (parts, _("host"));
  if (one->n_attended > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u present", "%u present", one->n_attended), one->n_attended);
      g_strv_builder_add (parts, text);
    }
  else if (one->n_registered > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u registered", "%u registered", one->n_registered), one->n_registered);
      g_strv_builder_add (parts, text);
    }
  if (one->n_roles > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u role", "%u roles", one->n_roles), one->n_roles);
      g_strv_builder_add (parts, text);
    }
  g_auto(GStrv) all = g_strv_builder_end (parts);
  return g_strjoinv (", ", all);
}

static void
update_events (LecternOrganisationPage *self, LecternReader *reader)
{
  g_autoptr(GPtrArray) events = lectern_contacts_organisation_events (reader, self->id);
  lectern_section_clear (self->events);
  for (guint i = 0; i < events->len; i++)
    {
      const LecternInvolvement *one = events->pdata[i];
      g_autofree char *title = lectern_reader_name (reader, LECTERN_KIND_EVENT, one->event,
                                                    lectern_view_language (self->view));
      g_autofree char *when = one->start ? lectern_date_format (one->start) : g_strdup (_("no date yet"));
      g_autofree char *what = dup_involvement (one);
      GtkWidget *row = lectern_row_new (title, when, what);
      lectern_row_set_opens (row, self->view, LECTERN_KIND_EVENT, one->event);
      lectern_section_append (self->events, row);
    }
}

static void
update_actions (LecternOrganisationPage *self, LecternReader *reader)
{
  g_autoptr(GPtrArray) states = lectern_contacts_actions (reader, self->id);
  g_autoptr(GPtrArray) records
      = lectern_reader_find (reader, LECTERN_KIND_ACTION, LECTERN_ACTION_ORGANISATION, self->id);
  if (lectern_section_begin (self->actions, records) || self->action_rows->len != states->len)
    {
      lectern_section_clear (self->actions);
      g_ptr_array_set_size (self->action_rows, 0);
      for (guint i = 0; i < states->len; i++)
        {
          GtkWidget *row = lectern_action_row_new (self->view, states->pdata[i]);
          g_ptr_array_add (self->action_rows, row);
          lectern_section_append (self->actions, row);
        }
      return;
    }
  for (guint i = 0; i < states->len; i++)
    lectern_action_row_update (self->action_rows->pdata[i], states->pdata[i]);
}

void
lectern_organisation_page_refresh (LecternOrganisationPage *self)
{
  LecternReader *reader = get_reader (self);
  if (reader == NULL || self->id == 0)
    return;
  update_head (self, reader);
  update_people (self, reader);
  update_roles (self, reader);
  update_events (self, reader);
  update_actions (self, reader);
  lectern_contact_part_update (self->contact_points, LECTERN_KIND_ORGANISATION, self->id);
  lectern_contact_part_update (self->links, LECTERN_KIND_ORGANISATION, self->id);
  lectern_history_section_update (self->history, self->view, LECTERN_KIND_ORGANISATION, self->id);
}

void
lectern_organisation_page_set (LecternOrganisationPage *self, gint64 id)
{
  self->id = id;
  lectern_field_editor_set_record (self->name, id, NULL);
  for (guint i = 0; i < self->fields->len; i++)
    lectern_field_editor_set_record (self->fields->pdata[i], id, NULL);
  lectern_organisation_page_refresh (self);
}

void
lectern_organisation_page_edit_name (LecternOrganisationPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_add_person (LecternOrganisationPage *self, gint64 person, const char *name)
{
  if (get_reader (self) == NULL || self->id == 0)
    return;
  g_autoptr(LecternEdit) edit = lectern_contacts_edit_join (get_reader (self), self->id, person, name);
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_add_role (LecternOrganisationPage *self, gint64 node, const char *name)
{
  if (get_reader (self) == NULL || self->id == 0)
    return;
  g_autoptr(LecternEdit) edit = lectern_contacts_edit_role (get_reader (self), self->id, node, name);
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_add_action (LecternOrganisationPage *self)
{
  gint64 action;
  if (get_reader (self) == NULL || self->id == 0)
    return;
  g_autoptr(LecternEdit) edit = lectern_contacts_edit_add_to (
      get_reader (self), LECTERN_KIND_ACTION, LECTERN_KIND_ORGANISATION, self->id, &action);
  lectern_view_commit (self->view, edit, NULL);
}

static void
lectern_organisation_page_dispose (GObject *object)
{
  LecternOrganisationPage *self = LECTERN_ORGANISATION_PAGE (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->action_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_organisation_page_parent_class)->dispose (object);
}

static void
lectern_organisation_page_class_init (LecternOrganisationPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_organisation_page_dispose;
}

static void
lectern_organisation_page_init (LecternOrganisationPage *self)
{
  self->fields = g_ptr_array_new ();
  self->action_rows = g_ptr_array_new ();
}

static GtkWidget *
head_new (LecternOrganisationPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->avatar = ADW_AVATAR (adw_avatar_new (48, NULL, TRUE));
  self->name = LECTERN_FIELD_EDITOR (lectern_field_editor_new (
      self->view, LECTERN_KIND_ORGANISATION, 0, LECTERN_ORGANISATION_NAME, NULL));
  self->second = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_widget_add_css_class (lectern_field_editor_get_target (self->name), "page-title");
  gtk_widget_set_margin_start (GTK_WIDGET (self->second), 6);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (head), column);
  gtk_box_append (GTK_BOX (head), lectern_icon_button_new ("user-trash-symbolic", _("Delete this organisation"),
                                                           "contacts.delete"));
  return head;
}

static GtkWidget *
main_part_new (LecternOrganisationPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *people = lectern_section_new (_("People"), _("Nobody yet. Add a person by name."));
  GtkWidget *roles = lectern_section_new (_("Role in the programme"), _("None. Add the project or work package it belongs to."));
  GtkWidget *events = lectern_section_new (_("Events"), _("Its people are not registered for an event yet."));
  GtkWidget *actions = lectern_section_new (_("Action plan"), _("No actions yet."));
  GtkWidget *add_person = lectern_add_button_new (self->view, LECTERN_KIND_PERSON, _("Add"), _("Add a person"),
                                                  _("Somebody known already is found as you type."));
  GtkWidget *add_role = lectern_add_button_new (self->view, LECTERN_KIND_PROGRAMME_NODE, _("Add"), _("Add a role"),
                                                _("The name of a project, a pilot or a work package."));
  GtkWidget *add_action = lectern_section_add_button (LECTERN_SECTION (actions), _("Add"), _("Add an action"), NULL);
  self->people = LECTERN_SECTION (people);
  self->roles = LECTERN_SECTION (roles);
  self->events = LECTERN_SECTION (events);
  self->actions = LECTERN_SECTION (actions);
  lectern_section_add_header_widget (self->people, add_person);
  lectern_section_add_header_widget (self->roles, add_role);
  g_signal_connect_swapped (add_person, "chosen", G_CALLBACK (on_add_person), self);
  g_signal_connect_swapped (add_role, "chosen", G_CALLBACK (on_add_role), self);
  g_signal_connect_swapped (add_action, "clicked", G_CALLBACK (on_add_action), self);
  gtk_box_append (GTK_BOX (box), people);
  gtk_box_append (GTK_BOX (box), roles);
  gtk_box_append (GTK_BOX (box), events);
  gtk_box_append (GTK_BOX (box), actions);
  gtk_box_append (GTK_BOX (box), self->contact_points);
  return box;
}

GtkWidget *
lectern_organisation_page_new (LecternView *view)
{
  LecternOrganisationPage *self = g_object_new (LECTERN_TYPE_ORGANISATION_PAGE, NULL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_set_weak_pointer (&self->view, view);
  gtk_box_append (GTK_BOX (side), lectern_contact_fields_new (view, LECTERN_KIND_ORGANISATION, _("About"),
                                                              about_fields, self->fields));
  self->contact_points = lectern_contact_points_section_new (view);
  self->links = lectern_links_section_new (view);
  self->history = lectern_history_section_new ();
  gtk_box_append (GTK_BOX (side), self->links);
  gtk_box_append (GTK_BOX (side), self->history);
  adw_bin_set_child (ADW_BIN (self), lectern_contact_page_new (head_new (self), main_part_new (self), side));
  return GTK_WIDGET (self);
}
