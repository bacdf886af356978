/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes later moves too: from one item on, through all rooms that it leads to,
 * each up to its next locked item.
 */
#include "lectern-agenda-moves-private.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

/* The rooms in which items move: by index, one more for “no room”, which shares all. */
typedef struct
{
  guint n;
  gboolean *moves;
  gboolean *ends; /* beyond an anchor */
} Reach;

static gboolean
reach_has (const Reach *reach, const LecternAgendaSession *session)
{
  gboolean found = FALSE;
  if (session->n_rooms == 0)
    for (guint r = 0; r <= reach->n; r++)
      found |= reach->moves[r] && !reach->ends[r];
  for (guint r = 0; r < session->n_rooms; r++)
    found |= reach->moves[session->rooms[r]] && !reach->ends[session->rooms[r]];
  return found;
}

static void
reach_mark (const Reach *reach, gboolean *rooms, const LecternAgendaSession *session)
{
  if (session->n_rooms == 0)
    for (guint r = 0; r <= reach->n; r++)
      rooms[r] = TRUE;
  for (guint r = 0; r < session->n_rooms; r++)
    rooms[session->rooms[r]] = TRUE;
}

/* Whether @of is in the block @session, or in one that is in it. */
static gboolean
contains (const LecternAgenda *agenda, const LecternAgendaSession *session, gint64 of)
{
  const LecternAgendaSession *child = lectern_agenda_find (agenda, of);
  for (guint depth = 0; child != NULL && child->parent != 0 && depth < agenda->sessions->len; depth++)
    {
      if (child->parent == session->id)
        return TRUE;
      child = lectern_agenda_find (agenda, child->parent);
    }
  return FALSE;
}

static gboolean
is_cancelled (const LecternAgendaSession *session)
{
  return g_strcmp0 (session->state, "cancelled") == 0;
}

/* How far what moved reaches into @anchor in a common room. */
static int
overlap_with (LecternMoves *moves, const LecternAgendaSession *anchor)
{
  int most = 0;
  for (guint i = 0; i < moves->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (moves->agenda, i);
      if (!moves->set[i] || moves->places[i].day != lectern_agenda_day (moves->agenda, anchor->day)->id
          || moves->places[i].start >= anchor->start + MAX (anchor->duration, 0))
        continue;
      gboolean common = session->n_rooms == 0 || anchor->n_rooms == 0;
      for (guint a = 0; a < session->n_rooms; a++)
        for (guint b = 0; b < anchor->n_rooms; b++)
          common |= session->rooms[a] == anchor->rooms[b];
      if (common)
        most = MAX (most, moves->places[i].start + moves->places[i].duration - anchor->start);
    }
  return most;
}

/* All of a day from @from on that @reach leads to; sessions stand by day and start. */
static guint
put_later_ones (LecternMoves *moves, Reach *reach, int day, int from, const LecternAgendaSession *first, int minutes,
                LecternShifted *shifted)
{
  const LecternAgenda *agenda = moves->agenda;
  const LecternAgendaSession *anchor = NULL;
  guint n = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (!session->placed || session->day != day || session->start < from || session == first
          || contains (agenda, session, first->id) || contains (agenda, first, session->id)
          || !reach_has (reach, session))
        continue;
      if (session->locked && !is_cancelled (session))
        {
          reach_mark (reach, reach->ends, session);
          if (anchor == NULL)
            anchor = session;
          continue;
        }
      reach_mark (reach, reach->moves, session);
      lectern_moves_put_later (moves, session, minutes);
      n++;
    }
  lectern_moves_take_along (moves);
  *shifted = (LecternShifted){ .n_moved = n,
                               .anchor = anchor != NULL ? anchor->id : 0,
                               .overlap = anchor != NULL ? overlap_with (moves, anchor) : 0 };
  return n;
}

static void
reach_init (Reach *reach, const LecternAgenda *agenda)
{
  reach->n = agenda->rooms->len;
  reach->moves = g_new0 (gboolean, reach->n + 1);
  reach->ends = g_new0 (gboolean, reach->n + 1);
}

static void
reach_clear (Reach *reach)
{
  g_free (reach->moves);
  g_free (reach->ends);
}

LecternEdit *
lectern_agenda_edit_shift_later (const LecternAgenda *agenda, gint64 id, int minutes, LecternShifted *shifted,
                                 GError **error)
{
  const LecternAgendaSession *session = lectern_agenda_find (agenda, id);
  g_auto (LecternMoves) moves = { NULL };
  Reach reach;
  *shifted = (LecternShifted){ 0 };
  if (session == NULL || !session->placed)
    return lectern_edit_new ("");
  reach_init (&reach, agenda);
  lectern_moves_init (&moves, agenda);
  lectern_moves_put_later (&moves, session, minutes);
  reach_mark (&reach, reach.moves, session);
  guint n = put_later_ones (&moves, &reach, session->day, session->start, session, minutes, shifted);
  reach_clear (&reach);
  if (!lectern_moves_check (&moves, error))
    return NULL;
  g_autofree char *by = lectern_agenda_text_minutes (minutes);
  g_autofree char *label
      = n == 0 ? g_strdup_printf (_ ("Move “%1$s” by %2$s"), lectern_agenda_text_title (session), by)
               /* TRANSLATORS: a step of the history: %1$s is a title, %3$s is “10 minutes” */
               : g_strdup_printf (ngettext ("Move “%1$s” and %2$u later item by %3$s",
                                            "Move “%1$s” and %2$u later items by %3$s", n),
                                  lectern_agenda_text_title (session), n, by);
  return lectern_moves_to_edit (&moves, label);
}

/* The minutes by which what starts in the rooms of @placement then or later is in its way. */
static int
minutes_in_the_way (LecternMoves *moves, const Reach *reach, const LecternAgendaSession *first,
                    const LecternPlacement *placement, int day)
{
  int end = placement->start + MAX (placement->duration, 0);
  for (guint i = 0; i < moves->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (moves->agenda, i);
      if (session->placed && session->day == day && session->start >= placement->start && session != first
          && !is_cancelled (session) && !contains (moves->agenda, session, first->id)
          && !contains (moves->agenda, first, session->id) && reach_has (reach, session))
        return MAX (end - session->start, 0);
    }
  return 0;
}

static void
reach_mark_placement (const Reach *reach, const LecternAgenda *agenda, const LecternPlacement *placement)
{
  for (guint r = 0; r <= reach->n; r++)
    if (placement->n_rooms == 0)
      reach->moves[r] = TRUE;
    else
      for (guint i = 0; r < reach->n && i < placement->n_rooms; i++)
        reach->moves[r] |= lectern_agenda_room (agenda, r)->id == placement->rooms[i];
}

LecternEdit *
lectern_agenda_edit_insert (const LecternAgenda *agenda, const LecternPlacement *placement, LecternShifted *shifted,
                            GError **error)
{
  const LecternAgendaSession *session = lectern_agenda_find (agenda, placement->session);
  int day = lectern_agenda_day_index (agenda, placement->day);
  g_auto (LecternMoves) moves = { NULL };
  Reach reach;
  guint n = 0;
  *shifted = (LecternShifted){ 0 };
  if (session == NULL || day < 0 || placement->start < 0)
    return lectern_edit_new ("");
  reach_init (&reach, agenda);
  lectern_moves_init (&moves, agenda);
  lectern_moves_put (&moves, session, placement);
  reach_mark_placement (&reach, agenda, placement);
  int minutes = minutes_in_the_way (&moves, &reach, session, placement, day);
  if (minutes > 0)
    n = put_later_ones (&moves, &reach, day, placement->start, session, minutes, shifted);
  else
    lectern_moves_take_along (&moves);
  reach_clear (&reach);
  if (!lectern_moves_check (&moves, error))
    return NULL;
  g_autofree char *by = lectern_agenda_text_minutes (minutes);
  g_autofree char *label
      = n == 0 ? g_strdup_printf (_ ("Move “%s”"), lectern_agenda_text_title (session))
               /* TRANSLATORS: a step of the history: %1$s is a title, %3$s is “10 minutes” */
               : g_strdup_printf (ngettext ("Insert “%1$s”, %2$u later item by %3$s",
                                            "Insert “%1$s”, %2$u later items by %3$s", n),
                                  lectern_agenda_text_title (session), n, by);
  return lectern_moves_to_edit (&moves, label);
}
