/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes from elsewhere: what another device wrote, complete with values and with what
 * that device had seen.
 */
#pragma once

#include "lectern-heads.h"
#include "lectern-history.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  LecternKind kind;
  gint64 row;
  guint group;
  gboolean created;    /* group 0 of a new row; the values of its groups follow as operations */
  char *language;
  GBytes *value;       /* packed; dots inside are those of the sender */
  LecternDot origin;   /* where the value came from: the change itself, what an undo restored, or none */
  LecternDot made_from;/* of a translation: the change of its source text; writer 0: none */
} LecternOperation;

typedef struct
{
  gatomicrefcount references;
  gint64 writer, sequence, lamport, time;
  LecternChangeType type;
  gboolean bookkeeping;
  char *author, *label;
  LecternVector context;
  GPtrArray *operations; /* of LecternOperation */
} LecternRemoteChange;

/* Any thread; NULL is fine. */
void lectern_remote_change_unref (LecternRemoteChange *change);
/* (transfer full), the same one. Any thread. */
LecternRemoteChange *lectern_remote_change_ref (LecternRemoteChange *change);

/* The changes not covered by @seen (NULL: all), in an order in which each is ready. */
GPtrArray *lectern_changes_since (LecternReader *reader, GBytes *seen);

/* Applies what is ready and keeps the rest until it is. Doubled deliveries change nothing.
   Waits for the disk. Returns how many were applied, -1 on an error (then none was). */
int lectern_workspace_apply (LecternWorkspace *self, GPtrArray *changes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRemoteChange, lectern_remote_change_unref)

G_END_DECLS
