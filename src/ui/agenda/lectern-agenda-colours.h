/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the tracks of one agenda as style classes, for light, dark and
 * high contrast.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-colour.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_COLOURS (lectern_agenda_colours_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaColours, lectern_agenda_colours, LECTERN, AGENDA_COLOURS, GObject)

LecternAgendaColours *lectern_agenda_colours_new (void);
void lectern_agenda_colours_set_agenda (LecternAgendaColours *self, const LecternAgenda *agenda);

/* @track: an index in the agenda's tracks, -1 for none. */
const LecternPalette *lectern_agenda_colours_palette (LecternAgendaColours *self, int track);
const char *lectern_agenda_colours_class (LecternAgendaColours *self, int track);

/* Signal "changed" (): light became dark or the like; the palettes are other ones. */

G_END_DECLS
