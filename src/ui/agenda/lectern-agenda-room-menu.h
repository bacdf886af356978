/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that opens the event's rooms with a check each, for saying where a
 * session is.
 */
#pragma once

#include "lectern-agenda.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_ROOM_MENU (lectern_agenda_room_menu_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaRoomMenu, lectern_agenda_room_menu, LECTERN, AGENDA_ROOM_MENU, AdwBin)

/* (transfer floating) @accessible_label: what a screen reader calls it. No rooms yet. */
GtkWidget *lectern_agenda_room_menu_new (const char *accessible_label);
/* What stands on the button: the rooms in words; copied. */
void lectern_agenda_room_menu_set_label (LecternAgendaRoomMenu *self, const char *label);
void lectern_agenda_room_menu_set_rooms (LecternAgendaRoomMenu *self, const LecternAgenda *agenda);
/* Ids of rooms, in the order they were chosen. */
void lectern_agenda_room_menu_set_chosen (LecternAgendaRoomMenu *self, const gint64 *rooms, guint n);
/* (transfer none) Ids, until others are chosen; may be NULL where *n is 0. */
const gint64 *lectern_agenda_room_menu_get_chosen (LecternAgendaRoomMenu *self, guint *n);
GtkWidget *lectern_agenda_room_menu_get_button (LecternAgendaRoomMenu *self);

/* Signal "chosen" (): the person checked or unchecked a room. */

G_END_DECLS
