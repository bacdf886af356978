/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place where something that is carried would stand: a box over the items. It can
 * have the keyboard, so that a screen reader follows it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_GHOST (lectern_agenda_ghost_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaGhost, lectern_agenda_ghost, LECTERN, AGENDA_GHOST, GtkWidget)

/* (transfer floating) Empty. The pointer goes through it; the keyboard can be on it. */
GtkWidget *lectern_agenda_ghost_new (void);
/* @text: what stands in it. @wrong: something speaks against the place. */
void lectern_agenda_ghost_set (LecternAgendaGhost *self, const char *text, gboolean wrong);
/* What a screen reader says: the name again each time the place is another one. */
void lectern_agenda_ghost_say (LecternAgendaGhost *self, const char *words);

G_END_DECLS
