/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits that the participants' table makes; each is one step of undo.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

/* Registers @person, or with 0 a new person called @name, as a guest of @event. *registration: its id. */
LecternEdit *lectern_participants_edit_add (LecternReader *reader, gint64 event, gint64 person,
                                            const char *name, gint64 *registration);
/* Takes registrations out; the persons stay. @ids: of gint64. */
LecternEdit *lectern_participants_edit_remove (LecternReader *reader, GArray *ids);
/* @ids: of gint64. @state: a key of the choices of LECTERN_REGISTRATION_STATE. */
LecternEdit *lectern_participants_edit_state (LecternReader *reader, GArray *ids, const char *state);

G_END_DECLS
