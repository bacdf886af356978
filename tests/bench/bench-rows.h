/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that an import leaves, held in memory, to be put into the same tables again.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct BenchRows BenchRows;

BenchRows *bench_rows_load (const char *path);
guint bench_rows_n (BenchRows *rows);
/* Tables and indexes as in the workspace, and one FTS5 table with the options that Lectern uses. */
void bench_rows_make_tables (BenchRows *rows, sqlite3 *db);
void bench_rows_insert (BenchRows *rows, sqlite3 *db);
void bench_rows_free (BenchRows *rows);
