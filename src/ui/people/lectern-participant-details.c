/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participant-details.h"

#include <glib/gi18n-lib.h>

#include "lectern-availability.h"
#include "lectern-field-editor.h"
#include "lectern-section.h"

struct _LecternParticipantDetails
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  gint64 registration;
  gint64 person;
  AdwAvatar *avatar;
  LecternFieldEditor *name;
  GtkLabel *second;
  GPtrArray *of_registration; /* of LecternFieldEditor */
  GPtrArray *of_person;
  LecternAvailability *availability;
};

G_DEFINE_FINAL_TYPE (LecternParticipantDetails, lectern_participant_details, ADW_TYPE_BIN)

static const guint registration_fields[] = {
  LECTERN_REGISTRATION_STATE,   LECTERN_REGISTRATION_ROLE,      LECTERN_REGISTRATION_DIET,
  LECTERN_REGISTRATION_ACCESS_NEEDS, LECTERN_REGISTRATION_ARRIVAL, LECTERN_REGISTRATION_DEPARTURE,
  LECTERN_REGISTRATION_REGISTERED, LECTERN_REGISTRATION_CHOICES, LECTERN_REGISTRATION_NOTES,
};
static const guint person_fields[] = {
  LECTERN_PERSON_ORGANISATION, LECTERN_PERSON_JOB,   LECTERN_PERSON_EMAIL, LECTERN_PERSON_PHONE,
  LECTERN_PERSON_LANGUAGES,    LECTERN_PERSON_TITLE, LECTERN_PERSON_GIVEN_NAME,
  LECTERN_PERSON_FAMILY_NAME,
};

static void
on_open_contact (LecternParticipantDetails *self)
{
  if (self->view == NULL || self->person == 0)
    return;
  /* The window shows a person where one is; so go to the other place first. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", "contacts");
  lectern_view_open (self->view, LECTERN_KIND_PERSON, self->person);
}

static void
append_heading (GtkBox *box, const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (box, label);
}

static GPtrArray *
append_fields (LecternParticipantDetails *self, GtkBox *box, LecternKind kind, const guint *fields,
               guint n)
{
  GPtrArray *editors = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *editor = lectern_field_editor_new_labelled (self->view, kind, 0, fields[i], NULL);
      gtk_box_append (box, editor);
      g_ptr_array_add (editors, editor);
    }
  return editors;
}

static GtkWidget *
header_new (LecternParticipantDetails *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *open = lectern_icon_button_new ("x-office-address-book-symbolic", _("Show in Contacts"), NULL);
  GtkWidget *close = lectern_icon_button_new ("window-close-symbolic", _("Back to the counts"),
                                              "participants.unselect");
  self->avatar = ADW_AVATAR (adw_avatar_new (36, NULL, TRUE));
  self->name = LECTERN_FIELD_EDITOR (
      lectern_field_editor_new (self->view, LECTERN_KIND_PERSON, 0, LECTERN_PERSON_NAME, NULL));
  self->second = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_widget_add_css_class (lectern_field_editor_get_target (self->name), "heading");
  gtk_widget_set_margin_start (GTK_WIDGET (self->second), 6);
  gtk_widget_set_valign (GTK_WIDGET (self->avatar), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->second));
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (on_open_contact), self);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (header), column);
  gtk_box_append (GTK_BOX (header), open);
  gtk_box_append (GTK_BOX (header), close);
  return header;
}

void
lectern_participant_details_refresh (LecternParticipantDetails *self)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL || self->person == 0)
    return;
  g_autofree char *name = lectern_reader_name (reader, LECTERN_KIND_PERSON, self->person, NULL);
  g_autoptr(LecternRecord) person = lectern_reader_get (reader, LECTERN_KIND_PERSON, self->person);
  gint64 organisation = person ? lectern_record_integer (person, LECTERN_PERSON_ORGANISATION) : 0;
  g_autofree char *second = organisation != 0 ? lectern_reader_name (reader, LECTERN_KIND_ORGANISATION,
                                                                     organisation, NULL)
                                              : g_strdup (_("No organisation yet"));
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->second, second);
}

void
lectern_participant_details_set (LecternParticipantDetails *self, gint64 registration)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  g_autoptr(LecternRecord) record
      = reader != NULL && registration != 0
            ? lectern_reader_get (reader, LECTERN_KIND_REGISTRATION, registration)
            : NULL;
  self->registration = record != NULL ? registration : 0;
  self->person = record != NULL ? lectern_record_integer (record, LECTERN_REGISTRATION_PERSON) : 0;
  lectern_field_editor_set_record (self->name, self->person, NULL);
  for (guint i = 0; i < self->of_registration->len; i++)
    lectern_field_editor_set_record (self->of_registration->pdata[i], self->registration, NULL);
  for (guint i = 0; i < self->of_person->len; i++)
    lectern_field_editor_set_record (self->of_person->pdata[i], self->person, NULL);
  lectern_availability_show (self->availability, LECTERN_KIND_PERSON, self->person);
  lectern_participant_details_refresh (self);
}

void
lectern_participant_details_edit_name (LecternParticipantDetails *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
lectern_participant_details_dispose (GObject *object)
{
  LecternParticipantDetails *self = LECTERN_PARTICIPANT_DETAILS (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->of_registration, g_ptr_array_unref);
  g_clear_pointer (&self->of_person, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_participant_details_parent_class)->dispose (object);
}

static void
lectern_participant_details_class_init (LecternParticipantDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_participant_details_dispose;
}

static void
lectern_participant_details_init (LecternParticipantDetails *self)
{
}

GtkWidget *
lectern_participant_details_new (LecternView *view)
{
  LecternParticipantDetails *self = g_object_new (LECTERN_TYPE_PARTICIPANT_DETAILS, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_set_weak_pointer (&self->view, view);
  gtk_widget_add_css_class (box, "pane-content");
  gtk_box_append (GTK_BOX (box), header_new (self));
  append_heading (GTK_BOX (box), _("Registration"));
  self->of_registration = append_fields (self, GTK_BOX (box), LECTERN_KIND_REGISTRATION,
                                         registration_fields, G_N_ELEMENTS (registration_fields));
  self->availability = LECTERN_AVAILABILITY (lectern_availability_new (view));
  gtk_widget_set_margin_top (GTK_WIDGET (self->availability), 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->availability));
  append_heading (GTK_BOX (box), _("Person"));
  self->of_person = append_fields (self, GTK_BOX (box), LECTERN_KIND_PERSON, person_fields,
                                   G_N_ELEMENTS (person_fields));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
