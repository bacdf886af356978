/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-event-edits.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
date_of (const LecternRecord *day)
{
  return lectern_record_text (day, LECTERN_DAY_DATE);
}

static const char *
new_date (const LecternRecord *day, const LecternDayDate *dates, guint n)
{
  for (guint i = 0; i < n; i++)
    if (dates[i].day == day->id)
      return dates[i].date;
  return date_of (day);
}

/* Two days of one date, or a date that is none. */
static gboolean
check_dates (GPtrArray *days, const LecternDayDate *dates, guint n, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < days->len; i++)
    {
      const char *date = new_date (days->pdata[i], dates, n);
      if (date == NULL)
        continue;
      if (!lectern_date_is_valid (date))
        {
          g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE, _ ("“%s” is no date."), date);
          return FALSE;
        }
      if (!g_hash_table_add (taken, (gpointer) date))
        {
          g_autofree char *words = lectern_date_format (date);
          g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE,
                       _ ("Two days of the event would be on %s."), words);
          return FALSE;
        }
    }
  return TRUE;
}

typedef struct
{
  gint64 day;
  gint64 number;
  const char *date;
} NewDay;

static int
compare_new_days (gconstpointer a, gconstpointer b)
{
  const NewDay *x = a, *y = b;
  if (x->date == NULL || y->date == NULL)
    return (x->date == NULL) - (y->date == NULL);
  return strcmp (x->date, y->date);
}

/* Days are numbered as they come. */
static void
write_numbers (LecternEdit *edit, GPtrArray *days, const LecternDayDate *dates, guint n)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (NewDay));
  for (guint i = 0; i < days->len; i++)
    {
      const LecternRecord *day = days->pdata[i];
      NewDay entry = { day->id, lectern_record_integer (day, LECTERN_DAY_NUMBER), new_date (day, dates, n) };
      g_array_append_val (order, entry);
    }
  g_array_sort (order, compare_new_days);
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, NewDay, i).number != (gint64) i + 1)
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, g_array_index (order, NewDay, i).day, LECTERN_DAY_NUMBER,
                                (gint64) i + 1);
}

static void
remember_first_date (LecternEdit *edit, const LecternRecord *event, GPtrArray *days, const LecternDayDate *dates,
                     guint n)
{
  const char *before = NULL, *after = NULL;
  for (guint i = 0; i < days->len; i++)
    {
      const char *old = date_of (days->pdata[i]), *new = new_date (days->pdata[i], dates, n);
      if (old != NULL && (before == NULL || strcmp (old, before) < 0))
        before = old;
      if (new != NULL && (after == NULL || strcmp (new, after) < 0))
        after = new;
    }
  if (before != NULL && g_strcmp0 (before, after) != 0
      && !lectern_record_is_empty (event, LECTERN_EVENT_RELEASE_STEP)
      && lectern_record_is_empty (event, LECTERN_EVENT_PREVIOUS_START))
    lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event->id, LECTERN_EVENT_PREVIOUS_START, before);
}

LecternEdit *
lectern_event_edit_move (LecternReader *reader, gint64 event, const LecternDayDate *dates, guint n, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_event_get_living (reader, LECTERN_KIND_EVENT, event, error);
  if (record == NULL)
    return NULL;
  g_autoptr (GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event);
  if (!check_dates (days, dates, n, error))
    return NULL;
  /* TRANSLATORS: a step of the history: %s is the title of an event */
  g_autofree char *label = g_strdup_printf (_ ("Move “%s” to other dates"), lectern_record_name (record, NULL));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  for (guint i = 0; i < days->len; i++)
    {
      const LecternRecord *day = days->pdata[i];
      const char *date = new_date (day, dates, n);
      if (g_strcmp0 (date, date_of (day)) != 0)
        lectern_edit_set_text (edit, LECTERN_KIND_DAY, day->id, LECTERN_DAY_DATE, date);
    }
  if (lectern_edit_is_empty (edit))
    return g_steal_pointer (&edit);
  write_numbers (edit, days, dates, n);
  remember_first_date (edit, record, days, dates, n);
  return g_steal_pointer (&edit);
}
