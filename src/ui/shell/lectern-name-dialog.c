/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-name-dialog.h"

#include "lectern-language-row.h"
#include "lectern-places.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  GtkWidget *name;
  GtkWidget *language; /* NULL when renaming */
} Question;

static void
create_workspace (Question *question, const char *name)
{
  g_autofree char *path = lectern_places_new_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternWorkspace) workspace
      = lectern_workspace_create (path, name, lectern_language_row_get (question->language), &error);
  if (workspace == NULL)
    {
      lectern_window_fail (question->window, error->message);
      return;
    }
  lectern_places_set_current (path);
  lectern_window_set_workspace (question->window, workspace);
}

static void
rename_workspace (Question *question, const char *name)
{
  LecternWorkspace *workspace = lectern_window_get_workspace (question->window);
  g_autoptr (LecternRecord) record = lectern_reader_workspace (lectern_workspace_reader (workspace));
  g_autoptr (LecternEdit) edit = lectern_edit_new (_("Rename the workspace"));
  lectern_edit_set_text (edit, LECTERN_KIND_WORKSPACE, record->id, LECTERN_WORKSPACE_NAME, name);
  lectern_view_commit (lectern_window_get_view (question->window), edit, NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->name)));
  if (strcmp (response, "accept") == 0 && *g_strstrip (name) != '\0')
    {
      if (question->language != NULL)
        create_workspace (question, name);
      else
        rename_workspace (question, name);
    }
}

static void
on_name_changed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  const char *text = gtk_editable_get_text (entry);
  adw_message_dialog_set_response_enabled (dialog, "accept", text[strspn (text, " ")] != '\0');
}

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
ask (LecternWindow *window, const char *heading, const char *body, const char *accept, const char *name,
     GtkWidget *language)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);
  GtkWidget *group = adw_preferences_group_new ();
  Question *question = g_new0 (Question, 1);
  question->window = window;
  question->name = adw_entry_row_new ();
  question->language = language;
  gtk_widget_add_css_class (dialog, "lectern");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->name), _("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (question->name), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), question->name);
  if (language != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), language);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept", FALSE);
  g_signal_connect (question->name, "changed", G_CALLBACK (on_name_changed), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_editable_set_text (GTK_EDITABLE (question->name), name);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->name);
}

/** Asks for name and language, then makes the workspace and shows it. */
void
lectern_name_dialog_new_workspace (LecternWindow *window)
{
  ask (window, _("New workspace"),
       _("A workspace is the office of one project: all its events, people and partners, in one "
         "file on this computer."),
       _("Create"), "", lectern_language_row_new (_("Main language"), NULL));
}

/** Asks for another name of the shown workspace. */
void
lectern_name_dialog_rename_workspace (LecternWindow *window)
{
  g_autofree char *name = lectern_workspace_dup_name (lectern_window_get_workspace (window));
  ask (window, _("Rename the workspace"), NULL, _("Rename"), name, NULL);
}
