/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that finds records of a kind as one types, and can offer to make a new
 * one from what was typed. Up and Down choose, Enter takes, Escape closes.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_COMPLETION_ENTRY (lectern_completion_entry_get_type ())
G_DECLARE_FINAL_TYPE (LecternCompletionEntry, lectern_completion_entry, LECTERN, COMPLETION_ENTRY, AdwBin)

/* Signals: "chosen" (gint64 id, const char *text): a record, or with id 0 the name of one to
 * make; "typed": the person changed the text; "given-up": Escape with the list closed. */
GtkWidget *lectern_completion_entry_new (LecternView *view, LecternKind kind);
/* Offers "Create …" too. */
void lectern_completion_entry_set_creates (LecternCompletionEntry *self, gboolean creates);
/* How many bytes of what was typed are the name that is looked for: behind it may stand what one has to say of it. */
typedef gsize (*LecternCompletionName) (const char *text);
/* NULL: all that is typed is the name. */
void lectern_completion_entry_set_name_length (LecternCompletionEntry *self, LecternCompletionName name_length);
/* Without "typed", and nothing is searched for. @text: not NULL. */
void lectern_completion_entry_set_text (LecternCompletionEntry *self, const char *text);
/* (transfer none) All that stands there; the entry's, until it is another text. */
const char *lectern_completion_entry_get_text (LecternCompletionEntry *self);
/* (transfer none) What one types in, for its name, its placeholder and its style. */
GtkEntry *lectern_completion_entry_get_entry (LecternCompletionEntry *self);
/* The only record whose name is exactly @text, or 0. */
gint64 lectern_completion_entry_find (LecternCompletionEntry *self, const char *text);

G_END_DECLS
