/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* What every page says of the programme that the view's event belongs to: name, emblem, funding
   statement, disclaimer, of the nearest part that has them; each change is an edit at once. */
void lectern_profile_dialog_present (LecternView *view);

G_END_DECLS
