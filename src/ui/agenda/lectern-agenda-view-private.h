/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the agenda's view share: its parts, and what shows them.
 */
#pragma once

#include "lectern-agenda-day-bar.h"
#include "lectern-agenda-drag.h"
#include "lectern-agenda-filter-bar.h"
#include "lectern-agenda-view.h"
#include "lectern-checker.h"

G_BEGIN_DECLS

/* How large one way of showing is drawn; until somebody changes it, as it fits. */
typedef struct
{
  gboolean known;
  double zoom;
  gboolean turned;
} LecternAgendaSize;

struct _LecternAgendaView
{
  LecternView parent_instance;

  LecternAgenda *agenda;
  LecternChecker *checker;
  LecternAgendaScene scene;
  LecternAgendaSize sizes[LECTERN_AGENDA_N_MODES][2]; /* one day, all days */
  LecternAgendaColours *colours;
  GSettings *settings;   /* NULL where none are installed */
  GSimpleActionGroup *actions;
  GtkWidget *day_bar;
  GtkWidget *filter_bar;
  GtkWidget *stack;
  GtkWidget *nothing;    /* the page that says why nothing is seen */
  GtkWidget *grid;
  GtkWidget *list;
  GtkWidget *tray;
  GtkWidget *title_box;
  GtkWidget *end_box;
  GtkWidget *pane;
  gint64 day;            /* id; 0 none */
  gint64 selected;       /* what the pane shows: the one that leads the selection */
  LecternAgendaSelection *selection;
  LecternAgendaDrag *drag;
  LecternAgendaCarry *carry; /* what is on its way; NULL: nothing */
  char *carry_shown;     /* the place for which the ghost was made last; NULL: not yet */
  gboolean carry_by_keys;
  gint64 carry_from;     /* the day that was shown when it was taken */
  graphene_point_t pointer; /* in the overlay */
  GtkWidget *overlay;
  GtkWidget *tag;
  GtkWidget *selection_bar;
  GtkWidget *problems;        /* the panel */
  GtkWidget *problems_button; /* how many there are */
  GtkWidget *menu_parent; /* where the menu came up last */
  graphene_point_t menu_at;
  gint64 menu_session;   /* 0: on nothing */
  int menu_minute;       /* -1: not on an empty place */
  guint menu_lane;
  GArray *reselect;      /* of gint64: chosen with the next change of the data; NULL */
  gint64 refocus;        /* gets the keyboard with the next change of the data */
  gboolean list_is_old;  /* made when it is looked at */
  gint64 reveal;         /* comes with the next change of the data */
  gboolean reveal_title; /* and its title is to be typed */
  gint64 reveal_day;
  guint scroll_idle;
  guint now_timer;
  guint check_idle;      /* what is wrong is going to be found */
  guint read_idle;       /* what was not read yet is going to be */
  GCancellable *reading; /* it is being read on a thread */
  LecternWorkspace *read_from; /* what the agenda is of; weak */
};

/* lectern-agenda-view-read.c */
void lectern_agenda_view_read (LecternAgendaView *self);
LecternAgenda *lectern_agenda_view_read_first (LecternAgendaView *self);
void lectern_agenda_view_need_all (LecternAgendaView *self);
void lectern_agenda_view_stop_reading (LecternAgendaView *self);

/* lectern-agenda-view-problems.c */
void lectern_agenda_view_add_problems (LecternAgendaView *self);
void lectern_agenda_view_check (LecternAgendaView *self);
void lectern_agenda_view_show_problems (LecternAgendaView *self);

/* lectern-agenda-view-show.c */
LecternAgendaCanvas *lectern_agenda_view_canvas (LecternAgendaView *self);
gboolean lectern_agenda_view_is_list (LecternAgendaView *self);
void lectern_agenda_view_show_all (LecternAgendaView *self);
void lectern_agenda_view_show_day (LecternAgendaView *self);
void lectern_agenda_view_show_added (LecternAgendaView *self);
void lectern_agenda_view_set_day (LecternAgendaView *self, int day);
void lectern_agenda_view_select (LecternAgendaView *self, gint64 session);
gboolean lectern_agenda_view_reveal_session (LecternAgendaView *self, gint64 id);
void lectern_agenda_view_scroll_later (LecternAgendaView *self);

/* lectern-agenda-view-now.c */
void lectern_agenda_view_show_now (LecternAgendaView *self);
gboolean lectern_agenda_view_on_now (gpointer view);

void lectern_agenda_view_on_selected (LecternAgendaView *self);
void lectern_agenda_view_focus_session (LecternAgendaView *self, gint64 session);

/* lectern-agenda-view-carry.c: taking, showing and dropping */
GtkWidget *lectern_agenda_view_new_overlay (LecternAgendaView *self);
gboolean lectern_agenda_view_take (LecternAgendaView *self, const gint64 *sessions, guint n, gint64 lead,
                                   LecternAgendaCarryHow how, const LecternAgendaLane *home, gboolean copy);
void lectern_agenda_view_show_carry (LecternAgendaView *self);
void lectern_agenda_view_carry_lanes (LecternAgendaView *self);
void lectern_agenda_view_carry_agenda (LecternAgendaView *self);
void lectern_agenda_view_drop (LecternAgendaView *self);
void lectern_agenda_view_cancel_carry (LecternAgendaView *self);

/* lectern-agenda-view-preview.c: what a drop would break; "" nothing */
char *lectern_agenda_view_dup_preview (LecternAgendaView *self);

/* lectern-agenda-take.c: the same by keyboard */
void lectern_agenda_view_take_by_keys (LecternAgendaView *self, gint64 session);
gboolean lectern_agenda_view_carry_key (LecternAgendaView *self, guint key, GdkModifierType state);

/* lectern-agenda-view-pages.c */
void lectern_agenda_view_add_pages (LecternAgendaView *self);
void lectern_agenda_view_show_page (LecternAgendaView *self, guint n_lanes, const LecternAgendaCount *count);

/* lectern-agenda-view-modes.c */
void lectern_agenda_view_add_modes (LecternAgendaView *self);
void lectern_agenda_view_listen_to_modes (LecternAgendaView *self);
void lectern_agenda_view_restore (LecternAgendaView *self);
void lectern_agenda_view_forget_sizes (LecternAgendaView *self);
void lectern_agenda_view_fit (LecternAgendaView *self);
void lectern_agenda_view_set_all_days (LecternAgendaView *self, gboolean all);
GtkWidget *lectern_agenda_view_new_switch (void);

/* lectern-agenda-bulk.c, -clip.c, -view-menu.c: with all chosen sessions */
GArray *lectern_agenda_view_targets (LecternAgendaView *self);
void lectern_agenda_view_remove (LecternAgendaView *self, gint64 session);
void lectern_agenda_view_add_bulk_actions (LecternAgendaView *self);
void lectern_agenda_view_reselect (LecternAgendaView *self);
void lectern_agenda_view_add_clip_actions (LecternAgendaView *self);
void lectern_agenda_view_add_menu_actions (LecternAgendaView *self);

/* lectern-agenda-view-actions.c */
void lectern_agenda_view_add_actions (LecternAgendaView *self);
void lectern_agenda_view_listen (LecternAgendaView *self);

/* lectern-agenda-view-days.c */
void lectern_agenda_view_add_day_actions (LecternAgendaView *self);
void lectern_agenda_view_add_day (LecternAgendaView *self, const char *date, gboolean as_copy);

G_END_DECLS
