/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grid on paper: many lanes over several pages side by side, long days over several
 * one below the other. Nothing is left out: what goes over the end of a page is drawn on
 * the next one again.
 */
#include "lectern-agenda-sheets-private.h"

#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <math.h>

#define HOURS 34.0
#define LANE_HEAD 22.0
#define NARROWEST_LANE 88.0
#define LEAST_HOUR 23.0
#define SHORTEST_ITEM 11.0
#define LEAST_COLUMN 30.0

static const LecternColour black = { 0, 0, 0 };
static const LecternColour grey = { 0x55, 0x55, 0x55 };
static const LecternColour pale = { 0xaa, 0xaa, 0xaa };
static const LecternColour line = { 0xcc, 0xcc, 0xcc };

static double
grid_height (const LecternAgendaSheets *self)
{
  return self->height - LECTERN_SHEET_HEAD - LECTERN_SHEET_FOOT - LANE_HEAD;
}

static double
per_minute (const LecternAgendaSheets *self)
{
  return grid_height (self) / self->per_page;
}

/* The whole hours that all pages show, and how many of them one page has. */
static void
choose_hours (LecternAgendaSheets *self, const GArray *lanes)
{
  LecternAgendaPlan *plan = lectern_agenda_plan_new ();
  LecternLayoutScale scale = { .per_minute = 1, .open = -1, .close = -1 };
  int hours, pages;
  lectern_agenda_plan_set (plan, self->agenda, (const LecternAgendaLane *) (void *) lanes->data, lanes->len,
                           self->scene->filter);
  lectern_agenda_plan_lay_out_scaled (plan, &scale);
  self->from = plan->layout->from;
  self->to = plan->layout->to;
  lectern_agenda_plan_free (plan);
  hours = (self->to - self->from) / 60;
  pages = MAX (1, (int) ceil (hours * LEAST_HOUR / grid_height (self)));
  self->per_page = (hours + pages - 1) / pages * 60;
}

void
lectern_agenda_sheets_make_grid (LecternAgendaSheets *self)
{
  g_autoptr (GArray) lanes = lectern_agenda_scene_lanes (self->scene, self->agenda);
  guint most = MAX (1, (guint) ((self->width - HOURS) / NARROWEST_LANE));
  guint across = (lanes->len + most - 1) / most;
  guint per_page = across > 0 ? (lanes->len + across - 1) / across : 0;
  if (lanes->len == 0)
    return;
  choose_hours (self, lanes);
  for (guint first = 0; first < lanes->len; first += per_page)
    {
      LecternAgendaPlan *plan = lectern_agenda_plan_new ();
      LecternLayoutScale scale = { .per_minute = per_minute (self), .open = self->from, .close = self->to,
                                   .min_length = SHORTEST_ITEM, .least_length = SHORTEST_ITEM,
                                   .min_column = LEAST_COLUMN, .fill = self->width - HOURS };
      lectern_agenda_plan_set (plan, self->agenda, &g_array_index (lanes, LecternAgendaLane, first),
                               MIN (per_page, lanes->len - first), self->scene->filter);
      lectern_agenda_plan_lay_out_scaled (plan, &scale);
      g_ptr_array_add (self->grids, plan);
    }
}

static guint
pages_down (const LecternAgendaSheets *self)
{
  return self->per_page > 0 ? (self->to - self->from + self->per_page - 1) / self->per_page : 0;
}

guint
lectern_agenda_sheets_grid_pages (const LecternAgendaSheets *self)
{
  return self->grids->len * pages_down (self);
}

/* Breadths are those of the layout; where it needs more than the paper has, they shrink. */
static double
squeeze (const LecternAgendaSheets *self, const LecternAgendaPlan *plan)
{
  return MIN (1, (self->width - HOURS) / MAX (plan->layout->breadth, 1));
}

static void
draw_lines (const LecternAgendaSheets *self, cairo_t *cr, const LecternAgendaPlan *plan, int from, int to)
{
  LecternSheetText hour = { LECTERN_SHEET_SMALL, FALSE, FALSE, TRUE, grey };
  double top = LECTERN_SHEET_HEAD + LANE_HEAD;
  lectern_sheet_colour (cr, line);
  cairo_set_line_width (cr, 0.5);
  for (int minute = from; minute <= to; minute += 60)
    {
      cairo_move_to (cr, HOURS, top + (minute - from) * per_minute (self));
      cairo_line_to (cr, self->width, top + (minute - from) * per_minute (self));
    }
  for (guint lane = 0; lane <= plan->layout->n_lanes; lane++)
    {
      double x = HOURS + plan->layout->edges[lane] * squeeze (self, plan);
      cairo_move_to (cr, x, LECTERN_SHEET_HEAD);
      cairo_line_to (cr, x, top + (to - from) * per_minute (self));
    }
  cairo_stroke (cr);
  for (int minute = from; minute <= to; minute += 60)
    {
      g_autofree char *text = lectern_time_format (minute);
      double y = top + (minute - from) * per_minute (self) - (minute == from ? 0 : LECTERN_SHEET_SMALL * 0.7);
      lectern_sheet_text (cr, text, &hour, 0, y, HOURS - 5, LECTERN_SHEET_SMALL, TRUE);
    }
}

static void
draw_heads (const LecternAgendaSheets *self, cairo_t *cr, const LecternAgendaPlan *plan)
{
  LecternSheetText name = { LECTERN_SHEET_TEXT, TRUE, FALSE, FALSE, black };
  LecternSheetText day = { LECTERN_SHEET_SMALL, FALSE, FALSE, FALSE, grey };
  for (guint i = 0; i < plan->lanes->len; i++)
    {
      const LecternAgendaLane *lane = lectern_agenda_plan_lane (plan, i);
      g_autofree char *label = lectern_agenda_lane_dup_label (lane, self->agenda);
      g_autofree char *date = lectern_agenda_text_day (self->agenda, lane->day);
      double x = HOURS + plan->layout->edges[i] * squeeze (self, plan) + 4;
      double width = (plan->layout->edges[i + 1] - plan->layout->edges[i]) * squeeze (self, plan) - 6;
      double y = LECTERN_SHEET_HEAD + 1;
      y += lectern_sheet_text (cr, label, &name, x, y, width, LECTERN_SHEET_TEXT, TRUE);
      if (self->scene->all_days)
        lectern_sheet_text (cr, date, &day, x, y, width, LECTERN_SHEET_SMALL, TRUE);
    }
}

/* Title, time, what the colour says, state, people: as far as there is room. */
static void
draw_words (const LecternAgendaSheets *self, cairo_t *cr, const LecternAgendaSession *session, const LecternAgendaInk *ink,
            gboolean dimmed, double x, double y, double width, double height)
{
  g_autofree char *time = lectern_agenda_text_time (session);
  g_autofree char *state = lectern_agenda_text_state (session);
  g_autofree char *people = lectern_agenda_text_people (self->agenda, session);
  LecternSheetText title = { LECTERN_SHEET_TEXT, TRUE, g_strcmp0 (session->state, "cancelled") == 0, FALSE,
                             dimmed ? pale : black };
  LecternSheetText rest = { LECTERN_SHEET_SMALL, FALSE, FALSE, FALSE, dimmed ? pale : grey };
  const char *const lines[] = { time, ink->label, state, people };
  double end = y + height;
  y += lectern_sheet_text (cr, lectern_agenda_text_title (session), &title, x, y, width, height, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (y + LECTERN_SHEET_SMALL * 1.2 <= end)
      y += lectern_sheet_text (cr, lines[i], &rest, x, y, width, end - y, TRUE);
}

static void
draw_box (const LecternAgendaSheets *self, cairo_t *cr, const LecternAgendaPlan *plan, guint box, double skip, double room)
{
  const LecternLayoutBox *b = &plan->layout->boxes[box];
  const LecternAgendaSession *session = lectern_agenda_plan_session (plan, box);
  LecternAgendaInk ink = lectern_agenda_colours_on_paper (self->colours, session);
  double start = MAX (b->along - skip, 0);
  double end = MIN (b->along + b->length - skip, room);
  double x = HOURS + b->across * squeeze (self, plan) + 1;
  double y = LECTERN_SHEET_HEAD + LANE_HEAD + start + 0.5;
  double width = b->breadth * squeeze (self, plan) - 2;
  double height = end - start - 1;
  if (end <= 0 || start >= room || height <= 0)
    return;
  cairo_rectangle (cr, x, y, width, height);
  lectern_sheet_colour (cr, ink.palette.tint);
  cairo_fill_preserve (cr);
  lectern_sheet_colour (cr, ink.palette.line);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  lectern_sheet_edge (cr, x, y, height, &ink);
  draw_words (self, cr, session, &ink, lectern_agenda_plan_is_dimmed (plan, box), x + 4, y + 0.5, width - 5, height - 0.5);
}

/* @page: first down, then across. */
void
lectern_agenda_sheets_draw_grid (const LecternAgendaSheets *self, cairo_t *cr, guint page)
{
  const LecternAgendaPlan *plan = self->grids->pdata[page / pages_down (self)];
  int from = self->from + (int) (page % pages_down (self)) * self->per_page;
  int to = MIN (from + self->per_page, self->to);
  gboolean last = to == self->to;
  double skip = (from - self->from) * per_minute (self);
  /* On the last page there is nothing after it: short items at its end keep their words. */
  double room = last ? grid_height (self) + LECTERN_SHEET_FOOT / 2 : (to - from) * per_minute (self);
  draw_lines (self, cr, plan, from, to);
  draw_heads (self, cr, plan);
  for (guint box = 0; box < plan->layout->n_boxes; box++)
    draw_box (self, cr, plan, box, skip, room);
}
