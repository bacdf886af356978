/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-hours.h"

#include "lectern-time.h"

#include <adwaita.h>
#include <math.h>

#define PADDING 7
/* Between two labels that stand side by side. */
#define GAP 14

struct _LecternAgendaHours
{
  GtkWidget parent_instance;

  GtkOrientation orientation;
  GtkAdjustment *adjustment;
  gulong scrolled;
  int from;
  int to;
  double per_minute;
};

G_DEFINE_FINAL_TYPE (LecternAgendaHours, lectern_agenda_hours, GTK_TYPE_WIDGET)

static PangoLayout *
label_of (LecternAgendaHours *self, int minute)
{
  g_autofree char *text = lectern_time_format (minute);
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
measure_label (LecternAgendaHours *self, int *width, int *height)
{
  g_autoptr (PangoLayout) widest = label_of (self, 22 * 60 + 40);
  pango_layout_get_pixel_size (widest, width, height);
}

static void
lectern_agenda_hours_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  LecternAgendaHours *self = LECTERN_AGENDA_HOURS (widget);
  int width, height;
  measure_label (self, &width, &height);
  if (orientation == self->orientation)
    *minimum = *natural = 0;
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height + 12 : width + 2 * PADDING;
}

int
lectern_agenda_hours_get_step (LecternAgendaHours *self)
{
  static const int steps[] = { 1, 5, 10, 15, 30, 60, 120, 240 };
  int width, height;
  measure_label (self, &width, &height);
  double least = self->orientation == GTK_ORIENTATION_VERTICAL ? height * 2.4 : width * 1.6 + GAP;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * self->per_minute >= least)
      return steps[i];
  return 360;
}

static void
snapshot_label (LecternAgendaHours *self, GtkSnapshot *snapshot, int minute, double at)
{
  g_autoptr (PangoLayout) label = label_of (self, minute);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float ink = adw_style_manager_get_dark (style) ? 1 : 0;
  GdkRGBA colour = { ink, ink, ink, adw_style_manager_get_high_contrast (style) ? 1 : 0.65 };
  int width, height;
  gboolean down = self->orientation == GTK_ORIENTATION_VERTICAL;
  pango_layout_get_pixel_size (label, &width, &height);
  /* The first one would be cut. */
  double back = minute == self->from ? -2 : down ? height / 2.0 : width / 2.0;
  gtk_snapshot_save (snapshot);
  if (down)
    gtk_snapshot_translate (snapshot,
                            &GRAPHENE_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) - PADDING - width,
                                                  round (at - back)));
  else
    gtk_snapshot_translate (snapshot,
                            &GRAPHENE_POINT_INIT (round (at - back),
                                                  (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, label, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
lectern_agenda_hours_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaHours *self = LECTERN_AGENDA_HOURS (widget);
  double offset = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
  double extent = self->orientation == GTK_ORIENTATION_VERTICAL ? gtk_widget_get_height (widget)
                                                                : gtk_widget_get_width (widget);
  int step;
  if (self->per_minute <= 0)
    return;
  step = lectern_agenda_hours_get_step (self);
  /* One label more than is in sight on either side: half of it may be. */
  int first = self->from + (int) floor (offset / self->per_minute) - step;
  for (int minute = (int) ceil (first / (double) step) * step; minute <= self->to; minute += step)
    {
      double at = (minute - self->from) * self->per_minute - offset;
      if (at > extent + step * self->per_minute)
        break;
      if (minute >= self->from)
        snapshot_label (self, snapshot, minute, at);
    }
}

static void
lectern_agenda_hours_dispose (GObject *object)
{
  LecternAgendaHours *self = LECTERN_AGENDA_HOURS (object);
  g_clear_signal_handler (&self->scrolled, self->adjustment);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (lectern_agenda_hours_parent_class)->dispose (object);
}

static void
lectern_agenda_hours_class_init (LecternAgendaHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_hours_dispose;
  widget_class->measure = lectern_agenda_hours_measure;
  widget_class->snapshot = lectern_agenda_hours_snapshot;
  gtk_widget_class_set_css_name (widget_class, "agendahours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lectern_agenda_hours_init (LecternAgendaHours *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "item-text");
}

GtkWidget *
lectern_agenda_hours_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_HOURS, NULL);
}

void
lectern_agenda_hours_follow (LecternAgendaHours *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  self->orientation = orientation;
  g_clear_signal_handler (&self->scrolled, self->adjustment);
  g_set_object (&self->adjustment, adjustment);
  self->scrolled = g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
lectern_agenda_hours_set (LecternAgendaHours *self, int from, int to, double per_minute)
{
  if (from == self->from && to == self->to && per_minute == self->per_minute)
    return;
  self->from = from;
  self->to = to;
  self->per_minute = per_minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
