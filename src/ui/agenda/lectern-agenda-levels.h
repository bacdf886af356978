/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How serious each rule of the agenda is at each release step of an event, and from how
 * many minutes on: a dialog.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* @step: key of the release step that is shown first. Returns the dialog. */
GtkWidget *lectern_agenda_levels_present (LecternView *view, const char *step);

G_END_DECLS
