/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-run.h"

#include "lectern-time.h"
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

struct _LecternSiteRun
{
  GObject parent_instance;

  char *path; /* of the workspace: a window opened later has another object for it */
  gint64 site;
  gint64 ended; /* 0: it is on */
  double fraction;
  char *item;
  GCancellable *cancellable;
  LecternSiteAnswer *answer;
  GError *error;
};

G_DEFINE_FINAL_TYPE (LecternSiteRun, lectern_site_run, G_TYPE_OBJECT)

static guint changed_signal;

/* The last one of each workspace. */
static GHashTable *runs = NULL;

static void
lectern_site_run_finalize (GObject *object)
{
  LecternSiteRun *self = LECTERN_SITE_RUN (object);
  g_free (self->path);
  g_free (self->item);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, lectern_site_answer_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (lectern_site_run_parent_class)->finalize (object);
}

static void
lectern_site_run_class_init (LecternSiteRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_site_run_finalize;
  changed_signal = g_signal_new ("changed", LECTERN_TYPE_SITE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
lectern_site_run_init (LecternSiteRun *self)
{
}

static guint
count (LecternSiteRun *self, const char *state)
{
  GPtrArray *items = lectern_site_run_get_items (self);
  guint n = 0;
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const LecternPublishItem *item = g_ptr_array_index (items, i);
      n += g_strcmp0 (item->state, state) == 0 && g_strcmp0 (item->action, "unchanged") != 0;
    }
  return n;
}

gboolean
lectern_site_run_is_good (LecternSiteRun *self)
{
  return self->answer != NULL && count (self, "failed") == 0 && count (self, "waiting") == 0;
}

static void
append (GString *text, char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

char *
lectern_site_run_words (LecternSiteRun *self)
{
  guint published = count (self, "published"), removed = count (self, "removed");
  guint failed = count (self, "failed"), waiting = count (self, "waiting");
  g_autofree char *when = lectern_instant_format (self->ended);
  GString *text = g_string_new (NULL);
  if (self->error != NULL && g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* TRANSLATORS: %s is a time */
    append (text, g_strdup_printf (_("Stopped %s. What was published until then stands there; the rest is listed "
                                     "below"), when));
  else if (self->error != NULL)
    append (text, g_strdup_printf (_("Broke off %s: %s What was published until then stands there; the rest is "
                                     "listed below"), when, self->error->message));
  if (published > 0)
    append (text, g_strdup_printf (ngettext ("%u item published %s", "%u items published %s", published), published,
                                   when));
  if (removed > 0)
    append (text, g_strdup_printf (ngettext ("%u item removed there", "%u items removed there", removed), removed));
  if (waiting > 0)
    append (text, g_strdup_printf (ngettext ("%u waits for your decision", "%u wait for your decision", waiting),
                                   waiting));
  if (failed > 0)
    append (text, g_strdup_printf (ngettext ("%u could not be published", "%u could not be published", failed),
                                   failed));
  if (text->len == 0)
    append (text, g_strdup_printf (_("Looked %s: everything stood there already"), when));
  return g_string_free (text, FALSE);
}

/* Nobody sees the window: the desktop says it. */
static void
notify_person (LecternSiteRun *self)
{
  GApplication *app = g_application_get_default ();
  if (app == NULL || gtk_application_get_active_window (GTK_APPLICATION (app)) != NULL)
    return;
  g_autoptr (GNotification) notification = g_notification_new (_("Publishing has ended"));
  g_autofree char *words = lectern_site_run_words (self);
  g_notification_set_body (notification, words);
  g_application_send_notification (app, "published", notification);
}

static void
on_progress (double fraction, const char *item, gpointer data)
{
  LecternSiteRun *self = data;
  self->fraction = MAX (self->fraction, fraction);
  g_free (self->item);
  self->item = g_strdup (item);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteRun) self = data;
  self->answer = lectern_site_job_run_finish (LECTERN_WORKSPACE (source), result, &self->error);
  self->ended = g_get_real_time () / 1000;
  g_signal_emit (self, changed_signal, 0);
  notify_person (self);
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

LecternSiteRun *
lectern_site_run_start (LecternWorkspace *workspace, gint64 site, gint64 event, LecternSiteTask what)
{
  LecternSiteRun *self = lectern_site_run_find (workspace);
  if (self != NULL && lectern_site_run_is_on (self))
    return NULL;
  self = g_object_new (LECTERN_TYPE_SITE_RUN, NULL);
  self->path = g_strdup (lectern_workspace_get_path (workspace));
  self->site = site;
  self->cancellable = g_cancellable_new ();
  /* with its own path as the key: that of the one before goes with it */
  g_hash_table_replace (runs, self->path, self);
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  lectern_site_job_run_async (workspace, site, event, what, on_progress, self, self->cancellable,
                              on_done, g_object_ref (self));
  return self;
}

LecternSiteRun *
lectern_site_run_find (LecternWorkspace *workspace)
{
  if (runs == NULL)
    runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return g_hash_table_lookup (runs, lectern_workspace_get_path (workspace));
}

void
lectern_site_run_forget (LecternSiteRun *self)
{
  if (!lectern_site_run_is_on (self))
    g_hash_table_remove (runs, self->path);
}

void
lectern_site_run_cancel (LecternSiteRun *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, changed_signal, 0);
}

gint64
lectern_site_run_get_site (LecternSiteRun *self)
{
  return self->site;
}

gboolean
lectern_site_run_is_on (LecternSiteRun *self)
{
  return self->ended == 0;
}

gboolean
lectern_site_run_is_stopping (LecternSiteRun *self)
{
  return lectern_site_run_is_on (self) && g_cancellable_is_cancelled (self->cancellable);
}

double
lectern_site_run_get_fraction (LecternSiteRun *self)
{
  return self->fraction;
}

const char *
lectern_site_run_get_item (LecternSiteRun *self)
{
  return self->item;
}

GPtrArray *
lectern_site_run_get_items (LecternSiteRun *self)
{
  return self->answer != NULL ? self->answer->items : NULL;
}

const GError *
lectern_site_run_get_error (LecternSiteRun *self)
{
  return self->error;
}

gint64
lectern_site_run_get_ended (LecternSiteRun *self)
{
  return self->ended;
}
