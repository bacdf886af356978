/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arrow keys in a layout: from a box to the next one.
 */
#include "lectern-layout.h"

static gboolean
is_in_lane (const LecternLayoutBox *box, guint lane)
{
  return box->lane <= lane && lane < box->lane + box->n_lanes;
}

/* Whether @a comes before @b when a lane is read from its start. */
static gboolean
comes_before (const LecternLayoutBox *a, const LecternLayoutBox *b)
{
  return a->along != b->along ? a->along < b->along : a->across < b->across;
}

/* Pixels of time between two boxes; 0 where they run at the same time. */
static double
time_between (const LecternLayoutBox *a, const LecternLayoutBox *b)
{
  return MAX (0, MAX (a->along - b->along - b->length, b->along - a->along - a->length) + 1e-6);
}

static gboolean
step_in_lane (const LecternLayout *layout, guint *box, guint lane, gboolean later)
{
  const LecternLayoutBox *here = &layout->boxes[*box];
  const LecternLayoutBox *best = NULL;
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const LecternLayoutBox *b = &layout->boxes[i];
      if (i == *box || !is_in_lane (b, lane) || comes_before (here, b) != later)
        continue;
      if (best == NULL || comes_before (b, best) == later)
        best = b;
    }
  if (best == NULL)
    return FALSE;
  *box = best - layout->boxes;
  return TRUE;
}

/* What runs beside this box in its own lane, in direction @next. */
static gboolean
step_to_column (const LecternLayout *layout, guint *box, guint lane, gboolean next)
{
  const LecternLayoutBox *here = &layout->boxes[*box];
  const LecternLayoutBox *best = NULL;
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const LecternLayoutBox *b = &layout->boxes[i];
      if (i == *box || !is_in_lane (b, lane) || time_between (here, b) > 0
          || (next ? b->across <= here->across : b->across >= here->across))
        continue;
      if (best == NULL || (next ? b->across < best->across : b->across > best->across))
        best = b;
    }
  if (best == NULL)
    return FALSE;
  *box = best - layout->boxes;
  return TRUE;
}

static gboolean
step_to_lane (const LecternLayout *layout, guint *box, guint *lane, gboolean next)
{
  const LecternLayoutBox *here = &layout->boxes[*box];
  for (guint l = *lane; next ? l + 1 < layout->n_lanes : l > 0;)
    {
      const LecternLayoutBox *best = NULL;
      l = next ? l + 1 : l - 1;
      for (guint i = 0; i < layout->n_boxes; i++)
        {
          const LecternLayoutBox *b = &layout->boxes[i];
          if (i == *box || !is_in_lane (b, l))
            continue;
          double nearer = best ? time_between (here, b) - time_between (here, best) : -1;
          if (nearer < 0 || (nearer == 0 && comes_before (b, best)))
            best = b;
        }
      if (best == NULL)
        continue;
      *box = best - layout->boxes;
      *lane = l;
      return TRUE;
    }
  return FALSE;
}

/**
 * lectern_layout_step:
 * @box: (inout): index of a box, becomes the one that the step leads to
 * @lane: (inout): the lane one walks in; a box over several lanes is left where one came in
 *
 * One step with an arrow key. Earlier and later walk through all boxes of a lane; the
 * other two go to what runs beside in the same lane, then to the next lane that has
 * anything, at the nearest time. Every box can be reached from every other.
 *
 * Returns: FALSE where there is nothing in that direction; nothing is changed then
 */
gboolean
lectern_layout_step (const LecternLayout *layout, guint *box, guint *lane, LecternLayoutMove move)
{
  g_return_val_if_fail (*box < layout->n_boxes, FALSE);
  if (!is_in_lane (&layout->boxes[*box], *lane))
    *lane = layout->boxes[*box].lane;
  if (move == LECTERN_LAYOUT_EARLIER || move == LECTERN_LAYOUT_LATER)
    return step_in_lane (layout, box, *lane, move == LECTERN_LAYOUT_LATER);
  gboolean next = move == LECTERN_LAYOUT_NEXT_LANE;
  return step_to_column (layout, box, *lane, next) || step_to_lane (layout, box, lane, next);
}
