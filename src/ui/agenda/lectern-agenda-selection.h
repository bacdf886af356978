/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sessions of the agenda are chosen, in the order in which they were. One of them
 * is the lead: the one that was chosen last, that the details show and from which
 * Shift reaches on. Main thread only.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_SELECTION (lectern_agenda_selection_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaSelection, lectern_agenda_selection, LECTERN, AGENDA_SELECTION, GObject)

/* (transfer full) None is chosen. */
LecternAgendaSelection *lectern_agenda_selection_new (void);
/* Whether it is chosen. */
gboolean lectern_agenda_selection_has (LecternAgendaSelection *self, gint64 session);
/* How many are chosen. */
guint lectern_agenda_selection_count (LecternAgendaSelection *self);
/* Owned by the selection, until it changes. */
const gint64 *lectern_agenda_selection_get (LecternAgendaSelection *self, guint *n);
gint64 lectern_agenda_selection_get_lead (LecternAgendaSelection *self);

/* Only this one; 0: none. */
void lectern_agenda_selection_set (LecternAgendaSelection *self, gint64 session);
/* These, the lead among them or 0 for the last; copied. */
void lectern_agenda_selection_set_all (LecternAgendaSelection *self, const gint64 *sessions, guint n, gint64 lead);
/* Chooses these too; who led leads on, else the last of them. */
void lectern_agenda_selection_add (LecternAgendaSelection *self, const gint64 *sessions, guint n);
/* Chosen now, it leads; no longer chosen, the last of the others leads where it did. */
void lectern_agenda_selection_toggle (LecternAgendaSelection *self, gint64 session);
/* Drops those that @is_there says no to. */
void lectern_agenda_selection_keep (LecternAgendaSelection *self, gboolean (*is_there) (gint64 session, gpointer data),
                                    gpointer data);

/* Signal "changed" (). */

G_END_DECLS
