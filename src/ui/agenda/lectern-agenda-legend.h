/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button that says what the colours mean, and what they are of: tracks, types or
 * states.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_LEGEND (lectern_agenda_legend_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaLegend, lectern_agenda_legend, LECTERN, AGENDA_LEGEND, AdwBin)

/* (transfer floating) A button. Keeps a reference to @colours and follows them. */
GtkWidget *lectern_agenda_legend_new (LecternAgendaColours *colours);
/* Whose sessions are counted; the caller's, which must stay until another one is set. */
void lectern_agenda_legend_set_agenda (LecternAgendaLegend *self, const LecternAgenda *agenda);

/* What they are of is the action agenda.colours. */

G_END_DECLS
