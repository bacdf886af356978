/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-ruler.h"

#include <math.h>

/* A side of rooms is as wide as its names up to this. */
#define WIDEST_SIDE 150
#define PADDING 7

struct _LecternAgendaRuler
{
  GtkWidget parent_instance;

  GtkOrientation orientation; /* the axis along which labels stand */
  GtkAdjustment *adjustment;
  GPtrArray *labels; /* of GtkBox */
  GArray *at;        /* of double */
  gboolean centred;
};

G_DEFINE_FINAL_TYPE (LecternAgendaRuler, lectern_agenda_ruler, GTK_TYPE_WIDGET)

static void
lectern_agenda_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (widget);
  int most = 0;
  for (guint i = 0; i < self->labels->len; i++)
    {
      int min, nat;
      gtk_widget_measure (g_ptr_array_index (self->labels, i), orientation, -1, &min, &nat, NULL, NULL);
      most = MAX (most, nat);
    }
  if (orientation == self->orientation)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = most + 12;
  else
    *minimum = *natural = MIN (most, WIDEST_SIDE) + 2 * PADDING;
}

static void
allocate_label (LecternAgendaRuler *self, guint i, int size)
{
  GtkWidget *label = g_ptr_array_index (self->labels, i);
  gboolean across = self->orientation == GTK_ORIENTATION_HORIZONTAL;
  double offset = self->adjustment ? gtk_adjustment_get_value (self->adjustment) : 0;
  int extent = across ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));
  int min, nat;
  gtk_widget_measure (label, self->orientation, -1, &min, &nat, NULL, NULL);
  double from = g_array_index (self->at, double, i) - offset;
  double length = nat;
  if (self->centred)
    from -= i > 0 ? nat / 2.0 : -2; /* the first one would be cut */
  else
    {
      length = g_array_index (self->at, double, i + 1) - offset - from;
      if (across)
        from += PADDING, length -= PADDING + 2;
    }
  gboolean seen = from + length > 0 && from < extent;
  gtk_widget_set_child_visible (label, seen);
  if (!seen)
    return;
  GtkAllocation place = across ? (GtkAllocation){ round (from), 0, MAX (round (length), 1), size }
                               : (GtkAllocation){ PADDING, round (from), MAX (size - 2 * PADDING, 1),
                                                  MAX (round (length), 1) };
  gtk_widget_size_allocate (label, &place, -1);
}

static void
lectern_agenda_ruler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (widget);
  guint placed = self->at->len - (self->centred || self->at->len == 0 ? 0 : 1);
  for (guint i = 0; i < self->labels->len; i++)
    if (i < placed)
      allocate_label (self, i, self->orientation == GTK_ORIENTATION_HORIZONTAL ? height : width);
    else
      gtk_widget_set_child_visible (g_ptr_array_index (self->labels, i), FALSE);
}

static void
lectern_agenda_ruler_dispose (GObject *object)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (object);
  lectern_agenda_ruler_clear (self, FALSE);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (lectern_agenda_ruler_parent_class)->dispose (object);
}

static void
lectern_agenda_ruler_finalize (GObject *object)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (object);
  g_ptr_array_unref (self->labels);
  g_array_unref (self->at);
  G_OBJECT_CLASS (lectern_agenda_ruler_parent_class)->finalize (object);
}

static void
lectern_agenda_ruler_class_init (LecternAgendaRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_ruler_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_ruler_finalize;
  widget_class->measure = lectern_agenda_ruler_measure;
  widget_class->size_allocate = lectern_agenda_ruler_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "agendaruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lectern_agenda_ruler_init (LecternAgendaRuler *self)
{
  self->labels = g_ptr_array_new ();
  self->at = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

GtkWidget *
lectern_agenda_ruler_new (GtkOrientation orientation)
{
  LecternAgendaRuler *self = g_object_new (LECTERN_TYPE_AGENDA_RULER, NULL);
  self->orientation = orientation;
  return GTK_WIDGET (self);
}

/* Moves the labels as @adjustment scrolls. */
void
lectern_agenda_ruler_follow (LecternAgendaRuler *self, GtkAdjustment *adjustment)
{
  g_set_object (&self->adjustment, adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
}

void
lectern_agenda_ruler_clear (LecternAgendaRuler *self, gboolean centred)
{
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_ptr_array_set_size (self->labels, 0);
  g_array_set_size (self->at, 0);
  self->centred = centred;
}

/* @detail, @tooltip: NULL for none. */
void
lectern_agenda_ruler_add (LecternAgendaRuler *self, const char *text, const char *detail, const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), self->centred ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, self->centred ? "quiet" : "room-name");
  gtk_box_append (GTK_BOX (box), label);
  if (detail != NULL)
    {
      GtkWidget *more = gtk_label_new (detail);
      gtk_widget_add_css_class (more, "quiet");
      gtk_box_append (GTK_BOX (box), more);
      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_widget_add_css_class (box, "item-text");
  gtk_widget_set_tooltip_text (box, tooltip);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_ptr_array_add (self->labels, box);
}

void
lectern_agenda_ruler_place (LecternAgendaRuler *self, const double *at, guint n)
{
  g_array_set_size (self->at, 0);
  g_array_append_vals (self->at, at, n);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
lectern_agenda_ruler_n_labels (LecternAgendaRuler *self)
{
  return self->labels->len;
}
