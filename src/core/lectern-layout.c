/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-layout.h"

#include <math.h>

/* What a day without any items shows. */
#define EMPTY_FROM (9 * 60)
#define EMPTY_TO (18 * 60)
/* A day is shown for at least that long, so that there is room to plan in. */
#define SHORTEST_DAY (8 * 60)
#define LATEST (48 * 60)

/* An item within one lane: what it takes of the time axis, and its column there. */
typedef struct
{
  guint item;
  double from;
  double to;
  guint cluster; /* of items that touch each other, by number within the lane */
  guint column;
  guint span;    /* columns it takes, to the next one that is taken */
} Slot;

typedef struct
{
  GArray *slots;       /* of Slot, by from */
  GArray *columns;     /* of guint, by cluster: how many side by side */
  guint most_columns;
} Lane;

/**
 * lectern_layout_range:
 * @open: a minute that is shown in any case, -1 for none
 * @close: likewise, the minute after the last one
 *
 * The hours that must be shown so that nothing falls outside: whole hours around all
 * items. What lasts a day and longer does not stretch the day; it is cut at its end.
 */
void
lectern_layout_range (const LecternLayoutItem *items, guint n_items, int open, int close, int *from, int *to)
{
  int first = open >= 0 ? open : G_MAXINT;
  int last = close >= 0 ? close : -1;
  for (guint i = 0; i < n_items; i++)
    {
      int end = MAX (items[i].start, items[i].end);
      if (end - items[i].start >= 24 * 60)
        end = items[i].start + 60;
      first = MIN (first, items[i].start);
      last = MAX (last, MAX (end, items[i].start + 1));
    }
  if (first == G_MAXINT)
    first = last < 0 ? EMPTY_FROM : MIN (EMPTY_FROM, last);
  if (last < 0)
    last = MAX (EMPTY_TO, first);
  first = (int) floor (first / 60.0) * 60;
  last = (int) ceil (last / 60.0) * 60;
  last = MAX (last, first + SHORTEST_DAY);
  *from = first;
  *to = MIN (last, MAX (LATEST, first + 60));
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const Slot *x = a;
  const Slot *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to) /* the longer one first: it stands at the left of what runs beside it */
    return x->to > y->to ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

/* Gives the slots [first, end) of one cluster columns: the first that is free. */
static guint
place_cluster (Slot *slots, guint first, guint end)
{
  g_autoptr (GArray) free_at = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = first; i < end; i++)
    {
      guint c = 0;
      while (c < free_at->len && g_array_index (free_at, double, c) > slots[i].from)
        c++;
      if (c == free_at->len)
        g_array_append_val (free_at, slots[i].to);
      else
        g_array_index (free_at, double, c) = slots[i].to;
      slots[i].column = c;
    }
  return free_at->len;
}

/* Lets each slot of a cluster grow over the columns beside it that are free all the time. */
static void
widen_cluster (Slot *slots, guint first, guint end, guint n_columns)
{
  for (guint i = first; i < end; i++)
    slots[i].span = n_columns - slots[i].column;
  for (guint i = first; i < end; i++)
    for (guint j = i + 1; j < end && slots[j].from < slots[i].to; j++)
      {
        Slot *left = slots[i].column < slots[j].column ? &slots[i] : &slots[j];
        Slot *right = left == &slots[i] ? &slots[j] : &slots[i];
        left->span = MIN (left->span, right->column - left->column);
      }
}

static void
place_lane (Lane *lane)
{
  Slot *slots = (Slot *) (void *) lane->slots->data;
  g_array_sort (lane->slots, compare_slots);
  lane->most_columns = 1;
  for (guint first = 0, end = 0; first < lane->slots->len; first = end)
    {
      double until = slots[first].to;
      for (end = first + 1; end < lane->slots->len && slots[end].from < until; end++)
        until = MAX (until, slots[end].to);
      guint n_columns = place_cluster (slots, first, end);
      widen_cluster (slots, first, end, n_columns);
      for (guint i = first; i < end; i++)
        slots[i].cluster = lane->columns->len;
      g_array_append_val (lane->columns, n_columns);
      lane->most_columns = MAX (lane->most_columns, n_columns);
    }
}

/* A short item may be longer on the screen than on the clock, but rather not over what
   follows it: then it ends there, unless that leaves less than @least. */
static double
end_before_next (const Lane *lane, const Slot *slot, double end, double wanted, double least)
{
  double least_end = MAX (end, slot->from + least);
  for (guint i = 0; i < lane->slots->len; i++)
    {
      const Slot *next = &g_array_index (lane->slots, Slot, i);
      if (next->from >= wanted)
        break;
      if (next->from >= least_end)
        return next->from;
    }
  return wanted;
}

/* Reckoned as starts are: what ends when the next one begins does not reach into it by a
   rounding error. */
static double
end_of_slot (const LecternLayout *layout, const LecternLayoutItem *item)
{
  int end = CLAMP (item->end, item->start, MAX (layout->to, item->start));
  return (end - layout->from) * layout->per_minute;
}

static void
settle_ends (const LecternLayout *layout, Lane *lanes, const LecternLayoutItem *items, guint n_items,
             const LecternLayoutScale *scale)
{
  g_autofree double *ends = g_new0 (double, MAX (1, n_items));
  for (guint l = 0; l < layout->n_lanes; l++)
    g_array_sort (lanes[l].slots, compare_slots);
  for (guint l = 0; l < layout->n_lanes; l++)
    for (guint s = 0; s < lanes[l].slots->len; s++)
      {
        const Slot *slot = &g_array_index (lanes[l].slots, Slot, s);
        double end = end_of_slot (layout, &items[slot->item]);
        double to = slot->to; /* as much as is wanted */
        if (end < to)
          to = end_before_next (&lanes[l], slot, end, to, scale->least_length);
        /* All boxes of an item have one length: the shortest that a lane asks for. */
        if (ends[slot->item] == 0 || to < ends[slot->item])
          ends[slot->item] = to;
      }
  for (guint l = 0; l < layout->n_lanes; l++)
    for (guint s = 0; s < lanes[l].slots->len; s++)
      {
        Slot *slot = &g_array_index (lanes[l].slots, Slot, s);
        slot->to = ends[slot->item];
      }
}

static Lane *
collect_lanes (const LecternLayout *layout, const LecternLayoutItem *items, guint n_items,
               const LecternLayoutScale *scale)
{
  Lane *lanes = g_new0 (Lane, MAX (1, layout->n_lanes));
  for (guint l = 0; l < layout->n_lanes; l++)
    {
      lanes[l].slots = g_array_new (FALSE, TRUE, sizeof (Slot));
      lanes[l].columns = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint i = 0; i < n_items; i++)
    {
      Slot slot = { .item = i, .from = (items[i].start - layout->from) * layout->per_minute };
      slot.to = MAX (slot.from + scale->min_length, end_of_slot (layout, &items[i]));
      for (guint k = 0; k < items[i].n_lanes; k++)
        {
          guint l = items[i].lanes[k];
          gboolean again = FALSE; /* a room that is named twice */
          for (guint before = 0; before < k; before++)
            again |= items[i].lanes[before] == l;
          if (l < layout->n_lanes && !again)
            g_array_append_val (lanes[l].slots, slot);
        }
    }
  settle_ends (layout, lanes, items, n_items, scale);
  for (guint l = 0; l < layout->n_lanes; l++)
    place_lane (&lanes[l]);
  return lanes;
}

static void
measure_lanes (LecternLayout *layout, const Lane *lanes, const LecternLayoutScale *scale)
{
  double sum = 0;
  layout->edges = g_new0 (double, layout->n_lanes + 1);
  for (guint l = 0; l < layout->n_lanes; l++)
    {
      sum += MAX (scale->lane, lanes[l].most_columns * scale->min_column);
      layout->edges[l + 1] = sum;
    }
  double more = layout->n_lanes > 0 ? (scale->fill - sum) / layout->n_lanes : 0;
  for (guint l = 0; more > 0 && l < layout->n_lanes; l++)
    layout->edges[l + 1] += more * (l + 1);
  layout->breadth = layout->edges[layout->n_lanes];
}

/* The part of an item that stands in one lane. */
typedef struct
{
  const Slot *slot;
  guint lane;
  guint n_columns;
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *x = a;
  const Part *y = b;
  if (x->slot->item != y->slot->item)
    return x->slot->item < y->slot->item ? -1 : 1;
  return x->lane < y->lane ? -1 : x->lane > y->lane;
}

static LecternLayoutBox
box_of_part (const LecternLayout *layout, const LecternLayoutItem *items, const Part *part)
{
  const Slot *slot = part->slot;
  double column = (layout->edges[part->lane + 1] - layout->edges[part->lane]) / part->n_columns;
  return (LecternLayoutBox){
    .item = slot->item,
    .lane = part->lane,
    .n_lanes = 1,
    .cut = items[slot->item].end > layout->to,
    .along = slot->from,
    .length = slot->to - slot->from,
    .across = layout->edges[part->lane] + column * slot->column,
    .breadth = column * slot->span,
  };
}

/* Parts in lanes side by side become one box where each has its lane for itself. */
static void
join_parts (LecternLayout *layout, const LecternLayoutItem *items, const Part *parts, guint n_parts)
{
  guint n = 0;
  layout->boxes = g_new0 (LecternLayoutBox, MAX (1, n_parts));
  for (guint i = 0; i < n_parts; i++)
    {
      LecternLayoutBox *last = n > 0 ? &layout->boxes[n - 1] : NULL;
      gboolean same = last != NULL && last->item == parts[i].slot->item;
      if (same && parts[i].n_columns == 1 && parts[i - 1].n_columns == 1
          && last->lane + last->n_lanes == parts[i].lane)
        {
          last->n_lanes++;
          last->breadth = layout->edges[parts[i].lane + 1] - last->across;
          continue;
        }
      layout->boxes[n] = box_of_part (layout, items, &parts[i]);
      layout->boxes[n].first = !same;
      layout->length = MAX (layout->length, parts[i].slot->to);
      n++;
    }
  layout->n_boxes = n;
}

static void
make_boxes (LecternLayout *layout, const LecternLayoutItem *items, const Lane *lanes)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  for (guint l = 0; l < layout->n_lanes; l++)
    for (guint s = 0; s < lanes[l].slots->len; s++)
      {
        Part part = { &g_array_index (lanes[l].slots, Slot, s), l, 1 };
        part.n_columns = g_array_index (lanes[l].columns, guint, part.slot->cluster);
        g_array_append_val (parts, part);
      }
  g_array_sort (parts, compare_parts);
  join_parts (layout, items, (const Part *) (void *) parts->data, parts->len);
}

/**
 * lectern_layout_new:
 * @items: of one day; each is in the layout as often as its lanes ask, at least once
 *   where it names an existing lane
 * @n_lanes: number of lanes, shown in the order of their indexes
 * @scale: pixels
 *
 * No two boxes overlap, also where items are so short that @scale's min_length makes
 * their boxes longer than they are: then they stand side by side.
 *
 * Returns: (transfer full): the boxes
 */
LecternLayout *
lectern_layout_new (const LecternLayoutItem *items, guint n_items, guint n_lanes, const LecternLayoutScale *scale)
{
  LecternLayout *layout = g_new0 (LecternLayout, 1);
  layout->n_lanes = n_lanes;
  layout->per_minute = scale->per_minute;
  lectern_layout_range (items, n_items, scale->open, scale->close, &layout->from, &layout->to);
  layout->length = (layout->to - layout->from) * scale->per_minute;

  Lane *lanes = collect_lanes (layout, items, n_items, scale);
  measure_lanes (layout, lanes, scale);
  make_boxes (layout, items, lanes);
  for (guint l = 0; l < n_lanes; l++)
    {
      g_array_unref (lanes[l].slots);
      g_array_unref (lanes[l].columns);
    }
  g_free (lanes);
  return layout;
}

void
lectern_layout_free (LecternLayout *layout)
{
  g_free (layout->edges);
  g_free (layout->boxes);
  g_free (layout);
}

/**
 * lectern_layout_pick:
 *
 * The minute and the lane at a place in pixels.
 *
 * Returns: FALSE where the place is outside of all lanes
 */
gboolean
lectern_layout_pick (const LecternLayout *layout, double along, double across, int *minute, guint *lane)
{
  if (along < 0 || along >= layout->length || across < 0 || across >= layout->breadth)
    return FALSE;
  *minute = layout->from + (int) floor (along / layout->per_minute);
  for (*lane = 0; layout->edges[*lane + 1] <= across; (*lane)++)
    ;
  return TRUE;
}
