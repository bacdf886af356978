/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a session with their roles: add by typing ("Anna Berg, chair"), make a
 * new person on the spot, change the role, mark as to be confirmed, take out.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PEOPLE (lectern_agenda_people_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaPeople, lectern_agenda_people, LECTERN, AGENDA_PEOPLE, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. */
GtkWidget *lectern_agenda_people_new (LecternView *view);
/* 0: none. Reads anew also for the same session. */
void lectern_agenda_people_show (LecternAgendaPeople *self, gint64 session);
/* The keyboard goes to where a name is typed. */
void lectern_agenda_people_focus (LecternAgendaPeople *self);
guint lectern_agenda_people_get_n (LecternAgendaPeople *self);

G_END_DECLS
