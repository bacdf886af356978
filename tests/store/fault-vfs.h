/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layer between SQLite and the disk, for tests: full disks, failing and read-only ones, and
 * power cuts. What a program wrote since it last asked for a sync may be lost, kept, torn or
 * kept in another order, as on a real disk; this is not the same as copying the file.
 */
#pragma once

#include <glib.h>

/* Makes it the default of every connection opened from now on. No sync reaches the disk. */
void fault_vfs_register (void);

/* How many more bytes files may grow by; -1: without limit. */
void fault_vfs_set_room (gint64 bytes);
/* Files cannot be opened for writing, nor made. */
void fault_vfs_set_read_only (gboolean read_only);
typedef enum
{
  FAULT_NONE,
  FAULT_READ,
  FAULT_WRITE,
  FAULT_SYNC,
} FaultCall;
/* The @nth call of this kind from now on, and all after it, fail; 1 is the next one. */
void fault_vfs_fail (FaultCall call, guint nth);
/* How often something was made to fail. */
guint fault_vfs_n_failed (void);

/* Writes and syncs are written down from here on. */
void fault_log_begin (void);
/* Between two writes: the edit of this number was reported as done. */
void fault_log_mark (guint number);
typedef struct FaultLog FaultLog;
FaultLog *fault_log_end (void);
guint fault_log_n_writes (FaultLog *log);
void fault_log_free (FaultLog *log);

/* Puts every file back as a disk might hold it when the power goes after the @nth write
   (from 1; they may only rise). Returns the newest mark before, -1 for none. */
gint fault_log_cut (FaultLog *log, guint nth, GRand *rand);
