/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Yes or no as a switch.
 */
#include "lectern-field-control.h"

#define LECTERN_TYPE_SWITCH_CONTROL (lectern_switch_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternSwitchControl, lectern_switch_control, LECTERN, SWITCH_CONTROL, LecternFieldControl)

struct _LecternSwitchControl
{
  LecternFieldControl parent_instance;
  GtkSwitch *toggle;
};

G_DEFINE_FINAL_TYPE (LecternSwitchControl, lectern_switch_control, LECTERN_TYPE_FIELD_CONTROL)

static void
lectern_switch_control_show (LecternFieldControl *control, const LecternValue *value)
{
  gtk_switch_set_active (LECTERN_SWITCH_CONTROL (control)->toggle,
                         lectern_value_get_integer (value) != 0);
}

static gboolean
lectern_switch_control_read (LecternFieldControl *control, LecternEdit *edit, LecternValue *value,
                             GError **error)
{
  *value = lectern_value_integer (gtk_switch_get_active (LECTERN_SWITCH_CONTROL (control)->toggle));
  return TRUE;
}

static GtkWidget *
lectern_switch_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (LECTERN_SWITCH_CONTROL (control)->toggle);
}

static void
on_active (LecternFieldControl *control)
{
  lectern_field_control_touch (control, TRUE);
}

static void
lectern_switch_control_class_init (LecternSwitchControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  control_class->show = lectern_switch_control_show;
  control_class->read = lectern_switch_control_read;
  control_class->target = lectern_switch_control_target;
}

static void
lectern_switch_control_init (LecternSwitchControl *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->toggle), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_active), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->toggle));
}

LecternFieldControl *
lectern_switch_control_new (LecternView *view, const LecternField *field)
{
  LecternSwitchControl *self = g_object_new (LECTERN_TYPE_SWITCH_CONTROL, NULL);
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  return LECTERN_FIELD_CONTROL (self);
}
