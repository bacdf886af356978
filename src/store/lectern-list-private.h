/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between the list model and its rows; not for other folders.
 */
#pragma once

#include "lectern-list-model.h"

G_BEGIN_DECLS

LecternListRow *lectern_list_row_new (gint64 id, guint n_columns);
void lectern_list_row_settle (LecternListRow *self, gboolean tell);

/* One stretch where two orders differ: @removed at @position of the old one become
 * @added from @from of the new one. */
typedef struct
{
  guint position;
  guint removed;
  guint from;
  guint added;
} LecternListChange;

/* The stretches in ascending order of position, of LecternListChange. */
GArray *lectern_list_difference (GArray *before, GArray *after);

G_END_DECLS
