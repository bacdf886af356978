/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened to one record, newest first, folded until somebody asks.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_RECORD_HISTORY (lectern_record_history_get_type ())
G_DECLARE_FINAL_TYPE (LecternRecordHistory, lectern_record_history, LECTERN, RECORD_HISTORY, AdwBin)

/* (transfer floating) @view is not kept alive. Of no record yet. */
GtkWidget *lectern_record_history_new (LecternView *view);
/* @id 0: none. Reads anew also for the same record. */
void lectern_record_history_show (LecternRecordHistory *self, LecternKind kind, gint64 id);

G_END_DECLS
