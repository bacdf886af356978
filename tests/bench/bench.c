/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/vfs.h>
#include <time.h>

#define TMPFS 0x01021994
#define RAMFS 0x858458f6

char *
bench_folder (void)
{
  const char *parent = g_getenv ("LECTERN_BENCH_FOLDER");
  char *folder = g_build_filename (parent ? parent : g_get_current_dir (), "lectern-bench-XXXXXX", NULL);
  struct statfs info;

  if (g_mkdtemp (folder) == NULL || statfs (folder, &info) != 0)
    {
      fprintf (stderr, "%s cannot be made; set LECTERN_BENCH_FOLDER.\n", folder);
      exit (1);
    }
  if (info.f_type == TMPFS || info.f_type == RAMFS)
    {
      g_rmdir (folder);
      fprintf (stderr, "%s is in memory, where a sync costs nothing; set LECTERN_BENCH_FOLDER.\n", folder);
      exit (1);
    }
  return folder;
}

void
bench_remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
}

static double
used_ms (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

double
bench_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static double
turn (const BenchSide *side)
{
  double before, after;

  if (side->prepare != NULL)
    side->prepare (side->data);
  before = used_ms (RUSAGE_SELF);
  side->run (side->data);
  after = used_ms (RUSAGE_SELF);
  if (side->finish != NULL)
    side->finish (side->data);
  return after - before;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

double
bench_median (GArray *numbers)
{
  g_array_sort (numbers, compare);
  return g_array_index (numbers, double, numbers->len / 2);
}

gboolean
bench_ratio (const char *name, double most, guint rounds, const BenchSide *ours, const BenchSide *floor)
{
  g_autoptr (GArray) a = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) b = g_array_new (FALSE, FALSE, sizeof (double));
  double ratio;

  turn (ours); /* warm */
  turn (floor);
  for (guint i = 0; i < rounds; i++)
    {
      double x = turn (ours), y = turn (floor);
      g_array_append_val (a, x);
      g_array_append_val (b, y);
    }
  ratio = bench_median (a) / bench_median (b);
  printf ("%-52s %8.2f ms  floor %8.2f ms  ratio %5.2f  (at most %.2f) %s\n", name, bench_median (a),
          bench_median (b), ratio, most, ratio <= most ? "kept" : "MISSED");
  fflush (stdout);
  return ratio <= most;
}

gboolean
bench_limit (const char *name, double milliseconds, double most)
{
  printf ("%-52s %8.2f ms  (at most %.2f) %s\n", name, milliseconds, most,
          milliseconds <= most ? "kept" : "MISSED");
  fflush (stdout);
  return milliseconds <= most;
}

void
bench_exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

sqlite3_stmt *
bench_prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

sqlite3 *
bench_open (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                                    NULL), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  bench_exec (db, "PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0; PRAGMA journal_mode = WAL; "
                  "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384");
  return db;
}

void
bench_copy_tables (sqlite3 *db, const char *path, const char *names)
{
  g_autofree char *sql = g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name IN "
                                          "(%s) ORDER BY rowid", names);
  sqlite3 *from = bench_open (path);
  sqlite3_stmt *statement = bench_prepare (from, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    bench_exec (db, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (from);
}
