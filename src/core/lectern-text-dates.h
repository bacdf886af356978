/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and weekdays that stand in a text, as people write them in the languages that
 * lectern-date-words.h knows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize at, length; /* bytes of the text */
  int day, month;   /* 0: only a weekday */
  int year;         /* 0: not said */
  int weekday;      /* 1 Monday to 7 Sunday; 0: not said */
} LecternTextDate;

/* "Wed, 17 June 2026", "17.–18. Juni", "den 17 juni", "June 17", "17.06.2026", "2026-06-17", and a
   weekday in full alone. "17 and 18 June" is two. Of LecternTextDate in their order;
   g_array_unref(). */
GArray *lectern_text_dates (const char *text);
/* The ISO date, with @year where the text says none; NULL where there is no such day. g_free(). */
char *lectern_text_date_iso (const LecternTextDate *date, int year);

G_END_DECLS
