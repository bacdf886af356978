/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of months and weekdays. A table of our own, because published texts are
 * written in languages whose locale need not be installed here.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_DATE_FULL,      /* "Wednesday 17 June 2026" */
  LECTERN_DATE_WEEKDAY,   /* "Wed 17 June 2026" */
  LECTERN_DATE_PLAIN,     /* "17 June 2026" */
  LECTERN_DATE_DAY_MONTH, /* "17 June" */
  LECTERN_DATE_SHORT,     /* "Wed 17" */
  LECTERN_DATE_DAY,       /* "17", "17." */
} LecternDateStyle;

/* The language of dates for this person (LC_TIME), "en" where it has none. Never freed. */
const char *lectern_date_words_language (void);
char *lectern_date_words_format (const char *language, const GDate *date, LecternDateStyle style);
/* The month, 1 to 12, whose name in any language of the table is @word or begins with it (three
   letters at least), case and accents aside; 0 where none or several do. */
int lectern_date_words_month (const char *word);
/* The weekday, 1 Monday to 7 Sunday, likewise; of its short form two letters are enough. 0: none;
   -1: one, but languages differ in which ("ma"). */
int lectern_date_words_weekday (const char *word);

G_END_DECLS
