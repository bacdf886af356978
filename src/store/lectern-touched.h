/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sessions were changed since something was made of them.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

#define LECTERN_KIND_BIT(KIND) (G_GUINT64_CONSTANT (1) << LECTERN_KIND_##KIND)

/* The ids (gint64, owned) of the sessions of any event that changes after @moment touched:
   themselves, by a role in them, or by the person of such a role. NULL: more than @most were, or
   something of the kinds @anew was. @kinds: all that were touched. */
GHashTable *lectern_touched_sessions (LecternReader *reader, gint64 moment, guint64 anew, guint most, guint64 *kinds);

G_END_DECLS
