/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking for problems without making a window wait: on a thread, once for each state
 * of the data, however many ask.
 */
#pragma once

#include "lectern-problems.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

void lectern_problems_find_async (LecternWorkspace *workspace, gint64 event, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* Of LecternProblem, shared: do not change it. Free with g_ptr_array_unref(). */
GPtrArray *lectern_problems_find_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
