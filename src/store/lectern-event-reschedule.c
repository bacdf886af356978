/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-event-reschedule.h"

#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LecternReader *reader;
  LecternEdit *edit;
  LecternRecord *event;
  GPtrArray *days;  /* of LecternRecord, by date */
  LecternRescheduleHow how;
  GArray *places;   /* venue of each new day; 0: as before */
} Move;

static const char *
date_of (const LecternRecord *day)
{
  return lectern_record_text (day, LECTERN_DAY_DATE);
}

static void
set_integer (Move *move, LecternKind kind, gint64 id, guint field, gint64 value)
{
  lectern_edit_set_integer (move->edit, kind, id, field, value);
}

/* ---- places ---- */

static gboolean
is_called (const LecternRecord *venue, const char *place)
{
  g_autofree char *wanted = lectern_text_fold (place);
  const guint fields[] = { LECTERN_VENUE_NAME, LECTERN_VENUE_CITY };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = lectern_record_text (venue, fields[i]);
      g_autofree char *folded = text ? lectern_text_fold (text) : NULL;
      if (g_strcmp0 (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static gint64
new_venue (Move *move, const char *place)
{
  gint64 id = lectern_edit_create (move->edit, LECTERN_KIND_VENUE);
  lectern_edit_set_text (move->edit, LECTERN_KIND_VENUE, id, LECTERN_VENUE_NAME, place);
  lectern_edit_set_text (move->edit, LECTERN_KIND_VENUE, id, LECTERN_VENUE_CITY, place);
  set_integer (move, LECTERN_KIND_VENUE, id, LECTERN_VENUE_ADDRESS_MISSING, 1);
  lectern_edit_set_text (move->edit, LECTERN_KIND_VENUE, id, LECTERN_VENUE_TEXT_LANGUAGE,
                         lectern_record_text (move->event, LECTERN_EVENT_TEXT_LANGUAGE));
  return id;
}

/* The event's own venue of this name or town, else any, else a new one. */
static gint64
find_venue (Move *move, const char *place)
{
  gsize n = 0;
  g_autofree gint64 *own = lectern_value_get_ids (lectern_record_value (move->event, LECTERN_EVENT_VENUES), &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (LecternRecord) venue = lectern_reader_get (move->reader, LECTERN_KIND_VENUE, own[i]);
      if (venue != NULL && venue->alive && (place == NULL || is_called (venue, place)))
        return venue->id;
    }
  if (place == NULL)
    return 0;
  g_autoptr (GPtrArray) all = lectern_reader_all (move->reader, LECTERN_KIND_VENUE);
  for (guint i = 0; i < all->len; i++)
    if (is_called (all->pdata[i], place))
      return ((LecternRecord *) all->pdata[i])->id;
  return new_venue (move, place);
}

static void
find_places (Move *move, const LecternRescheduleDay *days, guint n)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = 0;
      const char *place = days[i].place;
      if (move->how != LECTERN_RESCHEDULE_ONLINE && (place != NULL || move->how == LECTERN_RESCHEDULE_SPLIT))
        {
          g_autofree char *key = lectern_text_fold (place ? place : "");
          const gint64 *found = g_hash_table_lookup (known, key);
          id = found ? *found : find_venue (move, place);
          if (found == NULL)
            g_hash_table_insert (known, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
        }
      g_array_append_val (move->places, id);
    }
}

/* Rooms are those of a house: who leaves it leaves them. */
static void
clear_rooms (Move *move, gint64 day)
{
  g_autoptr (GPtrArray) sessions = lectern_reader_find (move->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_DAY, day);
  for (guint i = 0; i < sessions->len; i++)
    if (!lectern_record_is_empty (sessions->pdata[i], LECTERN_SESSION_ROOMS))
      lectern_edit_clear (move->edit, LECTERN_KIND_SESSION, ((LecternRecord *) sessions->pdata[i])->id,
                          LECTERN_SESSION_ROOMS);
}

/* Where a day was: its own venue, else the first of the event. */
static gint64
old_place (Move *move, const LecternRecord *day)
{
  gint64 own = lectern_record_integer (day, LECTERN_DAY_VENUE);
  return own != 0 ? own : find_venue (move, NULL);
}

static void
set_places (Move *move, GArray *day_ids)
{
  g_autoptr (GArray) venues = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < move->places->len; i++)
    {
      gint64 venue = g_array_index (move->places, gint64, i), day = g_array_index (day_ids, gint64, i);
      gboolean known = venue == 0;
      if (venue == 0)
        continue;
      for (guint k = 0; k < venues->len; k++)
        known = known || g_array_index (venues, gint64, k) == venue;
      if (!known)
        g_array_append_val (venues, venue);
      set_integer (move, LECTERN_KIND_DAY, day, LECTERN_DAY_VENUE, venue);
      if (i < move->days->len && old_place (move, move->days->pdata[i]) != venue)
        clear_rooms (move, day);
    }
  if (venues->len > 0)
    lectern_edit_set (move->edit, LECTERN_KIND_EVENT, move->event->id, LECTERN_EVENT_VENUES, NULL,
                      lectern_value_ids ((gint64 *) (void *) venues->data, venues->len));
}

static void
leave_places (Move *move)
{
  lectern_edit_clear (move->edit, LECTERN_KIND_EVENT, move->event->id, LECTERN_EVENT_VENUES);
  for (guint i = 0; i < move->days->len; i++)
    {
      const LecternRecord *day = move->days->pdata[i];
      if (!lectern_record_is_empty (day, LECTERN_DAY_VENUE))
        lectern_edit_clear (move->edit, LECTERN_KIND_DAY, day->id, LECTERN_DAY_VENUE);
      clear_rooms (move, day->id);
    }
}

/* ---- days ---- */

static void
drop_day (Move *move, const LecternRecord *day)
{
  g_autoptr (GPtrArray) sessions
      = lectern_reader_find (move->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_DAY, day->id);
  for (guint i = 0; i < sessions->len; i++)
    lectern_edit_clear (move->edit, LECTERN_KIND_SESSION, ((LecternRecord *) sessions->pdata[i])->id,
                        LECTERN_SESSION_DAY);
  lectern_edit_delete (move->edit, LECTERN_KIND_DAY, day->id);
}

static gint64
new_day (Move *move, const char *date, guint number)
{
  gint64 id = lectern_edit_create (move->edit, LECTERN_KIND_DAY);
  set_integer (move, LECTERN_KIND_DAY, id, LECTERN_DAY_EVENT, move->event->id);
  set_integer (move, LECTERN_KIND_DAY, id, LECTERN_DAY_NUMBER, number);
  lectern_edit_set_text (move->edit, LECTERN_KIND_DAY, id, LECTERN_DAY_DATE, date);
  lectern_edit_set_text (move->edit, LECTERN_KIND_DAY, id, LECTERN_DAY_TEXT_LANGUAGE,
                         lectern_record_text (move->event, LECTERN_EVENT_TEXT_LANGUAGE));
  return id;
}

/* The date of each day that there is; NULL: it falls away. One date takes the others along. */
static GArray *
dates_for (Move *move, const LecternRescheduleDay *days, guint n, GPtrArray *texts, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (LecternDayDate));
  gboolean along = n == 1 && move->how == LECTERN_RESCHEDULE_MOVE;
  if (!along && n != move->days->len && move->days->len > 0 && move->how == LECTERN_RESCHEDULE_MOVE)
    {
      g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE,
                   ngettext ("The event has %u day: name one date for it.",
                             "The event has %u days: name the first date or one for each.", move->days->len),
                   move->days->len);
      return NULL;
    }
  for (guint i = 0; i < move->days->len; i++)
    {
      const LecternRecord *day = move->days->pdata[i];
      LecternDayDate date = { day->id, i < n ? days[i].date : NULL };
      if (along)
        {
          int after = lectern_date_days_between (date_of (move->days->pdata[0]), date_of (day));
          date.date = lectern_date_add_days (days[0].date, after);
          g_ptr_array_add (texts, (gpointer) date.date);
        }
      g_array_append_val (dates, date);
    }
  return g_steal_pointer (&dates);
}

static void
set_hours (Move *move, const LecternRescheduleDay *days, guint n, GArray *ids)
{
  for (guint i = 0; i < MIN (n, ids->len); i++)
    if (days[i].ends > days[i].begins)
      {
        gint64 id = g_array_index (ids, gint64, i);
        set_integer (move, LECTERN_KIND_DAY, id, LECTERN_DAY_BEGINS, days[i].begins);
        set_integer (move, LECTERN_KIND_DAY, id, LECTERN_DAY_ENDS, days[i].ends);
      }
}

static gboolean
move_days (Move *move, const LecternRescheduleDay *days, guint n, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) dates = dates_for (move, days, n, texts, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (dates == NULL)
    return FALSE;
  move->edit = lectern_event_edit_move (move->reader, move->event->id, (LecternDayDate *) (void *) dates->data,
                                        dates->len, error);
  if (move->edit == NULL)
    return FALSE;
  for (guint i = 0; i < dates->len; i++)
    {
      gint64 id = g_array_index (dates, LecternDayDate, i).day;
      if (g_array_index (dates, LecternDayDate, i).date == NULL)
        drop_day (move, move->days->pdata[i]);
      else
        g_array_append_val (ids, id);
    }
  for (guint i = dates->len; i < n; i++)
    {
      gint64 id = new_day (move, days[i].date, i + 1);
      g_array_append_val (ids, id);
    }
  set_hours (move, days, n, ids);
  find_places (move, days, n);
  if (move->how == LECTERN_RESCHEDULE_ONLINE)
    leave_places (move);
  else
    set_places (move, ids);
  return TRUE;
}

/* ---- the event ---- */

static gboolean
dates_differ (Move *move, const LecternRescheduleDay *days, guint n)
{
  if (n != move->days->len && !(n == 1 && move->how == LECTERN_RESCHEDULE_MOVE))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (days[i].date, date_of (move->days->pdata[i])) != 0)
      return TRUE;
  return FALSE;
}

static void
set_state (Move *move, gboolean other_dates)
{
  const char *state = move->how == LECTERN_RESCHEDULE_ONLINE  ? "online"
                      : move->how == LECTERN_RESCHEDULE_LATER ? "postponed"
                      : other_dates                           ? "rescheduled"
                                                              : NULL;
  gint64 id = move->event->id;
  if (state != NULL && g_strcmp0 (lectern_record_text (move->event, LECTERN_EVENT_STATE), state) != 0)
    lectern_edit_set_text (move->edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_STATE, state);
  if (other_dates && move->days->len > 0 && lectern_record_is_empty (move->event, LECTERN_EVENT_PREVIOUS_START))
    lectern_edit_set_text (move->edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_PREVIOUS_START,
                           date_of (move->days->pdata[0]));
}

static char *
label_of (Move *move)
{
  const char *title = lectern_record_name (move->event, NULL);
  switch (move->how)
    {
    case LECTERN_RESCHEDULE_SPLIT:
      /* TRANSLATORS: steps of the history: %s is the title of an event */
      return g_strdup_printf (_ ("Split “%s” over several places"), title);
    case LECTERN_RESCHEDULE_ONLINE:
      return g_strdup_printf (_ ("Move “%s” online"), title);
    case LECTERN_RESCHEDULE_LATER:
      return g_strdup_printf (_ ("Postpone “%s”"), title);
    case LECTERN_RESCHEDULE_MOVE:
    default:
      return g_strdup_printf (_ ("Move “%s” to other dates"), title);
    }
}

LecternEdit *
lectern_event_edit_reschedule (LecternReader *reader, gint64 event, LecternRescheduleHow how,
                               const LecternRescheduleDay *days, guint n, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_event_get_living (reader, LECTERN_KIND_EVENT, event, error);
  if (record == NULL)
    return NULL;
  g_autoptr (GPtrArray) old = lectern_event_days (reader, event);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  Move move = { reader, NULL, record, old, how, places };
  g_autofree char *label = label_of (&move);
  if (how == LECTERN_RESCHEDULE_LATER)
    {
      move.edit = lectern_edit_new (label);
      set_state (&move, TRUE);
    }
  else if (move_days (&move, days, n, error))
    {
      set_state (&move, dates_differ (&move, days, n));
      lectern_edit_set_label (move.edit, label);
    }
  else
    g_clear_pointer (&move.edit, lectern_edit_unref);
  return move.edit;
}
