/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was published to a site, where and when: a reading of the history, in which every run
 * notes what it did.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 time;      /* ms since 1970 */
  const char *what; /* "published", "removed", "waiting", "kept" */
  char *item;       /* path on the site: "final-conference/index.de.html" */
  char *url;        /* where it stands or stood */
  char *author;     /* who published; may be NULL */
  char *why;        /* one sentence; NULL where there is nothing to say */
} LecternPublishLogged;
/* NULL is fine. */
void lectern_publish_logged_free (LecternPublishLogged *logged);

/* Of @site, newest first, of LecternPublishLogged: what is known of each of its items, also after
   it was removed. Of the thread of @reader; NULL with @error where there is no such site. */
GPtrArray *lectern_publish_log (LecternReader *reader, gint64 site, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPublishLogged, lectern_publish_logged_free)

G_END_DECLS
