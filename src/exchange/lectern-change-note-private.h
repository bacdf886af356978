/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a change note share; only for lectern-change-note*.c.
 */
#pragma once

#include "lectern-release-state.h"
#include "lectern-words.h"

G_BEGIN_DECLS

typedef struct
{
  LecternReader *reader;
  const char *language;
  const LecternReleaseState *before; /* NULL: nothing had been released */
  const LecternReleaseState *after;
  GString *out;
  gboolean whole; /* every change, not only as many as a reader of the page wants */
} LecternNote;

/* "Word: text (before: was)"; without @was no brackets. */
void lectern_note_line (LecternNote *note, LecternWord word, const char *text, const char *was);
/* Lines for what became of the sessions. Before is not NULL; unless whole, 12 lines at most and one
   that there is more. */
void lectern_note_agenda (LecternNote *note);

G_END_DECLS
