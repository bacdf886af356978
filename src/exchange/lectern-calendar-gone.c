/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-gone.h"

#include "lectern-calendar-text.h"
#include "lectern-out.h"
#include "lectern-time.h"

static void
write_instant (GString *out, const char *name, gint64 instant)
{
  g_autofree char *value = lectern_calendar_utc (instant);
  lectern_calendar_value (out, name, value);
}

static void
write_times (GString *out, const LecternProgramme *programme, const LecternProgrammeGone *gone)
{
  const LecternProgrammeDay day = { .time_zone = gone->time_zone };
  gint64 start = gone->start_minute < 0 || !lectern_out_date_has_moments (gone->date)
                     ? -1
                     : lectern_time_instant (gone->date, gone->start_minute, lectern_out_zone (programme, &day),
                                             FALSE, NULL);
  if (start < 0)
    {
      lectern_calendar_whole_day (out, gone->date);
      return;
    }
  write_instant (out, "DTSTART", start);
  if (gone->duration > 0)
    write_instant (out, "DTEND", start + gone->duration * G_GINT64_CONSTANT (60000));
}

void
lectern_calendar_gone (GString *out, const LecternProgramme *programme, const LecternProgrammeGone *gone,
                       const char *domain)
{
  g_autofree char *uid = gone->uid ? g_strdup (gone->uid) : g_strdup_printf ("%s@%s", gone->guid, domain);

  lectern_calendar_value (out, "BEGIN", "VEVENT");
  lectern_calendar_text (out, "UID", "", uid);
  lectern_calendar_stamps (out, gone->changed, gone->lamport);
  write_times (out, programme, gone);
  lectern_calendar_text (out, "SUMMARY", "", gone->title);
  lectern_calendar_value (out, "STATUS", "CANCELLED");
  lectern_calendar_value (out, "CLASS", "PUBLIC");
  lectern_calendar_value (out, "END", "VEVENT");
}
