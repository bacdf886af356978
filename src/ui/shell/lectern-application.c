/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-application.h"

#include "lectern-compat-gtk.h"
#include "lectern-help.h"
#include "lectern-memory.h"
#include "lectern-places.h"
#include "lectern-window.h"
#include <glib/gi18n-lib.h>

struct _LecternApplication
{
  AdwApplication parent_instance;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (LecternApplication, lectern_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this workspace"), N_("FILE") },
  { "sample", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open a sample: interregional or plenary"), N_("NAME") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL },
};

static LecternWindow *
ensure_window (LecternApplication *self, gboolean open_current)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LECTERN_IS_WINDOW (l->data))
      return l->data;
  window = GTK_WINDOW (lectern_window_new (GTK_APPLICATION (self), self->settings));
  g_autofree char *path = open_current ? lectern_places_current () : NULL;
  if (path == NULL || !lectern_window_open_path (LECTERN_WINDOW (window), path))
    lectern_window_set_workspace (LECTERN_WINDOW (window), NULL);
  return LECTERN_WINDOW (window);
}

static void
lectern_application_activate (GApplication *app)
{
  gtk_window_present (GTK_WINDOW (ensure_window (LECTERN_APPLICATION (app), TRUE)));
}

static int
lectern_application_handle_local_options (GApplication *app, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("Lectern %s\n", LECTERN_VERSION);
  return 0;
}

/* Runs in the one instance, also for a second start. */
static int
lectern_application_command_line (GApplication *app, GApplicationCommandLine *line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  const char *workspace = NULL, *sample = NULL;
  g_autofree const char **files = NULL;
  g_variant_dict_lookup (dict, "workspace", "^&ay", &workspace);
  g_variant_dict_lookup (dict, "sample", "&s", &sample);
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files);

  LecternWindow *window = ensure_window (LECTERN_APPLICATION (app), workspace == NULL && sample == NULL);
  if (workspace != NULL)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, workspace);
      lectern_window_open_path (window, g_file_peek_path (file));
    }
  if (sample != NULL)
    lectern_window_open_sample (window, sample);
  for (gsize i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, files[i]);
      lectern_window_open_file (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", "Lectern",
                         "application-icon", LECTERN_APP_ID,
                         "version", LECTERN_VERSION,
                         "comments", _("Plans conferences: agenda, venues, participants and partners, on "
                                       "your own computer, and publishes what is ready."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* TRANSLATORS: your names, one in a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lectern_help_present (gtk_application_get_active_window (data));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { "about", on_about },
  { "help", on_help },
  { "quit", on_quit },
};

static void
lectern_application_startup (GApplication *app)
{
  LecternApplication *self = LECTERN_APPLICATION (app);
  G_APPLICATION_CLASS (lectern_application_parent_class)->startup (app);
  self->settings = g_settings_new (LECTERN_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "app.quit", (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "app.help", (const char *[]){ "F1", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (app), "window.close", (const char *[]){ "<Control>w", NULL });
  gtk_window_set_default_icon_name (LECTERN_APP_ID);
  lectern_compat_mend_names ();
}

static void
lectern_application_finalize (GObject *object)
{
  g_clear_object (&LECTERN_APPLICATION (object)->settings);
  G_OBJECT_CLASS (lectern_application_parent_class)->finalize (object);
}

static void
lectern_application_class_init (LecternApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_application_finalize;
  app_class->activate = lectern_application_activate;
  app_class->startup = lectern_application_startup;
  app_class->command_line = lectern_application_command_line;
  app_class->handle_local_options = lectern_application_handle_local_options;
}

static void
lectern_application_init (LecternApplication *self)
{
  lectern_memory_begin ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Plan, run and publish conferences."));
}

LecternApplication *
lectern_application_new (void)
{
  /* build-aux/start gives the sample another id, so that it runs beside the person's own Lectern;
     the resources are the same. */
  return g_object_new (LECTERN_TYPE_APPLICATION, "application-id", LECTERN_APP_ID,
                       "resource-base-path", "/org/lectern/Lectern",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_CAN_OVERRIDE_APP_ID, NULL);
}
