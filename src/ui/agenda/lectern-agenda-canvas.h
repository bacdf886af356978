/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plane on which the items stand in their lanes (rooms, tracks, days), one item
 * per box of the layout. It scrolls inside the grid; heads and hours stand beside it.
 */
#pragma once

#include "lectern-agenda-carry.h"
#include "lectern-agenda-colours.h"
#include "lectern-agenda-filter.h"
#include "lectern-agenda-lane.h"
#include "lectern-agenda-selection.h"
#include "lectern-layout.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_CANVAS (lectern_agenda_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaCanvas, lectern_agenda_canvas, LECTERN, AGENDA_CANVAS, GtkWidget)

/* (transfer floating) Shows nothing yet. Keeps a reference to @colours and follows them. */
GtkWidget *lectern_agenda_canvas_new (LecternAgendaColours *colours);

/* @lanes: in the order they are shown; copied. @filter: what does not match is dimmed or left
   out; NULL: all matches.
   @agenda is the caller's and must stay until another one is set. */
void lectern_agenda_canvas_show (LecternAgendaCanvas *self, const LecternAgenda *agenda, const LecternAgendaLane *lanes, guint n_lanes, const LecternAgendaFilter *filter);
/* (transfer none) The canvas's, until other lanes are shown; NULL where there are not as many. */
const LecternAgendaLane *lectern_agenda_canvas_get_lane (LecternAgendaCanvas *self, guint lane);
const LecternAgendaLane *lectern_agenda_canvas_get_lanes (LecternAgendaCanvas *self, guint *n);
void lectern_agenda_canvas_set_view (LecternAgendaCanvas *self, double zoom, gboolean turned);
void lectern_agenda_canvas_set_sight (LecternAgendaCanvas *self, const GdkRectangle *sight);
/* For each day of the agenda the minute where the now line stands, -1 on other days; copied. */
void lectern_agenda_canvas_set_now (LecternAgendaCanvas *self, const int *minutes, guint n_days);
int lectern_agenda_canvas_get_now (LecternAgendaCanvas *self, int day);
void lectern_agenda_canvas_set_selection (LecternAgendaCanvas *self, LecternAgendaSelection *selection);
gboolean lectern_agenda_canvas_focus_session (LecternAgendaCanvas *self, gint64 session);
gint64 lectern_agenda_canvas_get_focused (LecternAgendaCanvas *self);
gboolean lectern_agenda_canvas_has_focus (LecternAgendaCanvas *self);
/* In pixels of the plane: the first box of a session; FALSE where it does not stand here. */
gboolean lectern_agenda_canvas_get_bounds (LecternAgendaCanvas *self, gint64 session, GdkRectangle *bounds);
const LecternLayout *lectern_agenda_canvas_get_layout (LecternAgendaCanvas *self);
/* TRUE: rooms are rows, time runs to the right. */
gboolean lectern_agenda_canvas_get_turned (LecternAgendaCanvas *self);

/* What is at a place of the plane. */
typedef struct
{
  gint64 session;            /* 0: none */
  LecternAgendaCarryHow how; /* what dragging there would do */
  guint stays;               /* of CARRY_LANES the lane that stays */
  guint lane;
  int minute;
} LecternAgendaSpot;

/* FALSE where there is no lane. */
gboolean lectern_agenda_canvas_look (LecternAgendaCanvas *self, double x, double y, LecternAgendaSpot *spot);
int lectern_agenda_canvas_new_start (LecternAgendaCanvas *self, const LecternAgendaSpot *spot);
/* A new session behind the one that has the keyboard; at the beginning where there is none. */
void lectern_agenda_canvas_add_here (LecternAgendaCanvas *self);

void lectern_agenda_canvas_show_carry (LecternAgendaCanvas *self, const LecternAgendaCarry *carry, gboolean wrong);
gboolean lectern_agenda_canvas_get_ghost (LecternAgendaCanvas *self, GdkRectangle *bounds);
void lectern_agenda_canvas_focus_ghost (LecternAgendaCanvas *self, const char *words);
gboolean lectern_agenda_canvas_extend (LecternAgendaCanvas *self, int from, int to);
void lectern_agenda_canvas_show_band (LecternAgendaCanvas *self, const GdkRectangle *band);
GArray *lectern_agenda_canvas_list_in (LecternAgendaCanvas *self, const GdkRectangle *part);

/* Signals:
 *   "open" (gint64 session)        clicked, Enter
 *   "rename" (gint64 session)      F2
 *   "remove" (gint64 session)      Delete
 *   "take" (gint64 session)        Space: to be moved by keys
 *   "add" (int minute, uint lane)  double click where nothing stands; see get_lane
 *   "menu" (gint64 session, int x, int y)  secondary click, Menu key; session 0: on nothing
 *   "extended" ()                  other hours are shown
 *   "page" (int by)                Page Up (-1) and Page Down (1): another day
 */

G_END_DECLS
