/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-run FILE
 *
 * Opens the window on the website of FILE, waits until it has looked what is to be published, and
 * publishes it as its button does. Says how many items that were, and the longest time (ms) that the
 * main loop was busy at one stretch, while it looked, during the run, and when it showed what came of
 * it; each as it passed, and without what the computer gave to other programs.
 */
#include "lectern-application.h"
#include "lectern-site-run.h"
#include "lectern-site-view-private.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct
{
  GtkWindow *window;
  LecternSiteView *view;
  LecternSiteRun *run;
  guint items;
  int schedule; /* /proc/self/task/N/schedstat of the main thread */
  gint64 began; /* us; 0: not yet */
  double waited;
  double longest, longest_own; /* ms, of what is going on */
} bench;

/* How long the thread was ready and did not run, in ms; 0 where the system does not say. */
static double
waited_ms (void)
{
  char text[100] = "";
  gssize n = bench.schedule >= 0 ? pread (bench.schedule, text, sizeof text - 1, 0) : 0;
  unsigned long long ran, waited;
  return n > 0 && sscanf (text, "%llu %llu", &ran, &waited) == 2 ? waited / 1e6 : 0;
}

/* Between two polls the main loop is busy. */
static int
poll_between (GPollFD *fds, guint n, int timeout)
{
  if (bench.began != 0)
    {
      double busy = (g_get_monotonic_time () - bench.began) / 1000.0;
      double own = busy - (waited_ms () - bench.waited);
      bench.longest = MAX (bench.longest, busy);
      bench.longest_own = MAX (bench.longest_own, own);
    }
  int found = g_poll (fds, n, timeout);
  bench.waited = waited_ms ();
  bench.began = g_get_monotonic_time ();
  return found;
}

static void
report (const char *what)
{
  printf ("%s %.1f %.1f\n", what, bench.longest, bench.longest_own);
  bench.longest = bench.longest_own = 0;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gboolean
is_at_rest (void)
{
  return bench.view->looking == NULL && lectern_site_view_items (bench.view) != NULL;
}

static gboolean
on_shown (gpointer data)
{
  if (!is_at_rest ())
    return G_SOURCE_CONTINUE;
  report ("shown");
  fflush (stdout);
  _exit (0);
}

static void
on_changed (LecternSiteRun *run)
{
  if (lectern_site_run_is_on (run))
    return;
  if (lectern_site_run_get_error (run) || lectern_publish_has_failed (lectern_site_run_get_items (run)))
    exit (1);
  printf ("items %u\n", lectern_site_run_get_items (run)->len);
  report ("run");
  g_timeout_add (500, on_shown, NULL);
}

static gboolean
on_looked (gpointer data)
{
  bench.view = LECTERN_SITE_VIEW (find (GTK_WIDGET (bench.window), LECTERN_TYPE_SITE_VIEW));
  if (bench.view == NULL || !is_at_rest ())
    return G_SOURCE_CONTINUE;
  report ("look");
  LecternView *view = LECTERN_VIEW (bench.view);
  bench.run = lectern_site_run_start (lectern_view_get_workspace (view), bench.view->site,
                                      lectern_view_get_event (view), LECTERN_SITE_PUBLISH);
  g_signal_connect (bench.run, "changed", G_CALLBACK (on_changed), NULL);
  lectern_site_view_watch_run (bench.view);
  lectern_site_view_update (bench.view);
  return G_SOURCE_REMOVE;
}

static void
on_window_added (GtkApplication *app, GtkWindow *window)
{
  bench.window = window;
  gtk_window_set_default_size (window, 1280, 800);
  g_timeout_add (500, on_looked, NULL);
}

int
main (int argc, char **argv)
{
  char *arguments[] = { argv[0], (char *) "-w", argc > 1 ? argv[1] : NULL, NULL };
  if (argc < 2)
    return 2;
  g_autofree char *schedule = g_strdup_printf ("/proc/self/task/%ld/schedstat", syscall (SYS_gettid));
  bench.schedule = open (schedule, O_RDONLY | O_CLOEXEC);
  g_main_context_set_poll_func (NULL, poll_between);
  g_autoptr (GApplication) app = G_APPLICATION (lectern_application_new ());
  g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), NULL);
  return g_application_run (app, 3, arguments);
}
