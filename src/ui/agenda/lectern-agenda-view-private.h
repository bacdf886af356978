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
/* Gives up what is being read on a thread, and what waits for the first frame to read and check. */
void lectern_agenda_view_stop_reading (LecternAgendaView *self);

/* lectern-agenda-view-problems.c */
/* Makes the checker, the panel, the actions "problems" and "levels", and the button, which goes to
   the end of the header bar; once. */
void lectern_agenda_view_add_problems (LecternAgendaView *self);
void lectern_agenda_view_check (LecternAgendaView *self);
void lectern_agenda_view_show_problems (LecternAgendaView *self);

/* lectern-agenda-view-show.c */
/* (transfer none) The grid's. */
LecternAgendaCanvas *lectern_agenda_view_canvas (LecternAgendaView *self);
/* Whether the agenda is shown as a list, not as a grid. */
gboolean lectern_agenda_view_is_list (LecternAgendaView *self);
/* Shows the agenda in all parts of the view, after it became another one; what is gone is no
   longer chosen. */
void lectern_agenda_view_show_all (LecternAgendaView *self);
void lectern_agenda_view_show_day (LecternAgendaView *self);
void lectern_agenda_view_show_added (LecternAgendaView *self);
/* @day: an index; nothing where there is no such day. Shows that day alone; the list scrolls to
   it. Reads the other days where they were not read yet. */
void lectern_agenda_view_set_day (LecternAgendaView *self, int day);
/* Chooses only this one; 0: none. */
void lectern_agenda_view_select (LecternAgendaView *self, gint64 session);
/* Chooses it and shows its details and its day; in the grid nothing is filtered any more where
   that is in its way. FALSE where it is not in the agenda. */
gboolean lectern_agenda_view_reveal_session (LecternAgendaView *self, gint64 id);
/* To what the pane shows, when it has its place: from an idle source. */
void lectern_agenda_view_scroll_later (LecternAgendaView *self);

/* lectern-agenda-view-now.c */
/* Marks what time it is at the event, in the grid and in the list. */
void lectern_agenda_view_show_now (LecternAgendaView *self);
/* A GSourceFunc, of a timer: lectern_agenda_view_show_now(), and once more the next time. */
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
/* Puts the pages into the stack, the overlay with the grid among them; once. */
void lectern_agenda_view_add_pages (LecternAgendaView *self);
void lectern_agenda_view_show_page (LecternAgendaView *self, guint n_lanes, const LecternAgendaCount *count);

/* lectern-agenda-view-modes.c */
/* Adds the actions of the ways of showing, zoom and printing: "mode", "turn", "print" and so on. */
void lectern_agenda_view_add_modes (LecternAgendaView *self);
/* Follows grid, filter bar and filter menu, once they are made. */
void lectern_agenda_view_listen_to_modes (LecternAgendaView *self);
void lectern_agenda_view_restore (LecternAgendaView *self);
void lectern_agenda_view_forget_sizes (LecternAgendaView *self);
void lectern_agenda_view_fit (LecternAgendaView *self);
/* All days side by side, or one of them; nothing where it is so. */
void lectern_agenda_view_set_all_days (LecternAgendaView *self, gboolean all);
GtkWidget *lectern_agenda_view_new_switch (void);

/* lectern-agenda-bulk.c, -clip.c, -view-menu.c: with all chosen sessions */
GArray *lectern_agenda_view_targets (LecternAgendaView *self);
void lectern_agenda_view_remove (LecternAgendaView *self, gint64 session);
/* Adds "shift", "swap", "unplace", "delete" and so on, and the "set-…" of fields. */
void lectern_agenda_view_add_bulk_actions (LecternAgendaView *self);
void lectern_agenda_view_reselect (LecternAgendaView *self);
/* Adds "copy", "paste" and "duplicate". */
void lectern_agenda_view_add_clip_actions (LecternAgendaView *self);
/* Adds "open", "add-person", "ask-shift" and "new-session-here", and follows what asks for a
   menu. */
void lectern_agenda_view_add_menu_actions (LecternAgendaView *self);

/* lectern-agenda-view-actions.c */
/* Adds "new-session" and "leave", and those of sessions, clipboard, menu and days. */
void lectern_agenda_view_add_actions (LecternAgendaView *self);
void lectern_agenda_view_listen (LecternAgendaView *self);

/* lectern-agenda-view-days.c */
/* Adds "new-day", "copy-day", "delete-day" and "paste-agenda". */
void lectern_agenda_view_add_day_actions (LecternAgendaView *self);
void lectern_agenda_view_add_day (LecternAgendaView *self, const char *date, gboolean as_copy);

G_END_DECLS
