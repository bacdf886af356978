/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which event a command means, and what belongs to it.
 */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* The event called @slug; without one the only event there is. 0 after saying why there is none. */
gint64 lectern_cli_event (LecternCli *cli, const char *slug);

typedef struct _LecternCliFilter LecternCliFilter;
/* @reader is borrowed and has to outlive it. Who belongs to @event is read when first asked for. */
LecternCliFilter *lectern_cli_filter_new (LecternReader *reader, gint64 event);
/* @filter is not NULL. */
void lectern_cli_filter_free (LecternCliFilter *filter);
/* Whether records of this kind belong to events at all. */
gboolean lectern_cli_filter_knows (LecternKind kind);
/* Whether @record belongs to the event: people who are registered or have a role in a session,
   venues of the event or of a day with their rooms, else by what it refers to. Of a kind that
   lectern_cli_filter_knows(). */
gboolean lectern_cli_filter_matches (LecternCliFilter *filter, const LecternRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliFilter, lectern_cli_filter_free)

G_END_DECLS
