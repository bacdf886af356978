/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content lines of an iCalendar file (RFC 5545 §3.1, RFC 6868): unfolded, in UTF-8,
 * with the line they began at. What is no such line is passed over and counted.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;         /* owned: the file in UTF-8 */
  const char *at;
  gboolean converted; /* the file was not UTF-8 */
  guint number;       /* of the physical line that @at begins */
  guint bad;          /* lines without a name or a value */
  guint first_bad;    /* the first of them */
  GString *line;
  GString *name;
} LecternCalendarLines;

typedef struct
{
  guint number;       /* the line in the file */
  char *name;         /* in capitals, without a group; valid like the rest until the next line */
  char *parameters;   /* as they stand, from the first ";" on, or "" */
  char *value;        /* as it stands */
} LecternCalendarLine;

/* Makes UTF-8 of a copy of @file: of UTF-16 with a mark, else of Windows-1252 where it is none. */
void lectern_calendar_lines_init (LecternCalendarLines *lines, GBytes *file);
/* With it goes the line that was read last; @lines itself is the caller's. */
void lectern_calendar_lines_clear (LecternCalendarLines *lines);
/* FALSE at the end. The line is valid until the next one is asked for. */
gboolean lectern_calendar_lines_next (LecternCalendarLines *lines, LecternCalendarLine *line);

/* The value of a parameter, unquoted and decoded; NULL where there is none. g_free(). */
char *lectern_calendar_line_parameter (const LecternCalendarLine *line, const char *name);
/* TEXT (§3.3.11) without its escapes. g_free(). */
char *lectern_calendar_line_text (const LecternCalendarLine *line);

G_END_DECLS
