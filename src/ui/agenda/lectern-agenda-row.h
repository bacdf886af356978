/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the agenda's list: a session, or the head of a day.
 */
#pragma once

#include "lectern-agenda-colours.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_ROW (lectern_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaRow, lectern_agenda_row, LECTERN, AGENDA_ROW, GObject)

struct _LecternAgendaRow
{
  GObject parent_instance;

  gint64 session; /* 0: the head of a day */
  int day;
  int start;      /* minutes after 00:00 of its day; -1 none */
  int end;
  guint ink;      /* index in the colours */
  gboolean off;   /* cancelled */
  gboolean now;   /* going on; a property, changed by lectern_agenda_row_set_now () */
  /* Made when it comes into sight. */
  char *title;    /* of the session or the day; NULL: not made yet */
  char *time;
  char *people;
  char *place;    /* rooms, and the word for the colour */
  char *state;
  char *problem;
};

/* What a line would be, for the price of looking at it: a list of 10,000 lines is compared with what
   it should be after every edit, and only a screenful of them is ever read. */
typedef struct
{
  gint64 session; /* 0: the head of a day */
  int day;
  gint64 key;     /* made of all that it shows: another one means other texts */
} LecternAgendaLine;

/* @session: of @agenda, which @colours are of. */
LecternAgendaLine lectern_agenda_line (const LecternAgenda *agenda, const LecternAgendaSession *session, LecternAgendaColours *colours);
/* @day: an index; -1: of the unplaced ones. */
LecternAgendaLine lectern_agenda_line_head (const LecternAgenda *agenda, int day);

/* (transfer full) Its texts are not made yet: that is lectern_agenda_row_fill(). */
LecternAgendaRow *lectern_agenda_row_new (const LecternAgenda *agenda, const LecternAgendaLine *line);
/* Its texts are its own: it outlives the agenda they were made from. */
void lectern_agenda_row_fill (LecternAgendaRow *self, const LecternAgenda *agenda, LecternAgendaColours *colours);
/* Notifies "now" where that is something else. */
void lectern_agenda_row_set_now (LecternAgendaRow *self, gboolean now);

G_END_DECLS
