/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event to other dates, over several places, online, or postponed: the first day takes
 * the others with it, each can be moved on its own afterwards. Becomes one edit, after
 * which a list says what depends on it.
 */
#include "lectern-event-dialog.h"

#include "lectern-checklist-dialog.h"
#include "lectern-date-row.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  AdwMessageDialog *dialog;
  gint64 event;
  GPtrArray *days; /* of LecternRecord */
  GPtrArray *rows;   /* beside days: their dates */
  GPtrArray *places; /* beside days, once it is to be split: where */
  GtkWidget *hours;  /* of an event that goes online */
  GtkWidget *group;
  AdwComboRow *how;
  gboolean announced;
  gboolean setting;
} Form;

static LecternRescheduleHow
how_of (Form *form)
{
  return (LecternRescheduleHow) adw_combo_row_get_selected (form->how);
}

static void
day_clear (gpointer data)
{
  LecternRescheduleDay *day = data;
  g_free (day->date);
  g_free (day->place);
}

/* FALSE: what was typed are no hours. */
static gboolean
get_hours (Form *form, LecternRescheduleDay *day)
{
  const char *text = form->hours ? gtk_editable_get_text (GTK_EDITABLE (form->hours)) : "";
  gboolean said = how_of (form) == LECTERN_RESCHEDULE_ONLINE && *text != '\0';
  if (said && (!lectern_time_range_parse (text, &day->begins, &day->ends) || day->ends <= day->begins))
    {
      day->begins = day->ends = 0;
      return FALSE;
    }
  return TRUE;
}

/* Online a day without a date falls away, and the first one may have hours. */
static GArray *
collect (Form *form)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (LecternRescheduleDay));
  g_array_set_clear_func (days, day_clear);
  for (guint i = 0; i < form->days->len; i++)
    {
      LecternRescheduleDay day = { .date = lectern_date_row_get (form->rows->pdata[i]) };
      const char *place
          = form->places->len > 0 ? gtk_editable_get_text (GTK_EDITABLE (form->places->pdata[i])) : "";
      if (day.date == NULL)
        continue;
      day.place = *place != '\0' ? g_strdup (place) : NULL;
      if (i == 0)
        get_hours (form, &day);
      g_array_append_val (days, day);
    }
  return days;
}

/* Before anything was announced, other dates are nothing the public has to be told. */
static LecternEdit *
make_plain_edit (Form *form, GArray *days, GError **error)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (LecternDayDate));
  LecternReader *reader = lectern_workspace_reader (lectern_window_get_workspace (form->window));
  for (guint i = 0; i < days->len; i++)
    {
      LecternDayDate date = { ((LecternRecord *) form->days->pdata[i])->id,
                              g_array_index (days, LecternRescheduleDay, i).date };
      g_array_append_val (dates, date);
    }
  return lectern_event_edit_move (reader, form->event, (LecternDayDate *) (void *) dates->data, dates->len, error);
}

/* The edit that the form stands for; NULL while it cannot be made. */
static LecternEdit *
make_edit (Form *form, GError **error)
{
  g_autoptr (GArray) days = collect (form);
  LecternReader *reader = lectern_workspace_reader (lectern_window_get_workspace (form->window));
  LecternRescheduleHow how = how_of (form);
  guint least = how == LECTERN_RESCHEDULE_LATER ? 0 : how == LECTERN_RESCHEDULE_ONLINE ? 1 : form->days->len;
  LecternRescheduleDay hours = { 0 };
  if (days->len < least || !get_hours (form, &hours))
    return NULL;
  if (how == LECTERN_RESCHEDULE_MOVE && !form->announced)
    return make_plain_edit (form, days, error);
  return lectern_event_edit_reschedule (reader, form->event, how, (LecternRescheduleDay *) (void *) days->data,
                                        days->len, error);
}

static const char *
body_of (Form *form)
{
  switch (how_of (form))
    {
    case LECTERN_RESCHEDULE_SPLIT:
      return _ ("Each day at a place of its own: the name of a venue or a town. Rooms of a place that is left are "
                "cleared.");
    case LECTERN_RESCHEDULE_ONLINE:
      return _ ("Places and rooms are cleared. A day without a date falls away; what stood on it is kept beside the "
                "agenda.");
    case LECTERN_RESCHEDULE_LATER:
      return _ ("The event is postponed. The old dates stand until the new ones are known.");
    case LECTERN_RESCHEDULE_MOVE:
    default:
      return _ ("What stands on a day moves with it. The first date takes the others along; then each can be set on "
                "its own.");
    }
}

static void
check (Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternEdit) edit = make_edit (form, &error);
  for (guint i = 0; i < form->rows->len; i++)
    {
      g_autofree char *date = lectern_date_row_get (form->rows->pdata[i]);
      gboolean falls_away
          = how_of (form) == LECTERN_RESCHEDULE_ONLINE && i > 0 && lectern_date_row_is_empty (form->rows->pdata[i]);
      lectern_date_row_mark (form->rows->pdata[i], date != NULL || falls_away);
    }
  LecternRescheduleDay hours = { 0 };
  gboolean right = get_hours (form, &hours);
  if (form->hours != NULL)
    (right ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (form->hours, "error");
  adw_message_dialog_set_body (form->dialog,
                               error != NULL
                                   ? error->message
                                   : body_of (form));
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
add_hours (Form *form)
{
  form->hours = adw_entry_row_new ();
  /* TRANSLATORS: from when to when an online event takes place */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->hours), _ ("Hours, like 10:00–12:00"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form->group), form->hours);
  g_signal_connect_swapped (form->hours, "changed", G_CALLBACK (on_changed), form);
}

static void
on_how_changed (Form *form)
{
  LecternRescheduleHow how = how_of (form);
  for (guint i = 0; how == LECTERN_RESCHEDULE_SPLIT && form->places->len < form->days->len; i++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Place of day %u"), i + 1);
      GtkWidget *row = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      g_ptr_array_add (form->places, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (form->group), row);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), form);
    }
  for (guint i = 0; i < form->places->len; i++)
    gtk_widget_set_visible (form->places->pdata[i], how == LECTERN_RESCHEDULE_SPLIT);
  for (guint i = 0; i < form->rows->len; i++)
    gtk_widget_set_visible (form->rows->pdata[i], how != LECTERN_RESCHEDULE_LATER);
  if (how == LECTERN_RESCHEDULE_ONLINE && form->hours == NULL)
    add_hours (form);
  if (form->hours != NULL)
    gtk_widget_set_visible (form->hours, how == LECTERN_RESCHEDULE_ONLINE);
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
    {
      if (form->announced || how_of (form) != LECTERN_RESCHEDULE_MOVE)
        lectern_checklist_dialog_expect (form->window, form->event);
      lectern_view_commit (lectern_window_get_view (form->window), edit, _ ("The event was moved"));
    }
  else if (error != NULL)
    lectern_window_fail (form->window, error->message);
}

static void
free_form (gpointer data, GClosure *closure)
{
  Form *form = data;
  g_ptr_array_unref (form->days);
  g_ptr_array_unref (form->rows);
  g_ptr_array_unref (form->places);
  g_free (form);
}

static GtkWidget *
form_new (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *const hows[] = { _ ("On other dates"), _ ("At several places"), _ ("Online"), _ ("Later, not known yet"),
                               NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (hows);
  form->group = group;
  form->rows = g_ptr_array_new ();
  form->places = g_ptr_array_new ();
  form->how = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->how), _ ("Takes place"));
  adw_combo_row_set_model (form->how, G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->how));
  g_signal_connect_swapped (form->how, "notify::selected", G_CALLBACK (on_how_changed), form);
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
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Move event"), NULL);
  Form *form = g_new0 (Form, 1);
  form->window = window;
  form->dialog = ADW_MESSAGE_DIALOG (dialog);
  form->event = event;
  form->days = g_steal_pointer (&days);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  form->announced = record != NULL && !lectern_record_is_empty (record, LECTERN_EVENT_RELEASE_STEP);
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
