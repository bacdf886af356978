/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-drag FILE
 *
 * Opens the agenda of a workspace in a window of 1280×800, scrolls through it and drags an item
 * across it, one step a frame, and says of each how long the frames took: from before-paint to
 * after-paint, so that steps, layout and painting count, the waiting between frames not. Prints
 * "scroll SHARE MEDIAN P95" and "drag …": the share of frames within 16.7 ms, in per cent, and ms;
 * and "take MS", what it costs once to begin a drag.
 */
#include "lectern-agenda-view-private.h"
#include "lectern-application.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

#define SETTLED_MS 1500
#define FRAMES 240
#define BUDGET_MS 16.7

static struct
{
  GtkWindow *window;
  LecternAgendaView *view;
  GdkFrameClock *clock;
  gint64 began;
  GArray *frames; /* of double, ms */
  guint step;
  gboolean dragging;
  double speed;   /* pixels a frame */
} bench;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
canvas (void)
{
  return GTK_WIDGET (lectern_agenda_view_canvas (bench.view));
}

static GtkScrolledWindow *
scrolled (void)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (canvas (), GTK_TYPE_SCROLLED_WINDOW));
}

/* ---- what is done in a frame ---- */

static void
scroll_on (GtkAdjustment *adjustment, double by)
{
  double value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, value + by);
}

/* Down and up, and every other frame to the right and to the left. */
static void
scroll_step (void)
{
  int there = bench.step % FRAMES < FRAMES / 2 ? 1 : -1;
  scroll_on (gtk_scrolled_window_get_vadjustment (scrolled ()), there * bench.speed);
  if (bench.step % 2 == 0)
    scroll_on (gtk_scrolled_window_get_hadjustment (scrolled ()), there * bench.speed);
}

/* Along a figure of eight over what is in sight. */
static void
drag_step (void)
{
  GtkWidget *area = GTK_WIDGET (scrolled ());
  double turn = 2 * G_PI * bench.step / FRAMES;
  graphene_point_t middle = GRAPHENE_POINT_INIT (gtk_widget_get_width (area) * (0.5 + 0.45 * sin (turn)),
                                                 gtk_widget_get_height (area) * (0.5 + 0.45 * sin (2 * turn)));
  graphene_point_t at;
  if (gtk_widget_compute_point (area, GTK_WIDGET (bench.view), &middle, &at))
    lectern_agenda_drag_move (bench.view->drag, at.x, at.y, 0);
}

/* The first item that the pointer can reach. */
static gboolean
take (void)
{
  GtkWidget *area = GTK_WIDGET (scrolled ());
  for (int y = 30; y < gtk_widget_get_height (area); y += 20)
    for (int x = 30; x < gtk_widget_get_width (area); x += 20)
      {
        graphene_point_t there = GRAPHENE_POINT_INIT (x, y);
        graphene_point_t at;
        LecternAgendaSpot spot;
        graphene_point_t on;
        if (!gtk_widget_compute_point (area, GTK_WIDGET (bench.view), &there, &at)
            || !gtk_widget_compute_point (area, canvas (), &there, &on)
            || !lectern_agenda_canvas_look (lectern_agenda_view_canvas (bench.view), on.x, on.y, &spot) || spot.session == 0
            || spot.how != LECTERN_AGENDA_CARRY_WHOLE)
          continue;
        return lectern_agenda_drag_press (bench.view->drag, at.x, at.y);
      }
  return FALSE;
}

/* ---- counting ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

static void
report (const char *what)
{
  guint within = 0;
  guint n = bench.frames->len;
  g_array_sort (bench.frames, compare);
  for (guint i = 0; i < n; i++)
    within += g_array_index (bench.frames, double, i) <= BUDGET_MS;
  printf ("%s %.1f %.1f %.1f\n", what, 100.0 * within / MAX (n, 1), g_array_index (bench.frames, double, n / 2),
          g_array_index (bench.frames, double, n * 95 / 100));
  g_array_set_size (bench.frames, 0);
  bench.step = 0;
}

static void
on_before_paint (GdkFrameClock *clock)
{
  bench.began = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock)
{
  double ms = (g_get_monotonic_time () - bench.began) / 1000.0;
  if (bench.step > 0)
    g_array_append_val (bench.frames, ms);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  if (bench.step++ < 2 * FRAMES)
    {
      if (bench.dragging)
        drag_step ();
      else
        scroll_step ();
      return G_SOURCE_CONTINUE;
    }
  report (bench.dragging ? "drag" : "scroll");
  if (!bench.dragging && take ())
    {
      gint64 began = g_get_monotonic_time ();
      bench.dragging = TRUE;
      drag_step ();
      printf ("take %.1f\n", (g_get_monotonic_time () - began) / 1000.0);
      return G_SOURCE_CONTINUE;
    }
  fflush (stdout);
  _exit (bench.dragging ? 0 : 1);
}

static gboolean
on_settled (gpointer data)
{
  bench.view = LECTERN_AGENDA_VIEW (find (GTK_WIDGET (bench.window), LECTERN_TYPE_AGENDA_VIEW));
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.window));
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.speed = 24;
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (on_before_paint), NULL);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench.window), on_tick, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_window_added (GtkApplication *app, GtkWindow *window)
{
  bench.window = window;
  gtk_window_set_default_size (window, 1280, 800);
  g_timeout_add (SETTLED_MS, on_settled, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) app = NULL;
  char *arguments[] = { argv[0], (char *) "-w", argc > 1 ? argv[1] : NULL, NULL };
  if (argc < 2)
    return 2;
  app = G_APPLICATION (lectern_application_new ());
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (app, 3, arguments);
}
