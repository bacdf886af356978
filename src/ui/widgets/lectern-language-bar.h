/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which language the texts of a record are shown and edited in: one button for each
 * language of the event, with a sign where a translation is missing or older than
 * the text it was made from.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_LANGUAGE_BAR (lectern_language_bar_get_type ())
G_DECLARE_FINAL_TYPE (LecternLanguageBar, lectern_language_bar, LECTERN, LANGUAGE_BAR, AdwBin)

/* Signal "changed": another language was chosen. */
GtkWidget *lectern_language_bar_new (LecternView *view);
/* Shows the state of these @fields (numbers ended by 0). Nothing is shown for a single language. */
void lectern_language_bar_update (LecternLanguageBar *self, LecternKind kind, gint64 id, const guint *fields);
/* NULL: the source. */
const char *lectern_language_bar_get_language (LecternLanguageBar *self);

G_END_DECLS
