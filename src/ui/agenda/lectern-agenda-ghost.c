/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-ghost.h"

#include "lectern-agenda-lines.h"

struct _LecternAgendaGhost
{
  GtkWidget parent_instance;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (LecternAgendaGhost, lectern_agenda_ghost, GTK_TYPE_WIDGET)

/* It takes the size that its time and lanes give it. */
static void
lectern_agenda_ghost_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (LECTERN_AGENDA_GHOST (widget)->text, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

/* Less than its borders at the beginning of a band, and over the tray, where it has no place. */
static void
lectern_agenda_ghost_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (LECTERN_AGENDA_GHOST (widget)->text,
                            &(GtkAllocation){ 0, 0, MAX (width, 0), MAX (height, 0) }, -1);
}

static void
lectern_agenda_ghost_dispose (GObject *object)
{
  LecternAgendaGhost *self = LECTERN_AGENDA_GHOST (object);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (lectern_agenda_ghost_parent_class)->dispose (object);
}

static void
lectern_agenda_ghost_class_init (LecternAgendaGhostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_ghost_dispose;
  widget_class->measure = lectern_agenda_ghost_measure;
  widget_class->size_allocate = lectern_agenda_ghost_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "agendaghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
lectern_agenda_ghost_init (LecternAgendaGhost *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->text = lectern_agenda_lines_new (GTK_WIDGET (self));
}

GtkWidget *
lectern_agenda_ghost_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_GHOST, NULL);
}

void
lectern_agenda_ghost_set (LecternAgendaGhost *self, const char *text, gboolean wrong)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "problem");
  lectern_agenda_lines_set_markup (LECTERN_AGENDA_LINES (self->text), markup);
}

void
lectern_agenda_ghost_say (LecternAgendaGhost *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
