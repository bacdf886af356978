/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a session is, or is to be: what a drag, a shift, a fix of a finding and a typed
 * time have in common.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 session;
  gint64 day;          /* 0: none, the session is not placed */
  int start;           /* minutes after 00:00 of the day's date, 0 to 2879; -1: none */
  int duration;        /* minutes; -1: unknown */
  const gint64 *rooms; /* ids in the session's order; the caller's */
  guint n_rooms;
} LecternPlacement;

G_END_DECLS
