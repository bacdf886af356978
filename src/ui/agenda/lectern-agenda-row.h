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
  char *title;    /* of the session or the day */
  char *time;
  char *people;
  char *place;    /* rooms, and the word for the colour */
  char *state;
  char *problem;
};

LecternAgendaRow *lectern_agenda_row_new (const LecternAgenda *agenda, const LecternAgendaSession *session, LecternAgendaColours *colours);
LecternAgendaRow *lectern_agenda_row_new_head (const LecternAgenda *agenda, int day);
void lectern_agenda_row_set_now (LecternAgendaRow *self, gboolean now);
gboolean lectern_agenda_row_equal (LecternAgendaRow *a, LecternAgendaRow *b);

G_END_DECLS
