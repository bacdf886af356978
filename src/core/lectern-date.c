/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-date-words.h"
#include "lectern-text.h"
#include "lectern-time.h"

#include <stdlib.h>
#include <string.h>

gboolean
lectern_date_parse (const char *text, GDate *date)
{
  static const char form[] = "dddd-dd-dd";
  if (text == NULL || strlen (text) != strlen (form))
    return FALSE;
  for (gsize i = 0; form[i] != '\0'; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  int year = atoi (text), month = atoi (text + 5), day = atoi (text + 8);
  if (year < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

gboolean
lectern_date_is_valid (const char *text)
{
  GDate date;
  return lectern_date_parse (text, &date);
}

static char *
format_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Words that stand in a written date and say nothing: "17 de junio", "the 17th", "le 1er". */
static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = { "de", "del", "of",  "the", "th", "st", "nd", "rd",
                                         "er", "den", "der", "le",  "il", "el", "r",  NULL };
  g_autofree char *folded = lectern_text_fold (word);
  return g_strv_contains (fillers, folded);
}

typedef struct
{
  int numbers[3];
  guint lengths[3]; /* digits of each */
  guint n;
  int month;           /* from a word */
  gboolean or_weekday; /* that word may be a weekday as well: "mar. 17 juin" */
} DateParts;

static gboolean
read_number (const char **at, DateParts *parts)
{
  int value = 0;
  guint length = 0;
  for (; g_ascii_isdigit (**at) && length < 5; length++)
    value = value * 10 + *(*at)++ - '0';
  if (parts->n == 3 || length > 4)
    return FALSE;
  parts->numbers[parts->n] = value;
  parts->lengths[parts->n++] = length;
  return TRUE;
}

static gboolean
read_word (const char **at, DateParts *parts)
{
  const char *start = *at;
  while (**at != '\0' && g_unichar_isalpha (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  if (*at == start)
    return FALSE;
  g_autofree char *word = g_strndup (start, *at - start);
  int month = lectern_date_words_month (word);
  gboolean weekday = lectern_date_words_weekday (word) != 0;
  if (month == 0)
    return weekday || is_filler (word);
  if (parts->month != 0 && !parts->or_weekday)
    return FALSE;
  parts->month = month;
  parts->or_weekday = weekday && parts->n == 0;
  return TRUE;
}

static gboolean
read_parts (const char *text, DateParts *parts)
{
  *parts = (DateParts){ .month = 0 };
  for (const char *at = text; *at != '\0';)
    if (g_ascii_isdigit (*at))
      {
        if (!read_number (&at, parts))
          return FALSE;
      }
    else if (strchr (" .,/-\t", *at) != NULL)
      at++;
    else if (strncmp (at, "\u00a0", 2) == 0)
      at += 2;
    else if (!read_word (&at, parts))
      return FALSE;
  return TRUE;
}

/**
 * lectern_date_parse_typed:
 * @text: "2026-06-17", "17.06.2026", "17/6/26", "17 June 2026", "Mi, 17. Juni 2026"
 *
 * The day comes before the month, as everywhere in Europe; with the month in words or
 * the year first there is no doubt. A date without a year is none.
 */
gboolean
lectern_date_parse_typed (const char *text, GDate *date)
{
  DateParts parts;
  int day, month, year;
  if (lectern_date_parse (text, date))
    return TRUE;
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !read_parts (text, &parts))
    return FALSE;
  if (parts.or_weekday && parts.n == 3)
    parts.month = 0; /* "mar. 16/06/2026" */
  guint last = parts.month != 0 ? 1 : 2;
  if (parts.n != last + 1)
    return FALSE;
  gboolean year_first = parts.lengths[0] == 4;
  day = parts.numbers[year_first ? last : 0];
  month = parts.month != 0 ? parts.month : parts.numbers[1];
  year = parts.numbers[year_first ? 0 : last];
  guint digits = parts.lengths[year_first ? 0 : last];
  if (digits == 2)
    year += 2000;
  else if (digits != 4)
    return FALSE;
  if (year < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/* The date @days later, or earlier where negative; NULL for what is no date. g_free() */
char *
lectern_date_add_days (const char *date, int days)
{
  GDate day;
  if (!lectern_date_parse (date, &day))
    return NULL;
  if (days >= 0)
    g_date_add_days (&day, days);
  else
    g_date_subtract_days (&day, -days);
  return format_iso (&day);
}

/* Days from @from to @to, negative where it lies before; 0 where one is no date. */
int
lectern_date_days_between (const char *from, const char *to)
{
  GDate a, b;
  if (!lectern_date_parse (from, &a) || !lectern_date_parse (to, &b))
    return 0;
  return g_date_days_between (&a, &b);
}

char *
lectern_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

static char *
format_style (const char *date, const char *language, LecternDateStyle style)
{
  GDate day;
  if (!lectern_date_parse (date, &day))
    return g_strdup (date ? date : "");
  return lectern_date_words_format (language, &day, style);
}

char *
lectern_date_format (const char *date)
{
  return format_style (date, lectern_date_words_language (), LECTERN_DATE_WEEKDAY);
}

char *
lectern_date_format_short (const char *date)
{
  return format_style (date, lectern_date_words_language (), LECTERN_DATE_SHORT);
}

char *
lectern_date_format_in (const char *date, const char *language)
{
  return format_style (date, language, LECTERN_DATE_FULL);
}

/**
 * lectern_date_format_span_in:
 * @to: (nullable): the last day; NULL or equal to @from where there is only one
 *
 * Returns: (transfer full): "17–18 June 2026", "30 June – 2 July 2026", with what both
 * share written once
 */
char *
lectern_date_format_span_in (const char *from, const char *to, const char *language)
{
  GDate a, b;
  if (!lectern_date_parse (from, &a) || !lectern_date_parse (to, &b)
      || g_date_compare (&a, &b) == 0)
    return format_style (from, language, LECTERN_DATE_PLAIN);
  g_autofree char *last = lectern_date_words_format (language, &b, LECTERN_DATE_PLAIN);
  gboolean same_year = g_date_get_year (&a) == g_date_get_year (&b);
  gboolean same_month = same_year && g_date_get_month (&a) == g_date_get_month (&b);
  g_autofree char *first = lectern_date_words_format (language, &a,
                                                      same_month  ? LECTERN_DATE_DAY
                                                      : same_year ? LECTERN_DATE_DAY_MONTH
                                                                  : LECTERN_DATE_PLAIN);
  return g_strdup_printf (same_month ? "%s–%s" : "%s – %s", first, last);
}

char *
lectern_date_format_span (const char *from, const char *to)
{
  return lectern_date_format_span_in (from, to, lectern_date_words_language ());
}
