/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in the space that there is: as many lines as fit, the last one ends with “…”. It asks
 * for no size, so that hundreds of them cost a layout nothing.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_LINES (lectern_agenda_lines_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaLines, lectern_agenda_lines, LECTERN, AGENDA_LINES, GtkWidget)

/* A child of @parent. */
GtkWidget *lectern_agenda_lines_new (GtkWidget *parent);
/* Where it says that already, nothing is done. */
void lectern_agenda_lines_set_markup (LecternAgendaLines *self, const char *markup);
/* Whether no line of it is wider than it is, for tests. */
gboolean lectern_agenda_lines_fits (LecternAgendaLines *self);

G_END_DECLS
