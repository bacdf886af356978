/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list queries of store/ share: SQL functions for order and search, and
 * statements put together from parts.
 *
 *   lectern_fold (text)      as lectern_text_fold()
 *   lectern_order (text)     a key that sorts by the locale, made once per row: comparing
 *                            100,000 names pair by pair takes ten times as long
 */
#pragma once

#include "lectern-sqlite.h"

G_BEGIN_DECLS

/* The text of a translatable field in the language of parameter 2 where there is one; kinds
   and fields by their stable numbers, as translations are stored. */
#define LECTERN_IN_LANGUAGE(kind, alias, column, field)                                             \
  "coalesce((SELECT text FROM translation WHERE kind = " G_STRINGIFY (kind)                         \
  " AND row = " alias ".id AND field = " G_STRINGIFY (field) " AND lang = ?2), " alias "." column ")"

/* A statement of @reader in which these functions may stand. */
sqlite3_stmt *lectern_list_statement (LecternReader *reader, const char *sql);
/* The words one searches for, folded; NULL where there are none. g_strfreev(). */
char **lectern_list_words (const char *text);
/* " AND instr (HAY, ?N) > 0" for each word, from parameter @first on. */
void lectern_list_where_words (GString *sql, const char *hay, char **words, int first);
/* Binds copies of them to the parameters from @first on, as lectern_list_where_words() names
   them. */
void lectern_list_bind_words (sqlite3_stmt *statement, char **words, int first);
/* Steps @statement to the end; the first column of each row, of gint64. */
GArray *lectern_list_collect (LecternReader *reader, sqlite3_stmt *statement);
/* The column's text, "" where NULL; as long as the statement stands at its row. */
const char *lectern_list_column (sqlite3_stmt *statement, int column);

G_END_DECLS
