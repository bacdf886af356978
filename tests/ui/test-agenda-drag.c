/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"
#include "lectern-agenda-view-private.h"

/* ---- the hand ---- */

static LecternAgendaCanvas *
canvas_of (AgendaFixture *f)
{
  return lectern_agenda_grid_get_canvas (lectern_agenda_view_get_grid (f->view));
}

static const LecternAgendaSession *
session_of (AgendaFixture *f, gint64 id)
{
  return lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), id);
}

/* A point of a widget in pixels of the view. */
static graphene_point_t
in_view (AgendaFixture *f, GtkWidget *widget, double x, double y)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (x, y);
  graphene_point_t there;
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (f->view), &at, &there));
  return there;
}

/* Where a minute and a lane are. */
static graphene_point_t
place_of (AgendaFixture *f, int minute, guint lane)
{
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (canvas_of (f));
  double along = (minute - layout->from) * layout->per_minute;
  double across = (layout->edges[lane] + layout->edges[lane + 1]) / 2;
  return in_view (f, GTK_WIDGET (canvas_of (f)), across, along + 0.5);
}

/* Until what was laid out anew stands there too: two frames later. */
static void
settle (AgendaFixture *f)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (f->window);
  for (guint i = 0; i < 2; i++)
    {
      gint64 before = gdk_frame_clock_get_frame_counter (clock);
      gtk_widget_queue_draw (f->window);
      ui_wait (gdk_frame_clock_get_frame_counter (clock) > before);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
press (AgendaFixture *f, graphene_point_t at)
{
  settle (f);
  g_assert_true (lectern_agenda_drag_press (f->view->drag, at.x, at.y));
}

static void
move (AgendaFixture *f, graphene_point_t to, GdkModifierType state)
{
  /* Once out of the threshold, then there. */
  lectern_agenda_drag_move (f->view->drag, to.x + 40, to.y + 40, state);
  lectern_agenda_drag_move (f->view->drag, to.x, to.y, state);
}

static void
release (AgendaFixture *f)
{
  lectern_agenda_drag_release (f->view->drag);
}

static void
scroll_to (AgendaFixture *f, int minute)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (canvas_of (f)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (canvas_of (f));
  gtk_adjustment_set_value (down, MAX (0, (minute - layout->from) * layout->per_minute));
  settle (f);
}

static void
assert_place (AgendaFixture *f, gint64 id, int day, int start, int duration, gint64 room)
{
  const LecternAgendaSession *session = session_of (f, id);
  g_assert_cmpint (session->day, ==, day);
  g_assert_cmpint (session->start, ==, start);
  g_assert_cmpint (session->duration, ==, duration);
  g_assert_cmpuint (session->n_rooms, ==, room != 0);
  if (room != 0)
    g_assert_cmpint (lectern_agenda_room (lectern_agenda_view_get_agenda (f->view), session->rooms[0])->id, ==, room);
}

static char *
last_label (AgendaFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) undone = lectern_workspace_undo (f->workspace, &error);
  g_assert_no_error (error);
  return g_strdup (undone->label);
}

/* ---- tests ---- */

/* From the middle of an item to another time and room; what it would be is shown, then it is so. */
static void
test_move (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle ghost;
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 913, 1), 0);
  g_assert_nonnull (f->view->carry);
  g_assert_true (lectern_agenda_canvas_get_ghost (canvas_of (f), &ghost));
  g_assert_true (gtk_widget_get_visible (f->view->tag));
  g_autofree char *words = lectern_agenda_carry_words (f->view->carry);
  g_assert_cmpstr (words, ==, "Wed 17, 15:05–16:35, Meuse room");
  assert_place (f, f->talk, 0, 840, 90, f->rooms[0]); /* nothing is written before */
  release (f);
  g_assert_null (f->view->carry);
  g_assert_false (gtk_widget_get_visible (f->view->tag));
  ui_wait (session_of (f, f->talk)->start == 905);
  assert_place (f, f->talk, 0, 905, 90, f->rooms[1]);
  g_autofree char *label = last_label (f);
  g_assert_nonnull (strstr (label, "From pilot to plant"));
  ui_wait (session_of (f, f->talk)->start == 840);
}

static void
test_by_the_minute (AgendaFixture *f, gconstpointer data)
{
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 913, 0), GDK_SHIFT_MASK);
  release (f);
  ui_wait (session_of (f, f->talk)->start == 903);
}

/* Escape, and the place where it began: both leave everything as it is. */
static void
test_cancel (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle ghost;
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 1000, 2), 0);
  lectern_agenda_drag_cancel (f->view->drag);
  g_assert_null (f->view->carry);
  g_assert_false (lectern_agenda_canvas_get_ghost (canvas_of (f), &ghost));
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 850, 0), 0);
  release (f);
  settle (f);
  assert_place (f, f->talk, 0, 840, 90, f->rooms[0]);
}

static void
test_resize (AgendaFixture *f, gconstpointer data)
{
  press (f, place_of (f, 927, 0)); /* its end is 15:30 */
  move (f, place_of (f, 958, 3), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->duration == 120);
  press (f, place_of (f, 842, 0));
  move (f, place_of (f, 872, 0), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->start == 870);
  assert_place (f, f->talk, 0, 870, 90, f->rooms[0]);
  /* The end does not go before the start. */
  press (f, place_of (f, 957, 0));
  move (f, place_of (f, 760, 0), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->duration == 5);
}

/* Its side edge: over the rooms beside it, and back. */
static void
test_span (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle box;
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->talk, &box));
  press (f, in_view (f, GTK_WIDGET (canvas_of (f)), box.x + box.width - 2, box.y + box.height / 2));
  move (f, place_of (f, 860, 2), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->n_rooms == 3);
  /* A wide one keeps its width when it moves; it stops at the last room. */
  press (f, place_of (f, 880, 0));
  move (f, place_of (f, 940, 3), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->start == 900);
  const LecternAgendaSession *talk = session_of (f, f->talk);
  g_assert_cmpuint (talk->n_rooms, ==, 3);
  g_assert_cmpint (lectern_agenda_room (lectern_agenda_view_get_agenda (f->view), talk->rooms[0])->id, ==, f->rooms[1]);
}

static void
test_locked (AgendaFixture *f, gconstpointer data)
{
  press (f, place_of (f, 780, 0));
  move (f, place_of (f, 900, 0), 0);
  g_assert_null (f->view->carry);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "“Lunch” is locked and stays where it is.");
  release (f);
  g_assert_cmpint (session_of (f, f->lunch)->start, ==, 750);
}

/* From the tray into the grid, and out again. */
static void
test_tray (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *tray = GTK_WIDGET (lectern_agenda_view_get_tray (f->view));
  g_assert_true (lectern_agenda_tray_focus_session (LECTERN_AGENDA_TRAY (tray), f->loose));
  GtkWidget *item = gtk_root_get_focus (GTK_ROOT (f->window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (item)), GTK_ACCESSIBLE_ROLE_LIST);
  press (f, in_view (f, item, 10, 8));
  move (f, place_of (f, 901, 2), 0);
  release (f);
  ui_wait (session_of (f, f->loose)->placed);
  assert_place (f, f->loose, 0, 900, 45, f->rooms[2]);
  press (f, place_of (f, 920, 2));
  move (f, place_of (f, 860, 2), 0);
  g_assert_true (gtk_widget_get_visible (tray)); /* empty, but there to drop on */
  settle (f);
  move (f, in_view (f, tray, 40, gtk_widget_get_height (tray) / 2), 0);
  g_assert_true (f->view->carry->unplaced);
  release (f);
  ui_wait (!session_of (f, f->loose)->placed);
}

static void
test_copy (AgendaFixture *f, gconstpointer data)
{
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 1000, 2), GDK_CONTROL_MASK);
  release (f);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  assert_place (f, f->talk, 0, 840, 90, f->rooms[0]);
  ui_wait (f->view->selected != f->talk);
  assert_place (f, f->view->selected, 0, 990, 90, f->rooms[2]);
  g_assert_cmpstr (session_of (f, f->view->selected)->title, ==, "From pilot to plant");
}

/* Ctrl, and down on the tray: the copy has no place, the original keeps its own. */
static void
test_copy_to_tray (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *tray = GTK_WIDGET (lectern_agenda_view_get_tray (f->view));
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 860, 0), GDK_CONTROL_MASK);
  settle (f);
  move (f, in_view (f, tray, 40, gtk_widget_get_height (tray) / 2), GDK_CONTROL_MASK);
  release (f);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  assert_place (f, f->talk, 0, 840, 90, f->rooms[0]);
  ui_wait (f->view->selected != f->talk);
  g_assert_false (session_of (f, f->view->selected)->placed);
  g_assert_cmpstr (session_of (f, f->view->selected)->title, ==, "From pilot to plant");
}

/* Alt: what is there already gives way. */
static void
test_push (AgendaFixture *f, gconstpointer data)
{
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 851, 1), GDK_ALT_MASK);
  release (f);
  ui_wait (session_of (f, f->clash)->start == 930);
  assert_place (f, f->talk, 0, 840, 90, f->rooms[1]);
}

/* Over a day's tab that day comes after a moment, and takes it. */
static void
test_day (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *bar = f->view->day_bar;
  graphene_point_t tab = { 0, 0 };
  gtk_widget_set_visible (lectern_view_pane (LECTERN_VIEW (f->view)), FALSE); /* room for all tabs */
  gtk_widget_set_visible (lectern_view_header_end (LECTERN_VIEW (f->view)), FALSE);
  settle (f);
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 850, 1), 0);
  settle (f); /* the tabs become wider once problems are counted on them */
  for (double x = 0; x < gtk_widget_get_width (bar) && tab.x == 0; x += 4)
    if (lectern_agenda_day_bar_day_at (LECTERN_AGENDA_DAY_BAR (bar), x, gtk_widget_get_height (bar) / 2) == 1)
      tab = in_view (f, bar, x + 12, gtk_widget_get_height (bar) / 2);
  g_assert_cmpfloat (tab.x, >, 0);
  move (f, tab, 0);
  ui_wait (lectern_agenda_view_get_day (f->view) == 1);
  g_assert_nonnull (f->view->carry);
  settle (f);
  move (f, place_of (f, 730, 3), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->day == 1);
  assert_place (f, f->talk, 1, 720, 90, f->rooms[3]);
  /* Cancelled on another day, one is back where one was. */
  press (f, place_of (f, 730, 3));
  move (f, place_of (f, 800, 3), 0);
  lectern_agenda_view_set_day (f->view, 0);
  lectern_agenda_drag_cancel (f->view->drag);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 1);
}

/* A band chooses what it touches; dragging one of them moves all. */
static void
test_band (AgendaFixture *f, gconstpointer data)
{
  graphene_point_t from = place_of (f, 950, 1);
  graphene_point_t to = place_of (f, 860, 0);
  press (f, from);
  lectern_agenda_drag_move (f->view->drag, to.x, to.y, 0);
  g_assert_true (lectern_agenda_drag_is_active (f->view->drag));
  release (f);
  g_assert_cmpuint (lectern_agenda_selection_count (f->view->selection), ==, 2);
  g_assert_true (lectern_agenda_selection_has (f->view->selection, f->talk));
  g_assert_true (lectern_agenda_selection_has (f->view->selection, f->clash));
  press (f, place_of (f, 880, 1));
  move (f, place_of (f, 911, 2), 0);
  release (f);
  ui_wait (session_of (f, f->clash)->start == 885);
  assert_place (f, f->clash, 0, 885, 60, f->rooms[2]);
  assert_place (f, f->talk, 0, 870, 90, f->rooms[1]);
  g_autofree char *label = last_label (f); /* both were one step */
  ui_wait (session_of (f, f->clash)->start == 855);
  assert_place (f, f->talk, 0, 840, 90, f->rooms[0]);
}

/* What a place would break is said while one is over it. */
static void
test_preview (AgendaFixture *f, gconstpointer data)
{
  ui_wait (lectern_checker_get_check (f->view->checker) != NULL);
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 850, 1), 0);
  g_autofree char *taken = lectern_agenda_view_dup_preview (f->view);
  g_test_message ("%s", taken);
  g_assert_nonnull (strstr (taken, "Apprentices on both sides"));
  move (f, place_of (f, 1010, 1), 0);
  g_autofree char *free = lectern_agenda_view_dup_preview (f->view);
  g_assert_cmpstr (free, ==, "");
  lectern_agenda_drag_cancel (f->view->drag);
}

/* A block takes what it contains along. */
static void
test_block (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("A block");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->clash, LECTERN_SESSION_PARENT, f->talk);
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, f->clash)->parent == f->talk);
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 910, 0), 0);
  g_assert_cmpuint (f->view->carry->carried->len, ==, 2);
  release (f);
  ui_wait (session_of (f, f->talk)->start == 900);
  assert_place (f, f->clash, 0, 915, 60, f->rooms[1]);
}

/* Kept at the upper edge the day begins earlier. */
static void
test_earlier (AgendaFixture *f, gconstpointer data)
{
  int from = lectern_agenda_canvas_get_layout (canvas_of (f))->from;
  scroll_to (f, 0);
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, from + 2, 0), 0);
  ui_wait (lectern_agenda_canvas_get_layout (canvas_of (f))->from < from);
  move (f, place_of (f, from - 20, 0), 0);
  release (f);
  ui_wait (session_of (f, f->talk)->start == from - 30);
}

/* Somebody else changes the agenda meanwhile: it goes on, or says that it cannot. */
static void
test_changed_elsewhere (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Other");
  press (f, place_of (f, 850, 0));
  move (f, place_of (f, 910, 2), 0);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->clash, LECTERN_SESSION_TITLE, "Other");
  agenda_fixture_commit (f, edit);
  ui_wait (g_str_equal (session_of (f, f->clash)->title, "Other"));
  g_assert_nonnull (f->view->carry);
  edit = lectern_edit_new ("The same");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_START, 600);
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, f->talk)->start == 600);
  g_assert_null (f->view->carry);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "The agenda was changed elsewhere; nothing was moved.");
  release (f);
}

/* 400 at once, three days long, without a room: each can be taken and loses nothing. */
static void
test_bad_data (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Bad data");
  gint64 ids[400];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, ids[i], LECTERN_SESSION_EVENT, f->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, ids[i], LECTERN_SESSION_DAY, f->days[1]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, ids[i], LECTERN_SESSION_START, 700);
      if (i == 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, ids[i], LECTERN_SESSION_DURATION, 3 * 1440);
    }
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, ids[399]) != NULL);
  lectern_agenda_view_set_day (f->view, 1);
  const LecternAgendaLane home = *lectern_agenda_canvas_get_lane (canvas_of (f), 4);
  const LecternAgendaLane first = *lectern_agenda_canvas_get_lane (canvas_of (f), 0);
  g_assert_true (lectern_agenda_lane_is_none (&home));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (lectern_agenda_view_take (f->view, &ids[i], 1, ids[i], LECTERN_AGENDA_CARRY_WHOLE, &home, FALSE));
      lectern_agenda_carry_to (f->view->carry, &first, 600);
      lectern_agenda_view_show_carry (f->view);
      lectern_agenda_view_drop (f->view);
      ui_wait (session_of (f, ids[i])->start == 600);
      g_assert_cmpuint (session_of (f, ids[i])->n_rooms, ==, 1);
    }
  g_assert_cmpint (session_of (f, ids[0])->duration, ==, 3 * 1440);
  g_assert_cmpint (session_of (f, ids[1])->duration, ==, -1);
  g_assert_cmpuint (lectern_agenda_view_get_agenda (f->view)->sessions->len, ==, 406);
  /* All of them at once. */
  g_assert_true (lectern_agenda_view_take (f->view, ids, 400, ids[5], LECTERN_AGENDA_CARRY_WHOLE, &home, FALSE));
  lectern_agenda_carry_to (f->view->carry, &home, 720);
  lectern_agenda_view_show_carry (f->view);
  lectern_agenda_view_drop (f->view);
  ui_wait (session_of (f, ids[399])->start == 720);
  g_assert_cmpint (session_of (f, ids[0])->start, ==, 620);
}

#define ADD(path, function)                                                                         \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/agenda-drag/move", test_move);
  ADD ("/agenda-drag/by-the-minute", test_by_the_minute);
  ADD ("/agenda-drag/cancel", test_cancel);
  ADD ("/agenda-drag/resize", test_resize);
  ADD ("/agenda-drag/span", test_span);
  ADD ("/agenda-drag/locked", test_locked);
  ADD ("/agenda-drag/tray", test_tray);
  ADD ("/agenda-drag/copy", test_copy);
  ADD ("/agenda-drag/copy-to-tray", test_copy_to_tray);
  ADD ("/agenda-drag/push", test_push);
  ADD ("/agenda-drag/day", test_day);
  ADD ("/agenda-drag/band", test_band);
  ADD ("/agenda-drag/preview", test_preview);
  ADD ("/agenda-drag/block", test_block);
  ADD ("/agenda-drag/earlier", test_earlier);
  ADD ("/agenda-drag/changed-elsewhere", test_changed_elsewhere);
  ADD ("/agenda-drag/bad-data", test_bad_data);
  return g_test_run ();
}
