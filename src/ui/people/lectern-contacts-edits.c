/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-contacts-edits.h"

#include <glib/gi18n-lib.h>

LecternEdit *
lectern_contacts_edit_add (LecternKind kind, const char *name, gint64 *id)
{
  g_autofree char *label = g_strdup_printf (_("Add “%s” to the contacts"), name);
  LecternEdit *edit = lectern_edit_new (label);
  *id = lectern_edit_create (edit, kind);
  lectern_edit_set_text (edit, kind, *id, lectern_field_with_flag (kind, LECTERN_FIELD_NAME)->number, name);
  return edit;
}

LecternEdit *
lectern_contacts_edit_join (LecternReader *reader, gint64 organisation, gint64 person, const char *name)
{
  g_autofree char *known
      = person != 0 ? lectern_reader_name (reader, LECTERN_KIND_PERSON, person, NULL) : g_strdup (name);
  g_autofree char *whose = lectern_reader_name (reader, LECTERN_KIND_ORGANISATION, organisation, NULL);
  /* TRANSLATORS: a person and an organisation */
  g_autofree char *label = g_strdup_printf (_("Add “%s” to “%s”"), known, whose);
  LecternEdit *edit = lectern_edit_new (label);
  if (person == 0)
    {
      person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
      lectern_edit_set_text (edit, LECTERN_KIND_PERSON, person, LECTERN_PERSON_NAME, name);
    }
  lectern_edit_set_integer (edit, LECTERN_KIND_PERSON, person, LECTERN_PERSON_ORGANISATION, organisation);
  return edit;
}

LecternEdit *
lectern_contacts_edit_role (LecternReader *reader, gint64 organisation, gint64 node, const char *name)
{
  g_autofree char *whose = lectern_reader_name (reader, LECTERN_KIND_ORGANISATION, organisation, NULL);
  g_autofree char *known
      = node != 0 ? lectern_reader_name (reader, LECTERN_KIND_PROGRAMME_NODE, node, NULL) : g_strdup (name);
  /* TRANSLATORS: an organisation and a part of the programme */
  g_autofree char *label = g_strdup_printf (_("Give “%s” a role in “%s”"), whose, known);
  LecternEdit *edit = lectern_edit_new (label);
  if (node == 0)
    {
      node = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
      lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, node, LECTERN_PROGRAMME_NODE_NAME, name);
    }
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_MEMBERSHIP, organisation, node);
  lectern_edit_set_text (edit, LECTERN_KIND_MEMBERSHIP, role, LECTERN_MEMBERSHIP_ROLE, "partner");
  return edit;
}

/* What a new small record starts with, beside what it belongs to. */
static void
set_first_values (LecternEdit *edit, LecternKind kind, gint64 id)
{
  switch (kind)
    {
    case LECTERN_KIND_CONTACT_POINT:
      lectern_edit_set_text (edit, kind, id, LECTERN_CONTACT_POINT_TYPE, "email");
      break;
    case LECTERN_KIND_LINK:
      lectern_edit_set_text (edit, kind, id, LECTERN_LINK_TITLE, _("New link"));
      break;
    case LECTERN_KIND_ACTION:
      lectern_edit_set_text (edit, kind, id, LECTERN_ACTION_TITLE, _("New action"));
      lectern_edit_set_text (edit, kind, id, LECTERN_ACTION_STATE, "planned");
      break;
    case LECTERN_KIND_CONSENT:
      lectern_edit_set_text (edit, kind, id, LECTERN_CONSENT_PURPOSE, _("New consent"));
      lectern_edit_set_integer (edit, kind, id, LECTERN_CONSENT_GIVEN, g_get_real_time () / 1000);
      break;
    default:
      break;
    }
}

LecternEdit *
lectern_contacts_edit_add_to (LecternReader *reader, LecternKind kind, LecternKind owner_kind,
                              gint64 owner, gint64 *id)
{
  g_autofree char *whose = lectern_reader_name (reader, owner_kind, owner, NULL);
  /* TRANSLATORS: the kind of record and whose it is: "Add “Contact point” to “Anna Berg”" */
  g_autofree char *label = g_strdup_printf (_("Add “%s” to “%s”"), lectern_kind_label (kind), whose);
  LecternEdit *edit = lectern_edit_new (label);
  const LecternField *kind_field = lectern_field_by_name (kind, "owner_kind");
  *id = lectern_edit_create (edit, kind);
  if (kind_field != NULL)
    {
      lectern_edit_set_text (edit, kind, *id, kind_field->number, lectern_kind_info (owner_kind)->name);
      lectern_edit_set_integer (edit, kind, *id, lectern_field_by_name (kind, "owner")->number, owner);
    }
  else
    {
      const LecternField *field = lectern_field_by_name (kind, lectern_kind_info (owner_kind)->name);
      lectern_edit_set_integer (edit, kind, *id, field->number, owner);
    }
  set_first_values (edit, kind, *id);
  return edit;
}

static void
delete_all (LecternEdit *edit, LecternKind kind, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    lectern_edit_delete (edit, kind, ((LecternRecord *) records->pdata[i])->id);
  g_ptr_array_unref (records);
}

static void
delete_owned (LecternEdit *edit, LecternReader *reader, LecternKind owner_kind, gint64 owner)
{
  static const LecternKind owned[] = { LECTERN_KIND_CONTACT_POINT, LECTERN_KIND_LINK, LECTERN_KIND_ATTACHMENT };
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    delete_all (edit, owned[i], lectern_reader_owned (reader, owned[i], owner_kind, owner));
}

static void
delete_organisation (LecternEdit *edit, LecternReader *reader, gint64 id)
{
  g_autoptr(GPtrArray) people
      = lectern_reader_find (reader, LECTERN_KIND_PERSON, LECTERN_PERSON_ORGANISATION, id);
  g_autoptr(GPtrArray) events = lectern_reader_find (reader, LECTERN_KIND_EVENT, LECTERN_EVENT_HOST, id);
  for (guint i = 0; i < people->len; i++)
    lectern_edit_clear (edit, LECTERN_KIND_PERSON, ((LecternRecord *) people->pdata[i])->id,
                        LECTERN_PERSON_ORGANISATION);
  for (guint i = 0; i < events->len; i++)
    lectern_edit_clear (edit, LECTERN_KIND_EVENT, ((LecternRecord *) events->pdata[i])->id,
                        LECTERN_EVENT_HOST);
  delete_all (edit, LECTERN_KIND_MEMBERSHIP,
              lectern_reader_find (reader, LECTERN_KIND_MEMBERSHIP, LECTERN_MEMBERSHIP_ORGANISATION, id));
  delete_all (edit, LECTERN_KIND_ACTION,
              lectern_reader_find (reader, LECTERN_KIND_ACTION, LECTERN_ACTION_ORGANISATION, id));
}

static void
delete_person (LecternEdit *edit, LecternReader *reader, gint64 id)
{
  g_autoptr(GPtrArray) venues
      = lectern_reader_find (reader, LECTERN_KIND_VENUE, LECTERN_VENUE_CONTACT, id);
  for (guint i = 0; i < venues->len; i++)
    lectern_edit_clear (edit, LECTERN_KIND_VENUE, ((LecternRecord *) venues->pdata[i])->id,
                        LECTERN_VENUE_CONTACT);
  delete_all (edit, LECTERN_KIND_REGISTRATION,
              lectern_reader_find (reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_PERSON, id));
  delete_all (edit, LECTERN_KIND_SESSION_ROLE,
              lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_PERSON, id));
  delete_all (edit, LECTERN_KIND_CONSENT,
              lectern_reader_find (reader, LECTERN_KIND_CONSENT, LECTERN_CONSENT_PERSON, id));
}

LecternEdit *
lectern_contacts_edit_delete (LecternReader *reader, LecternKind kind, gint64 id)
{
  g_autofree char *name = lectern_reader_name (reader, kind, id, NULL);
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), name);
  LecternEdit *edit = lectern_edit_new (label);
  lectern_edit_delete (edit, kind, id);
  delete_owned (edit, reader, kind, id);
  if (kind == LECTERN_KIND_ORGANISATION)
    delete_organisation (edit, reader, id);
  else
    delete_person (edit, reader, id);
  return edit;
}
