/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edge of an item, and a small widget that shows it beside words. An edge has a
 * colour and a pattern: who cannot tell colours apart tells solid, dashed, double and
 * dotted edges.
 */
#pragma once

#include "lectern-agenda-colours.h"

G_BEGIN_DECLS

#define LECTERN_AGENDA_EDGE 3 /* pixels */

#define LECTERN_TYPE_AGENDA_SWATCH (lectern_agenda_swatch_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaSwatch, lectern_agenda_swatch, LECTERN, AGENDA_SWATCH, GtkWidget)

/* (transfer floating) Draws nothing until lectern_agenda_swatch_set(). */
GtkWidget *lectern_agenda_swatch_new (void);
/* @ink: copied. */
void lectern_agenda_swatch_set (LecternAgendaSwatch *self, const LecternAgendaInk *ink);

void lectern_agenda_snapshot_edge (GtkSnapshot *snapshot, const graphene_rect_t *edge, const GdkRGBA *colour, guint pattern);

G_END_DECLS
