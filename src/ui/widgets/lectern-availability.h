/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a person or a room can be used at the event that is shown: times in place, a
 * further one, out again.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AVAILABILITY (lectern_availability_get_type ())
G_DECLARE_FINAL_TYPE (LecternAvailability, lectern_availability, LECTERN, AVAILABILITY, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. Empty until
   lectern_availability_show(). */
GtkWidget *lectern_availability_new (LecternView *view);
/* @kind: LECTERN_KIND_PERSON or LECTERN_KIND_ROOM; @owner 0: nobody yet. Follows the data. */
void lectern_availability_show (LecternAvailability *self, LecternKind kind, gint64 owner);

G_END_DECLS
