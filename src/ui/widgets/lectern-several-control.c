/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any number of the choices of a field: a button that reads them and opens a list of
 * check boxes.
 */
#include "lectern-field-control.h"

#include <glib/gi18n-lib.h>

#define LECTERN_TYPE_SEVERAL_CONTROL (lectern_several_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternSeveralControl, lectern_several_control, LECTERN, SEVERAL_CONTROL, LecternFieldControl)

struct _LecternSeveralControl
{
  LecternFieldControl parent_instance;
  GtkMenuButton *button;
  GtkLabel *words;
  GPtrArray *checks; /* of GtkCheckButton, in the order of the choices; owned by the popover */
};

G_DEFINE_FINAL_TYPE (LecternSeveralControl, lectern_several_control, LECTERN_TYPE_FIELD_CONTROL)

static gboolean
lectern_several_control_read (LecternFieldControl *control, LecternEdit *edit, LecternValue *value,
                              GError **error)
{
  LecternSeveralControl *self = LECTERN_SEVERAL_CONTROL (control);
  const LecternField *field = lectern_field_control_get_field (control);
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (keys, (char *) field->choices[i].key);
  g_ptr_array_add (keys, NULL);
  *value = keys->len > 1 ? lectern_value_texts ((const char *const *) keys->pdata) : LECTERN_EMPTY;
  return TRUE;
}

static void
update_words (LecternSeveralControl *self)
{
  const LecternField *field = lectern_field_control_get_field (LECTERN_FIELD_CONTROL (self));
  g_autoptr(GString) words = g_string_new (NULL);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              lectern_field_choice_label (field, field->choices[i].key));
  gtk_label_set_label (self->words, words->len > 0 ? words->str : _("not said"));
}

static void
lectern_several_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternSeveralControl *self = LECTERN_SEVERAL_CONTROL (control);
  const LecternField *field = lectern_field_control_get_field (control);
  g_auto(GStrv) keys = lectern_value_get_texts (value);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 keys != NULL
                                     && g_strv_contains ((const char *const *) keys,
                                                         field->choices[i].key));
  update_words (self);
}

static GtkWidget *
lectern_several_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (LECTERN_SEVERAL_CONTROL (control)->button);
}

static void
on_toggled (LecternSeveralControl *self)
{
  update_words (self);
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

static void
lectern_several_control_finalize (GObject *object)
{
  g_ptr_array_unref (LECTERN_SEVERAL_CONTROL (object)->checks);
  G_OBJECT_CLASS (lectern_several_control_parent_class)->finalize (object);
}

static void
lectern_several_control_class_init (LecternSeveralControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_several_control_finalize;
  control_class->show = lectern_several_control_show;
  control_class->read = lectern_several_control_read;
  control_class->target = lectern_several_control_target;
}

static void
lectern_several_control_init (LecternSeveralControl *self)
{
  GtkWidget *words = gtk_label_new (NULL);
  self->checks = g_ptr_array_new ();
  self->words = GTK_LABEL (words);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->words, 0);
  gtk_menu_button_set_child (self->button, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "in-place");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

LecternFieldControl *
lectern_several_control_new (LecternView *view, const LecternField *field)
{
  LecternSeveralControl *self = g_object_new (LECTERN_TYPE_SEVERAL_CONTROL, NULL);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      GtkWidget *check
          = gtk_check_button_new_with_label (lectern_field_choice_label (field, choice->key));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
      g_ptr_array_add (self->checks, check);
      gtk_box_append (GTK_BOX (list), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (self->button, popover);
  return LECTERN_FIELD_CONTROL (self);
}
