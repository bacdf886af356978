/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-export-dialog.h"

#include "lectern-export.h"
#include "lectern-text.h"
#include <glib/gi18n-lib.h>

/* What was chosen; goes to the file chooser and then to the thread that writes. */
typedef struct
{
  LecternWindow *window;
  LecternWorkspace *workspace;
  gint64 event;
  char **languages; /* tags of the event */
  GtkWidget *format_row, *language_row, *audience_row; /* of the dialog, while it is there */
  const LecternExportFormat *format;
  char *language;
  LecternAudience audience;
  GFile *file;
  GPtrArray *omissions;
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->window);
  g_object_unref (order->workspace);
  g_strfreev (order->languages);
  g_free (order->language);
  g_clear_object (&order->file);
  g_clear_pointer (&order->omissions, g_ptr_array_unref);
  g_free (order);
}

/* -- writing ------------------------------------------------------------------ */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (order->workspace, &error);
  if (reader != NULL)
    bytes = lectern_export (reader, order->event, order->format->name, order->language, order->audience,
                            &order->omissions, &error);
  if (bytes != NULL
      && g_file_replace_contents (order->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a format cannot carry is said, not lost in silence. */
static void
show_omissions (Order *order)
{
  GString *text = g_string_new (NULL);
  guint n = order->omissions->len;
  for (guint i = 0; i < MIN (n, 12); i++)
    {
      const LecternDoubt *omission = g_ptr_array_index (order->omissions, i);
      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", omission->where, omission->why);
    }
  if (n > 12)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("And %u more", "And %u more", n - 12), n - 12);
    }
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (order->window), _("What this format cannot carry"), text->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("Close"));
  gtk_widget_add_css_class (dialog, "lectern");
  gtk_window_present (GTK_WINDOW (dialog));
  g_string_free (text, TRUE);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      lectern_window_fail (order->window, error->message);
      return;
    }
  g_autofree char *base = g_file_get_basename (order->file);
  g_autofree char *name = g_filename_display_name (base);
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_("“%s” was written"), name);
  lectern_view_host_toast (LECTERN_VIEW_HOST (order->window), text, FALSE);
  if (order->omissions != NULL && order->omissions->len > 0)
    show_omissions (order);
}

/* -- where to ---------------------------------------------------------------------- */

static void
on_chosen (GtkNativeDialog *chooser, int response, Order *order)
{
  order->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (response == GTK_RESPONSE_ACCEPT && order->file != NULL)
    {
      g_autoptr (GTask) task = g_task_new (order->window, NULL, on_written, NULL);
      g_task_set_task_data (task, order, (GDestroyNotify) order_free);
      g_task_run_in_thread (task, write_in_thread);
    }
  else
    order_free (order);
  g_object_unref (chooser);
}

/* Takes @order. */
static void
choose_file (Order *order)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _("Export"), GTK_WINDOW (order->window), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  LecternReader *reader = lectern_workspace_reader (order->workspace);
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, order->event);
  const char *slug = event != NULL ? lectern_record_text (event, LECTERN_EVENT_SLUG) : NULL;
  g_autofree char *name = slug != NULL && *slug != '\0'
                              ? g_strdup_printf ("%s.%s", slug, order->format->extension)
                              : g_strdup (order->format->file_name);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), order);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* -- what ---------------------------------------------------------------------------- */

static guint
selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Order *order)
{
  if (strcmp (response, "accept") != 0)
    {
      order_free (order);
      return;
    }
  order->format = &lectern_export_formats ()[selected (order->format_row)];
  if (order->language_row != NULL)
    order->language = g_strdup (order->languages[selected (order->language_row)]);
  order->audience = (LecternAudience) selected (order->audience_row);
  choose_file (order);
}

/* Takes @names. */
static GtkWidget *
add_choice (GtkWidget *group, const char *title, GtkStringList *names)
{
  GtkWidget *row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (names);
  return row;
}

static GtkWidget *
form_new (Order *order)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkStringList *formats = gtk_string_list_new (NULL);
  gtk_widget_set_size_request (group, 400, -1); /* names of formats are long */
  for (const LecternExportFormat *format = lectern_export_formats (); format->name != NULL; format++)
    gtk_string_list_append (formats, _(format->label));
  order->format_row = add_choice (group, _("Format"), formats);
  if (order->languages != NULL && g_strv_length (order->languages) > 1)
    {
      GtkStringList *languages = gtk_string_list_new (NULL);
      for (char **tag = order->languages; *tag != NULL; tag++)
        gtk_string_list_take (languages, lectern_language_name (*tag));
      order->language_row = add_choice (group, _("Language"), languages);
    }
  order->audience_row = add_choice (group, _("For"), gtk_string_list_new ((const char *[]){
                                                         _("The public"), _("Partners"), _("Organisers"), NULL }));
  return group;
}

/** Asks what to write and where, then writes it on a thread of its own. @format: (nullable): what is
    chosen at first, a name of lectern_export_formats(). */
void
lectern_export_dialog_present (LecternWindow *window, gint64 event, const char *format)
{
  LecternWorkspace *workspace = lectern_window_get_workspace (window);
  g_autoptr (LecternRecord) record
      = lectern_reader_get (lectern_workspace_reader (workspace), LECTERN_KIND_EVENT, event);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _("Export"),
      _("For the public, nothing goes in that only partners or organisers may see."));
  Order *order = g_new0 (Order, 1);
  order->window = g_object_ref (window);
  order->workspace = g_object_ref (workspace);
  order->event = event;
  order->languages = lectern_value_get_texts (lectern_record_value (record, LECTERN_EVENT_LANGUAGES));
  gtk_widget_add_css_class (dialog, "lectern");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), form_new (order));
  const LecternExportFormat *first = lectern_export_format (format);
  if (first != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (order->format_row), first - lectern_export_formats ());
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "accept", _("Choose a file…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), order);
  gtk_window_present (GTK_WINDOW (dialog));
}
