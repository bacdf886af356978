/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-moves-private.h"

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

/* "Change “Room” of “Lunch”", "Change “Track” of 6 sessions" */
static char *
change_label (const LecternAgendaSession *first, guint n, guint field)
{
  const char *what = lectern_field_label (lectern_field (LECTERN_KIND_SESSION, field));
  if (n == 1)
    return g_strdup_printf (_ ("Change “%s” of “%s”"), what, lectern_agenda_text_title (first));
  /* TRANSLATORS: a step of the history: %1$s is a field, as Room or State */
  return g_strdup_printf (ngettext ("Change “%1$s” of %2$u session", "Change “%1$s” of %2$u sessions", n), what, n);
}

LecternEdit *
lectern_agenda_edit_set (const LecternAgenda *agenda, const gint64 *sessions, guint n, guint field,
                         const LecternValue *value, GError **error)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (NULL);
  const LecternAgendaSession *first = NULL;
  const LecternAgendaSession *locked = NULL;
  guint n_found = 0, n_locked = 0;
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, sessions[i]);
      if (session == NULL)
        continue;
      if (n_found++ == 0)
        first = session;
      if (field == LECTERN_SESSION_ROOMS && session->locked && n_locked++ == 0)
        locked = session;
      lectern_edit_set (edit, LECTERN_KIND_SESSION, session->id, field, NULL, lectern_value_copy (value));
    }
  if (n_locked > 0)
    {
      lectern_agenda_refuse_locked (locked, n_locked, error);
      return NULL;
    }
  g_autofree char *label = n_found > 0 ? change_label (first, n_found, field) : NULL;
  lectern_edit_set_label (edit, label);
  return g_steal_pointer (&edit);
}

static char *
delete_label (const LecternAgendaSession *first, guint n)
{
  if (n == 1)
    /* TRANSLATORS: a step of the history: “%s” is the session's title */
    return g_strdup_printf (_ ("Delete “%s”"), lectern_agenda_text_title (first));
  /* TRANSLATORS: a step of the history: “%1$s” is the title of one session */
  return g_strdup_printf (ngettext ("Delete “%1$s” and %2$u other", "Delete “%1$s” and %2$u others", n - 1),
                          lectern_agenda_text_title (first), n - 1);
}

LecternEdit *
lectern_agenda_edit_delete (LecternReader *reader, const LecternAgenda *agenda, const gint64 *sessions, guint n,
                            GError **error)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (NULL);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  const LecternAgendaSession *first = NULL;
  const LecternAgendaSession *locked = NULL;
  guint n_locked = 0;
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, sessions[i]);
      if (session == NULL || !g_hash_table_add (gone, (gpointer) &session->id))
        continue;
      if (first == NULL)
        first = session;
      if (session->locked && n_locked++ == 0)
        locked = session;
      g_autoptr (GPtrArray) roles
          = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session->id);
      for (guint r = 0; roles != NULL && r < roles->len; r++)
        lectern_edit_delete (edit, LECTERN_KIND_SESSION_ROLE, ((LecternRecord *) roles->pdata[r])->id);
      lectern_edit_delete (edit, LECTERN_KIND_SESSION, session->id);
    }
  if (n_locked > 0)
    {
      lectern_agenda_refuse_locked (locked, n_locked, error);
      return NULL;
    }
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (session->parent != 0 && g_hash_table_contains (gone, &session->parent)
          && !g_hash_table_contains (gone, &session->id))
        lectern_edit_clear (edit, LECTERN_KIND_SESSION, session->id, LECTERN_SESSION_PARENT);
    }
  g_autofree char *label = first != NULL ? delete_label (first, g_hash_table_size (gone)) : NULL;
  lectern_edit_set_label (edit, label);
  return g_steal_pointer (&edit);
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
