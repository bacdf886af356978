/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions that must not run at the same time as the one that is shown: a further one, by
 * its title, and out again.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_CLASHES (lectern_agenda_clashes_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaClashes, lectern_agenda_clashes, LECTERN, AGENDA_CLASHES, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. */
GtkWidget *lectern_agenda_clashes_new (LecternView *view);
/* @session 0: none. Reads anew also for the same one. */
void lectern_agenda_clashes_show (LecternAgendaClashes *self, gint64 session);

G_END_DECLS
