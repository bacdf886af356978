/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way the agenda is shown: what stands in which lane, what is filtered, and that
 * nothing is out of sight without a notice; the same on paper.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-item.h"
#include "lectern-agenda-lines.h"
#include "lectern-agenda-plan.h"
#include "lectern-agenda-print.h"

#include <glib/gstdio.h>

static LecternAgendaCanvas *
canvas_of (AgendaFixture *f)
{
  return lectern_agenda_grid_get_canvas (lectern_agenda_view_get_grid (f->view));
}

static guint
n_lanes (AgendaFixture *f)
{
  return lectern_agenda_canvas_get_layout (canvas_of (f))->n_lanes;
}

static guint
n_boxes (AgendaFixture *f)
{
  return lectern_agenda_canvas_get_layout (canvas_of (f))->n_boxes;
}

static void
set_mode (AgendaFixture *f, const char *mode)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.mode", "s", mode));
}

static void
set_all_days (AgendaFixture *f, gboolean all)
{
  if (lectern_agenda_view_get_scene (f->view)->all_days != all)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.all-days", NULL));
  g_assert_cmpint (lectern_agenda_view_get_scene (f->view)->all_days, ==, all);
}

static void
ask (AgendaFixture *f, LecternAgendaFilterKind kind, gint64 value, gboolean on)
{
  lectern_agenda_filter_set (lectern_agenda_view_get_scene (f->view)->filter, kind, value, on);
  g_signal_emit_by_name (lectern_agenda_view_get_filter (f->view), "changed");
}

static const char *
notice (AgendaFixture *f)
{
  return lectern_agenda_filter_bar_get_text (lectern_agenda_view_get_filter_bar (f->view));
}

static GtkWidget *
find_item (AgendaFixture *f, gint64 session)
{
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (canvas_of (f))); c; c = gtk_widget_get_next_sibling (c))
    if (LECTERN_IS_AGENDA_ITEM (c) && lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (c)) == session)
      return c;
  return NULL;
}

/* The agenda is checked behind the first look. */
static void
wait_for_check (AgendaFixture *f)
{
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->n_problems > 0);
}

/* ---- the ways ---- */

static void
test_tracks (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle talk, clash, lunch;
  set_mode (f, "tracks");
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "grid");
  g_assert_cmpuint (n_lanes (f), ==, 3); /* two tracks and none */
  g_assert_cmpint (lectern_agenda_canvas_get_lane (canvas_of (f), 0)->kind, ==, LECTERN_AGENDA_LANE_TRACK);
  g_assert_true (lectern_agenda_lane_is_none (lectern_agenda_canvas_get_lane (canvas_of (f), 2)));
  g_assert_cmpuint (n_boxes (f), ==, 4);
  g_assert_null (notice (f));
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->talk, &talk));
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->clash, &clash));
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->lunch, &lunch));
  g_assert_cmpint (talk.x, <, clash.x);
  g_assert_cmpint (clash.x, <, lunch.x);
  /* The lanes stand where they stand, whatever the day has. */
  g_signal_emit_by_name (canvas_of (f), "page", 1);
  g_assert_cmpuint (n_lanes (f), ==, 3);
  /* What is made in a lane gets its track. */
  g_signal_emit_by_name (canvas_of (f), "add", 660, 1u);
  ui_wait (lectern_agenda_pane_get_session (lectern_agenda_view_get_pane (f->view)) != 0);
  g_autoptr (LecternRecord) made
      = agenda_fixture_session (f, lectern_agenda_pane_get_session (lectern_agenda_view_get_pane (f->view)));
  g_assert_cmpint (lectern_record_integer (made, LECTERN_SESSION_TRACK), ==, f->tracks[1]);
  g_assert_cmpint (lectern_record_integer (made, LECTERN_SESSION_DAY), ==, f->days[1]);
}

static void
test_parts (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("A demonstration project");
  gint64 part = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
  set_mode (f, "tracks");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.lanes", "s", "parts"));
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "nothing"); /* and says so */
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, part, LECTERN_PROGRAMME_NODE_NAME, "Lignin");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->lunch, LECTERN_SESSION_PROGRAMME_NODE, part);
  lectern_edit_set_integer (edit, LECTERN_KIND_TRACK, f->tracks[0], LECTERN_TRACK_PROGRAMME_NODE, part);
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->parts->len == 1);
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "grid");
  g_assert_cmpuint (n_lanes (f), ==, 2);
  g_assert_cmpstr (lectern_agenda_canvas_get_lane (canvas_of (f), 0)->name, ==, "Lignin");
  /* Its own, or its track's. */
  g_assert_cmpint (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->part, ==, part);
  g_assert_cmpint (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->lunch)->part, ==, part);
  /* Tracks and parts are one place of the switch: it comes back as it was left. */
  set_mode (f, "rooms");
  set_mode (f, "tracks");
  g_assert_cmpint (lectern_agenda_view_get_scene (f->view)->mode, ==, LECTERN_AGENDA_BY_PARTS);
}

static void
test_people (AgendaFixture *f, gconstpointer data)
{
  set_mode (f, "people");
  g_assert_cmpuint (n_lanes (f), ==, 2); /* one person, and nobody */
  g_assert_cmpstr (lectern_agenda_canvas_get_lane (canvas_of (f), 0)->name, ==, "Odile Varenquin");
  g_assert_cmpuint (n_boxes (f), ==, 4);
  /* One person's programme: all days side by side, nothing else. */
  g_signal_emit_by_name (lectern_agenda_view_get_grid (f->view), "lane", 0u);
  g_assert_true (lectern_agenda_view_get_scene (f->view)->all_days);
  g_assert_cmpuint (n_lanes (f), ==, 2);
  g_assert_cmpint (lectern_agenda_canvas_get_lane (canvas_of (f), 1)->day, ==, 1);
  g_assert_cmpuint (n_boxes (f), ==, 2);
  g_assert_cmpstr (notice (f), ==, "2 of 5 shown");
  /* The chip takes it away. */
  g_signal_emit_by_name (lectern_agenda_view_get_filter_bar (f->view), "remove", LECTERN_AGENDA_FILTER_PERSON,
                         f->person);
  g_assert_null (notice (f));
}

static void
test_all_days (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle lunch, talk;
  set_all_days (f, TRUE);
  g_assert_cmpuint (n_lanes (f), ==, 8); /* two days of four rooms */
  g_assert_cmpuint (n_boxes (f), ==, 5);
  g_assert_null (notice (f));
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->lunch, &lunch));
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->talk, &talk));
  g_assert_cmpint (lunch.width, >, 3 * talk.width);
  /* Another event begins with one day, and the switch knows. */
  lectern_view_load (LECTERN_VIEW (f->view), f->workspace, 0);
  lectern_view_load (LECTERN_VIEW (f->view), f->workspace, f->event);
  g_assert_cmpuint (n_lanes (f), ==, 4);
  set_all_days (f, TRUE);
  g_signal_emit_by_name (canvas_of (f), "page", 1); /* goes nowhere */
  g_assert_cmpuint (n_lanes (f), ==, 8);
  /* The head of a day leads to it. */
  g_signal_emit_by_name (lectern_agenda_view_get_grid (f->view), "band", 5u);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 1);
  g_assert_cmpuint (n_lanes (f), ==, 4);
  /* More rooms than stand side by side: a day is one lane. */
  LecternEdit *edit = lectern_edit_new ("Rooms");
  for (guint i = 0; i < 6; i++)
    {
      gint64 room = lectern_edit_create (edit, LECTERN_KIND_ROOM);
      lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, room, LECTERN_ROOM_VENUE, f->venue);
      lectern_edit_set_text (edit, LECTERN_KIND_ROOM, room, LECTERN_ROOM_NAME, "One more");
    }
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->rooms->len == 10);
  set_all_days (f, TRUE);
  g_assert_cmpuint (n_lanes (f), ==, 2);
  g_assert_cmpint (lectern_agenda_canvas_get_lane (canvas_of (f), 0)->kind, ==, LECTERN_AGENDA_LANE_DAY);
  g_assert_cmpuint (n_boxes (f), ==, 5);
  g_signal_emit_by_name (lectern_agenda_view_get_grid (f->view), "lane", 1u);
  g_assert_false (lectern_agenda_view_get_scene (f->view)->all_days);
}

static void
test_room_programme (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (lectern_agenda_view_get_grid (f->view), "lane", 0u);
  g_assert_cmpuint (n_lanes (f), ==, 2); /* the great hall on two days */
  g_assert_cmpuint (n_boxes (f), ==, 3); /* lunch, talk, closing */
  g_assert_cmpstr (notice (f), ==, "3 of 5 shown");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.show-all", NULL));
  g_assert_null (notice (f));
  g_assert_cmpuint (n_boxes (f), ==, 5);
}

static void
test_filter (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaScene *scene = lectern_agenda_view_get_scene (f->view);
  wait_for_check (f);
  /* By track in the grid of rooms: the others are pale. */
  ask (f, LECTERN_AGENDA_FILTER_TRACK, f->tracks[0], TRUE);
  g_assert_cmpstr (notice (f), ==, "1 of 4 shown, 3 dimmed");
  g_assert_cmpuint (n_boxes (f), ==, 4);
  g_assert_false (gtk_widget_has_css_class (find_item (f, f->talk), "dimmed"));
  g_assert_true (gtk_widget_has_css_class (find_item (f, f->lunch), "dimmed"));
  /* Or not there. */
  scene->filter->hides = TRUE;
  ask (f, LECTERN_AGENDA_FILTER_PROBLEM, 1, TRUE);
  g_assert_cmpuint (n_boxes (f), ==, 1);
  g_assert_cmpstr (notice (f), ==, "1 of 4 shown");
  /* In the list too. */
  set_mode (f, "list");
  g_assert_cmpuint (lectern_agenda_list_get_n_rows (lectern_agenda_view_get_list (f->view)), ==, 2);
  g_assert_cmpstr (notice (f), ==, "1 of 6 shown");
  ask (f, LECTERN_AGENDA_FILTER_STATE, 5, TRUE); /* cancelled: nothing */
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "nothing");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.show-all", NULL));
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "list");
  g_assert_cmpuint (lectern_agenda_list_get_n_rows (lectern_agenda_view_get_list (f->view)), ==, 9);
  /* Going to what is filtered out takes the filter away. */
  set_mode (f, "rooms");
  ask (f, LECTERN_AGENDA_FILTER_TRACK, f->tracks[0], TRUE);
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, f->clash));
  g_assert_null (notice (f));
  set_mode (f, "list");
  ask (f, LECTERN_AGENDA_FILTER_TRACK, f->tracks[0], TRUE);
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, f->clash));
  g_assert_null (notice (f));
  set_mode (f, "rooms");
  /* A room that is gone cannot be asked for. */
  LecternEdit *edit = lectern_edit_new ("Delete a room");
  ask (f, LECTERN_AGENDA_FILTER_ROOM, f->rooms[3], TRUE);
  lectern_edit_delete (edit, LECTERN_KIND_ROOM, f->rooms[3]);
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->rooms->len == 3);
  g_assert_true (lectern_agenda_filter_is_empty (scene->filter));
}

static GtkWidget *
focus_of (AgendaFixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->window));
}

/* A chip is pressed: the keyboard goes to the next one, and from the last to the agenda. */
static void
test_filter_focus (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (lectern_agenda_view_get_filter_bar (f->view));
  wait_for_check (f);
  ask (f, LECTERN_AGENDA_FILTER_TRACK, f->tracks[0], TRUE);
  ask (f, LECTERN_AGENDA_FILTER_PROBLEM, 1, TRUE);
  for (guint left = 2; left > 0; left--)
    {
      g_assert_true (gtk_widget_child_focus (bar, GTK_DIR_TAB_FORWARD));
      GtkWidget *chip = focus_of (f);
      g_assert_true (gtk_widget_has_css_class (chip, "chip"));
      g_signal_emit_by_name (chip, "clicked");
      ui_wait (focus_of (f) != NULL);
      g_assert_true (gtk_widget_is_ancestor (focus_of (f), left > 1 ? bar : GTK_WIDGET (f->view)));
      gtk_root_set_focus (GTK_ROOT (f->window), NULL);
    }
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_colours (AgendaFixture *f, gconstpointer data)
{
  const char *const ways[] = { "type", "state", "track" };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.colours", "s", ways[i]));
      g_assert_nonnull (find_item (f, f->talk));
    }
  /* It is remembered, and so is the way it is shown. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.colours", "s", "state"));
  set_mode (f, "people");
  GtkWidget *other = g_object_ref_sink (lectern_agenda_view_new ());
  g_assert_cmpint (lectern_agenda_view_get_scene (LECTERN_AGENDA_VIEW (other))->mode, ==, LECTERN_AGENDA_BY_PEOPLE);
  g_object_unref (other);
}

static void
test_filter_menu (AgendaFixture *f, gconstpointer data)
{
  wait_for_check (f);
  g_autoptr (GPtrArray) choices = lectern_agenda_filter_choices (lectern_agenda_view_get_agenda (f->view));
  GtkWidget *button = lectern_agenda_filter_menu_get_button (lectern_agenda_view_get_filter (f->view));
  guint seen = 0;
  for (guint i = 0; i < choices->len; i++)
    {
      const LecternAgendaFilterChoice *choice = choices->pdata[i];
      if (choice->kind == LECTERN_AGENDA_FILTER_ROOM && choice->value == f->rooms[0])
        g_assert_cmpuint (choice->n, ==, 3);
      if (choice->kind == LECTERN_AGENDA_FILTER_PERSON && choice->value == f->person)
        g_assert_cmpuint (choice->n, ==, 2);
      if (choice->kind == LECTERN_AGENDA_FILTER_PROBLEM)
        g_assert_cmpuint (choice->n, ==, 2);
      seen |= 1u << choice->kind;
    }
  g_assert_cmpuint (seen, ==, (1u << LECTERN_AGENDA_FILTER_N_KINDS) - 1);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_wait (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) != NULL
                       && gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* From an overview of days to single minutes; one line a minute there. */
static void
test_zoom (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaGrid *grid = lectern_agenda_view_get_grid (f->view);
  double least, most;
  for (guint i = 0; i < 30; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.zoom-out", NULL));
  least = lectern_agenda_canvas_get_layout (canvas_of (f))->per_minute;
  for (guint i = 0; i < 30; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.zoom-in", NULL));
  most = lectern_agenda_canvas_get_layout (canvas_of (f))->per_minute;
  g_assert_cmpfloat (least * 60 * 24, <, 300);
  g_assert_cmpfloat (most, >, 20);
  g_assert_cmpuint (n_boxes (f), ==, 4);
  /* Each way keeps its own size. */
  set_mode (f, "tracks");
  g_assert_cmpfloat (lectern_agenda_grid_get_zoom (grid), ==, 1);
  set_mode (f, "rooms");
  g_assert_cmpfloat (lectern_agenda_grid_get_zoom (grid), ==, 30);
}

/* During the event the line stands on the day that it is, and what goes on is marked. */
static void
test_now (AgendaFixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  LecternEdit *edit = lectern_edit_new ("Today");
  g_assert_cmpint (lectern_agenda_canvas_get_now (canvas_of (f), 0), ==, -1);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[0], LECTERN_DAY_DATE, today);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_START, MAX (minute - 10, 0));
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_DURATION, 60);
  lectern_edit_delete (edit, LECTERN_KIND_SESSION, f->clash);
  lectern_edit_delete (edit, LECTERN_KIND_SESSION, f->lunch);
  agenda_fixture_commit (f, edit);
  int day = lectern_agenda_day_index (lectern_agenda_view_get_agenda (f->view), f->days[0]);
  ui_wait (lectern_agenda_canvas_get_now (canvas_of (f), day) >= minute);
  g_assert_cmpint (lectern_agenda_canvas_get_now (canvas_of (f), day), <=, minute + 1);
  g_assert_cmpint (lectern_agenda_canvas_get_now (canvas_of (f), !day), ==, -1);
  set_mode (f, "list");
  g_assert_cmpuint (lectern_agenda_list_get_n_now (lectern_agenda_view_get_list (f->view)), ==, 1);
  set_mode (f, "people");
  set_all_days (f, TRUE);
  g_assert_cmpint (lectern_agenda_canvas_get_now (canvas_of (f), day), >=, minute);
}

/* ---- at random ---- */

static void
add_random (AgendaFixture *f, GRand *rand, guint n)
{
  static const char *const states[] = { "idea", "confirmed", "cancelled", "to-be-confirmed" };
  LecternEdit *edit = lectern_edit_new ("Random");
  for (guint i = 0; i < n; i++)
    {
      gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      guint first = g_rand_int_range (rand, 0, 4);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
      if (g_rand_int_range (rand, 0, 8) > 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->days[g_rand_int_range (rand, 0, 2)]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, g_rand_int_range (rand, 400, 1600));
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, g_rand_int_range (rand, 0, 200));
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_STATE, states[g_rand_int_range (rand, 0, 4)]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_LOCKED, g_rand_boolean (rand));
      if (g_rand_boolean (rand))
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TRACK, f->tracks[i % 2]);
      if (g_rand_boolean (rand))
        lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                          lectern_value_ids (&f->rooms[first], g_rand_int_range (rand, 1, 5 - first)));
      if (g_rand_int_range (rand, 0, 3) == 0)
        lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, f->person, "speaker");
    }
  agenda_fixture_commit (f, edit);
}

static void
set_random_scene (LecternAgendaScene *scene, GPtrArray *choices, GRand *rand)
{
  scene->mode = g_rand_int_range (rand, 0, LECTERN_AGENDA_N_MODES);
  if (scene->mode == LECTERN_AGENDA_AS_LIST)
    scene->mode = LECTERN_AGENDA_BY_ROOMS;
  scene->day = g_rand_int_range (rand, 0, 2);
  scene->all_days = g_rand_boolean (rand);
  scene->used_only = g_rand_boolean (rand);
  scene->filter->hides = g_rand_boolean (rand);
  lectern_agenda_filter_clear_all (scene->filter);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      const LecternAgendaFilterChoice *choice = choices->pdata[g_rand_int_range (rand, 0, choices->len)];
      lectern_agenda_filter_set (scene->filter, choice->kind, choice->value, TRUE);
    }
}

typedef struct
{
  guint shown, dimmed, away, spanning, days, nothing;
} Covered;

/* By the plain definition: a session has a box in exactly the lanes that hold it. */
static void
check_scene (const LecternAgendaScene *scene, const LecternAgenda *agenda, Covered *covered)
{
  g_autoptr (GArray) lanes = lectern_agenda_scene_lanes (scene, agenda);
  LecternAgendaCount count = lectern_agenda_scene_count (scene, agenda, lanes);
  LecternLayoutScale scale = { .per_minute = 1, .min_length = 20, .least_length = 15, .lane = 100, .min_column = 20,
                               .open = -1, .close = -1 };
  LecternAgendaPlan *plan = lectern_agenda_plan_new ();
  guint shown = 0, dimmed = 0, there = 0;
  lectern_agenda_plan_set (plan, agenda, (LecternAgendaLane *) (void *) lanes->data, lanes->len, scene->filter);
  lectern_agenda_plan_lay_out_scaled (plan, &scale);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      gboolean matches = lectern_agenda_filter_matches (scene->filter, agenda, session);
      guint held = 0, boxed = 0;
      for (guint lane = 0; lane < lanes->len; lane++)
        held += lectern_agenda_lane_holds (&g_array_index (lanes, LecternAgendaLane, lane), agenda, session);
      for (guint box = 0; box < plan->layout->n_boxes; box++)
        if (lectern_agenda_plan_session (plan, box) == session)
          {
            boxed += plan->layout->boxes[box].n_lanes;
            covered->spanning += plan->layout->boxes[box].n_lanes > 1;
            g_assert_cmpint (lectern_agenda_plan_is_dimmed (plan, box), ==, !matches);
          }
      g_assert_cmpuint (boxed, ==, matches || !scene->filter->hides ? held : 0);
      shown += boxed > 0 && matches;
      dimmed += boxed > 0 && !matches;
      there += session->placed && (scene->all_days || session->day == scene->day);
      /* Without a filter everything of the day is seen, in any way of showing it. */
      if (lectern_agenda_filter_is_empty (scene->filter) && session->placed
          && (scene->all_days || session->day == scene->day))
        g_assert_cmpuint (boxed, >, 0);
    }
  g_assert_cmpuint (count.n, ==, there);
  g_assert_cmpuint (count.shown, ==, shown);
  g_assert_cmpuint (count.dimmed, ==, dimmed);
  covered->shown += shown;
  covered->dimmed += dimmed;
  covered->away += there - shown - dimmed;
  covered->days += scene->all_days;
  covered->nothing += shown == 0;
  lectern_agenda_plan_free (plan);
}

static void
test_random (AgendaFixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (20260617);
  LecternAgendaScene scene = { .filter = lectern_agenda_filter_new () };
  Covered covered = { 0 };
  add_random (f, rand, 60);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 66);
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  g_autoptr (GPtrArray) choices = lectern_agenda_filter_choices (agenda);
  for (guint round = 0; round < 1500; round++)
    {
      set_random_scene (&scene, choices, rand);
      check_scene (&scene, agenda, &covered);
    }
  g_test_message ("shown %u, dimmed %u, away %u, over several lanes %u, all days %u, nothing %u", covered.shown,
                  covered.dimmed, covered.away, covered.spanning, covered.days, covered.nothing);
  g_assert_cmpuint (covered.shown, >, 5000);
  g_assert_cmpuint (covered.dimmed, >, 5000);
  g_assert_cmpuint (covered.away, >, 5000);
  g_assert_cmpuint (covered.spanning, >, 200);
  g_assert_cmpuint (covered.days, >, 500);
  g_assert_cmpuint (covered.nothing, >, 20);
  lectern_agenda_filter_free (scene.filter);
  g_rand_free (rand);
}

/* ---- on paper ---- */

/* The text of a PDF; NULL where there is no pdftotext. */
static char *
text_of_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &text, NULL, NULL, &error))
    return NULL;
  return text;
}

static char *
print_scene (AgendaFixture *f, LecternAgendaScene scene)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "agenda.pdf", NULL);
  LecternAgendaColours *colours = lectern_agenda_colours_new ();
  LecternAgenda *agenda = lectern_agenda_load (lectern_workspace_reader (f->workspace), f->event, "en");
  lectern_agenda_colours_set_agenda (colours, agenda);
  scene.filter = lectern_agenda_filter_copy (scene.filter);
  g_assert_true (lectern_agenda_print_to_file (scene, agenda, colours, "Final conference", path, &error));
  g_assert_no_error (error);
  g_object_unref (colours);
  return text_of_pdf (path);
}

static void
test_print (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaScene scene = *lectern_agenda_view_get_scene (f->view);
  g_autofree char *grid = print_scene (f, scene);
  if (grid == NULL)
    {
      g_test_skip ("no pdftotext to read the paper with");
      return;
    }
  const char *const on_it[] = { "Final conference", "Wed 17 June 2026", "Great hall", "Meuse room", "From pilot to plant",
                                "Stars over the", "14:00–15:30", "Page 1 of ", "1 more is unplaced", "Printed on" };
  for (guint i = 0; i < G_N_ELEMENTS (on_it); i++)
    if (strstr (grid, on_it[i]) == NULL)
      g_error ("“%s” is not on the paper:\n%s", on_it[i], grid);
  g_assert_null (strstr (grid, "Closing"));
  scene.mode = LECTERN_AGENDA_AS_LIST;
  g_autofree char *list = print_scene (f, scene);
  const char *const in_it[] = { "Unplaced", "Poster tour", "Closing", "Thu 18 June 2026", "Odile Varenquin (Chair)",
                                "6 sessions", "Page 1 of 1" };
  for (guint i = 0; i < G_N_ELEMENTS (in_it); i++)
    if (strstr (list, in_it[i]) == NULL)
      g_error ("“%s” is not on the paper:\n%s", in_it[i], list);
}

/* A thousand sessions in many rooms: more pages, and every title on one of them. */
static void
test_print_many (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Many");
  LecternAgendaScene scene = *lectern_agenda_view_get_scene (f->view);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hall%02u", i);
      gint64 room = lectern_edit_create (edit, LECTERN_KIND_ROOM);
      lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, room, LECTERN_ROOM_VENUE, f->venue);
      lectern_edit_set_text (edit, LECTERN_KIND_ROOM, room, LECTERN_ROOM_NAME, name);
      for (guint k = 0; k < 8; k++)
        {
          g_autofree char *title = g_strdup_printf ("Q%02u%u", i, k);
          gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
          lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
          lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
          lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->days[0]);
          lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, 480 + 90 * k);
          lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 60);
          lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&room, 1));
        }
    }
  agenda_fixture_commit (f, edit);
  for (guint mode = 0; mode < LECTERN_AGENDA_N_MODES; mode++)
    {
      scene.mode = mode;
      scene.used_only = FALSE;
      g_autofree char *text = print_scene (f, scene);
      if (text == NULL)
        {
          g_test_skip ("no pdftotext to read the paper with");
          return;
        }
      guint missing = 0;
      for (guint i = 0; i < 30; i++)
        for (guint k = 0; k < 8; k++)
          {
            g_autofree char *title = g_strdup_printf ("Q%02u%u", i, k);
            missing += strstr (text, title) == NULL;
          }
      if (mode == LECTERN_AGENDA_BY_ROOMS || mode == LECTERN_AGENDA_AS_LIST)
        g_assert_cmpuint (missing, ==, 0);
      g_assert_nonnull (strstr (text, "Page 1 of "));
      if (mode == LECTERN_AGENDA_BY_ROOMS)
        g_assert_nonnull (strstr (text, "Page 5 of ")); /* 34 rooms at eight a page */
    }
}

#define ADD(path, function) \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

/* However often it is laid out in another size, a text ends with “…” where it ends. */
static void
test_lines (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lines = lectern_agenda_lines_new (box);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1550);
  gtk_window_set_child (GTK_WINDOW (window), box);
  lectern_agenda_lines_set_markup (LECTERN_AGENDA_LINES (lines),
                                   "<span weight=\"bold\">Panel: the first five questions of a buyer</span>\n"
                                   "<span size=\"92%\">Beatriz Salgueiro (Moderator), Aurélie Houffalize (Panellist), "
                                   "Sanne Milla (Panellist), Gerrit Wolbers (Panellist), Bengt Järnefors (Panellist)</span>");
  for (guint i = 0; i < 2000; i++)
    {
      GtkAllocation place = { 0, 0, g_rand_int_range (rand, 60, 460), g_rand_int_range (rand, 10, 110) };
      gtk_widget_measure (lines, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (lines, &place, -1);
      g_assert_true (lectern_agenda_lines_fits (LECTERN_AGENDA_LINES (lines)));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/agenda-views/tracks", test_tracks);
  ADD ("/agenda-views/parts", test_parts);
  ADD ("/agenda-views/people", test_people);
  ADD ("/agenda-views/all-days", test_all_days);
  ADD ("/agenda-views/room-programme", test_room_programme);
  ADD ("/agenda-views/filter", test_filter);
  ADD ("/agenda-views/filter-focus", test_filter_focus);
  ADD ("/agenda-views/filter-menu", test_filter_menu);
  ADD ("/agenda-views/colours", test_colours);
  ADD ("/agenda-views/zoom", test_zoom);
  ADD ("/agenda-views/now", test_now);
  ADD ("/agenda-views/random", test_random);
  ADD ("/agenda-views/print", test_print);
  ADD ("/agenda-views/print-many", test_print_many);
  g_test_add_func ("/agenda-views/lines", test_lines);
  return g_test_run ();
}
