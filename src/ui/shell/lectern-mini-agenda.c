/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-mini-agenda.h"

#include <adwaita.h>

#define HEIGHT 92
#define INSET 8
#define EDGE 3

struct _LecternMiniAgenda
{
  GtkWidget parent_instance;
  const LecternMiniItem *items; /* static */
  gsize n;
};

G_DEFINE_FINAL_TYPE (LecternMiniAgenda, lectern_mini_agenda, GTK_TYPE_WIDGET)

/* Edges of tracks; the last is for items of no track. */
static const char *const colours[] = {
  "#1f8a7a", "#a4701c", "#4a8430", "#b5472c", "#b03a64", "#83408e", "#4a52a8", "#5c6570",
};

static void
lectern_mini_agenda_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternMiniAgenda *self = LECTERN_MINI_AGENDA (widget);
  float width = gtk_widget_get_width (widget) - 2 * INSET;
  float height = gtk_widget_get_height (widget) - 2 * INSET;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  for (gsize i = 0; i < self->n; i++)
    {
      const LecternMiniItem *item = &self->items[i];
      int track = item->track < 0 ? G_N_ELEMENTS (colours) - 1
                                  : item->track % (G_N_ELEMENTS (colours) - 1);
      float x = INSET + item->x * width, y = INSET + item->y * height;
      float w = item->width * width - 3, h = item->height * height - 2;
      GdkRGBA colour;
      gdk_rgba_parse (&colour, colours[track]);
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, EDGE, h));
      colour.alpha = dark ? 0.4 : 0.2;
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x + EDGE, y, w - EDGE, h));
    }
}

static void
lectern_mini_agenda_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 180;
}

static void
lectern_mini_agenda_class_init (LecternMiniAgendaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->snapshot = lectern_mini_agenda_snapshot;
  widget_class->measure = lectern_mini_agenda_measure;
  gtk_widget_class_set_css_name (widget_class, "miniagenda");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lectern_mini_agenda_init (LecternMiniAgenda *self)
{
}

/** @items stay the caller's and must be static. */
GtkWidget *
lectern_mini_agenda_new (const LecternMiniItem *items, gsize n)
{
  LecternMiniAgenda *self = g_object_new (LECTERN_TYPE_MINI_AGENDA, NULL);
  self->items = items;
  self->n = n;
  return GTK_WIDGET (self);
}
