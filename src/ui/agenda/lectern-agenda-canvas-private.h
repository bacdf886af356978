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
  gint64 selected;
  guint restyled;      /* idle source */
};

enum
{
  LECTERN_AGENDA_CANVAS_OPEN,
  LECTERN_AGENDA_CANVAS_RENAME,
  LECTERN_AGENDA_CANVAS_REMOVE,
  LECTERN_AGENDA_CANVAS_ADD,
  LECTERN_AGENDA_CANVAS_PAGE,
  LECTERN_AGENDA_CANVAS_N_SIGNALS,
};

extern guint lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_N_SIGNALS];

/* lectern-agenda-canvas-items.c: the widgets that stand on the canvas */
void lectern_agenda_canvas_rebuild (LecternAgendaCanvas *self);
void lectern_agenda_canvas_lay_out (LecternAgendaCanvas *self, double fill);
int lectern_agenda_canvas_measure_line (LecternAgendaCanvas *self);
gboolean lectern_agenda_canvas_is_wanted (LecternAgendaCanvas *self, guint box);
GtkWidget *lectern_agenda_canvas_item_of_box (LecternAgendaCanvas *self, guint box);

/* lectern-agenda-canvas-keys.c: walking among them */
void lectern_agenda_canvas_add_keys (GtkWidgetClass *klass);
gboolean lectern_agenda_canvas_focus_box (LecternAgendaCanvas *self, guint box);
GtkWidget *lectern_agenda_canvas_focus_within (LecternAgendaCanvas *self);
int lectern_agenda_canvas_box_of_item (LecternAgendaCanvas *self, GtkWidget *widget);

G_END_DECLS
