/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new event: the few things without which there is nothing to show. Becomes one edit.
 */
#include "lectern-event-dialog.h"

#include "lectern-date-row.h"
#include "lectern-language-row.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

#define MOST_DAYS 60

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  AdwMessageDialog *dialog;
  GtkWidget *title, *from, *to, *zone, *language;
} Form;

static const char *
row_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* The way on is closed until everything is right. */
static void
check (Form *form)
{
  g_autofree char *from = lectern_date_row_get (form->from);
  g_autofree char *to = lectern_date_row_get (form->to);
  gboolean open_end = lectern_date_row_is_empty (form->to);
  gboolean from_good = from != NULL;
  gboolean to_good = open_end
                     || (from != NULL && to != NULL && strcmp (from, to) <= 0
                         && lectern_date_days_between (from, to) < MOST_DAYS);
  gboolean zone_good = lectern_time_zone_exists (row_text (form->zone));
  lectern_date_row_mark (form->from, from_good || lectern_date_row_is_empty (form->from));
  lectern_date_row_mark (form->to, to_good || from == NULL);
  lectern_date_row_mark (form->zone, zone_good);
  adw_message_dialog_set_response_enabled (form->dialog, "accept",
                                           *row_text (form->title) != '\0' && from_good && to_good && zone_good);
}

static gint64
add_to_edit (Form *form, LecternEdit *edit)
{
  const char *language = lectern_language_row_get (form->language);
  const char *const languages[] = { language, NULL };
  g_autofree char *from = lectern_date_row_get (form->from);
  g_autofree char *to = lectern_date_row_get (form->to);
  gint64 event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  int n = to != NULL ? lectern_date_days_between (from, to) + 1 : 1;

  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TEXT_LANGUAGE, language);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TITLE, row_text (form->title));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TIME_ZONE, row_text (form->zone));
  lectern_edit_set (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_LANGUAGES, NULL, lectern_value_texts (languages));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_STATE, "planned");
  for (int i = 0; i < n; i++)
    {
      g_autofree char *date = lectern_date_add_days (from, i);
      gint64 day = lectern_edit_create (edit, LECTERN_KIND_DAY);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_EVENT, event);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_NUMBER, i + 1);
      lectern_edit_set_text (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DATE, date);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, day, LECTERN_DAY_DAY_START, 4 * 60);
    }
  return event;
}

typedef struct
{
  LecternWindow *window;
  gint64 event;
  char *toast;
} Created;

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  Created *created = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) done = lectern_workspace_commit_finish (LECTERN_WORKSPACE (source), result, &error);
  if (done == NULL)
    lectern_window_fail (created->window, error->message);
  else if (lectern_window_get_workspace (created->window) == LECTERN_WORKSPACE (source))
    {
      gtk_widget_activate_action (GTK_WIDGET (created->window), "win.event", "x", created->event);
      if (created->toast != NULL)
        lectern_view_host_toast (LECTERN_VIEW_HOST (created->window), created->toast, TRUE);
    }
  g_object_unref (created->window);
  g_free (created->toast);
  g_free (created);
}

/** Writes an edit that makes @event, then shows it. @toast: (nullable): with an Undo beside it. */
void
lectern_event_dialog_commit_new (LecternWindow *window, LecternEdit *edit, gint64 event, const char *toast)
{
  Created *created = g_new0 (Created, 1);
  created->window = g_object_ref (window);
  created->event = event;
  created->toast = g_strdup (toast);
  lectern_workspace_commit_async (lectern_window_get_workspace (window), edit, NULL, on_created, created);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Form *form)
{
  if (strcmp (response, "accept") != 0)
    return;
  /* TRANSLATORS: %s is the title of an event */
  g_autofree char *label = g_strdup_printf (_("New event “%s”"), row_text (form->title));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_event_dialog_commit_new (form->window, edit, add_to_edit (form, edit), NULL);
}

static void
free_form (gpointer data, GClosure *closure)
{
  g_free (data);
}

static char *
own_time_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);
  return g_strdup (lectern_time_zone_exists (name) ? name : "Europe/Brussels");
}

static GtkWidget *
add_row (GtkWidget *group, Form *form, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), form);
  return row;
}

static GtkWidget *
add_date_row (GtkWidget *group, Form *form, const char *title)
{
  GtkWidget *row = lectern_date_row_new (title, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), form);
  return row;
}

/** Asks for title, dates, time zone and language of a new event, makes it and shows it. */
void
lectern_event_dialog_new_event (LecternWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("New event"), NULL);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *zone = own_time_zone ();
  Form *form = g_new0 (Form, 1);
  LecternReader *reader = lectern_workspace_reader (lectern_window_get_workspace (window));
  g_autoptr (LecternRecord) workspace = lectern_reader_workspace (reader);

  form->window = window;
  form->dialog = ADW_MESSAGE_DIALOG (dialog);
  gtk_widget_add_css_class (dialog, "lectern");
  form->title = add_row (group, form, _("Title"), "");
  form->from = add_date_row (group, form, _("First day, such as 17.6.2026"));
  form->to = add_date_row (group, form, _("Last day (empty: one day)"));
  form->zone = add_row (group, form, _("Time zone"), zone);
  form->language = lectern_language_row_new (
      _("Main language"), lectern_record_text (workspace, LECTERN_WORKSPACE_TEXT_LANGUAGE));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), form->language);
  adw_message_dialog_set_extra_child (form->dialog, group);
  adw_message_dialog_add_responses (form->dialog, "cancel", _("Cancel"), "accept", _("Create"), NULL);
  adw_message_dialog_set_response_appearance (form->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (form->dialog, "accept");
  adw_message_dialog_set_close_response (form->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), form, free_form, 0);
  check (form);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->title);
}
