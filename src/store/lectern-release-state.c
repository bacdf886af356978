/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release-state.h"

#include "lectern-among.h"
#include "lectern-history.h"

#include <string.h>

static LecternRecord *
record_of (LecternReader *reader, LecternKind kind, gint64 id, GBytes *seen)
{
  g_autoptr (LecternRecord) record
      = seen ? lectern_history_at_seen (reader, kind, id, seen) : lectern_reader_get (reader, kind, id);
  return record != NULL && record->alive ? g_steal_pointer (&record) : NULL;
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
}

/* Those that lived then, of all that ever had one of @values in @field. */
static GPtrArray *
living (LecternReader *reader, LecternKind kind, guint field, GArray *values, GBytes *seen)
{
  GPtrArray *records = list_new ();
  g_autoptr (GArray) ids = lectern_reader_ids_ever (reader, kind, field, values);
  for (guint i = 0; i < ids->len; i++)
    {
      LecternRecord *record = record_of (reader, kind, g_array_index (ids, gint64, i), seen);
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static void
keep_only (GPtrArray *records, gboolean (*keeps) (const LecternRecord *record))
{
  for (guint i = records->len; i > 0; i--)
    if (!keeps (records->pdata[i - 1]))
      g_ptr_array_remove_index (records, i - 1);
}

static gboolean
has_date (const LecternRecord *day)
{
  return !lectern_record_is_empty (day, LECTERN_DAY_DATE);
}

static gboolean
is_public (const LecternRecord *session)
{
  return lectern_record_integer (session, LECTERN_SESSION_INTERNAL) == 0;
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  return strcmp (lectern_record_text (*(LecternRecord *const *) a, LECTERN_DAY_DATE),
                 lectern_record_text (*(LecternRecord *const *) b, LECTERN_DAY_DATE));
}

static void
add_venue (LecternReleaseState *state, LecternReader *reader, gint64 id, GBytes *seen)
{
  if (id == 0 || lectern_release_state_find (state->venues, id) != NULL)
    return;
  LecternRecord *venue = record_of (reader, LECTERN_KIND_VENUE, id, seen);
  if (venue != NULL)
    g_ptr_array_add (state->venues, venue);
}

static void
add_venues (LecternReleaseState *state, LecternReader *reader, GBytes *seen)
{
  gsize n = 0;
  g_autofree gint64 *ids
      = state->event ? lectern_value_get_ids (lectern_record_value (state->event, LECTERN_EVENT_VENUES), &n) : NULL;
  for (gsize i = 0; i < n; i++)
    add_venue (state, reader, ids[i], seen);
  for (guint i = 0; i < state->days->len; i++)
    add_venue (state, reader, lectern_record_integer (state->days->pdata[i], LECTERN_DAY_VENUE), seen);
}

LecternReleaseState *
lectern_release_state (LecternReader *reader, gint64 event, GBytes *seen)
{
  LecternReleaseState *state = g_new0 (LecternReleaseState, 1);
  g_autoptr (GArray) of_event = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) of_sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (of_event, event);
  lectern_reader_begin (reader);
  state->event = record_of (reader, LECTERN_KIND_EVENT, event, seen);
  state->days = living (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, of_event, seen);
  keep_only (state->days, has_date);
  g_ptr_array_sort (state->days, by_date);
  state->venues = list_new ();
  add_venues (state, reader, seen);
  state->sessions = living (reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, of_event, seen);
  keep_only (state->sessions, is_public);
  for (guint i = 0; i < state->sessions->len; i++)
    g_array_append_val (of_sessions, ((LecternRecord *) state->sessions->pdata[i])->id);
  state->roles = living (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, of_sessions, seen);
  state->to_come = living (reader, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, of_event, seen);
  lectern_reader_end (reader);
  return state;
}

void
lectern_release_state_free (LecternReleaseState *state)
{
  g_clear_pointer (&state->event, lectern_record_free);
  g_ptr_array_unref (state->days);
  g_ptr_array_unref (state->venues);
  g_ptr_array_unref (state->sessions);
  g_ptr_array_unref (state->roles);
  g_ptr_array_unref (state->to_come);
  g_free (state);
}

const LecternRecord *
lectern_release_state_find (GPtrArray *list, gint64 id)
{
  for (guint i = 0; i < list->len; i++)
    if (((LecternRecord *) list->pdata[i])->id == id)
      return list->pdata[i];
  return NULL;
}
