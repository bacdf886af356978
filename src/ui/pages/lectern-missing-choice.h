/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* What the pages of the view's event do about what is not translated; a choice is an edit. */
GtkWidget *lectern_missing_choice_new (LecternView *view);

G_END_DECLS
