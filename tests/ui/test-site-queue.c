/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for the network goes out by itself; a site that is away keeps no other waiting.
 */
#include "lectern-publish-queue.h"
#include "lectern-site-queue.h"
#include "lectern-site-run.h"
#include "lectern-site.h"
#include "lists-fixture.h"
#include "ui-start.h"

static void
queue (ListsFixture *f, gint64 site)
{
  g_autoptr (GError) error = NULL;
  LecternEdit *edit = lectern_edit_new ("By itself");
  lectern_edit_set_integer (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_AUTOMATIC, 1);
  lists_fixture_commit (f, edit);
  lectern_publish_queue_set (f->workspace, site, f->event, TRUE, &error);
  g_assert_no_error (error);
}

static gboolean
is_queued (ListsFixture *f, gint64 site)
{
  LecternPublishQueued queued;
  return lectern_site_queue_find (lectern_workspace_reader (f->workspace), site, &queued);
}

/* @data: whether the folder is the first in the queue or the site that is away. */
static void
test_away (ListsFixture *f, gconstpointer folder_first)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (f->folder, "web", NULL);
  gint64 away = 0, near = 0;
  for (guint i = 0; i < 2; i++)
    if ((i == 0) == (folder_first != NULL))
      near = lectern_site_add_folder (f->workspace, "web", folder, NULL, &error);
    else
      { /* nobody listens at the port of discarding */
        LecternEdit *edit = lectern_edit_new ("Away");
        away = lectern_edit_create (edit, LECTERN_KIND_SITE);
        lectern_edit_set_text (edit, LECTERN_KIND_SITE, away, LECTERN_SITE_NAME, "away");
        lectern_edit_set_text (edit, LECTERN_KIND_SITE, away, LECTERN_SITE_TYPE, "webdav");
        lectern_edit_set_text (edit, LECTERN_KIND_SITE, away, LECTERN_SITE_ADDRESS, "http://127.0.0.1:9/");
        lists_fixture_commit (f, edit);
      }
  g_assert_no_error (error);
  queue (f, folder_first ? near : away);
  queue (f, folder_first ? away : near);
  lectern_site_queue_attend (f->workspace);
  /* a machine without a network begins here */
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  ui_wait (!is_queued (f, near));
  LecternSiteRun *run = lectern_site_run_find (f->workspace);
  ui_wait (!lectern_site_run_is_on (lectern_site_run_find (f->workspace)));
  g_assert_nonnull (run);
  g_assert_true (is_queued (f, away));
  lists_fixture_settle (f);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
  g_test_add ("/site-queue/away-first", ListsFixture, NULL, lists_fixture_set_up, test_away, lists_fixture_tear_down);
  g_test_add ("/site-queue/folder-first", ListsFixture, "", lists_fixture_set_up, test_away, lists_fixture_tear_down);
  return g_test_run ();
}
