/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the agenda's view share: its parts, and what shows them.
 */
#pragma once

#include "lectern-agenda-day-bar.h"
#include "lectern-agenda-view.h"

G_BEGIN_DECLS

typedef enum
{
  ROOMS_ALL,
  ROOMS_USED,
  ROOMS_CHOSEN,
} RoomsShown;

struct _LecternAgendaView
{
  LecternView parent_instance;

  LecternAgenda *agenda;
  LecternAgendaColours *colours;
  GSimpleActionGroup *actions;
  GtkWidget *day_bar;
  GtkWidget *stack;
  GtkWidget *grid;
  GtkWidget *list;
  GtkWidget *tray;
  GtkWidget *title_box;
  GtkWidget *rooms_button;
  GtkWidget *list_button;
  GtkWidget *end_box;
  GtkWidget *pane;
  gint64 day;            /* id; 0 none */
  gint64 selected;
  RoomsShown rooms;
  gboolean list_is_old;  /* made when it is looked at */
  gint64 reveal;         /* comes with the next change of the data */
  gboolean reveal_title; /* and its title is to be typed */
  gint64 reveal_day;
  guint scroll_idle;
  guint now_timer;
  guint read_idle;       /* what was not read yet is going to be */
  GCancellable *reading; /* it is being read on a thread */
};

/* lectern-agenda-view-read.c */
void lectern_agenda_view_read (LecternAgendaView *self);
LecternAgenda *lectern_agenda_view_read_first (LecternAgendaView *self);
void lectern_agenda_view_need_all (LecternAgendaView *self);
void lectern_agenda_view_stop_reading (LecternAgendaView *self);

/* lectern-agenda-view-show.c */
LecternAgendaCanvas *lectern_agenda_view_canvas (LecternAgendaView *self);
LecternAgendaRoomMenu *lectern_agenda_view_rooms (LecternAgendaView *self);
gboolean lectern_agenda_view_is_list (LecternAgendaView *self);
void lectern_agenda_view_show_all (LecternAgendaView *self);
void lectern_agenda_view_show_page (LecternAgendaView *self);
void lectern_agenda_view_show_day (LecternAgendaView *self);
void lectern_agenda_view_show_added (LecternAgendaView *self);
void lectern_agenda_view_choose_view (LecternAgendaView *self);
void lectern_agenda_view_set_day (LecternAgendaView *self, int day);
void lectern_agenda_view_select (LecternAgendaView *self, gint64 session);
gboolean lectern_agenda_view_reveal_session (LecternAgendaView *self, gint64 id);
void lectern_agenda_view_scroll_later (LecternAgendaView *self);
gboolean lectern_agenda_view_on_now (gpointer view);

/* lectern-agenda-view-actions.c */
void lectern_agenda_view_add_actions (LecternAgendaView *self);
void lectern_agenda_view_listen (LecternAgendaView *self);

/* lectern-agenda-view-days.c */
void lectern_agenda_view_add_day_actions (LecternAgendaView *self);
void lectern_agenda_view_add_day (LecternAgendaView *self, const char *date, gboolean as_copy);

G_END_DECLS
