/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two texts have in common: by lines, and within changed lines by words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LECTERN_COMMON_NONE G_MAXUINT

/* A longest sequence that stands in @a and in @b, in the same order: for each of @a its place in
   @b, or LECTERN_COMMON_NONE. Where both differ in thousands of places nothing between the first
   and the last difference counts as common. g_free(). */
guint *lectern_common_sequence (const char *const *a, guint n, const char *const *b, guint m);

typedef enum
{
  LECTERN_WORDS_SAME,
  LECTERN_WORDS_GONE, /* only in the text before */
  LECTERN_WORDS_NEW,  /* only in the text after */
} LecternWordsChange;

typedef struct
{
  LecternWordsChange change;
  char *text; /* words with the space that follows them */
} LecternWords;

/* How @after came of @before, of LecternWords, neighbours of different kinds: the same and the
   new words are @after byte for byte, the same and the gone ones are the words of @before. */
GPtrArray *lectern_words_compare (const char *before, const char *after);

G_END_DECLS
