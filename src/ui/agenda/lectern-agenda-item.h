/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of the agenda: flat, a border and a background, an edge in the colour of
 * its track, type or state; title, time where it is off the grid line, the word for
 * the colour, people, small signs.
 */
#pragma once

#include "lectern-agenda-colours.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_ITEM (lectern_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaItem, lectern_agenda_item, LECTERN, AGENDA_ITEM, GtkWidget)

/* How much there is room for; what does not fit goes first: people, track, time. */
typedef struct
{
  guint lines;                   /* of text */
  gboolean first;                /* the first box of its session; others say only the title */
  gboolean cut;                  /* goes on after the end of what is shown */
  gboolean plain;                /* the title is not bold: small text */
  gboolean with_length;          /* says its duration: in the tray */
  gboolean dimmed;               /* not what is asked for */
  const LecternAgendaInk *ink;
} LecternAgendaItemLook;

/* (transfer floating) Of no session until lectern_agenda_item_set(). It takes whatever size it
   is given. */
GtkWidget *lectern_agenda_item_new (void);
void lectern_agenda_item_set (LecternAgendaItem *self, const LecternAgenda *agenda, const LecternAgendaSession *session, const LecternAgendaItemLook *look);
/* 0 where none was set. */
gint64 lectern_agenda_item_get_session (LecternAgendaItem *self);
/* Marks it, for a screen reader too. */
void lectern_agenda_item_set_selected (LecternAgendaItem *self, gboolean selected);
void lectern_agenda_item_set_carried (LecternAgendaItem *self, gboolean carried);

G_END_DECLS
