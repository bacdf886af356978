/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the writer of calendars share.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

typedef struct
{
  const LecternProgramme *programme;
  const char *language;
  char *domain;       /* right of the @ of what gets an identity here */
  GString *out;
  gint64 from, to;    /* span of all entries */
  GHashTable *used;   /* identities that the file has already */
} LecternCalendarOut;

/* Nothing where @value is NULL or "". */
void lectern_calendar_out_text (LecternCalendarOut *w, const char *name, const char *value);

/* @start: instant in ms. */
void lectern_calendar_out_session (LecternCalendarOut *w, guint index, gint64 start, GPtrArray *omissions);
void lectern_calendar_out_day (LecternCalendarOut *w, const LecternProgrammeDay *day);

G_END_DECLS
