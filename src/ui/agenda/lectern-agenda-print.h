/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing what is seen of the agenda, on a printer or into a file.
 */
#pragma once

#include "lectern-agenda-sheets.h"
#include <adwaita.h>

G_BEGIN_DECLS

void lectern_agenda_print (GtkWindow *parent, LecternAgendaScene scene, LecternAgenda *agenda,
                           LecternAgendaColours *colours, const char *title);
gboolean lectern_agenda_print_to_file (LecternAgendaScene scene, LecternAgenda *agenda, LecternAgendaColours *colours,
                                       const char *title, const char *path, GError **error);

G_END_DECLS
