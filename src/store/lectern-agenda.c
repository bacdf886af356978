/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-private.h"

#include "lectern-check.h"

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
  g_hash_table_unref (agenda->by_id);
  g_array_unref (agenda->days);
  g_array_unref (agenda->rooms);
  g_array_unref (agenda->tracks);
  g_array_unref (agenda->parts);
  g_array_unref (agenda->sessions);
  g_array_unref (agenda->people);
  g_clear_pointer (&agenda->check, lectern_check_unref);
  g_ptr_array_unref (agenda->room_sets);
  g_string_chunk_free (agenda->texts);
  g_free (agenda);
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
