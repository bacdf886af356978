/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page for everything about a venue: rooms, address and position, how to get
 * there, accessibility, house hours, contact, and what takes place there.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_VENUE_PAGE (lectern_venue_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternVenuePage, lectern_venue_page, LECTERN, VENUE_PAGE, AdwBin)

/* (transfer floating) Of no venue until lectern_venue_page_set(); @view is not kept alive. */
GtkWidget *lectern_venue_page_new (LecternView *view);
/* @id 0: none. Fields that are being typed in are stored first. */
void lectern_venue_page_set (LecternVenuePage *self, gint64 id);
/* Head, rooms, events and history by what is stored now; the fields follow by themselves. */
void lectern_venue_page_refresh (LecternVenuePage *self);
/* Puts the keyboard into the name of the venue. */
void lectern_venue_page_edit_name (LecternVenuePage *self);
/* Puts the keyboard into the name of one of its rooms as soon as that is there. */
void lectern_venue_page_edit_room (LecternVenuePage *self, gint64 room);

G_END_DECLS
