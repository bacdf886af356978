/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What time it is at the event, for each of its days.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-time.h"

/* A day's zone is its venue's, else the event's, else the one here. */
static GDateTime *
now_on_day (LecternAgendaView *self, const LecternAgendaDay *day)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  g_autoptr (LecternRecord) venue
      = day->venue != 0 ? lectern_reader_get (reader, LECTERN_KIND_VENUE, day->venue) : NULL;
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, self->agenda->event);
  const char *zone = venue != NULL ? lectern_record_text (venue, LECTERN_VENUE_TIME_ZONE) : NULL;
  if (zone == NULL && event != NULL)
    zone = lectern_record_text (event, LECTERN_EVENT_TIME_ZONE);
  g_autoptr (GTimeZone) tz = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  return tz != NULL ? g_date_time_new_now (tz) : g_date_time_new_now_local ();
}

/* Minutes after 00:00 of the day, also in the night after it; -1 at any other time. */
static int
minute_now (LecternAgendaView *self, const LecternAgendaDay *day)
{
  g_autoptr (GDateTime) now = now_on_day (self, day);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  int days = day->date != NULL ? lectern_date_days_between (day->date, today) : -1;
  if (days < 0 || days > 1)
    return -1;
  return days * 1440 + g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

void
lectern_agenda_view_show_now (LecternAgendaView *self)
{
  guint n = self->agenda != NULL ? self->agenda->days->len : 0;
  g_autofree int *minutes = g_new (int, MAX (n, 1));
  for (guint day = 0; day < n; day++)
    minutes[day] = minute_now (self, lectern_agenda_day (self->agenda, day));
  lectern_agenda_canvas_set_now (lectern_agenda_view_canvas (self), minutes, n);
  lectern_agenda_list_set_now (LECTERN_AGENDA_LIST (self->list), minutes, n);
}

gboolean
lectern_agenda_view_on_now (gpointer data)
{
  lectern_agenda_view_show_now (data);
  return G_SOURCE_CONTINUE;
}
