/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-private.h"

#include "lectern-overlap.h"
#include "lectern-time.h"

/* The span of a session on one calendar; FALSE where it takes no time or does not happen. */
static gboolean
span_of (const LecternAgenda *agenda, guint index, LecternSpan *span)
{
  const LecternAgendaSession *session = lectern_agenda_session (agenda, index);
  GDate date;
  if (!session->placed || session->duration <= 0 || g_strcmp0 (session->state, "cancelled") == 0)
    return FALSE;
  const LecternAgendaDay *day = lectern_agenda_day (agenda, session->day);
  g_date_clear (&date, 1);
  gint64 first = day->date != NULL && lectern_date_parse (day->date, &date)
                   ? g_date_get_julian (&date) : G_GINT64_CONSTANT (10000000) + 3 * session->day;
  *span = (LecternSpan){ 0, first * 1440 + session->start, 0, index };
  span->end = span->start + session->duration;
  return TRUE;
}

/* A block and what it contains run at the same time on purpose. */
static gboolean
belong_together (const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  return a->parent == b->id || b->parent == a->id;
}

static void
add_overlaps (LecternAgenda *agenda, GArray *spans, gboolean by_room)
{
  g_autoptr (GArray) found = lectern_overlaps ((LecternSpan *) (void *) spans->data, spans->len);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternOverlap *pair = &g_array_index (found, LecternOverlap, i);
      LecternAgendaSession *a = lectern_agenda_session (agenda, pair->item);
      LecternAgendaSession *b = lectern_agenda_session (agenda, pair->other);
      if (belong_together (a, b))
        continue;
      LecternAgendaOverlap overlap = { pair->item, pair->other, by_room ? (int) pair->key : -1,
                                       by_room ? 0 : pair->key, (guint) pair->minutes };
      g_array_append_val (agenda->overlaps, overlap);
      a->n_overlaps++;
      b->n_overlaps++;
    }
}

/* Fills what lectern_agenda_load() leaves empty. */
void
lectern_agenda_find_overlaps (LecternAgenda *agenda)
{
  g_autoptr (GArray) by_room = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  g_autoptr (GArray) by_person = g_array_new (FALSE, FALSE, sizeof (LecternSpan));
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      LecternSpan span;
      if (!span_of (agenda, i, &span))
        continue;
      for (guint r = 0; r < session->n_rooms; r++)
        {
          span.key = session->rooms[r];
          if (!lectern_agenda_room (agenda, session->rooms[r])->shared)
            g_array_append_val (by_room, span);
        }
      for (guint p = 0; p < session->n_people; p++)
        {
          gboolean again = FALSE; /* chair and speaker of one session are one person there */
          span.key = lectern_agenda_person (agenda, session->first_person + p)->person;
          for (guint before = 0; before < p; before++)
            again |= lectern_agenda_person (agenda, session->first_person + before)->person == span.key;
          if (!again)
            g_array_append_val (by_person, span);
        }
    }
  add_overlaps (agenda, by_room, TRUE);
  add_overlaps (agenda, by_person, FALSE);
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
  g_array_unref (agenda->overlaps);
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
