/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda with what was changed since it was read, for the price of what was changed.
 */
#include "lectern-agenda-private.h"

#include "lectern-touched.h"

#define MOST_SESSIONS 200 /* that are read one by one */

/* Kinds of which any change may move every index. */
#define KINDS_ANEW                                                                                  \
  (LECTERN_KIND_BIT (EVENT) | LECTERN_KIND_BIT (DAY) | LECTERN_KIND_BIT (VENUE) | LECTERN_KIND_BIT (ROOM)          \
   | LECTERN_KIND_BIT (TRACK) | LECTERN_KIND_BIT (PROGRAMME_NODE))

/* The same days, rooms, tracks and parts; no sessions. */
static LecternAgenda *
new_alike (const LecternAgenda *agenda)
{
  LecternAgenda *alike = lectern_agenda_new (agenda->event, agenda->language, g_atomic_rc_box_acquire (agenda->kept));
  GArray **mine[] = { &alike->rooms, &alike->tracks, &alike->parts };
  GArray *const theirs[] = { agenda->rooms, agenda->tracks, agenda->parts };
  for (guint i = 0; i < G_N_ELEMENTS (mine); i++) /* nobody writes to these */
    {
      g_array_unref (*mine[i]);
      *mine[i] = g_array_ref (theirs[i]);
    }
  g_array_append_vals (alike->days, agenda->days->data, agenda->days->len);
  for (guint i = 0; i < alike->days->len; i++)
    lectern_agenda_day (alike, i)->n_sessions = lectern_agenda_day (alike, i)->n_problems = 0;
  return alike;
}

/* What of @ids there is now; NULL: one of them names what the agenda does not know. */
static LecternAgenda *
read_again (const LecternAgenda *agenda, LecternReader *reader, GHashTable *ids)
{
  g_autoptr (LecternAgenda) again = new_alike (agenda);
  g_auto (LecternAgendaIndexes) indexes = { NULL };
  LecternAgendaReading reading = { reader, LECTERN_AGENDA_ONE_SESSION, 0 };
  GHashTableIter iter;
  gpointer key;
  lectern_agenda_indexes_init (&indexes, again);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      reading.only = *(gint64 *) key;
      if (!lectern_agenda_read_sessions (again, &reading, &indexes))
        return NULL;
    }
  g_array_sort (again->sessions, lectern_agenda_compare_sessions);
  lectern_agenda_finish (again);
  for (guint i = 0; i < again->sessions->len; i++)
    {
      reading.only = lectern_agenda_session (again, i)->id;
      lectern_agenda_read_people (again, &reading);
    }
  return g_steal_pointer (&again);
}

static void
take_over (LecternAgenda *to, const LecternAgenda *from, const LecternAgendaSession *session)
{
  LecternAgendaSession copy = *session;
  copy.first_person = to->people->len;
  copy.n_problems = 0;
  if (copy.n_people > 0)
    g_array_append_vals (to->people, lectern_agenda_person (from, session->first_person), copy.n_people);
  g_array_append_val (to->sessions, copy);
}

/* Both are sorted: those of @agenda that are not among @ids, and those of @again. */
static void
merge (LecternAgenda *to, const LecternAgenda *agenda, GHashTable *ids, const LecternAgenda *again)
{
  guint next = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (g_hash_table_contains (ids, &session->id))
        continue;
      for (; next < again->sessions->len
             && lectern_agenda_compare_sessions (lectern_agenda_session (again, next), session) < 0; next++)
        take_over (to, again, lectern_agenda_session (again, next));
      take_over (to, agenda, session);
    }
  for (; next < again->sessions->len; next++)
    take_over (to, again, lectern_agenda_session (again, next));
}

/* ---- what stood there only for a session ---- */

static void
note_used (const LecternAgenda *agenda, const LecternAgendaSession *session, gboolean *rooms, GHashTable *parts)
{
  for (guint r = 0; r < session->n_rooms; r++)
    rooms[session->rooms[r]] = TRUE;
  if (session->part != 0)
    g_hash_table_add (parts, GSIZE_TO_POINTER ((gsize) session->part));
}

/* A room or part that a session among @ids had and now nobody has: whether the event shows it
   all the same is known to its reading only. */
static gboolean
has_lost_one (const LecternAgenda *before, const LecternAgenda *now, GHashTable *ids)
{
  g_autofree gboolean *rooms = g_new0 (gboolean, now->rooms->len + 1);
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;
  for (guint i = 0; i < now->sessions->len; i++)
    note_used (now, lectern_agenda_session (now, i), rooms, parts);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const LecternAgendaSession *session = lectern_agenda_find (before, *(gint64 *) key);
      if (session == NULL)
        continue;
      if (session->part != 0 && !g_hash_table_contains (parts, GSIZE_TO_POINTER ((gsize) session->part)))
        return TRUE;
      for (guint r = 0; r < session->n_rooms; r++)
        if (!rooms[session->rooms[r]])
          return TRUE;
    }
  return FALSE;
}

static LecternAgenda *
update (const LecternAgenda *agenda, LecternReader *reader)
{
  guint64 kinds;
  gint64 moment = lectern_reader_moment (reader);
  g_autoptr (GHashTable) ids = lectern_touched_sessions (reader, agenda->moment, KINDS_ANEW, MOST_SESSIONS, &kinds);
  g_autoptr (LecternAgenda) again = ids != NULL ? read_again (agenda, reader, ids) : NULL;
  if (again == NULL)
    return NULL;
  g_autoptr (LecternAgenda) now = new_alike (agenda);
  merge (now, agenda, ids, again);
  lectern_agenda_finish (now);
  now->moment = moment;
  now->n_read = again->n_read;
  now->n_kept = agenda->n_kept + again->n_read;
  return has_lost_one (agenda, now, ids) ? NULL : g_steal_pointer (&now);
}

/**
 * lectern_agenda_update:
 *
 * The new agenda shares texts with @agenda, which may be freed before or after it. What was read
 * again stays in memory twice; before this is as much as the agenda itself, it gives NULL.
 */
LecternAgenda *
lectern_agenda_update (const LecternAgenda *agenda, LecternReader *reader)
{
  if (reader == NULL || agenda->event == 0 || agenda->only_day != 0
      || agenda->n_kept > agenda->sessions->len + MOST_SESSIONS)
    return NULL;
  lectern_reader_begin (reader);
  LecternAgenda *now = update (agenda, reader);
  lectern_reader_end (reader);
  return now;
}
