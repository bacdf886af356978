/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace with an event and a folder site, and short forms of what tests of
 * publishing say often.
 */
#pragma once

#include "lectern-publish.h"
#include "lectern-site.h"

G_BEGIN_DECLS

typedef struct
{
  char *root;
  char *path;    /* of the workspace */
  char *folder;  /* of the site */
  LecternWorkspace *workspace;
  gint64 site, event, day, session;
  gint64 announcement; /* 0: there is none */
} SiteFixture;

void site_fixture_set_up (SiteFixture *fixture, gconstpointer data);
void site_fixture_tear_down (SiteFixture *fixture, gconstpointer data);
void site_fixture_commit (SiteFixture *fixture, LecternEdit *edit);
/* The session, and the announcement where there is one. */
void site_fixture_retitle (SiteFixture *fixture, const char *title);
void site_fixture_remove (const char *path);

LecternPublishPlan *site_fixture_plan (SiteFixture *fixture);
/* Plans and runs; fails the test where it cannot. */
GPtrArray *site_fixture_publish (SiteFixture *fixture, gboolean dry_run);
/* The result for an item, which must be there. */
const LecternPublishItem *site_fixture_item (GPtrArray *items, const char *path);
guint site_fixture_count (GPtrArray *items, const char *action);
char *site_fixture_read (SiteFixture *fixture, const char *path);
void site_fixture_write (SiteFixture *fixture, const char *path, const char *text);
gboolean site_fixture_exists (SiteFixture *fixture, const char *path);
/* All files below the site's folder, hidden ones too, sorted; of char *. */
GPtrArray *site_fixture_files (SiteFixture *fixture);

G_END_DECLS
