/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two states of an event, in sentences for the public.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

/* One sentence a line, in the words of @language. @before, @after: states of the history,
   lectern_release_seen(); NULL @before: nothing had been released; NULL @after: now, as it
   would be released at @step (NULL: where the event stands). NULL where nothing that the
   public can see changed. Of the thread of @reader. g_free(). */
char *lectern_change_note (LecternReader *reader, gint64 event, GBytes *before, GBytes *after, const char *step,
                           const char *language);
/* All that changed from one release to another, or to now where @to is NULL: also what a note for the
   public need not say, session by session. One sentence a line; NULL: nothing. g_free(). */
char *lectern_change_compare (LecternReader *reader, gint64 event, const LecternRecord *from,
                              const LecternRecord *to, const char *language);
/* lectern_change_note() since the newest release, in each language the event is published in: language to
   text. Of char *; g_hash_table_unref(). */
GHashTable *lectern_change_notes (LecternReader *reader, gint64 event, const char *step);

G_END_DECLS
