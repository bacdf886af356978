/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin layer over SQLite, for the files of store/ only: a connection with its
 * cache of statements, and errors as sentences.
 */
#pragma once

#include "lectern-value.h"
#include "lectern-workspace.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL text -> sqlite3_stmt */
  char *path;
  gboolean writing;       /* between begin and commit or rollback */
  GError *failure;        /* the first one since begin */
} LecternDb;

/* @flags: of sqlite3_open_v2(). Sets what every connection of Lectern needs. */
LecternDb *lectern_db_open (const char *path, int flags, GError **error);
/* With its statements, which nobody may use any more. NULL is fine. */
void lectern_db_close (LecternDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDb, lectern_db_close)

/* A cached statement, reset and with its bindings cleared. NULL only where the file is damaged. */
sqlite3_stmt *lectern_db_statement (LecternDb *db, const char *sql, GError **error);
/* Steps once: TRUE with a row; FALSE without a row or with an error. */
gboolean lectern_db_step (LecternDb *db, sqlite3_stmt *statement, GError **error);
/* Steps a statement that gives no rows, and resets it. */
gboolean lectern_db_run (LecternDb *db, sqlite3_stmt *statement, GError **error);
/* One or more statements, not cached; rows that they give are passed over. FALSE with @error. */
gboolean lectern_db_exec (LecternDb *db, const char *sql, GError **error);
/* A transaction that writes. SQLite takes it back on its own where a read or a write fails, and
   what came then would be stored bit by bit: after the first failure nothing is written any
   more, and commit says what failed, also where a caller did not look. */
gboolean lectern_db_begin (LecternDb *db, GError **error);
/* FALSE with the first failure since lectern_db_begin(); lectern_db_rollback() then. */
gboolean lectern_db_commit (LecternDb *db, GError **error);
/* Also where SQLite has done it already; forgets the failure. */
void lectern_db_rollback (LecternDb *db);
/* The first column of the first row; 0 without one, and where it fails. Cached. */
gint64 lectern_db_integer (LecternDb *db, const char *sql);
/* Sets @error, unless it is set, to the connection's last error as a sentence; within a
   transaction it is the failure of that too. */
void lectern_db_fail (LecternDb *db, GError **error);

void lectern_bind_value (sqlite3_stmt *statement, int at, const LecternValue *value);
/* A copy by the type that SQLite has it in; NULL, "" and no bytes give empty.
   lectern_value_clear(). */
LecternValue lectern_column_value (sqlite3_stmt *statement, int column);
/* Its text, NULL where it is NULL. g_free(). */
char *lectern_column_dup (sqlite3_stmt *statement, int column);

/* For readings that store/ offers to views: a cached statement of a reader. NULL where
   the file cannot be read (then the reading gives an empty answer). */
sqlite3_stmt *lectern_reader_statement (LecternReader *reader, const char *sql);
/* Its connection, which only reads; borrowed. */
LecternDb *lectern_reader_db (LecternReader *reader);
/* A statement for the ids of living records, in the order of lists; @where: SQL or NULL. */
sqlite3_stmt *lectern_reader_ids_where (LecternReader *reader, LecternKind kind, const char *where);
/* The records whose ids the statement gives. (transfer full) */
GPtrArray *lectern_reader_load_all (LecternReader *reader, LecternKind kind, sqlite3_stmt *statement);
/* A connection of its own, which only reads; looks at nothing in the file. (transfer full), for
   one thread at a time; NULL with @error. */
LecternReader *lectern_reader_open (const char *path, GError **error);

G_END_DECLS
