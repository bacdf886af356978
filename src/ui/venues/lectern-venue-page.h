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

GtkWidget *lectern_venue_page_new (LecternView *view);
void lectern_venue_page_set (LecternVenuePage *self, gint64 id);
void lectern_venue_page_refresh (LecternVenuePage *self);
void lectern_venue_page_edit_name (LecternVenuePage *self);
void lectern_venue_page_edit_room (LecternVenuePage *self, gint64 room);

G_END_DECLS
