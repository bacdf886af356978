/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-two-columns.h"

#define GAP 18
#define SIDE_WIDTH 252
/* Narrower than this the side part goes under the main part. */
#define MIN_MAIN_WIDTH 400

struct _LecternTwoColumns
{
  GtkWidget parent_instance;
  GtkWidget *main_part;
  GtkWidget *side;
};

G_DEFINE_FINAL_TYPE (LecternTwoColumns, lectern_two_columns, GTK_TYPE_WIDGET)

static int
minimum (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least = 0;
  gtk_widget_measure (widget, orientation, for_size, &least, NULL, NULL, NULL);
  return least;
}

static int
natural_height (GtkWidget *widget, int width)
{
  int natural = 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
side_width (LecternTwoColumns *self)
{
  return MAX (SIDE_WIDTH, minimum (self->side, GTK_ORIENTATION_HORIZONTAL, -1));
}

static gboolean
beside (LecternTwoColumns *self, int width)
{
  int least = MAX (MIN_MAIN_WIDTH, minimum (self->main_part, GTK_ORIENTATION_HORIZONTAL, -1));
  return width >= least + GAP + side_width (self);
}

static void
lectern_two_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *least,
                             int *natural, int *least_baseline, int *natural_baseline)
{
  LecternTwoColumns *self = LECTERN_TWO_COLUMNS (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *least = MAX (minimum (self->main_part, orientation, -1), minimum (self->side, orientation, -1));
      *natural = MAX (*least, MIN_MAIN_WIDTH + GAP + SIDE_WIDTH);
      return;
    }
  int width = for_size >= 0 ? for_size : MIN_MAIN_WIDTH;
  if (beside (self, width))
    *least = MAX (natural_height (self->main_part, width - GAP - side_width (self)),
                  natural_height (self->side, side_width (self)));
  else
    *least = natural_height (self->main_part, width) + GAP + natural_height (self->side, width);
  *natural = *least;
}

static void
lectern_two_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternTwoColumns *self = LECTERN_TWO_COLUMNS (widget);
  GtkAllocation main_part = { 0, 0, width, height }, side = { 0, 0, width, height };
  if (beside (self, width))
    {
      side.width = side_width (self);
      main_part.width = width - GAP - side.width;
      side.x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : main_part.width + GAP;
      main_part.x = side.x == 0 ? side.width + GAP : 0;
    }
  else
    {
      main_part.height = natural_height (self->main_part, width);
      side.y = main_part.height + GAP;
      side.height = MAX (height - side.y, minimum (self->side, GTK_ORIENTATION_VERTICAL, width));
    }
  gtk_widget_size_allocate (self->main_part, &main_part, -1);
  gtk_widget_size_allocate (self->side, &side, -1);
}

static GtkSizeRequestMode
lectern_two_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_two_columns_dispose (GObject *object)
{
  LecternTwoColumns *self = LECTERN_TWO_COLUMNS (object);
  g_clear_pointer (&self->main_part, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  G_OBJECT_CLASS (lectern_two_columns_parent_class)->dispose (object);
}

static void
lectern_two_columns_class_init (LecternTwoColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_two_columns_dispose;
  widget_class->measure = lectern_two_columns_measure;
  widget_class->size_allocate = lectern_two_columns_size_allocate;
  widget_class->get_request_mode = lectern_two_columns_get_request_mode;
}

static void
lectern_two_columns_init (LecternTwoColumns *self)
{
}

GtkWidget *
lectern_two_columns_new (GtkWidget *main_part, GtkWidget *side)
{
  LecternTwoColumns *self = g_object_new (LECTERN_TYPE_TWO_COLUMNS, NULL);
  self->main_part = main_part;
  self->side = side;
  gtk_widget_set_parent (main_part, GTK_WIDGET (self));
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
