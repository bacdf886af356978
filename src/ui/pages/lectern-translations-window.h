/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* All public texts of the view's event, side by side with what they are in another language; edited
   in place, each change an edit. */
void lectern_translations_window_present (LecternView *view);

G_END_DECLS
