/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agendas as they come: each session is shown where it can be, flagged where something is wrong
 * with it, and never out of sight without a notice.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-item.h"
#include "lectern-agenda-text.h"
#include "lectern-agenda-view-private.h"
#include "ui-start.h"

#include <string.h>

#define SESSION LECTERN_KIND_SESSION

static LecternAgendaCanvas *
canvas_of (AgendaFixture *f)
{
  return lectern_agenda_view_canvas (f->view);
}

static const LecternAgendaSession *
session_of (AgendaFixture *f, gint64 id)
{
  return lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), id);
}

/* @day: index or -1. @start, @duration: -1 none. @room: index or -1. */
static gint64
add (AgendaFixture *f, LecternEdit *edit, const char *title, int day, int start, int duration, int room)
{
  gint64 id = lectern_edit_create (edit, SESSION);
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_EVENT, f->event);
  lectern_edit_set_text (edit, SESSION, id, LECTERN_SESSION_TITLE, title);
  if (day >= 0)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DAY, f->days[day]);
  if (start >= 0)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, start);
  if (duration != -1)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DURATION, duration);
  if (room >= 0)
    lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&f->rooms[room], 1));
  return id;
}

static void
commit (AgendaFixture *f, LecternEdit *edit)
{
  LecternCheck *before = lectern_checker_get_check (f->view->checker);
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_checker_get_check (f->view->checker) != NULL);
  if (before != NULL)
    ui_wait (lectern_check_moment (lectern_checker_get_check (f->view->checker))
                         == lectern_reader_moment (lectern_workspace_reader (f->workspace)));
}

static gboolean
is_found (AgendaFixture *f, const char *rule, gint64 session)
{
  LecternCheck *check = lectern_checker_get_check (f->view->checker);
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (g_str_equal (lectern_rule_id (finding->rule), rule) && (finding->session == session || finding->other == session))
        return TRUE;
    }
  return FALSE;
}

/* In the grid of its day, inside of what can be scrolled to, or in the tray. */
static void
assert_seen (AgendaFixture *f, gint64 id)
{
  const LecternAgendaSession *session = session_of (f, id);
  GdkRectangle place;
  g_assert_nonnull (session);
  if (!session->placed)
    {
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (lectern_agenda_view_get_tray (f->view))));
      g_assert_true (lectern_agenda_tray_focus_session (lectern_agenda_view_get_tray (f->view), id));
      return;
    }
  lectern_agenda_view_set_day (f->view, session->day);
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), id, &place));
  g_assert_cmpint (place.width, >, 0);
  g_assert_cmpint (place.height, >, 0);
  g_assert_cmpint (place.x, >=, 0);
  g_assert_cmpint (place.y, >=, 0);
  g_assert_true (lectern_agenda_canvas_focus_session (canvas_of (f), id));
}

static void
assert_all_seen (AgendaFixture *f)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  for (guint i = 0; i < agenda->sessions->len; i++)
    g_array_append_val (ids, lectern_agenda_session (agenda, i)->id);
  for (guint i = 0; i < ids->len; i++)
    assert_seen (f, g_array_index (ids, gint64, i));
}

/* ---- tests ---- */

static void
test_times (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Times");
  gint64 over[] = { add (f, edit, "One", 0, 600, 60, 2), add (f, edit, "Other", 0, 630, 60, 2) };
  gint64 no_time = add (f, edit, "On a day at no time", 0, -1, 45, 0);
  gint64 no_day = add (f, edit, "At a time on no day", -1, 600, 45, 0);
  gint64 nothing = add (f, edit, "Lasts nothing", 0, 540, 0, 1);
  gint64 days = add (f, edit, "Three days", 0, 600, 3 * 1440, 3);
  gint64 late = add (f, edit, "The night after", 1, 2870, 60, 1);
  commit (f, edit);
  for (guint i = 0; i < 2; i++)
    g_assert_true (is_found (f, "R01", over[i]));
  g_assert_true (is_found (f, "R10", nothing));
  g_assert_true (is_found (f, "R10", days));
  g_assert_true (is_found (f, "R09", late));
  g_assert_cmpuint (session_of (f, over[0])->n_problems, >, 0);
  g_assert_false (session_of (f, no_time)->placed);
  g_assert_false (session_of (f, no_day)->placed);
  assert_all_seen (f);
}

/* What ends before it begins is refused as a whole and leaves what was there. */
static void
test_backwards (AgendaFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Backwards");
  lectern_edit_set_integer (edit, SESSION, f->talk, LECTERN_SESSION_START, 900);
  lectern_edit_set_integer (edit, SESSION, f->talk, LECTERN_SESSION_DURATION, -90);
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_null (result);
  g_assert_nonnull (strstr (error->message, "Duration"));
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  assert_all_seen (f);
}

/* Its room, its day were deleted; it is there, without them, and says so. */
static void
test_gone (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Gone");
  gint64 homeless = add (f, edit, "Its room is gone", 0, 600, 60, 2), lost = add (f, edit, "Its day is gone", 1, 660, 60, 1);
  commit (f, edit);
  edit = lectern_edit_new ("Delete");
  lectern_edit_delete (edit, LECTERN_KIND_ROOM, f->rooms[2]);
  lectern_edit_delete (edit, LECTERN_KIND_DAY, f->days[1]);
  commit (f, edit);
  ui_wait (is_found (f, "R08", lost));
  g_assert_true (is_found (f, "R03", homeless));
  g_assert_cmpuint (session_of (f, homeless)->n_rooms, ==, 0);
  g_assert_cmpint (session_of (f, lost)->day, ==, -1);
  assert_all_seen (f);
  /* What stood there says what became of it. */
  g_autofree char *words = lectern_agenda_text_describe (lectern_agenda_view_get_agenda (f->view), session_of (f, homeless));
  g_assert_nonnull (strstr (words, "was deleted"));
}

static void
test_many (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Many");
  gint64 ids[400];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = add (f, edit, "One of many", 1, 700, 30, 1);
  commit (f, edit);
  lectern_agenda_view_set_day (f->view, 1);
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_boxes, ==, 401); /* the closing too */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i += 57)
    assert_seen (f, ids[i]);
  ui_wait (is_found (f, "R01", ids[0]));
  g_assert_cmpuint (lectern_check_count (lectern_checker_get_check (f->view->checker), LECTERN_LEVEL_ERROR), >=, 400 * 399 / 2);
}

/* Of any length and in any script: the item keeps its size, and says all of it. */
static void
test_texts (AgendaFixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (10000, 'A');
  const char *hebrew = "כנס סיום: מהפיילוט למפעל";
  const char *odd = "<b>&amp;</b> \"quoted\" %s";
  LecternEdit *edit = lectern_edit_new ("Texts");
  gint64 ids[] = { add (f, edit, endless, 1, 540, 30, 1), add (f, edit, hebrew, 1, 540, 30, 2),
                   add (f, edit, odd, 1, 540, 30, 3), add (f, edit, "", 1, 600, 30, 3) };
  const char *const titles[] = { endless, hebrew, odd };
  commit (f, edit);
  lectern_agenda_view_set_day (f->view, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GdkRectangle place;
      assert_seen (f, ids[i]);
      g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), ids[i], &place));
      g_assert_cmpint (place.height, <, 100);
      g_assert_cmpint (place.width, <, 600);
      if (i < G_N_ELEMENTS (titles))
        gtk_test_accessible_assert_property (gtk_root_get_focus (GTK_ROOT (f->window)), GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
    }
  /* In the list and in the tray as well. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.mode", "s", "list"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->view)), <, 1300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.mode", "s", "rooms"));
  edit = lectern_edit_new ("Off the grid");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    lectern_edit_clear (edit, SESSION, ids[i], LECTERN_SESSION_DAY);
  commit (f, edit);
  ui_wait (!session_of (f, ids[0])->placed);
  assert_all_seen (f);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->view)), <, 1300);
}

/* From the 24th to the 25th of October clocks go back: three o'clock is two o'clock again. */
static void
test_clocks (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Clocks");
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[0], LECTERN_DAY_DATE, "2026-10-24");
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[1], LECTERN_DAY_DATE, "2026-10-25");
  gint64 night = add (f, edit, "While clocks are changed", 0, 1440 + 90, 120, 0);
  gint64 early = add (f, edit, "The same hour, on the next day", 1, 150, 30, 1);
  commit (f, edit);
  ui_wait (is_found (f, "R09", night));
  assert_seen (f, night);
  assert_seen (f, early);
  assert_all_seen (f);
}

#define ADD(path, function)                                                                         \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_start (&argc, &argv);
  ADD ("/agenda-bad/times", test_times);
  ADD ("/agenda-bad/backwards", test_backwards);
  ADD ("/agenda-bad/gone", test_gone);
  ADD ("/agenda-bad/many", test_many);
  ADD ("/agenda-bad/texts", test_texts);
  ADD ("/agenda-bad/clocks", test_clocks);
  return g_test_run ();
}
