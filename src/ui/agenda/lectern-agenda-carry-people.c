/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop in the lane of somebody else means: that person does it, in the same role.
 */
#include "lectern-agenda-carry.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

gboolean
lectern_agenda_carry_exchange (const LecternAgendaCarry *carry, gint64 *from, gint64 *to)
{
  gboolean among_people = carry->lane.kind == LECTERN_AGENDA_LANE_PERSON && !carry->copy && !carry->unplaced
                          && carry->how == LECTERN_AGENDA_CARRY_WHOLE;
  *from = carry->home.kind == LECTERN_AGENDA_LANE_PERSON ? carry->home.person : 0;
  *to = carry->lane.person;
  return among_people && *from != *to;
}

static const char *
name_of (const LecternAgenda *agenda, gint64 person)
{
  for (guint i = 0; i < agenda->people->len; i++)
    if (lectern_agenda_person (agenda, i)->person == person)
      return lectern_agenda_person (agenda, i)->name;
  return "";
}

char *
lectern_agenda_carry_people_words (const LecternAgendaCarry *carry)
{
  gint64 from, to;
  if (!lectern_agenda_carry_exchange (carry, &from, &to))
    return g_strdup ("");
  if (to == 0)
    /* TRANSLATORS: what a drop does: %s is a person who no longer has a role in the session */
    return g_strdup_printf (_ ("without %s"), name_of (carry->agenda, from));
  if (from == 0)
    /* TRANSLATORS: what a drop does: %s is a person who gets a role in the session */
    return g_strdup_printf (_ ("with %s"), name_of (carry->agenda, to));
  /* TRANSLATORS: what a drop does: two people, the first takes the place of the second */
  return g_strdup_printf (_ ("%s instead of %s"), name_of (carry->agenda, to), name_of (carry->agenda, from));
}

static void
link_person (LecternEdit *edit, gint64 session, gint64 person, const char *role, const char *position)
{
  gint64 link = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, session, person, role);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_STATE, "to-be-confirmed");
  if (position != NULL)
    lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_POSITION, position);
}

static gboolean
has_role (GPtrArray *roles, gint64 person, const char *role)
{
  for (guint i = 0; i < roles->len; i++)
    if (lectern_record_integer (roles->pdata[i], LECTERN_SESSION_ROLE_PERSON) == person
        && g_strcmp0 (lectern_record_text (roles->pdata[i], LECTERN_SESSION_ROLE_ROLE), role) == 0)
      return TRUE;
  return FALSE;
}

/* What the other has already stays as it is. */
static void
exchange_in (LecternEdit *edit, LecternReader *reader, gint64 session, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) roles
      = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session);
  for (guint i = 0; i < roles->len; i++)
    {
      const LecternRecord *record = roles->pdata[i];
      const char *role = lectern_record_text (record, LECTERN_SESSION_ROLE_ROLE);
      if (lectern_record_integer (record, LECTERN_SESSION_ROLE_PERSON) != from)
        continue;
      lectern_edit_delete (edit, LECTERN_KIND_SESSION_ROLE, record->id);
      if (to != 0 && !has_role (roles, to, role))
        link_person (edit, session, to, role, lectern_record_text (record, LECTERN_SESSION_ROLE_POSITION));
    }
  if (from == 0 && !has_role (roles, to, "speaker"))
    link_person (edit, session, to, "speaker", NULL);
}

void
lectern_agenda_carry_set_people (const LecternAgendaCarry *carry, LecternEdit *edit, LecternReader *reader, GArray *ids)
{
  gint64 from, to;
  if (!lectern_agenda_carry_exchange (carry, &from, &to) || ids->len == 0)
    return;
  for (guint i = 0; i < ids->len; i++)
    exchange_in (edit, reader, g_array_index (ids, gint64, i), from, to);
  const LecternAgendaSession *lead = lectern_agenda_find (carry->agenda, g_array_index (ids, gint64, 0));
  g_autofree char *who = lectern_agenda_carry_people_words (carry);
  /* TRANSLATORS: a step of the history: a session, and “Ada instead of Bo”, “with Ada” or “without Bo” */
  g_autofree char *label = g_strdup_printf (_ ("Move “%s”, %s"), lectern_agenda_text_title (lead), who);
  lectern_edit_set_label (edit, label);
}
