/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-sqlite.h"

G_BEGIN_DECLS

/* Brings the index entry of a record up to date; a deleted record has none.
   @created: there is none yet. */
gboolean lectern_search_index_row (LecternDb *db, const LecternRecord *record, gboolean created,
                                   GError **error);
/* What the entry of a record holds. */
void lectern_search_index_texts (const LecternRecord *record, GString *name, GString *body);

G_END_DECLS
