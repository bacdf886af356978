/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-record-history.h"

#include "lectern-history.h"
#include "lectern-section.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* Older changes are in the workspace's history. */
#define MOST 50

struct _LecternRecordHistory
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkExpander *expander;
  GtkWidget *summary;
  GtkWidget *rows;
  LecternKind kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (LecternRecordHistory, lectern_record_history, ADW_TYPE_BIN)

static void
append_change (LecternRecordHistory *self, const LecternChange *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (change->label);
  g_autofree char *time = lectern_instant_format (change->time);
  g_autofree char *detail = NULL;
  /* TRANSLATORS: a line of the history: the time, then “undone” or “done again” */
  const char *turn = change->type == LECTERN_CHANGE_UNDO   ? _ (" · undone")
                     : change->type == LECTERN_CHANGE_REDO ? _ (" · done again")
                                                           : "";
  gboolean named = change->author != NULL && *change->author != '\0';
  detail = g_strconcat (time, turn, named ? " · " : "", named ? change->author : "", NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "item-text");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), lectern_quiet_label_new (detail));
  gtk_box_append (GTK_BOX (self->rows), row);
}

static GPtrArray *
read_changes (LecternRecordHistory *self)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL || self->id == 0)
    return NULL;
  return lectern_history_of_record (reader, self->kind, self->id, MOST);
}

/* "7 changes · 12 May 9.41" */
static char *
dup_summary (const GPtrArray *changes)
{
  guint n = changes != NULL ? changes->len : 0;
  g_autofree char *last = n > 0 ? lectern_instant_format (((LecternChange *) changes->pdata[0])->time) : NULL;
  g_autofree char *number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  if (n == 0)
    return g_strdup ("");
  return g_strconcat (number, n == MOST ? "+" : "", " · ", last, NULL);
}

static void
fill (LecternRecordHistory *self)
{
  g_autoptr (GPtrArray) changes = read_changes (self);
  g_autofree char *summary = dup_summary (changes);
  GtkWidget *child;
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  if (!gtk_expander_get_expanded (self->expander))
    return;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    append_change (self, changes->pdata[i]);
}

static void
lectern_record_history_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_RECORD_HISTORY (object)->view);
  G_OBJECT_CLASS (lectern_record_history_parent_class)->dispose (object);
}

static void
lectern_record_history_class_init (LecternRecordHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_record_history_dispose;
}

static void
lectern_record_history_init (LecternRecordHistory *self)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("History"));
  self->expander = GTK_EXPANDER (expander);
  self->summary = lectern_quiet_label_new (NULL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_wrap (GTK_LABEL (self->summary), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (self->rows, 6);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->summary);
  gtk_expander_set_label_widget (self->expander, head);
  gtk_expander_set_child (self->expander, self->rows);
  g_signal_connect_swapped (expander, "notify::expanded", G_CALLBACK (fill), self);
  adw_bin_set_child (ADW_BIN (self), expander);
}

GtkWidget *
lectern_record_history_new (LecternView *view)
{
  LecternRecordHistory *self = g_object_new (LECTERN_TYPE_RECORD_HISTORY, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}

void
lectern_record_history_show (LecternRecordHistory *self, LecternKind kind, gint64 id)
{
  self->kind = kind;
  self->id = id;
  fill (self);
}
