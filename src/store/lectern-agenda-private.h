/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reading an agenda and looking at it share.
 */
#pragma once

#include "lectern-agenda.h"

G_BEGIN_DECLS

/* lectern-agenda.c */
GHashTable *lectern_agenda_index_by_id (GArray *array);
int lectern_agenda_index_of (GHashTable *index, gint64 id);

G_END_DECLS
