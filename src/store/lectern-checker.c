/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-checker.h"

struct _LecternChecker
{
  GObject parent_instance;

  LecternCheck *check;   /* NULL: none yet */
  LecternWorkspace *workspace;
  gint64 event;
  char *language;
  gboolean searching;
  gboolean again;        /* the data changed while it was searching */
};

G_DEFINE_FINAL_TYPE (LecternChecker, lectern_checker, G_TYPE_OBJECT)

static guint changed_signal;

typedef struct
{
  gint64 event;
  char *language;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;
  g_free (asked->language);
  g_free (asked);
}

static void
lectern_checker_finalize (GObject *object)
{
  LecternChecker *self = LECTERN_CHECKER (object);
  g_clear_pointer (&self->check, lectern_check_unref);
  g_clear_object (&self->workspace);
  g_free (self->language);
  G_OBJECT_CLASS (lectern_checker_parent_class)->finalize (object);
}

static void
lectern_checker_class_init (LecternCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_checker_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
lectern_checker_init (LecternChecker *self)
{
}

LecternChecker *
lectern_checker_new (void)
{
  return g_object_new (LECTERN_TYPE_CHECKER, NULL);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (g_object_get_data (G_OBJECT (task), "workspace"), &error);
  if (reader == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lectern_check_new (reader, asked->event, NULL, asked->language),
                           (GDestroyNotify) lectern_check_unref);
}

static void search (LecternChecker *self);

/* FALSE also where the workspace was closed in the meantime. */
static gboolean
take_in (LecternChecker *self)
{
  LecternReader *reader = lectern_workspace_reader (self->workspace);
  return reader != NULL && lectern_check_update (self->check, reader);
}

/* What was found for another event, language or workspace is of no use any more. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  LecternChecker *self = LECTERN_CHECKER (source);
  Asked *asked = g_task_get_task_data (G_TASK (result));
  g_autoptr (LecternCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean wanted = asked->event == self->event && g_strcmp0 (asked->language, self->language) == 0
                    && g_object_get_data (G_OBJECT (result), "workspace") == self->workspace;
  self->searching = FALSE;
  if (wanted && check != NULL)
    {
      g_clear_pointer (&self->check, lectern_check_unref);
      self->check = g_steal_pointer (&check);
      self->again = self->again && !take_in (self);
      g_signal_emit (self, changed_signal, 0);
    }
  if ((!wanted || self->again) && lectern_workspace_reader (self->workspace) != NULL)
    search (self);
}

static void
search (LecternChecker *self)
{
  self->again = self->searching;
  if (self->searching || self->workspace == NULL)
    return;
  Asked *asked = g_new0 (Asked, 1);
  asked->event = self->event;
  asked->language = g_strdup (self->language);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_found, NULL);
  g_task_set_task_data (task, asked, asked_free);
  g_object_set_data_full (G_OBJECT (task), "workspace", g_object_ref (self->workspace), g_object_unref);
  self->searching = TRUE;
  g_task_run_in_thread (task, search_in_thread);
}

gboolean
lectern_checker_refresh (LecternChecker *self, LecternWorkspace *workspace, gint64 event, const char *language)
{
  gboolean same = workspace == self->workspace && event == self->event && g_strcmp0 (language, self->language) == 0;
  if (!same)
    {
      g_clear_pointer (&self->check, lectern_check_unref);
      g_set_object (&self->workspace, workspace);
      g_free (self->language);
      self->language = g_strdup (language);
      self->event = event;
    }
  if (self->check != NULL && !self->searching && take_in (self))
    return TRUE;
  search (self);
  return FALSE;
}

LecternCheck *
lectern_checker_get_check (LecternChecker *self)
{
  return self->check;
}
