/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-plan.h"

#include <math.h>

/* Pixels at 100 %: for an hour, and for a lane at least. */
#define HOUR 64.0
#define LANE 130.0
#define NARROWEST_LANE 72.0
#define NARROWEST_COLUMN 64.0
/* Below that columns shrink faster than hours do, down to bars: many days in one sight. */
#define FULL_COLUMN_ZOOM 0.5
#define SHORTEST_BAR 6.0
/* What touches is not drawn as if it ran at once: a box ends where the next one begins, down to this. */
#define LEAST_LENGTH 3.0
#define NARROWEST_TEXT 30.0
/* Turned: hours run to the right, rooms are rows. */
#define TURNED_HOUR 246.0
#define TURNED_LANE 88.0
#define TURNED_SHORTEST 58.0
/* What an item's border and padding take. */
#define ITEM_EXTRA 5
#define CLOSEST_LINES 20.0
/* Lanes do not grow with the zoom for ever: what is looked at in minutes is not wider. */
#define WIDEST_ZOOM 1.5

LecternAgendaPlan *
lectern_agenda_plan_new (void)
{
  LecternAgendaPlan *plan = g_new0 (LecternAgendaPlan, 1);
  plan->zoom = 1;
  plan->show_from = plan->show_to = -1;
  plan->lanes = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  plan->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->dimmed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  plan->lane_sets = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->inputs = g_array_new (FALSE, FALSE, sizeof (LecternLayoutItem));
  return plan;
}

void
lectern_agenda_plan_free (LecternAgendaPlan *plan)
{
  g_clear_pointer (&plan->layout, lectern_layout_free);
  g_array_unref (plan->lanes);
  g_array_unref (plan->shown);
  g_array_unref (plan->dimmed);
  g_array_unref (plan->lane_sets);
  g_array_unref (plan->inputs);
  g_free (plan);
}

static void
append_input (LecternAgendaPlan *plan, guint index, gboolean dimmed)
{
  const LecternAgendaSession *session = lectern_agenda_session (plan->agenda, index);
  LecternLayoutItem input = { .start = session->start,
                              .end = session->start + MAX (session->duration, 0),
                              .n_lanes = 0 };
  for (guint lane = 0; lane < plan->lanes->len; lane++)
    if (lectern_agenda_lane_holds (lectern_agenda_plan_lane (plan, lane), plan->agenda, session))
      {
        g_array_append_val (plan->lane_sets, lane);
        input.n_lanes++;
      }
  if (input.n_lanes == 0)
    return;
  g_array_append_val (plan->shown, index);
  g_array_append_val (plan->dimmed, dimmed);
  g_array_append_val (plan->inputs, input);
}

/* Whether a lane is of a day, by its index: most sessions of a long event stand on none of these. */
static gboolean *
find_days (const LecternAgendaPlan *plan)
{
  guint n = plan->agenda != NULL ? plan->agenda->days->len : 0;
  gboolean *days = g_new0 (gboolean, n + 1);
  for (guint lane = 0; lane < plan->lanes->len && n > 0; lane++)
    if (lectern_agenda_plan_lane (plan, lane)->day >= 0)
      days[lectern_agenda_plan_lane (plan, lane)->day] = TRUE;
  return days;
}

static void
collect_inputs (LecternAgendaPlan *plan, const LecternAgendaFilter *filter)
{
  g_autofree gboolean *days = find_days (plan);
  guint at = 0;
  g_array_set_size (plan->shown, 0);
  g_array_set_size (plan->dimmed, 0);
  g_array_set_size (plan->inputs, 0);
  g_array_set_size (plan->lane_sets, 0);
  for (guint i = 0; plan->agenda != NULL && i < plan->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (plan->agenda, i);
      if (!session->placed || !days[session->day])
        continue;
      gboolean wanted = filter == NULL || lectern_agenda_filter_matches (filter, plan->agenda, session);
      if (wanted || !filter->hides)
        append_input (plan, i, !wanted);
    }
  /* Only now the lanes stay where they are in memory. */
  for (guint i = 0; i < plan->inputs->len; i++)
    {
      LecternLayoutItem *input = &g_array_index (plan->inputs, LecternLayoutItem, i);
      input->lanes = &g_array_index (plan->lane_sets, guint, at);
      at += input->n_lanes;
    }
}

/* The hours of the houses on all days that are shown. */
static void
find_hours (LecternAgendaPlan *plan, LecternLayoutScale *scale)
{
  for (guint i = 0; i < plan->lanes->len; i++)
    {
      const LecternAgendaDay *day;
      if (lectern_agenda_plan_lane (plan, i)->day < 0)
        continue;
      day = lectern_agenda_day (plan->agenda, lectern_agenda_plan_lane (plan, i)->day);
      if (day->opens >= 0)
        scale->open = scale->open < 0 ? day->opens : MIN (scale->open, day->opens);
      scale->close = MAX (scale->close, day->closes);
    }
}

static LecternLayoutScale
scale_of (LecternAgendaPlan *plan, double fill)
{
  double one_line = plan->line_height + ITEM_EXTRA + 2;
  LecternLayoutScale scale = { .fill = fill, .open = -1, .close = -1 };
  find_hours (plan, &scale);
  if (plan->show_from >= 0)
    scale.open = scale.open < 0 ? plan->show_from : MIN (scale.open, plan->show_from);
  scale.close = MAX (scale.close, plan->show_to);
  if (plan->turned)
    {
      scale.per_minute = TURNED_HOUR * plan->zoom / 60;
      scale.min_length = TURNED_SHORTEST;
      scale.least_length = LEAST_LENGTH;
      scale.lane = MAX (one_line + plan->line_height, TURNED_LANE * MIN (plan->zoom, WIDEST_ZOOM));
      scale.min_column = one_line;
      return scale;
    }
  scale.per_minute = HOUR * plan->zoom / 60;
  scale.min_length = one_line;
  scale.least_length = LEAST_LENGTH;
  scale.lane = MAX (NARROWEST_LANE, LANE * MIN (plan->zoom, WIDEST_ZOOM));
  scale.min_column = CLAMP (NARROWEST_COLUMN * pow (plan->zoom / FULL_COLUMN_ZOOM, 3), NARROWEST_COLUMN / 8,
                            NARROWEST_COLUMN);
  if (scale.min_column < NARROWEST_TEXT) /* bars without words may be short */
    scale.min_length = scale.least_length = SHORTEST_BAR;
  return scale;
}

/* Shows other lanes; @lanes is copied. @filter: NULL for everything. The layout is to be made anew. */
void
lectern_agenda_plan_set (LecternAgendaPlan *plan, const LecternAgenda *agenda, const LecternAgendaLane *lanes,
                         guint n_lanes, const LecternAgendaFilter *filter)
{
  plan->agenda = agenda;
  plan->show_from = plan->show_to = -1;
  g_array_set_size (plan->lanes, 0);
  if (n_lanes > 0)
    g_array_append_vals (plan->lanes, lanes, n_lanes);
  g_clear_pointer (&plan->layout, lectern_layout_free);
  collect_inputs (plan, filter);
}

static LecternLayout *
lay_out (LecternAgendaPlan *plan, const LecternLayoutScale *scale)
{
  return lectern_layout_new ((LecternLayoutItem *) (void *) plan->inputs->data, plan->inputs->len, plan->lanes->len,
                             scale);
}

void
lectern_agenda_plan_lay_out_scaled (LecternAgendaPlan *plan, const LecternLayoutScale *scale)
{
  LecternLayoutScale own = *scale;
  if (own.open < 0)
    find_hours (plan, &own);
  g_clear_pointer (&plan->layout, lectern_layout_free);
  plan->layout = lay_out (plan, &own);
}

void
lectern_agenda_plan_lay_out (LecternAgendaPlan *plan, double fill)
{
  LecternLayoutScale scale = scale_of (plan, fill);
  g_clear_pointer (&plan->layout, lectern_layout_free);
  plan->layout = lay_out (plan, &scale);
}

/* The pixels across that the lanes need at least. */
double
lectern_agenda_plan_narrowest (LecternAgendaPlan *plan)
{
  LecternLayoutScale scale = scale_of (plan, 0);
  g_autoptr (LecternLayout) bare = lay_out (plan, &scale);
  return bare->breadth;
}

int
lectern_agenda_plan_line_step (const LecternAgendaPlan *plan)
{
  static const int steps[] = { 1, 5, 10, 15, 30, 60 };
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * plan->layout->per_minute >= CLOSEST_LINES)
      return steps[i];
  return 60;
}

/* How many lines of text an item of that size has room for; 0: less than a whole one. */
guint
lectern_agenda_plan_lines (const LecternAgendaPlan *plan, const GdkRectangle *place)
{
  return MAX (0, place->height - ITEM_EXTRA) / MAX (1, plan->line_height);
}

const LecternAgendaLane *
lectern_agenda_plan_lane (const LecternAgendaPlan *plan, guint lane)
{
  return &g_array_index (plan->lanes, LecternAgendaLane, lane);
}

gboolean
lectern_agenda_plan_is_dimmed (const LecternAgendaPlan *plan, guint box)
{
  return g_array_index (plan->dimmed, gboolean, plan->layout->boxes[box].item);
}

const LecternAgendaSession *
lectern_agenda_plan_session (const LecternAgendaPlan *plan, guint box)
{
  guint index = g_array_index (plan->shown, guint, plan->layout->boxes[box].item);
  return lectern_agenda_session (plan->agenda, index);
}

/* Where a box stands on the plane, with a pixel of air on each side to tell neighbours apart. */
GdkRectangle
lectern_agenda_plan_place (const LecternAgendaPlan *plan, guint box)
{
  const LecternLayoutBox *b = &plan->layout->boxes[box];
  int along = (int) round (b->along);
  int across = (int) round (b->across);
  int length = (int) round (b->along + b->length) - along;
  int breadth = (int) round (b->across + b->breadth) - across;
  if (plan->turned)
    return (GdkRectangle){ along + 1, across + 1, MAX (length - 2, 1), MAX (breadth - 2, 1) };
  return (GdkRectangle){ across + 1, along + 1, MAX (breadth - 2, 1), MAX (length - 2, 1) };
}

int
lectern_agenda_plan_find (const LecternAgendaPlan *plan, gint64 session)
{
  for (guint box = 0; plan->layout != NULL && box < plan->layout->n_boxes; box++)
    if (lectern_agenda_plan_session (plan, box)->id == session)
      return box;
  return -1;
}
