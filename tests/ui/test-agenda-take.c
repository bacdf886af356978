/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"
#include "lectern-agenda-ghost.h"
#include "lectern-agenda-view-private.h"

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

static void
take (AgendaFixture *f, gint64 session)
{
  lectern_agenda_view_take_by_keys (f->view, session);
  g_assert_nonnull (f->view->carry);
  g_assert_true (f->view->carry_by_keys);
}

static void
key (AgendaFixture *f, guint keyval, GdkModifierType state)
{
  g_assert_true (lectern_agenda_view_carry_key (f->view, keyval, state));
}

/* The keyboard is on the ghost, which says where it is. */
static void
assert_said (AgendaFixture *f, const char *words)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (LECTERN_IS_AGENDA_GHOST (focus));
  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  /* Behind the place stands what speaks against it. */
  g_autofree char *said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_nonnull (said);
  g_assert_true (g_str_has_prefix (said, words));
}

static gint64
room_of (AgendaFixture *f, gint64 id)
{
  const LecternAgendaSession *session = session_of (f, id);
  return session->n_rooms == 1 ? lectern_agenda_room (lectern_agenda_view_get_agenda (f->view), session->rooms[0])->id : 0;
}

/* Taken, moved in steps, resized, dropped; each step is said. */
static void
test_steps (AgendaFixture *f, gconstpointer data)
{
  lectern_agenda_canvas_focus_session (canvas_of (f), f->talk);
  take (f, f->talk);
  assert_said (f, "From pilot to plant, Wed 17, 14:00–15:30, Great hall");
  key (f, GDK_KEY_Down, 0);
  assert_said (f, "From pilot to plant, Wed 17, 14:05–15:35, Great hall");
  key (f, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_said (f, "From pilot to plant, Wed 17, 14:30–16:00, Great hall");
  key (f, GDK_KEY_Up, GDK_ALT_MASK);
  assert_said (f, "From pilot to plant, Wed 17, 14:29–15:59, Great hall");
  key (f, GDK_KEY_Up, 0);
  key (f, GDK_KEY_Right, 0);
  key (f, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_said (f, "From pilot to plant, Wed 17, 14:25–15:55, Jeker room");
  key (f, GDK_KEY_Up, GDK_SHIFT_MASK);
  key (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_said (f, "From pilot to plant, Wed 17, 14:25–15:50, Jeker room, Atelier");
  key (f, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  key (f, GDK_KEY_Return, 0);
  g_assert_null (f->view->carry);
  ui_wait (session_of (f, f->talk)->start == 865);
  g_assert_cmpint (session_of (f, f->talk)->duration, ==, 85);
  g_assert_cmpint (room_of (f, f->talk), ==, f->rooms[2]);
  g_assert_cmpint (lectern_agenda_canvas_get_focused (canvas_of (f)), ==, f->talk);
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (canvas_of (f))));
  /* Nothing is taken: the keys are the window's again. */
  g_assert_false (lectern_agenda_view_carry_key (f->view, GDK_KEY_Down, 0));
}

/* Beyond the rooms there is nothing, and it is as it was. */
static void
test_ends (AgendaFixture *f, gconstpointer data)
{
  take (f, f->talk);
  key (f, GDK_KEY_Left, 0);
  key (f, GDK_KEY_Left, GDK_SHIFT_MASK);
  key (f, GDK_KEY_Page_Up, 0);
  key (f, GDK_KEY_x, 0);
  assert_said (f, "From pilot to plant, Wed 17, 14:00–15:30, Great hall");
  for (guint i = 0; i < 60; i++)
    key (f, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_said (f, "From pilot to plant, Wed 17, 0:00–1:30, Great hall");
  g_assert_cmpint (lectern_agenda_canvas_get_layout (canvas_of (f))->from, ==, 0);
  key (f, GDK_KEY_Escape, 0);
  g_assert_null (f->view->carry);
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (canvas_of (f))));
}

/* To another day and back; cancelled there, the day is the one it was taken on. */
static void
test_days (AgendaFixture *f, gconstpointer data)
{
  take (f, f->talk);
  key (f, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 1);
  assert_said (f, "From pilot to plant, Thu 18, 14:00–15:30, Great hall");
  key (f, GDK_KEY_Escape, 0);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 0);
  take (f, f->talk);
  key (f, GDK_KEY_Page_Down, 0);
  key (f, GDK_KEY_space, 0);
  ui_wait (session_of (f, f->talk)->day == 1);
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  ui_wait (lectern_agenda_canvas_get_focused (canvas_of (f)) == f->talk);
}

/* N goes to the next place where nobody and no room is taken. */
static void
test_next_free (AgendaFixture *f, gconstpointer data)
{
  take (f, f->clash);
  key (f, GDK_KEY_n, 0);
  const LecternPlacement *lead = lectern_agenda_carry_lead (f->view->carry);
  g_assert_cmpint (lead->start, ==, 930); /* its speaker is busy until then */
  g_assert_cmpint (lead->rooms[0], ==, f->rooms[1]);
  key (f, GDK_KEY_Return, 0);
  ui_wait (session_of (f, f->clash)->start == 930);
}

/* What has no place gets one, and loses it. */
static void
test_tray (AgendaFixture *f, gconstpointer data)
{
  g_assert_true (lectern_agenda_tray_focus_session (lectern_agenda_view_get_tray (f->view), f->loose));
  take (f, f->loose);
  g_assert_false (f->view->carry->unplaced);
  key (f, GDK_KEY_Right, 0);
  key (f, GDK_KEY_Return, 0);
  ui_wait (session_of (f, f->loose)->placed);
  g_assert_cmpint (room_of (f, f->loose), ==, f->rooms[1]);
  ui_wait (lectern_agenda_canvas_get_focused (canvas_of (f)) == f->loose);
  take (f, f->loose);
  key (f, GDK_KEY_Delete, 0);
  assert_said (f, "Poster tour, Unplaced");
  key (f, GDK_KEY_Return, 0);
  ui_wait (!session_of (f, f->loose)->placed);
  ui_wait (lectern_agenda_tray_get_focused (lectern_agenda_view_get_tray (f->view)) == f->loose);
}

static void
test_copy_and_push (AgendaFixture *f, gconstpointer data)
{
  take (f, f->talk);
  key (f, GDK_KEY_c, 0);
  key (f, GDK_KEY_Page_Down, 0);
  assert_said (f, "From pilot to plant, Copy to Thu 18, 14:00–15:30, Great hall");
  key (f, GDK_KEY_Return, 0);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  g_assert_cmpint (session_of (f, f->talk)->day, ==, 0);
  lectern_agenda_view_set_day (f->view, 0);
  take (f, f->talk);
  key (f, GDK_KEY_Right, 0);
  key (f, GDK_KEY_g, 0);
  key (f, GDK_KEY_Return, 0);
  ui_wait (session_of (f, f->clash)->start == 930);
  g_assert_cmpint (room_of (f, f->talk), ==, f->rooms[1]);
}

/* Turned, the right arrow is later, as it is drawn. */
static void
test_turned (AgendaFixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.turn", NULL));
  take (f, f->talk);
  key (f, GDK_KEY_Right, 0);
  key (f, GDK_KEY_Down, 0);
  assert_said (f, "From pilot to plant, Wed 17, 14:05–15:35, Meuse room");
  key (f, GDK_KEY_Escape, 0);
}

static void
test_locked (AgendaFixture *f, gconstpointer data)
{
  lectern_agenda_view_take_by_keys (f->view, f->lunch);
  g_assert_null (f->view->carry);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "“Lunch” is locked and stays where it is.");
}

/* All days side by side: beside the last room of a day is the first one of the next, which is no
   further room of it. */
static void
test_last_room (AgendaFixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.all-days", NULL));
  g_assert_true (f->view->scene.all_days);
  take (f, f->night);
  key (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_cmpuint (lectern_agenda_carry_lead (f->view->carry)->n_rooms, ==, 1);
  key (f, GDK_KEY_Escape, 0);
}

/* A new session begins where the keyboard is: behind what stands there, in its room. */
static void
test_new_here (AgendaFixture *f, gconstpointer data)
{
  lectern_agenda_canvas_focus_session (canvas_of (f), f->talk);
  lectern_agenda_canvas_add_here (canvas_of (f));
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  ui_wait (f->view->selected != f->talk && f->view->selected != 0);
  g_assert_cmpint (session_of (f, f->view->selected)->start, ==, 930);
  g_assert_cmpint (room_of (f, f->view->selected), ==, f->rooms[0]);
}

/* On a day on which nothing stands the canvas has the keyboard itself. */
static void
test_new_on_empty_day (AgendaFixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.new-day", NULL));
  ui_wait (lectern_agenda_view_get_agenda (f->view)->days->len == 3);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 2);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->view)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == GTK_WIDGET (canvas_of (f)));
  lectern_agenda_canvas_add_here (canvas_of (f));
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  ui_wait (f->view->selected != 0);
  g_assert_cmpint (session_of (f, f->view->selected)->day, ==, 2);
  g_assert_cmpint (session_of (f, f->view->selected)->start, ==, 540);
}

/* ---- from person to person ---- */

static const LecternAgendaLane *
lane_of (AgendaFixture *f, gint64 person)
{
  guint n;
  const LecternAgendaLane *lanes = lectern_agenda_canvas_get_lanes (canvas_of (f), &n);
  for (guint i = 0; i < n; i++)
    if (lanes[i].kind == LECTERN_AGENDA_LANE_PERSON && lanes[i].person == person)
      return &lanes[i];
  g_assert_not_reached ();
}

static void
assert_only (AgendaFixture *f, gint64 session, gint64 person, const char *role)
{
  const LecternAgendaSession *now = session_of (f, session);
  g_assert_cmpuint (now->n_people, ==, person != 0);
  if (person == 0)
    return;
  const LecternAgendaPerson *one = lectern_agenda_person (lectern_agenda_view_get_agenda (f->view), now->first_person);
  g_assert_cmpint (one->person, ==, person);
  g_assert_cmpstr (one->role, ==, role);
}

/* Over the lane of somebody else: what it would break is said, and it is that person's then,
   in the same role, at the same time, as one step with a name. */
static void
test_person (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Somebody else");
  gint64 bo = lectern_edit_create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, bo, LECTERN_PERSON_NAME, "Bo Lund");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, f->lunch, bo, "speaker");
  agenda_fixture_commit (f, edit);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.mode", "s", "people"));
  ui_wait (lectern_checker_get_check (f->view->checker) != NULL);
  LecternAgendaLane hers = *lane_of (f, f->person), his = *lane_of (f, bo);
  g_assert_true (lectern_agenda_view_take (f->view, &f->talk, 1, f->talk, LECTERN_AGENDA_CARRY_WHOLE, &hers, FALSE));
  lectern_agenda_carry_to (f->view->carry, &his, 755);
  g_autofree char *taken = lectern_agenda_view_dup_preview (f->view);
  g_assert_nonnull (strstr (taken, "Lunch")); /* which he is in then */
  lectern_agenda_carry_to (f->view->carry, &his, 840);
  lectern_agenda_view_show_carry (f->view);
  g_autofree char *words = lectern_agenda_carry_words (f->view->carry);
  g_assert_cmpstr (words, ==, "Wed 17, 14:00–15:30, Great hall, Bo Lund instead of Odile Varenquin");
  lectern_agenda_view_drop (f->view);
  ui_wait (lectern_agenda_person (lectern_agenda_view_get_agenda (f->view), session_of (f, f->talk)->first_person)->person == bo);
  assert_only (f, f->talk, bo, "chair");
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  g_autoptr (LecternResult) undone = lectern_workspace_undo (f->workspace, NULL);
  g_assert_cmpstr (undone->label, ==, "Move “From pilot to plant”, Bo Lund instead of Odile Varenquin");
  ui_wait (lectern_agenda_person (lectern_agenda_view_get_agenda (f->view), session_of (f, f->talk)->first_person)->person == f->person);
  assert_only (f, f->talk, f->person, "chair");
  /* To nobody, and from nobody to somebody. */
  LecternAgendaLane nobody = *lane_of (f, 0);
  hers = *lane_of (f, f->person);
  g_assert_true (lectern_agenda_view_take (f->view, &f->talk, 1, f->talk, LECTERN_AGENDA_CARRY_WHOLE, &hers, FALSE));
  lectern_agenda_carry_to (f->view->carry, &nobody, 840);
  lectern_agenda_view_drop (f->view);
  ui_wait (session_of (f, f->talk)->n_people == 0);
  nobody = *lane_of (f, 0);
  hers = *lane_of (f, f->person);
  g_assert_true (lectern_agenda_view_take (f->view, &f->talk, 1, f->talk, LECTERN_AGENDA_CARRY_WHOLE, &nobody, FALSE));
  lectern_agenda_carry_to (f->view->carry, &hers, 840);
  lectern_agenda_view_drop (f->view);
  ui_wait (session_of (f, f->talk)->n_people == 1);
  assert_only (f, f->talk, f->person, "speaker");
}

#define ADD(path, function)                                                                         \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/agenda-take/steps", test_steps);
  ADD ("/agenda-take/ends", test_ends);
  ADD ("/agenda-take/days", test_days);
  ADD ("/agenda-take/next-free", test_next_free);
  ADD ("/agenda-take/tray", test_tray);
  ADD ("/agenda-take/copy-and-push", test_copy_and_push);
  ADD ("/agenda-take/turned", test_turned);
  ADD ("/agenda-take/locked", test_locked);
  ADD ("/agenda-take/last-room", test_last_room);
  ADD ("/agenda-take/person", test_person);
  ADD ("/agenda-take/new-here", test_new_here);
  ADD ("/agenda-take/new-on-empty-day", test_new_on_empty_day);
  return g_test_run ();
}
