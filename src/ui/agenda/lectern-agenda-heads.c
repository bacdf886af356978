/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-heads.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

/* The whole name, and what a click does. */
static char *
dup_tip (const LecternAgenda *agenda, const LecternAgendaLane *lane, gboolean by_day)
{
  const char *const none[] = {
    [LECTERN_AGENDA_LANE_ROOM] = N_ ("Sessions that have no room yet"),
    [LECTERN_AGENDA_LANE_TRACK] = N_ ("Sessions that have no track"),
    [LECTERN_AGENDA_LANE_PART] = N_ ("Sessions that belong to no part of the programme"),
    [LECTERN_AGENDA_LANE_PERSON] = N_ ("Sessions without people"),
  };
  const char *venue = lane->kind == LECTERN_AGENDA_LANE_ROOM && lane->room >= 0
                        ? lectern_agenda_room (agenda, lane->room)->venue_name : NULL;
  if (by_day || lane->kind == LECTERN_AGENDA_LANE_DAY)
    return lectern_agenda_text_day (agenda, lane->day);
  if (lectern_agenda_lane_is_none (lane))
    return g_strdup (_ (none[lane->kind]));
  return g_strdup_printf ("%s%s%s\n%s", lane->name, venue != NULL ? " · " : "", venue != NULL ? venue : "",
                          /* TRANSLATORS: what a click on the head of a room, track or person does */
                          _ ("Click: only this, on all days"));
}

typedef struct
{
  char *label;
  char *seats; /* NULL: none */
  char *tip;
} Head;

static void
head_clear (gpointer data)
{
  Head *head = data;
  g_free (head->label);
  g_free (head->seats);
  g_free (head->tip);
}

static void
append_head (GArray *heads, const LecternAgenda *agenda, const LecternAgendaLane *lane, gboolean by_day)
{
  gint64 capacity = lane->kind == LECTERN_AGENDA_LANE_ROOM && lane->room >= 0 && !by_day
                      ? lectern_agenda_room (agenda, lane->room)->capacity : 0;
  Head head = { .label = by_day ? lectern_agenda_text_short_day (agenda, lane->day)
                                : lectern_agenda_lane_dup_label (lane, agenda),
                .seats = capacity > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, capacity) : NULL,
                .tip = dup_tip (agenda, lane, by_day) };
  g_array_append_val (heads, head);
}

static int
day_of (const GArray *lanes, guint i)
{
  return g_array_index (lanes, LecternAgendaLane, i).day;
}

static guint
count_bands (const GArray *lanes)
{
  guint n = 0;
  for (guint i = 0; i < lanes->len; i++)
    n += i == 0 || day_of (lanes, i) != day_of (lanes, i - 1);
  return n;
}

static char *
describe (const GArray *heads, const GArray *lanes, gboolean turned)
{
  GString *all = g_string_new (turned ? "rows\n" : "columns\n");
  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = &g_array_index (heads, Head, i);
      g_string_append_printf (all, "%d %s %s %s\n", day_of (lanes, i), head->label, head->seats != NULL ? head->seats : "",
                              head->tip);
    }
  return g_string_free (all, FALSE);
}

static void
add_bands (LecternAgendaRuler *ruler, const LecternAgenda *agenda, const GArray *lanes, gboolean turned)
{
  for (guint first = 0, end = 0; first < lanes->len; first = end)
    {
      g_autofree char *day = turned ? lectern_agenda_text_short_day (agenda, day_of (lanes, first))
                                    : lectern_agenda_text_day (agenda, day_of (lanes, first));
      while (end < lanes->len && day_of (lanes, end) == day_of (lanes, first))
        end++;
      lectern_agenda_ruler_add_band (ruler, day, first, end);
    }
}

void
lectern_agenda_heads_fill (LecternAgendaRuler *ruler, const LecternAgenda *agenda, const GArray *lanes, gboolean turned)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Head));
  guint n_bands = count_bands (lanes);
  g_array_set_clear_func (heads, head_clear);
  for (guint i = 0; i < lanes->len; i++)
    append_head (heads, agenda, &g_array_index (lanes, LecternAgendaLane, i), n_bands > 1 && n_bands == lanes->len);
  g_autofree char *all = describe (heads, lanes, turned);
  if (!lectern_agenda_ruler_begin (ruler, all))
    return;
  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = &g_array_index (heads, Head, i);
      lectern_agenda_ruler_add (ruler, head->label, head->seats, head->tip);
    }
  if (n_bands > 1 && n_bands < lanes->len)
    add_bands (ruler, agenda, lanes, turned);
}
