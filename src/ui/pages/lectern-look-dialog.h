/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* How the pages of the view's event look: template, colour, picture, what is shown; each choice is
   an edit at once, and the browser shows what comes of it. */
void lectern_look_dialog_present (LecternView *view);

G_END_DECLS
