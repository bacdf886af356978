/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the operations of a change from elsewhere do to the rows here: which head of a cell is
 * shown, which wait for a decision, and whether a row lives. On the thread that writes, within
 * the transaction of the change.
 */
#pragma once

#include "lectern-apply.h"
#include "lectern-write.h"

G_BEGIN_DECLS

typedef struct
{
  LecternWrite write;
  LecternRemoteChange *change;
  LecternVector context;    /* of the change, its writer's own past included */
} LecternMerge;

LecternOperation *lectern_merge_operation_at (LecternMerge *merge, guint i);
LecternRow *lectern_merge_new_row (LecternMerge *merge, guint *i, GError **error);
gboolean lectern_merge_row_made_twice (LecternMerge *merge, LecternRow *row, guint *i, GError **error);
gboolean lectern_merge_values (LecternMerge *merge, LecternRow *row, const LecternOperation *operation, GError **error);
gboolean lectern_merge_unknown_kind (LecternMerge *merge, const LecternOperation *operation, GError **error);
gboolean lectern_merge_life (LecternMerge *merge, LecternRow *row, GError **error);

G_END_DECLS
