/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days and sessions that were public at a release and no longer are. Who subscribed to the
 * calendar has them still; so they stay in it, as cancelled.
 */
#include "lectern-load.h"

#include "lectern-history.h"
#include "lectern-out.h"
#include "lectern-release.h"

#include <string.h>

typedef struct
{
  LecternLoad *load;
  GPtrArray *releases; /* the newest last */
  LecternNewest base;  /* of what every such entry depends on */
} Gone;

/* As it was at the newest release at which the public saw it; NULL: it never did. */
typedef LecternRecord *(*SeenFunc) (Gone *gone, const LecternRecord *release, GBytes *seen, gint64 id,
                                    LecternRecord **day);

/* As it was, if it had a date. */
static LecternRecord *
day_at (Gone *gone, gint64 day, GBytes *seen)
{
  g_autoptr (LecternRecord) record = lectern_history_at_seen (gone->load->reader, LECTERN_KIND_DAY, day, seen);
  return record != NULL && record->alive && !lectern_record_is_empty (record, LECTERN_DAY_DATE)
             ? g_steal_pointer (&record)
             : NULL;
}

static LecternRecord *
day_seen (Gone *gone, const LecternRecord *release, GBytes *seen, gint64 id, LecternRecord **day)
{
  *day = day_at (gone, id, seen);
  return *day ? lectern_history_at_seen (gone->load->reader, LECTERN_KIND_DAY, id, seen) : NULL;
}

static LecternRecord *
session_seen (Gone *gone, const LecternRecord *release, GBytes *seen, gint64 id, LecternRecord **day)
{
  if (!lectern_release_shows_agenda (lectern_record_text (release, LECTERN_RELEASE_STEP)))
    return NULL;
  g_autoptr (LecternRecord) record = lectern_history_at_seen (gone->load->reader, LECTERN_KIND_SESSION, id, seen);
  if (record == NULL || !record->alive || lectern_record_integer (record, LECTERN_SESSION_INTERNAL) != 0
      || lectern_record_is_empty (record, LECTERN_SESSION_START))
    return NULL;
  *day = day_at (gone, lectern_record_integer (record, LECTERN_SESSION_DAY), seen);
  return *day ? g_steal_pointer (&record) : NULL;
}

static LecternRecord *
last_seen (Gone *gone, SeenFunc seen_then, gint64 id, LecternRecord **day)
{
  for (guint i = gone->releases->len; i > 0; i--)
    {
      const LecternRecord *release = gone->releases->pdata[i - 1];
      g_autoptr (GBytes) seen = lectern_release_seen (release);
      LecternRecord *record = seen_then (gone, release, seen, id, day);
      if (record != NULL)
        return record;
    }
  return NULL;
}

static LecternProgrammeGone *
add_gone (Gone *gone, GHashTable *newest, gint64 id, const LecternRecord *day)
{
  gint64 house = lectern_record_integer (day, LECTERN_DAY_VENUE);
  g_autoptr (LecternRecord) venue
      = house != 0 ? lectern_reader_get (gone->load->reader, LECTERN_KIND_VENUE, house) : NULL;
  LecternProgrammeGone *entry = lectern_programme_add_gone (gone->load->programme);
  LecternNewest of = gone->base;
  lectern_newest_raise (&of, newest, id);
  entry->date = g_strdup (lectern_record_text (day, LECTERN_DAY_DATE));
  entry->time_zone = venue ? lectern_load_text (gone->load, venue, LECTERN_VENUE_TIME_ZONE) : NULL;
  entry->lamport = of.lamport;
  entry->changed = of.time;
  gone->load->all.lamport = MAX (gone->load->all.lamport, of.lamport);
  gone->load->all.time = MAX (gone->load->all.time, of.time);
  return entry;
}

static GArray *
of_event (Gone *gone, LecternKind kind, guint field, GHashTable **newest)
{
  g_autoptr (GArray) event = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (event, gone->load->event->id);
  GArray *ids = lectern_reader_ids_ever (gone->load->reader, kind, field, event);
  *newest = lectern_history_newest_among (gone->load->reader, kind, 0, ids);
  return ids;
}

static gboolean
day_is_shown (LecternLoad *load, gint64 id)
{
  guint index;
  return lectern_load_index (load->days, id, &index)
         && ((LecternProgrammeDay *) g_ptr_array_index (load->programme->days, index))->date != NULL;
}

static void
load_days (Gone *gone)
{
  g_autoptr (GHashTable) newest = NULL;
  g_autoptr (GArray) ids = of_event (gone, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, &newest);
  for (guint i = 0; i < ids->len; i++)
    lectern_newest_raise (&gone->base, newest, g_array_index (ids, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (LecternRecord) on = NULL;
      g_autoptr (LecternRecord) was
          = day_is_shown (gone->load, id) ? NULL : last_seen (gone, day_seen, id, &on);
      if (was == NULL)
        continue;
      LecternProgrammeDay day = { .record = id };
      LecternProgrammeGone *entry = add_gone (gone, newest, id, on);
      entry->guid = lectern_out_day_guid (gone->load->programme, &day);
      entry->title = g_strdup (gone->load->programme->title);
      gboolean timed = !lectern_record_is_empty (was, LECTERN_DAY_BEGINS) && !lectern_record_is_empty (was, LECTERN_DAY_ENDS);
      entry->start_minute = timed ? lectern_record_integer (was, LECTERN_DAY_BEGINS) : -1;
      entry->duration = timed ? lectern_record_integer (was, LECTERN_DAY_ENDS) - entry->start_minute : -1;
    }
}

static gboolean
session_is_shown (LecternLoad *load, gint64 id)
{
  guint index;
  gint64 start;
  return lectern_load_index (load->sessions, id, &index)
         && lectern_out_start (load->programme, g_ptr_array_index (load->programme->sessions, index), &start);
}

static void
load_sessions (Gone *gone)
{
  g_autoptr (GHashTable) newest = NULL;
  g_autoptr (GArray) ids = of_event (gone, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, &newest);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (LecternRecord) on = NULL;
      g_autoptr (LecternRecord) was
          = session_is_shown (gone->load, id) ? NULL : last_seen (gone, session_seen, id, &on);
      if (was == NULL)
        continue;
      LecternProgrammeGone *entry = add_gone (gone, newest, id, on);
      const char *guid = lectern_record_text (was, LECTERN_SESSION_GUID);
      entry->guid = lectern_out_guid_of (gone->load->programme, id, guid);
      entry->uid = lectern_load_uid (guid);
      entry->title = lectern_load_text (gone->load, was, LECTERN_SESSION_TITLE);
      entry->start_minute = lectern_record_integer (was, LECTERN_SESSION_START);
      entry->duration = lectern_record_is_empty (was, LECTERN_SESSION_DURATION)
                            ? -1
                            : lectern_record_integer (was, LECTERN_SESSION_DURATION);
    }
}

void
lectern_load_gone (LecternLoad *load)
{
  Gone gone = { load, lectern_release_made (load->reader, load->event->id), load->shared };
  if (gone.releases->len > 0)
    {
      load_days (&gone);
      load_sessions (&gone);
    }
  g_ptr_array_unref (gone.releases);
}
