/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Planning an import on a thread of its own, with a reader of its own. Nothing is
 * written: what comes back is a plan that a person looks at first.
 */
#pragma once

#include "lectern-import.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

void lectern_import_job_plan_async (LecternWorkspace *workspace, GFile *file, gint64 event, gboolean allow_cancel,
                                    LecternProgressFunc progress, gpointer progress_data,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LecternImport *lectern_import_job_plan_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
