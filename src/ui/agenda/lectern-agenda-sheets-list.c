/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list by time on paper: a line for each day, then times, titles, people and places.
 */
#include "lectern-agenda-sheets-private.h"

#include "lectern-agenda-text.h"

#define TIME 62.0
#define PLACE 120.0
#define DAY_HEAD 22.0
#define GAP 5.0

static const LecternColour black = { 0, 0, 0 };
static const LecternColour grey = { 0x55, 0x55, 0x55 };
static const LecternColour line = { 0xcc, 0xcc, 0xcc };

static gboolean
is_listed (const LecternAgendaSheets *self, guint index)
{
  return lectern_agenda_filter_matches (self->scene->filter, self->agenda,
                                        lectern_agenda_session (self->agenda, index));
}

static int
head_of (const LecternAgendaSheets *self, guint index)
{
  const LecternAgendaSession *session = lectern_agenda_session (self->agenda, index);
  return session->placed ? session->day : -1;
}

/* Title, subtitle, state and people. */
static double
draw_middle (const LecternAgendaSheets *self, cairo_t *cr, const LecternAgendaSession *session, double y, gboolean draw)
{
  g_autofree char *state = lectern_agenda_text_state (session);
  g_autofree char *people = lectern_agenda_text_people (self->agenda, session);
  g_autofree char *detail = g_strconcat (state, *state && *people ? " · " : "", people, NULL);
  LecternSheetText title = { LECTERN_SHEET_TEXT + 1, TRUE, g_strcmp0 (session->state, "cancelled") == 0, FALSE, black };
  LecternSheetText rest = { LECTERN_SHEET_TEXT, FALSE, FALSE, FALSE, grey };
  double x = TIME + 10;
  double width = self->width - x - PLACE - 8;
  double height = 3 * (LECTERN_SHEET_TEXT + 1) * 1.4; /* a title without end does not fill pages */
  double used = lectern_sheet_text (cr, lectern_agenda_text_title (session), &title, x, y, width, height, draw);
  used += lectern_sheet_text (cr, session->subtitle, &rest, x, y + used, width, height, draw);
  return used + lectern_sheet_text (cr, detail, &rest, x, y + used, width, height, draw);
}

static double
draw_row (const LecternAgendaSheets *self, cairo_t *cr, guint index, double y, gboolean draw)
{
  const LecternAgendaSession *session = lectern_agenda_session (self->agenda, index);
  LecternAgendaInk ink = lectern_agenda_colours_on_paper (self->colours, session);
  LecternSheetText plain = { LECTERN_SHEET_TEXT + 1, FALSE, FALSE, FALSE, black };
  LecternSheetText place = { LECTERN_SHEET_TEXT, FALSE, FALSE, TRUE, grey };
  g_autofree char *time = lectern_agenda_text_time (session);
  g_autofree char *rooms = lectern_agenda_text_rooms (self->agenda, session);
  g_autofree char *where = g_strconcat (rooms, *rooms && ink.label ? "\n" : "", ink.label, NULL);
  double most = 6 * LECTERN_SHEET_TEXT * 1.4;
  double used = draw_middle (self, cr, session, y, draw);
  used = MAX (used, lectern_sheet_text (cr, time, &plain, 0, y, TIME, most, draw));
  used = MAX (used, lectern_sheet_text (cr, where, &place, self->width - PLACE, y, PLACE, most, draw));
  if (draw)
    lectern_sheet_edge (cr, TIME + 4, y, used, &ink);
  return used + GAP;
}

static void
draw_day (const LecternAgendaSheets *self, cairo_t *cr, int day, double y)
{
  LecternSheetText bold = { LECTERN_SHEET_TEXT + 3, TRUE, FALSE, FALSE, black };
  g_autofree char *name = lectern_agenda_text_day (self->agenda, day);
  lectern_sheet_text (cr, name, &bold, 0, y + 3, self->width, DAY_HEAD, TRUE);
  lectern_sheet_colour (cr, line);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, y + DAY_HEAD - 3);
  cairo_line_to (cr, self->width, y + DAY_HEAD - 3);
  cairo_stroke (cr);
}

/* A page ends where the next row, or the head of a day with its first row, has no room. */
void
lectern_agenda_sheets_make_list (LecternAgendaSheets *self, cairo_t *cr)
{
  double end = self->height - LECTERN_SHEET_FOOT;
  double y = end;
  int day = -2;
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      double height;
      if (!is_listed (self, i))
        continue;
      height = draw_row (self, cr, i, 0, FALSE) + (head_of (self, i) != day ? DAY_HEAD : 0);
      if (y + height > end)
        {
          g_array_append_val (self->breaks, i);
          y = LECTERN_SHEET_HEAD;
          height += head_of (self, i) == day ? DAY_HEAD : 0; /* each page begins with its day */
        }
      day = head_of (self, i);
      y += height;
    }
}

void
lectern_agenda_sheets_draw_list (const LecternAgendaSheets *self, cairo_t *cr, guint page)
{
  guint first = page < self->breaks->len ? g_array_index (self->breaks, guint, page) : self->agenda->sessions->len;
  guint end = page + 1 < self->breaks->len ? g_array_index (self->breaks, guint, page + 1)
                                           : self->agenda->sessions->len;
  double y = LECTERN_SHEET_HEAD;
  int day = -2;
  for (guint i = first; i < end; i++)
    {
      if (!is_listed (self, i))
        continue;
      if (head_of (self, i) != day)
        {
          day = head_of (self, i);
          draw_day (self, cr, day, y);
          y += DAY_HEAD;
        }
      y += draw_row (self, cr, i, y, TRUE);
    }
}
