/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates with places, as they are typed.
 */
#include "lectern-event-reschedule.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_DAYS 366

static void
day_clear (gpointer data)
{
  LecternRescheduleDay *day = data;
  g_free (day->date);
  g_free (day->place);
}

static char *
iso_of (const char *text)
{
  GDate date;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (!lectern_date_parse_typed (trimmed, &date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static gboolean
add_day (GArray *days, const char *date, const char *place)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (place ? place : ""));
  LecternRescheduleDay day = { .date = g_strdup (date) };
  const char *rest = trimmed;
  if (g_ascii_isdigit (*rest) && lectern_time_range_scan (&rest, &day.begins, &day.ends))
    while (*rest == ' ')
      rest++;
  if (day.ends <= day.begins)
    {
      rest = trimmed;
      day.begins = day.ends = 0;
    }
  day.place = *rest != '\0' ? g_strdup (rest) : NULL;
  g_array_append_val (days, day);
  return TRUE;
}

/* "2026-10-21..2026-10-22", "21–22 October 2026": every day from the one to the other. */
static gboolean
add_span (GArray *days, const char *text)
{
  static const char *const between[] = { "..", "–", "/", "-" };
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    for (const char *at = strstr (text, between[i]); at != NULL; at = strstr (at + 1, between[i]))
      {
        g_autofree char *before = g_strndup (text, at - text);
        g_autofree char *last = iso_of (at + strlen (between[i]));
        g_autofree char *first = iso_of (before);
        char *end = NULL;
        guint64 number = g_ascii_strtoull (g_strstrip (before), &end, 10);
        if (last != NULL && first == NULL && end != before && number >= 1 && number <= 31
            && (*end == '\0' || g_str_equal (end, ".")))
          first = g_strdup_printf ("%.8s%02u", last, (guint) number);
        if (first == NULL || last == NULL || !lectern_date_is_valid (first))
          continue;
        int n = lectern_date_days_between (first, last);
        if (n < 0 || n > MOST_DAYS)
          return FALSE;
        for (int day = 0; day <= n; day++)
          {
            g_autofree char *date = lectern_date_add_days (first, day);
            add_day (days, date, NULL);
          }
        return TRUE;
      }
  return FALSE;
}

/* A date and, after it, where: the longest beginning that is a date. */
static gboolean
add_part (GArray *days, const char *part)
{
  g_autofree char *whole = iso_of (part);
  if (whole != NULL)
    return add_day (days, whole, NULL);
  if (add_span (days, part))
    return TRUE;
  for (const char *end = strrchr (part, ' '); end != NULL; end = g_strrstr_len (part, end - part, " "))
    {
      g_autofree char *beginning = g_strndup (part, end - part);
      g_autofree char *date = iso_of (beginning);
      if (date != NULL)
        return add_day (days, date, end);
    }
  return FALSE;
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  return strcmp (((const LecternRescheduleDay *) a)->date, ((const LecternRescheduleDay *) b)->date);
}

GArray *
lectern_reschedule_days_parse (const char *text, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (LecternRescheduleDay));
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", -1);
  g_array_set_clear_func (days, day_clear);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_part (days, g_strstrip (parts[i])))
      {
        g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE,
                     _ ("“%s” is no date; write it like 2026-10-21."), parts[i]);
        return NULL;
      }
  g_array_sort (days, by_date);
  for (guint i = 1; i < days->len; i++)
    if (by_date (&g_array_index (days, LecternRescheduleDay, i - 1), &g_array_index (days, LecternRescheduleDay, i))
        == 0)
      {
        g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE, _ ("The date %s is named twice."),
                     g_array_index (days, LecternRescheduleDay, i).date);
        return NULL;
      }
  return g_steal_pointer (&days);
}
