/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event of 10,000 sessions: an edit reads what it touched and no more.
 */
#include "agenda-fixture.h"
#include "ui-start.h"

#define N_DAYS 40
#define N_ROOMS 50
#define N_SESSIONS 10000 /* five in each room on each day */

typedef struct
{
  AgendaFixture agenda;
  gint64 days[N_DAYS];
  gint64 rooms[N_ROOMS];
  gint64 sessions[N_SESSIONS];
} Large;

static void
add_places (Large *f, LecternEdit *edit)
{
  for (guint i = 0; i < N_ROOMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Room %02u", i + 1);
      f->rooms[i] = lectern_edit_create (edit, LECTERN_KIND_ROOM);
      lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->rooms[i], LECTERN_ROOM_NAME, name);
    }
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *date = g_strdup_printf ("2027-%02u-%02u", 1 + i / 28, 1 + i % 28);
      f->days[i] = lectern_edit_create (edit, LECTERN_KIND_DAY);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_EVENT, f->agenda.event);
      lectern_edit_set_text (edit, LECTERN_KIND_DAY, f->days[i], LECTERN_DAY_DATE, date);
    }
}

static void
set_up (Large *f, gconstpointer data)
{
  agenda_fixture_set_up (&f->agenda, "empty");
  LecternEdit *edit = lectern_edit_new ("Congress");
  add_places (f, edit);
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      gint64 id = f->sessions[i] = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      g_autofree char *title = g_strdup_printf ("Session %u", i);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->agenda.event);
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->days[i / (N_SESSIONS / N_DAYS)]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, 540 + i / N_ROOMS % 5 * 60);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 50);
      lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&f->rooms[i % N_ROOMS], 1));
    }
  agenda_fixture_commit (&f->agenda, edit);
}

static void
tear_down (Large *f, gconstpointer data)
{
  agenda_fixture_tear_down (&f->agenda, data);
}

static void
move (Large *f, guint i, int start)
{
  LecternEdit *edit = lectern_edit_new ("Move");
  g_autoptr (GError) error = NULL;
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->sessions[i], LECTERN_SESSION_START, start);
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->agenda.workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static void
tell (Large *f, LecternKind kind, const char *what)
{
  gint64 began = g_get_monotonic_time ();
  lectern_view_changed (LECTERN_VIEW (f->agenda.view), G_GUINT64_CONSTANT (1) << kind);
  double ms = (g_get_monotonic_time () - began) / 1000.0;
  g_test_message ("%s at %u sessions: %.1f ms on the main loop", what, N_SESSIONS, ms);
}

static const LecternAgenda *
agenda_of (Large *f)
{
  return lectern_agenda_view_get_agenda (f->agenda.view);
}

/* What one edit touches is read, in every way of showing, and nothing else. */
static void
test_edit (Large *f, gconstpointer mode)
{
  if (mode != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_assert_true (g_action_parse_detailed_name (mode, &name, &target, NULL));
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (f->agenda.view), name, target));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < 3; i++)
    {
      g_signal_handler_block (f->agenda.workspace, f->agenda.changed);
      move (f, 7 + i, 541 + i);
      tell (f, LECTERN_KIND_SESSION, mode != NULL ? mode : "an edit");
      g_assert_cmpuint (agenda_of (f)->n_read, ==, 1);
      g_assert_cmpint (lectern_agenda_find (agenda_of (f), f->sessions[7 + i])->start, ==, 541 + (int) i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_signal_handler_unblock (f->agenda.workspace, f->agenda.changed);
    }
}

/* What moves more than that is read on a thread; what was shown stands until then. */
static void
test_thread (Large *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LecternEdit *edit = lectern_edit_new ("Rename");
  const LecternAgenda *before = agenda_of (f);
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->rooms[0], LECTERN_ROOM_NAME, "A new name");
  g_signal_handler_block (f->agenda.workspace, f->agenda.changed);
  g_autoptr (LecternResult) result = lectern_workspace_commit (f->agenda.workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
  tell (f, LECTERN_KIND_ROOM, "another name for a room");
  g_assert_true (agenda_of (f) == before);
  move (f, 3, 555); /* while it is being read */
  tell (f, LECTERN_KIND_SESSION, "an edit while that is read");
  ui_wait (agenda_of (f) != before);
  g_assert_cmpstr (lectern_agenda_room (agenda_of (f), 0)->name, ==, "A new name");
  g_assert_cmpint (lectern_agenda_find (agenda_of (f), f->sessions[3])->start, ==, 555);
  g_signal_handler_unblock (f->agenda.workspace, f->agenda.changed);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add ("/agenda-large/edit", Large, NULL, set_up, test_edit, tear_down);
  g_test_add ("/agenda-large/edit-list", Large, "agenda.mode::list", set_up, test_edit, tear_down);
  g_test_add ("/agenda-large/edit-days", Large, "agenda.all-days", set_up, test_edit, tear_down);
  g_test_add ("/agenda-large/thread", Large, NULL, set_up, test_thread, tear_down);
  return g_test_run ();
}
