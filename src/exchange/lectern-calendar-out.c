/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-out.h"

#include "lectern-calendar-gone.h"
#include "lectern-calendar-out-private.h"
#include "lectern-calendar-text.h"
#include "lectern-out.h"
#include "lectern-time.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_REPETITION (10 * 366 * G_GINT64_CONSTANT (86400000))
#define LAST_MOMENT G_GINT64_CONSTANT (253370764800000) /* the year 9999 */

void
lectern_calendar_out_text (LecternCalendarOut *w, const char *name, const char *value)
{
  lectern_calendar_text (w->out, name, "", value);
}

/* Every zone that an entry names, each once. */
static void
write_zones (LecternCalendarOut *w)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < w->programme->days->len && w->to > 0; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (w->programme->days, i);
      const char *zone = lectern_out_zone (w->programme, day);
      if (lectern_out_zone_is_known (w->programme, day) && lectern_calendar_is_named_zone (zone)
          && g_hash_table_add (seen, (gpointer) zone))
        lectern_calendar_zone (w->out, zone, w->from, w->to);
    }
}

static void
widen_span (LecternCalendarOut *w, gint64 start, gint64 end)
{
  w->from = w->from ? MIN (w->from, start) : start;
  w->to = MAX (w->to, end);
}

/* Until when the rules of the clock matter: to the end of what repeats, if it has one soon. */
static gint64
end_of (const LecternProgrammeSession *session, gint64 start)
{
  const char *until = session->repeats ? strstr (session->repeats, "UNTIL=") : NULL;
  if (session->repeats == NULL || *session->repeats == '\0')
    return start + MAX (session->duration, 0) * G_GINT64_CONSTANT (60000);
  gint64 end = MIN (start + LONGEST_REPETITION, LAST_MOMENT);
  g_autofree char *date = until && strlen (until) >= strlen ("UNTIL=20260617")
                              ? g_strdup_printf ("%.4s-%.2s-%.2s", until + 6, until + 10, until + 12)
                              : NULL;
  gint64 last = date ? lectern_time_instant (date, 24 * 60, "UTC", FALSE, NULL) : -1;
  return last > start ? MIN (end, last) : end;
}

static void
measure_span (LecternCalendarOut *w)
{
  gint64 start, end;
  for (guint i = 0; i < w->programme->days->len; i++)
    if (lectern_out_day_hours (w->programme, g_ptr_array_index (w->programme->days, i), &start, &end))
      widen_span (w, start, end);
  for (guint i = 0; i < w->programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (w->programme->sessions, i);
      if (lectern_out_start (w->programme, session, &start))
        widen_span (w, start, end_of (session, start));
    }
}

static void
write_head (LecternCalendarOut *w)
{
  lectern_calendar_value (w->out, "BEGIN", "VCALENDAR");
  lectern_calendar_value (w->out, "VERSION", "2.0");
  lectern_calendar_value (w->out, "PRODID", "-//Lectern//Lectern " LECTERN_VERSION "//EN");
  lectern_calendar_value (w->out, "CALSCALE", "GREGORIAN");
  lectern_calendar_out_text (w, "NAME", w->programme->title);
  lectern_calendar_out_text (w, "X-WR-CALNAME", w->programme->title);
  if (lectern_out_zone_is_known (w->programme, NULL) && lectern_calendar_is_named_zone (w->programme->time_zone))
    lectern_calendar_out_text (w, "X-WR-TIMEZONE", w->programme->time_zone);
  lectern_calendar_value (w->out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
  lectern_calendar_value (w->out, "X-PUBLISHED-TTL", "PT6H");
}

static gboolean
has_entries (const LecternProgramme *programme)
{
  for (guint i = 0; i < programme->days->len; i++)
    if (((LecternProgrammeDay *) g_ptr_array_index (programme->days, i))->date != NULL)
      return TRUE;
  return programme->gone->len > 0;
}

GBytes *
lectern_calendar_write (const LecternProgramme *programme,
                        const char *language,
                        GPtrArray *omissions,
                        GError **error)
{
  const LecternDetails *details = programme->details;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LecternCalendarOut w = { .programme = programme,
               .language = language ? language : programme->language,
               .used = used };
  if (!has_entries (programme))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("A calendar needs at least one day; “%s” has none yet."),
                   programme->title ? programme->title : "");
      return NULL;
    }
  w.out = g_string_new (NULL);
  w.domain = details && details->workspace ? g_strdup (details->workspace)
                                           : g_strdup ("lectern.invalid");

  measure_span (&w);
  write_head (&w);
  write_zones (&w);
  for (guint i = 0; i < programme->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (programme->days, i);
      if (day->date != NULL)
        lectern_calendar_out_day (&w, day);
    }
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      gint64 start;
      if (lectern_out_start (programme, session, &start))
        lectern_calendar_out_session (&w, i, start, omissions);
      else
        lectern_out_omit (omissions, session->title, _("left out: it has no day and time yet"));
    }
  for (guint i = 0; i < programme->gone->len; i++)
    lectern_calendar_gone (w.out, programme, g_ptr_array_index (programme->gone, i), w.domain);
  lectern_calendar_value (w.out, "END", "VCALENDAR");
  g_free (w.domain);
  return g_string_free_to_bytes (w.out);
}
