/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-password-dialog.h"

#include "lectern-site-job.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *owner; /* borrowed: the dialog is a child of its window and goes before it */
  LecternWorkspace *workspace;
  char *address, *user;
  GtkWidget *password;
  LecternSitePasswordGiven given;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;
  g_object_unref (question->password);
  g_object_unref (question->workspace);
  g_free (question->address);
  g_free (question->user);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (strcmp (response, "use") != 0)
    return;
  const char *password = gtk_editable_get_text (GTK_EDITABLE (question->password));
  /* Whether a keyring keeps it is known later and changes nothing now. */
  lectern_site_job_password_async (question->workspace, question->address, question->user, password, NULL, NULL);
  question->given (question->owner);
}

static void
on_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "use", *gtk_editable_get_text (entry) != '\0');
}

void
lectern_site_password_dialog_present (GtkWidget *owner, LecternWorkspace *workspace, const LecternSite *site,
                                      LecternSitePasswordGiven given)
{
  /* TRANSLATORS: a user name and the address of a website */
  g_autofree char *body = g_strdup_printf (_("For “%s” at %s. It is kept in this computer’s keyring; where there is "
                                             "none, only until Lectern is closed."), site->user, site->address);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _("Password of the website"),
                                              body);
  GtkWidget *group = adw_preferences_group_new ();
  Question *question = g_new0 (Question, 1);
  question->owner = owner;
  question->workspace = g_object_ref (workspace);
  question->address = g_strdup (site->address);
  question->user = g_strdup (site->user);
  question->given = given;
  question->password = g_object_ref_sink (adw_password_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->password), _("Password"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (question->password), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), question->password);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "use", _("Use it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "use", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "use");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_add_css_class (dialog, "lectern");
  g_signal_connect (question->password, "changed", G_CALLBACK (on_typed), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->password);
}
