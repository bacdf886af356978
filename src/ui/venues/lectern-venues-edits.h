/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits that Venues makes beside the fields; each is one step of undo.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

/* A new venue called @name, for @event unless that is 0. */
LecternEdit *lectern_venues_edit_add (LecternReader *reader, gint64 event, const char *name, gint64 *id);
/* Says that @event is at @venue, or not any more. */
LecternEdit *lectern_venues_edit_use (LecternReader *reader, gint64 event, gint64 venue, gboolean use);
/* With its rooms; events, days and sessions that were there lose the place, not their time. */
LecternEdit *lectern_venues_edit_delete (LecternReader *reader, gint64 venue);
/* A new room called @name after the others of @venue; *id: its id. */
LecternEdit *lectern_venues_edit_add_room (LecternReader *reader, gint64 venue, const char *name, gint64 *id);
/* Sessions that were in it lose the room, not their time. */
LecternEdit *lectern_venues_edit_delete_room (LecternReader *reader, gint64 room);
/* One place up (-1) or down (1) among the rooms of its venue; NULL where it stands at the end. */
LecternEdit *lectern_venues_edit_move_room (LecternReader *reader, gint64 room, int by);

G_END_DECLS
