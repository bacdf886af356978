/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-edits.h"

#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* What a session lasts until somebody says otherwise. */
#define USUAL_MINUTES 30
#define USUAL_DAY_START (4 * 60)

LecternEdit *
lectern_agenda_edit_add_session (gint64 event, const char *language, gint64 day, int start, gint64 room,
                                 gint64 *session)
{
  LecternEdit *edit = lectern_edit_new (_ ("Add a session"));
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, event);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TEXT_LANGUAGE, language);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, _ ("New session"));
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_STATE, "idea");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, USUAL_MINUTES);
  if (day != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, day);
  if (start >= 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  if (room != 0)
    lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&room, 1));
  *session = id;
  return edit;
}

/* With the roles that people have in it; undo brings both back. */
LecternEdit *
lectern_agenda_edit_delete_session (LecternReader *reader, gint64 session, const char *title)
{
  /* TRANSLATORS: a step of the history: “%s” is the session's title */
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), title);
  LecternEdit *edit = lectern_edit_new (label);
  g_autoptr (GPtrArray) roles
      = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    lectern_edit_delete (edit, LECTERN_KIND_SESSION_ROLE, ((LecternRecord *) roles->pdata[i])->id);
  lectern_edit_delete (edit, LECTERN_KIND_SESSION, session);
  return edit;
}

char *
lectern_agenda_next_date (const LecternAgenda *agenda)
{
  for (guint i = agenda->days->len; i > 0; i--)
    if (lectern_agenda_day (agenda, i - 1)->date != NULL)
      return lectern_date_add_days (lectern_agenda_day (agenda, i - 1)->date, 1);
  return lectern_date_today ();
}

LecternEdit *
lectern_agenda_edit_add_day (const LecternAgenda *agenda, const char *language, const char *date, gint64 *day)
{
  g_autofree char *words = lectern_date_format (date);
  /* TRANSLATORS: a step of the history: %s is a date */
  g_autofree char *label = g_strdup_printf (_ ("Add the day %s"), words);
  LecternEdit *edit = lectern_edit_new (label);
  int number = 0;
  for (guint i = 0; i < agenda->days->len; i++)
    number = MAX (number, lectern_agenda_day (agenda, i)->number);
  *day = lectern_edit_create (edit, LECTERN_KIND_DAY);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, *day, LECTERN_DAY_EVENT, agenda->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, *day, LECTERN_DAY_NUMBER, number + 1);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, *day, LECTERN_DAY_DATE, date);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, *day, LECTERN_DAY_DAY_START, USUAL_DAY_START);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, *day, LECTERN_DAY_TEXT_LANGUAGE, language);
  return edit;
}

/* Its sessions stay, unplaced. */
LecternEdit *
lectern_agenda_edit_delete_day (const LecternAgenda *agenda, int day)
{
  g_autofree char *words = lectern_agenda_text_day (agenda, day);
  g_autofree char *label = g_strdup_printf (_ ("Delete the day %s"), words);
  LecternEdit *edit = lectern_edit_new (label);
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (lectern_agenda_session (agenda, i)->day == day)
      lectern_edit_clear (edit, LECTERN_KIND_SESSION, lectern_agenda_session (agenda, i)->id, LECTERN_SESSION_DAY);
  lectern_edit_delete (edit, LECTERN_KIND_DAY, lectern_agenda_day (agenda, day)->id);
  return edit;
}
