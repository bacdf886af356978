/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-view.h"

#include "lectern-memory.h"

#include <glib/gi18n-lib.h>

#define REST_MS 250

typedef struct
{
  LecternViewHost *host; /* weak */
  LecternWorkspace *workspace;
  gint64 event;
  char *language;
  guint rest; /* source */
} LecternViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LecternView, lectern_view, ADW_TYPE_BIN)

#define PRIVATE(self) ((LecternViewPrivate *) lectern_view_get_instance_private (self))

static void
lectern_view_dispose (GObject *object)
{
  LecternViewPrivate *priv = PRIVATE (LECTERN_VIEW (object));
  g_clear_handle_id (&priv->rest, g_source_remove);
  g_clear_weak_pointer (&priv->host);
  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->language, g_free);
  G_OBJECT_CLASS (lectern_view_parent_class)->dispose (object);
}

static void
lectern_view_class_init (LecternViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_view_dispose;
}

static void
lectern_view_init (LecternView *self)
{
}

/** The workspace that is shown; NULL while none is open. Not owned by the caller. */
LecternWorkspace *
lectern_view_get_workspace (LecternView *self)
{
  return PRIVATE (self)->workspace;
}

/** The main thread's reader of the workspace; NULL while none is open. */
LecternReader *
lectern_view_get_reader (LecternView *self)
{
  LecternViewPrivate *priv = PRIVATE (self);
  return priv->workspace != NULL ? lectern_workspace_reader (priv->workspace) : NULL;
}

/** The current event, 0 where there is none. */
gint64
lectern_view_get_event (LecternView *self)
{
  return PRIVATE (self)->event;
}

/* The event's main language, else the workspace's. */
static char *
dup_main_language (LecternReader *reader, gint64 event)
{
  const char *language = NULL;
  g_autoptr (LecternRecord) record = NULL;
  g_autoptr (LecternRecord) workspace = NULL;
  if (event != 0)
    record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  if (record != NULL)
    language = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
  if (language == NULL || *language == '\0')
    {
      workspace = lectern_reader_workspace (reader);
      if (workspace != NULL)
        language = lectern_record_text (workspace, LECTERN_WORKSPACE_TEXT_LANGUAGE);
    }
  return g_strdup (language != NULL && *language != '\0' ? language : "en");
}

/** The language texts are shown in: the event's main one. Never NULL. */
const char *
lectern_view_language (LecternView *self)
{
  LecternViewPrivate *priv = PRIVATE (self);
  if (priv->language == NULL && priv->workspace != NULL)
    priv->language = dup_main_language (lectern_view_get_reader (self), priv->event);
  return priv->language != NULL ? priv->language : "en";
}

typedef struct
{
  LecternView *view;
  char *toast;
} Commit;

static void
on_committed (GObject *source, GAsyncResult *result, gpointer data)
{
  Commit *commit = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) done
      = lectern_workspace_commit_finish (LECTERN_WORKSPACE (source), result, &error);
  LecternViewHost *host = PRIVATE (commit->view)->host;
  /* an Undo beside it would take back an edit of the workspace that is shown now */
  gboolean shown = PRIVATE (commit->view)->workspace == LECTERN_WORKSPACE (source);
  if (host != NULL && done == NULL)
    lectern_view_host_fail (host, error->message);
  else if (host != NULL && shown && commit->toast != NULL && done->writer != 0)
    lectern_view_host_toast (host, commit->toast, TRUE);
  g_object_unref (commit->view);
  g_free (commit->toast);
  g_free (commit);
}

/**
 * Hands @edit to the workspace's writer; the caller keeps its reference. What went
 * wrong is said in the window; @toast (may be NULL) is said with an Undo button when
 * the edit changed something.
 */
void
lectern_view_commit (LecternView *self, LecternEdit *edit, const char *toast)
{
  LecternViewPrivate *priv = PRIVATE (self);
  g_return_if_fail (priv->workspace != NULL);
  if (lectern_edit_is_empty (edit))
    return;
  Commit *commit = g_new0 (Commit, 1);
  commit->view = g_object_ref (self);
  commit->toast = g_strdup (toast);
  lectern_workspace_commit_async (priv->workspace, edit, NULL, on_committed, commit);
}

/** Says something in passing, without an Undo. */
void
lectern_view_toast (LecternView *self, const char *text)
{
  if (PRIVATE (self)->host != NULL)
    lectern_view_host_toast (PRIVATE (self)->host, text, FALSE);
}

/** Says what went wrong, in one sentence. */
void
lectern_view_fail (LecternView *self, const char *sentence)
{
  if (PRIVATE (self)->host != NULL)
    lectern_view_host_fail (PRIVATE (self)->host, sentence);
}

/** Unfolds or folds the details pane. */
void
lectern_view_show_pane (LecternView *self, gboolean show)
{
  if (PRIVATE (self)->host != NULL)
    lectern_view_host_show_pane (PRIVATE (self)->host, show);
}

gboolean
lectern_view_pane_shown (LecternView *self)
{
  return PRIVATE (self)->host != NULL && lectern_view_host_pane_shown (PRIVATE (self)->host);
}

/** Goes to a record in whatever view shows it. */
void
lectern_view_open (LecternView *self, LecternKind kind, gint64 id)
{
  if (PRIVATE (self)->host != NULL)
    lectern_view_host_open (PRIVATE (self)->host, kind, id);
}

static gboolean
on_rest (gpointer data)
{
  LecternReader *reader = lectern_view_get_reader (data);
  PRIVATE (data)->rest = 0;
  if (reader != NULL)
    lectern_reader_rest (reader);
  lectern_memory_give_back ();
  return G_SOURCE_REMOVE;
}

/** Much was read and painted, and will not be again soon: a moment after the last of these calls what was
    only kept for it is given back. */
void
lectern_view_rest (LecternView *self)
{
  LecternViewPrivate *priv = PRIVATE (self);
  g_clear_handle_id (&priv->rest, g_source_remove);
  priv->rest = g_timeout_add (REST_MS, on_rest, self);
}

/** @host is not kept alive. */
void
lectern_view_set_host (LecternView *self, LecternViewHost *host)
{
  g_set_weak_pointer (&PRIVATE (self)->host, host);
}

/** Shows another workspace (NULL: none) and event. */
void
lectern_view_load (LecternView *self, LecternWorkspace *workspace, gint64 event)
{
  LecternViewPrivate *priv = PRIVATE (self);
  g_set_object (&priv->workspace, workspace);
  priv->event = event;
  g_clear_pointer (&priv->language, g_free);
  if (LECTERN_VIEW_GET_CLASS (self)->load != NULL)
    LECTERN_VIEW_GET_CLASS (self)->load (self);
  lectern_view_rest (self);
}

/** Passes on what the workspace's "changed" brought. */
void
lectern_view_changed (LecternView *self, guint64 kinds)
{
  LecternViewPrivate *priv = PRIVATE (self);
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_EVENT) || LECTERN_KIND_IN (kinds, LECTERN_KIND_WORKSPACE))
    g_clear_pointer (&priv->language, g_free);
  if (LECTERN_VIEW_GET_CLASS (self)->changed != NULL)
    LECTERN_VIEW_GET_CLASS (self)->changed (self, kinds);
}

/** Shows the record; FALSE where the view does not know how. */
gboolean
lectern_view_reveal (LecternView *self, LecternKind kind, gint64 id)
{
  LecternViewClass *klass = LECTERN_VIEW_GET_CLASS (self);
  return klass->reveal != NULL && klass->reveal (self, kind, id);
}

GtkWidget *
lectern_view_title_widget (LecternView *self)
{
  LecternViewClass *klass = LECTERN_VIEW_GET_CLASS (self);
  return klass->title_widget != NULL ? klass->title_widget (self) : NULL;
}

GtkWidget *
lectern_view_header_end (LecternView *self)
{
  LecternViewClass *klass = LECTERN_VIEW_GET_CLASS (self);
  return klass->header_end != NULL ? klass->header_end (self) : NULL;
}

GtkWidget *
lectern_view_pane (LecternView *self)
{
  LecternViewClass *klass = LECTERN_VIEW_GET_CLASS (self);
  return klass->pane != NULL ? klass->pane (self) : NULL;
}
