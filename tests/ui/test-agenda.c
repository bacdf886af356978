/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"
#include "lectern-agenda-item.h"
#include "lectern-agenda-text.h"
#include "lectern-field-editor.h"
#include "ui-start.h"

static LecternAgendaCanvas *
canvas_of (AgendaFixture *f)
{
  return lectern_agenda_grid_get_canvas (lectern_agenda_view_get_grid (f->view));
}

static guint
count_items (GtkWidget *parent)
{
  guint n = 0;
  for (GtkWidget *c = gtk_widget_get_first_child (parent); c != NULL; c = gtk_widget_get_next_sibling (c))
    n += LECTERN_IS_AGENDA_ITEM (c);
  return n;
}

static GtkWidget *
find_item (GtkWidget *parent, gint64 session)
{
  for (GtkWidget *c = gtk_widget_get_first_child (parent); c != NULL; c = gtk_widget_get_next_sibling (c))
    if (LECTERN_IS_AGENDA_ITEM (c) && lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (c)) == session)
      return c;
  return NULL;
}

static GdkRectangle
bounds_of (AgendaFixture *f, gint64 session)
{
  GdkRectangle bounds = { 0 };
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), session, &bounds));
  return bounds;
}

static void
act (AgendaFixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), action, NULL));
}

static gboolean
find_problem (AgendaFixture *f, gint64 session, const char *what)
{
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  g_autofree char *text = lectern_agenda_text_problems (agenda, lectern_agenda_find (agenda, session), 99);
  return strstr (text, what) != NULL;
}

/* The first day: four items, lunch over all rooms, the night one below the rest. */
static void
test_grid (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (canvas_of (f));
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "grid");
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 0);
  g_assert_cmpuint (agenda->sessions->len, ==, 6);
  g_assert_cmpuint (agenda->rooms->len, ==, 4);
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->clash)->n_problems > 0);
  agenda = lectern_agenda_view_get_agenda (f->view);
  g_assert_cmpuint (lectern_agenda_find (agenda, f->talk)->n_problems, >, 0);
  g_assert_cmpuint (count_items (canvas), ==, 4);
  GdkRectangle lunch = bounds_of (f, f->lunch), talk = bounds_of (f, f->talk), clash = bounds_of (f, f->clash);
  GdkRectangle night = bounds_of (f, f->night);
  g_assert_cmpint (lunch.width, >, 3 * talk.width);
  g_assert_cmpint (talk.x, <, clash.x);
  g_assert_cmpint (talk.y, <, clash.y);
  g_assert_cmpint (talk.y, >, lunch.y + lunch.height);
  g_assert_cmpint (night.y, >, talk.y + 10 * 60);
  g_assert_cmpint (lectern_agenda_canvas_get_layout (canvas_of (f))->to, ==, 27 * 60);
}

static void
test_items_say_what_they_are (AgendaFixture *f, gconstpointer data)
{
  ui_wait (find_problem (f, f->talk, "Odile Varenquin is in two places"));
  GtkWidget *item = find_item (GTK_WIDGET (canvas_of (f)), f->talk);
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  g_autofree char *words = lectern_agenda_text_describe (agenda, lectern_agenda_find (agenda, f->talk));
  g_assert_nonnull (strstr (words, "14:00"));
  g_assert_nonnull (strstr (words, "Great hall"));
  g_assert_nonnull (strstr (words, "Feedstock"));
  g_assert_nonnull (strstr (words, "Odile Varenquin (Chair)"));
  g_assert_nonnull (strstr (words, "Odile Varenquin is in two places: "));
  g_assert_nonnull (strstr (words, "Apprentices on both sides"));
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "From pilot to plant");
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  gtk_test_accessible_assert_role (canvas_of (f), GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (gtk_widget_has_css_class (find_item (GTK_WIDGET (canvas_of (f)), f->clash), "unsure"));
  g_assert_true (gtk_widget_has_css_class (find_item (GTK_WIDGET (canvas_of (f)), f->night), "internal"));
}

/* Only what changed is another widget; the moved item stays the same one. */
static void
test_change_keeps_widgets (AgendaFixture *f, gconstpointer data)
{
  GtkWidget *item = find_item (GTK_WIDGET (canvas_of (f)), f->talk);
  GdkRectangle before = bounds_of (f, f->talk);
  LecternEdit *edit = lectern_edit_new ("Move");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_START, 960);
  agenda_fixture_commit (f, edit);
  ui_wait (bounds_of (f, f->talk).y > before.y);
  g_assert_true (find_item (GTK_WIDGET (canvas_of (f)), f->talk) == item);
  g_assert_false (find_problem (f, f->talk, "is in two places"));
}

static void
test_keyboard (AgendaFixture *f, gconstpointer data)
{
  const guint keys[] = { LECTERN_LAYOUT_LATER, LECTERN_LAYOUT_NEXT_LANE, LECTERN_LAYOUT_EARLIER };
  const gint64 wanted[] = { f->talk, f->clash, f->lunch };
  LecternAgendaCanvas *canvas = canvas_of (f);
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (canvas);
  guint box = 0;
  guint lane = 0;
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->view)));
  g_assert_cmpint (lectern_agenda_canvas_get_focused (canvas), ==, f->lunch);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *items[] = { NULL };
      g_assert_true (lectern_layout_step (layout, &box, &lane, keys[i]));
      items[0] = find_item (GTK_WIDGET (canvas), wanted[i]);
      g_assert_true (gtk_widget_grab_focus (items[0]));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == items[0]);
    }
  g_signal_emit_by_name (canvas, "open", f->talk);
  g_assert_true (agenda_fixture_pane_shown (f));
  g_assert_cmpint (lectern_agenda_pane_get_session (lectern_agenda_view_get_pane (f->view)), ==, f->talk);
  g_signal_emit_by_name (canvas, "page", 1);
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 1);
  g_assert_cmpuint (count_items (GTK_WIDGET (canvas)), ==, 1);
}

static void
test_delete_and_undo (AgendaFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_signal_emit_by_name (canvas_of (f), "remove", f->talk);
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk) == NULL);
  ui_wait (agenda_fixture_toast (f) != NULL);
  g_assert_cmpstr (agenda_fixture_toast (f), ==, "“From pilot to plant” deleted");
  g_assert_cmpuint (count_items (GTK_WIDGET (canvas_of (f))), ==, 3);
  g_autoptr (LecternResult) result = lectern_workspace_undo (f->workspace, &error);
  g_assert_no_error (error);
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk) != NULL);
  const LecternAgendaSession *back = lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk);
  g_assert_cmpuint (back->n_people, ==, 1);
}

static void
test_new_session (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaPane *pane = lectern_agenda_view_get_pane (f->view);
  act (f, "agenda.new-session");
  ui_wait (lectern_agenda_pane_get_session (pane) != 0);
  gint64 id = lectern_agenda_pane_get_session (pane);
  g_autoptr (LecternRecord) session = agenda_fixture_session (f, id);
  g_assert_cmpstr (lectern_record_text (session, LECTERN_SESSION_TITLE), ==, "New session");
  g_assert_cmpint (lectern_record_integer (session, LECTERN_SESSION_EVENT), ==, f->event);
  g_assert_nonnull (find_item (gtk_widget_get_parent (find_item (GTK_WIDGET (canvas_of (f)), f->talk)), f->lunch));
  g_assert_true (agenda_fixture_pane_shown (f));
  /* Where somebody double clicked. */
  g_signal_emit_by_name (canvas_of (f), "add", 600, 2u);
  ui_wait (lectern_agenda_pane_get_session (pane) != id);
  g_autoptr (LecternRecord) placed = agenda_fixture_session (f, lectern_agenda_pane_get_session (pane));
  gsize n;
  g_autofree gint64 *rooms = lectern_value_get_ids (lectern_record_value (placed, LECTERN_SESSION_ROOMS), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (rooms[0], ==, f->rooms[2]);
  g_assert_cmpint (lectern_record_integer (placed, LECTERN_SESSION_DAY), ==, f->days[0]);
  g_assert_cmpint (lectern_record_integer (placed, LECTERN_SESSION_START), ==, 600);
}

static void
type_time (AgendaFixture *f, const char *text)
{
  LecternAgendaWhen *when = lectern_agenda_pane_get_when (lectern_agenda_view_get_pane (f->view));
  GtkWidget *entry = lectern_agenda_when_get_entry (when);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_when (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  LecternAgendaWhen *when = lectern_agenda_pane_get_when (lectern_agenda_view_get_pane (f->view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lectern_agenda_when_get_entry (when))), ==, "14:00–15:30");
  type_time (f, "9h40");
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->start == 580);
  g_assert_cmpint (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->duration, ==, 90);
  type_time (f, "10.00-10.45");
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->start == 600);
  g_assert_cmpint (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->duration, ==, 45);
  /* Wrong: it stays, with its reason, and nothing is stored. */
  type_time (f, "soonish");
  g_assert_nonnull (lectern_agenda_when_get_error (when));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lectern_agenda_when_get_entry (when))), ==, "soonish");
  g_autoptr (LecternRecord) same = agenda_fixture_session (f, f->talk);
  g_assert_cmpint (lectern_record_integer (same, LECTERN_SESSION_START), ==, 600);
  type_time (f, "+20");
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->duration == 20);
  g_assert_null (lectern_agenda_when_get_error (when));
  /* Another day, then none. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lectern_agenda_when_get_day (when)), 2);
  ui_wait (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->day == 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lectern_agenda_when_get_day (when)), 0);
  ui_wait (!lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->placed);
}

/* Where a locked session is can only change once it is unlocked. */
static void
test_when_locked (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Lock");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_LOCKED, 1);
  agenda_fixture_commit (f, edit);
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  LecternAgendaWhen *when = lectern_agenda_pane_get_when (lectern_agenda_view_get_pane (f->view));
  type_time (f, "9h40");
  g_assert_nonnull (strstr (lectern_agenda_when_get_error (when), "is locked"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (lectern_agenda_when_get_day (when)), 2);
  g_assert_nonnull (strstr (lectern_agenda_when_get_error (when), "is locked"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (lectern_agenda_when_get_day (when))), ==, 1);
  g_autoptr (LecternRecord) same = agenda_fixture_session (f, f->talk);
  g_assert_cmpint (lectern_record_integer (same, LECTERN_SESSION_START), ==, 840);
  g_assert_cmpint (lectern_record_integer (same, LECTERN_SESSION_DAY), ==, f->days[0]);
}

static void
test_title_in_place (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaPane *pane = lectern_agenda_view_get_pane (f->view);
  g_signal_emit_by_name (canvas_of (f), "rename", f->talk);
  GtkWidget *entry = lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (lectern_agenda_pane_get_title (pane)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "From pilot to plant");
  gtk_editable_set_text (GTK_EDITABLE (entry), "From plant to pilot");
  g_signal_emit_by_name (entry, "activate");
  ui_wait (g_str_equal (lectern_agenda_find (lectern_agenda_view_get_agenda (f->view), f->talk)->title,
                                    "From plant to pilot"));
  gtk_test_accessible_assert_property (find_item (GTK_WIDGET (canvas_of (f)), f->talk),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "From plant to pilot");
  /* The German title was made from the older one. */
  LecternAgendaTexts *texts = lectern_agenda_pane_get_texts (pane);
  g_autoptr (LecternRecord) session = agenda_fixture_session (f, f->talk);
  g_assert_true (lectern_record_translation (session, LECTERN_SESSION_TITLE, "de")->stale);
  lectern_agenda_texts_set_language (texts, "de");
  g_assert_cmpstr (lectern_agenda_texts_get_language (texts), ==, "de");
  lectern_agenda_texts_set_language (texts, "en");
  g_assert_null (lectern_agenda_texts_get_language (texts));
}

/* The chip of a language. */
static GtkWidget *
chip_of (GtkWidget *root, const char *language)
{
  GtkWidget *found = NULL;
  if (GTK_IS_TOGGLE_BUTTON (root) && g_strcmp0 (g_object_get_data (G_OBJECT (root), "language"), language) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = chip_of (child, language);
  return found;
}

/* The languages of an event take no more width than the pane has, however many they are. */
static void
test_many_languages (AgendaFixture *f, gconstpointer data)
{
  static const char *const few[] = { "en", "de", NULL }, *const many[] = { "en", "de", "fr", "nl", "sv", "pl", NULL };
  int width[2];
  g_signal_emit_by_name (canvas_of (f), "rename", f->talk);
  GtkWidget *texts = GTK_WIDGET (lectern_agenda_pane_get_texts (lectern_agenda_view_get_pane (f->view)));
  for (guint i = 0; i < 2; i++)
    {
      LecternEdit *edit = lectern_edit_new ("Languages");
      lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_LANGUAGES, NULL,
                        lectern_value_texts (i == 0 ? few : many));
      agenda_fixture_commit (f, edit);
      lectern_agenda_texts_show (LECTERN_AGENDA_TEXTS (texts), f->talk);
      gtk_widget_measure (texts, GTK_ORIENTATION_HORIZONTAL, -1, &width[i], NULL, NULL, NULL);
    }
  g_assert_cmpint (width[1], <=, width[0]);
  /* the one that is chosen keeps the keyboard */
  GtkWidget *swedish = chip_of (texts, "sv");
  gtk_widget_grab_focus (swedish);
  g_assert_true (gtk_widget_has_focus (swedish));
  g_signal_emit_by_name (swedish, "clicked");
  g_assert_true (chip_of (texts, "sv") == swedish);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (swedish)));
  g_assert_true (gtk_widget_has_focus (swedish));
  lectern_agenda_texts_set_language (LECTERN_AGENDA_TEXTS (texts), "en");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip_of (texts, "en"))));
}

static void
test_people (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  LecternAgendaPeople *people = lectern_agenda_pane_get_people (lectern_agenda_view_get_pane (f->view));
  g_assert_cmpuint (lectern_agenda_people_get_n (people), ==, 1);
  g_signal_emit_by_name (canvas_of (f), "open", f->lunch);
  g_assert_cmpuint (lectern_agenda_people_get_n (people), ==, 0);
}

static void
test_list (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaList *list = lectern_agenda_view_get_list (f->view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.mode", "s", "list"));
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "list");
  /* Six sessions and the heads of two days and of what is unplaced. */
  g_assert_cmpuint (lectern_agenda_list_get_n_rows (list), ==, 9);
  g_signal_emit_by_name (list, "open", f->loose);
  g_assert_cmpint (lectern_agenda_list_get_selected (list), ==, f->loose);
  g_assert_cmpint (lectern_agenda_pane_get_session (lectern_agenda_view_get_pane (f->view)), ==, f->loose);
  LecternEdit *edit = lectern_edit_new ("Rename");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, f->talk, LECTERN_SESSION_TITLE, "Other");
  agenda_fixture_commit (f, edit);
  g_assert_cmpuint (lectern_agenda_list_get_n_rows (list), ==, 9);
  g_assert_cmpint (lectern_agenda_list_get_selected (list), ==, f->loose);
}

static void
test_zoom_and_turn (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaGrid *grid = lectern_agenda_view_get_grid (f->view);
  int height = bounds_of (f, f->talk).height;
  g_assert_cmpfloat (lectern_agenda_grid_get_zoom (grid), ==, 1);
  act (f, "agenda.zoom-in");
  g_assert_cmpint (bounds_of (f, f->talk).height, >, height);
  act (f, "agenda.zoom-normal");
  g_assert_cmpint (bounds_of (f, f->talk).height, ==, height);
  act (f, "agenda.turn");
  g_assert_true (lectern_agenda_grid_get_turned (grid));
  g_assert_cmpint (bounds_of (f, f->talk).x, >, bounds_of (f, f->lunch).x);
  g_assert_cmpint (bounds_of (f, f->clash).y, >, bounds_of (f, f->talk).y);
}

/* A room that is not shown takes its sessions out of sight, and that is said. */
static void
test_rooms (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Delete a room");
  GdkRectangle bounds;
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_lanes, ==, 4);
  lectern_edit_delete (edit, LECTERN_KIND_ROOM, f->rooms[3]);
  agenda_fixture_commit (f, edit);
  /* The night session lost its room, not its place in the agenda. */
  ui_wait (lectern_agenda_view_get_agenda (f->view)->rooms->len == 3);
  g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), f->night, &bounds));
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_lanes, ==, 4);
}

static void
test_tray (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaTray *tray = lectern_agenda_view_get_tray (f->view);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (tray)));
  g_assert_true (lectern_agenda_tray_focus_session (tray, f->loose));
  g_assert_false (lectern_agenda_tray_focus_session (tray, f->talk));
  g_signal_emit_by_name (tray, "open", f->loose);
  g_assert_cmpint (lectern_agenda_pane_get_session (lectern_agenda_view_get_pane (f->view)), ==, f->loose);
}

static void
test_reveal (AgendaFixture *f, gconstpointer data)
{
  g_signal_emit_by_name (canvas_of (f), "page", 1);
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, f->night));
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 0);
  g_assert_cmpint (lectern_agenda_canvas_get_focused (canvas_of (f)), ==, f->night);
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, f->loose));
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_DAY, f->days[1]));
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 1);
  g_assert_false (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, 4711));
}

static void
test_days (AgendaFixture *f, gconstpointer data)
{
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  act (f, "agenda.new-day");
  ui_wait ((agenda = lectern_agenda_view_get_agenda (f->view))->days->len == 3);
  g_assert_cmpstr (lectern_agenda_day (agenda, 2)->date, ==, "2026-06-19");
  g_assert_cmpint (lectern_agenda_view_get_day (f->view), ==, 2);
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_DAY, f->days[0]));
  act (f, "agenda.delete-day");
  ui_wait ((agenda = lectern_agenda_view_get_agenda (f->view))->days->len == 2);
  g_assert_cmpuint (agenda->sessions->len, ==, 6);
  g_assert_false (lectern_agenda_find (agenda, f->talk)->placed);
}

/* Nothing there yet: it says what to do, and that works. */
static void
test_empty (AgendaFixture *f, gconstpointer data)
{
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "empty");
  act (f, "agenda.new-day");
  ui_wait (lectern_agenda_view_get_agenda (f->view)->days->len == 1);
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "grid");
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_lanes, ==, 1);
  lectern_view_load (LECTERN_VIEW (f->view), f->workspace, 0);
  g_assert_cmpstr (lectern_agenda_view_get_page (f->view), ==, "no-event");
}

/* The files' worst: no time, no length, three days, 400 at once, a title without end. */
static void
test_bad_data (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Bad data");
  GString *endless = g_string_new (NULL);
  GdkRectangle bounds;
  for (guint i = 0; i < 2500; i++)
    g_string_append (endless, "אבג ");
  for (guint i = 0; i < 400; i++)
    {
      gint64 id = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, f->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, f->days[1]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, 700);
      lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&f->rooms[0], 1));
      if (i % 3 == 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, i == 0 ? 3 * 1440 : 30);
      if (i == 1)
        lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, endless->str);
    }
  g_string_free (endless, TRUE);
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 406);
  lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_DAY, f->days[1]);
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_boxes, ==, 401);
  for (guint i = 0; i < 400; i++)
    g_main_context_iteration (NULL, FALSE);
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (lectern_agenda_session (agenda, i)->placed && lectern_agenda_session (agenda, i)->day == 1)
      {
        gint64 id = lectern_agenda_session (agenda, i)->id;
        g_assert_true (lectern_agenda_canvas_get_bounds (canvas_of (f), id, &bounds));
        g_assert_cmpint (bounds.width, >=, 60);
      }
}

/* Of a very long day only what is near the part in sight becomes widgets; the rest comes
   when one goes there. */
static void
test_long_day (AgendaFixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("A long day");
  GtkWidget *canvas = GTK_WIDGET (canvas_of (f));
  gint64 last = 0;
  guint n;
  for (guint i = 0; i < 1200; i++)
    {
      last = lectern_edit_create (edit, LECTERN_KIND_SESSION);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, last, LECTERN_SESSION_EVENT, f->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, last, LECTERN_SESSION_DAY, f->days[1]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, last, LECTERN_SESSION_START, i);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, last, LECTERN_SESSION_DURATION, 30);
      lectern_edit_set (edit, LECTERN_KIND_SESSION, last, LECTERN_SESSION_ROOMS, NULL,
                        lectern_value_ids (&f->rooms[i % 4], 1));
    }
  agenda_fixture_commit (f, edit);
  ui_wait (lectern_agenda_view_get_agenda (f->view)->sessions->len == 1206);
  lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_DAY, f->days[1]);
  n = count_items (canvas);
  g_assert_cmpuint (lectern_agenda_canvas_get_layout (canvas_of (f))->n_boxes, ==, 1201);
  g_assert_cmpuint (n, >, 50);
  g_assert_cmpuint (n, <, 900);
  g_assert_null (find_item (canvas, last));
  g_assert_true (lectern_view_reveal (LECTERN_VIEW (f->view), LECTERN_KIND_SESSION, last));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == find_item (canvas, last));
  ui_wait (count_items (canvas) > n + 20);
  g_assert_cmpuint (count_items (canvas), <, 1201);
}

static void
test_nothing_leaks (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaView *view = f->view;
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_signal_emit_by_name (canvas_of (f), "open", f->talk);
  g_clear_signal_handler (&f->changed, f->workspace);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  /* What is under way (a frame, a thread's answer) may hold it for a moment. */
  ui_wait (view == NULL);
}

#define ADD(path, function, data)                                                                   \
  g_test_add (path, AgendaFixture, data, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_start (&argc, &argv);
  ADD ("/agenda/grid", test_grid, NULL);
  ADD ("/agenda/items-say-what-they-are", test_items_say_what_they_are, NULL);
  ADD ("/agenda/change-keeps-widgets", test_change_keeps_widgets, NULL);
  ADD ("/agenda/keyboard", test_keyboard, NULL);
  ADD ("/agenda/delete-and-undo", test_delete_and_undo, NULL);
  ADD ("/agenda/new-session", test_new_session, NULL);
  ADD ("/agenda/when", test_when, NULL);
  ADD ("/agenda/when-locked", test_when_locked, NULL);
  ADD ("/agenda/title-in-place", test_title_in_place, NULL);
  ADD ("/agenda/many-languages", test_many_languages, NULL);
  ADD ("/agenda/people", test_people, NULL);
  ADD ("/agenda/list", test_list, NULL);
  ADD ("/agenda/zoom-and-turn", test_zoom_and_turn, NULL);
  ADD ("/agenda/rooms", test_rooms, NULL);
  ADD ("/agenda/tray", test_tray, NULL);
  ADD ("/agenda/reveal", test_reveal, NULL);
  ADD ("/agenda/days", test_days, NULL);
  ADD ("/agenda/empty", test_empty, "empty");
  ADD ("/agenda/bad-data", test_bad_data, NULL);
  ADD ("/agenda/long-day", test_long_day, NULL);
  ADD ("/agenda/nothing-leaks", test_nothing_leaks, NULL);
  return g_test_run ();
}
