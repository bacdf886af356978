/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-private.h"

/* The day of that date, else the first one, 0 where there is none. */
static gint64
day_of_date (const LecternAgenda *agenda, const char *date)
{
  for (guint i = 0; i < agenda->days->len; i++)
    if (g_strcmp0 (lectern_agenda_day (agenda, i)->date, date) == 0)
      return lectern_agenda_day (agenda, i)->id;
  return agenda->days->len > 0 ? lectern_agenda_day (agenda, 0)->id : 0;
}

/* Reading so many takes less than showing what was read a second time. */
#define READ_WHOLE_UP_TO 2000

gboolean
lectern_agenda_is_long (const LecternAgenda *agenda)
{
  return agenda->only_day != 0 || agenda->sessions->len > READ_WHOLE_UP_TO;
}

static LecternAgenda *
load (LecternReader *reader, gint64 event, const char *language, gboolean whole, const char *date)
{
  LecternAgenda *agenda = lectern_agenda_new (event, language, lectern_agenda_kept_new ());
  LecternAgendaReading reading = { reader, LECTERN_AGENDA_ALL_DAYS, 0 };
  g_auto (LecternAgendaIndexes) indexes = { NULL };
  if (reader == NULL || event == 0)
    {
      lectern_agenda_finish (agenda);
      return agenda;
    }
  lectern_reader_begin (reader);
  agenda->moment = lectern_reader_moment (reader);
  lectern_agenda_read_days (agenda, &reading);
  if (!whole && lectern_agenda_has_more (agenda, reader, READ_WHOLE_UP_TO))
    {
      agenda->only_day = day_of_date (agenda, date);
      reading.scope = agenda->only_day != 0 ? LECTERN_AGENDA_ONE_DAY : LECTERN_AGENDA_ALL_DAYS;
      reading.only = agenda->only_day;
    }
  lectern_agenda_read_rooms (agenda, &reading);
  lectern_agenda_read_tracks (agenda, &reading);
  lectern_agenda_read_parts (agenda, &reading);
  lectern_agenda_indexes_init (&indexes, agenda);
  lectern_agenda_read_sessions (agenda, &reading, &indexes);
  g_array_sort (agenda->sessions, lectern_agenda_compare_sessions);
  lectern_agenda_finish (agenda);
  lectern_agenda_read_people (agenda, &reading);
  lectern_reader_end (reader);
  return agenda;
}

/**
 * lectern_agenda_load:
 * @language: texts are given in it where they are translated
 *
 * Reads everything at one state of the data. An event that does not exist, or a file
 * that cannot be read, gives an empty agenda.
 *
 * Returns: (transfer full): the agenda
 */
LecternAgenda *
lectern_agenda_load (LecternReader *reader, gint64 event, const char *language)
{
  return load (reader, event, language, TRUE, NULL);
}

/**
 * lectern_agenda_load_day:
 * @date: of the day that is wanted; where no day has it, the first one is read
 *
 * Reads what a window shows first: all days, but of the sessions only those of one day and
 * the unplaced. This costs the same however long the event is. The agenda's only_day says
 * which day it is; 0 where the event is so short that it was read whole.
 */
LecternAgenda *
lectern_agenda_load_day (LecternReader *reader, gint64 event, const char *language, const char *date)
{
  return load (reader, event, language, FALSE, date);
}

/* ---- without making a window wait ---- */

typedef struct
{
  gint64 event;
  char *language;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->language);
  g_free (data);
}

static void
load_in_thread (GTask *task, gpointer workspace, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, &error);
  if (reader == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lectern_agenda_load (reader, wanted->event, wanted->language),
                           (GDestroyNotify) lectern_agenda_free);
}

/** The same as lectern_agenda_load() on a thread and with a reader of its own. */
void
lectern_agenda_load_async (LecternWorkspace *workspace, gint64 event, const char *language,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Wanted *wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ event, g_strdup (language) };
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, load_in_thread);
}

LecternAgenda *
lectern_agenda_load_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
