/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of published pages, in the language of the page. They are not gettext's:
 * a page in German has German words whatever language its author's desktop speaks.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
#define WORD(KEY, ...) LECTERN_WORD_##KEY,
#define CHOICE(...)
#include "lectern-words-table.h"
#undef WORD
#undef CHOICE
  LECTERN_N_WORDS
} LecternWord;

/* In @language (BCP 47), else in English. Never NULL. */
const char *lectern_words (const char *language, LecternWord word);
/* The word's name in the XML that templates read: "dates-to-come". */
const char *lectern_words_key (LecternWord word);
/* The words for a choice of the data description: ("de", "session_role", "chair"). */
const char *lectern_words_choice (const char *language, const char *choice, const char *key);
/* The language's own name for itself: "Deutsch"; the tag where it is not known. */
const char *lectern_words_language_name (const char *language);

G_END_DECLS
