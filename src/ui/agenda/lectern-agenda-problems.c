/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-problems.h"

#include "lectern-agenda-problem-row.h"
#include "lectern-agenda-problem-filter.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaProblems
{
  AdwBin parent_instance;

  LecternCheck *check;     /* a reference */
  LecternAgenda *agenda;   /* the view's */
  GtkWidget *revealer;
  GtkWidget *count;
  LecternAgendaProblemFilter *filter;
  GtkWidget *list;
  GListStore *store;       /* of LecternAgendaProblemRow */
  GtkSingleSelection *selection;
  GtkWidget *details;
  char *chosen;            /* rule and subject of the chosen finding; NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LecternAgendaProblems, lectern_agenda_problems, ADW_TYPE_BIN)

enum
{
  SELECT,
  OPEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
key_of (const LecternFinding *finding)
{
  g_autofree char *subject = lectern_finding_subject (finding);
  return g_strconcat (lectern_rule_id (finding->rule), ":", subject, NULL);
}

/* The chosen finding; NULL: none. */
static const LecternFinding *
chosen_finding (LecternAgendaProblems *self)
{
  LecternAgendaProblemRow *row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? lectern_agenda_problem_row_get_finding (row) : NULL;
}

static void
show_details (LecternAgendaProblems *self)
{
  lectern_agenda_problem_details_show (LECTERN_AGENDA_PROBLEM_DETAILS (self->details), self->check, self->agenda,
                                       chosen_finding (self));
}

static void
on_selected (LecternAgendaProblems *self)
{
  const LecternFinding *finding = chosen_finding (self);
  if (self->filling)
    return;
  g_clear_pointer (&self->chosen, g_free);
  if (finding != NULL)
    self->chosen = key_of (finding);
  show_details (self);
  if (finding != NULL)
    g_signal_emit (self, signals[SELECT], 0, finding->session);
}

static void
on_activated (LecternAgendaProblems *self, guint position)
{
  g_autoptr (LecternAgendaProblemRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row != NULL)
    g_signal_emit (self, signals[OPEN], 0, lectern_agenda_problem_row_get_finding (row)->session);
}

static void
on_details_open (LecternAgendaProblems *self, gint64 session)
{
  g_signal_emit (self, signals[OPEN], 0, session);
}

/* ---- the list ---- */

static void
show_count (LecternAgendaProblems *self, guint shown)
{
  guint all = lectern_check_count (self->check, LECTERN_LEVEL_OFF);
  g_autofree char *text = NULL;
  if (shown == all)
    text = g_strdup_printf ("%u", all);
  else
    /* TRANSLATORS: how many are shown of how many there are */
    text = g_strdup_printf (_ ("%u of %u"), shown, all);
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

/* All rows at once, the one that was chosen chosen again. None of a check that is no more: another
   event is shown, and its check is still being made. */
static void
fill (LecternAgendaProblems *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint at = GTK_INVALID_LIST_POSITION;
  if (self->check != NULL && !lectern_agenda_problems_get_open (self))
    return;
  for (guint i = 0; self->check != NULL && i < lectern_check_n_findings (self->check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (self->check, i);
      if (!lectern_agenda_problem_filter_matches (self->filter, finding))
        continue;
      g_autofree char *key = self->chosen != NULL && at == GTK_INVALID_LIST_POSITION ? key_of (finding) : NULL;
      if (key != NULL && g_str_equal (key, self->chosen))
        at = rows->len;
      g_ptr_array_add (rows, lectern_agenda_problem_row_new (self->check, finding));
    }
  self->filling = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  gtk_single_selection_set_selected (self->selection, at);
  self->filling = FALSE;
  if (self->check != NULL)
    show_count (self, rows->len);
  else
    gtk_label_set_text (GTK_LABEL (self->count), "");
  show_details (self);
}

static void
on_close (LecternAgendaProblems *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_close (LECTERN_AGENDA_PROBLEMS (widget));
  return TRUE;
}

static void
lectern_agenda_problems_dispose (GObject *object)
{
  LecternAgendaProblems *self = LECTERN_AGENDA_PROBLEMS (object);
  g_clear_pointer (&self->check, lectern_check_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (lectern_agenda_problems_parent_class)->dispose (object);
}

static void
lectern_agenda_problems_class_init (LecternAgendaProblemsClass *klass)
{
  static const char *const names[] = { "select", "open" };
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_problems_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static GtkWidget *
new_top (LecternAgendaProblems *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *title = gtk_label_new (_ ("Problems"));
  GtkWidget *close = lectern_icon_button_new ("window-close-symbolic", _ ("Close the problems (F8)"), NULL);
  self->count = lectern_quiet_label_new (NULL);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), self->count);
  lectern_agenda_problem_filter_add_to (self->filter, GTK_BOX (top));
  gtk_box_append (GTK_BOX (top), lectern_icon_button_new ("emblem-system-symbolic", _ ("Levels of the Rules"), "agenda.levels"));
  gtk_box_append (GTK_BOX (top), close);
  gtk_widget_add_css_class (top, "bulk-bar");
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_close), self, G_CONNECT_SWAPPED);
  return top;
}

static GtkWidget *
new_list (LecternAgendaProblems *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->store = g_list_store_new (LECTERN_TYPE_AGENDA_PROBLEM_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), lectern_agenda_problem_row_factory_new ());
  gtk_widget_add_css_class (self->list, "problems");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Problems"), -1);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

static void
lectern_agenda_problems_init (LecternAgendaProblems *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->filter = lectern_agenda_problem_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_top (self));
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

GtkWidget *
lectern_agenda_problems_new (LecternView *view)
{
  LecternAgendaProblems *self = g_object_new (LECTERN_TYPE_AGENDA_PROBLEMS, NULL);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->details = lectern_agenda_problem_details_new (view);
  g_signal_connect_object (self->details, "open", G_CALLBACK (on_details_open), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (halves), new_list (self));
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), self->details);
  gtk_widget_set_size_request (halves, -1, 210);
  gtk_box_append (GTK_BOX (gtk_revealer_get_child (GTK_REVEALER (self->revealer))), halves);
  return GTK_WIDGET (self);
}

void
lectern_agenda_problems_show (LecternAgendaProblems *self, LecternCheck *check, LecternAgenda *agenda)
{
  if (check != NULL)
    lectern_check_ref (check);
  g_clear_pointer (&self->check, lectern_check_unref);
  self->check = check;
  self->agenda = agenda;
  if (check != NULL && lectern_agenda_problems_get_open (self))
    lectern_agenda_problem_filter_set_check (self->filter, check);
  fill (self);
}

void
lectern_agenda_problems_set_open (LecternAgendaProblems *self, gboolean open)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  lectern_agenda_problems_show (self, self->check, self->agenda);
  if (!open)
    return;
  /* The worst one first, with what can be done about it; the arrow keys go on from there. */
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (self->list);
}

gboolean
lectern_agenda_problems_get_open (LecternAgendaProblems *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

LecternAgendaProblemDetails *
lectern_agenda_problems_get_details (LecternAgendaProblems *self)
{
  return LECTERN_AGENDA_PROBLEM_DETAILS (self->details);
}

GtkSelectionModel *
lectern_agenda_problems_get_selection (LecternAgendaProblems *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

void
lectern_agenda_problems_set_level (LecternAgendaProblems *self, guint level)
{
  lectern_agenda_problem_filter_set_level (self->filter, level);
}
