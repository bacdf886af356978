/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of a pasted agenda in its preview.
 */
#pragma once

#include "lectern-programme.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PASTE_ROW (lectern_agenda_paste_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaPasteRow, lectern_agenda_paste_row, LECTERN, AGENDA_PASTE_ROW, GtkListBoxRow)

/* @programme outlives it. @days: names, the first for no day. Signal "changed": used, or valid. */
GtkWidget *lectern_agenda_paste_row_new (LecternProgramme *programme, guint session, GListModel *days);
/* Whether the item is to be added. */
gboolean lectern_agenda_paste_row_is_used (LecternAgendaPasteRow *self);
/* Whether it has a title, and its time can be read; no time is fine. */
gboolean lectern_agenda_paste_row_is_valid (LecternAgendaPasteRow *self);
/* Puts what was set right into the programme. */
void lectern_agenda_paste_row_apply (LecternAgendaPasteRow *self);

G_END_DECLS
