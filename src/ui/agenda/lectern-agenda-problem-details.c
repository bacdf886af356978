/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-problem-details.h"

#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaProblemDetails
{
  AdwBin parent_instance;

  LecternView *view;    /* not owned: it owns this */
  LecternCheck *check;  /* a reference */
  LecternFinding finding;
  char *subject;        /* of the finding; NULL: none */
  GPtrArray *fixes;     /* of LecternFix */
  GtkWidget *stack;
  GtkWidget *what;
  GtkWidget *why;
  GtkWidget *rule;
  GtkWidget *buttons;
  GtkWidget *reason;
  GtkWidget *accept;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (LecternAgendaProblemDetails, lectern_agenda_problem_details, ADW_TYPE_BIN)

static guint open_signal;

static void
lectern_agenda_problem_details_dispose (GObject *object)
{
  LecternAgendaProblemDetails *self = LECTERN_AGENDA_PROBLEM_DETAILS (object);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_pointer (&self->check, lectern_check_unref);
  g_clear_pointer (&self->subject, g_free);
  G_OBJECT_CLASS (lectern_agenda_problem_details_parent_class)->dispose (object);
}

static void
lectern_agenda_problem_details_class_init (LecternAgendaProblemDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_problem_details_dispose;
  open_signal = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              1, G_TYPE_INT64);
}

static void
on_fix (LecternAgendaProblemDetails *self, GtkButton *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "fix"));
  if (self->fixes == NULL || i >= self->fixes->len)
    return;
  LecternFix *fix = g_ptr_array_index (self->fixes, i);
  lectern_view_commit (self->view, fix->edit, lectern_edit_get_label (fix->edit));
}

static void
on_open (LecternAgendaProblemDetails *self)
{
  g_signal_emit (self, open_signal, 0, self->finding.session);
}

static gboolean
is_accepted (LecternAgendaProblemDetails *self)
{
  return self->finding.reason != NULL;
}

/* Accepts it with the reason that was typed, or accepts it no longer. */
static void
on_accept (LecternAgendaProblemDetails *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  if (self->check == NULL || (!is_accepted (self) && *reason == '\0'))
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  g_autoptr (LecternEdit) edit = lectern_finding_waive (self->check, &self->finding, is_accepted (self) ? NULL : reason);
  lectern_view_commit (self->view, edit, lectern_edit_get_label (edit));
}

static void
on_reason_changed (LecternAgendaProblemDetails *self)
{
  gtk_widget_set_sensitive (self->accept,
                            is_accepted (self) || *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0');
}

static GtkWidget *
new_text (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
new_reason_line (LecternAgendaProblemDetails *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->reason = gtk_entry_new ();
  self->accept = gtk_button_new ();
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Why it may stay as it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why it may stay as it is"), -1);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (on_reason_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (on_accept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->reason);
  gtk_box_append (GTK_BOX (line), self->accept);
  return line;
}

static void
lectern_agenda_problem_details_init (LecternAgendaProblemDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = new_reason_line (self);
  GtkWidget *none = lectern_quiet_label_new (_ ("Choose a problem to see how it can be mended."));
  self->stack = gtk_stack_new ();
  self->what = new_text ("heading");
  self->why = new_text ("why");
  self->rule = new_text ("quiet");
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->open = gtk_button_new_with_mnemonic (_ ("_Show in the Agenda"));
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  GtkWidget *const parts[] = { self->what, self->why, self->rule, self->buttons, self->open };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (box), parts[i]);
  gtk_widget_add_css_class (box, "problem-details");
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_widget_add_css_class (none, "problem-details");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (line, "bulk-bar"); /* stays in sight, however many ways out there are */
  gtk_box_append (GTK_BOX (page), scrolled);
  gtk_box_append (GTK_BOX (page), line);
  gtk_stack_add_named (GTK_STACK (self->stack), page, "one");
  gtk_widget_set_size_request (self->stack, 300, -1);
  gtk_widget_set_hexpand (self->stack, FALSE); /* the list has what is left */
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
lectern_agenda_problem_details_new (LecternView *view)
{
  LecternAgendaProblemDetails *self = g_object_new (LECTERN_TYPE_AGENDA_PROBLEM_DETAILS, NULL);
  self->view = view;
  return GTK_WIDGET (self);
}

static void
add_fix (LecternAgendaProblemDetails *self, guint i)
{
  LecternFix *fix = g_ptr_array_index (self->fixes, i);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (fix->label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, fix->label, -1);
  g_object_set_data (G_OBJECT (button), "fix", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_fix), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/* What was typed as a reason stays as long as it is about the same finding. */
static void
show_reason (LecternAgendaProblemDetails *self, gboolean another)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->reason), !is_accepted (self));
  if (is_accepted (self))
    gtk_editable_set_text (GTK_EDITABLE (self->reason), self->finding.reason);
  else if (another)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  /* TRANSLATORS: a problem may stay as it is; no longer */
  gtk_button_set_label (GTK_BUTTON (self->accept), is_accepted (self) ? _ ("No Longer Accept") : _ ("Accept"));
  on_reason_changed (self);
}

void
lectern_agenda_problem_details_show (LecternAgendaProblemDetails *self, LecternCheck *check, LecternAgenda *agenda,
                                     const LecternFinding *finding)
{
  g_autofree char *before = g_steal_pointer (&self->subject);
  gboolean accepted = self->finding.reason != NULL;
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  g_clear_pointer (&self->check, lectern_check_unref);
  self->finding = (LecternFinding){ 0 };
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), finding != NULL ? "one" : "none");
  if (finding == NULL)
    return;
  g_autofree char *what = lectern_finding_what (check, finding), *why = lectern_finding_why (check, finding);
  g_autofree char *where = lectern_finding_where (check, finding), *subject = lectern_finding_subject (finding);
  g_autofree char *rule = g_strdup_printf ("%s · %s%s%s", lectern_level_label (finding->level), lectern_rule_name (finding->rule),
                                           *where != '\0' ? " · " : "", where);
  self->check = lectern_check_ref (check);
  self->finding = *finding;
  self->subject = g_strconcat (lectern_rule_id (finding->rule), ":", subject, NULL);
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_label_set_text (GTK_LABEL (self->why), why);
  gtk_label_set_text (GTK_LABEL (self->rule), rule);
  self->fixes = finding->reason == NULL ? lectern_finding_fixes (check, agenda, finding) : NULL;
  for (guint i = 0; self->fixes != NULL && i < self->fixes->len; i++)
    add_fix (self, i);
  show_reason (self, accepted || g_strcmp0 (before, self->subject) != 0);
}

GtkWidget *
lectern_agenda_problem_details_get_fix (LecternAgendaProblemDetails *self, guint i)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);
  for (; button != NULL && i > 0; i--)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

GtkWidget *
lectern_agenda_problem_details_get_reason (LecternAgendaProblemDetails *self)
{
  return self->reason;
}
