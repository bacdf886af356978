/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-problem-row.h"

#include "lectern-compat-gtk.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaProblemRow
{
  GObject parent_instance;

  LecternCheck *check; /* a reference */
  LecternFinding finding;
  char *reason;        /* the finding's, which may go with the next update */
};

G_DEFINE_FINAL_TYPE (LecternAgendaProblemRow, lectern_agenda_problem_row, G_TYPE_OBJECT)

static const struct
{
  const char *icon, *class;
} looks[LECTERN_N_LEVELS] = {
  [LECTERN_LEVEL_OFF] = { "dialog-information-symbolic", "quiet" },
  [LECTERN_LEVEL_HINT] = { "dialog-information-symbolic", "quiet" },
  [LECTERN_LEVEL_WARNING] = { "dialog-warning-symbolic", "warning" },
  [LECTERN_LEVEL_ERROR] = { "dialog-error-symbolic", "error" },
};

static void
lectern_agenda_problem_row_finalize (GObject *object)
{
  LecternAgendaProblemRow *self = LECTERN_AGENDA_PROBLEM_ROW (object);
  lectern_check_unref (self->check);
  g_free (self->reason);
  G_OBJECT_CLASS (lectern_agenda_problem_row_parent_class)->finalize (object);
}

static void
lectern_agenda_problem_row_class_init (LecternAgendaProblemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_problem_row_finalize;
}

static void
lectern_agenda_problem_row_init (LecternAgendaProblemRow *self)
{
}

LecternAgendaProblemRow *
lectern_agenda_problem_row_new (LecternCheck *check, const LecternFinding *finding)
{
  LecternAgendaProblemRow *self = g_object_new (LECTERN_TYPE_AGENDA_PROBLEM_ROW, NULL);
  self->check = lectern_check_ref (check);
  self->finding = *finding;
  self->reason = g_strdup (finding->reason);
  self->finding.reason = self->reason;
  return self;
}

const LecternFinding *
lectern_agenda_problem_row_get_finding (LecternAgendaProblemRow *self)
{
  return &self->finding;
}

/* ---- drawing ---- */

static GtkWidget *
new_label (const char *class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *what = new_label (NULL, TRUE), *why = new_label ("second-line", TRUE), *where = new_label ("quiet", FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (where), 16);
  gtk_box_append (GTK_BOX (lines), what);
  gtk_box_append (GTK_BOX (lines), why);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), where);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  LecternAgendaProblemRow *self = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *icon = gtk_widget_get_first_child (box);
  GtkWidget *lines = gtk_widget_get_next_sibling (icon), *what = gtk_widget_get_first_child (lines);
  const LecternFinding *finding = &self->finding;
  g_autofree char *a = lectern_finding_what (self->check, finding), *b = lectern_finding_why (self->check, finding);
  g_autofree char *c = lectern_finding_where (self->check, finding);
  g_autofree char *second = self->reason != NULL ? g_strdup_printf (_ ("Accepted: %s"), self->reason) : g_steal_pointer (&b);
  for (guint i = 0; i < LECTERN_N_LEVELS; i++)
    gtk_widget_remove_css_class (icon, looks[i].class);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), looks[finding->level].icon);
  gtk_widget_add_css_class (icon, looks[finding->level].class);
  gtk_widget_set_tooltip_text (icon, lectern_level_label (finding->level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, lectern_level_label (finding->level), -1);
  gtk_label_set_text (GTK_LABEL (what), a);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (what)), second);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (lines)), c);
}

GtkListItemFactory *
lectern_agenda_problem_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}
