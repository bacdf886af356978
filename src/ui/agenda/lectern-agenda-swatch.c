/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-swatch.h"

#define WIDTH 10
#define HEIGHT 14

struct _LecternAgendaSwatch
{
  GtkWidget parent_instance;

  GdkRGBA edge;
  GdkRGBA tint;
  GdkRGBA line;
  guint pattern;
};

G_DEFINE_FINAL_TYPE (LecternAgendaSwatch, lectern_agenda_swatch, GTK_TYPE_WIDGET)

/* @part pixels drawn, then @gap not, from the top to the bottom of @edge. */
static void
snapshot_dashes (GtkSnapshot *snapshot, const graphene_rect_t *edge, const GdkRGBA *colour, float part, float gap)
{
  float end = edge->origin.y + edge->size.height;
  for (float y = edge->origin.y; y < end; y += part + gap)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (edge->origin.x, y, edge->size.width, MIN (part, end - y)));
}

/* Plain rectangles only: that is what cairo fills fast. */
void
lectern_agenda_snapshot_edge (GtkSnapshot *snapshot, const graphene_rect_t *edge, const GdkRGBA *colour, guint pattern)
{
  float third = edge->size.width / 3;
  switch (pattern % LECTERN_AGENDA_N_PATTERNS)
    {
    case 1:
      snapshot_dashes (snapshot, edge, colour, 5, 3);
      break;
    case 2:
      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (edge->origin.x, edge->origin.y, third, edge->size.height));
      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (edge->origin.x + 2 * third, edge->origin.y, third,
                                                      edge->size.height));
      break;
    case 3:
      snapshot_dashes (snapshot, edge, colour, 2, 2);
      break;
    default:
      gtk_snapshot_append_color (snapshot, colour, edge);
    }
}

static void
lectern_agenda_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* As an item is drawn, in small. */
static void
lectern_agenda_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaSwatch *self = LECTERN_AGENDA_SWATCH (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  gtk_snapshot_append_color (snapshot, &self->line, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, &self->tint, &GRAPHENE_RECT_INIT (0, 1, width - 1, height - 2));
  lectern_agenda_snapshot_edge (snapshot, &GRAPHENE_RECT_INIT (0, 0, LECTERN_AGENDA_EDGE, height), &self->edge,
                                self->pattern);
}

static void
lectern_agenda_swatch_class_init (LecternAgendaSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->measure = lectern_agenda_swatch_measure;
  widget_class->snapshot = lectern_agenda_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "agendaswatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lectern_agenda_swatch_init (LecternAgendaSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
lectern_agenda_swatch_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_SWATCH, NULL);
}

void
lectern_agenda_swatch_set (LecternAgendaSwatch *self, const LecternAgendaInk *ink)
{
  self->edge = lectern_agenda_rgba (ink->palette.edge);
  self->tint = lectern_agenda_rgba (ink->palette.tint);
  self->line = lectern_agenda_rgba (ink->palette.line);
  self->pattern = ink->pattern;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
