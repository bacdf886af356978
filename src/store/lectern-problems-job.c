/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-problems-job.h"

/* What was found last, kept at the workspace; main thread only. */
typedef struct
{
  gint64 event;
  gint64 moment;       /* of the data that was looked at */
  GPtrArray *problems; /* NULL while the search is on */
  GPtrArray *waiting;  /* of GTask */
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;
  g_clear_pointer (&memory->problems, g_ptr_array_unref);
  g_ptr_array_unref (memory->waiting);
  g_free (memory);
}

static Memory *
memory_of (LecternWorkspace *workspace)
{
  Memory *memory = g_object_get_data (G_OBJECT (workspace), "lectern-problems");
  if (memory == NULL)
    {
      memory = g_new0 (Memory, 1);
      memory->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_data_full (G_OBJECT (workspace), "lectern-problems", memory, memory_free);
    }
  return memory;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (source, &error);
  if (reader == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, lectern_problems_find (reader, *(gint64 *) data), (GDestroyNotify) g_ptr_array_unref);
}

/* Behind what is being drawn: nobody waits for it as for a frame. */
static gboolean
on_search_idle (gpointer search)
{
  g_task_run_in_thread (search, find_in_thread);
  return G_SOURCE_REMOVE;
}

static void
answer (GTask *task, GPtrArray *problems)
{
  g_task_return_pointer (task, g_ptr_array_ref (problems), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Memory *memory = memory_of (LECTERN_WORKSPACE (source));
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = g_task_propagate_pointer (G_TASK (result), &error);
  gint64 *event = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  if (problems == NULL)
    problems = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_problem_free);
  if (memory->event == *event && memory->problems == NULL)
    memory->problems = g_ptr_array_ref (problems);
  for (guint i = 0; i < memory->waiting->len; i++)
    {
      GTask *waiting = g_ptr_array_index (memory->waiting, i);
      if (*(gint64 *) g_task_get_task_data (waiting) == *event)
        answer (waiting, problems);
      else
        g_ptr_array_add (left, g_object_ref (waiting));
    }
  g_ptr_array_unref (memory->waiting);
  memory->waiting = g_steal_pointer (&left);
  g_ptr_array_unref (problems);
}

/** @callback comes in the thread-default main context of the caller, which is the main thread's. */
void
lectern_problems_find_async (LecternWorkspace *workspace, gint64 event, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  Memory *memory = memory_of (workspace);
  gint64 moment = lectern_reader_moment (lectern_workspace_reader (workspace));
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_task_data (task, g_memdup2 (&event, sizeof event), g_free);
  gboolean known = memory->event == event && memory->moment == moment;
  if (known && memory->problems != NULL)
    {
      answer (task, memory->problems);
      g_object_unref (task);
      return;
    }
  g_ptr_array_add (memory->waiting, task);
  if (known)
    return; /* the search that is on answers this one too */
  memory->event = event;
  memory->moment = moment;
  g_clear_pointer (&memory->problems, g_ptr_array_unref);
  GTask *search = g_task_new (workspace, NULL, on_found, NULL);
  g_task_set_task_data (search, g_memdup2 (&event, sizeof event), g_free);
  g_idle_add_full (G_PRIORITY_LOW, on_search_idle, search, g_object_unref);
}

GPtrArray *
lectern_problems_find_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
