/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text for everything that is typed: texts, numbers, dates, times,
 * addresses, lists of short texts. With the focus it shows what is typed, without
 * it what is read.
 */
#include "lectern-field-control.h"
#include "lectern-field-text.h"

#include <glib/gi18n-lib.h>

#define LECTERN_TYPE_ENTRY_CONTROL (lectern_entry_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternEntryControl, lectern_entry_control, LECTERN, ENTRY_CONTROL, LecternFieldControl)

struct _LecternEntryControl
{
  LecternFieldControl parent_instance;
  GtkEditable *entry;
  GtkCalendar *calendar; /* of a date only */
  LecternValue value;    /* what the store has */
  gboolean typed;        /* the text is the person's, not yet stored */
  gboolean focused;
  gboolean setting;      /* the text is being set from here */
};

G_DEFINE_FINAL_TYPE (LecternEntryControl, lectern_entry_control, LECTERN_TYPE_FIELD_CONTROL)

static void
set_text (LecternEntryControl *self)
{
  const LecternField *field = lectern_field_control_get_field (LECTERN_FIELD_CONTROL (self));
  g_autofree char *text = self->focused ? lectern_field_text_edit (field, &self->value)
                                        : lectern_field_text_show (field, &self->value);
  if (g_strcmp0 (gtk_editable_get_text (self->entry), text) == 0)
    return;
  int position = gtk_editable_get_position (self->entry);
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->setting = FALSE;
  if (self->focused)
    gtk_editable_set_position (self->entry, MIN (position, (int) g_utf8_strlen (text, -1)));
}

static void
forget_typing (LecternEntryControl *self)
{
  self->typed = FALSE;
  /* Switching it off and on empties the entry's own undo. */
  gtk_editable_set_enable_undo (self->entry, FALSE);
  gtk_editable_set_enable_undo (self->entry, TRUE);
}

static void
lectern_entry_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternEntryControl *self = LECTERN_ENTRY_CONTROL (control);
  LecternValue copy = lectern_value_copy (value);
  lectern_value_clear (&self->value);
  self->value = copy;
  set_text (self);
  forget_typing (self);
  if (lectern_field_control_get_field (control)->type == LECTERN_TYPE_URL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), gtk_editable_get_text (self->entry));
}

static gboolean
lectern_entry_control_read (LecternFieldControl *control, LecternEdit *edit, LecternValue *value,
                            GError **error)
{
  LecternEntryControl *self = LECTERN_ENTRY_CONTROL (control);
  if (self->typed)
    return lectern_field_text_parse (lectern_field_control_get_field (control),
                                     gtk_editable_get_text (self->entry), value, error);
  *value = lectern_value_copy (&self->value);
  return TRUE;
}

static GtkWidget *
lectern_entry_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (LECTERN_ENTRY_CONTROL (control)->entry);
}

/* What was typed is the stored value now, as far as the store is concerned; the text stays
 * as it was typed as long as the person is in it. */
static void
lectern_entry_control_settle (LecternFieldControl *control)
{
  LecternEntryControl *self = LECTERN_ENTRY_CONTROL (control);
  g_auto(LecternValue) value = LECTERN_EMPTY;
  if (self->typed && lectern_entry_control_read (control, NULL, &value, NULL))
    {
      lectern_value_clear (&self->value);
      self->value = lectern_value_copy (&value);
    }
  forget_typing (self);
}

static void
on_changed (LecternEntryControl *self)
{
  if (self->setting)
    return;
  self->typed = TRUE;
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), FALSE);
}

static void
on_activate (LecternEntryControl *self)
{
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

static void
on_enter (LecternEntryControl *self)
{
  self->focused = TRUE;
  if (!self->typed)
    {
      set_text (self);
      forget_typing (self);
    }
}

static void
on_leave (LecternEntryControl *self)
{
  self->focused = FALSE;
  if (!self->typed)
    set_text (self);
}

/* Escape gives up what was typed; without anything typed, Ctrl+Z belongs to the workspace. */
static gboolean
on_key_pressed (LecternEntryControl *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Escape && modifiers == 0 && self->typed)
    {
      lectern_field_control_give_up (LECTERN_FIELD_CONTROL (self));
      return TRUE;
    }
  if (self->typed || (keyval != GDK_KEY_z && keyval != GDK_KEY_Z))
    return FALSE;
  if (modifiers == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
  return FALSE;
}

static void
on_day_selected (LecternEntryControl *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
  self->typed = TRUE;
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->setting = FALSE;
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

/* The calendar opens at the date that is set. */
static void
on_calendar_shown (LecternEntryControl *self)
{
  const char *text = lectern_value_get_text (&self->value);
  g_autoptr(GDateTime) day = text == NULL || strlen (text) < 10
                                 ? g_date_time_new_now_local ()
                                 : g_date_time_new_local (atoi (text), atoi (text + 5),
                                                          atoi (text + 8), 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
}

static GtkWidget *
calendar_button (LecternEntryControl *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose a date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a date"), -1);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (on_calendar_shown), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  return button;
}

static GtkInputPurpose
purpose_of (LecternType type)
{
  switch (type)
    {
    case LECTERN_TYPE_INTEGER:
      return GTK_INPUT_PURPOSE_DIGITS;
    case LECTERN_TYPE_REAL:
    case LECTERN_TYPE_MONEY:
      return GTK_INPUT_PURPOSE_NUMBER;
    case LECTERN_TYPE_URL:
      return GTK_INPUT_PURPOSE_URL;
    case LECTERN_TYPE_EMAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case LECTERN_TYPE_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static void
lectern_entry_control_finalize (GObject *object)
{
  lectern_value_clear (&LECTERN_ENTRY_CONTROL (object)->value);
  G_OBJECT_CLASS (lectern_entry_control_parent_class)->finalize (object);
}

static void
lectern_entry_control_class_init (LecternEntryControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_entry_control_finalize;
  control_class->show = lectern_entry_control_show;
  control_class->read = lectern_entry_control_read;
  control_class->target = lectern_entry_control_target;
  control_class->settle = lectern_entry_control_settle;
}

static void
lectern_entry_control_init (LecternEntryControl *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->entry = GTK_EDITABLE (entry);
  /* As wide as its place, not as 20 letters: details panes are narrow. */
  gtk_editable_set_width_chars (self->entry, 1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "in-place");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (text, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (entry, keys);
}

LecternFieldControl *
lectern_entry_control_new (LecternView *view, const LecternField *field)
{
  LecternEntryControl *self = g_object_new (LECTERN_TYPE_ENTRY_CONTROL, NULL);
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), purpose_of (field->type));
  if (field->type != LECTERN_TYPE_DATE)
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  else
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
      gtk_box_append (GTK_BOX (box), calendar_button (self));
      adw_bin_set_child (ADW_BIN (self), box);
    }
  return LECTERN_FIELD_CONTROL (self);
}
