/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contact-parts.h"

#include <glib/gi18n-lib.h>

#include "lectern-contacts-edits.h"
#include "lectern-field-editor.h"
#include "lectern-record-row.h"
#include "lectern-two-columns.h"

static const guint link_fields[] = { LECTERN_LINK_TITLE, LECTERN_LINK_URL, 0 };
static const guint contact_point_fields[]
    = { LECTERN_CONTACT_POINT_TYPE, LECTERN_CONTACT_POINT_VALUE, LECTERN_CONTACT_POINT_LABEL, 0 };
static const guint consent_fields[]
    = { LECTERN_CONSENT_PURPOSE, LECTERN_CONSENT_GIVEN, LECTERN_CONSENT_WITHDRAWN, 0 };

/* What a section of small records is about; kept with the section. */
typedef struct
{
  LecternView *view; /* weak */
  LecternKind kind;
  const guint *fields;
  LecternKind owner_kind;
  gint64 owner;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;
  g_clear_weak_pointer (&part->view);
  g_free (part);
}

static void
on_add (GtkWidget *section)
{
  Part *part = g_object_get_data (G_OBJECT (section), "part");
  LecternReader *reader = part->view != NULL ? lectern_view_get_reader (part->view) : NULL;
  gint64 id;
  if (reader == NULL || part->owner == 0)
    return;
  g_autoptr(LecternEdit) edit
      = lectern_contacts_edit_add_to (reader, part->kind, part->owner_kind, part->owner, &id);
  lectern_view_commit (part->view, edit, NULL);
}

static GtkWidget *
part_new (LecternView *view, LecternKind kind, const guint *fields, const char *title,
          const char *empty, const char *add)
{
  GtkWidget *section = lectern_section_new (title, empty);
  GtkWidget *button = lectern_section_add_button (LECTERN_SECTION (section), _("Add"), add, NULL);
  Part *part = g_new0 (Part, 1);
  g_set_weak_pointer (&part->view, view);
  part->kind = kind;
  part->fields = fields;
  g_object_set_data_full (G_OBJECT (section), "part", part, part_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), section);
  return section;
}

GtkWidget *
lectern_links_section_new (LecternView *view)
{
  return part_new (view, LECTERN_KIND_LINK, link_fields, _("Documents and links"),
                   _("None yet. Add the address of a document or a page."), _("Add a link"));
}

GtkWidget *
lectern_contact_points_section_new (LecternView *view)
{
  return part_new (view, LECTERN_KIND_CONTACT_POINT, contact_point_fields, _("More contact points"),
                   _("Other addresses, phones and social pages stand here."), _("Add a contact point"));
}

GtkWidget *
lectern_consents_section_new (LecternView *view)
{
  return part_new (view, LECTERN_KIND_CONSENT, consent_fields, _("Consents"),
                   _("None on record. Add what was agreed to, and when."), _("Add a consent"));
}

static GPtrArray *
records_of (Part *part, LecternReader *reader)
{
  if (part->kind == LECTERN_KIND_CONSENT)
    return lectern_reader_find (reader, part->kind, LECTERN_CONSENT_PERSON, part->owner);
  return lectern_reader_owned (reader, part->kind, part->owner_kind, part->owner);
}

/* Files that came in with an import: shown, not edited here. */
static void
append_attachments (LecternSection *section, LecternReader *reader, Part *part)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ATTACHMENT, LECTERN_ATTACHMENT_AUDIENCE);
  g_autoptr(GPtrArray) files
      = lectern_reader_owned (reader, LECTERN_KIND_ATTACHMENT, part->owner_kind, part->owner);
  for (guint i = 0; i < files->len; i++)
    {
      const LecternRecord *file = files->pdata[i];
      const char *name = lectern_record_name (file, NULL);
      const char *audience = lectern_record_text (file, LECTERN_ATTACHMENT_AUDIENCE);
      const char *where = lectern_record_text (file, LECTERN_ATTACHMENT_URL);
      lectern_section_append (section,
                              lectern_row_new (*name ? name : lectern_record_text (file, LECTERN_ATTACHMENT_FILE_NAME),
                                               where, audience ? lectern_field_choice_label (field, audience) : NULL));
    }
}

void
lectern_contact_part_update (GtkWidget *section, LecternKind owner_kind, gint64 owner)
{
  Part *part = g_object_get_data (G_OBJECT (section), "part");
  LecternReader *reader = part->view != NULL ? lectern_view_get_reader (part->view) : NULL;
  if (reader == NULL)
    return;
  part->owner_kind = owner_kind;
  part->owner = owner;
  g_autoptr(GPtrArray) records = records_of (part, reader);
  if (!lectern_section_begin (LECTERN_SECTION (section), records))
    return;
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = records->pdata[i];
      lectern_section_append (LECTERN_SECTION (section),
                              lectern_record_row_new (part->view, part->kind, record->id, part->fields));
    }
  if (part->kind == LECTERN_KIND_LINK)
    append_attachments (LECTERN_SECTION (section), reader, part);
}

GtkWidget *
lectern_contact_page_new (GtkWidget *head, GtkWidget *main_part, GtkWidget *side)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), lectern_two_columns_new (main_part, side));
  gtk_widget_add_css_class (box, "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
lectern_contact_fields_new (LecternView *view, LecternKind kind, const char *title,
                            const guint *fields, GPtrArray *editors)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; fields[i] != 0; i++)
    {
      GtkWidget *editor = lectern_field_editor_new_labelled (view, kind, 0, fields[i], NULL);
      gtk_box_append (GTK_BOX (box), editor);
      g_ptr_array_add (editors, editor);
    }
  return box;
}

char *
lectern_contact_registration_text (LecternReader *reader, gint64 registration)
{
  g_autoptr(LecternRecord) record
      = lectern_reader_get (reader, LECTERN_KIND_REGISTRATION, registration);
  const char *state = record ? lectern_record_text (record, LECTERN_REGISTRATION_STATE) : NULL;
  const char *role = record ? lectern_record_text (record, LECTERN_REGISTRATION_ROLE) : NULL;
  const char *first = state ? lectern_field_choice_label (
                          lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE), state)
                            : "";
  const char *second = role ? lectern_field_choice_label (
                           lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_ROLE), role)
                            : "";
  return g_strdup_printf ("%s%s%s", first, *first && *second ? " · " : "", second);
}
