/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search everywhere: type, arrows, Enter. Opens a hit through win.record.
 */
#pragma once

#include "lectern-reader.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SEARCH_POPOVER (lectern_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (LecternSearchPopover, lectern_search_popover, LECTERN, SEARCH_POPOVER, GtkPopover)

/* (transfer floating) To be given a parent; it reads nothing until
   lectern_search_popover_open(). */
LecternSearchPopover *lectern_search_popover_new (void);
void lectern_search_popover_open (LecternSearchPopover *self, LecternReader *reader);
void lectern_search_popover_search (LecternSearchPopover *self, const char *text);
/* How many it shows, at most 40 of all. */
guint lectern_search_popover_n_hits (LecternSearchPopover *self);

G_END_DECLS
