/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-layout.h"

#include <math.h>
#include <string.h>

#define CASES 3000
#define MOST_ITEMS 40
#define MOST_LANES 6

static const LecternLayoutScale plain = { .per_minute = 1, .min_length = 20, .least_length = 10, .lane = 100, .min_column = 60,
                                          .open = -1, .close = -1 };

typedef struct
{
  guint n_items;
  guint n_lanes;
  LecternLayoutItem items[MOST_ITEMS];
  guint lanes[MOST_ITEMS][MOST_LANES];
} Day;

/* A day as bad as they come: short and endless items, over rooms that lie apart. */
static void
random_day (GRand *rand, Day *day)
{
  day->n_lanes = g_rand_int_range (rand, 1, MOST_LANES + 1);
  day->n_items = g_rand_int_range (rand, 0, MOST_ITEMS + 1);
  for (guint i = 0; i < day->n_items; i++)
    {
      LecternLayoutItem *item = &day->items[i];
      item->start = 5 * g_rand_int_range (rand, 0, 400);
      item->end = item->start + 5 * g_rand_int_range (rand, -1, g_rand_boolean (rand) ? 5 : 60);
      if (g_rand_int_range (rand, 0, 40) == 0)
        item->end = item->start + 3 * 24 * 60;
      item->lanes = day->lanes[i];
      item->n_lanes = 0;
      for (guint l = 0; l < day->n_lanes; l++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          day->lanes[i][item->n_lanes++] = l;
      if (item->n_lanes == 0)
        day->lanes[i][item->n_lanes++] = g_rand_int_range (rand, 0, day->n_lanes);
    }
}

static LecternLayout *
layout_of (const Day *day, const LecternLayoutScale *scale)
{
  return lectern_layout_new (day->items, day->n_items, day->n_lanes, scale);
}

static gboolean
boxes_overlap (const LecternLayoutBox *a, const LecternLayoutBox *b)
{
  const double slack = 1e-6;
  return a->along + slack < b->along + b->length && b->along + slack < a->along + a->length
         && a->across + slack < b->across + b->breadth && b->across + slack < a->across + a->breadth;
}

static void
test_nothing_overlaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);
  guint n_pairs = 0;
  for (guint c = 0; c < CASES; c++)
    {
      Day day;
      random_day (rand, &day);
      g_autoptr (LecternLayout) layout = layout_of (&day, &plain);
      for (guint i = 0; i < layout->n_boxes; i++)
        for (guint j = i + 1; j < layout->n_boxes; j++, n_pairs++)
          g_assert_false (boxes_overlap (&layout->boxes[i], &layout->boxes[j]));
    }
  g_assert_cmpuint (n_pairs, >, CASES);
}

/* Every item stands in each of its lanes exactly once, at its time, and inside. */
static void
test_everything_is_placed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (72);
  for (guint c = 0; c < CASES; c++)
    {
      Day day;
      guint seen[MOST_ITEMS][MOST_LANES] = { { 0 } };
      guint firsts[MOST_ITEMS] = { 0 };
      random_day (rand, &day);
      g_autoptr (LecternLayout) layout = layout_of (&day, &plain);
      for (guint b = 0; b < layout->n_boxes; b++)
        {
          const LecternLayoutBox *box = &layout->boxes[b];
          const LecternLayoutItem *item = &day.items[box->item];
          for (guint l = box->lane; l < box->lane + box->n_lanes; l++)
            seen[box->item][l]++;
          firsts[box->item] += box->first;
          g_assert_cmpfloat_with_epsilon (box->along, item->start - layout->from, 1e-6);
          g_assert_cmpfloat (box->length, >=, MIN (item->end, layout->to) - item->start - 1e-6);
          g_assert_cmpfloat (box->length, >=, plain.least_length);
          g_assert_cmpfloat (box->breadth, >=, plain.min_column - 1e-6);
          g_assert_cmpfloat (box->along, >=, 0);
          g_assert_cmpfloat (box->along + box->length, <=, layout->length + 1e-6);
          g_assert_cmpfloat (box->across, >=, layout->edges[box->lane] - 1e-6);
          g_assert_cmpfloat (box->across + box->breadth, <=, layout->edges[box->lane + box->n_lanes] + 1e-6);
          g_assert_cmpint (box->cut, ==, item->end > layout->to);
        }
      for (guint i = 0; i < day.n_items; i++)
        {
          g_assert_cmpuint (firsts[i], ==, 1);
          for (guint l = 0, k = 0; l < day.n_lanes; l++)
            {
              gboolean wanted = k < day.items[i].n_lanes && day.items[i].lanes[k] == l;
              g_assert_cmpuint (seen[i][l], ==, wanted);
              k += wanted;
            }
        }
    }
}

/* When two items of a lane stand beside each other: they run at once, or one of them is so
   short that what must be drawn of it reaches into the other. */
static gboolean
drawn_together (const LecternLayoutItem *a, const LecternLayoutItem *b, const LecternLayout *layout)
{
  double a_end = a->start + MAX (plain.least_length, MIN (a->end, layout->to) - a->start);
  double b_end = b->start + MAX (plain.least_length, MIN (b->end, layout->to) - b->start);
  return a->start < b_end && b->start < a_end;
}

/* By brute force: a box has its lane's full breadth exactly where nothing is beside it. */
static void
test_alone_is_full_breadth (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (73);
  guint n_full = 0;
  guint n_shared = 0;
  for (guint c = 0; c < CASES; c++)
    {
      Day day;
      random_day (rand, &day);
      g_autoptr (LecternLayout) layout = layout_of (&day, &plain);
      for (guint b = 0; b < layout->n_boxes; b++)
        {
          const LecternLayoutBox *box = &layout->boxes[b];
          guint beside = 0;
          for (guint i = 0; i < day.n_items; i++)
            for (guint k = 0; k < day.items[i].n_lanes; k++)
              beside += i != box->item && day.items[i].lanes[k] >= box->lane
                        && day.items[i].lanes[k] < box->lane + box->n_lanes
                        && drawn_together (&day.items[i], &day.items[box->item], layout);
          double all = layout->edges[box->lane + box->n_lanes] - layout->edges[box->lane];
          g_assert_cmpint (beside == 0, ==, fabs (box->breadth - all) < 1e-6);
          n_full += beside == 0;
          n_shared += beside > 0;
        }
    }
  g_assert_cmpuint (n_full, >, CASES);
  g_assert_cmpuint (n_shared, >, CASES);
}

static void
test_range (void)
{
  int from, to;
  lectern_layout_range (NULL, 0, -1, -1, &from, &to);
  g_assert_cmpint (from, ==, 9 * 60);
  g_assert_cmpint (to, ==, 18 * 60);
  LecternLayoutItem items[] = { { .start = 30, .end = 60 }, { .start = 1530, .end = 1575 } };
  lectern_layout_range (items, 2, -1, -1, &from, &to);
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 27 * 60);
  /* House hours are shown too, but never cut. */
  lectern_layout_range (items + 1, 1, 8 * 60 + 30, 20 * 60, &from, &to);
  g_assert_cmpint (from, ==, 8 * 60);
  g_assert_cmpint (to, ==, 27 * 60);
  /* A session of three days does not stretch its day. */
  LecternLayoutItem three_days = { .start = 10 * 60, .end = 10 * 60 + 3 * 1440 };
  lectern_layout_range (&three_days, 1, -1, -1, &from, &to);
  g_assert_cmpint (from, ==, 10 * 60);
  g_assert_cmpint (to, ==, 18 * 60);
}

/* Lunch over all rooms is one box; a session at the same time in one of them breaks it. */
static void
test_spans (void)
{
  const guint all[] = { 0, 1, 2, 3 };
  const guint apart[] = { 3, 0 };
  const guint second[] = { 1, 1 };
  LecternLayoutItem items[] = { { .start = 720, .end = 780, .lanes = all, .n_lanes = 4 },
                                { .start = 800, .end = 830, .lanes = apart, .n_lanes = 2 },
                                { .start = 780, .end = 800, .lanes = second, .n_lanes = 2 } };
  g_autoptr (LecternLayout) layout = lectern_layout_new (items, 3, 4, &plain);
  g_assert_cmpuint (layout->n_boxes, ==, 4);
  g_assert_cmpuint (layout->boxes[0].n_lanes, ==, 4);
  g_assert_cmpfloat (layout->boxes[0].breadth, ==, 400);
  g_assert_cmpuint (layout->boxes[1].lane, ==, 0);
  g_assert_cmpuint (layout->boxes[2].lane, ==, 3);
  g_assert_false (layout->boxes[2].first);

  items[2].start = 770;
  g_autoptr (LecternLayout) broken = lectern_layout_new (items, 3, 4, &plain);
  g_assert_cmpuint (broken->n_boxes, ==, 6);
  g_assert_cmpuint (broken->boxes[0].n_lanes, ==, 1);
  g_assert_cmpuint (broken->boxes[1].n_lanes, ==, 1);
  g_assert_cmpuint (broken->boxes[2].n_lanes, ==, 2);
  g_assert_cmpfloat (broken->boxes[1].breadth, <, broken->boxes[0].breadth);
}

/* Four hundred at once in one room: the lane grows, each can still be seen. */
static void
test_crowd (void)
{
  const guint lane = 0;
  LecternLayoutItem items[400];
  for (guint i = 0; i < 400; i++)
    items[i] = (LecternLayoutItem){ .start = 600, .end = 660, .lanes = &lane, .n_lanes = 1 };
  g_autoptr (LecternLayout) layout = lectern_layout_new (items, 400, 2, &plain);
  g_assert_cmpuint (layout->n_boxes, ==, 400);
  g_assert_cmpfloat (layout->edges[1], ==, 400 * plain.min_column);
  g_assert_cmpfloat (layout->breadth, ==, 400 * plain.min_column + plain.lane);
  for (guint i = 0; i < 400; i++)
    g_assert_cmpfloat (layout->boxes[i].across, ==, i * plain.min_column);
}

static void
test_fill (void)
{
  LecternLayoutScale scale = plain;
  scale.fill = 500;
  g_autoptr (LecternLayout) wide = lectern_layout_new (NULL, 0, 2, &scale);
  g_assert_cmpfloat (wide->breadth, ==, 500);
  g_assert_cmpfloat (wide->edges[1], ==, 250);
  g_autoptr (LecternLayout) many = lectern_layout_new (NULL, 0, 8, &scale);
  g_assert_cmpfloat (many->breadth, ==, 800);
  g_autoptr (LecternLayout) none = lectern_layout_new (NULL, 0, 0, &scale);
  g_assert_cmpfloat (none->breadth, ==, 0);
}

/* Arrow keys reach every box from every other, and back is back in a lane. */
static void
test_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (74);
  for (guint c = 0; c < 400; c++)
    {
      Day day;
      random_day (rand, &day);
      if (day.n_items == 0)
        continue;
      g_autoptr (LecternLayout) layout = layout_of (&day, &plain);
      g_autofree gboolean *seen = g_new0 (gboolean, layout->n_boxes * day.n_lanes);
      g_autoptr (GQueue) queue = g_queue_new ();
      guint reached = 0;
      g_autofree gboolean *box_seen = g_new0 (gboolean, layout->n_boxes);
      guint start = g_rand_int_range (rand, 0, layout->n_boxes);
      g_queue_push_tail (queue, GUINT_TO_POINTER (start * day.n_lanes + layout->boxes[start].lane));
      seen[start * day.n_lanes + layout->boxes[start].lane] = TRUE;
      while (!g_queue_is_empty (queue))
        {
          guint at = GPOINTER_TO_UINT (g_queue_pop_head (queue));
          reached += !box_seen[at / day.n_lanes];
          box_seen[at / day.n_lanes] = TRUE;
          for (int move = 0; move < 4; move++)
            {
              guint box = at / day.n_lanes;
              guint lane = at % day.n_lanes;
              if (!lectern_layout_step (layout, &box, &lane, move))
                continue;
              g_assert_cmpuint (box, !=, at / day.n_lanes);
              if (move == LECTERN_LAYOUT_LATER)
                {
                  guint back = box, back_lane = lane;
                  g_assert_true (lectern_layout_step (layout, &back, &back_lane, LECTERN_LAYOUT_EARLIER));
                  g_assert_cmpuint (back, ==, at / day.n_lanes);
                }
              if (!seen[box * day.n_lanes + lane])
                {
                  seen[box * day.n_lanes + lane] = TRUE;
                  g_queue_push_tail (queue, GUINT_TO_POINTER (box * day.n_lanes + lane));
                }
            }
        }
      g_assert_cmpuint (reached, ==, layout->n_boxes);
    }
}

static void
test_pick (void)
{
  g_autoptr (LecternLayout) layout = lectern_layout_new (NULL, 0, 3, &plain);
  int minute;
  guint lane;
  g_assert_true (lectern_layout_pick (layout, 61.5, 250, &minute, &lane));
  g_assert_cmpint (minute, ==, 10 * 60 + 1);
  g_assert_cmpuint (lane, ==, 2);
  g_assert_false (lectern_layout_pick (layout, 10, 300, &minute, &lane));
  g_assert_false (lectern_layout_pick (layout, -1, 10, &minute, &lane));
  g_assert_false (lectern_layout_pick (layout, layout->length, 10, &minute, &lane));
}

/* One that ends when the next begins has the lane for itself, in every size. */
static void
test_one_after_another (void)
{
  static const guint lane = 0;
  guint odd = 0;
  for (guint size = 1; size < 400; size++)
    {
      LecternLayoutItem items[20];
      LecternLayoutScale scale = plain;
      scale.per_minute = size * 0.0737;
      scale.min_length = scale.least_length = 0;
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        items[i] = (LecternLayoutItem){ 555 + 35 * i, 555 + 35 * (i + 1), &lane, 1 };
      g_autoptr (LecternLayout) layout = lectern_layout_new (items, G_N_ELEMENTS (items), 1, &scale);
      for (guint b = 0; b < layout->n_boxes; b++)
        odd += layout->boxes[b].breadth < layout->breadth;
    }
  g_assert_cmpuint (odd, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/layout/everything-is-placed", test_everything_is_placed);
  g_test_add_func ("/layout/alone-is-full-breadth", test_alone_is_full_breadth);
  g_test_add_func ("/layout/range", test_range);
  g_test_add_func ("/layout/spans", test_spans);
  g_test_add_func ("/layout/crowd", test_crowd);
  g_test_add_func ("/layout/fill", test_fill);
  g_test_add_func ("/layout/walk", test_walk);
  g_test_add_func ("/layout/pick", test_pick);
  g_test_add_func ("/layout/one-after-another", test_one_after_another);
  return g_test_run ();
}
