/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody corrected on the site and Lectern has a field for: a title, a date, a time, a
 * text of ours. It is found by what the page said before and says now, whatever template wrote it.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  LecternKind kind;
  gint64 record;
  guint field;
  char *language; /* of the text; NULL for what has none */
  char *what;     /* "Title of “Lunch”" */
  char *before, *after; /* for people */
  char *was;            /* what the field says now, as text; NULL where it is none */
  LecternValue value;
} LecternTakeable;

/* @base: what we left there, in @language; @theirs: what stands there now. *all: (out) whether
   nothing else was changed there. Of LecternTakeable, g_ptr_array_unref(). Of the reader's thread. */
GPtrArray *lectern_take_find (LecternReader *reader, gint64 event, const char *language, GBytes *base,
                              GBytes *theirs, gboolean *all);
/* All of them as one edit; @item: the page's path, for its name. */
LecternEdit *lectern_take_edit (GPtrArray *takeables, const char *item);

G_END_DECLS
