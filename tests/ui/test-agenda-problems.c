/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel of problems: what it lists, its filter, choosing and opening, fixes, accepting
 * with a reason, levels, and what can be typed that the rules look at.
 */
#include "agenda-fixture.h"
#include "ui-start.h"

#include "lectern-agenda-levels.h"
#include "lectern-agenda-problem-row.h"
#include "lectern-agenda-view-private.h"
#include "lectern-availability.h"
#include "lectern-room-times.h"
#include "lectern-rule-levels.h"

static LecternAgendaProblems *
panel_of (AgendaFixture *f)
{
  return lectern_agenda_view_get_problems (f->view);
}

static guint
n_listed (AgendaFixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (lectern_agenda_problems_get_selection (panel_of (f))));
}

static LecternCheck *
check_of (AgendaFixture *f)
{
  return lectern_checker_get_check (f->view->checker);
}

static void
open_panel (AgendaFixture *f)
{
  ui_wait (check_of (f) != NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.problems", NULL));
  g_assert_true (lectern_agenda_problems_get_open (panel_of (f)));
}

/* Chooses the first problem of the list of which @rule is broken. */
static gboolean
choose (AgendaFixture *f, LecternRule rule)
{
  GtkSelectionModel *selection = lectern_agenda_problems_get_selection (panel_of (f));
  guint at = 0;
  for (guint i = 0; i < lectern_check_n_findings (check_of (f)); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check_of (f), i);
      if (finding->rule == rule)
        return gtk_selection_model_select_item (selection, at, TRUE);
      at += finding->reason == NULL;
    }
  return FALSE;
}

static guint
count_rule (AgendaFixture *f, LecternRule rule, gboolean accepted)
{
  guint n = 0;
  for (guint i = 0; check_of (f) != NULL && i < lectern_check_n_findings (check_of (f)); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check_of (f), i);
      n += finding->rule == rule && (finding->reason != NULL) == accepted;
    }
  return n;
}

static void
test_list (AgendaFixture *f, gconstpointer data)
{
  ui_wait (gtk_widget_get_height (GTK_WIDGET (f->view)) > 0);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (panel_of (f))), ==, 0); /* the room is the grid's */
  open_panel (f);
  guint all = lectern_check_count (check_of (f), LECTERN_LEVEL_OFF);
  g_assert_cmpuint (all, >, 1);
  g_assert_cmpuint (n_listed (f), ==, all);
  g_assert_true (choose (f, LECTERN_RULE_R20));
  g_assert_true (f->view->selected == f->talk || f->view->selected == f->clash); /* shown behind the list */
  lectern_agenda_problems_set_level (panel_of (f), 1);
  g_assert_cmpuint (n_listed (f), ==, lectern_check_count (check_of (f), LECTERN_LEVEL_ERROR));
  lectern_agenda_problems_set_level (panel_of (f), 3);
  g_assert_cmpuint (n_listed (f), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.problems", NULL));
  g_assert_false (lectern_agenda_problems_get_open (panel_of (f)));
}

/* Another event is shown, and its check is still being made: nothing is left of the one before. */
static void
test_no_check (AgendaFixture *f, gconstpointer data)
{
  open_panel (f);
  g_assert_cmpuint (n_listed (f), >, 1);
  lectern_agenda_problems_show (panel_of (f), NULL, f->view->agenda);
  g_assert_cmpuint (n_listed (f), ==, 0);
  lectern_agenda_problems_set_open (panel_of (f), TRUE);
  g_assert_null (gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (lectern_agenda_problems_get_selection (panel_of (f)))));
}

static void
test_fix (AgendaFixture *f, gconstpointer data)
{
  open_panel (f);
  g_assert_true (choose (f, LECTERN_RULE_R20));
  GtkWidget *fix = lectern_agenda_problem_details_get_fix (lectern_agenda_problems_get_details (panel_of (f)), 0);
  g_assert_nonnull (fix);
  LecternAgendaProblemRow *row = gtk_single_selection_get_selected_item (
      GTK_SINGLE_SELECTION (lectern_agenda_problems_get_selection (panel_of (f))));
  g_autoptr (GPtrArray) fixes
      = lectern_finding_fixes (check_of (f), f->view->agenda, lectern_agenda_problem_row_get_finding (row));
  gtk_test_accessible_assert_property (fix, GTK_ACCESSIBLE_PROPERTY_LABEL, ((LecternFix *) fixes->pdata[0])->label);
  g_signal_emit_by_name (fix, "clicked");
  ui_wait (count_rule (f, LECTERN_RULE_R20, FALSE) == 0);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 0);
  g_autoptr (LecternResult) result = lectern_workspace_undo (f->workspace, NULL);
  ui_wait (count_rule (f, LECTERN_RULE_R20, FALSE) == 1);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 1);
}

static void
test_accept (AgendaFixture *f, gconstpointer data)
{
  open_panel (f);
  g_assert_true (choose (f, LECTERN_RULE_R20));
  guint all = n_listed (f);
  GtkWidget *reason = lectern_agenda_problem_details_get_reason (lectern_agenda_problems_get_details (panel_of (f)));
  gtk_test_accessible_assert_property (reason, GTK_ACCESSIBLE_PROPERTY_LABEL, "Why it may stay as it is");
  gtk_editable_set_text (GTK_EDITABLE (reason), "She has a twin.");
  g_signal_emit_by_name (reason, "activate");
  ui_wait (count_rule (f, LECTERN_RULE_R20, TRUE) == 1);
  ui_wait (n_listed (f) == all - 1);
  g_assert_cmpuint (n_listed (f), ==, all - 1);
  lectern_agenda_problems_set_level (panel_of (f), 3);
  g_assert_cmpuint (n_listed (f), ==, 1);
  gtk_selection_model_select_item (lectern_agenda_problems_get_selection (panel_of (f)), 0, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason)), ==, "She has a twin.");
  g_signal_emit_by_name (reason, "activate"); /* no longer */
  ui_wait (count_rule (f, LECTERN_RULE_R20, TRUE) == 0);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 1);
}

static void
count_widgets (GtkWidget *root, GType type, const char *tooltip, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (tooltip == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0))
    ++*n;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_widgets (child, type, tooltip, n);
}

/* A level set in the dialog holds at once, and at its step only. */
static void
test_levels (AgendaFixture *f, gconstpointer data)
{
  ui_wait (check_of (f) != NULL);
  GtkWidget *dialog = lectern_agenda_levels_present (LECTERN_VIEW (f->view), lectern_check_step (check_of (f)));
  guint choices = 0, spins = 0;
  count_widgets (dialog, GTK_TYPE_DROP_DOWN, NULL, &choices);
  count_widgets (dialog, GTK_TYPE_SPIN_BUTTON, "Minutes, at every step", &spins);
  g_assert_cmpuint (choices, ==, LECTERN_N_RULES + 1);
  g_assert_cmpuint (spins, ==, 4);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 1);
  guint step = lectern_rule_step (lectern_check_step (check_of (f)));
  agenda_fixture_commit (f, lectern_rule_levels_edit_level (f->event, LECTERN_RULE_R20, step, LECTERN_LEVEL_OFF));
  ui_wait (count_rule (f, LECTERN_RULE_R20, FALSE) == 0);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 0);
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  LecternRuleLevels levels;
  lectern_rule_levels_read (reader, f->event, (step + 1) % LECTERN_N_STEPS, &levels);
  g_assert_cmpint (levels.level[LECTERN_RULE_R20], ==, LECTERN_LEVEL_ERROR);
  agenda_fixture_commit (f, lectern_rule_levels_edit_minutes (f->event, LECTERN_RULE_R12, 75));
  lectern_rule_levels_read (reader, f->event, step, &levels);
  g_assert_cmpint (levels.minutes[LECTERN_RULE_R12], ==, 75);
  g_assert_cmpint (levels.level[LECTERN_RULE_R20], ==, LECTERN_LEVEL_OFF);
  agenda_fixture_commit (f, lectern_rule_levels_edit_reset (reader, f->event));
  ui_wait (count_rule (f, LECTERN_RULE_R20, FALSE) == 1);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R20, FALSE), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A time that a room cannot be used is added in its dialog, and found. */
static void
test_room_times (AgendaFixture *f, gconstpointer data)
{
  LecternReader *reader = lectern_workspace_reader (f->workspace);
  GtkWidget *dialog = lectern_room_times_present (LECTERN_VIEW (f->view), f->rooms[0]);
  guint rows = 0;
  ui_wait (check_of (f) != NULL);
  LecternEdit *edit = lectern_edit_new ("Closed");
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_AVAILABILITY);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_OWNER_KIND, "room");
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_OWNER, f->rooms[0]);
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_EVENT, f->event);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_TYPE, "unavailable");
  agenda_fixture_commit (f, edit); /* the whole time, until somebody says when */
  ui_wait (count_rule (f, LECTERN_RULE_R03, FALSE) > 0);
  g_assert_cmpuint (count_rule (f, LECTERN_RULE_R03, FALSE), >, 0);
  count_widgets (dialog, GTK_TYPE_BUTTON, "Delete this availability", &rows);
  g_assert_cmpuint (rows, ==, 1);
  g_assert_cmpint (lectern_reader_count (reader, LECTERN_KIND_AVAILABILITY, 0, 0), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (AgendaFixture *, gconstpointer);
  } tests[] = {
    { "/agenda/problems/list", test_list },     { "/agenda/problems/fix", test_fix },
    { "/agenda/problems/accept", test_accept }, { "/agenda/problems/levels", test_levels },
    { "/agenda/problems/room-times", test_room_times }, { "/agenda/problems/no-check", test_no_check },
  };
  ui_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AgendaFixture, NULL, agenda_fixture_set_up, tests[i].test, agenda_fixture_tear_down);
  return g_test_run ();
}
