/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left side of Contacts: organisations by the parts of the programme, or people,
 * with a search and a count.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CONTACTS_LIST (lectern_contacts_list_get_type ())
G_DECLARE_FINAL_TYPE (LecternContactsList, lectern_contacts_list, LECTERN, CONTACTS_LIST, AdwBin)

/* Signals: "selected" (guint kind, gint64 id): ORGANISATION or PERSON, id 0 nothing; "opened": Enter
 * or a click on a row; "mode-changed". */
GtkWidget *lectern_contacts_list_new (LecternView *view);
/* Asks for the records of the view's workspace; they may come later, and "selected" tells which one
   is shown then. */
void lectern_contacts_list_load (LecternContactsList *self);
/* Something of them changed: asks for the same again. */
void lectern_contacts_list_refresh (LecternContactsList *self);
/* ORGANISATION or PERSON. */
LecternKind lectern_contacts_list_get_mode (LecternContactsList *self);
/* Switches to the record's kind, clears a search that hides it, and selects it when the list has it. */
void lectern_contacts_list_select (LecternContactsList *self, LecternKind kind, gint64 id);
/* Id of the selected record, of the kind of lectern_contacts_list_get_mode(); 0: none. */
gint64 lectern_contacts_list_get_selected (LecternContactsList *self);
/* Where there is no page beside it, one click opens. */
void lectern_contacts_list_follow (LecternContactsList *self, AdwLeaflet *leaflet);
/* (transfer none) The search entry, for the keys that lead to it. */
GtkWidget *lectern_contacts_list_get_search (LecternContactsList *self);

G_END_DECLS
