/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-moves-private.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_only_longer (const LecternAgenda *agenda, const LecternAgendaSession *session, const LecternPlacement *to)
{
  g_autofree gint64 *rooms = NULL;
  LecternPlacement from = lectern_agenda_placement (agenda, session, &rooms);
  gboolean same_rooms = from.n_rooms == to->n_rooms;
  for (guint i = 0; same_rooms && i < to->n_rooms; i++)
    same_rooms = from.rooms[i] == to->rooms[i];
  return same_rooms && from.day == to->day && from.duration != to->duration
         && (from.start == to->start || from.start + from.duration == to->start + to->duration);
}

static char *
place_label (const LecternAgenda *agenda, const LecternAgendaSession *first, const LecternPlacement *to, guint n)
{
  if (first == NULL)
    return NULL;
  const char *title = lectern_agenda_text_title (first);
  if (n == 1 && is_only_longer (agenda, first, to))
    /* TRANSLATORS: a step of the history: “%s” is the session's title */
    return g_strdup_printf (_ ("Change the length of “%s”"), title);
  if (n == 1)
    /* TRANSLATORS: steps of the history; unplaced sessions have lost their place in the grid */
    return to->day == 0 ? g_strdup_printf (_ ("Unplace “%s”"), title) : g_strdup_printf (_ ("Move “%s”"), title);
  if (to->day == 0)
    return g_strdup_printf (ngettext ("Unplace “%1$s” and %2$u other", "Unplace “%1$s” and %2$u others", n - 1),
                            title, n - 1);
  /* TRANSLATORS: a step of the history: %1$s is the title of one session */
  return g_strdup_printf (ngettext ("Move “%1$s” and %2$u other", "Move “%1$s” and %2$u others", n - 1), title,
                          n - 1);
}

LecternEdit *
lectern_agenda_edit_place (const LecternAgenda *agenda, const LecternPlacement *placements, guint n, GError **error)
{
  g_auto (LecternMoves) moves = { NULL };
  const LecternAgendaSession *first = NULL;
  const LecternPlacement *first_place = NULL;
  guint n_found = 0;
  lectern_moves_init (&moves, agenda);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, placements[i].session);
      if (session == NULL)
        continue;
      lectern_moves_put (&moves, session, &placements[i]);
      if (n_found++ == 0)
        first = session, first_place = &placements[i];
    }
  lectern_moves_take_along (&moves);
  if (!lectern_moves_check (&moves, error))
    return NULL;
  g_autofree char *label = place_label (agenda, first, first_place, n_found);
  return lectern_moves_to_edit (&moves, label);
}

LecternEdit *
lectern_agenda_edit_unplace (const LecternAgenda *agenda, const gint64 *sessions, guint n, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LecternPlacement));
  g_autoptr (GPtrArray) room_sets = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, sessions[i]);
      gint64 *rooms;
      if (session == NULL)
        continue;
      LecternPlacement place = lectern_agenda_placement (agenda, session, &rooms);
      place.day = 0;
      g_ptr_array_add (room_sets, rooms);
      g_array_append_val (places, place);
    }
  return lectern_agenda_edit_place (agenda, (LecternPlacement *) (void *) places->data, places->len, error);
}

LecternEdit *
lectern_agenda_edit_shift (const LecternAgenda *agenda, const gint64 *sessions, guint n, int minutes, GError **error)
{
  g_auto (LecternMoves) moves = { NULL };
  const LecternAgendaSession *first = NULL;
  guint others = 0;
  lectern_moves_init (&moves, agenda);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, sessions[i]);
      if (session == NULL || session->start < 0)
        continue;
      lectern_moves_put_later (&moves, session, minutes);
      if (first == NULL)
        first = session;
      else
        others++;
    }
  lectern_moves_take_along (&moves);
  if (!lectern_moves_check (&moves, error))
    return NULL;
  g_autofree char *by = lectern_agenda_text_minutes (minutes);
  g_autofree char *label = NULL;
  if (others == 0)
    /* TRANSLATORS: a step of the history: %1$s is a title, %2$s is “10 minutes” */
    label = g_strdup_printf (_ ("Move “%1$s” by %2$s"), first ? lectern_agenda_text_title (first) : "", by);
  else
    /* TRANSLATORS: a step of the history: %1$s is a title, %3$s is “10 minutes” */
    label = g_strdup_printf (ngettext ("Move “%1$s” and %2$u other item by %3$s",
                                       "Move “%1$s” and %2$u other items by %3$s", others),
                             lectern_agenda_text_title (first), others, by);
  return lectern_moves_to_edit (&moves, label);
}

/* ---- swap ---- */

/* Whether nothing else is in a room of @first between the two. */
static gboolean
are_neighbours (const LecternAgenda *agenda, const LecternAgendaSession *first, const LecternAgendaSession *second)
{
  g_autofree gint64 *rooms = NULL;
  LecternPlacement between = lectern_agenda_placement (agenda, first, &rooms);
  gboolean same_rooms = first->n_rooms == second->n_rooms;
  for (guint r = 0; same_rooms && r < first->n_rooms; r++)
    same_rooms = first->rooms[r] == second->rooms[r];
  between.start = first->start + MAX (first->duration, 0);
  between.duration = second->start - between.start;
  return same_rooms && first->day == second->day && between.duration >= 0
         && lectern_agenda_rooms_are_free (agenda, &between);
}

LecternEdit *
lectern_agenda_edit_swap (const LecternAgenda *agenda, gint64 a, gint64 b, GError **error)
{
  const LecternAgendaSession *first = lectern_agenda_find (agenda, a);
  const LecternAgendaSession *second = lectern_agenda_find (agenda, b);
  g_auto (LecternMoves) moves = { NULL };
  g_autofree gint64 *first_rooms = NULL;
  g_autofree gint64 *second_rooms = NULL;
  if (first == NULL || second == NULL || first == second)
    return lectern_edit_new ("");
  if (first->day == second->day && first->start > second->start)
    {
      const LecternAgendaSession *later = first;
      first = second;
      second = later;
    }
  LecternPlacement to_second = lectern_agenda_placement (agenda, second, &second_rooms);
  LecternPlacement to_first = lectern_agenda_placement (agenda, first, &first_rooms);
  if (first->placed && second->placed && are_neighbours (agenda, first, second))
    to_second.start += MAX (second->duration, 0) - MAX (first->duration, 0);
  to_second.session = first->id;
  to_second.duration = first->duration;
  to_first.session = second->id;
  to_first.duration = second->duration;
  lectern_moves_init (&moves, agenda);
  lectern_moves_put (&moves, first, &to_second);
  lectern_moves_put (&moves, second, &to_first);
  lectern_moves_take_along (&moves);
  if (!lectern_moves_check (&moves, error))
    return NULL;
  /* TRANSLATORS: a step of the history: the titles of two sessions */
  g_autofree char *label = g_strdup_printf (_ ("Swap “%s” and “%s”"), lectern_agenda_text_title (first),
                                            lectern_agenda_text_title (second));
  return lectern_moves_to_edit (&moves, label);
}
