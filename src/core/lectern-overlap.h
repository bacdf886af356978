/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which spans of time overlap within one place or one person's day. Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 key;   /* what cannot be twice at once: a room, a person */
  gint64 start; /* minutes of one common calendar */
  gint64 end;   /* not part of the span */
  guint item;   /* the caller's number */
} LecternSpan;

typedef struct
{
  gint64 key;
  guint item;   /* the one that starts earlier */
  guint other;
  gint64 minutes;
} LecternOverlap;

GArray *lectern_overlaps (LecternSpan *spans, guint n);

G_END_DECLS
