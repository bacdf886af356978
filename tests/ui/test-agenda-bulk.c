/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"
#include "lectern-agenda-menu.h"
#include "lectern-agenda-view-private.h"

static const LecternAgendaSession *
session_of (AgendaFixture *f, gint64 id)
{
  return lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), id);
}

static void
choose (AgendaFixture *f, gint64 a, gint64 b)
{
  const gint64 both[] = { a, b };
  lectern_agenda_selection_set_all (f->view->selection, both, b != 0 ? 2 : 1, a);
  lectern_agenda_view_focus_session (f->view, a);
}

static void
undo (AgendaFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_undo (f->workspace, &error);
  g_assert_no_error (error);
}

#define ACT(f, action, ...) g_assert_true (gtk_widget_activate_action (GTK_WIDGET ((f)->view), action, __VA_ARGS__))

static void
test_shift (AgendaFixture *f, gconstpointer data)
{
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.shift", "i", 20);
  ui_wait (session_of (f, f->talk)->start == 860);
  g_assert_cmpint (session_of (f, f->clash)->start, ==, 875);
  g_autofree char *label = lectern_workspace_dup_undo_label (f->workspace);
  g_assert_nonnull (strstr (label, "20"));
  undo (f);
  ui_wait (session_of (f, f->talk)->start == 840);
  g_assert_cmpint (session_of (f, f->clash)->start, ==, 855);
}

/* What is later in its rooms goes along; the anchor stays, and running into it is said. */
static void
test_shift_later (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Before lunch");
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->days[0]);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, 700);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 50);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&f->rooms[0], 1));
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, id) != NULL);
  choose (f, id, 0);
  ACT (f, "agenda.shift-later", "i", 10);
  ui_wait (session_of (f, id)->start == 710);
  g_assert_cmpint (session_of (f, f->lunch)->start, ==, 750);
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
  ui_wait (agenda_fixture_toast (f) != NULL);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "The last one now reaches 10 minutes into “Lunch”");
}

static void
test_swap (AgendaFixture *f, gconstpointer data)
{
  choose (f, f->talk, 0);
  ACT (f, "agenda.swap", NULL);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "Two sessions can be swapped; choose exactly two.");
  choose (f, f->talk, f->night);
  ACT (f, "agenda.swap", NULL);
  ui_wait (session_of (f, f->talk)->start == 1530);
  g_assert_cmpint (session_of (f, f->night)->start, ==, 840);
}

static void
test_fields (AgendaFixture *f, gconstpointer data)
{
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.set-state", "s", "asked");
  ui_wait (g_strcmp0 (session_of (f, f->talk)->state, "asked") == 0);
  ACT (f, "agenda.set-type", "s", "plenary");
  ui_wait (g_strcmp0 (session_of (f, f->clash)->type, "plenary") == 0);
  ACT (f, "agenda.set-track", "x", f->tracks[1]);
  ui_wait (session_of (f, f->talk)->track == session_of (f, f->clash)->track);
  ACT (f, "agenda.set-room", "x", f->rooms[3]);
  ui_wait (session_of (f, f->talk)->rooms[0] == session_of (f, f->night)->rooms[0]);
  ACT (f, "agenda.set-internal", "b", TRUE);
  ui_wait (session_of (f, f->talk)->internal && session_of (f, f->clash)->internal);
  ACT (f, "agenda.set-track", "x", (gint64) 0);
  ui_wait (session_of (f, f->talk)->track < 0);
  ACT (f, "agenda.set-locked", "b", TRUE);
  ui_wait (session_of (f, f->talk)->locked && session_of (f, f->clash)->locked);
  /* Locked, they refuse with a sentence that names one of them. */
  ACT (f, "agenda.shift", "i", 5);
  g_assert_nonnull (strstr (agenda_fixture_toast (f), "From pilot to plant"));
  g_assert_cmpint (session_of (f, f->talk)->start, ==, 840);
}

static void
test_delete (AgendaFixture *f, gconstpointer data)
{
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.delete", NULL);
  ui_wait (session_of (f, f->talk) == NULL);
  g_assert_null (session_of (f, f->clash));
  ui_wait (agenda_fixture_toast (f) != NULL);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "2 sessions deleted");
  g_assert_cmpuint (lectern_agenda_selection_count (f->view->selection), ==, 0);
  undo (f);
  ui_wait (session_of (f, f->talk) != NULL);
  g_assert_nonnull (session_of (f, f->clash));
}

static void
test_unplace (AgendaFixture *f, gconstpointer data)
{
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.unplace", NULL);
  ui_wait (!session_of (f, f->talk)->placed);
  g_assert_false (session_of (f, f->clash)->placed);
}

/* Copies on their own day stand behind the originals, on another one at the same time. */
static void
test_copy (AgendaFixture *f, gconstpointer data)
{
  gint64 copy;
  choose (f, f->talk, 0);
  ACT (f, "agenda.duplicate", NULL);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 7);
  ui_wait (f->view->selected != f->talk);
  copy = f->view->selected;
  g_assert_cmpint (session_of (f, copy)->start, ==, 930);
  g_assert_cmpuint (session_of (f, copy)->n_people, ==, 1);
  undo (f);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 6);
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.copy", NULL);
  lectern_agenda_view_set_day (f->view, 1);
  ACT (f, "agenda.paste", NULL);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 8);
  ui_wait (lectern_agenda_selection_count (f->view->selection) == 2
                       && !lectern_agenda_selection_has (f->view->selection, f->talk));
  guint n;
  const gint64 *copies = lectern_agenda_selection_get (f->view->selection, &n);
  g_assert_cmpint (session_of (f, copies[0])->day, ==, 1);
  g_assert_cmpint (session_of (f, copies[0])->start, ==, 840);
  g_assert_cmpint (session_of (f, copies[1])->start, ==, 855);
}

/* The bar is there while two and more are chosen. */
static void
test_bar (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *revealer = gtk_widget_get_first_child (f->view->selection_bar);
  choose (f, f->talk, 0);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  choose (f, f->talk, f->clash);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  ACT (f, "agenda.select-none", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

static guint
count_items (GMenuModel *menu)
{
  guint n = 0;
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      n += section != NULL ? count_items (section) : submenu != NULL ? count_items (submenu) : 1;
    }
  return n;
}

/* Every action that a menu names is there. */
static void
assert_actions (AgendaFixture *f, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->view->actions), action + strlen ("agenda.")));
      if (section != NULL)
        assert_actions (f, section);
      if (submenu != NULL)
        assert_actions (f, submenu);
    }
}

static void
test_menu (AgendaFixture *f, gconstpointer data)
{
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  const gint64 ids[] = { f->talk, f->night };
  g_autoptr (GMenuModel) none = lectern_agenda_menu_new (agenda, NULL, 0);
  g_autoptr (GMenuModel) one = lectern_agenda_menu_new (agenda, ids, 1);
  g_autoptr (GMenuModel) two = lectern_agenda_menu_new (agenda, ids, 2);
  g_assert_cmpuint (count_items (none), ==, 3);
  g_assert_cmpuint (count_items (one), >, 30);
  /* To open or add a person only one, to swap only two; one is internal, the other is not. */
  g_assert_cmpuint (count_items (two), ==, count_items (one) - 2 + 1 + 1);
  assert_actions (f, none);
  assert_actions (f, one);
  assert_actions (f, two);
  /* It comes up, and goes. */
  lectern_agenda_selection_set (f->view->selection, f->talk);
  g_signal_emit_by_name (f->view->tray, "menu", f->talk, 5, 5);
  ui_wait (GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
  ui_wait (!GTK_IS_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
  ACT (f, "agenda.ask-shift", NULL);
  ui_wait (GTK_IS_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
  ui_wait (!GTK_IS_POPOVER (gtk_widget_get_last_child (GTK_WIDGET (f->view))));
}

#define ADD(path, function)                                                                         \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

/* Sessions of two days: each copy stands behind its original, on that one's day. */
static void
test_duplicate_days (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("To the second day");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->clash, LECTERN_SESSION_DAY, f->days[1]);
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, f->clash)->day == 1);
  int start = session_of (f, f->clash)->start, duration = session_of (f, f->clash)->duration;
  choose (f, f->talk, f->clash);
  ACT (f, "agenda.duplicate", NULL);
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  ui_wait ((agenda = lectern_agenda_view_get_agenda (f->view))->sessions->len == 8);
  guint first = 0, second = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      first += session->day == 0 && session->start == 930 && g_str_equal (session->title, session_of (f, f->talk)->title);
      second += session->day == 1 && session->start == start + duration
                && g_str_equal (session->title, session_of (f, f->clash)->title);
    }
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (second, ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/agenda-bulk/shift", test_shift);
  ADD ("/agenda-bulk/shift-later", test_shift_later);
  ADD ("/agenda-bulk/swap", test_swap);
  ADD ("/agenda-bulk/fields", test_fields);
  ADD ("/agenda-bulk/delete", test_delete);
  ADD ("/agenda-bulk/unplace", test_unplace);
  ADD ("/agenda-bulk/copy", test_copy);
  ADD ("/agenda-bulk/bar", test_bar);
  ADD ("/agenda-bulk/menu", test_menu);
  ADD ("/agenda-bulk/duplicate-days", test_duplicate_days);
  return g_test_run ();
}
