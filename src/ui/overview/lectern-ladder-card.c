/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where we are: the ladder with its dates, and under it what the public was promised.
 */
#include "lectern-overview-cards.h"

#include "lectern-ladder.h"
#include "lectern-section.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

static const guint promise_fields[] = { LECTERN_TO_COME_WHAT, LECTERN_TO_COME_TEXT, LECTERN_TO_COME_DUE,
                                        LECTERN_TO_COME_DONE };
static const guint release_fields[] = { LECTERN_RELEASE_DUE, LECTERN_RELEASE_DATE, LECTERN_RELEASE_NOTE };

/* What a button of the card is about: a step or a promise. */
typedef struct
{
  LecternView *view; /* weak */
  gint64 id;
  const char *step;
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;
  g_clear_weak_pointer (&about->view);
  g_free (about);
}

static About *
about_new (LecternView *view, gint64 id, const char *step)
{
  About *about = g_new0 (About, 1);
  g_set_weak_pointer (&about->view, view);
  about->id = id;
  about->step = step;
  return about;
}

static void
edit_at (GtkWidget *at, LecternView *view, LecternKind kind, gint64 id, const guint *fields, gsize n)
{
  GtkWidget *card = gtk_widget_get_ancestor (at, LECTERN_TYPE_CARD);
  lectern_card_edit (LECTERN_CARD (card), at, view, kind, id, fields, n);
}

/* -- steps ------------------------------------------------------------------------- */

/* The record that carries a step's dates is made the first time somebody sets one. */
static void
on_step_clicked (GtkButton *button, About *about)
{
  if (about->view == NULL)
    return;
  if (about->id == 0)
    {
      const LecternField *field = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
      /* TRANSLATORS: %s is a step of the ladder, "Final agenda" */
      g_autofree char *label
          = g_strdup_printf (_("Plan “%s”"), lectern_field_choice_label (field, about->step));
      g_autoptr (LecternEdit) edit = lectern_edit_new (label);
      about->id = lectern_edit_create (edit, LECTERN_KIND_RELEASE);
      lectern_edit_set_integer (edit, LECTERN_KIND_RELEASE, about->id, LECTERN_RELEASE_EVENT,
                                lectern_view_get_event (about->view));
      lectern_edit_set_text (edit, LECTERN_KIND_RELEASE, about->id, LECTERN_RELEASE_STEP, about->step);
      lectern_edit_set_integer (edit, LECTERN_KIND_RELEASE, about->id, LECTERN_RELEASE_VERSION, 1);
      lectern_view_commit (about->view, edit, NULL);
    }
  edit_at (GTK_WIDGET (button), about->view, LECTERN_KIND_RELEASE, about->id, release_fields,
           G_N_ELEMENTS (release_fields));
}

static GtkWidget *
line_new (gboolean shown, gboolean done)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "ladder-line");
  if (done)
    gtk_widget_add_css_class (line, "reached");
  gtk_widget_set_opacity (line, shown ? 1 : 0);
  return line;
}

static char *
step_words (const LecternStep *step, gboolean *late)
{
  gboolean overdue = FALSE;
  g_autofree char *due = lectern_due_words (step->due, &overdue);
  *late = overdue && !step->reached;
  if (step->date != NULL && step->reached)
    return lectern_near_date_words (step->date);
  if (step->reached)
    return g_strdup (_("reached"));
  /* TRANSLATORS: %s is a date, or "today" */
  return *due != '\0' ? g_strdup_printf (_("due %s"), due) : g_strdup (_("no date yet"));
}

static GtkWidget *
step_new (LecternView *view, const LecternStep *step, guint index, guint next)
{
  gboolean late;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *circle = gtk_image_new_from_icon_name (step->reached ? "object-select-symbolic" : NULL);
  GtkWidget *label = gtk_label_new (step->label);
  g_autofree char *words = step_words (step, &late);
  GtkWidget *date = lectern_quiet_label_new (words);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", step->label, words);

  gtk_widget_add_css_class (circle, "ladder-step");
  gtk_widget_add_css_class (circle, step->reached ? "reached" : index == next ? "next" : "later");
  gtk_box_append (GTK_BOX (top), line_new (index > 0, index <= next));
  gtk_box_append (GTK_BOX (top), circle);
  gtk_box_append (GTK_BOX (top), line_new (index < LECTERN_N_STEPS - 1, index < next));
  gtk_widget_add_css_class (label, "item-text");
  if (index <= next)
    gtk_widget_add_css_class (label, "heading");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (date), 0.5);
  gtk_label_set_justify (GTK_LABEL (date), GTK_JUSTIFY_CENTER);
  if (late)
    gtk_widget_add_css_class (date, "error");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), date);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ladder-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_step_clicked),
                         about_new (view, step->release, step->key), about_free, 0);
  return button;
}

static void
add_ladder (LecternCard *card, LecternView *view)
{
  LecternStep steps[LECTERN_N_STEPS];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint next = lectern_ladder_read (lectern_view_get_reader (view), lectern_view_get_event (view), steps);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    gtk_box_append (GTK_BOX (box), step_new (view, &steps[i], i, next));
  lectern_card_append (card, lectern_row_new_for (box));
  if (next > 0)
    {
      /* TRANSLATORS: %s is a step of the ladder, "Draft agenda" */
      g_autofree char *text = g_strdup_printf (_("“%s” is reached"), steps[next - 1].label);
      lectern_card_set_detail (card, text);
    }
  else
    lectern_card_set_detail (card, _("Nothing has been announced yet"));
  lectern_ladder_clear (steps);
}

/* -- promises ------------------------------------------------------------------------- */

static void
add_promise (LecternView *view, const char *text)
{
  /* TRANSLATORS: %s is what was promised to the public */
  g_autofree char *label = g_strdup_printf (_("Still to come: “%s”"), text);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_TO_COME);
  lectern_edit_set_integer (edit, LECTERN_KIND_TO_COME, id, LECTERN_TO_COME_EVENT, lectern_view_get_event (view));
  lectern_edit_set_text (edit, LECTERN_KIND_TO_COME, id, LECTERN_TO_COME_WHAT, "other");
  lectern_edit_set_text (edit, LECTERN_KIND_TO_COME, id, LECTERN_TO_COME_TEXT, text);
  lectern_view_commit (view, edit, NULL);
}

static void
on_promise_toggled (GtkCheckButton *check, About *about)
{
  if (about->view == NULL)
    return;
  gboolean done = gtk_check_button_get_active (check);
  g_autofree char *today = lectern_date_today ();
  g_autoptr (LecternEdit) edit = lectern_edit_new (done ? _("A promise is kept") : _("A promise is open again"));
  if (done)
    lectern_edit_set_text (edit, LECTERN_KIND_TO_COME, about->id, LECTERN_TO_COME_DONE, today);
  else
    lectern_edit_clear (edit, LECTERN_KIND_TO_COME, about->id, LECTERN_TO_COME_DONE);
  lectern_view_commit (about->view, edit, NULL);
}

static void
on_promise_clicked (GtkButton *button, About *about)
{
  if (about->view != NULL)
    edit_at (GTK_WIDGET (button), about->view, LECTERN_KIND_TO_COME, about->id, promise_fields,
             G_N_ELEMENTS (promise_fields));
}

static char *
promise_words (const LecternRecord *promise, const char *language, gboolean *late)
{
  const LecternField *what = lectern_field (LECTERN_KIND_TO_COME, LECTERN_TO_COME_WHAT);
  const char *text = lectern_record_text_in (promise, LECTERN_TO_COME_TEXT, language);
  const char *done = lectern_record_text (promise, LECTERN_TO_COME_DONE);
  const char *due = lectern_record_text (promise, LECTERN_TO_COME_DUE);
  g_autofree char *by = lectern_due_words (due, late);
  if (text == NULL || *text == '\0')
    text = lectern_field_choice_label (what, lectern_record_text (promise, LECTERN_TO_COME_WHAT));
  if (done != NULL && *done != '\0')
    {
      g_autofree char *date = lectern_near_date_words (done);
      *late = FALSE;
      return g_strdup_printf ("%s, %s", text, date);
    }
  /* TRANSLATORS: what is still to come, and the date by which it was promised */
  return *by != '\0' ? g_strdup_printf (_("%s by %s"), text, by) : g_strdup (text);
}

static GtkWidget *
promise_new (LecternView *view, const LecternRecord *promise)
{
  gboolean late = FALSE;
  g_autofree char *words = promise_words (promise, lectern_view_language (view), &late);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *button = gtk_button_new_with_label (words);
  /* TRANSLATORS: %s is what was promised; said by a screen reader */
  g_autofree char *name = g_strdup_printf (_("Kept: %s"), words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !lectern_record_is_empty (promise, LECTERN_TO_COME_DONE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (check, "toggled", G_CALLBACK (on_promise_toggled), about_new (view, promise->id, NULL),
                         about_free, 0);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "promise");
  if (late)
    gtk_widget_add_css_class (button, "error");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_promise_clicked), about_new (view, promise->id, NULL),
                         about_free, 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
add_promises (LecternCard *card, LecternView *view)
{
  g_autoptr (GPtrArray) promises = lectern_reader_find (lectern_view_get_reader (view), LECTERN_KIND_TO_COME,
                                                        LECTERN_TO_COME_EVENT, lectern_view_get_event (view));
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *title = gtk_label_new (_("Promised to the public"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 8);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_widget_add_css_class (title, "item-text");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (title), 12);
  gtk_widget_add_css_class (title, "promises-title");
  for (guint i = 0; i < promises->len; i++)
    {
      GtkWidget *promise = promise_new (view, g_ptr_array_index (promises, i));
      gtk_flow_box_append (GTK_FLOW_BOX (flow), promise);
      gtk_widget_set_focusable (gtk_widget_get_parent (promise), FALSE);
    }
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), promises->len > 0 ? flow
                                                   : lectern_quiet_label_new (_("Nothing is owed to the public.")));
  if (promises->len == 0)
    g_object_unref (g_object_ref_sink (flow));
  lectern_card_append (card, lectern_row_new_for (box));
}

LecternCard *
lectern_ladder_card_new (LecternView *view)
{
  LecternCard *card = lectern_card_new ("view-list-symbolic", _("Where we are"));
  GtkWidget *release = gtk_button_new_with_label (_("Release…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (release), "win.release");
  gtk_widget_add_css_class (release, "flat");
  lectern_card_add_header_widget (card, release);
  lectern_card_add_below (card, lectern_add_entry_new (view, _("Add what is still to come…"), add_promise));
  return card;
}

void
lectern_ladder_card_fill (LecternCard *card, LecternView *view)
{
  lectern_card_clear (card);
  add_ladder (card, view);
  add_promises (card, view);
}
