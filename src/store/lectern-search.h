/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search over everything in the workspace, as one types.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  LecternKind kind;
  gint64 id;
  char *title;
  char *snippet; /* around the hit, may be "" where the title is the hit */
} LecternHit;
/* Not NULL. */
void lectern_hit_free (LecternHit *hit);

/* Ranked: the name begins with it, a word of the name does, another field does; then by name.
   @kind NONE: all kinds. Of LecternHit; free with g_ptr_array_unref(). */
GPtrArray *lectern_search (LecternReader *reader, const char *text, LecternKind kind, guint limit);

G_END_DECLS
