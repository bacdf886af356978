/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What grid and list on paper share.
 */
#pragma once

#include "lectern-agenda-plan.h"
#include "lectern-agenda-sheets.h"

G_BEGIN_DECLS

/* Points. */
#define LECTERN_SHEET_TITLE 14.0
#define LECTERN_SHEET_TEXT 8.0
#define LECTERN_SHEET_SMALL 7.0
#define LECTERN_SHEET_HEAD 40.0
#define LECTERN_SHEET_FOOT 18.0

struct _LecternAgendaSheets
{
  const LecternAgendaScene *scene;
  const LecternAgenda *agenda;
  LecternAgendaColours *colours;
  char *title;
  char *subtitle;
  double width;
  double height;
  GPtrArray *grids; /* of LecternAgendaPlan: one for each page across; of a list none */
  int from;         /* minutes that the grid shows */
  int to;
  int per_page;     /* minutes on a page */
  GArray *breaks;   /* of guint: the session a page of the list begins with */
};

typedef struct
{
  double size;
  gboolean bold;
  gboolean struck;
  gboolean right;
  LecternColour colour;
} LecternSheetText;

/* @text in at most @height points, cut with an ellipsis; gives the height it takes. @draw
   FALSE: only that. */
double lectern_sheet_text (cairo_t *cr, const char *text, const LecternSheetText *look, double x, double y, double width, double height, gboolean draw);
/* What is drawn next has this colour, without transparency. */
void lectern_sheet_colour (cairo_t *cr, LecternColour colour);
void lectern_sheet_edge (cairo_t *cr, double x, double y, double height, const LecternAgendaInk *ink);

/* Lays out a plan for each page across, and chooses the hours. Where there are no lanes there
   are no pages. */
void lectern_agenda_sheets_make_grid (LecternAgendaSheets *self);
/* Across times down; 0 where there are no lanes. */
guint lectern_agenda_sheets_grid_pages (const LecternAgendaSheets *self);
void lectern_agenda_sheets_draw_grid (const LecternAgendaSheets *self, cairo_t *cr, guint page);

void lectern_agenda_sheets_make_list (LecternAgendaSheets *self, cairo_t *cr);
/* @page: from 0; nothing where there are not as many. */
void lectern_agenda_sheets_draw_list (const LecternAgendaSheets *self, cairo_t *cr, guint page);

G_END_DECLS
