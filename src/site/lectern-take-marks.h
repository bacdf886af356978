/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of ours as a row of marks (tags, comments) and texts, to find what somebody changed in it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *before, *after; /* the text as it is read: entities resolved, white space as one space */
  char *anchor;         /* the place of the page it stands in, "s-…", or NULL */
} LecternTakeChange;

/* The texts that differ from @base to @theirs while all marks around them are the same, of
   LecternTakeChange; g_ptr_array_unref(). *only: (out) whether nothing else differs. */
GPtrArray *lectern_take_changes (GBytes *base, GBytes *theirs, gboolean *only);

G_END_DECLS
