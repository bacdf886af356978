/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-when.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-text.h"
#include "lectern-agenda-view-private.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* Typed and paused this long: stored. */
#define STORE_AFTER_MS 1000

struct _LecternAgendaWhen
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *day;
  GtkWidget *entry;
  GtkWidget *note;
  GtkWidget *error;
  GArray *days;      /* of gint64: the drop-down's entries; the first is 0, unplaced */
  gint64 session;
  gint64 shown_day;  /* as stored */
  int start;
  int duration;
  GArray *day_starts; /* of int, beside days */
  gint64 visit;
  guint timer;
  gboolean setting;
  gboolean typed;
};

G_DEFINE_FINAL_TYPE (LecternAgendaWhen, lectern_agenda_when, ADW_TYPE_BIN)

static void
set_error (LecternAgendaWhen *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
time_text (LecternAgendaWhen *self)
{
  LecternAgendaSession s = { .start = self->start, .duration = self->duration };
  return lectern_agenda_text_time (&s);
}

/* The drop-down says where the session is, not where it was to go. */
static void
show_day (LecternAgendaWhen *self)
{
  guint at = 0;
  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, gint64, i) == self->shown_day)
      at = i;
  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->day), at);
  self->setting = FALSE;
}

static void
show_values (LecternAgendaWhen *self)
{
  g_autofree char *text = time_text (self);
  g_autofree char *note = NULL;
  show_day (self);
  if (self->duration > 0)
    /* TRANSLATORS: minutes a session lasts, and other ways to type a time */
    note = g_strdup_printf (_ ("%d min · also 14:00-15:30, 14h, 1400"), self->duration);
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_label_set_text (GTK_LABEL (self->note), note ? note : _ ("as 14:00-15:30, 14h, 1400 or +45"));
  self->setting = FALSE;
  self->typed = FALSE;
  set_error (self, NULL);
}

/* FALSE: it is not to be moved, and why stands under the field. */
static gboolean
commit (LecternAgendaWhen *self, gint64 day, int start, int duration)
{
  const LecternAgenda *agenda = self->view != NULL ? LECTERN_AGENDA_VIEW (self->view)->agenda : NULL;
  const LecternAgendaSession *session = agenda != NULL ? lectern_agenda_find (agenda, self->session) : NULL;
  g_autofree gint64 *rooms = NULL;
  g_autoptr (GError) error = NULL;
  if (session == NULL || (day == self->shown_day && start == self->start && duration == self->duration))
    return TRUE;
  LecternPlacement place = lectern_agenda_placement (agenda, session, &rooms);
  place.day = day;
  place.start = start;
  place.duration = duration;
  g_autoptr (LecternEdit) edit = lectern_agenda_edit_place (agenda, &place, 1, &error);
  if (edit == NULL)
    {
      set_error (self, error->message);
      return FALSE;
    }
  self->shown_day = day;
  self->start = start;
  self->duration = duration;
  lectern_edit_set_visit (edit, self->visit);
  lectern_view_commit (self->view, edit, NULL);
  return TRUE;
}

/* @finished: the field is left or Enter was pressed; the text is put in its usual form. */
static gboolean
store (LecternAgendaWhen *self, gboolean finished)
{
  g_autoptr (GError) error = NULL;
  int start = self->start;
  int duration = self->duration;
  int day_start = -1;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->typed || self->session == 0)
    return TRUE;
  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, gint64, i) == self->shown_day)
      day_start = g_array_index (self->day_starts, int, i);
  if (!lectern_time_typed_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), day_start, &start, &duration,
                                  &error))
    {
      set_error (self, error->message);
      return FALSE;
    }
  if (!commit (self, self->shown_day, start, duration))
    return FALSE;
  if (finished)
    show_values (self);
  else
    set_error (self, NULL);
  return TRUE;
}

static gboolean
on_timer (gpointer data)
{
  LecternAgendaWhen *self = data;
  self->timer = 0;
  store (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_typed (LecternAgendaWhen *self)
{
  if (self->setting)
    return;
  self->typed = TRUE;
  set_error (self, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (STORE_AFTER_MS, on_timer, self);
}

static void
on_activate (LecternAgendaWhen *self)
{
  store (self, TRUE);
}

static void
begin_visit (LecternAgendaWhen *self)
{
  self->visit = ((gint64) g_random_int () << 31) ^ g_random_int ();
}

static void
on_leave (LecternAgendaWhen *self)
{
  store (self, TRUE);
}

static void
on_day_selected (LecternAgendaWhen *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->day));
  if (self->setting || self->session == 0 || at >= self->days->len)
    return;
  if (store (self, TRUE))
    {
      begin_visit (self);
      if (commit (self, g_array_index (self->days, gint64, at), self->start, self->duration))
        return;
    }
  show_day (self);
}

static gboolean
on_key_pressed (LecternAgendaWhen *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Escape && modifiers == 0 && self->typed)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      show_values (self);
      return TRUE;
    }
  /* With nothing typed, Ctrl+Z is the workspace's. */
  if (!self->typed && (keyval == GDK_KEY_z || keyval == GDK_KEY_Z) && modifiers == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  if (!self->typed && (keyval == GDK_KEY_z || keyval == GDK_KEY_Z)
      && modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
  return FALSE;
}

static void
lectern_agenda_when_dispose (GObject *object)
{
  LecternAgendaWhen *self = LECTERN_AGENDA_WHEN (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (lectern_agenda_when_parent_class)->dispose (object);
}

static void
lectern_agenda_when_finalize (GObject *object)
{
  LecternAgendaWhen *self = LECTERN_AGENDA_WHEN (object);
  g_array_unref (self->days);
  g_array_unref (self->day_starts);
  G_OBJECT_CLASS (lectern_agenda_when_parent_class)->finalize (object);
}

static void
lectern_agenda_when_class_init (LecternAgendaWhenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_when_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_when_finalize;
}

static GtkWidget *
small_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "second-line");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
listen (LecternAgendaWhen *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->day, "notify::selected", G_CALLBACK (on_day_selected), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (begin_visit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
}

static void
lectern_agenda_when_init (LecternAgendaWhen *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->days = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->day_starts = g_array_new (FALSE, FALSE, sizeof (int));
  self->start = self->duration = -1;
  self->day = gtk_drop_down_new (NULL, NULL);
  self->entry = gtk_entry_new ();
  self->note = small_label (NULL);
  self->error = small_label ("error");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Day"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Time"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("No time"));
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (row), self->day);
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_box_append (GTK_BOX (box), self->note);
  adw_bin_set_child (ADW_BIN (self), box);
  listen (self);
  begin_visit (self);
}

GtkWidget *
lectern_agenda_when_new (LecternView *view)
{
  LecternAgendaWhen *self = g_object_new (LECTERN_TYPE_AGENDA_WHEN, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}

static void
list_days (LecternAgendaWhen *self, const LecternAgenda *agenda)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 none = 0;
  int unknown = -1;
  g_array_set_size (self->days, 0);
  g_array_set_size (self->day_starts, 0);
  g_array_append_val (self->days, none);
  g_array_append_val (self->day_starts, unknown);
  g_ptr_array_add (names, g_strdup (_ ("Unplaced")));
  for (guint i = 0; i < agenda->days->len; i++)
    {
      const LecternAgendaDay *day = lectern_agenda_day (agenda, i);
      g_array_append_val (self->days, day->id);
      g_array_append_val (self->day_starts, day->day_start);
      g_ptr_array_add (names, day->date != NULL ? lectern_date_format_short (day->date)
                                                : lectern_agenda_text_day (agenda, i));
    }
  g_ptr_array_add (names, NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names->pdata);
  self->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->day), G_LIST_MODEL (model));
  self->setting = FALSE;
}

void
lectern_agenda_when_show (LecternAgendaWhen *self, const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  gint64 id = session != NULL ? session->id : 0;
  if (id != self->session)
    {
      store (self, TRUE);
      self->typed = FALSE;
      begin_visit (self);
    }
  self->session = id;
  gtk_widget_set_sensitive (GTK_WIDGET (self), session != NULL);
  if (session == NULL || self->typed)
    return;
  list_days (self, agenda);
  self->shown_day = session->day >= 0 ? lectern_agenda_day (agenda, session->day)->id : 0;
  self->start = session->start;
  self->duration = session->duration;
  show_values (self);
}

GtkWidget *
lectern_agenda_when_get_entry (LecternAgendaWhen *self)
{
  return self->entry;
}

GtkWidget *
lectern_agenda_when_get_day (LecternAgendaWhen *self)
{
  return self->day;
}

/* NULL where all is well. */
const char *
lectern_agenda_when_get_error (LecternAgendaWhen *self)
{
  return gtk_widget_get_visible (self->error) ? gtk_label_get_text (GTK_LABEL (self->error)) : NULL;
}
