/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A head row or a column of hours that stays in sight: labels along one axis that
 * move with an adjustment.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_RULER (lectern_agenda_ruler_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaRuler, lectern_agenda_ruler, LECTERN, AGENDA_RULER, GtkWidget)

GtkWidget *lectern_agenda_ruler_new (GtkOrientation orientation);
void lectern_agenda_ruler_follow (LecternAgendaRuler *self, GtkAdjustment *adjustment);
/* Labels that begin at a place (rooms), or are centred on it (hours). */
void lectern_agenda_ruler_clear (LecternAgendaRuler *self, gboolean centred);
void lectern_agenda_ruler_add (LecternAgendaRuler *self, const char *text, const char *detail, const char *tooltip);
/* Where the labels stand: n + 1 edges where they begin, n places where they are centred. */
void lectern_agenda_ruler_place (LecternAgendaRuler *self, const double *at, guint n);
guint lectern_agenda_ruler_n_labels (LecternAgendaRuler *self);

G_END_DECLS
