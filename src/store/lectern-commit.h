/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way to write: an edit becomes a change. Runs on the thread that owns @db.
 */
#pragma once

#include "lectern-edit-private.h"
#include "lectern-write.h"

G_BEGIN_DECLS

/* @writer: this device. An edit that changes nothing writes nothing (result->writer is 0). */
LecternResult *lectern_commit (LecternDb *db, gint64 writer, LecternEdit *edit, GError **error);

/* Where a device stands: read inside the transaction. */
typedef struct
{
  gint64 id;
  gint64 sequence;
  gint64 lamport;  /* the highest of all devices */
  gint64 undo;     /* step to be undone next, 0 none */
  gint64 redo;
} LecternClock;
/* @writer: the device. FALSE with @error where the file cannot be read or does not know it; part
   of *clock may be set then. */
gboolean lectern_clock_read (LecternDb *db, gint64 writer, LecternClock *clock, GError **error);
gboolean lectern_clock_settle (LecternDb *db, GError **error);
/* The next dot of this device, with context, time and author; @label is kept by the caller. */
gboolean lectern_clock_finish (LecternWrite *write, LecternClock *clock, LecternChangeType type,
                               gint64 step, gint64 visit, const char *label, GError **error);

G_END_DECLS
