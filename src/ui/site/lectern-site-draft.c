/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-draft.h"

#include "lectern-site-password.h"

static void
draft_clear (gpointer data)
{
  LecternSiteDraft *draft = data;
  g_free (draft->type);
  g_free (draft->name);
  g_free (draft->address);
  g_free (draft->public_url);
  g_free (draft->user);
  g_free (draft->password);
  g_free (draft->authority);
}

LecternSiteDraft *
lectern_site_draft_new (void)
{
  return g_atomic_rc_box_new0 (LecternSiteDraft);
}

LecternSiteDraft *
lectern_site_draft_ref (LecternSiteDraft *draft)
{
  return g_atomic_rc_box_acquire (draft);
}

void
lectern_site_draft_unref (LecternSiteDraft *draft)
{
  g_atomic_rc_box_release_full (draft, draft_clear);
}

/* -- trying ------------------------------------------------------------------- */

static void
try_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LecternSiteDraft *draft = data;
  GError *error = NULL;
  g_autofree char *options
      = draft->authority != NULL ? lectern_site_options_trusting (draft->authority, &error) : NULL;
  LecternSiteTrial *trial = NULL;
  if (error == NULL)
    {
      const LecternPlaceAddress address
          = { draft->type, draft->address, draft->public_url, draft->user, options };
      if (draft->user != NULL)
        lectern_site_password_use (draft->address, draft->user, draft->password);
      trial = lectern_site_try (source, draft->name, &address, cancellable, &error);
    }
  /* What was not taken is not tried again by itself. */
  if (trial == NULL && draft->user != NULL)
    lectern_site_password_use (draft->address, draft->user, NULL);
  if (trial != NULL)
    g_task_return_pointer (task, trial, (GDestroyNotify) lectern_site_trial_free);
  else
    g_task_return_error (task, error);
}

void
lectern_site_draft_try_async (LecternSiteDraft *draft, LecternWorkspace *workspace, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_task_data (task, lectern_site_draft_ref (draft), (GDestroyNotify) lectern_site_draft_unref);
  g_task_run_in_thread (task, try_in_thread);
}

LecternSiteTrial *
lectern_site_draft_try_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* -- keeping -------------------------------------------------------------------- */

typedef struct
{
  LecternSiteDraft *draft;
  LecternSiteTrial *trial;
  gint64 site;
  gboolean password_kept;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;
  lectern_site_draft_unref (keeping->draft);
  lectern_site_trial_free (keeping->trial);
  g_free (keeping);
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Keeping *keeping = data;
  LecternSiteDraft *draft = keeping->draft;
  GError *error = NULL;
  const LecternPlaceAddress address
      = { draft->type, draft->address, draft->public_url, draft->user, keeping->trial->options };
  keeping->site = lectern_site_keep (source, draft->name, &address, keeping->trial, &error);
  keeping->password_kept = keeping->site != 0
                           && (draft->user == NULL || lectern_site_password_keep (draft->address, draft->user));
  if (keeping->site != 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
lectern_site_draft_keep_async (LecternSiteDraft *draft, LecternSiteTrial *trial, LecternWorkspace *workspace,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);
  keeping->draft = lectern_site_draft_ref (draft);
  keeping->trial = trial;
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, keep_in_thread);
}

gint64
lectern_site_draft_keep_finish (LecternWorkspace *workspace, GAsyncResult *result, gboolean *password_kept,
                                GError **error)
{
  const Keeping *keeping = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return 0;
  *password_kept = keeping->password_kept;
  return keeping->site;
}
