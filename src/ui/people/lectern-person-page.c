/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-person-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-contact-parts.h"
#include "lectern-contacts.h"
#include "lectern-field-editor.h"
#include "lectern-record-row.h"
#include "lectern-time.h"

struct _LecternPersonPage
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  gint64 id;
  AdwAvatar *avatar;
  LecternFieldEditor *name;
  GtkLabel *second;
  GPtrArray *fields; /* of LecternFieldEditor */
  LecternSection *events;
  GtkWidget *contact_points;
  GtkWidget *consents;
  GtkWidget *links;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (LecternPersonPage, lectern_person_page, ADW_TYPE_BIN)

static const guint reach_fields[]
    = { LECTERN_PERSON_EMAIL, LECTERN_PERSON_PHONE, LECTERN_PERSON_LANGUAGES, 0 };
static const guint about_fields[] = {
  LECTERN_PERSON_ORGANISATION, LECTERN_PERSON_JOB,   LECTERN_PERSON_TITLE,         LECTERN_PERSON_GIVEN_NAME,
  LECTERN_PERSON_FAMILY_NAME,  LECTERN_PERSON_PHOTO, LECTERN_PERSON_TEXT_LANGUAGE, 0,
};
static const guint text_fields[] = { LECTERN_PERSON_BIOGRAPHY, LECTERN_PERSON_NOTES, 0 };

static void
update_head (LecternPersonPage *self, LecternReader *reader)
{
  g_autoptr(LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_PERSON, self->id);
  if (record == NULL)
    return;
  gint64 organisation = lectern_record_integer (record, LECTERN_PERSON_ORGANISATION);
  const char *job = lectern_record_text (record, LECTERN_PERSON_JOB);
  g_autofree char *where
      = organisation != 0 ? lectern_reader_name (reader, LECTERN_KIND_ORGANISATION, organisation, NULL)
                          : g_strdup ("");
  g_autofree char *second
      = g_strdup_printf ("%s%s%s", job ? job : "", job && *where ? " · " : "", where);
  gtk_label_set_label (self->second, *second ? second : _("No organisation yet"));
  adw_avatar_set_text (self->avatar, lectern_record_name (record, NULL));
}

/* "Wed 17 June 2026, 14:00" of a session, as far as it is placed. */
static char *
dup_session_time (LecternReader *reader, const LecternRecord *session)
{
  g_autoptr(LecternRecord) day = lectern_reader_get (
      reader, LECTERN_KIND_DAY, lectern_record_integer (session, LECTERN_SESSION_DAY));
  const char *date = day != NULL ? lectern_record_text (day, LECTERN_DAY_DATE) : NULL;
  if (date == NULL)
    return g_strdup (_("not placed yet"));
  g_autofree char *words = lectern_date_format_short (date);
  if (lectern_record_is_empty (session, LECTERN_SESSION_START))
    return g_steal_pointer (&words);
  g_autofree char *time = lectern_time_format (lectern_record_integer (session, LECTERN_SESSION_START));
  return g_strdup_printf ("%s, %s", words, time);
}

static void
append_role (LecternPersonPage *self, LecternReader *reader, gint64 id)
{
  g_autoptr(LecternRecord) role = lectern_reader_get (reader, LECTERN_KIND_SESSION_ROLE, id);
  gint64 session_id = role != NULL ? lectern_record_integer (role, LECTERN_SESSION_ROLE_SESSION) : 0;
  g_autoptr(LecternRecord) session = lectern_reader_get (reader, LECTERN_KIND_SESSION, session_id);
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  if (role == NULL || session == NULL)
    return;
  const char *key = lectern_record_text (role, LECTERN_SESSION_ROLE_ROLE);
  g_autofree char *when = dup_session_time (reader, session);
  const char *title = lectern_record_name (session, lectern_view_language (self->view));
  GtkWidget *row = lectern_row_new (*title ? title : _("Session without a title"),
                                    key ? lectern_field_choice_label (field, key) : NULL, when);
  gtk_widget_add_css_class (row, "below");
  lectern_row_set_opens (row, self->view, LECTERN_KIND_SESSION, session_id);
  lectern_section_append (self->events, row);
}

static void
update_events (LecternPersonPage *self, LecternReader *reader)
{
  g_autoptr(GPtrArray) events = lectern_contacts_person_events (reader, self->id);
  lectern_section_clear (self->events);
  for (guint i = 0; i < events->len; i++)
    {
      const LecternInvolvement *one = events->pdata[i];
      g_autofree char *title = lectern_reader_name (reader, LECTERN_KIND_EVENT, one->event,
                                                    lectern_view_language (self->view));
      g_autofree char *when = one->start ? lectern_date_format (one->start) : g_strdup (_("no date yet"));
      g_autofree char *state = one->registration != 0
                                   ? lectern_contact_registration_text (reader, one->registration)
                                   : g_strdup (_("not registered"));
      GtkWidget *row = lectern_row_new (title, when, state);
      if (one->registration != 0)
        lectern_row_set_opens (row, self->view, LECTERN_KIND_REGISTRATION, one->registration);
      lectern_section_append (self->events, row);
      for (guint r = 0; r < one->roles->len; r++)
        append_role (self, reader, g_array_index (one->roles, gint64, r));
    }
}

void
lectern_person_page_refresh (LecternPersonPage *self)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL || self->id == 0)
    return;
  update_head (self, reader);
  update_events (self, reader);
  lectern_contact_part_update (self->contact_points, LECTERN_KIND_PERSON, self->id);
  lectern_contact_part_update (self->consents, LECTERN_KIND_PERSON, self->id);
  lectern_contact_part_update (self->links, LECTERN_KIND_PERSON, self->id);
  lectern_history_section_update (self->history, self->view, LECTERN_KIND_PERSON, self->id);
}

void
lectern_person_page_set (LecternPersonPage *self, gint64 id)
{
  self->id = id;
  lectern_field_editor_set_record (self->name, id, NULL);
  for (guint i = 0; i < self->fields->len; i++)
    lectern_field_editor_set_record (self->fields->pdata[i], id, NULL);
  lectern_person_page_refresh (self);
}

void
lectern_person_page_edit_name (LecternPersonPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
lectern_person_page_dispose (GObject *object)
{
  LecternPersonPage *self = LECTERN_PERSON_PAGE (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_person_page_parent_class)->dispose (object);
}

static void
lectern_person_page_class_init (LecternPersonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_person_page_dispose;
}

static void
lectern_person_page_init (LecternPersonPage *self)
{
  self->fields = g_ptr_array_new ();
}

static GtkWidget *
head_new (LecternPersonPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->avatar = ADW_AVATAR (adw_avatar_new (48, NULL, TRUE));
  self->name = LECTERN_FIELD_EDITOR (
      lectern_field_editor_new (self->view, LECTERN_KIND_PERSON, 0, LECTERN_PERSON_NAME, NULL));
  self->second = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_widget_add_css_class (lectern_field_editor_get_target (self->name), "page-title");
  gtk_widget_set_margin_start (GTK_WIDGET (self->second), 6);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (head), column);
  gtk_box_append (GTK_BOX (head), lectern_icon_button_new ("user-trash-symbolic", _("Delete this person"),
                                                           "contacts.delete"));
  return head;
}

GtkWidget *
lectern_person_page_new (LecternView *view)
{
  LecternPersonPage *self = g_object_new (LECTERN_TYPE_PERSON_PAGE, NULL);
  GtkWidget *main_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_set_weak_pointer (&self->view, view);
  self->events = LECTERN_SECTION (lectern_section_new (
      _("Events and sessions"), _("Not registered for an event and without a role in a session.")));
  self->contact_points = lectern_contact_points_section_new (view);
  self->consents = lectern_consents_section_new (view);
  self->links = lectern_links_section_new (view);
  self->history = lectern_history_section_new ();
  gtk_box_append (GTK_BOX (main_part), lectern_contact_fields_new (view, LECTERN_KIND_PERSON, _("How to reach"),
                                                                   reach_fields, self->fields));
  gtk_box_append (GTK_BOX (main_part), self->contact_points);
  gtk_box_append (GTK_BOX (main_part), GTK_WIDGET (self->events));
  gtk_box_append (GTK_BOX (main_part), self->consents);
  gtk_box_append (GTK_BOX (main_part), lectern_contact_fields_new (view, LECTERN_KIND_PERSON, _("Texts"),
                                                                   text_fields, self->fields));
  gtk_box_append (GTK_BOX (side), lectern_contact_fields_new (view, LECTERN_KIND_PERSON, _("About"),
                                                              about_fields, self->fields));
  gtk_box_append (GTK_BOX (side), self->links);
  gtk_box_append (GTK_BOX (side), self->history);
  adw_bin_set_child (ADW_BIN (self), lectern_contact_page_new (head_new (self), main_part, side));
  return GTK_WIDGET (self);
}
