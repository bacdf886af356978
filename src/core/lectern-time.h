/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, minutes of a day, zones. A date is text "2026-06-17"; a time of day is
 * minutes after 00:00 of that date, 0..2879, so half past one in the night is 1530.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO 8601 with year, month and day only, "2026-06-17"; FALSE and @date untouched for all else,
   NULL too. */
gboolean lectern_date_parse (const char *text, GDate *date);
gboolean lectern_date_parse_typed (const char *text, GDate *date);
/* Whether lectern_date_parse() takes it. */
gboolean lectern_date_is_valid (const char *text);
char *lectern_date_add_days (const char *date, int days);
int lectern_date_days_between (const char *from, const char *to);
/* The date of now in the zone of this computer. g_free(). */
char *lectern_date_today (void);

/* "9.40", "9:40", "9h40", "0940", "9", "9:40 Uhr", "9 Uhr 40", "kl. 9.40", "2 pm", "24:30", "1:30+1":
   minutes, or -1. */
int lectern_time_parse (const char *text);
/* "9.40–10:25", "9:40 - 10.25", "9 bis 10 Uhr", "2–3 pm", "9:40+45": FALSE and untouched where it
   is none. *end is the later minute; a lone time leaves it -1. */
gboolean lectern_time_range_parse (const char *text, int *start, int *end);
/* A time or a range at the beginning of a line of text, that only a time can be: not "9 talks",
   not "2026". *at stands after it then. */
gboolean lectern_time_range_scan (const char **at, int *start, int *end);
/* What a person typed for something that starts at *start (-1 none) and lasts *duration on a day
   that begins at @day_start (-1 unknown): a time, a range, or only "+45". Empty: *start is -1.
   FALSE: LECTERN_VALUE_ERROR says why, in a sentence. */
gboolean lectern_time_typed_parse (const char *text, int day_start, int *start, int *duration, GError **error);
/* As the locale writes times (LC_TIME): "9:40", "09.40". Past midnight 25:30 is "1:30". */
char *lectern_time_format (int minutes);
/* "9:40–10:25", both as lectern_time_format() writes them. g_free(). */
char *lectern_time_format_range (int start, int end);
/* "09:40", wrapped at 24 h. g_free(). */
char *lectern_time_format_iso (int minutes);
/* "01:30"; from 24 h on the hours go on. g_free(). */
char *lectern_duration_format (int minutes);

/* The instant (ms since 1970) of a minute of a local day. An hour that occurs twice is the
   first unless @second; one that does not exist is moved forward and *moved set. -1: bad zone or date. */
gint64 lectern_time_instant (const char *date, int minutes, const char *zone, gboolean second, gboolean *moved);
/* The other way: local "2026-06-17T09:40" and the offset in seconds. */
char *lectern_time_local (gint64 instant, const char *zone, int *offset);
/* RFC 3339, "2026-06-17T09:40:00+02:00", without fractions of a second; NULL where the zone is
   unknown. g_free(). */
char *lectern_time_format_rfc3339 (gint64 instant, const char *zone);
/* Whether @zone is a name of the IANA database that is known here, or an offset, "+01:00"; FALSE
   for NULL. Any thread. */
gboolean lectern_time_zone_exists (const char *zone);

/* For people, by the locale (LC_TIME): "Wed 17 June 2026". What is no date stays as it is, NULL
   is "". g_free(). */
char *lectern_date_format (const char *date);
/* "Wed 17", otherwise as lectern_date_format(). */
char *lectern_date_format_short (const char *date);
/* As lectern_date_format_span_in() does in the language of the locale. g_free(). */
char *lectern_date_format_span (const char *from, const char *to);
/* An instant (ms since 1970) in the zone of this computer: "today 11.20", "yesterday 9.05", "12
   May 9.41", of another year with the year. "" where no calendar reaches. g_free(). */
char *lectern_instant_format (gint64 instant);
/* "Wednesday 17 June 2026" in the words of @language, which need not be the person's: for
   published texts. Otherwise as lectern_date_format(). */
char *lectern_date_format_in (const char *date, const char *language);
char *lectern_date_format_span_in (const char *from, const char *to, const char *language);

G_END_DECLS
