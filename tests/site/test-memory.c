/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A publication needs no more memory for many pages than for few.
 */
#include "lectern-publish-private.h"
#include "site-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FEW 10
#define MANY 110
#define LARGE (256 * 1024)

/* The most that the process had until now, in bytes. */
static gint64
most_resident (void)
{
  g_autofree char *status = NULL;
  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return g_ascii_strtoll (strstr (status, "VmHWM:") + strlen ("VmHWM:"), NULL, 10) * 1024;
}

/* In a process of its own: publishes so many large pages, all new, all changed, all looked at. */
static int
publish (guint pages)
{
  SiteFixture fixture = { 0 };
  site_fixture_set_up (&fixture, NULL);
  for (guint version = 0; version < 3; version++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&fixture);
      g_ptr_array_set_size (plan->items, 0);
      for (guint i = 0; i < pages; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u.html", i);
          char *text = g_strnfill (LARGE, 'a' + (i + MIN (version, 1)) % 26);
          lectern_publish_plan_add (plan, "pages", name, NULL, fixture.event, LECTERN_PUBLISH_PAGES,
                                    g_bytes_new_take (text, LARGE));
        }
      g_autoptr (GPtrArray) items
          = lectern_publish_run (fixture.workspace, plan, version == 2, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (site_fixture_count (items, version == 0 ? "create" : version == 1 ? "update" : "unchanged"),
                        ==, pages);
    }
  printf ("most %" G_GINT64_FORMAT "\n", most_resident ());
  site_fixture_tear_down (&fixture, NULL);
  return 0;
}

static gint64
most_for (const char *program, guint pages)
{
  g_autofree char *number = g_strdup_printf ("%u", pages);
  const char *argv[] = { program, "--publish", number, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status = 1;
  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_ascii_strtoll (strstr (said, "most ") + strlen ("most "), NULL, 10);
}

static void
test_flat (gconstpointer program)
{
  gint64 few = most_for (program, FEW), many = most_for (program, MANY);
  gint64 more = (gint64) (MANY - FEW) * LARGE;
  g_test_message ("%u pages: %.1f MB; %u: %.1f MB, with %.1f MB more to publish", FEW, few / 1e6, MANY, many / 1e6,
                  more / 1e6);
  g_assert_cmpint (many - few, <, more / 4);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--publish") == 0)
    return publish (atoi (argv[2]));
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/publish/memory", argv[0], test_flat);
  return g_test_run ();
}
