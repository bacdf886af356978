/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-programme-load.h"

#include "lectern-load.h"
#include "lectern-release.h"
#include "lectern-translation-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_START_UNSAID (4 * 60)

static void
load_event (LecternLoad *load)
{
  LecternProgramme *p = load->programme;
  const LecternRecord *event = load->event;
  p->record = event->id;
  p->complete = load->audience == LECTERN_AUDIENCE_ORGANISERS;
  p->guid = lectern_load_text (load, event, LECTERN_EVENT_GUID);
  p->acronym = lectern_load_text (load, event, LECTERN_EVENT_ACRONYM);
  p->slug = lectern_load_text (load, event, LECTERN_EVENT_SLUG);
  p->title = lectern_load_text (load, event, LECTERN_EVENT_TITLE);
  p->subtitle = lectern_load_text (load, event, LECTERN_EVENT_SUBTITLE);
  p->summary = lectern_load_text (load, event, LECTERN_EVENT_SUMMARY);
  p->time_zone = lectern_load_text (load, event, LECTERN_EVENT_TIME_ZONE);
  p->language = g_strdup (load->language);
  p->languages = lectern_load_texts (load, event, LECTERN_EVENT_LANGUAGES);
  p->version = lectern_load_text (load, event, LECTERN_EVENT_SCHEDULE_VERSION);
  p->url = lectern_load_text (load, event, LECTERN_EVENT_URL);
  p->logo = lectern_load_text (load, event, LECTERN_EVENT_LOGO);
  p->slot_minutes = lectern_load_integer (load, event, LECTERN_EVENT_SLOT_MINUTES);
  p->release_step = lectern_load_text (load, event, LECTERN_EVENT_RELEASE_STEP);
  p->state = lectern_load_text (load, event, LECTERN_EVENT_STATE);
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  const LecternRecord *one = *(LecternRecord *const *) a, *two = *(LecternRecord *const *) b;
  int order = g_strcmp0 (lectern_record_text (one, LECTERN_DAY_DATE),
                         lectern_record_text (two, LECTERN_DAY_DATE));
  if (order == 0)
    order = (lectern_record_integer (one, LECTERN_DAY_NUMBER)
             > lectern_record_integer (two, LECTERN_DAY_NUMBER))
            - (lectern_record_integer (one, LECTERN_DAY_NUMBER)
               < lectern_record_integer (two, LECTERN_DAY_NUMBER));
  return order ? order : (one->id > two->id) - (one->id < two->id);
}

/* Hours that are said for one end only are no hours. */
static void
load_hours (const LecternRecord *record, LecternProgrammeDay *day)
{
  gint64 begins = lectern_record_integer (record, LECTERN_DAY_BEGINS);
  gint64 ends = lectern_record_integer (record, LECTERN_DAY_ENDS);
  if (lectern_record_is_empty (record, LECTERN_DAY_BEGINS) || lectern_record_is_empty (record, LECTERN_DAY_ENDS)
      || ends <= begins)
    return;
  day->begins = begins;
  day->ends = ends;
}

static void
load_days (LecternLoad *load)
{
  g_autoptr (GPtrArray) records
      = lectern_reader_find (load->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, load->event->id);
  g_ptr_array_sort (records, by_date);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      lectern_load_remember (load->days, record->id, load->programme->days->len);
      LecternProgrammeDay *day = lectern_programme_add_day (load->programme);
      day->record = record->id;
      day->date = lectern_load_text (load, record, LECTERN_DAY_DATE);
      day->title = lectern_load_text (load, record, LECTERN_DAY_TITLE);
      day->start_minute = lectern_record_is_empty (record, LECTERN_DAY_DAY_START)
                              ? DAY_START_UNSAID
                              : lectern_load_integer (load, record, LECTERN_DAY_DAY_START);
      day->source_start = lectern_load_text (load, record, LECTERN_DAY_SOURCE_START);
      day->source_end = lectern_load_text (load, record, LECTERN_DAY_SOURCE_END);
      day->venue = lectern_load_integer (load, record, LECTERN_DAY_VENUE);
      load_hours (record, day);
    }
}

/* Once the venues are known: what an entry for the whole day is numbered by. */
static void
load_newest_of_days (LecternLoad *load)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *days = load->programme->days;
  for (guint i = 0; i < days->len; i++)
    g_array_append_val (ids, ((LecternProgrammeDay *) g_ptr_array_index (days, i))->record);
  g_autoptr (GHashTable) newest
      = lectern_history_newest_among (load->reader, LECTERN_KIND_DAY, 0, ids);
  load->all = load->shared;
  for (guint i = 0; i < days->len; i++)
    {
      LecternProgrammeDay *day = g_ptr_array_index (days, i);
      LecternNewest of_day = load->shared;
      lectern_newest_raise (&of_day, newest, day->record);
      day->lamport = of_day.lamport;
      day->changed = of_day.time;
      load->all.lamport = MAX (load->all.lamport, of_day.lamport);
      load->all.time = MAX (load->all.time, of_day.time);
    }
}

/* The newest change among records that belong to the event by @field; 0: the event's own. */
static void
raise_by_event (LecternLoad *load, LecternNewest *newest, LecternKind kind, guint field)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, load->event->id);
  g_autoptr (GHashTable) found = lectern_history_newest_among (load->reader, kind, field, ids);
  lectern_newest_raise (newest, found, load->event->id);
}

static void
load_tracks (LecternLoad *load)
{
  g_autoptr (GPtrArray) records = lectern_reader_find (load->reader, LECTERN_KIND_TRACK,
                                                       LECTERN_TRACK_EVENT, load->event->id);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      g_autofree char *name = lectern_load_text (load, record, LECTERN_TRACK_NAME);
      lectern_load_remember (load->tracks, record->id, load->programme->tracks->len);
      LecternProgrammeTrack *track
          = lectern_programme_add_track (load->programme, name ? name : "");
      lectern_load_pass_language (load, name, track->name);
      lectern_load_forget_language (load, name);
      track->record = record->id;
      track->colour = lectern_load_text (load, record, LECTERN_TRACK_COLOUR);
      track->slug = lectern_load_text (load, record, LECTERN_TRACK_SLUG);
    }
}

static GArray *
rooms_of_sessions (GPtrArray *sessions)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < sessions->len; i++)
    {
      gsize n = 0;
      g_autofree gint64 *rooms = lectern_value_get_ids (
          lectern_record_value (g_ptr_array_index (sessions, i), LECTERN_SESSION_ROOMS), &n);
      if (n > 0)
        g_array_append_vals (ids, rooms, n);
    }
  return ids;
}

static void
load_all (LecternLoad *load)
{
  g_autoptr (GPtrArray) sessions = lectern_reader_find (load->reader, LECTERN_KIND_SESSION,
                                                        LECTERN_SESSION_EVENT, load->event->id);
  g_autoptr (GArray) rooms = rooms_of_sessions (sessions);
  load_event (load);
  load_days (load);
  raise_by_event (load, &load->shared, LECTERN_KIND_EVENT, 0);
  lectern_load_details (load);
  load_newest_of_days (load);
  raise_by_event (load, &load->all, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT);
  raise_by_event (load, &load->all, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT);
  load_tracks (load);
  lectern_load_rooms (load, rooms);
  if (load->audience == LECTERN_AUDIENCE_PUBLIC && !lectern_release_shows_agenda (load->programme->release_step))
    g_ptr_array_set_size (sessions, 0);
  lectern_load_sessions (load, sessions);
  if (load->audience == LECTERN_AUDIENCE_PUBLIC)
    lectern_load_gone (load);
  load->details->lamport = load->all.lamport;
  load->details->changed = load->all.time;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LecternProgramme *
lectern_programme_load (LecternReader *reader,
                        gint64 event,
                        const char *language,
                        LecternAudience audience,
                        GError **error)
{
  g_autoptr (GHashTable) days = table_new ();
  g_autoptr (GHashTable) rooms = table_new ();
  g_autoptr (GHashTable) tracks = table_new ();
  g_autoptr (GHashTable) persons = table_new ();
  g_autoptr (GHashTable) sessions = table_new ();
  LecternLoad load = { .reader = reader,
                       .audience = audience,
                       .days = days,
                       .rooms = rooms,
                       .tracks = tracks,
                       .persons = persons,
                       .sessions = sessions };

  lectern_reader_begin (reader);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  if (record == NULL || !record->alive)
    {
      lectern_reader_end (reader);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no such event in this workspace."));
      return NULL;
    }
  load.event = record;
  load.language = language ? language : lectern_load_source_language (record);
  if (load.language == NULL)
    load.language = "en";
  load.leave_out = audience == LECTERN_AUDIENCE_PUBLIC
                   && g_strcmp0 (lectern_record_text (record, LECTERN_EVENT_PAGE_MISSING), "leave-out") == 0;
  load.programme = lectern_programme_new ();
  load.details = load.programme->details = lectern_details_new ();
  load_all (&load);
  lectern_reader_end (reader);
  return load.programme;
}

char **
lectern_programme_languages (LecternReader *reader, gint64 event)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  GPtrArray *all = g_ptr_array_new ();
  const char *main_language = record ? lectern_load_source_language (record) : NULL;
  g_auto (GStrv) more
      = record && !lectern_record_is_empty (record, LECTERN_EVENT_LANGUAGES)
            ? lectern_value_get_texts (lectern_record_value (record, LECTERN_EVENT_LANGUAGES))
            : NULL;
  g_ptr_array_add (all, g_strdup (main_language ? main_language : "en"));
  for (guint i = 0; more && more[i]; i++)
    if (strcmp (more[i], g_ptr_array_index (all, 0)) != 0)
      g_ptr_array_add (all, g_strdup (more[i]));
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_free (all, FALSE);
}

static gboolean
is_whole (LecternReader *reader, gint64 event, const char *language)
{
  guint missing, stale;
  g_autoptr (GPtrArray) rows = lectern_translation_list (reader, event, language);
  lectern_translation_count (rows, &missing, &stale);
  return missing + stale == 0;
}

char **
lectern_programme_published_languages (LecternReader *reader, gint64 event)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  g_auto (GStrv) all = lectern_programme_languages (reader, event);
  g_autoptr (GStrvBuilder) published = g_strv_builder_new ();
  gboolean only_whole
      = record
        && g_strcmp0 (lectern_record_text (record, LECTERN_EVENT_PAGE_MISSING), "not-published") == 0;
  for (guint i = 0; all[i]; i++)
    if (i == 0 || !only_whole || is_whole (reader, event, all[i]))
      g_strv_builder_add (published, all[i]);
  return g_strv_builder_end (published);
}
