/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-private.h"

#include "lectern-check.h"

#include <string.h>

LecternAgendaKept *
lectern_agenda_kept_new (void)
{
  LecternAgendaKept *kept = g_atomic_rc_box_new0 (LecternAgendaKept);
  kept->texts = g_string_chunk_new (16384);
  kept->room_sets = g_ptr_array_new_with_free_func (g_free);
  return kept;
}

static void
kept_clear (gpointer data)
{
  LecternAgendaKept *kept = data;
  g_string_chunk_free (kept->texts);
  g_ptr_array_unref (kept->room_sets);
}

/* Without anything in it. Takes @kept. */
LecternAgenda *
lectern_agenda_new (gint64 event, const char *language, LecternAgendaKept *kept)
{
  LecternAgenda *agenda = g_new0 (LecternAgenda, 1);
  agenda->event = event;
  agenda->language = g_strdup (language);
  agenda->kept = kept;
  agenda->days = g_array_new (FALSE, TRUE, sizeof (LecternAgendaDay));
  agenda->rooms = g_array_new (FALSE, TRUE, sizeof (LecternAgendaRoom));
  agenda->tracks = g_array_new (FALSE, TRUE, sizeof (LecternAgendaTrack));
  agenda->parts = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPart));
  agenda->sessions = g_array_new (FALSE, TRUE, sizeof (LecternAgendaSession));
  agenda->people = g_array_new (FALSE, TRUE, sizeof (LecternAgendaPerson));
  return agenda;
}

/**
 * lectern_agenda_mark:
 * @check: (nullable): of the same event
 *
 * Hints are left out: they are for the list of problems, not for the grid.
 */
void
lectern_agenda_mark (LecternAgenda *agenda, LecternCheck *check)
{
  LecternCheck *old = agenda->check;
  agenda->check = check != NULL ? lectern_check_ref (check) : NULL;
  g_clear_pointer (&old, lectern_check_unref);
  for (guint i = 0; i < agenda->sessions->len; i++)
    lectern_agenda_session (agenda, i)->n_problems = 0;
  for (guint i = 0; i < agenda->days->len; i++)
    lectern_agenda_day (agenda, i)->n_problems = 0;
  for (guint i = 0; check != NULL && i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      const gint64 ids[] = { finding->session, finding->other };
      for (guint n = 0; n < 2 && finding->reason == NULL && finding->level >= LECTERN_LEVEL_WARNING; n++)
        {
          int index = lectern_agenda_index_of (agenda->by_id, ids[n]);
          LecternAgendaSession *session = index >= 0 ? lectern_agenda_session (agenda, index) : NULL;
          if (session == NULL)
            continue;
          session->n_problems++;
          if (n == 0 && session->day >= 0)
            lectern_agenda_day (agenda, session->day)->n_problems++;
        }
    }
}

void
lectern_agenda_free (LecternAgenda *agenda)
{
  g_clear_pointer (&agenda->by_id, g_hash_table_unref);
  g_array_unref (agenda->days);
  g_array_unref (agenda->rooms);
  g_array_unref (agenda->tracks);
  g_array_unref (agenda->parts);
  g_array_unref (agenda->sessions);
  g_array_unref (agenda->people);
  g_clear_pointer (&agenda->check, lectern_check_unref);
  g_atomic_rc_box_release_full (agenda->kept, kept_clear);
  g_free (agenda->language);
  g_free (agenda);
}

/* By day and start; the unplaced last. */
int
lectern_agenda_compare_sessions (gconstpointer a, gconstpointer b)
{
  const LecternAgendaSession *x = a;
  const LecternAgendaSession *y = b;
  if (x->placed != y->placed)
    return x->placed ? -1 : 1;
  if (!x->placed && strcmp (x->title, y->title) != 0) /* ids are in no order that a person knows */
    return strcmp (x->title, y->title);
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  guint room_x = x->n_rooms > 0 ? x->rooms[0] : 0;
  guint room_y = y->n_rooms > 0 ? y->rooms[0] : 0;
  if (room_x != room_y)
    return room_x < room_y ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* Ids of records to their indexes + 1, for one reading. */
GHashTable *
lectern_agenda_index_by_id (GArray *array)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  guint size = g_array_get_element_size (array);
  for (guint i = 0; i < array->len; i++) /* the id is the first member of each struct */
    g_hash_table_insert (index, array->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
  return index;
}

int
lectern_agenda_index_of (GHashTable *index, gint64 id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, &id)) - 1;
}

static void
count_per_day (LecternAgenda *agenda)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (session->placed)
        lectern_agenda_day (agenda, session->day)->n_sessions++;
    }
}

/* All sessions are there, in their order: counts and indexes them. */
void
lectern_agenda_finish (LecternAgenda *agenda)
{
  count_per_day (agenda);
  agenda->by_id = lectern_agenda_index_by_id (agenda->sessions);
}

/* The session with that id, NULL where the event has none such. */
const LecternAgendaSession *
lectern_agenda_find (const LecternAgenda *agenda, gint64 session)
{
  int index = lectern_agenda_index_of (agenda->by_id, session);
  return index >= 0 ? lectern_agenda_session (agenda, index) : NULL;
}

/* The index of a day, -1 where the event has none such. */
int
lectern_agenda_day_index (const LecternAgenda *agenda, gint64 day)
{
  for (guint i = 0; i < agenda->days->len; i++)
    if (lectern_agenda_day (agenda, i)->id == day)
      return i;
  return -1;
}
