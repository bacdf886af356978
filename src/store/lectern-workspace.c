/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-workspace-private.h"

#include "lectern-schema.h"
#include "lectern-undo.h"
#include "lectern-write-queue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Another process' edit is seen within this time. */
#define NOTICE_MS 200
struct _LecternWorkspace
{
  GObject parent_instance;
  char *path;
  LecternReader *reader;   /* of the thread that opened */
  LecternWriteQueue *queue; /* owns the connection that writes */
  gint64 writer;
  GMainContext *context;   /* where signals are emitted */
  GFileMonitor *monitor;   /* of the WAL: other processes */
  guint notice_source;
  gint64 noticed;          /* the newest change that was announced */
  int notice_posted;       /* atomic: one is on its way */
};

enum { CHANGED, PENDING_CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternWorkspace, lectern_workspace, G_TYPE_OBJECT)

typedef struct
{
  LecternWorkspace *self;
  GError *error;
} Notice;

/* Announces what was written since the last time, in the main context. */
static void
announce (LecternWorkspace *self)
{
  LecternDb *db;
  sqlite3_stmt *statement;
  guint64 kinds = 0;
  gint64 newest = self->noticed;

  if (self->reader == NULL)
    return;
  db = lectern_reader_db (self->reader);
  statement = lectern_reader_statement (
      self->reader, "SELECT number, kinds FROM change WHERE number > ?1 ORDER BY number");
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 1, self->noticed);
  while (lectern_db_step (db, statement, NULL))
    {
      newest = sqlite3_column_int64 (statement, 0);
      kinds |= (guint64) sqlite3_column_int64 (statement, 1);
    }
  if (newest == self->noticed)
    return;
  self->noticed = newest;
  g_signal_emit (self, signals[CHANGED], 0, kinds);
}

static gboolean
notice_in_main (gpointer data)
{
  Notice *notice = data;

  g_atomic_int_set (&notice->self->notice_posted, FALSE);
  if (notice->error != NULL)
    g_signal_emit (notice->self, signals[FAILED], 0, notice->error);
  announce (notice->self);
  g_signal_emit (notice->self, signals[PENDING_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
notice_free (gpointer data)
{
  Notice *notice = data;
  g_object_unref (notice->self);
  g_clear_error (&notice->error);
  g_free (notice);
}

/* Called by whoever wrote, on its thread. */
static void
post_notice (const GError *error, gpointer data)
{
  LecternWorkspace *self = data;
  Notice *notice;
  GSource *source;

  if (!g_atomic_int_compare_and_exchange (&self->notice_posted, FALSE, TRUE) && error == NULL)
    return;
  notice = g_new0 (Notice, 1);
  source = g_idle_source_new ();
  notice->self = g_object_ref (self);
  notice->error = error ? g_error_copy (error) : NULL;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, notice_in_main, notice, notice_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

gpointer
lectern_workspace_work (LecternWorkspace *self, LecternWork work, gpointer data, GError **error)
{
  g_return_val_if_fail (self->queue != NULL, NULL);
  return lectern_write_queue_now (self->queue, work, data, error);
}

void
lectern_workspace_work_async (LecternWorkspace *self, LecternWork work, gpointer data,
                              GDestroyNotify free_data, GTask *task)
{
  lectern_write_queue_add (self->queue, work, data, free_data, task);
  g_signal_emit (self, signals[PENDING_CHANGED], 0);
}

char *
lectern_workspace_dup_undo_label (LecternWorkspace *self)
{
  return lectern_undo_label (lectern_reader_db (self->reader), self->writer, FALSE);
}

char *
lectern_workspace_dup_redo_label (LecternWorkspace *self)
{
  return lectern_undo_label (lectern_reader_db (self->reader), self->writer, TRUE);
}

guint
lectern_workspace_n_pending (LecternWorkspace *self)
{
  return self->queue ? lectern_write_queue_n_pending (self->queue) : 0;
}

const char *
lectern_workspace_get_path (LecternWorkspace *self)
{
  return self->path;
}

LecternReader *
lectern_workspace_reader (LecternWorkspace *self)
{
  return self->reader;
}

LecternReader *
lectern_workspace_new_reader (LecternWorkspace *self, GError **error)
{
  return lectern_reader_open (self->path, error);
}

char *
lectern_workspace_dup_name (LecternWorkspace *self)
{
  g_autoptr (LecternRecord) record = lectern_reader_workspace (self->reader);
  return g_strdup (record ? lectern_record_name (record, NULL) : "");
}

static gboolean
notice_later (gpointer data)
{
  LecternWorkspace *self = data;
  self->notice_source = 0;
  announce (self);
  return G_SOURCE_REMOVE;
}

/* The WAL was written, by us or by another process. */
static void
on_wal_changed (LecternWorkspace *self)
{
  if (self->notice_source != 0)
    return;
  self->notice_source = g_timeout_add (NOTICE_MS, notice_later, self);
}

/**
 * lectern_workspace_watch:
 *
 * From now on edits of other processes are announced as well, within a second. Costs
 * nothing while nobody writes.
 */
void
lectern_workspace_watch (LecternWorkspace *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  if (self->monitor != NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, NOTICE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_wal_changed), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
prepare (LecternDb *db, gboolean create, GError **error)
{
  if (sqlite3_db_readonly (db->handle, "main") == 1)
    {
      g_autofree char *name = g_path_get_basename (db->path);
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written to; nothing was changed."), name);
      return FALSE;
    }
  /* FULL: with NORMAL a power cut can take back a change that a colleague already has.
     What is there is looked at before anything is written. WAL only after the tables: the
     first bytes of the file then always say what it is. */
  return lectern_db_exec (db, "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384", error)
         && (create || lectern_schema_check (db, error))
         && lectern_schema_upgrade (db, error)
         && lectern_db_exec (db, "PRAGMA journal_mode = WAL", error);
}

/* @db is the workspace's from now on. */
static LecternWorkspace *
start (const char *path, LecternDb *db, gint64 writer, GError **error)
{
  g_autoptr (LecternWorkspace) self = g_object_new (LECTERN_TYPE_WORKSPACE, NULL);

  self->path = g_strdup (path);
  self->writer = writer;
  self->reader = lectern_reader_open (path, error);
  if (self->reader == NULL)
    {
      lectern_db_close (db);
      return NULL;
    }
  self->context = g_main_context_ref_thread_default ();
  self->noticed = lectern_reader_moment (self->reader);
  self->queue = lectern_write_queue_new (db, writer, post_notice, self);
  return g_steal_pointer (&self);
}

/**
 * lectern_workspace_create:
 * @path: where the file is made; it must not exist
 * @name: of the project
 * @language: BCP 47, the main language
 */
LecternWorkspace *
lectern_workspace_create (const char *path, const char *name, const char *language, GError **error)
{
  g_autoptr (LecternDb) db = NULL;
  gint64 writer;
  mode_t mask;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *base = g_path_get_basename (path);
      g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_FAILED,
                   _ ("“%s” exists already; choose another name."), base);
      return NULL;
    }
  mask = umask (0077); /* people's data: for the owner only, from the first byte */
  db = lectern_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL || !prepare (db, TRUE, error) || !lectern_device_begin (db, name, language, error)
      || (writer = lectern_device_writer (db, error)) == 0)
    {
      umask (mask);
      if (db != NULL)
        {
          g_clear_pointer (&db, lectern_db_close);
          g_unlink (path);
        }
      return NULL;
    }
  umask (mask);
  return start (path, g_steal_pointer (&db), writer, error);
}

/**
 * lectern_workspace_open:
 *
 * Opens a live file. What is not a whole workspace of this or an older version is refused
 * with one sentence and not changed.
 */
LecternWorkspace *
lectern_workspace_open (const char *path, GError **error)
{
  g_autoptr (LecternDb) db = NULL;
  gint64 writer;

  if (!lectern_schema_check_header (path, error))
    return NULL;
  db = lectern_db_open (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL || !prepare (db, FALSE, error))
    return NULL;
  writer = lectern_device_writer (db, error);
  if (writer == 0)
    return NULL;
  return start (path, g_steal_pointer (&db), writer, error);
}

void
lectern_workspace_close (LecternWorkspace *self)
{
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->notice_source, g_source_remove);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->queue, lectern_write_queue_free);
}

static void
lectern_workspace_dispose (GObject *object)
{
  lectern_workspace_close (LECTERN_WORKSPACE (object));
  G_OBJECT_CLASS (lectern_workspace_parent_class)->dispose (object);
}

static void
lectern_workspace_finalize (GObject *object)
{
  LecternWorkspace *self = LECTERN_WORKSPACE (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  G_OBJECT_CLASS (lectern_workspace_parent_class)->finalize (object);
}

static void
lectern_workspace_class_init (LecternWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lectern_workspace_dispose;
  object_class->finalize = lectern_workspace_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[PENDING_CHANGED] = g_signal_new ("pending-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
lectern_workspace_init (LecternWorkspace *self)
{
}
