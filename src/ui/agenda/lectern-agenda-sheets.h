/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is seen of an agenda on plain pages of paper: a grid in as many pages as its lanes
 * and hours need, or a list. Each page has a title and its number. Pango and Cairo only.
 */
#pragma once

#include "lectern-agenda-colours.h"
#include "lectern-agenda-scene.h"

G_BEGIN_DECLS

typedef struct _LecternAgendaSheets LecternAgendaSheets;

/* All of @scene, @agenda and @colours must stay; @title: of the event, copied. @cr: of the
   paper, to measure texts; @width, @height: points. */
LecternAgendaSheets *lectern_agenda_sheets_new (const LecternAgendaScene *scene, const LecternAgenda *agenda,
                                                LecternAgendaColours *colours, const char *title, cairo_t *cr,
                                                double width, double height);
/* Scene and agenda are left alone. Not for NULL. */
void lectern_agenda_sheets_free (LecternAgendaSheets *sheets);
guint lectern_agenda_sheets_n_pages (const LecternAgendaSheets *sheets);
void lectern_agenda_sheets_draw (const LecternAgendaSheets *sheets, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgendaSheets, lectern_agenda_sheets_free)

G_END_DECLS
