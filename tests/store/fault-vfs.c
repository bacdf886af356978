/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

typedef struct
{
  enum { ENTRY_CREATE, ENTRY_WRITE, ENTRY_TRUNCATE, ENTRY_SYNC, ENTRY_DELETE, ENTRY_MARK } type;
  const char *path; /* interned */
  gint64 at;        /* offset, length, or number of a mark */
  gboolean synced;  /* ENTRY_DELETE: the folder was synced as well */
  GBytes *data;
} Entry;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* lies behind this struct */
  const char *path;   /* interned; NULL for temporary files */
} FaultFile;

static sqlite3_vfs vfs, *real_vfs;
static sqlite3_io_methods methods;
static GMutex mutex;
static GArray *recording; /* of Entry; NULL: nothing is written down */
static gint64 room = -1;
static gboolean read_only;
static FaultCall failing;
static guint fail_in, n_failed;

static void
record (int type, const char *path, gint64 at, gconstpointer data, gsize length)
{
  Entry entry = { .type = type, .path = path, .at = at };

  if (recording == NULL || (path == NULL && type != ENTRY_MARK))
    return;
  if (data != NULL)
    entry.data = g_bytes_new (data, length);
  g_array_append_val (recording, entry);
}

/* Whether this call is one that has to fail. */
static gboolean
fails (FaultCall call)
{
  gboolean now = FALSE;

  g_mutex_lock (&mutex);
  if (failing == call && (fail_in <= 1 || --fail_in == 0))
    now = TRUE;
  n_failed += now;
  g_mutex_unlock (&mutex);
  return now;
}

static int
fault_close (sqlite3_file *file)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  return real->pMethods ? real->pMethods->xClose (real) : SQLITE_OK;
}

static int
fault_read (sqlite3_file *file, void *data, int length, sqlite3_int64 at)
{
  sqlite3_file *real = ((FaultFile *) file)->real;
  return fails (FAULT_READ) ? SQLITE_IOERR_READ : real->pMethods->xRead (real, data, length, at);
}

/* What of @length still fits, where the file grows. */
static int
take_room (sqlite3_file *real, int length, gint64 at)
{
  sqlite3_int64 size = 0;
  gint64 growth;

  if (room < 0)
    return length;
  real->pMethods->xFileSize (real, &size);
  growth = MAX (0, at + length - size);
  if (growth <= room)
    {
      room -= growth;
      return length;
    }
  n_failed++;
  length -= growth - room;
  room = 0;
  return MAX (0, length);
}

static int
fault_write (sqlite3_file *file, const void *data, int length, sqlite3_int64 at)
{
  FaultFile *self = (FaultFile *) file;
  int fits, result = SQLITE_OK;

  if (fails (FAULT_WRITE))
    return SQLITE_IOERR_WRITE;
  g_mutex_lock (&mutex);
  fits = take_room (self->real, length, at);
  if (fits > 0)
    result = self->real->pMethods->xWrite (self->real, data, fits, at);
  record (ENTRY_WRITE, self->path, at, data, fits);
  g_mutex_unlock (&mutex);
  return fits < length ? SQLITE_FULL : result;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  FaultFile *self = (FaultFile *) file;

  g_mutex_lock (&mutex);
  record (ENTRY_TRUNCATE, self->path, size, NULL, 0);
  g_mutex_unlock (&mutex);
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  if (fails (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;
  g_mutex_lock (&mutex);
  record (ENTRY_SYNC, ((FaultFile *) file)->path, 0, NULL, 0);
  g_mutex_unlock (&mutex);
  return SQLITE_OK; /* the machine does not lose its power: only the log has to know */
}

#define REAL(file) (((FaultFile *) (file))->real)
#define METHODS(file) REAL (file)->pMethods

static int fault_size (sqlite3_file *f, sqlite3_int64 *size) { return METHODS (f)->xFileSize (REAL (f), size); }
static int fault_lock (sqlite3_file *f, int lock) { return METHODS (f)->xLock (REAL (f), lock); }
static int fault_unlock (sqlite3_file *f, int lock) { return METHODS (f)->xUnlock (REAL (f), lock); }
static int fault_reserved (sqlite3_file *f, int *out) { return METHODS (f)->xCheckReservedLock (REAL (f), out); }
static int fault_control (sqlite3_file *f, int op, void *arg) { return METHODS (f)->xFileControl (REAL (f), op, arg); }
static int fault_sector (sqlite3_file *f) { return METHODS (f)->xSectorSize (REAL (f)); }
static int fault_traits (sqlite3_file *f) { return METHODS (f)->xDeviceCharacteristics (REAL (f)); }
static int fault_shm_lock (sqlite3_file *f, int at, int n, int flags) { return METHODS (f)->xShmLock (REAL (f), at, n, flags); }
static void fault_shm_barrier (sqlite3_file *f) { METHODS (f)->xShmBarrier (REAL (f)); }
static int fault_shm_unmap (sqlite3_file *f, int remove) { return METHODS (f)->xShmUnmap (REAL (f), remove); }
static int fault_fetch (sqlite3_file *f, sqlite3_int64 at, int n, void **out) { return METHODS (f)->xFetch (REAL (f), at, n, out); }
static int fault_unfetch (sqlite3_file *f, sqlite3_int64 at, void *p) { return METHODS (f)->xUnfetch (REAL (f), at, p); }

static int
fault_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
  if (extend && room == 0)
    {
      n_failed++;
      return SQLITE_IOERR_SHMSIZE;
    }
  return METHODS (file)->xShmMap (REAL (file), region, size, extend, out);
}

static int
fault_open (sqlite3_vfs *self, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault = (FaultFile *) file;
  gboolean there = name != NULL && g_file_test (name, G_FILE_TEST_EXISTS);
  int result, given = 0;

  if (read_only && (flags & SQLITE_OPEN_READWRITE))
    {
      n_failed++;
      if (!there)
        return SQLITE_READONLY_DIRECTORY;
      flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
  memset (fault, 0, sizeof *fault);
  fault->real = (sqlite3_file *) (fault + 1);
  memset (fault->real, 0, real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, fault->real, flags, &given);
  if (out_flags != NULL)
    *out_flags = given;
  if (result != SQLITE_OK)
    return result;
  fault->base.pMethods = &methods;
  fault->path = g_intern_string (name);
  if (!there)
    {
      g_mutex_lock (&mutex);
      record (ENTRY_CREATE, fault->path, 0, NULL, 0);
      g_mutex_unlock (&mutex);
    }
  return SQLITE_OK;
}

static int
fault_delete (sqlite3_vfs *self, const char *name, int sync_folder)
{
  Entry entry = { .type = ENTRY_DELETE, .path = g_intern_string (name), .synced = sync_folder };

  g_mutex_lock (&mutex);
  if (recording != NULL)
    g_array_append_val (recording, entry);
  g_mutex_unlock (&mutex);
  return real_vfs->xDelete (real_vfs, name, FALSE);
}

void
fault_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs; /* what is not replaced below goes straight through: it looks only at names */
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.pNext = NULL;
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  methods = (sqlite3_io_methods){
    3, fault_close, fault_read, fault_write, fault_truncate, fault_sync, fault_size, fault_lock,
    fault_unlock, fault_reserved, fault_control, fault_sector, fault_traits, fault_shm_map,
    fault_shm_lock, fault_shm_barrier, fault_shm_unmap, fault_fetch, fault_unfetch,
  };
  sqlite3_vfs_register (&vfs, 1);
}

void
fault_vfs_set_room (gint64 bytes)
{
  g_mutex_lock (&mutex);
  room = bytes;
  g_mutex_unlock (&mutex);
}

void
fault_vfs_set_read_only (gboolean on)
{
  read_only = on;
}

void
fault_vfs_fail (FaultCall call, guint nth)
{
  g_mutex_lock (&mutex);
  failing = call;
  fail_in = nth;
  n_failed = 0;
  g_mutex_unlock (&mutex);
}

guint
fault_vfs_n_failed (void)
{
  return n_failed;
}

/* ---- power cuts ---- */

typedef struct
{
  gboolean there;        /* its name is on the disk */
  gboolean opened;       /* its name is known to the running program */
  GByteArray *durable;   /* what is on the disk for certain */
  GPtrArray *pending;    /* of Entry: asked for since */
  GByteArray *ghost;     /* a deleted file whose deletion is not on the disk */
} DiskFile;

struct FaultLog
{
  GArray *entries;
  GHashTable *files;     /* interned path -> DiskFile */
  guint at;              /* entries before were carried out */
  guint n_done;          /* writes among them */
  gint mark;
};

static void
disk_file_free (gpointer data)
{
  DiskFile *file = data;

  g_byte_array_unref (file->durable);
  g_ptr_array_unref (file->pending);
  g_clear_pointer (&file->ghost, g_byte_array_unref);
  g_free (file);
}

static DiskFile *
disk_file (FaultLog *log, const char *path)
{
  DiskFile *file = g_hash_table_lookup (log->files, path);

  if (file == NULL)
    {
      file = g_new0 (DiskFile, 1);
      file->durable = g_byte_array_new ();
      file->pending = g_ptr_array_new ();
      g_hash_table_insert (log->files, (gpointer) path, file);
    }
  return file;
}

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->data, g_bytes_unref);
}

void
fault_log_begin (void)
{
  g_mutex_lock (&mutex);
  g_assert_null (recording);
  recording = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (recording, entry_clear);
  g_mutex_unlock (&mutex);
}

void
fault_log_mark (guint number)
{
  g_mutex_lock (&mutex);
  record (ENTRY_MARK, NULL, number, NULL, 0);
  g_mutex_unlock (&mutex);
}

FaultLog *
fault_log_end (void)
{
  FaultLog *log = g_new0 (FaultLog, 1);

  log->mark = -1;
  g_mutex_lock (&mutex);
  log->entries = g_steal_pointer (&recording);
  g_mutex_unlock (&mutex);
  log->files = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, disk_file_free);
  return log;
}

void
fault_log_free (FaultLog *log)
{
  g_array_unref (log->entries);
  g_hash_table_unref (log->files);
  g_free (log);
}

static gboolean
is_write (const Entry *entry)
{
  return entry->type == ENTRY_WRITE || entry->type == ENTRY_TRUNCATE || entry->type == ENTRY_DELETE;
}

guint
fault_log_n_writes (FaultLog *log)
{
  guint n = 0;

  for (guint i = 0; i < log->entries->len; i++)
    n += is_write (&g_array_index (log->entries, Entry, i));
  return n;
}

static void
write_at (GByteArray *content, gint64 at, gconstpointer data, gsize length)
{
  gsize size = content->len;

  if (at + length > size)
    {
      g_byte_array_set_size (content, at + length);
      memset (content->data + size, 0, at + length - size);
    }
  memcpy (content->data + at, data, length);
}

static void
carry_out (GByteArray *content, const Entry *entry)
{
  gsize length;
  gconstpointer data;

  if (entry->type == ENTRY_TRUNCATE)
    {
      if (entry->at < content->len)
        g_byte_array_set_size (content, entry->at);
      return;
    }
  data = g_bytes_get_data (entry->data, &length);
  if (length > 0)
    write_at (content, entry->at, data, length);
}

/* Some sectors of a write arrive, others do not. */
static void
tear (GByteArray *content, const Entry *entry, GRand *rand)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (entry->data, &length);

  for (gsize from = 0; from < length;)
    {
      gsize to = MIN (length, from + SECTOR - (entry->at + from) % SECTOR);
      if (g_rand_boolean (rand))
        write_at (content, entry->at + from, data + from, to - from);
      from = to;
    }
}

/* The folder was synced: what was deleted in it stays deleted. */
static void
lay_ghosts (FaultLog *log)
{
  GHashTableIter iter;
  gpointer file;

  g_hash_table_iter_init (&iter, log->files);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    g_clear_pointer (&((DiskFile *) file)->ghost, g_byte_array_unref);
}

static void
delete_file (DiskFile *file)
{
  g_clear_pointer (&file->ghost, g_byte_array_unref);
  if (file->there)
    file->ghost = g_byte_array_ref (file->durable);
  g_byte_array_unref (file->durable);
  file->durable = g_byte_array_new ();
  g_ptr_array_set_size (file->pending, 0);
  file->there = file->opened = FALSE;
}

static void
advance (FaultLog *log, Entry *entry)
{
  DiskFile *file = entry->path ? disk_file (log, entry->path) : NULL;

  switch (entry->type)
    {
    case ENTRY_MARK:
      log->mark = entry->at;
      break;
    case ENTRY_CREATE:
      file->opened = TRUE;
      break;
    case ENTRY_WRITE:
    case ENTRY_TRUNCATE:
      g_ptr_array_add (file->pending, entry);
      break;
    case ENTRY_SYNC:
      for (guint i = 0; i < file->pending->len; i++)
        carry_out (file->durable, g_ptr_array_index (file->pending, i));
      g_ptr_array_set_size (file->pending, 0);
      if (!file->there) /* SQLite syncs the folder of a new journal or log with it */
        lay_ghosts (log);
      file->there = file->opened = TRUE;
      break;
    case ENTRY_DELETE:
      delete_file (file);
      if (entry->synced)
        lay_ghosts (log);
      break;
    }
}

/* The disk's choice: nothing of what was pending, all of it, or some of it in some order. */
static GByteArray *
content_after_cut (DiskFile *file, GRand *rand)
{
  GByteArray *content = g_byte_array_new ();
  g_autofree Entry **order = g_memdup2 (file->pending->pdata, file->pending->len * sizeof (gpointer));
  guint n = file->pending->len, choice = g_rand_int_range (rand, 0, 8);

  g_byte_array_append (content, file->durable->data, file->durable->len);
  if (choice == 0)
    return content;
  for (guint i = n; choice > 1 && i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i);
      Entry *swap = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swap;
    }
  for (guint i = 0; i < n; i++)
    {
      guint fate = choice == 1 ? 0 : g_rand_int_range (rand, 0, 5);
      if (fate <= 1)
        carry_out (content, order[i]);
      else if (fate == 2 && order[i]->type == ENTRY_WRITE)
        tear (content, order[i], rand);
    }
  return content;
}

/* In place: a file keeps its inode over a power cut, also where it was gone at an earlier one. */
static void
put_file (const char *path, DiskFile *file, GRand *rand)
{
  g_autofree char *inode = g_strconcat (path, ".inode", NULL);
  g_autoptr (GByteArray) content = NULL;
  FILE *out;

  if (file->ghost != NULL && g_rand_boolean (rand))
    content = g_byte_array_ref (file->ghost);
  else if (file->there || (file->opened && g_rand_boolean (rand)))
    content = content_after_cut (file, rand);
  if (content == NULL)
    {
      if (g_str_has_suffix (path, ".db"))
        g_assert_true (g_rename (path, inode) == 0 || g_file_test (inode, G_FILE_TEST_EXISTS));
      else
        g_unlink (path);
      return;
    }
  if (g_file_test (inode, G_FILE_TEST_EXISTS))
    g_assert_cmpint (g_rename (inode, path), ==, 0);
  out = g_fopen (path, "wb");
  g_assert_nonnull (out);
  g_assert_cmpuint (fwrite (content->data ? content->data : (guint8 *) "", 1, content->len, out), ==, content->len);
  g_assert_cmpint (fclose (out), ==, 0);
}

/* Shared memory is no part of what was written, but its file may hold anything. */
static void
put_shared_memory (const char *path, GRand *rand)
{
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree guint32 *noise = g_new (guint32, 8192);

  g_unlink (shm);
  if (!g_str_has_suffix (path, ".db") || g_rand_int_range (rand, 0, 3) > 0)
    return;
  for (guint i = 0; i < 8192; i++)
    noise[i] = g_rand_int (rand);
  g_assert_true (g_file_set_contents (shm, (char *) noise, 32768, NULL));
}

gint
fault_log_cut (FaultLog *log, guint nth, GRand *rand)
{
  GHashTableIter iter;
  gpointer path, file;

  g_assert_null (recording);
  g_assert_cmpuint (nth, >=, log->n_done);
  while (log->n_done < nth && log->at < log->entries->len)
    {
      Entry *entry = &g_array_index (log->entries, Entry, log->at++);
      advance (log, entry);
      log->n_done += is_write (entry);
    }
  g_assert_cmpuint (log->n_done, ==, nth);
  g_hash_table_iter_init (&iter, log->files);
  while (g_hash_table_iter_next (&iter, &path, &file))
    {
      put_file (path, file, rand);
      put_shared_memory (path, rand);
    }
  return log->mark;
}
