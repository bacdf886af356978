/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new event in one go, the next of a series, other dates, or an event's own fields
 * and days, edited in place.
 */
#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

void lectern_event_dialog_new_event (LecternWindow *window);
void lectern_event_dialog_copy (LecternWindow *window, gint64 event);
void lectern_event_dialog_move (LecternWindow *window, gint64 event);
void lectern_event_dialog_commit_new (LecternWindow *window, LecternEdit *edit, gint64 event, const char *toast);
void lectern_event_dialog_edit (LecternWindow *window, gint64 event);

G_END_DECLS
