/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-columns.h"

#define SPACING 12
#define NARROWEST 300 /* of one column beside another */

struct _LecternColumns
{
  GtkWidget parent_instance;
  GtkWidget *parts[2];
};

G_DEFINE_FINAL_TYPE (LecternColumns, lectern_columns, GTK_TYPE_WIDGET)

static int
min_width (LecternColumns *self)
{
  int widest = 0;
  for (int i = 0; i < 2; i++)
    {
      int minimum;
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

/* Of one column; the whole width where there is room for only one. */
static int
column_width (LecternColumns *self, int width)
{
  int half = (width - SPACING) / 2;
  return half >= MAX (NARROWEST, min_width (self)) ? half : width;
}

static void
lectern_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  LecternColumns *self = LECTERN_COLUMNS (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = min_width (self);
      *natural = MAX (*minimum, NARROWEST) * 2 + SPACING;
      return;
    }
  int width = for_size < 0 ? NARROWEST * 2 + SPACING : for_size;
  int column = column_width (self, width);
  int heights[2];
  for (int i = 0; i < 2; i++)
    gtk_widget_measure (self->parts[i], GTK_ORIENTATION_VERTICAL, column, &heights[i], NULL, NULL, NULL);
  *minimum = *natural
      = column < width ? MAX (heights[0], heights[1]) : heights[0] + SPACING + heights[1];
}

static void
lectern_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternColumns *self = LECTERN_COLUMNS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = column_width (self, width);
  int first;
  gtk_widget_measure (self->parts[0], GTK_ORIENTATION_VERTICAL, column, &first, NULL, NULL, NULL);
  for (int i = 0; i < 2; i++)
    {
      GtkAllocation place = { 0, 0, column, height };
      if (column < width && (i == 1) != rtl)
        place.x = column + SPACING;
      else if (column == width)
        {
          place.y = i == 0 ? 0 : first + SPACING;
          place.height = i == 0 ? first : height - first - SPACING;
        }
      gtk_widget_size_allocate (self->parts[i], &place, -1);
    }
}

static GtkSizeRequestMode
lectern_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lectern_columns_dispose (GObject *object)
{
  LecternColumns *self = LECTERN_COLUMNS (object);
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (lectern_columns_parent_class)->dispose (object);
}

static void
lectern_columns_class_init (LecternColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_columns_dispose;
  widget_class->measure = lectern_columns_measure;
  widget_class->size_allocate = lectern_columns_size_allocate;
  widget_class->get_request_mode = lectern_columns_get_request_mode;
}

static void
lectern_columns_init (LecternColumns *self)
{
}

GtkWidget *
lectern_columns_new (GtkWidget *first, GtkWidget *second)
{
  LecternColumns *self = g_object_new (LECTERN_TYPE_COLUMNS, NULL);
  self->parts[0] = first;
  self->parts[1] = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
