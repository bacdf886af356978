/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-print.h"

#include <glib/gi18n-lib.h>

/* One printing: what it needs stays until it is done, whatever the window shows by then. */
typedef struct
{
  LecternAgendaScene scene;
  LecternAgenda *agenda;
  LecternAgendaColours *colours;
  char *title;
  LecternAgendaSheets *sheets;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->sheets, lectern_agenda_sheets_free);
  lectern_agenda_filter_free (job->scene.filter);
  lectern_agenda_free (job->agenda);
  g_object_unref (job->colours);
  g_free (job->title);
  g_free (job);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_clear_pointer (&job->sheets, lectern_agenda_sheets_free);
  job->sheets = lectern_agenda_sheets_new (&job->scene, job->agenda, job->colours, job->title,
                                           gtk_print_context_get_cairo_context (context),
                                           gtk_print_context_get_width (context),
                                           gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, lectern_agenda_sheets_n_pages (job->sheets));
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  lectern_agenda_sheets_draw (job->sheets, gtk_print_context_get_cairo_context (context), page);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || parent == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("The agenda was not printed"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A4: the grid lies, the list stands. */
static GtkPrintOperation *
new_operation (LecternAgendaMode mode, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  gtk_page_setup_set_paper_size_and_default_margins (page, a4);
  gtk_page_setup_set_orientation (page, mode == LECTERN_AGENDA_AS_LIST ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                                       : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_left_margin (page, 12, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (page, 12, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (page, 12, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (page, 10, GTK_UNIT_MM);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title);
  gtk_print_settings_set_orientation (settings, gtk_page_setup_get_orientation (page));
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  return operation;
}

static GtkPrintOperation *
new_job (LecternAgendaScene scene, LecternAgenda *agenda, LecternAgendaColours *colours, const char *title)
{
  GtkPrintOperation *operation = new_operation (scene.mode, title);
  Job *job = g_new0 (Job, 1);
  *job = (Job){ scene, agenda, g_object_ref (colours), g_strdup (title), NULL };
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) free_job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  return operation;
}

/**
 * lectern_agenda_print:
 * @scene: what is printed; its filter (transfer full)
 * @agenda: (transfer full)
 * @title: of the event
 *
 * Opens the dialog that asks for a printer and prints, without holding up the window. What
 * goes wrong is said in a dialog.
 */
void
lectern_agenda_print (GtkWindow *parent, LecternAgendaScene scene, LecternAgenda *agenda, LecternAgendaColours *colours,
                      const char *title)
{
  g_autoptr (GtkPrintOperation) operation = new_job (scene, agenda, colours, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * lectern_agenda_print_to_file:
 * @path: of the PDF
 *
 * The same into a file, without a question and at once; takes @scene's filter and @agenda too.
 *
 * Returns: FALSE and @error where it could not be written
 */
gboolean
lectern_agenda_print_to_file (LecternAgendaScene scene, LecternAgenda *agenda, LecternAgendaColours *colours,
                              const char *title, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = new_job (scene, agenda, colours, title);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
