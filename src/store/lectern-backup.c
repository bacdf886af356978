/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-backup.h"

#include "lectern-schema.h"
#include "lectern-search-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than this is no conference: a page of text per guest for a million guests. */
#define MOST_BYTES (G_GINT64_CONSTANT (4) << 30)

static gboolean fail (GError **error, LecternStoreError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, LecternStoreError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (LECTERN_STORE_ERROR, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
fail_errno (GError **error, int number, const char *path)
{
  if (number == ENOSPC || number == EDQUOT)
    return fail (error, LECTERN_STORE_ERROR_FULL, _ ("No space is left for “%s”; it was not written."),
                 basename (path));
  return fail (error,
               number == EACCES || number == EROFS || number == EPERM ? LECTERN_STORE_ERROR_READ_ONLY
                                                                      : LECTERN_STORE_ERROR_FAILED,
               /* TRANSLATORS: a file's name, then the system's reason: Permission denied */
               _ ("“%s” could not be written: %s."), basename (path), g_strerror (number));
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);

  if (fd < 0 || fsync (fd) != 0)
    {
      fail_errno (error, errno, path);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static gboolean
sync_file_and_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return sync_path (path, 0, error) && sync_path (folder, O_DIRECTORY, error);
}

static gboolean
read_header (const char *path, guint8 *header, gsize length)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize got = fd < 0 ? -1 : read (fd, header, length);

  if (fd >= 0)
    close (fd);
  return got == (gssize) length;
}

/* A live file is in WAL mode, a copy is not: bytes 18 and 19 of the header. Whatever has a
   log beside it is in use, too. */
static gboolean
is_live (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  guint8 header[100];

  if (g_file_test (wal, G_FILE_TEST_EXISTS))
    return TRUE;
  return read_header (path, header, sizeof header) && memcmp (header, "SQLite format 3", 16) == 0
         && header[18] == 2;
}

static gboolean
check_target (const char *path, const char *target, GError **error)
{
  GStatBuf source, there;

  if (g_stat (path, &source) != 0)
    return fail (error, LECTERN_STORE_ERROR_NOT_FOUND, _ ("“%s” cannot be opened."), basename (path));
  if (g_stat (target, &there) != 0)
    return g_file_test (target, G_FILE_TEST_IS_SYMLINK)
               ? fail (error, LECTERN_STORE_ERROR_FAILED, _ ("“%s” leads nowhere; choose another name."),
                       basename (target))
               : TRUE;
  if (!S_ISREG (there.st_mode))
    return fail (error, LECTERN_STORE_ERROR_FAILED, _ ("“%s” is no file; choose another name."), basename (target));
  if ((there.st_ino == source.st_ino && there.st_dev == source.st_dev) || is_live (target))
    return fail (error, LECTERN_STORE_ERROR_FAILED,
                 _ ("“%s” is a workspace that is worked in; choose another name for the copy."), basename (target));
  return TRUE;
}

/* The pages of a file that we made or copied, on a connection that can do nothing to it. */
static gboolean
check_whole (const char *path, const char *check, GError **error)
{
  g_autoptr (LecternDb) db = NULL;
  sqlite3_stmt *statement;
  gboolean whole;

  if (!lectern_schema_check_header (path, error))
    return FALSE;
  db = lectern_db_open (path, SQLITE_OPEN_READONLY, error);
  /* the tables first: they are compared as text, before anything in them is used */
  if (db == NULL || !lectern_schema_check (db, error))
    return FALSE;
  statement = lectern_db_statement (db, check, error);
  if (statement == NULL || !lectern_db_step (db, statement, error))
    return FALSE;
  whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  return whole
         || fail (error, LECTERN_STORE_ERROR_DAMAGED,
                  _ ("The file “%s” is damaged; restore it from a backup."), basename (path));
}

/* A copy is another device's from its first edit on, also where it comes to lie at the place
   and with the inode that the file it was made from once had. */
static gboolean
forget_place (const char *path, GError **error)
{
  g_autoptr (LecternDb) db = lectern_db_open (path, SQLITE_OPEN_READWRITE, error);

  return db != NULL
         && lectern_db_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; "
                                 "DELETE FROM meta WHERE key = 'place'", error)
         && lectern_search_catch_up (db, error);
}

static gboolean
vacuum_into (const char *path, const char *copy, const char *target, GError **error)
{
  g_autoptr (LecternDb) db = lectern_db_open (path, SQLITE_OPEN_READONLY, error);
  sqlite3_stmt *statement = db ? lectern_db_statement (db, "VACUUM INTO ?1", error) : NULL;
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, copy, -1, SQLITE_STATIC);
  if (lectern_db_run (db, statement, &failure))
    return TRUE;
  if (g_error_matches (failure, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FULL))
    return fail_errno (error, ENOSPC, target);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Also what SQLite may have left beside it. */
static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (path, suffixes[i], NULL);
      g_unlink (part);
    }
}

gboolean
lectern_backup_write (const char *path, const char *target, GError **error)
{
  /* a link's copy lies where the link leads, and the link stays */
  g_autofree char *real = realpath (target, NULL);
  const char *to = real ? real : target;
  g_autofree char *copy = g_strconcat (to, ".XXXXXX", NULL);
  int fd;

  if (!check_target (path, target, error) || !lectern_schema_check_header (path, error))
    return FALSE;
  fd = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (error, errno, target);
  close (fd);
  if (vacuum_into (path, copy, target, error) && forget_place (copy, error) && sync_path (copy, 0, error)
      && check_whole (copy, "PRAGMA quick_check(1)", error))
    {
      if (g_rename (copy, to) == 0)
        return sync_file_and_folder (to, error);
      fail_errno (error, errno, target);
    }
  remove_database (copy);
  return FALSE;
}

/* Reads through one open file: what it is cannot change between looking and copying. */
static gboolean
copy_privately (const char *file, const char *copy, GError **error)
{
  int in = open (file, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  int out = -1;
  struct stat info;
  g_autofree char *buffer = NULL;
  gssize got = 0;
  gint64 total = 0;
  gboolean done = FALSE;
  const gsize chunk = 1 << 20;

  if (in < 0 || fstat (in, &info) != 0)
    fail (error, LECTERN_STORE_ERROR_NOT_FOUND, _ ("“%s” cannot be opened."), basename (file));
  else if (!S_ISREG (info.st_mode))
    fail (error, LECTERN_STORE_ERROR_FOREIGN, _ ("“%s” is not a Lectern workspace."), basename (file));
  else if (info.st_size > MOST_BYTES)
    fail (error, LECTERN_STORE_ERROR_FOREIGN, _ ("“%s” is too large for a Lectern workspace."), basename (file));
  else if ((out = open (copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) < 0)
    fail_errno (error, errno, copy);
  else
    {
      buffer = g_malloc (chunk);
      errno = 0;
      while ((got = read (in, buffer, chunk)) > 0 && (total += got) <= MOST_BYTES
             && write (out, buffer, got) == got)
        ;
      done = got == 0 && total >= 100;
      if (got < 0)
        fail (error, LECTERN_STORE_ERROR_FAILED, _ ("“%s” cannot be read."), basename (file));
      else if (got > 0)
        fail_errno (error, errno ? errno : ENOSPC, copy);
      else if (!done)
        fail (error, LECTERN_STORE_ERROR_FOREIGN, _ ("“%s” is not a Lectern workspace."), basename (file));
    }
  if (in >= 0)
    close (in);
  if (out >= 0)
    close (out);
  return done;
}

static gboolean
check_new_path (const char *new_path, GError **error)
{
  if (g_file_test (new_path, G_FILE_TEST_EXISTS) || g_file_test (new_path, G_FILE_TEST_IS_SYMLINK))
    return fail (error, LECTERN_STORE_ERROR_FAILED, _ ("“%s” exists already; choose another name."),
                 basename (new_path));
  return TRUE;
}

/* An older version is brought to this one here, so that the check can be strict. */
static gboolean
upgrade (const char *copy, GError **error)
{
  g_autoptr (LecternDb) db = lectern_db_open (copy, SQLITE_OPEN_READWRITE, error);
  return db != NULL && lectern_schema_check (db, error) && lectern_schema_upgrade (db, error);
}

/* Never over a file that came to be there in the meantime. */
static gboolean
move_into_place (const char *copy, const char *new_path, GError **error)
{
  int result = renameat2 (AT_FDCWD, copy, AT_FDCWD, new_path, RENAME_NOREPLACE);

  if (result != 0 && (errno == EINVAL || errno == ENOSYS)) /* a file system without it */
    {
      if (!check_new_path (new_path, error))
        return FALSE;
      result = g_rename (copy, new_path);
    }
  if (result != 0)
    return errno == EEXIST ? check_new_path (new_path, error) : fail_errno (error, errno, new_path);
  return sync_file_and_folder (new_path, error);
}

static gboolean
bring_in (const char *file, const char *copy, const char *new_path, GError **error)
{
  g_autofree char *wal = g_strconcat (file, "-wal", NULL);
  GStatBuf info;

  if (g_stat (wal, &info) == 0 && info.st_size > 0)
    return fail (error, LECTERN_STORE_ERROR_BUSY,
                 _ ("“%s” is a workspace that is worked in; make a backup of it and bring that in."), basename (file));
  return copy_privately (file, copy, error) && lectern_schema_check_header (copy, error)
         && upgrade (copy, error) && forget_place (copy, error)
         && check_whole (copy, "PRAGMA integrity_check(1)", error) && sync_path (copy, 0, error)
         && move_into_place (copy, new_path, error);
}

gboolean
lectern_backup_restore (const char *file, const char *new_path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (new_path);
  g_autofree char *folder = g_build_filename (parent, ".restore-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *copy = NULL;
  gboolean done;

  if (!check_new_path (new_path, error))
    return FALSE;
  if (g_mkdtemp_full (folder, 0700) == NULL)
    return fail_errno (error, errno, new_path);
  copy = g_build_filename (folder, name, NULL); /* under its own name, for the sentences */
  done = bring_in (file, copy, new_path, error);
  remove_database (copy);
  g_rmdir (folder);
  return done;
}
