/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody who plans an empty day with one hand comes across.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-room-menu.h"
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
set (AgendaFixture *f, guint field, int value)
{
  LecternEdit *edit = lectern_edit_new ("Set");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, field, value);
  agenda_fixture_commit (f, edit);
}

/* At the half hour, but behind what stands above it in that room. */
static void
test_new_start (AgendaFixture *f, gconstpointer data)
{
  const LecternAgendaSpot behind = { .lane = 0, .minute = 950 }, later = { .lane = 0, .minute = 975 },
                          beside = { .lane = 3, .minute = 950 };
  set (f, LECTERN_SESSION_DURATION, 100);
  ui_wait (session_of (f, f->talk)->duration == 100);
  g_assert_cmpint (lectern_agenda_canvas_new_start (canvas_of (f), &behind), ==, 940);
  g_assert_cmpint (lectern_agenda_canvas_new_start (canvas_of (f), &later), ==, 960);
  g_assert_cmpint (lectern_agenda_canvas_new_start (canvas_of (f), &beside), ==, 930);
}

/* Under the last hour of the grid it is later: the day becomes longer at once. */
static void
test_later (AgendaFixture *f, gconstpointer data)
{
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (canvas_of (f));
  int to = layout->to;
  LecternAgendaSpot spot;
  double under = layout->length + 45.5 * layout->per_minute;
  g_assert_true (lectern_agenda_canvas_look (canvas_of (f), layout->edges[0] + 10, under, &spot));
  g_assert_cmpint (spot.minute, ==, MIN (2879, to - 1 + 45));
  /* Dragged there the edge of what stands at the end goes on. */
  const LecternAgendaLane *lane = lectern_agenda_canvas_get_lane (canvas_of (f), 0);
  g_assert_true (lectern_agenda_view_take (f->view, &f->talk, 1, f->talk, LECTERN_AGENDA_CARRY_END, lane, FALSE));
  lectern_agenda_carry_to (f->view->carry, lane, spot.minute);
  lectern_agenda_view_show_carry (f->view);
  g_assert_cmpint (lectern_agenda_canvas_get_layout (canvas_of (f))->to, >=, to + 45);
  lectern_agenda_view_drop (f->view);
  ui_wait (session_of (f, f->talk)->duration == to + 45 - 840);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press_down (GtkWidget *box)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (box);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;
      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Down, 0u, 0, &taken);
      g_assert_true (taken);
    }
}

/* The arrows walk through the rooms to tick. */
static void
test_rooms_by_arrows (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  GtkWidget *menu = find (GTK_WIDGET (lectern_agenda_view_get_pane (f->view)), LECTERN_TYPE_AGENDA_ROOM_MENU);
  GtkMenuButton *button = GTK_MENU_BUTTON (lectern_agenda_room_menu_get_button (LECTERN_AGENDA_ROOM_MENU (menu)));
  gtk_menu_button_popup (button);
  GtkWidget *box = gtk_popover_get_child (gtk_menu_button_get_popover (button));
  ui_wait (find (box, GTK_TYPE_CHECK_BUTTON) != NULL && gtk_widget_get_mapped (box));
  GtkWidget *first = find (box, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *second = find (gtk_widget_get_next_sibling (gtk_widget_get_parent (first)), GTK_TYPE_CHECK_BUTTON);
  gtk_widget_grab_focus (first);
  press_down (box);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (box)) == second);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), TRUE);
  ui_wait (session_of (f, f->talk)->n_rooms == 2);
  gtk_menu_button_popdown (button);
}

#define ADD(path, function)                                                                         \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/agenda-hand/new-start", test_new_start);
  ADD ("/agenda-hand/later", test_later);
  ADD ("/agenda-hand/rooms-by-arrows", test_rooms_by_arrows);
  return g_test_run ();
}
