/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-grid.h"

#include "lectern-agenda-heads.h"
#include "lectern-agenda-hours.h"
#include "lectern-agenda-ruler.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const double zooms[] = { 0.15, 0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.5, 2, 3, 4.5, 7, 10, 15, 20, 30 };

struct _LecternAgendaGrid
{
  GtkWidget parent_instance;

  GtkWidget *corner;
  GtkWidget *lane_heads;
  GtkWidget *hours;
  GtkWidget *scrolled;
  GtkWidget *canvas;
  const LecternAgenda *agenda;
  GArray *lanes;    /* of LecternAgendaLane */
  double zoom;
  gboolean turned;
  guint look;       /* idle source */
};

enum
{
  ZOOMED,
  LANE,
  BAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaGrid, lectern_agenda_grid, GTK_TYPE_WIDGET)

static void
lectern_agenda_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  LecternAgendaGrid *self = LECTERN_AGENDA_GRID (widget);
  GtkWidget *parts[] = { self->lane_heads, self->hours, self->scrolled };
  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int min, nat;
      gtk_widget_measure (parts[i], orientation, -1, &min, &nat, NULL, NULL);
      *minimum += min;
      *natural += nat;
    }
  gtk_widget_measure (self->corner, orientation, -1, NULL, NULL, NULL, NULL);
}

static int
natural_size (GtkWidget *widget, GtkOrientation orientation)
{
  int nat;
  gtk_widget_measure (widget, orientation, -1, NULL, &nat, NULL, NULL);
  return nat;
}

/* The heads stand where the canvas has just put its lanes and hours. */
static void
place_heads (LecternAgendaGrid *self)
{
  const LecternLayout *layout = lectern_agenda_canvas_get_layout (LECTERN_AGENDA_CANVAS (self->canvas));
  if (layout == NULL)
    return;
  lectern_agenda_hours_set (LECTERN_AGENDA_HOURS (self->hours), layout->from, layout->to, layout->per_minute);
  lectern_agenda_ruler_place (LECTERN_AGENDA_RULER (self->lane_heads), layout->edges, layout->n_lanes + 1);
}

static void
lectern_agenda_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaGrid *self = LECTERN_AGENDA_GRID (widget);
  GtkWidget *above = self->turned ? self->hours : self->lane_heads;
  GtkWidget *beside = self->turned ? self->lane_heads : self->hours;
  int side = MIN (natural_size (beside, GTK_ORIENTATION_HORIZONTAL), width / 2);
  int head = MIN (natural_size (above, GTK_ORIENTATION_VERTICAL), height);
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation){ side, head, width - side, height - head }, -1);
  place_heads (self);
  gtk_widget_size_allocate (self->corner, &(GtkAllocation){ 0, 0, side, head }, -1);
  gtk_widget_size_allocate (above, &(GtkAllocation){ side, 0, width - side, head }, -1);
  gtk_widget_size_allocate (beside, &(GtkAllocation){ 0, head, side, height - head }, -1);
}

static void
label_all (LecternAgendaGrid *self)
{
  if (lectern_agenda_canvas_get_layout (LECTERN_AGENDA_CANVAS (self->canvas)) == NULL || self->agenda == NULL)
    return;
  lectern_agenda_heads_fill (LECTERN_AGENDA_RULER (self->lane_heads), self->agenda, self->lanes,
                            self->turned);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Which way the heads stand, and with what they move. */
static void
direct_heads (LecternAgendaGrid *self)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scrolled);
  GtkWidget *above = self->turned ? self->hours : self->lane_heads;
  GtkWidget *beside = self->turned ? self->lane_heads : self->hours;
  lectern_agenda_ruler_follow (LECTERN_AGENDA_RULER (self->lane_heads),
                               self->turned ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                               self->turned ? down : across);
  lectern_agenda_hours_follow (LECTERN_AGENDA_HOURS (self->hours),
                               self->turned ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                               self->turned ? across : down);
  gtk_widget_remove_css_class (above, "side");
  gtk_widget_remove_css_class (beside, "head");
  gtk_widget_add_css_class (above, "head");
  gtk_widget_add_css_class (beside, "side");
}

static void
on_lane (LecternAgendaGrid *self, guint lane)
{
  g_signal_emit (self, signals[LANE], 0, lane);
}

static void
on_band (LecternAgendaGrid *self, guint lane)
{
  g_signal_emit (self, signals[BAND], 0, lane);
}

static gboolean
on_look (gpointer data)
{
  LecternAgendaGrid *self = data;
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scrolled);
  GdkRectangle sight = { gtk_adjustment_get_value (across), gtk_adjustment_get_value (down),
                         gtk_adjustment_get_page_size (across), gtk_adjustment_get_page_size (down) };
  self->look = 0;
  lectern_agenda_canvas_set_sight (LECTERN_AGENDA_CANVAS (self->canvas), &sight);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not while sizes are being given out. */
static void
look_later (LecternAgendaGrid *self)
{
  if (self->look == 0)
    self->look = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, on_look, self, NULL);
}

static gboolean
on_zoom_scroll (GtkEventControllerScroll *scroll, double dx, double dy, LecternAgendaGrid *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  lectern_agenda_grid_step_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static gboolean
on_zoom_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  int by = g_variant_get_int32 (args);
  if (by == 0)
    lectern_agenda_grid_set_zoom (LECTERN_AGENDA_GRID (widget), 1);
  else
    lectern_agenda_grid_step_zoom (LECTERN_AGENDA_GRID (widget), by);
  return TRUE;
}

static void
lectern_agenda_grid_dispose (GObject *object)
{
  LecternAgendaGrid *self = LECTERN_AGENDA_GRID (object);
  GtkWidget *child;
  g_clear_handle_id (&self->look, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->look, g_source_remove); /* what went changed the adjustments */
  g_clear_pointer (&self->lanes, g_array_unref);
  G_OBJECT_CLASS (lectern_agenda_grid_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key;
    int by;
  } keys[] = { { GDK_KEY_plus, 1 },      { GDK_KEY_KP_Add, 1 },      { GDK_KEY_equal, 1 }, { GDK_KEY_minus, -1 },
               { GDK_KEY_underscore, -1 }, { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },  { GDK_KEY_KP_0, 0 } };
  const GdkModifierType shift_or_none[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_CONTROL_MASK | GDK_SHIFT_MASK };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint m = 0; m < G_N_ELEMENTS (shift_or_none); m++)
      gtk_widget_class_add_binding (klass, keys[i].key, shift_or_none[m], on_zoom_key, "i", keys[i].by);
}

static void
lectern_agenda_grid_class_init (LecternAgendaGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_grid_dispose;
  widget_class->measure = lectern_agenda_grid_measure;
  widget_class->size_allocate = lectern_agenda_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "agendagrid");
  signals[ZOOMED] = g_signal_new ("zoomed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[LANE] = g_signal_new ("lane", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BAND] = g_signal_new ("band", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  add_keys (widget_class);
}

static void
lectern_agenda_grid_init (LecternAgendaGrid *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  self->zoom = 1;
  self->lanes = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  self->scrolled = gtk_scrolled_window_new ();
  self->lane_heads = lectern_agenda_ruler_new ();
  self->hours = lectern_agenda_hours_new ();
  self->corner = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->corner, "agenda-corner");
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_parent (self->lane_heads, GTK_WIDGET (self));
  gtk_widget_set_parent (self->hours, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (self->lane_heads, "lane", G_CALLBACK (on_lane), self);
  g_signal_connect_swapped (self->lane_heads, "band", G_CALLBACK (on_band), self);
  direct_heads (self);
  GtkAdjustment *const both[] = { gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                                  gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)) };
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_signal_connect_object (both[i], "value-changed", G_CALLBACK (look_later), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (both[i], "changed", G_CALLBACK (look_later), self, G_CONNECT_SWAPPED);
    }
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_zoom_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

GtkWidget *
lectern_agenda_grid_new (LecternAgendaColours *colours)
{
  LecternAgendaGrid *self = g_object_new (LECTERN_TYPE_AGENDA_GRID, NULL);
  self->canvas = lectern_agenda_canvas_new (colours);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->canvas);
  g_signal_connect_object (self->canvas, "extended", G_CALLBACK (label_all), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sessions"), -1);
  return GTK_WIDGET (self);
}

void
lectern_agenda_grid_show (LecternAgendaGrid *self, const LecternAgenda *agenda, const LecternAgendaLane *lanes,
                          guint n_lanes, const LecternAgendaFilter *filter)
{
  self->agenda = agenda;
  g_array_set_size (self->lanes, 0);
  if (n_lanes > 0)
    g_array_append_vals (self->lanes, lanes, n_lanes);
  lectern_agenda_canvas_show (LECTERN_AGENDA_CANVAS (self->canvas), agenda, lanes, n_lanes, filter);
  label_all (self);
}

LecternAgendaCanvas *
lectern_agenda_grid_get_canvas (LecternAgendaGrid *self)
{
  return LECTERN_AGENDA_CANVAS (self->canvas);
}

/* 1 is 100 %. */
double
lectern_agenda_grid_get_zoom (LecternAgendaGrid *self)
{
  return self->zoom;
}

/* What was in the middle stays there. */
static void
keep_middle (GtkAdjustment *adjustment, double factor)
{
  double half = gtk_adjustment_get_page_size (adjustment) / 2;
  double middle = (gtk_adjustment_get_value (adjustment) + half) * factor;
  gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) * MAX (factor, 1));
  gtk_adjustment_set_value (adjustment, middle - half);
}

void
lectern_agenda_grid_set_zoom (LecternAgendaGrid *self, double zoom)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  double factor = zoom / self->zoom;
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  lectern_agenda_canvas_set_view (LECTERN_AGENDA_CANVAS (self->canvas), zoom, self->turned);
  keep_middle (self->turned ? gtk_scrolled_window_get_hadjustment (scrolled)
                            : gtk_scrolled_window_get_vadjustment (scrolled), factor);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[ZOOMED], 0);
}

/* One step in or out. */
void
lectern_agenda_grid_step_zoom (LecternAgendaGrid *self, int by)
{
  guint nearest = 0;
  for (guint i = 1; i < G_N_ELEMENTS (zooms); i++)
    if (fabs (zooms[i] - self->zoom) < fabs (zooms[nearest] - self->zoom))
      nearest = i;
  lectern_agenda_grid_set_zoom (self, zooms[CLAMP ((int) nearest + by, 0, (int) G_N_ELEMENTS (zooms) - 1)]);
}

gboolean
lectern_agenda_grid_get_turned (LecternAgendaGrid *self)
{
  return self->turned;
}

/* TRUE: rooms are rows, time runs to the right. */
void
lectern_agenda_grid_set_turned (LecternAgendaGrid *self, gboolean turned)
{
  if (turned == self->turned)
    return;
  self->turned = turned;
  lectern_agenda_canvas_set_view (LECTERN_AGENDA_CANVAS (self->canvas), self->zoom, turned);
  direct_heads (self);
  label_all (self);
}

static void
bring_into_sight (GtkAdjustment *adjustment, double from, double length)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  if (from < value)
    gtk_adjustment_set_value (adjustment, from - 6);
  else if (from + length > value + page)
    gtk_adjustment_set_value (adjustment, MIN (from - 6, from + length - page + 6));
}

static void
show_place (LecternAgendaGrid *self, const GdkRectangle *place)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  bring_into_sight (gtk_scrolled_window_get_hadjustment (scrolled), place->x, place->width);
  bring_into_sight (gtk_scrolled_window_get_vadjustment (scrolled), place->y, place->height);
}

void
lectern_agenda_grid_scroll_to (LecternAgendaGrid *self, gint64 session)
{
  GdkRectangle bounds;
  if (lectern_agenda_canvas_get_bounds (LECTERN_AGENDA_CANVAS (self->canvas), session, &bounds))
    show_place (self, &bounds);
}

void
lectern_agenda_grid_scroll_to_ghost (LecternAgendaGrid *self)
{
  GdkRectangle bounds;
  if (lectern_agenda_canvas_get_ghost (LECTERN_AGENDA_CANVAS (self->canvas), &bounds))
    show_place (self, &bounds);
}
