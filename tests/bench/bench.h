/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measuring against a floor: the least that has to be done for the same, in the same run.
 * What counts is processor time (user and system, all threads); the two take turns.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct
{
  void (*prepare) (gpointer data); /* not measured; may be NULL */
  void (*run) (gpointer data);
  void (*finish) (gpointer data);  /* not measured; may be NULL */
  gpointer data;
} BenchSide;

/* A folder on a file system that really syncs; the bench ends where there is none. */
char *bench_folder (void);
void bench_remove_folder (const char *folder);
/* Prints the ratio of the medians of @rounds turns; FALSE where it is above @most. */
gboolean bench_ratio (const char *name, double most, guint rounds, const BenchSide *ours, const BenchSide *floor);
/* Prints a time against its limit. */
gboolean bench_limit (const char *name, double milliseconds, double most);
double bench_median (GArray *numbers); /* of double; sorts them */
double bench_thread_ms (void);         /* processor time of this thread so far */

/* A database as Lectern opens one: WAL, synchronous=FULL, the same page cache. */
sqlite3 *bench_open (const char *path);
void bench_exec (sqlite3 *db, const char *sql);
sqlite3_stmt *bench_prepare (sqlite3 *db, const char *sql);
/* Makes in @db the tables and indexes that the workspace at @path has, of these names. */
void bench_copy_tables (sqlite3 *db, const char *path, const char *names);
