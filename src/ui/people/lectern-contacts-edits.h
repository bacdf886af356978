/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits that Contacts makes beside the fields; each is one step of undo.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

/* A new organisation or person called @name; *id: its id. */
LecternEdit *lectern_contacts_edit_add (LecternKind kind, const char *name, gint64 *id);
/* A person into an organisation; with @person 0 a new one called @name. */
LecternEdit *lectern_contacts_edit_join (LecternReader *reader, gint64 organisation, gint64 person, const char *name);
/* A role of the organisation in a part of the programme; with @node 0 a new part called @name. */
LecternEdit *lectern_contacts_edit_role (LecternReader *reader, gint64 organisation, gint64 node, const char *name);
/* A small record of @owner: a contact point, a link, a consent, an action, a progress report.
   @owner_field is the field that refers to it; kinds with an owner_kind get that too. */
LecternEdit *lectern_contacts_edit_add_to (LecternReader *reader, LecternKind kind, LecternKind owner_kind,
                                           gint64 owner, gint64 *id);
/* Deletes with everything that only makes sense with it; what refers to it otherwise lets go. */
LecternEdit *lectern_contacts_edit_delete (LecternReader *reader, LecternKind kind, gint64 id);

G_END_DECLS
