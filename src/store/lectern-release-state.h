/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the public could know of an event at a state of the history, as records: what two
 * releases, or a release and now, are compared by.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  LecternRecord *event;  /* NULL: it did not exist */
  GPtrArray *days;       /* of LecternRecord, by date, dated ones only */
  GPtrArray *venues;     /* in the order of the event and its days */
  GPtrArray *sessions;   /* public ones */
  GPtrArray *roles;      /* in these sessions */
  GPtrArray *to_come;
} LecternReleaseState;

/* @seen: of a release, see lectern_release_seen(); NULL: as it is now. */
LecternReleaseState *lectern_release_state (LecternReader *reader, gint64 event, GBytes *seen);
/* With its records. Not NULL. */
void lectern_release_state_free (LecternReleaseState *state);
/* The living record of @list with this id; NULL: not there. */
const LecternRecord *lectern_release_state_find (GPtrArray *list, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternReleaseState, lectern_release_state_free)

G_END_DECLS
