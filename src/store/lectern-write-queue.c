/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-write-queue.h"

#include "lectern-search-index.h"

/* The search index follows after this many changes, or this long (µs) after the last one. */
#define INDEX_CHANGES 128
#define INDEX_AFTER (G_USEC_PER_SEC / 2)

struct _LecternWriteQueue
{
  GThread *thread;
  GAsyncQueue *jobs;
  GMutex lock;             /* of the connection: the thread's, or a caller's that waits anyway */
  LecternDb *db;
  gint64 writer;
  LecternWritten written;
  gpointer data;
  int pending;             /* atomic: jobs in the queue */
  guint unread;            /* changes that searching has not read, at most; under the lock */
};

typedef struct
{
  LecternWork work;        /* NULL: the thread ends */
  gpointer data;
  GDestroyNotify free_data;
  GTask *task;
} Job;

static void
run_job (LecternWriteQueue *self, Job *job)
{
  GError *error = NULL;
  gpointer result;

  g_mutex_lock (&self->lock);
  result = job->work (self->db, self->writer, job->data, &error);
  g_mutex_unlock (&self->lock);
  g_atomic_int_add (&self->pending, -1);
  self->written (error, self->data);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, (GDestroyNotify) lectern_result_free);
  g_object_unref (job->task);
  if (job->free_data)
    job->free_data (job->data);
  g_free (job);
}

static void
catch_up (LecternWriteQueue *self)
{
  g_mutex_lock (&self->lock);
  /* where that fails (a full disk, say), searches read what is pending */
  lectern_search_catch_up (self->db, NULL);
  g_mutex_unlock (&self->lock);
}

static gint64
behind (LecternWriteQueue *self)
{
  gint64 changes;

  g_mutex_lock (&self->lock);
  changes = lectern_search_behind (self->db);
  g_mutex_unlock (&self->lock);
  return changes;
}

/* The next job; while the search index is behind and nothing comes for a moment, it catches up. */
static Job *
next_job (LecternWriteQueue *self)
{
  gint64 changes = behind (self);
  Job *job = NULL;

  if (changes > 0 && changes < INDEX_CHANGES)
    job = g_async_queue_timeout_pop (self->jobs, INDEX_AFTER);
  if (job != NULL)
    return job;
  if (changes > 0)
    catch_up (self);
  return g_async_queue_pop (self->jobs);
}

static gpointer
write_thread (gpointer data)
{
  LecternWriteQueue *self = data;

  for (;;)
    {
      Job *job = next_job (self);
      if (job->work == NULL)
        {
          g_free (job);
          catch_up (self);
          break;
        }
      run_job (self, job);
    }
  /* the last connection that writes leaves a file without a WAL */
  g_clear_pointer (&self->db, lectern_db_close);
  return NULL;
}

/**
 * lectern_write_queue_new:
 * @db: (transfer full): the connection that writes
 * @written: called after each piece of work, on the thread that did it
 *
 * Starts the thread that writes.
 */
LecternWriteQueue *
lectern_write_queue_new (LecternDb *db, gint64 writer, LecternWritten written, gpointer data)
{
  LecternWriteQueue *self = g_new0 (LecternWriteQueue, 1);

  self->db = db;
  self->writer = writer;
  self->written = written;
  self->data = data;
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->lock);
  self->thread = g_thread_new ("lectern-write", write_thread, self);
  return self;
}

/**
 * lectern_write_queue_free:
 *
 * Waits until everything queued is written, and closes the connection.
 */
void
lectern_write_queue_free (LecternWriteQueue *self)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * lectern_write_queue_now:
 *
 * Does @work on the calling thread, after what was queued before, and returns what it returned.
 * A caller that waits uses the connection itself: handing the edit to the thread would cost as
 * much as writing it. Blocks: never on the main thread of the window.
 */
gpointer
lectern_write_queue_now (LecternWriteQueue *self, LecternWork work, gpointer data, GError **error)
{
  gpointer result;

  while (g_atomic_int_get (&self->pending) > 0)
    g_usleep (200);
  g_mutex_lock (&self->lock);
  result = work (self->db, self->writer, data, error);
  if (++self->unread >= INDEX_CHANGES) /* asking the file each time is a transaction of its own */
    {
      self->unread = 0;
      lectern_search_catch_up (self->db, NULL);
    }
  g_mutex_unlock (&self->lock);
  self->written (NULL, self->data);
  return result;
}

/**
 * lectern_write_queue_add:
 * @data: (transfer full): freed with @free_data when the work is done
 * @task: (transfer full): returns what @work returned, a #LecternResult, or its error
 *
 * Hands @work over; returns at once.
 */
void
lectern_write_queue_add (LecternWriteQueue *self, LecternWork work, gpointer data,
                         GDestroyNotify free_data, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->task = task;
  g_atomic_int_inc (&self->pending);
  g_async_queue_push (self->jobs, job);
}

/**
 * lectern_write_queue_n_pending:
 *
 * Returns: how many pieces of work were handed over and are not done; from any thread
 */
guint
lectern_write_queue_n_pending (LecternWriteQueue *self)
{
  return g_atomic_int_get (&self->pending);
}
