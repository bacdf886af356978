/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was changed since an event was last published.
 */
#pragma once

#include "lectern-history.h"

G_BEGIN_DECLS

gboolean lectern_unpublished_basis (LecternReader *reader, gint64 event, GBytes **seen, gint64 *when);
guint lectern_unpublished_count (LecternReader *reader, gint64 event);
GPtrArray *lectern_unpublished_changes (LecternReader *reader, gint64 event);

G_END_DECLS
