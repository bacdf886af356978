/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heads of lanes above the grid, or the turned grid's at its side: a name for each
 * lane, and over several of one day a band with the day.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_RULER (lectern_agenda_ruler_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaRuler, lectern_agenda_ruler, LECTERN, AGENDA_RULER, GtkWidget)

/* (transfer floating) Empty; lectern_agenda_ruler_follow() says which way it lies. */
GtkWidget *lectern_agenda_ruler_new (void);
/* Along which axis, and what scrolls it. */
void lectern_agenda_ruler_follow (LecternAgendaRuler *self, GtkOrientation orientation, GtkAdjustment *adjustment);
/* It is going to be filled with what @with describes, NULL nothing. FALSE: it is already, which costs
   nothing; else it is empty now. */
gboolean lectern_agenda_ruler_begin (LecternAgendaRuler *self, const char *with);
/* One head more; @detail, @tooltip: NULL for none. */
void lectern_agenda_ruler_add (LecternAgendaRuler *self, const char *text, const char *detail, const char *tooltip);
/* Over the lanes from @first to before @end. */
void lectern_agenda_ruler_add_band (LecternAgendaRuler *self, const char *text, guint first, guint end);
/* One edge more than heads. */
void lectern_agenda_ruler_place (LecternAgendaRuler *self, const double *edges, guint n);

/* Signals: "lane" (uint lane), "band" (uint lane): a head was clicked. */

G_END_DECLS
