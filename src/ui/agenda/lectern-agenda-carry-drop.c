/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-carry.h"

#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LecternAgendaCarried *
lead_of (const LecternAgendaCarry *carry)
{
  return &g_array_index (carry->carried, LecternAgendaCarried, 0);
}

static gboolean
has_room (const LecternPlacement *place, gint64 room)
{
  for (guint i = 0; i < place->n_rooms; i++)
    if (place->rooms[i] == room)
      return TRUE;
  return FALSE;
}

static gboolean
is_same (const LecternPlacement *a, const LecternPlacement *b)
{
  return a->day == b->day && a->start == b->start && a->duration == b->duration && a->n_rooms == b->n_rooms
         && (a->n_rooms == 0 || memcmp (a->rooms, b->rooms, a->n_rooms * sizeof (gint64)) == 0);
}

gboolean
lectern_agenda_carry_is_changed (const LecternAgendaCarry *carry)
{
  const LecternAgendaCarried *lead = lead_of (carry);
  gint64 from, to;
  if (carry->unplaced)
    return lead->from.start >= 0;
  return carry->copy || carry->lane.track != carry->home.track || carry->lane.part != carry->home.part
         || lectern_agenda_carry_exchange (carry, &from, &to) || !is_same (&lead->from, &lead->to);
}

GArray *
lectern_agenda_carry_placements (const LecternAgendaCarry *carry)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LecternPlacement));
  for (guint i = 0; !carry->unplaced && i < carry->carried->len; i++)
    g_array_append_val (places, g_array_index (carry->carried, LecternAgendaCarried, i).to);
  return places;
}

guint
lectern_agenda_carry_n_own (const LecternAgendaCarry *carry)
{
  guint n = 0;
  while (n < carry->carried->len && !g_array_index (carry->carried, LecternAgendaCarried, n).along)
    n++;
  return n;
}

gboolean
lectern_agenda_carry_in_lane (const LecternAgendaCarry *carry, const LecternAgendaCarried *carried,
                              const LecternAgendaLane *lane)
{
  LecternAgendaSession session = *lectern_agenda_find (carry->agenda, carried->to.session);
  gint64 gone, come;
  g_autofree guint *rooms = g_new (guint, carried->to.n_rooms + 1);
  session.n_rooms = 0;
  for (guint i = 0; i < carry->agenda->rooms->len; i++)
    if (has_room (&carried->to, lectern_agenda_room (carry->agenda, i)->id))
      {
        rooms[session.n_rooms++] = i;
        if (session.n_rooms == carried->to.n_rooms)
          break;
      }
  session.rooms = rooms;
  session.placed = !carry->unplaced && carried->to.start >= 0;
  session.day = lectern_agenda_day_index (carry->agenda, carried->to.day);
  if (carry->lane.kind == LECTERN_AGENDA_LANE_TRACK && !lectern_agenda_lane_equal (&carry->lane, &carry->home))
    session.track = carry->lane.track;
  if (carry->lane.kind == LECTERN_AGENDA_LANE_PART && !lectern_agenda_lane_equal (&carry->lane, &carry->home))
    session.part = carry->lane.part;
  if (lane->kind == LECTERN_AGENDA_LANE_PERSON && session.placed && !carried->along
      && lectern_agenda_carry_exchange (carry, &gone, &come) && (lane->person == gone || lane->person == come))
    return lane->day == session.day && lane->person == come;
  return lectern_agenda_lane_holds (lane, carry->agenda, &session);
}

/* ---- words ---- */

static char *
dup_rooms (const LecternAgendaCarry *carry, const LecternPlacement *place)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < place->n_rooms; i++)
    for (guint r = 0; r < carry->agenda->rooms->len; r++)
      if (lectern_agenda_room (carry->agenda, r)->id == place->rooms[i])
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", lectern_agenda_room (carry->agenda, r)->name);
  return g_string_free (out, FALSE);
}

static void
append_part (GString *out, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", part);
}

static guint
count_followers (const LecternAgendaCarry *carry)
{
  guint n = 0;
  for (guint i = 1; i < carry->carried->len; i++)
    n += !g_array_index (carry->carried, LecternAgendaCarried, i).along;
  return n;
}

/* What the lane says beside day and rooms: the track, the part of the programme. */
static char *
dup_lane (const LecternAgendaCarry *carry)
{
  gboolean says_more = carry->lane.kind == LECTERN_AGENDA_LANE_TRACK || carry->lane.kind == LECTERN_AGENDA_LANE_PART;
  if (carry->lane.kind == LECTERN_AGENDA_LANE_PERSON)
    return lectern_agenda_carry_people_words (carry);
  return says_more ? lectern_agenda_lane_dup_label (&carry->lane, carry->agenda) : g_strdup ("");
}

char *
lectern_agenda_carry_words (const LecternAgendaCarry *carry)
{
  const LecternPlacement *lead = lectern_agenda_carry_lead (carry);
  guint n = count_followers (carry);
  GString *out = g_string_new (NULL);
  if (carry->unplaced)
    append_part (out, _ ("Unplaced"));
  else
    {
      int day = lectern_agenda_day_index (carry->agenda, lead->day);
      g_autofree char *date = day >= 0 ? lectern_agenda_text_short_day (carry->agenda, day) : g_strdup ("");
      g_autofree char *time = lead->duration > 0 ? lectern_time_format_range (lead->start, lead->start + lead->duration)
                                                 : lectern_time_format (lead->start);
      g_autofree char *rooms = dup_rooms (carry, lead);
      g_autofree char *lane = dup_lane (carry);
      append_part (out, date);
      append_part (out, time);
      append_part (out, rooms);
      append_part (out, lane);
    }
  if (n > 0)
    {
      /* TRANSLATORS: sessions that are moved together with the one whose new place was just said */
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
      append_part (out, more);
    }
  return g_string_free (out, FALSE);
}

/* ---- dropping ---- */

/* What a lane means beside a place: dropped in the lane of a track, it is of that track. */
static void
set_lane (const LecternAgendaCarry *carry, LecternEdit *edit, GArray *ids)
{
  const LecternAgendaLane *lane = &carry->lane;
  gint64 track = lane->track >= 0 ? lectern_agenda_track (carry->agenda, lane->track)->id : 0;
  gboolean of_track = lane->kind == LECTERN_AGENDA_LANE_TRACK && lane->track != carry->home.track;
  gboolean of_part = lane->kind == LECTERN_AGENDA_LANE_PART && lane->part != carry->home.part;
  guint field = of_track ? LECTERN_SESSION_TRACK : LECTERN_SESSION_PROGRAMME_NODE;
  gint64 value = of_track ? track : lane->part;
  for (guint i = 0; (of_track || of_part) && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      if (value != 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, field, value);
      else
        lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, field);
    }
}

static GArray *
list_own (const LecternAgendaCarry *carry, GArray *places)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < carry->carried->len; i++)
    {
      const LecternAgendaCarried *carried = &g_array_index (carry->carried, LecternAgendaCarried, i);
      if (carried->along)
        continue;
      g_array_append_val (ids, carried->to.session);
      g_array_append_val (places, carried->to);
    }
  return ids;
}

LecternEdit *
lectern_agenda_carry_edit (const LecternAgendaCarry *carry, LecternReader *reader, GArray **copies, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LecternPlacement));
  g_autoptr (GArray) ids = list_own (carry, places);
  const LecternPlacement *place = (const LecternPlacement *) (const void *) places->data;
  gboolean whole = carry->how == LECTERN_AGENDA_CARRY_WHOLE;
  LecternShifted shifted;
  LecternEdit *edit;
  *copies = NULL;
  if (carry->unplaced && carry->copy && whole)
    { /* the original stays where it is */
      for (guint i = 0; i < places->len; i++)
        {
          LecternPlacement *nowhere = &g_array_index (places, LecternPlacement, i);
          nowhere->day = 0;
          nowhere->start = -1;
          nowhere->n_rooms = 0;
        }
      return lectern_agenda_edit_copy (reader, carry->agenda, place, places->len, copies);
    }
  if (carry->unplaced)
    return lectern_agenda_edit_unplace (carry->agenda, (const gint64 *) (const void *) ids->data, ids->len, error);
  if (carry->copy && whole)
    edit = lectern_agenda_edit_copy (reader, carry->agenda, place, places->len, copies);
  else if (carry->push && places->len == 1)
    edit = lectern_agenda_edit_insert (carry->agenda, place, &shifted, error);
  else
    edit = lectern_agenda_edit_place (carry->agenda, place, places->len, error);
  if (edit != NULL)
    set_lane (carry, edit, *copies != NULL ? *copies : ids);
  if (edit != NULL)
    lectern_agenda_carry_set_people (carry, edit, reader, ids);
  return edit;
}
