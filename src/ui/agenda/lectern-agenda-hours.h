/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hours beside the agenda's grid, or above it: as many labels as there is room
 * for, from every fourth hour to every minute. Painted, not made of widgets: it says
 * nothing that the items do not say themselves.
 */
#pragma once

#include "lectern-layout.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_HOURS (lectern_agenda_hours_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaHours, lectern_agenda_hours, LECTERN, AGENDA_HOURS, GtkWidget)

/* (transfer floating) lectern_agenda_hours_follow() and lectern_agenda_hours_set() say what it
   shows. */
GtkWidget *lectern_agenda_hours_new (void);
/* Along which axis, and what scrolls it. */
void lectern_agenda_hours_follow (LecternAgendaHours *self, GtkOrientation orientation, GtkAdjustment *adjustment);
/* From where to where, and how many pixels a minute has. */
void lectern_agenda_hours_set (LecternAgendaHours *self, int from, int to, double per_minute);
/* Minutes between two labels. */
int lectern_agenda_hours_get_step (LecternAgendaHours *self);

G_END_DECLS
