/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-date-words.h"

#include "lectern-text.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *language;
  const char *months[12];
  const char *weekdays[7];
  const char *short_weekdays[7];
  const char *dot;   /* after the number of the day */
  const char *month; /* between it and the month */
  const char *year;  /* between the month and the year */
} Words;

/* Months as they stand after a day, which matters in Polish. */
static const Words words[] = {
  { "en",
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" },
    { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
    { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
    "", " ", " " },
  { "de",
    { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember" },
    { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" },
    { "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So" },
    ".", " ", " " },
  { "sv",
    { "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december" },
    { "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag" },
    { "mån", "tis", "ons", "tors", "fre", "lör", "sön" },
    "", " ", " " },
  { "fr",
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre" },
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim." },
    "", " ", " " },
  { "nl",
    { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december" },
    { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" },
    { "ma", "di", "wo", "do", "vr", "za", "zo" },
    "", " ", " " },
  { "it",
    { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
      "settembre", "ottobre", "novembre", "dicembre" },
    { "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica" },
    { "lun", "mar", "mer", "gio", "ven", "sab", "dom" },
    "", " ", " " },
  { "es",
    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre" },
    { "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo" },
    { "lun", "mar", "mié", "jue", "vie", "sáb", "dom" },
    "", " de ", " de " },
  { "pl",
    { "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
      "września", "października", "listopada", "grudnia" },
    { "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela" },
    { "pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz." },
    "", " ", " " },
};

/* Words of @tag's language; NULL where the table has none. */
static const Words *
find_words (const char *tag)
{
  gsize length = tag ? strcspn (tag, "-_.@") : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == 2 && g_ascii_strncasecmp (words[i].language, tag, 2) == 0)
      return &words[i];
  return NULL;
}

const char *
lectern_date_words_language (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  gsize length = locale ? strcspn (locale, "-_.@") : 0;
  if (length < 2 || length > 3)
    return "en"; /* C and POSIX */
  g_autofree char *language = g_strndup (locale, length);
  return g_intern_string (language);
}

/* In a language that is not in the table the C library speaks the person's own. */
static char *
format_by_locale (const GDate *date, LecternDateStyle style)
{
  static const char *const formats[]
      = { "%A %-d %B %Y", "%a %-d %B %Y", "%-d %B %Y", "%-d %B", "%a %-d", "%-d" };
  g_autoptr (GDateTime) noon
      = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                             g_date_get_day (date), 12, 0, 0);
  return g_date_time_format (noon, formats[style]);
}

/**
 * lectern_date_words_format:
 * @language: BCP 47; one without words here is written in English, unless it is the
 *   language of this person's locale
 *
 * Returns: (transfer full): the date in words
 */
char *
lectern_date_words_format (const char *language, const GDate *date, LecternDateStyle style)
{
  const Words *in = find_words (language);
  if (in == NULL && g_strcmp0 (language, lectern_date_words_language ()) == 0)
    return format_by_locale (date, style);
  if (in == NULL)
    in = &words[0];
  const char *month = in->months[g_date_get_month (date) - 1];
  const char *weekday = in->weekdays[g_date_get_weekday (date) - 1];
  const char *short_weekday = in->short_weekdays[g_date_get_weekday (date) - 1];
  int year = g_date_get_year (date), number = g_date_get_day (date);
  gboolean ordinal = number == 1 && strcmp (in->language, "fr") == 0;
  g_autofree char *day = g_strdup_printf ("%d%s", number, ordinal ? "er" : in->dot);
  switch (style)
    {
    case LECTERN_DATE_FULL:
      return g_strdup_printf ("%s %s%s%s%s%d", weekday, day, in->month, month, in->year, year);
    case LECTERN_DATE_WEEKDAY:
      return g_strdup_printf ("%s %s%s%s%s%d", short_weekday, day, in->month, month, in->year,
                              year);
    case LECTERN_DATE_PLAIN:
      return g_strdup_printf ("%s%s%s%s%d", day, in->month, month, in->year, year);
    case LECTERN_DATE_DAY_MONTH:
      return g_strdup_printf ("%s%s%s", day, in->month, month);
    case LECTERN_DATE_SHORT:
      return g_strdup_printf ("%s %s", short_weekday, day);
    case LECTERN_DATE_DAY:
    default:
      return g_steal_pointer (&day);
    }
}

/* Whether folded @typed is folded @name or a beginning of it. */
static gboolean
names (const char *typed, const char *name, gsize least)
{
  g_autofree char *full = lectern_text_fold (name);
  g_strdelimit (full, ".", '\0');
  return strcmp (full, typed) == 0 || (strlen (typed) >= least && g_str_has_prefix (full, typed));
}

int
lectern_date_words_month (const char *word)
{
  g_autofree char *typed = lectern_text_fold (word);
  int found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (int month = 1; month <= 12; month++)
      if (names (typed, words[i].months[month - 1], 3))
        {
          if (found != 0 && found != month)
            return 0;
          found = month;
        }
  return found;
}

int
lectern_date_words_weekday (const char *word)
{
  g_autofree char *typed = lectern_text_fold (word);
  int found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (int day = 1; day <= 7; day++)
      if (names (typed, words[i].weekdays[day - 1], 3)
          || names (typed, words[i].short_weekdays[day - 1], 2))
        {
          if (found != 0 && found != day)
            return -1;
          found = day;
        }
  return found;
}
