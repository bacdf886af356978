/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Giving an event out as a file: format, language, for whom, and where to.
 */
#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

void lectern_export_dialog_present (LecternWindow *window, gint64 event, const char *format);

G_END_DECLS
