/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-edits.h"

#include <glib/gi18n-lib.h>

static char *
dup_person_name (LecternReader *reader, gint64 registration)
{
  g_autoptr(LecternRecord) record
      = lectern_reader_get (reader, LECTERN_KIND_REGISTRATION, registration);
  if (record == NULL)
    return g_strdup ("");
  return lectern_reader_name (reader, LECTERN_KIND_PERSON,
                              lectern_record_integer (record, LECTERN_REGISTRATION_PERSON), NULL);
}

LecternEdit *
lectern_participants_edit_add (LecternReader *reader, gint64 event, gint64 person, const char *name,
                               gint64 *registration)
{
  g_autofree char *known
      = person != 0 ? lectern_reader_name (reader, LECTERN_KIND_PERSON, person, NULL) : g_strdup (name);
  g_autofree char *label = g_strdup_printf (_("Add “%s” to the participants"), known);
  LecternEdit *edit = lectern_edit_new (label);
  if (person == 0)
    {
      person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
      lectern_edit_set_text (edit, LECTERN_KIND_PERSON, person, LECTERN_PERSON_NAME, name);
    }
  *registration = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, event, person);
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, *registration,
                         LECTERN_REGISTRATION_STATE, "registered");
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, *registration,
                         LECTERN_REGISTRATION_ROLE, "guest");
  lectern_edit_set_integer (edit, LECTERN_KIND_REGISTRATION, *registration,
                            LECTERN_REGISTRATION_REGISTERED, g_get_real_time () / 1000);
  return edit;
}

LecternEdit *
lectern_participants_edit_remove (LecternReader *reader, GArray *ids)
{
  LecternEdit *edit;
  if (ids->len == 1)
    {
      g_autofree char *name = dup_person_name (reader, g_array_index (ids, gint64, 0));
      g_autofree char *label = g_strdup_printf (_("Remove “%s” from the participants"), name);
      edit = lectern_edit_new (label);
    }
  else
    {
      g_autofree char *label
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Remove %u participant",
                                          "Remove %u participants", ids->len),
                             ids->len);
      edit = lectern_edit_new (label);
    }
  for (guint i = 0; i < ids->len; i++)
    lectern_edit_delete (edit, LECTERN_KIND_REGISTRATION, g_array_index (ids, gint64, i));
  return edit;
}

LecternEdit *
lectern_participants_edit_state (LecternReader *reader, GArray *ids, const char *state)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  const char *words = lectern_field_choice_label (field, state);
  g_autofree char *label
      /* TRANSLATORS: a step of the history; “%2$s” is a state such as “Confirmed” */
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Set %1$u participant to “%2$s”",
                                      "Set %1$u participants to “%2$s”", ids->len),
                         ids->len, words);
  LecternEdit *edit = lectern_edit_new (label);
  for (guint i = 0; i < ids->len; i++)
    lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, g_array_index (ids, gint64, i),
                           LECTERN_REGISTRATION_STATE, state);
  return edit;
}
