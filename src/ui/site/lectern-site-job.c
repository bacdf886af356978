/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-job.h"

#include "lectern-site-password.h"
#include "lectern-site.h"

#define TELL_EVERY_US 50000

static void
answer_clear (gpointer data)
{
  LecternSiteAnswer *answer = data;
  g_clear_pointer (&answer->plan, lectern_publish_plan_free);
  g_clear_pointer (&answer->items, g_ptr_array_unref);
  g_clear_pointer (&answer->people, g_ptr_array_unref);
}

/* Counted, because a comparison may still read the plan while the next look is done. */
LecternSiteAnswer *
lectern_site_answer_ref (LecternSiteAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

void
lectern_site_answer_unref (LecternSiteAnswer *answer)
{
  g_atomic_rc_box_release_full (answer, answer_clear);
}

typedef struct
{
  gint64 site;
  gint64 event;
  LecternSiteTask what;
  LecternSiteChoice choice;
  gboolean waits;
  char *name; /* an item; a user */
  char *address;
  LecternSiteAnswer *answer;
  LecternPublishProgress progress;
  gpointer progress_data;
  gint64 told; /* when there was progress last, us */
  GMainContext *context;
} Job;

static void
job_free (Job *job)
{
  g_free (job->name);
  g_free (job->address);
  g_clear_pointer (&job->answer, lectern_site_answer_unref);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_free (job);
}

/* Takes @job. */
static void
start (LecternWorkspace *workspace, Job *job, GTaskThreadFunc work, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

/* -- looking and publishing ------------------------------------------------------ */

typedef struct
{
  GTask *task;
  double fraction;
  char *item;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;
  g_object_unref (told->task);
  g_free (told->item);
  g_free (told);
}

static gboolean
tell (gpointer data)
{
  Told *told = data;
  Job *job = g_task_get_task_data (told->task);
  if (!g_task_get_completed (told->task))
    job->progress (told->fraction, told->item, job->progress_data);
  return G_SOURCE_REMOVE;
}

/* Not more often than eyes follow. */
static void
on_progress (double fraction, const char *item, gpointer data)
{
  Job *job = g_task_get_task_data (data);
  gint64 now = g_get_monotonic_time ();
  if (fraction < 1 && now - job->told < TELL_EVERY_US)
    return;
  job->told = now;
  Told *told = g_new0 (Told, 1);
  told->task = g_object_ref (data);
  told->fraction = fraction;
  told->item = g_strdup (item);
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell, told, told_free);
}

static void
plan_and_run (GTask *task, LecternWorkspace *source, LecternSiteAnswer *answer, GCancellable *cancellable, GError **error)
{
  Job *job = g_task_get_task_data (task);
  gboolean looks = job->what != LECTERN_SITE_PUBLISH;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (source, error);
  if (cancellable != NULL)
    g_cancellable_push_current (cancellable);
  if (reader != NULL)
    answer->plan = lectern_publish_plan (reader, job->site, job->event, error);
  if (cancellable != NULL)
    g_cancellable_pop_current (cancellable);
  if (answer->plan != NULL && job->what == LECTERN_SITE_CHECK)
    lectern_publish_plan_read_all (answer->plan);
  if (answer->plan != NULL)
    answer->items = lectern_publish_run (source, answer->plan, looks, job->progress != NULL ? on_progress : NULL,
                                         task, cancellable, error);
  if (answer->items != NULL && looks)
    answer->people = lectern_publish_people (source, answer->plan, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LecternSiteAnswer *answer = g_atomic_rc_box_new0 (LecternSiteAnswer);
  if (job->what == LECTERN_SITE_WITHDRAW)
    answer->items = lectern_publish_withdraw (source, job->site, job->progress != NULL ? on_progress : NULL, task,
                                              cancellable, &error);
  else
    plan_and_run (task, source, answer, cancellable, &error);
  if (answer->items != NULL && error == NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) lectern_site_answer_unref);
  else
    {
      lectern_site_answer_unref (answer);
      g_task_return_error (task, error);
    }
}

void
lectern_site_job_run_async (LecternWorkspace *workspace, gint64 site, gint64 event, LecternSiteTask what,
                            LecternPublishProgress progress, gpointer progress_data, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->site = site;
  job->event = event;
  job->what = what;
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  start (workspace, job, run_in_thread, cancellable, callback, user_data);
}

LecternSiteAnswer *
lectern_site_job_run_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* -- comparing ------------------------------------------------------------------------ */

void
lectern_site_texts_free (LecternSiteTexts *texts)
{
  g_free (texts->item);
  g_clear_pointer (&texts->base, g_bytes_unref);
  g_clear_pointer (&texts->theirs, g_bytes_unref);
  g_clear_pointer (&texts->ours, g_bytes_unref);
  g_clear_pointer (&texts->takeables, g_ptr_array_unref);
  g_free (texts);
}

/* Held while something is decided, so that no comparison that began before notes afterwards that
   the item waits. */
static GMutex deciding;

static gboolean
note_waiting (LecternWorkspace *workspace, Job *job, GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&deciding);
  return !g_cancellable_is_cancelled (cancellable)
         && lectern_publish_note_waiting (workspace, job->answer->plan, job->name, NULL);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LecternSiteTexts *texts = g_new0 (LecternSiteTexts, 1);
  texts->item = g_strdup (job->name);
  /* what can be taken over is an offer: without it the decision is shown all the same */
  if (job->waits && note_waiting (source, job, cancellable))
    texts->takeables = lectern_publish_takeable (source, job->site, job->name, &texts->take_all, NULL);
  if (lectern_publish_compare (source, job->answer->plan, job->name, &texts->base, &texts->theirs, &texts->ours, &error))
    g_task_return_pointer (task, texts, (GDestroyNotify) lectern_site_texts_free);
  else
    {
      lectern_site_texts_free (texts);
      g_task_return_error (task, error);
    }
}

void
lectern_site_job_compare_async (LecternWorkspace *workspace, gint64 site, LecternSiteAnswer *answer,
                                const char *item, gboolean waits, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->site = site;
  job->waits = waits;
  job->answer = lectern_site_answer_ref (answer);
  job->name = g_strdup (item);
  start (workspace, job, compare_in_thread, cancellable, callback, user_data);
}

LecternSiteTexts *
lectern_site_job_compare_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* -- sites and decisions ------------------------------------------------------------- */

static void
finish (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = lectern_site_remove (source, ((Job *) data)->site, &error);
  finish (task, done, error);
}

void
lectern_site_job_remove_async (LecternWorkspace *workspace, gint64 site, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->site = site;
  start (workspace, job, remove_in_thread, NULL, callback, user_data);
}

static void
resolve_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (LecternPublishItem) item = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&deciding);
  if (lectern_publish_note_waiting (source, job->answer->plan, job->name, &error))
    item = job->choice == LECTERN_SITE_TAKE_OVER
               ? lectern_publish_take (source, job->site, job->name, &error)
               : lectern_publish_resolve (source, job->site, job->name, job->choice == LECTERN_SITE_TAKE_OURS, &error);
  finish (task, item != NULL, error);
}

void
lectern_site_job_resolve_async (LecternWorkspace *workspace, gint64 site, LecternSiteAnswer *answer, const char *item,
                                LecternSiteChoice choice, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->site = site;
  job->answer = lectern_site_answer_ref (answer);
  job->name = g_strdup (item);
  job->choice = choice;
  start (workspace, job, resolve_in_thread, NULL, callback, user_data);
}

static void
password_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  lectern_site_password_keep (job->address, job->name);
  g_task_return_boolean (task, TRUE);
}

/* It is used from now on; only keeping it takes time. */
void
lectern_site_job_password_async (LecternWorkspace *workspace, const char *address, const char *user,
                                 const char *password, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);
  job->address = g_strdup (address);
  job->name = g_strdup (user);
  lectern_site_password_use (address, user, password);
  start (workspace, job, password_in_thread, NULL, callback, user_data);
}

gboolean
lectern_site_job_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
