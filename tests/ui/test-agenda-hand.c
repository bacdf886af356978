/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody who plans an empty day with one hand comes across.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-clashes.h"
#include "lectern-agenda-room-menu.h"
#include "lectern-agenda-view-private.h"

#include <string.h>

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

/* ---- people ---- */

static LecternAgendaPeople *
people_of (AgendaFixture *f)
{
  return lectern_agenda_pane_get_people (lectern_agenda_view_get_pane (f->view));
}

static void
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0u, 0, &taken);
      if (taken)
        return;
    }
  g_assert_not_reached ();
}

/* "Marijke van der Berg chair confirmed" for each, a line each. */
static char *
roles_of (AgendaFixture *f, gint64 session)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (f->view));
  g_autoptr (GPtrArray) links
      = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *name = lectern_reader_name (
          reader, LECTERN_KIND_PERSON, lectern_record_integer (links->pdata[i], LECTERN_SESSION_ROLE_PERSON), NULL);
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "\n" : "", name,
                              lectern_record_text (links->pdata[i], LECTERN_SESSION_ROLE_ROLE),
                              lectern_record_text (links->pdata[i], LECTERN_SESSION_ROLE_STATE));
    }
  return g_string_free (text, FALSE);
}

static void
assert_roles (AgendaFixture *f, gint64 session, const char *roles)
{
  g_autofree char *found = roles_of (f, session);
  g_assert_cmpstr (found, ==, roles);
}

/* A name and behind a comma the role; what is no role belongs to the name. */
static void
test_people_typed (AgendaFixture *f, gconstpointer data)
{
  const struct
  {
    const char *typed, *roles;
  } steps[] = { { "Ida Lund, chair", "Ida Lund chair confirmed" },
                { "Olu Ade", "Ida Lund chair confirmed\nOlu Ade speaker confirmed" },
                { "ida lund, RAPP", "Ida Lund chair confirmed\nOlu Ade speaker confirmed\nIda Lund rapporteur confirmed" } };
  g_signal_emit_by_name (canvas_of (f), "open", f->loose);
  gtk_widget_grab_focus (gtk_widget_get_parent (find (GTK_WIDGET (people_of (f)), GTK_TYPE_ENTRY)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.add-person", NULL));
  GtkWidget *entry = find (GTK_WIDGET (people_of (f)), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (entry)), entry));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), steps[i].typed);
      g_signal_emit_by_name (entry, "activate");
      ui_wait (lectern_agenda_people_get_n (people_of (f)) == i + 1);
      assert_roles (f, f->loose, steps[i].roles);
    }
  /* once more: nothing becomes another because of it */
  g_autoptr (GPtrArray) links = lectern_reader_find (lectern_view_get_reader (LECTERN_VIEW (f->view)),
                                                     LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, f->loose);
  LecternEdit *open = lectern_edit_new ("Open");
  lectern_edit_set_text (open, LECTERN_KIND_SESSION_ROLE, ((LecternRecord *) links->pdata[0])->id, LECTERN_SESSION_ROLE_STATE,
                         "to-be-confirmed");
  agenda_fixture_commit (f, open);
  g_autofree char *before = roles_of (f, f->loose);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ida Lund, chair");
  g_signal_emit_by_name (entry, "activate");
  ui_wait (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0');
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_roles (f, f->loose, before);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Holt, Eva");
  g_signal_emit_by_name (entry, "activate");
  ui_wait (lectern_agenda_people_get_n (people_of (f)) == 4);
  g_autofree char *all = roles_of (f, f->loose);
  g_assert_nonnull (strstr (all, "Holt, Eva speaker"));
}

/* Down from what was typed is the best that was found; Escape empties, then leads back. */
static void
test_people_by_arrows (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->loose);
  lectern_agenda_people_focus (people_of (f));
  GtkWidget *entry = find (GTK_WIDGET (people_of (f)), GTK_TYPE_ENTRY);
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (f->view));
  g_autofree char *name = lectern_reader_name (reader, LECTERN_KIND_PERSON, f->person, NULL);
  g_autofree char *start = g_strndup (name, 3);
  g_autofree char *typed = g_strconcat (start, ", mod", NULL);
  g_autofree char *roles = g_strconcat (name, " moderator confirmed", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  press (entry, GDK_KEY_Down);
  g_signal_emit_by_name (entry, "activate");
  ui_wait (lectern_agenda_people_get_n (people_of (f)) == 1);
  assert_roles (f, f->loose, roles);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nobody");
  press (entry, GDK_KEY_Escape);
  press (entry, GDK_KEY_Escape);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  press (entry, GDK_KEY_Escape);
  ui_wait (!gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (entry)), entry));
}

/* Another role is another row: the keyboard stays with the person. */
static void
test_people_keep_focus (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  GtkWidget *drop = find (GTK_WIDGET (people_of (f)), GTK_TYPE_DROP_DOWN);
  gtk_widget_grab_focus (drop);
  guint other = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)) == 0 ? 1 : 0;
  g_object_ref (drop); /* so that another one is not at the same address */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), other);
  ui_wait (find (GTK_WIDGET (people_of (f)), GTK_TYPE_DROP_DOWN) != drop);
  g_object_unref (drop);
  drop = find (GTK_WIDGET (people_of (f)), GTK_TYPE_DROP_DOWN);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (drop));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)), ==, other);
  g_assert_nonnull (focus);
  g_assert_true (focus == drop || gtk_widget_is_ancestor (focus, drop));
}

/* What a button keeps apart no longer: the keyboard stays there. And what is changed elsewhere
   does not take it away. */
static void
test_clashes_keep_focus (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Apart");
  lectern_edit_link (edit, LECTERN_KIND_CLASH, f->event, f->talk, f->night);
  lectern_edit_link (edit, LECTERN_KIND_CLASH, f->event, f->talk, f->loose);
  agenda_fixture_commit (f, edit);
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  GtkWidget *pane = GTK_WIDGET (lectern_agenda_view_get_pane (f->view));
  gtk_expander_set_expanded (GTK_EXPANDER (find (pane, GTK_TYPE_EXPANDER)), TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  GtkWidget *clashes = find (pane, LECTERN_TYPE_AGENDA_CLASHES);
  GtkWidget *button = find (clashes, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_grab_focus (button));
  edit = lectern_edit_new ("Elsewhere");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->night, LECTERN_SESSION_NOTES, "Warm clothes");
  agenda_fixture_commit (f, edit);
  ui_wait (gtk_root_get_focus (GTK_ROOT (f->window)) == find (clashes, GTK_TYPE_BUTTON));
  g_signal_emit_by_name (find (clashes, GTK_TYPE_BUTTON), "clicked");
  ui_wait (lectern_reader_count (lectern_workspace_reader (f->workspace), LECTERN_KIND_CLASH, 0, 0) == 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, clashes));
}

/* The keyboard comes to the entry from either side, and leaves it to either. */
static void
test_people_walk (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  GtkWidget *people = GTK_WIDGET (people_of (f));
  GtkWidget *entry = find (people, GTK_TYPE_ENTRY);
  GtkWidget *drop = find (people, GTK_TYPE_DROP_DOWN);
  lectern_agenda_people_focus (people_of (f));
  for (guint i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (f->window, GTK_DIR_TAB_BACKWARD));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (drop));
  g_assert_true (focus == drop || gtk_widget_is_ancestor (focus, drop));
  for (guint i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (entry)), entry));
}

/* ---- parts ---- */

static void
test_set_part (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("A demonstration project");
  gint64 part = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, part, LECTERN_PROGRAMME_NODE_NAME, "Slag");
  agenda_fixture_commit (f, edit);
  gtk_widget_grab_focus (GTK_WIDGET (canvas_of (f)));
  gint64 session = lectern_agenda_canvas_get_focused (canvas_of (f));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.set-part", "x", part));
  ui_wait (session_of (f, session)->part == part);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.set-part", "x", (gint64) 0));
  ui_wait (session_of (f, session)->part == 0);
}

/* ---- short ones ---- */

/* What ends when the next one begins is not drawn beside it, however small the grid. */
static void
test_touching (AgendaFixture *f, gconstpointer data)
{
  GdkRectangle talk, loose;
  LecternEdit *edit = lectern_edit_new ("Two of ten minutes");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_DURATION, 10);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->loose, LECTERN_SESSION_DAY, f->days[0]);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->loose, LECTERN_SESSION_START, session_of (f, f->talk)->start + 10);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->loose, LECTERN_SESSION_DURATION, 5);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, f->loose, LECTERN_SESSION_ROOMS, NULL,
                    lectern_value_ids (&f->rooms[0], 1));
  agenda_fixture_commit (f, edit);
  ui_wait (session_of (f, f->loose)->n_rooms == 1 && session_of (f, f->talk)->duration == 10);
  for (double zoom = 0.6; zoom < 2; zoom += 0.1)
    {
      lectern_agenda_grid_set_zoom (lectern_agenda_view_get_grid (f->view), zoom);
      g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->talk, &talk));
      g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->loose, &loose));
      g_assert_cmpint (talk.x, ==, loose.x);
      g_assert_cmpint (talk.width, ==, loose.width);
      g_assert_cmpint (talk.y + talk.height, <=, loose.y);
      g_assert_cmpint (loose.height, >, 0);
    }
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
  ADD ("/agenda-hand/people-typed", test_people_typed);
  ADD ("/agenda-hand/people-by-arrows", test_people_by_arrows);
  ADD ("/agenda-hand/people-keep-focus", test_people_keep_focus);
  ADD ("/agenda-hand/clashes-keep-focus", test_clashes_keep_focus);
  ADD ("/agenda-hand/people-walk", test_people_walk);
  ADD ("/agenda-hand/set-part", test_set_part);
  ADD ("/agenda-hand/touching", test_touching);
  return g_test_run ();
}
