/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drag under way, for what it does (lectern-agenda-drag.c) and for what it hears
 * (lectern-agenda-drag-gesture.c).
 */
#pragma once

#include "lectern-agenda-drag.h"
#include "lectern-agenda-view-private.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_DRAG_NOTHING,
  LECTERN_AGENDA_DRAG_ON_ITEM, /* pressed, not moved so far */
  LECTERN_AGENDA_DRAG_ON_EMPTY,
  LECTERN_AGENDA_DRAG_CARRYING,
  LECTERN_AGENDA_DRAG_BAND,
} LecternAgendaDragState;

struct _LecternAgendaDrag
{
  LecternAgendaView *view;
  GtkGesture *gesture;
  GtkEventController *keys;
  LecternAgendaDragState state;
  graphene_point_t from;       /* of the view */
  graphene_point_t at;
  graphene_point_t band_from;  /* of the canvas */
  GdkModifierType modifiers;
  gint64 session;
  LecternAgendaSpot spot;      /* where it was pressed */
  gboolean in_tray;
  int offset;                  /* minutes from the carried edge to the pointer */
  GArray *before;              /* what was chosen before the band */
  guint tick;
  guint at_end;                /* frames since scrolling came to an end */
  int tab;                     /* day over whose tab it is; -1 */
  guint tab_timer;
};

/* The pointer or a modifier is another one. */
void lectern_agenda_drag_update (LecternAgendaDrag *drag);
/* It is over; nothing is dropped or shown anew. */
void lectern_agenda_drag_stop (LecternAgendaDrag *drag);

G_END_DECLS
