/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event is made public at a step: what is wrong with it, whose names become public, and
 * what changed, in each language, before it is done.
 */
#pragma once

#include "lectern-window.h"

G_BEGIN_DECLS

void lectern_release_dialog_open (LecternWindow *window, gint64 event);

G_END_DECLS
