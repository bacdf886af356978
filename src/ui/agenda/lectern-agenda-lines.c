/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-lines.h"

#include "lectern-compat-gtk.h"

struct _LecternAgendaLines
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  char *markup;
};

G_DEFINE_FINAL_TYPE (LecternAgendaLines, lectern_agenda_lines, GTK_TYPE_WIDGET)

static void
lectern_agenda_lines_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
lectern_agenda_lines_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaLines *self = LECTERN_AGENDA_LINES (widget);
  if (pango_layout_get_width (self->layout) == width * PANGO_SCALE
      && pango_layout_get_height (self->layout) == height * PANGO_SCALE)
    return;
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_set_height (self->layout, height * PANGO_SCALE);
  /* Else Pango 1.50 makes lines that neither wrap nor end with “…”: a text that was once laid out in a
     lower place does not forget it. */
  if (self->markup != NULL)
    pango_layout_set_markup (self->layout, self->markup, -1);
}

static void
lectern_agenda_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaLines *self = LECTERN_AGENDA_LINES (widget);
  PangoRectangle line;
  GdkRGBA colour;
  lectern_compat_get_color (widget, &colour);
  /* Where even one line is too high, what is above and below its letters is cut, not the letters. */
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (self->layout, 0), NULL, &line);
  if (line.height > gtk_widget_get_height (widget))
    gtk_snapshot_translate (snapshot,
                            &GRAPHENE_POINT_INIT (0, (gtk_widget_get_height (widget) - line.height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
}

/* Another font, or another size of it. */
static void
lectern_agenda_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LecternAgendaLines *self = LECTERN_AGENDA_LINES (widget);
  GTK_WIDGET_CLASS (lectern_agenda_lines_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->layout);
  gtk_widget_queue_draw (widget);
}

static void
lectern_agenda_lines_finalize (GObject *object)
{
  LecternAgendaLines *self = LECTERN_AGENDA_LINES (object);
  g_object_unref (self->layout);
  g_free (self->markup);
  G_OBJECT_CLASS (lectern_agenda_lines_parent_class)->finalize (object);
}

static void
lectern_agenda_lines_class_init (LecternAgendaLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_lines_finalize;
  widget_class->measure = lectern_agenda_lines_measure;
  widget_class->size_allocate = lectern_agenda_lines_size_allocate;
  widget_class->snapshot = lectern_agenda_lines_snapshot;
  widget_class->css_changed = lectern_agenda_lines_css_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION); /* the item says it */
}

static void
lectern_agenda_lines_init (LecternAgendaLines *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
lectern_agenda_lines_new (GtkWidget *parent)
{
  GtkWidget *self = g_object_new (LECTERN_TYPE_AGENDA_LINES, NULL);
  gtk_widget_set_parent (self, parent);
  return self;
}

void
lectern_agenda_lines_set_markup (LecternAgendaLines *self, const char *markup)
{
  if (g_strcmp0 (self->markup, markup) == 0)
    return;
  g_free (self->markup);
  self->markup = g_strdup (markup);
  pango_layout_set_markup (self->layout, markup, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
lectern_agenda_lines_fits (LecternAgendaLines *self)
{
  for (GSList *line = pango_layout_get_lines_readonly (self->layout); line != NULL; line = line->next)
    {
      PangoRectangle place;
      pango_layout_line_get_pixel_extents (line->data, NULL, &place);
      if (place.width > gtk_widget_get_width (GTK_WIDGET (self)) + 1)
        return FALSE;
    }
  return TRUE;
}
