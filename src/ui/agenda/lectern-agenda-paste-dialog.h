/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pasted agenda before it becomes sessions: each row can be left out, and its day, time,
 * title and type set right. One edit, one step of undo.
 */
#pragma once

#include "lectern-programme.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_PASTE_DIALOG (lectern_agenda_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaPasteDialog, lectern_agenda_paste_dialog, LECTERN, AGENDA_PASTE_DIALOG, AdwWindow)

/* Asks for the text. @day: the shown day, 0 none. */
GtkWindow *lectern_agenda_paste_dialog_present (LecternView *view, gint64 day);
/* FALSE once it was closed: for who still has a reference. */
gboolean lectern_agenda_paste_dialog_is_open (LecternAgendaPasteDialog *self);
/* What stands where one types. */
void lectern_agenda_paste_dialog_set_text (LecternAgendaPasteDialog *self, const char *text);
/* Reads @text as if it had been pasted; FALSE where there is no agenda in it. */
gboolean lectern_agenda_paste_dialog_read (LecternAgendaPasteDialog *self, const char *text, gboolean html);

/* What is on the clipboard: an agenda is shown in the dialog, anything else asks for it there. */
void lectern_agenda_paste_from_clipboard (LecternView *view, gint64 day);

G_END_DECLS
