/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event to other dates: the first day takes the others with it, each can be moved on
 * its own afterwards. Becomes one edit.
 */
#include "lectern-event-dialog.h"

#include "lectern-date-row.h"
#include "lectern-event-edits.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  AdwMessageDialog *dialog;
  gint64 event;
  GPtrArray *days; /* of LecternRecord */
  GPtrArray *rows; /* beside days */
  gboolean setting;
} Form;

static GArray *
collect (Form *form, GPtrArray *texts)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (LecternDayDate));
  for (guint i = 0; i < form->days->len; i++)
    {
      LecternDayDate date = { ((LecternRecord *) form->days->pdata[i])->id,
                              lectern_date_row_get (form->rows->pdata[i]) };
      if (date.date == NULL)
        continue;
      g_ptr_array_add (texts, (gpointer) date.date);
      g_array_append_val (dates, date);
    }
  return dates;
}

/* The edit that the form stands for; NULL while it cannot be made. */
static LecternEdit *
make_edit (Form *form, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) dates = collect (form, texts);
  LecternReader *reader = lectern_workspace_reader (lectern_window_get_workspace (form->window));
  if (dates->len < form->days->len)
    return NULL;
  return lectern_event_edit_move (reader, form->event, (LecternDayDate *) (void *) dates->data, dates->len, error);
}

static void
check (Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = make_edit (form, &error);
  for (guint i = 0; i < form->rows->len; i++)
    {
      g_autofree char *date = lectern_date_row_get (form->rows->pdata[i]);
      lectern_date_row_mark (form->rows->pdata[i], date != NULL);
    }
  adw_message_dialog_set_body (form->dialog,
                               error != NULL
                                   ? error->message
                                   : _ ("What stands on a day moves with it. The first date takes the others along; "
                                        "then each can be set on its own."));
  adw_message_dialog_set_response_enabled (form->dialog, "accept", edit != NULL && !lectern_edit_is_empty (edit));
}

/* All days at their old distance from the first one. */
static void
on_first_changed (Form *form)
{
  g_autofree char *first = lectern_date_row_get (form->rows->pdata[0]);
  if (form->setting)
    return;
  form->setting = TRUE;
  for (guint i = 1; first != NULL && i < form->rows->len; i++)
    {
      int after = lectern_date_days_between (lectern_record_text (form->days->pdata[0], LECTERN_DAY_DATE),
                                             lectern_record_text (form->days->pdata[i], LECTERN_DAY_DATE));
      g_autofree char *date = lectern_date_add_days (first, after);
      lectern_date_row_set (form->rows->pdata[i], date);
    }
  form->setting = FALSE;
  check (form);
}

static void
on_changed (Form *form)
{
  if (!form->setting)
    check (form);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Form *form)
{
  g_autoptr (GError) error = NULL;
  if (strcmp (response, "accept") != 0)
    return;
  g_autoptr (LecternEdit) edit = make_edit (form, &error);
  if (edit != NULL)
    lectern_view_commit (lectern_window_get_view (form->window), edit, _ ("The event has other dates"));
  else if (error != NULL)
    lectern_window_fail (form->window, error->message);
}

static void
free_form (gpointer data, GClosure *closure)
{
  Form *form = data;
  g_ptr_array_unref (form->days);
  g_ptr_array_unref (form->rows);
  g_free (form);
}

static GtkWidget *
form_new (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  form->rows = g_ptr_array_new ();
  for (guint i = 0; i < form->days->len; i++)
    {
      const char *date = lectern_record_text (form->days->pdata[i], LECTERN_DAY_DATE);
      const char *name = lectern_record_name (form->days->pdata[i], NULL);
      g_autofree char *was = lectern_date_format (date);
      /* TRANSLATORS: %s is the date that a day has so far */
      g_autofree char *title = *name != '\0' ? g_strdup (name) : g_strdup_printf (_ ("Instead of %s"), was);
      GtkWidget *row = lectern_date_row_new (title, date);
      g_ptr_array_add (form->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (i == 0 ? on_first_changed : on_changed), form);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), group);
  return scroller;
}

/** Asks for other dates of the days of @event and moves them. */
void
lectern_event_dialog_move (LecternWindow *window, gint64 event)
{
  LecternReader *reader = lectern_workspace_reader (lectern_window_get_workspace (window));
  g_autoptr (GPtrArray) days = lectern_event_days (reader, event);
  if (days->len == 0)
    {
      lectern_window_fail (window, _ ("This event has no dates yet: add a day first."));
      return;
    }
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Move to other dates"), NULL);
  Form *form = g_new0 (Form, 1);
  form->window = window;
  form->dialog = ADW_MESSAGE_DIALOG (dialog);
  form->event = event;
  form->days = g_steal_pointer (&days);
  gtk_widget_add_css_class (dialog, "lectern");
  adw_message_dialog_add_responses (form->dialog, "cancel", _ ("Cancel"), "accept", _ ("Move"), NULL);
  adw_message_dialog_set_extra_child (form->dialog, form_new (form));
  adw_message_dialog_set_response_appearance (form->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (form->dialog, "accept");
  adw_message_dialog_set_close_response (form->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), form, free_form, 0);
  check (form);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->rows->pdata[0]);
}
