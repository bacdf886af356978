/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two sample projects that a first start offers: everything in them is invented.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

/* "interregional", "plenary", NULL. */
const char *const *lectern_sample_names (void);
/* What a person chooses by: the project in a few words, translated. NULL: no such sample. */
const char *lectern_sample_title (const char *name);
/* Likewise a sentence that says what is in it. */
const char *lectern_sample_description (const char *name);

/* Fills a new workspace: one edit with all records, then a few small ones as they happen
   in the weeks before an event. Dates are counted from the Monday of this week. Any thread
   but the window's; waits for the disk. */
gboolean lectern_sample_create (LecternWorkspace *workspace, const char *name, GError **error);

G_END_DECLS
