/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the grid shows, and where: the sessions of its lanes (rooms, tracks, days)
 * become boxes, by the layout of core and the sizes that a zoom gives. No widgets.
 */
#pragma once

#include "lectern-agenda-filter.h"
#include "lectern-agenda-lane.h"
#include "lectern-layout.h"
#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct
{
  const LecternAgenda *agenda; /* the caller's; NULL: nothing */
  GArray *lanes;               /* of LecternAgendaLane */
  double zoom;                 /* 1 is 100 % */
  gboolean turned;             /* rooms are rows, time runs to the right */
  int line_height;             /* of the items' text, pixels */
  int show_from;               /* minutes that are shown too; -1 none */
  int show_to;
  LecternLayout *layout;       /* NULL before lectern_agenda_plan_lay_out() */
  /*< private >*/
  GArray *shown;               /* of guint: session index per layout item */
  GArray *dimmed;              /* of gboolean, likewise */
  GArray *lane_sets;           /* of guint: the lanes of all items, one after another */
  GArray *inputs;              /* of LecternLayoutItem */
} LecternAgendaPlan;

/* At 100 %, without lanes; lectern_agenda_plan_free(). */
LecternAgendaPlan *lectern_agenda_plan_new (void);
/* The agenda is left alone. Not for NULL. */
void lectern_agenda_plan_free (LecternAgendaPlan *plan);
void lectern_agenda_plan_set (LecternAgendaPlan *plan, const LecternAgenda *agenda, const LecternAgendaLane *lanes, guint n_lanes, const LecternAgendaFilter *filter);
/* @fill: pixels across that the lanes fill; 0: as narrow as they may be. */
void lectern_agenda_plan_lay_out (LecternAgendaPlan *plan, double fill);
/* In other sizes than the zoom's: on paper. */
void lectern_agenda_plan_lay_out_scaled (LecternAgendaPlan *plan, const LecternLayoutScale *scale);
double lectern_agenda_plan_narrowest (LecternAgendaPlan *plan);
guint lectern_agenda_plan_lines (const LecternAgendaPlan *plan, const GdkRectangle *place);

/* (transfer none) The plan's, until others are set. @lane: below the number of lanes. */
const LecternAgendaLane *lectern_agenda_plan_lane (const LecternAgendaPlan *plan, guint lane);
/* (transfer none) The agenda's. @box: of the layout, which must be there. */
const LecternAgendaSession *lectern_agenda_plan_session (const LecternAgendaPlan *plan, guint box);
/* Whether the filter did not ask for the session of @box. */
gboolean lectern_agenda_plan_is_dimmed (const LecternAgendaPlan *plan, guint box);
/* Minutes between two lines, as close as can be told apart. */
int lectern_agenda_plan_line_step (const LecternAgendaPlan *plan);
GdkRectangle lectern_agenda_plan_place (const LecternAgendaPlan *plan, guint box);
/* The first box of a session, -1 where it has none. */
int lectern_agenda_plan_find (const LecternAgendaPlan *plan, gint64 session);

G_END_DECLS
