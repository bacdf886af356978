/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-job.h"

typedef struct
{
  GFile *file;
  LecternImportOptions options;
  GMainContext *context; /* where progress is told */
  LecternProgressFunc progress;
  gpointer progress_data;
  int told; /* per cent, so that the window is not flooded */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_main_context_unref (job->context);
  g_free (job);
}

typedef struct
{
  GTask *task; /* keeps job and window's data alive until it is told */
  double fraction;
} Told;

static gboolean
tell (gpointer data)
{
  Told *told = data;
  Job *job = g_task_get_task_data (told->task);
  if (!g_task_get_completed (told->task))
    job->progress (told->fraction, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer data)
{
  Told *told = data;
  g_object_unref (told->task);
  g_free (told);
}

/* On the thread that reads. */
static void
on_progress (double fraction, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  int percent = (int) (fraction * 100);
  if (percent == job->told)
    return;
  job->told = percent;
  Told *told = g_new0 (Told, 1);
  told->task = g_object_ref (task);
  told->fraction = fraction;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell, told, told_free);
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = lectern_import_load (job->file, cancellable, &error);
  g_autoptr (LecternReader) reader = bytes != NULL ? lectern_workspace_new_reader (source, &error) : NULL;
  g_autofree char *name = g_file_get_basename (job->file);
  LecternImport *import = NULL;
  if (reader != NULL)
    {
      job->options.progress = job->progress != NULL ? on_progress : NULL;
      job->options.progress_data = task;
      import = lectern_import_plan (reader, bytes, name, &job->options, cancellable, &error);
    }
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) lectern_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * @event: into this one; 0: the one of the same source, else a new one.
 * @progress (may be NULL) is called on the thread that called this, until @callback is.
 */
void
lectern_import_job_plan_async (LecternWorkspace *workspace, GFile *file, gint64 event, gboolean allow_cancel,
                               LecternProgressFunc progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->options.event = event;
  job->options.allow_cancel = allow_cancel;
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  job->progress_data = progress_data;
  job->told = -1;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, plan_in_thread);
}

/** The plan, owned by the caller; NULL with one sentence where the file was not read. */
LecternImport *
lectern_import_job_plan_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
