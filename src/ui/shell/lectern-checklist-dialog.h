/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What depends on when and where an event is, after it was moved: a list that leads to
 * each thing, or is kept as tasks.
 */
#pragma once

#include "lectern-event-reschedule.h"
#include "lectern-window.h"

G_BEGIN_DECLS

/* Call before the edit is handed over: shows the list once it is stored. */
void lectern_checklist_dialog_expect (LecternWindow *window, gint64 event);

G_END_DECLS
