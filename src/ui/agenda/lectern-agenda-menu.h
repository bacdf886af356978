/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with the chosen sessions, as menus: for the secondary click, the Menu
 * key and the buttons of the selection bar. The actions are those of the view.
 */
#pragma once

#include "lectern-agenda.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* Everything; @sessions as they are chosen. With none: what can be done with an empty place. */
GMenuModel *lectern_agenda_menu_new (const LecternAgenda *agenda, const gint64 *sessions, guint n);
/* Only what sets fields: room, track, state, type, locked, internal. */
GMenuModel *lectern_agenda_menu_new_fields (const LecternAgenda *agenda, const gint64 *sessions, guint n);

G_END_DECLS
