/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the items of one day of an agenda stand on the screen. Pure: numbers in,
 * boxes out. The axes have no direction: "along" is time, "across" are the lanes
 * (rooms), so that the same layout serves rooms as columns and rooms as rows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int start;          /* minutes after 00:00 of the day's date */
  int end;            /* the same; one before start counts as start */
  const guint *lanes; /* indexes of lanes, in any order */
  guint n_lanes;      /* 0: the item has no box */
} LecternLayoutItem;

typedef struct
{
  double per_minute;  /* pixels along for a minute */
  double min_length;  /* what a short item takes where nothing follows it */
  double least_length; /* no box is shorter, however short the item; at most min_length */
  double lane;        /* pixels across that a lane has at least */
  double min_column;  /* and that each of its side by side columns has at least */
  double fill;        /* lanes are widened evenly to fill this many pixels; 0: not */
  int open;           /* minutes that are shown though nothing stands there; -1: none */
  int close;
} LecternLayoutScale;

/* An item is one box, or several where its lanes do not lie side by side or where
   something else stands in one of them at the same time. */
typedef struct
{
  guint item;
  guint lane;         /* first lane */
  guint n_lanes;      /* how many lanes it covers */
  gboolean first;     /* the first box of its item */
  gboolean cut;       /* the item goes on after the end of what is shown */
  double along;       /* pixels from the start of what is shown */
  double length;
  double across;
  double breadth;
} LecternLayoutBox;

typedef struct
{
  int from;           /* first minute shown, a whole hour */
  int to;             /* the minute after the last one, a whole hour */
  double per_minute;
  double length;      /* pixels along of everything */
  double breadth;     /* pixels across of everything */
  guint n_lanes;
  double *edges;      /* n_lanes + 1 edges of lanes, pixels across */
  guint n_boxes;
  LecternLayoutBox *boxes; /* by item, then by lane */
} LecternLayout;

typedef enum
{
  LECTERN_LAYOUT_EARLIER,
  LECTERN_LAYOUT_LATER,
  LECTERN_LAYOUT_PREVIOUS_LANE,
  LECTERN_LAYOUT_NEXT_LANE,
} LecternLayoutMove;

void lectern_layout_range (const LecternLayoutItem *items, guint n_items, int open, int close, int *from, int *to);
LecternLayout *lectern_layout_new (const LecternLayoutItem *items, guint n_items, guint n_lanes, const LecternLayoutScale *scale);
/* With its boxes and edges. Not NULL. */
void lectern_layout_free (LecternLayout *layout);
gboolean lectern_layout_step (const LecternLayout *layout, guint *box, guint *lane, LecternLayoutMove move);
gboolean lectern_layout_pick (const LecternLayout *layout, double along, double across, int *minute, guint *lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternLayout, lectern_layout_free)

G_END_DECLS
