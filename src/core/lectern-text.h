/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For searching: NFKD without marks, case folded, ß to ss, ł to l, ø to o, đ to d. */
char *lectern_text_fold (const char *text);
void lectern_text_fold_append (GString *out, const char *text);

/* BCP 47, well-formed as far as language[-script][-region] goes. */
gboolean lectern_language_is_valid (const char *tag);
/* The language's name in the person's own language: "German". g_free(). */
char *lectern_language_name (const char *tag);

G_END_DECLS
