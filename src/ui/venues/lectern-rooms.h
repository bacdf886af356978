/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rooms of a venue as a table that is edited in place: seats by layout, equipment,
 * whether several sessions may use a room at once, and their order.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ROOMS (lectern_rooms_get_type ())
G_DECLARE_FINAL_TYPE (LecternRooms, lectern_rooms, LECTERN, ROOMS, AdwBin)

/* (transfer floating) Of no venue until lectern_rooms_set_venue(); @view is not kept alive. */
GtkWidget *lectern_rooms_new (LecternView *view);
/* @venue 0: none; rooms cannot be added then, and those shown last stay. */
void lectern_rooms_set_venue (LecternRooms *self, gint64 venue);
/* Rows are made anew only where rooms came, went or moved; the fields in them follow by
   themselves. */
void lectern_rooms_refresh (LecternRooms *self);
/* Puts the keyboard into the room's name as soon as the room is there. */
void lectern_rooms_edit (LecternRooms *self, gint64 room);

G_END_DECLS
