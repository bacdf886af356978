/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the canvas share.
 */
#pragma once

#include "lectern-agenda-canvas.h"
#include "lectern-agenda-item.h"
#include "lectern-agenda-plan.h"

G_BEGIN_DECLS

struct _LecternAgendaCanvas
{
  GtkWidget parent_instance;

  LecternAgendaColours *colours;
  LecternAgendaPlan *plan;
  double filled;       /* pixels for which the layout was made */
  GArray *now;         /* of int, by day */
  GPtrArray *items;    /* of LecternAgendaItem, one per box; NULL: not made */
  GdkRectangle sight;  /* the part that is scrolled to */
  guint focused;       /* box that Tab goes to */
  gint64 focused_session;
  guint focused_lane;
  LecternAgendaSelection *selection;
  GPtrArray *ghosts;   /* of LecternAgendaGhost; the first of the one that leads */
  GArray *ghost_places; /* of GdkRectangle, one for each that is shown */
  gboolean is_pale;    /* what is carried is marked */
  GtkWidget *band;     /* the rubber band; NULL: none */
  GdkRectangle band_place;
  int pressed;         /* box; -1 none */
  const char *cursor;  /* its name; NULL the usual one */
  guint restyled;      /* idle sources */
  guint ahead;
};

enum
{
  LECTERN_AGENDA_CANVAS_OPEN,
  LECTERN_AGENDA_CANVAS_RENAME,
  LECTERN_AGENDA_CANVAS_REMOVE,
  LECTERN_AGENDA_CANVAS_TAKE,
  LECTERN_AGENDA_CANVAS_ADD,
  LECTERN_AGENDA_CANVAS_MENU,
  LECTERN_AGENDA_CANVAS_EXTENDED,
  LECTERN_AGENDA_CANVAS_PAGE,
  LECTERN_AGENDA_CANVAS_N_SIGNALS,
};

extern guint lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_N_SIGNALS];

/* lectern-agenda-canvas-items.c: the widgets that stand on the canvas */
/* Lays out anew and makes an item for each box that is wanted; those of sessions that are still
   there are used again, with the keyboard if they have it. The plan must have its lanes. */
void lectern_agenda_canvas_rebuild (LecternAgendaCanvas *self);
/* Only the layout, not the items. @fill: pixels across that the lanes fill; 0: as narrow as they
   may be. */
void lectern_agenda_canvas_lay_out (LecternAgendaCanvas *self, double fill);
/* Pixels that a line of text is high, in the canvas's font of now. */
int lectern_agenda_canvas_measure_line (LecternAgendaCanvas *self);
/* Whether a box has its item from the start: where there are few boxes every one, else those in
   sight or near it. */
gboolean lectern_agenda_canvas_is_wanted (LecternAgendaCanvas *self, guint box);
GtkWidget *lectern_agenda_canvas_item_of_box (LecternAgendaCanvas *self, guint box);

/* lectern-agenda-canvas-carry.c: what is on its way */
/* Gives the ghosts and the rubber band their places; for size_allocate(). */
void lectern_agenda_canvas_place_ghosts (LecternAgendaCanvas *self);

/* lectern-agenda-canvas-pointer.c */
/* Clicks, the secondary click and the pointer's shape; once, from init(). */
void lectern_agenda_canvas_add_pointer (LecternAgendaCanvas *self);
/* FALSE too while no selection was set. */
gboolean lectern_agenda_canvas_is_selected (LecternAgendaCanvas *self, gint64 session);
void lectern_agenda_canvas_select_until (LecternAgendaCanvas *self, gint64 session);

/* lectern-agenda-canvas-keys.c: walking among them */
/* The keys of the class, and how the keyboard comes in by Tab; from class_init(). */
void lectern_agenda_canvas_add_keys (GtkWidgetClass *klass);
/* The keyboard goes to the item of @box, which is made where it was not; FALSE where it cannot
   have it. */
gboolean lectern_agenda_canvas_focus_box (LecternAgendaCanvas *self, guint box);
GtkWidget *lectern_agenda_canvas_focus_within (LecternAgendaCanvas *self);
/* @widget: an item or what is in one, or NULL. -1 where that is none of this canvas. */
int lectern_agenda_canvas_box_of_item (LecternAgendaCanvas *self, GtkWidget *widget);

G_END_DECLS
