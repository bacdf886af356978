/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-moves-private.h"

#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LATEST_START (2 * 1440 - 1)
/* A start before 00:00 of the day; -1 is none at all. */
#define TOO_EARLY (-2)

enum
{
  STAYS,
  ASKED_FOR,
  GOES_ALONG,
};

G_DEFINE_QUARK (lectern-agenda-error-quark, lectern_agenda_error)

LecternPlacement
lectern_agenda_placement (const LecternAgenda *agenda, const LecternAgendaSession *session, gint64 **rooms)
{
  *rooms = g_new (gint64, session->n_rooms + 1);
  for (guint i = 0; i < session->n_rooms; i++)
    (*rooms)[i] = lectern_agenda_room (agenda, session->rooms[i])->id;
  return (LecternPlacement){ .session = session->id,
                             .day = session->day >= 0 ? lectern_agenda_day (agenda, session->day)->id : 0,
                             .start = session->start,
                             .duration = session->duration,
                             .rooms = *rooms,
                             .n_rooms = session->n_rooms };
}

static guint
index_of (LecternMoves *moves, const LecternAgendaSession *session)
{
  return session - lectern_agenda_session (moves->agenda, 0);
}

void
lectern_moves_init (LecternMoves *moves, const LecternAgenda *agenda)
{
  guint n = agenda->sessions->len;
  moves->agenda = agenda;
  moves->places = g_new (LecternPlacement, n + 1);
  moves->set = g_new0 (guint8, n + 1);
  moves->room_sets = g_ptr_array_new_with_free_func (g_free);
  moves->children = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (session->parent == 0)
        continue;
      GArray *siblings = g_hash_table_lookup (moves->children, &session->parent);
      if (siblings == NULL)
        {
          siblings = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (moves->children, (gpointer) &session->parent, siblings);
        }
      g_array_append_val (siblings, i);
    }
}

void
lectern_moves_clear (LecternMoves *moves)
{
  g_clear_pointer (&moves->places, g_free);
  g_clear_pointer (&moves->set, g_free);
  g_clear_pointer (&moves->room_sets, g_ptr_array_unref);
  g_clear_pointer (&moves->children, g_hash_table_unref);
}

const GArray *
lectern_moves_children (LecternMoves *moves, gint64 block)
{
  return g_hash_table_lookup (moves->children, &block);
}

static void
put (LecternMoves *moves, const LecternAgendaSession *session, const LecternPlacement *place, guint8 how)
{
  guint index = index_of (moves, session);
  gint64 *rooms = g_memdup2 (place->rooms, place->n_rooms * sizeof *rooms);
  g_ptr_array_add (moves->room_sets, rooms);
  moves->places[index] = *place;
  moves->places[index].rooms = rooms;
  moves->set[index] = how;
}

void
lectern_moves_put (LecternMoves *moves, const LecternAgendaSession *session, const LecternPlacement *place)
{
  put (moves, session, place, ASKED_FOR);
}

static int
start_later (int start, int minutes)
{
  return start + minutes < 0 ? TOO_EARLY : start + minutes;
}

void
lectern_moves_put_later (LecternMoves *moves, const LecternAgendaSession *session, int minutes)
{
  g_autofree gint64 *rooms = NULL;
  LecternPlacement place = lectern_agenda_placement (moves->agenda, session, &rooms);
  place.start = start_later (place.start, minutes);
  put (moves, session, &place, ASKED_FOR);
}

/* Where the times of what @block contains are counted from: its start, else its first child's. */
static int
old_origin (LecternMoves *moves, const LecternAgendaSession *block, const GArray *children)
{
  int first = block->start;
  for (guint i = 0; block->start < 0 && i < children->len; i++)
    {
      int start = lectern_agenda_session (moves->agenda, g_array_index (children, guint, i))->start;
      if (start >= 0 && (first < 0 || start < first))
        first = start;
    }
  return first;
}

/* The day as far from @new_day as @child's is from its block's; 0 where there is none such. */
static gint64
day_along (LecternMoves *moves, const LecternAgendaSession *block, const LecternAgendaSession *child, gint64 new_day)
{
  const LecternAgenda *agenda = moves->agenda;
  int to = lectern_agenda_day_index (agenda, new_day);
  if (child->day == block->day || child->day < 0 || block->day < 0 || to < 0)
    return new_day;
  const char *from_date = lectern_agenda_day (agenda, block->day)->date;
  const char *child_date = lectern_agenda_day (agenda, child->day)->date;
  const char *to_date = lectern_agenda_day (agenda, to)->date;
  if (from_date == NULL || child_date == NULL || to_date == NULL)
    return new_day;
  g_autofree char *date = lectern_date_add_days (to_date, lectern_date_days_between (from_date, child_date));
  for (guint i = 0; i < agenda->days->len; i++)
    if (g_strcmp0 (lectern_agenda_day (agenda, i)->date, date) == 0)
      return lectern_agenda_day (agenda, i)->id;
  return 0;
}

/* A room of the child that is a room of the block becomes the one that the block has now. */
static void
rooms_along (LecternMoves *moves, const LecternAgendaSession *block, const LecternPlacement *to, gint64 *rooms, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < block->n_rooms; r++)
      if (lectern_agenda_room (moves->agenda, block->rooms[r])->id == rooms[i])
        {
          rooms[i] = r < to->n_rooms ? to->rooms[r] : rooms[i];
          break;
        }
}

static gboolean
is_resize (const LecternAgendaSession *session, const LecternPlacement *to, gint64 old_day)
{
  return to->day == old_day && session->start >= 0 && to->start >= 0 && session->duration >= 0
         && to->start != session->start && to->start + to->duration == session->start + session->duration;
}

static void
take_along (LecternMoves *moves, guint index)
{
  const LecternAgendaSession *block = lectern_agenda_session (moves->agenda, index);
  const GArray *children = lectern_moves_children (moves, block->id);
  const LecternPlacement *to = &moves->places[index];
  gint64 old_day = block->day >= 0 ? lectern_agenda_day (moves->agenda, block->day)->id : 0;
  if (children == NULL || is_resize (block, to, old_day))
    return;
  int origin = old_origin (moves, block, children);
  for (guint i = 0; i < children->len; i++)
    {
      guint at = g_array_index (children, guint, i);
      const LecternAgendaSession *child = lectern_agenda_session (moves->agenda, at);
      g_autofree gint64 *rooms = NULL;
      LecternPlacement place = lectern_agenda_placement (moves->agenda, child, &rooms);
      if (moves->set[at] != STAYS)
        continue;
      place.day = to->day != old_day ? day_along (moves, block, child, to->day) : place.day;
      if (place.day == 0 && to->day != 0 && child->day >= 0)
        continue; /* that far after the block there is no day: it stays where one sees it */
      if (place.start >= 0 && to->start >= 0 && origin >= 0)
        place.start = start_later (place.start, to->start - origin);
      rooms_along (moves, block, to, rooms, place.n_rooms);
      put (moves, child, &place, GOES_ALONG);
      take_along (moves, at);
    }
}

void
lectern_moves_take_along (LecternMoves *moves)
{
  for (guint i = 0; i < moves->agenda->sessions->len; i++)
    if (moves->set[i] == ASKED_FOR)
      take_along (moves, i);
}

static gboolean
is_same (LecternMoves *moves, guint index)
{
  const LecternAgendaSession *session = lectern_agenda_session (moves->agenda, index);
  const LecternPlacement *to = &moves->places[index];
  g_autofree gint64 *rooms = NULL;
  LecternPlacement from = lectern_agenda_placement (moves->agenda, session, &rooms);
  return from.day == to->day && from.start == to->start && from.duration == to->duration
         && from.n_rooms == to->n_rooms && (from.n_rooms == 0 || memcmp (from.rooms, to->rooms, from.n_rooms * sizeof (gint64)) == 0);
}

void
lectern_agenda_refuse_locked (const LecternAgendaSession *first, guint n, GError **error)
{
  const char *title = lectern_agenda_text_title (first);
  if (n == 1)
    g_set_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED,
                 _ ("“%s” is locked; unlock it first."), title);
  else
    g_set_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED,
                 /* TRANSLATORS: %1$s is the title of one of them; there are always several */
                 ngettext ("“%1$s” and %2$u other item are locked; unlock them first.",
                           "“%1$s” and %2$u other items are locked; unlock them first.", n - 1),
                 title, n - 1);
}

gboolean
lectern_moves_check (LecternMoves *moves, GError **error)
{
  const LecternAgendaSession *locked = NULL;
  guint n_locked = 0;
  for (guint i = 0; i < moves->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (moves->agenda, i);
      if (moves->set[i] == STAYS || is_same (moves, i))
        continue;
      if (session->locked && n_locked++ == 0)
        locked = session;
      if (moves->places[i].start > TOO_EARLY && moves->places[i].start <= LATEST_START)
        continue;
      g_set_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_RANGE,
                   _ ("“%s” would no longer start on its day."), lectern_agenda_text_title (session));
      return FALSE;
    }
  if (n_locked > 0)
    lectern_agenda_refuse_locked (locked, n_locked, error);
  return n_locked == 0;
}

static void
write_number (LecternEdit *edit, gint64 session, guint field, gint64 old, gint64 new, gint64 none)
{
  if (old == new)
    return;
  if (new == none)
    lectern_edit_clear (edit, LECTERN_KIND_SESSION, session, field);
  else
    lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, field, new);
}

LecternEdit *
lectern_moves_to_edit (LecternMoves *moves, const char *label)
{
  LecternEdit *edit = lectern_edit_new (label);
  for (guint i = 0; i < moves->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (moves->agenda, i);
      const LecternPlacement *to = &moves->places[i];
      g_autofree gint64 *rooms = NULL;
      if (moves->set[i] == STAYS || is_same (moves, i))
        continue;
      LecternPlacement from = lectern_agenda_placement (moves->agenda, session, &rooms);
      write_number (edit, session->id, LECTERN_SESSION_DAY, from.day, to->day, 0);
      write_number (edit, session->id, LECTERN_SESSION_START, from.start, to->start, -1);
      write_number (edit, session->id, LECTERN_SESSION_DURATION, from.duration, to->duration, -1);
      if (from.n_rooms != to->n_rooms
          || (from.n_rooms > 0 && memcmp (from.rooms, to->rooms, from.n_rooms * sizeof (gint64)) != 0))
        lectern_edit_set (edit, LECTERN_KIND_SESSION, session->id, LECTERN_SESSION_ROOMS, NULL,
                          to->n_rooms > 0 ? lectern_value_ids (to->rooms, to->n_rooms) : LECTERN_EMPTY);
    }
  return edit;
}
