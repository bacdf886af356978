/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days of a pasted agenda.
 */
#include "lectern-agenda-read.h"

#include "lectern-time.h"

#include <string.h>

static LecternProgrammeDay *
find_day (LecternAgendaReader *r, const char *date, guint number, int *index)
{
  for (guint i = 0; i < r->programme->days->len; i++)
    {
      LecternProgrammeDay *day = g_ptr_array_index (r->programme->days, i);
      *index = (int) i;
      if (date != NULL ? g_strcmp0 (day->date, date) == 0 : day->number == (int) number)
        return day;
    }
  return NULL;
}

static void
set_day (LecternAgendaReader *r, const char *date, guint number, const char *title)
{
  int index;
  LecternProgrammeDay *day = find_day (r, date, number, &index);
  if (day == NULL)
    {
      day = lectern_programme_add_day (r->programme);
      day->date = g_strdup (date);
      if (number > 0)
        day->number = (int) number;
      day->start_minute = 4 * 60;
      index = (int) r->programme->days->len - 1;
    }
  if (day->title == NULL && title != NULL && *title != '\0')
    day->title = g_strdup (title);
  r->day = index;
  r->last = NULL;
}

/* A date, with the year of the rest where it has none. NULL: it is none. */
static char *
parse_date (LecternAgendaReader *r, const char *text)
{
  GDate date;
  g_autofree char *with_year = g_strdup_printf ("%s %d", text, r->year);
  g_date_clear (&date, 1);
  if (strpbrk (text, "0123456789") == NULL
      || (!lectern_date_parse_typed (text, &date) && !lectern_date_parse_typed (with_year, &date)))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static const char *
skip_signs (const char *text)
{
  for (;;)
    if (*text != '\0' && strchr (" .:,;()|-/", *text) != NULL)
      text++;
    else if (g_str_has_prefix (text, "–") || g_str_has_prefix (text, "—"))
      text += strlen ("–");
    else
      return text;
}

/* The longest beginning that is a date; *rest: what follows it. */
static char *
leading_date (LecternAgendaReader *r, const char *text, const char **rest)
{
  static const char *const signs[] = { " – ", " — ", " - ", ": ", ", ", " (", " | ", ")", NULL };
  char *date = parse_date (r, text);
  *rest = text + strlen (text);
  for (const char *at = text + strlen (text); date == NULL && at > text; at--)
    for (const char *const *sign = signs; *sign != NULL && date == NULL; sign++)
      if (g_str_has_prefix (at, *sign))
        {
          g_autofree char *part = g_strndup (text, at - text);
          date = parse_date (r, part);
          *rest = at;
        }
  return date;
}

gboolean
lectern_agenda_begin_day (LecternAgendaReader *r, const char *text, gboolean number)
{
  const char *rest;
  if (*text == '\0' || strlen (text) > 120)
    return FALSE;
  if (number && strspn (text, "0123456789") == strlen (text) && strlen (text) <= 3)
    {
      set_day (r, NULL, (guint) atoi (text), NULL);
      return TRUE;
    }
  guint n = lectern_agenda_day_number (text, &rest);
  const char *words = n > 0 ? skip_signs (rest) : text;
  g_autofree char *date = leading_date (r, words, &rest);
  if (n == 0 && date == NULL)
    return FALSE;
  g_autofree char *title = g_strdup (skip_signs (date != NULL ? rest : words));
  set_day (r, date, n, title);
  return TRUE;
}
