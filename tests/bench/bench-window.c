/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-window floor | bench-window lectern [FILE]
 *
 * Starts a window and says what it cost: processor time (ms) until its first frame, until it
 * had nothing left to do, resident memory (kB) then, processor time (ms) in the two idle
 * seconds after that, and how many items of an agenda stood in the first frame. The floor is
 * the least libadwaita window of the same size.
 */
#include "lectern-application.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define SETTLED_MS 400 /* without a frame */
#define IDLE_MS 2000

static struct
{
  double first, settled;
  long memory;
  guint items;
  guint timer;
  gboolean idle;
} result;

static double
processor_ms (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static long
resident_kb (void)
{
  long pages = 0, ignored;
  FILE *file = fopen ("/proc/self/statm", "r");

  if (file == NULL || fscanf (file, "%ld %ld", &ignored, &pages) != 2)
    pages = 0;
  if (file != NULL)
    fclose (file);
  return pages * (sysconf (_SC_PAGESIZE) / 1024);
}

static gboolean
on_idle_over (gpointer window)
{
  printf ("%.1f %.1f %ld %.1f %u\n", result.first, result.settled, result.memory,
          processor_ms () - result.settled, result.items);
  fflush (stdout);
  _exit (0);
}

static gboolean
on_settled (gpointer window)
{
  result.settled = processor_ms ();
  result.memory = resident_kb ();
  result.idle = TRUE;
  g_timeout_add (IDLE_MS, on_idle_over, window);
  return G_SOURCE_REMOVE;
}

static guint
count_items (GtkWidget *widget)
{
  guint n = g_str_equal (gtk_widget_get_css_name (widget), "agendaitem") && gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_items (child);
  return n;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer window)
{
  if (result.idle)
    return;
  if (result.first == 0)
    {
      result.first = processor_ms ();
      result.items = count_items (window);
    }
  g_clear_handle_id (&result.timer, g_source_remove);
  result.timer = g_timeout_add (SETTLED_MS, on_settled, window);
}

static void
on_mapped (GtkWidget *window, gpointer app)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *app, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_mapped), app);
}

static void
activate_floor (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Floor");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) app = NULL;
  char *arguments[] = { argv[0], (char *) "-w", argc > 2 ? argv[2] : NULL, NULL };

  if (argc < 2)
    return 2;
  if (strcmp (argv[1], "floor") == 0)
    {
      app = G_APPLICATION (adw_application_new ("org.lectern.Floor", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (app, "activate", G_CALLBACK (activate_floor), NULL);
    }
  else
    app = G_APPLICATION (lectern_application_new ());
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (app, argc > 2 ? 3 : 1, arguments);
}
