/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses on the web that belong to a session: title and address in place, a
 * further one, out again.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_LINKS (lectern_agenda_links_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaLinks, lectern_agenda_links, LECTERN, AGENDA_LINKS, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. */
GtkWidget *lectern_agenda_links_new (LecternView *view);
void lectern_agenda_links_show (LecternAgendaLinks *self, gint64 session);

G_END_DECLS
