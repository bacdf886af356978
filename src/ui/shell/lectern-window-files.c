/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in and out of the window: opened, dropped, chosen.
 */
#include "lectern-window-private.h"

#include "lectern-backup.h"
#include "lectern-import-dialog.h"
#include "lectern-places.h"
#include "lectern-recognise.h"
#include "lectern-sample.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

/* -- workspaces ------------------------------------------------------------- */

static void
show_workspace (LecternWindow *self, LecternWorkspace *workspace)
{
  lectern_places_set_current (lectern_workspace_get_path (workspace));
  lectern_window_set_workspace (self, workspace);
}

/** Opens the workspace in the file @path; FALSE, and says why, where that cannot be. */
gboolean
lectern_window_open_path (LecternWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_open (path, &error);
  if (workspace == NULL)
    {
      if (self->workspace == NULL)
        lectern_window_set_workspace (self, NULL);
      lectern_window_fail (self, error->message);
      return FALSE;
    }
  show_workspace (self, workspace);
  return TRUE;
}

typedef struct
{
  LecternWorkspace *workspace;
  char *name;
} Filling;

static void
filling_free (Filling *filling)
{
  g_object_unref (filling->workspace);
  g_free (filling->name);
  g_free (filling);
}

static void
fill_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Filling *filling = data;
  GError *error = NULL;
  if (lectern_sample_create (filling->workspace, filling->name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  LecternWindow *self = LECTERN_WINDOW (source);
  Filling *filling = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_workspace (self, filling->workspace);
  else
    lectern_window_fail (self, error->message);
}

/** Makes a new workspace of a sample, "interregional" or "plenary", and shows it. */
void
lectern_window_open_sample (LecternWindow *self, const char *name)
{
  const char *title = lectern_sample_title (name);
  g_autoptr (GError) error = NULL;
  if (title == NULL)
    {
      /* TRANSLATORS: %s is what somebody typed */
      g_autofree char *sentence = g_strdup_printf (_("There is no sample “%s”."), name);
      lectern_window_fail (self, sentence);
      return;
    }
  g_autofree char *path = lectern_places_new_path (title);
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_create (path, title, "en", &error);
  if (workspace == NULL)
    {
      lectern_window_fail (self, error->message);
      return;
    }
  Filling *filling = g_new0 (Filling, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_filled, NULL);
  filling->workspace = g_steal_pointer (&workspace);
  filling->name = g_strdup (name);
  g_task_set_task_data (task, filling, (GDestroyNotify) filling_free);
  g_task_run_in_thread (task, fill_in_thread);
}

typedef struct
{
  LecternWindow *window;
  char *from;
  char *to;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->window);
  g_free (copying->from);
  g_free (copying->to);
  g_free (copying);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;
  if (lectern_backup_restore (copying->from, copying->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  LecternWindow *self = LECTERN_WINDOW (source);
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    lectern_window_fail (self, error->message);
  else if (lectern_window_open_path (self, copying->to))
    lectern_window_toast (self, _("Brought in as a new workspace; the others are untouched"), FALSE);
}

/* A .lectern file never replaces a workspace: it becomes a new one. */
static void
restore (LecternWindow *self, GFile *file)
{
  Copying *copying = g_new0 (Copying, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_restored, NULL);
  if (g_str_has_suffix (name, ".lectern"))
    name[strlen (name) - strlen (".lectern")] = '\0';
  copying->window = g_object_ref (self);
  copying->from = g_file_get_path (file);
  copying->to = lectern_places_new_path (name);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
backup_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;
  if (lectern_backup_write (copying->from, copying->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  LecternWindow *self = LECTERN_WINDOW (source);
  Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      lectern_window_fail (self, error->message);
      return;
    }
  g_autofree char *name = g_filename_display_basename (copying->to);
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_("A complete copy was written to “%s”"), name);
  lectern_window_toast (self, text, FALSE);
}

/* -- what a file is ------------------------------------------------------------- */

/* The first bytes tell a workspace from a programme; names do not count. */
static gboolean
is_workspace (GFile *file)
{
  char head[4096];
  gsize n = 0;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, NULL))
    return FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new_static (head, n);
  return lectern_recognise (bytes) == LECTERN_FORMAT_WORKSPACE;
}

/** Brings @file in: a .lectern file as a new workspace, a programme after a look at what it does. */
void
lectern_window_open_file (LecternWindow *self, GFile *file)
{
  if (is_workspace (file))
    restore (self, file);
  else if (self->workspace != NULL)
    lectern_import_dialog_present (self, file);
  else
    lectern_window_fail (self, _("Make a workspace first, then bring the programme into it."));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, LecternWindow *self)
{
  GSList *files = g_value_get_boxed (value);
  if (files == NULL)
    return FALSE;
  lectern_window_open_file (self, files->data);
  return TRUE;
}

/** Files may be dropped anywhere on the window. */
void
lectern_window_accept_drops (LecternWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* -- choosers -------------------------------------------------------------------- */

static void
on_open_chosen (GtkNativeDialog *chooser, int response, LecternWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    lectern_window_open_file (self, file);
  g_object_unref (chooser);
}

static void
on_backup_chosen (GtkNativeDialog *chooser, int response, LecternWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      Copying *copying = g_new0 (Copying, 1);
      g_autoptr (GTask) task = g_task_new (self, NULL, on_backed_up, NULL);
      copying->window = g_object_ref (self);
      copying->from = g_strdup (lectern_workspace_get_path (self->workspace));
      copying->to = g_file_get_path (file);
      g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
      g_task_run_in_thread (task, backup_in_thread);
    }
  g_object_unref (chooser);
}

static GtkFileChooser *
chooser_new (LecternWindow *self, const char *title, GtkFileChooserAction action, const char *accept,
             GCallback callback)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", callback, self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  return GTK_FILE_CHOOSER (chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_all_files (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

/** Lets a person choose a programme to import. */
void
lectern_window_choose_programme (LecternWindow *self)
{
  GtkFileChooser *chooser = chooser_new (self, _("Import a programme"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Import"), G_CALLBACK (on_open_chosen));
  add_filter (chooser, _("Programmes and calendars (schedule.xml, schedule.json, .ics)"),
              (const char *[]){ "xml", "json", "ics", NULL });
  add_all_files (chooser);
}

/** Lets a person choose a .lectern file to bring in. */
void
lectern_window_choose_workspace_file (LecternWindow *self)
{
  GtkFileChooser *chooser = chooser_new (self, _("Bring in a .lectern file"), GTK_FILE_CHOOSER_ACTION_OPEN,
                                         _("_Bring in"), G_CALLBACK (on_open_chosen));
  add_filter (chooser, _("Lectern workspaces"), (const char *[]){ "lectern", NULL });
  add_all_files (chooser);
}

/** Lets a person choose where a complete copy goes. */
void
lectern_window_choose_backup (LecternWindow *self)
{
  g_autofree char *name = lectern_workspace_dup_name (self->workspace);
  g_autofree char *today = lectern_date_today ();
  g_autofree char *file = g_strdup_printf ("%s %s.lectern", name, today);
  GtkFileChooser *chooser = chooser_new (self, _("Save a backup"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                         G_CALLBACK (on_backup_chosen));
  gtk_file_chooser_set_current_name (chooser, g_strdelimit (file, "/", '-'));
}
