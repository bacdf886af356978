/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a session could be instead: free rooms, free people.
 */
#include "lectern-agenda-edits.h"

#include "lectern-time.h"

/* Hours of a day that says none and has nothing on it yet. */
#define USUAL_OPENS (9 * 60)
#define USUAL_CLOSES (18 * 60)

/* Minutes of one common calendar; days without a date are far apart. */
static gint64
day_minutes (const LecternAgenda *agenda, int day)
{
  GDate date;
  const char *text = lectern_agenda_day (agenda, day)->date;
  g_date_clear (&date, 1);
  return text != NULL && lectern_date_parse (text, &date) ? (gint64) g_date_get_julian (&date) * 1440
                                                          : (G_GINT64_CONSTANT (10000000) + 3 * day) * 1440;
}

/* A block and what is in it run at the same time on purpose, at any depth. */
static gboolean
belong_together (const LecternAgenda *agenda, const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  const LecternAgendaSession *const sides[][2] = { { a, b }, { b, a } };
  for (guint side = 0; side < 2; side++)
    {
      const LecternAgendaSession *inner = sides[side][0];
      for (guint depth = 0; inner != NULL && inner->parent != 0 && depth < agenda->sessions->len; depth++)
        {
          if (inner->parent == sides[side][1]->id)
            return TRUE;
          inner = lectern_agenda_find (agenda, inner->parent);
        }
    }
  return FALSE;
}

static gboolean
shares_room (const LecternAgenda *agenda, const LecternAgendaSession *session, const LecternPlacement *placement)
{
  for (guint a = 0; a < session->n_rooms; a++)
    {
      const LecternAgendaRoom *room = lectern_agenda_room (agenda, session->rooms[a]);
      for (guint b = 0; !room->shared && b < placement->n_rooms; b++)
        if (placement->rooms[b] == room->id)
          return TRUE;
    }
  return FALSE;
}

static gboolean
shares_person (const LecternAgenda *agenda, const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  for (guint i = 0; i < a->n_people; i++)
    for (guint j = 0; j < b->n_people; j++)
      if (lectern_agenda_person (agenda, a->first_person + i)->person
          == lectern_agenda_person (agenda, b->first_person + j)->person)
        return TRUE;
  return FALSE;
}

/* The end of what is in the way, in minutes of the placement's day; -1: nothing is. */
static int
end_of_obstacle (const LecternAgenda *agenda, const LecternPlacement *placement, gboolean people)
{
  const LecternAgendaSession *self = lectern_agenda_find (agenda, placement->session);
  int day = lectern_agenda_day_index (agenda, placement->day);
  if (day < 0 || placement->start < 0 || placement->duration <= 0)
    return -1;
  gint64 origin = day_minutes (agenda, day);
  gint64 start = origin + placement->start, end = start + placement->duration;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *other = lectern_agenda_session (agenda, i);
      if (!other->placed || other->duration <= 0 || other == self || g_strcmp0 (other->state, "cancelled") == 0)
        continue;
      gint64 other_start = day_minutes (agenda, other->day) + other->start;
      if (other_start >= end || other_start + other->duration <= start
          || (self != NULL && belong_together (agenda, self, other)))
        continue;
      if (shares_room (agenda, other, placement) || (people && self != NULL && shares_person (agenda, self, other)))
        return (int) (other_start + other->duration - origin);
    }
  return -1;
}

gboolean
lectern_agenda_rooms_are_free (const LecternAgenda *agenda, const LecternPlacement *placement)
{
  return end_of_obstacle (agenda, placement, FALSE) < 0;
}

gboolean
lectern_agenda_is_free (const LecternAgenda *agenda, const LecternPlacement *placement)
{
  return end_of_obstacle (agenda, placement, TRUE) < 0;
}

/* When a day begins and ends: what it says, else what stands on it, else the usual. */
static void
hours_of (const LecternAgenda *agenda, int day, int *opens, int *closes)
{
  int first = USUAL_OPENS, last = USUAL_CLOSES;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (!session->placed || session->day != day)
        continue;
      first = MIN (first, session->start);
      last = MAX (last, session->start + MAX (session->duration, 0));
    }
  const LecternAgendaDay *d = lectern_agenda_day (agenda, day);
  *opens = d->opens >= 0 ? d->opens : first;
  *closes = d->closes >= 0 && d->closes > *opens ? d->closes : last;
}

gboolean
lectern_agenda_next_free (const LecternAgenda *agenda, const LecternPlacement *from, LecternPlacement *found)
{
  int first = lectern_agenda_day_index (agenda, from->day);
  LecternPlacement place = *from;
  if (place.duration <= 0)
    place.duration = 5;
  for (int day = MAX (first, 0); day < (int) agenda->days->len; day++)
    {
      int opens, closes;
      hours_of (agenda, day, &opens, &closes);
      place.day = lectern_agenda_day (agenda, day)->id;
      place.start = day == first ? MAX (from->start, opens) : opens;
      while (place.start + place.duration <= closes)
        {
          int end = end_of_obstacle (agenda, &place, TRUE);
          if (end < 0)
            {
              place.duration = from->duration;
              *found = place;
              return TRUE;
            }
          place.start = end; /* which is later: the obstacle ends after the start */
        }
    }
  return FALSE;
}

gboolean
lectern_agenda_free_room (const LecternAgenda *agenda, const LecternPlacement *from, guint nth, LecternPlacement *found)
{
  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      LecternPlacement place = *from;
      gboolean own = FALSE;
      place.rooms = &lectern_agenda_room (agenda, i)->id;
      place.n_rooms = 1;
      for (guint r = 0; r < from->n_rooms; r++)
        own |= from->rooms[r] == *place.rooms;
      if (own || !lectern_agenda_is_free (agenda, &place) || nth-- > 0)
        continue;
      *found = place;
      return TRUE;
    }
  return FALSE;
}
