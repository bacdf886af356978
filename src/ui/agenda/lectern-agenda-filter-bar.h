/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the agenda is filtered by, as chips that a click takes away, and how many
 * sessions are shown of how many there are. Seen only while something is not shown.
 */
#pragma once

#include "lectern-agenda-scene.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_FILTER_BAR (lectern_agenda_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaFilterBar, lectern_agenda_filter_bar, LECTERN, AGENDA_FILTER_BAR, AdwBin)

/* (transfer floating) Invisible until there is something to say. */
GtkWidget *lectern_agenda_filter_bar_new (void);
/* All three are borrowed for the call. @count: of the scene. Invisible where nothing is asked
   for and everything is shown; another number is said by a screen reader. */
void lectern_agenda_filter_bar_show (LecternAgendaFilterBar *self, const LecternAgendaScene *scene, const LecternAgenda *agenda, const LecternAgendaCount *count);
/* "12 of 40 shown"; NULL while everything is. */
const char *lectern_agenda_filter_bar_get_text (LecternAgendaFilterBar *self);

/* Signal "remove" (int kind, gint64 value): a chip was clicked. "Show all" is the action
   agenda.show-all. */

G_END_DECLS
