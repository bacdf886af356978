/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between the list model and its rows; not for other folders.
 */
#pragma once

#include "lectern-list-difference.h"
#include "lectern-list-model.h"

G_BEGIN_DECLS

/* All texts are NULL, all numbers 0. g_object_unref(). */
LecternListRow *lectern_list_row_new (gint64 id, guint n_columns);
void lectern_list_row_settle (LecternListRow *self, gboolean tell);

G_END_DECLS
