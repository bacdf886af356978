/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The next event of a series out of the last one: what is to be other is asked, the
 * rest comes along. Becomes one edit.
 */
#include "lectern-event-dialog.h"

#include "lectern-date-row.h"
#include "lectern-event-edits.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  AdwMessageDialog *dialog;
  gint64 event;
  GtkWidget *title, *slug, *date;
  GtkWidget *venue, *roles; /* GtkSwitch */
} Form;

static LecternReader *
reader_of (Form *form)
{
  return lectern_workspace_reader (lectern_window_get_workspace (form->window));
}

static const char *
row_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
check (Form *form)
{
  g_autofree char *date = lectern_date_row_get (form->date);
  g_auto (LecternValue) slug = LECTERN_EMPTY;
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_SLUG);
  gboolean slug_good = *row_text (form->slug) == '\0'
                       || (lectern_value_parse (field, row_text (form->slug), &slug, NULL)
                           && lectern_reader_event_by_slug (reader_of (form), row_text (form->slug)) == 0);
  lectern_date_row_mark (form->date, date != NULL || lectern_date_row_is_empty (form->date));
  lectern_date_row_mark (form->slug, slug_good);
  adw_message_dialog_set_response_enabled (form->dialog, "accept",
                                           date != NULL && slug_good && *row_text (form->title) != '\0');
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Form *form)
{
  if (strcmp (response, "accept") != 0)
    return;
  g_autofree char *date = lectern_date_row_get (form->date);
  g_autoptr (GError) error = NULL;
  LecternEventCopy how = { .title = row_text (form->title),
                           .slug = *row_text (form->slug) != '\0' ? row_text (form->slug) : NULL,
                           .first_date = date,
                           .same_venue = gtk_switch_get_active (GTK_SWITCH (form->venue)),
                           .roles = gtk_switch_get_active (GTK_SWITCH (form->roles)) };
  gint64 copy;
  g_autoptr (LecternEdit) edit = lectern_event_edit_copy (reader_of (form), form->event, &how, &copy, &error);
  if (edit == NULL)
    {
      lectern_window_fail (form->window, error->message);
      return;
    }
  /* TRANSLATORS: %s is the title of the new event; beside it is a button “Undo” */
  g_autofree char *toast = g_strdup_printf (_ ("“%s” was made"), how.title);
  lectern_event_dialog_commit_new (form->window, edit, copy, toast);
}

static void
free_form (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
add_row (GtkWidget *group, Form *form, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (check), form);
  return row;
}

static GtkWidget *
add_switch (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return button;
}

static GtkWidget *
form_new (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (LecternRecord) event = lectern_reader_get (reader_of (form), LECTERN_KIND_EVENT, form->event);
  g_autofree char *slug = lectern_event_next_slug (reader_of (form), form->event);
  g_autofree char *title = lectern_event_next_title (lectern_record_name (event, NULL),
                                                     lectern_record_integer (event, LECTERN_EVENT_ORDINAL));
  form->slug = form->title = NULL;
  form->date = lectern_date_row_new (_ ("First day, such as 17.6.2026"), NULL);
  form->title = add_row (group, form, _ ("Title"), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), form->date);
  form->slug = add_row (group, form, _ ("Short name"), slug);
  g_signal_connect_swapped (form->date, "changed", G_CALLBACK (check), form);
  form->venue = add_switch (group, _ ("The same venue"), _ ("Else the agenda comes without rooms"));
  form->roles = add_switch (group, _ ("The same people"), _ ("Each is to be confirmed again"));
  return group;
}

/** Asks what the next event of a series has of its own, makes it from @event and shows it. */
void
lectern_event_dialog_copy (LecternWindow *window, gint64 event)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("Copy as the next one"),
      _ ("Days, tracks and agenda come along in all languages; registrations and what was published do not."));
  Form *form = g_new0 (Form, 1);
  form->window = window;
  form->dialog = ADW_MESSAGE_DIALOG (dialog);
  form->event = event;
  gtk_widget_add_css_class (dialog, "lectern");
  adw_message_dialog_add_responses (form->dialog, "cancel", _ ("Cancel"), "accept", _ ("_Copy"), NULL);
  adw_message_dialog_set_extra_child (form->dialog, form_new (form));
  adw_message_dialog_set_response_appearance (form->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (form->dialog, "accept");
  adw_message_dialog_set_close_response (form->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), form, free_form, 0);
  check (form);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->date);
}
