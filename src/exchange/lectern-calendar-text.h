/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of an iCalendar file (RFC 5545 §3.1 and §3.3.11) and its time zones (§3.6.5).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a line, folded at 75 octets between characters, ended by CRLF. */
void lectern_calendar_line (GString *out, const char *line);
/* @parameters: ";LANGUAGE=de" or ""; nothing is written where @text is NULL or "". */
void lectern_calendar_text (GString *out, const char *name, const char *parameters, const char *text);
/* A line with a value as it stands, without escapes: for all that is no TEXT. */
void lectern_calendar_value (GString *out, const char *name, const char *value);

/* "20260617T074000Z" of @instant (ms); g_free(). */
char *lectern_calendar_utc (gint64 instant);
/* @date: "2026-06-17"; DTSTART and DTEND of the whole day, without an end where the calendar ends
   with it. */
void lectern_calendar_whole_day (GString *out, const char *date);
/* DTSTAMP, LAST-MODIFIED and SEQUENCE: both times are those of the data, never of the export. */
void lectern_calendar_stamps (GString *out, gint64 changed, gint64 lamport);
/* An IANA name other than UTC, as TZID can name it; not a mere offset. */
gboolean lectern_calendar_is_named_zone (const char *zone);
/* VTIMEZONE of the IANA zone @name with the rules in force between two instants (ms)
   and the next change after them; nothing for UTC or an unknown zone. */
void lectern_calendar_zone (GString *out, const char *name, gint64 from, gint64 to);
/* Whether RRULE (§3.3.10) can be given out as it stands, for an entry that starts at a time. */
gboolean lectern_calendar_rule_is_valid (const char *rule);

G_END_DECLS
