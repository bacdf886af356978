/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-event-span.h"

#include "lectern-time.h"

void
lectern_event_span_free (LecternEventSpan *span)
{
  g_free (span->title);
  g_free (span->from);
  g_free (span->to);
  g_free (span->place);
  g_free (span);
}

static void
add_dates (LecternReader *reader, LecternEventSpan *span)
{
  g_autoptr (GPtrArray) days
      = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, span->event);
  span->n_days = days->len;
  for (guint i = 0; i < days->len; i++)
    {
      const char *date = lectern_record_text (g_ptr_array_index (days, i), LECTERN_DAY_DATE);
      if (date == NULL)
        continue;
      if (span->from == NULL || strcmp (date, span->from) < 0)
        {
          g_free (span->from);
          span->from = g_strdup (date);
        }
      if (span->to == NULL || strcmp (date, span->to) > 0)
        {
          g_free (span->to);
          span->to = g_strdup (date);
        }
    }
}

static void
add_place (LecternReader *reader, LecternEventSpan *span, const LecternRecord *event)
{
  gsize n;
  g_autofree gint64 *venues = lectern_value_get_ids (lectern_record_value (event, LECTERN_EVENT_VENUES), &n);
  g_autoptr (LecternRecord) venue = n > 0 ? lectern_reader_get (reader, LECTERN_KIND_VENUE, venues[0]) : NULL;
  if (venue == NULL || !venue->alive)
    return;
  const char *city = lectern_record_text (venue, LECTERN_VENUE_CITY);
  span->place = g_strdup (city != NULL && *city != '\0' ? city : lectern_record_name (venue, NULL));
}

static LecternEventSpan *
span_of (LecternReader *reader, const LecternRecord *event)
{
  LecternEventSpan *span = g_new0 (LecternEventSpan, 1);
  span->event = event->id;
  span->title = g_strdup (lectern_record_name (event, NULL));
  add_dates (reader, span);
  add_place (reader, span, event);
  return span;
}

/** One event; NULL where it is not there or deleted. */
LecternEventSpan *
lectern_event_span (LecternReader *reader, gint64 event)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  return record != NULL && record->alive ? span_of (reader, record) : NULL;
}

/** All events, by id. Free with g_ptr_array_unref(). */
GPtrArray *
lectern_event_spans (LecternReader *reader)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_event_span_free);
  g_autoptr (GPtrArray) events = lectern_reader_all (reader, LECTERN_KIND_EVENT);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (spans, span_of (reader, g_ptr_array_index (events, i)));
  return spans;
}

/** "17–18 June 2026"; "" where there are no dates. */
char *
lectern_event_span_format (const LecternEventSpan *span)
{
  return span->from != NULL ? lectern_date_format_span (span->from, span->to) : g_strdup ("");
}

/** "17–18 June 2026 · Maastricht", with what of it is known. */
char *
lectern_event_span_detail (const LecternEventSpan *span)
{
  g_autofree char *dates = lectern_event_span_format (span);
  if (span->place == NULL)
    return g_steal_pointer (&dates);
  return *dates != '\0' ? g_strdup_printf ("%s · %s", dates, span->place) : g_strdup (span->place);
}
