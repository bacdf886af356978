/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-ruler.h"

#include <math.h>

/* A side of rooms is as wide as its names up to this. */
#define WIDEST_SIDE 150
#define PADDING 7

typedef struct
{
  GtkWidget *label;
  guint first;
  guint end;
} Head;

struct _LecternAgendaRuler
{
  GtkWidget parent_instance;

  GtkOrientation orientation; /* the axis along which heads stand */
  GtkAdjustment *adjustment;
  gulong scrolled;
  GArray *heads;  /* of Head, one per lane */
  GArray *bands;  /* of Head, over several lanes */
  GArray *edges;  /* of double */
  char *filled;   /* what it was filled with; NULL: nothing */
};

enum
{
  LANE,
  BAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaRuler, lectern_agenda_ruler, GTK_TYPE_WIDGET)

static int
measure_heads (GArray *heads, GtkOrientation orientation)
{
  int most = 0;
  for (guint i = 0; i < heads->len; i++)
    {
      int min, nat;
      gtk_widget_measure (g_array_index (heads, Head, i).label, orientation, -1, &min, &nat, NULL, NULL);
      most = MAX (most, nat);
    }
  return most;
}

/* What the bands take of the side that labels do not stand along. */
static int
band_size (LecternAgendaRuler *self)
{
  GtkOrientation across = self->orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                          : GTK_ORIENTATION_HORIZONTAL;
  int size = measure_heads (self->bands, across);
  return self->bands->len == 0 ? 0 : across == GTK_ORIENTATION_VERTICAL ? size + 4 : size + 2 * PADDING;
}

static void
lectern_agenda_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (widget);
  int most = measure_heads (self->heads, orientation);
  if (orientation == self->orientation)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = most + 12 + band_size (self);
  else
    *minimum = *natural = MIN (most, WIDEST_SIDE) + 2 * PADDING + band_size (self);
}

static void
allocate_head (LecternAgendaRuler *self, const Head *head, int start, int size)
{
  gboolean along = self->orientation == GTK_ORIENTATION_HORIZONTAL;
  double offset = self->adjustment ? gtk_adjustment_get_value (self->adjustment) : 0;
  int extent = along ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));
  gboolean known = head->end < self->edges->len;
  double from = known ? g_array_index (self->edges, double, head->first) - offset : 0;
  double to = known ? g_array_index (self->edges, double, head->end) - offset : 0;
  gboolean seen = known && to > 0 && from < extent;
  gtk_widget_set_child_visible (head->label, seen);
  if (!seen)
    return;
  if (head->end - head->first > 1) /* a band says its day as long as anything of it is in sight */
    from = MAX (from, 0);
  if (along)
    gtk_widget_size_allocate (head->label,
                              &(GtkAllocation){ round (from) + PADDING, start,
                                                MAX (round (to - from) - 2 * PADDING + 2, 1), size }, -1);
  else
    gtk_widget_size_allocate (head->label,
                              &(GtkAllocation){ start + PADDING, round (from), MAX (size - 2 * PADDING, 1),
                                                MAX (round (to - from), 1) }, -1);
}

static void
lectern_agenda_ruler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (widget);
  int size = self->orientation == GTK_ORIENTATION_HORIZONTAL ? height : width;
  int band = MIN (band_size (self), size);
  for (guint i = 0; i < self->bands->len; i++)
    allocate_head (self, &g_array_index (self->bands, Head, i), 0, band);
  for (guint i = 0; i < self->heads->len; i++)
    allocate_head (self, &g_array_index (self->heads, Head, i), band, size - band);
}

static gboolean
press_among (LecternAgendaRuler *self, GArray *heads, guint signal, GtkWidget *at)
{
  for (guint i = 0; i < heads->len; i++)
    {
      Head head = g_array_index (heads, Head, i);
      if (head.label != at && !gtk_widget_is_ancestor (at, head.label))
        continue;
      g_signal_emit (self, signals[signal], 0, head.first);
      return TRUE;
    }
  return FALSE;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaRuler *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (at == NULL || at == GTK_WIDGET (self) || n_press != 1)
    return;
  if (!press_among (self, self->heads, LANE, at))
    press_among (self, self->bands, BAND, at);
}

static void
lectern_agenda_ruler_dispose (GObject *object)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (object);
  lectern_agenda_ruler_begin (self, NULL);
  g_clear_signal_handler (&self->scrolled, self->adjustment);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (lectern_agenda_ruler_parent_class)->dispose (object);
}

static void
lectern_agenda_ruler_finalize (GObject *object)
{
  LecternAgendaRuler *self = LECTERN_AGENDA_RULER (object);
  g_array_unref (self->heads);
  g_array_unref (self->bands);
  g_array_unref (self->edges);
  g_free (self->filled);
  G_OBJECT_CLASS (lectern_agenda_ruler_parent_class)->finalize (object);
}

static void
lectern_agenda_ruler_class_init (LecternAgendaRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[N_SIGNALS] = { "lane", "band" };
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_ruler_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_ruler_finalize;
  widget_class->measure = lectern_agenda_ruler_measure;
  widget_class->size_allocate = lectern_agenda_ruler_size_allocate;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "agendaruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lectern_agenda_ruler_init (LecternAgendaRuler *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Head));
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

GtkWidget *
lectern_agenda_ruler_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_RULER, NULL);
}

void
lectern_agenda_ruler_follow (LecternAgendaRuler *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  self->orientation = orientation;
  g_clear_signal_handler (&self->scrolled, self->adjustment);
  g_set_object (&self->adjustment, adjustment);
  self->scrolled = g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                                             self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clear_heads (GArray *heads)
{
  for (guint i = 0; i < heads->len; i++)
    gtk_widget_unparent (g_array_index (heads, Head, i).label);
  g_array_set_size (heads, 0);
}

gboolean
lectern_agenda_ruler_begin (LecternAgendaRuler *self, const char *with)
{
  if (g_strcmp0 (with, self->filled) == 0)
    return FALSE;
  g_free (self->filled);
  self->filled = g_strdup (with);
  clear_heads (self->heads);
  clear_heads (self->bands);
  g_array_set_size (self->edges, 0);
  return TRUE;
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

void
lectern_agenda_ruler_add (LecternAgendaRuler *self, const char *text, const char *detail, const char *tooltip)
{
  Head head = { gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), self->heads->len, self->heads->len + 1 };
  GtkWidget *label = new_label (text, "room-name");
  gtk_box_append (GTK_BOX (head.label), label);
  if (detail != NULL)
    {
      gtk_box_append (GTK_BOX (head.label), new_label (detail, "quiet"));
      if (self->orientation == GTK_ORIENTATION_VERTICAL)
        gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_widget_add_css_class (head.label, "item-text");
  gtk_widget_set_tooltip_text (head.label, tooltip);
  gtk_widget_set_cursor_from_name (head.label, "pointer");
  gtk_widget_set_parent (head.label, GTK_WIDGET (self));
  g_array_append_val (self->heads, head);
}

void
lectern_agenda_ruler_add_band (LecternAgendaRuler *self, const char *text, guint first, guint end)
{
  Head band = { new_label (text, "heading"), first, end };
  gtk_widget_add_css_class (band.label, "item-text");
  gtk_widget_set_parent (band.label, GTK_WIDGET (self));
  g_array_append_val (self->bands, band);
}

void
lectern_agenda_ruler_place (LecternAgendaRuler *self, const double *edges, guint n)
{
  g_array_set_size (self->edges, 0);
  g_array_append_vals (self->edges, edges, n);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
