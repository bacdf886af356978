/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a workspace, made from the data description, and their versions.
 */
#pragma once

#include "lectern-sqlite.h"

G_BEGIN_DECLS

/* The index for searching: words only, their texts stand in search_entry. */
#define LECTERN_SCHEMA_SEARCH \
  "fts5(text, content='', columnsize=0, detail=none, tokenize=\"unicode61 remove_diacritics 0\")"

#define LECTERN_APPLICATION_ID 0x4c656374 /* "Lect" */
#define LECTERN_SCHEMA_VERSION 1

/* Brings a new or older file to the newest version, each step in its own transaction. */
gboolean lectern_schema_upgrade (LecternDb *db, GError **error);
/* Looks at the first bytes without opening: a workspace, and not from the future. */
gboolean lectern_schema_check_header (const char *path, GError **error);
/* Whether every table is the one the file's version made and nothing else is there. */
gboolean lectern_schema_check (LecternDb *db, GError **error);
/* Indexed for searching. */
gboolean lectern_schema_is_searched (LecternKind kind);

G_END_DECLS
